"""Polls in entries: what readers may vote on is no text of an entry, nor is how many did."""

from collections.abc import Iterable
from itertools import islice

from lxml import etree

from ...markup.classes import ClassPattern
from ...markup.tree import text_inside

_POLL = ClassPattern(
    r"(?:^|[\s_-])(?:polls?|vot(?:e|es|ing)|survey|quiz|umfrage|abstimmung|sondages?|encuesta|enquete|sondaggio|"
    r"peiling|ankieta|sonda|omrostning|avstemning|kysely)(?:$|[\s_-])"
)
_HIGHEST = 4  # boxes around a choice
_LONGEST = 400  # characters


def polls(root: etree._Element, times: Iterable[etree._Element]) -> frozenset[etree._Element]:
    """Return the polls of a page whose entries are lines with these times, of which none stands in a poll."""
    around = {above for mark in times for above in mark.iterancestors()}
    boxes = (poll(button, root) for button in root.iter("button", "input"))
    return frozenset(box for box in boxes if box is not None and box not in around)


def poll(choice: etree._Element, entry: etree._Element) -> etree._Element | None:
    """Return the box of an entry that is called a poll and has a choice with others in it; None without one."""
    for above in islice(choice.iterancestors(), _HIGHEST):
        if above is entry:
            return None
        if _POLL.fits(above) and len([*islice(above.iter("button", "input"), 2)]) > 1:
            return above if len(text_inside(above)) <= _LONGEST else None
    return None
