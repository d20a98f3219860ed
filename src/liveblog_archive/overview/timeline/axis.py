"""The axis: which stretches of time are drawn, which pauses are cut out, and where a time stands on it."""

from bisect import bisect_right
from collections.abc import Sequence
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple

from ..instants import Instants

# A pause that takes more than half of the axis is cut if it is long, and if there are enough times to be shown.
_SHORTEST = 6 * 3600
_FEWEST = 4
_MOST_CUTS = 3
# What the mark of a cut takes of the axis.
CUT_WIDTH = 0.03


class Segment(NamedTuple):
    """A stretch of the axis that runs evenly: seconds `start` to `end` on `left` to `right`."""

    start: float
    end: float
    left: float
    right: float

    def x(self, instant: float) -> float:
        """Return where an instant of this stretch stands."""
        share = (instant - self.start) / (self.end - self.start)
        return min(max(self.left + share * (self.right - self.left), self.left), self.right)


class Axis(NamedTuple):
    """Segments from left to right, with a cut between two."""

    segments: tuple[Segment, ...]

    @classmethod
    def over(cls, stretches: Sequence[tuple[float, float]]) -> "Axis":
        """Return the axis that shows these stretches of time, each as wide as it is long."""
        shown = sum(end - start for start, end in stretches)
        room = 1.0 - CUT_WIDTH * (len(stretches) - 1)
        segments = []
        left = 0.0
        for number, (start, end) in enumerate(stretches, start=1):
            right = 1.0 if number == len(stretches) else left + (end - start) / shown * room
            segments.append(Segment(start, end, left, right))
            left = right + CUT_WIDTH
        return cls(tuple(segments))

    def x(self, instant: float) -> float:
        """Return where an instant stands; one outside, or in a cut, at the nearest place that is shown before it."""
        index = bisect_right(self.segments, instant, key=lambda segment: segment.start) - 1
        return self.segments[max(index, 0)].x(instant)


def shown_runs(instants: Instants) -> list[tuple[float, float]]:
    """Return the first and last instant of each run that is shown; between two runs a long pause is cut out.

    A pause of at least six hours is cut where it is longer than all the rest.
    """
    pauses = nlargest(_MOST_CUTS, ((after - before, before, after) for before, after in pairwise(instants)))
    shown = instants.last - instants.first
    cut: list[tuple[float, float]] = []
    for length, before, after in pauses:
        if len(instants) < _FEWEST or length < max(_SHORTEST, shown - length):
            break
        cut.append((before, after))
        shown -= length
    cut.sort()
    starts = [instants.first, *(after for _, after in cut)]
    ends = [*(before for before, _ in cut), instants.last]
    return list(zip(starts, ends, strict=True))
