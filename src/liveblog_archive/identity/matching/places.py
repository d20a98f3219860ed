"""Where and when an entry of the earlier capture should stand in the later one.

Entries of which we are certain are the anchors. Their times give the shift of the page's clock, if it was shifted;
their ranks give the rank to expect of every other entry.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp

from ..runs import longest_either_way
from .sides import Sides

_MINUTES = 10.0  # a time this far away counts exp(-1)
_AGREED = 3  # entries that were retimed alike; fewer may be chance
_RANKS = 3.0  # a rank this far from where it was expected counts exp(-1)


class Places:
    """The expected times and ranks of other entries, worked out from the anchors."""

    def __init__(self, sides: Sides, anchors: Mapping[int, int]) -> None:
        self._sides = sides
        self.shift = clock_shift(sides, anchors)
        pairs = sorted(
            (rank, after)
            for one, other in anchors.items()
            if (rank := sides.before.ranks[one]) is not None and (after := sides.after.ranks[other]) is not None
        )
        run, reversed_ = longest_either_way([after for _, after in pairs])
        last = len(sides.after.entries) - 1
        self.ranks = [(last - rank if reversed_ else rank) for rank in sides.after.ranks if rank is not None]
        self._anchors = [(pairs[i][0], last - pairs[i][1] if reversed_ else pairs[i][1]) for i in run]

    def expected(self, index: int) -> float | None:
        """Return the rank in the later capture where an entry of the earlier one should stand."""
        rank = self._sides.before.ranks[index]
        if rank is None:
            return None
        anchors = self._anchors
        place = bisect_left(anchors, (rank, -1))
        if not anchors:
            return float(rank)
        if place == 0:
            return float(anchors[0][1] - anchors[0][0] + rank)
        if place == len(anchors):
            return float(anchors[-1][1] - anchors[-1][0] + rank)
        (start, first), (end, last) = anchors[place - 1], anchors[place]
        return first + (rank - start) * (last - first) / (end - start)

    def time(self, one: int, other: int) -> float | None:
        """Return 0 to 1, how near two printed times are once the shift is taken out; None where one is missing."""
        first, second = self._sides.before.minutes[one], self._sides.after.minutes[other]
        if first is None or second is None:
            return None
        return round(exp(-abs(second - first - self.shift) / _MINUTES), 6)

    def neighbours(self, one: int, other: int) -> float:
        """Return 0 to 1, how near an entry stands to the rank that was expected."""
        expected = self.expected(one)
        return 0.0 if expected is None else round(exp(-abs(self.ranks[other] - expected) / _RANKS), 6)

    def near(self, one: int, other: int) -> bool:
        """Tell whether an entry stands about where it was expected."""
        expected = self.expected(one)
        return expected is None or abs(self.ranks[other] - expected) <= _RANKS

    def nearest(self, ones: Iterable[int], others: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield the entries that stand about where they were expected, where no other of them stands as near."""
        before = sorted((expected, one) for one in ones if (expected := self.expected(one)) is not None)
        after = sorted((float(self.ranks[other]), other) for other in others)
        for place, (expected, one) in enumerate(before):
            found = _nearest(expected, after)
            if found is not None and _nearest(after[found][0], before) == place:
                yield one, after[found][1]


def _nearest(rank: float, ranked: Sequence[tuple[float, int]]) -> int | None:
    """Return the place of what is ranked near a rank, and nearer than all else by one rank at least."""
    place = bisect_left(ranked, (rank, -1))
    around = range(max(place - 2, 0), min(place + 2, len(ranked)))
    (least, found), *more = sorted((abs(ranked[at][0] - rank), at) for at in around)
    return None if least > _RANKS or (more and more[0][0] < least + 1) else found


def clock_shift(sides: Sides, anchors: Mapping[int, int]) -> float:
    """Return the minutes by which most anchors were retimed alike, as when a page moves to another clock."""
    return modal_shift((sides.before.minutes[one], sides.after.minutes[other]) for one, other in anchors.items())


def modal_shift(minutes: Iterable[tuple[float | None, float | None]]) -> float:
    """Return the difference that most pairs of times have, three at least; 0 if there is none."""
    shifts = Counter(second - first for first, second in minutes if first is not None and second is not None)
    most = max(shifts, key=lambda shift: (shifts[shift], -abs(shift), shift), default=0.0)
    return most if shifts[most] >= _AGREED and 2 * shifts[most] > shifts.total() else 0.0
