"""Clocks of twelve hours without a.m. and p.m., as notes kept by hand have them: 9.40, 12.30, 1.20, 4.05."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from attrs import evolve

from ...model import Note
from .drafts import Draft
from .label import Label

INFERRED = "12-hour without its half"
_PLAIN = re.compile(r"\W*(?:[1-9]|1[0-2])[:.]\d\d\W*")
_HALF = 12 * 60
# The longest step at noon of a text that has a heading for each of several days, and of another.
_LONG, _SHORT = 8 * 60, 3 * 60
_EARLY, _LATE = 5, 7  # from which hours on a day of notes begins in the morning


def with_halves(drafts: Sequence[Draft], notes: list[Note]) -> None:
    """Give the labels of drafts the half of the day that they leave out, where days of a text show that they do.

    No hour is above 12 or has a zero before it, and under each heading the clock goes on, from morning to afternoon,
    within one day. Without the halves the afternoons would be mornings after: where each day has its heading, or the
    step at noon is short, they are not.
    """
    timed = [(draft, draft.label) for draft in drafts if draft.label is not None]
    if not all(_is_plain(label) for _, label in timed):
        return
    sections = [[*group] for _, group in groupby(timed, key=lambda one: one[0].heading)]
    both = [halves for order in (1, -1) if (halves := [_afternoons(section[::order]) for section in sections])]
    possible = [(halves, _steps(halves)) for halves in both if all(halves)]
    longest = _LONG if len(sections) > 1 else _SHORT
    found = [halves for halves, steps in possible if min(steps, default=_HALF) <= longest]
    if len(found) != 1 or not all(steps for _, steps in possible):
        return
    for section in found[0]:
        _tell(section, notes)
    notes.append(Note(code="halves-inferred", text="no time says a.m. or p.m.; they go on from morning to afternoon"))


# The drafts of a day, from the first on, and whether each is of its afternoon.
_Halves = list[tuple[Draft, Label, bool]]


def _is_plain(label: Label) -> bool:
    return label.clock is not None and label.day is None and _PLAIN.fullmatch(label.text) is not None


def _afternoons(section: Sequence[tuple[Draft, Label]]) -> _Halves:
    """Return the drafts of a day, from the first on, each with its half; none where the clock goes back twice."""
    found: _Halves = []
    before, is_afternoon = 0, False
    for draft, label in section:
        minutes = label.minutes % _HALF
        if minutes < before or (not found and label.hour == 12):
            if is_afternoon:
                return []
            is_afternoon = True
        found.append((draft, label, is_afternoon))
        before = minutes
    return found


def _steps(days: Sequence[_Halves]) -> list[int]:
    """Return the minutes of the steps past noon that would lead past midnight otherwise."""
    return [
        (other.minutes - one.minutes) % _HALF
        for day in days
        for (_, one, _), (_, other, is_afternoon) in pairwise(day)
        if is_afternoon and other.minutes < one.minutes
    ]


def _tell(day: _Halves, notes: list[Note]) -> None:
    """Give the labels of a day their halves, or none a value where nothing tells in which it begins."""
    _, first, begins_at_noon = day[0]
    _, _, ends_late = day[-1]
    is_clear = begins_at_noon or first.hour >= (_EARLY if ends_late else _LATE)
    for draft, label, is_afternoon in day:
        if not is_clear:
            text = f"{label.text} may be of the morning or of the afternoon; it has no value"
            notes.append(Note(code="unreadable-time", line=draft.first, text=text))
            draft.label = evolve(label, reading="unclear")
        elif is_afternoon:
            draft.label = evolve(label, hour=label.hour % 12 + 12, style=INFERRED)
