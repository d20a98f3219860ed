"""The times of an iCalendar file (RFC 5545 3.3.4, 3.3.5), and the instants that its own VTIMEZONEs make of them."""

import re
from bisect import bisect_right
from datetime import date, datetime, timedelta
from operator import attrgetter

from attrs import frozen

from .calendar_lines import Component, Property

_DAY = re.compile("([0-9]{8})()()")
_TIME = re.compile("([0-9]{8})(T[0-9]{6})(Z?)")
_OFFSET = re.compile(r"([+-])([0-9]{2})([0-5][0-9])([0-5][0-9])?")


@frozen
class When:
    """A day, or a wall clock (naive): in UTC, in the zone called `zone`, or floating."""

    value: date
    utc: bool
    zone: str | None

    @property
    def form(self) -> str:
        """What iCalendar calls it; a time in UTC and one in a zone are of one form."""
        if not isinstance(self.value, datetime):
            return "a day"
        return "a time with its zone" if self.utc or self.zone else "a floating time"


def parse(found: Property) -> When | None:
    """Return the day or time that a property holds, None where its value is neither or does not exist."""
    match = (_DAY if found.parameters.get("VALUE", "").upper() == "DATE" else _TIME).fullmatch(found.value)
    if match is None:
        return None
    day, clock, zulu = match.groups()
    try:
        value = datetime.strptime(day + (clock or "T000000"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 - a wall clock
    except ValueError:
        return None
    return When(value if clock else value.date(), utc=zulu == "Z", zone=found.parameters.get("TZID"))


@frozen
class Onset:
    """An observance: the wall clock before it, at which it begins, and the offsets before and after."""

    wall: datetime
    before: timedelta
    after: timedelta


_WALL = attrgetter("wall")

# The zones of a file, by TZID; None for one whose observances are not worked out.
Zones = dict[str, list[Onset] | None]


def offset(text: str) -> timedelta | None:
    """Return the offset that `text` spells (RFC 5545 3.3.14), None where it spells none; minus zero is none."""
    match = _OFFSET.fullmatch(text)
    if match is None:
        return None
    size = timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
    if match[1] == "+":
        return size
    return -size if size else None


def onsets(zone: Component) -> list[Onset] | None:
    """Return the observances of a VTIMEZONE in order; None where rules, which are not worked out, or mistakes are."""
    found = [_onset(block) for block in zone.components]
    known = [onset for onset in found if onset is not None]
    return sorted(known, key=_WALL) if known and len(known) == len(found) else None


def _onset(block: Component) -> Onset | None:
    start, before, after = (block.first(name) for name in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"))
    if start is None or before is None or after is None or block.first("RRULE") or block.first("RDATE"):
        return None
    when, old, new = parse(start), offset(before.value), offset(after.value)
    if when is None or not isinstance(when.value, datetime) or old is None or new is None:
        return None
    return Onset(when.value, old, new)


def backwards(start: When, end: When, zones: Zones) -> bool:
    """Tell whether `end`, a time of the same form, is not after `start`; False where nobody can say.

    Wall clocks are compared as instants where the file's own zones allow it: in the hour that a clock repeats, an
    end may show an earlier time than its start.
    """
    first, last = _instant(start, zones), _instant(end, zones)
    if first is not None and last is not None:
        return last <= first
    return start.zone == end.zone and end.value <= start.value


def _instant(when: When, zones: Zones) -> date | None:
    """Return a time of a zone in UTC, and others as they are; None where the zone or the year does not let it."""
    if when.zone is None or not isinstance(when.value, datetime):
        return when.value
    known = zones.get(when.zone)
    if not known:
        return None
    passed = bisect_right(known, when.value, key=_WALL)
    try:
        return when.value - (known[passed - 1].after if passed else known[0].before)
    except OverflowError:
        return None
