"""The records of web archives as pages: WARC (ISO 28500), and WARCs inside of WACZ 1.1, through `warcio`."""

import gzip
import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Any, cast
from urllib.parse import urljoin

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from ...errors import ImportFailure
from ...model import Note
from .. import json_source
from ..json_source import Node
from ..source import Source
from . import bodies, digests, har
from .found import MARKED, Found, Page, Redirect, Revisit, charset_in, may_be_page

_LONGEST_LINE = 2**20
_BLOCK = 2**16
_LARGEST_ARCHIVE = 4 * 2**30
_LARGEST_LISTING = 16 * 2**20
_LISTING = "datapackage.json"
# What `zipfile` raises for a member that is damaged, compressed or encrypted in a way that it does not know.
_UNOPENED = (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError)
_MOVED = frozenset({"301", "308"})  # all others tell where a page is for the time being


def pages(file: IO[bytes], where: str, notes: list[Note]) -> Iterator[Found]:
    """Yield the successful responses of an archive, of every WARC in it, that may be pages; all revisits, and moves.

    The archive is read piece by piece, from its beginning.
    """
    head = file.read(_BLOCK)
    file.seek(0)
    if Source(head).is_warc:
        yield from _responses(file, where, notes)
        return
    if Source(head).is_json:
        yield from har.pages(file.read(), notes)
        return
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ImportFailure("neither a WARC nor a WACZ", where, "give the archive as the crawler wrote it") from error
    with archive:
        _check_digests(archive, notes)
        for name in sorted(set(archive.namelist())):
            if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
                if archive.getinfo(name).file_size > _LARGEST_ARCHIVE:
                    notes.append(Note(code="record-skipped", text=f"{name} is larger than an archive may be"))
                    continue
                try:
                    member = archive.open(name)
                except _UNOPENED as error:
                    notes.append(Note(code="damaged-archive", text=f"{name}: {error}"))
                    continue
                with member:
                    yield from _responses(member, name, notes)


class _Lines:
    """A reader of warcio whose lines end: it would put one of a gigabyte together bit by bit, in quadratic time.

    `breaks_off` tells whether it ended in the head of a record or in compressed data, of which warcio says nothing;
    whoever has read a record sets it back.
    """

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self.breaks_off = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reader, name)

    def readline(self, length: int | None = None) -> bytes:
        line: bytes = self._reader.readline(min(length or _LONGEST_LINE, _LONGEST_LINE))
        if len(line) == _LONGEST_LINE:
            raise ArchiveLoadFailed("a header line without an end")
        self.breaks_off = self.breaks_off or bool(line.strip())
        return line

    def close_decompressor(self) -> None:
        decompressor = self._reader.decompressor
        self.breaks_off = self.breaks_off or (decompressor is not None and not decompressor.eof)
        self._reader.close_decompressor()


def _in_records(file: IO[bytes]) -> IO[bytes]:
    """Return what gives the records of a WARC to warcio, which reads none that was compressed as a whole.

    The standard wants a member of gzip for each record (ISO 28500, Annex D); whoever packs a WARC makes one of all.
    """
    start = b""
    with suppress(EOFError, zlib.error, *_UNOPENED):  # whoever reads the records tells what is damaged
        start = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(file.read(_BLOCK), _LONGEST_LINE)
    file.seek(0)
    return cast("IO[bytes]", gzip.GzipFile(fileobj=file)) if b"\r\n\r\nWARC/" in start else file


def _responses(file: IO[bytes], where: str, notes: list[Note]) -> Iterator[Found]:
    """Yield the pages in a WARC; a damaged record ends it, with a note."""
    archive = ArchiveIterator(_in_records(file), check_digests=True)
    archive.loader.wrap_digest_verifying_stream = digests.verifying
    archive.reader = reader = _Lines(bodies.unpacking(archive.fh, "gzip"))
    archive.INC_RECORD = ""  # what warcio would write to standard error, which is the process's; it counts them, too
    name = ""
    while True:
        try:
            record = _next(archive, where, name, notes)
            stream, name = record.raw_stream, _stated(record)[0]
            found = _found(record, notes)
            _read_to_end(record, stream)
            reader.breaks_off = False
        except StopIteration:
            if reader.breaks_off:
                notes.append(_damaged(where, "it breaks off"))
            return
        except (ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error, zipfile.BadZipFile) as error:
            notes.append(_damaged(where, str(error) or type(error).__name__))
            return
        if found is not None:
            yield found


def _damaged(where: str, what: str) -> Note:
    return Note(
        code="damaged-archive", text=" ".join(f"{where or 'the archive'}: {what}; read as far as it can be".split())
    )


def _next(archive: Any, where: str, name: str, notes: list[Note]) -> Any:
    """Return the next record, and note where that before it, of an address, goes on behind its end."""
    known = archive.err_count
    try:
        return next(archive)
    except AttributeError as error:  # warcio takes an address for granted
        raise ArchiveLoadFailed("a record without its address or type") from error
    finally:
        if archive.err_count > known:
            notes.append(_damaged(where, f"the record of {name} is longer than it says"))


def _read_to_end(record: Any, stream: Any) -> None:
    """Raise `EOFError` for a record that is shorter than it says: nobody knows what a page said that is cut."""
    if not (record.rec_headers.get_header("Content-Length") or "").strip().isdecimal():
        raise EOFError("a record without its length")
    while stream.read(_BLOCK):
        pass
    if stream.limit:
        raise EOFError("a record that breaks off")


def _found(record: Any, notes: list[Note]) -> Found | None:
    if redirect := _redirect(record):
        return redirect
    return _revisit(record) if record.rec_type == "revisit" else _page(record, notes)


def _redirect(record: Any) -> Redirect | None:
    """Return where a record says that its page has moved to; a crawler may have had the same answer before."""
    http = record.http_headers
    status = http.get_statuscode() if http is not None and record.rec_type in ("response", "revisit") else ""
    if status not in _MOVED:
        return None
    url, date, *_ = _stated(record)
    try:
        return Redirect(url, date, urljoin(url, http.get_header("Location") or ""), status)
    except ValueError:  # an address that is none
        return None


def _page(record: Any, notes: list[Note]) -> Page | None:
    """Return a record as a page: a response that succeeded, or a resource, that can be text."""
    kind = _kind(record)
    if not kind:
        return None
    http, (url, date, digest, name) = record.http_headers, _stated(record)
    coding = (http.get_header("Content-Encoding") or "").strip().lower() if http is not None else ""
    if coding not in bodies.CODINGS:
        notes.append(Note(code="record-skipped", text=f"{url} is compressed as {coding!r}, which is not read"))
        return None
    cut, body = _cut(record), bodies.unchunked(record)
    payload, is_torn = bodies.unpacked(record.raw_stream, coding)
    cut = cut or ("its body breaks off" if is_torn else "")
    if len(payload) > bodies.LARGEST:
        notes.append(Note(code="record-skipped", text=f"{url} is larger than a page may be"))
        return None
    if not any(word in kind.lower() for word in MARKED) and not Source(payload).is_json:
        return None
    problems = {problem.partition(" ")[0] for problem in record.digest_checker.problems}
    if "block" in problems or (problems and not digests.fits(digest, body, payload)):
        notes.append(Note(code="digest-mismatch", text=f"{url} is not what its record's digest was made of"))
    names = (name, _at(url, date), _of(url, digest), digest)
    return Page(url, date, payload, digest, names, charset_in(kind), cut)


def _kind(record: Any) -> str:
    """Return the media type of what may be a page; empty for anything else."""
    http = record.http_headers
    if record.rec_type not in ("response", "resource") or (http is not None and http.get_statuscode() != "200"):
        return ""
    kind: str = (http or record.rec_headers).get_header("Content-Type") or ""
    return kind if may_be_page(kind) else ""


def _cut(record: Any) -> str:
    """Return why the body of a record, of which nothing was read yet, is not all that was sent; empty if it is.

    A crawler may say so (ISO 28500 5.13), or store fewer bytes than the server announced.
    """
    if reason := record.rec_headers.get_header("WARC-Truncated"):
        return f"its record says that it was cut ({reason})"
    http = record.http_headers
    stated = (http.get_header("Content-Length") or "").strip() if http is not None else ""
    stored = getattr(record.raw_stream, "limit", 0)
    if not stated.isdecimal() or http.get_header("Transfer-Encoding") or stored >= int(stated):
        return ""
    return f"its record holds {stored} of {int(stated)} bytes"


def _revisit(record: Any) -> Revisit:
    """Return what a revisit refers to, by the name of a record, its address and time, or its digest."""
    url, date, digest, _ = _stated(record)
    told = [record.rec_headers.get_header(f"WARC-Refers-To{what}") or "" for what in ("", "-Target-URI", "-Date")]
    name, address, when = told
    profile = record.rec_headers.get_header("WARC-Profile") or ""
    names = (name, _at(address, when), _of(url, digest), digest)
    return Revisit(url, date, digest, names, unchanged=profile.rstrip("/").endswith("server-not-modified"))


def _stated(record: Any) -> tuple[str, str, str, str]:
    """Return what the head of a record states: address, date, digest of the payload, and its own name."""
    names = ("WARC-Target-URI", "WARC-Date", "WARC-Payload-Digest", "WARC-Record-ID")
    url, date, digest, name = (record.rec_headers.get_header(one) or "" for one in names)
    return url, date, digest, name


def _at(url: str, date: str) -> str:
    return f"{url} at {date}" if url and date else ""


def _of(url: str, digest: str) -> str:
    return f"{url} of {digest}" if digest else ""


def _check_digests(archive: zipfile.ZipFile, notes: list[Note]) -> None:
    """Note each file of a WACZ that is not what its listing says (WACZ 1.1, Frictionless Data Package)."""
    damage = (KeyError, ValueError, ImportFailure, OSError, zlib.error, zipfile.BadZipFile)
    try:
        stated = dict(_listed(archive))
    except damage as error:
        notes.append(Note(code="damaged-archive", text=f"{_LISTING}: {error}"))
        return
    for name, digest in stated.items():
        try:
            found = _digest(archive, name, digests.algorithm(digest))
        except damage as error:
            notes.append(Note(code="damaged-archive", text=f"{name}: {error}"))
            continue
        if digests.read(digest) != found:
            notes.append(Note(code="digest-mismatch", text=f"{name} is not what {_LISTING} was made of"))


def _listed(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield name and digest of every WARC in the listing of a WACZ that states one that we can make."""
    if archive.getinfo(_LISTING).file_size > _LARGEST_LISTING:
        raise ValueError("too large to be a listing")
    value = json_source.load(archive.read(_LISTING))[0]
    for resource in Node(value if isinstance(value, dict) else {}, []).nodes("resources"):
        name, digest = resource.text("path") or "", resource.text("hash") or ""
        if name.endswith((".warc", ".warc.gz")) and digests.algorithm(digest):
            yield name, digest


def _digest(archive: zipfile.ZipFile, name: str, algorithm: str) -> tuple[str, bytes]:
    digest = hashlib.new(algorithm, usedforsecurity=False)
    with archive.open(name) as file:
        while piece := file.read(2**20):
            digest.update(piece)
    return algorithm, digest.digest()
