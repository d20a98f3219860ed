"""What a source holds: folders, globs, lists, web archives and single files become documents with a key each."""

import posixpath
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve, field, frozen

from ..errors import ImportFailure, amount
from ..importers import IMPORTERS
from ..importers.parts import left_out
from .places import OBJECT_STORES, Address, open_source, pieces, real_folder, without_password
from .records import Record, key_order

_ARCHIVES = (".warc", ".warc.gz", ".wacz", ".har")
_NO_NAMES = {"", ".", ".."}
_SUFFIXES = tuple(sorted({suffix for importer in IMPORTERS for suffix in importer.suffixes}))


def _writable(name: str) -> str:
    """Return a name as a manifest, which is UTF-8, can hold it: bytes of a file name that are no text are escaped.

    So are backslashes, or a file whose name has such an escape in it would be another one; and so are the parts of a
    key in an object store that are no name of a folder on a disk: where they are empty, or dots.
    """
    parts = name.replace("\\", r"\\").encode("utf-8", "backslashreplace").decode().split("/")
    return "/".join(f"\\{part}" if part in _NO_NAMES else part for part in parts)


@frozen
class Document:
    """A file to read: the key that it has in the source, its address, and its length where a listing tells it.

    `at` is the address that it was found at, None where a list names it. `known` is what the manifest says of it;
    empty when it is new.
    """

    key: str = field(converter=_writable)
    address: str
    size: int | None = None
    at: Address | None = field(default=None, eq=False, repr=False)
    known: tuple[Record, ...] = field(default=(), kw_only=True)

    @property
    def is_archive(self) -> bool:
        """Whether its name is that of a web archive, which is a shard of its own."""
        return self.key.lower().endswith(_ARCHIVES)


@frozen
class Listing:
    """Documents sorted by key. `others` counts files whose suffix no importer has, and links to folders.

    `parts` counts files that a browser saved in a folder beside a page. `folder` is where the source is; None where
    that is no folder.
    """

    documents: tuple[Document, ...]
    others: int = 0
    parts: int = 0
    folder: Address | None = None


def find(source: str | Iterable[str]) -> Listing:
    """Return what a source holds; raise `ImportFailure` for one that is missing, unreadable, or holds nothing.

    A source is a folder, a file, a glob, a list of addresses, or `@` before a file with an address a line. Of a
    folder all files count whose suffix an importer knows, and that are not hidden; of globs and lists, all there are.
    What a browser saved with a page, in a folder beside it, counts in lists alone.
    """
    if not isinstance(source, str):
        return _listed(_of_list(list(source), ""), "the list")
    if source.startswith("@"):
        return _listed(_of_list(_lines(source[1:]), source[1:]), source[1:])
    at = Address(source)
    with at.reading():
        if at.fs.isdir(at.path):
            return _folder(at)
        if at.fs.isfile(at.path):
            name = at.path.rstrip("/").rpartition("/")[2]
            return Listing((Document(name, at.full(at.path), at.fs.size(at.path), at),))
        if not any(mark in at.path for mark in "*?["):
            raise ImportFailure("no such file or folder", at.text, "check the address")
        return _without_parts(_listed(_of_glob(at), at.text))


def _listed(found: Iterable[Document], where: str) -> Listing:
    documents: dict[str, Document] = {}
    for document in found:
        known = documents.setdefault(document.key, document).address
        if known != document.address and _real(known) != _real(document.address):
            raise ImportFailure(
                f"two files would be called {document.key}", where, "name one of them by its full path"
            )
    if not documents:
        raise ImportFailure("names no file", where, "check the paths")
    return Listing(tuple(documents[key] for key in sorted(documents, key=key_order)))


def _real(address: str) -> str:
    folder, name = posixpath.split(address)
    return f"{real_folder(folder)}/{name}"


def _folder(at: Address) -> Listing:
    found: list[Document] = []
    others = 0
    root = at.path.rstrip("/")
    for path, facts in (_objects if at.flat else _files)(at, root):
        if path.lower().endswith(_SUFFIXES):
            found.append(Document(_below(root, path, at.flat), at.full(path), facts.get("size"), at))
        else:
            others += 1
    if not found:
        files = amount(others, "file", "files")
        raise ImportFailure(
            f"no live blog in it: of {files} none has a suffix that is read ({', '.join(_SUFFIXES)})",
            at.text,
            "give a glob or a list to take files by other names",
        )
    documents = tuple(sorted(found, key=lambda document: key_order(document.key)))
    return _without_parts(Listing(documents, others, folder=at))


def _without_parts(listing: Listing) -> Listing:
    """Return a listing without the files that a browser saved with a page, in a folder beside it."""
    by_key = {document.key: document for document in listing.documents}
    parts = left_out(by_key, lambda key: _content(by_key[key]))
    kept = tuple(document for document in listing.documents if document.key not in parts)
    return evolve(listing, documents=kept, parts=len(parts))


def _content(document: Document) -> bytes:
    """Return the bytes of a document; none of one that cannot be read, of which the run will tell."""
    try:
        with open_source(document.address, document.at, key=document.key) as file:
            return b"".join(pieces(file, document.key))
    except ImportFailure:
        return b""


def _files(at: Address, folder: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what is in a folder at any depth, and not hidden; raise `ImportFailure` where one cannot be listed.

    `fs.walk` would take that one for empty. A link to a folder, which may lead round in circles, is no folder.
    """
    with at.reading(at.full(folder or "/")):
        listing = at.fs.ls(folder or "/", detail=True)
    for facts in listing:
        path = str(facts["name"]).rstrip("/")
        if path == folder or path.rpartition("/")[2].startswith("."):  # object stores list a folder in itself
            continue
        if facts["type"] == "directory" and not facts.get("islink"):
            yield from _files(at, path)
        else:
            yield path, facts


def _objects(at: Address, folder: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what is in a folder of an object store, and not hidden: the keys that begin with its name.

    A folder there is no more than that. Looked for one in another, `x//y` and `x/./y` would not be found.
    """
    with at.reading(at.full(folder)):
        found = at.fs.find(folder, detail=True)
    for path, facts in found.items():
        names = path.removeprefix(f"{folder}/").split("/")
        hidden = any(name.startswith(".") and name not in _NO_NAMES for name in names)
        if path.startswith(f"{folder}/") and names[-1] and not hidden:  # a key that ends with / stands for a folder
            yield path, facts


def _below(folder: str, path: str, flat: bool) -> str:
    """Return the path of a file in a folder; in the keys of an object store every slash counts."""
    return path.removeprefix(f"{folder}/") if flat else path[len(folder) :].lstrip("/")


def _of_glob(at: Address) -> Iterator[Document]:
    fixed = at.path[: min(at.path.index(mark) for mark in "*?[" if mark in at.path)].rpartition("/")[0]
    for path, facts in at.fs.glob(at.path, detail=True).items():
        hidden = str(path).rpartition("/")[2].startswith(".")
        if facts["type"] != "directory" and not hidden:
            key = _below(fixed, str(path), at.flat)
            yield Document(key if at.flat else _key(key), at.full(path), facts.get("size"), at)


def _lines(address: str) -> list[str]:
    with open_source(address, piped=True) as file:
        data = b"".join(pieces(file, address))
    try:
        return data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise ImportFailure("a list that is not UTF-8", address, "give a file with one address a line") from error


def _of_list(lines: list[str], where: str) -> Iterator[Document]:
    """Yield the files of a list; a relative path begins where the list stands."""
    folder = posixpath.dirname(where)
    for line in lines:
        name = line.strip()
        if not name:
            continue
        relative = "://" not in name and not name.startswith("/")
        address = f"{folder}/{name}" if folder and relative else name
        yield Document(_key(name), address)


def _key(name: str) -> str:
    """Return the key of an address: its path, in which nothing leads upwards, with the protocol as its first part.

    The keys of an object store are no paths, and stay as they are. A password is no part of a key.
    """
    protocol, _, path = without_password(name).rpartition("://")
    parts = path if protocol in OBJECT_STORES else posixpath.normpath(f"/{path}").lstrip("/")
    return f"{protocol}/{parts}" if protocol and protocol != "file" else parts
