"""The packaged schema files: contexts and schemas that describe what we write, kept once in `schemas/`."""

from functools import cache
from pathlib import Path

from .errors import LiveBlogError

# In a source tree the folder stands beside `src`; the wheel carries it inside the package, and is looked at last
# so that it wins.
_FOLDERS = (Path(__file__).parents[2] / "schemas", Path(__file__).parent / "_schemas")


@cache
def _files() -> dict[str, Path]:
    return {path.name: path for folder in _FOLDERS for path in sorted(folder.glob("*.*"))}


def schema_path(name: str) -> Path:
    """Return where the schema file `name` is, such as `liveblog-1.schema.json`.

    Raises `LiveBlogError` when there is none of that name.
    """
    try:
        return _files()[name]
    except KeyError:
        raise LiveBlogError(f"no schema file {name!r}", remedy=f"use one of: {', '.join(sorted(_files()))}") from None


def schema_bytes(name: str) -> bytes:
    """Return the content of the schema file `name`; raise `LiveBlogError` when there is none of that name."""
    return schema_path(name).read_bytes()
