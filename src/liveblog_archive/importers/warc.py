"""Web archives: WARC (ISO 28500) and WACZ 1.1, through `warcio`. The pages of a live blog among all that was crawled.

Each response that an importer of pages or platform files knows is read as a capture of its own, with the time,
address and digest that its record states. `captures` gives them all, `read` one blog that they are merged into.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr
from datetime import datetime
from hashlib import sha256
from typing import IO, Any, NamedTuple
from urllib.parse import urlsplit

from attrs import evolve
from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed

from ..errors import ImportFailure, LiveBlogError
from ..merging import merge
from ..model import Capture, LiveBlog, Note
from . import json_source, stamps
from .json_source import Node
from .options import Options
from .source import Source

_LARGEST_PAGE = 64 * 2**20  # bytes, decompressed
_LONGEST_LINE = 2**20
_BLOCK = 2**16
_LARGEST_ARCHIVE = 4 * 2**30
_LARGEST_LISTING = 16 * 2**20
# Importers that take what others leave: in a crawl, that is every style sheet.
_NOT_PAGES = frozenset({"text", "warc"})
_LISTING = "datapackage.json"


class Page(NamedTuple):
    """A response of a crawl: its address, when it came, its bytes as a browser had them, and its stated digest."""

    url: str
    date: str
    payload: bytes
    digest: str


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog in a web archive, all captures of it merged, without ids.

    Raises `ImportFailure` for what is no archive, for one without a live blog, and, naming them, for one of several.
    """
    return merge(captures(data, options))


def captures(data: bytes, options: Options) -> list[LiveBlog]:
    """Return every capture of the one live blog in a web archive, oldest first; errors are those of `read`."""
    notes: list[Note] = []
    pages = 0
    found: list[LiveBlog] = []
    for page in _pages(io.BytesIO(data), options, notes):
        pages += 1
        if (blog := _blog(page, options)) is not None:
            found.append(blog)
    if not found:
        problem = f"; {notes[0].text}" if notes else ""
        raise ImportFailure(
            f"no live blog found: looked through {pages} pages for one that an importer knows{problem}",
            options.where,
            "check that the crawl holds the page itself",
        )
    kept = sorted(_one_blog(found, options), key=_retrieved)
    if pages > len(kept):
        notes.append(Note(code="record-skipped", text=f"{pages - len(kept)} of {pages} pages are not of this blog"))
    return [*kept[:-1], _noted(kept[-1], notes)]


def blogs(file: IO[bytes], options: Options) -> tuple[dict[str, list[LiveBlog]], list[Note]]:
    """Return the captures of every live blog in a web archive, oldest first, by address, and what was skipped.

    The archive is read piece by piece. Raises `ImportFailure` for what is none.
    """
    notes: list[Note] = []
    found: dict[str, list[LiveBlog]] = {}
    for page in _pages(file, options, notes):
        if (blog := _blog(page, options)) is not None:
            found.setdefault(_address(blog.url), []).append(blog)
    return {address: sorted(found[address], key=_retrieved) for address in sorted(found)}, notes


def _retrieved(blog: LiveBlog) -> str:
    when = _capture(blog).retrieved
    return when.isoformat() if when else ""


def _noted(blog: LiveBlog, notes: Sequence[Note]) -> LiveBlog:
    capture = _capture(blog)
    return evolve(blog, capture=evolve(capture, notes=[*capture.notes, *notes]))


def _capture(blog: LiveBlog) -> Capture:
    """Return the capture that an importer has made of what it read, as each does."""
    return blog.capture  # type: ignore[return-value] # only a blog made by hand has none


def _one_blog(found: Sequence[LiveBlog], options: Options) -> list[LiveBlog]:
    """Return the captures of one blog: the one at the address that the caller told, or the only one there is."""
    by_address: dict[str, list[LiveBlog]] = {}
    for blog in found:
        by_address.setdefault(_address(blog.url), []).append(blog)
    if options.url is not None and _address(options.url) in by_address:
        return by_address[_address(options.url)]
    if len(by_address) > 1:
        urls = sorted(blogs[0].url or "" for blogs in by_address.values())
        raise ImportFailure(
            f"holds {len(urls)} live blogs: {', '.join(urls)}", options.where, "name one with --url (url=)"
        )
    return list(found)


def _address(url: str | None) -> str:
    """Return what the pages of one blog have in common: host and path, without page numbers and anchors."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return url or ""
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}"


def _blog(page: Page, options: Options) -> LiveBlog | None:
    """Return the live blog on a page; None where there is none, for most of a crawl is something else."""
    from . import claims

    found = [importer for importer in claims(page.payload) if importer.name not in _NOT_PAGES]
    if len(found) != 1:
        return None
    told = evolve(options, url=None, where=page.url)
    try:
        blog = found[0].read(page.payload, told)
        if blog.url is None:
            blog = found[0].read(page.payload, evolve(told, url=page.url))
    except LiveBlogError:
        return None
    return _dated(blog, page)


def _dated(blog: LiveBlog, page: Page) -> LiveBlog:
    """Return a blog whose capture says when and where a crawler met it, and the digest that its record states."""
    try:
        value = stamps.read(page.date).value
    except ValueError:
        value = None
    when = value if isinstance(value, datetime) and value.tzinfo else None
    dated = evolve(blog, capture=evolve(_capture(blog), retrieved=when, url=page.url or None))
    said = f"{page.digest}, as the record of {page.url} states"
    return _noted(dated, [Note(code="payload-digest", text=said)]) if page.digest else dated


# Records


def _pages(file: IO[bytes], options: Options, notes: list[Note]) -> Iterator[Page]:
    """Yield the successful responses of an archive, of every WARC in it."""
    head = file.read(_BLOCK)
    file.seek(0)
    if Source(head).is_warc:
        yield from _responses(file, options.where, notes)
        return
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ImportFailure(
            "neither a WARC nor a WACZ", options.where, "give the archive as the crawler wrote it"
        ) from error
    with archive:
        _check_digests(archive, notes)
        for name in sorted(set(archive.namelist())):
            if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
                if archive.getinfo(name).file_size > _LARGEST_ARCHIVE:
                    notes.append(Note(code="record-skipped", text=f"{name} is larger than an archive may be"))
                    continue
                with archive.open(name) as member:
                    yield from _responses(member, name, notes)


class _Lines(DecompressingBufferedReader):  # type: ignore[misc] # warcio has no types
    """A reader whose lines end: warcio would put one of a gigabyte together piece by piece, in quadratic time."""

    def readline(self, length: int | None = None) -> bytes:
        line: bytes = super().readline(min(length or _LONGEST_LINE, _LONGEST_LINE))
        if len(line) == _LONGEST_LINE:
            raise ArchiveLoadFailed("a header line without an end")
        return line


def _responses(file: IO[bytes], where: str, notes: list[Note]) -> Iterator[Page]:
    """Yield the pages in a WARC; a damaged record ends it, with a note."""
    records = ArchiveIterator(file, check_digests=True)
    records.reader = _Lines(records.fh, block_size=_BLOCK)
    while True:
        try:
            with redirect_stderr(io.StringIO()):  # where warcio writes what it thinks of a record
                record = next(records)
                page = _page(record, notes)
        except StopIteration:
            return
        except (ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error, zipfile.BadZipFile) as error:
            text = " ".join(f"{where}: {error or type(error).__name__}; read as far as it can be".split())
            notes.append(Note(code="damaged-archive", text=text))
            return
        if page is not None:
            yield page


def _page(record: Any, notes: list[Note]) -> Page | None:
    """Return a record as a page: a response that succeeded, or a resource, that can be text."""
    headers = record.rec_headers
    url = headers.get_header("WARC-Target-URI") or ""
    if record.rec_type not in ("response", "resource"):
        return None
    http = record.http_headers
    if http is not None and http.get_statuscode() != "200":
        return None
    kind = (http or headers).get_header("Content-Type") or ""
    if not any(word in kind.lower() for word in ("html", "json", "xml")):
        return None
    payload = record.content_stream().read(_LARGEST_PAGE + 1)
    if len(payload) > _LARGEST_PAGE:
        notes.append(Note(code="record-skipped", text=f"{url} is larger than a page may be"))
        return None
    if record.digest_checker.passed is False:
        notes.append(Note(code="digest-mismatch", text=f"{url} is not what its record's digest was made of"))
    digest = headers.get_header("WARC-Payload-Digest") or ""
    return Page(url, headers.get_header("WARC-Date") or "", payload, digest)


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
            found = _digest(archive, name)
        except damage as error:
            notes.append(Note(code="damaged-archive", text=f"{name}: {error}"))
            continue
        if found != digest:
            notes.append(Note(code="digest-mismatch", text=f"{name} is not what {_LISTING} was made of"))


def _listed(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield name and digest of every WARC in the listing of a WACZ."""
    if archive.getinfo(_LISTING).file_size > _LARGEST_LISTING:
        raise ValueError("too large to be a listing")
    value = json_source.load(archive.read(_LISTING))[0]
    for resource in Node(value if isinstance(value, dict) else {}, []).nodes("resources"):
        name, digest = resource.text("path") or "", resource.text("hash") or ""
        if name.endswith((".warc", ".warc.gz")) and digest.startswith("sha256:"):
            yield name, digest


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    digest = sha256()
    with archive.open(name) as file:
        while piece := file.read(2**20):
            digest.update(piece)
    return f"sha256:{digest.hexdigest()}"
