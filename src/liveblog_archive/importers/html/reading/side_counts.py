"""Counts beside the time of an entry, its number and how many answered or shared it: `#12`, `9:02 · 0 · 11`."""

import re
from collections.abc import Collection
from itertools import islice

from lxml import etree

from ...markup.tree import text_inside
from .parts import text_around

_COUNTS = re.compile(r"(?:[\s·•|,()]|(?<![\w.,])#?\d+(?:[.,]\d+)?[KkMm]?(?![\w]))*")
_HIGHEST, _LONGEST = 3, 120


def is_count(text: str) -> bool:
    """Tell whether a text is counts and the marks around these, or marks alone."""
    return len(text) <= _LONGEST and _COUNTS.fullmatch(text) is not None


def line_of_counts(time: etree._Element, entry: etree._Element, gone: Collection[etree._Element]) -> etree._Element:
    """Return the largest box in an entry with nothing but the time and counts in it, but for parts that are `gone`.

    It is the time alone where there are none.
    """
    box = time
    for above in islice(time.iterancestors(), _HIGHEST):
        inside = text_inside(above)
        if above is entry or len(inside) > _LONGEST:
            break
        said = inside.replace(text_inside(box), "", 1)
        if not is_count(said):
            left = [part for part in gone if part is not box and above in part.iterancestors()]
            if not left or not is_count(text_around(above, box, *left)):
                break
        box = above
    return box
