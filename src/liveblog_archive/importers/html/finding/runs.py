"""Entries that no block holds: a heading or line that states a time, and what follows it up to the next one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from copy import deepcopy
from itertools import islice, pairwise, takewhile

from lxml import etree

from ...markup.names import SUBHEADINGS
from .elements import has_a_share, likeness

_FEWEST = 2
_HIGHEST = 30


def runs(root: etree._Element, marks: Iterable[etree._Element], outside: Set[etree._Element]) -> list[etree._Element]:
    """Return the entries of a page as boxes of their own, with copies of what stands in each; empty where none are.

    `marks` and `outside` are what `leaders` takes.
    """
    found = leaders(marks, outside)
    boxes = _boxes(found, outside) if len(found) >= _FEWEST else []
    return boxes if has_a_share(root, boxes) else []


def leaders(marks: Iterable[etree._Element], outside: Set[etree._Element]) -> list[etree._Element]:
    """Return the longest row of neighbours that look alike and have a mark, with which entries may begin.

    `marks` are the elements that state a time, `outside` the parts of the page that have no entries.
    """
    rows: dict[tuple[etree._Element, object], dict[etree._Element, None]] = defaultdict(dict)
    for mark in marks:
        line = [mark, *islice(mark.iterancestors(), _HIGHEST)]
        if outside.isdisjoint(line):
            for part, above in pairwise(line):
                rows[above, likeness(part)][part] = None
    return [*max(rows.values(), key=len, default={})]


def _boxes(leading: Sequence[etree._Element], outside: Set[etree._Element]) -> list[etree._Element]:
    """Return a box for each leader with all up to the next; the last ends where something else begins."""
    firsts = [*map(_first, leading)]
    if len({first.tag for first in firsts}) > 1 or any(
        first is leader for first, leader in zip(firsts, leading, strict=True)
    ):
        firsts = [*leading]
    firsts = _with_untimed(firsts, outside)
    begins = set(firsts)
    known: set[object] = set()
    boxes = []
    for number, first in enumerate(firsts):
        box = etree.Element("div")
        for part in _members(first, begins, outside):
            if part.tag in SUBHEADINGS and number == len(firsts) - 1 and part.tag not in known:
                break
            known.add(part.tag)
            box.append(deepcopy(part))
        boxes.append(box)
    return boxes


def _first(leader: etree._Element) -> etree._Element:
    """Return the heading right above a leader that is none, else the leader."""
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


def _members(
    first: etree._Element, begins: Set[etree._Element], outside: Set[etree._Element]
) -> Iterator[etree._Element]:
    yield first
    for part in first.itersiblings(etree.Element):
        if part in begins:
            return
        if part not in outside:
            yield part
