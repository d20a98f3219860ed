"""Superdesk Live Blog: posts of version 3 and later, and of the older shape of 2016.

A post is a package: its `groups` refer to items, each with its own type and HTML. Deletion is a mark, order a number
with fractions, and a post comes with the whole record of its user, of which nothing but the name that readers see is
read.
"""

from collections.abc import Iterator
from itertools import chain

from attrs import evolve

from ..model import Agent, Block, Embed, Entry, LiveBlog, Media, Span
from ..model.entry import Status
from ..zones import Zone
from . import markup, shapes, stamps
from .assembly import body, display_zone, each, finish, language, open_json, page_note, person
from .json_source import Node, nodes_of
from .options import Options
from .privacy import glimpse

_WANTED = "posts._items, or _items, with groups"
_STATUSES: dict[str, Status] = {
    "open": "published",
    "draft": "draft",
    "submitted": "draft",
    "comment": "comment",
}
# How the editor joins the credit to the caption of a picture.
_CREDIT = " Credit: "


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog in a file of posts, without ids; deleted posts, drafts and comments keep their status.

    Raises `ImportFailure` for bytes that are not JSON, and where there are no posts.
    """
    opened = open_json(data, options)
    root, notes = opened.root, opened.notes
    items = shapes.superdesk_items(opened.value)
    listing = root.node("posts") if root.has("posts") else root
    posts = list(nodes_of(items if isinstance(items, list) else [], notes, _path(opened.value, items)))
    clock = display_zone(options)
    meta, about = listing.node("_meta"), root.node("blog")
    total, size = meta.number("total"), meta.number("max_results")
    if total and size:
        notes += page_note(meta.number("page"), -(-total // size))
    languages = {language(post, "language") for post in posts}
    blog = LiveBlog(
        title=markup.line(about.text("title")),
        description=markup.line(about.text("description")),
        language=languages.pop() if len(languages) == 1 else None,
        timezone=options.timezone,
        url=options.url or about.text("public_url"),
        entries=each(posts, lambda node: _entry(node, clock, options.url)),
        declared_total=total,
    )
    return finish(data, options, blog, notes, "superdesk", wanted=_WANTED)


def _path(value: object, items: object) -> str:
    if items is value:
        return ""
    return "/posts/_items" if isinstance(value, dict) and "posts" in value else "/_items"


def _entry(node: Node, clock: Zone | None, base: str | None) -> Entry:
    items = list(_items(node))
    published = node.stamp("published_date")
    status = _status(node)
    return Entry(
        headline=markup.line(node.text("headline")),
        body=list(chain.from_iterable(_blocks(item, base) for item in items)),
        time=stamps.shown(published, clock),
        created=node.stamp("firstcreated", "_created"),
        published=published,
        modified=node.stamp("content_updated_date", "versioncreated", "_updated"),
        authors=_authors(node, items),
        key_event=node.flag("lb_highlight", "highlight"),
        pinned=node.flag("sticky"),
        status=status,
        native_id=node.text("_id", "guid"),
        order_key=node.key("order"),
        span=Span(element=node.path),
    )


def _items(node: Node) -> Iterator[Node]:
    """Yield the items of a post in the order that its groups refer to them, `root` being the list of the groups."""
    if not node.has("groups"):
        for name in ("mainItem", "items"):
            for ref in node.nodes(name):
                yield ref.node("item") if ref.has("item") else ref
        return
    for group in node.nodes("groups"):
        for ref in group.nodes("refs"):
            if ref.has("item"):
                yield ref.node("item")
            elif not ref.has("idRef"):
                ref.unread("refers to an item that is not here")


def _status(node: Node) -> Status:
    """Return the status of a post; what `state` says is of the desk's workflow, and `draft` on every post."""
    name = node.text("_id", "guid") or node.path
    stated = node.text("post_status") or "open"
    if node.flag("deleted") or node.text("pubstatus") in ("canceled", "cancelled"):
        return "deleted"
    if stated == "comment":
        node.note("reader-comment", f"{name} is a reader's comment")
    elif stated not in _STATUSES:
        node.note("unknown-status", f"{name} has the status {glimpse(stated)!r}; kept as a draft")
    return _STATUSES.get(stated, "draft")


def _authors(node: Node, items: list[Node]) -> list[Agent]:
    """Return the name that readers see: the byline, else the display name of who published the post."""
    if node.text("post_status") == "comment":
        return []  # a reader whose comment was never shown
    places = [node, *items[:1]]
    found = [place.text("byline") for place in places]
    for role in ("publisher", "original_creator"):
        for place in places:
            if isinstance(place.members.get(role), dict):  # else it is an identifier
                user = place.node(role)
                found.append(user.text("byline") or user.text("display_name"))
    return next(filter(None, map(person, found)), [])


def _blocks(item: Node, base: str | None) -> list[Block]:
    """Return the blocks of an item: its HTML, with what only its `meta` says of pictures and embeds."""
    kind, meta = item.text("item_type") or "", item.node("meta")
    found = body(item.text("text"), item.notes, base)
    if kind == "image":
        return [_picture(block, meta) if isinstance(block, Media) else block for block in found]
    if kind == "embed" and not any(isinstance(block, Embed) for block in found):
        return [*_card(meta), *found]
    if headline := markup.line(item.text("headline")):
        return [*body(headline, item.notes), *found]
    return found


def _picture(block: Media, meta: Node) -> Media:
    caption, _, credit = (block.caption or "").partition(_CREDIT)
    return evolve(
        block,
        caption=markup.line(meta.text("caption") or caption),
        credit=markup.line(meta.text("credit") or credit) or block.credit,
    )


def _card(meta: Node) -> list[Block]:
    """Return the embed that a card was made from; its words stand in the HTML beside it."""
    url = meta.text("original_url", "url")
    return [Embed(provider=meta.text("provider_name") or "embed", url=url)] if url else []
