"""How the text of an entry begins: what sets it off from a time before it, and a first line that is its headline."""

import re
from itertools import takewhile

from ....model import Block, Link, Media, Paragraph
from ...text.shape import is_headline_like
from ..labels.crediting import starts_with_by
from ..labels.printed import PrintedReader
from ..update import Update

_SET_OFF = re.compile(r"\A[|·:–—-]+(?:\s+|\Z)")


def tidy(update: Update, *, has_own_line: bool) -> None:
    """Take off the text what set it off from a time before it, and a first line that is a headline.

    A text with `has_own_line` is set off already: with a dash somebody begins to speak.
    """
    shown, first, rest = parted(update)
    if first is None:
        return
    if not has_own_line:
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


def take_label(update: Update, times: PrintedReader) -> None:
    """Take the time off the headline or the first paragraph, where it stands in front of their words."""
    if update.headline and (split := times.split(update.headline)):
        update.printed, update.headline = split
        return
    first = update.blocks[0] if update.blocks else None
    if isinstance(first, Paragraph) and (split := times.split(first.text)):
        update.printed = split[0]
        update.blocks[0] = shortened(first, split[1])


def shortened(paragraph: Paragraph, rest: str) -> Paragraph:
    """Return the paragraph that ends in `rest` without what stands before that; links keep their words."""
    cut = len(paragraph.text) - len(rest)
    if not cut:
        return paragraph
    links = [Link(max(0, link.start - cut), link.end - cut, link.url) for link in paragraph.links if link.end > cut]
    return Paragraph(rest, links)


def parted(update: Update) -> tuple[list[Block], Paragraph | None, list[Block]]:
    """Return the pictures above the text of an update, its first paragraph, and the rest; None where it has none."""
    shown = [*takewhile(lambda block: isinstance(block, Media), update.blocks)]
    rest = update.blocks[len(shown) :]
    first = rest.pop(0) if rest else None
    return (shown, first, rest) if isinstance(first, Paragraph) else (shown, None, rest)
