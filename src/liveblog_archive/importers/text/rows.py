"""Every line of the source, with the readings it allows."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from .counters import counter, numbered_minute
from .days import LONGEST_BARE, Day, DayReader
from .labels import Label, LabelReader
from .source import Line

_ADDED_TIME = re.compile(r"\d\.\s?\+\s?\d")


class Row(NamedTuple):
    """A line and what it may be: a day heading, a labelled line, or (neither) plain text.

    `beside` are the lines directly above or below a label that tell its time once more, as `2h ago` does.
    """

    line: Line
    day: Day | None = None
    label: Label | None = None
    beside: tuple[Line, ...] = ()

    @property
    def plain(self) -> bool:
        """True for text that is neither heading nor label."""
        return self.day is None and self.label is None

    @property
    def alone(self) -> bool:
        """True for a label with no text on its line."""
        return self.label is not None and not self.label.rest


def rows(lines: Iterable[Line], days: DayReader) -> list[Row]:
    """Return each line with its readings; a line that is a whole date is never also a label."""
    labels = LabelReader(days)
    found = []
    for line in lines:
        day = days.read(line.text)
        found.append(Row(line, day) if day else Row(line, None, labels.read(line.text)))
    return [
        Row(row.line, days.read_bare(row.line.text))
        if len(row.line.text) <= LONGEST_BARE and _may_be_bare(found, index)
        else row
        for index, row in enumerate(found)
    ]


def _may_be_bare(rows: Sequence[Row], index: int) -> bool:
    """Tell whether a label follows a short line, or a headline and then a label: it may be `Tuesday` or `Today`."""
    row = rows[index]
    if not row.plain or index + 1 == len(rows):
        return False
    after = rows[index + 1]
    return after.label is not None or (after.plain and index + 2 < len(rows) and rows[index + 2].alone)


def trailing(rows: Iterable[Row], days: DayReader) -> list[Row]:
    """Return the rows with the times at the ends of lines as labels, instead of those at their beginning."""
    return _otherwise(rows, LabelReader(days).read_trailing)


def counted(rows: list[Row]) -> list[Row]:
    """Return the rows with minutes and balls of play as labels, instead of times."""
    numbered = any(_ADDED_TIME.search(row.line.text[:8]) for row in rows)
    return _otherwise(rows, lambda text: counter(text) or (numbered_minute(text) if numbered else None))


def without_stray_dates(rows: Sequence[Row]) -> list[Row]:
    """Return the rows without headings of other years that no label follows: a date in a line of its own is text."""
    headings = [row.day.year for row in rows if row.day is not None]
    if len(set(headings) - {None}) < 2:
        return list(rows)
    years = Counter(
        row.day.year
        for row, after in pairwise(rows)
        if row.day is not None and row.day.year and after.label is not None
    )
    if not years:
        return list(rows)
    usual, _ = years.most_common(1)[0]
    return [
        Row(row.line)
        if row.day and row.day.year and row.day.year not in years and abs(row.day.year - usual) > 1
        else row
        for row in rows
    ]


def _otherwise(rows: Iterable[Row], read: Callable[[str], Label | None]) -> list[Row]:
    return [row if row.day else Row(row.line, None, read(row.line.text)) for row in rows]
