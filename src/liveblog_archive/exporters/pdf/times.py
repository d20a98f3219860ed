"""Times of entries in the words of the briefing: how a printed time is understood, and what is known without one."""

from datetime import date, datetime

from ...citation.facts import cited_moment
from ...model import Bounds, Entry, Moment
from ...overview import Furniture, is_undated, was_edited
from ...overview.bounds import between
from ...overview.instants import clock, placed

# A longer printed time does not fit its column: it is understood there, and printed in full beside it.
_SHORT = 36


def shown_time(entry: Entry) -> str:
    """Return the printed time for people; empty where there is none, or where it is too long for its column."""
    shown = entry.time.shown if entry.time is not None else ""
    return shown if len(shown) <= _SHORT else ""


def stretch(first: date, last: date, words: Furniture) -> str:
    """Return `3 March 2026, 13:00 to 15:00 UTC+3`: the day and the zone once where both times have them."""
    if not isinstance(first, datetime) or not isinstance(last, datetime) or first.utcoffset() != last.utcoffset():
        return words.say("range", first=words.instant(first), last=words.instant(last))
    end = f"{words.clock(last)} {words.zone(last)}" if first.date() == last.date() else words.instant(last)
    return words.say("range", first=words.moment(first), last=end)


def cited(entry: Entry, words: Furniture) -> str:
    """Return when an entry was published as a short citation states it, never as better known than it is.

    Empty where neither a time nor a day is known.
    """
    moment = cited_moment(entry)
    value = moment.value if moment else entry.day
    if value is None:
        return ""
    qualifier = moment.qualifier if moment else "exact"
    text = words.instant(value, circa=qualifier == "approximate")
    if qualifier != "inferred":
        return text
    if isinstance(value, datetime):
        return words.say("time-inferred", time=text)
    return words.say("pair", one=text, other=words.say("day-inferred"))


def edit_time(entry: Entry) -> datetime | None:
    """Return when an entry was edited, None where it was not; on the clock of its own time, where that has an offset.

    On another clock, an edit may look earlier than what it changed.
    """
    value = entry.modified.value if entry.modified is not None and was_edited(entry) else None
    if not isinstance(value, datetime):
        return None
    own = clock(entry)
    return placed(value, own.tzinfo) if own is not None and own.tzinfo and value.tzinfo else value


def understood(moment: Moment, words: Furniture) -> str:
    """Return how a printed time is understood: clock and zone, and how exact; empty where it has no value.

    The clock is left out where it is printed just so.
    """
    value = moment.value
    if value is None:
        return ""
    if not isinstance(value, datetime):
        return words.say(f"day-{moment.qualifier}")
    zone = words.zone(value)
    if moment.shown == words.clock(value) and moment.qualifier == "exact":
        return zone
    text = f"{words.clock(value)} {zone}"
    if moment.qualifier == "approximate":
        first, last = _ends(moment, words)
        return words.say("time-approximate", time=text, first=first, last=last)
    return words.say("time-inferred", time=text) if moment.qualifier == "inferred" else text


def _ends(moment: Moment, words: Furniture) -> list[str]:
    """Return the bounds of a moment, with their days only where those differ."""
    ends = [end for end in (moment.earliest, moment.latest) if isinstance(end, datetime)]
    shown = words.clock if len({end.date() for end in ends}) == 1 else words.instant
    return [shown(end) for end in ends]


def untimed(entry: Entry, bounds: Bounds, words: Furniture) -> str:
    """Return what is known of an entry whose time has no value, such as `no time printed, between 13:45 and 15:14`.

    A day is named where it is not the one that the entry stands under.
    """
    printed = "day-not-stated" if is_undated(entry) else "no-time-of-day"
    missing = words.say(printed if entry.time is not None and entry.time.shown else "no-time-printed")
    if bounds.basis == "none":
        return missing
    if bounds.basis == "day":
        return words.say("pair", one=missing, other=words.say("some-time-that-day"))
    return words.say("pair", one=missing, other=between(bounds, entry.calendar_day, words))
