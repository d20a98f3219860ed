"""Pages of a match whose entries are blocks with the minute of play in the place of a time, and no clock.

What a minute means is asked of the text importer. `HT` and `Full time` may stand where others have theirs.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from datetime import timedelta
from itertools import groupby, pairwise

from attrs import evolve
from lxml import etree

from ....model import LiveBlog, Moment, Note
from ...markup.classes import tag_and_class
from ...markup.names import BLOCKS
from ...markup.tree import line_inside, words_inside
from ...options import Options
from ...text.counters import counter, has_numbers, numbered_minute
from ...text.relative import is_relative
from ...text.shape import has_digit
from ..finding.beside import with_untimed
from ..finding.elements import around_all, repeated
from ..furniture.controls import markup_of
from ..joining.entries import at_times
from ..joining.shown import shown_in
from ..labels.counters import may_count
from ..labels.printed import PrintedReader
from ..page import Page
from ..reading.introduction import introduction
from . import dating
from .blocks import around_entries, note_rest
from .days import PageDays

_LONGEST = 20  # characters of a minute
_MOST_PARTS = 4
_FEWEST = 3
_MARKS_OF_A_TIME = "–—-|:·"
_MINUTE = timedelta(minutes=1)
_DAY = 24 * 60  # minutes


def read(page: Page, options: Options, days: PageDays, notes: list[Note]) -> LiveBlog | None:
    """Return the blog whose entries are blocks with minutes that run one way; None where there are none.

    Raises `ImportFailure` where there are entries, but no zone is given or stated.
    """
    marks = _marks(page)
    own = _blocks(page, marks.keys())
    are_some = len(own) >= _FEWEST and _run_one_way([marks[mark] for mark in own.values()])
    lines = [f"{words_inside(mark)} Entry {number}" for number, mark in enumerate(own.values())]
    dated = dating.dated(lines, options, days, notes, above=[]) if are_some else None
    if dated is None:
        return None
    kinds = {*map(markup_of, own.values())}
    words = {
        part for part in page.elements if not len(part) and markup_of(part) in kinds and may_count(part, page.times)
    }
    found = with_untimed([*own], page.outside, words)
    in_place = ((block, _in_place(block, words)) for block in found if block not in own)
    places = {block: part for block, part in in_place if part is not None}
    times = {block: Moment(text=words_inside(part)) for block, part in places.items()}
    times |= {element: entry.time for element, entry in zip(own, dated.blog.entries, strict=True)}
    places |= own
    updates = shown_in(page, found, notes, without=places)
    note_rest(page, found, around_entries(page, found), notes)
    leading = introduction(page, found[0], dated.blog.title, notes)
    return evolve(dated.blog, entries=at_times(updates, times, notes), introduction=leading or [])


def _marks(page: Page) -> dict[etree._Element, int]:
    """Return the elements that say a minute of play and nothing else, in reading order, each with the minute.

    A number with a dot is one where others have added time: `82.`, `90.+2`.
    """
    texts = {part: said for part in page.elements if (said := _short(part))}
    read = {part: found for part, said in texts.items() if (found := counter(said)) and not found[1]}
    if has_numbers(texts[part] for part in read):
        read |= {part: found for part, said in texts.items() if (found := numbered_minute(said)) and not found[1]}
    return {part: read[part][0].minutes for part in texts if part in read and not is_relative(texts[part])}


def beside_times(page: Page) -> list[etree._Element]:
    """Return what stands where others print a clock and says a minute of play, or words among such: `HT –`.

    The minutes run one way, and the clocks before and behind them leave time for them: else they sum up a match.
    """
    own = [mark for mark in page.printing if not page.is_outside(mark)]
    places = {*map(_place, own)}
    minutes = {mark: at for mark, at in _marks(page).items() if _place(mark) in places and not page.is_outside(mark)}
    if len(minutes) < _FEWEST or not _run_one_way([*minutes.values()]):
        return []
    clocks = {mark: printed.clock // _MINUTE for mark in own if (printed := page.times.read(line_inside(mark)))}
    marks = [part for part in page.elements if part in minutes or part in clocks]
    if not _leave_time(marks, minutes, clocks):
        return []
    said = {*minutes, *_words_like(minutes, next(around_all(marks)), page.times)}
    found = [part for part in page.elements if part in said or part in clocks]
    runs = [[*run] for is_clock, run in groupby(found, key=lambda part: part in clocks) if not is_clock]
    return [part for run in runs if not minutes.keys().isdisjoint(run) for part in run]


def _words_like(
    minutes: Collection[etree._Element], box: etree._Element, times: PrintedReader
) -> Iterator[etree._Element]:
    """Yield what may stand for a minute in a box, and is made and set off like one: `HT –`."""
    kinds = {(_place(mark), _set_off(mark)) for mark in minutes}
    return (
        part
        for part in box.iter(etree.Element)
        if not len(part) and part not in minutes and (_place(part), _set_off(part)) in kinds
        if (part.get("class") or _set_off(part)) and may_count(part, times)
    )


def _place(part: etree._Element) -> tuple[object, ...]:
    """Return how an element and what it stands in are made, and whether it begins a line."""
    box = part.getparent()
    begins = part.tag in BLOCKS or (part.getprevious() is None and box is not None and not (box.text or "").strip())
    return tag_and_class(part), None if box is None else tag_and_class(box), begins


def _set_off(part: etree._Element) -> str:
    """Return the mark in or behind an element that sets it off from the text; empty where there is none."""
    around = (line_inside(part)[-1:], (part.tail or "").strip()[:1])
    return next((mark for mark in around if mark and mark in _MARKS_OF_A_TIME), "")


def _leave_time(
    parts: Iterable[etree._Element], minutes: Mapping[etree._Element, int], clocks: Mapping[etree._Element, int]
) -> bool:
    """Tell whether between any two clocks no more minutes of play go by than there are."""
    runs = [[*run] for _, run in groupby(parts, key=lambda part: part in minutes)]

    def apart(one: int, other: int) -> int:
        return min((one - other) % _DAY, (other - one) % _DAY)

    return all(
        apart(minutes[run[0]], minutes[run[-1]]) <= apart(clocks[before[-1]], clocks[after[0]])
        for before, run, after in zip(runs, runs[1:], runs[2:], strict=False)
        if run[0] in minutes
    )


def _short(part: etree._Element) -> str:
    """Return the words of an element where these are few and have a figure; else none."""
    text = part.text
    if not text or len(text) > _LONGEST or not has_digit(text) or len(part) > _MOST_PARTS:
        return ""
    said = words_inside(part)
    return said if len(said) <= _LONGEST else ""


def _blocks(page: Page, marks: Collection[etree._Element]) -> dict[etree._Element, etree._Element]:
    """Return the blocks that look alike and have a minute each, with that; none where one prints a time, too."""
    blocks = repeated(page.root, marks, page.outside) if marks else []
    printing = {*page.printing}
    if any(not printing.isdisjoint(block.iter()) for block in blocks):
        return {}
    return {block: next(part for part in block.iter(etree.Element) if part in marks) for block in blocks}


def _run_one_way(minutes: Sequence[int]) -> bool:
    """Tell whether minutes go on or back, as those of a match do, and not from one text to another."""
    steps = [after - before for before, after in pairwise(minutes)]
    return minutes[0] != minutes[-1] and (min(steps) >= 0 or max(steps) <= 0)


def _in_place(block: etree._Element, words: Set[etree._Element]) -> etree._Element | None:
    """Return what stands where other blocks have their minute, of `words` made like those: `HT`; None without any.

    Without a class, that can only be what stands first.
    """
    short = (part for part in block.iter(etree.Element) if not len(part) and (part.text or "").strip())
    return next(
        (part for number, part in enumerate(short) if part in words and (number == 0 or markup_of(part)[1])), None
    )
