"""`convert`: read a live blog and write it in other formats."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import click

from .. import api
from ..errors import ExportError
from ..exporters import Exporter, common_options, exporter_for
from ..files import check_target, write_files
from ..identity import snapshot_id
from ..model import LiveBlog, Note
from . import terminal
from .parameters import note_line
from .reading import load, reading_options
from .writing import report, settings_from, settings_option

Reading = Callable[[terminal.Progress], tuple[LiveBlog, dict[str, object]]]


@click.command(
    short_help="Read a live blog and write it in other formats.",
    epilog="Example: liveblog-archive convert storm.html -o storm.jsonld -o storm.pdf",
)
@click.argument("sources", metavar="IN...", nargs=-1, required=True)
@reading_options
@click.option(
    "-o",
    "--output",
    "outputs",
    metavar="OUT",
    multiple=True,
    required=True,
    help="File to write; its suffix picks the format. May be given several times; - is standard output.",
)
@click.option("--to", "to_format", metavar="FORMAT", help="Format of the outputs, where the suffix does not tell.")
@settings_option
@click.option("--force", is_flag=True, help="Replace files that exist.")
@click.option("--notes", is_flag=True, help="Print what was inferred, contradicted or not understood.")
@click.option("--json", "as_json", is_flag=True, help="Print a summary as JSON.")
def convert(
    *,
    outputs: tuple[str, ...],
    to_format: str | None,
    settings: tuple[str, ...],
    force: bool,
    notes: bool,
    as_json: bool,
    **told: Any,
) -> None:
    """Read a live blog and write it in other formats: PDF, JSON-LD, XML, iCalendar, HTML, NewsML, TEI.

    IN is a text, a saved page, a file of a platform, a feed or a web archive, or what this library wrote; - is
    standard input. Several IN are pages or captures of one blog, and become one. The reading options are then for all
    of them but JSON-LD and XML, which state all of it themselves.
    """
    sources: tuple[str, ...] = told.pop("sources")

    def read(progress: terminal.Progress) -> tuple[LiveBlog, dict[str, object]]:
        pages = []
        for source in sources:
            progress.say(f"reading {source}")
            pages.append(load(source, one_of_several=len(sources) > 1, **told))
        return api.merge(pages) if len(pages) > 1 else pages[0], {}

    wanted = settings_from(settings)
    deliver(read, list(outputs), to_format, wanted, force=force, notes=notes, as_json=as_json)


def deliver(
    read: Reading,
    outputs: list[str],
    to_format: str | None,
    settings: Mapping[str, object],
    *,
    force: bool,
    notes: bool,
    as_json: bool,
) -> None:
    """Read a blog, once it is known that it can be written, and write it in every format that is asked for.

    `read` is told where to say what it does, and returns options that follow from what it has read.
    """
    formats = _formats(outputs, to_format, force, as_json)
    options = common_options(formats, settings)
    not_carried: list[Note] = []
    progress = terminal.Progress()
    try:
        blog, more = read(progress)
        written = [
            each.write(blog, asked | more, not_carried.append) for each, asked in zip(formats, options, strict=True)
        ]
        if outputs == ["-"]:
            for piece in written[0]:
                terminal.print_bytes(piece)
        else:
            write_files(dict(zip(outputs, written, strict=True)), overwrite=force, wrote=progress.wrote)
    finally:
        progress.done()
    report(not_carried)
    if notes:
        _print_notes(blog)
    else:
        report(_undated(blog))
    if as_json:
        terminal.print_json(_summary(blog, outputs))


def _formats(outputs: list[str], to_format: str | None, force: bool, as_json: bool) -> list[Exporter]:
    """Return the format of each output; refuse what cannot be written before anything is read."""
    if "-" in outputs:
        if len(outputs) > 1 or as_json or to_format is None:
            raise click.UsageError("standard output takes one format: give -o - once, with --to and without --json")
        return [exporter_for("-", to_format)]
    formats = [exporter_for(path, to_format) for path in outputs]
    for path in outputs:
        check_target(path, force)
    if len({os.path.realpath(path) for path in outputs}) < len(outputs):
        raise ExportError("two outputs are one file", outputs[-1], "name each output once")
    return formats


def _undated(blog: LiveBlog) -> Iterable[Note]:
    """Return the notes on times that have no value, as their day is not known: no file will have them."""
    return {note.text: note for note in blog.notes if note.code == "date-missing"}.values()


def _notes(blog: LiveBlog) -> Iterator[dict[str, Any]]:
    for note in blog.notes:
        yield {"code": note.code, "line": note.line, "text": note.text}


def _print_notes(blog: LiveBlog) -> None:
    for note in blog.notes:
        click.echo(f"line {note.line}: {note_line(note)}" if note.line else note_line(note), err=True)


def _summary(blog: LiveBlog, outputs: list[str]) -> dict[str, Any]:
    return {
        "id": blog.id,
        "snapshot": str(snapshot_id(blog)),
        "entries": len(blog.entries),
        "order": blog.order,
        "outputs": outputs,
        "notes": list(_notes(blog)),
    }
