"""Names beside times, in a line of their own: `Anna Berg, 14:05` and `14:05 Anna Berg`."""

import re
from collections.abc import Sequence

from attrs import evolve

from .days import DayReader
from .labels import Labelled, LabelReader
from .rows import Row, otherwise
from .shape import is_byline

_LONGEST = 80
_NEARLY_ALL, _FEWEST = 0.8, 3
# A name, and what stands between it and a time.
_NAME = re.compile(
    r"(?P<name>[^\d]+?)"
    r"(?:\s*[,|·•/–—-]\s*|\s+(?:at|um|à|a las|alle|às|om|kl\.?|о|в)\s+|\s{2,}|\s(?=[(\[]))(?=[\d(\[])"
)


def names_before(rows: Sequence[Row], days: DayReader) -> list[Row]:
    """Return the rows with the time of each line such as `Anna Berg, 14:05` as its label, and nothing else as one."""
    labels = LabelReader(days)

    def read(line: str) -> Labelled | None:
        match = _NAME.match(line) if len(line) <= _LONGEST else None
        if match is None or not is_byline(match["name"]):
            return None
        label, rest = labels.read(line[match.end() :]) or (None, "")
        if label is None or rest or label.reading != "clock":
            return None
        return evolve(label, text=line[match.end("name") :].strip(), strong=True, named=True), match["name"]

    return otherwise(rows, read)


def names_after(rows: list[Row]) -> list[Row]:
    """Return the rows, in which each label is `named` that is followed by a byline rather than a headline.

    That needs a text that prints bylines there: nearly every time is followed by a name, and the same names come
    again, or the lines say `By`.
    """
    beside = [index for index, row in enumerate(rows) if row.rest]
    names = _nearly_all(rows, beside)
    if not names:
        return rows
    said = sum(is_byline(name, named=False) for name in names)
    if 3 * len(set(names)) > 2 * len(names) and said < _NEARLY_ALL * len(names):
        return rows
    found = list(rows)
    for index in beside:
        label = rows[index].label
        if label is not None and is_byline(rows[index].rest):
            found[index] = evolve(rows[index], label=evolve(label, named=True))
    return found


def _nearly_all(rows: Sequence[Row], beside: Sequence[int]) -> list[str]:
    """Return the names beside labels, where nearly all have one; once too many have none, the rest is let be."""
    spare = len(beside) - max(_FEWEST, _NEARLY_ALL * len(beside))
    names: list[str] = []
    for index in beside:
        if is_byline(rows[index].rest):
            names.append(rows[index].rest)
        elif (spare := spare - 1) < 0:
            return []
    return names if spare >= 0 else []
