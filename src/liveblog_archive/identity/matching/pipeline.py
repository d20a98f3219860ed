"""The pipeline: what is certain first, then what is likeliest, then pieces, and doubt last."""

from collections.abc import Iterable

from .assignment import Pair, greedy, scored
from .certain import NativeIds, carried, equal_texts, equal_texts_in_place
from .doubt import MARGIN, Choice
from .parts import Texts, Whole
from .places import Places
from .report import Findings
from .sides import Free, Sides

_STRONG = 0.56  # pairs that are more alike come before splits and merges


def find(sides: Sides, margin: float = MARGIN) -> Findings:
    """Return what became of every entry. With a `margin` below -1 nothing is in doubt: the best guess is taken."""
    natives = NativeIds(sides)
    links = _certain(sides, natives)
    places = Places(sides, links)
    for one, other in equal_texts_in_place(sides, natives, places, Free(sides, links)):
        links[one] = other
    free = Free(sides, links)
    weighed = scored(sides, places, natives, free)
    # A piece of a split is often a little like some other entry: pieces come before what is only a little alike.
    splits, merges = _wholes(sides, links, list(greedy(pair for pair in weighed if pair.score >= _STRONG)))
    pieces = _Pieces(splits, merges)
    weighed = [pair for pair in weighed if not pieces.hold(pair)]
    chosen = list(greedy(weighed))
    doubts = Choice(weighed, chosen).doubts(margin)
    unsure = {one for doubt in doubts for one in doubt.ones}
    single = {one: (other, 1.0) for one, other in links.items() if one not in pieces.ones}
    single |= {pair.one: (pair.other, pair.score) for pair in chosen if pair.one not in unsure}
    return Findings(single, splits, merges, doubts)


def _certain(sides: Sides, natives: NativeIds) -> dict[int, int]:
    """Return the links of ids and of telling texts."""
    links: dict[int, int] = {}
    _add(links, carried(sides))
    _add(links, natives.links())
    _add(links, equal_texts(sides, Free(sides, links)))
    return links


def _add(links: dict[int, int], found: Iterable[tuple[int, int]]) -> None:
    """Add links of entries that have none."""
    taken = set(links.values())
    for one, other in found:
        if one not in links and other not in taken:
            links[one] = other
            taken.add(other)


class _Pieces:
    """The entries that a split or a merge has."""

    def __init__(self, splits: Iterable[Whole], merges: Iterable[Whole]) -> None:
        self.ones = {split.whole for split in splits} | {one for merge in merges for one in merge.parts}
        self.others = {merge.whole for merge in merges} | {other for split in splits for other in split.parts}

    def hold(self, pair: Pair) -> bool:
        """Tell whether an entry of a pair is one of them."""
        return pair.one in self.ones or pair.other in self.others


def _wholes(sides: Sides, certain: dict[int, int], chosen: Iterable[Pair]) -> tuple[list[Whole], list[Whole]]:
    """Return splits and merges; an entry has a part in one of them at most."""
    before, after = sides.before, sides.after
    links = certain | {pair.one: pair.other for pair in chosen}
    free = Free(sides, links)
    standing = [one for one in free.before if before.ranks[one] is not None]
    changed = [
        one
        for one, other in links.items()
        if before.ranks[one] is not None and before.texts[one].folded != after.texts[other].folded
    ]
    splits = Texts(before.texts, after.texts, sides.weights).find(links, [*changed, *standing], free.after)
    used = _Pieces(splits, [])
    back = {other: one for one, other in links.items()}
    wholes = [other for other in (*(links[one] for one in changed), *free.after) if other not in used.others]
    merges = Texts(after.texts, before.texts, sides.weights).find(
        back, wholes, [one for one in standing if one not in used.ones]
    )
    kept = {other: one for one, other in certain.items()}
    return (
        [split.led_by(certain.get(split.whole)) for split in splits],
        [merge.led_by(kept.get(merge.whole)) for merge in merges],
    )
