"""Steps of time that people count in, on the wall clock of a zone: five minutes, an hour, a day, a year."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo

from ...model.moment import absolute
from ..instants import midnight, seconds

MINUTE, HOUR, DAY = 60, 3600, 86400
# Each of these below a day divides it, so that steps begin anew at every midnight.
STEPS = (
    *(minutes * MINUTE for minutes in (1, 2, 5, 10, 15, 30)),
    *(hours * HOUR for hours in (1, 2, 3, 6, 12)),
    *(days * DAY for days in (1, 2, 7, 14, 28, 91, 182)),
    *(years * 365 * DAY for years in (1, 2, 5, 10, 20, 50, 100)),
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def step_for(length: float, most: int) -> int:
    """Return the smallest step, in seconds, of which `most` are at least as long as `length` seconds."""
    return next((step for step in STEPS if length <= step * most), STEPS[-1])


def at(instant: float, zone: tzinfo | None) -> datetime:
    """Return the time so many seconds after 1970 began, as `placed` has it: without an offset if `zone` is None."""
    shown = absolute((_EPOCH + timedelta(seconds=instant)).astimezone(zone or UTC))
    return shown if zone else shown.replace(tzinfo=None)


def edges(start: float, end: float, step: int, zone: tzinfo | None) -> list[float]:
    """Return the boundaries of steps, from the last at or before `start` to the first after `end`, ascending.

    Below a day they count from each midnight of `zone`, from a day on in whole days: where clocks change, a step is
    an hour shorter or longer.
    """
    boundaries = _boundaries(at(start, zone).date(), step, zone)
    found: list[float] = []
    edge = next(boundaries)
    while edge <= end:
        if edge <= start:
            found.clear()
        found.append(edge)
        edge = next(boundaries)
    return [*found, edge]


def midnights(start: float, end: float, zone: tzinfo | None) -> Iterator[tuple[date, float]]:
    """Yield each day that has a moment from `start` to `end`, with the instant that it begins at."""
    day = at(start, zone).date()
    while (begins := seconds(midnight(day, zone))) <= end:
        yield day, begins
        day += timedelta(days=1)


def _boundaries(day: date, step: int, zone: tzinfo | None) -> Iterator[float]:
    """Yield boundaries from the first moment of `day` on, ever later."""
    days = timedelta(days=max(step // DAY, 1))
    begins = seconds(midnight(day, zone))
    while True:
        day += days
        ends = seconds(midnight(day, zone))
        # Not a remnant, where a day is longer by less than a step; and nothing of a day that a zone left out.
        for number in range(max(round((ends - begins) / step), int(begins < ends))):
            yield begins + number * step
        begins = ends
