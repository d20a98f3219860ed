"""The bodies of responses as a browser had them: chunks joined (RFC 9112 7.1), codings undone (RFC 9110 8.4.1).

`warcio` writes what is wrong with them to standard error, which is the process's; here it is kept.
"""

import io
import zlib
from contextlib import suppress
from functools import partial
from typing import Any

import brotli
from warcio.bufferedreaders import BufferedReader, ChunkedDataReader

LARGEST = 64 * 2**20  # bytes, decompressed
_BLOCK = 2**16
_STEP = 2**9
# An empty coding is none.
CODINGS = frozenset({"", "br", "deflate", "gzip", "identity", "none", "x-gzip"})


class _Decompressor:
    """One of zlib that ends where its data is damaged; it raises, as zlib does, where none was sound before."""

    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._own = zlib.decompressobj(bits)
        self._has_begun = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._own, name)

    def decompress(self, data: bytes) -> bytes:
        try:
            found = self._own.decompress(data)
        except zlib.error:
            found = b"" if self._has_begun else self._beginning(data)
            if not found and not self._has_begun:
                raise
        self._has_begun = self._has_begun or bool(found)
        return found

    def _beginning(self, data: bytes) -> bytes:
        """Return what is sound of damaged data; nothing without a head, which proves that it was compressed."""
        found = io.BytesIO()
        self._own = zlib.decompressobj(self._bits)
        with suppress(zlib.error):
            for start in range(0, len(data) if self._bits > 0 else 0, _STEP):
                found.write(self._own.decompress(data[start : start + _STEP]))
        return found.getvalue()


_DECOMPRESSORS = {
    "gzip": partial(_Decompressor, zlib.MAX_WBITS | 16),
    "deflate": partial(_Decompressor, zlib.MAX_WBITS),
    "deflate_alt": partial(_Decompressor, -zlib.MAX_WBITS),  # without a head, as some servers send it
}


def unpacking(stream: Any, coding: str) -> Any:
    """Return a reader of warcio that undoes a coding, and says nothing of what is damaged.

    Its `decompressor` is None where nothing was compressed.
    """
    reader = BufferedReader(stream, block_size=_BLOCK)
    reader.DECOMPRESSORS = _DECOMPRESSORS
    reader.set_decomp(coding)
    return reader


def unchunked(record: Any) -> bytes:
    """Return the body of a response that was sent in chunks, and leave the record with it.

    Some crawlers make the digest of what they stored, others of this. Empty for any other record.
    """
    http = record.http_headers
    if http is None or (http.get_header("Transfer-Encoding") or "").strip().lower() != "chunked":
        return b""
    body = joined(record.raw_stream)
    http.remove_header("Transfer-Encoding")
    record.raw_stream = io.BytesIO(body)
    return body


def joined(stream: Any) -> bytes:
    """Return a body that was sent in chunks, up to the largest page and a byte; one that was not, as it is."""
    found: bytes = ChunkedDataReader(stream).read(LARGEST + 1)
    return found


def unpacked(stream: Any, coding: str) -> tuple[bytes, bool]:
    """Return a body without its coding, up to the largest page and a byte, and whether it breaks off.

    It is returned as it stands where it is not compressed as the server said.
    """
    if coding == "br":
        return _brotli(stream.read(LARGEST + 1))
    if not coding.endswith(("gzip", "deflate")):
        return stream.read(LARGEST + 1), False
    reader = unpacking(stream, coding.removeprefix("x-"))
    found = reader.read(LARGEST + 1)
    return found, reader.decompressor is not None and not reader.decompressor.eof


def _brotli(data: bytes) -> tuple[bytes, bool]:
    """Return what Brotli (RFC 7932) compressed: `warcio` no longer fits the package that it asks."""
    decompressor, found = brotli.Decompressor(), io.BytesIO()
    try:
        found.write(decompressor.process(data, output_buffer_limit=_BLOCK))
        while found.tell() <= LARGEST and (piece := decompressor.process(b"", output_buffer_limit=_BLOCK)):
            found.write(piece)
    except brotli.error:
        return (found.getvalue(), True) if found.tell() else (data, False)
    return found.getvalue(), not decompressor.is_finished()
