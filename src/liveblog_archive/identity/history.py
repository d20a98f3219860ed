"""The history of one blog's entries, as a calendar counts it: how often each was revised, and what was withdrawn.

It is worked out from a ledger, and holds nothing of the archive that the ledger is kept in.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Literal

from attrs import field, frozen

from ..model import Bounds, Entry
from ..model.checks import as_tuple
from .captures import LedgerCapture
from .identifiers import VersionId
from .links import UNSEEN

TimeBasis = Literal["captured", "deposited"]


@frozen
class Revision:
    """How often an entry was changed, withdrawn or reinserted since it was first seen, and when it last was.

    `since` is the time of the first capture that shows its present state, None if unknown: as `basis` says, when that
    was captured, or, where nobody stated that, when it was deposited. `previous` is the version before the present
    one (of a withdrawn entry, before the last one seen); None for the first.
    """

    ordinal: int
    since: datetime | None = None
    previous: VersionId | None = None
    basis: TimeBasis = "captured"


FIRST = Revision(0)


@frozen
class Withdrawn:
    """An entry that the blog no longer has, or no longer shows, as it was last published, with its bounds then."""

    entry: Entry
    bounds: Bounds


@frozen
class History:
    """What became of the entries of a blog until one of its captures, whose number is `capture`, by entry id.

    `withdrawn`: entries that were published before, and that the capture has as drafts or deleted ones, or has not,
    but for those that need not have been deleted.
    """

    revisions: Mapping[str, Revision] = MappingProxyType({})
    withdrawn: tuple[Withdrawn, ...] = field(default=(), converter=as_tuple)
    capture: int = 1


def revisions(
    captures: Sequence[LedgerCapture], times: Sequence[tuple[datetime | None, TimeBasis]]
) -> dict[str, Revision]:
    """Return the revision at which each entry of the past stands after `captures`, each with its time and its basis.

    An entry that is not in the last capture stands at its withdrawal; one that a capture ends before is not revised.
    """
    found: dict[str, Revision] = {}
    unseen: set[str] = set()
    seen: dict[str, VersionId] = {}  # the version of each entry when it was last there
    before: dict[str, VersionId] = {}
    for capture, (time, basis) in zip(captures, times, strict=True):
        now = dict(capture.entries)
        unseen |= {one for link in capture.links if link.kind in UNSEEN for one in link.previous}
        unseen -= now.keys()
        now |= {name: seen[name] for name in unseen}
        for name in {**found, **now}:  # in their order, which hashing would not keep
            if name not in found:
                found[name] = Revision(0, time, basis=basis)
            elif before.get(name) != now.get(name):
                changed = now.get(name, seen[name]) != seen[name]
                previous = seen[name] if changed else found[name].previous
                found[name] = Revision(found[name].ordinal + 1, time, previous, basis)
        seen |= now
        before = now
    return found
