"""RIS: a `BLOG` record, for EndNote, Zotero, Mendeley and RefWorks.

A line is a tag, two blanks, a hyphen, a blank and one value; lines end in CR LF; `ER` ends the record. RIS has no
time of day, so it stands in the type of the work (`M3`); full ids, the paragraph and quoted words stand in notes
(`N1`). It has no quoting either: a comma in an organization's name reads as an inverted person's.
"""

from collections.abc import Iterator
from datetime import date

from .facts import CitationFacts
from .wording import quoted


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


def _date(day: date) -> str:
    """Return `YYYY/MM/DD/`; all three slashes are required, and free text may follow."""
    return f"{day.year:04d}/{day.month:02d}/{day.day:02d}/"
