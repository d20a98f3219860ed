"""Times and numbers in words: the English of the briefing, the same on every machine."""

from datetime import date, datetime, timedelta

from ...canonical import timestamp
from ...citation.facts import MONTHS
from ...model import Agent, Bounds, LiveBlog, Moment, Span

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OFFSETS = {
    "stated": "offset stated by the source",
    "blog": "offset of the blog's time zone",
    "unknown": "offset unknown",
}
_DAYS = {"exact": "the day only", "approximate": "about this day", "inferred": "day inferred"}
_ORDERS = {
    "newest-first": "the newest first",
    "oldest-first": "the oldest first",
    "newest-day-first": "the newest day first, and the oldest entry first within each day",
    "manual": "an order of its editors that says nothing of time",
}


def weekday(day: date) -> str:
    """Return `Tuesday`."""
    return _WEEKDAYS[day.weekday()]


def day_name(day: date) -> str:
    """Return `16 November 2021`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def clock(value: datetime) -> str:
    """Return `17:50`, or with seconds where there are any."""
    return value.time().isoformat("seconds" if value.second else "minutes")


def zone(value: datetime) -> str:
    """Return `UTC+4`, `UTC−3:30`, `UTC`; where the offset is unknown, `zone unknown`."""
    offset = value.utcoffset()
    if offset is None:
        return "zone unknown"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    sign = "−" if offset < timedelta() else "+"
    return f"UTC{sign}{hours}{f':{minutes:02d}' if minutes else ''}" if offset else "UTC"


def instant(value: date) -> str:
    """Return `16 November 2021, 17:50 UTC+4`, or the day alone of a date."""
    if isinstance(value, datetime):
        return f"{day_name(value)}, {clock(value)} {zone(value)}"
    return day_name(value)


def normalised(moment: Moment) -> str:
    """Return how a printed time is understood: clock and zone, and how exact; empty where it has no value."""
    value = moment.value
    if value is None:
        return ""
    if not isinstance(value, datetime):
        return _DAYS[moment.qualifier]
    text = f"{clock(value)} {zone(value)}"
    if moment.qualifier == "approximate":
        return f"about {text}, {_span(moment)}"
    return f"{text}, inferred" if moment.qualifier == "inferred" else text


def _span(moment: Moment) -> str:
    """Return the bounds of a moment, with their days only where those differ."""
    ends = [end for end in (moment.earliest, moment.latest) if isinstance(end, datetime)]
    if len({end.date() for end in ends}) == 1:
        return "\u00a0to\u00a0".join(map(clock, ends))
    return " to ".join(map(instant, ends))


def untimed(bounds: Bounds, day: date | None, *, printed: bool) -> str:
    """Return what is known of an entry whose time has no value: `(no time printed; between 13:45 and 15:15)`.

    Bounds are half-open; a reader expects the last minute that is meant. A day is named where it is not `day`,
    the one that the entry stands under.
    """
    missing = "no time of day" if printed else "no time printed"
    if bounds.basis == "none":
        return f"({missing})"
    if bounds.basis == "day":
        return f"({missing}; some time that day, by its day heading)"
    return f"({missing}; {_between(bounds.earliest, _last(bounds.latest), day)}, by the entries beside it)"


def _between(first: date | None, last: date | None, day: date | None) -> str:
    if first is None or last is None:
        known = (("after", first), ("before", last))
        return "".join(f"{word} {_end(end, day)}" for word, end in known if end is not None)
    if isinstance(first, datetime) and isinstance(last, datetime) and day != first.date() == last.date():
        return f"on {day_name(first)} between {clock(first)} and {clock(last)}"
    return f"between {_end(first, day)} and {_end(last, day)}"


def _last(latest: date | None) -> date | None:
    if not isinstance(latest, datetime):
        return latest
    return latest - timedelta(seconds=1 if latest.second else 60)


def _end(end: date, day: date | None) -> str:
    return clock(end) if isinstance(end, datetime) and end.date() == day else instant(end)


def moment_in_full(moment: Moment) -> str:
    """Return everything that a moment says: printed text, value, precision, qualifier, offset and bounds."""
    parts = [f"printed “{moment.text}”" if moment.text else "not printed"]
    if moment.value is None:
        parts.append("no value")
    else:
        parts += [timestamp(moment.value, moment.precision), f"to the {moment.precision}"]
    parts += [moment.qualifier, _OFFSETS[moment.offset_source]]
    if not _has_default_bounds(moment):
        ends = [timestamp(end) for end in (moment.earliest, moment.latest) if end is not None]
        parts.append(f"within [{', '.join(ends)})")
    return ", ".join(parts)


def _has_default_bounds(moment: Moment) -> bool:
    """Tell whether the bounds say no more than value and precision do."""
    plain = Moment(
        text=moment.text,
        value=moment.value,
        precision=moment.precision,
        qualifier=moment.qualifier,
        offset_source=moment.offset_source,
    )
    return plain == moment


def place(span: Span) -> str:
    """Return where something stands in its source: `line 3`, `lines 3 to 5`, or the path of an element."""
    if span.element is not None:
        return span.element
    return f"line {span.first}" if span.first == span.last else f"lines {span.first} to {span.last}"


def order_in_words(blog: LiveBlog) -> str:
    """Return how the entries stand, here as in the source: order is not time, and none is put on them."""
    return f"The entries stand as in the source: {_ORDERS[blog.order]}."


def agent_in_words(agent: Agent) -> str:
    """Return a name with its role: `Ani Example (Reporter)`."""
    return f"{agent.name} ({agent.role})" if agent.role else agent.name


def counted(number: int, thing: str, things: str = "") -> str:
    """Return `1 entry`, `2,000 entries`."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"
