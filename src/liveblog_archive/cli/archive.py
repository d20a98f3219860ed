"""`archive`: keep live blogs with all their captures, and find and check what was cited in them."""

import os
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from itertools import chain
from typing import Any

import click
import orjson

from .. import api
from ..archive import Archive, Version
from ..archive.bags import open_bag
from ..archive.deposits import captured_at
from ..archive.storage import Storage
from ..canonical import entry_bytes
from ..errors import ArchiveError, ImportFailure, one_line
from ..exporters import common_options
from ..files import check_target, write_files
from ..identity import EntryId, VersionId
from ..identity.annotation import from_annotation, to_annotation
from ..identity.captures import LedgerCapture
from ..identity.ledger import Ledger
from ..identity.quotes import Quote
from ..identity.references import identifier_in
from ..identity.resolution import Resolution
from ..importers import Captured
from ..model import Entry, LiveBlog, Note, local_of
from . import terminal
from .reading import read_source, reading_options
from .wording import counts, entries, entry_line, link_record, marked, piece_records
from .writing import report, settings_from, settings_option

_SOUND = ("verified", "verified-in-later-version")


@click.group()
def archive() -> None:
    """Keep live blogs with all their captures; find and check what was cited."""


_archive = click.argument("folder", metavar="ARCHIVE")
_json = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")


@archive.command()
@_archive
@click.argument("sources", metavar="IN...", nargs=-1, required=True)
@reading_options
@click.option("--created", metavar="TIME", help="When IN was captured, such as 2026-03-04T09:30:00+03:00.")
@_json
def add(
    *,
    folder: str,
    sources: tuple[str, ...],
    blog_id: str | None,
    from_format: str | None,
    created: str | None,
    as_json: bool,
    **told: Any,
) -> None:
    """Add captures of a live blog, in the order they were made in; make the archive if it is not there."""
    if created is not None and len(sources) > 1:
        raise click.UsageError("--created is the time of one capture: give one IN")
    time = _time(created)
    opened: Archive | None = None
    records = []
    for source in sources:
        data, where = read_source(source)
        found = api.captures(data, format=from_format, id=blog_id, where=where, **told)
        blogs = [*chain.from_iterable(found.blogs)]
        if created is not None and len(blogs) > 1:
            raise click.UsageError(f"--created is the time of one capture, and {where} holds several")
        for one in blogs:
            captured_at(one.blog, time)  # no archive is made for what it would refuse
        opened = opened or Archive(folder, clock=terminal.now)
        for note in found.notes:
            click.echo(one_line(f"{where}: {note.code}: {note.text}"), err=True)
        records += [_deposit(opened, one, time, quiet=as_json) for one in blogs]
        if found.passed_over:
            click.echo(one_line(f"{where}: {found.passed_over} other pages passed over"), err=True)
    if as_json:
        terminal.print_json(records)


def _deposit(opened: Archive, captured: Captured, time: datetime | None, *, quiet: bool) -> dict[str, Any]:
    """Add a capture, say so unless told to be quiet, and return what was added."""
    blog, source = captured
    # What this library wrote as JSON-LD or XML is a record of a source, which is elsewhere.
    kept = source is not None and blog.capture is not None and sha256(source).hexdigest() == blog.capture.sha256
    before = opened.latest(blog.id).number if blog.id in opened else 0
    version = opened.deposit(blog, source if kept else None, time)
    new, capture = version.number > before, opened.capture(version)
    if not quiet:
        click.echo(one_line(_added(version, before, kept, capture)))
    return _version_record(version, capture) | {"new": new, "source_kept": kept}


def _time(text: str | None) -> datetime | None:
    try:
        time = datetime.fromisoformat(text) if text else None
    except ValueError:
        raise click.UsageError(f"not a time: {text!r}; write it as 2026-03-04T09:30:00+03:00") from None
    if time and time.utcoffset() is None:
        raise click.UsageError(f"{text!r} has no offset; write it as 2026-03-04T09:30:00+03:00")
    return time


def _added(version: Version, before: int, kept: bool, capture: LedgerCapture) -> str:
    """Say what was added to the versions that there were before."""
    said = f"{version.blog_id} {version.name}: "
    if version.number <= before:
        newer = f"; v{before} is newer" if version.number < before else ""
        return f"{said}is in the archive already{newer}"
    changes = counts((*capture.links, *capture.review))
    what = f"{version.kind}, {entries(version.entries)}{f': {changes}' if changes else ''}"
    return f"{said}{what}{'' if kept else '; without its source'}"


@archive.command("list")
@_archive
@_json
def list_(folder: str, as_json: bool) -> None:
    """List all blogs and their versions."""
    opened = Archive(folder, create=False)
    found = []
    for name in opened.blogs():
        versions = list(zip(opened.versions(name), opened.ledger(name).captures, strict=True))
        title = opened.title(versions[-1][0])
        found.append({"id": name, "title": title, "versions": [_version_record(*one) for one in versions]})
        if not as_json:
            click.echo(one_line(f"{name}  {title or ''}".rstrip()))
            for one in versions:
                click.echo(one_line(f"  {_version_line(*one)}"))
    if as_json:
        terminal.print_json(found)


def _version_line(version: Version, capture: LedgerCapture) -> str:
    basis = "captured" if version.captured else "deposited"
    when = f"{basis} {version.created.isoformat()}" if version.created else "time unknown"
    changes = counts((*capture.links, *capture.review))
    parts = [
        version.name,
        when,
        version.kind,
        entries(version.entries),
        changes,
    ]
    return "  ".join(filter(None, parts))


def _version_record(version: Version, capture: LedgerCapture) -> dict[str, Any]:
    return {
        "id": version.blog_id,
        "version": version.number,
        "created": version.created.isoformat() if version.created else None,
        "captured": version.captured.isoformat() if version.captured else None,
        "kind": version.kind,
        "snapshot": str(version.snapshot),
        "source": version.source,
        "importer": version.importer,
        "entries": version.entries,
        "changes": [link_record(link) for link in (*capture.links, *capture.review) if link.kind != "same"],
    }


@archive.command()
@_archive
@click.argument("name", metavar="ID")
@click.option("--version", "number", type=int, metavar="N", help="Version to show; the latest by default.")
@_json
def show(folder: str, name: str, number: int | None, as_json: bool) -> None:
    """Show a blog, or an entry of it by its id in full or the last 12 characters, as a version has it."""
    opened = Archive(folder, create=False)
    blog_id, entry_id = _named(opened, name)
    ledger = opened.ledger(blog_id)
    version = _version(opened, blog_id, _latest(ledger, entry_id) if number is None else number)
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


def _version(opened: Archive, blog_id: str, number: int | None) -> Version:
    if number is None:
        return opened.latest(blog_id)
    versions = opened.versions(blog_id)
    if not 1 <= number <= len(versions):
        raise ArchiveError(f"there is no version {number}, of {len(versions)}", blog_id, "list the versions")
    return versions[number - 1]


def _show_blog(blog: LiveBlog, version: Version, capture: LedgerCapture, as_json: bool) -> None:
    versions = dict(capture.entries)
    if as_json:
        entries = [{"id": entry.id, "version": str(versions[entry.id])} for entry in blog.entries]
        terminal.print_json(_version_record(version, capture) | {"title": blog.title, "entries": entries})
        return
    click.echo(one_line(f"{blog.id}  {blog.title or ''}".rstrip()))
    click.echo(one_line(_version_line(version, capture)))
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
        click.echo(f"    {one_line(line)}".rstrip())
    for one in history:
        click.echo(f"  v{one['version']}  {one['short']}{'  (shown)' if one['version'] == version.number else ''}")


@archive.command()
@_archive
@click.argument("blog_id", metavar="[BLOG]", required=False)
@click.option("-o", "--output", required=True, metavar="OUT", help="File to write; its suffix picks the format.")
@click.option("--version", "number", type=int, metavar="N", help="Version to export; the latest by default.")
@click.option("--to", "to_format", metavar="FORMAT", help="Format of OUT, where the suffix does not tell.")
@settings_option
@click.option("--force", is_flag=True, help="Replace a file that exists.")
def export(
    *,
    folder: str,
    blog_id: str | None,
    output: str,
    number: int | None,
    to_format: str | None,
    settings: tuple[str, ...],
    force: bool,
) -> None:
    """Write a version of a blog as PDF, JSON-LD, XML or iCalendar."""
    if output == "-" and to_format is None:
        raise click.UsageError("standard output has no suffix to pick the format; give --to")
    chosen = api.format_for(output, to_format)
    (options,) = common_options([chosen], settings_from(settings))
    if output != "-":
        check_target(output, force)
    opened = Archive(folder, create=False)
    version = _version(opened, opened.named(blog_id), number)
    notes: list[Note] = []
    past = opened.past_for(chosen.options, version)
    pieces = chosen.write(opened.blog(version), past | options, notes.append)
    if output != "-":
        write_files({output: pieces}, force)
    else:
        for piece in pieces:
            terminal.print_bytes(piece)
    report(notes)


@archive.command()
@_archive
@click.argument("cited", metavar="CITED")
@click.option("--blog", "blog_id", metavar="BLOG", help="The blog that is quoted, where the archive has several.")
@click.option("--text", "is_text", is_flag=True, help="CITED is quoted text, even if it is a single word.")
@click.option("--entry", metavar="ENTRY", help="The entry that is quoted: its id, or the last 12 characters of it.")
@click.option("--paragraph", type=int, metavar="N", help="The paragraph that is quoted, from 1; 0 is the headline.")
@click.option("--occurrence", type=int, metavar="N", help="Which of several places of the text, from 1.")
@_json
def resolve(
    folder: str, cited: str, blog_id: str | None, is_text: bool, as_json: bool, **place: str | int | None
) -> None:
    """Tell what became of what was cited: an id, a quote as JSON (- reads it from standard input), or quoted text."""
    opened = Archive(folder, create=False)
    found = opened.resolve(_reference(opened, cited, blog_id, is_text, place))
    if as_json:
        terminal.print_json(_resolution_record(found))
    else:
        for line in _resolution_lines(found):
            click.echo(one_line(line))
    if found.status not in _SOUND:
        raise click.exceptions.Exit(1)


def _reference(opened: Archive, cited: str, blog_id: str | None, is_text: bool, place: dict[str, Any]) -> Quote | str:
    is_quote = cited == "-" or cited.lstrip().startswith("{")
    if is_text or (len(cited.split()) > 1 and not is_quote and not identifier_in(cited)):
        return opened.quote(cited, blog_id, **place)
    if any(value is not None for value in place.values()):
        raise click.UsageError("--entry, --paragraph and --occurrence are for quoted text: add --text for one word")
    if not is_quote:
        return cited
    data, where = read_source("-") if cited == "-" else (cited.encode("utf-8", "surrogateescape"), "CITED")
    try:
        return from_annotation(orjson.loads(data))
    except orjson.JSONDecodeError as error:
        raise ImportFailure(f"not JSON: {error.msg}", where, "give a quote as it was exported") from error


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


@archive.command()
@_archive
@_json
def verify(folder: str, as_json: bool) -> None:
    """Check every file of the archive; print each damage by its path."""
    damages = Archive(folder, create=False).verify()
    if as_json:
        terminal.print_json([{"path": damage.path, "what": damage.what} for damage in damages])
    else:
        for damage in damages:
            click.echo(one_line(str(damage)))
    if damages:
        raise click.exceptions.Exit(1)


@archive.command()
@_archive
@click.argument("blog_id", metavar="[BLOG]", required=False)
@click.option("-o", "--output", required=True, metavar="FOLDER", help="Folder to make.")
@_json
def bag(folder: str, blog_id: str | None, output: str, as_json: bool) -> None:
    """Write a blog with all its versions as a bag (BagIt 1.0), to carry it elsewhere."""
    opened = Archive(folder, create=False)
    opened.bag(output, blog_id)
    if as_json:
        terminal.print_json({"id": opened.named(blog_id), "output": click.format_filename(output)})


@archive.command()
@_archive
@click.argument("source", metavar="BAG")
@_json
def unbag(folder: str, source: str, as_json: bool) -> None:
    """Take in the blog of a bag, or the versions of it that are new; make the archive if it is not there."""
    if not os.path.lexists(folder):
        open_bag(Storage(source))  # no archive is made for what is none
    opened = Archive(folder)
    name = opened.unbag(source)
    versions = opened.latest(name).number
    if as_json:
        terminal.print_json({"id": name, "versions": versions})
    else:
        click.echo(one_line(f"{name} v{versions}"))
