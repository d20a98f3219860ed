"""The edge: the only module that opens people's files. What it writes is complete or absent, never half there."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from .errors import ExportError, ImportFailure
from .litter import is_litter
from .refusals import check_outside, told
from .syncing import sync_file, sync_folder

STANDARD_INPUT = "standard input"


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file; raise `ImportFailure` naming it when it cannot be read."""
    where = os.fsdecode(path)
    if not where:
        raise ImportFailure("an empty path", remedy="give that of a file")
    with _readable(where):
        return Path(where).read_bytes()


def read_standard_input() -> bytes:
    """Return all that standard input holds; raise `ImportFailure` when it is closed or a folder."""
    with _readable(STANDARD_INPUT), open(0, "rb", closefd=False) as file:
        return file.read()


@contextmanager
def _readable(where: str) -> Iterator[None]:
    """Turn what the operating system says against reading a file into one clear line."""
    with told(ImportFailure, "cannot be read", where, "check the path and its permissions"):
        try:
            yield
        except FileNotFoundError as error:
            if "://" in where:
                raise ImportFailure(
                    "an address, and nothing is fetched", where, "save the page first, and give its file"
                ) from error
            raise ImportFailure("no such file", where, "check the path") from error
        except IsADirectoryError as error:
            raise ImportFailure("a folder, not a file", where, "give a file in it, or all of it to batch") from error


def _writable(where: str) -> AbstractContextManager[None]:
    """Turn what the operating system says against writing a file into one clear line."""
    return told(ExportError, "cannot be written", where, "check its folder and the disk")


def check_target(path: str | os.PathLike[str], overwrite: bool) -> None:
    """Raise `ExportError` when `path` cannot become an output: no folder for it, no plain file, or there already."""
    where = os.fspath(path)
    with _writable(where):
        target = _followed(where)
        check_outside(where)
        if not target.parent.is_dir():
            if target.parent.exists():
                raise ExportError(f"{target.parent} is a file, not a folder", where, "name another folder")
            raise ExportError(f"the folder {target.parent} does not exist", where, "create it first")
        if target.is_dir():
            raise ExportError("a folder, not a file", where, "name a file in it")
        if not target.exists():
            return
        if not target.is_file():
            raise ExportError("a device or pipe, not a file", where, "name a file")
    if not overwrite:
        raise _exists(where)


def _exists(where: str) -> ExportError:
    return ExportError("it exists already", where, "use overwrite=True to replace it, or another name")


def _followed(path: str) -> Path:
    """Return the file that `path` leads to: a symbolic link is written through, and stays a link."""
    return Path(os.path.realpath(path))


def write_files(
    outputs: Mapping[str, Iterable[bytes]],
    overwrite: bool = False,
    wrote: Callable[[str, int], object] = lambda *_: None,
) -> None:
    """Write each path's pieces of bytes; no file appears or is replaced before all of them are complete.

    Every output is written beside its target and synced; when all are complete they get their names, one after the
    other: where one cannot, those before it are there. With `overwrite`, a file that is replaced keeps its
    permissions; without it none is replaced, even one that appears at the last moment. `wrote` is told the path and
    size of each piece. Raises `ExportError` for a path that cannot be written.
    """
    _check_targets(outputs, overwrite)
    with ExitStack() as cleanup:
        staged = [(cleanup.enter_context(_staged(path, pieces, wrote)), path) for path, pieces in outputs.items()]
        _check_targets(outputs, overwrite)  # again: somebody may have come first while this was written
        for aside, path in staged:
            _name(aside, path, overwrite)


def _check_targets(paths: Iterable[str], overwrite: bool) -> None:
    for path in paths:
        check_target(path, overwrite)


def _name(aside: Path, path: str, overwrite: bool) -> None:
    """Give a complete file its name. The caller removes `aside`, where it is left."""
    with _writable(path):
        target = _followed(path)
        if overwrite:
            _replace(aside, target)
        else:
            _link(aside, target, path)
        with suppress(OSError):  # a folder that may be written, but not read, cannot be synced
            sync_folder(target.parent)


def _replace(aside: Path, target: Path) -> None:
    if target.exists():
        aside.chmod(stat.S_IMODE(target.stat().st_mode))
    os.replace(aside, target)


def _link(aside: Path, target: Path, path: str) -> None:
    try:
        os.link(aside, target)  # unlike a renaming it replaces nothing
    except FileExistsError as error:
        raise _exists(path) from error
    except OSError:  # a file system without hard links
        check_target(path, overwrite=False)
        os.replace(aside, target)


@contextmanager
def written_aside(path: str | os.PathLike[str], overwrite: bool = False) -> Iterator[Path]:
    """Yield a name beside `path` for what writes its file itself; the file that is there then becomes `path`.

    When anything fails, nothing is left of it. Raises `ExportError` as `write_files` does.
    """
    where = os.fspath(path)
    check_target(where, overwrite)
    aside = _aside(where)
    try:
        yield aside
        check_target(where, overwrite)  # again: somebody may have come first while this was written
        with _writable(where):
            sync_file(aside)
        _name(aside, where, overwrite)
    finally:
        with suppress(OSError):  # a disk that is read-only refuses that, too, and has said so
            aside.unlink(missing_ok=True)


def check_new_folder(path: str | os.PathLike[str], replaced: str | None = None) -> None:
    """Raise `ExportError` where something stands at `path`.

    Where `replaced` is given, a folder in which all names begin so, but for litter, is no hindrance.
    """
    where = os.fspath(path)
    with _writable(where):
        if os.path.lexists(where):
            if replaced is None or os.path.islink(where) or not os.path.isdir(where):
                raise ExportError("it exists already", where, "name a folder that does not")
            others = sorted(
                name for name in os.listdir(where) if not name.startswith(replaced) and not is_litter(name)
            )
            if others:
                raise ExportError(f"it holds other things, such as {others[0]}", where, "name another folder")
        check_outside(where)


@contextmanager
def folder_written_aside(path: str | os.PathLike[str], replaced: str | None = None) -> Iterator[Path]:
    """Yield a new folder beside `path` for what writes files into it; synced, the folder then becomes `path`.

    When anything fails, nothing is left of it. Raises `ExportError` as `check_new_folder` does, also when something
    came there in the meantime, and where no folder can be made there.
    """
    import shutil  # here, as it takes long to import, and most of what is written are files

    where = os.fspath(path)
    check_new_folder(where, replaced)
    with _writable(where):
        aside, old = _aside(where), _aside(where)
        aside.mkdir()
    try:
        yield aside
        with _writable(where):
            for folder, _, names in os.walk(aside):
                for name in names:
                    sync_file(Path(folder, name))
        check_new_folder(where, replaced)
        with _writable(where):
            if os.path.lexists(where):
                os.replace(where, old)
            os.replace(aside, where)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)


def _aside(path: str) -> Path:
    return _followed(path).with_name(f".liveblog-archive-{os.urandom(4).hex()}.part")


@contextmanager
def _staged(path: str, pieces: Iterable[bytes], wrote: Callable[[str, int], object]) -> Iterator[Path]:
    """Write `pieces` to a new file beside `path`; afterwards it is gone, unless it was renamed."""
    with _writable(path):
        aside = _aside(path)
        file = aside.open("xb")
    try:
        _fill(file, path, pieces, wrote)
        yield aside
    finally:
        with suppress(OSError):  # a disk that is read-only refuses that, too, and has said so
            aside.unlink(missing_ok=True)


def _fill(file: BinaryIO, path: str, pieces: Iterable[bytes], wrote: Callable[[str, int], object]) -> None:
    try:
        for piece in pieces:  # outside the guard: an exporter's own errors are not the disk's
            with _writable(path):
                file.write(piece)
            wrote(path, len(piece))
        with _writable(path):
            file.flush()
            os.fsync(file.fileno())
    finally:
        with suppress(OSError):  # what a full disk refused once, it refuses again
            file.close()
