"""Exporters: a table of plain functions, read from top to bottom.

An exporter takes a blog whose entries have ids and yields its bytes in pieces; it knows no file, clock, host or
locale, so the same blog gives the same bytes everywhere. Each is imported by the function that needs it.
"""

from collections.abc import Callable, Iterator

from attrs import frozen

from ..errors import ExportError
from ..formats import Format
from ..model import LiveBlog


@frozen
class Exporter(Format):
    """A format that blogs are written in."""

    write: Callable[[LiveBlog], Iterator[bytes]]


def _pdf(blog: LiveBlog) -> Iterator[bytes]:
    from . import pdf

    return pdf.write(blog)


def _ical(blog: LiveBlog) -> Iterator[bytes]:
    from . import ical

    return ical.write(blog)


def _xml(blog: LiveBlog) -> Iterator[bytes]:
    from ..interchange import xml

    return xml.write(blog)


def _jsonld(blog: LiveBlog) -> Iterator[bytes]:
    from ..interchange import jsonld

    return jsonld.write(blog)


EXPORTERS = (
    Exporter("pdf", (".pdf",), "application/pdf", "briefing that prints, every paragraph citable", _pdf),
    Exporter("jsonld", (".jsonld", ".json"), "application/ld+json", "schema.org LiveBlogPosting, lossless", _jsonld),
    Exporter("xml", (".xml",), "application/xml", "own vocabulary with published schemas, lossless", _xml),
    Exporter("ical", (".ics",), "text/calendar", "iCalendar (RFC 5545), one event an entry", _ical),
)


def exporter(name: str) -> Exporter:
    """Return the exporter called `name`; raise `ExportError` when there is none."""
    for candidate in EXPORTERS:
        if candidate.name == name:
            return candidate
    raise ExportError(f"unknown format {name!r}", remedy=f"use one of: {', '.join(e.name for e in EXPORTERS)}")


def exporter_for_suffix(suffix: str, where: str = "") -> Exporter:
    """Return the exporter whose files end in `suffix`; raise `ExportError` when there is none."""
    for candidate in EXPORTERS:
        if suffix.lower() in candidate.suffixes:
            return candidate
    known = ", ".join(s for e in EXPORTERS for s in e.suffixes)
    raise ExportError(f"no format has the suffix {suffix!r}", where, f"use one of {known}, or name the format")
