"""Record -> model: the inverse of `canonical`, whose tables it follows so that no field is listed twice.

Records come from files that anyone may have changed. Everything here raises `ModelError`, naming the field, for a
record that has not the model's shape; whoever reads a file says where in the file that was.
"""

from collections.abc import Callable
from datetime import date, tzinfo
from functools import cache, partial
from typing import Any, TypeVar

import attrs

from ..canonical import BLOCK_RECORDS, ENTRY_TYPE, FIELDS, Record
from ..errors import ModelError
from ..model import Agent, Block, Entry, Link, Moment
from ..model.checks import of_kind
from .addresses import together
from .times import parse_day, parse_time

T = TypeVar("T")
M = TypeVar("M", bound=attrs.AttrsInstance)

_BLOCKS: dict[str, type[Block]] = {name: block for block, (name, _) in BLOCK_RECORDS.items()}


def each(field: str, values: object, read: Callable[[Any], T]) -> list[T]:
    """Return what `read` makes of every item of the list `values`."""
    return [read(value) for value in of_kind(field, values, list)]


def make(kind: type[M], record: object) -> M:
    """Return the `kind` of the model that has the members of `record` as its fields.

    A record leaves out what is empty, so text that the model demands is empty where it is missing.
    """
    members = of_kind(kind.__name__, record, dict)
    known, blank, demanded = _fields(kind)
    if not members.keys() <= known:
        unknown = next(name for name in members if name not in known)
        raise ModelError(f"unknown member {unknown!r}", kind.__name__)
    for name in demanded:
        if name not in members:
            raise ModelError("missing", f"{kind.__name__}.{name}")
    return kind(**blank | members)


@cache
def _fields(kind: type[attrs.AttrsInstance]) -> tuple[frozenset[str], dict[str, str], tuple[str, ...]]:
    """Return the names of all fields, those that are empty text where they are missing, and those that never are."""
    fields = attrs.fields(kind)
    without_default = [field for field in fields if field.default is attrs.NOTHING]
    blank = {field.name: "" for field in without_default if field.type is str}
    demanded = tuple(field.name for field in without_default if field.type is not str)
    return frozenset(field.name for field in fields), blank, demanded


def block(record: object) -> Block:
    """Return the body block that `canonical.block_record` wrote."""
    members = dict(together(of_kind("block", record, dict)))
    name = members.pop("type", None)
    if not isinstance(name, str) or name not in _BLOCKS:
        raise ModelError(f"unknown type {name!r}", "block")
    if "links" in members:
        members["links"] = each("Paragraph.links", members["links"], _link)
    if "items" in members:
        of_kind("ListBlock.items", members["items"], list)
    return make(_BLOCKS[name], members)


def _link(record: object) -> Link:
    return make(Link, together(record))


def moment(record: object, zone: tzinfo | None) -> Moment:
    """Return the time that `canonical.moment_record` wrote, in the blog's `zone` where its offset is from there."""
    members = dict(of_kind("Moment", record, dict))
    source = members.get("offset_source")
    if source is not None:
        of_kind("Moment.offset_source", source, str)
    for name in ("value", "earliest", "latest"):
        if name in members:
            text = of_kind(f"Moment.{name}", members[name], str)
            members[name] = parse_time(text, source, zone)
    return make(Moment, members)


def _day(value: object) -> date:
    return parse_day(of_kind("Entry.day", value, str))


# Each encoder of `canonical.FIELDS`, found by a field that it writes, and its inverse; any other value is itself.
_DECODERS: dict[Callable[[Any], Any], Callable[[object, tzinfo | None], object]] = {
    FIELDS["body"]: lambda value, _: each("Entry.body", value, block),
    FIELDS["authors"]: lambda value, _: each("Entry.authors", value, partial(make, Agent)),
    FIELDS["time"]: moment,
    FIELDS["day"]: lambda value, _: _day(value),
    FIELDS["headline"]: lambda value, _: value,
}


def entry(record: Record, zone: tzinfo | None, **excluded: object) -> Entry:
    """Return the entry that `canonical.entry_record` wrote; `excluded` are the fields that no record has."""
    members = dict(record)
    if members.pop("type", None) != ENTRY_TYPE:
        raise ModelError(f"not a record of type {ENTRY_TYPE}", "Entry")
    decoded = {name: _DECODERS[FIELDS[name]](members[name], zone) for name in FIELDS if name in members}
    return make(Entry, members | decoded | excluded)
