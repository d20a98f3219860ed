"""What a page writes below its pictures without making a figure of the two: captions and credits."""

from collections.abc import Set

from lxml import etree

from .classes import ClassPattern
from .tree import text_inside

_CREDIT = ClassPattern(r"credit|copyright|photographer|(?:^|[\s_-])source(?:$|[\s_-])")
# What stands below a picture, in pages that make no figure of the two.
CAPTION = ClassPattern(
    r"caption|(?:^|[\s_-])cap(?:$|[\s_-])|legend[ae]?(?:$|[\s_-])|bild(?:text|unterschrift|tekst)|podpis|didascalia|"
    r"pie-?(?:de-?)?foto|bijschrift|onderschrift|kuvateksti"
)
_PICTURES = frozenset({"img", "picture", "video", "iframe", "amp-img", "amp-video", "amp-iframe"})
_SMALL = frozenset({"small", "em", "i", "figcaption"})


def is_captioned(box: etree._Element, without: Set[etree._Element]) -> bool:
    """Tell whether a box has a picture and its caption in it, perhaps with a credit, and nothing else."""
    first, *under = box
    *between, below = [part for part in under if part.tag != "meta" and not is_credit(part)] or under[-1:]
    if between:
        return False
    if any(text and not text.isspace() for text in (box.text, *(part.tail for part in box))):
        return False
    image = first[0] if first.tag in ("div", "a") and len(first) == 1 and not (first.text or "").strip() else first
    if image.tag not in ("img", "picture") or not without.isdisjoint((first, image, below)):
        return False
    is_named = below.tag in _SMALL or CAPTION.fits(below) or below.get("itemprop") == "caption" or is_credit(below)
    alt = (image.get("alt") or "").strip()
    return is_named or (" " in alt and text_inside(below).strip().startswith(alt))


def is_under_picture(caption: etree._Element) -> bool:
    """Tell whether what stands right above an element is a picture, or a frame, and nothing else."""
    above = caption.getprevious()
    return above is not None and above.tag in _PICTURES and not (above.tail or "").strip()


def is_credit(part: etree._Element) -> bool:
    """Tell whether an element says who made a picture, or whose it is."""
    named = part.get("itemprop") in ("creditText", "copyrightHolder")
    return named or (part.tag not in ("img", "source", "picture") and _CREDIT.fits(part))
