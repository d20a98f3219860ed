"""Times in lines of their own that close their entries: `Posted Mar 05, 2026 - 03:02 CST` below what was posted."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

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
    above = [(rows[at - 1], rows[at]) for at in labels]
    if any(between(one.number, other.number, numbers) for one, other in above):
        return False
    if sum(ends_like_a_sentence(row.text) for row, _ in above) < _NEARLY_ALL * len(labels):
        return False
    below = [(rows[at], rows[at + 1]) for at in labels[:-1]]
    blank_above, blank_below = (sum(are_apart(*pair, numbers) for pair in side) for side in (above[:-1], below))
    if blank_above != blank_below:
        return not blank_above and blank_below >= _NEARLY_ALL * len(below)
    of_page = sum(between(one.number, other.number, numbers) > 0 for one, other in below)
    foot = rows[labels[-1] + 1 :]
    return _is_headed_below(rows, labels) and (
        all(_PUBLISHED.match(rows[at].text) for at in labels)
        or 0 < of_page < _NEARLY_ALL * len(below)
        or (len(foot) > 1 and not any(ends_like_a_sentence(row.text) for row in foot))
    )


def _is_headed_below(rows: Sequence[Row], labels: Sequence[int]) -> bool:
    """Tell whether a headline and a sentence stand below nearly all labels, but not below the last."""
    headed = sum(begins(rows[one + 1 : other]) == _HEADED for one, other in pairwise(labels))
    return headed >= _NEARLY_ALL * (len(labels) - 1) and begins(rows[labels[-1] + 1 :]) != _HEADED


def begins(rows: Sequence[Row]) -> tuple[bool, ...]:
    """Return which of the first two of these rows end like sentences."""
    return tuple(ends_like_a_sentence(row.text) for row in rows[:2])


def between(one: int, other: int, numbers: Sequence[int]) -> int:
    """Return how many of the numbers of lines are between two."""
    return bisect_right(numbers, other) - bisect_right(numbers, one)


def are_apart(one: Row, other: Row, numbers: Sequence[int]) -> bool:
    """Tell whether there are blank lines between two rows, besides those with the numbers."""
    return other.number - one.number > between(one.number, other.number, numbers) + 1
