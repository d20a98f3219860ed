"""`diff`: what happened to a live blog between two captures."""

from collections.abc import Mapping
from typing import Any

import click

from ..identity.edits import entry_difference
from ..identity.heads import head_difference
from ..identity.links import Link
from ..identity.matching import match, renamed, revised, without_torn
from ..identity.matching.torn import cut_off
from ..model import Entry, LiveBlog
from . import terminal
from .reading import load, reading_options
from .wording import counts, head_lines, link_lines, link_record, piece_records


@click.command(
    short_help="Tell what changed between two captures of a live blog.",
    epilog="Example: liveblog-archive diff morning.html evening.html",
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@reading_options
@click.option("--json", "as_json", is_flag=True, help="Print every link, and the differences in words, as JSON.")
def diff(old: str, new: str, as_json: bool, **told: Any) -> None:
    """Tell what was edited, retimed, moved, split, merged, inserted and deleted between two captures of a live blog.

    OLD and NEW are texts, saved pages, files of a platform, or what this library wrote.

    What was edited above the entries, in title, description or introduction, comes first.

    The reading options are for both captures, but for JSON-LD and XML, which state all of it themselves.
    """
    previous, current = (load(source, one_of_several=True, **told) for source in (old, new))
    current = without_torn(previous.entries, current)
    matching = match(previous, current)
    final = revised(previous, current, matching)
    matching = renamed(matching, current, final)
    links = (*matching.links, *matching.review)
    before = {entry.id: entry for entry in previous.entries}
    after = {entry.id: entry for entry in final.entries}
    changes = [link for link in links if link.kind != "same"]
    head = head_difference(previous, final)
    if as_json:
        changed = {part: piece_records(pieces) for part, pieces in head.items()}
        records = [_record(link, previous, before, after) for link in links]
        terminal.print_json({"id": final.id, "head": changed, "links": records})
    else:
        for line in head_lines(head):
            click.echo(line)
        for link in changes:
            for line in link_lines(link, before, after):
                click.echo(line)
            if _cut_off(previous, link, after):
                click.echo("    the earlier capture was cut off here, and the rest may have been there")
        click.echo(counts(links))
    if changes or head:
        raise click.exceptions.Exit(1)


def _is_one(link: Link) -> bool:
    """Tell whether one entry became one."""
    return len(link.previous) == len(link.current) == 1


def _cut_off(previous: LiveBlog, link: Link, after: Mapping[str, Entry]) -> bool:
    return _is_one(link) and link.previous == link.current and cut_off(previous, after[link.current[0]])


def _record(
    link: Link, previous: LiveBlog, before: Mapping[str, Entry], after: Mapping[str, Entry]
) -> dict[str, Any]:
    record = link_record(link)
    if _is_one(link):
        changed = entry_difference(before[link.previous[0]], after[link.current[0]])
        record["difference"] = {name: piece_records(pieces) for name, pieces in changed.items()}
        record["cut_off"] = _cut_off(previous, link, after)
    return record
