"""The Content API: blocks with ISO 8601 times, the same elements, and the names of those who worked on them.

Who made and changed a block stands there with an e-mail address; neither is for readers, and neither is read.
"""

from collections.abc import Iterator
from itertools import chain

from ...model import Entry, LiveBlog, Media, Moment, Span
from ...zones import Zone
from .. import markup, stamps
from ..assembly import body, display_zone, each, language, organization, person
from ..json_source import Node
from ..options import Options
from .elements import blocks


def blog(content: Node, options: Options) -> LiveBlog:
    """Return the blog that the content of an answer of the Content API states: its fields and blocks."""
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
        introduction=[*body(fields.text("standfirst"), content.notes, url), *media],
        entries=each(_body(held), lambda node: _entry(node, url, clock)),
        declared_total=held.number("totalBodyBlocks"),
    )


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
