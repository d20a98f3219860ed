"""Crawls as `warcio` writes them: responses as they came over the wire, and revisits."""

import gzip
import io
import zlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import brotli
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
}


def chunked(payload: bytes) -> bytes:
    """Return a payload in chunks (RFC 9112 7.1)."""
    pieces = [payload[start : start + 1000] for start in range(0, len(payload), 1000)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in [*pieces, b""])


class Crawl:
    """A WARC that grows; `data` is what was written so far."""

    def __init__(self, *, compressed: bool = True) -> None:
        self._file = io.BytesIO()
        self._writer = WARCWriter(self._file, gzip=compressed)
        self._write(self._writer.create_warcinfo_record("crawl.warc.gz", {"software": "a crawler"}))

    @property
    def data(self) -> bytes:
        return self._file.getvalue()

    def visit(
        self,
        url: str,
        date: str,
        payload: bytes,
        *,
        coding: str = "",
        in_chunks: bool = False,
        kind: str = "text/html",
        encode: Callable[[bytes], bytes] | None = None,
        announced: str = "",
        **stated: str,
    ) -> Any:
        """Write a response; return its record, which a revisit may refer to.

        `announced` is the length that the server gave; `stated` are headers of the record, with underscores.
        """
        headers = [("Content-Type", kind)]
        headers += [("Content-Encoding", coding)] if coding else []
        headers += [("Transfer-Encoding", "chunked")] if in_chunks else []
        headers += [("Content-Length", announced)] if announced else []
        encode = encode or CODINGS.get(coding, bytes)
        body = chunked(encode(payload)) if in_chunks else encode(payload)
        record = self._writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            http_headers=StatusAndHeaders("200 OK", headers, "HTTP/1.1"),
            warc_headers_dict={"WARC-Date": date} | {name.replace("_", "-"): stated[name] for name in stated},
        )
        self._write(record)
        return record

    def revisit(self, url: str, date: str, digest: str, **refers: str) -> None:
        """Write a revisit; `refers` are headers, with underscores for hyphens."""
        record = self._writer.create_revisit_record(
            url, digest, "https://never.example/", "1999-01-01T00:00:00Z", warc_headers_dict={"WARC-Date": date}
        )
        for name in ("WARC-Refers-To-Target-URI", "WARC-Refers-To-Date"):
            record.rec_headers.remove_header(name)
        for name, value in refers.items():
            record.rec_headers.add_header(name.replace("_", "-"), value)
        self._write(record)

    def redirect(self, url: str, date: str, target: str, status: str = "301 Moved Permanently") -> None:
        """Write the answer of a server that the page is elsewhere."""
        record = self._writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(b""),
            http_headers=StatusAndHeaders(status, [("Location", target)], "HTTP/1.1"),
            warc_headers_dict={"WARC-Date": date},
        )
        self._write(record)

    def not_modified(self, url: str, date: str) -> None:
        """Write the answer of a server that nothing changed, which refers to no record (ISO 28500 6.7.3)."""
        record = self._writer.create_revisit_record(
            url, "sha1:NONE", "https://never.example/", "1999-01-01T00:00:00Z", warc_headers_dict={"WARC-Date": date}
        )
        for name in ("WARC-Refers-To-Target-URI", "WARC-Refers-To-Date", "WARC-Payload-Digest", "WARC-Profile"):
            record.rec_headers.remove_header(name)
        record.rec_headers.add_header("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/server-not-modified")
        self._write(record)

    def _write(self, record: Any) -> None:
        self._writer.write_record(record)
        record.raw_stream.close()  # the file that warcio computes digests with, and leaves open


def at(minute: int) -> str:
    """Return the time of a capture as a record states it."""
    time = datetime(2026, 3, 3, 16) + timedelta(minutes=minute)  # noqa: DTZ001 - UTC by its form
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")
