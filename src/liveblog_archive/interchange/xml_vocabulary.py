"""The XML vocabulary: every field of the model once, as the attribute, text or child element that it is written as.

A name is the field's own in camel case, but for the few that are shorter in a document. A field called None is
derived from the rest, for people who read the document; `xml` checks version ids and drops bounds and citations,
which it can make again. The order of the children is that of schemas/liveblog-1.rng.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from ..canonical import timestamp
from ..errors import ModelError
from ..identity import version_id
from ..model import (
    Agent,
    Capture,
    CapturedSource,
    Embed,
    Entry,
    Heading,
    ListBlock,
    LiveBlog,
    Media,
    Moment,
    Note,
    Paragraph,
    Quotation,
    Span,
)
from .times import parse_day, parse_time
from .xml_elements import WORD, XML, Attribute, Codec, one_of
from .xml_forms import Child, Choice, Marked, Record, Text

SCHEMA_VERSION = "1"

_WHOLE_NUMBER = re.compile("0|[1-9][0-9]{0,15}")


def _natural(spelt: str) -> int:
    if not _WHOLE_NUMBER.fullmatch(spelt):
        raise ModelError(f"not a whole number: {spelt!r}", "number", "write digits without sign or leading zero")
    return int(spelt)


def _flag(spelt: str) -> bool:
    if spelt not in {"true", "false"}:
        raise ModelError(f"neither true nor false: {spelt!r}", "flag", "write true, or leave the attribute out")
    return spelt == "true"


_NATURAL = Codec(lambda value, _: str(value), lambda spelt, *_: _natural(spelt))
_FLAG = Codec(lambda *_: "true", lambda spelt, *_: _flag(spelt))
_DAY = Codec(lambda value, _: date.isoformat(value), lambda spelt, *_: parse_day(spelt))
_TIME = Codec(lambda value, _: timestamp(value), lambda spelt, *_: parse_time(spelt))
_CLAIMED_TIME = Codec(
    lambda value, moment: timestamp(value, moment.precision),
    lambda spelt, element, zone: parse_time(spelt, element.get("offset"), zone),
)


class Citation(NamedTuple):
    """A citation as the document carries it for its readers."""

    style: str
    text: str


def _texts(*names: str) -> Iterator[Attribute]:
    """Return attributes that hold text and are called as their fields are."""
    return (Attribute(name, name) for name in names)


MOMENT = Record(
    Moment,
    attributes=[
        Attribute("value", "value", _CLAIMED_TIME),
        Attribute("precision", "precision", WORD),
        Attribute("qualifier", "qualifier", WORD, required=True),
        Attribute("earliest", "earliest", _CLAIMED_TIME),
        Attribute("latest", "latest", _CLAIMED_TIME),
        Attribute("offset", "offset_source", WORD, required=True),
    ],
    text="text",
)
AGENT = Record(
    Agent, attributes=[Attribute("kind", "kind", WORD, required=True), *_texts("url", "role")], text="name"
)

HEADING = Record(Heading, attributes=[Attribute("level", "level", _NATURAL, required=True)], text="text")
QUOTATION = Record(Quotation, attributes=_texts("source"), text="text")
LIST = Record(
    ListBlock,
    attributes=[Attribute("ordered", "ordered", _FLAG)],
    children=[Child("item", "items", Text(), many=True)],
)
MEDIA = Record(
    Media,
    attributes=[Attribute("kind", "kind", WORD, required=True), *_texts("url")],
    children=[Child("caption", "caption", Text()), Child("credit", "credit", Text()), Child("alt", "alt", Text())],
)
EMBED = Record(Embed, attributes=[Attribute("provider", "provider", required=True), *_texts("url")], text="text")
BLOCKS = Choice(
    {
        Paragraph: ("p", Marked()),
        Heading: ("heading", HEADING),
        Quotation: ("quotation", QUOTATION),
        ListBlock: ("list", LIST),
        Media: ("media", MEDIA),
        Embed: ("embed", EMBED),
    }
)

NOTE = Record(
    Note,
    attributes=[
        Attribute("code", "code", WORD, required=True),
        Attribute("line", "line", _NATURAL),
        Attribute("page", "page", _NATURAL),
        Attribute("pages", "pages", _NATURAL),
    ],
    text="text",
)
_BYTES = (
    Attribute("sha256", "sha256", WORD, required=True),
    Attribute("mediaType", "media_type", required=True),
    Attribute("length", "length", _NATURAL, required=True),
)
_MET = (Attribute("retrieved", "retrieved", _TIME), Attribute("url", "url"))
SOURCE = Record(CapturedSource, attributes=[*_BYTES, *_MET])
CAPTURE = Record(
    Capture,
    attributes=[*_BYTES, Attribute("importer", "importer", required=True), *_MET],
    children=[Child("source", "sources", SOURCE, many=True), Child("note", "notes", NOTE, many=True)],
)
SPAN = Record(
    Span, attributes=[Attribute("first", "first", _NATURAL), Attribute("last", "last", _NATURAL), *_texts("element")]
)
# Derived, and dropped when it has been read: hence no class to make.
BOUNDS = Record(
    dict,
    attributes=[
        Attribute("earliest", "earliest", _TIME),
        Attribute("latest", "latest", _TIME),
        Attribute("basis", "basis", one_of("neighbours", "day", "none"), required=True),
    ],
)
CITATION = Record(dict, attributes=[Attribute("style", "style", one_of("apa"), required=True)], text="text")


def _check_version(entry: Entry, derived: Mapping[str, Any]) -> None:
    if str(version_id(entry)) != derived["version"]:
        raise ModelError(
            f"its content is not that of its version {derived['version']}",
            f"entry {entry.id}",
            "it was changed after it was written; take another copy of the document",
        )


ENTRY = Record(
    Entry,
    attributes=[
        Attribute("id", "id"),
        Attribute("version", None, WORD, required=True),
        Attribute("status", "status", WORD, required=True),
        Attribute("keyEvent", "key_event", _FLAG),
        Attribute("pinned", "pinned", _FLAG),
        Attribute("day", "day", _DAY),
        Attribute("url", "url"),
        Attribute("nativeId", "native_id"),
        Attribute("orderKey", "order_key"),
    ],
    children=[
        Child("headline", "headline", Text()),
        Child("time", "time", MOMENT),
        Child("bounds", None, BOUNDS),
        Child("created", "created", MOMENT),
        Child("published", "published", MOMENT),
        Child("modified", "modified", MOMENT),
        Child("author", "authors", AGENT, many=True),
        Child("summary", "summary", Text()),
        Child("body", "body", BLOCKS),
        Child("span", "span", SPAN),
        Child("citation", None, CITATION),
    ],
    check=_check_version,
)
HEADER = (
    Child("title", "title", Text()),
    Child("description", "description", Text()),
    Child("publisher", "publisher", AGENT),
    Child("author", "authors", AGENT, many=True),
    Child("coverageStart", "coverage_start", MOMENT),
    Child("coverageEnd", "coverage_end", MOMENT),
    Child("capture", "capture", CAPTURE),
    Child("citation", None, CITATION),
    Child("introduction", "introduction", BLOCKS),
)
BLOG = Record(
    LiveBlog,
    attributes=[
        Attribute("schemaVersion", None, WORD, required=True),
        Attribute("id", "id"),
        Attribute(f"{{{XML}}}lang", "language", WORD),
        Attribute("timezone", "timezone", WORD),
        Attribute("order", "order", WORD, required=True),
        Attribute("declaredTotal", "declared_total", _NATURAL),
        Attribute("incomplete", None, _FLAG),
        Attribute("url", "url"),
    ],
    children=[*HEADER, Child("entry", "entries", ENTRY, many=True)],
)
