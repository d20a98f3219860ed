"""Opening: whether a folder is an archive, may become one, and is in order."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import PurePosixPath

from ..errors import ArchiveError
from ..litter import is_litter
from .layout import CHECKSUMS, DECLARATION, DECLARED, LAYOUT, ROOT_FILES, checksums_bytes, sha512
from .storage import Storage

_OTHER = re.compile(r"0=ocfl_[0-9]+\.[0-9]+")
# All that stands in a new archive, and the folders that it takes.
_SEAL_OF_NOTHING = checksums_bytes({name: sha512(content) for name, content in ROOT_FILES.items()})
_INITIAL = {DECLARATION, CHECKSUMS, *ROOT_FILES}
_INITIAL |= {folder for path in _INITIAL for folder in map(str, PurePosixPath(path).parents[:-1])}


def opened(storage: Storage) -> bool:
    """Tell whether a folder is an archive, once it is in order, or only may become one; demand that it is either."""
    names = storage.names()
    for name in sorted(names):
        if _OTHER.fullmatch(name) and DECLARATION not in names:
            raise ArchiveError(
                f"declared as {name.removeprefix('0=')}, and this version of the library reads {DECLARATION[2:]}",
                storage.where,
                "open it with a newer version",
            )
    if _is_begun(storage, names):
        return False
    if not _is_ours(storage, names):
        raise ArchiveError(
            "not an archive of live blogs, and not empty", storage.where, "name an archive, or a new folder"
        )
    if _is_broken_off(storage):
        _put_in_order(storage)
    return True


def make(storage: Storage) -> None:
    """Make a folder an archive that holds nothing yet; one that is there already stays as it is."""
    storage.create(DECLARATION, DECLARED, dict(ROOT_FILES) | {CHECKSUMS: _SEAL_OF_NOTHING})


@contextmanager
def adding(storage: Storage) -> Iterator[None]:
    """Hold the lock of an archive to add to it; raise `ArchiveError` for one that is not declared."""
    if not (storage.has(DECLARATION) and storage.read(DECLARATION)):
        raise ArchiveError(
            f"{DECLARATION} is missing or empty, as in a copy that was broken off",
            storage.where,
            "copy the whole archive before you add to it",
        )
    with storage.locked(DECLARATION):
        yield


def _is_broken_off(storage: Storage) -> bool:
    """Tell whether a deposit was begun that nobody goes on with: one that is under way holds the lock."""
    if not storage.interrupted():
        return False
    try:
        with storage.locked(DECLARATION, shared=True, patience=0):
            return storage.interrupted()
    except ArchiveError:
        return False


def _put_in_order(storage: Storage) -> None:
    """Complete or clear what was broken off; where nothing can be written, read it as if that were done."""
    try:
        with storage.locked(DECLARATION, patience=0):
            return
    except ArchiveError:
        with suppress(ArchiveError):  # without a journal to go by, it is read as it stands
            storage.look_through()


def _is_begun(storage: Storage, names: set[str]) -> bool:
    """Tell whether nothing is in a folder but what the making of an archive leaves behind that was broken off."""
    if not names <= {path.partition("/")[0] for path in _INITIAL}:
        return False
    found = {path for path in storage.listing() if not is_litter(path)} if names else set()
    return (
        found <= _INITIAL
        and (DECLARATION not in found or not storage.read(DECLARATION))
        # A seal of anything else was copied here, and what it seals may be on its way.
        and (CHECKSUMS not in found or _SEAL_OF_NOTHING.startswith(storage.read(CHECKSUMS)))
    )


def _is_ours(storage: Storage, names: set[str]) -> bool:
    """Tell whether a folder is an archive, however damaged: another storage root has another layout."""
    return CHECKSUMS in names or ({DECLARATION, LAYOUT} <= names and storage.read(LAYOUT) == ROOT_FILES[LAYOUT])
