"""Doubt: links with an alternative that is nearly as good are not made, but listed for a person to decide.

The margin of a pair is the score lost by its best alternative: leave both unlinked, link one of them to an unlinked
entry, or swap partners with another pair. Pairs below `MARGIN` are reported, not linked.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from .assignment import Pair

MARGIN = 0.1  # the score that the best alternative must lose at least


@frozen
class Doubt:
    """Entries of both captures that may be linked in several ways, and the score of the best."""

    ones: tuple[int, ...]
    others: tuple[int, ...]
    score: float


class Choice:
    """The pairs that were chosen, among all that were weighed."""

    def __init__(self, weighed: Iterable[Pair], chosen: Iterable[Pair]) -> None:
        self._chosen = list(chosen)
        self._of_one = {pair.one: pair for pair in self._chosen}
        self._of_other = {pair.other: pair for pair in self._chosen}
        self._weighed: dict[tuple[int, int], Pair] = {}
        self._by_one: dict[int, list[Pair]] = defaultdict(list)
        self._by_other: dict[int, list[Pair]] = defaultdict(list)
        for pair in weighed:
            self._weighed[pair.one, pair.other] = pair
            self._by_one[pair.one].append(pair)
            self._by_other[pair.other].append(pair)

    def _gain(self, one: int, other: int) -> float:
        pair = self._weighed.get((one, other))
        return max(0.0, pair.gain) if pair else 0.0

    def _others(self, pair: Pair) -> Iterator[tuple[float, Sequence[Pair]]]:
        """Yield every alternative: the score lost by it, and its pairs."""
        yield pair.gain, ()
        for rival in self._by_one[pair.one]:
            swapped = self._of_other.get(rival.other)
            if swapped is None:
                yield pair.gain - rival.gain, (rival,)
            elif swapped != pair:
                other_way = max(0.0, rival.gain) + self._gain(swapped.one, pair.other)
                yield pair.gain + swapped.gain - other_way, (rival, swapped)
        for rival in self._by_other[pair.other]:
            if rival.one not in self._of_one:
                yield pair.gain - rival.gain, (rival,)

    def doubts(self, margin: float) -> list[Doubt]:
        """Return the entries whose links are no surer than `margin`, those together that depend on each other."""
        together = _Groups()
        for pair in self._chosen:
            for lost, rivals in self._others(pair):
                if lost < margin:
                    for part in (pair, *rivals):
                        together.join((0, pair.one), (0, part.one))
                        together.join((0, pair.one), (1, part.other))
        return [self._doubt(group) for group in together.groups()]

    def _doubt(self, group: Sequence[tuple[int, int]]) -> Doubt:
        ones = tuple(sorted(index for side, index in group if side == 0))
        others = tuple(sorted(index for side, index in group if side == 1))
        return Doubt(ones, others, max(self._of_one[one].score for one in ones if one in self._of_one))


class _Groups:
    """Entries that were joined, directly or through others."""

    def __init__(self) -> None:
        self._above: dict[tuple[int, int], tuple[int, int]] = {}

    def _top(self, node: tuple[int, int]) -> tuple[int, int]:
        above = self._above.setdefault(node, node)
        while above != node:
            self._above[node] = self._above[above]
            node, above = above, self._above[above]
        return node

    def join(self, node: tuple[int, int], other: tuple[int, int]) -> None:
        """Put two entries into one group."""
        self._above[self._top(other)] = self._top(node)

    def groups(self) -> Iterable[Sequence[tuple[int, int]]]:
        """Return the groups, in the order of their first entry."""
        found: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for node in sorted(self._above):
            found[self._top(node)].append(node)
        return found.values()
