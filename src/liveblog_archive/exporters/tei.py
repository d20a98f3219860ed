"""TEI P5 (https://tei-c.org/guidelines/p5/): a live blog as a text that scholarly tools read, not read back.

Each entry is a `div` of the type `entry`, with the paragraphs of its body, its time as `date`, its authors as
`byline`, and its id, version and citation in a `note`. Ids that XML cannot have as names stand in `idno`. What TEI
has no element for stays in words; a character that XML cannot carry is made visible, as `[U+000B]`.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from ..canonical import timestamp
from ..characters import visible
from ..citation import Citer
from ..errors import ExportError
from ..identity import EntryId, version_id
from ..interchange import xml_escapes as escapes
from ..model import (
    Agent,
    Block,
    Embed,
    Entry,
    Heading,
    ListBlock,
    LiveBlog,
    Media,
    Moment,
    Paragraph,
    Quotation,
)
from ..version import __version__
from .options import Options, shown

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_NONCHARACTERS = {0xFFFE: "[U+FFFE]", 0xFFFF: "[U+FFFF]"}


def write(blog: LiveBlog, options: Options) -> Iterator[bytes]:
    """Yield a blog as one TEI document in UTF-8: its header, the introduction, then entry by entry.

    Raises `ExportError` where the blog or an entry has no id.
    """
    for what, name in (("the blog", blog.id), *((f"entry {n}", each.id) for n, each in enumerate(blog.entries, 1))):
        if not name:
            raise ExportError(f"{what} has no id", "tei", "pass the blog through identify first")
    return (part.encode() for part in _parts(blog, options))


def _parts(blog: LiveBlog, options: Options) -> Iterator[str]:
    citer = Citer(blog)
    language = f' xml:lang="{blog.language}"' if blog.language else ""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="{NAMESPACE}"{language}>\n{_header(blog, citer)}<text>\n'
    if blog.introduction:
        yield f'<front>\n<div type="introduction">\n{_body(blog.introduction)}</div>\n</front>\n'
    yield "<body>\n"
    entries = shown(blog, options)
    for entry in entries:
        yield _entry(entry, citer)
    if not entries:  # a body holds at least one component
        yield "<p/>\n"
    yield "</body>\n</text>\n</TEI>\n"


def _text(text: str) -> str:
    return escapes.content(visible(text).translate(_NONCHARACTERS).replace("\r", ""))


def _attribute(text: str) -> str:
    return escapes.attribute(visible(text).translate(_NONCHARACTERS))


def _element(tag: str, text: str | None, attributes: str = "") -> str:
    """Return an element on a line of its own; nothing where there is no text."""
    return f"<{tag}{attributes}>{_text(text)}</{tag}>\n" if text else ""


def _header(blog: LiveBlog, citer: Citer) -> str:
    title = _element("title", blog.title or "Live blog")
    authors = "".join(f"<author>{_agent(agent)}</author>\n" for agent in blog.authors)
    publisher = f"<publisher>{_agent(blog.publisher)}</publisher>\n" if blog.publisher else ""
    address = _idno("URL", blog.url) if blog.url else ""
    source = _element("bibl", citer.render(None, "apa"))
    if blog.capture:
        source += f"<bibl>Captured source, {_text(blog.capture.media_type)}. {_idno('SHA-256', blog.capture.sha256)}</bibl>\n"
    return (
        f"<teiHeader>\n<fileDesc>\n<titleStmt>\n{title}{authors}</titleStmt>\n"
        f"<publicationStmt>\n{publisher or _element('p', 'The publisher is not stated.')}"
        f"{_idno('URI', blog.id) + address if publisher else ''}</publicationStmt>\n"
        f"<sourceDesc>\n{source}</sourceDesc>\n</fileDesc>\n"
        f"<encodingDesc>\n<appInfo>\n<application ident=\"liveblog_archive\" version=\"{__version__}\">\n"
        "<label>liveblog_archive</label>\n</application>\n</appInfo>\n</encodingDesc>\n</teiHeader>\n"
    )
