"""Places that blogs come from and go to: folders of any file system that `fsspec` knows, named by an address.

The one module of the batch that touches files. A file is complete or absent: on a local disk it is written aside,
synced and renamed; in an object store it appears when its upload is completed. Every failure is one clear line.
"""

import errno
import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import IO, Any

from ..errors import ExportError, ImportFailure, LiveBlogError
from ..locks import lock
from ..refusals import told
from .records import Output

_BLOCK = 2**20
STAGING = ".staging"
_PASSWORD = re.compile(r"(?<=://)([^/:@]*):[^/]*(?=@)")
_STAGED_IN = ("tempdir", "temppath")  # what clients of FTP and SFTP call the folder, by default /tmp of the server
_IN_A_FILE = ("zip://", "tar://", "libarchive://")
_OF_CLIENTS = (Exception,)  # clients of object stores raise errors of all kinds
# Where a folder is no more than the beginning of a name, and to make the first one would be to make a bucket.
OBJECT_STORES = {"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "oss", "oci"}


class DestinationError(ExportError):
    """A destination that refuses what any document would ask of it: the end of a run, and no fault of a document."""


class Address:
    """A file or folder, by a path or an address such as `s3://bucket/folder`."""

    def __init__(self, text: str, error: type[LiveBlogError] = ImportFailure) -> None:
        import fsspec

        if not text:  # `fsspec` takes it for the folder that one is in
            raise error("an empty address", remedy="name a file, a folder or an address")
        self.text = without_password(text)
        self._error = error
        with self.told("is no address that can be opened", "check it, and that what reads it is installed"):
            is_chain = _is_chain(text)
            self.fs, self.path = fsspec.core.url_to_fs(text if is_chain else text.partition("::")[0])
            if not is_chain:
                self.path = self.fs._strip_protocol(text)
        self.local = "file" in _protocols(self.fs)
        self.flat = bool(OBJECT_STORES.intersection(_protocols(self.fs)))
        self.private = "memory" in _protocols(self.fs)  # to this process: no other can see it

    @contextmanager
    def told(self, what: str, remedy: str, where: str = "") -> Iterator[None]:
        """Turn what a file system says into one clear line."""
        where = where or self.text
        with told(self._error, what, where, remedy, of=_OF_CLIENTS):
            try:
                yield
            except FileNotFoundError as error:
                raise self._error("no such file or folder", where, "check the address") from error

    def reading(self, where: str = "") -> Any:
        """Return the guard of a read."""
        return self.told("cannot be read", "check the address, the connection and the permissions", where)

    def writing(self, where: str = "") -> Any:
        """Return the guard of a write."""
        return self.told("cannot be written", "check the address, the disk or connection, and the permissions", where)

    def full(self, path: str) -> str:
        """Return a path of this file system as an address that leads there from anywhere."""
        return os.path.abspath(path) if self.local else str(self.fs.unstrip_protocol(path))


def _is_chain(text: str) -> bool:
    """Whether `::` in an address joins protocols and addresses, as `fsspec` has it, and is no part of a name."""
    import fsspec

    *outer, inmost = text.split("::")
    links = outer if outer and outer[-1].startswith(_IN_A_FILE) else [*outer, inmost]
    return bool(outer) and all("://" in link or link in fsspec.available_protocols() for link in links)


def without_password(address: str) -> str:
    """Return an address as it may be shown and recorded."""
    return _PASSWORD.sub(r"\1", address)


@cache
def real_folder(address: str) -> str:
    """Return a local folder by the path that no link is in; an address of another file system as it is."""
    path = address.removeprefix("file://")
    if "://" in path:
        return path
    with suppress(ValueError):  # a NUL in it: it is told where the file is opened
        path = os.path.realpath(path)
    return path.rstrip("/")


def _protocols(fs: Any) -> tuple[str, ...]:
    return (fs.protocol,) if isinstance(fs.protocol, str) else tuple(fs.protocol)


@contextmanager
def open_source(
    address: str, at: Address | None = None, *, key: str = "", piped: bool = False
) -> Iterator[IO[bytes]]:
    """Open a file for reading; raise `ImportFailure` when there is none.

    `at` is where it was found, under `key`: its host or the file that it is in, too, which its own address may not
    tell. A pipe in a folder, which nobody writes into, would be waited for without end: it is read where it may be
    `piped`.
    """
    place = at or Address(address)
    path, where = (place.fs._strip_protocol(address), key) if at else (place.path, place.text)
    with place.reading(where):
        if place.fs.isdir(path):
            raise ImportFailure("a folder, not a file", where, "give a file in it")
        if place.local and not piped and os.path.exists(path) and not os.path.isfile(path):
            raise ImportFailure("a device or pipe, not a file", where, "give a file")
        file: IO[bytes] = place.fs.open(path, "rb")
    with file:
        yield file


def pieces(file: IO[bytes], where: str) -> Iterator[bytes]:
    """Yield a file in pieces; raise `ImportFailure` where it breaks off."""
    while True:
        with told(ImportFailure, "breaks off", where, "try again, and check the connection", of=_OF_CLIENTS):
            piece = file.read(_BLOCK)
        if not piece:
            return
        yield piece


class Destination:
    """The folder that a batch writes into."""

    def __init__(self, address: str) -> None:
        self.at = Address(address, DestinationError)
        for name in _STAGED_IN:
            if hasattr(self.at.fs, name):
                setattr(self.at.fs, name, self._path(STAGING))

    def _path(self, name: str) -> str:
        return f"{self.at.path.rstrip('/')}/{name}"

    def where(self, name: str) -> str:
        """Return the address of a file, as it is told to people."""
        return f"{self.at.text.rstrip('/')}/{name}"

    def make(self) -> None:
        """Make the folder where there is none, and the one that files are staged in."""
        with self.at.writing():
            if self.at.fs.isfile(self.at.path):
                raise DestinationError("a file, not a folder", self.at.text, "name a folder")
            if not self.at.flat:
                self.at.fs.makedirs(self._path(STAGING), exist_ok=True)

    def clear_staging(self) -> None:
        """Remove what killed processes left half written."""
        with self.at.writing():
            if not self.at.flat and self.at.fs.exists(self._path(STAGING)):
                self.at.fs.rm(self._path(STAGING), recursive=True)

    def names(self, folder: str = "") -> list[str]:
        """Return what stands in a folder, sorted; nothing where there is none."""
        path = self._path(folder).rstrip("/")
        with self.at.reading(self.where(folder)):
            self.at.fs.invalidate_cache()
            if not self.at.fs.isdir(path):
                return []
            found = (str(name).rstrip("/") for name in self.at.fs.ls(path, detail=False))
            return sorted(name.rpartition("/")[2] for name in found if name != path)

    def size(self, name: str) -> int | None:
        """Return the length of a file in bytes; None where there is none."""
        with self.at.reading(self.where(name)):
            try:
                return int(self.at.fs.size(self._path(name)))
            except OSError as error:
                if not _tells_absence(error):
                    raise
        return None

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield the lines of a file."""
        with self.at.reading(self.where(name)):
            file = self.at.fs.open(self._path(name), "rb")
        with file:
            yield from file

    def remove(self, name: str) -> None:
        """Remove a file that may be there."""
        with self.at.writing(self.where(name)):
            try:
                self.at.fs.rm_file(self._path(name))
            except Exception:  # a client may have errors of its own for what is not there
                if self.size(name) is not None:
                    raise

    def remove_folder(self, name: str) -> None:
        """Remove a folder, where there is one that is empty; an object store has none."""
        if self.at.local:
            with suppress(OSError):
                self.at.fs.rmdir(self._path(name))

    def create(self, name: str, content: bytes) -> bool:
        """Make a file that is not there yet; False where it is."""
        with self.at.writing(self.where(name)):
            try:
                self.at.fs.pipe_file(self._path(name), content, mode="create")
            except FileExistsError:
                return False
        return True

    @contextmanager
    def locked(self, name: str) -> Iterator[None]:
        """Hold the lock of a local file, which ends with its process; raise `DestinationError` where another does."""
        path = Path(self._path(name))
        with self.at.writing(self.where(name)):
            file = path.open("r+b")
        with file:
            with self.at.writing(self.where(name)):
                try:
                    lock(file.fileno())
                except BlockingIOError as error:
                    raise DestinationError(
                        "another run is writing to it", self.at.text, "wait until it is done, and try again"
                    ) from error
            yield

    def write(self, name: str, content: Iterable[bytes]) -> Output:
        """Write a file, complete or absent, in the place of one that is there; return its length and digest.

        Raises `DestinationError`; an `ExportError` of another kind where no file can have this name.
        """
        return self._write_local(name, content) if self.at.local else self._write_remote(name, content)

    def _write_local(self, name: str, content: Iterable[bytes]) -> Output:
        import secrets

        target = Path(self._path(name))
        aside = Path(self._path(STAGING), secrets.token_hex(8))
        try:
            with self.at.writing(self.where(name)):
                file = aside.open("xb")
            try:
                written = self._fill(file, name, content)
                with self.at.writing(self.where(name)):
                    file.flush()
                    os.fsync(file.fileno())
            finally:
                with suppress(OSError):  # what a full disk refused once, it refuses again
                    file.close()
            with self._naming(name):
                target.parent.mkdir(parents=True, exist_ok=True)
                os.replace(aside, target)
        finally:
            with suppress(OSError):  # a disk that fails; the next run clears what is staged
                aside.unlink(missing_ok=True)
        return written

    def _write_remote(self, name: str, content: Iterable[bytes]) -> Output:
        path = self._path(name)
        with self._naming(name):
            if not self.at.flat:
                with suppress(Exception):  # another worker may make it; without it, no file can be opened or named
                    self.at.fs.makedirs(path.rpartition("/")[0], exist_ok=True)
            file = self.at.fs.open(path, "wb", autocommit=False)
        try:
            written = self._fill(file, name, content)
            with self._naming(name):
                file.close()
                file.commit()
        except BaseException:
            with suppress(Exception):  # what is told is why it failed, not that it could not be undone as well
                file.discard()
                file.closed = True  # or it would be completed when Python forgets it
            raise
        return written

    @contextmanager
    def _naming(self, name: str) -> Iterator[None]:
        """Guard the moment in which a file gets its name; what is wrong with that is of its document alone."""
        with self.at.writing(self.where(name)):
            try:
                yield
            except OSError as error:
                if not _tells_of_name(error):
                    raise
                raise ExportError(
                    f"no file can have this name: {error.strerror or error}",
                    self.where(name),
                    "give the source another name, or see what is in its place",
                ) from error

    def _fill(self, file: Any, name: str, content: Iterable[bytes]) -> Output:
        digest, size = hashlib.sha256(), 0
        for piece in content:  # outside the guard: an exporter's own errors are not the disk's
            with self.at.writing(self.where(name)):
                file.write(piece)
            digest.update(piece)
            size += len(piece)
        return Output(name, size, digest.hexdigest())


def _tells_absence(error: OSError) -> bool:
    """Whether an error says that there is no such file, and be it that none can be."""
    return isinstance(error, FileNotFoundError) or _tells_of_name(error)


def _tells_of_name(error: OSError) -> bool:
    """Whether an error says that a name is too long, or that of a folder, or is in what is a file."""
    kinds = (FileExistsError, IsADirectoryError, NotADirectoryError)
    # S3 has keys of 1,024 bytes at most, and `s3fs` no error of its own for longer ones.
    return isinstance(error, kinds) or error.errno == errno.ENAMETOOLONG or "KeyTooLong" in str(error.__cause__)


def is_private(address: str) -> bool:
    """Whether an address is of a place that only this process can see."""
    return Address(address.removeprefix("@")).private
