"""The last section: what was captured, how, with which doubts, and how anybody can check it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import attrs

from ...characters import visible
from ...citation.wording import isolated, one_line
from ...model import Capture, Note
from ...version import __version__
from .layout import Together
from .matter import Matter
from .parts import fact, row, section
from .press import PageBreak
from .protocol import Block
from .records import in_full
from .tags import Element
from .tokens import Run

# The file that is attached, with all data of the live blog.
ATTACHED = "liveblog.jsonld"
# More notes of one kind than this are told by the first few; of a note that is longer than this, its beginning.
_MANY, _FEW, _LONGEST = 6, 4, 280
_QUOTED = re.compile("“([^”]*)”")


def integrity(matter: Matter, root: Element) -> Iterator[Block | PageBreak]:
    """Yield the facts of the capture, its notes, how to verify, and what could not be printed."""
    yield PageBreak(unless=matter.look.sheet.room / 2)
    blog, here, say = matter.blog, root.child("Sect"), matter.words.say

    def making(tag: Element) -> list[Block]:
        return [fact(matter, tag, say("blog-id"), blog.id)]

    yield section(matter, here, "capture", say("capture"), making)
    digest = matter.directed(f"SHA-256 {matter.snapshot.hex}")
    yield fact(matter, here, say("snapshot-id"), str(matter.snapshot), "\n", *digest)
    for label, moment in (("coverage-start", blog.coverage_start), ("coverage-end", blog.coverage_end)):
        if moment is not None:
            yield fact(matter, here, say(label), in_full(matter, moment))
    if blog.timezone:
        yield fact(matter, here, say("timezone"), blog.timezone)
    if blog.language:
        yield fact(matter, here, say("language"), blog.language)
    if blog.capture is None:
        yield fact(matter, here, say("source"), say("no-capture"))
    else:
        yield from _source(matter, here, blog.capture)
    last = [
        row(matter, here, say("verify"), lambda tag: _points(matter, tag, _verification(matter))),
        row(matter, here, say("characters"), lambda tag: _points(matter, tag, _characters(matter))),
        fact(matter, here, say("this-briefing"), say("colophon", version=__version__)),
    ]
    if matter.options.attaches_record:
        last.insert(0, fact(matter, here, say("attached"), say("attached-data", file=ATTACHED)))
    yield Together(last)


def _source(matter: Matter, here: Element, capture: Capture) -> Iterator[Block]:
    say, words = matter.words.say, matter.words
    for source in capture.captured:
        yield fact(matter, here, say("source-sha256"), source.sha256)
        size = say("bytes", n=source.length)
        yield fact(matter, here, say("source"), say("pair", one=source.media_type, other=size))
        when = words.instant(source.retrieved) if source.retrieved else say("capture-unknown")
        yield fact(matter, here, say("captured"), when)
        if source.url:
            yield fact(matter, here, say("captured-from"), Run(matter.apart(source.url), url=source.url))
    yield fact(matter, here, say("importer"), capture.importer)
    label = f"{say('notes')} ({words.number(len(capture.notes))})"
    yield row(matter, here, label, lambda tag: _notes(matter, tag, capture.notes))


def _notes(matter: Matter, here: Element, notes: Sequence[Note]) -> Iterator[Block]:
    """Yield the notes kind by kind: of many of one kind the first few, of a long one how it begins."""
    style, say = attrs.evolve(matter.look.fine, before=1.75), matter.words.say
    whole = True
    kinds: dict[str, list[Note]] = {}
    for note in notes:
        kinds.setdefault(note.code, []).append(note)
    for kind, found in kinds.items():
        few = found if len(found) <= _MANY else found[:_FEW]
        more = found[len(few) :]
        for number, note in enumerate(few):
            head = f"{kind} ({matter.words.number(len(found))})" if more and not number else kind
            yield matter.cited(here, style, *_note(matter, head if not number else "", note))
        if more:
            yield matter.said(here, style, _more(matter, more))
        whole = whole and not more and all(len(note.text) <= _LONGEST for note in few)
    if not notes:
        yield matter.said(here, style, say("none"))
    elif not whole:
        yield matter.said(
            here, style, say("notes-attached", file=ATTACHED) if matter.options.attaches_record else say("notes-kept")
        )


def _note(matter: Matter, head: str, note: Note) -> Iterator[Run | str]:
    """Yield a note: its kind in bold where that is new, its line, and what it says."""
    line = matter.words.say("line", line=str(note.line)) if note.line is not None else ""
    text = note.text if len(note.text) <= _LONGEST else f"{one_line(note.text[:_LONGEST])}…"
    if head:
        yield Run(f"{head}\u00a0", face="bold")
    text = _QUOTED.sub(lambda quoted: f"“{isolated(quoted[1])}”", text)
    yield " ".join(("" if head else "·", *filter(None, (line and f"{line}\u00a0", text))))


def _more(matter: Matter, notes: Sequence[Note]) -> str:
    """Return how many more notes of a kind there are, and of which lines."""
    words = matter.words
    more = words.say("notes-more", n=len(notes))
    lines = [note.line for note in notes if note.line is not None]
    if not lines:
        return more
    return words.say("pair", one=more, other=words.say("lines", first=str(min(lines)), last=str(max(lines))))


def _points(matter: Matter, here: Element, texts: Iterable[str]) -> Iterator[Block]:
    for text in texts:
        yield matter.said(here, attrs.evolve(matter.look.fact, before=3.5), text)


def _verification(matter: Matter) -> Iterator[str]:
    if matter.blog.capture is not None:
        yield matter.words.say("verify-source")
    yield matter.words.say("verify-entry")
    yield matter.words.say("verify-all")


def _characters(matter: Matter) -> Iterator[str]:
    """Yield which characters are not printed as the source has them."""
    met: set[str] = set()
    for text in _texts(matter.blog):
        if not text.isascii():  # what is not printable in ASCII is written as what is
            met.update(visible(text))
    lacking = set(matter.fonts.lacks("".join(sorted(met))))
    texts = _texts(matter.blog) if lacking else ()
    counts = Counter(char for text in texts for char in visible(text) if char in lacking)
    if counts:
        listed = ", ".join(f"U+{ord(char):04X} × {matter.words.number(counts[char])}" for char in sorted(counts))
        yield matter.words.say("characters-missing", list=listed)
    else:
        yield matter.words.say("characters-all")
    yield matter.words.say("characters-control")


def _texts(value: object) -> Iterator[str]:
    """Yield every text of a value of the model."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, tuple):
            waiting += one
        else:
            kind: Any = type(one)
            waiting += [held for name in _fields(kind) if (held := getattr(one, name))]


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind)) if attrs.has(kind) else ()
