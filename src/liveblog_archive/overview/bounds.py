"""What is known of an entry's time from the entries beside it, in words."""

from datetime import date, datetime, timedelta

from ..model import Bounds, after
from .furniture import Furniture


def between(bounds: Bounds, day: date | None, words: Furniture) -> str:
    """Return `between 13:45 and 15:14`, `after 13:45` or `before 15:14`; empty where nothing is known.

    Bounds are half-open; a reader expects the last minute, or second, that is meant. A day is named where it is not
    `day`, the one that the entry stands under.
    """
    first, last = bounds.earliest, _last(bounds.latest)
    if first is not None and last is not None:
        return words.say("between", first=_end(first, day, words), last=_end(last, day, words))
    if first is not None:
        return words.say("after", first=_end(first, day, words))
    return words.say("before", last=_end(last, day, words)) if last is not None else ""


def _last(latest: date | None) -> date | None:
    if not isinstance(latest, datetime):
        return latest
    return after(latest, timedelta(seconds=-1 if latest.second else -60))


def _end(end: date, day: date | None, words: Furniture) -> str:
    return words.clock(end) if isinstance(end, datetime) and end.date() == day else words.instant(end)
