"""Entries out of order: those that stand on the wrong side of the one before them, in the direction of the source."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from ..model import Entry, LiveBlog
from .instants import axis_zone, clock, placed, seconds


def out_of_order(blog: LiveBlog, entries: Iterable[Entry]) -> int:
    """Return how many of `entries`, in the sequence of the source, stand against the direction that it runs in.

    An entry does where its time is on the wrong side of that of the one before it; approximate times, and days alone,
    tell nothing, and pinned entries stand anywhere. Where a printed time has no value, since no day is known, the
    importer's notes tell, unless captures were merged: the lines that they name are of several sources.
    """
    if blog.order == "manual":
        return 0
    shown = [entry for entry in entries if not entry.pinned]
    return sum(_steps(blog, shown)) + _noted(blog, shown)


def _steps(blog: LiveBlog, entries: Iterable[Entry]) -> Iterator[bool]:
    """Yield of each step from a time of day to the next whether it goes against the direction."""
    zone = axis_zone(blog)
    previous: Entry | None = None
    before = 0.0
    for entry in entries:
        moment = entry.time
        if moment is None or not isinstance(moment.value, datetime) or moment.qualifier == "approximate":
            continue
        now = seconds(placed(moment.value, zone))
        if previous is not None and now != before:
            within = previous.calendar_day == entry.calendar_day
            forward = blog.order == "oldest-first" or (blog.order == "newest-day-first" and within)
            yield (now > before) is not forward
        previous, before = entry, now


def _noted(blog: LiveBlog, entries: Iterable[Entry]) -> int:
    """Count the entries without a value of their time of whose first line the importer noted an inversion."""
    if blog.capture is None or blog.capture.sources:
        return 0
    lines = {note.line for note in blog.capture.notes if note.code == "order-inversion" and note.line}
    return sum(clock(entry) is None and entry.span is not None and entry.span.first in lines for entry in entries)
