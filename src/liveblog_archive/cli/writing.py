"""What every command that writes formats shares: its options, the writing, and notes on what is not carried."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from os.path import realpath
from typing import Any

import click

from ..errors import ExportError
from ..exporters import Exporter, common_options, exporter_for
from ..exporters.options import names
from ..files import check_target, write_files
from ..identity import snapshot_id
from ..model import LiveBlog, Note
from . import terminal
from .parameters import note_line, was_typed
from .reading import Command, with_options

Reading = Callable[[terminal.Progress, Sequence[Exporter]], tuple[LiveBlog, dict[str, object]]]

settings_option = click.option(
    "--set",
    "settings",
    metavar="NAME=VALUE",
    multiple=True,
    help="Option of the formats written, such as entries=all. May be given several times.",
)

_OUTPUT = click.option(
    "-o",
    "--output",
    "outputs",
    metavar="OUT",
    multiple=True,
    required=True,
    help="File to write; its suffix picks the format. May be given several times; - is standard output.",
)
_TO = click.option(
    "--to", "to_format", metavar="FORMAT", help="Format of the outputs, where the suffix does not tell."
)
_FORCE = click.option("--force", is_flag=True, help="Replace files that exist.")
_NOTES = click.option("--notes", is_flag=True, help="Print what was inferred, contradicted or not understood.")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print a summary as JSON.")


def output_options(command: Command) -> Command:
    """Add the options of every command that writes any format."""
    return with_options(command, (_OUTPUT, _TO))


def writing_options(command: Command) -> Command:
    """Add the options of every command that writes a blog: how, and what is printed of it."""
    return with_options(command, (settings_option, _FORCE, _NOTES, _JSON))


def settings_from(words: Iterable[str]) -> dict[str, object]:
    """Return options by name from `NAME=VALUE`; a name that is given twice has its last value."""
    settings: dict[str, object] = {}
    for word in words:
        typed, sign, value = word.partition("=")
        if not sign or not typed:
            raise click.UsageError(f"--set {word} is no NAME=VALUE")
        name = typed.replace("-", "_")
        settings[name] = value
        was_typed({name: f"--set {typed}"})
    return settings


def report(notes: Iterable[Note]) -> None:
    """Print what the files do not carry, a line each, on standard error."""
    for note in notes:
        click.echo(note_line(note), err=True)


def deliver(
    read: Reading,
    outputs: Sequence[str],
    to_format: str | None,
    settings: Mapping[str, object],
    *,
    force: bool,
    notes: bool,
    as_json: bool,
    sources: Sequence[str] = (),
) -> None:
    """Read a blog, once it is known that it can be written, and write it in every format that is asked for.

    `read` is told where to say what it does, and which formats are written; beside the blog it returns options that
    follow from what it has read, for those of the formats that have them. `sources` are the files that it reads.
    """
    formats = _formats(outputs, to_format, force, as_json)
    check_apart(outputs, sources)
    options = common_options(formats, settings)
    not_carried: list[Note] = []
    with terminal.Progress() as progress:
        blog, more = read(progress, formats)
        written = [
            each.write(blog, asked | _known(more, each), not_carried.append)
            for each, asked in zip(formats, options, strict=True)
        ]
        if "-" in outputs:
            for piece in written[0]:
                terminal.print_bytes(piece)
        else:
            write_files(dict(zip(outputs, written, strict=True)), overwrite=force, wrote=progress.wrote)
    report(not_carried)
    if notes:
        _print_notes(blog)
    else:
        report(_undated(blog))
    if as_json:
        terminal.print_json(_summary(blog, outputs))


def check_apart(outputs: Iterable[str], sources: Iterable[str]) -> None:
    """Raise `ExportError` for an output that would replace a file that is read, even with --force."""
    read = {realpath(path) for path in sources}
    for path in outputs:
        if path != "-" and realpath(path) in read:
            raise ExportError("it is what is read, and would be lost", path, "name another file")


def _known(options: Mapping[str, object], exporter: Exporter) -> dict[str, object]:
    return {name: value for name, value in options.items() if name in names(exporter.options)}


def _formats(outputs: Sequence[str], to_format: str | None, force: bool, as_json: bool) -> list[Exporter]:
    """Return the format of each output; refuse what cannot be written before anything is read."""
    if "-" in outputs:
        if len(outputs) > 1 or as_json or to_format is None:
            raise click.UsageError("standard output takes one format: give -o - once, with --to and without --json")
        return [exporter_for("-", to_format)]
    formats = [exporter_for(path, to_format) for path in outputs]
    for path in outputs:
        check_target(path, force)
    if len({realpath(path) for path in outputs}) < len(outputs):
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


def _summary(blog: LiveBlog, outputs: Sequence[str]) -> dict[str, Any]:
    return {
        "id": blog.id,
        "snapshot": str(snapshot_id(blog)),
        "entries": len(blog.entries),
        "order": blog.order,
        "outputs": list(outputs),
        "notes": list(_notes(blog)),
    }
