"""Identity: what a blog, an entry, a version and a capture are called, and how the names are made."""

from .identifiers import BlogId, EntryId, VersionId
from .minting import check_blog, identify
from .versions import Snapshot, snapshot_id, text_id, version_id

__all__ = [
    "BlogId",
    "EntryId",
    "Snapshot",
    "VersionId",
    "check_blog",
    "identify",
    "snapshot_id",
    "text_id",
    "version_id",
]
