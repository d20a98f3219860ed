"""Pages that print no time of any entry, and whose entries have a day each: reports on how things stand.

The day is the heading of an entry, or a line in a block of its own.
"""

import re
from collections.abc import Sequence
from datetime import date

from attrs import evolve
from lxml import etree

from ....model import LiveBlog, Moment, Note
from ....model.order import Order
from ...markup.names import SUBHEADINGS
from ...markup.tree import line_inside
from ...options import Options
from ...text.draft_days import nearest
from ..finding.elements import repeated
from ..finding.runs import boxed, runs
from ..joining.entries import at_times
from ..joining.shown import shown_in
from ..labels.printed import LONGEST
from ..labels.time_elements import has_sentence
from ..page import Page
from ..reading.introduction import introduction
from .days import PageDays

_FEWEST = 3
# What tells entries of one day apart: `Wednesday 18 March 2026 (evening)`.
_PART_OF_DAY = re.compile(r"\s*\([^\W\d][^()\d]*\)$")


def read(page: Page, options: Options, days: PageDays, notes: list[Note]) -> LiveBlog | None:
    """Return the blog whose entries have a day each, and no time; None where these are few or in no order.

    `days` is what the page states of its year, where the days are printed without. What hardly has a sentence below
    its days is a list of events.
    """
    heads = _below_headings(page) or _in_blocks(page)
    near = days.stated([], page.times).any_day if heads else None
    dated = [day for mark in heads.values() if (day := _day(mark, page, near))]
    is_in_order = sorted(dated) in (dated, dated[::-1]) and len({*dated}) > 1
    if len(dated) < max(_FEWEST, len(heads)) or not is_in_order:
        return None
    times = {
        box: Moment(text=line_inside(mark), value=day, precision="day")
        for (box, mark), day in zip(heads.items(), dated, strict=True)
    }
    updates = [evolve(update, printed=None) for update in shown_in(page, [*heads], notes, without=heads)]
    order: Order = "oldest-first" if dated[0] < dated[-1] else "newest-first"
    notes.append(Note(code="order-inferred", text=f"{order}, by the days that head the entries"))
    leading = introduction(page, next(iter(heads)), page.title, notes)
    entries = at_times(updates, times, notes)
    return LiveBlog(entries=entries, introduction=leading or [], timezone=options.timezone, order=order)


def _below_headings(page: Page) -> dict[etree._Element, etree._Element]:
    """Return boxes around what stands below headings that are days, and these; empty if most say little."""
    marks = [part for part in page.root.iter(*SUBHEADINGS) if _words_of_day(part, page)]
    members = runs(page, marks) if len(marks) >= _FEWEST else []
    return {box: box[0] for box in boxed(page, members)} if _tell(members) else {}


def _in_blocks(page: Page) -> dict[etree._Element, etree._Element]:
    """Return blocks that look alike and have a line that is a day, and that line; empty if most say little."""
    short = (part for part in page.elements if len(part) == 0 and len(part.text or "") <= LONGEST)
    marks = [part for part in short if _words_of_day(part, page)]
    blocks = repeated(page.root, marks, page.outside) if len(marks) >= _FEWEST else []
    known = {*marks}
    heads = {block: next(part for part in block.iter() if part in known) for block in blocks}
    return heads if _tell([[block] for block in blocks]) else {}


def _words_of_day(line: etree._Element, page: Page) -> str | None:
    """Return the words of a line that are a date, without those for a part of the day; None for another."""
    words = _PART_OF_DAY.sub("", line_inside(line))
    return words if page.times.is_day(words) else None


def _day(line: etree._Element, page: Page, near: date | None) -> date | None:
    """Return the date that a line is, in the year that is nearest to that of a day where it has none."""
    words = _words_of_day(line, page)
    day = page.times.day_beside(words) if words else None
    return nearest(day, near) if day else None


def _tell(runs: Sequence[Sequence[etree._Element]]) -> bool:
    """Tell whether most runs have a sentence."""
    return 2 * sum(any(map(has_sentence, run)) for run in runs) > len(runs)
