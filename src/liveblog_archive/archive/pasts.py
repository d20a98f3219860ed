"""What a deposit has to know of the captures before the last: which ids there were, and which entries are gone.

The inventory, which a deposit reads and writes as a whole, says which entries each version had. Of the ledger no more
is read than the segments by which entries left, so that a deposit costs what its page costs, and not its history.
"""

from collections.abc import Iterable

from ..identity import VersionId
from ..identity.captures import Past
from ..model import Entry
from .stored import ENTRIES, StoredBlog


def past_of(stored: StoredBlog) -> tuple[Past, tuple[Entry, ...]]:
    """Return what the next capture of a blog has to fit, and the entries that it may bring back: see `gone_from`."""
    number = len(stored.inventory.versions)
    gone = gone_from(stored)
    return Past(stored.id, number, stored.capture(number), _minted(stored), (entry.id for entry in gone)), gone


def gone_from(stored: StoredBlog) -> tuple[Entry, ...]:
    """Return the entries that were deleted and have not come back, each as it was last, in the order they left in."""
    return tuple(stored.said(name, version) for name, version in _gone(stored).items())


def _minted(stored: StoredBlog) -> set[str]:
    """Return every entry id that was ever used: the first version of each entry is a file of the object."""
    paths = (path.split("/", 2)[2] for path in stored.inventory.manifest)
    return {name for name, _ in _versions(stored, paths)}


def _versions(stored: StoredBlog, paths: Iterable[str]) -> list[tuple[str, str]]:
    """Return the id of each entry that has a file among these, by logical path, and the digest of its version."""
    parts = (path.split("/") for path in paths if path.startswith(ENTRIES))
    return [(f"{stored.id}#{local}", file.removesuffix(".json")) for _, local, file in parts]


def _gone(stored: StoredBlog) -> dict[str, VersionId]:
    """Return the last version of each entry that was deleted and has not come back, in the order they left in."""
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
    return {
        name: VersionId(bytes.fromhex(seen[name]))
        for number, seen in reversed(last)
        for name in stored.deleted_at(number + 1)
        if name in seen
    }
