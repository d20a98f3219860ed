"""Words right below the headlines of entries that tell of what kind each is: `Reportage`, `Traffic`."""

from collections import Counter
from collections.abc import Sequence

from lxml import etree

from ...markup.classes import tag_and_class
from ...markup.names import SUBHEADINGS
from ...markup.tree import line_inside
from ...text.shape import ends_like_a_sentence, has_digit
from ..labels.crediting import is_author, looks_like_name, starts_with_by
from ..labels.time_elements import has_sentence

_FEWEST = 3
_LONGEST = 30  # characters


def rubrics(elements: Sequence[etree._Element]) -> dict[etree._Element, etree._Element]:
    """Return the rubric of each entry that has one; none where they are few, or may be names, or texts.

    They are made alike, and a text stands behind each; where one entry has no headline, its rubric is made so, too.
    """
    below = [line for element in elements if (line := _below_heading(element)) is not None]
    kinds = Counter(map(tag_and_class, below))
    kind, count = max(kinds.items(), key=lambda one: one[1], default=(("", ""), 0))
    if count < _FEWEST:
        return {}
    found: dict[etree._Element, etree._Element] = {}
    for element in elements:
        alike = [part for part in element.iter(kind[0]) if tag_and_class(part) == kind]
        if len(alike) > 1 or not all(map(_may_be_one, alike)):
            return {}
        found |= dict.fromkeys([element], alike[0]) if alike else {}
    return found if len({line_inside(line) for line in found.values()}) > 1 else {}


def _below_heading(element: etree._Element) -> etree._Element | None:
    """Return what stands right below the only heading of an entry, and has a class."""
    headings = [*element.iter(*SUBHEADINGS)]
    line = headings[0].getnext() if len(headings) == 1 else None
    return line if line is not None and line.get("class") else None


def _may_be_one(line: etree._Element) -> bool:
    """Tell whether a line is a word or two above a text, and names nobody."""
    text, after = line_inside(line), line.getnext()
    if after is None or not has_sentence(after) or len(text) > _LONGEST or has_digit(text) or not text[:1].isupper():
        return False  # small letters may be initials
    return not (ends_like_a_sentence(text) or is_author(line) or looks_like_name(text) or starts_with_by(text))
