"""What happened to an entry between two captures: edited, retimed, moved, or none of these."""

from collections.abc import Mapping, Sequence

from ...canonical import FIELDS
from ...model import Entry
from ..claims import claimed_time
from ..links import Change
from ..runs import longest_either_way
from .sides import Sides

_COVERED = FIELDS.keys() - {"id", "time", "day"}
_STAMPS = {"published", "modified"}  # which platforms set by the time that they show, and by themselves


def changes(one: Entry, other: Entry, *, moved: bool) -> tuple[Change, ...]:
    """Return all changes of an entry, the most important first.

    `retimed`: its printed time means another time, or it is listed under another day; when it was published and last
    changed goes with that. `edited`: anything else that its version id covers is another, so that an entry without
    changes has the same version.
    """
    retimed = claimed_time(one) != claimed_time(other)
    found: list[Change] = []
    covered = _COVERED - _STAMPS if retimed else _COVERED | {"time"}
    if any(getattr(one, name) != getattr(other, name) for name in covered):
        found.append("edited")
    if retimed:
        found.append("retimed")
    if moved:
        found.append("moved")
    return tuple(found)


def moved(sides: Sides, links: Mapping[int, int]) -> set[int]:
    """Return the entries of the earlier capture that have another place among the others now.

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
