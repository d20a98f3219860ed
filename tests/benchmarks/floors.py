"""The least that each stage could cost: plain loops over ready data, without a model, checks or identifiers."""

import hashlib
import io
import re
from collections.abc import Sequence

import orjson
from lxml import etree

from liveblog_archive.model import LiveBlog

_LABEL = re.compile(r"(\d\d):(\d\d): (.*)")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def text_to_tuples(text: str) -> list[tuple[int, str, str, str]]:
    """Split a text into lines and match one compiled pattern on each."""
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        match = _LABEL.match(line)
        if match:
            found.append((number, *match.groups()))
    return found


def digests(records: Sequence[dict[str, object]]) -> list[bytes]:
    """Serialise ready records with sorted keys and hash them."""
    return [hashlib.sha256(orjson.dumps(record, option=orjson.OPT_SORT_KEYS)).digest() for record in records]


def json_bytes(document: object) -> bytes:
    """Serialise a ready document."""
    return orjson.dumps(document)


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
