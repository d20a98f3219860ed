"""The key facts of a live blog, counted from its data alone."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from ..model import Entry, LiveBlog, Moment
from .instants import axis_zone, clock, clocks, placed, seconds
from .names import Named, named


class KeyFacts(NamedTuple):
    """What can be counted.

    Every entry that is shown is in exactly one of `exact`, `inferred`, `approximate`, `day_only` and `untimed`.
    `first` and `last` are the earliest and latest time of day that any entry states, in the zone of the blog; `days`
    the calendar days with the number of entries of each, in order. `busiest` is the hour that most entries state, the
    earliest of equals, by its first moment, and `busiest_count` their number; None where no hour has two.
    `edited` are entries whose source states a modification later than their publication. `left_out` counts the
    entries of the blog that are not shown, by their status, in the order in which they turn up. `present` is how many
    entries the capture holds, `declared` how many the source says there are.
    """

    shown: int
    exact: int
    inferred: int
    approximate: int
    day_only: int
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
    names: tuple[Named, ...]

    @property
    def timed(self) -> int:
        """How many entries state a time of day, however exact."""
        return self.exact + self.inferred + self.approximate

    @property
    def missing(self) -> int:
        """How many entries the source has that this capture does not hold, as far as it says."""
        return max(0, (self.declared or 0) - self.present)


def key_facts(blog: LiveBlog, entries: Sequence[Entry] | None = None) -> KeyFacts:
    """Return the facts of those `entries` of `blog` that are shown, all by default."""
    shown = blog.entries if entries is None else entries
    kinds = Counter(map(_kind, shown))
    times = clocks(shown, axis_zone(blog))
    busiest, count = _busiest_hour(blog, shown)
    days = Counter(day for entry in shown if (day := entry.calendar_day) is not None)
    ours = {id(entry) for entry in shown}
    left_out = Counter(entry.status for entry in blog.entries if id(entry) not in ours)
    return KeyFacts(
        shown=len(shown),
        exact=kinds["exact"],
        inferred=kinds["inferred"],
        approximate=kinds["approximate"],
        day_only=kinds["day"],
        untimed=kinds["none"],
        edited=sum(map(was_edited, shown)),
        key=sum(entry.key_event for entry in shown),
        pinned=sum(entry.pinned for entry in shown),
        left_out=tuple(left_out.items()),
        present=len(blog.entries),
        declared=blog.declared_total,
        first=times[0] if times else None,
        last=times[-1] if times else None,
        days=tuple(sorted(days.items())),
        busiest=busiest,
        busiest_count=count,
        names=named(shown),
    )


def was_edited(entry: Entry) -> bool:
    """Tell whether the source states that the entry was modified after it was published (else created)."""
    before, after = _value(entry.published or entry.created or entry.time), _value(entry.modified)
    if before is None or after is None or (before.tzinfo is None) is not (after.tzinfo is None):
        return False  # nothing to compare, or a clock whose zone nobody knows
    return placed(before, None) < placed(after, None)


def _kind(entry: Entry) -> str:
    moment = entry.time
    if moment is None or moment.value is None:
        return "none"
    return moment.qualifier if isinstance(moment.value, datetime) else "day"


def _value(moment: Moment | None) -> datetime | None:
    value = moment.value if moment is not None else None
    return value if isinstance(value, datetime) else None


def _busiest_hour(blog: LiveBlog, entries: Sequence[Entry]) -> tuple[datetime | None, int]:
    """Return the first moment of the busiest hour and its number of entries; approximate times count for no hour."""
    shown_in = axis_zone(blog)
    hours: dict[float, datetime] = {}  # by seconds, as two times of a repeated hour are equal to Python
    counts: Counter[float] = Counter()
    for entry in entries:
        value = clock(entry)
        if value is not None and _kind(entry) != "approximate":
            hour = placed(value, shown_in).replace(minute=0, second=0, microsecond=0)
            hours[seconds(hour)] = hour
            counts[seconds(hour)] += 1
    if not counts:
        return None, 0
    busiest = min(counts, key=lambda hour: (-counts[hour], hour))
    return (hours[busiest], counts[busiest]) if counts[busiest] > 1 else (None, 0)
