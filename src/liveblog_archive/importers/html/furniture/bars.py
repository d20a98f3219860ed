"""What controls are, and what holds nothing but what they say, `Share`, `Copy link`, or `Advertisement`."""

import re
from collections.abc import Iterator

from lxml import etree

from ...markup.classes import ClassPattern
from ...markup.names import LISTS
from ...markup.tree import outward, text_inside, words_apart, words_inside
from ...page_words import names_services, says_advert, says_control

_MOST_ITEMS = 12  # of a list of controls
_LONGEST = 60  # characters of what they say
BUTTONS = frozenset({"button", "input", "select", "textarea", "option"})
ACTIVE = BUTTONS | {"a"}
# What the class of a control that shows an icon alone says of it, beside which stands how many did so.
_ICON = ClassPattern.of_words("likes?|hearts?|thumbs?|upvotes?|claps?|favou?rites?|comments?|repl(?:y|ies)|shares?")
LEAVES = frozenset({"div", "p", "span", "small", "label", "footer", "i", "em"})
ADVERTS = LEAVES | {"img"}  # what the label of an advertisement may be
_PROMO = ClassPattern.of_words(r"promo|advert\w*|ad|sponsored")
_WORDS = re.compile(r"[^\W\d_]+")


def bars(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the lists, lines and bars of a page, or the boxes around them, that say what two controls or more say."""
    for part in (*root.iterdescendants(*LISTS, "p"), *_of_buttons(root)):
        may_be = len(part.text or "") <= _LONGEST if part.tag == "p" else 1 < len(part) <= _MOST_ITEMS
        if not may_be or controls_in(part) is None:
            continue
        words = words_apart(box := outward(part, controls_in))
        if len(_WORDS.findall(words)) > 1 and not names_services(words):
            yield box


def _of_buttons(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the boxes of buttons beside which links do more."""
    boxes = dict.fromkeys(box for button in root.iter("button") if (box := button.getparent()) is not None)
    return (box for box in boxes if box.find("a") is not None and all(part.tag in ACTIVE for part in box))


def controls_in(part: etree._Element) -> str | None:
    """Return the words of a list that says what controls say, and nothing else."""
    if len(words_inside(part)) > _LONGEST:  # as menus have: they are no fewer apart
        return None
    words = words_apart(part)
    return words if 0 < len(words) <= _LONGEST and says_control(words) else None


def is_active(element: etree._Element) -> bool:
    """Tell whether an element does something: a button, a link, or the label of a box to tick."""
    is_label = element.tag == "label" and element.get("for") is not None
    return is_label or element.tag in ACTIVE or element.get("role") == "button"


def says_how_many(box: etree._Element) -> bool:
    """Tell whether a box says what controls say, of which those that show an icon alone say what they are called."""
    active = filter(is_active, box.iter(etree.Element))
    called = " ".join(name for part in active if not text_inside(part).strip() for name in _names(part))
    words = words_apart(box)
    return says_control(words) or (called != "" and says_control(f"{called} {words}"))


def _names(icon: etree._Element) -> Iterator[str]:
    """Yield what a control without words is called: by its label, else by its class or that of its picture."""
    if label := (icon.get("aria-label") or icon.get("title") or "").strip():
        yield label
    elif any(map(_ICON.fits, icon.iter(etree.Element))):
        yield "like"


def is_advert(element: etree._Element) -> bool:
    """Tell whether an element without others in it is the label of an advertisement."""
    text = element.get("alt") if element.tag == "img" else element.text if element.tag in LEAVES else None
    return text is not None and says_advert(text)


def is_promo(aside: etree._Element) -> bool:
    """Tell whether what stands aside in an entry is called an advertisement."""
    return _PROMO.fits(aside)
