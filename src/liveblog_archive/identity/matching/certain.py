"""Links that need no weighing: ids that were carried over, native ids, and texts that are equal."""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence

from ..identifiers import EntryId
from ..minting import mintable, seed
from .places import Places
from .sides import Free, Side, Sides


class NativeIds:
    """The platform's own ids, as far as they are reliable: those that occur once in their capture.

    A text that stands word for word under the id of another entry contradicts the id: numbers that are counted anew
    for each page are no ids. There the text decides, and where most ids are contradicted, none is followed. An entry
    that kept id and minute was rewritten, if its old words are in another minute under a new id.
    """

    def __init__(self, sides: Sides) -> None:
        before, after = _native(sides.before), _native(sides.after)
        shared = [(one, after[native]) for native, one in before.items() if native in after]
        wrong = _contradicted(sides, shared)
        equal = sum(sides.before.texts[one].folded == sides.after.texts[other].folded for one, other in shared)
        counted = len(wrong) > equal
        self._links = [pair for pair in shared if pair not in wrong and not counted]
        # Some platforms make new ids for each page: then another id says nothing.
        self._kept = not counted and len(shared) > 0 and 2 * len(shared) >= min(len(before), len(after))
        misled = [{pair[side] for pair in wrong} for side in (0, 1)]
        self._names = [
            {index: native for native, index in own.items() if index not in doubted}
            for own, doubted in zip((before, after), misled, strict=True)
        ]

    def links(self) -> Iterator[tuple[int, int]]:
        """Yield the entries that share a native id."""
        return iter(self._links)

    def contradict(self, one: int, other: int) -> bool:
        """Tell whether two entries have different native ids on a platform that keeps them."""
        first, second = self._names[0].get(one), self._names[1].get(other)
        return self._kept and first is not None and second is not None and first != second


def _contradicted(sides: Sides, shared: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the entries of one native id of which one has, word for word, a telling text that is elsewhere."""
    before, after = sides.before, sides.after
    earlier, later = (_said_once(sides, side) for side in (before, after))
    ones, others = {one for one, _ in shared}, {other for _, other in shared}
    found = set()
    for one, other in shared:
        first, second = before.texts[one], after.texts[other]
        kept = before.minutes[one] if before.minutes[one] == after.minutes[other] else None
        places = [(later.get(first.folded), first, after, others), (earlier.get(second.folded), second, before, ones)]
        if first.folded != second.folded and any(
            place is not None and text.telling and (kept is None or place in known or side.minutes[place] == kept)
            for place, text, side, known in places
        ):
            found.add((one, other))
    return found


def _said_once(sides: Sides, side: Side) -> Mapping[str, int]:
    """Return the texts that one standing entry has, and no other, with that entry."""
    return {
        text.folded: index
        for index, (text, rank) in enumerate(zip(side.texts, side.ranks, strict=True))
        if rank is not None and text.folded not in sides.repeated
    }


def _native(side: Side) -> dict[str, int]:
    """Return the entry of each native id that occurs once; a deleted entry only if no present one has its id."""
    found: dict[str, int] = {}
    for standing in (False, True):
        own = [index for index, rank in enumerate(side.ranks) if (rank is not None) is standing]
        natives = Counter(side.entries[index].native_id for index in own)
        for index in own:
            native = side.entries[index].native_id
            if native and natives[native] == 1:
                found[native] = index
            elif native:
                found.pop(native, None)
    return found


def carried(sides: Sides) -> Iterator[tuple[int, int]]:
    """Yield the entries that carry an earlier id which was not made from what they say now.

    A record read back from XML or JSON-LD names its entries. An id that was minted from the text just now is worth
    no more than the text: if the older of two equal texts is gone, the newer is minted its id.
    """
    before, after = sides.before, sides.after
    ids = {entry.id: index for index, entry in enumerate(before.entries)}
    likes = [entry.native_id or text.folded for entry, text in zip(after.entries, after.texts, strict=True)]
    number = Counter(likes)
    minted: dict[tuple[str, str], set[str]] = {}
    for index, entry in enumerate(after.entries):
        one = ids.get(entry.id)
        if one is None or _settled(before, one, after, index):
            continue
        own = seed(entry)
        if own not in minted:
            minted[own] = mintable(EntryId.parse(entry.id).blog, own, number[likes[index]])
        if entry.id not in minted[own]:
            yield one, index


def _settled(before: Side, one: int, after: Side, other: int) -> bool:
    """Tell whether two entries will be linked anyway, by an equal native id and text."""
    text = after.texts[other]
    equal = (
        before.texts[one].folded == text.folded and before.entries[one].native_id == after.entries[other].native_id
    )
    return equal and text.telling


def equal_texts(sides: Sides, free: Free) -> Iterator[tuple[int, int]]:
    """Yield the entries whose text is distinctive and occurs once among the free entries of each side.

    Such a text was posted anew where its native id is another one: it is the same for a citation.
    """
    for ones, others in free.groups(lambda side, index: side.texts[index].folded):
        if len(ones) == len(others) == 1 and sides.before.texts[ones[0]].telling:
            yield ones[0], others[0]


def equal_texts_in_place(sides: Sides, natives: NativeIds, places: Places, free: Free) -> Iterator[tuple[int, int]]:
    """Yield entries of equal text and minute: in their order, where both sides have the same number of them.

    Where one side has more, such as a copy that was pinned above all others, it is those that kept their place.
    """

    def key(side: Side, index: int) -> Hashable:
        printed = side.minutes[index]
        shifted = None if printed is None else printed + (places.shift if side is sides.before else 0)
        return side.texts[index].folded, shifted

    for found, others in free.groups(key):
        ones = free.standing(found)
        if len(ones) == len(others):
            timed = sides.before.minutes[ones[0]] is not None
            ordered = zip(ones, sorted(others, key=places.ranks.__getitem__), strict=True)
            pairs = [pair for pair in ordered if timed or places.near(*pair)]
        else:
            pairs = [*places.nearest(ones, others)]
        yield from (pair for pair in pairs if not natives.contradict(*pair))
