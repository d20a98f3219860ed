"""Pages without data whose entries are blocks that look alike, each with a printed time somewhere in it.

The block says where an entry begins and ends, wherever in it the time stands. What its time means is asked of the
text importer, with a page on which each block is a line of its own that begins with its time.
"""

from collections.abc import Iterator, Sequence, Set
from copy import deepcopy
from itertools import count, takewhile

from attrs import evolve
from lxml import etree

from ....model import Block, Embed, LiveBlog, Media, Note, Paragraph
from ... import markup
from ...markup.names import SUBHEADINGS
from ...markup.tree import line_inside
from ...options import Options
from ...text.days import Day
from ...text.shape import ends_like_a_sentence
from ..finding.beside import with_untimed
from ..finding.elements import repeated
from ..furniture.chrome import left_out
from ..furniture.controls import controls
from ..joining.entries import undated
from ..joining.habits import with_names, with_questions
from ..joining.sources import without_copies
from ..labels.crediting import repeated_names
from ..labels.printed import Printed, PrintedReader
from ..labels.time_elements import day_of, stated_day
from ..page import Page
from ..reading.element import ElementReader
from ..update import Update
from . import dating
from .block_lines import Line, lines_of
from .days import PageDays

_NAME = "Entry"
# Lines of text: what follows them may belong to them, as the rules for lines know.
_OF_TEXT = SUBHEADINGS | {"p", "b", "strong", "em", "span", "dt"}
_KEPT = frozenset({"li", "tr", "dd"})


def read(
    page: Page, timed: Sequence[etree._Element], options: Options, days: PageDays, notes: list[Note]
) -> LiveBlog | None:
    """Return the blog whose entries are the page's blocks, `timed`; None without any, or where one has no time.

    `days` is what `lines.read` takes. Raises `ImportFailure` where there are entries, but no zone for them.
    """
    times = page.times
    found = with_untimed(timed, page.outside)
    reader = ElementReader(page.base, page.url, times, page.authors | repeated_names(timed, times), None)
    told: list[Note] = []
    reader.leave(controls(found, times, told))
    updates = without_copies([reader.read(element) for element in found])
    updates = with_questions(with_names(updates, page.root))
    known = set(timed)
    if any(update.element in known and not update.printed for update in updates):
        return None
    blog = dated(page, updates, options, days, notes) if updates else None
    notes += told if blog else []
    return blog


def elements(page: Page) -> list[etree._Element]:
    """Return the blocks that look alike and print a time; lines of text are none."""
    found = repeated(page.root, page.printing, page.outside)
    if found and (found[0].tag in _OF_TEXT or _leave_text(with_untimed(found, page.outside), page)):
        return []
    return found


def _leave_text(elements: Sequence[etree._Element], page: Page) -> bool:
    """Tell whether text stands between blocks and neither has a class, so that these only begin the entries."""
    if any(element.get("class") for element in elements):
        return False
    known = {*elements}
    between = (
        part
        for element in elements[:-1]
        for part in takewhile(lambda one: one not in known, element.itersiblings(etree.Element))
    )
    return any(
        part not in page.outside and not part.attrib and ends_like_a_sentence(line_inside(part)) for part in between
    )


def have_one_time(page: Page, timed: Sequence[etree._Element]) -> bool:
    """Tell whether each of the page's blocks prints one time only, so that no line in it begins another entry."""
    marks = set(page.printing)
    return all(
        sum(part in marks and part.getparent() not in marks for part in element.iter()) == 1 for element in timed
    )


def dated(
    page: Page, updates: Sequence[Update], options: Options, days: PageDays, notes: list[Note]
) -> LiveBlog | None:
    """Return the blog of entries that the page shows and only prints the times of; None where these are no ticker.

    One without a time has none in the blog either. Raises `ImportFailure` where no zone is given or stated.
    """
    told = evolve(options, language=options.language or page.language, encoding=None)
    timed = [(one.element, one.printed) for one in updates if one.printed and one.element is not None]
    untimed = [one.element for one in updates if not one.printed and one.element is not None]
    times = page.times
    shared = _shared([element for element, _ in timed])
    blocks = _shown(page, [element for element, _ in timed], [*_named(timed, shared.keys(), notes)], untimed)
    lines = [line for place, block in enumerate(blocks) for line in lines_of(block, place)]
    first = next((at for at, line in enumerate(lines) if line.text.endswith(f": {_NAME} 0")), None)
    if first is None:
        return None
    above = [line for line in lines[:first] if not times.is_day(line.text)]
    inner = [*_told(lines, [printed.day for _, printed in timed], times)]
    day = next((day for part in shared if (day := stated_day(part))), None)
    if day and inner[0] is lines[first]:
        inner.insert(0, lines[first]._replace(text=day))
        notes.append(Note(code="date-inferred", text=f"{day}, from an attribute of what all entries stand in"))
    found = dating.dated([line.text for line in inner], told, days, notes, above=[line.text for line in above])
    if found is None:
        return None
    blog = found.blog
    dated = {entry.headline or entry.text: entry.time for entry in blog.entries}
    entries = []
    number = count()
    for entry in undated(updates, notes):
        if entry.time is None:
            entries.append(entry)
            continue
        # One that is not found among the lines stays as it was printed.
        time = dated.get(f"{_NAME} {next(number)}") or entry.time
        entries.append(evolve(entry, time=evolve(time, text=entry.time.text)))
    own = {element for element, _ in timed}
    if text := left_out({part for part in page.lists - page.outside if own.isdisjoint(part.iterancestors())}):
        notes.append(Note(code="page-furniture", text=text))
    shown = [block for block in blocks[: lines[first].place] if isinstance(block, Media | Embed)]
    introduction = [line.part for line in above if line.text != blog.title]
    return evolve(blog, entries=entries, introduction=[*introduction, *shown])


def _shared(elements: Sequence[etree._Element]) -> dict[etree._Element, None]:
    """Return what all entries stand in, the nearest first."""
    around = set(elements[0].iterancestors())
    return {above: None for above in elements[-1].iterancestors() if above in around}


def _named(
    timed: Sequence[tuple[etree._Element, Printed]], shared: Set[etree._Element], notes: list[Note]
) -> Iterator[str]:
    """Yield a line for each entry: its day, where attributes state one, its time, and its number."""
    stated = 0
    for number, (element, printed) in enumerate(timed):
        day = None if printed.day else day_of(element, shared)
        stated += day is not None
        yield " ".join(filter(None, (day, f"{printed.label}: {_NAME} {number}")))
    if stated:
        text = f"{stated} times are of days that attributes of the page state, and that are not printed beside them"
        notes.append(Note(code="date-inferred", text=text))


def _shown(
    page: Page, elements: Sequence[etree._Element], names: Sequence[str], untimed: Sequence[etree._Element]
) -> list[Block]:
    """Return the blocks of the page with the line of each entry in its place, and without the entries `untimed`."""
    if elements[0].getparent() is None:  # copies of what stands in no box
        return [Paragraph(name) for name in names]
    twin = deepcopy(page.root)  # a damaged page may have two bodies
    twins = dict(zip(page.root.iter(), twin.iter(), strict=True))
    for element, name in zip(elements, names, strict=True):
        named = twins[element]
        named.clear(keep_tail=True)
        named.tag = named.tag if named.tag in _KEPT else "p"
        line = etree.SubElement(named, "td") if named.tag == "tr" else named
        line.text = name
    gone = [twins[part] for part in (*page.outside, *page.lists, *untimed) if part in twins]
    return markup.element_blocks(twin, page.base, gone).blocks


def _told(lines: Sequence[Line], days: Sequence[Day | None], times: PrintedReader) -> Iterator[Line]:
    """Yield the entries, and the days above and between them, also those that stand beside times: `Today, 9:05`."""
    number = 0
    before: str | None = None
    for line in lines:
        if line.text.endswith(f": {_NAME} {number}"):
            day = days[number]
            bare = day.text if day is not None and day.bare else None
            if bare and bare != before:
                yield line._replace(text=bare)
            before = bare
            number += 1
            yield line
        elif number < len(days) and times.is_day(line.text):
            yield line
