"""One to one: the pairs of entries that are most alike, best first."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from .candidates import Candidates
from .certain import NativeIds
from .places import Places
from .sides import Free, Sides

_TIME = 0.2  # the weight of the printed time beside the text's 1, and of the neighbours
_NEIGHBOURS = 0.08
_GONE = 0.1  # what stood in the capture just before is likelier to be meant than what was gone before it
_ELSEWHERE = 0.1  # time and neighbours both speak against a pair
_EQUAL = 0.95  # but not against a text as good as equal
APART = 0.40  # what it is worth to leave two entries apart
APART_ELSEWHERE = 0.75  # an edited text of another time, and place or names, is more often new, after an old model
LEAST = 0.40  # pairs that are less alike are not the same entry
_SPELLED = 0.5  # texts with half of their letters in common may be the same, though they share no words
_LETTERS = 2_000  # a longer text has words enough, and comparing letters takes the square of their number
_CONTINUED = 0.9  # a text that begins or ends with all of the other


@frozen(order=True)
class Pair:
    """An entry of the earlier capture, one of the later, and how alike they are: 0 to 1.

    `apart` is what it is worth, on the same scale, to leave them apart.
    """

    score: float
    one: int
    other: int
    apart: float

    @property
    def gain(self) -> float:
        """The gain of linking them over leaving both unlinked."""
        return self.score - self.apart


def scored(sides: Sides, places: Places, natives: NativeIds, free: Free) -> list[Pair]:
    """Return the pairs of free entries that may be the same, best first."""
    candidates = Candidates(sides, places, free)
    found: list[Pair] = []
    for one in free.before:
        for other in candidates.of(one) if one not in sides.merged else ():
            if not natives.contradict(one, other):
                pair = _pair(sides, places, one, other)
                if pair.score >= LEAST:
                    found.append(pair)
    return best_first(found)


def best_first(pairs: Iterable[Pair]) -> list[Pair]:
    """Return pairs by falling score; equal ones in source order."""
    return sorted(pairs, key=lambda pair: (-pair.gain, pair.one, pair.other))


def _likeness(sides: Sides, places: Places, one: int, other: int) -> float:
    """Return the similarity of two texts, by their words, else by their letters.

    Texts that are said again and again count only as far as time or neighbours agree.
    """
    first, second = sides.before.texts[one], sides.after.texts[other]
    common = sides.common(one, other)
    alike = sides.weights.similarity(first, second)
    if _continued(first.folded, second.folded):
        alike = max(alike, _CONTINUED)
    elif alike < _SPELLED:
        alike = max(alike, _spelling(first.folded, second.folded) * (1 if common else _SPELLED))
    return alike * max(places.time(one, other) or 0, places.neighbours(one, other)) if common else alike


def _continued(first: str, second: str) -> bool:
    """Tell whether one text begins or ends with all of the other: a paragraph was added, or a headline."""
    shorter, longer = sorted((first, second), key=len)
    return shorter != "" and (longer.startswith(shorter) or longer.endswith(shorter))


def _spelling(first: str, second: str) -> float:
    """Return what share of their letters two texts have in common, in order; 0 where that is little."""
    if max(len(first), len(second)) > _LETTERS:
        return 0.0
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(first, second, score_cutoff=_SPELLED)


def _pair(sides: Sides, places: Places, one: int, other: int) -> Pair:
    """Return a pair with the similarity of its texts, adjusted by times and neighbours."""
    text, time, near = _likeness(sides, places, one, other), places.time(one, other), places.neighbours(one, other)
    gone = sides.before.ranks[one] is None
    weight = 1 + (0 if time is None else _TIME) + (0 if gone else _NEIGHBOURS)
    score = (text + _TIME * (time or 0) + _NEIGHBOURS * near) / weight - (_GONE if gone else 0)
    elsewhere = time is not None and time < _ELSEWHERE and text < _EQUAL
    if elsewhere and near >= _ELSEWHERE:  # what takes the place of a deleted entry has its neighbours
        elsewhere = sides.before.texts[one].names_another(sides.after.texts[other])
    return Pair(round(score, 6), one, other, APART_ELSEWHERE if elsewhere else APART)


def greedy(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield the pairs that are best for what is still free, best first."""
    ones: set[int] = set()
    others: set[int] = set()
    for pair in pairs:
        if pair.one not in ones and pair.other not in others:
            ones.add(pair.one)
            others.add(pair.other)
            yield pair
