"""ScribbleLive: an event with its posts, as the API answered until the service ended.

Truth values are 0 and 1, times `/Date(ms+0000)/`. Comments of readers stand among the posts.
"""

from ..model import Block, Entry, LiveBlog, Media, Span
from ..model.blocks import MediaKind
from ..model.entry import Status
from ..zones import Zone
from . import markup, stamps
from .assembly import body, display_zone, each, finish, language, open_json, page_note, person
from .json_source import Node
from .options import Options

_WANTED = "Posts with a Content and a Created"
_MEDIA: dict[str, MediaKind] = {"IMAGE": "image", "VIDEO": "video", "AUDIO": "audio"}


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog that an event is, without ids; deleted posts and readers' comments keep their status.

    Raises `ImportFailure` for bytes that are not JSON, and where there are no posts.
    """
    opened = open_json(data, options)
    root, notes = opened.root, opened.notes
    clock = display_zone(options)
    notes += page_note(root.number("Page"), root.number("Pages"))
    sites = [site.text("Url") for site in root.nodes("Websites")]
    blog = LiveBlog(
        title=markup.line(root.text("Title")),
        description=markup.line(root.text("Description")),
        language=language(root, "Language"),
        timezone=options.timezone,
        url=options.url or next(filter(None, sites), None),
        entries=each(root.nodes("Posts"), lambda node: _entry(node, clock, options.url)),
        coverage_start=root.stamp("Start"),
        coverage_end=root.stamp("End"),
        declared_total=root.number("NumPosts"),
    )
    return finish(data, options, blog, notes, "scribblelive", order="newest-first", wanted=_WANTED)


def _entry(node: Node, clock: Zone | None, base: str | None) -> Entry:
    created = node.stamp("Created")
    return Entry(
        headline=markup.line(node.text("Title")),
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
    """Return the pictures and recordings of a post, and its words, which are their caption where there are any."""
    found = body(node.text("Content"), node.notes, base)
    media = [
        Media(kind=_MEDIA[kind], url=url)
        for item in node.nodes("Media")
        if (kind := (item.text("Type") or node.text("Type") or "").upper()) in _MEDIA and (url := item.text("Url"))
    ]
    shown = {block.url for block in found if isinstance(block, Media)}
    return [*(one for one in media if one.url not in shown), *found]
