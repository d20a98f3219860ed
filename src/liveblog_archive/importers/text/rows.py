"""Every line of the source, with the readings it allows."""

from collections.abc import Iterable
from typing import NamedTuple

from .days import Day, DayReader
from .labels import Label, LabelReader, match_minute
from .source import Line


class Row(NamedTuple):
    """A line and what it may be: a day heading, a labelled line, or (neither) plain text."""

    line: Line
    day: Day | None = None
    label: Label | None = None

    @property
    def plain(self) -> bool:
        """True for text that is neither heading nor label."""
        return self.day is None and self.label is None


def rows(lines: Iterable[Line], days: DayReader) -> list[Row]:
    """Return each line with its readings; a line that is a whole date is never also a label.

    Times at the ends of lines, and minutes of play, are labels only in a text that has no others: elsewhere they are
    part of the report.
    """
    labels = LabelReader(days)
    found = []
    for line in lines:
        day = days.read(line.text)
        found.append(Row(line, day) if day else Row(line, None, labels.read(line.text)))
    if any(row.label for row in found):
        return found
    for reading in (labels.read_trailing, match_minute):
        other = [row._replace(label=reading(row.line.text)) if row.plain else row for row in found]
        if any(row.label for row in other):
            return other
    return found
