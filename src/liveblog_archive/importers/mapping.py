r"""Any JSON, by a mapping: a small TOML file that says where the entries are, and where in each its facts.

A path is names joined by dots (`data.news`), a number picks from a list, and `\.` is a dot inside a name. Where a
list of paths is given, the first that has a value counts. docs/how-to/map-any-json.md shows every key.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple, TypeAlias, get_args

from attrs import evolve, frozen

from ..errors import ImportFailure, amount
from ..model import Entry, LiveBlog, Moment, Note, Span
from ..model.entry import Status
from ..model.order import Order
from ..zones import Zone, keys, zone
from . import markup, shapes, stamps
from .assembly import Opened, body, each, finish, language, line, open_json, person
from .json_source import Node, nodes_of
from .markup.embeds import address
from .options import Options
from .privacy import glimpse, type_name

FORMAT = "liveblog-mapping/1"
READY = ("24liveblog", "tickaroo")

# Ways to a value, each as the names on it; the first that leads to one counts.
Paths: TypeAlias = tuple[tuple[str, ...], ...]

_EACH = "*"  # in a path, every item of a list, or of an object that has no such name
_DOT = re.compile(r"(?<!\\)\.")
_BLOG = ("title", "description", "language", "timezone", "url", "declared_total", "coverage_start", "coverage_end")
_ENTRY = ("id", "headline", "body", "time", "created", "published", "modified", "author", "url", "order_key",
          "key_event", "pinned")  # fmt: skip
_WORDS = ("headline", "body")
_ORDERS: tuple[Order, ...] = get_args(Order)
_STATUSES: tuple[Status, ...] = get_args(Status)
_REMEDY = "docs/how-to/map-any-json.md shows a whole one"


@frozen
class Table:
    """A mapping that was read: paths for the blog and for every entry, and what the words of its status mean."""

    blog: Mapping[str, Paths]
    entries: Paths
    entry: Mapping[str, Paths]
    order: Order | None = None
    status: Paths = ()
    words: Mapping[str, Status] | None = None


@cache
def ready(name: str) -> bytes:
    """Return the mapping that the library brings along under one of the names `READY`."""
    return resources.files(__package__).joinpath("mappings", f"{name}.toml").read_bytes()


def table(text: bytes) -> Table:
    """Return the mapping that a TOML file is; raise `ImportFailure` for anything else, naming the key."""
    try:
        given = tomllib.loads(text.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise _wrong(f"it is not TOML: {error}") from error
    if given.get("format") != FORMAT:
        raise _wrong(f"format is {given.get('format')!r}, and this version reads {FORMAT!r}")
    _refuse_unknown("", given, ("format", "blog", "entries", "entry"))
    entries, entry = _section(given, "entries"), _section(given, "entry")
    status = entry.pop("status", {})
    if not isinstance(status, dict):
        raise _wrong("entry.status is no table")
    _refuse_unknown("entries.", entries, ("path", "order"))
    _refuse_unknown("entry.status.", status, ("path", *_STATUSES))
    found = _all_paths("entry", entry, _ENTRY)
    if not {"body", "headline"} & found.keys():
        raise _wrong("entry has neither a body nor a headline")
    return Table(
        blog=_all_paths("blog", _section(given, "blog"), _BLOG),
        entries=_paths("entries.path", entries.get("path")),
        entry=found,
        order=_order(entries.get("order")),
        status=_paths("entry.status.path", status.get("path")) if status else (),
        words=_words(status) if status else None,
    )


def _wrong(what: str) -> ImportFailure:
    return ImportFailure(f"the mapping is wrong: {what}", remedy=_REMEDY)


def _section(given: Mapping[str, object], name: str) -> dict[str, object]:
    section = given.get(name, {})
    if not isinstance(section, dict):
        raise _wrong(f"{name} is no table")
    return dict(section)


def _refuse_unknown(prefix: str, section: Mapping[str, object], known: Sequence[str]) -> None:
    for key in section:
        if key not in known:
            raise _wrong(f"{prefix}{key} is no key of it; use one of: {', '.join(known)}")


def _all_paths(name: str, section: Mapping[str, object], known: Sequence[str]) -> dict[str, Paths]:
    _refuse_unknown(f"{name}.", section, known)
    return {key: _paths(f"{name}.{key}", value) for key, value in section.items()}


def _paths(key: str, value: object) -> Paths:
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not listed or not all(isinstance(path, str) for path in listed):
        raise _wrong(f"{key} is no path, or list of paths")
    return tuple(tuple(part.replace("\\.", ".") for part in _DOT.split(path) if part) for path in listed)


def _order(given: object) -> Order | None:
    for order in _ORDERS:
        if order == given:
            return order
    if given is not None:
        raise _wrong(f"entries.order is {given!r}, and none of: {', '.join(_ORDERS)}")
    return None


def _words(status: Mapping[str, object]) -> dict[str, Status]:
    found: dict[str, Status] = {}
    for meaning in _STATUSES:
        values = status.get(meaning, [])
        if not isinstance(values, list):
            raise _wrong(f"entry.status.{meaning} is no list")
        found |= {_word(value): meaning for value in values}
    return found


def _word(value: object) -> str:
    """Return a value as it is compared: a mapping may say `true`, `1` or "deleted"."""
    return str(value).strip().lower()


class _At:
    """A node, asked by the paths of a mapping."""

    def __init__(self, node: Node, paths: Mapping[str, Paths]) -> None:
        self._node = node
        self._paths = paths

    def place(self, key: str) -> tuple[Node, str]:
        """Return the object and the name in it that the first path with a value leads to."""
        return _place(self._node, self._paths.get(key, ()))

    def text(self, key: str) -> str | None:
        node, name = self.place(key)
        return node.text(name)

    def texts(self, key: str) -> list[str | None]:
        """Return the texts that the first path with a value leads to: of one with a `*`, those of all items."""
        return [node.text(name) for node, name in _every(self._node, self._paths.get(key, ()))]

    def flag(self, key: str) -> bool:
        node, name = self.place(key)
        return node.flag(name)

    def stamp(self, key: str, zone: Zone | None) -> Moment | None:
        node, name = self.place(key)
        return node.stamp(name, zone=zone)


def _place(node: Node, paths: Paths) -> tuple[Node, str]:
    return next(iter(_every(node, paths)), (Node({}, node.notes, node.path), ""))


def _every(node: Node, paths: Paths) -> list[tuple[Node, str]]:
    """Return all that the first path with a value leads to."""
    return next(filter(None, ([*_ends(node, path)] for path in paths)), [])


def _ends(node: Node, path: tuple[str, ...]) -> Iterator[tuple[Node, str]]:
    """Yield the object and the name in it of each value that a path leads to: one, or with a `*` any number."""
    if not path:
        return
    name, *rest = path
    for one in node.members if name == _EACH and not node.has(name) else [name]:
        if rest:
            yield from _ends(_inside(node, one), tuple(rest))
        elif node.says(one):
            yield node, one


def _top(opened: Opened) -> Node:
    """Return a file's object; of a file that is a list, an object whose names are the list's positions."""
    return Node(_inside(Node({"": opened.value}, opened.notes), "").members, opened.notes)


class _Entries(NamedTuple):
    """The entries of a file, and of those that stand in an object the names that they have there, by their paths."""

    nodes: list[Node]
    names: Mapping[str, str] = {}


def _entries(opened: Opened, top: Node, mapping: Table) -> _Entries:
    """Return the entries: the objects of a list, or those of an object that is not an entry itself."""
    if () in mapping.entries and isinstance(opened.value, list):
        return _Entries([*nodes_of(opened.value, opened.notes)])
    lists = _every(top, mapping.entries)
    found = [one for place, name in lists for one in place.nodes(name)]
    found = [top] if () in mapping.entries and not lists else found
    if len(found) != 1 or _says_anything(found[0], mapping) or not _holds_objects(found[0]):
        return _Entries(found)
    (keyed,) = found
    inside = {name: _inside(keyed, name) for name in keyed.members if keyed.has(name)}
    for name in (name for name in keyed.members if name not in inside):
        keyed.note("unreadable-value", f"{keyed.path}/{name} is null, and not an object")
    return _Entries([*inside.values()], {node.path: name for name, node in inside.items()})


def _holds_objects(node: Node) -> bool:
    return all(one is None or isinstance(one, dict) for one in node.members.values())


def _says_anything(node: Node, mapping: Table) -> bool:
    return any(_place(node, mapping.entry.get(key, ()))[1] for key in _WORDS)


def _unused(nodes: Sequence[Node], mapping: Table, where: str) -> list[Note]:
    """Return a note for each path that leads to a value in no entry.

    Raises `ImportFailure` where no entry says anything.
    """
    unused = [key for key in mapping.entry if not any(_place(node, mapping.entry[key])[1] for node in nodes)]
    if nodes and not any(_says_anything(node, mapping) for node in nodes):
        tried = " or ".join(_written(mapping.entry[key]) for key in _WORDS if key in mapping.entry)
        raise ImportFailure(
            f"none of {amount(len(nodes), 'entry', 'entries')} has anything at {tried}", where, _REMEDY
        )
    return [Note(code="path-unused", text=f"entry.{key}: {_written(mapping.entry[key])}") for key in unused]


def _written(paths: Paths) -> str:
    return " or ".join(".".join(path) for path in paths)


def _inside(node: Node, name: str) -> Node:
    """Return what stands under a name, a list as an object whose names are its positions."""
    value = node.members.get(name)
    if isinstance(value, list):
        value = {str(position): item for position, item in enumerate(value)}
    return Node(value if isinstance(value, dict) else {}, node.notes, f"{node.path}/{name}")


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog that a mapping finds in JSON, without ids.

    Raises `ImportFailure` for bytes that are not JSON, for a wrong mapping, and where it leads to no entries.
    """
    opened = open_json(data, options)
    told = options.mapping
    if told is None and shapes.is_24liveblog(opened.value):
        told = ready("24liveblog")
    if told is None:
        raise ImportFailure("no mapping is given", options.where, f"write one, mapping=: {_REMEDY}")
    mapping, notes = table(told), opened.notes
    top = _top(opened)
    about = _At(top, mapping.blog)
    url = options.url or about.text("url")
    key = options.timezone or _zone_key(about)
    clock = zone(key) if key else None
    total_at, total = about.place("declared_total")
    nodes, names = _entries(opened, top, mapping)
    unused = _unused(nodes, mapping, options.where)
    notes += unused if options.mapping else []
    blog = LiveBlog(
        title=markup.line(about.text("title")),
        description=markup.line(about.text("description")),
        language=language(*about.place("language")),
        timezone=key,
        url=url,
        entries=each(nodes, lambda node: _entry(node, mapping, clock, url, names.get(node.path) or None)),
        coverage_start=about.stamp("coverage_start", clock),
        coverage_end=about.stamp("coverage_end", clock),
        declared_total=total_at.number(total),
    )
    wanted = _written(mapping.entries) or "a list of objects"
    return finish(data, options, blog, notes, "mapping", order=mapping.order, wanted=wanted)


def _zone_key(about: _At) -> str | None:
    """Return the zone that a file states, or None, with a note, if that is not an IANA key."""
    node, name = about.place("timezone")
    key = node.text(name)
    if key is None or key in keys():
        return key
    node.note("unreadable-value", f"{node.path}/{name} is {glimpse(key)!r}, and no IANA time zone")
    return None


def _entry(node: Node, mapping: Table, clock: Zone | None, base: str | None, name: str | None) -> Entry:
    facts = _At(node, mapping.entry)
    published = facts.stamp("published", clock)
    order_at, order = facts.place("order_key")
    url = facts.text("url")
    return Entry(
        headline=line(facts.text("headline"), node.notes, base),
        body=[block for said in facts.texts("body") for block in body(said, node.notes, base)],
        time=_seen(facts.stamp("time", clock), published, clock),
        created=facts.stamp("created", clock),
        published=published,
        modified=facts.stamp("modified", clock),
        authors=[one for said in facts.texts("author") for one in person(said)],
        key_event=facts.flag("key_event"),
        pinned=facts.flag("pinned"),
        status=_status(node, mapping),
        url=address(url, base) or url,
        native_id=facts.text("id") if "id" in mapping.entry else name,
        order_key=order_at.key(order),
        span=Span(element=node.path or "/"),
    )


def _seen(said: Moment | None, published: Moment | None, clock: Zone | None) -> Moment | None:
    """Return what readers saw: what is said to be that, with the instant of publication where it tells none."""
    stated = stamps.shown(published, clock)
    if said and not said.value and stated:
        return evolve(stated, text=said.text)
    return stamps.shown(said, clock) or said or stated or published


def _status(node: Node, mapping: Table) -> Status:
    """Return what the word of a status means; where a mapping lists what is published, nothing else is."""
    if mapping.words is None:
        return "published"
    place, name = _place(node, mapping.status)
    said = place.members.get(name, "")
    word = type_name(said) if isinstance(said, dict | list) else _word(said)
    if word in mapping.words:
        return mapping.words[word]
    if "published" in mapping.words.values():
        node.note("unknown-status", f"{node.path} has the status {glimpse(word)!r}; kept as a draft")
        return "draft"
    return "published"
