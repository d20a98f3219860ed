"""Verification: every octet against every digest that speaks of it, and every statement against the others.

From the outside in: the checksums seal the inventories, an inventory seals the files of its blog. What they seal is
then read, for someone who recomputes digests after a change may still contradict what else stands there: the name of
an entry's file, the snapshot, the chain of snapshots, the chain of ledger segments, the digests in the crate.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from attrs import frozen

from ..errors import ArchiveError, LiveBlogError
from ..identity.captures import segment_path
from ..litter import is_litter
from .crate import CRATE, stated_digests
from .inventory import INVENTORY, SIDECAR, Inventory, read_inventory, sealed_objects
from .layout import (
    CHECKSUMS,
    DECLARATION,
    DECLARED,
    OBJECT_DECLARATION,
    OBJECT_DECLARED,
    ROOT_FILES,
    object_path,
    read_checksums,
    sha512,
)
from .storage import STAGING, Kind, Storage
from .stored import BLOG, SNAPSHOT, StoredBlog, entry_path, source_path


@frozen(order=True)
class Damage:
    """Something in an archive that is not as it was put there: its path in the folder, and what is wrong."""

    path: str
    what: str

    def __str__(self) -> str:
        return f"{self.path}: {self.what}"


def verify(storage: Storage) -> tuple[Damage, ...]:
    """Return all damages, sorted by path; none for a sound archive."""
    return _Verification(storage).run()


class _Verification:
    """The files that were found, those that belong here, and what was wrong so far."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._found = storage.listing()
        self._belonging: set[str] = set()
        self._damages: dict[str, Damage] = {}

    def run(self) -> tuple[Damage, ...]:
        for path, kind in self._found.items():
            if kind == "closed folder":
                self._report(path, "a folder that cannot be read; check the permissions")
        sealed = self._root()
        for path in sorted({*self._objects(), *sealed}):
            inventory = self._object(path, sealed.get(path))
            if inventory and not self._damaged(path):
                for damage in contradictions(StoredBlog(self._storage, path, inventory)):
                    self._report(damage.path, damage.what)
        for path, kind in self._found.items():
            if path.startswith(f"{STAGING}/"):
                self._report(STAGING, "a deposit was broken off; open the archive where it can be written")
            elif path not in self._belonging:
                by_itself = ", as systems and editors leave it: it harms nothing, and can be deleted"
                self._report(path, f"does not belong here ({kind}{by_itself if is_litter(path) else ''})")
        return tuple(sorted(self._damages.values()))

    def _report(self, path: str, what: str) -> None:
        self._damages.setdefault(path, Damage(path, what))

    def _damaged(self, folder: str) -> bool:
        return any(path.startswith(f"{folder}/") for path in self._damages)

    def _is_closed(self, path: str) -> bool:
        """Tell whether a path is in a folder that cannot be read: then it may be there."""
        return any(self._found.get(str(folder)) == "closed folder" for folder in PurePosixPath(path).parents)

    def _read(self, path: str) -> bytes | None:
        """Return a file that belongs here; report one that is missing, is none, or cannot be read."""
        self._belonging.add(path)
        kind: Kind | None = self._found.get(path)
        if kind != "file":
            if not self._is_closed(path):
                self._report(path, f"not a file ({kind})" if kind else "it is missing")
            return None
        try:
            return self._storage.read(path)
        except ArchiveError as error:
            self._report(path, error.what)
            return None

    def _expect(self, path: str, content: bytes) -> None:
        data = self._read(path)
        if data is not None and data != content:
            self._report(path, "it is not as it was written")

    # The root

    def _root(self) -> dict[str, str]:
        """Check the files of the root; return the digest of the inventory of each object, by its folder."""
        self._expect(DECLARATION, DECLARED)
        data = self._read(CHECKSUMS)
        try:
            checksums = read_checksums(data or b"")
        except ArchiveError as error:
            self._report(CHECKSUMS, error.what)
            checksums = {}
        for name in ROOT_FILES:
            content, digest = self._read(name), checksums.pop(name, "")
            if content is not None and data is not None and digest != sha512(content):
                self._report(name, f"its digest is not the one in {CHECKSUMS}")
        for path in checksums:
            if not path.endswith(f"/{INVENTORY}"):
                self._report(path, f"it stands in {CHECKSUMS}, but does not belong here")
        return sealed_objects(checksums)

    def _objects(self) -> list[str]:
        """Return the folders that declare themselves objects."""
        suffix = f"/{OBJECT_DECLARATION}"
        return [path.removesuffix(suffix) for path in self._found if path.endswith(suffix)]

    # An object

    def _object(self, path: str, seal: str | None) -> Inventory | None:
        """Check the files of an object against its inventory, and that against the digest it is sealed with."""
        self._expect(f"{path}/{OBJECT_DECLARATION}", OBJECT_DECLARED)
        where = f"{path}/{INVENTORY}"
        data = self._read(where)
        if data is not None and seal != sha512(data):
            self._report(where, f"its digest is not the one in {CHECKSUMS}" if seal else f"no digest in {CHECKSUMS}")
        inventory = self._inventory(path, where, data) or self._spare(path)
        if inventory is None:
            self._ignore(path)
            return None
        self._expect(f"{path}/{SIDECAR}", inventory.sidecar)
        for number in inventory.kept():
            then = inventory.at(number)
            self._expect(f"{path}/v{number}/{INVENTORY}", then.data)
            self._expect(f"{path}/v{number}/{SIDECAR}", then.sidecar)
        for name, digest in inventory.digests.items():
            content = self._read(f"{path}/{name}")
            if content is not None and sha512(content) != digest:
                self._report(f"{path}/{name}", "its digest is not the one of the inventory")
        return inventory

    def _inventory(self, path: str, where: str, data: bytes | None) -> Inventory | None:
        if data is None:
            return None
        try:
            inventory = read_inventory(data, where)
        except LiveBlogError as error:
            self._report(where, error.what)
            return None
        if object_path(inventory.object_id) != path:
            self._report(where, f"the inventory of another blog, {inventory.object_id!r}")
            return None
        return inventory

    def _spare(self, path: str) -> Inventory | None:
        """Return what the latest version remembers of a broken inventory, so that the files can be checked."""
        copies = re.compile(rf"{re.escape(path)}/v([1-9][0-9]*)/{re.escape(INVENTORY)}")
        found = {int(match[1]): match[0] for match in map(copies.fullmatch, self._found) if match}
        for number in sorted(found, reverse=True):
            if inventory := self._inventory(path, found[number], self._read(found[number])):
                self._ignore_later(path, len(inventory.versions))
                return inventory
        return None

    def _ignore_later(self, path: str, number: int) -> None:
        """Take the files of later versions than `number` as they are: no inventory is left that speaks of them."""
        later = re.compile(rf"{re.escape(path)}/v([0-9]+)/")
        found = ((later.match(name), name) for name in self._found)
        self._belonging.update(name for match, name in found if match and int(match[1]) > number)

    def _ignore(self, folder: str) -> None:
        """Take the files of an object without any inventory as they are: the missing inventory is the damage."""
        self._belonging.update(path for path in self._found if path.startswith(f"{folder}/"))


def contradictions(stored: StoredBlog) -> Iterator[Damage]:
    """Yield where the files of a blog, which are as its inventory says, contradict themselves or each other."""
    try:
        count = len(stored.ledger.captures)
    except ArchiveError as error:
        yield Damage(error.where, f"line {error.line}: {error.what}" if error.line else error.what)
        return
    for number in range(1, count + 1):
        try:
            yield from _contradictions(stored, number)
        except ArchiveError as error:
            yield Damage(error.where, error.what)
        except Exception as error:  # noqa: BLE001 - content that no check foresaw must not hide the other damages
            yield Damage(f"{stored.path}/v{number}", f"cannot be read: {type(error).__name__}: {error}")


def _contradictions(stored: StoredBlog, number: int) -> Iterator[Damage]:
    stored.blog(number)
    capture, source = stored.capture(number), stored.source(number)
    for path in _strangers(stored, number):
        yield Damage(stored.where(number, path), f"version {number} has no place for it")
    for path in _misstated(stored, number):
        yield Damage(stored.where(number, path), f"the crate of version {number} has another digest")
    if source is not None and hashlib.sha256(source).hexdigest() != capture.source:
        yield Damage(stored.where(number, source_path(str(capture.source))), "its SHA-256 is not its name")


def _strangers(stored: StoredBlog, number: int) -> Iterator[str]:
    """Yield the logical paths of a version that none of its files speaks of."""
    capture = stored.capture(number)
    own = {SNAPSHOT, BLOG, CRATE, segment_path(number)}
    own |= {entry_path(name, version) for name, version in capture.entries}
    own |= {source_path(capture.source)} if capture.source else set()
    yield from sorted(set(stored.inventory.versions[number - 1].digests) - own)


def _misstated(stored: StoredBlog, number: int) -> Iterator[str]:
    """Yield the logical paths whose SHA-256 is not the one that the crate of the version states."""
    try:
        stated = stated_digests(stored.read(number, CRATE))
    except ValueError:
        yield CRATE
        return
    described = {path for path in stored.inventory.versions[number - 1].digests if not path.startswith("entries/")}
    for path in sorted(described - {CRATE} | set(stated)):
        data = stored.read(number, path)
        if stated.get(path) != hashlib.sha256(data).hexdigest():
            yield path
