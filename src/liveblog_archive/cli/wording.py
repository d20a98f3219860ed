"""How entries, links and differences are shown to people, and what machines get instead."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..errors import amount, escaped_line
from ..identity.differences import Piece, marked
from ..identity.edits import entry_difference, is_readdressed
from ..identity.links import ABSENCES, LINK_KINDS, Link
from ..model import Entry, local_of

_SHOWN = 60


def entry_line(entry: Entry) -> str:
    """Return an entry as one line: its local id, when it was, and its headline or first words."""
    day = entry.calendar_day
    shown = [day.isoformat() if day else "", entry.time.shown if entry.time and entry.time.text else ""]
    words = beginning(entry.headline or entry.text, _SHOWN)
    return escaped_line("  ".join(filter(None, (local_of(entry.id), " ".join(filter(None, shown)), words))))


def beginning(text: str, most: int) -> str:
    """Return the first words of a text on one line, up to so many characters."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[:most].rpartition(' ')[0] or words[:most]} …"


def entries(count: int) -> str:
    """Return a number of entries in words."""
    return amount(count, "entry", "entries")


def counts(links: Iterable[Link]) -> str:
    """Return how many links there are of each kind, such as `2 edited, 44 same`."""
    found = Counter(link.kind for link in links)
    return ", ".join(f"{found[kind]} {kind}" for kind in LINK_KINDS if found[kind])


def head_lines(head: Mapping[str, Iterable[Piece]]) -> Iterator[str]:
    """Yield what was changed above the entries as lines, one for each part."""
    for part, pieces in head.items():
        yield f"{'edited':11} the {part}: {marked(pieces)}"


def link_lines(link: Link, old: Mapping[str, Entry], new: Mapping[str, Entry]) -> Iterator[str]:
    """Yield a link as lines: its kind, the entries of both sides where they are not one, and what was changed."""
    if link.previous == link.current or link.kind in ("inserted", "reinserted", *ABSENCES):
        name = (*link.current, *link.previous)[0]
        more = [change for change in link.changes if change != link.kind]
        entry = new.get(name) or old[name]
        yield f"{', '.join((link.kind, *more)):11} {entry_line(entry)}"
    else:
        yield f"{link.kind:11} score {link.score:.2f}"
        yield from (f"    - {entry_line(old[name])}" for name in link.previous if name in old)
        yield from (f"    + {entry_line(new[name])}" for name in link.current)
    if len(link.previous) == len(link.current) == 1 and link.previous[0] in old:
        for name, pieces in entry_difference(old[link.previous[0]], new[link.current[0]]).items():
            yield f"    {name}{' (only the address)' if is_readdressed(name, pieces) else ''}: {marked(pieces)}"


def link_record(link: Link) -> dict[str, Any]:
    """Return a link for machines."""
    return {
        "kind": link.kind,
        "previous": list(link.previous),
        "current": list(link.current),
        "changes": list(link.changes),
        "score": link.score,
    }


def piece_records(pieces: Iterable[Piece]) -> list[dict[str, str]]:
    """Return a difference for machines."""
    return [{"kind": piece.kind, "text": piece.text} for piece in pieces]
