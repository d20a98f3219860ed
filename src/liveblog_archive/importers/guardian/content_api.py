"""The Content API: blocks with ISO 8601 times, the same elements, and the names of those who worked on them.

Who made and changed a block stands there with an e-mail address; neither is for readers, and neither is read.
"""

from collections.abc import Iterator
from itertools import chain

from ...model import Entry, LiveBlog, Media, Moment, Span
from ...zones import Zone
from .. import markup, shapes, stamps
from ..assembly import Opened, body, display_zone, each, language, organization, person
from ..json_source import Node
from ..options import Options
from ..shapes import Json
from .elements import blocks


def blog(opened: Opened, options: Options) -> LiveBlog:
    """Return the blog that an answer of the Content API states: its content, fields and blocks."""
    content = Node(_members(opened), opened.notes, _path(opened))
    fields, held = content.node("fields"), content.node("blocks")
    url = options.url or content.text("webUrl")
    clock = display_zone(options)
    media = [
        block
        for main in held.nodes("main")
        for block in blocks(main.nodes("elements"), url)
        if isinstance(block, Media)
    ]
    return LiveBlog(
        title=markup.line(fields.text("headline") or content.text("webTitle")),
        description=markup.line(fields.text("trailText")),
        language=language(fields, "lang"),
        timezone=options.timezone,
        url=url,
        publisher=organization(fields.text("publication")),
        authors=person(fields.text("byline")),
        introduction=[*body(fields.text("standfirst"), opened.notes, url), *media],
        entries=each(_body(held), lambda node: _entry(node, url, clock)),
        declared_total=held.number("totalBodyBlocks"),
    )


def _members(opened: Opened) -> dict[str, Json]:
    content = shapes.guardian_content(opened.value)
    return content if isinstance(content, dict) else {}


def _path(opened: Opened) -> str:
    """Return the JSON Pointer of the content: answers are saved whole, or without what is around it."""
    for names in (("response", "content"), ("content",)):
        if shapes.at(opened.value, *names) is not None:
            return "".join(f"/{name}" for name in names)
    return ""


def _body(held: Node) -> Iterator[Node]:
    """Yield the body's blocks; a request for some of them gets lists by the name of the request, which overlap."""
    if held.has("body"):
        yield from held.nodes("body")
        return
    seen: set[str | None] = set()
    requested = held.node("requestedBodyBlocks")
    for node in chain.from_iterable(requested.nodes(name) for name in requested.members):
        if (identifier := node.text("id")) is None or identifier not in seen:
            seen.add(identifier)
            yield node


def _entry(node: Node, url: str | None, clock: Zone | None) -> Entry:
    identifier, attributes = node.text("id"), node.node("attributes")
    published = _stamp(node, "firstPublishedDate") or _stamp(node, "publishedDate")
    elements = blocks(node.nodes("elements"), url)
    return Entry(
        headline=markup.line(node.text("title")),
        body=elements or body(node.text("bodyHtml"), node.notes, url),
        time=stamps.shown(published, clock),
        created=_stamp(node, "createdDate") or stamps.object_id_time(identifier or ""),
        published=published,
        modified=_stamp(node, "lastModifiedDate"),
        authors=[agent for one in node.nodes("contributors") for agent in person(one.text("name", "webTitle"))],
        key_event=attributes.flag("keyEvent"),
        pinned=attributes.flag("pinned"),
        status="published" if node.flag("published") or not node.has("published") else "draft",
        url=f"{url}?page=with:block-{identifier}#block-{identifier}" if url and identifier else None,
        native_id=identifier,
        span=Span(element=node.path),
    )


def _stamp(node: Node, name: str) -> Moment | None:
    """Return a time that is written as a text, or as an object around one."""
    if isinstance(node.members.get(name), dict):
        return node.node(name).stamp("iso8601", "dateTime")
    return node.stamp(name)
