"""libical, the reader of Evolution, KOrganizer and many servers, asked for the instants of a calendar's events."""

import ctypes
import ctypes.util
from datetime import UTC, date, datetime

import pytest

_VEVENT = 4  # icalcomponent_kind ICAL_VEVENT_COMPONENT of libical 3


class _Time(ctypes.Structure):
    """`struct icaltimetype` of libical 3."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        ("is_date", ctypes.c_int),
        ("is_daylight", ctypes.c_int),
        ("zone", ctypes.c_void_p),
    )


def library() -> ctypes.CDLL:
    """Return the library; skip the test where it is not installed."""
    name = ctypes.util.find_library("ical")
    if name is None:
        pytest.skip("libical is not installed")
    found = ctypes.CDLL(name)
    for function in (
        "icalparser_parse_string",
        "icalcomponent_get_first_component",
        "icalcomponent_get_next_component",
    ):
        getattr(found, function).restype = ctypes.c_void_p
    found.icalparser_parse_string.argtypes = [ctypes.c_char_p]
    found.icalcomponent_get_first_component.argtypes = [ctypes.c_void_p, ctypes.c_int]
    found.icalcomponent_get_next_component.argtypes = [ctypes.c_void_p, ctypes.c_int]
    found.icalcomponent_get_uid.argtypes = [ctypes.c_void_p]
    found.icalcomponent_get_uid.restype = ctypes.c_char_p
    found.icalcomponent_get_summary.argtypes = [ctypes.c_void_p]
    found.icalcomponent_get_summary.restype = ctypes.c_char_p
    for function in ("icalcomponent_get_dtstart", "icalcomponent_get_dtend"):
        getattr(found, function).argtypes = [ctypes.c_void_p]
        getattr(found, function).restype = _Time
    found.icaltime_as_timet_with_zone.argtypes = [_Time, ctypes.c_void_p]
    found.icaltime_as_timet_with_zone.restype = ctypes.c_int64
    found.icalcomponent_free.argtypes = [ctypes.c_void_p]
    return found


def events(data: bytes) -> list[tuple[str, str, date, date]]:
    """Return uid, summary, start and end of each event, as libical reads them: days, or instants in UTC."""
    ical = library()
    root = ical.icalparser_parse_string(data)
    assert root, "libical reads nothing in it"
    found = []
    event = ical.icalcomponent_get_first_component(root, _VEVENT)
    while event:
        when = [
            _instant(ical, ical.icalcomponent_get_dtstart(event)),
            _instant(ical, ical.icalcomponent_get_dtend(event)),
        ]
        summary = ical.icalcomponent_get_summary(event) or b""
        found.append((ical.icalcomponent_get_uid(event).decode(), summary.decode(), *when))
        event = ical.icalcomponent_get_next_component(root, _VEVENT)
    ical.icalcomponent_free(root)
    return found


def _instant(ical: ctypes.CDLL, time: _Time) -> date:
    if time.is_date:
        return date(time.year, time.month, time.day)
    return datetime.fromtimestamp(ical.icaltime_as_timet_with_zone(time, time.zone), UTC)
