"""`archive add`: add captures of live blogs to an archive, and say what each of them brought."""

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256
from itertools import chain
from typing import Any

import click

from .. import api
from ..archive import Archive, Version
from ..archive.deposits import captured_at
from ..errors import one_line
from ..identity.captures import LedgerCapture
from ..identity.heads import head_difference
from ..importers import Captured
from . import terminal
from .reading import read_source, reading_options
from .versions import in_archive, json_option, version_record
from .wording import counts, entries, piece_records


@click.command()
@in_archive
@click.argument("sources", metavar="IN...", nargs=-1, required=True)
@reading_options
@click.option("--created", metavar="TIME", help="When IN was captured, such as 2026-03-04T09:30:00+03:00.")
@json_option
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
    last = opened.latest(blog.id) if blog.id in opened else None
    version = opened.deposit(blog, source if kept else None, time)
    new, capture = last is None or version.number > last.number, opened.capture(version)
    head = head_difference(opened.blog(last), blog) if last and new else {}
    if not quiet:
        said = _known(version, last) if last and not new else _added(version, kept, capture, head)
        click.echo(one_line(f"{version.blog_id} {version.name}: {said}"))
    changed = {part: piece_records(pieces) for part, pieces in head.items()}
    return version_record(version, capture) | {"head": changed, "new": new, "source_kept": kept}


def _time(text: str | None) -> datetime | None:
    try:
        time = datetime.fromisoformat(text) if text else None
    except ValueError:
        raise click.UsageError(f"not a time: {text!r}; write it as 2026-03-04T09:30:00+03:00") from None
    if time and time.utcoffset() is None:
        raise click.UsageError(f"{text!r} has no offset; write it as 2026-03-04T09:30:00+03:00")
    return time


def _added(version: Version, kept: bool, capture: LedgerCapture, head: Collection[str]) -> str:
    """Say what a new version brought; `head` are the parts above its entries that were edited."""
    changes = counts((*capture.links, *capture.review))
    parts = [
        f"{version.kind}, {entries(version.entries)}{f': {changes}' if changes else ''}",
        f"{', '.join(head)} edited" if head else "",
        "" if kept else "without its source",
    ]
    return "; ".join(filter(None, parts))


def _known(version: Version, last: Version) -> str:
    return f"is in the archive already{'' if version == last else f'; {last.name} is newer'}"
