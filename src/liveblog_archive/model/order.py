"""What the order of entries says about time: oldest first, and the bounds of entries without a time."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import chain, groupby, pairwise
from typing import Literal

from attrs import frozen

from .entry import Entry
from .moment import Moment, absolute

# Which way entries run in their source: `newest-day-first` is days backwards, and times forwards within each;
# `manual` is any other order, in which places say nothing of time.
Order = Literal["newest-first", "oldest-first", "newest-day-first", "manual"]
Basis = Literal["stated", "neighbours", "day", "none"]


# Of the steps between neighbours, how many may run against the rest before there is no direction.
_AGAINST_ONE_IN = 5


def steps(instants: Sequence[datetime]) -> tuple[int, int]:
    """Return how many steps between neighbours go forward in time, and how many back."""
    found = [(one, other) for one, other in pairwise(instants) if one != other]
    forward = sum(one < other for one, other in found)
    return forward, len(found) - forward


def running(forward: int, back: int) -> Order | None:
    """Return which way times run by the number of their steps; None where too many disagree, or there are none."""
    agree, against = max(forward, back), min(forward, back)
    if not agree or against * _AGAINST_ONE_IN > agree + against:
        return None
    return "newest-first" if back > forward else "oldest-first"


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
    if order in {"oldest-first", "manual"}:
        return tuple(entries)
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


def bounds(entries: Sequence[Entry], order: Order, zone: tzinfo | None) -> Iterator[Bounds]:
    """Yield the bounds of each entry, in the sequence given, in time linear in their number.

    An untimed entry lies between its nearest timed neighbours of the same day, where `order` says which side is
    earlier; without them, or where they contradict each other, within its day; without a day nothing is said. What is
    pinned stands anywhere: it has no neighbours, and is none.
    """
    # Where days run backwards, what stands across the border of a day is no neighbour in time.
    for run in _day_runs(entries) if order == "newest-day-first" else [range(len(entries))]:
        above: Moment | None = None
        waiting: list[Entry] = []  # for the next time with a clock below them
        for entry in map(entries.__getitem__, run):
            if entry.pinned or entry.time is None or not isinstance(entry.time.value, datetime):
                waiting.append(entry)
                continue
            if waiting:
                yield from _between(waiting, above, entry.time, zone, order)
                waiting = []
            yield Bounds(entry.time.earliest, entry.time.latest, "stated")
            above = entry.time
        yield from _between(waiting, above, None, zone, order)


def _between(
    entries: Sequence[Entry], above: Moment | None, below: Moment | None, zone: tzinfo | None, order: Order
) -> Iterator[Bounds]:
    """Yield the bounds of entries that stand between two times with a clock, and have none that bounds others."""
    older, newer = (below, above) if order == "newest-first" else (above, below)
    for entry in entries:
        if entry.time is not None and entry.time.value is not None:
            yield Bounds(entry.time.earliest, entry.time.latest, "stated")
        elif order == "manual" or entry.pinned:
            yield _within_its_day(entry, zone)
        else:
            yield _beside(entry, _if_of_its_day(older, entry), _if_of_its_day(newer, entry), zone)


def _if_of_its_day(moment: Moment | None, entry: Entry) -> Moment | None:
    return moment if moment is not None and entry.calendar_day in (None, moment.calendar_day) else None


def _within_its_day(entry: Entry, zone: tzinfo | None) -> Bounds:
    return Bounds(*_day(entry.calendar_day, zone), "day" if entry.calendar_day else "none")


def _beside(entry: Entry, older: Moment | None, newer: Moment | None, zone: tzinfo | None) -> Bounds:
    """Return the bounds of an entry without a time by its neighbours of the same day, where it has any."""
    start, end = _day(entry.calendar_day, zone)
    earliest = older.earliest if older else start
    latest = newer.latest if newer else end
    if (older is None and newer is None) or _contradict(earliest, latest):
        return _within_its_day(entry, zone)
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
