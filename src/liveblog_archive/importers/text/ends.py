"""Where the last entry of a text ends, by the habits of those before it, whatever what is below it reads like."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from ..agencies import AGENCIES
from ..page_words import leads_elsewhere, says_advert
from .rows import Row
from .segmentation import Draft
from .source import Line

_USUAL = 2 / 3
_FEWEST = 3  # paragraphs that follow on others of their entry
_HEADING = re.compile(r"(#{1,6})\s")  # as Markdown has them
# `(dpa)`, `(rim/sda)`: who wrote all that stands above.
_SIGNED = re.compile(r"\((?P<names>[^\W\d_]{2,9}(?:/[^\W\d_]{2,9})*)\)")
_AGENCIES = frozenset(name.casefold() for name in AGENCIES)


def end_of_last(rows: Sequence[Row], own: int, earlier: Sequence[Draft], printed: Sequence[Line]) -> int:
    """Return the index in `rows`, from `own` on, of the first that is not of the last entry; their number if all are.

    `earlier` are the entries before it, `printed` the lines that the page printed between entries.
    """
    numbers = [number for number, _ in printed]
    below = (
        _below_foot(rows, own, earlier, [number for number, text in printed if not says_advert(text)]),
        _below_blank(rows, own, earlier, numbers),
        _below_heading(rows, own, earlier),
        (place for place in range(own, len(rows)) if _is_signature(rows[place - 1].text)),
    )
    return min(next(iter(places), len(rows)) for places in below)


def _below_foot(rows: Sequence[Row], own: int, earlier: Sequence[Draft], feet: Sequence[int]) -> Sequence[int]:
    """Return the places of rows below a line of the page such as most entries end above, but for a time of change."""
    if len(earlier) < 2 or len(feet) < 2:
        return ()
    ends = [next((row.number for row in reversed(draft.rows) if not row.running), draft.first) for draft in earlier]
    begins = [*(draft.first for draft in earlier[1:]), rows[0].number]
    if sum(_between(end, begin, feet) > 0 for end, begin in zip(ends, begins, strict=True)) < _USUAL * len(earlier):
        return ()
    start = rows[own - 1].number
    below = [(at, rows[at]) for at in range(own, len(rows)) if _between(start, rows[at].number, feet)]
    return [at for at, row in below if not row.running or leads_elsewhere(row.text)]


def _below_blank(rows: Sequence[Row], own: int, earlier: Sequence[Draft], printed: Sequence[int]) -> Sequence[int]:
    """Return the places of rows below blank lines, where none stand between the paragraphs of one entry."""
    found = [at for at in range(own, len(rows)) if _are_apart(rows[at - 1], rows[at], printed)]
    if not found:
        return ()
    pairs = [pair for draft in earlier if len(draft.body) > 1 for pair in pairwise(draft.rows[-len(draft.body) :])]
    return () if len(pairs) < _FEWEST or any(_are_apart(*pair, printed) for pair in pairs) else found


def _below_heading(rows: Sequence[Row], own: int, earlier: Sequence[Draft]) -> Sequence[int]:
    """Return the places of headings that stand as high as those of all entries."""
    found = {at: level for at in range(own, len(rows)) if (level := _level(rows[at].text))}
    levels = {_level(draft.rows[0].text) for draft in earlier} if found else {0}
    return [at for at, level in found.items() if {level <= usual for usual in levels} == {True}]


def _level(text: str) -> int:
    mark = _HEADING.match(text)
    return len(mark[1]) if mark else 0


def _is_signature(text: str) -> bool:
    """Tell whether a line is the signature of a news agency, alone or beside others."""
    signed = _SIGNED.fullmatch(text)
    return signed is not None and not _AGENCIES.isdisjoint(signed["names"].casefold().split("/"))


def _are_apart(one: Row, other: Row, printed: Sequence[int]) -> bool:
    """Tell whether there are blank lines between two rows."""
    return other.number - one.number > _between(one.number, other.number, printed) + 1


def _between(one: int, other: int, printed: Sequence[int]) -> int:
    """Return how many lines the page printed between two lines."""
    return bisect_right(printed, other) - bisect_right(printed, one)
