"""The Content API: blocks with ISO 8601 times, the same elements, and the names of those who worked on them.

Who made and changed a block stands there with an e-mail address; neither is for readers, and neither is read.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from ...model import Agent, Entry, LiveBlog, Moment, Span
from ...zones import Zone
from .. import markup, stamps
from ..assembly import body, display_zone, each, language, line, organization, person
from ..json_source import Node
from ..options import Options
from ..privacy import glimpse
from .elements import blocks

# People by the ids of the tags that they have.
_Tags: TypeAlias = Mapping[str | None, list[Agent]]


def blog(content: Node, options: Options) -> LiveBlog:
    """Return the blog that the content of an answer of the Content API states: its fields and blocks."""
    fields, held = content.node("fields"), content.node("blocks")
    url = options.url or content.text("webUrl")
    clock = display_zone(options)
    above = [block for main in held.nodes("main") for block in blocks(main.nodes("elements"), url)]
    tags = {tag.text("id"): person(tag.text("webTitle"), tag.text("webUrl")) for tag in content.nodes("tags")}
    return LiveBlog(
        title=markup.line(fields.text("headline") or content.text("webTitle")),
        description=markup.line(fields.text("trailText")),
        language=language(fields, "lang"),
        timezone=options.timezone,
        url=url,
        publisher=organization(fields.text("publication")),
        authors=person(fields.text("byline")),
        introduction=[*body(fields.text("standfirst"), content.notes, url), *above],
        entries=each(_body(held), lambda node: _entry(node, url, clock, tags)),
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


def _contributors(node: Node, tags: _Tags) -> list[Agent]:
    """Return who contributed to a block: named there, or by the ids of tags of the content."""
    listed = node.members.get("contributors")
    if not isinstance(listed, list) or not any(isinstance(one, str) for one in listed):
        return [agent for one in node.nodes("contributors") for agent in person(one.text("name", "webTitle"))]
    found = []
    for tag in node.texts("contributors"):
        if tag not in tags:
            node.note("unreadable-value", f"{node.path}/contributors: {glimpse(tag)} is not among the tags")
        found += tags.get(tag, [])
    return found


def _entry(node: Node, url: str | None, clock: Zone | None, tags: _Tags) -> Entry:
    identifier, attributes = node.text("id"), node.node("attributes")
    published = _stamp(node, "firstPublishedDate") or _stamp(node, "publishedDate")
    elements = blocks(node.nodes("elements"), url)
    return Entry(
        headline=line(node.text("title"), node.notes, url),
        body=elements or body(node.text("bodyHtml"), node.notes, url),
        time=stamps.shown(published, clock),
        created=_stamp(node, "createdDate") or stamps.object_id_time(identifier or ""),
        published=published,
        modified=_stamp(node, "lastModifiedDate"),
        authors=_contributors(node, tags),
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
