"""Labels of advertisements, in an element of their own or in a picture: `Advertisement`, `Anzeige`."""

from lxml import etree

from ...markup.classes import ClassPattern
from ...page_words import says_advert

LEAVES = frozenset({"div", "p", "span", "small", "label", "footer", "i", "em"})
ADVERTS = LEAVES | {"img"}  # what the label of an advertisement may be
_PROMO = ClassPattern.of_words(r"promo|advert\w*|ad|sponsored")


def is_advert(element: etree._Element) -> bool:
    """Tell whether an element without others in it is the label of an advertisement."""
    text = element.get("alt") if element.tag == "img" else element.text if element.tag in LEAVES else None
    return text is not None and says_advert(text)


def is_promo(aside: etree._Element) -> bool:
    """Tell whether what stands aside in an entry is called an advertisement."""
    return _PROMO.fits(aside)
