"""What stands below the last entry and has times of its own: the comments of readers, a list of all that happened."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from ..page_words import says_comments
from .labels import Label
from .rows import Row
from .shape import ends_like_a_sentence, has_digit

_FEWEST = 2  # times above
_AROUND = " :.|–—-•*[]()"  # times


def below_entries(rows: Sequence[Row], ends: Sequence[int]) -> int:
    """Return the place from which on nothing is of any entry, whatever times it has, or that of the end.

    `ends` are the numbers of lines that say `Comments` or `Timeline`. The one that is the end stands behind text, and
    below it no time is set off as most are above it, nor does another day begin. A list tells times again; comments
    without times are counted, or set apart.
    """
    places = {number: bisect_left(rows, number, key=attrgetter("number")) for number in ends}
    found = (place for number, place in places.items() if place < len(rows) and rows[place].number == number)
    return next((place for place in found if _is_end(rows, place)), len(rows))


def _is_end(rows: Sequence[Row], place: int) -> bool:
    if not rows[place].plain or rows[place].running or rows[place - 1].alone:
        return False
    text = rows[place].text
    above = _kinds(rows[:place])
    below = _kinds(rows[place + 1 :])
    if _has_day(rows[:place]) and _has_day(rows[place + 1 :]):
        return False
    if above.total() < _FEWEST or not _has_said(rows[:place]):
        return False
    usual, count = above.most_common(1)[0]
    if below[usual] or 2 * count <= above.total():
        return False
    if says_comments(text):
        return bool(below) or has_digit(text) or rows[place].number > rows[place - 1].number + 1
    return _tells_again(rows[:place], rows[place + 1 :])


def _kinds(rows: Sequence[Row]) -> Counter[tuple[bool, bool, bool]]:
    """Return how times are set off: alone in their lines, behind a word, with a date, and how many are so."""
    return Counter((row.alone, row.label.said, _is_dated(row.label)) for row in rows if row.label is not None)


def _has_day(rows: Sequence[Row]) -> bool:
    return any(row.day is not None for row in rows)


def _tells_again(above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Tell whether there are times below, and most of them stand above as well, as labels or in the text."""
    told = {row.label.minutes for row in above if row.label is not None}
    text = "\n".join(row.text for row in above)
    labels = [row.label for row in below if row.label is not None]
    again = [label.minutes in told or label.text.strip(_AROUND) in text for label in labels]
    return 2 * sum(again) > len(again)


def _is_dated(label: Label) -> bool:
    return label.day is not None and not label.day.bare


def _has_said(rows: Sequence[Row]) -> bool:
    """Tell whether some sentence stands below, or beside, the last time."""
    last = next(place for place in range(len(rows) - 1, -1, -1) if rows[place].label is not None)
    return any(ends_like_a_sentence(row.text) for row in rows[last:])
