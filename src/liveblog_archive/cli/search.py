"""`index` and `search`: a catalogue of all entries of archives and batches, and what is found in it."""

import os
import re
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import click

from ..errors import escaped_line
from ..searching import symbols
from . import terminal
from .parameters import place
from .wording import beginning, entries

if TYPE_CHECKING:
    from ..catalogue import Row

_SHOWN = 70
# What other searches take for an operator.
_OPERATOR = re.compile(r"(?<!\S)(?:AND|OR|NOT|NEAR|-\w\S*)(?!\S)")


@click.command(
    short_help="Make an index of entries to search in.", epilog="Example: liveblog-archive index storms.sqlite storms"
)
@click.argument("index", metavar="INDEX", type=place)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "--parquet", metavar="FOLDER", type=place, help="Write the entries as Parquet, too, by publisher and day."
)
@click.option(
    "--versions",
    type=click.Choice(("latest", "all"), case_sensitive=False),
    default="latest",
    help="Of an archive, what entries say in the end, or all that they ever said.",
)
@click.option("--force", is_flag=True, help="Replace an index, and tables, that exist.")
@click.option("--json", "as_json", is_flag=True, help="Print a summary as JSON.")
def index(
    index: str,
    sources: tuple[str, ...],
    *,
    parquet: str | None,
    versions: Literal["latest", "all"],
    force: bool,
    as_json: bool,
) -> None:
    """Make an index of all entries in archives, and in folders that batch wrote, to search in."""
    from ..catalogue import make

    if os.path.isdir(index):
        raise click.UsageError(f"INDEX, the file to make, comes before what it is of, and {index} is a folder")
    left_out = terminal.LeftOut()
    with terminal.Progress() as progress:
        count = make(
            index,
            sources,
            versions=versions,
            parquet=parquet,
            overwrite=force,
            damaged=left_out,
            progress=partial(_say, progress, index),
        )
    if as_json:
        terminal.print_json({"index": index, "entries": count, "parquet": parquet})
    else:
        click.echo(escaped_line(f"{index}: {entries(count)}"))
    left_out.end()


def _say(progress: terminal.Progress, path: str, count: int) -> None:
    if count % 1000 == 0:
        progress.say(f"{path}: {entries(count)}")


@click.command(epilog="Example: liveblog-archive search storms.sqlite ferry '\"last train\"' --day 2026-03-04")
@click.argument("index", metavar="INDEX", type=place)
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@click.option("--expression", is_flag=True, help="WORDS are an expression of FTS5, with AND, OR, NOT, NEAR.")
@click.option("--quote", metavar="TEXT", help="Text that stands in the entry letter by letter.")
@click.option("--day", metavar="DAY", help="A day such as 2026-03-04, or several such as 2026-03-01..2026-03-04.")
@click.option("--publisher", metavar="NAME", help="Name of the publisher, as the blog states it.")
@click.option("--author", metavar="NAME", help="Name of an author, as the entry states it in full.")
@click.option("--blog", metavar="BLOG", help="Id of the live blog.")
@click.option("--id", metavar="ENTRY", help="Id of the entry, in full or its last 12 characters.")
@click.option("--status", metavar="STATUS", help="Status of the entry, such as published or deleted.")
@click.option(
    "--limit", type=click.IntRange(1, 10**9), default=20, metavar="N", help="Most entries to print; 20 by default."
)
@click.option("--json", "as_json", is_flag=True, help="Print the entries as JSON.")
def search(index: str, words: tuple[str, ...], *, as_json: bool, **told: Any) -> None:
    """Find entries by their words, and by what is known of them.

    WORDS are found in any order; those in quotation marks ('"last train"') stand side by side, and one that ends in *
    is the beginning of a word.
    """
    from ..catalogue.index import Index
    from ..catalogue.query import Query

    opened, asked = Index(index), " ".join(words)
    try:
        found = opened.search(Query(words=asked, **told))
        has_earlier = opened.has_earlier
    finally:
        opened.close()
    if as_json:
        terminal.print_json([row._asdict() for row in found])
    else:
        for row in found:
            click.echo(_line(row))
    if not told["expression"] and (taken := _OPERATOR.search(asked)):
        hint = f"{taken[0]} is looked for as any word is; with --expression it is an operator (NOT leaves out)"
        click.echo(escaped_line(hint), err=True)
    if not found:
        more = "" if has_earlier else "; words that were changed later are in an index made with --versions all"
        marks = asked.strip() and not any(map(str.isalnum, asked)) and not symbols(asked)
        more = "; marks count for nothing beside words, and --quote finds them as they stand" if marks else more
        click.echo(f"nothing is found{more}", err=True)
        raise click.exceptions.Exit(1)


def _line(row: "Row") -> str:
    from ..catalogue.rows import EARLIER
    from ..identity import VersionId

    status = "" if row.status == "published" else f"[{row.status}]"
    if row.status == EARLIER:
        status = f"[{row.status} wording, version {VersionId.parse(row.version).short}]"
    words = beginning(row.headline or row.text, _SHOWN)
    return escaped_line("  ".join(filter(None, (row.id, row.time or row.day, status, words))))
