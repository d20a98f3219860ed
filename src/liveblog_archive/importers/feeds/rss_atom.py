"""RSS and Atom, as `feedparser` reads them, beside their elements as they stand.

Bodies are taken as they stand, not as `feedparser` would clean them. What a feed, or `feedparser` for it, calls plain
text (Atom's `type="text"`, RFC 4287, 3.1.1.1) has no tags or entities: `a < b` and `<b>` in it are what people read.
"""

from collections.abc import Mapping

from attrs import evolve, frozen
from lxml import etree

from ...errors import ImportFailure
from ...model import Block, Entry, LiveBlog, Moment, Note, Span
from ...model.entry import Status
from ...model.moment import instant
from ...zones import Zone
from .. import markup
from ..assembly import body, display_zone, each, finish, language, organization
from ..json_source import Node, nodes_of
from ..markup.embeds import address
from ..options import Options
from ..privacy import without_mail
from ..shapes import Json
from . import elements, media_rss, parsing, people
from .characters import joined
from .items import LISTED, enclosed, goes_on, note_categories, shown

_WANTED = "items or entries"
# What Blogger files its posts and the comments of readers under, in one feed.
_KINDS: dict[str, Status] = {
    "http://schemas.google.com/blogger/2008/kind#post": "published",
    "http://schemas.google.com/blogger/2008/kind#comment": "comment",
}


@frozen
class _Feed:
    """What the items of a feed are read with: elements by their paths, and what is told as deleted, by its id."""

    clock: Zone | None
    base: str | None
    authors: people.Authors
    places: Mapping[str, etree._Element]
    gone: Mapping[str, Node]


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog that a feed is, without ids.

    Raises `ImportFailure` for a feed that declares entities, for what is no feed, and for one without items.
    """
    if parsing.declares_entities(data):
        raise ImportFailure("a feed that declares entities of its own", options.where, "take the declarations out")
    whole, notes = joined(data)
    parsed = parsing.parsed(media_rss.without_words(whole), options.where, notes)
    entries: list[dict[str, Json]] = [dict(entry) for entry in parsed.get("entries", [])]
    is_atom = str(parsed.get("version")).startswith("atom")
    root = elements.root_of(whole, parsed.get("encoding") or "utf-8")
    places = _places(root, entries, notes)
    notes += elements.unread(elements.items(root))
    feed = Node(dict(parsed.get("feed", {})), notes, "/feed")
    authors = people.of_atom(feed) if is_atom else people.of_rss(places)
    gone = elements.deleted(root, notes)
    about = _Feed(display_zone(options), options.url or feed.text("link"), authors, places, gone)
    if _links(feed, "next", "prev-archive"):  # RFC 5005, 3 and 4
        notes.append(goes_on())
    note_categories(feed, _categories(feed))
    found = each(nodes_of(entries, notes, "/entries"), lambda node: _entry(node, about))
    others = gone.keys() - {entry.native_id for entry in found}
    blog = LiveBlog(
        title=_line(feed, "title"),
        description=_line(feed, "subtitle"),
        language=language(feed, "language"),
        timezone=options.timezone,
        url=about.base,
        publisher=organization(feed.text("publisher")),
        authors=authors(feed),
        entries=[*found, *each((node for name, node in gone.items() if name in others), _gone)],
    )
    return finish(data, options, blog, notes, "feed", order=LISTED, media_type="application/xml", wanted=_WANTED)


def _places(root: etree._Element, entries: list[dict[str, Json]], notes: list[Note]) -> dict[str, etree._Element]:
    """Return the elements of a feed and its items by path; no item, with notes, where it is not told which is it."""
    channel, listed = root.find(".//{*}channel"), [*elements.items(root)]
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


def _is_plain(kind: str | None) -> bool:
    """Tell whether a text of this media type, as `feedparser` reports it, has no tags and no entities."""
    return kind is not None and kind.startswith("text/") and kind != "text/html"


def _is_text(kind: str | None) -> bool:
    """Tell whether content of this media type is words: other XML than XHTML, and what is in Base64, are none."""
    return kind is None or "/" not in kind or kind.startswith("text/") or kind == "application/xhtml+xml"


def _line(node: Node, name: str) -> str | None:
    """Return a title or another short text as one line."""
    text = node.text(name)
    if text and _is_plain(node.node(f"{name}_detail").text("type")):
        return " ".join(text.split())
    return markup.line(text)


def _construct(node: Node, base: str | None) -> list[Block]:
    """Return the blocks of a content or summary, as `feedparser` details it."""
    kind = node.text("type")
    if not _is_text(kind):
        node.unread(kind)
        return []
    text, within = node.text("value"), address(node.text("base"), base) or base
    return markup.paragraphs(text or "") if _is_plain(kind) else body(text, node.notes, within)


def _entry(stated: Node, feed: _Feed) -> Entry:
    clock, base, item = feed.clock, feed.base, feed.places.get(stated.path)
    node = _dated(stated, item)
    published, updated = node.stamp("published", zone=clock), node.stamp("updated", zone=clock)
    parts = [*node.nodes("content")]
    elsewhere = [part for part in parts if part.has("src")]
    content = [block for part in parts if part not in elsewhere for block in _construct(part, base)]
    # `feedparser` gives an item without a summary its content for one, without the details of it.
    read = content or ([] if elsewhere else _construct(node.node("summary_detail"), base))
    found = media_rss.with_media(read, [] if item is None else media_rss.blocks(item, base))
    note_categories(node, _categories(node))
    _note_origin(node, base)
    identifier = node.text("id", "link")
    status = "deleted" if _is_gone(feed.gone.get(identifier or ""), updated or published) else _status(node)
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
        native_id=identifier,
        span=Span(element=node.path),
    )


def _dated(node: Node, item: etree._Element | None) -> Node:
    """Return an item with the date of Dublin Core as when it was published, where nothing else tells.

    It is the one date of RSS 1.0, and `feedparser` takes it for when the item changed.
    """
    date = None if item is None or node.has("published") else elements.date(item)
    if not date:
        return node
    others = {name: value for name, value in node.members.items() if (name, value) != ("updated", date)}
    return evolve(node, members={**others, "published": date})


def _note_origin(node: Node, base: str | None) -> None:
    """Note what an item is about elsewhere, and the feed that it was taken from."""
    for url in _links(node, "related", "via"):
        node.note("link-unkept", address(url, base) or url)
    source = node.node("source")
    if told := ", ".join(filter(None, (_line(source, "title"), source.text("href", "link", "url")))):
        node.note("source-unkept", f"{node.path}: {without_mail(told)}")


def _links(node: Node, *relations: str) -> list[str]:
    """Return the addresses that a feed or item is in one of some relations to (RFC 4287, 4.2.7.2)."""
    links = (link for link in node.nodes("links") if link.text("rel") in relations)
    return [url for link in links if (url := link.text("href"))]


def _is_gone(told: Node | None, changed: Moment | None) -> bool:
    """Tell whether an item was deleted, and has not been changed since (RFC 6721, 3)."""
    if told is None:
        return False
    deleted, last = instant(told.stamp("when")), instant(changed)
    return deleted is None or last is None or last <= deleted


def _gone(node: Node) -> Entry:
    """Return an entry of which a feed tells that it was deleted, and when."""
    when = node.stamp("when")
    return Entry(status="deleted", modified=when, native_id=node.text("ref"), span=Span(element=node.path))


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
