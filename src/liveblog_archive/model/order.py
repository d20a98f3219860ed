"""What the order of entries says about time: oldest first, and the bounds of entries without a time."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import chain, groupby
from typing import Literal

from attrs import frozen

from .entry import Entry
from .moment import Moment, absolute

Order = Literal["newest-first", "oldest-first", "newest-day-first", "manual"]
Basis = Literal["stated", "neighbours", "day", "none"]


@frozen
class Bounds:
    """A half-open interval of time and what it is based on; it unpacks as `earliest, latest`.

    `basis` is `stated` (the entry's own time), `neighbours` (timed entries beside it), `day` (its day alone) or
    `none`; a side that nothing bounds is None.
    """

    earliest: date | None
    latest: date | None
    basis: Basis

    def __iter__(self) -> Iterator[date | None]:
        return iter((self.earliest, self.latest))


def oldest_first(entries: Sequence[Entry], order: Order) -> tuple[Entry, ...]:
    """Return `entries` with the oldest first, as far as `order` tells; times are never compared."""
    return tuple(entries[position] for position in positions(entries, order))


def positions(entries: Sequence[Entry], order: Order) -> Sequence[int]:
    """Return where in `entries` each stands, that of the oldest first: equal entries are still told apart."""
    if order == "newest-first":
        return range(len(entries))[::-1]
    if order == "newest-day-first":
        return [*chain.from_iterable(reversed(_day_runs(entries)))]
    return range(len(entries))


def _day_runs(entries: Sequence[Entry]) -> list[list[int]]:
    """Split positions into runs of one calendar day; an entry without a day stays with the run before it."""
    days: list[date | None] = []
    for entry in entries:
        days.append(entry.calendar_day or (days[-1] if days else None))
    return [list(run) for _, run in groupby(range(len(entries)), key=days.__getitem__)]


def bounds(entries: Sequence[Entry], order: Order, zone: tzinfo | None) -> list[Bounds]:
    """Return the bounds of each entry, in the sequence given, in time linear in their number.

    An untimed entry lies between its nearest timed neighbours of the same day, where `order` says which side is
    earlier; without them, or where they contradict each other, within its day; without a day nothing is said.
    """
    upward: list[Moment | None] = []
    downward: list[Moment | None] = []
    # Where days run backwards, what stands across the border of a day is no neighbour in time.
    for run in _day_runs(entries) if order == "newest-day-first" else [range(len(entries))]:
        section = [entries[position] for position in run]
        upward += _neighbours(section)
        downward += _neighbours(section[::-1])[::-1]
    if order == "newest-first":
        upward, downward = downward, upward
    return [
        _bounds(entry, older, newer, zone, order)
        for entry, older, newer in zip(entries, upward, downward, strict=True)
    ]


def _neighbours(entries: Sequence[Entry]) -> list[Moment | None]:
    """Return for each entry the last time with a clock before it in the sequence, if that is of the same day."""
    found: list[Moment | None] = []
    last: Moment | None = None
    for entry in entries:
        same_day = last is not None and entry.calendar_day in (None, last.calendar_day)
        found.append(last if same_day else None)
        if entry.time is not None and isinstance(entry.time.value, datetime):
            last = entry.time
    return found


def _bounds(entry: Entry, older: Moment | None, newer: Moment | None, zone: tzinfo | None, order: Order) -> Bounds:
    if entry.time is not None and entry.time.value is not None:
        return Bounds(entry.time.earliest, entry.time.latest, "stated")
    start, end = _day(entry.calendar_day, zone)
    if order == "manual" or (older is None and newer is None):
        return Bounds(start, end, "day" if entry.calendar_day else "none")
    earliest = older.earliest if older else start
    latest = newer.latest if newer else end
    if _contradict(earliest, latest):
        return Bounds(start, end, "day" if entry.calendar_day else "none")
    return Bounds(earliest, latest, "neighbours")


def _contradict(earliest: date | None, latest: date | None) -> bool:
    """Tell whether an interval is empty, or its ends cannot be compared at all."""
    try:
        return earliest is not None and latest is not None and not absolute(earliest) < absolute(latest)
    except TypeError:  # a date beside a datetime, or naive beside aware
        return True


def _day(day: date | None, zone: tzinfo | None) -> tuple[date | None, date | None]:
    """Return a day as half-open interval: midnights of `zone`, or plain dates where no zone is known."""
    if day is None:
        return None, None
    following = day + timedelta(days=1)
    if zone is None:
        return day, following
    return datetime.combine(day, time(), zone), datetime.combine(following, time(), zone)
