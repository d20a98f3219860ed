"""Times of a blog on one clock, so that they can be compared, counted by the hour, and put on one axis."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo

from ..model import Entry, LiveBlog
from ..zones import zone

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def axis_zone(blog: LiveBlog) -> tzinfo | None:
    """Return the zone that the times of `blog` are shown in: its own, else that of its first time that has one."""
    if blog.timezone:
        return zone(blog.timezone)
    clocks = (clock(entry) for entry in blog.entries)
    return next((value.tzinfo for value in clocks if value is not None and value.tzinfo is not None), None)


def clock(entry: Entry) -> datetime | None:
    """Return the entry's time as printed, if it is a time of day; None for a day alone, and for no time."""
    value = entry.time.value if entry.time is not None else None
    return value if isinstance(value, datetime) else None


def placed(value: datetime, shown_in: tzinfo | None) -> datetime:
    """Return `value` as an aware time in the zone `shown_in` (UTC where that is None).

    A time whose offset nobody knows is taken as one of that zone: it stays where the reader saw it.
    """
    target = shown_in or UTC
    if value.tzinfo is None:
        return value.replace(tzinfo=target)
    try:
        return value.astimezone(target)
    except OverflowError:  # at the ends of the calendar, in a zone where it is another year already
        return value


def seconds(value: datetime) -> float:
    """Return an aware time as seconds since 1970, exact for every year that there is."""
    return (value - _EPOCH) / timedelta(seconds=1)


def clocks(entries: Iterable[Entry], shown_in: tzinfo | None) -> list[datetime]:
    """Return the times of day of `entries`, oldest first, as `placed` has them."""
    values = [placed(value, shown_in) for value in map(clock, entries) if value is not None]
    return sorted(values, key=seconds)


def midnight(day: date, shown_in: tzinfo | None) -> datetime:
    """Return the first moment of `day` in a zone (UTC where that is None)."""
    return datetime(day.year, day.month, day.day, tzinfo=shown_in or UTC)
