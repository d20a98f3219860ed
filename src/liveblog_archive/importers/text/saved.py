"""Entries of which a page says how long ago they were, where it says as well when it was printed or saved."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import takewhile

from attrs import evolve

from ..vocabulary import PRINTED
from .days import Day, DayReader
from .label import Label
from .relative import relative_label
from .rows import Row
from .said_dates import dates_in

# When the page was saved or printed, which may be long after its last entry.
SAVED = re.compile(
    rf"\b(?:{PRINTED}|druckdatum|abgerufen|gespeichert|saved|retrieved|captured|accessed|consultée?|enregistrée?|"
    r"consultad[oa]|guardad[oa]|acessado|salvo|salvat[oa]|consultat[oa]|opgeslagen|geraadpleegd|sparad|hämtad|hentet|"
    r"zapisano|pobrano|сохранено)\b",
    re.IGNORECASE,
)
_HOUR, _DAY = 60, 24 * 60


def with_ages(rows: list[Row], days: DayReader) -> list[Row]:
    """Return the rows in which those above the first label that say how long ago are labels of the time that was.

    Nothing tells that time but a line above them, such as `Printed on 5 May 2026 at 14:32`.
    """
    above = [*takewhile(lambda row: row.label is None, rows)]
    saved = _saved_at(above, days)
    if saved is None or any(row.beside for row in rows):
        return rows
    return [_with_age(row, saved) if row.plain and not row.running else row for row in above] + rows[len(above) :]


def _saved_at(rows: Sequence[Row], days: DayReader) -> datetime | None:
    """Return the first time at which rows say that the page was saved; None without any."""
    dates = dates_in(days)
    said = (one for row in rows if SAVED.search(row.text) for one in dates.in_line(row.text) if one.is_clear)
    whens = (one.when for one in said if SAVED.search(one.before))
    return next((when for when in whens if isinstance(when, datetime)), None)


def _with_age(row: Row, saved: datetime) -> Row:
    label, rest = relative_label(row.text) or (None, "")
    if label is None or -label.minutes >= _DAY:
        return row
    return evolve(row, label=_on_clock(label, saved), rest=rest)


def _on_clock(label: Label, saved: datetime) -> Label:
    """Return the label of an age with the time that it means, to about the unit that it is told in."""
    when = saved + timedelta(minutes=label.minutes)
    return evolve(
        label,
        reading="clock",
        hour=when.hour,
        minute=when.minute,
        day=Day(when.year, when.month, when.day, None, None),
        about="minute" if -label.minutes < _HOUR else "hour",
    )
