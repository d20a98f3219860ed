"""Archive and cite live blogs: stable identifiers, and exports that can be verified.

The names in `__all__` are the public surface; everything else may change without notice.
"""

from typing import TYPE_CHECKING

from .api import batch, cite, export, match, merge, parse, quote, read, revise, stream, validate, write
from .errors import ArchiveError, ExportError, ImportFailure, LiveBlogError, ModelError
from .errors import CitationError as CitationError
from .model import Entry, LiveBlog
from .version import __version__ as __version__

if TYPE_CHECKING:
    from .archive import Archive

__all__ = [
    "Archive",
    "ArchiveError",
    "Entry",
    "ExportError",
    "ImportFailure",
    "LiveBlog",
    "LiveBlogError",
    "ModelError",
    "batch",
    "cite",
    "export",
    "match",
    "merge",
    "parse",
    "quote",
    "read",
    "revise",
    "stream",
    "validate",
    "write",
]


def __getattr__(name: str) -> object:
    """Load the archive when it is asked for (PEP 562): most programs only read and write."""
    if name == "Archive":
        from .archive import Archive

        return Archive
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
