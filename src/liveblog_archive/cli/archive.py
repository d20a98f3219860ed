"""`archive`: keep live blogs with all their captures, and find and check what was cited in them."""

from collections.abc import Iterable
from functools import partial
from itertools import chain
from typing import Any

import click
import orjson

from ..archive import Archive, Version
from ..canonical import entry_bytes
from ..citation.reading import cited_in
from ..errors import ArchiveError, ImportFailure, escaped_line
from ..exporters import Exporter
from ..identity import EntryId, VersionId
from ..identity.annotation import from_annotation, to_annotation
from ..identity.captures import LedgerCapture
from ..identity.differences import marked
from ..identity.ledger import Ledger
from ..identity.outcomes import Resolution
from ..identity.quotes import Quote
from ..identity.typography import typography
from ..importers import marks
from ..model import Entry, LiveBlog, local_of
from . import terminal
from .adding import add
from .parameters import place
from .reading import read_source
from .versions import in_archive, json_option, version_line, version_number, version_of, version_record
from .wording import entry_line, link_record, piece_records
from .writing import deliver, output_options, settings_from, writing_options

_SOUND = ("verified", "verified-in-later-version")


@click.group(short_help="Keep blogs with all captures; check what was cited.")
def archive() -> None:
    """Keep live blogs with all their captures; find and check what was cited."""


archive.add_command(add)


@archive.command(
    "list", short_help="List all blogs and their versions.", epilog="Example: liveblog-archive archive list storms"
)
@in_archive
@json_option
def list_(folder: str, as_json: bool) -> None:
    """List all blogs and their versions, as their ledgers state them; those that are damaged are told and left out.

    No entry is read: only verify tells of a damaged one.
    """
    opened = Archive(folder, create=False)
    left_out = terminal.LeftOut()
    found = []
    for name in opened.blogs(left_out):
        try:
            versions = list(zip(opened.versions(name), opened.ledger(name).captures, strict=True))
            title = opened.title(versions[-1][0])
        except ArchiveError as error:
            left_out(error)
            continue
        found.append({"id": name, "title": title, "versions": [version_record(*one) for one in versions]})
        if not as_json:
            click.echo(escaped_line(f"{name}  {title or ''}".rstrip()))
            for one in versions:
                click.echo(escaped_line(f"  {version_line(*one)}"))
    if as_json:
        terminal.print_json(found)
    left_out.end()


@archive.command(
    short_help="Show a blog, or an entry of it.", epilog="Example: liveblog-archive archive show storms z9z67x7bww3q"
)
@in_archive
@click.argument("name", metavar="ID")
@click.option("--version", "number", type=version_number, metavar="N", help="Version to show; the latest by default.")
@json_option
def show(folder: str, name: str, number: int | None, as_json: bool) -> None:
    """Show a blog, or an entry of it by its id in full or the last 12 characters, as a version has it."""
    opened = Archive(folder, create=False)
    blog_id, entry_id = _named(opened, name)
    ledger = opened.ledger(blog_id)
    version = version_of(opened, blog_id, _latest(ledger, entry_id) if number is None else number)
    blog = opened.blog(version)
    if entry_id is None:
        _show_blog(blog, version, ledger.captures[version.number - 1], as_json)
        return
    entry = next((one for one in blog.entries if one.id == entry_id), None)
    if entry is None:
        raise ArchiveError(f"version {version.number} does not have this entry", entry_id, "show another version")
    _show_entry(entry, version, ledger, as_json)


def _named(opened: Archive, name: str) -> tuple[str, str | None]:
    """Return the blog id and the entry id that a name on the command line means."""
    if name in opened:
        return name, None
    entry = opened.resolve(name).entry
    if entry is None:
        raise ArchiveError("neither a blog nor an entry of this archive", name, "list its blogs")
    return EntryId.parse(entry).blog.uri, entry


def _latest(ledger: Ledger, entry_id: str | None) -> int:
    """Return the latest capture, or the latest that has the entry."""
    sightings = ledger.sightings(entry_id) if entry_id else ()
    return sightings[-1].capture if sightings else len(ledger.captures)


def _show_blog(blog: LiveBlog, version: Version, capture: LedgerCapture, as_json: bool) -> None:
    versions = dict(capture.entries)
    if as_json:
        entries = [{"id": entry.id, "version": str(versions[entry.id])} for entry in blog.entries]
        terminal.print_json(version_record(version, capture) | {"title": blog.title, "entries": entries})
        return
    click.echo(escaped_line(f"{blog.id}  {blog.title or ''}".rstrip()))
    click.echo(escaped_line(version_line(version, capture)))
    for entry in blog.entries:
        click.echo(f"  {versions[entry.id].short}  {entry_line(entry)}")


def _show_entry(entry: Entry, version: Version, ledger: Ledger, as_json: bool) -> None:
    history = [
        {"version": one.capture, "id": str(one.version), "short": one.version.short}
        for one in ledger.sightings(entry.id)
    ]
    if as_json:
        record = orjson.loads(entry_bytes(entry))
        terminal.print_json({"shown": version.number, "record": record, "history": history})
        return
    click.echo(entry_line(entry))
    for line in entry.text.splitlines():
        click.echo(f"    {escaped_line(line)}".rstrip())
    for one in history:
        click.echo(f"  v{one['version']}  {one['short']}{'  (shown)' if one['version'] == version.number else ''}")


@archive.command(
    short_help="Write a version of a blog in another format.",
    epilog="Example: liveblog-archive archive export storms --version 1 -o first.pdf",
)
@in_archive
@click.argument("blog_id", metavar="[BLOG]", required=False)
@click.option(
    "--version", "number", type=version_number, metavar="N", help="Version to export; the latest by default."
)
@output_options
@writing_options
def export(
    *,
    folder: str,
    blog_id: str | None,
    number: int | None,
    outputs: tuple[str, ...],
    to_format: str | None,
    settings: tuple[str, ...],
    force: bool,
    notes: bool,
    as_json: bool,
) -> None:
    """Write a version of a blog as PDF, JSON-LD, XML, iCalendar, HTML, NewsML or TEI.

    A PDF is of this version alone; what changed in it since the version before is told by the command brief.
    """
    read = partial(_version, folder, blog_id, number)
    wanted = settings_from(settings)
    deliver(read, outputs, to_format, wanted, force=force, notes=notes, as_json=as_json)


def _version(
    folder: str, blog_id: str | None, number: int | None, progress: terminal.Progress, formats: Iterable[Exporter]
) -> tuple[LiveBlog, dict[str, object]]:
    """Return a version of a blog, and its past where one of the formats has a place for it."""
    progress.say(f"reading {folder}")
    opened = Archive(folder, create=False)
    version = version_of(opened, blog_id, number)
    if any(one.remembers for one in formats):
        return opened.blog(version), {"history": opened.history(version)}
    return opened.blog(version), {}


@archive.command(
    short_help="Tell what became of what was cited.",
    epilog="Example: liveblog-archive archive resolve storms 'nine miles north-east of the bank'",
)
@in_archive
@click.argument("cited", metavar="CITED")
@click.option("--blog", "blog_id", metavar="BLOG", help="The blog that is quoted, where the archive has several.")
@click.option("--text", "is_text", is_flag=True, help="CITED is quoted text, even if it is a single word.")
@click.option("--entry", metavar="ENTRY", help="The entry that is quoted: its id, or the last 12 characters of it.")
@click.option("--paragraph", type=int, metavar="N", help="The paragraph that is quoted, from 1; 0 is the headline.")
@click.option("--occurrence", type=int, metavar="N", help="Which of several places of the text, from 1.")
@json_option
def resolve(
    folder: str, cited: str, blog_id: str | None, is_text: bool, as_json: bool, **place: str | int | None
) -> None:
    """Tell what became of what was cited: an id, a citation, a quote as JSON (- reads standard input), or a text."""
    opened = Archive(folder, create=False)
    if not cited.strip():
        raise click.UsageError("CITED is empty: give an id, a citation, a quote as JSON, or quoted words")
    quoted = _quoted(opened, cited, blog_id, place) if is_text or _is_text(cited) else None
    differs = typography(cited, quoted.exact) if quoted else ()
    reference = quoted or _reference(cited, place)
    found = opened.resolve(reference)
    earlier = opened.earlier(reference) if isinstance(reference, Quote) and found.status in _SOUND else ()
    if as_json:
        more = {"typography": list(differs), "earlier": [_resolution_record(one) for one in earlier]}
        terminal.print_json(_resolution_record(found) | more)
    else:
        for line in chain(_resolution_lines(found), _typed_lines(quoted, differs), *map(_earlier_lines, earlier)):
            click.echo(escaped_line(line))
    if found.status not in _SOUND:
        raise click.exceptions.Exit(1)


def _is_quote(cited: str) -> bool:
    return cited == "-" or cited.lstrip().startswith("{")


def _is_text(cited: str) -> bool:
    return len(cited.split()) > 1 and not _is_quote(cited) and not cited_in(cited).names


def _quoted(opened: Archive, words: str, blog_id: str | None, place: dict[str, Any]) -> Quote:
    names = opened.blogs() if blog_id is None else ()
    if len(names) > 1:
        raise click.UsageError(f"the archive holds {len(names)} blogs: say which is quoted, with --blog {names[0]}")
    return opened.quote(words, blog_id, **place)


def _reference(cited: str, place: dict[str, Any]) -> Quote | str:
    if any(value is not None for value in place.values()):
        raise click.UsageError("--entry, --paragraph and --occurrence are for quoted text: add --text for one word")
    if not _is_quote(cited):
        return cited
    data, where = read_source("-") if cited == "-" else (cited.encode("utf-8", "surrogateescape"), "CITED")
    return _of_file(data, where)


def _of_file(data: bytes, where: str) -> Quote | str:
    """Return what is cited in a file: the quote of an annotation, or the identifier in a citation."""
    mark, encoding = marks.marked(data)
    text = data[len(mark) :].decode(encoding or "utf-8", "replace" if encoding else "surrogateescape")
    try:
        record = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        if not text.lstrip().startswith("{") and cited_in(text).names:
            return text
        remedy = "give a quote as it was exported, or a whole citation"
        raise ImportFailure(f"not JSON: {error.msg}", where, remedy) from error
    is_annotation = isinstance(record, dict) and "target" in record
    return text if not is_annotation and cited_in(text).names else from_annotation(record)


def _resolution_lines(found: Resolution) -> list[str]:
    lines = [f"{', '.join((found.status, *found.also))}: {found.reason}"]
    if found.entry or found.version:
        lines.append(f"  cited  {_versioned([found.entry or ''], found.version)}")
    if found.now:
        lines.append(f"  now    {_versioned(found.now, found.current)}")
    if found.difference:
        lines.append(f"  words  {marked(found.difference)}")
    for step in found.steps:
        change = f"{' '.join(map(local_of, step.link.previous))} -> {' '.join(map(local_of, step.link.current))}"
        lines.append(f"  v{step.capture}  {step.link.kind}  {change}")
    return lines


def _typed_lines(quoted: Quote | None, differs: Iterable[str]) -> list[str]:
    """Return the line that tells in what the words that were given are set otherwise than they stand."""
    kinds = ", ".join(differs)
    return [f"  typed  with other {kinds} than the page has: {quoted.exact}"] if quoted and kinds else []


def _earlier_lines(found: Resolution) -> list[str]:
    """Return the lines that tell of an older version in which the words stand otherwise, or elsewhere."""
    change = f"(v{found.since}; since then {found.status}: {found.reason})"
    lines = [f"  before {_versioned([found.entry or ''], found.version)}  {change}"]
    return lines + ([f"  words  {marked(found.difference)}"] if found.difference else [])


def _versioned(names: Iterable[str], version: VersionId | None) -> str:
    return "  ".join(filter(None, (" ".join(names), f"version {version.short}" if version else "")))


def _resolution_record(found: Resolution) -> dict[str, Any]:
    return {
        "status": found.status,
        "also": list(found.also),
        "reason": found.reason,
        "entry": found.entry,
        "version": str(found.version) if found.version else None,
        "now": list(found.now),
        "current": str(found.current) if found.current else None,
        "quote": to_annotation(found.quote) if found.quote else None,
        "difference": piece_records(found.difference),
        "since": found.since,
        "steps": [link_record(step.link) | {"version": step.capture} for step in found.steps],
    }


@archive.command(epilog="Example: liveblog-archive archive verify storms")
@in_archive
@json_option
def verify(folder: str, as_json: bool) -> None:
    """Check every file of the archive; print each damage by its path."""
    damages = Archive(folder, create=False).verify()
    if as_json:
        terminal.print_json([{"path": damage.path, "what": damage.what} for damage in damages])
    else:
        for damage in damages:
            click.echo(escaped_line(str(damage)))
    if damages:
        raise click.exceptions.Exit(1)


@archive.command(
    short_help="Write a blog with all its versions as a bag.",
    epilog="Example: liveblog-archive archive bag storms -o storm-bag",
)
@in_archive
@click.argument("blog_id", metavar="[BLOG]", required=False)
@click.option("-o", "--output", required=True, metavar="FOLDER", type=place, help="Folder to make.")
@json_option
def bag(folder: str, blog_id: str | None, output: str, as_json: bool) -> None:
    """Write a blog with all its versions as a bag (BagIt 1.0), to carry it elsewhere."""
    opened = Archive(folder, create=False)
    opened.bag(output, blog_id)
    if as_json:
        terminal.print_json({"id": opened.latest(blog_id).blog_id, "output": output})


@archive.command(
    short_help="Take in the blog of a bag.", epilog="Example: liveblog-archive archive unbag elsewhere storm-bag"
)
@in_archive
@click.argument("source", metavar="BAG")
@json_option
def unbag(folder: str, source: str, as_json: bool) -> None:
    """Take in the blog of a bag, or the versions of it that are new; make the archive if it is not there."""
    opened = Archive(folder)
    name = opened.unbag(source)
    versions = opened.latest(name).number
    if as_json:
        terminal.print_json({"id": name, "versions": versions})
    else:
        click.echo(escaped_line(f"{name} v{versions}"))
