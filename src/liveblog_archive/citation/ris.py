"""RIS: a `BLOG` record, for EndNote, Zotero, Mendeley and RefWorks.

A line is a tag, two blanks, a hyphen, a blank and one value; lines end in CR LF; `ER` ends the record. RIS has no
time of day, so it stands in the type of the work (`M3`); full ids, the paragraph and quoted words stand in notes
(`N1`). It has no quoting either: a comma in an organization's name reads as an inverted person's.
"""

import re
from collections.abc import Iterator
from datetime import date

from .facts import CitationFacts
from .records import Record
from .wording import quoted

# A record that was cut off, or that another follows, ends there.
_RECORD = re.compile(r"^TY  - .*(?:\n(?!TY  - |ER  -).*)*(?:\nER  -.*)?", re.MULTILINE)
_LINE = re.compile(r"([A-Z][A-Z0-9])  - ?(.*)")
_PARAGRAPH = re.compile(r"Paragraph ([0-9]{1,9})")
_WORDS = re.compile(r'[“"](.*)[”"]')  # programs make straight marks of curly ones


def render(facts: CitationFacts) -> str:
    """Return the record, its lines ended by CR LF."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _lines(facts))


def _lines(facts: CitationFacts) -> Iterator[tuple[str, str]]:
    yield "TY", "BLOG"
    yield "ID", facts.key
    for author in facts.source.authors:
        yield "AU", author.inverted
    if facts.title:
        yield "TI", str(facts.shown_title)
    if facts.source.container:
        yield "T2", facts.source.container
    if facts.source.publisher:
        yield "PB", facts.source.publisher.literal
    if facts.day:
        yield "PY", f"{facts.day.year:04d}"
        yield "DA", _date(facts.day) + ("ca" if facts.circa else "")
    yield "M3", facts.genre
    yield "ET", facts.stamp
    if facts.source.language:
        yield "LA", facts.source.language
    if facts.url:
        yield "UR", facts.url
    if facts.source.retrieved:
        yield "Y2", _date(facts.source.retrieved)
    if facts.paragraph:
        yield "N1", f"Paragraph {facts.paragraph}"
    if facts.quote:
        yield "N1", quoted(facts.quote)
    yield "N1", facts.id
    yield "N1", str(facts.version)
    yield "ER", ""


def read(text: str) -> Iterator[Record]:
    """Yield the records in a text, as `render` writes them."""
    for found in _RECORD.finditer(text):
        lines = [match for line in found[0].split("\n") if (match := _LINE.fullmatch(line.rstrip()))]
        notes = [line[2] for line in lines if line[1] == "N1"]
        paragraphs, words = ([*filter(None, map(kind.fullmatch, notes))] for kind in (_PARAGRAPH, _WORDS))
        ids = [line[2] for line in lines if line[1] in ("ET", "N1") and not _WORDS.fullmatch(line[2])]
        if len(lines) > 1:
            yield Record(
                found.start(),
                found.end(),
                " ".join(ids),
                int(paragraphs[0][1]) if paragraphs else None,
                words[0][1] if words else None,
            )


def _date(day: date) -> str:
    """Return `YYYY/MM/DD/`; all three slashes are required, and free text may follow."""
    return f"{day.year:04d}/{day.month:02d}/{day.day:02d}/"
