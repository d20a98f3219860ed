"""ScribbleLive: an event with its posts, as the API answered until the service ended.

Truth values are 0 and 1, times `/Date(ms+0000)/`. Comments of readers stand among the posts.
"""

from collections.abc import Mapping

from attrs import evolve

from ..model import Block, Embed, Entry, LiveBlog, Media, Span
from ..model.entry import Status
from ..zones import Zone
from . import markup, stamps
from .assembly import MEDIA_KINDS, body, display_zone, each, finish, language, line, open_json, page_note, person
from .json_source import Node
from .markup import embeds
from .options import Options

_WANTED = "Posts with a Content and a Created"


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog that an event is, without ids; deleted posts and readers' comments keep their status.

    Raises `ImportFailure` for bytes that are not JSON, and where there are no posts.
    """
    opened = open_json(data, options)
    root, notes = opened.root, opened.notes
    clock = display_zone(options)
    notes += page_note(root.number("Page"), root.number("Pages"))
    sites = [site.text("Url") for site in root.nodes("Websites")]
    url = options.url or next(filter(None, sites), None)
    blog = LiveBlog(
        title=markup.line(root.text("Title")),
        description=markup.line(root.text("Description")),
        language=language(root, "Language"),
        timezone=options.timezone,
        url=url,
        entries=each(root.nodes("Posts"), lambda node: _entry(node, clock, url)),
        coverage_start=root.stamp("Start"),
        coverage_end=root.stamp("End"),
        declared_total=root.number("NumPosts"),
    )
    return finish(data, options, blog, notes, "scribblelive", order="newest-first", wanted=_WANTED)


def _entry(node: Node, clock: Zone | None, base: str | None) -> Entry:
    created = node.stamp("Created")
    return Entry(
        headline=line(node.text("Title"), node.notes, base),
        body=_body(node, base),
        time=stamps.shown(created, clock),
        published=created,
        modified=node.stamp("LastModified"),
        authors=person(node.node("Creator").text("Name")) if not node.flag("IsComment") else [],
        pinned=node.flag("IsStuck"),
        status=_status(node),
        native_id=node.text("Id"),
        order_key=node.key("Rank"),
        span=Span(element=node.path),
    )


def _status(node: Node) -> Status:
    if node.flag("IsDeleted"):
        return "deleted"
    if node.flag("IsComment"):
        node.note("reader-comment", f"{node.text('Id')} is a reader's comment")
        return "comment"
    return "draft" if node.has("IsApproved") and not node.flag("IsApproved") else "published"


def _body(node: Node, base: str | None) -> list[Block]:
    """Return the pictures, recordings and embeds of a post, and its words; what these show is not shown twice."""
    found = body(node.text("Content"), node.notes, base)
    media = [block for item in node.nodes("Media") if (block := _medium(item, node.text("Type"), base))]
    known: dict[str | None, str] = {block.url: block.text for block in media if block.url}
    shown = [_completed(block, known) for block in found]
    there = {block.url for block in found if isinstance(block, Media | Embed) and block.url}
    return [*(block for block in media if block.url not in there), *shown]


def _medium(item: Node, usual: str | None, base: str | None) -> Media | Embed | None:
    """Return what an item of `Media` shows: what is neither picture nor recording comes from another service."""
    stated = item.text("Type") or usual
    kind, url = MEDIA_KINDS.get((stated or "").lower()), item.text("Url")
    caption = line(item.text("Caption"), item.notes, base)
    if not url and not caption:
        item.unread(stated)
        return None
    if kind:
        return Media(kind=kind, url=url, caption=caption)
    return Embed(provider=embeds.provider(url) if url else (stated or "embed").lower(), url=url, text=caption or "")


def _completed(block: Block, known: Mapping[str | None, str]) -> Block:
    """Return a block of the words, with the caption of the item that it shows, where it has none itself."""
    if isinstance(block, Media):
        return evolve(block, caption=block.caption or known.get(block.url) or None)
    if isinstance(block, Embed):
        return evolve(block, text=block.text or known.get(block.url, ""))
    return block
