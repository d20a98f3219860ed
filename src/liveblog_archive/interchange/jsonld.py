"""JSON-LD 1.1: a schema.org `LiveBlogPosting`, written entry by entry and read back without loss.

Members that are called as fields of the model are terms of our own. `schemas/context.jsonld` defines every term that
is used, and each document embeds that context, so that nothing is ever fetched; `schemas/liveblog-1.schema.json`
says what each means. `citation` is how to cite the thing itself (Dublin Core's `bibliographicCitation`): schema.org's
property of that name is for the works that a thing cites.

Reading accepts what writing gives for the blog that was read, and nothing else: a version, a digest or a date that
does not fit, or a member that nobody knows, is an error and never half an archive. Only `bounds` and `citation` are
not compared: they are worked out by this library, which may learn to do it better, and are no words of the source.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import orjson

from ..canonical import Record
from ..errors import ExportError, ImportFailure, ModelError
from ..identity import BlogId, EntryId, Snapshot, VersionId
from ..model import LiveBlog
from ..schema_files import schema_bytes
from ..zones import zone
from .jsonld_nodes import (
    SNAPSHOT,
    VERSION,
    blog_node,
    bounds_node,
    entry_node,
    identifier,
    property_value,
    read_blog,
    read_entry,
)
from .records import of_kind

FORMAT = "liveblog-jsonld/1"

_REMEDY = "take the document as it was written, unchanged"


@cache
def context() -> Record:
    """Return the JSON-LD context that every document embeds."""
    loaded: Record = orjson.loads(schema_bytes("context.jsonld"))["@context"]
    return loaded


def _check_ids(blog: LiveBlog) -> None:
    name = BlogId(blog.id)
    for entry in blog.entries:
        if not name.owns(entry.id):
            EntryId.parse(entry.id)  # one of another blog is an id too


def _head(blog: LiveBlog) -> Record:
    """Return the members of the document before its entries."""
    return {"@context": context()} | {"format": FORMAT} | blog_node(blog)


def _member(key: str, value: object) -> bytes:
    return orjson.dumps(key) + b": " + orjson.dumps(value)


def write(blog: LiveBlog) -> Iterator[bytes]:
    """Yield a blog as one JSON-LD document in UTF-8, a member of the blog or an entry on each line.

    Raises `ExportError` when the blog or an entry has no id.
    """
    from ..citation import Citer

    try:
        _check_ids(blog)
    except ModelError as error:
        raise ExportError(error.what, "JSON-LD", "give the blog and its entries their ids with identify") from error
    citer = Citer(blog)
    yield b"{\n"
    for key, value in _head(blog).items():
        yield _member(key, value) + b",\n"
    yield b'"liveBlogUpdate": ['
    snapshot = Snapshot(blog)
    separator = b"\n"
    for position, (entry, bounds) in enumerate(zip(blog.entries, blog.iter_bounds(), strict=True), start=1):
        node, version = entry_node(entry, position)
        snapshot.add(entry.id, version)
        node["citation"] = citer.render(entry, "apa", version=version)
        if bounds.basis not in ("stated", "none"):
            node["bounds"] = bounds_node(bounds)
        yield separator + orjson.dumps(node)
        separator = b",\n"
    whole = snapshot.id()
    yield b"],\n" + _member("identifier", [property_value(SNAPSHOT, whole)])
    yield b",\n" + _member("citation", citer.render(None, "apa", version=whole)) + b"\n}\n"


def _once(pairs: list[tuple[str, object]]) -> Record:
    """Return the members of an object; refuse a name that stands twice, for readers differ on which counts."""
    members: Record = {}
    for name, value in pairs:
        if name in members:
            raise ImportFailure(f"the member {name!r} stands twice in one object", remedy=_REMEDY)
        members[name] = value
    return members


def _parse(data: bytes) -> object:
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise ImportFailure("not UTF-8, as JSON always is", remedy=_REMEDY, byte=error.start) from error
    except json.JSONDecodeError as error:
        raise ImportFailure(f"not JSON: {error.msg}", remedy=_REMEDY, line=error.lineno) from error
    except ValueError as error:
        raise ImportFailure("not JSON: a number too long to read", remedy=_REMEDY) from error


def _check_format(document: object) -> Record:
    """Return the document when it is one of ours, in the format that is read here."""
    if not isinstance(document, dict) or "@context" not in document or "format" not in document:
        raise ImportFailure(
            "JSON, but no document of this library", remedy="use the importer for the site or platform it is from"
        )
    if document["format"] != FORMAT:
        raise ImportFailure(
            f"written as {document['format']!r}, and this version of the library reads {FORMAT!r}",
            remedy="read it with a newer version",
        )
    return document


@contextmanager
def _at(place: str) -> Iterator[None]:
    """Say where in the document it was that the model refused a value."""
    try:
        yield
    except ModelError as error:
        raise ImportFailure(f"{place}: {error.where}: {error.what}", remedy=_REMEDY) from error


def _entry_place(position: int, node: object) -> str:
    name = node.get("@id") if isinstance(node, dict) else None
    return f"entry {position} ({name})"


def _compare(place: str, given: Record, expected: Record, *judged: str) -> None:
    """Demand that a node is as it would be written, but for the members that are `judged` anew."""
    for key in given | expected:
        if key in judged or (key in given and key in expected and given[key] == expected[key]):
            continue
        problem = "is missing" if key not in given else "does not fit the rest of it"
        raise ImportFailure(f"{place}: the member {key!r} {problem}", remedy=_REMEDY)


def _check_version(place: str, node: Record, version: VersionId) -> None:
    """Demand that an entry says what its version id was made of."""
    stated = identifier(node, VERSION)
    if stated != str(version):
        raise ImportFailure(
            f"{place}: its version id is {stated}, but its content gives {version}: one was changed", remedy=_REMEDY
        )


def read(data: bytes) -> LiveBlog:
    """Return the blog that `write` wrote: the same entries, with the same ids and versions.

    Raises `ImportFailure` for anything else: other JSON, a newer format, a document that was changed.
    """
    try:
        return _read(_check_format(_parse(data)))
    except RecursionError as error:
        raise ImportFailure("nested too deeply", remedy=_REMEDY) from error


def _read(document: Record) -> LiveBlog:
    with _at("the blog"):
        nodes = of_kind("liveBlogUpdate", document.pop("liveBlogUpdate", None), list)
        key = document.get("timezone")
        blog_zone = None if key is None else zone(of_kind("LiveBlog.timezone", key, str))
    entries = []
    for position, node in enumerate(nodes, start=1):
        with _at(_entry_place(position, node)):
            entries.append(read_entry(node, blog_zone))
    with _at("the blog"):
        blog = read_blog(document, entries, blog_zone)
        _check_ids(blog)
    _check_against(blog, document, nodes)
    return blog


def _check_against(blog: LiveBlog, document: Record, nodes: list[Record]) -> None:
    """Demand that writing `blog` would give the document and the nodes of its entries that it was read from."""
    snapshot = Snapshot(blog)
    for position, (entry, node) in enumerate(zip(blog.entries, nodes, strict=True), start=1):
        place = _entry_place(position, node)
        expected, version = entry_node(entry, position)
        _check_version(place, node, version)
        _compare(place, node, expected, "bounds", "citation")
        snapshot.add(entry.id, version)
    expected = _head(blog) | {"identifier": [property_value(SNAPSHOT, snapshot.id())]}
    _compare("the blog", document, expected, "citation")
