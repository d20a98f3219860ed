"""Three calendar libraries as judges: each reads a file, and tells what it understood in the same terms."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import icalendar
import vobject.icalendar
from attrs import frozen
from ical.calendar_stream import IcsCalendarStream


@frozen
class Shown:
    """What a reader makes of an event or a journal note; times with a zone are in UTC."""

    uid: str
    summary: str
    description: str
    start: date | None
    end: date | None


def in_utc(value: date | None) -> date | None:
    """Return a time with a zone in UTC, anything else as it is."""
    return value.astimezone(UTC) if isinstance(value, datetime) and value.tzinfo else value


def by_icalendar(data: bytes) -> list[Shown]:
    def when(component: icalendar.Component, name: str) -> date | None:
        return in_utc(component[name].dt) if name in component else None

    return [
        Shown(
            str(each["UID"]),
            str(each.get("SUMMARY", "")),
            str(each.get("DESCRIPTION", "")),
            when(each, "DTSTART"),
            when(each, "DTEND"),
        )
        for each in icalendar.Calendar.from_ical(data).subcomponents
        if each.name in {"VEVENT", "VJOURNAL"}
    ]


def by_vobject(data: bytes) -> list[Shown]:
    # vobject keeps the first zone of a name that it meets in a process; here each file is read by itself.
    vars(vobject.icalendar)["__tzidMap"].clear()
    vobject.icalendar.registerTzid("UTC", UTC)

    def value(component: vobject.base.Component, name: str) -> object:
        return component.contents[name][0].value if name in component.contents else None

    return [
        Shown(
            value(each, "uid"),
            value(each, "summary") or "",
            value(each, "description") or "",
            in_utc(value(each, "dtstart")),
            in_utc(value(each, "dtend")),
        )
        for each in vobject.readOne(data.decode()).getChildren()
        if each.name in {"VEVENT", "VJOURNAL"}
    ]


def by_ical(data: bytes) -> list[Shown]:
    calendar = IcsCalendarStream.calendar_from_ics(data.decode())
    return [
        Shown(
            each.uid,
            each.summary or "",
            each.description or "",
            in_utc(each.dtstart),
            in_utc(getattr(each, "dtend", None)),
        )
        for each in [*calendar.events, *calendar.journal]
    ]


READERS: tuple[Callable[[bytes], list[Shown]], ...] = (by_icalendar, by_vobject, by_ical)
