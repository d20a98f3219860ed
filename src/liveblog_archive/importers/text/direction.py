"""Which way a text runs: found from its labels and headings before any date is rolled over midnight."""

import itertools
from collections.abc import Iterable, Sequence

from ...model.order import Order
from .labels import Label

_DAY = 24 * 60


def steps(labels: Sequence[Label]) -> tuple[int, int]:
    """Return how many neighbours among `labels` step forward in time, and how many backward.

    The clock is a circle: 23:46 to 00:04 is a small step forward, not a large one backward.
    """
    forward = backward = 0
    for one, other in itertools.pairwise(labels):
        delta = (other.minutes - one.minutes) % _DAY
        if delta and delta < _DAY // 2:
            forward += 1
        elif delta:
            backward += 1
    return forward, backward


def find_order(sections: Iterable[Sequence[Label]], days: Sequence[int]) -> Order | None:
    """Return the direction of a text, or None where nothing tells.

    `sections` are the labels under each day heading, `days` the headings' dates as ordinals, both in source order.
    """
    forward = backward = 0
    for labels in sections:
        ahead, back = steps(labels)
        forward, backward = forward + ahead, backward + back
    up = sum(a < b for a, b in itertools.pairwise(days))
    down = sum(a > b for a, b in itertools.pairwise(days))
    if down > up:
        return "newest-day-first" if forward > backward else "newest-first"
    if up > down:
        return "oldest-first" if forward >= backward else None
    if forward == backward:
        return None
    return "oldest-first" if forward > backward else "newest-first"
