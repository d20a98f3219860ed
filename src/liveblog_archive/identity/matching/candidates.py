"""Which entries may be the same: found by what is rare, by time and by rank, never by comparing all with all."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from .places import Places
from .sides import Free, Sides
from .texts import Text

_COMMON = 24  # what more free entries than this share tells none of them apart
_BEST = 5  # entries that share the most rare words and pairs of words
_ENOUGH = 100  # entries looked up, the rarest words first
_UNIT = 5040  # divided by how many entries share it: what a word or pair says for each
_NEAR = 2  # entries on either side of the expected time, and of the expected rank


class Index:
    """An index of texts by their rare words and pairs, limited to those that one of the `asked` texts has too."""

    def __init__(self, texts: Sequence[Text], indices: Iterable[int], asked: Iterable[Text]) -> None:
        known = frozenset().union(*map(_features, asked))
        self._postings: dict[str, list[int]] = {}
        for index in indices:
            for feature in known & _features(texts[index]):
                self._postings.setdefault(feature, []).append(index)

    def alike(self, text: Text, number: int = _BEST) -> list[int]:
        """Return the entries that share most with `text`; rarer words and pairs count for more."""
        postings = map(self._postings.get, sorted(_features(text)) if text.short else text.pair_sequence)
        found: dict[int, int] = {}
        looked = 0
        for posting in sorted(filter(None, postings), key=len):
            looked += len(posting)
            if len(posting) > _COMMON or looked > _ENOUGH:
                break
            for index in posting:
                found[index] = found.get(index, 0) + _UNIT // len(posting)
        return sorted(found, key=lambda index: (-found[index], index))[:number]


def _features(text: Text) -> frozenset[str]:
    """Return the pairs of words; of a short text the words too, as one typing error would leave few pairs."""
    return text.pairs | text.words if text.short else text.pairs


class Nearby:
    """Entries of the later capture by a number that was expected: a rank or a minute."""

    def __init__(self, numbered: Iterable[tuple[float | None, int]]) -> None:
        self._sorted = sorted((number, index) for number, index in numbered if number is not None)

    def around(self, expected: float | None) -> list[int]:
        """Return the entries nearest below and above what was expected."""
        if expected is None:
            return []
        place = bisect_left(self._sorted, (expected, -1))
        return [index for _, index in self._sorted[max(0, place - _NEAR) : place + _NEAR]]


class Candidates:
    """For each free entry of the earlier capture, those of the later one that it may have become."""

    def __init__(self, sides: Sides, places: Places, free: Free) -> None:
        self._sides, self._places = sides, places
        self._index = Index(sides.after.texts, free.after, [sides.before.texts[one] for one in free.before])
        self._near = self._nearby(free.after)
        equal: dict[str, list[int]] = {}
        for other in free.after:
            equal.setdefault(sides.after.texts[other].folded, []).append(other)
        self._equal = {text: self._nearby(group) for text, group in equal.items()}

    def _nearby(self, indices: Sequence[int]) -> tuple[Nearby, Nearby]:
        by_rank = Nearby((self._places.ranks[index], index) for index in indices)
        return by_rank, Nearby((self._sides.after.minutes[index], index) for index in indices)

    def of(self, one: int) -> list[int]:
        """Return the candidates of an entry, in source order."""
        before = self._sides.before
        minute = before.minutes[one]
        rank, time = self._places.expected(one), None if minute is None else minute + self._places.shift
        text = before.texts[one]
        found = set(self._index.alike(text))
        around = [self._equal[text.folded]] if text.folded in self._equal else []
        if text.short or not found:
            around.append(self._near)
        for by_rank, by_time in around:
            found.update(by_rank.around(rank), by_time.around(time))
        return sorted(found)
