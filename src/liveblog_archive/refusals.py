"""What stands against reading or writing at a path, as one clear line: what a system says, or an archive needs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import ArchiveError, LiveBlogError

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


def check_outside(path: str, archive: str) -> None:
    """Raise `ArchiveError` where what is written at `path` would stand in an archive, and be a damage of it."""
    with told(ArchiveError, "cannot be written", path, "check the path"):
        if Path(path).resolve().is_relative_to(Path(archive).resolve()):
            raise ArchiveError(
                "stands in the archive itself, which it would damage", path, "name a place outside of it"
            )
