"""Archive and cite live blogs: stable identifiers, and exports that can be verified.

The names in `__all__`, of `liveblog_archive.model`, `liveblog_archive.errors`, `liveblog_archive.types` and
`liveblog_archive.catalogue` are the public surface; everything else may change without notice. Each is loaded when it
is first asked for (PEP 562), so that to import the library costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .version import __version__ as __version__

if TYPE_CHECKING:
    from . import catalogue as catalogue
    from . import errors as errors
    from . import model as model
    from . import types as types
    from .api import batch as batch
    from .api import cite as cite
    from .api import export as export
    from .api import match as match
    from .api import merge as merge
    from .api import parse as parse
    from .api import quote as quote
    from .api import read as read
    from .api import revise as revise
    from .api import stream as stream
    from .api import validate as validate
    from .api import write as write
    from .archive import Archive as Archive
    from .errors import ArchiveError as ArchiveError
    from .errors import CitationError as CitationError
    from .errors import ExportError as ExportError
    from .errors import ImportFailure as ImportFailure
    from .errors import LiveBlogError as LiveBlogError
    from .errors import ModelError as ModelError
    from .model import LiveBlog as LiveBlog

__all__ = [
    "Archive",
    "ArchiveError",
    "CitationError",
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

_MODULES = ("catalogue", "errors", "model", "types")


def __dir__() -> list[str]:
    """List the public names, loaded or not, and none of those that are here only to load them."""
    return sorted({*__all__, *_MODULES, *(name for name in globals() if name.startswith("__"))})


def __getattr__(name: str) -> object:
    """Load a name when it is asked for."""
    if name in _MODULES:
        return import_module(f".{name}", __name__)
    if name in __all__:
        room = "archive" if name == "Archive" else "errors" if name.endswith(("Error", "Failure")) else "model"
        found: object = getattr(import_module(f".{room if name[0].isupper() else 'api'}", __name__), name)
        globals()[name] = found
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
