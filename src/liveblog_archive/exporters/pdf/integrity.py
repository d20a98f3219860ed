"""The last section: what was captured, how, with which doubts, and how anybody can check it."""

from collections import Counter
from collections.abc import Iterable, Iterator

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
from .tags import Element
from .tokens import Run

_POINT = attrs.evolve(SMALL, before=4.0)


def integrity(matter: Matter, root: Element) -> Iterator[Block | PageBreak]:
    """Yield the facts of the capture, its notes, how to verify, and what could not be printed."""
    yield PageBreak()
    blog, here = matter.blog, root.child("Sect")
    making = lambda tag: [fact(matter, tag, "Live blog id", blog.id)]  # noqa: E731
    yield section(matter, here, "capture", SECTIONS["capture"], making)
    yield fact(matter, here, "Snapshot id", str(matter.snapshot), "\n", matter.snapshot.hex)
    yield fact(matter, here, "Entries", amount(matter))
    for label, moment in (("Coverage begins", blog.coverage_start), ("Coverage ends", blog.coverage_end)):
        if moment is not None:
            yield fact(matter, here, label, phrases.moment_in_full(moment))
    if blog.timezone:
        yield fact(matter, here, "Time zone", blog.timezone)
    if blog.language:
        yield fact(matter, here, "Language", blog.language)
    if blog.capture is None:
        yield fact(matter, here, "Source", "No capture is recorded: nothing says what this was made from.")
    else:
        yield from _source(matter, here, blog.capture)
    yield row(matter, here, "How to verify", lambda tag: _points(matter, tag, _verification(blog.capture)))
    yield row(matter, here, "Characters", lambda tag: _points(matter, tag, _characters(matter)))
    yield fact(matter, here, "This briefing", _colophon())


def _source(matter: Matter, here: Element, capture: Capture) -> Iterator[Block]:
    yield fact(matter, here, "Source SHA-256", capture.sha256)
    yield fact(matter, here, "Source", f"{capture.media_type}, {phrases.counted(capture.length, 'byte')}")
    yield fact(
        matter, here, "Retrieved", phrases.instant(capture.retrieved) if capture.retrieved else "Not recorded."
    )
    if capture.url:
        yield fact(matter, here, "From", Run(capture.url, url=capture.url))
    yield fact(matter, here, "Read by", capture.importer)
    notes = capture.notes
    yield row(matter, here, f"Notes ({len(notes):,})", lambda tag: _notes(matter, tag, notes))


def _points(matter: Matter, here: Element, texts: Iterable[str]) -> Iterator[Block]:
    for text in texts:
        yield matter.text(_POINT, text, tag=here.child("P"))


def _notes(matter: Matter, here: Element, notes: tuple[Note, ...]) -> Iterator[Block]:
    for note in notes:
        yield _note(matter, here, note)
    if not notes:
        yield matter.text(SMALL, "None.", tag=here.child("P"))


def _note(matter: Matter, here: Element, note: Note) -> Block:
    line = f", line {note.line}" if note.line is not None else ""
    label = Run(f"{note.code}{line}\u00a0", face="bold")
    return matter.text(attrs.evolve(FINE, before=2.0), label, " ", note.text, tag=here.child("P"))


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


def _characters(matter: Matter) -> Iterator[str]:
    """Yield which characters are not printed as the source has them."""
    texts = list(_texts(matter.blog))
    counts = Counter(char for text in texts for char in matter.fonts.lacks(visible(text)))
    if counts:
        listed = ", ".join(f"U+{ord(char):04X} × {counts[char]:,}" for char in sorted(counts))
        yield (
            "The fonts of this briefing lack these characters of the live blog; each is drawn as \ufffd, or not at "
            f"all if it is invisible. {listed}"
        )
    else:
        yield "The fonts of this briefing have every character of the live blog."
    yield (
        "Control characters are written as [U+000B]; runs of blanks are set as one. Verbatim text is in the XML and "
        "JSON-LD exports."
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
