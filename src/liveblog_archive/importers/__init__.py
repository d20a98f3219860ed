"""Importers: a table of plain functions, read from top to bottom.

An importer takes bytes (never a path or an address) and what the caller knows, and returns a blog without ids where
its source has none. `sniff` looks at the first bytes; a source that two importers claim is an error naming both.
"""

from collections.abc import Callable

from attrs import frozen

from ..errors import ImportFailure
from ..formats import Format
from ..model import LiveBlog
from .options import Options

__all__ = ["IMPORTERS", "Importer", "Options", "importer", "importer_for"]

_SNIFFED = 4096


@frozen
class Importer(Format):
    """A format that blogs are read from."""

    sniff: Callable[[bytes], bool]
    read: Callable[[bytes, Options], LiveBlog]


def _text(data: bytes, options: Options) -> LiveBlog:
    from . import text

    return text.read(data, options)


def _jsonld(data: bytes, options: Options) -> LiveBlog:
    from ..interchange import jsonld

    options.refuse_all("jsonld")
    return jsonld.read(data)


def _xml(data: bytes, options: Options) -> LiveBlog:
    from ..interchange import xml

    options.refuse_all("xml")
    return xml.read(data)


def _begins(head: bytes, mark: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(mark)


def _is_text(head: bytes) -> bool:
    return not (_begins(head, b"{") or _begins(head, b"<"))


IMPORTERS = (
    Importer("jsonld", (".jsonld", ".json"), "application/ld+json", "what this library wrote as JSON-LD",
             lambda head: _begins(head, b"{"), _jsonld),
    Importer("xml", (".xml",), "application/xml", "what this library wrote as XML",
             lambda head: _begins(head, b"<"), _xml),
    Importer("text", (".txt", ".md", ".text"), "text/plain", "pasted text with printed times", _is_text, _text),
)  # fmt: skip


def importer(name: str) -> Importer:
    """Return the importer called `name`; raise `ImportFailure` when there is none."""
    for candidate in IMPORTERS:
        if candidate.name == name:
            return candidate
    raise ImportFailure(f"unknown format {name!r}", remedy=f"use one of: {', '.join(i.name for i in IMPORTERS)}")


def importer_for(data: bytes, where: str) -> Importer:
    """Return the one importer that claims `data`; raise `ImportFailure` when two do, naming both."""
    claims = [candidate for candidate in IMPORTERS if candidate.sniff(data[:_SNIFFED])]
    if len(claims) != 1:
        names = " and ".join(claim.name for claim in claims) or "no importer"
        raise ImportFailure(f"claimed by {names}", where, "name its format with --from (format=)")
    return claims[0]
