"""Entries of which a page says how long ago they were: beside their clocks, above those of others, or alone.

They have a time where a line says when the page was printed or saved.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise, takewhile

from attrs import evolve

from ..vocabulary import PRINTED, PUBLISHED, UPDATED
from .days import Day, DayReader
from .label import Label
from .labels import LabelReader
from .relative import is_relative, relative_end, relative_label
from .rows import Row, has_sentence
from .said_dates import dates_in
from .shape import DIGIT

# When the page was saved or printed, which may be long after its last entry.
SAVED = re.compile(
    rf"\b(?:{PRINTED}|druckdatum|abgerufen|gespeichert|saved|retrieved|captured|accessed|consultée?|enregistrée?|"
    r"consultad[oa]|guardad[oa]|acessado|salvo|salvat[oa]|consultat[oa]|opgeslagen|geraadpleegd|sparad|hämtad|hentet|"
    r"zapisano|pobrano|сохранено)\b",
    re.IGNORECASE,
)
_SAID = re.compile(rf"(?:{UPDATED}|{PUBLISHED}):?\s", re.IGNORECASE)
_LONGEST_TIME = 64  # characters of a time beside its age
_AROUND_AN_AGE = " .,·•|()–—-"
_HOUR, _DAY = 60, 24 * 60


def beside_ages(rows: list[Row], days: DayReader) -> list[Row]:
    """Return the rows with times beside their ages as labels: `6m ago Thu 12 Feb 2026 at 6:21am`, `14:05 (2h ago)`.

    Behind an age of a day or more a clock alone does not tell its day.
    """
    labels = LabelReader(days)
    return [
        _beside_age(row, labels)
        if len(row.text) <= _LONGEST_TIME and (row.rest or (row.label is None and DIGIT.search(row.text)))
        else row
        for row in rows
    ]


def _beside_age(row: Row, labels: LabelReader) -> Row:
    if row.rest:
        label = row.label if is_relative(row.rest.strip(_AROUND_AN_AGE)) else None
    elif not row.plain or row.running or not labels.may_have(row.text):
        return row
    else:
        bare = _SAID.sub("", row.text)
        end = relative_end(bare.replace(",", " "))
        label = labels.clock(bare[end:].strip(_AROUND_AN_AGE)) if end else None
        age, _ = relative_label(bare[:end]) or (None, "")
        if age is not None and -age.minutes >= _DAY and label is not None and label.day is None:
            return row
    return row if label is None else row.read_as((evolve(label, text=row.text, strong=True), ""))


def with_ages(rows: list[Row], days: DayReader) -> list[Row]:
    """Return the rows in which those above the first label that say how long ago are labels of the time that was.

    Nothing tells that time but a line above them, such as `Printed on 5 May 2026 at 14:32`.
    """
    above = [*takewhile(lambda row: row.label is None, rows)]
    saved = _saved_at(above, days)
    if saved is None or any(row.beside for row in rows):
        return rows
    return [_with_age(row, saved) if row.plain and not row.running else row for row in above] + rows[len(above) :]


def with_mere_ages(rows: list[Row], days: DayReader) -> list[Row]:
    """Return the rows with the ages as labels that a page prints for its latest entries, above the clocks of others.

    Each is in its line, above a sentence, and not below a later one. They have a time only where a page tells when it
    was saved.
    """
    ages, clock = _ages_above_clock(rows)
    if not ages or clock is None or _saved_at(rows[: min(ages)], days) is not None:
        return rows
    places, told = [*ages, clock], [-label.minutes for label in ages.values()]
    if told != sorted(told) or not all(has_sentence(rows[one + 1 : other]) for one, other in pairwise(places)):
        return rows
    found = list(rows)
    since = told[-1] + (label.minutes if (label := rows[clock].label) else 0)  # for their order alone
    for at, age in ages.items():
        found[at] = rows[at].read_as((evolve(age, minute=since + age.minutes), ""))
    return found


def _ages_above_clock(rows: Sequence[Row]) -> tuple[dict[int, Label], int | None]:
    """Return the ages by their places, and that of the label below them; above them is one of the page at most."""
    ages: dict[int, Label] = {}
    of_page: Label | None = None
    for at, row in enumerate(rows):
        age, rest = (None if row.day or row.running else relative_label(row.text)) or (None, "")
        if age is not None and not rest:
            if of_page and not of_page.said and rows[at - 1].alone:
                break  # it is told beside that time
            ages[at] = age
        elif row.label is not None and (ages or of_page):
            return ages, at
        else:
            of_page = of_page or row.label
    return ages, None


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
