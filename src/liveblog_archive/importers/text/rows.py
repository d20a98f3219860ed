"""Every line of the source, with the readings it allows."""

from collections.abc import Iterable
from typing import NamedTuple

from .days import Day, DayReader
from .labels import Label, LabelReader
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
    """Return each line with its readings; a line that is a whole date is never also a label."""
    labels = LabelReader(days)
    found = []
    for line in lines:
        day = days.read(line.text)
        found.append(Row(line, day) if day else Row(line, None, labels.read(line.text)))
    return found
