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
from .block_lines import PageLines

_FIRST_DIGIT = re.compile(r"\d")
# What is measured at a time, in the rows of a table: `13.03., 15 Uhr | 3,10 m`.
_MEASURED = re.compile(r"\s\|\s[+−-]?\d+(?:[.,]\d+)?(?:\s?[^\W\d]{1,4}(?:[/³²][^\W\d]{0,4})?|\s?[%°]C?)?(?=\s\||$)")
_FEWEST = 3
_MOST = 0.5  # of the lines that begin with a time are headings


def other_times(page: PageLines, times: PrintedReader) -> Set[int]:
    """Return the places of the lines whose time begins no entry.

    The title of a page may repeat the newest headline with its time. Where
    headings begin the entries, `Update 16.40 Uhr: …` below one belongs to it. Lines of one paragraph that
    all begin with a time are a timetable where a line announces them; and rows of a table may say what was measured.
    """
    texts = page.texts
    blocks = {at: page.block(at) for at, text in enumerate(texts) if has_digit(text[:NEAR])}
    title = {at for at, block in blocks.items() if isinstance(block, Heading) and block.level == 1}
    updates = {at for at, block in blocks.items() if _says_updated(block)}
    rows = {at for at, block in blocks.items() if isinstance(block, Paragraph) and "\n" in block.text}
    tabled = {at for at in blocks if _MEASURED.search(texts[at])}
    if not (title or updates or rows or tabled):
        return set()
    timed = {at for at in blocks if times.begins(texts[at])}
    title &= timed
    found = title if len(title) == 1 and len(timed) > _FEWEST else set()
    if sum(isinstance(blocks[at], Heading) for at in timed) >= max(_FEWEST, _MOST * len(timed)):
        found |= updates & timed
    listed = {at for at in rows & timed if _is_announced(at, page, timed)} | (tabled & timed)
    if len(listed) < _MOST * len(timed):
        found |= listed
    return found


def changes_in(texts: Sequence[str], alike: Set[str], times: PrintedReader) -> dict[int, tuple[str, str]]:
    """Return the lines that are a time and that of a change, by their place: `Publié à 16:12`, `Modifié à 16:55`.

    They are of `alike`, the times of entries: the page may say the like of itself.
    """
    split = {at: times.split_change(text) for at, text in enumerate(texts) if text in alike}
    return {at: (said, change) for at, (said, change) in split.items() if change is not None}


def _is_announced(at: int, page: PageLines, timed: Set[int]) -> bool:
    """Tell whether a line is of those that end a paragraph, each with a time, below a line that announces them."""
    block = page.block(at)
    first = next((one for one in range(at, -1, -1) if one not in timed or page.block(one) is not block), -1)
    rest = takewhile(lambda one: page.block(one) is block, range(at, len(page.lines)))
    return first >= 0 and page.lines[first].text.endswith((":", "：")) and all(one in timed for one in rest)


def _says_updated(block: Block) -> bool:
    return isinstance(block, Paragraph) and says_updated(_FIRST_DIGIT.split(block.text[:NEAR], maxsplit=1)[0])
