"""What iCalendar has no property for: the `X-LIVEBLOG-` properties of a calendar and of its components.

They are as stable as what they describe. The calendar's are what a blog is known by; how far one capture of it
reached is not among them, and those of an entry are what its version id covers, never where it stood in a source.

Their values are text, so that any reader gives back what was put in; what qualifies a value stands in `X-`
parameters. A time keeps what was printed, and what is claimed by it::

    X-LIVEBLOG-TIME;VALUE=TEXT;X-VALUE="2021-11-16T15:00+04:00";X-PRECISION="hour";
     X-QUALIFIER="approximate";X-OFFSET-SOURCE="blog";X-EARLIEST="2021-11-16T14:30+04:00";
     X-LATEST="2021-11-16T15:30+04:00":About 3 p.m.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from ..canonical import Record, agent_record, moment_record, timestamp
from ..characters import visible
from ..identity import VersionId
from ..model import Agent, Bounds, LiveBlog, Moment
from .contentlines import Properties, Text, Written
from .placement import Placement, Stamp

# VALUE=TEXT is what RFC 5545 3.8.8.2 takes for granted. It is written because readers that follow RFC 7265 5.1 leave
# the text of a property that they do not know escaped without it.
_TEXT = "VALUE=TEXT"
_PLAIN = Written(_TEXT.encode())


@cache
def _parameter(fact: str) -> str:
    return f"X-{fact.upper().replace('_', '-')}"


def _text(value: object, facts: Mapping[str, object] | None = None) -> Text:
    """Return a text with `facts` as parameters, each called `X-` and the fact's name; absent ones are left out.

    Every parameter is quoted, as readers trim the blanks of one without quotes.
    """
    if not facts:
        return Text(str(value), _PLAIN)
    written = [f';{_parameter(name)}="{_quotable(str(fact))}"' for name, fact in facts.items() if fact is not None]
    return Text(str(value), Written("".join((_TEXT, *written)).encode()))


def _quotable(text: str) -> str:
    """Return `text` fit to stand in quotes, as RFC 6868 spells what may not stand there."""
    return visible(text).replace("^", "^^").replace("\n", "^n").replace('"', "^'")


def _optional(value: object) -> Text | None:
    return None if value is None else _text(value)


def _moment(moment: Moment | None) -> Text | None:
    return None if moment is None else _fact(moment_record(moment), "text")


def _agents(agents: Iterable[Agent]) -> list[Text] | None:
    return [_fact(agent_record(agent), "name") for agent in agents] or None


def _fact(record: Record, value: str) -> Text:
    """Return a record as property: the field called `value` is its value, the others are its parameters."""
    return _text(record.pop(value, ""), record)


def _bounds(bounds: Bounds) -> Text | None:
    """Return what bounds an entry whose own time, which stands in another property, does not."""
    if bounds.basis in {"stated", "none"}:
        return None
    limits = (("earliest", bounds.earliest), ("latest", bounds.latest))
    return _text(bounds.basis, {name: limit and timestamp(limit) for name, limit in limits})


def _zone(key: str | None) -> dict[str, object]:
    return {"assumed_zone": key} if key else {}


def blog_facts(blog: LiveBlog) -> Properties:
    """Return the properties of a calendar that only this library reads."""
    return {
        "X-LIVEBLOG-ID": _text(blog.id),
        "X-LIVEBLOG-TITLE": _optional(blog.title),
        "X-LIVEBLOG-URL": _optional(blog.url),
        "X-LIVEBLOG-LANGUAGE": _optional(blog.language),
        "X-LIVEBLOG-TIMEZONE": _optional(blog.timezone),
        "X-LIVEBLOG-PUBLISHER": _agents([blog.publisher] if blog.publisher else []),
    }


def entry_facts(place: Placement, version: VersionId, stamp: Stamp) -> Properties:
    """Return the properties of an entry that only this library reads."""
    entry = place.entry
    return {
        "X-LIVEBLOG-ENTRY-ID": _text(entry.id),
        "X-LIVEBLOG-VERSION-ID": _text(version),
        "X-LIVEBLOG-HEADLINE": _optional(entry.headline),
        "X-LIVEBLOG-SUMMARY": _optional(entry.summary),
        "X-LIVEBLOG-AUTHOR": _agents(entry.authors),
        "X-LIVEBLOG-TIME": _moment(entry.time),
        "X-LIVEBLOG-DAY": _optional(entry.day),
        "X-LIVEBLOG-BOUNDS": _bounds(place.bounds),
        "X-LIVEBLOG-STAMP-BASIS": _text(stamp.basis, _zone(stamp.assumed_zone)),
        "X-LIVEBLOG-CREATED": _moment(entry.created),
        "X-LIVEBLOG-PUBLISHED": _moment(entry.published),
        "X-LIVEBLOG-MODIFIED": _moment(entry.modified),
        "X-LIVEBLOG-NATIVE-ID": _optional(entry.native_id),
        "X-LIVEBLOG-URL": _optional(entry.url),
    }
