"""When an entry stands in a calendar, and when it was last revised: the times of a live blog in iCalendar's forms.

iCalendar (RFC 5545 3.3.4, 3.3.5) knows four: a day, a local time with its zone, a UTC time, and a floating local
time. An entry without a time of day stands on its day, and one without any day nowhere.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

from attrs import frozen

from ..errors import ExportError
from ..identity.history import FIRST, History, Revision, TimeBasis, Withdrawn
from ..model import Bounds, Capture, Entry, LiveBlog, Moment
from ..zones import keys, zone

StampBasis = TimeBasis | Literal["modified", "published", "created", "time", "bounds", "retrieved", "blog"]

# Exchange refuses an event without an end, calcurse one that ends when it begins: a minute is the least all accept.
_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
# Outside these years a zone's rules are local mean time or guesswork, and its times are written in UTC.
_ZONED_YEARS = range(1970, 2101)


@frozen
class Days:
    """A day, and the day after it, at whose midnight it ends."""

    start: date
    end: date
    zone: None = None


@frozen
class Minute:
    """A minute: on the clock of the zone with the key `zone`, else in UTC, or floating where the times are naive."""

    start: datetime
    end: datetime
    zone: str | None


@frozen
class Stamp:
    """When an entry was last revised, in UTC, and how that is known.

    `assumed_zone` is the key of the zone that the claim was read in where it states no offset of its own.
    """

    instant: datetime
    basis: StampBasis
    assumed_zone: str | None


@frozen
class Placement:
    """An entry: what bounds its time, when it was revised, and whether it was withdrawn since."""

    entry: Entry
    bounds: Bounds
    stamp: Stamp | None
    withdrawn: bool = False

    def shown(self) -> Days | Minute | None:
        """Return where it is shown: at its own time or day, else on the only day that its bounds leave."""
        value = self.entry.time.value if self.entry.time else None
        if isinstance(value, datetime):
            return _minute(value)
        day = value or self.entry.day or _only_day(self.bounds)
        return Days(day, day + _DAY) if day else None


def placements(blog: LiveBlog, history: History, chosen: Collection[Entry]) -> Iterator[Placement]:
    """Yield the chosen entries, as they stand in the source, then those that were withdrawn, each with its place."""
    waiting = iter(chosen)
    following = next(waiting, None)
    for entry, bounds in zip(blog.entries, blog.iter_bounds(), strict=True):
        if entry is following:
            following = next(waiting, None)
            yield _placed(blog, entry, bounds, history)
    for gone in withdrawn(history, chosen):
        yield _placed(blog, gone.entry, gone.bounds, history, withdrawn=True)


def withdrawn(history: History, chosen: Collection[Entry]) -> tuple[Withdrawn, ...]:
    """Return what was withdrawn, but for what is chosen as the draft or the deleted entry that it is now."""
    written = {entry.id for entry in chosen} if history.withdrawn else set()
    return tuple(gone for gone in history.withdrawn if gone.entry.id not in written)


def _placed(blog: LiveBlog, entry: Entry, bounds: Bounds, history: History, *, withdrawn: bool = False) -> Placement:
    revision = history.revisions.get(entry.id, FIRST)
    claims = _claims(entry, bounds, blog.capture, revision, withdrawn=withdrawn)
    stamp = next((_read(value, basis, blog.timezone) for basis, value in claims if value is not None), None)
    return Placement(entry, bounds, stamp, withdrawn)


def _claims(
    entry: Entry, bounds: Bounds, capture: Capture | None, revision: Revision, *, withdrawn: bool
) -> Iterator[tuple[StampBasis, date | None]]:
    """Yield what tells when `entry` was last revised, the best first.

    No source tells that it withdrew an entry. The time of the capture that holds the blog comes last: it is another
    one for each capture, and would make every entry look revised.
    """
    changed = revision.since if revision.ordinal else None
    if withdrawn:
        yield revision.basis, changed
    yield "modified", _value(entry.modified)
    yield revision.basis, changed
    yield "published", _value(entry.published)
    yield "created", _value(entry.created)
    yield "time", _value(entry.time)
    yield "bounds", bounds.earliest or bounds.latest
    yield revision.basis, revision.since
    yield "retrieved", capture.retrieved if capture else None


def _value(moment: Moment | None) -> date | None:
    return moment.value if moment else None


def spans(entries: Iterable[Entry]) -> dict[str, tuple[datetime, datetime]]:
    """Return the first and the last time that the calendar shows on the clock of each zone, by the zone's key."""
    found: dict[str, tuple[datetime, datetime]] = {}
    for entry in entries:
        if entry.time is not None and isinstance(entry.time.value, datetime):
            shown = _minute(entry.time.value)
            if shown.zone is not None:
                first, last = found.get(shown.zone, (shown.start, shown.start))
                found[shown.zone] = min(first, shown.start), max(last, shown.start)
    return found


def floating(entries: Iterable[Entry]) -> bool:
    """Tell whether the calendar shows a time whose offset nobody knows."""
    times = (entry.time.value for entry in entries if entry.time is not None)
    return any(isinstance(value, datetime) and value.tzinfo is None for value in times)


def fallback(blog: LiveBlog, history: History, chosen: Collection[Entry]) -> Stamp | None:
    """Return the stamp for entries that have none; None when every entry has one.

    That is the latest time that the blog knows of: the capture which holds the entry holds that moment too, so it
    is not older.

    Raises `ExportError` when there is none in the whole blog: RFC 5545 3.8.7.2 demands DTSTAMP, and one that was
    invented would look like any other.
    """
    if all(place.stamp for place in placements(blog, history, chosen)):
        return None
    latest = max(_known(blog, history, chosen), key=lambda stamp: stamp.instant, default=None)
    if latest is None:
        raise ExportError(
            "no time is known of any entry nor of the capture, and iCalendar demands one (RFC 5545 3.8.7.2)",
            "ical",
            "give the date of the entries, or the time when the page was retrieved",
        )
    return Stamp(latest.instant, "blog", latest.assumed_zone)


def _known(blog: LiveBlog, history: History, chosen: Collection[Entry]) -> Iterator[Stamp]:
    start = _value(blog.coverage_start)  # its end may be planned, and later than anything that was captured
    if start is not None:
        yield _read(start, "blog", blog.timezone)
    yield from filter(None, (place.stamp for place in placements(blog, history, chosen)))


def _read(value: date, basis: StampBasis, key: str | None) -> Stamp:
    """Read a claim as UTC: one without an offset in the zone `key`, else as if in UTC, and say so."""
    assumed = None if isinstance(value, datetime) and value.tzinfo else key or "UTC"
    return Stamp(utc(value, zone(assumed) if assumed else None), basis, assumed)


def utc(value: date, assumed: tzinfo | None = None) -> datetime:
    """Return `value` in UTC; a time without an offset, and the midnight that begins a day, are those of `assumed`.

    Raises `ExportError` where that is not in the years 1 to 9999.
    """
    clock = value if isinstance(value, datetime) else datetime.combine(value, time())
    try:
        return (clock if clock.tzinfo else clock.replace(tzinfo=assumed)).astimezone(UTC)
    except OverflowError:
        raise _out_of_range(value) from None


def _end(start: datetime) -> datetime:
    try:
        return start + _MINUTE
    except OverflowError:
        raise _out_of_range(start) from None


def _out_of_range(value: date) -> ExportError:
    return ExportError("this time leaves the years 1 to 9999 of UTC", value.isoformat(), "correct the time")


def _only_day(bounds: Bounds) -> date | None:
    earliest, latest = bounds
    if not isinstance(earliest, datetime) or not isinstance(latest, datetime):
        return None
    last = latest - datetime.resolution  # half-open: midnight would be the next day
    return earliest.date() if earliest.date() == last.date() else None


def _minute(value: datetime) -> Minute:
    """Return the minute that begins at `value`, counted in UTC, in a form that no reader can mistake.

    That is the clock of an IANA zone where it shows each of the two times exactly once. The hour that a clock
    repeats or leaves out, an offset without a zone, and years without settled rules are written in UTC.
    """
    end = _end(value)
    key = _clock(value)
    if value.tzinfo is None or (key and key == _clock(end)):  # no clock jumps by less than the minute between them
        return Minute(value, end, key)
    start = utc(value)
    return Minute(start, _end(start), None)


def _clock(value: datetime) -> str | None:
    """Return the key of the zone whose clock shows `value` once and with its offset, or None."""
    key = getattr(value.tzinfo, "key", None)
    if key not in keys() or value.year not in _ZONED_YEARS or value.tzname() == "UTC":
        return None
    own = zone(key)  # as VTIMEZONE has the zone, which this machine may not
    local = value if value.tzinfo is own else value.replace(tzinfo=own)
    once = local.utcoffset() == local.replace(fold=1 - local.fold).utcoffset()
    return key if once and local.utcoffset() == value.utcoffset() else None
