"""Importers: a table of plain functions, read from top to bottom.

An importer takes bytes (never a path or an address) and what the caller knows, and returns a blog without ids where
its source has none. `sniff` looks at the content alone; a source that two importers claim is an error naming both.
"""

from collections.abc import Callable
from importlib import import_module

from attrs import evolve, frozen

from ..errors import ImportFailure
from ..formats import Format
from ..model import LiveBlog
from . import shapes
from .captured import Captured, Captures
from .options import Options
from .others import refuse_others
from .shapes import Json
from .source import Source

__all__ = ["IMPORTERS", "Captured", "Captures", "Importer", "Options", "Source", "claims", "importer", "importer_for"]


@frozen
class Importer(Format):
    """A format that blogs are read from; `sign` says by what a file of it is known.

    Files of a `complete` one hold all that `Options` can supply, so that any option is an error. A `collection` reads
    a format that holds captures of several times or blogs.
    """

    sign: str
    sniff: Callable[[Source], bool]
    reader: Callable[[bytes, Options], LiveBlog]
    complete: bool = False
    collection: Callable[[bytes, Options], Captures] | None = None

    def read(self, data: bytes, options: Options) -> LiveBlog:
        """Return the live blog in a file; raise `ImportFailure` when there is none that can be read."""
        if self.complete:
            options.refuse_all(self.name)
        return self.reader(data, options)

    def captures(self, data: bytes, options: Options) -> Captures:
        """Return every capture in a file; errors are those of `read`."""
        if self.collection is not None:
            return self.collection(data, options)
        return Captures([[Captured(self.read(data, options), data)]])


def _read_by(module: str) -> Callable[[bytes, Options], LiveBlog]:
    """Return a function that calls `read` of a module here, which is imported when it is called."""

    def read(data: bytes, options: Options) -> LiveBlog:
        blog: LiveBlog = import_module(f".{module}", __package__).read(data, options)
        return blog

    return read


def _jsonld(data: bytes, _: Options) -> LiveBlog:
    from ..interchange import jsonld

    return jsonld.read(data)


def _xml(data: bytes, _: Options) -> LiveBlog:
    from ..interchange import xml

    return xml.read(data)


def _captures(data: bytes, options: Options) -> Captures:
    from . import warc

    return warc.captures(data, options)


def _holds(shape: Callable[[Json], bool]) -> Callable[[Source], bool]:
    """Return a function that tells whether a file is JSON of a shape."""
    return lambda source: shape(source.json)


def _is_text(source: Source) -> bool:
    """Whatever is no other kind of file is text, or is refused as no text by the one who knows texts."""
    is_page = source.is_markup or source.is_message or source.is_safari_archive
    return not (is_page or source.is_json or source.is_warc or source.is_packed or source.members)


def _is_own_json(source: Source) -> bool:
    """Whether this library wrote it; of a damaged file, only its first member tells."""
    own_start = source.head.replace("\r", "").startswith('{\n"@context"')
    return shapes.is_own(source.json) or (source.json is None and own_start)


def _is_feed(source: Source) -> bool:
    name = source.root.rpartition(":")[2]  # whatever prefix a feed has for its vocabulary
    return name in ("rss", "feed", "RDF") or shapes.is_json_feed(source.json)


def _is_page(source: Source) -> bool:
    """Whether it is markup of no kind that another importer reads: pages begin with all sorts of elements."""
    return source.is_markup and source.root != "liveBlog" and not _is_feed(source)


def _is_web_archive(source: Source) -> bool:
    return source.is_web_archive or shapes.is_har(source.json)


IMPORTERS = (
    Importer("jsonld", (".jsonld", ".json"), "application/ld+json", "what this library wrote as JSON-LD",
             "a JSON object with the members @context and format", _is_own_json, _jsonld, complete=True),
    Importer("xml", (".xml",), "application/xml", "what this library wrote as XML",
             "a root element liveBlog", lambda source: source.root == "liveBlog", _xml, complete=True),
    Importer("html", (".html", ".htm", ".xhtml"), "text/html", "saved pages: JSON-LD, microdata, RDFa, AMP, text",
             "markup that is neither the library's own nor a feed", _is_page, _read_by("html")),
    Importer("schemaorg", (".jsonld", ".json"), "application/ld+json",
             "schema.org's LiveBlogPosting as others write it", "a type LiveBlogPosting, or a member liveBlogUpdate",
             _holds(shapes.is_schemaorg), _read_by("schemaorg")),
    Importer("guardian", (".json",), "application/json", "page model and Content API of the Guardian",
             "blocks with elements, or blocks.body", _holds(shapes.is_guardian), _read_by("guardian")),
    Importer("bbc", (".json",), "application/json", "live pages of the BBC",
             "liveTextStream.content.data.results", _holds(shapes.is_bbc), _read_by("bbc")),
    Importer("superdesk", (".json",), "application/json", "posts of Superdesk Live Blog",
             "items with post_status and groups", _holds(shapes.is_superdesk), _read_by("superdesk")),
    Importer("wordpress", (".json",), "application/json", "entries of Automattic's Liveblog for WordPress",
             "entries with a type and entry_time", _holds(shapes.is_wordpress), _read_by("wordpress")),
    Importer("scribblelive", (".json",), "application/json", "events of ScribbleLive",
             "Posts with Content and Created", _holds(shapes.is_scribblelive), _read_by("scribblelive")),
    Importer("mapping", (".json",), "application/json", "any JSON, by a mapping (24liveblog without one)",
             "data.news with nid and contents, or a mapping that you give",
             _holds(shapes.is_24liveblog), _read_by("mapping")),
    Importer("feed", (".rss", ".atom", ".xml", ".json"), "application/rss+xml", "RSS, Atom and JSON Feed",
             "a root element rss, feed or RDF, or a JSON Feed version", _is_feed, _read_by("feeds")),
    Importer("warc", (".warc", ".warc.gz", ".wacz", ".har"), "application/warc",
             "live blogs in WARC and WACZ archives, and HAR",
             "a record that begins with WARC/, a ZIP with archive/*.warc, or log.entries of a HAR",
             _is_web_archive, _read_by("warc"), collection=_captures),
    Importer("mhtml", (".mhtml", ".mht", ".eml"), "multipart/related", "pages saved in one file (MHTML), and e-mails",
             "a head of a message, with MIME-Version or Content-Type",
             lambda source: source.is_message, _read_by("mhtml")),
    Importer("webarchive", (".webarchive",), "application/x-webarchive", "pages as Safari saves them",
             "a property list with WebMainResource",
             lambda source: source.is_safari_archive, _read_by("webarchive")),
    Importer("packed", (".html.gz", ".json.gz", ".zip"), "application/zip",
             "one page in ZIP or gzip, or below its HTTP head",
             "gzip, a ZIP, or a first line HTTP/1.1 200", lambda source: source.is_packed, _read_by("packed")),
    Importer("text", (".txt", ".md", ".text"), "text/plain", "pasted text with printed times",
             "neither markup, JSON nor an archive", _is_text, _read_by("text")),
)  # fmt: skip


def importer(name: str) -> Importer:
    """Return the importer called `name`; raise `ImportFailure` when there is none."""
    for candidate in IMPORTERS:
        if candidate.name == name:
            return candidate
    raise ImportFailure(f"unknown format {name!r}", remedy=f"use one of: {', '.join(i.name for i in IMPORTERS)}")


def claims(data: bytes) -> list[Importer]:
    """Return the importers that know a file by its content: one for every file that is what it seems to be."""
    return _claims(Source(data))


def _claims(source: Source) -> list[Importer]:
    return [candidate for candidate in IMPORTERS if candidate.sniff(source)]


def importer_for(data: bytes, where: str) -> Importer:
    """Return the one importer that claims `data`; raise `ImportFailure` when none does, or two do, naming both."""
    source = Source(data)
    refuse_others(source, where)
    found = _claims(source)
    if len(found) == 1:
        return found[0]
    if not found:
        raise _unknown(source, where)
    names = " and ".join(claim.name for claim in found)
    raise ImportFailure(f"claimed by {names}", where, "name its format: format=")


def _unknown(source: Source, where: str) -> ImportFailure:
    """Return the error for a file of a kind that is known, but of no format."""
    if not source.is_json:
        return ImportFailure("claimed by no importer", where, "name its format: format=")
    from . import json_source

    try:
        json_source.load(source.data)
    except ImportFailure as error:
        return evolve(error, where=where, remedy=f"{error.remedy}, or, if it is a text, name it: format='text'")
    return ImportFailure(
        "JSON, but of no format that is known",
        where,
        "say where its entries are, with mapping=",
    )
