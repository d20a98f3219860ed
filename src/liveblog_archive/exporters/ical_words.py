"""What people read of a live blog in a calendar: one line (SUMMARY) and a plain text (DESCRIPTION) for each entry."""

from collections.abc import Iterable, Iterator

from ..canonical import timestamp
from ..citation import Citer
from ..citation.wording import first_words, one_line
from ..identity import VersionId
from ..model import Block, Bounds, Entry, LiveBlog
from .plain_text import block_text, body_text

_WITHDRAWN = "Withdrawn: the live blog no longer shows this entry, which is here as it was last seen."
_STATUS = {
    "deleted": "Withdrawn: the source has deleted this entry.",
    "draft": "Draft: the source has not published this entry.",
    "comment": "Comment: a reader wrote this entry.",
}


def summary(entry: Entry) -> str:
    """Return the line that stands for an entry: its headline, else its summary, else its first words.

    A time that is only approximate is marked by `≈ `. Empty for an entry without any words.
    """
    words = entry.headline or entry.summary
    line = one_line(words) if words else _opening(entry.body)
    approximate = entry.time is not None and entry.time.qualifier == "approximate"
    return f"≈ {line}" if approximate and line else line


def _opening(body: Iterable[Block]) -> str:
    """Return the first words of the first block that has any."""
    return next(filter(None, (first_words(block_text(block)) for block in body)), "")


def description(entry: Entry, bounds: Bounds, version: VersionId, citer: Citer, *, withdrawn: bool = False) -> str:
    """Return the text of an entry: its body, then what is known about it, its id and version, and its citation."""
    gone = [_WITHDRAWN] if withdrawn else []
    about = "\n".join((*gone, *_about(entry, bounds), f"Entry: {entry.id}", f"Version: {version}"))
    return "\n\n".join((*body_text(entry.body), about, citer.render(entry, "apa", version=version)))


def _about(entry: Entry, bounds: Bounds) -> Iterator[str]:
    if entry.status in _STATUS:
        yield _STATUS[entry.status]
    if entry.summary:
        yield f"Summary: {entry.summary}"
    if entry.authors:
        yield f"By {', '.join(agent.shown for agent in entry.authors)}"
    yield f"Time: {_time(entry, bounds)}"


def _time(entry: Entry, bounds: Bounds) -> str:
    """Return the time as it was printed, how far it is to be trusted, and what bounds it where it has no value."""
    printed = entry.time.shown if entry.time else ""
    if entry.time is not None and entry.time.value is not None:
        claim = printed or timestamp(entry.time.value, entry.time.precision)
        return claim if entry.time.qualifier == "exact" else f"{claim} ({entry.time.qualifier})"
    if bounds.basis != "neighbours":
        return printed or "not stated"
    earliest, latest = (limit and timestamp(limit) for limit in bounds)
    limits = f"between {earliest} and {latest}" if earliest and latest else earliest and f"not before {earliest}"
    return f"{printed or 'not stated'} ({limits or f'before {latest}'}, by the entries beside it)"


def calendar_description(blog: LiveBlog, scope: str) -> str:
    """Return the text of the calendar: what the blog says of itself, and what the calendar shows (`scope`).

    A client that keeps each event in a file of its own, as CalDAV does, repeats this in all of them. So nothing
    stands here that the next capture changes: counts, the introduction, the snapshot and its citation.
    """
    return "\n\n".join((*filter(None, (blog.description,)), f"{scope}\nLive blog: {blog.id}"))
