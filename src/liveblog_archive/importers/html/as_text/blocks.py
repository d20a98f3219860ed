"""Pages without data whose entries are blocks that look alike, each with a printed time somewhere in it.

The block says where an entry begins and ends, wherever in it the time stands. What its time means is asked of the
text importer, with lines of which each is a block that begins with its time, or a day between these.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, datetime, timedelta
from itertools import chain, takewhile
from typing import NamedTuple

from attrs import evolve
from lxml import etree

from ....model import Embed, Entry, Heading, LiveBlog, Media, Moment, Note, Paragraph
from ....zones import zone
from ... import markup
from ...markup.classes import tag_and_class
from ...markup.names import SUBHEADINGS
from ...markup.tree import has_own_words, line_inside
from ...options import Options
from ...text.days import Day
from ...text.draft_days import NEWER_AT_MOST, nearest
from ...text.shape import ends_like_a_sentence, has_digit
from ...text.stated import Stated
from ..finding.beside import with_untimed
from ..finding.elements import around_all, repeated
from ..finding.runs import boxed, runs
from ..furniture.chrome import left_out, lines_left_out
from ..joining.entries import at_times
from ..joining.shown import shown_in
from ..labels.clocks import Clocks, aware
from ..labels.counters import counts
from ..labels.crediting import credited
from ..labels.printed import Printed, PrintedReader
from ..labels.time_elements import day_of, stated_day
from ..page import Page
from ..reading.introduction import introduction
from ..update import Update
from . import dating
from .block_lines import Line, lines_of
from .days import PageDays

# Lines of text: what follows them may belong to them, as the rules for lines know.
_OF_TEXT = SUBHEADINGS | {"p", "b", "strong", "em", "span", "dt"}

_FEW_OF = 0.1
_LONGEST_COUNT = 12  # characters
_HALF_A_DAY = timedelta(hours=12)
_NEWER = timedelta(minutes=NEWER_AT_MOST)


class Timed(NamedTuple):
    """An entry that prints its time: its element, that time, and the day that only attributes state of it."""

    element: etree._Element
    printed: Printed
    day: str | None


class _Told(NamedTuple):
    """A line for the importer of text, and the element of the entry that it stands for; None for a day."""

    text: str
    element: etree._Element | None


def read(
    page: Page, timed: Sequence[etree._Element], options: Options, days: PageDays, notes: list[Note]
) -> LiveBlog | None:
    """Return the blog whose entries are the page's blocks, `timed`; None without any, or where one has no time.

    `days` is what `lines.read` takes. Raises `ImportFailure` where there are entries, but no zone for them.
    """
    if not timed:
        return None
    _part_stamps(page)
    of_entries: list[Note] = []
    updates = shown_in(page, with_untimed(timed, page.outside), of_entries)
    known = set(timed)
    if any(update.element in known and not update.printed for update in updates):
        return None
    blog = dated(page, updates, options, days, notes) if updates else None
    notes += of_entries if blog else []
    return blog


def _part_stamps(page: Page) -> None:
    """Make boxes of the paragraphs that are rows of a time and other pieces, each in an element: `Update 8` `09:30`.

    No line of text is parted so, nor one that says by whom an entry is.
    """
    for mark in page.printing:
        row = mark.getparent()
        if row is not None and row.tag == "p" and len(row) > 1 and not has_own_words(row):
            line = line_inside(row)
            if page.times.read(line) is None and credited(line, page.times) is None:
                row.tag = "div"


def elements(page: Page) -> list[etree._Element]:
    """Return the blocks that look alike and print a time; lines of text are none."""
    found = _among_counted(page) or repeated(page.root, page.printing, page.outside)
    if found and (found[0].tag in _OF_TEXT or _leave_text(with_untimed(found, page.outside), page)):
        return []
    return found


def runs_of_times(page: Page) -> list[etree._Element]:
    """Return boxes around what stands from one printed time to the next; none where days stand between."""
    main = next(page.root.iter("main"), None)
    marks = [mark for mark in page.printing if main in mark.iterancestors()] or page.printing
    members = runs(page, marks)
    has_days = any(page.times.is_day(line_inside(part)) for part in chain.from_iterable(members))
    return [] if has_days else boxed(page, members)


def _among_counted(page: Page) -> list[etree._Element]:
    """Return the blocks with a time among those that have a count in its place, such as the minute of a match.

    The count is called like the time, or stands where that does in its block, such as the ball of an over.
    """
    printing = set(page.printing)
    kinds = {kind for kind in map(tag_and_class, printing) if kind[1]}
    places = {place for place in map(_place, printing) if place}
    counted = {
        part
        for part in page.elements
        if (said := part.text) and len(said) <= _LONGEST_COUNT and has_digit(said)
        if (tag_and_class(part) in kinds or _place(part) in places) and counts(part)
    } - printing
    found = repeated(page.root, [*page.printing, *counted], page.outside) if counted else []
    timed = [element for element in found if not printing.isdisjoint(element.iter())]
    return timed if any(not counted.isdisjoint(element.iter()) for element in found) else []


def _place(part: etree._Element) -> tuple[object, ...] | None:
    """Return where an element stands in its block: which part it is of what block; None in one without a class."""
    box = part.getparent()
    name = (box.get("class") or "").partition(" ")[0] if box is not None else ""
    return (part.tag, box.index(part), box.tag, name) if box is not None and name else None


def _leave_text(elements: Sequence[etree._Element], page: Page) -> bool:
    """Tell whether text stands between blocks and neither has a class, so that these only begin the entries.

    One such text among many blocks is that of something else.
    """
    if any(element.get("class") for element in elements):
        return False
    known = {*elements}
    between = (
        takewhile(lambda one: one not in known, element.itersiblings(etree.Element)) for element in elements[:-1]
    )
    texts = (
        (line_inside(part) for part in parts if part not in page.outside and not part.attrib) for parts in between
    )
    left = sum(any(map(ends_like_a_sentence, lines)) for lines in texts)
    return left > _FEW_OF * len(elements)


def have_one_time(page: Page, timed: Sequence[etree._Element]) -> bool:
    """Tell whether each of the page's blocks prints one time only, so that no line in it begins another entry."""
    marks = set(page.printing)
    return all(
        len([part for part in element.iter() if part in marks and part.getparent() not in marks]) == 1
        for element in timed
    )


def dated(
    page: Page, updates: Sequence[Update], options: Options, days: PageDays, notes: list[Note]
) -> LiveBlog | None:
    """Return the blog of entries that the page shows and only prints the times of; None where these are no ticker.

    One without a time has none in the blog either. Raises `ImportFailure` where no zone is given or stated.
    """
    own = [update.element for update in updates if update.printed and update.element is not None]
    around = around_entries(page, own, [update.element for update in updates if not update.printed])
    if own[0] not in around.places:
        return None
    lines = [line for place, block in enumerate(around.blocks) for line in lines_of(block, place)]
    first = around.places[own[0]]
    above = [line for line in lines if line.place < first and not page.times.is_day(line.text)]
    pinned = {one.element for one in updates if one.pinned}
    timed = _on_their_days(_timed(updates, own, notes), pinned)
    pins = _pinned_above(timed, pinned)
    pins = pins or _out_of_order(timed, days.stated([line.text for line in above], page.times), options)
    told = _told(page, timed[len(pins) :], lines, around.places)
    if told[0].element is not None:
        told = [*_shared_day(own, notes), *told]
    found = dating.dated([line.text for line in told], options, days, notes, above=[line.text for line in above])
    if found is None:
        return None
    times = {told[at.start].element: one.time for one, at in zip(found.blog.entries, found.places, strict=True)}
    times |= of_pins(pins, times.values(), found.blog.timezone, notes)
    newest = _newest(times.values())
    near = newest and newest.date()
    entries = [_on_said_day(entry, page.times, near) for entry in at_times(updates, times, notes)]
    note_rest(page, own, around, notes)
    titles = (at for at in range(first) if isinstance(block := around.blocks[at], Heading) and block.level == 1)
    start = max(titles, default=0)
    shown = [block for block in around.blocks[start:first] if isinstance(block, Media | Embed)]
    leading = introduction(page, own[0], found.blog.title, notes)
    if leading is None:
        leading = [line.part for line in above if line.text != found.blog.title]
    return evolve(found.blog, entries=entries, introduction=[*leading, *shown])


def _on_said_day(entry: Entry, times: PrintedReader, near: date | None) -> Entry:
    """Return an entry without a time under the day that is its first line, such as `Monday, 19 January`."""
    first, *rest = entry.body or (None,)
    if entry.time is not None or not (rest and isinstance(first, Paragraph)):
        return entry
    day = times.day_beside(first.text)
    when = nearest(day, near) if day is not None else None
    return entry if when is None else evolve(entry, day=when, body=rest)


def note_rest(page: Page, entries: Sequence[etree._Element], around: markup.Blocks, notes: list[Note]) -> None:
    """Note what stands between and below the entries of a page, in none of them, and is no day: lists and lines.

    `around` are the blocks around the entries, with the places of these.
    """
    if text := left_out({part for part in page.lists - page.outside if {*entries}.isdisjoint(part.iterancestors())}):
        notes.append(Note(code="page-furniture", text=text))
    first = min(around.places.values(), default=len(around.blocks))
    lines = (line.text for place, block in enumerate(around.blocks[first:]) for line in lines_of(block, place))
    if said := [line for line in lines if not page.times.is_day(line)]:
        notes.append(Note(code="page-furniture", text=lines_left_out(said)))


def around_entries(
    page: Page, entries: Sequence[etree._Element], untimed: Sequence[etree._Element | None] = ()
) -> markup.Blocks:
    """Return the blocks of the page around its entries, and the places of those with a time among them."""
    gone = {*page.outside, *page.lists, *entries, *(element for element in untimed if element is not None)}
    return markup.element_blocks(page.root, page.base, gone, marks=entries)


def _timed(updates: Sequence[Update], own: Sequence[etree._Element], notes: list[Note]) -> list[Timed]:
    """Return the entries that print a time, with the days that attributes state of them."""
    shared = {*around_all(own)}
    timed = [
        Timed(one.element, one.printed, None if one.printed.day else day_of(one.element, shared))
        for one in updates
        if one.printed and one.element is not None
    ]
    if stated := sum(one.day is not None for one in timed):
        text = f"{stated} times are of days that attributes of the page state, and that are not printed beside them"
        notes.append(Note(code="date-inferred", text=text))
    return timed


def _shared_day(elements: Sequence[etree._Element], notes: list[Note]) -> list[_Told]:
    """Return the day that an attribute of what all entries stand in states, of the nearest that does."""
    day = next(filter(None, map(stated_day, around_all(elements))), None)
    if day is None:
        return []
    notes.append(Note(code="date-inferred", text=f"{day}, from an attribute of what all entries stand in"))
    return [_Told(day, None)]


def _told(
    page: Page, timed: Sequence[Timed], lines: Sequence[Line], places: Mapping[etree._Element, int]
) -> list[_Told]:
    """Return lines that are the entries, and the days above and between, also beside times: `Today, 9:05`."""
    told = []
    start = 0
    has_words_for_days = any(one.printed.day is not None and one.printed.day.bare for one in timed)
    before: str | None = None
    for number, one in enumerate(timed):
        end = max(start, places.get(one.element, start))  # a pinned entry may stand above
        told += [
            _Told(line.text, None) for line in lines if start <= line.place < end and page.times.is_day(line.text)
        ]
        start = end
        printed = one.printed
        day = printed.day.text if printed.day is not None and has_words_for_days else None
        if day and day != before:
            told.append(_Told(day, None))
        before = day
        # With a text behind it that is no other's, a time is a label, and its line is in no list of contents.
        clock = printed._replace(day=None).label if day else printed.label
        label = f"{one.day} {clock}" if one.day else clock
        told.append(_Told(f"{label}: Entry {number}", one.element))
    return told


def _on_their_days(timed: Sequence[Timed], pinned: Set[etree._Element | None]) -> list[Timed]:
    """Return entries, newest first, with those pinned above them behind the later ones of their day: `Today, 12:00`.

    That is where the word for the day tells which it is.
    """
    pins = [*takewhile(lambda one: one.element in pinned and _is_bare(one.printed.day), timed)]
    found = [*timed[len(pins) :]]
    for pin in pins:
        of_day = [at for at, one in enumerate(found) if one.printed.day == pin.printed.day]
        clocks = [found[at].printed.clock for at in of_day]
        if not of_day or clocks != sorted(clocks, reverse=True):
            return [*timed]
        earlier = (at for at in of_day if found[at].printed.clock <= pin.printed.clock)
        found.insert(next(earlier, of_day[-1] + 1), pin)
    return found


def _pinned_above(timed: Sequence[Timed], pinned: Set[etree._Element | None]) -> list[Timed]:
    """Return the entries that are pinned above the rest with a clock alone or a date: they are out of its order."""
    pins = [*takewhile(lambda one: one.element in pinned and not (one.day or _is_bare(one.printed.day)), timed)]
    return pins if len(timed) > len(pins) + 1 else []


def _is_bare(day: Day | None) -> bool:
    return day is not None and day.bare


def _out_of_order(timed: Sequence[Timed], stated: Stated, options: Options) -> list[Timed]:
    """Return the first entry where the clocks of all others run from the last change of the page to its beginning.

    These are of one day, on which a midnight behind an older entry above all would have them before that beginning.
    """
    first, *rest = (one.printed.clock for one in timed)
    if rest != sorted(rest, reverse=True) or not rest or first >= rest[0]:
        return []
    is_of_one_day = not any(one.day or one.printed.day for one in timed) and stated.spans(
        rest[-1], rest[0], zone(options.timezone) if options.timezone else None
    )
    return [timed[0]] if is_of_one_day else []


def of_pins(
    pins: Sequence[Timed],
    times: Iterable[Moment | None],
    timezone: str | None,
    notes: list[Note],
) -> dict[etree._Element, Moment]:
    """Return the times of pinned entries: those nearest to the hours before the newest entry of the rest.

    One that prints a date is of that, in the year of those.
    """
    newest, near = _newest(times), None
    if newest is not None:
        near = Moment(value=newest - _HALF_A_DAY + _NEWER, precision="second", offset_source="blog")
    clocks = Clocks(zone(timezone) if timezone else None, ())
    found = {}
    for one in pins:
        time, _ = clocks.moment(_in_year(one.printed, newest and newest.date()), near)
        if one.printed.day is None and time.value is not None:
            text = f"{time.text} stands above the rest, out of their order: on {time.value:%Y-%m-%d}"
            notes.append(Note(code="date-inferred", text=text))
            time = evolve(time, qualifier="inferred")
        found[one.element] = time
    return found


def _newest(times: Iterable[Moment | None]) -> datetime | None:
    return max((value for time in times if time and (value := aware(time))), default=None)


def _in_year(printed: Printed, near: date | None) -> Printed:
    """Return a time with the year of the day that it prints: the one nearest to a day."""
    day = printed.day
    when = nearest(day, near) if day is not None else None
    return printed if day is None or when is None else printed._replace(day=day._replace(year=when.year))
