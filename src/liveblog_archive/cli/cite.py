"""`cite`: cite a live blog, entries of it, or words in one."""

import os
from typing import TYPE_CHECKING, Any, NamedTuple

import click
import orjson

from .. import api
from ..citation import STYLES, Citer
from ..errors import ArchiveError, CitationError, shortened
from ..files import check_target, write_files
from ..identity.quotes import Quote
from ..identity.quoting import AbsentError, find, no_entry
from ..identity.references import entry_named, nearest_entry
from ..identity.typography import typography
from ..model import LiveBlog, local_of
from . import terminal
from .reading import is_archive, load, open_archive, source_options
from .versions import version_number, version_of
from .writing import check_apart

if TYPE_CHECKING:
    from ..archive import Archive

# What the suffix of an output says of the style; of styles for people it says nothing.
_SUFFIXES = {".bib": "bibtex", ".ris": "ris", ".json": "csl-json"}
_FOR_PEOPLE = "chicago"
_Cited = tuple[str, str]  # the id of what is cited, and the citation


class _Place(NamedTuple):
    """Where in a blog what is cited stands, as far as it is told."""

    entry: str | None
    paragraph: int | None
    occurrence: int | None


@click.command(
    short_help="Cite a live blog, an entry of it, or words in one.",
    epilog="Example: liveblog-archive cite storm.html --quote 'all are accounted for' --style apa",
)
@source_options
@click.argument("entry", required=False)
@click.option(
    "--style", metavar="STYLE", help=f"{', '.join(STYLES)}; by default the suffix of OUT tells, or chicago."
)
@click.option("--paragraph", type=int, metavar="N", help="Paragraph of the entry, from 1.")
@click.option("--quote", "words", metavar="TEXT", help="Words to cite, which must stand in one place.")
@click.option("--occurrence", type=int, metavar="N", help="Which of several places of the quote, from 1.")
@click.option("--version", "number", type=version_number, metavar="N", help="Version of the archive to cite.")
@click.option("--all", "every", is_flag=True, help="Cite every entry, in source order.")
@click.option("-o", "--output", metavar="OUT", help="File to write: .bib, .ris, .json, or any other for people.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@click.option("--json", "as_json", is_flag=True, help="Print ids and citations as JSON.")
def cite(
    *,
    entry: str | None,
    style: str | None,
    paragraph: int | None,
    words: str | None,
    occurrence: int | None,
    number: int | None,
    every: bool,
    output: str | None,
    force: bool,
    as_json: bool,
    **told: Any,
) -> None:
    """Cite a live blog, or the ENTRY of it with this id (in full, or its last 12 characters).

    IN is a file, or an archive: then the latest version of the blog is cited, or --version; of several blogs the one
    that --id names.
    """
    place = _Place(entry, paragraph, occurrence)
    _check(place, words, every)
    output = None if output == "-" else output
    if output is not None and as_json:
        raise click.UsageError("--json prints ids and citations: give it without --output")
    chosen = _style_of(style, output)
    if output is not None:
        check_target(output, force)
        check_apart([output], [told["source"]])
    archive, blog = _loaded(told, number, entry)
    if every:
        cited = _every(blog, chosen)
    elif words is None:
        cited = [_one(blog, chosen, entry, paragraph)]
    else:
        cited = [_words(blog, archive, chosen, words, place)]
    found = [{"id": name, "style": chosen, "citation": text} for name, text in cited]
    if as_json:
        terminal.print_json(found if every else found[0])
        return
    data = _joined([item["citation"] for item in found], chosen)
    if output is None:
        terminal.print_bytes(data)
    else:
        write_files({output: [data]}, force)


def _check(place: _Place, words: str | None, every: bool) -> None:
    """Raise `UsageError` for what cannot be asked for together, and for what can be the id of no entry."""
    entry, paragraph, occurrence = place
    if every and (entry is not None or paragraph is not None or words is not None):
        raise click.UsageError("--all cites every entry: give it without ENTRY, --paragraph and --quote")
    if occurrence is not None and words is None:
        raise click.UsageError("--occurrence says which place of --quote is meant: give both")
    if entry is not None and not entry.strip():
        raise click.UsageError("ENTRY is empty: give the id of an entry, or leave it out to cite the blog")
    if entry is not None and len(entry.split()) > 1:
        raise click.UsageError("ENTRY is words, and no id: to cite words, give them with --quote")


def _loaded(
    told: dict[str, Any], number: int | None, entry: str | None
) -> "tuple[Archive, LiveBlog] | tuple[None, LiveBlog]":
    """Return the live blog of a file, or an archive and a version of the one in it that is meant."""
    if is_archive(told["source"]):
        return _in_archive(told.pop("source"), told, number, entry)
    if number is not None:
        raise click.UsageError("--version is of a blog in an archive, and IN is none")
    return None, load(**told)


def _in_archive(
    folder: str, told: dict[str, Any], number: int | None, entry: str | None
) -> "tuple[Archive, LiveBlog]":
    archive, blog_id = open_archive(folder, told)
    version = version_of(archive, blog_id, number)
    blog = archive.blog(version)
    if entry is not None and not any(entry in (one.id, local_of(one.id)) for one in blog.entries):
        ledger = archive.ledger(blog_id)
        if near := None if entry_named(ledger, entry) else nearest_entry(ledger, entry):
            raise no_entry(entry, blog.entries, near)
        if seen := ledger.sightings(entry_named(ledger, entry) or ""):
            last = seen[-1].capture
            what = f"version {version.number} does not have this entry; the last that has it is version {last}"
            raise ArchiveError(what, entry, f"cite that with --version {last}")
    return archive, blog


def _style_of(style: str | None, output: str | None) -> str:
    """Return the style that is asked for, or that the suffix of the output tells."""
    chosen = style.lower() if style else _SUFFIXES.get(os.path.splitext(output or "")[1].lower(), _FOR_PEOPLE)
    if output is not None and chosen not in STYLES:  # before anything is read
        raise CitationError(f"unknown citation style {chosen!r}", remedy=f"use one of: {', '.join(STYLES)}")
    return chosen


def _every(blog: LiveBlog, style: str) -> list[_Cited]:
    citer = Citer(blog)
    return [(entry.id, citer.render(entry, style)) for entry in blog.entries]


def _one(blog: LiveBlog, style: str, entry: str | None, paragraph: int | None) -> _Cited:
    """Cite an entry or a paragraph of it, or the blog."""
    wanted = find(blog, entry) if entry is not None else None
    return wanted.id if wanted else blog.id, Citer(blog).render(wanted, style, paragraph)


def _words(blog: LiveBlog, archive: "Archive | None", style: str, words: str, place: _Place) -> _Cited:
    """Cite words, as they stand in the blog."""
    quote = _quoted(blog, words, place, archive)
    if differs := typography(words, quote.exact):
        terminal.say_error(f"cited as it stands, with other {', '.join(differs)} than were given: {quote.exact}")
    return quote.entry, api.cite(blog, quote, style=style)


def _quoted(blog: LiveBlog, words: str, place: _Place, archive: "Archive | None") -> Quote:
    """Return the quote of words in a blog; of a version that has them not, tell which version of the archive has."""
    try:
        return api.quote(blog, words, **place._asdict())
    except AbsentError:
        if archive is None:
            raise
    found = archive.quote(words, blog.id, **place._asdict())  # raises where no version has them
    last = max(one.capture for one in archive.ledger(blog.id).sightings(found.entry) if one.version == found.version)
    what = f"not in this version; the last that has it is version {last}"
    raise CitationError(what, shortened(words), f"cite that with --version {last}")


def _joined(citations: list[str], style: str) -> bytes:
    """Return citations as one file: a line each, records one after another, CSL-JSON as one array."""
    if style == "csl-json":
        return terminal.json_bytes([item for array in citations for item in orjson.loads(array)])
    return "".join(text if text.endswith("\n") else f"{text}\n" for text in citations).encode()
