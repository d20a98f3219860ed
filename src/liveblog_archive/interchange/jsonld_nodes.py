"""Nodes: how a blog, an entry and a capture become JSON-LD objects and the values again, told once for both ways.

An entry's node is its canonical record, in which members that schema.org has a name for take that name, beside what
readers of schema.org expect. Whatever a node says twice follows from the model alone, so that a reader can work it
out again and compare.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta, tzinfo
from functools import cache
from typing import Any, NamedTuple

import attrs

from ..canonical import (
    ENTRY_TYPE,
    FIELDS,
    Record,
    agent_record,
    block_record,
    moment_record,
    timestamp,
)
from ..errors import ModelError
from ..hyperlinks import followable
from ..identity import VersionId
from ..identity.versions import records_of
from ..model import Agent, Block, Bounds, Capture, CapturedSource, Embed, Entry, LiveBlog, Media, Moment, Note, Span
from ..model.checks import of_kind
from .addresses import apart, apart_in_entry, together
from .records import block, each, entry, make, moment

# Members of an entry's record that schema.org has a name for; `id` and `native_id` become `@id` and an identifier.
_NAMES = {
    "url": "url",
    "headline": "headline",
    "summary": "abstract",
    "authors": "author",
    "status": "creativeWorkStatus",
}
# Those that stand elsewhere in a node; the rest keep their names and their order.
_MOVED = frozenset({"type", "id", "native_id", *_NAMES})

_DATES = (("dateModified", "modified"), ("dateCreated", "created"))
_MEDIA = frozenset({Media, Embed})

# What identifies a thing, as `propertyID` of its identifiers.
VERSION, TEXT, NATIVE, SNAPSHOT = "version-id", "text-id", "native-id", "snapshot-id"


def _agent(agent: Agent) -> Record:
    """Return a schema.org `Person` or `Organization`."""
    record = agent_record(agent)
    return {"@type": record.pop("kind").capitalize()} | record


def _agent_record(node: object) -> Record:
    record = dict(together(of_kind("Agent", node, dict)))
    return record | {"kind": of_kind("Agent.kind", record.pop("@type", None), str).lower()}


def _read_agent(node: object) -> Agent:
    return make(Agent, _agent_record(node))


def _read_size(text: object) -> int:
    try:
        return int(of_kind("Capture.length", text, str).removesuffix(" B"))
    except ValueError as error:
        raise ModelError("not a number of bytes", "Capture.length") from error


def _read_instant(text: object) -> datetime:
    try:
        return datetime.fromisoformat(of_kind("Capture.retrieved", text, str))
    except ValueError as error:
        raise ModelError("not a time", "Capture.retrieved") from error


class _Member(NamedTuple):
    """How a field stands in a node; `read` is also given the blog's zone."""

    key: str
    write: Callable[[Any], object] = lambda value: value
    read: Callable[[Any, tzinfo | None], object] = lambda value, _: value


_BLOG = {
    "url": _Member("url"),
    "title": _Member("headline"),
    "description": _Member("description"),
    "language": _Member("inLanguage"),
    "publisher": _Member("publisher", _agent, lambda node, _: _read_agent(node)),
    "authors": _Member(
        "author",
        lambda agents: [_agent(agent) for agent in agents],
        lambda nodes, _: each("LiveBlog.authors", nodes, _read_agent),
    ),
    "timezone": _Member("timezone"),
    "order": _Member("order"),
    "declared_total": _Member("declared_total"),
    "coverage_start": _Member("coverage_start", moment_record, moment),
    "coverage_end": _Member("coverage_end", moment_record, moment),
    "introduction": _Member(
        "introduction",
        lambda blocks: [block_record(block) for block in blocks],
        lambda nodes, _: each("LiveBlog.introduction", nodes, block),
    ),
}
_SOURCE = {
    "sha256": _Member("sha256"),
    "media_type": _Member("encodingFormat"),
    "length": _Member("contentSize", lambda length: f"{length} B", lambda text, _: _read_size(text)),
    "retrieved": _Member("dateCreated", datetime.isoformat, lambda text, _: _read_instant(text)),
    "url": _Member("url"),
}
_NOTE = {
    "code": _Member("code"),
    "text": _Member("text"),
    "line": _Member("line"),
    "page": _Member("position"),
    "pages": _Member("declared_total"),
}


def _members(thing: object, table: dict[str, _Member]) -> Record:
    """Return the members of a node for the fields that have a value; zero is one."""
    return {
        member.key: member.write(value)
        for name, member in table.items()
        if (value := getattr(thing, name)) or isinstance(value, int)
    }


def _fields(node: Record, table: dict[str, _Member], zone: tzinfo | None = None) -> Record:
    """Return the fields that the members of a node represent."""
    return {name: member.read(node[member.key], zone) for name, member in table.items() if member.key in node}


def _plain(thing: attrs.AttrsInstance) -> Record:
    """Return a record with the fields as members, by their names; `make` is its inverse."""
    return {name: value for name in _names(type(thing)) if (value := getattr(thing, name))}


@cache
def _names(kind: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind))


def property_value(name: str, value: object) -> Record:
    """Return an identifier as a schema.org `PropertyValue`."""
    return {"@type": "PropertyValue", "propertyID": name, "value": str(value)}


def identifier(node: Record, name: str) -> object:
    """Return the identifier of a node with this name; None without one."""
    for value in each("identifier", node.get("identifier", []), lambda value: of_kind("identifier", value, dict)):
        if value.get("propertyID") == name:
            return value.get("value")
    return None


def _date(time: Record | None) -> str | None:
    """Return the value of a time's record, where schema.org's date properties can carry it without a false claim."""
    return time.get("value") if time and time["qualifier"] != "approximate" else None


def _date_time(time: Record | None) -> str | None:
    """Return the same of a time of day: some of these properties take no mere day (schema.org `DateTime`)."""
    value = _date(time)
    return value if value and "T" in value else None


def date_published(record: Record) -> str | None:
    """Return when the entry of a record was published: at its time, else on its day, else as data states."""
    return _date(record.get("time")) or record.get("day") or _date(record.get("published"))


def _interval(time: Moment | None) -> str | None:
    """Return the bounds of an approximate time as ISO 8601 interval, which of days includes the last."""
    if time is None or time.qualifier != "approximate" or time.earliest is None or time.latest is None:
        return None
    return f"{timestamp(time.earliest)}/{timestamp(last_of(time.latest))}"


def last_of(latest: date) -> date:
    """Return the last day before the end of an interval, for those who count it in; of a time, the time itself."""
    return latest if isinstance(latest, datetime) else latest - timedelta(days=1)


def _present(**members: object) -> Record:
    return {key: value for key, value in members.items() if value}


def _media_nodes(body: Iterable[Block]) -> Record:
    """Return the pictures, other media and embeds of a body, as readers of schema.org look for them."""
    images, media, shared = list[str](), list[Record](), list[Record]()
    for one in body:
        if not isinstance(one, Media | Embed) or not (url := followable(one.url)):
            continue
        if isinstance(one, Embed):
            shared.append({"@type": "CreativeWork", "url": url})
        elif one.kind == "image":
            images.append(url)
        else:
            media.append({"@type": "MediaObject", "contentUrl": url})
    return _present(image=images, associatedMedia=media, sharedContent=shared)


def bounds_node(bounds: Bounds) -> Record:
    """Return the bounds of an entry without a stated time, and their basis."""
    return _present(
        earliest=bounds.earliest and timestamp(bounds.earliest),
        latest=bounds.latest and timestamp(bounds.latest),
        basis=bounds.basis,
    )


def entry_nodes(entries: Sequence[Entry], first: int) -> tuple[list[Record], list[VersionId]]:
    """Return the schema.org `BlogPosting` of each of some entries, and their version ids.

    Their positions count from `first`, and that of the blog's first is 1. Each step is done for all of them before
    the next, as in `portions`.
    """
    records, versions = records_of(entries)
    texts = [entry.text for entry in entries]
    said = [VersionId.of(text.encode()) for text in texts]  # `identity.text_id`
    names = [
        [property_value(VERSION, version), property_value(TEXT, words)]
        for version, words in zip(versions, said, strict=True)
    ]
    numbered = enumerate(zip(entries, records, texts, names, strict=True), start=first)
    return [_entry_node(position, *parts) for position, parts in numbered], versions


def _entry_node(position: int, item: Entry, record: Record, text: str, names: list[Record]) -> Record:
    """Return the node of an entry, of which the record, the text and the first identifiers are known."""
    node = {"@type": "BlogPosting", "@id": record["id"], "position": position, "identifier": names}
    if item.native_id:
        names.append(property_value(NATIVE, item.native_id))
    for name, key in _NAMES.items():
        if name in record:
            node[key] = record[name]
    if item.authors:
        node["author"] = [_agent(agent) for agent in item.authors]
    if published := date_published(record):
        node["datePublished"] = published
    for key, name in _DATES:
        if stated := _date(record.get(name)):
            node[key] = stated
    if interval := _interval(item.time):
        node["temporalCoverage"] = interval
    if text.strip():  # blanks alone are no value to readers of schema.org; `body` has them
        node["articleBody"] = text
    if not _MEDIA.isdisjoint(map(type, item.body)):
        node |= _media_nodes(item.body)
    node.update({name: value for name, value in record.items() if name not in _MOVED})
    if item.span:
        node["span"] = _plain(item.span)
    if item.order_key:
        node["order_key"] = item.order_key
    return apart_in_entry(node)


def read_entry(node: object, zone: tzinfo | None) -> Entry:
    """Return the entry of a node; raise `ModelError` when it is none."""
    members = together(of_kind("Entry", node, dict))
    record = {name: members[name] for name in FIELDS if name in members}
    record |= {name: members[key] for name, key in _NAMES.items() if key in members}
    record |= {"type": ENTRY_TYPE, "id": members.get("@id"), "native_id": identifier(members, NATIVE)}
    if "authors" in record:
        record["authors"] = each("Entry.authors", record["authors"], _agent_record)
    span = make(Span, members["span"]) if "span" in members else None
    return entry(record, zone, span=span, order_key=members.get("order_key"))


def _capture_nodes(capture: Capture) -> Record:
    """Return the captured source, and the import of the blog (PROV-O `Activity`), or its merging, of what it used."""
    activity = {
        "@type": "Activity",
        "used": _source_nodes(capture) or _source_name(capture),
        "wasAssociatedWith": {"@type": "SoftwareAgent", "name": capture.importer},
    }
    return {
        "isBasedOn": _source_node(capture),
        "wasGeneratedBy": activity | _present(notes=[_members(note, _NOTE) for note in capture.notes]),
    }


def _source_name(source: CapturedSource) -> Record:
    return {"@id": str(VersionId.parse(source.sha256))}


def _source_nodes(capture: Capture) -> list[Record]:
    """Return the sources that were merged. Bytes that were met again have no second name: it would be one thing."""
    nodes: list[Record] = []
    named = {capture.sha256}
    for source in capture.sources:
        node = _source_node(source)
        if source.sha256 in named:
            del node["@id"]
        named.add(source.sha256)
        nodes.append(node)
    return nodes


def _source_node(source: CapturedSource) -> Record:
    """Return a source as a schema.org `MediaObject`."""
    return {"@type": "MediaObject"} | _source_name(source) | _members(source, _SOURCE)


def _read_capture(node: Record) -> Capture | None:
    if "isBasedOn" not in node:
        return None
    source = together(of_kind("Capture", node["isBasedOn"], dict))
    activity = of_kind("Capture", node.get("wasGeneratedBy"), dict)
    importer = of_kind("Capture.importer", activity.get("wasAssociatedWith"), dict).get("name")
    notes = each("Capture.notes", activity.get("notes", []), _read_note)
    used = activity.get("used")
    sources = each("Capture.sources", used, _read_source) if isinstance(used, list) else []
    return make(Capture, _fields(source, _SOURCE) | {"importer": importer, "notes": notes, "sources": sources})


def _read_note(node: object) -> Note:
    return make(Note, _fields(of_kind("Note", node, dict), _NOTE))


def _read_source(node: object) -> CapturedSource:
    return make(CapturedSource, _fields(together(of_kind("CapturedSource", node, dict)), _SOURCE))


def blog_node(blog: LiveBlog) -> Record:
    """Return the schema.org `LiveBlogPosting` of a blog, without its entries."""
    node: Record = {"@type": "LiveBlogPosting", "@id": blog.id} | _members(blog, _BLOG)
    if blog.incomplete:
        node["creativeWorkStatus"] = f"incomplete: {len(blog.entries)} of {blog.declared_total} entries"
    words = "\n\n".join(block.text for block in blog.introduction if block.text)
    node |= _present(
        coverageStartTime=_date_time(node.get("coverage_start")),
        coverageEndTime=_date_time(node.get("coverage_end")),
        articleBody=words if words.strip() else "",
    )
    whole: Record = apart(node | (_capture_nodes(blog.capture) if blog.capture else {}))
    return whole


def read_blog(node: Record, entries: list[Entry], zone: tzinfo | None) -> LiveBlog:
    """Return the blog of a node, with the entries read before; raise `ModelError` when it is none."""
    node = together(node)
    fields = _fields(node, _BLOG, zone)
    return make(LiveBlog, fields | {"id": node.get("@id"), "entries": entries, "capture": _read_capture(node)})
