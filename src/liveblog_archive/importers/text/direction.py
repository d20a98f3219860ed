"""Which way a text runs: found from its labels and headings before any date is rolled over midnight."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from ...model.order import Order
from .days import Day
from .label import Label

_DAY = 24 * 60
_HALF = _DAY // 2
_LEAP_YEAR = 2000  # stands for every year that is not printed: it has all days
_DAYS_OF_A_YEAR = 366
_YEAR = _DAYS_OF_A_YEAR * _DAY


def ordinal(day: Day | None) -> int | None:
    """Return a day as a number that can be compared; where no year is printed, all days are of one."""
    if day is None or day.month is None or day.day is None:
        return None
    return date(day.year or _LEAP_YEAR, day.month, day.day).toordinal()


def unwrapped(days: Sequence[int]) -> list[int]:
    """Return days of which no year is known with the turns of the year undone: after 31 December comes 1 January."""
    if any(date.fromordinal(day).year != _LEAP_YEAR for day in days):
        return list(days)
    found: list[int] = []
    for day in days:
        last = found[-1] if found else day
        found.append(day + round((last - day) / _DAYS_OF_A_YEAR) * _DAYS_OF_A_YEAR)
    return found


def steps(labels: Sequence[Label]) -> list[int]:
    """Return the minutes between neighbours among `labels`, negative for back in time.

    Without days the clock is a circle: 23:46 to 00:04 is a small step forward, not a large one backward. From a label
    with its day on, those without are that far from it.
    """
    minutes = [label.minutes for label in labels]
    sizes = [(other - one + _HALF) % _DAY - _HALF for one, other in pairwise(minutes)]
    if all(label.day is None for label in labels):
        return sizes
    has_years = any(label.day is not None and label.day.year is not None for label in labels)
    here: int | None = None
    for place, label in enumerate(labels):
        before = here + sizes[place - 1] if here is not None else None
        day = ordinal(label.day)
        here = day * _DAY + label.minutes if day is not None else before
        if here is not None and before is not None:
            here -= 0 if has_years else round((here - before) / _YEAR) * _YEAR
            sizes[place - 1] += here - before
    return sizes


def weights(sizes: Sequence[int]) -> tuple[int, int]:
    """Return how much steps speak for forward, and for backward: minutes say much, half a day says nothing."""
    forward = sum([_HALF - size if size < _HALF else 1 for size in sizes if size > 0])
    return forward, sum([_HALF + size if size > -_HALF else 1 for size in sizes if size < 0])


class Direction(NamedTuple):
    """A direction and its evidence: steps of the clock and of the headings that agree with it, and that do not."""

    order: Order | None
    agree: int
    disagree: int


def find_order(sections: Iterable[Sequence[Label]], days: Sequence[int]) -> Direction:
    """Return the direction of a text; its order is None where nothing tells.

    `sections` are the labels of each day, `days` the days that are known, as ordinals, both in source order.
    """
    ahead = back = forward = backward = 0
    for labels in sections:
        sizes = steps(labels)
        ahead += sum(size > 0 for size in sizes)
        back += sum(size < 0 for size in sizes)
        more_forward, more_backward = weights(sizes)
        forward, backward = forward + more_forward, backward + more_backward
    up = sum(a < b for a, b in pairwise(days))
    down = sum(a > b for a, b in pairwise(days))
    if down > up and forward > backward:
        return Direction("newest-day-first", down + ahead, up + back)
    if down > up or (down == up and backward > forward):
        return Direction("newest-first", down + back, up + ahead)
    if forward >= backward and (up or forward > backward):
        return Direction("oldest-first", up + ahead, down + back)
    return Direction(None, 0, up + down + ahead + back)
