"""The key facts of a live blog, counted from its data alone."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, tzinfo
from typing import NamedTuple

from ..model import Entry, LiveBlog
from .instants import axis_zone, clock, placed, seconds

# An hour with fewer entries is not busy.
_BUSY = 2


class KeyFacts(NamedTuple):
    """What can be counted.

    Every entry that is shown is in exactly one of `exact`, `inferred`, `approximate`, `day_only`, `undated` and
    `untimed`. `first` and `last` are the earliest and latest time of day that any entry states, in the zone of the
    blog; `days` the calendar days with the number of entries of each, in order. `busiest` is the hour that more
    entries state than any other, by its first moment, and `busiest_count` their number; None where no hour has two,
    or several as many. `edited` are entries whose source states a modification later than their publication.
    `left_out` counts the entries of the blog that are not shown, by their status, in the order in which they turn up.
    `present` is how many entries the capture holds, `declared` how many the source says there are.
    """

    shown: int
    exact: int
    inferred: int
    approximate: int
    day_only: int
    undated: int
    untimed: int
    edited: int
    key: int
    pinned: int
    left_out: tuple[tuple[str, int], ...]
    present: int
    declared: int | None
    first: datetime | None
    last: datetime | None
    days: tuple[tuple[date, int], ...]
    busiest: datetime | None
    busiest_count: int

    @property
    def missing(self) -> int:
        """How many entries the source has that this capture does not hold, as far as it says."""
        return max(0, (self.declared or 0) - self.present)


def key_facts(blog: LiveBlog, entries: Sequence[Entry] | None = None) -> KeyFacts:
    """Return the facts of those `entries` of `blog` that are shown, all by default."""
    shown = blog.entries if entries is None else entries
    kinds = Counter(map(_kind, shown))
    first, last = _ends(shown, axis_zone(blog))
    busiest, count = _busiest_hour(shown, axis_zone(blog))
    days = Counter(day for entry in shown if (day := entry.calendar_day) is not None)
    return KeyFacts(
        shown=len(shown),
        exact=kinds["exact"],
        inferred=kinds["inferred"],
        approximate=kinds["approximate"],
        day_only=kinds["day"],
        undated=kinds["undated"],
        untimed=kinds["none"],
        edited=sum(map(was_edited, shown)),
        key=sum(entry.key_event for entry in shown),
        pinned=sum(entry.pinned for entry in shown),
        left_out=tuple(_left_out(blog.entries, shown).items()),
        present=len(blog.entries),
        declared=blog.declared_total,
        first=first,
        last=last,
        days=tuple(sorted(days.items())),
        busiest=busiest,
        busiest_count=count,
    )


def was_edited(entry: Entry) -> bool:
    """Tell whether the source states that the entry was modified after it was published (else created).

    That is not before the end of the minute, or other unit, that is known of its publication.
    """
    published, modified = entry.published or entry.created or entry.time, entry.modified
    before, after = published and published.latest, modified and modified.value
    if not isinstance(before, datetime) or not isinstance(after, datetime):
        return False  # nothing to compare
    if (before.tzinfo is None) is not (after.tzinfo is None):
        return False  # a clock whose zone nobody knows
    return placed(before, None) <= placed(after, None)


def is_undated(entry: Entry) -> bool:
    """Tell whether an entry has a printed time, and its day is not known: the time has no value then."""
    return entry.time is not None and bool(entry.time.shown) and entry.calendar_day is None


def _kind(entry: Entry) -> str:
    moment = entry.time
    if moment is None or moment.value is None:
        return "undated" if is_undated(entry) else "none"
    return moment.qualifier if isinstance(moment.value, datetime) else "day"


def _ends(entries: Iterable[Entry], shown_in: tzinfo | None) -> tuple[datetime | None, datetime | None]:
    """Return the earliest and the latest time of day of entries, as `placed` has them; None where there is none."""
    first: tuple[float, datetime] | None = None
    last: tuple[float, datetime] | None = None
    for value in map(clock, entries):
        if value is not None:
            shown = placed(value, shown_in)
            instant = seconds(shown)
            first = (instant, shown) if first is None or instant < first[0] else first
            last = (instant, shown) if last is None or instant >= last[0] else last
    return first and first[1], last and last[1]


def _left_out(entries: Iterable[Entry], shown: Iterable[Entry]) -> Counter[str]:
    """Count the entries that are not shown by their status: none is looked for where all of a status are shown."""
    every, ours = (Counter(entry.status for entry in some) for some in (entries, shown))
    parted = {status for status, count in ours.items() if count < every[status]}
    known = {id(entry) for entry in shown if entry.status in parted}
    return Counter(
        entry.status for entry in entries if ours[entry.status] < every[entry.status] and id(entry) not in known
    )


def _busiest_hour(entries: Sequence[Entry], shown_in: tzinfo | None) -> tuple[datetime | None, int]:
    """Return the first moment of the busiest hour and its number of entries; approximate times count for no hour.

    None where several have as many: of them, none is the busiest.
    """
    # By seconds, as two times of a repeated hour are equal to Python.
    counts = Counter(map(seconds, _hours(entries, shown_in)))
    most = max(counts.values(), default=0)
    leading = [hour for hour, count in counts.items() if count == most]
    if most < _BUSY or len(leading) > 1:
        return None, 0
    return next(hour for hour in _hours(entries, shown_in) if seconds(hour) == leading[0]), most


def _hours(entries: Iterable[Entry], shown_in: tzinfo | None) -> Iterator[datetime]:
    """Yield the first moment of the hour of each entry that states a time of day which is not approximate."""
    for entry in entries:
        value = clock(entry)
        if value is not None and _kind(entry) != "approximate":
            yield placed(value, shown_in).replace(minute=0, second=0, microsecond=0)
