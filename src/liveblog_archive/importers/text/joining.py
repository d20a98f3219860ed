"""Lines that tell one time twice: `15 Oct 2023 - 21:45` above `(21:45 GMT)`, `2h ago` above `15.47 BST`."""

from collections.abc import Sequence

from .relative import LONGEST, is_relative
from .rows import Row


def joined(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with two labels of one clock in a row as one, and relative times beside their labels.

    A relative time belongs to the label below it, or else to the one above.
    """
    if not any(row.day is None and (row.alone or len(row.line.text) <= LONGEST) for row in rows):
        return list(rows)
    found: list[Row] = []
    waiting: Row | None = None
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        last = found[-1] if found and found[-1].alone and waiting is None else None
        next_is_label = after is not None and after.label is not None and after.label.strong
        relative = (next_is_label or last is not None) and _may_be_relative(row) and is_relative(row.line.text)
        if relative and next_is_label:
            waiting = row
        elif relative and last is not None:
            found[-1] = last._replace(beside=(*last.beside, row.line))
        elif last is not None and (both := _both(last, row)) is not None:
            found[-1] = both
        else:
            found.append(row if waiting is None else row._replace(beside=(waiting.line,)))
            waiting = None
    return found


def _may_be_relative(row: Row) -> bool:
    """Tell whether nothing else is known of a row: `2h` alone may be 2 o'clock, `2h ago` is a weak label at most."""
    return row.day is None and (row.label is None or not row.label.strong)


def _both(last: Row, row: Row) -> Row | None:
    """Return two labels as one where the second repeats the first in other words; else None.

    Twice is enough: a burst of reports shares a minute too.
    """
    one, other = last.label, row.label
    if one is None or other is None or other.rest or len(last.beside) > 1:
        return None
    if one.minutes != other.minutes or one.text == other.text:
        return None
    label = one._replace(
        text=f"{one.text} {other.text}",
        zone=one.zone or other.zone,
        day=one.day or other.day,
        said=one.said and other.said,
    )
    return last._replace(label=label, beside=(*last.beside, row.line))
