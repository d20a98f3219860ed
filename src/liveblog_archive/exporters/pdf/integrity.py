"""The last section: what was captured, how, with which doubts, and how anybody can check it."""

import re
from collections import Counter
from collections.abc import Iterator

import attrs

from ...characters import visible
from ...model import Capture, Note
from ...version import __version__
from . import phrases
from .front import SECTIONS, amount
from .layout import Block
from .matter import Matter
from .parts import fact, row, section
from .press import PageBreak
from .style import FINE, SMALL
from .text import Run

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_POINT = attrs.evolve(SMALL, before=4.0)


def integrity(matter: Matter) -> Iterator[Block | PageBreak]:
    """Yield the facts of the capture, its notes, how to verify, and what could not be printed."""
    yield PageBreak()
    blog = matter.blog
    first = fact(matter, "Live blog id", blog.id)
    yield section(matter, "capture", SECTIONS["capture"], first)
    yield fact(matter, "Snapshot id", str(matter.snapshot), "\n", matter.snapshot.hex)
    yield fact(matter, "Entries", amount(matter))
    for label, moment in (("Coverage begins", blog.coverage_start), ("Coverage ends", blog.coverage_end)):
        if moment is not None:
            yield fact(matter, label, phrases.moment_in_full(moment))
    if blog.timezone:
        yield fact(matter, "Time zone", blog.timezone)
    if blog.language:
        yield fact(matter, "Language", blog.language)
    if blog.capture is None:
        yield fact(matter, "Source", "No capture is recorded: nothing says what this was made from.")
    else:
        yield from _source(matter, blog.capture)
    yield row(matter, "How to verify", *(matter.text(_POINT, text) for text in _verification(blog.capture)))
    yield row(matter, "Characters", *_characters(matter))
    yield fact(matter, "This briefing", _colophon())


def _source(matter: Matter, capture: Capture) -> Iterator[Block]:
    yield fact(matter, "Source SHA-256", capture.sha256)
    yield fact(matter, "Source", f"{capture.media_type}, {phrases.counted(capture.length, 'byte')}")
    yield fact(matter, "Retrieved", phrases.instant(capture.retrieved) if capture.retrieved else "Not recorded.")
    if capture.url:
        yield fact(matter, "From", Run(capture.url, url=capture.url))
    yield fact(matter, "Read by", capture.importer)
    notes = [_note(matter, note) for note in capture.notes]
    yield row(matter, f"Notes ({len(notes):,})", *(notes or [matter.text(SMALL, "None.")]))


def _note(matter: Matter, note: Note) -> Block:
    line = f", line {note.line}" if note.line is not None else ""
    return matter.text(attrs.evolve(FINE, before=2.0), Run(f"{note.code}{line}\u00a0", face="bold"), " ", note.text)


def _verification(capture: Capture | None) -> Iterator[str]:
    if capture is not None:
        yield "The source: sha256sum of the captured file prints the source’s SHA-256 above."
    yield (
        "An entry: sha256sum of its canonical record, a file of the archive, prints the SHA-256 of its record above. "
        "The twelve digits of a citation are its beginning."
    )
    yield (
        "All of it: the snapshot’s canonical record lists the id and version of every entry in the order of the "
        "source, and the source’s SHA-256; sha256sum of it prints the snapshot’s."
    )


def _characters(matter: Matter) -> Iterator[Block]:
    """Yield which characters are not printed as the source has them."""
    texts = list(_texts(matter.blog))
    counts = Counter(char for text in texts for char in matter.fonts.missing(visible(text)))
    if counts:
        listed = ", ".join(f"U+{ord(char):04X} × {counts[char]:,}" for char in sorted(counts))
        yield matter.text(
            SMALL,
            "The fonts of this briefing lack these characters of the live blog; each is drawn as \ufffd, or not at "
            f"all if it is invisible. {listed}",
        )
    else:
        yield matter.text(SMALL, "The fonts of this briefing have every character of the live blog.")
    if any(map(_RIGHT_TO_LEFT.search, texts)):
        yield matter.text(
            _POINT,
            "Hebrew and Arabic letters are set one by one from left to right, and do not join: do not quote them "
            "from here.",
        )
    yield matter.text(
        _POINT,
        "Control characters are written as [U+000B]; runs of blanks are set as one. Verbatim text is in the XML and "
        "JSON-LD exports.",
    )


def _texts(value: object) -> Iterator[str]:
    """Yield every text of a value of the model."""
    kind = type(value)
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif attrs.has(kind):
        for field in attrs.fields(kind):
            yield from _texts(getattr(value, field.name))


def _colophon() -> str:
    return f"Made by liveblog-archive {__version__}. Set in Noto Sans, under the SIL Open Font License 1.1."
