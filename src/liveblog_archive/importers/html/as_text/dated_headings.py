"""Pages that print no time of any entry, and whose entries stand under days: reports on how things stand."""

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
from ..finding.runs import boxed, runs
from ..joining.entries import at_times
from ..joining.shown import shown_in
from ..labels.time_elements import has_sentence
from ..page import Page
from ..reading.introduction import introduction
from .days import PageDays

_FEWEST = 3
# What tells entries of one day apart: `Wednesday 18 March 2026 (evening)`.
_PART_OF_DAY = re.compile(r"\s*\([^\W\d][^()\d]*\)$")


def read(page: Page, options: Options, days: PageDays, notes: list[Note]) -> LiveBlog | None:
    """Return the blog whose entries have a heading each that is a day; None where these are few or in no order.

    `days` is what the page states of its year, where the headings print none. What hardly has a sentence below its
    days is a list of events.
    """
    marks = [part for part in page.root.iter(*SUBHEADINGS) if _words_of_day(part, page)]
    members = runs(page, marks) if len(marks) >= _FEWEST else []
    near = days.stated([], page.times).any_day if members else None
    dated = [day for heading, *_ in members if (day := _day(heading, page, near))]
    is_in_order = sorted(dated) in (dated, dated[::-1]) and len({*dated}) > 1
    if len(dated) < max(_FEWEST, len(members)) or not is_in_order or not _tell(members):
        return None
    heads = {box: box[0] for box in boxed(page, members)}
    times = {
        box: Moment(text=line_inside(heading), value=day, precision="day")
        for (box, heading), day in zip(heads.items(), dated, strict=True)
    }
    updates = [evolve(update, printed=None) for update in shown_in(page, [*heads], notes, without=heads)]
    order: Order = "oldest-first" if dated[0] < dated[-1] else "newest-first"
    notes.append(Note(code="order-inferred", text=f"{order}, by the days that head the entries"))
    leading = introduction(page, next(iter(heads)), page.title, notes)
    entries = at_times(updates, times, notes)
    return LiveBlog(entries=entries, introduction=leading or [], timezone=options.timezone, order=order)


def _words_of_day(heading: etree._Element, page: Page) -> str | None:
    """Return the words of a heading that are a date, without those for a part of the day; None for another."""
    words = _PART_OF_DAY.sub("", line_inside(heading))
    return words if page.times.is_day(words) else None


def _day(heading: etree._Element, page: Page, near: date | None) -> date | None:
    """Return the date that a heading is, in the year that is nearest to that of a day where it has none."""
    words = _words_of_day(heading, page)
    day = page.times.day_beside(words) if words else None
    return nearest(day, near) if day else None


def _tell(runs: Sequence[Sequence[etree._Element]]) -> bool:
    """Tell whether most runs have a sentence."""
    return 2 * sum(any(map(has_sentence, run)) for run in runs) > len(runs)
