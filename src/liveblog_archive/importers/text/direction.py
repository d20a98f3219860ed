"""Which way a text runs: found from its labels and headings before any date is rolled over midnight."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...model.order import Order
from .labels import Label

_DAY = 24 * 60


def steps(labels: Sequence[Label]) -> tuple[int, int]:
    """Return how many neighbours among `labels` step forward in time, and how many backward.

    The clock is a circle: 23:46 to 00:04 is a small step forward, not a large one backward.
    """
    forward = backward = 0
    for one, other in pairwise(labels):
        delta = (other.minutes - one.minutes) % _DAY
        if delta and delta < _DAY // 2:
            forward += 1
        elif delta:
            backward += 1
    return forward, backward


class Direction(NamedTuple):
    """A direction and its evidence: steps of the clock and of the headings that agree with it, and that do not."""

    order: Order | None
    agree: int
    disagree: int


def find_order(sections: Iterable[Sequence[Label]], days: Sequence[int]) -> Direction:
    """Return the direction of a text; its order is None where nothing tells.

    `sections` are the labels of each day, `days` the days that are known, as ordinals, both in source order.
    """
    forward = backward = 0
    for labels in sections:
        ahead, back = steps(labels)
        forward, backward = forward + ahead, backward + back
    up = sum(a < b for a, b in pairwise(days))
    down = sum(a > b for a, b in pairwise(days))
    if down > up and forward > backward:
        return Direction("newest-day-first", down + forward, up + backward)
    if down > up or (down == up and backward > forward):
        return Direction("newest-first", down + backward, up + forward)
    if forward >= backward and (up or forward > backward):
        return Direction("oldest-first", up + forward, down + backward)
    return Direction(None, 0, up + down + forward + backward)
