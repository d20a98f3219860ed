"""The past of a blog's entries: their versions with what was changed, and what became of those that are gone.

Only what was published is told: an entry from the first capture on that shows it published. Of a version that is not,
because the entry was withdrawn or is being worked on, its status alone is known here.
"""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from attrs import evolve, frozen

from ..exporters.html.setting import Landing
from ..exporters.html.words import Words
from ..identity import VersionId
from ..identity.ledger import Ledger
from ..model import Entry, local_of


@frozen(kw_only=True)
class Edition:
    """A version of an entry, and the first and last of the captures in a row that show it."""

    version: VersionId
    first: int
    last: int
    entry: Entry


@frozen(kw_only=True)
class Event:
    """Something that happened to an entry in a capture: the kind of its link, and the other entries in it.

    `leads` tells that the entry was there before, and did not come of the others.
    """

    capture: int
    kind: str
    others: tuple[str, ...]
    leads: bool


class EntryHistories:
    """The histories of one blog's entries, filled capture by capture.

    `public` are the ids of those that were published in any of the captures so far.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.public: set[str] = set()
        self._editions: dict[str, list[Edition]] = {}
        self._events = _events(ledger)
        self._past = frozenset(name for name in ledger.minted if _has_past(ledger, name))

    @property
    def told(self) -> frozenset[str]:
        """The local ids of the entries that have a history."""
        return frozenset(map(local_of, self._editions))

    def add(self, number: int, entries: tuple[Entry, ...]) -> None:
        """Take in the entries of capture `number`; captures come in order."""
        versions = dict(self.ledger.captures[number - 1].entries)
        self.public.update(entry.id for entry in entries if entry.status == "published")
        for entry in entries:
            if entry.id not in self.public & self._past:
                continue
            editions = self._editions.setdefault(entry.id, [])
            version = versions[entry.id]
            if editions and editions[-1].version == version and editions[-1].last == number - 1:
                editions[-1] = evolve(editions[-1], last=number)
                continue
            shown = entry if entry.status == "published" else Entry(id=entry.id, status=entry.status)
            editions.append(Edition(version=version, first=number, last=number, entry=shown))

    def editions(self) -> Iterator[tuple[Edition, ...]]:
        """Yield the versions of every entry that has a history, the oldest first."""
        for name in self.ledger.minted:
            if name in self._editions:
                yield tuple(self._editions[name])

    def events(self, name: str) -> tuple[Event, ...]:
        """Return what happened to an entry, in order."""
        return tuple(evolve(event, others=self._shown(event.others)) for event in self._events.get(name, ()))

    def landings(self, words: Words) -> Iterator[Landing]:
        """Yield what became of entries that are gone, withheld, merged or split, in words of the page's language."""
        present = set(self.ledger.captures[-1].ids)
        for name in self._shown(self.ledger.minted):
            if name in present:
                yield from self._withheld(name, words)
                yield from self._split(name, words)
                continue
            last = self.ledger.sightings(name)[-1].capture
            fate = self.ledger.followed(name, last)
            kind = "merged" if fate.now else "ambiguous" if fate.candidates else fate.left[-1].link.kind
            yield self._landing(name, f"fate-{kind}", last + 1, fate.now or fate.candidates, words)

    def _shown(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return those of the entries that were published at some time."""
        return tuple(name for name in names if name in self.public)

    def _withheld(self, name: str, words: Words) -> Iterator[Landing]:
        """Yield the landing of an entry that is still there, and not as a published one."""
        editions = self._editions.get(name, [])
        status = editions[-1].entry.status if editions else "published"
        if status != "published":
            *_, first = takewhile(lambda one: one.entry.status == status, reversed(editions))
            yield self._landing(name, f"status-{status}", first.first, (), words)

    def _split(self, name: str, words: Words) -> Iterator[Landing]:
        """Yield the landing of an entry that is still there, and whose other parts have ids of their own."""
        splits = [event for event in self.events(name) if event.kind == "split" and event.leads]
        for event in splits[-1:]:
            now = dict.fromkeys(
                place for one in event.others for place in self.ledger.followed(one, event.capture).now
            )
            yield self._landing(name, "fate-split", event.capture, tuple(one for one in now if one != name), words)

    def _landing(self, name: str, status: str, number: int, now: tuple[str, ...], words: Words) -> Landing:
        local = local_of(name)
        return Landing(
            local=local,
            status=words(status),
            reason=words("fate-since", n=number),
            now=tuple(map(local_of, self._shown(now))),
            href=f"entries/{local}.html" if local in self.told else None,
        )


def _events(ledger: Ledger) -> dict[str, list[Event]]:
    """Return what the links of all captures say of each entry."""
    found: dict[str, list[Event]] = {}
    for number, capture in enumerate(ledger.captures, 1):
        for link in (*capture.links, *capture.review):
            if link.kind in {"same", "inserted"}:
                continue
            for name in dict.fromkeys((*link.previous, *link.current)):
                others = dict.fromkeys(one for one in (*link.previous, *link.current) if one != name)
                event = Event(capture=number, kind=link.kind, others=tuple(others), leads=name in link.previous)
                found.setdefault(name, []).append(event)
    return found


def _has_past(ledger: Ledger, name: str) -> bool:
    """Tell whether there is a history to tell: several versions, or an entry that the latest capture has not."""
    sightings = ledger.sightings(name)
    return len({one.version for one in sightings}) > 1 or sightings[-1].capture < len(ledger.captures)
