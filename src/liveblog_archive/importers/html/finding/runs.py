"""Entries that no block holds: a heading or line that states a time, and what follows it up to the next one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain, islice, pairwise, takewhile

from lxml import etree

from ...markup.names import SUBHEADINGS
from ..page import Page
from .elements import has_a_share, likeness

_FEWEST = 2
_HIGHEST = 30


def runs(page: Page, marks: Iterable[etree._Element]) -> list[list[etree._Element]]:
    """Return the neighbours that each entry of a page is, of which the first has one of `marks`, the times.

    Empty where they say little of the page.
    """
    found = _leaders(marks, page.outside)
    members = _members_of_all(found, page.outside) if len(found) >= _FEWEST else []
    return members if has_a_share(page.root, [*chain.from_iterable(members)]) else []


def boxed(page: Page, members: Iterable[Sequence[etree._Element]]) -> list[etree._Element]:
    """Return the boxes that the neighbours of each entry are put into, in their place on the page."""
    boxes = []
    for first, *rest in members:
        box = etree.Element("div")
        first.addprevious(box)
        box.extend([first, *rest])
        boxes.append(box)
    page.elements[:] = page.root.findall("body//*")
    return boxes


def _leaders(marks: Iterable[etree._Element], outside: Set[etree._Element]) -> list[etree._Element]:
    """Return the longest row of neighbours that look alike and have a mark, with which entries may begin."""
    rows: dict[tuple[etree._Element, object], dict[etree._Element, None]] = defaultdict(dict)
    for mark in marks:
        line = [mark, *islice(mark.iterancestors(), _HIGHEST)]
        if outside.isdisjoint(line):
            for part, above in pairwise(line):
                rows[above, likeness(part)][part] = None
    return [*max(rows.values(), key=len, default={})]


def _members_of_all(leading: Sequence[etree._Element], outside: Set[etree._Element]) -> list[list[etree._Element]]:
    """Return each leader with all up to the next; the last ends above a heading unlike theirs."""
    firsts = [*map(_first, leading)]
    if len({first.tag for first in firsts}) > 1 or not {*firsts}.isdisjoint(leading):
        firsts = [*leading]
    firsts = _with_untimed(firsts, outside)
    begins = {*firsts}
    *found, last = ([first, *_behind(first, begins, outside)] for first in firsts)
    known = {part.tag for members in found for part in members}
    return [*found, [*takewhile(lambda part: part.tag in known or part.tag not in SUBHEADINGS, last)]]


def _first(leader: etree._Element) -> etree._Element:
    """Return what an entry begins with: its leader, or the heading right above one that is no heading itself."""
    above = leader.getprevious()
    if above is None or above.tag not in SUBHEADINGS or leader.tag in SUBHEADINGS:
        return leader
    return above


def _with_untimed(firsts: Sequence[etree._Element], outside: Set[etree._Element]) -> list[etree._Element]:
    """Return the headings that begin entries, and those like them in between that have text, but no time."""
    if any(first.tag not in SUBHEADINGS for first in firsts) or len({first.tag for first in firsts}) > 1:
        return [*firsts]
    begins = set(firsts)
    between = takewhile(lambda part: part is not firsts[-1], firsts[0].itersiblings(etree.Element))
    return [
        firsts[0],
        *(part for part in between if part in begins or _opens_text(part, firsts[0], outside)),
        firsts[-1],
    ]


def _opens_text(part: etree._Element, first: etree._Element, outside: Set[etree._Element]) -> bool:
    """Tell whether a part is a heading of the level of another, with more than the next heading behind it."""
    after = part.getnext()
    has_text = after is not None and after.tag not in SUBHEADINGS and after not in outside
    return part.tag == first.tag and part not in outside and has_text


def _behind(
    first: etree._Element, begins: Set[etree._Element], outside: Set[etree._Element]
) -> Iterator[etree._Element]:
    """Return what stands behind the first part of an entry, up to where the next begins."""
    behind = takewhile(lambda part: part not in begins, first.itersiblings(etree.Element))
    return (part for part in behind if part not in outside)
