"""One sequence of two: the order of the newer, with what only the older has between the neighbours that it had."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from ..model import Entry, Moment
from ..model.order import Order


def woven(newer: Sequence[int], older: Sequence[int], entries: Mapping[int, Entry], order: Order) -> list[int]:
    """Return the keys of both: in the order of `newer`, and what only `older` has behind its neighbour there.

    Without a common key, one sequence follows the other, as the times of their `entries` run.
    """
    known = set(newer)
    if known.isdisjoint(older):
        mine, theirs = ([entries[key] for key in keys] for keys in (older, newer))
        return [*older, *newer] if _comes_first(mine, theirs, order) else [*newer, *older]
    behind: dict[int, list[int]] = {}
    ahead: list[int] = []
    last: int | None = None
    for key in older:
        if key in known:
            last = key
        elif last is None:
            ahead.append(key)
        else:
            behind.setdefault(last, []).append(key)
    first_known = next(key for key in older if key in known)
    found: list[int] = []
    for key in newer:
        found += ahead if key == first_known else []
        found += [key, *behind.get(key, ())]
    return found


def _comes_first(older: Iterable[Entry], newer: Iterable[Entry], order: Order) -> bool:
    """Tell whether a page without a common entry stands before the other, by the times of their entries."""
    mine, theirs = instants(older), instants(newer)
    if not mine or not theirs or order == "manual":
        return False
    return max(mine) > max(theirs) if order != "oldest-first" else min(mine) < min(theirs)


def instants(entries: Iterable[Entry]) -> list[datetime]:
    """Return the instants of the entries that state one, by what readers saw, else by what the data says."""
    return [found for entry in entries if (found := instant(entry.time or entry.published))]


def instant(moment: Moment | None) -> datetime | None:
    """Return the instant of a moment in UTC, None where it states none."""
    value = moment.value if moment else None
    return value.astimezone(UTC) if isinstance(value, datetime) and value.tzinfo else None
