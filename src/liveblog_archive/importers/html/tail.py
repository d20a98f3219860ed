"""What stands below the entries of a page that are lines of text, and belongs to none of them."""

from collections import defaultdict
from collections.abc import Iterator

from attrs import evolve
from lxml import etree

from ...model import Entry, ListBlock, LiveBlog, Note
from ..text.shape import ends_like_a_sentence
from .find import likeness
from .marked import printing
from .page import Page
from .printed import PrintedReader

_FEWEST = 3  # times that are printed alike


def below(page: Page, times: PrintedReader) -> frozenset[etree._Element]:
    """Return what stands below the box of all entries that print their times alike, where no other time is there."""
    alike: dict[object, list[etree._Element]] = defaultdict(list)
    marks = [mark for mark in printing(page.root, times) if not page.is_outside(mark)]
    for mark in marks:
        above = mark.getparent()
        alike[likeness(mark), likeness(above) if above is not None else None].append(mark)
    entries = max(alike.values(), key=len, default=[])
    if len(entries) < _FEWEST:
        return frozenset()
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


def said_lines(entry: Entry) -> Iterator[str]:
    """Yield the lines of an entry's body as it was read."""
    for block in entry.body:
        yield from block.items if isinstance(block, ListBlock) else [block.text]
