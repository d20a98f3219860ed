"""The least that each stage could cost: plain loops over ready data.

The first of each pair is without a model, checks or identifiers, as the design asks; the second does the same work as
the stage, whatever is ready beforehand.
"""

import calendar
import hashlib
import io
import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from importlib import resources
from typing import Any, NamedTuple

import orjson
from attrs import frozen
from lxml import etree

from liveblog_archive.identity import version_id
from liveblog_archive.model import Entry, LiveBlog, local_of

_LABEL = re.compile(r"(\d\d):(\d\d): (.*)")
_MONTHS = tuple(calendar.month_name)
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def text_to_tuples(text: str) -> list[tuple[int, str, str, str]]:
    """Split a text into lines and match one compiled pattern on each."""
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        match = _LABEL.match(line)
        if match:
            found.append((number, match[1], match[2], match[3]))
    return found


# How newsrooms commonly print a time before a text: with or without a bracket or bullet, half of the day, zone.
_COMMON_LABEL = re.compile(
    r"\s*(?:[*\[(+•–-]+\s*)?(\d\d?)(?:[:.h](\d\d)(?:[:.](\d\d))?)?\s?([ap]\.?m\b\.?|Uhr)?\s?"
    r"(?:(GMT|UTC|BST|[CE]E?S?T|IST)\b)?\s*[\])*+]*\s*[:|–-]?\s*(.*)",
    re.IGNORECASE,
)


def text_to_rows(text: str) -> list[tuple[Any, ...]]:
    """Split a text into lines, match one pattern of the common labels on each, and keep the lines under each."""
    found: list[tuple[Any, ...]] = []
    body: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        match = _COMMON_LABEL.match(line)
        if match:
            body = []
            found.append((number, *match.groups(), body))
        elif line:
            body.append(line)
    return found


@frozen(kw_only=True)
class Time:
    """The fields of a `Moment`, unchecked."""

    text: str
    value: datetime
    precision: str
    qualifier: str
    offset_source: str
    earliest: datetime
    latest: datetime


@frozen(kw_only=True)
class Post:
    """The fields of an `Entry`, unchecked."""

    id: str
    headline: str | None = None
    body: tuple[tuple[str, tuple[()]], ...]
    time: Time
    day: None = None
    created: None = None
    published: None = None
    modified: None = None
    authors: tuple[()] = ()
    key_event: bool = False
    pinned: bool = False
    summary: str | None = None
    status: str = "published"
    url: str | None = None
    native_id: str | None = None
    order_key: str | None = None
    span: tuple[int, int, None]


def text_to_posts(text: str, day: datetime) -> list[Post]:
    """Do as `text_to_tuples`, make bare attrs values with all fields of the model, and hash each text and each id."""
    posts = []
    for number, line in enumerate(text.split("\n"), start=1):
        match = _LABEL.match(line)
        if match is None:
            continue
        hour, minute, rest = match.groups()
        value = day.replace(hour=int(hour), minute=int(minute))
        time = Time(
            text=match[0][:6],
            value=value,
            precision="minute",
            qualifier="exact",
            offset_source="blog",
            earliest=value,
            latest=value + timedelta(minutes=1),
        )
        said = hashlib.sha256(rest.lower().encode()).hexdigest()
        name = hashlib.sha256(f"blog\n{said}\n1".encode()).hexdigest()[:12]
        posts.append(Post(id=f"blog#{name}", body=((rest, ()),), time=time, span=(number, number, None)))
    return posts


def digests(records: Iterable[dict[str, object]]) -> list[bytes]:
    """Serialise ready records with sorted keys and hash them."""
    return [hashlib.sha256(orjson.dumps(record, option=orjson.OPT_SORT_KEYS)).digest() for record in records]


def _record(entry: Any) -> dict[str, object]:
    """Return the record of an entry of one paragraph and a time, written down field by field."""
    time = entry.time
    return {
        "type": "liveblog-entry/1",
        "id": entry.id,
        "body": [{"type": "paragraph", "text": entry.body[0].text}],
        "time": {
            "text": time.text,
            "value": time.value.isoformat("T", "minutes"),
            "precision": time.precision,
            "qualifier": time.qualifier,
            "offset_source": time.offset_source,
            "earliest": time.earliest.isoformat("T", "minutes"),
            "latest": time.latest.isoformat("T", "minutes"),
        },
        "status": entry.status,
    }


def records_and_digests(entries: Sequence[Entry]) -> list[bytes]:
    """Do as `digests`, with records written down for entries of one paragraph and a time."""
    return digests(map(_record, entries))


def json_bytes(document: object) -> bytes:
    """Serialise a ready document."""
    return orjson.dumps(document)


def json_lines(document: dict[str, Any], records: Sequence[dict[str, object]]) -> bytes:
    """Serialise each ready node by itself, and hash its ready record and its text, as its identifiers demand.

    A line is a copy: what `orjson` returns stands where there was room for more, and to keep that takes longer than
    to write it.
    """
    lines = []
    for node, record in zip(document["liveBlogUpdate"], records, strict=True):
        hashlib.sha256(orjson.dumps(record, option=orjson.OPT_SORT_KEYS)).digest()
        hashlib.sha256(node["articleBody"].encode()).digest()
        lines.append(b",\n" + orjson.dumps(node))
    return b"".join(lines)


def _identifier(name: str, digest: bytes) -> dict[str, str]:
    value = f"ni:///sha-256;{urlsafe_b64encode(digest).decode()[:-1]}"
    return {"@type": "PropertyValue", "propertyID": name, "value": value}


def _citation(entry: Entry, text: str, printed: str, version: bytes) -> str:
    """Return the citation of an entry without a headline, of a text of more than 60 characters, at a printed time."""
    words = text[:61].rpartition(" ")[0].rstrip(",")
    day = f"{printed[:4]}, {_MONTHS[int(printed[5:7])]} {int(printed[8:10])}"
    hour = int(printed[11:13])
    clock = f"{hour % 12 or 12}:{printed[14:16]} {'a.m.' if hour < 12 else 'p.m.'} UTC+4"
    return f"“{words}…” [Live blog entry, {clock}]. ({day}). Version {version[:6].hex()}. {entry.id}"


def json_entries(entries: Sequence[Entry]) -> bytes:
    """Do as `json_lines`, with records, nodes and citations written down for entries of one paragraph and a time."""
    lines = []
    for position, entry in enumerate(entries, start=1):
        record: Any = _record(entry)
        span: Any = entry.span
        text, printed = entry.body[0].text, record["time"]["value"]
        version = hashlib.sha256(orjson.dumps(record, option=orjson.OPT_SORT_KEYS)).digest()
        said = hashlib.sha256(text.encode()).digest()
        node = {
            "@type": "BlogPosting",
            "@id": entry.id,
            "position": position,
            "identifier": [_identifier("version-id", version), _identifier("text-id", said)],
            "creativeWorkStatus": entry.status,
            "datePublished": printed,
            "articleBody": text,
            "body": record["body"],
            "time": record["time"],
            "span": {"first": span.first, "last": span.last},
            "citation": _citation(entry, text, printed, version),
        }
        lines.append(b",\n" + orjson.dumps(node))
    return b"".join(lines)


def xml_bytes(blog: LiveBlog) -> bytes:
    """Write id, time and paragraphs of each entry with a bare incremental writer."""
    buffer = io.BytesIO()
    with etree.xmlfile(buffer, encoding="utf-8") as xml, xml.element("liveBlog"):
        for entry in blog.entries:
            with xml.element("entry", id=entry.id):
                with xml.element("time", value=str(entry.time and entry.time.value)):
                    xml.write(entry.time.text if entry.time else "")
                with xml.element("body"):
                    for block in entry.body:
                        with xml.element("p"):
                            xml.write(block.text)
    return buffer.getvalue()


class Node(NamedTuple):
    """A ready element."""

    tag: str
    attributes: dict[str, str]
    text: str
    children: tuple["Node", ...]
    tail: str


def xml_nodes(document: bytes) -> Iterator[Node]:
    """Yield the entries of a document as ready elements."""

    def node(element: Any) -> Node:
        children = tuple(map(node, element))
        tag = etree.QName(element).localname
        return Node(tag, dict(element.attrib), element.text or "", children, element.tail or "")

    return map(node, etree.fromstring(document).iterfind("{*}entry"))


def xml_elements(nodes: Iterable[Node]) -> bytes:
    """Write ready elements with all their attributes with a bare incremental writer."""
    buffer = io.BytesIO()

    def put(xml: Any, node: Node) -> None:
        with xml.element(node.tag, node.attributes):
            xml.write(node.text)
            for child in node.children:
                put(xml, child)
        xml.write(node.tail)

    with etree.xmlfile(buffer, encoding="utf-8") as xml, xml.element("liveBlog"):
        for node in nodes:
            put(xml, node)
    return buffer.getvalue()


def calendar_bytes(properties: Sequence[tuple[str, str]]) -> bytes:
    """Escape, fold by octets and join ready properties."""
    lines = []
    for name, value in properties:
        octets = f"{name}:{value.translate(_ESCAPES)}".encode()
        pieces = []
        while len(octets) > 75:
            cut = 75
            while octets[cut] & 0xC0 == 0x80:
                cut -= 1
            pieces.append(octets[:cut])
            octets = b" " + octets[cut:]
        lines.append(b"\r\n".join([*pieces, octets]))
    return b"\r\n".join(lines)


def platypus_bytes(blog: LiveBlog) -> bytes:
    """Lay the same text out with stock platypus and a built-in font, untagged."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    styles = getSampleStyleSheet()
    buffer = io.BytesIO()
    story = []
    for entry in blog.entries:
        story.append(Paragraph(entry.time.shown if entry.time else "", styles["Heading3"]))
        story += [Paragraph(block.text, styles["BodyText"]) for block in entry.body]
        story.append(Paragraph(entry.id, styles["BodyText"]))
    SimpleDocTemplate(buffer).build(story)
    return buffer.getvalue()


class Printed(NamedTuple):
    """What a briefing prints of an entry: beside it, its paragraphs under their numbers, below it, and its record."""

    label: str
    paragraphs: tuple[str, ...]
    citation: str
    record: str


def printed(blog: LiveBlog) -> list[Printed]:
    """Return all texts that the briefing of a blog prints of its entries, of paragraphs and an exact time each."""
    found = []
    for number, entry in enumerate(blog.entries, start=1):
        time: Any = entry.time
        span: Any = entry.span
        version, local = version_id(entry), local_of(entry.id)
        day = f"{time.value.day} {_MONTHS[time.value.month]} {time.value.year}"
        clock = f"{time.value:%H:%M} UTC+4"
        texts = tuple(f"{count} {block.text}" for count, block in enumerate(entry.body, start=1))
        cited = f"Cite as: Untitled live blog, {day}, {clock}, #{local}, version {version.short}"
        record = f"{local} {version.hex} · {number:,} · line {span.first:,}"
        found.append(Printed(f"{clock} {local}", texts, cited, record))
    return found


def platypus_texts(entries: Iterable[Printed]) -> bytes:
    """Lay all texts that a briefing prints of its entries out on its paper, in its font, sizes and wide column."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    fonts = resources.files("liveblog_archive.exporters.pdf").joinpath("fonts")
    for name in ("NotoSans-Regular", "NotoSans-Bold"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(fonts.joinpath(f"{name}.ttf"))))
    column = {"fontName": "NotoSans-Regular", "leftIndent": 128}
    label = ParagraphStyle(
        "label", **column | {"fontName": "NotoSans-Bold"}, fontSize=7, leading=10.5, spaceBefore=14, keepWithNext=1
    )
    text = ParagraphStyle("text", **column, fontSize=9.4, leading=14, spaceBefore=7, alignment=4)
    small = ParagraphStyle("small", **column, fontSize=7, leading=10.5, spaceBefore=7)
    fine = ParagraphStyle("fine", **column, fontSize=7, leading=10.5)
    story, records = [], []
    for entry in entries:
        story.append(Paragraph(entry.label, label))
        story += [Paragraph(one, text) for one in entry.paragraphs]
        story.append(Paragraph(entry.citation, small))
        records.append(Paragraph(entry.record, fine))
    buffer = io.BytesIO()
    # A frame of stock platypus has 6 points inside of its margins.
    margins = {"leftMargin": 48, "rightMargin": 48, "topMargin": 70, "bottomMargin": 62}
    SimpleDocTemplate(buffer, pagesize=(595.28, 841.89), **margins).build([*story, *records])
    return buffer.getvalue()
