"""Feeds: RSS 0.9 to 2.0 and Atom as `feedparser` reads them, Media RSS, and JSON Feed 1 (jsonfeed.org).

An item of a feed is an entry. Bodies are taken as they stand, not as `feedparser` would clean them. What a feed, or
`feedparser` for it, calls plain text (Atom's `type="text"`, RFC 4287, 3.1.1.1) has no tags or entities: `a < b` and
`<b>` in it are what people read. Of authors the name and the page are read, and nothing else: no e-mail address, no
picture. RSS puts e-mail addresses beside names, and the elements of RSS that name authors are read here: `feedparser`
cuts long addresses short, and takes what is left for the name.
"""

import io
import re
import xml.sax
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from attrs import evolve
from lxml import etree

from ..errors import ImportFailure
from ..model import Agent, Block, Entry, LiveBlog, Media, Moment, Note, Span
from ..model.order import Order
from ..zones import Zone
from . import markup, media_rss, shapes, stamps
from .assembly import (
    MEDIA_KINDS,
    Opened,
    body,
    display_zone,
    each,
    finish,
    language,
    named,
    open_json,
    organization,
    person,
    profile,
)
from .json_source import Node, nodes_of
from .marks import marked
from .options import Options
from .privacy import without_mail
from .shapes import Json
from .source import Source

# What `feedparser` raises of a feed that it did not foresee, such as one with &#x110000; in it.
_DEFECTS = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)
_Authors = Callable[[Node], list[Agent]]
# RSS 2.0, and Dublin Core's creator and contributor.
_AUTHORS = ("{*}author", "{*}creator", "{*}managingEditor")
_CONTRIBUTORS = ("{*}contributor",)
# A declaration of the document type with declarations inside it, and what may stand before it (XML 1.0, 2.8).
_OWN_DECLARATIONS = re.compile(
    rb"(?:\s|<\?(?:(?!\?>).)*\?>|<!--(?:(?!-->).)*-->)*<!DOCTYPE(?:[^>\[\"']|\"[^\"]*\"|'[^']*')*\[",
    re.DOTALL | re.IGNORECASE,
)
_LISTED: Order = "newest-first"  # as programs write feeds
_WANTED = "items or entries"


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog that a feed is, without ids.

    Raises `ImportFailure` for a feed that declares entities, for what is no feed, and for one without items.
    """
    if Source(data).is_json:
        return _json_feed(data, options)
    if _declares_entities(data):
        raise ImportFailure("a feed that declares entities of its own", options.where, "take the declarations out")
    plain, media = media_rss.taken(data)
    parsed, notes = _parsed(plain, options.where)
    feed = Node(dict(parsed.get("feed", {})), notes, "/feed")
    clock, base = display_zone(options), options.url or feed.text("link")
    items = [dict(entry) for entry in parsed.get("entries", [])]
    shown = {f"/entries/{place}": blocks for place, blocks in enumerate(media)} if len(media) == len(items) else {}
    if any(media) and not shown:
        notes.append(Note(code="unread-element", text="media: the feed is too damaged to tell of which items"))
    entries = nodes_of(items, notes, "/entries")
    is_atom = str(parsed.get("version")).startswith("atom")
    authors = _atom_authors(feed) if is_atom else _rss_authors(data, items, notes)
    _note_categories(feed, _categories(feed))
    blog = LiveBlog(
        title=_line(feed, "title"),
        description=_line(feed, "subtitle"),
        language=language(feed, "language"),
        timezone=options.timezone,
        url=base,
        publisher=organization(feed.text("publisher")),
        authors=authors(feed),
        entries=each(entries, lambda node: _entry(node, clock, base, authors(node), shown.get(node.path, ()))),
    )
    return finish(data, options, blog, notes, "feed", order=_LISTED, media_type="application/xml", wanted=_WANTED)


def _declares_entities(data: bytes) -> bool:
    """Tell whether a feed declares entities, which could stand for any file or size; to quote one is no declaration.

    ASCII is read in every encoding that XML processors know, for those of two or four octets fill up with zeros.
    """
    mark, _ = marked(data)
    plain = data[len(mark) :].replace(b"\0", b"")
    found = _OWN_DECLARATIONS.match(plain)
    return found is not None and b"<!ENTITY" in plain[found.end() :]


def _parsed(data: bytes, where: str) -> tuple[dict[str, Any], list[Note]]:
    """Return what `feedparser` finds, and a note where the feed is not what its standard says."""
    import feedparser

    # A stream, for it would take bytes for a path or an address first.
    try:
        found = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except _DEFECTS as error:
        raise ImportFailure(
            f"a feed that is damaged beyond reading: {error}", where, "save it again, or mend it"
        ) from error
    problem = found.get("bozo_exception")
    if problem is None:
        return found, []
    if isinstance(problem, xml.sax.SAXParseException):
        text = f"{problem.getMessage()}; read as far as it can be"
        return found, [Note(code="damaged-feed", text=text, line=max(1, problem.getLineNumber() or 1))]
    return found, [Note(code="damaged-feed", text=str(problem) or type(problem).__name__)]


def _is_plain(kind: str | None) -> bool:
    """Tell whether a text of this media type, as `feedparser` reports it, has no tags and no entities."""
    return kind is not None and kind.startswith("text/") and kind != "text/html"


def _line(node: Node, name: str) -> str | None:
    """Return a title or another short text as one line."""
    text = node.text(name)
    if text and _is_plain(node.node(f"{name}_detail").text("type")):
        return " ".join(text.split())
    return markup.line(text)


def _body(node: Node, kind: str | None, text: str | None, base: str | None) -> list[Block]:
    return markup.paragraphs(text or "") if _is_plain(kind) else body(text, node.notes, base)


def _entry(node: Node, clock: Zone | None, base: str | None, authors: list[Agent], media: Sequence[Block]) -> Entry:
    published, updated = node.stamp("published", zone=clock), node.stamp("updated", zone=clock)
    parts = [*node.nodes("content")]
    content = [(part.text("type"), part.text("value")) for part in parts]
    told = content or [(node.node("summary_detail").text("type"), node.text("summary"))]
    read = [block for kind, text in told for block in _body(node, kind, text, base)]
    found = media_rss.with_media(read, media)
    _note_categories(node, _categories(node))
    return Entry(
        headline=_line(node, "title"),
        body=[*found, *_media([*node.nodes("links"), *(part for part in parts if part.has("src"))], found)],
        time=_shown(node, published, updated, clock),
        created=node.stamp("created", zone=clock),
        published=published,
        modified=updated,
        authors=authors,
        # `feedparser` gives an item without a summary its content for one, without the details of it.
        summary=_line(node, "summary") if content and node.has("summary_detail") else None,
        url=node.text("link"),
        native_id=node.text("id", "link"),
        span=Span(element=node.path),
    )


def _shown(node: Node, published: Moment | None, updated: Moment | None, clock: Zone | None) -> Moment | None:
    """Return when readers saw an item: its publication, else its last change, with a note."""
    if published is None and updated is not None:
        node.notes.append(Note(code="time-of-change", text=f"{node.path} states when it changed, not when it began"))
    return stamps.shown(published or updated, clock)


def _named(name: str | None, url: str | None = None) -> list[Agent]:
    """Return the author of this name, which is plain text in Atom and JSON Feed; nobody where none is named."""
    plain = " ".join((named(name) or "").split())
    return [Agent(name=plain, url=profile(url))] if plain else []


def _with_contributors(authors: list[Agent], contributors: list[Agent]) -> list[Agent]:
    """Return the authors, and behind them whoever else contributed, in that role."""
    named = {author.name for author in authors}
    return [*authors, *(evolve(one, role="contributor") for one in contributors if one.name not in named)]


def _atom_authors(feed: Node) -> _Authors:
    """Return who tells the authors of a node of Atom, where each has an element of the name and one of the page."""

    def people(node: Node, name: str) -> list[Agent]:
        return [agent for one in node.nodes(name) for agent in _named(one.text("name"), one.text("href"))]

    of_feed = people(feed, "authors")

    def authors(node: Node) -> list[Agent]:
        own, contributors = people(node, "authors"), people(node, "contributors")
        # An entry that names no author has those of its feed (RFC 4287, 4.2.1), before who contributed to it.
        return _with_contributors(own or (of_feed if contributors else []), contributors)

    return authors


def _rss_authors(data: bytes, entries: Sequence[dict[str, Json]], notes: list[Note]) -> _Authors:
    """Return who tells the authors of a node of RSS, which writes `ada@news.example (Ada Example)`."""
    root = media_rss.root_of(data)
    places = {f"/entries/{place}": item for place, item in enumerate(media_rss.items(root))}
    if len(places) != len(entries):
        places = {}
        if any("author" in entry for entry in entries):
            text = "authors: the feed is too damaged to tell of which items"
            notes.append(Note(code="unread-element", text=text))
    for channel in root.iter("{*}channel"):
        places["/feed"] = channel

    def authors(node: Node) -> list[Agent]:
        if node.path not in places:
            return []
        found = places[node.path]
        return _with_contributors(_people_of(found, *_AUTHORS), _people_of(found, *_CONTRIBUTORS))

    return authors


def _people_of(element: etree._Element, *tags: str) -> list[Agent]:
    texts = ["".join(one.itertext()) for one in element.iterchildren(*tags)]
    return [*dict.fromkeys(agent for text in texts for agent in person(text))]


def _categories(node: Node) -> list[str]:
    """Return the categories of RSS or Atom: the label that people read, else the term."""
    return [name for one in node.nodes("tags") if (name := one.text("label", "term"))]


def _note_categories(node: Node, names: Iterable[str]) -> None:
    """Note the categories that a node is filed under, for which the model has no place."""
    if told := ", ".join(dict.fromkeys(names)):
        node.note("category-unkept", f"{node.path}: {without_mail(told)}")


def _media(links: Iterable[Node], shown: Iterable[Block]) -> list[Block]:
    """Return what is enclosed with an item, or its content elsewhere (RFC 4287, 4.1.3.2), that no body shows."""
    there = {block.url for block in shown if isinstance(block, Media)}
    found: list[Block] = []
    for link in links:
        url = link.text("href", "src", "url")
        kind = (link.text("type", "mime_type") or "").partition("/")[0]
        if link.text("rel") in ("enclosure", None) and url and url not in there:
            found.append(Media(kind=MEDIA_KINDS.get(kind, "document"), url=url, alt=link.text("title")))
    return found


def _json_feed(data: bytes, options: Options) -> LiveBlog:
    opened: Opened = open_json(data, options)
    if not shapes.is_json_feed(opened.value):
        raise ImportFailure("JSON, but no JSON Feed: it names no version", options.where, "check what it is")
    root, notes, clock = opened.root, opened.notes, display_zone(options)
    url = options.url or root.text("home_page_url")
    if root.has("next_url"):
        notes.append(Note(code="page-of-several", text="the feed goes on in another file"))
    blog = LiveBlog(
        title=root.text("title"),
        description=root.text("description"),
        language=language(root, "language"),
        timezone=options.timezone,
        url=url,
        authors=_people(root),
        entries=each(root.nodes("items"), lambda node: _item(node, clock, url)),
    )
    return finish(
        data, options, blog, notes, "feed", order=_LISTED, media_type="application/feed+json", wanted="items"
    )


def _item(node: Node, clock: Zone | None, base: str | None) -> Entry:
    published, updated = node.stamp("date_published", zone=clock), node.stamp("date_modified", zone=clock)
    html = node.text("content_html")
    found = body(html, node.notes, base) if html else markup.paragraphs(node.text("content_text") or "")
    pictures = [Media(kind="image", url=url) for url in (node.text("image"), node.text("banner_image")) if url]
    found = media_rss.with_media(found, pictures)
    if about := node.text("external_url"):
        node.notes.append(Note(code="link-unkept", text=about))
    _note_categories(node, node.texts("tags"))
    return Entry(
        headline=" ".join((node.text("title") or "").split()) or None,
        body=[*found, *_media(node.nodes("attachments"), found)],
        time=_shown(node, published, updated, clock),
        published=published,
        modified=updated,
        authors=_people(node),
        summary=node.text("summary"),
        url=node.text("url"),
        native_id=node.text("id"),
        span=Span(element=node.path),
    )


def _people(node: Node) -> list[Agent]:
    """Return the authors of JSON Feed 1.1, or the one of 1.0."""
    authors = node.nodes("authors") if node.has("authors") else node.nodes("author")
    return [agent for author in authors for agent in _named(author.text("name"), author.text("url"))]
