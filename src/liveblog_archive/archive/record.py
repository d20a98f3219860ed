"""`blog.json`: all of a blog that neither its snapshot nor the records of its entries hold.

The facts of the blog are those of the JSON-LD that this library exports, under the same names; an entry has a member
only for where it stood in its source and for the source's sort value, which no version id covers. With the snapshot,
which lists entries and versions in order, and the entries' own files, this gives back the blog that was deposited.
"""

from collections.abc import Callable

import attrs
import orjson

from ..canonical import Record, canonical_bytes
from ..errors import ArchiveError, ModelError
from ..identity import EntryId
from ..interchange import records
from ..interchange.jsonld_nodes import blog_node, read_blog
from ..model import Entry, LiveBlog, Span
from ..model.checks import of_kind
from ..zones import zone

FORMAT = "liveblog-blog/1"

_DAMAGED = "restore it from a sound copy"


def blog_bytes(blog: LiveBlog) -> bytes:
    """Return the content of `blog.json`, canonical JSON."""
    places = {EntryId.parse(entry.id).local: place for entry in blog.entries if (place := _place(entry))}
    return canonical_bytes({"format": FORMAT, "places": places} | blog_node(blog))


def _place(entry: Entry) -> Record:
    place: Record = {"order_key": entry.order_key} if entry.order_key else {}
    if entry.span:
        place["span"] = attrs.asdict(entry.span, filter=lambda _, value: value is not None)
    return place


def read_entry(data: bytes, timezone: str | None) -> Entry:
    """Return the entry of a file of canonical bytes, which stands nowhere; raise `ModelError` when it is none."""
    try:
        record = of_kind("Entry", orjson.loads(data), dict)
    except orjson.JSONDecodeError as error:
        raise ModelError(f"not JSON: {error.msg}", "Entry") from error
    return records.entry(record, zone(timezone) if timezone else None)


def _put(entry: Entry, place: object) -> Entry:
    """Return the entry at the place where it stood in its source."""
    members = dict(of_kind("places", place, dict))
    if unknown := members.keys() - {"order_key", "span"}:
        raise ModelError(f"unknown member {min(unknown)!r}", "places")
    if "span" in members:
        members["span"] = records.make(Span, members["span"])
    return attrs.evolve(entry, **members) if members else entry


def read_head(data: bytes, where: str) -> LiveBlog:
    """Return the blog of `blog.json` without its entries, which are not looked at; raise `ArchiveError` for none."""
    try:
        return read_blog(of_kind("blog", orjson.loads(data), dict), [], None)
    except (orjson.JSONDecodeError, ModelError) as error:
        raise ArchiveError("not the facts of a blog", where, _DAMAGED) from error


def read_blog_bytes(data: bytes, names: list[str], where: str, load: Callable[[str, str | None], Entry]) -> LiveBlog:
    """Return the blog of `blog.json`, whose entries have the ids `names`; `load` gives one in a time zone.

    Raises `ArchiveError`, with `where` in it, for a newer format and for anything that `blog_bytes` did not write.
    """
    try:
        facts = of_kind("blog", orjson.loads(data), dict)
        if facts.get("format") != FORMAT:
            raise ArchiveError(
                f"written as {facts.get('format')!r}, and this version of the library reads {FORMAT!r}",
                where,
                "read it with a newer version",
            )
        places = of_kind("places", facts.get("places"), dict)
        timezone = facts.get("timezone")
        zone_ = zone(of_kind("timezone", timezone, str)) if timezone is not None else None
        entries = [_put(load(name, timezone), places.get(EntryId.parse(name).local, {})) for name in names]
        blog = read_blog(facts, entries, zone_)
    except orjson.JSONDecodeError as error:
        raise ArchiveError(f"not JSON: {error.msg}", where, _DAMAGED) from error
    except ModelError as error:
        raise ArchiveError(f"{error.where}: {error.what}", where, _DAMAGED) from error
    if blog_bytes(blog) != data:
        raise ArchiveError("not as this library writes it", where, _DAMAGED)
    return blog
