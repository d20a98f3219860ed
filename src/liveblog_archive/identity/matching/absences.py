"""Why a later capture lacks an entry: it was deleted, or the capture ends before it, or nobody can tell.

A first page shows the newest entries, a feed the last twenty: what new entries push off its old end was not deleted,
it is only not shown. A page may be torn, or have loaded fewer entries than before. So what is missing at an end may
be there all the same, unless the capture says that it is whole; what is missing among entries that are still shown is
not.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import inf

from attrs import evolve, frozen

from ...model import Entry, LiveBlog, Note
from ...model.order import Order
from ..links import Absence, Matching
from ..slugs import shown_at, shows_part
from .sides import minute
from .torn import is_torn

_TURNED = frozenset({"newest-first", "oldest-first"})


def absences(
    before: Sequence[Entry], current: LiveBlog, kept: Mapping[int, int], new: Collection[int], order: Order
) -> dict[int, Absence]:
    """Return why a later capture lacks entries of an earlier one, by their places in the earlier.

    `before` are the entries of the earlier capture, which ran in `order`; `kept` maps the places of those that
    `current` has, or parts of, to places there, and `new` are the places there of what the earlier one had not.

    `deleted` is what stood among entries that are still there, or above them where the newest come first, and
    whatever a whole capture lacks. `beyond` is what is older than all that a capture shows, where that
    is as much as before or the capture says that there is more. Everything else is `absent`, and whatever an exported
    part of a capture lacks. Pinned entries stand anywhere, so that they say nothing of an end.
    """
    if {order, current.order} == _TURNED:
        last = len(before) - 1
        turned = absences(before[::-1], current, {last - one: kept[one] for one in kept}, new, current.order)
        return {last - one: why for one, why in turned.items()}
    left = [one for one in range(len(before)) if one not in kept]
    if (is_part := _is_part(current)) or is_whole(current):
        return dict.fromkeys(left, "absent" if is_part else "deleted")
    shown = [place for place, entry in enumerate(current.entries) if not entry.pinned]
    pushed, more = not set(shown).isdisjoint(new), states_more(current)
    as_many = len(current.entries) == len(before) or len(shown) == sum(not entry.pinned for entry in before)
    cut: Absence = "beyond" if pushed and (more or as_many) else "absent"
    anchors = [one for one in kept if not before[one].pinned and not current.entries[kept[one]].pinned]
    top, bottom = min(anchors, default=0), max(anchors, default=0)
    deepest = max((kept[one] for one in anchors), default=0)
    below = [place for place in shown if place > deepest]
    newest_first = current.order.startswith("newest")
    follow = current.order == "oldest-first" and bool(below)
    times, times_below = (_Times.of(current.entries[place] for place in places) for places in (shown, below))

    def why(one: int) -> Absence:
        placed = bool(anchors) and not before[one].pinned
        # Among those that are still shown, or at an end that no capture cuts.
        if placed and (top < one < bottom or (newest_first if one < top else follow)):
            return "deleted"
        return (times_below if placed and newest_first else times).why(minute(before[one]), newest_first, cut)

    return {one: why(one) for one in left}


@frozen
class _Times:
    """The first and the last time of entries that a capture shows; `known` where each of them has one."""

    first: float
    last: float
    known: bool

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "_Times":
        times = [minute(entry) for entry in entries]
        stated = [time for time in times if time is not None]
        return cls(min(stated, default=inf), max(stated, default=-inf), len(stated) == len(times))

    def why(self, own: float | None, newest_first: bool, cut: Absence) -> Absence:
        """Return why an entry is not among them that has a time of its own, or none."""
        if own is not None and self.first < own and (own < self.last or newest_first):
            return "deleted"
        is_older = self.first == inf if own is None else own < self.first
        return cut if newest_first and self.known and is_older else "absent"


def told(previous: LiveBlog, current: LiveBlog, matching: Matching) -> Matching:
    """Return `matching` with the kinds of absence in place of `deleted`, where an entry need not have been."""
    ones, others = ({entry.id: place for place, entry in enumerate(blog.entries)} for blog in (previous, current))
    kept = {
        ones[name]: others[link.current[0]]
        for link in matching.links
        for name in link.previous
        if link.current and name in ones
    }
    new = [others[link.current[0]] for link in matching.links if link.kind == "inserted"]
    why = absences(previous.entries, current, kept, new, previous.order)
    if is_another_part(previous, current):
        why = dict.fromkeys(why, "absent")
    links = [
        evolve(link, kind=why[ones[link.previous[0]]]) if link.kind == "deleted" else link for link in matching.links
    ]
    return evolve(matching, links=links)


def is_another_part(previous: LiveBlog, current: LiveBlog) -> bool:
    """Tell whether a capture is of a part of its blog by its address, and the one before was not of that part."""
    first, second = ((blog.capture and blog.capture.url) or "" for blog in (previous, current))
    return shows_part(second) and shown_at(first) != shown_at(second) and not is_whole(current)


def is_whole(blog: LiveBlog) -> bool:
    """Tell whether a capture says that it has all entries of its blog, or is of all its pages."""
    states_all = blog.declared_total == len(blog.entries) or (_pages_left(blog) == 0 and not blog.incomplete)
    return states_all and not _is_part(blog)


def states_more(blog: LiveBlog) -> bool:
    """Tell whether a capture says that its blog has more than it shows, or that it was cut itself."""
    return is_torn(blog) or blog.incomplete or bool(_pages_left(blog))


def _is_part(blog: LiveBlog) -> bool:
    """Tell whether this is a selection that was exported of a capture, which lacks whatever was not asked for."""
    return any(note.code == "part-of-capture" for note in blog.notes)


def _pages_left(blog: LiveBlog) -> int | None:
    """Return how many pages of its blog a capture says that it is without; None where it says nothing of pages."""
    stated = _of_several(blog)
    counts = [note.pages for note in stated if note.pages]
    if not stated or len(counts) < len(stated):  # such as a feed, which only says that it goes on
        return len(stated) or None
    return max(counts) - len({note.page for note in stated})


def page_numbers(blog: LiveBlog) -> frozenset[int | None]:
    """Return which pages of its blog a capture says that it is of, as it counts them; None is one without number."""
    return frozenset(note.page for note in _of_several(blog) if note.pages)


def _of_several(blog: LiveBlog) -> list[Note]:
    """Return the notes that a capture is of a page of several."""
    return [note for note in blog.notes if note.code == "page-of-several"]
