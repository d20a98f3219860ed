"""Version and snapshot ids: what an entry, and a whole capture, said."""

from ..canonical import canonical_bytes, entry_bytes, snapshot_record
from ..model import Entry, LiveBlog
from .identifiers import VersionId


def version_id(entry: Entry) -> VersionId:
    """Return the version id of an entry: any change of its record makes another."""
    return VersionId.of(entry_bytes(entry))


def text_id(entry: Entry) -> VersionId:
    """Return the digest of the entry's plain text alone: equal in two versions when only its facts changed."""
    return VersionId.of(entry.text.encode())


def snapshot_bytes(blog: LiveBlog, previous: VersionId | None = None) -> bytes:
    """Return the canonical bytes of a capture: its entries and versions in order, its source, its predecessor."""
    versions = ((entry.id, str(version_id(entry))) for entry in blog.entries)
    source = blog.capture.sha256 if blog.capture else None
    return canonical_bytes(snapshot_record(blog.id, versions, source, str(previous) if previous else None))


def snapshot_id(blog: LiveBlog, previous: VersionId | None = None) -> VersionId:
    """Return the id of a capture; with `previous` given it is a link in a chain that cannot be rewritten unseen."""
    return VersionId.of(snapshot_bytes(blog, previous))
