"""The edge of the archive: the one module of it that touches the disk, where a crash leaves nothing half there.

What is added appears as a whole or not at all, whenever the process is killed or the power fails. New files are
written in a staging folder and synced; a journal then says where each belongs; only then are they moved there, by
renames. Whoever opens the archive next finds the journal, and finishes the moves, or finds none, and clears what
was staged. Where neither can be done, as on a read-only disk, what was not moved is read from where it is staged.
Nothing that stands in the archive is ever written to.

Paths are relative to the archive's folder and have slashes. Every failure is an `ArchiveError` that names the path.
"""

import errno
import os
import re
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import islice, takewhile
from pathlib import Path, PurePosixPath
from typing import Literal

import orjson

from ..errors import ArchiveError
from ..litter import is_litter
from ..locks import lock
from ..refusals import told
from ..syncing import sync_folder

# Directories below "extensions" belong to the root (OCFL 1.1, 4.2): one left by a crash leaves the root valid.
STAGING = "extensions/liveblog-archive-staging"
_JOURNAL = "moves.json"
_PART = re.compile(r"(?!\.\.?\Z)[A-Za-z0-9%=._-]{1,200}")
_WRITERS = 8  # threads: a file system commits the syncs that wait for it together
_BATCH = 512  # files held in memory at a time
PATIENCE = 5.0  # seconds that a lock is waited for

Kind = Literal["file", "empty folder", "closed folder", "symbolic link", "device or pipe"]
Files = Iterable[tuple[str, bytes]]


def is_safe(path: str) -> bool:
    """Tell whether a relative path can be one of ours: it leads nowhere else, and every system can spell it."""
    return all(_PART.fullmatch(part) for part in path.split("/"))


@contextmanager
def _told(where: str, verb: str, remedy: str) -> Iterator[None]:
    """Turn what the operating system says into one clear line."""
    with told(ArchiveError, f"cannot be {verb}", where, remedy):
        try:
            yield
        except FileNotFoundError as error:
            raise ArchiveError("it is missing", where, remedy) from error


def _openable(path: Path) -> Path:
    """Return a path that can be opened; raise `OSError` for a pipe, whose writer would be waited for without end."""
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.EINVAL, "a device or pipe, not a file")
    return path


class Storage:
    """A folder, and the safe ways to read it and add to it.

    `where` is what it was called, for messages; `root` is where that was, in whatever folder the process works now.
    """

    def __init__(self, root: str | os.PathLike[str]) -> None:
        self.where = os.fspath(root)
        with _told(self.where, "found", "give the folder in full"):
            self.root = Path(self.where).absolute()
        self._unmoved: list[tuple[str, str]] = []  # what is read as if it were moved, and where it belongs

    def _at(self, path: str) -> Path:
        if not is_safe(path):
            raise ArchiveError(f"the path {path!r} cannot be one of an archive", self.where, "do not trust its files")
        return self.root / path

    # Reading

    def names(self) -> set[str]:
        """Return what stands in the folder itself, but for litter; nothing where there is no folder."""
        with _told(self.where, "read", "give the folder of an archive"):
            names = os.listdir(self.root) if os.path.lexists(self.root) else []
        return {name for name in names if not is_litter(name)}

    def has(self, path: str) -> bool:
        """Tell whether something stands at `path`."""
        return any(os.path.lexists(place) for place in self._places(path))

    def read(self, path: str) -> bytes:
        """Return the bytes of a file."""
        *staged, place = self._places(path)
        with _told(path, "read", "restore it from a sound copy"):
            for waiting in staged:
                with suppress(FileNotFoundError):  # it was moved before, or meanwhile
                    return _openable(waiting).read_bytes()
            return _openable(place).read_bytes()

    def _places(self, path: str) -> list[Path]:
        """Return where the file of a path may be: staged still, or in its place."""
        staged = [
            self._at(f"{source}{path.removeprefix(target)}")
            for source, target in self._unmoved
            if f"{path}/".startswith(f"{target}/")
        ]
        return [*staged, self._at(path)]

    def listing(self) -> dict[str, Kind]:
        """Return all that is in the folder, by path; of folders only those that are empty, or closed to us.

        Links are not followed.
        """
        found: dict[str, Kind] = {}
        with _told(self.where, "read", "give the folder of an archive"):
            self._list("", self.root, found)
        awaiting = {parent for _, target in self._unmoved for parent in map(str, PurePosixPath(target).parents)}
        return {
            self._meant_for(path): kind
            for path, kind in found.items()
            if kind != "empty folder" or path not in awaiting
        }

    def _meant_for(self, path: str) -> str:
        """Return where a file belongs: its own path, but for what is staged still."""
        for source, target in self._unmoved:
            if f"{path}/".startswith(f"{source}/"):
                return f"{target}{path.removeprefix(source)}"
        return path

    def _list(self, path: str, folder: Path, found: dict[str, Kind]) -> None:
        try:
            with os.scandir(folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except (PermissionError, FileNotFoundError) as error:
            if not path:
                raise
            if isinstance(error, PermissionError):  # else another process has just removed it, as what it staged
                found[path.removesuffix("/")] = "closed folder"
            return
        for entry in inside:
            name = f"{path}{entry.name}"
            if entry.is_symlink():
                found[name] = "symbolic link"
            elif entry.is_dir():
                self._list(f"{name}/", folder / entry.name, found)
            else:
                found[name] = "file" if entry.is_file() else "device or pipe"
        if path and not inside:
            found[path.removesuffix("/")] = "empty folder"

    # Writing

    def create(self, declaration: str, content: bytes, others: Mapping[str, bytes]) -> None:
        """Make the folder of a new archive: its `declaration` is empty until all `others` are complete.

        A creation that was broken off is taken up again. Does nothing when the declaration is complete.
        """
        with _told(self.where, "created", "check its folder, the disk and the permissions"):
            self.root.mkdir(parents=True, exist_ok=True)
            file = self._at(declaration).open("a+b")
        with file, _locked(file.fileno(), self.where, shared=False, patience=PATIENCE):
            file.seek(0)
            if file.read():
                return
            with _told(self.where, "created", "check the disk and the permissions"):
                for name in others:
                    self._at(name).unlink(missing_ok=True)
                _write_files(self.root, others.items())
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
                sync_folder(self.root.parent)

    @contextmanager
    def locked(self, declaration: str, *, shared: bool = False, patience: float | None = None) -> Iterator[None]:
        """Hold the archive's lock: alone, to add to it, or with others when it is `shared`.

        The lock is the kernel's, on the file of the `declaration`. Where another holds it, it is waited for up to
        `patience` seconds, by default `PATIENCE`; then an `ArchiveError` is raised. What an interrupted deposit left
        is put in order first, unless the lock is shared.
        """
        with _told(self.where, "read" if shared else "written", "check the permissions"):
            file = _openable(self._at(declaration)).open("rb" if shared else "r+b")
        with file, _locked(file.fileno(), self.where, shared, PATIENCE if patience is None else patience):
            if not shared:
                self._recover()
            yield

    def interrupted(self) -> bool:
        """Tell whether a deposit is under way, or was broken off."""
        return self.has(STAGING)

    def look_through(self) -> None:
        """Read what a deposit that was broken off has not moved as if it had: its journal makes it a whole.

        Raises `ArchiveError` where there is no journal.
        """
        self._unmoved = [(f"{STAGING}/{name}", target) for name, target in self._journal()]

    def commit(self, folders: Mapping[str, Files], files: Mapping[str, bytes]) -> None:
        """Add new `folders`, each with its files, and put new `files` in the place of old ones: all, or nothing.

        They appear in this order. The caller holds the lock.
        """
        moves = [(f"{number}", target) for number, target in enumerate((*folders, *files))]
        for target in folders:
            if self.has(target):
                raise ArchiveError(
                    "something stands here that the inventory does not know, as when an older one was put back",
                    target,
                    "verify the archive",
                )
        try:
            with _told(self.where, "written", "nothing was added; check the disk and the permissions"):
                self._stage(moves, folders, files)
        except BaseException:
            self._clear()
            raise
        with _told(
            self.where, "completed", "the deposit is safe, and will be in place when the archive is next added to"
        ):
            self._move(moves)

    def _stage(self, moves: list[tuple[str, str]], folders: Mapping[str, Files], files: Mapping[str, bytes]) -> None:
        staging = self._at(STAGING)
        staging.mkdir(parents=True)
        sync_folder(staging.parent)
        for name, target in moves:
            if target in folders:
                (staging / name).mkdir()
                _write_files(staging / name, folders[target])
            else:
                _write_synced(staging / name, files[target])
        _write_synced(staging / f"{_JOURNAL}.part", orjson.dumps(moves))
        sync_folder(staging)
        os.replace(staging / f"{_JOURNAL}.part", staging / _JOURNAL)  # from here on the deposit is made
        sync_folder(staging)

    def _move(self, moves: Iterable[tuple[str, str]]) -> None:
        """Do the moves that are not done yet; none, with an `ArchiveError`, where what is to be moved is gone."""
        staging = self._at(STAGING)
        paths = [(self._at(f"{STAGING}/{name}"), self._at(path), path) for name, path in moves]
        for source, target, path in paths:
            if not (source.exists() or target.exists()):
                raise ArchiveError("what a deposit was to put here is gone", path, "restore it from a sound copy")
        for source, target, path in paths:
            if source.exists():
                for parent in reversed(target.parents[: path.count("/")]):
                    _make_folder(parent)
                if not target.parent.resolve().is_relative_to(self.root.resolve()):
                    raise ArchiveError("a link leads out of the archive here", path, "do not trust its files")
                os.replace(source, target)
            sync_folder(target.parent)
        shutil.rmtree(staging)
        sync_folder(staging.parent)

    def _recover(self) -> None:
        """Finish a deposit whose journal is complete; clear one that has none."""
        if not self.interrupted():
            return
        if not self.has(f"{STAGING}/{_JOURNAL}"):
            self._clear()
            return
        moves = self._journal()
        with _told(self.where, "completed", "check the disk and the permissions"):
            self._move(moves)

    def _journal(self) -> list[tuple[str, str]]:
        """Return what is to be moved from the staging folder, and where each belongs."""
        try:
            return [(str(name), str(path)) for name, path in orjson.loads(self.read(f"{STAGING}/{_JOURNAL}"))]
        except (TypeError, ValueError) as error:
            raise ArchiveError(
                "not the journal of a deposit", f"{STAGING}/{_JOURNAL}", "restore the archive from a sound copy"
            ) from error

    def _clear(self) -> None:
        """Remove what was staged; what cannot be removed now is when the archive is next added to.

        The journal goes first: no half of what it speaks of may ever be taken for what was moved already.
        """
        staging = self._at(STAGING)
        with suppress(OSError):
            (staging / _JOURNAL).unlink(missing_ok=True)
            sync_folder(staging)
            shutil.rmtree(staging)
            sync_folder(staging.parent)


def write_folder(path: str, files: Files) -> None:
    """Make a new folder with these files, complete or absent; raise `ArchiveError` when something stands there."""
    target = Path(path)
    aside = target.absolute().with_name(f".{target.name}.part")
    with _told(path, "written", "check its folder, the disk and the permissions"):
        if os.path.lexists(target):
            raise ArchiveError("it exists already", path, "name a folder that does not")
        shutil.rmtree(aside, ignore_errors=True)  # a killed process left it
        try:
            aside.mkdir()
            _write_files(aside, files)
            os.replace(aside, target)
            sync_folder(aside.parent)
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def _write_files(folder: Path, files: Files) -> None:
    """Write files, new ones, and sync them and their folders."""
    folders = {folder}
    remaining = iter(files)
    with ThreadPoolExecutor(_WRITERS) as pool:
        while batch := list(islice(remaining, _BATCH)):
            paths = [folder.joinpath(*name.split("/")) for name, _ in batch]
            for path in paths:
                folders.update(takewhile(lambda parent: parent not in folders, path.parents))
                path.parent.mkdir(parents=True, exist_ok=True)
            for _ in pool.map(_write_synced, paths, (data for _, data in batch)):
                pass
        for _ in pool.map(sync_folder, folders):
            pass


def _write_synced(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _make_folder(path: Path) -> None:
    if not path.is_dir():
        path.mkdir()
        sync_folder(path.parent)


@contextmanager
def _locked(descriptor: int, where: str, shared: bool, patience: float) -> Iterator[None]:
    try:
        lock(descriptor, shared=shared, patience=patience)
    except BlockingIOError as error:
        raise ArchiveError(
            "another process is adding to it or verifying it", where, "wait until that is done, and try again"
        ) from error
    except OSError as error:
        if shared:  # where nothing can be locked, it can be read all the same
            yield
            return
        raise ArchiveError(
            f"cannot be locked: {error.strerror}", where, "keep it on a file system that has file locks"
        ) from error
    yield  # closing the file unlocks it
