"""Exporters: a table of plain functions, read from top to bottom.

An exporter takes a blog whose entries have ids, those of its entries that are written, and the options of its format,
and yields its bytes in pieces. `Exporter.write` alone chooses who is shown, and tells what is left out. What of a
blog's content its format has no place for stands in its row, so that whoever exports is told when something is lost;
how the source was read and sorted (`capture`, `span`, `order`, `order_key`) is carried by the lossless formats, and
promised by no other. An exporter knows no file, clock, host or locale, so the same blog gives the same bytes
everywhere. Each is imported by the function that needs it.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ..errors import ExportError, amount
from ..formats import Format
from ..model import Agent, Entry, LiveBlog, Note
from .options import CommonOptions, made, names, part, worded
from .options import Notify as Notify

if TYPE_CHECKING:
    from .format_options import JsonldOptions, XmlOptions
    from .pdf_options import BriefingOptions

_NOTHING = (None, ())
# What readers take whoever stands there for.
_USUAL_KINDS = {"publisher": "organization", "authors": "person"}

_Write = Callable[[LiveBlog, Sequence[Entry], Any, Notify], Iterator[bytes]]


@frozen
class Exporter(Format):
    """A format that blogs are written in: where the class of its options is, and the function that takes one of them.

    `misses` are the fields of a blog, `misses_of_entries` those of its entries, that the format has no place for;
    `authors.kind` is that authors are no persons.
    """

    _options: str
    _write: _Write
    misses: tuple[str, ...] = ()
    misses_of_entries: tuple[str, ...] = ()

    @property
    def options(self) -> type[CommonOptions]:
        """The class of its options, imported when it is asked for: it takes longer to make one than to read a row."""
        module, _, name = self._options.rpartition(".")
        found: type[CommonOptions] = getattr(import_module(f".{module}", __package__), name)
        return found

    def asked(self, told: Mapping[str, object]) -> CommonOptions:
        """Return its options when all of them are told; raise `ExportError` as `write` does."""
        options = made(self.options, self.name, told)
        options.check(self.name)
        return options

    @property
    def remembers(self) -> bool:
        """Whether it has the option `history`: what an archive knows of the past of a blog."""
        return "history" in names(self.options)

    def write(
        self, blog: LiveBlog, told: Mapping[str, object] | None = None, notify: Notify | None = None
    ) -> Iterator[bytes]:
        """Return the pieces of `blog` in this format, with the options told by name.

        `notify` is given a note for whatever the format does not carry. Raises `ExportError` for an option that the
        format does not have, or a value that it may not have.
        """
        options = self.asked(told or {})
        notify = notify or _nobody
        chosen = options.chosen(blog)
        for status, count in _left_out(blog, options).items():
            notify(Note(code="entries-left-out", text=f"{self.name}: {count:,} {status}, left out (entries=all)"))
        lost = [name for name in self.misses if _says(blog, name)]
        lost += [f"{name} of {amount(count, 'entry', 'entries')}" for name, count in self._lost_of(chosen).items()]
        if lost and not options.attaches_record:
            notify(Note(code="not-carried", text=f"{self.name}: has no place for {', '.join(lost)}"))
        return self._write(blog, chosen, options, notify)

    def _lost_of(self, entries: Sequence[Entry]) -> dict[str, int]:
        """Return how many of the entries that are written have each of the fields that the format misses."""
        counts = {name: sum(_says(entry, name) for entry in entries) for name in self.misses_of_entries}
        return {name: count for name, count in counts.items() if count}


def _left_out(blog: LiveBlog, options: CommonOptions) -> Counter[str]:
    """Return how many entries of each status are not written at all, also not as withdrawn."""
    told = {gone.entry.id for gone in options.withdrawn}
    hidden = [entry.status for entry in blog.entries if entry.status != "published" and entry.id not in told]
    return Counter(hidden if options.entries == "published" else ())


def _nobody(_note: Note) -> None:
    """Take a note that nobody asked for."""


def _says(where: LiveBlog | Entry, name: str) -> bool:
    """Tell whether a field says something; the kind of an agent does where it is not what readers take it for."""
    field, _, kind = name.partition(".")
    value: Any = getattr(where, field)
    if not kind:
        return value not in _NOTHING
    agents = (value,) if isinstance(value, Agent) else value or ()
    return any(agent.kind != _USUAL_KINDS[field] for agent in agents)


def _written_by(module: str) -> _Write:
    """Return a function that calls `write` of a module here, which is imported when it is called."""

    def write(blog: LiveBlog, chosen: Sequence[Entry], options: CommonOptions, _notify: Notify) -> Iterator[bytes]:
        pieces: Iterator[bytes] = import_module(f".{module}", __package__).write(blog, chosen, options)
        return pieces

    return write


def _pdf(blog: LiveBlog, chosen: Sequence[Entry], options: "BriefingOptions", notify: Notify) -> Iterator[bytes]:
    from . import pdf

    return pdf.write(blog, chosen, options, notify)


def _xml(blog: LiveBlog, chosen: Sequence[Entry], options: "XmlOptions", _notify: Notify) -> Iterator[bytes]:
    from ..interchange import xml

    return xml.write(part(blog, chosen), options.stylesheet)


def _jsonld(blog: LiveBlog, chosen: Sequence[Entry], options: "JsonldOptions", _notify: Notify) -> Iterator[bytes]:
    from ..interchange import jsonld

    return jsonld.write(part(blog, chosen), options.history)


EXPORTERS = (
    Exporter(
        "pdf",
        (".pdf",),
        "application/pdf",
        "briefing that prints, every paragraph citable",
        "pdf_options.BriefingOptions",
        _pdf,
        misses=("publisher.kind", "authors.kind"),
        misses_of_entries=("authors.kind",),
    ),
    Exporter(
        "jsonld",
        (".jsonld", ".json"),
        "application/ld+json",
        "schema.org LiveBlogPosting, lossless",
        "format_options.JsonldOptions",
        _jsonld,
    ),
    Exporter(
        "xml",
        (".xml",),
        "application/xml",
        "own vocabulary with published schemas, lossless",
        "format_options.XmlOptions",
        _xml,
    ),
    Exporter(
        "ical",
        (".ics",),
        "text/calendar",
        "iCalendar (RFC 5545), one event an entry",
        "format_options.CalendarOptions",
        _written_by("ical"),
        misses=("authors", "introduction", "coverage_start", "coverage_end", "declared_total"),
    ),
    Exporter(
        "html",
        (".html", ".htm"),
        "text/html",
        "page to read, a landing place for citations",
        "format_options.PageOptions",
        _written_by("html"),
        misses_of_entries=("created", "published", "modified", "native_id", "authors.kind"),
    ),
    Exporter(
        "newsml",
        (".newsml", ".newsml.xml"),
        "application/vnd.iptc.g2.newsmessage+xml",
        "NewsML-G2 message",
        "format_options.NewsOptions",
        _written_by("newsml"),
    ),
    Exporter(
        "tei",
        (".tei", ".tei.xml"),
        "application/tei+xml",
        "TEI P5 text",
        "options.ReaderOptions",
        _written_by("tei"),
    ),
)


def exporter(name: str) -> Exporter:
    """Return the exporter called `name`, or by a suffix such as `ics`; raise `ExportError` when there is none."""
    for candidate in EXPORTERS:
        if name == candidate.name or f".{name}" in candidate.suffixes:
            return candidate
    raise ExportError(f"unknown format {name!r}", remedy=f"use one of: {', '.join(e.name for e in EXPORTERS)}")


def exporter_for(path: str, name: str | None = None) -> Exporter:
    """Return the exporter called `name`, else the one for the suffix of `path`; raise `ExportError` for neither.

    Of two suffixes that fit, such as `.xml` and `.tei.xml`, the longer one tells.
    """
    if name:
        return exporter(name)
    stem, suffix = os.path.splitext(path)
    for ending in (f"{os.path.splitext(stem)[1]}{suffix}".lower(), suffix.lower()):
        for candidate in EXPORTERS:
            if ending in candidate.suffixes:
                return candidate
    known = ", ".join(s for e in EXPORTERS for s in e.suffixes)
    raise ExportError(f"no format has the suffix {suffix!r}", path, f"use one of {known}, or name the format")


def common_options(chosen: list[Exporter], told: Mapping[str, object]) -> list[dict[str, object]]:
    """Return for each exporter those of the told options that it has; raise `ExportError` for one that none has."""
    known = [set(names(each.options)) for each in chosen]
    for name, value in told.items():
        possible = worded if isinstance(value, str) else names
        some = list(dict.fromkeys(n for each in chosen for n in possible(each.options)))
        if name not in some:
            is_known = any(name in one for one in known)
            what = f"option {name} can be no text" if is_known else f"unknown option {name!r}"
            where = ", ".join(each.name for each in chosen)
            raise ExportError(what, where, f"use one of: {', '.join(some)}")
    each_told = [{name: value for name, value in told.items() if name in one} for one in known]
    for each, own in zip(chosen, each_told, strict=True):
        made(each.options, each.name, own)  # a value that is refused is refused before anything is read
    return each_told
