"""XML: the blog in a vocabulary of our own, written piece by piece, and read back without a loss.

docs/reference/xml.md describes the documents, schemas/liveblog-1.rng and liveblog-1.xsd define them. What stands in
them is told in `xml_vocabulary`, once for both directions.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ..errors import ImportFailure, ModelError
from ..identity import VersionId
from ..identity.versions import Snapshot, records_of
from ..model import Entry, LiveBlog
from ..zones import zone
from . import xml_escapes as escapes
from .portions import portions
from .xml_elements import NAMESPACE, XML, Element, failure, name_of, refuse_text, refused
from .xml_forms import Assembly, write_children
from .xml_vocabulary import BLOG, ENTRY, HEADER, SCHEMA_VERSION, Citation

_ROOT = f"{{{NAMESPACE}}}liveBlog"
_PIECE = 1 << 16  # bytes
_KEPT = 1 << 18  # digests
_DIGEST = 32  # bytes

# What libxml2 adds for its callers, who are not the ones to read the message, and where, which is told apart.
_ASIDE = re.compile(r",? (see|try|use) xml.*|, line \d+, column \d+$", re.IGNORECASE | re.DOTALL)


def write(blog: LiveBlog, stylesheet: str = "") -> Iterator[bytes]:
    """Yield `blog` as an XML document in UTF-8, in pieces of about 64 KiB; no more of it is held at a time.

    `stylesheet` is the address of an XSLT that browsers are told to show it with, such as `liveblog-1.xsl`.
    """
    piece = bytearray()
    for part in _parts(blog, stylesheet):
        piece += part.encode()
        if len(piece) >= _PIECE:
            yield bytes(piece)
            piece.clear()
    yield bytes(piece)


def _parts(blog: LiveBlog, stylesheet: str) -> Iterator[str]:
    """Yield the document: up to the first entry, each entry, the end."""
    from ..citation import Citer

    citer = Citer(blog)
    versions = _Versions(blog)
    cited = {"citation": Citation("apa", citer.render(None, "apa", version=versions.snapshot))} if blog.id else {}
    attributes = BLOG.spell(blog, {"schemaVersion": SCHEMA_VERSION, "incomplete": blog.incomplete})
    yield "<?xml version='1.0' encoding='UTF-8'?>\n"
    if stylesheet:
        yield f'<?xml-stylesheet type="text/xsl" href="{escapes.attribute(stylesheet)}"?>\n'
    yield f'<liveBlog xmlns="{NAMESPACE}" xmlns:xml="{XML}"{attributes}>\n'
    yield write_children(HEADER, blog, cited)
    position = 0
    for some in portions(zip(blog.entries, blog.iter_bounds(), strict=True)):
        entries = [entry for entry, _ in some]
        named = [*zip(entries, versions.of(position, entries), strict=True)]
        position += len(entries)
        citations = iter(citer.render_each([one for one in named if one[0].id], "apa"))
        for (entry, version), (_, bounds) in zip(named, some, strict=True):
            derived = {
                "version": version,
                "bounds": bounds if bounds.basis != "stated" else None,
                "citation": Citation("apa", next(citations)) if entry.id else None,
            }
            yield ENTRY.write("entry", entry, derived)
    yield "</liveBlog>\n"


class _Versions:
    """The version ids of a blog's entries: its snapshot id, which stands before the first of them, is made of all.

    The digests of the first `_KEPT` entries are kept. To keep all of them would take more memory the longer the blog
    is, so those of the rest are worked out again.
    """

    def __init__(self, blog: LiveBlog) -> None:
        self._digests = bytearray()
        snapshot = Snapshot(blog)
        for some in portions(blog.entries):
            _, versions = records_of(some)
            for entry, version in zip(some, versions, strict=True):
                snapshot.add(entry.id, str(version))
            if len(self._digests) < _DIGEST * _KEPT:
                self._digests += b"".join([version.digest for version in versions])
        self.snapshot = snapshot.id()

    def of(self, position: int, entries: list[Entry]) -> list[VersionId]:
        """Return the version ids of the entries that stand at `position`, from 0, and behind it."""
        digests = self._digests[_DIGEST * position : _DIGEST * (position + len(entries))]
        if len(digests) < _DIGEST * len(entries):
            return records_of(entries)[1]
        return [VersionId(bytes(digests[at : at + _DIGEST])) for at in range(0, len(digests), _DIGEST)]


def read(data: bytes) -> LiveBlog:
    """Return the blog that `data`, a document of `write`, holds: equal to the one written, with the same ids.

    It is read child by child of the root, and each let go of. Raises `ImportFailure` with the line for anything that
    is not XML, has a document type declaration, is not in this vocabulary or version of it, or contradicts itself.
    """
    events = _parse(data)
    _, root = next(events)
    blog = _open(root)
    ids: set[str] = set()
    for event, element in events:
        if event == "end" and element.getparent() is root:
            value = blog.take(element)
            if isinstance(value, Entry) and value.id:
                if value.id in ids:
                    raise failure(element, f"a second entry with the id {value.id}", "give each entry its own id")
                ids.add(value.id)
            _drop_before(element, root)
    refuse_text(root, root.text)
    for last in root:
        refuse_text(root, last.tail)
    finished: LiveBlog = blog.finish()
    return finished


def _parse(data: bytes) -> Iterator[tuple[str, Element]]:
    """Yield the start and end of every element, comments and processing instructions left out.

    A document is data from anywhere: nothing is fetched, no entity is expanded, and libxml2's limits hold.
    """
    parser: Any = etree.XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for start in range(0, len(data), _PIECE):
            parser.feed(data[start : start + _PIECE])
            yield from parser.read_events()
        parser.close()
    except etree.XMLSyntaxError as error:
        # The parser's own log knows the first fatal error; the exception may only know that nothing came of it.
        log = parser.feed_error_log.filter_from_fatals()
        what, line = (log[0].message, log[0].line) if log else (error.msg, error.lineno)
        raise ImportFailure(
            f"unreadable XML: {_ASIDE.sub('', what).strip()}", remedy="take another copy of it", line=line or None
        ) from error
    yield from parser.read_events()


def _open(root: Element) -> Assembly:
    """Return the blog without its children, once the document is known to be one that we read."""
    if root.getroottree().docinfo.internalDTD is not None:
        raise failure(root, "a document type declaration", "remove it: no document of ours has one")
    if root.tag != _ROOT:
        raise failure(root, f"the root is <{name_of(root)}>", f"give a <liveBlog> of the namespace {NAMESPACE}")
    version = root.get("schemaVersion", SCHEMA_VERSION)
    if version != SCHEMA_VERSION:
        raise failure(
            root,
            f"schema version {version!r}, not {SCHEMA_VERSION}",
            "read it with a newer version of liveblog-archive",
        )
    timezone = root.get("timezone")
    try:
        own = zone(timezone) if timezone else None
    except ModelError as error:
        raise refused(error, root) from error
    return Assembly(BLOG, root, own)


def _drop_before(element: Element, root: Element) -> None:
    """Let go of the child of the root before `element`: only now is all that follows it known to be layout."""
    before = element.getprevious()
    if before is not None:
        refuse_text(root, before.tail)
        root.remove(before)
