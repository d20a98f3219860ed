"""Making what was written last: a power failure after a sync takes nothing of it away."""

import os
from pathlib import Path

_FOLDERS = hasattr(os, "O_DIRECTORY")  # Windows has no way to sync a folder, and no need


def sync_file(path: Path) -> None:
    """Make the bytes of a closed file last."""
    _sync(path, os.O_RDWR)


def sync_folder(path: Path) -> None:
    """Make the names in a folder last; without this a new file may be lost with its name, however well synced."""
    if _FOLDERS:
        _sync(path, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
