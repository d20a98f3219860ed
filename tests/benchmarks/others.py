"""Rivals: what other packages take for the same work as a stage, in the same run."""

import io
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple

import icalendar
import orjson
import rfc8785
import vobject
from pyld import jsonld

import liveblog_archive as lba
from liveblog_archive.canonical import entry_record
from liveblog_archive.identity import version_id

from . import material
from .measure import ratio

ZONE = "Asia/Yerevan"


class Rival(NamedTuple):
    """A stage, and the obvious way to do it with a package."""

    stage: str
    package: str
    ours: Callable[[], object]
    theirs: Callable[[], object]


def _element_tree(blog: lba.LiveBlog) -> bytes:
    root = ElementTree.Element("liveBlog")
    for entry in blog.entries:
        node = ElementTree.SubElement(root, "entry", id=entry.id)
        ElementTree.SubElement(node, "time").text = entry.time.text if entry.time else ""
        for block in entry.body:
            ElementTree.SubElement(node, "p").text = block.text
    file = io.BytesIO()
    ElementTree.ElementTree(root).write(file, "utf-8")
    return file.getvalue()


def _events(blog: lba.LiveBlog) -> Iterator[tuple[str, datetime, str]]:
    for entry in blog.entries:
        if entry.time and isinstance(entry.time.value, datetime):
            yield entry.id, entry.time.value, entry.text


def _icalendar(blog: lba.LiveBlog) -> bytes:
    calendar = icalendar.cal.Calendar()
    for uid, when, text in _events(blog):
        event = icalendar.cal.Event()
        for name, value in (("uid", uid), ("dtstart", when), ("dtstamp", when), ("description", text)):
            event.add(name, value)
        calendar.add_component(event)
    return calendar.to_ical()


def _vobject(blog: lba.LiveBlog) -> str:
    calendar: Any = vobject.iCalendar()
    for uid, when, text in _events(blog):
        event = calendar.add("vevent")
        for name, value in (("uid", uid), ("dtstart", when), ("description", text)):
            event.add(name).value = value
    written: str = calendar.serialize()
    return written


def rivals(entries: int) -> Iterator[Rival]:
    """Yield every rival, on one blog."""
    blog = lba.parse(material.text(entries), format="text", timezone=ZONE)
    records = [entry_record(entry) for entry in blog.entries]
    document = orjson.loads(lba.export(blog, "jsonld"))
    plain = document | {"@context": {"@vocab": "https://schema.org/"}}

    def versions() -> object:
        return [version_id(entry) for entry in blog.entries]

    def sorted_json() -> object:
        return [sha256(json.dumps(one, sort_keys=True, ensure_ascii=False).encode()).digest() for one in records]

    yield Rival("version ids", "`rfc8785` + SHA-256 of ready records", versions,
                lambda: [sha256(rfc8785.dumps(one)).digest() for one in records])  # fmt: skip
    yield Rival("version ids", "`json`, sorted, + SHA-256 of ready records", versions, sorted_json)
    yield Rival("JSON-LD", "`pyld` expands the ready document", lambda: lba.export(blog, "jsonld"),
                lambda: jsonld.expand(plain))  # fmt: skip
    yield Rival("XML", "`xml.etree.ElementTree`, text only", lambda: lba.export(blog, "xml"),
                lambda: _element_tree(blog))  # fmt: skip
    yield Rival("iCalendar", "`icalendar`, one property after the other", lambda: lba.export(blog, "ical"),
                lambda: _icalendar(blog))  # fmt: skip
    yield Rival("iCalendar", "`vobject`", lambda: lba.export(blog, "ical"), lambda: _vobject(blog))


def table(entries: int) -> Iterator[str]:
    """Yield what each rival takes beside the stage: above 1, the stage is faster."""
    yield f"| stage, {entries:,} entries | rival | stage, per entry | rival, per entry | rival / stage |"
    yield "| --- | --- | --- | --- | --- |"
    for one in rivals(entries):
        found = ratio(one.ours, one.theirs, repeats=3)
        ours, theirs = found.floor / entries * 1e6, found.stage / entries * 1e6
        yield f"| {one.stage} | {one.package} | {ours:.1f} µs | {theirs:.1f} µs | x{found.times:.1f} |"
