"""Who and what a live blog names: people and sources, exactly as far as its own data says so. Nothing is guessed."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, assert_never, get_args
from urllib.parse import urlsplit

from ..citation.wording import one_line
from ..model import Block, Embed, Entry, Heading, ListBlock, Media, Paragraph, Quotation

Role = Literal["quoted", "author", "embedded", "credited", "linked"]
_ROLES: tuple[Role, ...] = get_args(Role)
_MOST = 5
_ACCOUNT = re.compile(r".+?\(@\w[\w.@-]*\)")  # behind it a post that is quoted has its day
# What a credit says before the name: `Photograph: `, `Crédit photo : `, `© `.
_BEFORE_NAME = re.compile(r"(?:©\s?)?(?:[^\W\d_]+(?:\s[^\W\d_]+)?\s?:\s?)?(?:©\s?)?")


class Named(NamedTuple):
    """A name in one role, and the entries that name it, each once.

    Roles: who is `quoted` in a block quotation, is `author` of entries, has posts `embedded`, is `credited` for
    media, or is the host of `linked` addresses.
    """

    name: str
    role: Role
    entries: tuple[Entry, ...]


def named(entries: Iterable[Entry]) -> tuple[Named, ...]:
    """Return every name in each of its roles, sorted by role and name; its first spelling stands for all.

    The same name in two roles is two rows: `Reuters` that is quoted may not be the `Reuters` that took a picture.
    """
    spelling: dict[tuple[Role, str], str] = {}
    found: dict[tuple[Role, str], list[Entry]] = {}
    for entry in entries:
        for role, name in _mentions(entry):
            shown = one_line(name)
            key = role, caseless(shown)
            if not shown:
                continue
            spelling.setdefault(key, shown)
            naming = found.setdefault(key, [])
            if not naming or naming[-1] is not entry:
                naming.append(entry)
    rows = (Named(spelling[key], key[0], tuple(naming)) for key, naming in found.items())
    return tuple(sorted(rows, key=lambda row: (_ROLES.index(row.role), caseless(row.name))))


def most_named(rows: Iterable[Named], role: Role) -> list[Named]:
    """Return the five names of a role that most entries have; of equals, the first in the alphabet."""
    chosen = [row for row in rows if row.role == role]
    return sorted(chosen, key=lambda row: (-len(row.entries), caseless(row.name)))[:_MOST]


def quoted(source: str) -> str:
    """Return who is quoted, in one line: of a post the account, `Ani Example (@ani) 3 March 2026` without its day."""
    said = one_line(source)
    account = _ACCOUNT.match(said)
    return account[0] if account else said


def credited(credit: str) -> str:
    """Return who is credited, in one line: of `(Photo: Ani Example)` the name alone."""
    said = one_line(credit)
    bare = said[1:-1] if said[:1] + said[-1:] in {"()", "[]"} else said
    return _BEFORE_NAME.sub("", bare, count=1).strip() or said


def host(url: str) -> str:
    """Return the host of a web address, without `www.`; empty for what is none."""
    try:
        parts = urlsplit(url)
        found = parts.hostname or ""
    except ValueError:  # an IPv6 address that is none
        return ""
    return found.removeprefix("www.") if parts.scheme in {"http", "https"} else ""


def _mentions(entry: Entry) -> Iterator[tuple[Role, str]]:
    for agent in entry.authors:
        yield "author", agent.name
    for block in entry.body:
        yield from _in_block(block)


def _in_block(block: Block) -> Iterator[tuple[Role, str]]:
    match block:
        case Paragraph():
            for link in block.links:
                yield "linked", host(link.url)
        case Quotation():
            yield "quoted", quoted(block.source or "")
        case Media():
            yield "credited", credited(block.credit or "")
        case Embed():
            yield "embedded", block.provider
            yield "linked", host(block.url or "")
        case Heading() | ListBlock():
            pass
        case _:
            assert_never(block)


def caseless(name: str) -> str:
    """Return what all spellings of a name, or of words, have in common."""
    return unicodedata.normalize("NFC", name).casefold()
