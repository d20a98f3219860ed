"""`brief`: write a PDF briefing of a live blog, or of one in an archive with what changed in it."""

import os
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from .. import api
from ..errors import ArchiveError, ExportError
from ..exporters import exporter_for
from ..model import LiveBlog
from . import terminal
from .parameters import was_typed
from .reading import Command, Option, load, open_archive, read_source, source_options, with_options
from .versions import version_number, version_of
from .writing import deliver, settings_from, writing_options

if TYPE_CHECKING:
    from ..archive import Version

# The options of the format that have a name of their own here; the others are reached with --set.
_OPTIONS: dict[str, Option] = {
    "paper": click.option(
        "--paper", type=click.Choice(("a4", "letter"), case_sensitive=False), help="Size of the paper."
    ),
    "density": click.option(
        "--density",
        type=click.Choice(("comfortable", "compact"), case_sensitive=False),
        help="How much stands on a page.",
    ),
    "large_print": click.option(
        "--large-print/--normal-print", default=None, help="Enlarge everything, to 16 points and more."
    ),
    "dark_cover": click.option(
        "--dark-cover/--light-cover", default=None, help="Set the title on a dark ground, or on paper."
    ),
    "labels": click.option(
        "--labels", metavar="TAG", help="Language of the words around: en, fr, de, es, ru, ar, hy or he."
    ),
    "print_order": click.option(
        "--print-order",
        type=click.Choice(("chronological", "source"), case_sensitive=False),
        help="Order of the entries.",
    ),
    "entries": click.option(
        "--entries",
        type=click.Choice(("published", "all"), case_sensitive=False),
        help="What is published, or all there is.",
    ),
    "start": click.option(
        "--start", metavar="TIME", help="Only entries from this time on, such as 2026-03-04T15:30."
    ),
    "end": click.option("--end", metavar="TIME", help="Only entries before this time."),
    "days": click.option(
        "--day", "days", metavar="YYYY-MM-DD", multiple=True, help="Only this day. May be repeated."
    ),
    "key": click.option("--key", is_flag=True, default=None, help="Only key events."),
    "ids": click.option("--entry", "ids", metavar="ENTRY", multiple=True, help="Only this entry. May be repeated."),
    "text": click.option("--containing", "text", metavar="WORDS", help="Only entries that contain these words."),
}
_RENAMED = {"labels": "language", "print_order": "order"}


def _briefing_options(command: Command) -> Command:
    return with_options(command, _OPTIONS.values())


@click.command(
    short_help="Write a PDF briefing of a live blog.",
    epilog="Example: liveblog-archive brief storm.html --paper letter -o storm.pdf",
)
@source_options
@_briefing_options
@click.option("--version", "number", type=version_number, metavar="N", help="Version of the archive to brief on.")
@click.option("--since", metavar="VERSION", help="Tell what changed since this version of an archive, or this file.")
@click.option("-o", "--output", metavar="OUT", help="The PDF to write; IN with the suffix .pdf by default.")
@writing_options
def brief(
    *,
    source: str,
    number: int | None,
    since: str | None,
    output: str | None,
    settings: tuple[str, ...],
    force: bool,
    notes: bool,
    as_json: bool,
    **told: Any,
) -> None:
    """Read a live blog, or the latest version in an archive or --version, and write a PDF briefing.

    Chinese, Japanese and Korean need --set fonts=cjk, other scripts than those of Europe and the Middle East --set
    fonts=PATH, the file of a font for them.

    With --since FILE the reading options are for both files, but JSON-LD and XML, which state all of it themselves.
    """
    if output is None and source == "-":
        raise click.UsageError("standard input has no name to call the briefing after; give -o OUT.pdf")
    if output is None and not os.path.exists(source):
        read_source(source)  # says so: else the folder of the briefing would be missed
    pdf = output or f"{_stem(source)}.pdf"
    with suppress(ExportError):  # a suffix of no format is nobody's
        if exporter_for(pdf).name != "pdf":
            raise click.UsageError(f"-o {pdf}: a briefing is a PDF; convert writes other formats")
    wanted = settings_from(settings) | _asked(told)
    if os.path.isdir(source):
        read = partial(_from_archive, source, number, since, told)
    else:
        if number is not None:
            raise click.UsageError("--version is of a blog in an archive, and IN is none")
        read = partial(_from_file, source, since, told)
    deliver(
        lambda progress, _: read(progress),
        [pdf],
        "pdf",
        wanted,
        force=force,
        notes=notes,
        as_json=as_json,
        sources=[source, since] if since else [source],
    )


def _stem(source: str) -> str:
    """Return the path of a file without its suffix, or that of a folder, ending in its name (as `..` does not)."""
    if not os.path.isdir(source):
        return os.path.splitext(source)[0]
    path = os.path.normpath(source)
    return os.path.abspath(path) if os.path.basename(path) in (os.curdir, os.pardir) else path


def _asked(told: dict[str, Any]) -> dict[str, object]:
    """Take the options of the format out of all that were told; return those that were given."""
    asked = {}
    for argument in click.get_current_context().command.params:
        if argument.name in _OPTIONS and (value := told.pop(argument.name)) not in (None, ()):
            name = _RENAMED.get(argument.name, argument.name)
            asked[name] = value
            was_typed({name: argument.opts[0]})
    return asked


def _from_file(
    source: str, since: str | None, told: dict[str, Any], progress: terminal.Progress
) -> tuple[LiveBlog, dict[str, object]]:
    """Return the blog in a file; with `since`, under the ids of that earlier capture, and that capture."""
    progress.say(f"reading {source}")
    if since is None:
        return load(source, **told), {}
    blog = load(source, one_of_several=True, **told)
    progress.say(f"reading {since}")
    previous = load(since, one_of_several=True, **told)
    return api.revise(previous, blog), {"previous": previous, "mark_changes": True}


def _from_archive(
    folder: str, number: int | None, since: str | None, told: dict[str, Any], progress: terminal.Progress
) -> tuple[LiveBlog, dict[str, object]]:
    """Return a version of a blog in an archive, the latest by default, and the one before it or that of `since`."""
    progress.say(f"reading {folder}")
    archive, blog_id = open_archive(folder, told)
    shown = version_of(archive, blog_id, number)
    before = archive.versions(blog_id)[: shown.number - 1]
    blog = archive.blog(shown)
    if since is None and not before:
        return blog, {}
    earlier = before[-1] if since is None else _named(since, before, shown, folder)
    told_of = {"previous": archive.blog(earlier)}
    # Of the latest version, the one before is the last capture, which has no need of a name.
    named = {} if since is None and number is None else {"previous_name": earlier.name}
    return blog, told_of | named | ({"mark_changes": True} if since is not None else {})


def _named(name: str, before: "tuple[Version, ...]", shown: "Version", folder: str) -> "Version":
    for version in before:
        if name in (version.name, str(version.number), str(version.snapshot), version.snapshot.short):
            return version
    names = ", ".join(version.name for version in before)
    remedy = (
        f"name one of {names}" if names else f"{shown.name} is the first: nothing is known to have changed before"
    )
    raise ArchiveError(f"no earlier version {name!r}", folder, remedy)
