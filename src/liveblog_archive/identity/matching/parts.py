"""Split and merge: entries whose words are found, piece by piece, in one entry of the other capture.

Both are the same search. In a split the whole is the earlier entry, in a merge the later one.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from .candidates import Index
from .texts import Text, Weights

_CONTAINED = 0.48  # so much of a part stands in the whole, where no other part has it already
_SHORT = 2  # divided by its length in words, so much more of a short part: it may be a phrase
_STARTED = 0.2  # so much of the part that a whole is linked to stands in it
_STRETCH = 1.5  # a piece with what was typed into it is so much longer at most
_TRIED = 3  # wholes that are looked at for each part
_PAIRS = 3  # a part of fewer pairs of words stands in too many texts by chance


@frozen
class Whole:
    """An entry, and the entries of the other capture that it was made into, or from: the greatest part first."""

    whole: int
    parts: tuple[int, ...]
    covered: float

    def led_by(self, part: int | None) -> "Whole":
        """Return it with one of its parts first, however great that is."""
        return evolve(self, parts=tuple(sorted(self.parts, key=lambda other: other != part)))


class _Rest:
    """The words and pairs of a whole that its parts have not taken yet, with their counts."""

    def __init__(self, whole: Text, weights: Weights) -> None:
        self._weights = weights
        self._words, self._pairs = Counter(whole.sequence), Counter(whole.pair_sequence)
        self._places = {pair: place for place, pair in enumerate(whole.pair_sequence) if self._pairs[pair] == 1}

    def take(self, part: Text) -> None:
        """Take away what a part has."""
        self._words.subtract(part.sequence)
        self._pairs.subtract(part.pair_sequence)

    def holds(self, part: Text) -> float:
        """Return the share (0 to 1) of a part that is still left in one piece, in words and in pairs."""
        weights = self._weights
        words = weights.of_words((Counter(part.sequence) & self._words).elements())
        pairs = weights.of_pairs((Counter(part.pair_sequence) & self._pairs).elements())
        share = words / weights.of_words(part.sequence) + pairs / weights.of_pairs(part.pair_sequence)
        return share / 2 * self._together(part)

    def _together(self, part: Text) -> float:
        """Return the share of a part's pairs that occur close together: single phrases occur everywhere."""
        places = sorted(self._places[pair] for pair in part.pairs if pair in self._places)
        reach = _STRETCH * len(part.pair_sequence)
        most = max((bisect_left(places, place + reach) - at for at, place in enumerate(places)), default=0)
        return most / len(places) if places else 1.0


@frozen
class Texts:
    """The texts of the capture with the wholes and of that with the parts, and the weights of their words."""

    wholes: Sequence[Text]
    parts: Sequence[Text]
    weights: Weights

    def find(self, linked: Mapping[int, int], wholes: Sequence[int], free_parts: Iterable[int]) -> list[Whole]:
        """Return those of `wholes` that have more than one part; `linked` has the part of a whole that is known."""
        asked = [part for part in free_parts if len(self.parts[part].pair_sequence) >= _PAIRS]
        index = Index(self.wholes, wholes, [self.parts[part] for part in asked])
        found = {whole: [linked[whole]] if whole in linked else [] for whole in wholes}
        rest: dict[int, _Rest] = {}
        claims = []
        for part in asked:
            for whole in index.alike(self.parts[part], _TRIED):
                if self._shared(part, whole) < _CONTAINED:
                    continue
                if whole not in rest:
                    rest[whole] = self._rest(whole, found[whole])
                claims.append((self._held(part, whole, rest[whole]), part, whole))
        used: set[int] = set()
        for _, part, whole in sorted(claims, key=lambda claim: (-claim[0], *claim[1:])):
            if part not in used and self._held(part, whole, rest[whole]):
                found[whole].append(part)
                rest[whole].take(self.parts[part])
                used.add(part)
        return [self._whole(whole, own) for whole, own in sorted(found.items()) if len(own) > 1]

    def _shared(self, part: int, whole: int) -> float:
        """Return an upper bound (0 to 1) of the share of a part in a whole: cheap, as most are no parts at all."""
        text = self.wholes[whole]
        most = 0.0
        for one in self._forms(part):
            words, pairs = self.weights.total(one)
            shared = self.weights.of_pairs(one.pairs & text.pairs) / pairs
            most = max(most, (shared + self.weights.of_words(one.words & text.words) / words) / 2)
        return most

    def _held(self, part: int, whole: int, rest: _Rest) -> float:
        """Return the share (0 to 1) of a part in the rest of a whole, or 0 where that is not enough to be one.

        A text equal to the whole has all of it.
        """
        if self.parts[part].folded == self.wholes[whole].folded:
            return 1.0
        held = ((rest.holds(one), _CONTAINED + _SHORT / len(one.pair_sequence)) for one in self._forms(part))
        return max((share for share, enough in held if share >= enough), default=0.0)

    def _forms(self, part: int) -> list[Text]:
        """Return a part with and without its headline, as far as its words are no phrase that stands anywhere."""
        return [one for one in self.parts[part].forms if len(one.pair_sequence) >= _PAIRS]

    def _rest(self, whole: int, own: Iterable[int]) -> _Rest:
        """Return what the part that a whole has already leaves of it: nothing, if it was written anew."""
        rest = _Rest(self.wholes[whole], self.weights)
        for part in own:
            anew = not self.parts[part].pairs or rest.holds(self.parts[part]) < _STARTED
            rest.take(self.wholes[whole] if anew else self.parts[part])
        return rest

    def _whole(self, whole: int, own: Sequence[int]) -> Whole:
        """Return a whole with the part first that has most of it."""
        pairs = self.wholes[whole].pairs
        held = {part: self.weights.of_pairs(self.parts[part].pairs & pairs) for part in own}
        covered = pairs & frozenset().union(*(self.parts[part].pairs for part in own))
        share = self.weights.of_pairs(covered) / self.weights.of_pairs(pairs)
        return Whole(whole, tuple(sorted(own, key=lambda part: (-held[part], part))), share)
