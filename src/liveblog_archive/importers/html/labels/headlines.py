"""Headlines: what is called one, and a line in bold above a text."""

import re
from collections.abc import Collection
from itertools import islice, takewhile

from lxml import etree

from ...markup.classes import ClassPattern
from ...markup.names import INLINE, SUBHEADINGS
from ...markup.tree import line_inside, outward, words_inside
from ...text.shape import is_headline_like, is_question
from .crediting import is_author

# Alone or at the end of a longer word, such as `newsTitle` or `tickertitel`, but for what stands above or below one.
_TITLE = ClassPattern.of_words(
    r"(?!sub|sup|over|job|vor|ober|unter|bild|sous|sur|ante|sotto|sopra|under)[^\W_]*"
    r"(?:title|headline|titre|titel|titulo|titolo|titular|tytul|tittel|überschrift|ueberschrift)|ttl|heading|tit|tyt"
)
_ENDS_AS_TITLE = ClassPattern(r"[-_](?:hl|hed)(?:\s|$)")  # `tk-hl`; what begins so is named after its site
_HIGHEST = 2  # boxes around a headline
_BOLD = frozenset({"b", "strong", "font"})
_IN_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)")


def is_titled(element: etree._Element) -> bool:
    """Tell whether an element is called a headline by its class, or by that of a box or two that it is alone in.

    So is a part of what sums up an entry that opens, as the `summary` of `details` does (HTML standard 4.11.2).
    """
    box = element.getparent()
    if box is not None and box.tag == "summary":
        return not is_author(element)
    around = takewhile(lambda above: len(above) == 1, islice(element.iterancestors(), _HIGHEST))
    return any(map(_says_title, (element, *around)))


def has_headline(box: etree._Element) -> bool:
    """Tell whether a part of a box is a heading below the title of the page, or is called a headline."""
    if next(box.iterdescendants(*SUBHEADINGS), None) is not None:
        return True
    return any(map(_says_title, box.iterdescendants(etree.Element))) or (len(box) == 1 and _says_title(box))


def _says_title(element: etree._Element) -> bool:
    tag = str(element.tag)
    said = element.get("class")
    is_one = _TITLE.says(said) or _ENDS_AS_TITLE.says(said) or ("-" in tag and _TITLE.says(tag))
    return is_one and not is_author(element)  # the title of an author is a role


def line_in_bold(element: etree._Element, gone: Collection[etree._Element] = ()) -> etree._Element | None:
    """Return the line in bold that a text begins with, or that the element is above a text; None without one.

    What stands before it in its box may be `gone`, such as the time.
    """
    line = element
    while not _is_bold(line) and len(line) and not _has_text(line.text):
        line = line[0]
    if not _is_bold(line):
        return None
    words = words_inside(line)
    line = outward(line, lambda above: above.tag in INLINE and words_inside(above) == words)
    above = line.getparent()
    before, after = [*line.itersiblings(preceding=True)], line.getnext()
    if above is None or _has_text(above.text) or _has_text(line.tail) or after is None or after.tag != "br":
        return None
    if any(part not in gone or _has_text(part.tail) for part in before):
        return None
    if not _has_text(after.tail) and after.getnext() is None:
        return None
    text = line_inside(line)
    return line if is_headline_like(text.removesuffix(":"), words=1) or is_question(text) else None


def _is_bold(part: etree._Element) -> bool:
    return part.tag in _BOLD or _IN_BOLD.search(part.get("style") or "") is not None


def _has_text(said: str | None) -> bool:
    return bool((said or "").strip())
