"""Ticks: as many times along the axis as have room for their names, at round hours and days."""

from collections.abc import Sequence
from datetime import tzinfo
from itertools import pairwise
from typing import Literal, NamedTuple

from ..furniture import Furniture
from .axis import Axis
from .labels import APART, Measure
from .units import DAY, STEPS, at, edges

# More ticks than these have no room on any page.
_MOST = 150


class Tick(NamedTuple):
    """A mark at `x` with its name, which stands from `left` to `right`.

    An `hour` is named below its mark; the name of a `day` begins where the day does, or where the axis begins in it.
    """

    x: float
    kind: Literal["day", "hour"]
    text: str
    left: float
    right: float


def ticks(axis: Axis, zone: tzinfo | None, furniture: Furniture, measure: Measure) -> tuple[Tick, ...]:
    """Return two rows of ticks, days and then hours, each of the smallest step at which no two names touch.

    A row is empty where not even its longest step has room.
    """
    shown = sum(segment.end - segment.start for segment in axis.segments)
    steps = [step for step in STEPS if step * _MOST >= shown]
    hours = (_hours(axis, step, zone, furniture, measure) for step in steps if step < DAY)
    days = (_days(axis, step, zone, furniture, measure) for step in steps if step >= DAY)
    return (*next(filter(_free, days), ()), *next(filter(_free, hours), ()))


def _hours(axis: Axis, step: int, zone: tzinfo | None, furniture: Furniture, measure: Measure) -> list[Tick]:
    found = []
    for segment in axis.segments:
        for instant in edges(segment.start, segment.end, step, zone):
            if segment.start <= instant <= segment.end:
                x, text = segment.x(instant), furniture.clock(at(instant, zone))
                half = measure(text) / 2
                centre = min(max(x, half), max(1.0 - half, half))
                found.append(Tick(x, "hour", text, centre - half, centre + half))
    # At an end of the axis a name does not stand in the middle of its tick, and may touch the next one for that.
    last = found[-1:] if _free(found[-2:]) else []
    return [*_without_first(found[:-1]), *last]


def _days(axis: Axis, step: int, zone: tzinfo | None, furniture: Furniture, measure: Measure) -> list[Tick]:
    first, last = at(axis.segments[0].start, zone), at(axis.segments[-1].end, zone)
    name = furniture.short_day if first.year == last.year else furniture.day
    found = []
    for segment in axis.segments:
        for instant in edges(segment.start, segment.end - 1, step, zone)[:-1]:
            x, text = segment.x(instant), name(at(instant, zone))
            left = max(min(x, 1.0 - measure(text)), 0.0)
            found.append(Tick(x, "day", text, left, left + measure(text)))
    return _without_first(found)  # the rest of a day that the axis begins with may be too short for its name


def _without_first(found: list[Tick]) -> list[Tick]:
    """Return ticks without the first, if that touches the second."""
    return found if _free(found[:2]) else found[1:]


def _free(found: Sequence[Tick]) -> bool:
    return all(one.right + APART <= other.left for one, other in pairwise(found))
