"""One sequence of two: the order of the newer, with what only the older has between the neighbours that it had.

Pages come in any order, and where one ends and another begins they share one entry, or none. So what stands behind
one neighbour in both sequences is put together as its times run, each sequence in its own order.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from heapq import merge
from itertools import accumulate, chain
from operator import itemgetter
from typing import TypeAlias

from ..model import Entry
from ..model.moment import instant
from ..model.order import Order

# Where a time stands in a sequence: by its day, where days run backwards, and by its clock.
_Rank: TypeAlias = tuple[int, timedelta]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def woven(newer: Sequence[int], older: Sequence[int], entries: Mapping[int, Entry], order: Order) -> list[int]:
    """Return the keys of both: in the order of `newer`, and what only `older` has behind its neighbour there.

    What both have behind one neighbour stands as the times of the `entries` run; where these do not tell, what is new
    stands above the rest, but below it where later entries are added below.
    """
    shared = {*newer} & {*older}
    before, after = _runs(older, shared), _runs(newer, shared)
    found: list[int] = []
    for neighbour, new in after.items():
        found += [] if neighbour is None else [neighbour]
        old = before[neighbour]
        both = (new, old) if order in {"newest-first", "manual"} else (old, new)
        if all(both) and all(ranked := [_ranked(run, entries, order) for run in both]):
            found += [key for _, key in merge(*ranked, key=itemgetter(0))]
        else:
            found += chain(*both)
    return found


def _runs(keys: Iterable[int], shared: Collection[int]) -> dict[int | None, list[int]]:
    """Return what stands behind each shared key, and under None what stands before them all."""
    found: dict[int | None, list[int]] = {None: []}
    last: int | None = None
    for key in keys:
        if key in shared:
            last = key
            found[last] = []
        else:
            found[last].append(key)
    return found


def _ranked(keys: Sequence[int], entries: Mapping[int, Entry], order: Order) -> list[tuple[_Rank, int]]:
    """Return keys with where their times stand; none where no time tells it of any.

    An entry without a time stands as the one above it does, and one that is out of order, such as a pinned one, not
    behind those below it.
    """
    ranks = [_rank(entries[key], order) for key in keys]
    first = next(filter(None, ranks), None)
    if first is None:
        return []
    filled = [*accumulate(ranks, lambda above, own: own or above, initial=first)][1:]
    lowest = [*accumulate(reversed(filled), min)][::-1]
    return [*zip(lowest, keys, strict=True)]


def _rank(entry: Entry, order: Order) -> _Rank | None:
    """Return where an entry stands by its time, the first of a sequence lowest; None where that is not known."""
    when = _instant(entry)
    if when is None or order == "manual":
        return None
    clock = when - _EPOCH
    if order == "newest-first":
        return 0, -clock
    return -(entry.calendar_day or when).toordinal() if order == "newest-day-first" else 0, clock


def instants(entries: Iterable[Entry]) -> list[datetime]:
    """Return the instants of the entries that state one, by what readers saw, else by what the data says."""
    return [*filter(None, map(_instant, entries))]


def _instant(entry: Entry) -> datetime | None:
    return instant(entry.time) or instant(entry.published)
