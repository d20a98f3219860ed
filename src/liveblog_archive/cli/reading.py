"""The options of every command that reads a live blog, and the reading itself."""

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, get_args

import click

from .. import api
from ..errors import ArchiveError, ImportFailure
from ..files import STANDARD_INPUT, read_bytes, read_standard_input
from ..importers import claims
from ..model import LiveBlog
from ..model.order import Order
from ..refusals import ARCHIVE

if TYPE_CHECKING:
    from ..archive import Archive

Command = Callable[..., None]
Option = Callable[[Command], Command]

_OF_ALL: tuple[Option, ...] = (
    click.option("--timezone", metavar="ZONE", help="IANA zone of the printed times, such as Asia/Yerevan."),
    click.option("--language", metavar="TAG", help="BCP 47 tag of the text, such as en or pt-BR."),
    click.option("--date", metavar="YYYY-MM-DD", help="Day of the first time in the source."),
    click.option(
        "--order",
        type=click.Choice(get_args(Order), case_sensitive=False),
        help="Direction of the entries, if it is misread.",
    ),
)
_OF_ONE: tuple[Option, ...] = (
    click.option("--title", help="Title of the live blog."),
    click.option("--url", metavar="URL", help="Address of the live page."),
    click.option("--id", "blog_id", metavar="URI", help="Persistent id of the live blog, such as a tag: URI."),
)
_OF_FILES: tuple[Option, ...] = (
    click.option("--encoding", metavar="CODEC", help="Encoding of a text that is not UTF-8."),
    click.option("--mapping", metavar="MAP", help="Mapping for JSON of any shape: a file, 24liveblog or tickaroo."),
    click.option(
        "--from", "from_format", metavar="FORMAT", help="Format of what is read, where its content does not tell."
    ),
)


def reading_options(command: Command) -> Command:
    """Add the options of every command that reads a live blog."""
    return with_options(command, (*_OF_ALL, *_OF_ONE, *_OF_FILES))


def batch_options(command: Command) -> Command:
    """Add those of the reading options that can hold for many live blogs."""
    return with_options(command, (*_OF_ALL, *_OF_FILES))


def with_options(command: Command, options: Iterable[Option]) -> Command:
    """Add options to a command, in the order in which its help shows them."""
    for option in reversed([*options]):
        command = option(command)
    return command


def source_options(command: Command) -> Command:
    """Add the argument IN, and the reading options."""
    return click.argument("source", metavar="IN")(reading_options(command))


def is_archive(path: str) -> bool:
    """Tell whether a path is that of an archive, and not of a file or any other folder."""
    return os.path.isdir(path) and os.path.exists(os.path.join(path, ARCHIVE))


def open_archive(folder: str, told: dict[str, Any]) -> "tuple[Archive, str]":
    """Return an archive, and the id of the blog in it that is meant: by `--id`, or as the only one.

    Of the reading options an archive needs no other: any that is given is misuse.
    """
    from ..archive import Archive

    archive = Archive(folder, create=False)
    blog_id = told.pop("blog_id")
    given = [name for name, value in told.items() if value is not None]
    if given:
        raise click.UsageError(f"an archive states by itself what {_flag(given[0])} would")
    names = archive.blogs() if blog_id is None else ()
    if len(names) > 1:
        what = f"it holds {len(names)} blogs"
        raise ArchiveError(what, folder, f"say which is meant with --id, such as --id {names[0]}")
    return archive, archive.latest(blog_id).blog_id


def _flag(name: str) -> str:
    return f"--{'-'.join(name.removesuffix('_format').split('_'))}"


def refuse_archive(path: str) -> None:
    """Raise `ImportFailure` where an archive is given for what a live blog is read from."""
    if is_archive(path):
        remedy = "write a version of a blog in it to a file with: archive export"
        raise ImportFailure("an archive, not a file", path, remedy)


def read_source(source: str) -> tuple[bytes, str]:
    """Return the bytes of a file, or of standard input when `source` is `-`, and what to call it in errors."""
    refuse_archive(source)
    if source != "-":
        return read_bytes(source), source
    read = click.get_current_context().meta
    if STANDARD_INPUT in read:
        raise click.UsageError("standard input can be read once: give - once")
    read[STANDARD_INPUT] = True
    return read_standard_input(), STANDARD_INPUT


def load(source: str, *, one_of_several: bool = False, **told: Any) -> LiveBlog:
    """Return the live blog in a file, or on standard input when `source` is `-`, by the reading options.

    Where it is `one_of_several` files, the options are for those that do not state all of it themselves.
    """
    data, where = read_source(source)
    if one_of_several:
        complete = [reader.name for reader in claims(data) if reader.complete]
        if complete:
            return api.parse(data, format=complete[0], where=where)
    return api.parse(data, format=told.pop("from_format"), id=told.pop("blog_id"), where=where, **told)
