"""The entries of several captures as one sequence: each once, in its newest version.

An entry is the same in two captures by an id that it carries, else by its native id, else by its words and time.
Where two captures overlap, what is left is matched, so that an entry which was edited in between is still one.
What an address showed and no longer shows is kept, and noted.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from attrs import Factory, define, evolve

from ..identity.identifiers import EntryId
from ..identity.matching.absences import absences, is_whole, page_numbers
from ..identity.matching.torn import begins, torn_entry, without_torn
from ..identity.minting import addresses, mintable, seed
from ..identity.slugs import shown_at
from ..model import Entry, LiveBlog, Note
from ..model.moment import instant
from ..model.order import Order, positions
from .earlier import called, of_absent, of_entry, of_part
from .following import following
from .weaving import instants, woven

# The address that a page was met at, else that of its blog and the numbers of its pages.
_Place = tuple[str, frozenset[int | None]]
_NOWHERE: _Place = ("", frozenset())


@define
class Collected:
    """The entries of the captures so far: their keys in sequence, and the newest version of each.

    `add` takes captures, the oldest first; `order` is the one direction of those that have any. Where it is not known
    when they were made, they are not `dated`: of an entry the version counts that states the later change.
    """

    order: Order
    dated: bool = True
    notes: list[Note] = Factory(list)
    _keys: list[int] = Factory(list)
    _newest: dict[int, Entry] = Factory(dict)
    _ids: dict[int, str] = Factory(dict)
    _known: dict[Hashable, int] = Factory(dict)
    _addresses: set[str] = Factory(set)
    _last: dict[_Place, tuple[Sequence[int], Order]] = Factory(dict)  # what an address showed last
    _shown_at: dict[int, _Place] = Factory(dict)  # the address that showed each last
    _absent: dict[int, LiveBlog] = Factory(dict)  # and the capture that lacks them
    _torn: set[int] = Factory(set)  # of which no more is known than a page that was cut has
    _ran: Order = "manual"

    def entries(self) -> list[Entry]:
        """Return the entries under the ids that they had first; without one where another entry has it already.

        One that a capture of the whole blog lacks is deleted.
        """
        found: list[Entry] = []
        taken = {""}
        for key in self._keys:
            name = self._ids[key] if self._ids[key] not in taken else ""
            taken.add(name)
            entry = self._newest[key].named(name)
            gone = key in self._absent and is_whole(self._absent[key])
            found.append(evolve(entry, status="deleted") if gone else entry)
        return found

    def absent(self) -> Iterator[Note]:
        """Yield a note on each entry that a newer capture of its page no longer has, and may not only end before."""
        for key in self._keys:
            if key in self._absent:
                page = self._absent[key]
                yield of_absent(self._newest[key], page.capture, whole=is_whole(page))

    def add(self, page: LiveBlog) -> None:
        """Add a capture, newer than those before."""
        page = self._whole(page)
        names = _names(page.entries, page.order)
        keys = self._same(page, names)
        self._match(page, keys)
        self._note_absent(page, keys)
        for place, (entry, own) in enumerate(zip(page.entries, names, strict=True)):
            key = keys.setdefault(place, len(self._newest))
            if key in self._newest:
                before, told = self._ordered(self._newest[key], entry)
                after = _as_told(before, told)
                self.notes += of_entry(self._as_far(key, before, after), after)
                self._newest[key] = after
            else:
                self._newest[key] = entry
            self._ids.setdefault(key, entry.id)
            self._known |= dict.fromkeys(filter(None, [("id", entry.id), *own]), key)
        shown = [keys[place] for place in range(len(names))]
        self._torn.difference_update(shown)
        self._torn.update(shown[-1:] if torn_entry(page) else ())
        self._keys = woven(shown, self._keys, self._newest, self.order)
        self._note_shown(page, shown)
        self._addresses |= _addresses(page)
        self._ran = page.order

    def _whole(self, page: LiveBlog) -> LiveBlog:
        """Return a capture without what is only the beginning of an entry that is known, which is noted."""
        found = without_torn([*self._newest.values()], page)
        if found is not page and found.capture:
            self.notes.append(found.capture.notes[-1])
        return found

    def _as_far(self, key: int, before: Entry, after: Entry) -> Entry:
        """Return an older version, of a torn one that is whole now with the words and blocks that it began."""
        grown = key in self._torn and begins(before, after)
        return evolve(before, headline=after.headline, body=after.body) if grown else before

    def _ordered(self, one: Entry, other: Entry) -> tuple[Entry, Entry]:
        """Return two versions of an entry, the one that counts last: that of the later capture, or change."""
        first, second = instant(one.modified), instant(other.modified)
        backwards = not self.dated and first is not None and second is not None and first > second
        return (other, one) if backwards else (one, other)

    def _note_absent(self, page: LiveBlog, keys: dict[int, int]) -> None:
        """Remember which entries that its address showed last a capture lacks for certain, and not only ends before.

        `keys` are those of its entries that were known. What another address showed since is there. Of a saved page
        nobody knows which part of a blog it is: it tells of what stood among its entries, unless it is whole.
        """
        address = _place(page)
        last, order = self._last.get(address, ((), page.order))
        places = {key: place for place, key in keys.items()}
        kept = {one: places[key] for one, key in enumerate(last) if key in places}
        told = range(len(last))
        if not (_addresses(page) or is_whole(page)):
            told = range(min(kept, default=0), max(kept, default=0))
        new = set(range(len(page.entries))).difference(keys)
        why = absences([self._newest[key] for key in last], page, kept, new, order)
        for one, reason in why.items():
            if reason == "deleted" and one in told and self._shown_at[last[one]] == address:
                self._absent[last[one]] = page

    def _note_shown(self, page: LiveBlog, shown: Sequence[int]) -> None:
        """Remember what an address shows now."""
        address = _place(page)
        self._shown_at |= dict.fromkeys(shown, address)
        for key in shown:
            self._absent.pop(key, None)
        if address != _NOWHERE:
            self._last[address] = shown, page.order

    def _same(self, page: LiveBlog, names: Sequence["_Names"]) -> dict[int, int]:
        """Return the keys of the entries of a page that are certainly known already, by their places."""
        keys: dict[int, int] = {}
        taken: set[int] = set()
        for kind in _Names._fields:
            for place, own in enumerate(names):
                key = self._known.get(getattr(own, kind)) if place not in keys else None
                if key is None or key in taken or _contradict(kind, page.entries[place], self._newest[key]):
                    continue
                keys[place] = key
                taken.add(key)
        return keys

    def _match(self, page: LiveBlog, keys: dict[int, int]) -> None:
        """Add the keys of entries that were edited since, if the capture overlaps with those before."""
        left = set(self._keys).difference(keys.values())
        new = [entry for place, entry in enumerate(page.entries) if place not in keys]
        told = all(self._newest[key].native_id for key in left) and all(entry.native_id for entry in new)
        if not left or told or not (keys or self._overlaps(page)):
            return
        places = {key: place for place, key in enumerate(self._keys)}
        before = evolve(page, id="", order=self._ran, entries=[self._newest[key] for key in self._keys])
        links, doubts = following(before, page, {place: places[key] for place, key in keys.items() if key in places})
        absorbed: set[int] = set()
        for ones, (other, *_) in links:
            native = page.entries[other].native_id
            parts = [key for key in (self._keys[one] for one in ones) if key in left]
            parts = [key for key in parts if not (native and self._newest[key].native_id)]
            if other not in keys and parts:
                keys[other] = parts.pop(0)
            for key in parts:
                self.notes += of_part(self._newest[key], page.entries[other])
                absorbed.add(key)
        for ones, others in doubts:
            said = " or ".join(called(before.entries[one]) for one in ones)
            says = " or ".join(called(page.entries[other]) for other in others)
            self.notes.append(Note(code="match-uncertain", text=f"{said} may be {says}; kept apart"))
        self._keys = [key for key in self._keys if key not in absorbed]

    def _overlaps(self, page: LiveBlog) -> bool:
        """Tell whether a capture that shares no entry for sure shows the same page, or the same hours."""
        if not self._addresses.isdisjoint(_addresses(page)):
            return True
        times = [instants(entries) for entries in (self._newest.values(), page.entries)]
        spans = [(min(found), max(found)) for found in times if found]
        if len(spans) < 2:
            return False
        (first, last), (start, end) = spans
        return spans[0] == spans[1] or max(first, start) < min(last, end)


class _Names(NamedTuple):
    """What an entry may be known by, the surest first: its ids, its words at an instant, and at a printed time."""

    id: Hashable
    native: Hashable
    said_at: Hashable
    said: Hashable


def _contradict(kind: str, one: Entry, other: Entry) -> bool:
    """Tell whether two entries with one of their `_Names` in common are two all the same: by other ids or times."""
    if kind not in {"said_at", "said"}:
        return False
    timed = instant(one.time) and instant(other.time)
    return bool((one.native_id and other.native_id) or (kind == "said" and timed))


def _names(entries: Sequence[Entry], order: Order) -> list[_Names]:
    """Return what each entry may be known by.

    What several entries of a capture have alike is counted from the oldest, as it is where ids are minted: what is
    new takes no other's name. An id that was made from the words is worth no more.
    """
    counts: Counter[Hashable] = Counter()

    def counted(*name: Hashable) -> Hashable:
        counts[name] += 1
        return name, counts[name]

    found: dict[int, _Names] = {}
    seeds: Counter[tuple[str, str]] = Counter(seed(entry) for entry in entries if entry.id)

    minted = cache(mintable)  # entries that say the same share them
    for place in positions(entries, order):
        entry = entries[place]
        own, when = seed(entry), instant(entry.time)
        carried = entry.id and entry.id not in minted(EntryId.parse(entry.id).blog, own, seeds[own])
        words = (entry.headline, entry.text or (*addresses(entry),))
        found[place] = _Names(
            id=("id", entry.id) if carried else None,
            native=counted("native", entry.native_id) if entry.native_id else None,
            said_at=counted("said", words, when) if when else None,
            said=counted("said", words, entry.time and entry.time.text),
        )
    return [found[place] for place in range(len(entries))]


def _as_told(before: Entry, after: Entry) -> Entry:
    """Return the later version of an entry: one that says nothing but that it was deleted has what it was before."""
    if after.status != "deleted" or after.headline or after.body:
        return after
    return evolve(before, status="deleted", modified=after.modified or before.modified)


def _place(page: LiveBlog) -> _Place:
    if met := _addresses(page):
        return shown_at(*met), frozenset()
    return (shown_at(page.url), page_numbers(page)) if page.url else _NOWHERE


def _addresses(page: LiveBlog) -> set[str]:
    return {page.capture.url} if page.capture and page.capture.url else set()
