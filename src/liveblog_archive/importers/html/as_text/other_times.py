"""Lines of a page that are running text, whatever they look like: their times or headings begin no entry.

Such times stand in its title, in updates below timed headings, and in timetables.
"""

import re
from collections.abc import Sequence, Set
from itertools import takewhile

from ....model import Block, Heading, Paragraph
from ...text.labels import NEAR
from ...text.said_dates import says_updated
from ...text.shape import has_digit
from ..labels.printed import PrintedReader

_FIRST_DIGIT = re.compile(r"\d")
# What is measured at a time, in the rows of a table: `13.03., 15 Uhr | 3,10 m`.
_MEASURED = re.compile(r"\s\|\s[+−-]?\d+(?:[.,]\d+)?(?:\s?[^\W\d]{1,4}(?:[/³²][^\W\d]{0,4})?|\s?[%°]C?)?(?=\s\||$)")
_FEWEST = 3
_MOST = 0.5  # of the lines that begin with a time are headings


def other_times(texts: Sequence[str], blocks: Sequence[Block], times: PrintedReader) -> Set[int]:
    """Return the places of the lines whose time begins no entry.

    `blocks` are those that the lines are of. The title of a page may repeat the newest headline with its time. Where
    headings begin the entries, `Update 16.40 Uhr: …` below one belongs to it. Lines of one paragraph that
    all begin with a time are a timetable where a line announces them; and rows of a table may say what was measured.
    """
    looked_at = [at for at, text in enumerate(texts) if has_digit(text[:NEAR])]
    may_be = {at for at in looked_at if _is_title(blocks[at]) or _says_updated(blocks[at])}
    rows = {at for at in looked_at if _is_row(blocks[at])}
    tabled = {at for at in looked_at if _MEASURED.search(texts[at])}
    if not (may_be or rows or tabled):
        return set()
    timed = {at: blocks[at] for at in looked_at if times.begins(texts[at])}
    title = {at for at in may_be if at in timed and _is_title(blocks[at])}
    found = title if len(title) == 1 and len(timed) > _FEWEST else set()
    headed = sum(isinstance(block, Heading) for block in timed.values())
    if headed >= max(_FEWEST, _MOST * len(timed)):
        found |= {at for at in may_be - title if at in timed}
    listed = {at for at in rows & timed.keys() if _is_announced(at, texts, blocks, timed.keys())}
    listed |= tabled & timed.keys()
    if len(listed) < _MOST * len(timed):
        found |= listed
    return found


def changes_in(texts: Sequence[str], alike: Set[str], times: PrintedReader) -> dict[int, tuple[str, str]]:
    """Return the lines that are a time and that of a change, by their place: `Publié à 16:12`, `Modifié à 16:55`.

    They are of `alike`, the times of entries: the page may say the like of itself.
    """
    split = {at: times.split_change(text) for at, text in enumerate(texts) if text in alike}
    return {at: (said, change) for at, (said, change) in split.items() if change is not None}


def inner_headings(texts: Sequence[str], blocks: Sequence[Block], inner: Set[str]) -> Set[int]:
    """Return the places of the headings that begin no entry, `inner`, among the lines."""
    return {at for at, text in enumerate(texts) if text in inner and isinstance(blocks[at], Heading)}


def _is_row(block: Block) -> bool:
    return isinstance(block, Paragraph) and "\n" in block.text


def _is_announced(at: int, texts: Sequence[str], blocks: Sequence[Block], timed: Set[int]) -> bool:
    """Tell whether a line is of those that end a paragraph, each with a time, below a line that announces them."""
    first = next((one for one in range(at, -1, -1) if one not in timed or blocks[one] is not blocks[at]), -1)
    rest = takewhile(lambda one: blocks[one] is blocks[at], range(at, len(texts)))
    return first >= 0 and texts[first].endswith((":", "：")) and all(one in timed for one in rest)


def _is_title(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _says_updated(block: Block) -> bool:
    return isinstance(block, Paragraph) and says_updated(_FIRST_DIGIT.split(block.text[:NEAR], maxsplit=1)[0])
