"""The edge for folders that are wholly ours: a second writing changes what is different, and nothing else.

A manifest in the folder holds the SHA-256 of every file that was written. New files are written aside, in a staging
folder inside; when all of them are complete they are moved to their places, files that are no longer wanted go, and
the manifest comes last. While that happens the manifest knows the old and the new digests, so that a run that was
killed is taken up by the next one; all is synced before a manifest that tells of it. A lock keeps a second run out.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path, PurePosixPath

import orjson
from attrs import frozen

from .errors import ExportError
from .litter import is_litter
from .locks import lock
from .refusals import check_outside, told
from .syncing import sync_file, sync_folder

MANIFEST = "liveblog-archive-site.json"
FORMAT = "liveblog-archive-site/1"
STAGING = ".liveblog-archive-site.part"
LOCK = ".liveblog-archive-site.lock"
# What hosts of sites ask for beside the pages: GitHub Pages for the domain, others for headers and redirections.
_OF_HOSTS = {"CNAME", "_headers", "_redirects"}
_SYNCS = 8  # threads: a file system commits the syncs that wait for it together

Pieces = Iterable[tuple[str, Iterable[bytes]]]


@frozen(kw_only=True)
class Outcome:
    """How many files were written, left as they were, and removed."""

    written: int
    kept: int
    removed: int


def update_folder(path: str | os.PathLike[str], files: Pieces, stays: Callable[[str], bool] | None = None) -> Outcome:
    """Make a folder hold exactly these files, each a relative path with slashes and its pieces of bytes.

    Of those that were written before, what `stays` says so of is left as it is; it is asked when all files are made.
    Names in the folder itself that begin with a dot are not ours, nor is litter or what a host of sites asks for, and
    are left alone. Raises `ExportError`, and leaves the folder as it was, where it holds anything that this function
    did not write, or that was changed since, and while another process writes to it.
    """
    root = Path(path)
    where = os.fspath(path)
    with _told(where):
        _check_is_folder(root, where)
        fresh = not root.exists()
        root.mkdir(parents=True, exist_ok=True)
    try:
        with _locked(root, where):
            return _updated(root, where, files, stays)
    finally:
        if fresh:
            with suppress(OSError):
                root.rmdir()  # nothing was put in it: it is not left behind


def _updated(root: Path, where: str, files: Pieces, stays: Callable[[str], bool] | None) -> Outcome:
    with _told(where):
        known = _known(root, where)
        shutil.rmtree(root / STAGING, ignore_errors=True)
        (root / STAGING).mkdir()
    try:
        wanted, changed = _stage(root, where, files)
        with _told(where):
            left = [name for name in known if name not in wanted and stays and stays(name)]
            wanted |= {name: _digest(root / name) for name in left if (root / name).is_file()}
            return _put_in_place(root, known, wanted, changed)
    finally:
        shutil.rmtree(root / STAGING, ignore_errors=True)


@contextmanager
def _locked(root: Path, where: str) -> Iterator[None]:
    """Keep a second run out of a folder, with a lock on a file in it that is gone afterwards."""
    path = root / LOCK
    with _told(where):
        file = path.open("ab")
    with file:
        with _told(where):
            _hold(file.fileno(), path, where)
        try:
            yield
        finally:
            with suppress(OSError):  # Windows removes no file that is open: there it stays
                path.unlink()


def _hold(descriptor: int, path: Path, where: str) -> None:
    try:
        lock(descriptor)
        held = os.path.samestat(os.fstat(descriptor), path.stat())
    except (BlockingIOError, FileNotFoundError):
        held = False
    if not held:  # or the run before removed its file between our opening and our locking it
        raise ExportError("another process is writing to it", where, "wait until that is done, and try again")


def check_folder(path: str | os.PathLike[str]) -> None:
    """Raise `ExportError` where `update_folder` would, before the work that its files are."""
    root = Path(path)
    where = os.fspath(path)
    with _told(where):
        _check_is_folder(root, where)
        if root.exists():
            with _locked(root, where):
                _known(root, where)


def _told(where: str) -> AbstractContextManager[None]:
    """Turn what the operating system says into one clear line."""
    return told(ExportError, "cannot be written", where, "check the folder and the disk")


def _known(root: Path, where: str) -> dict[str, set[str]]:
    """Return the digests that each file of ours may have; refuse a folder with anything of others in it."""
    manifest = root / MANIFEST
    known = _read_manifest(manifest.read_bytes(), f"{where}/{MANIFEST}") if manifest.is_file() else {}
    for name in _listing(root):
        if name == MANIFEST and known:
            continue
        if name not in known:
            raise ExportError(
                "a file that is not of this site", f"{where}/{name}", "move it away, or name another folder"
            )
        if _digest(root / name) not in known[name]:
            raise ExportError(
                "changed since the site was made", f"{where}/{name}", "keep your copy elsewhere and remove it here"
            )
    return known


def _check_is_folder(root: Path, where: str) -> None:
    check_outside(where)
    if root.exists() and not root.is_dir():
        raise ExportError("a file, not a folder", where, "name a folder that is empty, or a site made before")


def _listing(root: Path) -> Iterator[str]:
    """Yield the files in a folder as relative paths, sorted, but for litter, and in itself what is left alone."""
    for top in sorted(root.iterdir()):
        if top.name.startswith(".") or top.name in _OF_HOSTS:
            continue
        inside = sorted(top.rglob("*")) if top.is_dir() and not top.is_symlink() else [top]
        for each in inside:
            if each.is_symlink() or not (each.is_dir() or is_litter(each.name)):
                yield each.relative_to(root).as_posix()


def _read_manifest(data: bytes, where: str) -> dict[str, set[str]]:
    try:
        manifest = orjson.loads(data)
        known = {str(name): {str(digest)} for name, digest in {FORMAT: manifest["files"]}[manifest["format"]].items()}
        for name, digest in manifest.get("before", {}).items():
            known.setdefault(str(name), set()).add(str(digest))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ExportError("not the manifest of a site", where, "name another folder") from error
    return known


def _stage(root: Path, where: str, files: Pieces) -> tuple[dict[str, str], list[str]]:
    """Write what is new or different into the staging folder; return all digests, and the names that are staged."""
    wanted: dict[str, str] = {}
    changed: list[str] = []
    for name, pieces in files:
        aside = root / STAGING / f"{len(wanted)}"
        digest = hashlib.sha256()
        with _told(f"{where}/{name}"):
            file = aside.open("xb")
        try:
            for piece in pieces:
                digest.update(piece)
                with _told(f"{where}/{name}"):
                    file.write(piece)
        finally:
            with _told(f"{where}/{name}"):  # a full disk may refuse what was buffered
                file.close()
        target = root / name
        with _told(f"{where}/{name}"):
            if target.is_file() and _digest(target) == digest.hexdigest():
                aside.unlink()
            else:
                changed.append(name)
                os.replace(aside, root / STAGING / f"new-{len(changed) - 1}")
        wanted[name] = digest.hexdigest()
    return wanted, changed


def _put_in_place(
    root: Path, known: Mapping[str, set[str]], wanted: Mapping[str, str], changed: list[str]
) -> Outcome:
    stale = [name for name in known if name not in wanted and (root / name).is_file()]
    if changed or stale or not (root / MANIFEST).is_file():
        with ThreadPoolExecutor(_SYNCS) as pool:
            list(pool.map(sync_file, (root / STAGING / f"new-{number}" for number in range(len(changed)))))
        before = {name: digest for name, digests in known.items() for digest in digests if digest != wanted.get(name)}
        _write_manifest(root, wanted, before)
        for number, name in enumerate(changed):
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(root / STAGING / f"new-{number}", target)
        for name in stale:
            (root / name).unlink()
            _prune((root / name).parent, root)
        for folder in sorted({parent for name in (*changed, *stale) for parent in _folders(root, name)}):
            sync_folder(folder)
    _write_manifest(root, wanted, {})
    return Outcome(written=len(changed), kept=len(wanted) - len(changed), removed=len(stale))


def _folders(root: Path, name: str) -> Iterator[Path]:
    """Yield the folders that lead to a file of ours, or that led to one that was removed, as far as they are left."""
    for parent in PurePosixPath(name).parents:
        if (root / parent).is_dir():
            yield root / parent


def _prune(folder: Path, root: Path) -> None:
    """Remove folders of ours that nothing is in any more."""
    while folder != root and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _write_manifest(root: Path, files: Mapping[str, str], before: Mapping[str, str]) -> None:
    record: dict[str, object] = {"format": FORMAT, "files": dict(sorted(files.items()))}
    if before:
        record["before"] = dict(sorted(before.items()))
    data = orjson.dumps(record, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    manifest = root / MANIFEST
    if manifest.is_file() and manifest.read_bytes() == data:
        return
    aside = root / STAGING / MANIFEST
    aside.write_bytes(data)
    sync_file(aside)
    os.replace(aside, manifest)
    sync_folder(root)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
