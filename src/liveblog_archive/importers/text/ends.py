"""Where the last entry of a text ends, by the habits of those before it, whatever what is below it reads like."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from ..agencies import AGENCIES
from ..page_words import leads_elsewhere, says_advert
from .rows import Row
from .segmentation import Draft
from .shape import ends_like_a_sentence, is_stub
from .source import Line

_USUAL = 2 / 3
_FEWEST = 3  # paragraphs that follow on others of their entry
_HEADING = re.compile(r"(#{1,6})\s")  # as Markdown has them
# `(dpa)`, `(rim/sda)`: who wrote all that stands above.
_SIGNED = re.compile(r"\((?P<names>[^\W\d_]{2,9}(?:/[^\W\d_]{2,9})*)\)$")
_AGENCIES = frozenset(name.casefold() for name in AGENCIES)


def end_of_last(rows: Sequence[Row], own: int, earlier: Sequence[Draft], printed: Sequence[Line]) -> int:
    """Return the index in `rows`, from `own` on, of the first that is not of the last entry; their number if all are.

    `earlier` are the entries before it, `printed` the lines that the page printed between entries.
    """
    numbers = [number for number, _ in printed]
    below = (
        _below_foot(rows, own, earlier, [line for line in printed if not says_advert(line[1])]),
        _below_blank(rows, own, earlier, numbers),
        _below_heading(rows, own, earlier),
        _below_signature(rows, own, earlier, numbers),
    )
    return min(next(iter(places), len(rows)) for places in below)


def _below_foot(rows: Sequence[Row], own: int, earlier: Sequence[Draft], lines: Sequence[Line]) -> Sequence[int]:
    """Return the places of rows below a line of the page such as most entries end above, but for a time of change.

    An entry that goes on below such a line, as one that is set apart by rules may, shows that the last one may, too.
    What stands between two that say the same is an entry without a time.
    """
    feet = [number for number, _ in lines]
    if len(earlier) < 2 or len(feet) < 2 or any(_goes_on_below(draft, feet) for draft in earlier):
        return ()
    ends = [next((row.number for row in reversed(draft.rows) if not row.running), draft.first) for draft in earlier]
    begins = [*(draft.first for draft in earlier[1:]), rows[0].number]
    if sum(_between(end, begin, feet) > 0 for end, begin in zip(ends, begins, strict=True)) < _USUAL * len(earlier):
        return ()
    own_feet = lines[bisect_right(feet, rows[own - 1].number) :]
    last = max((number for number, text in own_feet if text == own_feet[0][1]), default=rows[-1].number)
    below = [(at, rows[at]) for at in range(own, len(rows)) if rows[at].number > last]
    return [at for at, row in below if not row.running or leads_elsewhere(row.text)]


def _goes_on_below(draft: Draft, feet: Sequence[int]) -> bool:
    """Tell whether an entry has text above a line of the page, and a sentence below it."""
    text = draft.rows[-len(draft.body) :] if len(draft.body) > 1 else []
    said = [row.number for row in text if not row.running and ends_like_a_sentence(row.text)]
    return bool(said) and _between(text[0].number, said[-1], feet) > 0


def _below_blank(rows: Sequence[Row], own: int, earlier: Sequence[Draft], printed: Sequence[int]) -> Sequence[int]:
    """Return the places of rows below blank lines, where none stand between the paragraphs of one entry.

    With what reads like a paragraph, or like an item of a list, the entry goes on.
    """
    end = next((at + 1 for at in range(len(rows) - 1, own - 1, -1) if not is_stub(rows[at].text, 0)), own)
    found = [at for at in range(end, len(rows)) if _are_apart(rows[at - 1], rows[at], printed)]
    if not found:
        return ()
    pairs = [pair for draft in earlier if len(draft.body) > 1 for pair in pairwise(draft.rows[-len(draft.body) :])]
    return () if len(pairs) < _FEWEST or any(_are_apart(*pair, printed) for pair in pairs) else found


def _below_heading(rows: Sequence[Row], own: int, earlier: Sequence[Draft]) -> Sequence[int]:
    """Return the places of headings that stand higher than those of all entries."""
    found = {at: level for at in range(own, len(rows)) if (level := _level(rows[at].text))}
    levels = {_level(draft.rows[0].text) for draft in earlier} if found else {0}
    return [at for at, level in found.items() if all(level < usual for usual in levels)]


def _below_signature(
    rows: Sequence[Row], own: int, earlier: Sequence[Draft], printed: Sequence[int]
) -> Sequence[int]:
    """Return the places of rows below the signature of a news agency and a blank line, where no entry goes on so."""
    found = [
        at
        for at in range(own, len(rows))
        if _ends_signed(rows[at - 1].text, alone=True) and _are_apart(rows[at - 1], rows[at], printed)
    ]
    goes_on = found and any(_ends_signed(row.text) for draft in earlier for row in draft.rows[:-1])
    return () if goes_on else found


def _level(text: str) -> int:
    mark = _HEADING.match(text)
    return len(mark[1]) if mark else 0


def _ends_signed(text: str, *, alone: bool = False) -> bool:
    """Tell whether a line ends with the signature of news agencies; `alone`, with nothing before it."""
    signed = _SIGNED.match(text) if alone else _SIGNED.search(text)
    return signed is not None and not _AGENCIES.isdisjoint(signed["names"].casefold().split("/"))


def _are_apart(one: Row, other: Row, printed: Sequence[int]) -> bool:
    """Tell whether there are blank lines between two rows."""
    return other.number - one.number > _between(one.number, other.number, printed) + 1


def _between(one: int, other: int, printed: Sequence[int]) -> int:
    """Return how many lines the page printed between two lines."""
    return bisect_right(printed, other) - bisect_right(printed, one)
