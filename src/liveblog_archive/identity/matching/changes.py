"""What happened to an entry between two captures: it was edited, retimed, moved, or nothing of it."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from ...canonical import FIELDS
from ...model import Entry, LiveBlog
from ..claims import claimed_time
from ..links import Change, Matching
from .places import longest_either_way, modal_shift
from .sides import Sides, minute

_COVERED = [name for name in FIELDS if name not in {"id", "time", "day"}]


def changes(one: Entry, other: Entry, *, moved: bool) -> tuple[Change, ...]:
    """Return all that happened to an entry, the weightiest first.

    `retimed`: its printed time means another time, or it is listed under another day. `edited`: anything else that
    its version id covers is another, so that an entry without changes has the same version.
    """
    retimed = claimed_time(one) != claimed_time(other)
    found: list[Change] = []
    if any(getattr(one, name) != getattr(other, name) for name in _COVERED) or not (
        retimed or one.time == other.time
    ):
        found.append("edited")
    if retimed:
        found.append("retimed")
    if moved:
        found.append("moved")
    return tuple(found)


def moved(sides: Sides, links: Mapping[int, int]) -> set[int]:
    """Return the entries of the earlier capture that stand in another order among the others.

    The longest run that kept its order, or was reversed as a whole, stayed where it was. Both captures are read from
    the oldest entry, and as they stand in the source: what moves fewer entries is what happened.
    """
    ranks = sides.before.ranks
    standing = [one for one in links if ranks[one] is not None]
    by_time = sorted(standing, key=lambda one: ranks[one] or 0)
    ways = (
        _stayed(by_time, [sides.after.ranks[links[one]] or 0 for one in by_time]),
        _stayed(sorted(standing), [links[one] for one in sorted(standing)]),
    )
    return set(standing) - max(ways, key=len)


def _stayed(ones: Sequence[int], places: Sequence[int]) -> set[int]:
    run, _ = longest_either_way(places)
    return {ones[index] for index in run}


def page_shift(previous: LiveBlog, current: LiveBlog, matching: Matching) -> timedelta:
    """Return by how much the printed times of most entries changed alike: zero, unless the page changed its clock.

    Each entry is still `retimed`, for its reader was told another time. `matching` is of these two captures.
    """
    before = {entry.id: minute(entry) for entry in previous.entries}
    after = {entry.id: minute(entry) for entry in current.entries}
    single = [link for link in matching.links if len(link.previous) == len(link.current) == 1]
    pairs = ((before.get(link.previous[0]), after[link.current[0]]) for link in single)
    return timedelta(minutes=modal_shift(pairs))
