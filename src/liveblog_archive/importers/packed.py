"""One file in a wrapping: packed with gzip or Brotli, alone in a ZIP archive, or below the head of an answer.

The head is what `curl -i` and `wget --save-headers` write (RFC 9112); it states when the file was sent, and as what.
"""

import io
import re
import zipfile
from email import message_from_bytes
from email.message import Message
from hashlib import sha256
from typing import NamedTuple

from ..errors import ImportFailure
from ..litter import is_litter
from ..model import LiveBlog, Note
from . import stamps
from .captured import capture_of, met, noted, of_file
from .options import Options
from .parts import left_out
from .sent import CARRIERS, blog_of, stated
from .source import GZIP, Source
from .warc import bodies
from .warc.found import charset_in

_UNPACK = "unpack it, and give a file in it"
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_DAMAGED = (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError)


class _Unpacked(NamedTuple):
    """A file without its wrapping: of which media type that was, and what it states."""

    payload: bytes
    media_type: str
    is_torn: bool = False
    name: str = ""
    url: str = ""
    sent: str = ""
    charset: str = ""


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog in a file that is packed, without ids; its capture is of the whole file.

    Raises `ImportFailure` for a ZIP archive of no page or of several, for a page larger than may be, and what the
    importer of the file in it raises.
    """
    found = _unpacked(data, options.where)
    if len(found.payload) > bodies.LARGEST:
        raise ImportFailure("larger than a page may be when it is unpacked", options.where, _UNPACK)
    without = CARRIERS - {"mhtml", "webarchive"}
    blog = blog_of(found.payload, options, url=found.url, charset=found.charset, without=without)
    if capture_of(blog).sha256 != sha256(found.payload).hexdigest():
        return blog  # a record of this library, which states its capture itself
    notes = [Note(code="page-truncated", text="what was compressed breaks off")] if found.is_torn else []
    notes += [Note(code="unpacked", text=f"read from {found.name} in it")] if found.name else []
    blog = met(noted(blog, notes), found.url or None, stamps.instant(found.sent), "the head of the answer")
    return of_file(blog, data, found.media_type)


def _unpacked(data: bytes, where: str) -> _Unpacked:
    source = Source(data)
    if source.is_answer:
        return _of_answer(data)
    if data.startswith(GZIP) or source.is_brotli:
        payload, is_torn = bodies.unpacked(io.BytesIO(data), "gzip" if data.startswith(GZIP) else "br")
        return _Unpacked(
            payload, "application/gzip" if data.startswith(GZIP) else "application/octet-stream", is_torn
        )
    return _of_zip(data, where)


def _of_answer(data: bytes) -> _Unpacked:
    """Return the body of an answer, as its last head says that it was sent; those before it led there."""
    url, head = "", Message()
    body = data.lstrip()
    while body.startswith(b"HTTP/"):
        end = _BLANK_LINE.search(body)
        lines, body = (body[: end.start()], body[end.end() :]) if end else (body, b"")
        url = stated(head, "Location") or url
        head = message_from_bytes(lines.partition(b"\n")[2])
    coding = stated(head, "Content-Encoding").lower()
    if stated(head, "Transfer-Encoding").lower() == "chunked":  # which most programs have undone
        body = bodies.joined(io.BytesIO(body))
    body, is_torn = bodies.unpacked(io.BytesIO(body), coding if coding in bodies.CODINGS else "")
    url = url if url.startswith(("http://", "https://")) else ""
    charset = charset_in(stated(head, "Content-Type"))
    return _Unpacked(body, "application/http", is_torn, url=url, sent=stated(head, "Date"), charset=charset)


def _of_zip(data: bytes, where: str) -> _Unpacked:
    """Return the one page in a ZIP archive; what a page shows, and was saved beside it, is none of its own."""
    from . import IMPORTERS

    suffixes = tuple(one for importer in IMPORTERS if importer.name not in CARRIERS for one in importer.suffixes)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [
                name
                for name in archive.namelist()
                if name.lower().endswith((*suffixes, ".mhtml", ".mht", ".webarchive"))
            ]
            own = [name for name in names if not any(map(is_litter, name.split("/"))) and "__MACOSX" not in name]
            parts = left_out(own, archive.read)
            pages = sorted({*own} - parts)
            if len(pages) != 1:
                what = f"{len(pages)} files that may be read: {', '.join(pages[:5])}" if pages else "no page"
                raise ImportFailure(f"a ZIP archive with {what}", where, _UNPACK)
            if archive.getinfo(pages[0]).file_size > bodies.LARGEST:
                raise ImportFailure(f"{pages[0]} is larger than a page may be", where, _UNPACK)
            return _Unpacked(archive.read(pages[0]), "application/zip", name=pages[0])
    except _DAMAGED as error:
        raise ImportFailure(f"a damaged ZIP archive: {error}", where, "get it again") from error
