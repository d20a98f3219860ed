"""Lines that tell one time: a date below a clock, `15 Oct 2023 - 21:45` above `(21:45 GMT)`, `2h ago` above it."""

from collections.abc import Sequence

from attrs import evolve

from ..page_words import says_pinned
from .relative import LONGEST, is_relative
from .rows import Row


def joined(rows: list[Row]) -> list[Row]:
    """Return the rows with two labels of one clock in a row as one, and relative times beside their labels.

    A relative time belongs to the label below it, or else to the one above. So do words above a label that say that
    its entry is pinned. When a page was changed is no part of the first time below: a label says so and no other.
    """
    found: list[Row] = []
    waiting: Row | None = None
    changes = [row for row in rows if row.label is not None and row.label.said]
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        if row.label is None and len(row.text) > LONGEST:
            found.append(row)
            continue
        last = found[-1] if found and found[-1].alone and waiting is None else None
        next_is_label = after is not None and after.label is not None and after.label.strong
        relative = (next_is_label or last is not None) and _may_be_relative(row) and is_relative(row.text)
        if next_is_label and (relative or (row.plain and says_pinned(row.text))):
            waiting = row
        elif relative and last is not None:
            found[-1] = evolve(last, beside=(*last.beside, (row.number, row.text)))
        elif last is not None and [last] != changes and (both := _both(last, row)) is not None:
            found[-1] = both
        else:
            found.append(row if waiting is None else evolve(row, beside=((waiting.number, waiting.text),)))
            waiting = None
    return found


def with_days(rows: list[Row]) -> list[Row]:
    """Return the rows with the dates that stand in a line of their own above or below each time as parts of it.

    They are headings where none comes again.
    """
    first = next((place for place, row in enumerate(rows) if _lacks_day(row)), 0)
    for step in (1, -1):
        if _day_at(rows, first + step) is None:
            continue
        places = [place for place, row in enumerate(rows) if _lacks_day(row)]
        days = {place: day for place in places if (day := _day_at(rows, place + step)) is not None}
        if len(days) == len(places) > len({row.text for row in days.values()}):
            gone = {place + step for place in days}
            return [_with_day(row, days.get(place)) for place, row in enumerate(rows) if place not in gone]
    return rows


def _lacks_day(row: Row) -> bool:
    """Tell whether a row is a clock alone, which is not said to be that of a change."""
    return row.label is not None and row.label.day is None and row.alone and not row.label.said


def _day_at(rows: Sequence[Row], place: int) -> Row | None:
    """Return the row at a place if it is a date."""
    row = rows[place] if 0 <= place < len(rows) else None
    return row if row is not None and row.day is not None and not row.day.bare else None


def _with_day(row: Row, beside: Row | None) -> Row:
    """Return a row with the date in the line beside it."""
    if row.label is None or beside is None:
        return row
    lines = sorted([(row.number, row.label.text), (beside.number, beside.text)])
    label = evolve(row.label, text=" ".join(text for _, text in lines), day=beside.day)
    return evolve(row, label=label, beside=((beside.number, beside.text),))


def _may_be_relative(row: Row) -> bool:
    """Tell whether nothing else is known of a row: `2h` alone may be 2 o'clock, `2h ago` is a weak label at most."""
    return row.day is None and (row.label is None or not row.label.strong)


def _both(last: Row, row: Row) -> Row | None:
    """Return two labels as one where the second repeats the first in other words; else None.

    Twice is enough: a burst of reports shares a minute too.
    """
    one, other = last.label, row.label
    if one is None or other is None or row.rest or len(last.beside) > 1:
        return None
    if one.minutes != other.minutes or one.text == other.text:
        return None
    label = evolve(
        one,
        text=f"{one.text} {other.text}",
        zone=one.zone or other.zone,
        day=one.day or other.day,
        said=one.said and other.said,
    )
    return evolve(last, label=label, beside=(*last.beside, (row.number, row.text)))
