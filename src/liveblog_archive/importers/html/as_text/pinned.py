"""An entry that is pinned above those that are lines, in a box of its own."""

from collections.abc import Sequence
from itertools import islice, takewhile

from attrs import evolve
from lxml import etree

from ....model import LiveBlog, Note
from ...markup.tree import line_inside
from ...page_words import says_pinned
from ..joining.entries import at_times
from ..joining.shown import shown_in
from ..labels.time_elements import has_sentence
from ..page import Page
from .blocks import Timed, of_pins

_HIGHEST = 4  # boxes around its time


def box_above(page: Page, entries: Sequence[etree._Element]) -> etree._Element | None:
    """Return the box above the first of `entries`, which are times, that has its own and says that it is pinned."""
    around = {above for entry in entries[:1] for above in (entry, *entry.iterancestors())}
    above = takewhile(lambda mark: mark not in around, page.printing if entries else ())
    marks = (mark for mark in above if not page.is_outside(mark))
    boxes = (next(filter(has_sentence, islice(mark.iterancestors(), _HIGHEST)), None) for mark in marks)
    return next((box for box in boxes if box is not None and box not in around and _is_pinned(box)), None)


def _is_pinned(box: etree._Element) -> bool:
    return any(says_pinned(line_inside(part)) for part in box.iterdescendants(etree.Element) if not len(part))


def with_pinned(blog: LiveBlog, box: etree._Element, page: Page, notes: list[Note]) -> LiveBlog:
    """Return the blog with the entry that a box shows above all others; its clock is of the day nearest to these."""
    (update,) = shown_in(page, [box], notes)
    pins = [Timed(box, update.printed, None)] if update.printed else []
    times = [entry.time for entry in blog.entries]
    found = of_pins(pins, times, blog.timezone, notes)
    return evolve(blog, entries=[*at_times([evolve(update, pinned=True)], {**found}, notes), *blog.entries])
