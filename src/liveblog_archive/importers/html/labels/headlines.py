"""Headlines: what is called one, and a line in bold above a text."""

from lxml import etree

from ...markup.classes import ClassPattern
from ...markup.names import SUBHEADINGS
from ...markup.tree import line_inside
from ...text.shape import is_headline_like, is_question
from .crediting import is_author

_TITLE = ClassPattern.of_words("title|headline|ttl|heading|tit|titre|titel|titulo|titolo|titular|tytul|tyt|tittel")
_BOLD = frozenset({"b", "strong"})


def is_titled(element: etree._Element) -> bool:
    """Tell whether the class of an element, or of a box that it is alone in, says that it is a headline."""
    box = element.getparent()
    return _says_title(element) or (box is not None and len(box) == 1 and _says_title(box))


def has_headline(box: etree._Element) -> bool:
    """Tell whether a part of a box is a heading below the title of the page, or is called a headline."""
    if next(box.iterdescendants(*SUBHEADINGS), None) is not None:
        return True
    return any(map(_says_title, box.iterdescendants(etree.Element))) or (len(box) == 1 and _says_title(box))


def _says_title(element: etree._Element) -> bool:
    tag = str(element.tag)
    is_one = _TITLE.says(element.get("class")) or ("-" in tag and _TITLE.says(tag))
    return is_one and not is_author(element)  # the title of an author is a role


def line_in_bold(element: etree._Element) -> etree._Element | None:
    """Return the line in bold that a text begins with, or that the element is above a text; None without one."""
    bold = element
    if element.tag not in _BOLD and len(element) and not (element.text or "").strip():
        bold = element[0]
    above, after = bold.getparent(), bold.getnext()
    if bold.tag not in _BOLD or above is None or above[0] is not bold or (above.text or "").strip():
        return None
    if after is None or after.tag != "br" or (bold.tail or "").strip():
        return None
    if not (after.tail or "").strip() and after.getnext() is None:
        return None
    text = line_inside(bold)
    return bold if is_headline_like(text.removesuffix(":"), words=1) or is_question(text) else None
