"""The command line: the verbs of the library, with files, a terminal and exit codes around them.

Exit codes: 0 done, 1 a finding, 2 misuse or unreadable input. An error is one line on standard error. The only
module that prints, exits, or reads a clock.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, get_args

import click
import orjson

from . import api
from .errors import ExportError, LiveBlogError, one_line
from .exporters import EXPORTERS
from .files import STANDARD_INPUT, check_target, read_bytes, read_standard_input, write_files
from .formats import Format
from .identity import snapshot_id
from .importers import IMPORTERS, importer, importer_for
from .inspection import facts, lines
from .model import LiveBlog
from .model.order import Order
from .version import __version__

PROGRAM = "liveblog-archive"
_INTERRUPTED = 130  # 128 + SIGINT, as shells count it


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run the command line; return the exit code."""
    try:
        # Not `commands.main`: it takes a closed pipe for itself, and exits with 1.
        with commands.make_context(PROGRAM, list(arguments) or ["--help"]) as context:
            commands.invoke(context)
    except LiveBlogError as error:
        return _complain(str(error))
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else PROGRAM
        return _complain(f"{error.format_message().rstrip('.')}; see {command} --help")
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except KeyboardInterrupt:
        click.echo(err=True)
        return _INTERRUPTED
    except OSError as error:
        return _output_lost(error)
    return 0


def _complain(message: str) -> int:
    click.echo(f"{PROGRAM}: {one_line(message)}", err=True)
    return 2


def _output_lost(error: OSError) -> int:
    """Give up standard output, the one file that `files` does not open; return the exit code.

    A reader that leaves early, as `| head` does, is nothing wrong, and nothing is left to say to it.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or Python's last flush, at its exit, would fail once more
    if isinstance(error, BrokenPipeError):
        return 0
    return _complain(f"{error.filename or 'standard output'}: {error.strerror}; check the disk and the permissions")


def _print(data: bytes) -> None:
    """Print UTF-8, whatever the locale: what is piped into a file is a record, not a message."""
    click.echo(data, nl=False)


class Progress:
    """How far long work has come: one line that rewrites itself on a terminal, nothing in a pipe or a file."""

    _EVERY = 0.2  # seconds

    def __init__(self) -> None:
        self._shown = os.isatty(2)
        self._sizes: dict[str, int] = {}
        self._last = 0.0

    def say(self, message: str) -> None:
        """Replace the line by `message`."""
        if self._shown:
            click.echo(f"\r\x1b[2K{one_line(message)}", nl=False, err=True)

    def wrote(self, path: str, size: int) -> None:
        """Tell that another `size` bytes of the file at `path` are written."""
        self._sizes[path] = self._sizes.get(path, 0) + size
        now = time.monotonic()
        if now - self._last >= self._EVERY:
            self._last = now
            self.say(f"{path}: {self._sizes[path] / 1000:,.0f} kB")

    def done(self) -> None:
        """Clear the line."""
        self.say("")


_READING_OPTIONS: tuple[Callable[[Callable[..., None]], Callable[..., None]], ...] = (
    click.option("--timezone", metavar="ZONE", help="IANA zone of the printed times, such as Asia/Yerevan."),
    click.option("--language", metavar="TAG", help="BCP 47 tag of the text, such as en or pt-BR."),
    click.option("--date", metavar="YYYY-MM-DD", help="Day of the first time in the source."),
    click.option("--order", type=click.Choice(get_args(Order)), help="Direction of the entries, if it is misread."),
    click.option("--title", help="Title of the live blog."),
    click.option("--url", help="Address of the live page."),
    click.option("--id", "blog_id", metavar="URI", help="Persistent id of the live blog, such as a tag: URI."),
    click.option("--encoding", metavar="CODEC", help="Encoding of a text that is not UTF-8."),
    click.option("--mapping", metavar="MAP", help="Mapping for JSON of any shape: a file, 24liveblog or tickaroo."),
    click.option("--from", "from_format", metavar="FORMAT", help="Format of IN, where its content does not tell."),
)


def _source_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the argument and options of every command that reads a live blog."""
    return _reading_options(click.argument("source", metavar="IN")(command))


def _reading_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_READING_OPTIONS):
        command = option(command)
    return command


def _load(source: str, blog_id: str | None, from_format: str | None, **told: Any) -> LiveBlog:
    """Return the live blog in a file, or on standard input when `source` is `-`."""
    if source != "-":
        return api.read(source, format=from_format, id=blog_id, **told)
    data = read_standard_input()
    return api.parse(data, format=from_format, id=blog_id, where=STANDARD_INPUT, **told)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name=PROGRAM)
def commands() -> None:
    """Archive and cite live blogs."""


@commands.command()
@click.argument("sources", metavar="IN...", nargs=-1, required=True)
@_reading_options
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
@click.option("--force", is_flag=True, help="Replace files that exist.")
@click.option("--notes", is_flag=True, help="Print what was inferred, contradicted or not understood.")
@click.option("--json", "as_json", is_flag=True, help="Print a summary as JSON.")
def convert(
    outputs: tuple[str, ...], to_format: str | None, force: bool, notes: bool, as_json: bool, **told: Any
) -> None:  # fmt: skip
    """Read a live blog and write it in other formats: PDF, JSON-LD, XML, iCalendar.

    Several IN are pages or captures of one blog, and become one.
    """
    _convert(list(outputs), told, to_format=to_format, force=force, notes=notes, as_json=as_json)


@commands.command()
@_source_options
@click.option("-o", "--output", metavar="OUT", help="The PDF to write; IN with the suffix .pdf by default.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@click.option("--notes", is_flag=True, help="Print what was inferred, contradicted or not understood.")
@click.option("--json", "as_json", is_flag=True, help="Print a summary as JSON.")
def brief(output: str | None, force: bool, notes: bool, as_json: bool, **told: Any) -> None:
    """Read a live blog and write a PDF briefing."""
    source = str(told.pop("source"))
    if output is None and source == "-":
        raise click.UsageError("standard input has no name to call the briefing after; give -o OUT.pdf")
    pdf = output or f"{os.path.splitext(source)[0]}.pdf"
    _convert([pdf], told | {"sources": (source,)}, to_format="pdf", force=force, notes=notes, as_json=as_json)


def _convert(
    outputs: list[str], told: dict[str, Any], *, to_format: str | None, force: bool, notes: bool, as_json: bool
) -> None:
    formats = _formats(outputs, to_format, force, as_json)
    progress = Progress()
    sources: tuple[str, ...] = told.pop("sources")
    try:
        pages = []
        for source in sources:
            progress.say(f"reading {source}")
            pages.append(_load(source, **told))
        blog = api.merge(pages) if len(pages) > 1 else pages[0]
        if outputs == ["-"]:
            for piece in api.stream(blog, formats[0]):
                _print(piece)
        else:
            pieces = {path: api.stream(blog, name) for path, name in zip(outputs, formats, strict=True)}
            write_files(pieces, overwrite=force, wrote=progress.wrote)
    finally:
        progress.done()
    if notes:
        _print_notes(blog)
    if as_json:
        _print(_json(_summary(blog, outputs)))


def _formats(outputs: list[str], to_format: str | None, force: bool, as_json: bool) -> list[str]:
    """Return the format of each output; refuse what cannot be written before anything is read."""
    if "-" in outputs:
        if len(outputs) > 1 or as_json or to_format is None:
            raise click.UsageError("standard output takes one format: give -o - once, with --to and without --json")
        return [api.format_for("-", to_format).name]
    if len({os.path.realpath(path) for path in outputs}) < len(outputs):
        raise ExportError("two outputs are one file", outputs[-1], "name each output once")
    formats = [api.format_for(path, to_format).name for path in outputs]
    for path in outputs:
        check_target(path, force)
    return formats


def _notes(blog: LiveBlog) -> Iterator[dict[str, Any]]:
    for note in blog.capture.notes if blog.capture else ():
        yield {"code": note.code, "line": note.line, "text": note.text}


def _print_notes(blog: LiveBlog) -> None:
    for note in _notes(blog):
        place = f"line {note['line']}: " if note["line"] else ""
        click.echo(one_line(f"{place}{note['code']}: {note['text']}"), err=True)


def _summary(blog: LiveBlog, outputs: list[str]) -> dict[str, Any]:
    return {
        "id": blog.id,
        "snapshot": str(snapshot_id(blog)),
        "entries": len(blog.entries),
        "order": blog.order,
        "outputs": [click.format_filename(path) for path in outputs],
        "notes": list(_notes(blog)),
    }


def _json(value: object) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


@commands.command()
@_source_options
@click.argument("entry", required=False)
@click.option("--style", default="chicago", show_default=True, help="apa, chicago, mla, bibtex, ris or csl-json.")
@click.option("--paragraph", type=int, metavar="N", help="Paragraph of the entry, from 1.")
@click.option("--all", "every", is_flag=True, help="Cite every entry, in source order.")
@click.option("--json", "as_json", is_flag=True, help="Print ids and citations as JSON.")
def cite(entry: str | None, style: str, paragraph: int | None, every: bool, as_json: bool, **told: Any) -> None:
    """Cite a live blog, or the ENTRY of it with this id (in full, or its last 12 characters)."""
    if every and (entry is not None or paragraph is not None):
        raise click.UsageError("--all cites every entry: give it without ENTRY and --paragraph")
    from .citation import Citer

    blog = _load(**told)
    wanted = blog.entries if every else [api.find(blog, entry) if entry is not None else None]
    citer = Citer(blog)
    found = [
        {"id": one.id if one else blog.id, "style": style, "citation": citer.render(one, style, paragraph)}
        for one in wanted
    ]
    if as_json:
        _print(_json(found if every else found[0]))
    else:
        _print(_joined([item["citation"] for item in found], style))


def _joined(citations: list[str], style: str) -> bytes:
    """Return citations as one file: a line each, records one after another, CSL-JSON as one array."""
    if style == "csl-json":
        return _json([item for array in citations for item in orjson.loads(array)])
    return "".join(text if text.endswith("\n") else f"{text}\n" for text in citations).encode()


@commands.command()
@click.option("--json", "as_json", is_flag=True, help="Print the tables as JSON.")
def formats(as_json: bool) -> None:
    """List the formats that are read and written."""
    tables: tuple[tuple[str, Sequence[Format]], ...] = (("read", IMPORTERS), ("write", EXPORTERS))
    rows = [
        {
            "direction": direction,
            "name": entry.name,
            "suffixes": list(entry.suffixes),
            "media_type": entry.media_type,
            "description": entry.description,
        }
        for direction, table in tables
        for entry in table
    ]
    if as_json:
        _print(_json(rows))
        return
    cells = [
        [direction, one.name, " ".join(one.suffixes), one.media_type] for direction, table in tables for one in table
    ]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row, line in zip(rows, cells, strict=True):
        padded = " ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        click.echo(f"{padded} {row['description']}")


@commands.command()
@_source_options
@click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON.")
def inspect(as_json: bool, **told: Any) -> None:
    """Tell what a file is, why it is taken for that, and what was read from it."""
    source = str(told.pop("source"))
    data = read_standard_input() if source == "-" else read_bytes(source)
    where = STANDARD_INPUT if source == "-" else source
    name = told.pop("from_format") or ("mapping" if told["mapping"] else None)
    reader = importer(name) if name else importer_for(data, where)
    blog = api.parse(data, format=reader.name, id=told.pop("blog_id"), where=where, **told)
    found = facts(blog, reader, len(data))
    if as_json:
        _print(_json(found))
    else:
        _print("".join(f"{one_line(line)}\n" for line in lines(found)).encode())
