"""Pages without data whose entries are blocks that look alike, each with a printed time somewhere in it.

The block says where an entry begins and ends, wherever in it the time stands. What its time means is asked of the
text importer, with a page on which each block is a line of its own that begins with its time.
"""

from collections.abc import Collection, Iterator, Sequence
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


def read(
    page: Page,
    outside: Collection[etree._Element],
    options: Options,
    stated: Sequence[Moment | None],
    notes: list[Note],
) -> LiveBlog | None:
    """Return the blog whose entries are the page's blocks; None where there are none, or one is without a time.

    `outside` are parts of the page without entries, `stated` is what `plain.read` takes. Raises `ImportFailure`
    where there are entries, but no zone is given or stated.
    """
    told = evolve(options, language=options.language or page.language, encoding=None)
    times = PrintedReader(told.language)
    elements = find.repeated(page.root, printing(page.root, times), outside)
    reader = ElementReader(page.base, page.url, times, (), None)
    updates = [reader.read(element) for element in elements]
    if not updates or elements[0].tag in _OF_TEXT or not all(update.printed for update in updates):
        return None
    lines, blocks = _lines(page, elements, updates, times, outside)
    blog = plain.probe(lines, told, stated, notes)
    if blog is None:
        return None
    dated = {entry.headline or entry.text: entry.time for entry in blog.entries}
    entries = []
    for number, entry in enumerate(undated(updates, notes)):
        time = dated.get(f"{_NAME} {number}")
        if time is None or entry.time is None:
            return None
        entries.append(evolve(entry, time=evolve(time, text=entry.time.text)))
    first = next(line.place for line in lines if line.text.endswith(f"{_NAME} 0"))
    shown = [block for block in blocks[:first] if isinstance(block, Media | Embed)]
    introduction = [block for block in blog.introduction if block.text != blog.title]
    return evolve(blog, entries=entries, introduction=[*introduction, *shown])


def _lines(
    page: Page,
    elements: Sequence[etree._Element],
    updates: Sequence[Update],
    times: PrintedReader,
    outside: Collection[etree._Element],
) -> tuple[list[plain.Line], Sequence[Block]]:
    """Return the page's lines as far as its last entry, with one for each entry, and the blocks that they are of."""
    body = next(page.root.iterfind("body"))
    twin = deepcopy(body)
    twins = dict(zip(body.iter(), twin.iter(), strict=True))
    for number, (element, update) in enumerate(zip(elements, updates, strict=True)):
        named = twins[element]
        named.clear(keep_tail=True)
        named.tag = named.tag if named.tag in _KEPT else "p"
        line = etree.SubElement(named, "td") if named.tag == "tr" else named
        line.text = f"{update.printed.label if update.printed else ''}: {_NAME} {number}"
    blocks = markup.element_blocks(twin, page.base, [twins[part] for part in outside if part in twins]).blocks
    return [*_told(blocks, len(elements), times)], blocks


def _told(blocks: Sequence[Block], count: int, times: PrintedReader) -> Iterator[plain.Line]:
    """Yield what comes before the entries, the entries, and the days between them."""
    number = 0
    for place, block in enumerate(blocks):
        for line in plain.lines_of(block, place):
            if line.text.endswith(f": {_NAME} {number}"):
                number += 1
            elif number and not times.is_day(line.text):
                continue
            yield line
            if number == count:
                return
