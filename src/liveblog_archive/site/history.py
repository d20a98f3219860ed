"""The past of a blog's entries: their versions with what was changed, and what became of those that are gone."""

from collections.abc import Iterator

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
    """The histories of one blog's entries, filled capture by capture."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._editions: dict[str, list[Edition]] = {}
        self._events = _events(ledger)
        self.told = frozenset(local_of(name) for name in ledger.minted if _is_told(ledger, name))

    def add(self, number: int, entries: tuple[Entry, ...]) -> None:
        """Take in the entries of capture `number`; captures come in order."""
        versions = dict(self.ledger.captures[number - 1].entries)
        for entry in entries:
            if local_of(entry.id) not in self.told:
                continue
            editions = self._editions.setdefault(entry.id, [])
            version = versions[entry.id]
            if editions and editions[-1].version == version and editions[-1].last == number - 1:
                editions[-1] = evolve(editions[-1], last=number)
                continue
            editions.append(Edition(version=version, first=number, last=number, entry=entry))

    def editions(self) -> Iterator[tuple[Edition, ...]]:
        """Yield the versions of every entry that has a history, the oldest first."""
        for name in self.ledger.minted:
            if name in self._editions:
                yield tuple(self._editions[name])

    def events(self, name: str) -> tuple[Event, ...]:
        """Return what happened to an entry, in order."""
        return tuple(self._events.get(name, ()))

    def landings(self, words: Words) -> Iterator[Landing]:
        """Yield what became of every entry that is gone, merged or split, in words of the page's language."""
        present = set(self.ledger.captures[-1].ids)
        for name in self.ledger.minted:
            if name in present:
                yield from self._split(name, words)
                continue
            last = self.ledger.sightings(name)[-1].capture
            fate = self.ledger.followed(name, last)
            kind = "merged" if fate.now else "ambiguous" if fate.candidates else fate.left[-1].link.kind
            yield self._landing(name, kind, last + 1, fate.now or fate.candidates, words)

    def _split(self, name: str, words: Words) -> Iterator[Landing]:
        """Yield the landing of an entry that is still there, and whose other parts have ids of their own."""
        splits = [event for event in self.events(name) if event.kind == "split" and event.leads]
        for event in splits[-1:]:
            now = dict.fromkeys(
                place for one in event.others for place in self.ledger.followed(one, event.capture).now
            )
            yield self._landing(name, "split", event.capture, tuple(one for one in now if one != name), words)

    def _landing(self, name: str, kind: str, number: int, now: tuple[str, ...], words: Words) -> Landing:
        local = local_of(name)
        return Landing(
            local=local,
            status=words(f"fate-{kind}"),
            reason=words("fate-since", n=number),
            now=tuple(map(local_of, now)),
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


def _is_told(ledger: Ledger, name: str) -> bool:
    """Tell whether there is a history to tell: several versions, or an entry that the latest capture has not."""
    sightings = ledger.sightings(name)
    return len({one.version for one in sightings}) > 1 or sightings[-1].capture < len(ledger.captures)
