"""What a deposit has to know of the captures before the last: which ids there were, and which entries are gone.

The inventory, which a deposit reads and writes as a whole, says which entries each version had. Of the ledger no more
is read than the segments by which entries left, so that a deposit costs what its page and what has left it cost, and
not its history.
"""

from collections.abc import Iterable, Iterator

from attrs import frozen

from ..identity import VersionId
from ..identity.captures import Past
from ..identity.links import UNSEEN
from ..model import Entry
from .stored import ENTRIES, StoredBlog


@frozen
class Left:
    """The entries that left and have not come back, each as it was last, in the order they left in.

    They were `deleted`, or are `unseen`, which need not have been, or were `merged` into entries that still have
    their words.
    """

    deleted: tuple[Entry, ...] = ()
    unseen: tuple[Entry, ...] = ()
    merged: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, stored: StoredBlog) -> "Left":
        """Return those of a blog."""
        found: dict[str, list[Entry]] = {"deleted": [], "unseen": [], "merged": []}
        for name, version, kind in _left(stored):
            found["unseen" if kind in UNSEEN else kind].append(stored.said(name, version))
        return cls(**{how: tuple(entries) for how, entries in found.items()})

    @property
    def gone(self) -> tuple[Entry, ...]:
        """Those that are in no other entry: they may come back."""
        return (*self.deleted, *self.unseen)


def past_of(stored: StoredBlog) -> tuple[Past, Left]:
    """Return what the next capture of a blog has to fit, and the entries that it may bring back."""
    number, left = len(stored.inventory.versions), Left.of(stored)
    names = (entry.id for entry in (*left.gone, *left.merged))
    return Past(stored.id, number, stored.capture(number), _minted(stored), names), left


def _minted(stored: StoredBlog) -> set[str]:
    """Return every entry id that was ever used: the first version of each entry is a file of the object."""
    paths = (path.split("/", 2)[2] for path in stored.inventory.digests)
    return {name for name, _ in _versions(stored, paths)}


def _versions(stored: StoredBlog, paths: Iterable[str]) -> list[tuple[str, str]]:
    """Return the id of each entry that has a file among these, by logical path, and the digest of its version."""
    parts = (path.split("/") for path in paths if path.startswith(ENTRIES))
    return [(f"{stored.id}#{local}", file.removesuffix(".json")) for _, local, file in parts]


def _left(stored: StoredBlog) -> Iterator[tuple[str, VersionId, str]]:
    """Yield each entry that left and has not come back, in this order: its last version, and how it left."""
    versions = stored.inventory.versions
    left = _minted(stored) - set(stored.capture(len(versions)).ids)
    last: list[tuple[int, dict[str, str]]] = []
    for number in range(len(versions) - 1, 0, -1):
        if not left:
            break
        seen = {name: digest for name, digest in _versions(stored, versions[number - 1].paths()) if name in left}
        if seen:
            last.append((number, seen))
            left -= seen.keys()
    for number, seen in reversed(last):
        for name, kind in stored.left_at(number + 1).items():
            if name in seen:
                yield name, VersionId(bytes.fromhex(seen[name])), kind
