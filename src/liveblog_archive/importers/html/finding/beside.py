"""Entries beside those that were found: without a time, or made by another template, such as short updates.

What has no time is told from all else that a page puts between its entries by being made like them: with a headline,
or with a sentence where the whole class is the same or nothing stands in the place of the time.
"""

from collections.abc import Iterator, Sequence, Set
from typing import TypeAlias

from lxml import etree

from ...markup.classes import class_names, tag_and_class
from ...markup.names import SHOWN, SUBHEADINGS
from ...markup.tree import line_inside, text_inside
from ..data.ids import own_id
from ..furniture.appeals import asks
from ..furniture.polls import is_poll
from ..labels.counters import counts
from ..labels.printed import LONGEST
from ..labels.time_elements import has_sentence, may_stand_for_time
from ..page import Page
from .elements import around_title, is_other, leads_away, likeness

_HIGHEST = 4  # boxes around one block
_LOOKED_AT = 8  # of the elements, to tell how a page makes its times
# A part of a block: its tag, its class, and how many parts stand before it where it stands.
_Place: TypeAlias = tuple[str, str, int]


def with_untimed(
    elements: Sequence[etree._Element], outside: Set[etree._Element], marks: Set[etree._Element] = frozenset()
) -> list[etree._Element]:
    """Return blocks with a time and, in their places, those made like them beside them that have none, or a mark.

    "What we know", "Where to park": an entry of its own, between others. A block is like them by tag, first class and
    the words of its id, and stands in the same part of the page, or in a box of its own like theirs. Ids without
    words are made at random, and one of them may look as if it had some.
    """
    shapes = {*map(likeness, elements)}
    unworded = {(tag, first) for tag, first, words in shapes if first and not words and any(map(own_id, elements))}
    known = set(elements)
    candidates = [
        part
        for box in _around(elements, with_loaded=bool(marks) and all(any(shape[1:]) for shape in shapes))
        for part in box.iterchildren(etree.Element)
        if part not in known and outside.isdisjoint((part, box))
        if (shape := likeness(part)) in shapes or shape[:2] in unworded
    ]
    if not candidates:
        return [*elements]
    timed = _Timed(elements)
    around = around_title(elements[0].getroottree().getroot())
    untimed = {
        part
        for part in candidates
        if not (part in around or is_other(part) or leads_away([part]))
        and (not marks.isdisjoint(part.iterdescendants()) or timed.have_like(part))
    }
    found = [part for part in elements[0].getroottree().iter() if part in known or part in untimed]
    leads = {part for part in found[: found.index(elements[0])] if timed.are_led_by(part, marks)}
    return [part for part in found if part not in leads]


def with_others(elements: Sequence[etree._Element], page: Page) -> list[etree._Element]:
    """Return elements and, in their places, others beside them that have a time made like theirs.

    They have a sentence, too, or the class of these: an entry may be no more than a picture. Where none of the
    elements states a time, such as those that only data does, it is the printed one that counts.
    """
    known = set(elements)
    classes = {class_names(element.get("class")) for element in elements} - {()}
    beside = [
        part
        for box in _boxes(elements)
        for part in box.iterchildren(etree.Element)
        if part not in known
        and (class_names(part.get("class")) in classes or has_sentence(part))
        and page.outside.isdisjoint((part, box))
    ]
    if not beside:
        return [*elements]
    times = {*page.stating}
    kinds = _made(elements[:_LOOKED_AT], times)
    if not kinds:
        printing = {*page.printing}
        times = {part for part in printing if printing.isdisjoint(part.iterdescendants())}
        kinds = _made(elements[:_LOOKED_AT], times)
    others = {
        part
        for part in beside
        if known.isdisjoint(part.iterdescendants())
        and not (is_other(part) or leads_away([part]))
        and not kinds.isdisjoint(_made([part], times))
    }
    if not others:
        return [*elements]
    return [part for part in elements[0].getroottree().iter() if part in known or part in others]


def _made(elements: Sequence[etree._Element], times: Set[etree._Element]) -> Set[tuple[str, str]]:
    """Return how the first of `times` in each element is made: its tag and class."""
    first = (next((part for part in element.iter(etree.Element) if part in times), None) for element in elements)
    return {tag_and_class(part) for part in first if part is not None}


def _boxes(elements: Sequence[etree._Element]) -> Sequence[etree._Element]:
    """Return what blocks stand in; where each has boxes of its own, also the boxes like these beside them."""
    boxes = [box for element in elements if (box := element.getparent()) is not None]
    shapes: list[Set[object]] = []
    while len(shapes) < _HIGHEST and 1 < len({*boxes}) == len(elements):
        shapes.append({*map(likeness, boxes)})
        boxes = [above for box in boxes if (above := box.getparent()) is not None]
    found = [*dict.fromkeys(boxes)]
    for alike in reversed(shapes):
        found = [part for box in found for part in box.iterchildren(etree.Element) if likeness(part) in alike]
    return found


def _around(elements: Sequence[etree._Element], *, with_loaded: bool) -> Iterator[etree._Element]:
    """Yield the boxes that blocks stand in, and those of what a page loads on demand, where these may be named.

    Such a box stands among the blocks, or beside their only box and is made like it.
    """
    around = _boxes(elements)
    yield from around
    if not with_loaded:
        return
    known = set(elements)
    for box in around:
        yield from (part for part in box.iterchildren(etree.Element) if len(part) and part not in known)
    if len(around) == 1 and (box := around[0]).get("class"):
        beside = (*box.itersiblings(etree.Element, preceding=True), *box.itersiblings(etree.Element))
        yield from (other for other in beside if likeness(other) == likeness(box))


class _Timed:
    """The blocks that have a time, and what others may have in common with them."""

    def __init__(self, elements: Sequence[etree._Element]) -> None:
        self._classes = {said for element in elements if (said := class_names(element.get("class")))}
        self._slots = frozenset.intersection(*map(_slots, elements))
        self._firsts = {(tag, before) for tag, _, before in self._slots}
        self._levels = {heading.tag for element in elements for heading in element.iter(*SUBHEADINGS)}
        self._elements = elements

    def are_led_by(self, above: etree._Element, marks: Set[etree._Element]) -> bool:
        """Tell whether a block above them all is a lede: they have a heading each, it has none, the page a title."""
        is_one_of_them = not marks.isdisjoint(above.iter()) or _is_headed(above)
        is_below_title = next(above.getroottree().iter("h1"), None) is not None
        return is_below_title and not is_one_of_them and all(map(_is_headed, self._elements))

    def have_like(self, element: etree._Element) -> bool:
        """Tell whether a block is an entry too, by what it has in it."""
        if asks(element) or is_poll(element):
            return False
        headings = [*element.iter(*SUBHEADINGS)]
        if sum(len(line_inside(heading)) for heading in headings) >= len(line_inside(element)):
            return False
        if element.get("class") and len(headings) == 1 and (headings[0].tag in self._levels or not self._levels):
            return True
        is_alike = class_names(element.get("class")) in self._classes or self._have_no_time_of(element)
        return is_alike and has_sentence(element)

    def _have_no_time_of(self, element: etree._Element) -> bool:
        """Tell whether a block has nothing, words, or what counts on as minutes do, where they all have their time.

        What counts on may be called otherwise than the time: the ball of an over.
        """
        return any(
            (place in self._slots and (_is_empty(part) or (place[1] and may_stand_for_time(line_inside(part)))))
            or (place[::2] in self._firsts and counts(part))
            for place, part in _places(element)
        )


def _is_headed(element: etree._Element) -> bool:
    return next(element.iter(*SUBHEADINGS), None) is not None


def _places(element: etree._Element) -> Iterator[tuple[_Place, etree._Element]]:
    for box in element.iter(etree.Element):
        for before, part in enumerate(box.iterchildren(etree.Element)):
            yield (*tag_and_class(part), before), part


def _slots(element: etree._Element) -> frozenset[_Place]:
    """Return the places in a block that may be that of its time: those of short texts with a digit."""
    texts = ((place, line_inside(part)) for place, part in _places(element))
    return frozenset(place for place, text in texts if len(text) <= LONGEST and any(map(str.isdecimal, text)))


def _is_empty(part: etree._Element) -> bool:
    return not any(map(str.isalnum, text_inside(part))) and next(part.iter(*SHOWN), None) is None
