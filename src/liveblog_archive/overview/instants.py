"""Times of a blog on one clock, so that they can be compared, counted by the hour, and put on one axis."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, tzinfo

from ..model import Entry, LiveBlog
from ..model.moment import absolute
from ..zones import zone

_DAY = 86400  # seconds


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
    """Return `value` on the clock of `shown_in` (UTC where that is None).

    A time whose offset nobody knows is taken as one of that zone, so that it stays where the reader saw it, and where
    no zone is known it stays as it is. Any other has its offset alone: two times of one zone are compared, and
    subtracted, as if its clock were never changed.
    """
    if value.tzinfo is None:
        return absolute(value.replace(tzinfo=shown_in))
    try:
        return absolute(value.astimezone(shown_in or UTC))
    except OverflowError:  # at the ends of the calendar, in a zone where it is another year already
        return value


def seconds(value: datetime) -> float:
    """Return a time as seconds since 1970, exact for every year that there is; without an offset, as if in UTC."""
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp()


class Instants:
    """Instants in seconds since 1970, drawn in order: 8 bytes of memory for each."""

    def __init__(self, instants: Iterable[float]) -> None:
        self._days: defaultdict[float, array[float]] = defaultdict(lambda: array("d"))
        for instant in instants:
            self._days[instant // _DAY].append(instant)

    def __iter__(self) -> Iterator[float]:
        for day in sorted(self._days):
            yield from sorted(self._days[day])

    def __len__(self) -> int:
        return sum(map(len, self._days.values()))

    @property
    def first(self) -> float:
        """The earliest."""
        return min(self._days[min(self._days)])

    @property
    def last(self) -> float:
        """The latest."""
        return max(self._days[max(self._days)])


def midnight(day: date, shown_in: tzinfo | None) -> datetime:
    """Return the first moment of `day` in a zone (UTC where that is None)."""
    return datetime(day.year, day.month, day.day, tzinfo=shown_in or UTC)
