"""iCalendar (RFC 5545, RFC 7986): one event, or one journal note, for each entry of a live blog.

Two profiles. `events`, the default, writes VEVENT, which every client shows. `journal` writes VJOURNAL: semantically
right, as an entry is a note and takes nobody's time, but shown by few clients. An entry without any day is a VJOURNAL
without DTSTART in both: RFC 5545 3.6.1 demands the start of a VEVENT, 3.6.3 leaves that of a VJOURNAL open. Both
demand DTSTAMP, so that where no time is known, not even of the capture, there is no calendar.

What clients recognise an entry by is stable. `UID` is the version 5 UUID (RFC 9562 5.5) of the entry id in the
namespace of the profile, `SEQUENCE` the ordinal of the entry's revision, `DTSTAMP` and `LAST-MODIFIED` the time of
that revision and never the time of writing. An entry that the history says was withdrawn stays as a cancelled event.

The same blog written again updates nothing, and a later capture of it only the entries that changed: what a calendar
says of its blog is what no capture changes, and an event says what its entry's version says. So the introduction,
the count of entries, the capture with its notes and its snapshot, the sequence of the entries and their places in
the source are not here.

There is no METHOD (nobody is invited), no UID of the calendar (vdirsyncer refuses it), no REFRESH-INTERVAL and no
SOURCE (a record does not refresh itself; the page is its URL), no ORGANIZER or ATTENDEE (they are mail addresses).
What iCalendar has no property for stands in `X-LIVEBLOG-` properties. A body becomes plain text, without its links'
positions and its headings' levels: XML and JSON-LD carry those, and all else that is not here.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import cast
from uuid import UUID, uuid5

from attrs import frozen
from icalendar.prop import vCategory, vDate, vInt, vUri

from ..citation import Citer
from ..citation.wording import one_line
from ..errors import ExportError
from ..identity import version_id
from ..model import Entry, LiveBlog
from ..version import __version__
from .contentlines import NO_PARAMETERS, Properties, Text, Time, Written, address, closing, opening, pieces, present
from .format_options import CalendarOptions
from .ical_facts import blog_facts, entry_facts
from .ical_words import calendar_description, description, summary
from .options import demand_ids
from .placement import Placement, Stamp, fallback, floating, placements, spans, utc, withdrawn
from .vtimezone import vtimezone

EVENT, JOURNAL = "VEVENT", "VJOURNAL"
PRODID = f"-//liveblog_archive//liveblog_archive {__version__}//EN"


@frozen
class Profile:
    """What entries become: a component, the namespace of its `UID`, and the sentence that tells readers so."""

    component: str
    namespace: UUID
    scope: str


# The namespaces were drawn at random, once. They are part of the format: with another, every entry is a new event.
PROFILES = {
    "events": Profile(
        EVENT,
        UUID("0ac5da2c-51c0-4de5-adb3-6766bdd03c37"),
        "Each event is one entry of a live blog. It lasts a minute because calendars ask for an end; an entry "
        "without a time of day stands on its day, one without a day is a journal note without a date.",
    ),
    "journal": Profile(
        JOURNAL,
        UUID("8ea9c98e-2477-4186-8901-892f8793e2fc"),
        "Each journal note is one entry of a live blog. An entry without a time of day stands on its day, "
        "one without a day has no date.",
    ),
}

# RFC 5545 3.8.1.11
_STATUSES = {
    EVENT: {"published": "CONFIRMED", "draft": "TENTATIVE", "comment": "TENTATIVE", "deleted": "CANCELLED"},
    JOURNAL: {"published": "FINAL", "draft": "DRAFT", "comment": "DRAFT", "deleted": "CANCELLED"},
}
_LARGEST = 2**31 - 1  # RFC 5545 3.3.8
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def write(blog: LiveBlog, chosen: Sequence[Entry], options: CalendarOptions) -> Iterator[bytes]:
    """Return the pieces of an iCalendar file: its head, its time zones, then one piece for each entry.

    `options.history` tells how often each entry was revised, and which ones are withdrawn. Without it an entry is
    taken for its first revision, one that the source itself calls deleted for its second.

    Raises `ExportError` for an ordinal out of range, a blog or an entry without an id, and where
    DTSTAMP could only be invented (`placement.fallback`); also, perhaps only when the pieces are drawn, for a time
    that is not in the years 1 to 9999 of UTC.
    """
    history = options.history
    for name, revision in history.revisions.items():
        if not 0 <= revision.ordinal <= _LARGEST:
            raise ExportError(
                f"ordinal {revision.ordinal} of {name}", "ical", f"count revisions from 0, to {_LARGEST} at most"
            )
    demand_ids(blog, "ical")
    language = Written(f"LANGUAGE={blog.language}".encode()) if blog.language else NO_PARAMETERS
    return _Writer(
        blog, chosen, options, PROFILES[options.profile], fallback(blog, history, chosen), Citer(blog), language
    ).write()


@frozen
class _Writer:
    """One export: the blog, and what all its entries share."""

    blog: LiveBlog
    chosen: Sequence[Entry]
    options: CalendarOptions
    profile: Profile
    fallback: Stamp | None  # for entries that have no stamp
    citer: Citer
    language: Written

    def write(self) -> Iterator[bytes]:
        chosen = self.chosen
        gone = tuple(one.entry for one in withdrawn(self.options.history, chosen))
        written = (*chosen, *gone) if gone else chosen  # most often: no list as long as the blog is made
        zones = sorted(spans(written).items())
        yield opening("VCALENDAR", self.calendar(zoned=not floating(written)))
        for key, (first, last) in zones:
            yield b"".join(pieces(vtimezone(key, first, last)))
        if not written:  # RFC 5545 3.6: at least one component, so here is one that says nothing
            yield b"".join(pieces(vtimezone("UTC", _EPOCH, _EPOCH)))
        for place in placements(self.blog, self.options.history, chosen):
            yield self.component(place)
        yield closing("VCALENDAR")

    def calendar(self, *, zoned: bool) -> Properties:
        """Return the properties of the calendar: what is known of the blog as a whole.

        `zoned` tells that it shows no floating time.
        """
        blog = self.blog
        title = one_line(blog.title) if blog.title else None
        text = Text(calendar_description(blog, self.profile.scope))
        properties: Properties = {
            "VERSION": Text("2.0"),
            "PRODID": Text(PRODID),
            "CALSCALE": Text("GREGORIAN"),
            "NAME": Text(title, self.language) if title else None,
            "DESCRIPTION": text,
            "X-WR-CALNAME": Text(title) if title else None,  # RFC 7986 is younger than most clients
            "X-WR-CALDESC": text,
            # Readers put floating times into this zone, which would be a claim that the source does not make.
            "X-WR-TIMEZONE": Text(blog.timezone) if blog.timezone and zoned else None,
            "URL": address(blog.url),
        }
        return present(properties | blog_facts(blog))

    def component(self, place: Placement) -> bytes:
        """Return an entry as VEVENT or VJOURNAL."""
        entry, shown = place.entry, place.shown()
        kind = self.profile.component if shown else JOURNAL
        event = kind == EVENT
        version = version_id(entry)
        stamp = cast("Stamp", place.stamp or self.fallback)  # fallback() saw to it
        revised = Time(stamp.instant)
        created = entry.created.value if entry.created else None
        line = summary(entry)
        text = description(entry, place.bounds, version, self.citer, withdrawn=place.withdrawn)
        properties: Properties = {
            "UID": Text(str(uuid5(self.profile.namespace, entry.id))),
            "DTSTAMP": revised,
            "DTSTART": _time(shown.start, shown.zone) if shown else None,
            "DTEND": _time(shown.end, shown.zone) if shown and event else None,
            "SEQUENCE": _sequence(self.ordinal(entry)),
            "CREATED": Time(utc(created)) if isinstance(created, datetime) and created.tzinfo else None,
            "LAST-MODIFIED": revised,
            "STATUS": Text(_STATUSES[kind]["deleted" if place.withdrawn else entry.status]),
            "TRANSP": Text("TRANSPARENT") if event else None,
            "SUMMARY": Text(line, self.language) if line else None,
            "DESCRIPTION": Text(text),
            "URL": self.link(entry),
            "CATEGORIES": _categories(entry.key_event, entry.pinned),
        }
        return opening(kind, present(properties | entry_facts(place, version, stamp))) + closing(kind)

    def ordinal(self, entry: Entry) -> int:
        """Return the ordinal of an entry's revision, from 0."""
        known = self.options.history.revisions.get(entry.id)
        return known.ordinal if known else int(entry.status == "deleted")

    def link(self, entry: Entry) -> vUri | None:
        """Return the address that the citation gives: the id where that is one, else the entry's, else the blog's."""
        return address(entry.id) or address(entry.url) or address(self.blog.url)


def _time(value: date, zone: str | None) -> vDate | Time:
    return Time(value, zone) if isinstance(value, datetime) else vDate(value, {"VALUE": "DATE"})


@lru_cache
def _sequence(ordinal: int) -> vInt:
    return vInt(ordinal)


@cache
def _categories(key_event: bool, pinned: bool) -> vCategory:
    """Return the categories, none with a comma: clients split at it, escaped or not."""
    return vCategory(["Live blog", *(["Key event"] if key_event else []), *(["Pinned"] if pinned else [])])
