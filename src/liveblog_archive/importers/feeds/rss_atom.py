"""RSS and Atom, as `feedparser` reads them, beside their elements as they stand.

Bodies are taken as they stand, not as `feedparser` would clean them. What a feed, or `feedparser` for it, calls plain
text (Atom's `type="text"`, RFC 4287, 3.1.1.1) has no tags or entities: `a < b` and `<b>` in it are what people read.
"""

import io
import re
import xml.sax
from collections.abc import Mapping
from typing import Any

from attrs import frozen
from lxml import etree

from ...errors import ImportFailure
from ...model import Block, Entry, LiveBlog, Note, Span
from ...model.entry import Status
from ...zones import Zone
from .. import markup
from ..assembly import body, display_zone, each, finish, language, organization
from ..json_source import Node, nodes_of
from ..marks import marked
from ..markup.embeds import address
from ..options import Options
from ..shapes import Json
from . import media_rss, people
from .characters import joined
from .elements import items, root_of
from .items import LISTED, enclosed, note_categories, shown

# What `feedparser` raises of a feed that it did not foresee, such as one with &#x110000; in it.
_DEFECTS = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)
# A declaration of the document type with declarations inside it, and what may stand before it (XML 1.0, 2.8).
_OWN_DECLARATIONS = re.compile(
    rb"(?:\s|<\?(?:(?!\?>).)*\?>|<!--(?:(?!-->).)*-->)*<!DOCTYPE(?:[^>\[\"']|\"[^\"]*\"|'[^']*')*\[",
    re.DOTALL | re.IGNORECASE,
)
_WANTED = "items or entries"
# What Blogger files its posts and the comments of readers under, in one feed.
_KINDS: dict[str, Status] = {
    "http://schemas.google.com/blogger/2008/kind#post": "published",
    "http://schemas.google.com/blogger/2008/kind#comment": "comment",
}


@frozen
class _Feed:
    """What the items of a feed are read with: `places` are elements by their paths, as `_places` gives them."""

    clock: Zone | None
    base: str | None
    authors: people.Authors
    places: Mapping[str, etree._Element]


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog that a feed is, without ids.

    Raises `ImportFailure` for a feed that declares entities, for what is no feed, and for one without items.
    """
    if _declares_entities(data):
        raise ImportFailure("a feed that declares entities of its own", options.where, "take the declarations out")
    whole, notes = joined(data)
    parsed = _parsed(media_rss.without_words(whole), options.where, notes)
    entries = [dict(entry) for entry in parsed.get("entries", [])]
    is_atom = str(parsed.get("version")).startswith("atom")
    root = root_of(whole)
    places = _places(root, entries, notes)
    feed = Node(dict(parsed.get("feed", {})), notes, "/feed")
    authors = people.of_atom(feed) if is_atom else people.of_rss(places)
    about = _Feed(display_zone(options), options.url or feed.text("link"), authors, places)
    note_categories(feed, _categories(feed))
    blog = LiveBlog(
        title=_line(feed, "title"),
        description=_line(feed, "subtitle"),
        language=language(feed, "language"),
        timezone=options.timezone,
        url=about.base,
        publisher=organization(feed.text("publisher")),
        authors=authors(feed),
        entries=each(nodes_of(entries, notes, "/entries"), lambda node: _entry(node, about)),
    )
    return finish(data, options, blog, notes, "feed", order=LISTED, media_type="application/xml", wanted=_WANTED)


def _places(root: etree._Element, entries: list[dict[str, Json]], notes: list[Note]) -> dict[str, etree._Element]:
    """Return the elements of a feed and its items by path; no item, with notes, where it is not told which is it."""
    channel, listed = root.find(".//{*}channel"), [*items(root)]
    found = {"/feed": root if channel is None else channel}
    if len(listed) == len(entries):
        return found | {f"/entries/{place}": item for place, item in enumerate(listed)}
    # Authors of Atom are those of `feedparser`.
    authors = channel is not None and any("author" in entry for entry in entries)
    for what, is_lost in (("media", any(map(media_rss.blocks, listed))), ("authors", authors)):
        if is_lost:
            text = f"{what}: the feed is too damaged to tell of which items"
            notes.append(Note(code="unread-element", text=text))
    return found


def _declares_entities(data: bytes) -> bool:
    """Tell whether a feed declares entities, which could stand for any file or size; to quote one is no declaration.

    ASCII is read in every encoding that XML processors know, for those of two or four octets fill up with zeros.
    """
    mark, _ = marked(data)
    plain = data[len(mark) :].replace(b"\0", b"")
    found = _OWN_DECLARATIONS.match(plain)
    return found is not None and b"<!ENTITY" in plain[found.end() :]


def _parsed(data: bytes, where: str, notes: list[Note]) -> dict[str, Any]:
    """Return what `feedparser` finds, and note where the feed is not what its standard says."""
    import feedparser

    # A stream, for it would take bytes for a path or an address first.
    try:
        found: dict[str, Any] = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except _DEFECTS as error:
        raise ImportFailure(
            f"a feed that is damaged beyond reading: {error}", where, "save it again, or mend it"
        ) from error
    problem = found.get("bozo_exception")
    if isinstance(problem, xml.sax.SAXParseException):
        text = f"{problem.getMessage()}; read as far as it can be"
        notes.append(Note(code="damaged-feed", text=text, line=max(1, problem.getLineNumber() or 1)))
    elif problem is not None:
        notes.append(Note(code="damaged-feed", text=str(problem) or type(problem).__name__))
    return found


def _is_plain(kind: str | None) -> bool:
    """Tell whether a text of this media type, as `feedparser` reports it, has no tags and no entities."""
    return kind is not None and kind.startswith("text/") and kind != "text/html"


def _line(node: Node, name: str) -> str | None:
    """Return a title or another short text as one line."""
    text = node.text(name)
    if text and _is_plain(node.node(f"{name}_detail").text("type")):
        return " ".join(text.split())
    return markup.line(text)


def _construct(node: Node, base: str | None) -> list[Block]:
    """Return the blocks of a content or summary, as `feedparser` details it."""
    text, base = node.text("value"), address(node.text("base"), base) or base
    return markup.paragraphs(text or "") if _is_plain(node.text("type")) else body(text, node.notes, base)


def _entry(node: Node, feed: _Feed) -> Entry:
    clock, base = feed.clock, feed.base
    published, updated = node.stamp("published", zone=clock), node.stamp("updated", zone=clock)
    parts = [*node.nodes("content")]
    elsewhere = [part for part in parts if part.has("src")]
    content = [block for part in parts for block in _construct(part, base)]
    # `feedparser` gives an item without a summary its content for one, without the details of it.
    read = content or ([] if elsewhere else _construct(node.node("summary_detail"), base))
    item = feed.places.get(node.path)
    found = media_rss.with_media(read, [] if item is None else media_rss.blocks(item, base))
    note_categories(node, _categories(node))
    status = _status(node)
    return Entry(
        headline=_line(node, "title"),
        body=[*found, *enclosed([*node.nodes("links"), *elsewhere], found, base)],
        time=shown(node, published, updated, clock),
        created=node.stamp("created", zone=clock),
        published=published,
        modified=updated,
        authors=feed.authors(node) if status != "comment" else [],
        summary=_line(node, "summary") if (content or elsewhere) and node.has("summary_detail") else None,
        status=status,
        url=_page(node, base),
        native_id=node.text("id", "link"),
        span=Span(element=node.path),
    )


def _status(node: Node) -> Status:
    """Return the status of an item: a draft is not for readers yet (RFC 5023, 13.1.1)."""
    kinds = {_KINDS[term] for one in node.nodes("tags") if (term := one.text("term")) in _KINDS}
    if "comment" in kinds:
        node.note("reader-comment", f"{node.text('id') or node.path} is a reader's comment")
        return "comment"
    # `feedparser` knows not this namespace, and calls what stands in it by the prefix that a feed has for it.
    drafts = [name for name in node.members if name.rpartition("_")[2] == "draft"]
    return "draft" if any(node.text(name) == "yes" for name in drafts) else "published"


def _page(node: Node, base: str | None) -> str | None:
    """Return the address of an item's page; where `feedparser` gives the id for one, only what leads to a page."""
    link = node.text("link")
    if link == node.text("id") and not (link or "").startswith(("http://", "https://")):
        return None
    return address(link, base)


def _categories(node: Node) -> list[str]:
    """Return the categories of RSS or Atom that tell no status: the label that people read, else the term."""
    told = [one for one in node.nodes("tags") if one.text("term") not in _KINDS]
    return [name for one in told if (name := one.text("label", "term"))]
