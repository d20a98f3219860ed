"""What fills the axis: how many entries stand in each step of time, what is cut out, and where it is night."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta, tzinfo
from itertools import pairwise
from typing import NamedTuple

from attrs import frozen

from ..instants import midnight, seconds
from .axis import Axis
from .units import DAY, at, midnights

NIGHT_BEGINS, NIGHT_ENDS = 22, 6
# More nights than these are stripes that tell nothing.
_MOST_NIGHTS = 45


@frozen
class Bin:
    """A step of time from `start` on, before `end`, which stands from `left` to `right`.

    `count` entries state a time in it, `approximate` of them only an approximate one; `height` is its count as a part
    of that of the fullest step.
    """

    start: datetime
    end: datetime
    count: int
    approximate: int
    left: float
    right: float
    height: float


class Stretch(NamedTuple):
    """A stretch of the axis, such as a night."""

    left: float
    right: float


class Cut(NamedTuple):
    """A pause that is cut out: nothing was published after `start` and before `end`."""

    start: datetime
    end: datetime
    left: float
    right: float


def bins(
    axis: Axis,
    boundaries: Sequence[Sequence[float]],
    instants: Iterable[float],
    approximate: Iterable[float],
    zone: tzinfo | None,
) -> tuple[Bin, ...]:
    """Return every step of each segment, the empty ones too.

    `boundaries` has those of the steps for each segment; `instants` are sorted, and so are those of them that are
    only `approximate`.
    """
    steps = [
        (start, end, segment)
        for segment, edges in zip(axis.segments, boundaries, strict=True)
        for start, end in pairwise(edges)
    ]
    ends = [end for _, end, _ in steps]
    counts, abouts = _counts(instants, ends), _counts(approximate, ends)
    peak = max(counts)
    return tuple(
        Bin(at(start, zone), at(end, zone), count, about, segment.x(start), segment.x(end), count / peak)
        for (start, end, segment), count, about in zip(steps, counts, abouts, strict=True)
    )


def _counts(instants: Iterable[float], ends: Sequence[float]) -> list[int]:
    """Return how many sorted instants lie before each of the sorted `ends`, and before no earlier one."""
    counts = [0] * len(ends)
    number = 0
    for instant in instants:
        while instant >= ends[number]:
            number += 1
        counts[number] += 1
    return counts


def cuts(axis: Axis, zone: tzinfo | None) -> tuple[Cut, ...]:
    """Return the pauses that are left out between two segments."""
    return tuple(
        Cut(at(before.end, zone), at(after.start, zone), before.right, after.left)
        for before, after in pairwise(axis.segments)
    )


def nights(axis: Axis, zone: tzinfo | None) -> tuple[Stretch, ...]:
    """Return the nights that are shown, from ten in the evening to six in the morning of `zone`.

    None where no zone is known, where the axis is so long that they would be stripes, or so short that there is
    nothing but one night.
    """
    first, last = axis.segments[0].start, axis.segments[-1].end
    shown = sum(segment.end - segment.start for segment in axis.segments)
    if zone is None or shown > _MOST_NIGHTS * DAY:
        return ()
    found = []
    for segment in axis.segments:
        for dusk, dawn in _dark(max(segment.start, first), min(segment.end, last), zone):
            left, right = segment.x(max(dusk, segment.start)), segment.x(min(dawn, segment.end))
            if left < right:
                found.append(Stretch(left, right))
    return tuple(found)


def _dark(start: float, end: float, zone: tzinfo) -> Iterator[tuple[float, float]]:
    for day, _ in midnights(start - DAY, end, zone):
        dawn = midnight(day + timedelta(days=1), zone).replace(hour=NIGHT_ENDS)
        yield seconds(midnight(day, zone).replace(hour=NIGHT_BEGINS)), seconds(dawn)
