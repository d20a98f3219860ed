"""Pages without data whose entries are blocks that look alike, each with a printed time somewhere in it.

The block says where an entry begins and ends, wherever in it the time stands. What its time means is asked of the
text importer, with a page on which each block is a line of its own that begins with its time.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy

from attrs import evolve
from lxml import etree

from ...model import Block, Embed, LiveBlog, Media, Moment, Note
from .. import markup
from ..options import Options
from . import find, plain
from .element import ElementReader
from .entries import undated
from .marked import printing
from .page import Page
from .printed import PrintedReader
from .update import Update

_NAME = "Entry"
# Lines of text: what follows them may belong to them, as the rules for lines know.
_OF_TEXT = frozenset({"p", "b", "strong", "em", "span", "dt", "h2", "h3", "h4", "h5", "h6"})
_KEPT = frozenset({"li", "tr", "dd"})


def read(page: Page, options: Options, stated: Sequence[Moment | None], notes: list[Note]) -> LiveBlog | None:
    """Return the blog whose entries are the page's blocks; None where there are none, or one is without a time.

    `stated` is what `plain.read` takes. Raises `ImportFailure` where there are entries, but no zone for them.
    """
    times = PrintedReader(options.language or page.language)
    elements = find.repeated(page.root, printing(page.root, times), page.outside)
    if not elements or elements[0].tag in _OF_TEXT:
        return None
    reader = ElementReader(page.base, page.url, times, (), None)
    return dated(page, [reader.read(element) for element in elements], options, stated, notes)


def dated(
    page: Page, updates: Sequence[Update], options: Options, stated: Sequence[Moment | None], notes: list[Note]
) -> LiveBlog | None:
    """Return the blog of entries that the page shows and only prints the times of; None where not all have one.

    Raises `ImportFailure` where no zone is given or stated.
    """
    told = evolve(options, language=options.language or page.language, encoding=None)
    if not all(update.printed and update.element is not None for update in updates):
        return None
    lines, blocks = _lines(page, updates, PrintedReader(told.language))
    blog = plain.probe(lines, told, stated, notes)
    if blog is None:
        return None
    times = {entry.headline or entry.text: entry.time for entry in blog.entries}
    entries = []
    for number, entry in enumerate(undated(updates, notes)):
        printed = entry.time.text if entry.time else ""
        # One that is not found among the lines stays as it was printed.
        time = times.get(f"{_NAME} {number}") or Moment(text=printed)
        entries.append(evolve(entry, time=evolve(time, text=printed)))
    first = next(line.place for line in lines if line.text.endswith(f"{_NAME} 0"))
    shown = [block for block in blocks[:first] if isinstance(block, Media | Embed)]
    introduction = [block for block in blog.introduction if block.text != blog.title]
    return evolve(blog, entries=entries, introduction=[*introduction, *shown])


def _lines(page: Page, updates: Sequence[Update], times: PrintedReader) -> tuple[list[plain.Line], Sequence[Block]]:
    """Return the page's lines as far as its last entry, with one for each entry, and the blocks that they are of."""
    body = next(page.root.iterfind("body"))
    twin = deepcopy(body)
    twins = dict(zip(body.iter(), twin.iter(), strict=True))
    for number, update in enumerate(updates):
        named = twins[update.element]
        named.clear(keep_tail=True)
        named.tag = named.tag if named.tag in _KEPT else "p"
        line = etree.SubElement(named, "td") if named.tag == "tr" else named
        line.text = f"{update.printed.label if update.printed else ''}: {_NAME} {number}"
    blocks = markup.element_blocks(twin, page.base, [twins[part] for part in page.outside if part in twins]).blocks
    return [*_told(blocks, len(updates), times)], blocks


def _told(blocks: Sequence[Block], count: int, times: PrintedReader) -> Iterator[plain.Line]:
    """Yield what comes before the entries, the entries, and the days between them."""
    number = 0
    for place, block in enumerate(blocks):
        for line in plain.lines_of(block, place):
            if line.text.endswith(f": {_NAME} {number}"):
                number += 1
                yield line
            elif not number:
                yield line._replace(text=times.said_day(line.text) or line.text)
            elif times.is_day(line.text):
                yield line
            if number == count:
                return
