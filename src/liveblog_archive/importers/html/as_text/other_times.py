"""Times of a page's lines that begin no entry: that in its title, and those of updates below timed headings.

While the lines go through the rules for labels, characters that no page prints stand for the digits of such times.
"""

import re
from collections.abc import Mapping, Sequence

from attrs import evolve

from ....model import Block, Heading, LiveBlog, Paragraph
from ...text.labels import NEAR
from ...text.shape import has_digit
from ..labels.printed import PrintedReader, says_updated

_DIGITS = "0123456789"
_HIDDEN = "".join(map(chr, range(0xFDD0, 0xFDDA)))  # noncharacters of Unicode
_HIDE, _SHOW = str.maketrans(_DIGITS, _HIDDEN), str.maketrans(_HIDDEN, _DIGITS)
_FIRST_DIGIT = re.compile(r"\d")
_FEWEST = 3
_MOST = 0.5  # of the lines that begin with a time are headings


def hidden(texts: Sequence[str], blocks: Sequence[Block], times: PrintedReader) -> Mapping[int, str]:
    """Return the lines whose time begins no entry, by their place, with their digits hidden.

    `blocks` are those that the lines are of. The title of a page may repeat the newest headline with its time. Where
    headings begin the entries, `Update 16.40 Uhr: …` below one belongs to it.
    """
    looked_at = [at for at, text in enumerate(texts) if has_digit(text[:NEAR])]
    may_be = {at for at in looked_at if _is_title(blocks[at]) or _says_updated(blocks[at])}
    if not may_be:
        return {}
    timed = {at: blocks[at] for at in looked_at if times.begins(texts[at])}
    title = {at for at in may_be if at in timed and _is_title(blocks[at])}
    found = title if len(title) == 1 and len(timed) > _FEWEST else set()
    headed = sum(isinstance(block, Heading) for block in timed.values())
    if headed >= max(_FEWEST, _MOST * len(timed)):
        found |= {at for at in may_be - title if at in timed}
    return {at: texts[at].translate(_HIDE) for at in found}


def _is_title(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _says_updated(block: Block) -> bool:
    return isinstance(block, Paragraph) and says_updated(_FIRST_DIGIT.split(block.text[:NEAR], maxsplit=1)[0])


def shown(blog: LiveBlog) -> LiveBlog:
    """Return a blog with the digits that were hidden in its texts."""
    entries = [
        evolve(entry, headline=entry.headline and entry.headline.translate(_SHOW), body=[*map(_shown, entry.body)])
        for entry in blog.entries
    ]
    return evolve(blog, entries=entries, introduction=[*map(_shown, blog.introduction)])


def _shown(block: Block) -> Block:
    return evolve(block, text=block.text.translate(_SHOW)) if isinstance(block, Paragraph) else block
