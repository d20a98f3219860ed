"""BagIt 1.0 (RFC 8493): a blog with all its versions as a bag, to be carried elsewhere, and taken in from one.

The payload is the blog's OCFL object as it stands. A bag is deterministic: the same object gives the same octets.
"""

import re
from collections.abc import Iterable

from ..errors import ArchiveError, amount
from ..litter import is_litter
from ..version import __version__
from .inventory import INVENTORY, SIDECAR, Inventory, read_inventory
from .layout import OBJECT_DECLARATION, OBJECT_DECLARED, sha512
from .storage import Files, Storage, is_safe

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_BAGIT, _INFO, _MANIFEST, _TAGS = "bagit.txt", "bag-info.txt", "manifest-sha512.txt", "tagmanifest-sha512.txt"
PAYLOAD = "data"
_LINE = re.compile(r"([0-9a-f]{128})  ([^\n]+)\n")
_REMEDY = "ask for the bag again, from where it comes"


def object_files(inventory: Inventory) -> list[str]:
    """Return the paths of all files of an object, sorted."""
    kept = [OBJECT_DECLARATION, INVENTORY, SIDECAR, *inventory.digests]
    for number in inventory.kept():
        kept += [f"v{number}/{INVENTORY}", f"v{number}/{SIDECAR}"]
    return sorted(kept)


def object_data(storage: Storage, path: str, inventory: Inventory, names: Iterable[str]) -> Files:
    """Yield these files of the object that stands at `path`; raise `ArchiveError` when one is damaged."""
    for name in names:
        data = storage.read(f"{path}/{name}")
        if data != _expected(inventory, name) and sha512(data) != inventory.digests.get(name):
            raise ArchiveError("its digest is not the one of the inventory", f"{path}/{name}", "verify the archive")
        yield name, data


def _expected(inventory: Inventory, name: str) -> bytes | None:
    """Return the content of a file of an object that its inventory has no digest of."""
    if name == OBJECT_DECLARATION:
        return OBJECT_DECLARED
    folder, _, last = name.rpartition("/")
    then = inventory.at(int(folder[1:])) if folder and "/" not in folder else inventory
    return {INVENTORY: then.data, SIDECAR: then.sidecar}.get(last)


def bag_files(storage: Storage, path: str, inventory: Inventory) -> Files:
    """Yield the files of the bag of the object that stands at `path`; raise `ArchiveError` when one is damaged."""
    manifest, octets = [], 0
    for name, data in object_data(storage, path, inventory, object_files(inventory)):
        manifest.append(f"{sha512(data)}  {PAYLOAD}/{name}\n")
        octets += len(data)
        yield f"{PAYLOAD}/{name}", data
    captures = amount(len(inventory.versions), "capture", "captures")
    info = (
        f"Bag-Software-Agent: liveblog-archive {__version__}\n"
        f"External-Identifier: {inventory.object_id}\n"
        f"External-Description: A live blog, {captures}, as an OCFL 1.1 object\n"
        f"Payload-Oxum: {octets}.{len(manifest)}\n"
    )
    tags = {_BAGIT: _DECLARATION, _INFO: info.encode(), _MANIFEST: "".join(manifest).encode()}
    yield from tags.items()
    yield _TAGS, "".join(f"{sha512(data)}  {name}\n" for name, data in tags.items()).encode()


def open_bag(bag: Storage) -> Inventory:
    """Return the inventory of the object in a bag, after every file of the bag was checked.

    Raises `ArchiveError` when it is no bag of ours, incomplete or changed.
    """
    names = bag.names()
    if _BAGIT not in names:
        raise ArchiveError(f"not a bag: there is no {_BAGIT}", bag.where, "give the folder that holds it")
    if bag.read(_BAGIT) != _DECLARATION:
        raise ArchiveError("not a bag of BagIt 1.0 in UTF-8", bag.where, _REMEDY)
    tags, payload = _manifest(bag, _TAGS), _manifest(bag, _MANIFEST)
    if _MANIFEST not in tags or _INFO not in tags:
        raise ArchiveError(f"no digest of {_MANIFEST} or {_INFO}", f"{bag.where}/{_TAGS}", _REMEDY)
    listed = {**tags, **payload}
    for path, kind in bag.listing().items():
        if is_litter(path) and path not in listed:  # it came on the way, and nothing of it is taken in
            continue
        if kind != "file" or (path not in listed and path != _TAGS):
            raise ArchiveError(f"not in the manifest ({kind})", f"{bag.where}/{path}", _REMEDY)
    for path, digest in listed.items():
        if sha512(bag.read(path)) != digest:
            raise ArchiveError("its digest is not the one of the manifest", f"{bag.where}/{path}", _REMEDY)
    where = f"{bag.where}/{PAYLOAD}/{INVENTORY}"
    inventory = read_inventory(bag.read(f"{PAYLOAD}/{INVENTORY}"), where)
    if set(payload) != {f"{PAYLOAD}/{name}" for name in object_files(inventory)}:
        raise ArchiveError("the bag has other files than the inventory", where, _REMEDY)
    return inventory


def _manifest(bag: Storage, name: str) -> dict[str, str]:
    """Return the digests of a manifest, by path; refuse paths that lead out of the bag."""
    text = bag.read(name).decode("utf-8", "replace")
    found = {match[2]: match[1] for match in _LINE.finditer(text)}
    if "".join(f"{digest}  {path}\n" for path, digest in found.items()) != text:
        raise ArchiveError("not a manifest", f"{bag.where}/{name}", _REMEDY)
    for path in found:
        if not is_safe(path) or path.startswith(f"{PAYLOAD}/") is not (name == _MANIFEST):
            raise ArchiveError(f"a path that cannot be: {path!r}", f"{bag.where}/{name}", _REMEDY)
    return found
