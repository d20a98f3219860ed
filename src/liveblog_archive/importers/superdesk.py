"""Superdesk Live Blog: posts of version 3 and later, and of the older shape of 2016.

A post is a package: its `groups` refer to items, each with its own type and HTML. Deletion is a mark, order a number
with fractions, and a post comes with the whole record of its user, of which nothing but the name that readers see is
read.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from attrs import evolve

from ..model import Agent, Block, Embed, Entry, LiveBlog, Media, Paragraph, Quotation, Span
from ..model.entry import Status
from ..zones import Zone
from . import markup, shapes, stamps
from .assembly import body, display_zone, each, finish, language, line, open_json, page_note, person, words
from .json_source import Node, nodes_of
from .native_ids import key
from .options import Options
from .privacy import glimpse

_WANTED = "posts._items, or _items, with groups"
_STATUSES: dict[str, Status] = {
    "open": "published",
    "draft": "draft",
    "submitted": "draft",
    "comment": "comment",
}
# What the editor writes before the credit where it joins it to the caption of a picture.
_CREDIT = "Credit: "
# The sizes that a picture is stored in, the largest first.
_RENDITIONS = ("original", "baseImage", "viewImage", "thumbnail")


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog in a file of posts, without ids; deleted posts, drafts and comments keep their status.

    Raises `ImportFailure` for bytes that are not JSON, and where there are no posts.
    """
    opened = open_json(data, options)
    root, notes = opened.root, opened.notes
    found = shapes.superdesk_items(opened.value) or shapes.Found([], "")
    posts = list(nodes_of(found.value, notes, found.path))
    listing = root.node("posts") if root.has("posts") else root
    clock = display_zone(options)
    meta, about = listing.node("_meta"), root.node("blog")
    url = options.url or about.text("public_url")
    total, size = meta.number("total"), meta.number("max_results")
    if total and size:
        notes += page_note(meta.number("page"), -(-total // size))
    languages = {language(post, "language") for post in posts}
    blog = LiveBlog(
        title=markup.line(about.text("title")),
        description=markup.line(about.text("description")),
        language=languages.pop() if len(languages) == 1 else None,
        timezone=options.timezone,
        url=url,
        entries=each(posts, lambda node: _entry(node, clock, url)),
        declared_total=total,
    )
    return finish(data, options, blog, notes, "superdesk", wanted=_WANTED)


def _entry(node: Node, clock: Zone | None, base: str | None) -> Entry:
    identifier, items = node.text("_id", "guid"), list(_items(node))
    published = node.stamp("published_date")
    for item in items:
        if _is_gone(item):
            _note_gone(identifier, item, base)
    return Entry(
        headline=line(node.text("headline"), node.notes, base),
        body=list(chain.from_iterable(_blocks(item, base) for item in items if not _is_gone(item))),
        time=stamps.shown(published, clock),
        created=node.stamp("firstcreated", "_created"),
        published=published,
        modified=node.stamp("content_updated_date", "versioncreated", "_updated"),
        authors=_authors(node, items),
        key_event=node.flag("lb_highlight", "highlight"),
        pinned=node.flag("sticky"),
        status=_status(node),
        native_id=key(identifier) if identifier else None,
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
    if _is_gone(node):
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


def _is_gone(node: Node) -> bool:
    return node.flag("deleted") or node.text("pubstatus") in ("canceled", "cancelled")


def _note_gone(name: str | None, item: Node, base: str | None) -> None:
    """Note the words of an item that was taken out of its post."""
    said = " ".join(" ".join(block.text for block in _blocks(item, base)).split())
    item.note("earlier-version", f"{name} said before: {said or 'something without words'}")


def _blocks(item: Node, base: str | None) -> list[Block]:
    """Return the blocks of an item: headline and HTML, with what only its `meta` says.

    Of a type that newsrooms made for themselves, no name in `meta` is known, and none is read.
    """
    kind, meta = item.text("item_type") or "", item.node("meta")
    found = body(item.text("text"), item.notes, base)
    if kind in _COMPLETED:
        found = _COMPLETED[kind](found, meta, base)
    found = [*body(item.text("headline"), item.notes, base), *found]
    if not found and kind not in ("", "text"):
        item.unread(kind)
    return found


def _with_picture(found: list[Block], meta: Node, base: str | None) -> list[Block]:
    """Return the picture of an item with the caption and credit of its `meta`, which is all there is without HTML."""
    caption, credit = line(meta.text("caption"), meta.notes, base), line(meta.text("credit"), meta.notes, base)
    if any(isinstance(block, Media) for block in found):
        return [_picture(block, caption, credit) if isinstance(block, Media) else block for block in found]
    files = meta.node("media", "renditions")
    url = next(filter(None, (files.node(name).text("href") for name in _RENDITIONS)), None)
    return [*([Media(kind="image", url=url, caption=caption, credit=credit)] if url or caption else []), *found]


def _picture(block: Media, caption: str | None, credit: str | None) -> Media:
    by = (block.credit or "").removeprefix(_CREDIT)
    return evolve(block, caption=caption or block.caption, credit=credit or by or None)


def _with_source(found: list[Block], meta: Node, base: str | None) -> list[Block]:
    """Return the quotation of an item with whom its `meta` credits, which is all there is without HTML."""
    credit = line(meta.text("credit"), meta.notes, base)
    said = "" if found else words(meta.text("quote"), meta.notes, base)
    quoted = found or ([Quotation(said)] if said else [])
    told = [text for block in quoted for text in (block.text, isinstance(block, Quotation) and block.source) if text]
    if not credit or any(credit in text for text in told):
        return quoted
    unsigned = next((block for block in quoted if isinstance(block, Quotation) and not block.source), None)
    if unsigned is None:
        return [*quoted, Paragraph(credit)]
    return [evolve(unsigned, source=credit) if block is unsigned else block for block in quoted]


def _with_card(found: list[Block], meta: Node, base: str | None) -> list[Block]:
    """Return what an item embeds, with the words of the card that it was made from, where nothing else shows them."""
    shown = " ".join(block.text for block in found)
    told = [line(meta.text(name), meta.notes, base) for name in ("title", "description")]
    card = "\n".join(one for one in told if one and one not in shown)
    if any(isinstance(block, Embed) for block in found):
        return [evolve(block, text=block.text or card) if isinstance(block, Embed) else block for block in found]
    url = meta.text("original_url", "url")
    made = [Embed(provider=meta.text("provider_name") or "embed", url=url, text=card)] if url or card else []
    return [*made, *found]


_COMPLETED: dict[str, Callable[[list[Block], Node, str | None], list[Block]]] = {
    "image": _with_picture,
    "quote": _with_source,
    "embed": _with_card,
}
