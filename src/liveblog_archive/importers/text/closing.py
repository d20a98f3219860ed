"""Times in lines of their own that close their entries: `Posted Mar 05, 2026 - 03:02 CST` below what was posted."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ..vocabulary import PUBLISHED
from .rows import Row
from .shape import ends_like_a_sentence
from .source import Line

_FEWEST = 3  # times
_NEARLY_ALL = 0.8
_PUBLISHED = re.compile(PUBLISHED, re.IGNORECASE)
_HEADED = (False, True)  # no sentence, then one


def close_entries(rows: Sequence[Row], labels: Sequence[int], printed: Sequence[Line]) -> bool:
    """Tell whether times that stand alone close the entries above them, though text stands below each.

    A sentence stands right above nearly all, and above the first, and no line of the page, as may above a time that
    begins an entry. Then blank lines tell; or a headline and a sentence below nearly all but the last, where a word
    such as `Posted` introduces the times, a line of the page stands below some, or lines without any sentence below
    the last.
    """
    if len(labels) < _FEWEST or labels[0] == 0 or not ends_like_a_sentence(rows[labels[0] - 1].text):
        return False
    numbers = [number for number, _ in printed]
    above = []
    for at in labels:
        above.append(_lines(rows[at - 1], rows[at], numbers))
        if above[-1].of_page:
            return False
    if sum(ends_like_a_sentence(rows[at - 1].text) for at in labels) < _NEARLY_ALL * len(labels):
        return False
    below = [_lines(rows[at], rows[at + 1], numbers) for at in labels[:-1]]
    blank_above, blank_below = (sum(lines.blank > 0 for lines in side) for side in (above[:-1], below))
    if blank_above != blank_below:
        return not blank_above and blank_below >= _NEARLY_ALL * len(below)
    foot = rows[labels[-1] + 1 :]
    return _is_headed_below(rows, labels) and (
        all(_PUBLISHED.match(rows[at].text) for at in labels)
        or 0 < sum(lines.of_page > 0 for lines in below) < _NEARLY_ALL * len(below)
        or (len(foot) > 1 and not any(ends_like_a_sentence(row.text) for row in foot))
    )


def _is_headed_below(rows: Sequence[Row], labels: Sequence[int]) -> bool:
    """Tell whether a headline and a sentence stand below nearly all labels, but not below the last."""
    headed = sum(begins(rows[one + 1 : other]) == _HEADED for one, other in pairwise(labels))
    return headed >= _NEARLY_ALL * (len(labels) - 1) and begins(rows[labels[-1] + 1 :]) != _HEADED


def begins(rows: Sequence[Row]) -> tuple[bool, ...]:
    """Return which of the first two of these rows end like sentences."""
    return tuple(ends_like_a_sentence(row.text) for row in rows[:2])


class _Lines(NamedTuple):
    """How many lines of the page stand between two rows, and how many that are blank."""

    of_page: int
    blank: int


def _lines(one: Row, other: Row, printed: Sequence[int]) -> _Lines:
    between = other.number - one.number - 1
    of_page = bisect_right(printed, other.number) - bisect_right(printed, one.number) if between else 0
    return _Lines(of_page, between - of_page)
