"""Headlines: what is called one, the first line of a text, and questions where most entries of a page have one."""

import re
from collections.abc import Sequence
from itertools import takewhile

from attrs import evolve
from lxml import etree

from ...model import Block, Entry, Link, Media, Paragraph
from ..markup.classes import ClassPattern
from ..markup.tree import line_inside
from ..text.shape import is_headline_like, is_question
from .crediting import starts_with_by
from .update import Update

_TITLE = ClassPattern(
    r"(?:^|[\s_-])(?:title|headline|ttl|heading|tit|titre|titel|titulo|titolo|titular|tytul|tyt|tittel)(?:$|[\s_-])"
)
_SET_OFF = re.compile(r"\A[|·:–—-]+(?:\s+|\Z)")
_BOLD = frozenset({"b", "strong"})
_MOST = 0.5  # of the entries have a headline


def with_questions(updates: Sequence[Update]) -> list[Update]:
    """Return updates with headlines that only those of most others tell: a first line that asks, or all there is."""
    if sum(update.headline is not None for update in updates) >= _MOST * len(updates):
        for update in updates:
            _take_question(update)
    return [*updates]


def _take_question(update: Update) -> None:
    shown, first, rest = _parted(update)
    if update.headline is not None or first is None or first.links or "\n" in first.text:
        return
    if is_question(first.text) if rest else is_headline_like(first.text, words=1):
        update.headline = first.text
        update.blocks = [*shown, *rest]


def _parted(update: Update) -> tuple[list[Block], Paragraph | None, list[Block]]:
    """Return the pictures above the text of an update, its first paragraph, and the rest; None where it has none."""
    shown = [*takewhile(lambda block: isinstance(block, Media), update.blocks)]
    rest = update.blocks[len(shown) :]
    first = rest.pop(0) if rest else None
    return (shown, first, rest) if isinstance(first, Paragraph) else (shown, None, rest)


def with_headlines_alone(entries: Sequence[Entry]) -> list[Entry]:
    """Return entries with a line that is all there is as the headline, where most of the others have one."""
    timed = [entry for entry in entries if entry.time]
    if sum(entry.headline is not None for entry in timed) < _MOST * len(timed):
        return [*entries]
    return [evolve(entry, headline=entry.text, body=()) if _is_headline_alone(entry) else entry for entry in entries]


def _is_headline_alone(entry: Entry) -> bool:
    if entry.headline is not None or entry.time is None or len(entry.body) != 1:
        return False
    text = entry.text
    is_line = isinstance(entry.body[0], Paragraph) and not entry.body[0].links and "\n" not in text
    return is_line and (is_headline_like(text, words=1) or is_question(text))


def is_titled(element: etree._Element) -> bool:
    """Tell whether the class of an element, or of a box that it is alone in, says that it is a headline."""
    box = element.getparent()
    return _says_title(element) or (box is not None and len(box) == 1 and _says_title(box))


def _says_title(element: etree._Element) -> bool:
    tag = str(element.tag)
    return _TITLE.fits(element) or ("-" in tag and _TITLE.says(tag))


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
    return bold if is_headline_like(text, words=1) or is_question(text) else None


def tidy(update: Update) -> None:
    """Take off the text what set it off from a time before it, and a first line that is a headline."""
    shown, first, rest = _parted(update)
    if first is None:
        return
    first = shortened(first, _SET_OFF.sub("", first.text))
    update.blocks = [*shown, first, *rest] if first.text else [*shown, *rest]
    is_alone = bool(rest) and not first.links and "\n" not in first.text
    if (
        update.headline is None
        and is_alone
        and is_headline_like(first.text, words=1)
        and not starts_with_by(first.text)
    ):
        update.headline = first.text
        update.blocks = [*shown, *rest]


def shortened(paragraph: Paragraph, rest: str) -> Paragraph:
    """Return the paragraph that ends in `rest` without what stands before that; links keep their words."""
    cut = len(paragraph.text) - len(rest)
    links = [Link(max(0, link.start - cut), link.end - cut, link.url) for link in paragraph.links if link.end > cut]
    return Paragraph(rest, links)
