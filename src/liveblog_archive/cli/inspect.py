"""`inspect`: what a file is, why it is taken for that, and what was read from it."""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import click

from .. import api
from ..errors import escaped_line
from ..importers import Importer, importer, importer_for
from ..model import LiveBlog, Moment
from ..overview import key_facts
from . import terminal
from .reading import read_source, source_options

Facts = dict[str, object]


@click.command(
    short_help="Tell what a file is, and what was read from it.",
    epilog="Example: liveblog-archive inspect storm.html",
)
@source_options
@click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON.")
def inspect(as_json: bool, **told: Any) -> None:
    """Tell what a file is, why it is taken for that, and what was read from it."""
    data, where = read_source(told.pop("source"))
    name = told.pop("from_format") or ("mapping" if told["mapping"] else None)
    reader = importer(name) if name else importer_for(data, where)
    blog = api.parse(data, format=reader.name, id=told.pop("blog_id"), where=where, **told)
    found = facts(blog, reader, len(data))
    if as_json:
        terminal.print_json(found)
    else:
        terminal.print_bytes("".join(f"{escaped_line(line)}\n" for line in lines(found)).encode())


def facts(blog: LiveBlog, reader: Importer, size: int) -> Facts:
    """Return what is known of a blog that `reader` read from a file of `size` bytes; None where it is not known."""
    times = sorted(when for entry in blog.entries if (when := _day_or_instant(entry.time)))
    capture, counted = blog.capture, key_facts(blog)
    return {
        "format": reader.name,
        "because": reader.sign,
        "bytes": size,
        "sha256": capture.sha256 if capture else None,
        "retrieved": capture.retrieved.isoformat() if capture and capture.retrieved else None,
        "id": blog.id,
        "title": blog.title,
        "url": blog.url,
        "language": blog.language,
        "timezone": blog.timezone,
        "order": blog.order,
        "entries": len(blog.entries),
        "declared": blog.declared_total,
        "statuses": dict(sorted(Counter(entry.status for entry in blog.entries).items())),
        "undated": counted.undated,
        "untimed": counted.untimed,
        "first": times[0] if times else None,
        "last": times[-1] if times else None,
        "blocks": dict(sorted(Counter(type(one).__name__ for entry in blog.entries for one in entry.body).items())),
        "notes": dict(sorted(Counter(note.code for note in blog.notes).items())),
    }


def _day_or_instant(moment: Moment | None) -> str | None:
    """Return a time in UTC, or a day, as a text that sorts by time; a clock without its offset sorts as it stands."""
    value = moment.value if moment else None
    if isinstance(value, datetime.datetime) and value.tzinfo:
        value = value.astimezone(datetime.UTC)
    return value.isoformat() if value else None


def lines(found: Facts) -> Iterator[str]:
    """Yield facts as lines: a name and its value each, counts beside what was counted; the unknown is left out."""
    for name, value in found.items():
        text = _counts(value) if isinstance(value, Mapping) else value
        if text not in (None, ""):
            yield f"{name:10} {text}"


def _counts(value: Mapping[str, object]) -> str:
    return ", ".join(f"{count} {key}" for key, count in value.items())
