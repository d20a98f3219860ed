"""The two captures as matching sees them: texts, times and ranks, each by the entry's place in its source."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from attrs import frozen

from ...model import Entry, LiveBlog
from ...model.order import positions
from .texts import Text, Weights


@frozen
class Side:
    """One capture: its entries in source order, their texts, their ranks from the oldest, their minutes."""

    entries: tuple[Entry, ...]
    texts: tuple[Text, ...]
    ranks: tuple[int | None, ...]
    minutes: tuple[float | None, ...]

    @classmethod
    def of(cls, blog: LiveBlog, gone: Sequence[Entry] = ()) -> "Side":
        """Return the side of a capture; entries that were `gone` before it follow its own, and have no rank."""
        entries = (*blog.entries, *gone)
        ranks: list[int | None] = [None] * len(entries)
        for rank, position in enumerate(positions(blog.entries, blog.order)):
            ranks[position] = rank
        return cls(entries, tuple(map(Text, entries)), tuple(ranks), tuple(map(minute, entries)))


@frozen
class Sides:
    """The earlier capture with what was gone before it, and the later one.

    With them: the weights of their words, the texts that stand more than once in one of them, and which entries of
    the earlier side had been merged into others: these have their words, so that to be alike proves nothing.
    """

    before: Side
    after: Side
    weights: Weights
    repeated: frozenset[str]
    merged: frozenset[int] = frozenset()

    @classmethod
    def of(
        cls, previous: LiveBlog, current: LiveBlog, gone: Sequence[Entry] = (), merged: Sequence[Entry] = ()
    ) -> "Sides":
        """Return both captures, ready to be compared."""
        standing = {entry.id for entry in previous.entries}
        left = {entry.id: entry for entry in (*gone, *merged) if entry.id not in standing}  # no id is used twice
        before, after = Side.of(previous, [*left.values()]), Side.of(current)
        repeated = frozenset(_repeated(before) | _repeated(after))
        joined = {entry.id for entry in merged} - standing
        known = frozenset(index for index, entry in enumerate(before.entries) if entry.id in joined)
        return cls(before, after, Weights([*before.texts, *after.texts]), repeated, known)

    def common(self, one: int, other: int) -> bool:
        """Tell whether a text proves nothing: it is too short, or repeated in its capture."""
        texts = self.before.texts[one], self.after.texts[other]
        return any(not text.telling or text.folded in self.repeated for text in texts)


def _repeated(side: Side) -> set[str]:
    """Return the texts that more than one standing entry has."""
    number = Counter(text.folded for text, rank in zip(side.texts, side.ranks, strict=True) if rank is not None)
    return {text for text, count in number.items() if count > 1}


def minute(entry: Entry) -> float | None:
    """Return the printed time of an entry on its own clock, in minutes; None where it has none."""
    if entry.time is None or not isinstance(entry.time.value, datetime):
        return None
    return entry.time.value.replace(tzinfo=UTC).timestamp() / 60


class Free:
    """The entries that have no link yet, oldest first; those that were gone before the earlier capture come last."""

    def __init__(self, sides: Sides, linked: Mapping[int, int]) -> None:
        taken = set(linked.values())
        self._sides = sides
        self.before = [one for one in _oldest_first(sides.before) if one not in linked]
        self.after = [other for other in _oldest_first(sides.after) if other not in taken]

    def groups(self, key: Callable[[Side, int], Hashable]) -> Iterator[tuple[list[int], list[int]]]:
        """Yield the entries of both sides that share a key; the earlier side's as `before` has them."""
        earlier = _grouped(self._sides.before, self.before, key)
        for shared, others in _grouped(self._sides.after, self.after, key).items():
            if shared in earlier:
                yield earlier[shared], others

    def standing(self, ones: Sequence[int]) -> list[int]:
        """Return those of the entries that the earlier capture had; if it had none, all of them, which were gone."""
        return [one for one in ones if self._sides.before.ranks[one] is not None] or [*ones]


def _oldest_first(side: Side) -> list[int]:
    last = len(side.entries)
    return sorted(range(last), key=lambda index: last if (rank := side.ranks[index]) is None else rank)


def _grouped(side: Side, indices: Iterable[int], key: Callable[[Side, int], Hashable]) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = {}
    for index in indices:
        groups.setdefault(key(side, index), []).append(index)
    return groups
