"""What happened to a live blog between an earlier capture and the one that is printed."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from ...identity import identify
from ...model import Entry, LiveBlog

if TYPE_CHECKING:
    from ...identity.differences import Piece
    from ...identity.links import Link


@frozen
class Changes:
    """The links of all entries that are not as they were, in the order of the later capture, what is gone last.

    `before` and `after` are the entries of both captures by their ids. `counts` has how many links of each kind there
    are, in the order of `LINK_KINDS`, and `same` how many entries are as they were. `head` has the word differences
    of what was edited above the entries, by its part.
    """

    previous: LiveBlog
    links: "tuple[Link, ...]"
    before: Mapping[str, Entry]
    after: Mapping[str, Entry]
    same: int
    head: "Mapping[str, tuple[Piece, ...]]"
    _kinds: Mapping[str, tuple[str, ...]]

    @classmethod
    def between(cls, previous: LiveBlog, current: LiveBlog) -> "Changes":
        """Return the changes from one capture to the next; raises `ModelError` for captures of two blogs."""
        from ...identity.heads import head_difference
        from ...identity.matching import match

        previous = identify(previous)
        matching = match(previous, current)
        links = [link for link in (*matching.links, *matching.review) if link.kind != "same"]
        return cls(
            previous,
            tuple(links),
            {entry.id: entry for entry in previous.entries},
            {entry.id: entry for entry in current.entries},
            len(matching.links) + len(matching.review) - len(links),
            head_difference(previous, current),
            {name: link.changes or (link.kind,) for link in links for name in link.current},
        )

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of each kind that there is."""
        from ...identity.links import LINK_KINDS

        found = Counter(link.kind for link in self.links)
        return {kind: found[kind] for kind in LINK_KINDS if found[kind]}

    def kinds_of(self, entry: Entry) -> tuple[str, ...]:
        """Return what happened to an entry of the later capture: `edited`, `retimed`, `inserted`, nothing."""
        return self._kinds.get(entry.id, ())
