"""`archive add`: add captures of live blogs to an archive, and say what each of them brought."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import chain
from typing import Any

import click

from ..archive import Archive, Version
from ..archive.deposits import captured_at, is_same_reading
from ..errors import ArchiveError, amount, escaped_line
from ..identity.captures import LedgerCapture
from ..identity.heads import head_difference
from ..importers import Captured, Captures
from ..model import LiveBlog, Note
from ..sources import captures, options_of
from . import terminal
from .parameters import note_line
from .reading import read_source, reading_options
from .versions import in_archive, json_option, version_record
from .wording import counts, entries, piece_records

_SKEW = timedelta(minutes=5)  # that the clocks of two machines may differ


@click.command(
    short_help="Add captures of a live blog, in their order.",
    epilog="Example: liveblog-archive archive add storms monday.html tuesday.html --timezone Europe/Istanbul",
)
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
    told |= {"id": blog_id}
    records: list[dict[str, Any]] = []
    opened: Archive | None = None
    try:
        for source in sources:
            found, where = _read(source, time, from_format, told)
            opened = opened or Archive(folder, clock=terminal.now)
            captured = chain.from_iterable(found.blogs)
            records.extend(_deposit(opened, one, time, where, quiet=as_json) for one in captured)
            _say(where, [f"{found.passed_over} other pages passed over"] if found.passed_over else ())
    finally:  # an IN that fails hides nothing of those before it
        if as_json:
            terminal.print_json(records)


def _read(source: str, time: datetime | None, name: str | None, told: dict[str, Any]) -> tuple[Captures, str]:
    """Return the captures in a file, and what to call it; no archive is made for what it would refuse."""
    data, where = read_source(source)
    found = captures(data, options_of(name, where=where, **told), name)
    blogs = [*chain.from_iterable(found.blogs)]
    if time is not None and len(blogs) > 1:
        raise click.UsageError(f"--created is the time of one capture, and {where} holds several")
    for one in blogs:
        _check_time(one.blog, time, where)
    _say(where, map(note_line, found.notes))
    _say(where, chain.from_iterable(_of_later_entry(one.blog, time) for one in blogs))
    return found, where


def _say(where: str, messages: Iterable[str]) -> None:
    for message in messages:
        click.echo(escaped_line(f"{where}: {message}"), err=True)


def _check_time(blog: LiveBlog, time: datetime | None, where: str) -> None:
    """Refuse a capture of the future: after one, no true one could be added."""
    captured = captured_at(blog, time)
    if captured and captured > terminal.now() + _SKEW:
        raise ArchiveError(
            f"captured at {captured.isoformat()}, which is not yet",
            where,
            "state when it was captured, with --created",
        )


def _of_later_entry(blog: LiveBlog, time: datetime | None) -> Iterator[str]:
    """Yield what to know of a capture that shows an entry of a time after it: one of the two is wrong."""
    captured = captured_at(blog, time)
    begun = (entry.time.earliest for entry in blog.entries if entry.time)
    aware = (one for one in begun if isinstance(one, datetime) and one.tzinfo)
    last = max(aware, key=datetime.timestamp, default=None)
    if captured and last and last > captured + _SKEW:
        when = f"captured at {captured.isoformat()}, before its last entry, of {last.isoformat()}"
        yield f"{when}: check {'--created, and ' if time else ''}the zone and the day of its times"


def _of_new_blog(opened: Archive, blog: LiveBlog) -> Iterator[str]:
    """Yield what to know of a blog that is new in an archive, where its id was derived: it may be another's."""
    derived = _derived(blog)
    yield from map(note_line, derived)
    damaged: list[Exception] = []
    if derived and (others := len(opened.blogs(damaged.append)) + len(damaged) - 1):
        what = amount(others, "blog", "blogs")
        yield f"a new blog, beside {what} in the archive; if it is one of them, name it with --id"


def _derived(blog: LiveBlog) -> list[Note]:
    """Return the notes that say that the id of a blog was made from other facts of it."""
    return [note for note in blog.notes if note.code == "blog-id-derived"]


def _of_other_blog(last: LiveBlog, blog: LiveBlog, capture: LedgerCapture) -> Iterator[str]:
    """Yield what to know of a new capture that only its id joins to the last: it may be another blog's."""
    is_same_page = blog.url is not None and blog.url == last.url
    if is_same_page or not {entry.id for entry in last.entries}.isdisjoint(capture.ids):
        return
    if _derived(blog):
        shared, remedy = "an id that was derived with the capture before it, and no entry", "name it with --id"
    else:
        shared, remedy = "neither the address nor any entry with the capture before it", "give it an --id of its own"
    yield f"shares {shared}; if it is another blog, {remedy}, in an archive without this version"


def _of_shorter(capture: LedgerCapture) -> Iterator[str]:
    """Yield what to know of a capture that only lacks entries: more of the page may have been shown before."""
    found = Counter(link.kind for link in (*capture.links, *capture.review))
    if found["absent"] and found.keys() <= {"same", "absent"}:
        what = amount(found["absent"], "entry that was there is", "entries that were there are")
        yield f"nothing new, and {what} deleted or beyond its end; a page that is saved with all entries shown tells"


def _deposit(
    opened: Archive, captured: Captured, time: datetime | None, where: str, *, quiet: bool
) -> dict[str, Any]:
    """Add a capture, say so unless told to be quiet, and return what was added."""
    blog, source = captured
    # What this library wrote as JSON-LD or XML is a record of a source, which is elsewhere.
    kept = source is not None and blog.capture is not None and sha256(source).hexdigest() == blog.capture.sha256
    last = opened.latest(blog.id) if blog.id in opened else None
    version = opened.deposit(blog, source if kept else None, time)
    new, capture = last is None or version.number > last.number, opened.capture(version)
    before = opened.blog(last) if last and new else None
    head = head_difference(before, blog) if before else {}
    if last is None:
        _say(where, _of_new_blog(opened, blog))
    elif before:
        _say(where, chain(_of_other_blog(before, blog, capture), _of_shorter(capture)))
    otherwise = not new and version != last and not is_same_reading(blog, opened.blog(version))
    if not quiet:
        undated = captured_at(blog, time) is None
        said = _known(version, last, otherwise, undated) if last and not new else _added(version, kept, capture, head)
        click.echo(escaped_line(f"{version.blog_id} {version.name}: {said}"))
    changed = {part: piece_records(pieces) for part, pieces in head.items()}
    told = {"head": changed, "new": new, "read_in_another_way": otherwise, "source_kept": kept}
    return version_record(version, capture) | told


def _time(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise click.UsageError(f"not a time: {text!r}; write it as 2026-03-04T09:30:00+03:00") from None
    if time.utcoffset() is None:
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


def _known(version: Version, last: Version, otherwise: bool, undated: bool) -> str:
    """Say that a capture is here already, and whether it would be read `otherwise` than it was.

    Where it is `undated` and older than the last, it may as well be another capture: the page was put back.
    """
    parts = [f"is in the archive already{', read in another way' if otherwise else ''}"]
    if version != last:
        parts.append(f"{last.name} is newer")
        parts += ["if the page was put back, say when, with --created"] if undated else []
    return "; ".join(parts)
