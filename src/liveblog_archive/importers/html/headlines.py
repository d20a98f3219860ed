"""Headlines: what is called one, the first line of a text, and questions where most entries of a page have one."""

import re
from collections.abc import Sequence

from lxml import etree

from ...model import Link, Paragraph
from ..markup.classes import ClassPattern
from ..markup.tree import line_inside
from ..text.shape import is_headline_like, is_question
from .crediting import starts_with_by
from .update import Update

_TITLE = ClassPattern(
    r"(?:^|[\s_-])(?:title|headline|ttl|heading|tit|titre|titel|titulo|titolo|titular|tytul|tyt|tittel)(?:$|[\s_-])"
)
_SET_OFF = re.compile(r"\A[|·:–—-]+\s+")
_BOLD = frozenset({"b", "strong"})
_MOST = 0.5  # of the entries have a headline


def with_questions(updates: Sequence[Update]) -> list[Update]:
    """Return updates with a first line that asks or calls as the headline, where most of the others have one."""
    if sum(update.headline is not None for update in updates) >= _MOST * len(updates):
        for update in updates:
            _take_question(update)
    return [*updates]


def _take_question(update: Update) -> None:
    first = update.blocks[0] if len(update.blocks) > 1 and update.headline is None else None
    is_line = isinstance(first, Paragraph) and not first.links and "\n" not in first.text
    if first is not None and is_line and is_question(first.text) and (update.printed or update.published):
        update.headline = first.text
        update.blocks = update.blocks[1:]


def is_titled(element: etree._Element) -> bool:
    """Tell whether the class of an element, or of a box that it is alone in, says that it is a headline."""
    box = element.getparent()
    return _TITLE.fits(element) or (box is not None and len(box) == 1 and _TITLE.fits(box))


def line_in_bold(element: etree._Element) -> etree._Element | None:
    """Return the line in bold that a text begins with, or that the element is above a text; None without one."""
    bold = element
    if element.tag not in _BOLD and len(element) and not (element.text or "").strip():
        bold = element[0]
    above, after = bold.getparent(), bold.getnext()
    if bold.tag not in _BOLD or above is None or above[0] is not bold or (above.text or "").strip():
        return None
    if after is None or after.tag != "br" or (bold.tail or "").strip() or not (after.tail or "").strip():
        return None
    text = line_inside(bold)
    return bold if is_headline_like(text, words=1) or is_question(text) else None


def tidy(update: Update) -> None:
    """Take off the text what set it off from a time before it, and a first line that is a headline."""
    first = update.blocks[0]
    if not isinstance(first, Paragraph):
        return
    update.blocks[0] = first = shortened(first, _SET_OFF.sub("", first.text))
    is_alone = len(update.blocks) > 1 and not first.links and "\n" not in first.text
    if (
        update.headline is None
        and is_alone
        and is_headline_like(first.text, words=1)
        and not starts_with_by(first.text)
    ):
        update.headline = first.text
        update.blocks = update.blocks[1:]


def shortened(paragraph: Paragraph, rest: str) -> Paragraph:
    """Return the paragraph that ends in `rest` without what stands before that; links keep their words."""
    cut = len(paragraph.text) - len(rest)
    links = [Link(max(0, link.start - cut), link.end - cut, link.url) for link in paragraph.links if link.end > cut]
    return Paragraph(rest, links)
