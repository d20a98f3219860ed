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
# A name, with the publication that it is of in brackets, and what stands between it and a time.
_NAME = re.compile(
    r"(?P<who>(?P<name>[^\d]+?)(?:\s[(\[][^\d()\[\]]+[)\]])?)"
    r"(?:\s*[,|·•/–—-]\s*|\s+(?:at|um|à|a las|alle|às|om|kl\.?|о|в)\s+|\s{2,}|\s(?=[(\[]))(?=[\d(\[])"
)
_DATELINE = re.compile(r"[^\W\d_][^\d()]{1,40} \([^\W\d_]{2,6}\)")
# As messengers write them above what was sent.
_SENT = re.compile(r"(?P<who>[^\[\]]{1,80}), (?=\[(?P<when>[^\[\]]{8,40})\]:?$)")


def names_before(rows: Sequence[Row], days: DayReader) -> list[Row]:
    """Return the rows with the time of each line such as `Anna Berg, 14:05` as its label, and nothing else as one.

    Whatever stands before a date and a time in brackets, `The 7 Bridges!, [24.04.2026 05:44]`, sent what is below.
    """
    labels = LabelReader(days)

    def read(line: str) -> Labelled | None:
        sent = _SENT.match(line)
        match = sent or (_NAME.match(line) if len(line) <= _LONGEST else None)
        if match is None or not (sent or is_byline(match["name"])):
            return None
        label = labels.clock(sent["when"] if sent else line[match.end() :])
        if label is None or (sent and label.day is None):
            return None
        return evolve(label, text=line[match.end("who") :].strip(), strong=True, named=True), match["who"]

    return otherwise(rows, read)


def senders_above(rows: Sequence[Row]) -> frozenset[str]:
    """Return who sent messages, where each stands below a name with a date and a time in brackets."""
    return frozenset(row.rest for row in rows if row.label and row.label.named and _SENT.match(row.text))


def names_after(rows: list[Row]) -> list[Row]:
    """Return the rows, in which each label is `named` that is followed by a byline rather than a headline.

    That needs a text that prints bylines there: nearly every time is followed by a name, and the same names come
    again, or the lines say `By`. News agencies print where they wrote: `Oslo (NTB)`.
    """
    beside = [index for index, row in enumerate(rows) if row.rest]
    names = _nearly_all(rows, beside)
    if not names:
        return rows
    said = sum(is_byline(name, named=False) or _DATELINE.fullmatch(name) is not None for name in names)
    if 3 * len(set(names)) > 2 * len(names) and said < _NEARLY_ALL * len(names):
        return rows
    found = list(rows)
    for index in beside:
        label = rows[index].label
        if label is not None and _names_who_or_where(rows[index].rest):
            found[index] = evolve(rows[index], label=evolve(label, named=True))
    return found


def _names_who_or_where(text: str) -> bool:
    return is_byline(text) or _DATELINE.fullmatch(text) is not None


def _nearly_all(rows: Sequence[Row], beside: Sequence[int]) -> list[str]:
    """Return the names beside labels, where nearly all have one; once too many have none, the rest is let be."""
    spare = len(beside) - max(_FEWEST, _NEARLY_ALL * len(beside))
    names: list[str] = []
    for index in beside:
        if _names_who_or_where(rows[index].rest):
            names.append(rows[index].rest)
        elif (spare := spare - 1) < 0:
            return []
    return names if spare >= 0 else []
