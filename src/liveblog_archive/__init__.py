"""Archive and cite live blogs: stable identifiers, and exports that can be verified.

The names in `__all__` are the public surface; everything else may change without notice.
"""

from .api import cite, export, merge, parse, read, stream, write
from .errors import CitationError, ExportError, ImportFailure, LiveBlogError, ModelError
from .model import Entry, LiveBlog
from .version import __version__

__all__ = [
    "CitationError",
    "Entry",
    "ExportError",
    "ImportFailure",
    "LiveBlog",
    "LiveBlogError",
    "ModelError",
    "__version__",
    "cite",
    "export",
    "merge",
    "parse",
    "read",
    "stream",
    "write",
]
