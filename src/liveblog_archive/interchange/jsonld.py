"""JSON-LD 1.1: a schema.org `LiveBlogPosting`, written entry by entry and read back without loss.

Members that are called as fields of the model are terms of our own. `schemas/context.jsonld` defines every term that
is used, and each document embeds that context, so that nothing is ever fetched; `schemas/liveblog-1.schema.json`
says what each means. `citation` is how to cite the thing itself (Dublin Core's `bibliographicCitation`): schema.org's
property of that name is for the works that a thing cites.

Reading accepts what writing gives for the blog that was read, and nothing else: a version, a digest or a date that
does not fit, or a member that nobody knows, is an error and never half an archive. No digest covers the blog's own
facts: a title, an introduction or a note that was edited, or taken out, fits as well as the one that was written.
Only `bounds`, `citation` and `wasRevisionOf` are not compared: the first two are worked out by this library, which
may learn to do it better, and the last is known to archives alone; none are words of the source.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from ..canonical import Record
from ..errors import ExportError, ImportFailure, ModelError
from ..identity import BlogId, EntryId, Snapshot, VersionId, snapshot_id
from ..model import Entry, LiveBlog, checks
from ..schema_files import schema_bytes
from ..zones import Zone, zone
from .json_text import REMEDY, JsonText
from .jsonld_nodes import (
    SNAPSHOT,
    VERSION,
    blog_node,
    bounds_node,
    entry_nodes,
    identifier,
    property_value,
    read_blog,
    read_entry,
)
from .portions import portions

if TYPE_CHECKING:
    from ..identity.history import History

FORMAT = "liveblog-jsonld/1"

# Members of an entry that are not compared.
_WORKED_OUT = frozenset({"bounds", "citation", "wasRevisionOf"})


@cache
def context() -> Record:
    """Return the JSON-LD context that every document embeds."""
    loaded: Record = orjson.loads(schema_bytes("context.jsonld"))["@context"]
    return loaded


def _check_id(entry_id: str, name: BlogId) -> None:
    if not name.owns(entry_id):
        EntryId.parse(entry_id)  # one of another blog is an id too


def _demand_ids(blog: LiveBlog) -> None:
    """Raise what is wrong where the blog or an entry has no id; those that they have were looked at by `identify`."""
    BlogId(blog.id)
    if not all(entry.id for entry in blog.entries):
        EntryId.parse("")


def _head(blog: LiveBlog) -> Record:
    """Return the members of the document before its entries."""
    return {"@context": context()} | {"format": FORMAT} | blog_node(blog)


def _member(key: str, value: object) -> bytes:
    return orjson.dumps(key) + b": " + orjson.dumps(value)


def write(blog: LiveBlog, history: "History | None" = None) -> Iterator[bytes]:
    """Yield a blog as one JSON-LD document in UTF-8, a member of the blog or an entry on each line.

    With `history` an entry names the version that it is a revision of (PROV-O `wasRevisionOf`).

    Raises `ExportError` when the blog or an entry has no id.
    """
    from ..citation import Citer

    try:
        _demand_ids(blog)
    except ModelError as error:
        raise ExportError(error.what, "JSON-LD", "give the blog and its entries their ids with identify") from error
    citer = Citer(blog)
    revisions = history.revisions if history else {}
    yield b"{\n"
    for key, value in _head(blog).items():
        yield _member(key, value) + b",\n"
    yield b'"liveBlogUpdate": ['
    snapshot = Snapshot(blog)
    separator = b"\n"
    position = 1
    for some in portions(zip(blog.entries, blog.iter_bounds(), strict=True)):
        entries = [entry for entry, _ in some]
        nodes, versions = entry_nodes(entries, position)
        position += len(entries)
        cited = citer.render_each(zip(entries, versions, strict=True), "apa")
        for (entry, bounds), node, citation in zip(some, nodes, cited, strict=True):
            snapshot.add(entry.id, node["identifier"][0]["value"])
            node["citation"] = citation
            if (revision := revisions.get(entry.id)) and revision.previous:
                node["wasRevisionOf"] = {"@id": str(revision.previous)}
            if bounds.basis not in ("stated", "none"):
                node["bounds"] = bounds_node(bounds)
        yield separator + b",\n".join([*map(orjson.dumps, nodes)])
        separator = b",\n"
    whole = snapshot.id()
    yield b"],\n" + _member("identifier", [property_value(SNAPSHOT, whole)])
    yield b",\n" + _member("citation", citer.render(None, "apa", version=whole)) + b"\n}\n"


def _foreign() -> ImportFailure:
    return ImportFailure(
        "JSON, but no document of this library", remedy="use the importer for the site or platform it is from"
    )


def _check_format(document: Record, line: int | None) -> None:
    """Raise `ImportFailure` unless the document is one of ours, in the format that is read here."""
    if "@context" not in document or "format" not in document:
        raise _foreign()
    if document["format"] != FORMAT:
        raise ImportFailure(
            f"written as {document['format']!r}, and this version of the library reads {FORMAT!r}",
            remedy="read it with a newer version",
            line=line,
        )


@contextmanager
def _at(place: str, line: int | None = None) -> Iterator[None]:
    """Turn a `ModelError` into an `ImportFailure` with its place in the document."""
    try:
        yield
    except ModelError as error:
        raise _refused(error, place, line) from error


def _refused(error: ModelError, place: str, line: int | None) -> ImportFailure:
    return ImportFailure(f"{place}: {error.where}: {error.what}", remedy=REMEDY, line=line)


def _compare(place: str, line: Callable[[str], int | None], given: Record, expected: Record, *judged: str) -> None:
    """Raise `ImportFailure` unless a node is as it would be written; members in `judged` are not compared."""
    for key in given | expected:
        if key in judged or (key in given and key in expected and _alike(given[key], expected[key])):
            continue
        problem = "is missing" if key not in given else "does not fit the rest of it"
        raise ImportFailure(f"{place}: the member {key!r} {problem}", remedy=REMEDY, line=line(key))


def _alike(one: object, other: object) -> bool:
    """Tell whether two values are the same JSON: to Python `true` equals `1`, and `1.0` too."""
    return one == other and (
        isinstance(one, str)
        or orjson.dumps(one, option=orjson.OPT_SORT_KEYS) == orjson.dumps(other, option=orjson.OPT_SORT_KEYS)
    )


def read(data: bytes) -> LiveBlog:
    """Return the blog that `write` wrote: the same entries, with the same ids and versions.

    Entries are read some at a time: beside the text and the blog, no more than some dozens are held as JSON.
    Raises `ImportFailure`, with the line of the entry or member, for anything else: other JSON, a newer format, a
    document that was changed.
    """
    text = JsonText(data)
    if not text.opens("{"):
        text.value()
        raise _foreign()
    return _Reading(text).blog()


class _Item(NamedTuple):
    """An entry as it stands in a document: which one, from 1, its line, where its text begins, and its node."""

    position: int
    line: int
    start: int
    node: Any

    @property
    def place(self) -> str:
        """Where something is wrong."""
        name = self.node.get("@id") if isinstance(self.node, dict) else None
        return f"entry {self.position} ({name})"


class _Reading:
    """A document that is being read: the members of the blog, and its entries in the zone that is known so far."""

    def __init__(self, text: JsonText) -> None:
        self._text = text
        self._head: Record = {}
        self._lines: dict[str, int] = {}
        self._updates: int | None = None  # where the entries are
        self._key: object = None  # the zone that they were read in
        self._entries: list[Entry] | None = None
        self._versions: list[VersionId] = []
        self._ids: set[str] = set()

    def blog(self) -> LiveBlog:
        for name in self._text.names():
            self._lines[name] = self._text.line()
            if name == "liveBlogUpdate":
                self._updates = self._text.at
                self._pass_entries()
            else:
                self._head[name] = self._text.value()
        self._text.end()
        _check_format(self._head, self._lines.get("format"))
        self._read_entries_again_if_needed()
        return self._finished()

    def _pass_entries(self) -> None:
        """Read the entries; skip them if the members before do not show yet that the document is ours."""
        if self._head.get("format") == FORMAT and {"@context", "@id"} <= self._head.keys():
            self._read_entries()
        elif self._text.opens("["):
            for _ in self._text.items():
                self._text.value()
        else:
            self._text.value()

    def _read_entries_again_if_needed(self) -> None:
        """Read the entries that were skipped, or were read in another zone: JSON members have no order."""
        if self._updates is not None and (self._entries is None or self._key != self._head.get("timezone")):
            self._text.at = self._updates
            self._read_entries()

    def _read_entries(self) -> None:
        with _at("the blog", self._lines["liveBlogUpdate"]):
            if not self._text.opens("["):
                checks.of_kind("liveBlogUpdate", self._text.value(), list)
        with _at("the blog", self._lines.get("@id")):
            checks.text("LiveBlog.id", self._head.get("@id"))
            name = BlogId(self._head["@id"])
        self._key = self._head.get("timezone")
        with _at("the blog", self._lines.get("timezone")):
            blog_zone = None if self._key is None else zone(checks.of_kind("LiveBlog.timezone", self._key, str))
        self._entries, self._versions = [], []
        self._ids = set()
        for some in portions(self._items()):
            entries = [self._read_entry(item, name, blog_zone) for item in some]
            self._entries += entries
            nodes, versions = entry_nodes(entries, some[0].position)
            self._versions += versions
            openings = [*map(_opening, nodes)]
            for item, expected, opening, version in zip(some, nodes, openings, versions, strict=True):
                if not (self._text.has(opening, item.start) and item.node.keys() - expected.keys() <= _WORKED_OUT):
                    _compare_entry(item, expected, str(version))

    def _items(self) -> Iterator[_Item]:
        for position, _ in enumerate(self._text.items(), start=1):
            line, start = self._text.line(), self._text.at
            yield _Item(position, line, start, self._text.value())

    def _read_entry(self, item: _Item, name: BlogId, blog_zone: Zone | None) -> Entry:
        try:
            entry = read_entry(item.node, blog_zone)
            _check_id(entry.id, name)
        except ModelError as error:
            raise _refused(error, item.place, item.line) from error
        if entry.id in self._ids:
            raise ImportFailure(f"{item.place}: a second entry with this id", remedy=REMEDY, line=item.line)
        self._ids.add(entry.id)
        return entry

    def _finished(self) -> LiveBlog:
        with _at("the blog"):
            entries = checks.of_kind("liveBlogUpdate", self._entries, list)
            blog = read_blog(self._head, entries, zone(self._key) if isinstance(self._key, str) else None)
        whole = snapshot_id(blog, versions=self._versions)
        expected = _head(blog) | {"identifier": [property_value(SNAPSHOT, whole)]}
        _compare("the blog", self._lines.get, self._head, expected, "citation")
        return blog


def _opening(node: Record) -> str:
    """Return the text of an entry's node up to what is worked out, which stands behind all else."""
    return orjson.dumps(node)[:-1].decode() + ","


def _compare_entry(item: _Item, expected: Record, version: str) -> None:
    """Raise `ImportFailure` unless writing the entry of the version would give its node again, in any spelling."""
    stated = identifier(item.node, VERSION)
    if stated != version:
        raise ImportFailure(
            f"{item.place}: its version id is {stated}, but its content gives {version}: one was changed",
            remedy=REMEDY,
            line=item.line,
        )
    _compare(item.place, lambda _: item.line, item.node, expected, *_WORKED_OUT)
