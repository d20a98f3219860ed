"""The day of a clock that a page prints beside entries whose data states theirs: that of the line above it."""

from collections.abc import Sequence, Set
from itertools import takewhile

from attrs import evolve
from lxml import etree

from ...markup.tree import line_inside
from ...text.days import Day
from ..labels.printed import Printed, PrintedReader
from ..update import Update


def under_days(updates: Sequence[Update], times: PrintedReader) -> list[Update]:
    """Return updates with the days that stand in lines between them, where nothing else states theirs."""
    own = [update.element for update in updates if update.element is not None]
    if not any(_clock_alone(update) for update in updates):
        return [*updates]
    around = {above for element in own for above in (element, *element.iterancestors())}
    highest = {above for element in own[:1] for above in (element, *element.iterancestors())}
    return [_under_day(update, around, highest, times) for update in updates]


def _under_day(
    update: Update, around: Set[etree._Element], highest: Set[etree._Element], times: PrintedReader
) -> Update:
    printed = _clock_alone(update)
    day = _day_above(update.element, around, highest, times) if update.element is not None and printed else None
    return evolve(update, printed=printed._replace(day=day)) if printed and day else update


def _clock_alone(update: Update) -> Printed | None:
    """Return the time that is all that tells when an entry was published; None where there is more, or none."""
    stated = update.published or update.displayed or update.created
    return update.printed if update.printed and not (update.printed.day or stated) else None


def _day_above(
    element: etree._Element, around: Set[etree._Element], highest: Set[etree._Element], times: PrintedReader
) -> Day | None:
    """Return the nearest day above an entry that stands in no other; one above the `highest` may be the page's."""
    inner = takewhile(lambda one: one not in highest, (element, *element.iterancestors()))
    above = (before for one in inner for before in one.itersiblings(etree.Element, preceding=True))
    lines = (line_inside(part) for part in takewhile(lambda one: one not in highest, above) if part not in around)
    days = (times.day_beside(line) for line in lines)
    return next((day for day in days if day and (day.weekday is not None or not day.bare)), None)
