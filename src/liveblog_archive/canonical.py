"""Canonical bytes: entry -> record -> RFC 8785 JSON -> SHA-256.

The promise: the same entry gives the same bytes in every version of this library that writes records of type
`liveblog-entry/1`, so a version id that was cited once can be checked for ever with `sha256sum` alone. The digests
are pinned by golden vectors in the tests; a change of these bytes needs a new record type, never an edited test.

A record holds strings, booleans, small integers, lists and objects with ASCII keys, nothing else. For such values
the sorted output of orjson *is* the JSON Canonicalization Scheme of RFC 8785; the tests prove it against `rfc8785`.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Any

import orjson

from .model import Agent, Block, Embed, Entry, Heading, ListBlock, Media, Moment, Paragraph, Quotation

ENTRY_TYPE = "liveblog-entry/1"
SNAPSHOT_TYPE = "liveblog-snapshot/1"

Record = dict[str, Any]

# Every field of an entry, in or out: a test fails when the model has a field that neither table names.
EXCLUDED = {
    "span": "where it stood in one capture's source, not what it says",
    "order_key": "a sort value of the platform; the snapshot records the sequence",
}


def timestamp(value: date, precision: str | None = None) -> str:
    """Return a date, or a time with its offset, in ISO 8601 as RFC 3339 profiles it.

    Seconds are written where the time has any, or where `precision` says that they were known to be zero: a time
    printed as `17:50` never claims more. An hour has no form of its own in the profile and is written with `:00`.
    Microseconds, which only a bound can have, are written as six digits.
    """
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.second or precision == "second" or value.microsecond:
        return value.isoformat()
    # What `isoformat("T", "minutes")` gives, made of parts that times share: half of a record's time went into it.
    return f"{_day(value.date())}T{_TWO_DIGITS[value.hour]}:{_TWO_DIGITS[value.minute]}{_offset(value.utcoffset())}"


_TWO_DIGITS = tuple(f"{number:02}" for number in range(60))


@lru_cache(maxsize=1024)
def _day(day: date) -> str:
    return day.isoformat()


@lru_cache(maxsize=1024)
def _offset(ahead: timedelta | None) -> str:
    """Return an offset from UTC as a time has it behind its clock; nothing where it is unknown."""
    return "" if ahead is None else datetime(2000, 1, 1, tzinfo=timezone(ahead)).isoformat()[19:]


def moment_record(moment: Moment) -> Record:
    """Return a time as record: verbatim text, value, bounds, and how each is known."""
    record: Record = {"text": moment.text} if moment.text else {}
    if moment.value is not None:
        record["value"] = timestamp(moment.value, moment.precision)
        record["precision"] = moment.precision
    record["qualifier"] = moment.qualifier
    record["offset_source"] = moment.offset_source
    if moment.earliest is not None and moment.latest is not None:
        # Most times begin their own interval, and printing a time takes longer than all the rest.
        same = moment.earliest is moment.value and moment.precision != "second"
        record["earliest"] = record["value"] if same else timestamp(moment.earliest)
        record["latest"] = timestamp(moment.latest)
    return record


def agent_record(agent: Agent) -> Record:
    """Return a person or organization as record."""
    return _present(name=agent.name, kind=agent.kind, url=agent.url, role=agent.role)


def _paragraph(block: Paragraph) -> Record:
    record: Record = {"text": block.text} if block.text else {}
    if block.links:
        record["links"] = [{"start": link.start, "end": link.end, "url": link.url} for link in block.links]
    return record


def _quotation(block: Quotation) -> Record:
    return _present(text=block.text, source=block.source)


def _list(block: ListBlock) -> Record:
    return {"items": list(block.items), "ordered": block.ordered}


def _heading(block: Heading) -> Record:
    return {"text": block.text, "level": block.level}


def _media(block: Media) -> Record:
    return _present(kind=block.kind, url=block.url, caption=block.caption, credit=block.credit, alt=block.alt)


def _embed(block: Embed) -> Record:
    return _present(provider=block.provider, url=block.url, text=block.text)


BLOCK_RECORDS: dict[type, tuple[str, Callable[[Any], Record]]] = {
    Paragraph: ("paragraph", _paragraph),
    Heading: ("heading", _heading),
    Quotation: ("quotation", _quotation),
    ListBlock: ("list", _list),
    Media: ("media", _media),
    Embed: ("embed", _embed),
}


def block_record(block: Block) -> Record:
    """Return a body block as record; `type` is its kind in one word."""
    name, encode = BLOCK_RECORDS[type(block)]
    return {"type": name, **encode(block)}


def _blocks(body: Iterable[Block]) -> list[Record]:
    return [block_record(block) for block in body]


def _agents(agents: Iterable[Agent]) -> list[Record]:
    return [agent_record(agent) for agent in agents]


def _same(value: Any) -> Any:
    return value


# Field of the entry -> how its value is written. A value that is None, empty or False is left out of the record.
FIELDS: dict[str, Callable[[Any], Any]] = {
    "id": _same,
    "headline": _same,
    "body": _blocks,
    "time": moment_record,
    "day": date.isoformat,
    "created": moment_record,
    "published": moment_record,
    "modified": moment_record,
    "authors": _agents,
    "key_event": _same,
    "pinned": _same,
    "summary": _same,
    "status": _same,
    "url": _same,
    "native_id": _same,
}


def _present(**fields: Any) -> Record:
    """Return the fields that say something: absent ones are left out, never written as null."""
    return {key: value for key, value in fields.items() if value}


def entry_record(entry: Entry) -> Record:
    """Return the record that an entry's version id is the digest of."""
    record: Record = {"type": ENTRY_TYPE}
    for name, encode in FIELDS.items():
        if value := getattr(entry, name):
            record[name] = encode(value)
    return record


def canonical_bytes(record: Record | list[str]) -> bytes:
    """Return a record, or a list in one, as RFC 8785 JSON in UTF-8."""
    return orjson.dumps(record, option=orjson.OPT_SORT_KEYS)


def entry_bytes(entry: Entry) -> bytes:
    """Return the canonical bytes of an entry: a file of exactly these has the version id as its SHA-256."""
    return canonical_bytes(entry_record(entry))


def snapshot_record(
    blog_id: str, versions: Iterable[tuple[str, str]], source: str | None, previous: str | None = None
) -> Record:
    """Return the record of one capture: its (entry id, version id) in source order, and the source's SHA-256.

    The digest is the snapshot id. `previous` is the snapshot before it: the chain makes a rewritten history show.
    """
    entries = [list(pair) for pair in versions]
    return {"type": SNAPSHOT_TYPE, "blog": blog_id, "entries": entries} | _present(source=source, previous=previous)
