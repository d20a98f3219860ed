"""What was edited of an entry: one rule for all who tell it, on a terminal, on paper and on the web."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import assert_never

import orjson

from ..canonical import FIELDS, timestamp
from ..model import Agent, Embed, Entry, Heading, ListBlock, Media, Moment, Paragraph, Quotation
from .addresses import is_respelled
from .differences import Piece, word_difference

# What a body has: its words, and besides them what its blocks are, show, lead to, and whom they name.
BODY_PARTS = ("text", "links", "quoted", "media", "caption", "credit", "alt", "embed", "forms")
# Every part of an entry that an edit can be told of, in order; `body` is told where no part of it says what differs.
PARTS = (*(part for name in FIELDS if name != "id" for part in (BODY_PARTS if name == "body" else (name,))), "body")

# Of these, dates, addresses and data, which are written from left to right in every language.
TYPED = frozenset(("time", "day", "created", "published", "modified", "url", "native_id", "body"))


_ADDRESSED = frozenset(("url", "links", "media", "embed"))

# Returns the word to print for an English one that is said of an entry, and not by it: `quotation`, `yes`, `draft`.
Say = Callable[[str], str]


def entry_difference(old: Entry, new: Entry, say: Say = str) -> dict[str, tuple[Piece, ...]]:
    """Return the word differences of two versions of an entry, by its part, for each of `PARTS` that was changed.

    Whatever makes another version is told: where people would read the same words in both, their records are. `say`
    gives what is said of an entry in a word, such as `quotation` or `draft`, in another language.

    >>> one, other = (Entry(body=[Media(kind="image", credit=credit)]) for credit in ("AFP", "Reuters"))
    >>> [(part, piece.kind, piece.text) for part, told in entry_difference(one, other).items() for piece in told]
    [('credit', 'removed', 'AFP'), ('credit', 'added', 'Reuters')]
    """
    found = {}
    for field, encode in FIELDS.items():
        before, after = getattr(old, field), getattr(new, field)
        was, now = (encode(value) if value else None for value in (before, after))
        if field == "id" or was == now:
            continue
        if field == "body":
            texts = _of_body(old, new, say)
        elif field == "status":
            texts = {field: (say(old.status), say(new.status))}
        else:
            texts = {field: (_said(before, say), _said(after, say))}
        different = {part: pair for part, pair in texts.items() if pair[0] != pair[1]}
        for part, pair in (different or {field: (_json(was), _json(now))}).items():
            found[part] = word_difference(*pair)
    return found


def is_readdressed(part: str, pieces: Sequence[Piece]) -> bool:
    """Tell whether of a part that was changed only addresses are written in another way."""
    was, now = ("".join(piece.text for piece in pieces if piece.kind != kind) for kind in ("added", "removed"))
    return part in _ADDRESSED and is_respelled(was, now)


def _of_body(old: Entry, new: Entry, say: Say) -> dict[str, tuple[str, str]]:
    before, after = _parts(old, say), _parts(new, say)
    texts = {"text": ("\n\n".join(before.pop("text")), "\n\n".join(after.pop("text")))}
    return texts | {part: _unlike(lines, after[part]) for part, lines in before.items()}


def _parts(entry: Entry, say: Say) -> dict[str, list[str]]:
    """Return what a body has of each part, in its order; an empty line stands for what a block could have."""
    found: dict[str, list[str]] = {part: [] for part in BODY_PARTS}
    for block in entry.body:
        match block:
            case Paragraph():
                found["links"] += [f"{block.text[link.start : link.end]}: {link.url}" for link in block.links]
            case Heading():
                found["forms"].append(f"{say('heading')} {block.level}")
            case Quotation():
                found["forms"].append(say("quotation"))
                found["quoted"].append(block.source or "")
            case ListBlock():
                found["forms"].append(say("ordered list" if block.ordered else "unordered list"))
            case Media():
                found["media"].append(_joined(say(block.kind), block.url))
                for part in ("caption", "credit", "alt"):
                    found[part].append(getattr(block, part) or "")
            case Embed():
                found["embed"].append(_joined(block.provider, block.url))
            case _:
                assert_never(block)
        if block.text and not isinstance(block, Media):
            found["text"].append(block.text)
    return found


def _unlike(was: list[str], now: list[str]) -> tuple[str, str]:
    """Return the lines that only one of both has; all lines where both have the same ones in another order."""
    gone, come = Counter(was) - Counter(now), Counter(now) - Counter(was)
    if not gone and not come:
        return "\n".join(line or "–" for line in was), "\n".join(line or "–" for line in now)
    return "\n".join(filter(None, gone.elements())), "\n".join(filter(None, come.elements()))


def _json(record: object) -> str:
    return orjson.dumps(record).decode() if record else ""


def _said(value: object, say: Say) -> str:
    """Return a value as people read it; nothing where there is none."""
    if isinstance(value, Moment):
        return _moment(value, say)
    if isinstance(value, tuple):
        return "\n".join(map(_agent, value))
    return say("yes") if value is True else str(value or "")


def _moment(moment: Moment, say: Say) -> str:
    stated = timestamp(moment.value, moment.precision) if moment.value else ""
    known = ", ".join(filter(None, (stated, say(moment.qualifier) if moment.qualifier != "exact" else "")))
    return _joined(moment.text, f"({known})" if known else "")


def _agent(agent: Agent) -> str:
    return ", ".join(filter(None, (agent.name, agent.role, agent.url)))


def _joined(*texts: str | None) -> str:
    return " ".join(filter(None, texts))
