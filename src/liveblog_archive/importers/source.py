"""What a file shows of itself to the sniffs of all importers: read once, and only as far as a sniff asks."""

import re
import zlib
from functools import cached_property

from ..errors import ImportFailure, instead
from .guards import opening
from .marks import marked
from .shapes import Json

_HEAD = 4096
GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"
# What may stand before the first element of XML or HTML: declarations, comments, instructions, or nothing.
_PROLOGUE = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<![A-Za-z][^>\[]*(?:\[.*?\]\s*)?>)*", re.DOTALL)
_ELEMENT = re.compile(r"<([A-Za-z_][\w.:-]*)")
# The head of a message: lines that name what they state (RFC 5322 2.2); in a mailbox, one with "From " before them.
_HEADERS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t]+[^\s][^\n]*\n)*)+(?=\r?\n|\Z)"
)
_OF_MESSAGE = re.compile(rb"^(?:MIME-Version|Content-Type):|^From: <Saved by", re.IGNORECASE | re.MULTILINE)
_LONGEST_HEADERS = 2**16
_ANSWER = re.compile(r"HTTP/\d(?:\.\d)? \d{3}\b")
# A tag, comment, declaration or instruction: "<<LIVE>>" is a text.
_MARKUP = re.compile(r"<(?:[^\W\d]|[!?/])")
# An array whose first value is an object, an array, a text or nothing: "[14:05] Aground" is a text.
_ARRAY = re.compile(r"\[\s*[\[{\"\]]")

# No source is one word that ends like the name of a file.
_PATH = re.compile(r"[^\s<>{}]+\.(?:txt|html?|xml|json|jsonld|ics|warc|warc\.gz|wacz)")


class Source:
    """A file's bytes, and what sniffs ask of them."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def head(self) -> str:
        """The first characters, without byte-order mark and leading blanks; bytes that are no text are replaced."""
        start = self.data[:_HEAD]
        mark, encoding = marked(start)
        return start[len(mark) :].decode(encoding or "utf-8", "replace").lstrip()

    @cached_property
    def is_markup(self) -> bool:
        """Whether the file begins like XML or HTML."""
        return _MARKUP.match(self.head) is not None

    @cached_property
    def root(self) -> str:
        """The name of the first element as written, prefix included; empty where none is near the beginning."""
        if not self.is_markup:
            return ""
        found = _ELEMENT.match(_PROLOGUE.sub("", self.head, count=1))
        return found[1] if found else ""

    @cached_property
    def is_json(self) -> bool:
        """Whether the file begins like a JSON object or array of structures or texts, behind a guard or not."""
        start = self.head[opening(self.head) :]
        return start.startswith("{") or _ARRAY.match(start) is not None

    @cached_property
    def json(self) -> "Json":
        """The file as a JSON value; None if it is not JSON, or cannot be read."""
        if not self.is_json:
            return None
        from . import json_source

        try:
            return json_source.glance(self.data)
        except ImportFailure:
            return None

    @cached_property
    def is_warc(self) -> bool:
        """Whether the file is a web archive record after the other, compressed or not (ISO 28500)."""
        start = self.data[:_HEAD]
        if start.startswith(GZIP):
            try:
                start = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(start, 16)
            except zlib.error:
                return False
        return start.startswith(b"WARC/")

    @cached_property
    def is_message(self) -> bool:
        """Whether the file begins with the head of an e-mail, or of a page that was saved in one file (MHTML)."""
        headers = _HEADERS.match(self.data[:_LONGEST_HEADERS])
        return headers is not None and _OF_MESSAGE.search(headers[0]) is not None

    @property
    def is_safari_archive(self) -> bool:
        """Whether the file is a page as Safari saves it: a property list, in its binary form, with such a page."""
        return self.data.startswith(b"bplist00") and b"WebMainResource" in self.data

    @cached_property
    def is_answer(self) -> bool:
        """Whether the file begins with the head that a server sends before a page."""
        return _ANSWER.match(self.head) is not None

    @cached_property
    def is_brotli(self) -> bool:
        """Whether the file is markup or JSON in Brotli (RFC 7932), which has no mark of its own."""
        if "\ufffd" not in self.head or self.data.startswith((GZIP, ZIP)):
            return False
        import brotli

        try:
            start = Source(brotli.Decompressor().process(self.data[:_HEAD], output_buffer_limit=_HEAD))
        except brotli.error:
            return False
        return start.is_markup or start.is_json

    @property
    def is_packed(self) -> bool:
        """Whether the file is another one that is packed or below the head of an answer, and no web archive."""
        return self.is_answer or self.is_brotli or (self.data.startswith((GZIP, ZIP)) and not self.is_web_archive)

    @property
    def is_web_archive(self) -> bool:
        """Whether the file is a WARC, or a WACZ: a ZIP archive with WARCs in its folder `archive`."""
        names = (name for name in self.members if name.startswith("archive/"))
        return self.is_warc or any(name.endswith((".warc", ".warc.gz")) for name in names)

    @cached_property
    def members(self) -> frozenset[str]:
        """The names of the files in a ZIP archive; none where the file is no such archive, or a damaged one."""
        if not self.data.startswith(ZIP):
            return frozenset()
        import io
        import zipfile

        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                return frozenset(archive.namelist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            return frozenset()


def octets(source: str | bytes, where: str) -> bytes:
    """Return the bytes of a source; raise `ImportFailure` for what is neither bytes nor text, or only a path."""
    if isinstance(source, str) and not _PATH.fullmatch(source):
        return _encoded(source, where)
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source)
    path = f"the path {source} where the content is expected" if isinstance(source, str) else ""
    raise ImportFailure(path or instead(source, "the content is"), where, "give text or bytes; read() takes a path")


def _encoded(text: str, where: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise ImportFailure(
            f"lone surrogate U+{ord(text[error.start]):04X}",
            where,
            "decode the source with its real encoding, or pass its bytes",
            line=line,
        ) from error
