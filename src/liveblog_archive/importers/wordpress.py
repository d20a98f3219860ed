"""Automattic's Liveblog for WordPress: the answers of its `entries` and `get-entries` routes.

Times are unix seconds. A change or a deletion is a further row with the id of the entry that it is of: all rows of
one id are one entry, as the last of them left it, in the place of the first.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from ..model import Agent, Block, Embed, Entry, LiveBlog, Media, Moment, Note, Span
from ..model.entry import Status
from ..zones import Zone
from . import stamps
from .assembly import body, display_zone, each, finish, line, open_json, page_note, person
from .json_source import Node
from .options import Options
from .privacy import glimpse

_Words = TypeVar("_Words", str, list[Block])
_WANTED = "entries with an id and a timestamp"
_LINKS = ("share_link", "permalink")
# What leads to one entry on the page of the blog.
_PLACE = re.compile(r"(?:#|[?&]lbup=\d+(?:#|\Z)).*", re.DOTALL)
# In one second, an entry is made before it is changed, and changed before it is deleted.
_KINDS = ("new", "update", "delete")
# What WordPress calls the states of a post (get_post_statuses); where a row has none, readers saw it.
_STATUSES: dict[str, Status] = {
    "publish": "published",
    "draft": "draft",
    "auto-draft": "draft",
    "pending": "draft",
    "future": "draft",
    "private": "draft",
    "trash": "deleted",
}


class _Row(NamedTuple):
    node: Node
    when: Moment | None
    kind: str

    def age(self) -> tuple[str, int]:
        """Return what the last row of an entry has most of."""
        value = self.when.value.isoformat() if self.when and self.when.value else ""
        return value, _KINDS.index(self.kind) if self.kind in _KINDS else 1


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog in an answer of the plugin, without ids; deleted entries keep their last words.

    Raises `ImportFailure` for bytes that are not JSON, and where there are no entries.
    """
    opened = open_json(data, options)
    root, notes = opened.root, opened.notes
    clock = display_zone(options)
    groups: dict[str, list[_Row]] = {}
    nodes = list(root.nodes("entries"))
    for node in reversed(nodes):  # lists run from new to old
        row = _Row(node, node.stamp("timestamp", "entry_time"), (node.text("type") or "new").lower())
        groups.setdefault(node.text("id") or node.path, []).append(row)
    histories = [sorted(rows, key=_Row.age) for rows in groups.values()]
    places = {history[0].node.path: history for history in histories}
    notes += page_note(root.number("page"), root.number("pages"))
    url = options.url or _page(nodes)
    blog = LiveBlog(
        timezone=options.timezone,
        url=url,
        entries=each(
            [node for node in nodes if node.path in places], lambda node: _entry(places[node.path], clock, url)
        ),
    )
    return finish(data, options, blog, notes, "wordpress", order="newest-first", wanted=_WANTED)


def _page(nodes: Iterable[Node]) -> str | None:
    """Return the address of the page that links to places on it lead to; None where there are none, or of several."""
    links = filter(None, (node.text(*_LINKS) for node in nodes))
    found = {page for link in links if (page := _PLACE.sub("", link)) != link}
    return found.pop() if len(found) == 1 else None


def _entry(history: Sequence[_Row], clock: Zone | None, base: str | None) -> Entry:
    """Return the entry that rows leave, oldest row first."""
    first, last = history[0], history[-1]
    identifier, notes = first.node.text("id"), first.node.notes
    headlines = _left(history, ("headline", "title"), lambda text: line(text, notes, base) or "")
    bodies = _left(history, ("render", "content"), lambda text: body(text, notes, base))
    _note_earlier(identifier, headlines, str, notes)
    _note_earlier(identifier, bodies, lambda found: " ".join(map(_told, found)), notes)
    published = first.node.stamp("entry_time", "timestamp")
    return Entry(
        headline=(headlines or [""])[-1] or None,
        body=(bodies or [[]])[-1],
        time=stamps.shown(published, clock),
        published=published,
        modified=last.when,
        authors=_authors(last.node) or _authors(first.node),
        key_event=last.node.flag("key_event"),
        pinned=last.node.flag("pinned"),
        status=_status(last),
        url=last.node.text(*_LINKS),
        native_id=identifier,
        span=Span(element=last.node.path),
    )


def _left(history: Sequence[_Row], names: Sequence[str], read: Callable[[str | None], _Words]) -> list[_Words]:
    """Return what the rows that tell of it leave of the words of an entry: nothing where one empties them.

    A deletion that says nothing is not of the words.
    """
    told = ((row, read(row.node.text(*names))) for row in history if any(map(row.node.has, names)))
    return [found for row, found in told if found or row.kind != "delete"]


def _status(last: _Row) -> Status:
    """Return the status that the last row of an entry leaves; what it means is not guessed where it is not known."""
    if last.kind == "delete":
        return "deleted"
    stated = (last.node.text("status") or "publish").lower()
    if last.kind in _KINDS and stated in _STATUSES:
        return _STATUSES[stated]
    what = (
        f"the status {glimpse(stated)!r}" if last.kind in _KINDS else f"a last row of the type {glimpse(last.kind)!r}"
    )
    last.node.note("unknown-status", f"{last.node.text('id') or last.node.path} has {what}; kept as a draft")
    return "draft"


def _note_earlier(
    identifier: str | None, found: Sequence[_Words], said: Callable[[_Words], str], notes: list[Note]
) -> None:
    """Note the words that a later row replaced."""
    for words in found[:-1]:
        if words and words != found[-1]:
            text = f"{identifier} said before: {' '.join(said(words).split())}"
            notes.append(Note(code="earlier-version", text=text))


def _told(block: Block) -> str:
    return block.text or (isinstance(block, Media | Embed) and block.url) or ""


def _authors(node: Node) -> list[Agent]:
    """Return who readers see as the authors: names, of what may be links with pictures of them."""
    named = [agent for author in node.nodes("authors") for agent in person(author.text("name"))]
    return named or person(node.text("author_link"))
