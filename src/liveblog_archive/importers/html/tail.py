"""What stands below the entries of a page that are lines of text, and belongs to none of them."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve
from lxml import etree

from ...model import Entry, ListBlock, LiveBlog, Note, Paragraph
from ..text.shape import ends_like_a_sentence
from .days import SAID
from .page import Page
from .printed import PrintedReader

_SOURCE = re.compile(
    r"(?:quellen?|sources?|fuentes?|font[ei]|bron(?:nen)?|kilder?|käll(?:a|or)|źródł[oa])\s?:", re.IGNORECASE
)


def below(page: Page, entries: Sequence[etree._Element]) -> frozenset[etree._Element]:
    """Return what stands below the box of all entries that have these times, where no other time is there."""
    if not entries:
        return frozenset()
    marks = [mark for mark in page.printing if not page.is_outside(mark)]
    around = {*entries[0].iterancestors()}
    line = [entries[-1], *entries[-1].iterancestors()]
    at = next(at for at, above in enumerate(line) if above in around)
    if at and sum(line[at - 1] in entry.iterancestors() for entry in entries) > 1:
        at -= 1  # the last of several boxes, such as those of days
    found = {part for above in line[at:] for part in above.itersiblings(etree.Element)}
    return frozenset(found if found.isdisjoint((marks[-1], *marks[-1].iterancestors())) else ())


def without_tail(blog: LiveBlog, notes: list[Note]) -> LiveBlog:
    """Return the blog without what follows its last entry and is no sentence: links to other days and pages."""
    entries = list(blog.entries)
    while entries and entries[-1].time is None and not any(map(ends_like_a_sentence, said_lines(entries[-1]))):
        gone = entries.pop()
        notes += [Note(code="page-furniture", text=text) for text in (gone.headline, *said_lines(gone)) if text]
    return evolve(blog, entries=entries)


def without_imprint(entries: Sequence[Entry], times: PrintedReader, notes: list[Note]) -> list[Entry]:
    """Return entries without the line below the last with the sources of the page, or when that was made or changed.

    Where others end with their sources, the last names its own.
    """
    *before, last = entries
    end = _end(last)
    if end is None or ends_like_a_sentence(end.text):
        return [*entries]
    is_dated = SAID.match(end.text) is not None and any(times.said(end.text))
    if not is_dated and not (_SOURCE.match(end.text) and not any(map(_names_source, before))):
        return [*entries]
    notes.append(Note(code="page-furniture", text=end.text))
    return [*before, evolve(last, body=last.body[:-1])]


def _end(entry: Entry) -> Paragraph | None:
    """Return the paragraph that an entry ends with; None where that is all of it."""
    end = entry.body[-1] if len(entry.body) > 1 else None
    return end if isinstance(end, Paragraph) else None


def _names_source(entry: Entry) -> bool:
    return (end := _end(entry)) is not None and _SOURCE.match(end.text) is not None


def said_lines(entry: Entry) -> Iterator[str]:
    """Yield the lines of an entry's body as it was read."""
    for block in entry.body:
        yield from block.items if isinstance(block, ListBlock) else [block.text]
