"""A strict check of iCalendar files (RFC 5545, RFC 7986), for errors that readers accept and then show wrong.

Its rules are those of the RFCs: lines, nesting, missing and repeated properties, values, missing time zone
definitions, ends before starts, a UID on two components. Unknown components and properties are ignored.
"""

import re
from collections.abc import Callable, Iterator

from attrs import frozen

from . import Problem
from .calendar_lines import Component, Finding, read
from .calendar_times import Zones, backwards, offset, onsets, parse

_COMMON = (
    *("UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "DTSTART", "RECURRENCE-ID", "CLASS", "STATUS", "SEQUENCE"),
    *("SUMMARY", "URL", "ORGANIZER", "COLOR"),
)


@frozen
class Rule:
    """What RFC 5545 3.6 asks of a component: where it stands, what it must have, at most once, and not at all."""

    parents: tuple[str, ...]
    required: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()


_OBSERVANCE = Rule(
    parents=("VTIMEZONE",),
    required=("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
    once=("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
)
RULES = {
    "VCALENDAR": Rule(
        parents=("",),
        required=("PRODID", "VERSION"),
        once=("PRODID", "VERSION", "CALSCALE", "METHOD", "UID", "LAST-MODIFIED", "URL", "REFRESH-INTERVAL", "SOURCE"),
    ),
    "VEVENT": Rule(
        parents=("VCALENDAR",),
        required=("UID", "DTSTAMP"),
        once=(*_COMMON, "DESCRIPTION", "DTEND", "DURATION", "GEO", "LOCATION", "PRIORITY", "TRANSP"),
        foreign=("DUE", "COMPLETED", "PERCENT-COMPLETE"),
        statuses=("TENTATIVE", "CONFIRMED", "CANCELLED"),
    ),
    "VTODO": Rule(
        parents=("VCALENDAR",),
        required=("UID", "DTSTAMP"),
        once=(*_COMMON, "DESCRIPTION", "DUE", "DURATION", "GEO", "LOCATION", "PRIORITY", "COMPLETED"),
        foreign=("DTEND", "TRANSP"),
        statuses=("NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"),
    ),
    "VJOURNAL": Rule(
        parents=("VCALENDAR",),
        required=("UID", "DTSTAMP"),
        once=_COMMON,
        foreign=("DTEND", "DUE", "DURATION", "TRANSP", "COMPLETED", "GEO", "LOCATION", "PRIORITY"),
        statuses=("DRAFT", "FINAL", "CANCELLED"),
    ),
    "VFREEBUSY": Rule(
        parents=("VCALENDAR",),
        required=("UID", "DTSTAMP"),
        once=("UID", "DTSTAMP", "CONTACT", "DTSTART", "DTEND", "ORGANIZER", "URL"),
    ),
    "VALARM": Rule(
        parents=("VEVENT", "VTODO"),
        required=("ACTION", "TRIGGER"),
        once=("ACTION", "TRIGGER", "DURATION", "REPEAT"),
    ),
    "VTIMEZONE": Rule(
        parents=("VCALENDAR",),
        required=("TZID",),
        once=("TZID", "LAST-MODIFIED", "TZURL"),
    ),
    "STANDARD": _OBSERVANCE,
    "DAYLIGHT": _OBSERVANCE,
}

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9:/?#\[\]@!$&'()*+,;=._~%-]*")
_ESCAPED = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*")  # RFC 5545 3.3.11
_LIST = re.compile(r"(?:[^\\;]|\\[\\;,nN])*")
_CLOCK = "T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?"
_DURATION = f"P(?:[0-9]+W|[0-9]+D(?:{_CLOCK})?|{_CLOCK})"
_NUMBER = "[+-]?[0-9]+(?:[.][0-9]+)?"
VALUES: dict[str, tuple[re.Pattern[str], str]] = (
    {
        "VERSION": (re.compile("2[.]0"), "not 2.0 (RFC 5545 3.7.4)"),
        "CALSCALE": (re.compile("GREGORIAN", re.IGNORECASE), "not GREGORIAN (RFC 5545 3.7.1)"),
        "TRANSP": (
            re.compile("OPAQUE|TRANSPARENT", re.IGNORECASE),
            "neither OPAQUE nor TRANSPARENT (RFC 5545 3.8.2.7)",
        ),
        "SEQUENCE": (re.compile("[0-9]{1,10}"), "not a whole number (RFC 5545 3.8.7.4)"),
        "REPEAT": (re.compile("[0-9]{1,10}"), "not a whole number (RFC 5545 3.8.6.2)"),
        "PRIORITY": (re.compile("[0-9]"), "not a number from 0 to 9 (RFC 5545 3.8.1.9)"),
        "PERCENT-COMPLETE": (re.compile("[0-9]{1,2}|100"), "not a number from 0 to 100 (RFC 5545 3.8.1.8)"),
        "GEO": (re.compile(f"{_NUMBER};{_NUMBER}"), "not a latitude and a longitude (RFC 5545 3.8.1.6)"),
        "RRULE": (
            re.compile("(?:[^;=]+=[^;=]+;)*FREQ=[^;=]+(?:;[^;=]+=[^;=]+)*", re.IGNORECASE),
            "not a rule (RFC 5545 3.3.10)",
        ),
        "TRIGGER": (
            re.compile(f"[+-]?{_DURATION}|[0-9]{{8}}T[0-9]{{6}}Z"),
            "neither a duration nor a time in UTC (RFC 5545 3.8.6.3)",
        ),
    }
    | dict.fromkeys(
        ("DURATION", "REFRESH-INTERVAL"), (re.compile(f"[+]?{_DURATION}"), "not a positive duration (RFC 5545 3.3.6)")
    )
    | dict.fromkeys(("ORGANIZER", "ATTENDEE"), (_URI, "not the address of a calendar user (RFC 5545 3.3.3)"))
    | dict.fromkeys(("URL", "SOURCE", "TZURL"), (_URI, "not a URI (RFC 5545 3.3.13)"))
    | dict.fromkeys(
        ("SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "NAME", "UID", "TZID", "TZNAME", "PRODID"),
        (_ESCAPED, "a backslash, comma or semicolon that is not escaped (RFC 5545 3.3.11)"),
    )
    | dict.fromkeys(
        ("CATEGORIES", "RESOURCES"), (_LIST, "a backslash or semicolon that is not escaped (RFC 5545 3.3.11)")
    )
)
_TEXT = VALUES["SUMMARY"]
_TIMES = ("DTSTART", "DTEND", "DUE", "RECURRENCE-ID")
_UTC_TIMES = ("DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED")
_OFFSETS = ("TZOFFSETFROM", "TZOFFSETTO")


def problems(data: bytes) -> tuple[Problem, ...]:
    """Return everything that is wrong in an iCalendar file, from its first line to its last; empty when it is valid.

    A path is the line, from 1, and the component or property on it: `line 12, VEVENT[1] DTEND`.
    """
    top, findings = read(data)
    if not any(each.name == "VCALENDAR" for each in top.components):
        findings.append(Finding(1, "", "no VCALENDAR (RFC 5545 3.4)"))
    for calendar in top.components:
        findings += _calendar(calendar)
    return tuple(
        Problem(f"line {each.line}, {each.where}" if each.where else f"line {each.line}", each.message)
        for each in sorted(findings)
    )


def _calendar(calendar: Component) -> Iterator[Finding]:
    """Yield what is wrong in a component of the file and in all that is inside it."""
    zones: Zones = {}
    for zone in calendar.components:
        if zone.name == "VTIMEZONE":
            yield from _declare(zone, zones)
    if calendar.name == "VCALENDAR" and not calendar.components:
        yield Finding(calendar.line, str(calendar), "no component (RFC 5545 3.6)")
    yield from _uids(calendar)
    waiting = [calendar]
    while waiting:
        component = waiting.pop()
        waiting += component.components
        for check in CHECKS:
            yield from check(component, zones)


def _declare(zone: Component, zones: Zones) -> Iterator[Finding]:
    """Enter a VTIMEZONE into the zones that the calendar brings along."""
    key = zone.first("TZID")
    if key is not None:
        if key.value in zones:
            yield Finding(key.line, f"{zone} TZID", f"a second VTIMEZONE {key.value} (RFC 5545 3.6.5)")
        zones[key.value] = onsets(zone)


def _uids(calendar: Component) -> Iterator[Finding]:
    """Yield each UID that stands for a second thing: another component, or twice the same recurrence."""
    seen: set[tuple[str, str]] = set()
    for component in calendar.components:
        uid, recurrence = component.first("UID"), component.first("RECURRENCE-ID")
        if uid is not None:
            name = (uid.value, recurrence.value if recurrence else "")
            if name in seen:
                yield Finding(uid.line, f"{component} UID", f"a second component {uid.value} (RFC 5545 3.8.4.7)")
            seen.add(name)


def _structure(component: Component, _zones: Zones) -> Iterator[Finding]:
    """Yield properties that are missing, stand twice or do not belong, and components in the wrong place."""
    rule = RULES.get(component.name)
    if rule is None:
        return
    if component.parent is not None and component.parent.name not in rule.parents:
        yield Finding(component.line, str(component), f"inside {component.parent} (RFC 5545 3.6)")
    names: set[str] = set()
    for found in component.properties:
        where = f"{component} {found.name}"
        if found.name in rule.foreign:
            yield Finding(found.line, where, f"not a property of {component.name} (RFC 5545 3.6)")
        if found.name in rule.once and found.name in names:
            yield Finding(found.line, where, "stands twice (RFC 5545 3.6)")
        names.add(found.name)
    for name in rule.required:
        if name not in names:
            yield Finding(component.line, str(component), f"no {name} (RFC 5545 3.6)")
    if component.name == "VTIMEZONE" and not {"STANDARD", "DAYLIGHT"} & {each.name for each in component.components}:
        yield Finding(component.line, str(component), "neither STANDARD nor DAYLIGHT (RFC 5545 3.6.5)")


def _values(component: Component, _zones: Zones) -> Iterator[Finding]:
    """Yield values that are not of their property's type."""
    rule = RULES.get(component.name)
    for found in component.properties:
        is_text = found.parameters.get("VALUE", "").upper() == "TEXT"
        pattern, message = VALUES.get(found.name) or (_TEXT if is_text else (None, ""))
        if pattern is not None and not pattern.fullmatch(found.value):
            yield Finding(found.line, f"{component} {found.name}", message)
        if found.name in _OFFSETS and offset(found.value) is None:
            yield Finding(found.line, f"{component} {found.name}", "not an offset from UTC (RFC 5545 3.3.14)")
        if found.name == "STATUS" and rule is not None and found.value.upper() not in rule.statuses:
            message = f"not a status of {component.name} (RFC 5545 3.8.1.11)"
            yield Finding(found.line, f"{component} STATUS", message)


def _times(component: Component, zones: Zones) -> Iterator[Finding]:
    """Yield times that do not exist, are in the wrong form, or name a zone that the file does not bring along."""
    for found in component.properties:
        where = f"{component} {found.name}"
        zone = found.parameters.get("TZID")
        if zone is not None and zone not in zones:
            yield Finding(found.line, where, f"no VTIMEZONE for the TZID {zone} (RFC 5545 3.2.19)")
        if found.name not in (*_TIMES, *_UTC_TIMES):
            continue
        when = parse(found)
        if when is None:
            yield Finding(found.line, where, "not a day or time that exists (RFC 5545 3.3.4, 3.3.5)")
        elif found.name in _UTC_TIMES and not when.utc:
            yield Finding(found.line, where, "not in UTC (RFC 5545 3.8.7)")
        elif zone is not None and (when.utc or when.form == "a day"):
            yield Finding(found.line, where, "a TZID beside a day or a time in UTC (RFC 5545 3.2.19)")
        elif component.name in {"STANDARD", "DAYLIGHT"} and (when.form != "a floating time"):
            yield Finding(found.line, where, "an onset that is not a local time (RFC 5545 3.6.5)")


def _span(component: Component, zones: Zones) -> Iterator[Finding]:
    """Yield an event without a start, and an end, or a time that a task is due, that is not after the start."""
    start, end = component.first("DTSTART"), component.first("DTEND") or component.first("DUE")
    if component.name == "VEVENT" and start is None and not (component.parent and component.parent.first("METHOD")):
        yield Finding(component.line, str(component), "no DTSTART (RFC 5545 3.6.1)")
    if end is None:
        return
    where = f"{component} {end.name}"
    if component.first("DURATION"):
        yield Finding(end.line, where, f"{end.name} beside DURATION (RFC 5545 3.6.1)")
    first, last = parse(start) if start else None, parse(end)
    if first is None or last is None:
        return
    if first.form != last.form:
        yield Finding(end.line, where, f"{last.form}, but DTSTART is {first.form} (RFC 5545 3.8.2.2)")
    elif backwards(first, last, zones):
        yield Finding(end.line, where, "not after DTSTART (RFC 5545 3.8.2.2)")


CHECKS: tuple[Callable[[Component, Zones], Iterator[Finding]], ...] = (_structure, _values, _times, _span)
