"""Values of the model from parts that are known to be good: an importer makes them by the hundred thousand.

The constructors of the model check every field, these functions check nothing: what they are given was made by the
caller, field by field, so that the constructor would take it. They give what it would have given.

A frozen value cannot be filled, so it is filled under another class of the same slots and then becomes what it is
(Python reference, 3.3.2.4: classes with the same `__slots__` may be assigned to `__class__`).
"""

from datetime import MAXYEAR, date, datetime
from typing import Any

from .blocks import Block, Link, Media, Paragraph
from .entry import Entry, Span
from .moment import UNITS, Moment, OffsetSource, Precision, Qualifier
from .twins import twin

_Entry, _Link, _Media, _Moment, _Paragraph, _Span = map(twin, (Entry, Link, Media, Moment, Paragraph, Span))


def link(start: int, end: int, url: str) -> Link:
    """Return a link of a paragraph."""
    made: Any = _Link()
    made.start = start
    made.end = end
    made.url = url
    made.__class__ = Link
    whole: Link = made
    return whole


def paragraph(text: str, links: tuple[Link, ...] = ()) -> Paragraph:
    """Return a paragraph."""
    made: Any = _Paragraph()
    made.text = text
    made.links = links
    made.__class__ = Paragraph
    whole: Paragraph = made
    return whole


def media(one: Media, caption: str | None, credit: str | None) -> Media:
    """Return a medium with another caption and credit."""
    made: Any = _Media()
    made.kind, made.url, made.alt = one.kind, one.url, one.alt
    made.caption = caption
    made.credit = credit
    made.__class__ = Media
    whole: Media = made
    return whole


def lines(first: int, last: int) -> Span:
    """Return the span of lines `first` to `last`."""
    made: Any = _Span()
    made.first = first
    made.last = last
    made.element = None
    made.__class__ = Span
    whole: Span = made
    return whole


def path(element: str) -> Span:
    """Return the span of an element by its path."""
    made: Any = _Span()
    made.first = made.last = None
    made.element = element
    made.__class__ = Span
    whole: Span = made
    return whole


def moment(
    text: str,
    value: datetime,
    latest: datetime,
    precision: Precision,
    qualifier: Qualifier,
    *,
    offset_source: OffsetSource = "blog",
) -> Moment:
    """Return a moment with an offset that begins its own interval; both ends are in whole minutes from UTC."""
    made: Any = _Moment()
    made.text = text
    made.value = made.earliest = value
    made.precision = precision
    made.qualifier = qualifier
    made.offset_source = offset_source
    made.latest = latest
    made.__class__ = Moment
    whole: Moment = made
    return whole


def clock(text: str, value: datetime, precision: Precision, offset_source: OffsetSource) -> Moment:
    """Return the moment of a time of day with an offset, rounded to its `precision`.

    What depends on its zone is looked at: raises `ModelError` as the constructor does, at the ends of the calendar
    and for an offset that is not in whole minutes.
    """
    offset = value.utcoffset()
    if value.tzinfo is None or offset is None or offset.seconds % 60 or not 1 < value.year < MAXYEAR:
        return Moment(text=text, value=value, precision=precision, offset_source=offset_source)
    latest = value.tzinfo.fromutc(value - offset + UNITS[precision])  # as the constructor reckons it
    return moment(text, value, latest, precision, "exact", offset_source=offset_source)


def entry(headline: str | None, body: tuple[Block, ...], time: Moment | None, day: date | None, span: Span) -> Entry:
    """Return an entry without an id, of which nothing is known but what stands in a text."""
    made: Any = _Entry()
    made.id = ""
    made.headline = headline
    made.body = body
    made.time = time
    made.day = day
    made.created = made.published = made.modified = None
    made.authors = ()
    made.key_event = made.pinned = False
    made.summary = made.url = made.native_id = made.order_key = None
    made.status = "published"
    made.span = span
    made.__class__ = Entry
    whole: Entry = made
    return whole
