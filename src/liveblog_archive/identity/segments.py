"""The text form of the ledger: one segment of JSON lines per capture, each naming the digest of the one before.

Every line is the canonical JSON (RFC 8785) of one record and ends with U+000A: a header, then the entries, then the
links, then the review list. There are no floats: a score is a decimal with four digits, as text. Nothing else may
stand in a segment, so that one history has one sequence of bytes.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TypeVar, cast

import orjson

from ..canonical import Record, canonical_bytes
from ..errors import ArchiveError, ModelError
from .captures import RESTORE, CaptureKind, LedgerCapture, segment_path
from .identifiers import BlogId, EntryId, VersionId
from .links import LEAVING, Link

LEDGER_TYPE = "liveblog-ledger/1"
_LEFT = re.compile(rb'"kind":"(?:%s)"' % "|".join(LEAVING).encode())

T = TypeVar("T")


def segment_bytes(blog_id: str, number: int, capture: LedgerCapture, before: bytes | None) -> bytes:
    """Return the segment of capture `number` (from 1); `before` is the segment of the capture before."""
    return b"".join(_lines(blog_id, number, capture, before))


def _lines(blog_id: str, number: int, capture: LedgerCapture, before: bytes | None) -> Iterator[bytes]:
    yield _line(
        type=LEDGER_TYPE,
        blog=blog_id,
        capture=number,
        kind=capture.kind,
        snapshot=str(capture.snapshot),
        source=capture.source,
        importer=capture.importer,
        previous_segment=_digest(before),
    )
    for entry, version in capture.entries:
        yield _line(type="entry", id=entry, version=str(version))
    for kind, links in (("link", capture.links), ("review", capture.review)):
        for link in links:
            yield _line(
                type=kind,
                kind=link.kind,
                previous=list(link.previous),
                current=list(link.current),
                changes=list(link.changes),
                score=f"{link.score:.4f}",
            )


def _line(**members: object) -> bytes:
    """Return a record as a line; what is absent is left out, as in every record."""
    return canonical_bytes({name: value for name, value in members.items() if value}) + b"\n"


def _digest(segment: bytes | None) -> str | None:
    return hashlib.sha256(segment).hexdigest() if segment is not None else None


def read_segments(segments: Iterable[bytes]) -> tuple[str, list[LedgerCapture]]:
    """Return the blog id and the captures of all segments, the oldest first.

    Raises `ArchiveError`, which names file and line, where a segment is not byte for byte what `segment_bytes`
    writes for what it says. Whether it says something possible is for the history's check.
    """
    blog_id = ""
    captures: list[LedgerCapture] = []
    before: bytes | None = None
    for number, segment in enumerate(segments, 1):
        blog_id, capture = read_segment(segment, number, before, blog_id)
        captures.append(capture)
        before = segment
    if not captures:
        raise _damage("there is no capture in the ledger", 1, None)
    return blog_id, captures


def read_segment(segment: bytes, number: int, before: bytes | None, blog_id: str = "") -> tuple[str, LedgerCapture]:
    """Return the blog id and the capture of segment `number` (from 1); `before` is the segment before it.

    Where it is known, `blog_id` is the one that it has to have. Raises `ArchiveError` as `read_segments` does.
    """
    records = _records(segment, number)
    header = records[0]
    capture = _capture(records, number)
    blog_id = blog_id or _blog_id(header)
    if header.get("previous_segment") != _digest(before):
        raise _damage("it does not follow the segment before it, or that was changed", number, 1)
    found = segment.splitlines(keepends=True)
    for line, (one, other) in enumerate(zip_longest(found, _lines(blog_id, number, capture, before)), 1):
        if one != other:
            raise _damage("the line is not as a ledger writes it here", number, line)
    return blog_id, capture


def source_in(segment: bytes, number: int) -> str | None:
    """Return the SHA-256 of the source of segment `number`, without a check of the rest of it."""
    return _records(segment[: segment.find(b"\n") + 1], number)[0].get("source")


def left_in(segment: bytes, number: int) -> dict[str, str]:
    """Return the entries that segment `number` says left, or were merged into another, with the kind of the link.

    The rest of the segment is not checked.
    """
    lines = [line for line in segment.splitlines(keepends=True) if _LEFT.search(line)]
    head = segment[: segment.find(b"\n") + 1]
    try:
        links = _records(b"".join((head, *lines)), number)[1:]
        return {one: link["kind"] for link in links for one in link["previous"] if one not in link.get("current", ())}
    except (LookupError, TypeError) as error:
        raise _damage("not a link by which an entry left", number, None) from error


def _damage(what: str, number: int, line: int | None) -> ArchiveError:
    return ArchiveError(what, segment_path(number), RESTORE, line)


def _records(segment: bytes, number: int) -> list[Record]:
    """Return the objects of a segment's lines; the first is of the ledger's own type."""
    lines = segment.split(b"\n")
    if lines.pop() or not lines:
        raise _damage("the last line has no end", number, len(lines) + 1)
    records = []
    for place, line in enumerate(lines, 1):
        try:
            record = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise _damage(f"not JSON: {error.msg}", number, place) from error
        if not isinstance(record, dict):
            raise _damage("not a JSON object", number, place)
        records.append(record)
    if (kind := records[0].get("type")) != LEDGER_TYPE:
        raise _damage(f"not a header of {LEDGER_TYPE}: type {kind!r}", number, 1)
    return records


def _capture(records: list[Record], number: int) -> LedgerCapture:
    """Return what the lines say; lines that stand out of order show when they are compared."""
    header = records[0]
    entries: list[tuple[str, VersionId]] = []
    links: dict[str, list[Link]] = {"link": [], "review": []}
    place = 1
    try:
        snapshot = VersionId.parse(_member(header, "snapshot", str))
        source, importer = (_member(header, name, str) if name in header else None for name in ("source", "importer"))
        kind = cast("CaptureKind", _member(header, "kind", str) if "kind" in header else "first")
        for record in records[1:]:
            place += 1
            what = _member(record, "type", str)
            if what == "entry":
                name = EntryId.parse(_member(record, "id", str))
                entries.append((str(name), VersionId.parse(_member(record, "version", str))))
            else:
                links.get(what, []).append(_link(record))  # a line of another type shows when lines are compared
    except ModelError as error:
        raise _damage(error.what, number, place) from error
    return LedgerCapture(
        snapshot=snapshot,
        kind=kind,
        source=source,
        importer=importer,
        entries=entries,
        links=links["link"],
        review=links["review"],
    )


def _blog_id(header: Record) -> str:
    try:
        return BlogId(_member(header, "blog", str)).uri
    except ModelError as error:
        raise _damage(error.what, 1, 1) from error


def _link(record: Record) -> Link:
    score = _member(record, "score", str)
    try:
        number = float(score)
    except ValueError:
        raise ModelError(f"not a score: {score!r}") from None
    return Link(
        kind=record.get("kind", ""),
        previous=_texts(record, "previous"),
        current=_texts(record, "current"),
        changes=_texts(record, "changes"),
        score=number,
    )


def _texts(record: Record, name: str) -> list[str]:
    """Return a list of texts; an empty one is left out of the record."""
    found = _member(record, name, list) if name in record else []
    for text in found:
        if not isinstance(text, str):
            raise ModelError(f"{name!r} does not hold texts")
    return found


def _member(record: Record, name: str, kind: type[T]) -> T:
    value = record.get(name)
    if not isinstance(value, kind):
        raise ModelError(f"{name!r} is missing, or not of the right kind")
    return value
