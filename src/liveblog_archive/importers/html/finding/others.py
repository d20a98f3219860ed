"""Entries that another template made than most: short updates of reporters between long posts."""

from collections.abc import Sequence

from lxml import etree

from ..labels.marked import states
from ..page import Page
from .find import is_other, leads_away
from .untimed import boxes, has_sentence

_LOOKED_AT = 8  # of the elements, to tell how a page makes its times


def with_others(elements: Sequence[etree._Element], page: Page) -> list[etree._Element]:
    """Return elements and, in their places, others beside them that have a time made like theirs, and a sentence."""

    def made(element: etree._Element) -> tuple[str, str] | None:
        found = next((part for part in element.iter(etree.Element) if states(part, page.zone)), None)
        return None if found is None else (str(found.tag), found.get("class") or "")

    known = set(elements)
    beside = [
        part
        for box in boxes(elements)
        for part in box.iterchildren(etree.Element)
        if part not in known and has_sentence(part) and page.outside.isdisjoint((part, box))
    ]
    kinds = {*map(made, elements[:_LOOKED_AT])} if beside else set()
    others = {
        part
        for part in beside
        if known.isdisjoint(part.iterdescendants())
        and not (is_other(part) or leads_away([part]))
        and (kind := made(part)) is not None
        and kind in kinds
    }
    if not others:
        return [*elements]
    return [part for part in elements[0].getroottree().iter() if part in known or part in others]
