"""What stands against reading or writing at a path, as one clear line: what a system says, or an archive needs."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .errors import ArchiveError, ExportError, LiveBlogError

# The file that declares a folder to be an archive (OCFL 1.1, 4).
ARCHIVE = "0=ocfl_1.1"

Kinds = tuple[type[Exception], ...]

# What the operating system raises; a `ValueError` is of a NUL in a path.
_OF_SYSTEMS: Kinds = (OSError, ValueError)


@contextmanager
def told(error: type[LiveBlogError], what: str, where: str, remedy: str, of: Kinds = _OF_SYSTEMS) -> Iterator[None]:
    """Turn what a system says into an `error` of ours, `what` with its reason; `of` are those that it may raise.

    Our own errors are clear already, and pass.
    """
    try:
        yield
    except LiveBlogError:
        raise
    except of as refusal:
        # The reason of the system without the path, which `where` tells; some have no words at all.
        reason = getattr(refusal, "strerror", None) or str(refusal) or type(refusal).__name__
        raise error(f"{what}: {reason}", where, remedy) from refusal


def check_outside(path: str, *, above: bool = False, called: str = "") -> None:
    """Raise `ExportError` where what is written at `path` would stand in an archive, and be a damage of it.

    With `above`, an archive is to stand there: only folders above count, and it is an `ArchiveError`. A path that
    cannot be stands nowhere: a system says so to whoever writes there. In messages it is what it was `called`.
    """
    folders: list[Path] = []
    with suppress(*_OF_SYSTEMS):
        place = Path(os.path.realpath(path))
        folders = [*([] if above else [place]), *place.parents]
    if any(os.path.exists(folder / ARCHIVE) for folder in folders):
        error = ArchiveError if above else ExportError
        raise error("stands in an archive, which it would damage", called or path, "name a place outside of it")
