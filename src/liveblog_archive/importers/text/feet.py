"""Lines that a page prints at the foot of nearly every entry, whatever their words: `Folgen auf:`, `See the link`."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from ..agencies import has_agency
from .layout import find_layout
from .rows import Row
from .shape import is_byline, is_headline_like

_LONGEST = 40  # characters
_FEWEST = 3  # entries that end so
_NEARLY_ALL = 0.8
_MOST_BETWEEN = 2  # a headline and a byline


def repeated_feet(rows: Sequence[Row]) -> list[Row]:
    """Return the lines that stand below the texts of nearly all entries in the same words."""
    found: list[Row] = []
    while below := _foot(rows):
        found += below
        gone = {row.number for row in below}
        rows = [row for row in rows if row.number not in gone]
    return found


def _foot(rows: Sequence[Row]) -> list[Row]:
    """Return the lines of one text that nearly all entries end with, and the last one too if there is such a line.

    The headline of the next entry may stand between. What is above the first time as well is no foot, and below a
    name stands who that is.
    """
    labels = [at for at, row in enumerate(rows) if row.label is not None]
    if len(labels) <= _FEWEST:
        return []
    for between in range(_MOST_BETWEEN + 1):
        places = [at - between - 1 for at in labels[1:] if at - between > 1]
        texts = Counter(text for at in places if len(text := rows[at].text) <= _LONGEST)
        text = max(texts, key=texts.__getitem__, default="")
        feet = [at for at in places if rows[at].text == text and _may_be_foot(rows, at)]
        named = sum(is_byline(rows[at - 1].text) for at in feet)
        heads = any(row.text == text for row in rows[: labels[0]])
        are_many = len(feet) >= max(_FEWEST, _NEARLY_ALL * len(places)) and 2 * named <= len(feet)
        if not are_many or heads or (between and between != _above(rows, labels)):
            continue
        below = (at for at in range(labels[-1] + 1, len(rows)) if rows[at].text == text)
        return [rows[at] for at in (*feet, *islice(below, 1)) if _may_be_foot(rows, at)]
    return []


def _above(rows: Sequence[Row], labels: Sequence[int]) -> int:
    """Return how many lines stand above times, by the habit of the text."""
    layout = find_layout(rows, labels, [at for at in labels if rows[at].alone])
    return len(layout.above) if layout else 0


def _may_be_foot(rows: Sequence[Row], at: int) -> bool:
    """Tell whether a line says little, names nobody, and stands below the text of an entry."""
    row, above = rows[at], rows[at - 1]
    if not row.plain or row.running or above.day or above.alone:
        return False
    return _names_nobody(row.text) and is_headline_like(row.text.rstrip(":"))


def _names_nobody(text: str) -> bool:
    """Tell whether a line is neither a byline, also in `Recorded by Ada Berg`, nor that of an agency."""
    words = text.replace("/", " ").split()
    return not is_byline(text) and not is_byline(text.partition(" ")[2]) and not has_agency(words)
