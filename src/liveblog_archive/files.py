"""The edge: the only module that opens people's files. What it writes is complete or absent, never half there."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from .errors import ExportError, ImportFailure


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file; raise `ImportFailure` naming it when it cannot be read."""
    where = os.fspath(path)
    try:
        return Path(where).read_bytes()
    except FileNotFoundError as error:
        raise ImportFailure("no such file", where, "check the path") from error
    except IsADirectoryError as error:
        raise ImportFailure("a folder, not a file", where, "give a file in it") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise ImportFailure(f"cannot be read: {reason}", where, "check the path and its permissions") from error


def check_target(path: str | os.PathLike[str], overwrite: bool) -> None:
    """Raise `ExportError` when `path` cannot become an output: no folder, a folder itself, or there already."""
    target, where = Path(path), os.fspath(path)
    if not target.parent.is_dir():
        raise ExportError(f"the folder {target.parent} does not exist", where, "create it first")
    if target.is_dir():
        raise ExportError("a folder, not a file", where, "name a file in it")
    if target.exists() and not overwrite:
        raise ExportError("it exists already", where, "use --force (overwrite=True) to replace it, or another name")


@contextmanager
def _writable(target: Path) -> Iterator[None]:
    """Turn what the operating system says against writing `target` into one clear line."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(f"cannot be written: {reason}", str(target), "check its folder and the disk") from error


def write_files(
    outputs: Mapping[str, Iterable[bytes]],
    overwrite: bool = False,
    wrote: Callable[[str, int], object] = lambda *_: None,
) -> None:
    """Write each path's pieces of bytes: all files, or none when anything fails on the way.

    Every output is written beside its target and synced; only when all are complete are they renamed. `wrote` is
    told the path and size of each piece. Raises `ExportError` for a path that cannot be written.
    """
    for path in outputs:
        check_target(path, overwrite)
    with ExitStack() as cleanup:
        staged: list[tuple[Path, Path]] = []
        for path, pieces in outputs.items():
            target = Path(path)
            aside = target.with_name(f".{target.name}.{os.getpid()}.part")
            cleanup.callback(aside.unlink, missing_ok=True)
            _write(aside, target, pieces, wrote)
            staged.append((aside, target))
        for aside, target in staged:
            with _writable(target):
                os.replace(aside, target)


def _write(aside: Path, target: Path, pieces: Iterable[bytes], wrote: Callable[[str, int], object]) -> None:
    with ExitStack() as closing:
        with _writable(target):
            file = closing.enter_context(aside.open("xb"))
        for piece in pieces:  # outside the guard: an exporter's own errors are not the disk's
            with _writable(target):
                file.write(piece)
            wrote(str(target), len(piece))
        with _writable(target):
            file.flush()
            os.fsync(file.fileno())
