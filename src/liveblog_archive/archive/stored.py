"""One blog as it stands in an archive, opened for reading. Whatever is read is checked against its digest first."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TypeVar

from attrs import frozen

from ..errors import ArchiveError, LiveBlogError, ModelError
from ..identity import BlogId, EntryId, VersionId, version_id
from ..identity.captures import CaptureKind, LedgerCapture, segment_path
from ..identity.history import TimeBasis
from ..identity.ledger import Ledger
from ..identity.segments import left_in, read_segment, source_in
from ..locks import pause
from ..model import Entry, LiveBlog
from .inventory import INVENTORY, SIDECAR, Inventory, read_inventory, sealed_objects
from .layout import CHECKSUMS, object_path, read_checksums, sha512
from .record import read_blog_bytes, read_entry, read_head
from .storage import Storage

_T = TypeVar("_T")

# What is told of a blog that cannot be read, where the others are wanted all the same.
Damaged = Callable[[LiveBlogError], object]

SNAPSHOT, BLOG, ENTRIES = "snapshot.json", "blog.json", "entries/"

# What the message of an OCFL version says of its time. The second is no time to put captures in order by.
CAPTURED = "captured at this time"
DEPOSITED = "deposited at this time; that of the capture is not stated"
UNSTATED = "no time is stated, neither of the capture nor of the deposit; the date stands for none"
# OCFL 1.1, 3.5.3.1, asks each version for a time. Where there is none, it is this one, and the message says so.
NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)

_SOURCES = "sources/"
_ENTRY = re.compile(r"/content/entries/[^/]+/([0-9a-f]{64})\.json\Z")
_PAUSES = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64)  # seconds that a deposit is given to come to its end
_DAMAGED = "verify the archive, and restore it from a sound copy"


@frozen(kw_only=True)
class Version:
    """One capture of a blog in an archive; `number` counts from 1.

    `created` is when it was captured, or, where nobody stated that and `captured` is None, when it was deposited;
    None where nobody stated that either. `snapshot` is its id, chained to the version before. `source` is the SHA-256
    of the captured bytes, `importer` what read them, `entries` how many were found.
    """

    blog_id: str
    number: int
    created: datetime | None
    captured: datetime | None
    snapshot: VersionId
    kind: CaptureKind
    source: str | None
    importer: str | None
    entries: int

    @property
    def name(self) -> str:
        """What OCFL calls it, such as `v3`."""
        return f"v{self.number}"

    @property
    def basis(self) -> TimeBasis:
        """What `created` is the time of: that of the capture, or of the deposit."""
        return "captured" if self.captured else "deposited"


def entry_path(name: str, version: VersionId) -> str:
    """Return where a version of an entry is kept, within a blog's files."""
    return f"{ENTRIES}{EntryId.parse(name).local}/{version.hex}.json"


def source_path(digest: str) -> str:
    """Return where captured bytes are kept, by their SHA-256, within a blog's files."""
    return f"{_SOURCES}{digest}"


class StoredBlog:
    """A blog's object: its inventory, its ledger, and the files of each version."""

    def __init__(self, storage: Storage, path: str, inventory: Inventory) -> None:
        self._storage = storage
        self.path = path
        self.inventory = inventory
        self.id = inventory.object_id
        self._captures: dict[int, LedgerCapture] = {}
        self._entries: dict[tuple[VersionId, str | None], Entry] = {}

    @classmethod
    def find(cls, storage: Storage, blog_id: str) -> "StoredBlog | None":
        """Return the blog with this id; None when the archive has none.

        Raises `ArchiveError` when its inventory is damaged, missing, or not the one that the archive is sealed with.
        """
        try:
            path = object_path(BlogId(blog_id).uri)
        except ModelError:
            return None
        if path not in seals(storage) and not storage.has(path):
            return None
        return _settled(storage, lambda sealed: cls._of(storage, path, _sealed(storage, path, sealed)))

    @classmethod
    def every(cls, storage: Storage, having: str = "", damaged: Damaged | None = None) -> "Iterator[StoredBlog]":
        """Yield all blogs whose inventory has a text in it; raise `ArchiveError` as `find` does.

        With `damaged`, that is told the error of each blog that cannot be read, and the others are yielded.
        """
        sought = having.encode("utf-8", "surrogatepass")
        sealed = seals(storage)
        for path in sealed:
            try:
                found = cls._having(storage, path, sought, sealed)
            except ArchiveError as error:
                if damaged is None:
                    raise
                damaged(error)
                continue
            if found:
                yield found

    @classmethod
    def _having(cls, storage: Storage, path: str, sought: bytes, sealed: Mapping[str, str]) -> "StoredBlog | None":
        def read(sealed: Mapping[str, str]) -> "StoredBlog | None":
            data = _sealed(storage, path, sealed)
            return cls._of(storage, path, data) if sought in data else None

        try:
            return read(sealed)
        except ArchiveError:
            return _settled(storage, read)

    @classmethod
    def _of(cls, storage: Storage, path: str, data: bytes) -> "StoredBlog":
        where = f"{path}/{INVENTORY}"
        inventory = _inventory_of(data, where)
        if storage.read(f"{path}/{SIDECAR}") != inventory.sidecar:
            raise ArchiveError("not the digest of the inventory", f"{path}/{SIDECAR}", _DAMAGED)
        if object_path(inventory.object_id) != path:
            raise ArchiveError(f"the inventory of another blog, {inventory.object_id!r}", where, _DAMAGED)
        return cls(storage, path, inventory)

    # Files

    def read(self, number: int, path: str) -> bytes:
        """Return a file of version `number` by its logical path; raise `ArchiveError` for a damaged one."""
        stored = self.inventory.stored_at(number, path)
        if stored is None:
            raise ArchiveError(f"version {number} has no such file", f"{self.path}/{path}", _DAMAGED)
        data = self._storage.read(f"{self.path}/{stored}")
        if sha512(data) != self.inventory.digests[stored]:
            raise ArchiveError("its digest is not the one of the inventory", f"{self.path}/{stored}", _DAMAGED)
        return data

    def where(self, number: int, path: str) -> str:
        """Return where in the archive a file of version `number` is kept, or where it would be."""
        return f"{self.path}/{self.inventory.stored_at(number, path) or f'v{number}/content/{path}'}"

    # What they say

    def segment(self, number: int) -> bytes:
        """Return the segment of the ledger that capture `number`, from 1, added to it."""
        return self.read(number, segment_path(number))

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger, read and checked; raises `ArchiveError` when it does not fit the blog's other files."""
        segments = tuple(self.segment(number) for number in range(1, len(self.inventory.versions) + 1))
        with self._placed():
            ledger = _ledger_of(segments)
        self._check_id(ledger.blog_id, 1)
        self._captures |= enumerate(ledger.captures, start=1)
        return ledger

    def capture(self, number: int) -> LedgerCapture:
        """Return what the ledger says of capture `number`, from 1; of it no more is read than this needs."""
        if number not in self._captures:
            before = self.segment(number - 1) if number > 1 else None
            segment = self.segment(number)
            with self._placed():
                blog_id, capture = read_segment(segment, number, before)
            self._check_id(blog_id, number)
            self._captures[number] = capture
        return self._captures[number]

    def _check_id(self, blog_id: str, number: int) -> None:
        if blog_id != self.id:
            raise ArchiveError(
                f"the ledger of another blog, {blog_id!r}", self.where(number, segment_path(number)), _DAMAGED
            )

    @contextmanager
    def _placed(self) -> Iterator[None]:
        """Say of a damaged segment where in the archive it is."""
        try:
            yield
        except ArchiveError as error:
            number = int(PurePosixPath(error.where).stem)
            raise ArchiveError(error.what, self.where(number, error.where), _DAMAGED, error.line) from error

    def left_at(self, number: int) -> dict[str, str]:
        """Return the entries that capture `number`, from 2, no longer had, with the kind of the link."""
        segment = self.segment(number)
        with self._placed():
            return left_in(segment, number)

    def source_of(self, number: int) -> str | None:
        """Return the SHA-256 of what version `number`, from 1, was read from, whether that was deposited or not."""
        for path in self.inventory.versions[number - 1].paths():
            if path.startswith(_SOURCES):
                return path.removeprefix(_SOURCES)
        segment = self.segment(number)
        with self._placed():
            return source_in(segment, number)

    def check_snapshot(self, number: int) -> None:
        """Raise `ArchiveError` unless the snapshot of version `number` is the one that the ledger tells of."""
        previous = self.capture(number - 1).snapshot if number > 1 else None
        if self.read(number, SNAPSHOT) != self.capture(number).sealed(self.id, previous):
            raise ArchiveError(
                "the ledger and the snapshot disagree on this capture", self.where(number, SNAPSHOT), _DAMAGED
            )

    def blog(self, number: int) -> LiveBlog:
        """Return the blog of version `number`, from 1, as it was deposited."""
        self.check_snapshot(number)
        versions = dict(self.capture(number).entries)

        def load(name: str, timezone: str | None) -> Entry:
            version = versions[name]
            if (version, timezone) not in self._entries:
                path = entry_path(name, version)
                data = self.read(number, path)
                if VersionId.of(data) != version:
                    raise ArchiveError("its SHA-256 is not its name", self.where(number, path), _DAMAGED)
                self._entries[version, timezone] = read_entry(data, timezone)
            return self._entries[version, timezone]

        where = self.where(number, BLOG)
        blog = read_blog_bytes(self.read(number, BLOG), list(versions), where, load)
        if blog.id != self.id or (blog.capture and blog.capture.sha256) != self.capture(number).source:
            raise ArchiveError("the facts of another blog or capture", where, _DAMAGED)
        return blog

    def show(self, number: int) -> LiveBlog | None:
        """Return the blog of version `number`, from 1; None where something of it is missing or damaged."""
        try:
            return self.blog(number)
        except LiveBlogError:
            return None

    def head(self, number: int) -> LiveBlog:
        """Return the blog of version `number`, from 1, without its entries; none of them is read for it."""
        return read_head(self.read(number, BLOG), self.where(number, BLOG))

    def load(self, version: VersionId) -> Entry | None:
        """Return the entry in the file that is named by a version id; None when there is none, or nothing in it.

        Where it stood in its source is left out. Whether it says what the version id is of is for the caller to see.
        """
        path = self._kept.get(version.hex)
        try:
            return read_entry(self._storage.read(f"{self.path}/{path}"), None) if path else None
        except LiveBlogError:
            return None

    @cached_property
    def _kept(self) -> dict[str, str]:
        """Where each version of an entry is kept, by its digest."""
        found = (_ENTRY.search(path) for path in self.inventory.digests)
        return {match[1]: match.string for match in found if match}

    def said(self, name: str, version: VersionId) -> Entry:
        """Return the entry `name` as it was in a version; raise `ArchiveError` when it is missing or damaged."""
        entry = self.load(version)
        if entry is None or version_id(entry) != version:
            raise ArchiveError("missing or damaged", f"{self.path}/{entry_path(name, version)}", _DAMAGED)
        return entry

    def source(self, number: int) -> bytes | None:
        """Return the bytes that version `number` was read from; None when they were not deposited."""
        digest = self.capture(number).source
        if digest is None or not self.inventory.stored_at(number, source_path(digest)):
            return None
        return self.read(number, source_path(digest))

    def version(self, number: int) -> Version:
        """Return what is known of version `number`, from 1."""
        capture, kept = self.capture(number), self.inventory.versions[number - 1]
        created = None if kept.message == UNSTATED else datetime.fromisoformat(kept.created)
        return Version(
            blog_id=self.id,
            number=number,
            created=created,
            captured=created if kept.message == CAPTURED else None,
            snapshot=capture.snapshot,
            kind=capture.kind,
            source=capture.source,
            importer=capture.importer,
            entries=len(capture.entries),
        )

    def last_captured(self, until: datetime | None = None) -> tuple[datetime, int] | None:
        """Return the latest known time of capture, `until` a time if given, and its version; None where none is."""
        return self._last(CAPTURED, until)

    def last_deposited(self) -> tuple[datetime, int] | None:
        """Return the latest time of deposit of captures whose own is unknown, and the number of its version."""
        return self._last(DEPOSITED)

    def _last(self, message: str, until: datetime | None = None) -> tuple[datetime, int] | None:
        versions = enumerate(self.inventory.versions, start=1)
        known = [
            (datetime.fromisoformat(kept.created), number) for number, kept in versions if kept.message == message
        ]
        return max((one for one in known if until is None or one[0] <= until), default=None)

    def versions(self) -> tuple[Version, ...]:
        """Return all versions, the oldest first."""
        return tuple(self.version(number) for number in range(1, len(self.ledger.captures) + 1))

    @property
    def latest(self) -> Version:
        """The latest version."""
        return self.version(len(self.inventory.versions))


@lru_cache(maxsize=1)  # whoever goes through the versions of a blog asks for the same one at each of them
def _inventory_of(data: bytes, where: str) -> Inventory:
    return read_inventory(data, where)


@lru_cache(maxsize=1)  # and so does whoever asks for several references
def _ledger_of(segments: tuple[bytes, ...]) -> Ledger:
    return Ledger.read(segments)


def _sealed(storage: Storage, path: str, sealed: Mapping[str, str]) -> bytes:
    """Return the inventory of an object; raise `ArchiveError` when it is not what the archive is sealed with."""
    where = f"{path}/{INVENTORY}"
    data = storage.read(where)
    if sealed.get(path) != sha512(data):
        raise ArchiveError(f"not the inventory that {CHECKSUMS} has the digest of", where, _DAMAGED)
    return data


def _settled(storage: Storage, read: Callable[[Mapping[str, str]], _T]) -> _T:
    """Return what `read` makes of the seals and of what they seal; raise its `ArchiveError` for true damage only.

    A deposit replaces an inventory, its digest and the seals one after the other. Whoever reads them meanwhile finds
    them at odds, and reads them again a little later, until nothing was replaced while they were read.
    """
    for seconds in _PAUSES:
        quiet, checksums = not storage.interrupted(), storage.read(CHECKSUMS)
        try:
            return read(_seals(checksums))
        except ArchiveError:
            if quiet and not storage.interrupted() and storage.read(CHECKSUMS) == checksums:
                raise
        pause(seconds)
    return read(seals(storage))


def seals(storage: Storage) -> Mapping[str, str]:
    """Return the folders of all objects that the archive is sealed with, sorted, and the digest of each inventory."""
    return _seals(storage.read(CHECKSUMS))


@lru_cache(maxsize=1)  # it has a line for every blog, and is looked at for each of them
def _seals(checksums: bytes) -> Mapping[str, str]:
    return MappingProxyType(sealed_objects(read_checksums(checksums)))
