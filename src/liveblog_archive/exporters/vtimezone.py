"""VTIMEZONE (RFC 5545 3.6.5) as a plain list: one STANDARD or DAYLIGHT block for each change of the offset.

No RRULE and no RDATE: clients disagree about them, and with the blocks that other software makes of the tz database
widespread ones are an hour off for months. A list of onsets leaves nothing to disagree about. It covers the times
that it is made for, with a margin of a year on both sides.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from attrs import frozen
from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vText, vUTCOffset

from ..zones import Zone, zone
from .contentlines import Time

# Since 1970 no zone has changed its offset twice within six days, so a day never hides a change.
_STEP = timedelta(days=1)
_SECOND = timedelta(seconds=1)


@frozen
class Onset:
    """The instant from which a zone is `after` ahead of UTC, where it was `before`.

    `saving` is what the clock is advanced by, as the tz database counts it, and `name` the zone's abbreviation.
    """

    instant: datetime
    before: timedelta
    after: timedelta
    saving: timedelta
    name: str

    @property
    def wall(self) -> datetime:
        """The onset on the clock that it changes, as DTSTART wants it."""
        return (self.instant + self.before).replace(tzinfo=None)


def onsets(key: str, first: datetime, last: datetime) -> Iterator[Onset]:
    """Yield the offset in force a year before `first`, then its changes until a year after `last`.

    Both are aware; the years they lie in must be 1970 to 2100, outside which the zones' rules are of no use here.
    """
    rules = zone(key)
    instant = datetime(first.astimezone(UTC).year - 1, 1, 1, tzinfo=UTC)
    end = datetime(last.astimezone(UTC).year + 2, 1, 1, tzinfo=UTC)
    offset = _offset(rules, instant)
    yield _onset(rules, instant, offset)
    while instant < end:
        following = instant + _STEP
        if _offset(rules, following) != offset:
            change = _change(rules, instant, following)
            yield _onset(rules, change, offset)
            offset = _offset(rules, following)
        instant = following


def _offset(rules: Zone, instant: datetime) -> timedelta:
    return instant.astimezone(rules).utcoffset() or timedelta()


def _onset(rules: Zone, instant: datetime, before: timedelta) -> Onset:
    local = instant.astimezone(rules)
    return Onset(instant, before, _offset(rules, instant), local.dst() or timedelta(), str(local.tzname()))


def _change(rules: Zone, before: datetime, after: datetime) -> datetime:
    """Return the first second after the change that lies between two instants."""
    old = _offset(rules, before)
    while after - before > _SECOND:
        middle = before + (after - before) // _SECOND // 2 * _SECOND
        if _offset(rules, middle) == old:
            before = middle
        else:
            after = middle
    return after


def vtimezone(key: str, first: datetime, last: datetime) -> Timezone:
    """Return the VTIMEZONE of an IANA key that is right for every time from `first` to `last` (both aware)."""
    component = Timezone()
    component["TZID"] = vText(key)
    found = list(onsets(key, first, last))
    for position, onset in enumerate(found):
        # More advanced than what is before or after it. Its own saving does not tell: Dublin's is zero in summer and
        # minus an hour in winter, and readers take a zone without DAYLIGHT for one that never changes.
        nearby = found[max(position - 1, 0) : position + 2]
        daylight = onset.saving > min(each.saving for each in nearby)
        block = TimezoneDaylight() if daylight else TimezoneStandard()
        block["DTSTART"] = Time(onset.wall)
        block["TZOFFSETFROM"] = vUTCOffset(onset.before)
        block["TZOFFSETTO"] = vUTCOffset(onset.after)
        block["TZNAME"] = vText(onset.name)
        component.add_component(block)
    return component
