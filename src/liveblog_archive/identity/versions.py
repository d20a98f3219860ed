"""Version and snapshot ids: digests of what an entry, and a whole capture, said."""

import hashlib
from collections.abc import Iterable

from ..canonical import Record, canonical_bytes, entry_bytes, entry_record, snapshot_record
from ..model import Entry, LiveBlog
from .identifiers import VersionId


def version_id(entry: Entry) -> VersionId:
    """Return the version id of an entry: any change of its record makes another."""
    return VersionId.of(entry_bytes(entry))


def records_of(entries: Iterable[Entry]) -> tuple[list[Record], list[VersionId]]:
    """Return the records of some entries and their version ids.

    Each step is done for all of them before the next, which takes less time for some dozens.
    """
    records = [*map(entry_record, entries)]
    return records, [*map(VersionId.of, [*map(canonical_bytes, records)])]


def text_id(entry: Entry) -> VersionId:
    """Return the digest of the entry's plain text alone: equal in two versions when only its facts changed."""
    return VersionId.of(entry.text.encode())


def content_alias(entry: Entry) -> str:
    """Return the SWHID (ISO/IEC 18670) of an entry's canonical bytes, by which Git and Software Heritage know them.

    A name to look a file up by, not a seal: it is built on SHA-1, as `git hash-object` is.
    """
    content = entry_bytes(entry)
    digest = hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False)
    return f"swh:1:cnt:{digest.hexdigest()}"


def snapshot_bytes(
    blog_id: str, entries: Iterable[tuple[str, VersionId]], source: str | None, previous: VersionId | None = None
) -> bytes:
    """Return the canonical bytes of a capture: its entries and versions in order, its source, its predecessor.

    A file of exactly these has the snapshot id as its SHA-256. `previous` chains it to the capture before, so that no
    rewriting goes unseen; without it, the id is the one that citations give.
    """
    pairs = ((entry, str(version)) for entry, version in entries)
    return canonical_bytes(snapshot_record(blog_id, pairs, source, str(previous) if previous else None))


class Snapshot:
    """The snapshot id of a blog, made incrementally: the digest of its `snapshot_bytes`, never held whole."""

    def __init__(self, blog: LiveBlog, previous: VersionId | None = None) -> None:
        # Sorted by key, the list of entries is followed by digests and a type, and none of them has a bracket.
        head, _, self._tail = snapshot_bytes(blog.id, (), _source(blog), previous).rpartition(b"]")
        self._hash = hashlib.sha256(head)
        self._comma = b""

    def add(self, entry_id: str, version: str) -> None:
        """Add the next entry in source order, with its version id in full."""
        self._hash.update(self._comma + canonical_bytes([entry_id, version]))
        self._comma = b","

    def id(self) -> VersionId:
        """Return the snapshot id of the entries added so far."""
        whole = self._hash.copy()
        whole.update(b"]" + self._tail)
        return VersionId(whole.digest())


def snapshot_id(
    blog: LiveBlog, previous: VersionId | None = None, versions: Iterable[VersionId] | None = None
) -> VersionId:
    """Return the snapshot id of a capture; `previous` chains it to the one before, so that no rewriting goes unseen.

    `versions` are those of the entries, in their order, for a caller who has them.
    """
    snapshot = Snapshot(blog, previous)
    known = map(version_id, blog.entries) if versions is None else versions
    for entry, version in zip(blog.entries, known, strict=True):
        snapshot.add(entry.id, str(version))
    return snapshot.id()


def _source(blog: LiveBlog) -> str | None:
    return blog.capture.sha256 if blog.capture else None
