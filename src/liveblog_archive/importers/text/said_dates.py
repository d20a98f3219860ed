"""Dates among words, as mastheads, bylines and sentences print them: `Published 3 March 2026 at 14:05, updated …`."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import NamedTuple

from ..vocabulary import EDITED, UPDATING
from .days import Day, DayReader
from .draft_days import nearest
from .labels import LabelReader
from .names import fold

_SHORT = 120
_PIECES = re.compile(r"\s[|·•]\s")
# `2026`, `2/02/26`.
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\S)\W*\d\d?(?P<s>[./])\d\d?(?P=s)[12]\d(?!\w|[./]\d)")
_WORDS_OF_A_DAY = 4
_WORDS_OF_A_TIME = 4
_WORDS_OF_A_WEEKDAY = 2  # "Thursday evening," before a date
_CLOSING = "|,;:)"
_AROUND_A_DAY = ".,;:()|·–—- "
# What a word is, in small letters, that tells of a change.
CHANGED = re.compile(rf"(?:{UPDATING}|modifi(?:ed|ée?|cat)|\b(?:{EDITED}|stand)\b|última|ultim[oa])\w*")

# Returns how far into a day the time is that a text is and nothing else; None for anything else.
Clock = Callable[[str], timedelta | None]


class SaidDate(NamedTuple):
    """A date with its year, and the time beside it, if any.

    `before` are the words since the date before it, `beside` those of the time, `behind` those that follow on both.
    It `is_clear` where its numbers mean one day, and its weekday, if any, is that of the day.
    """

    when: date
    before: str
    beside: str
    behind: str
    words: list[str]
    is_clear: bool = True

    def names_weekday(self, weekdays: Mapping[str, int]) -> bool:
        """Tell whether its weekday stands beside it, of the names of `weekdays`."""
        named = (name for name, day in weekdays.items() if day == self.when.weekday())
        return any(fold(word).startswith(name) for name in named for word in self.words)


def dates_in(days: DayReader, *, month_first: bool | None = None) -> "DatesAmongWords":
    """Return what finds dates in the lines of a text, with the times that a label may be."""
    labels = LabelReader(days)

    def clock(text: str) -> timedelta | None:
        return label.since_midnight if (label := labels.clock(text)) else None

    return DatesAmongWords(days, clock, month_first=month_first)


class DatesAmongWords:
    """Finds the dates in lines; `clock` reads the times beside them.

    `month_first` tells which of the numbers in `3/4/2026` is the month; None where that is not known.
    """

    def __init__(self, days: DayReader, clock: Clock, *, month_first: bool | None = None) -> None:
        self._days = days
        self._clock = clock
        self._month_first = month_first

    def in_line(self, text: str) -> Iterator[SaidDate]:
        """Yield the dates with their year that a short line has.

        `Published 3 March 2026`, `03.03.2026 - Aus dem Gericht`, `Mis à jour le mardi 3 mars 2026 à 17h45`: with the
        time beside it, if any. A longer line has such dates in those of its pieces that are short.
        """
        for piece in (text,) if len(text) <= _SHORT else _PIECES.split(text):
            if len(piece) <= _SHORT:
                yield from self.in_words(piece.split())

    def months(self, text: str) -> Iterator[date]:
        """Yield the first days of the months that a short line names with their year."""
        words = text.split() if len(text) <= _SHORT else []
        for end in [at for at, word in enumerate(words) if at and _YEAR.search(word)]:
            for start in range(end - 1, max(-1, end - _WORDS_OF_A_DAY), -1):
                day = self._days.read(f"1 {' '.join(words[start : end + 1]).strip(_AROUND_A_DAY)}")
                if day is not None and day.year and day.month:
                    yield date(day.year, day.month, 1)

    def in_words(self, words: list[str]) -> Iterator[SaidDate]:
        """Yield each date with its year."""
        done = 0
        for end in [at for at, word in enumerate(words) if _YEAR.search(word)]:
            before = [(start, end) for start in range(max(done, end - _WORDS_OF_A_DAY), end + 1)]
            behind = [(end, to) for to in range(end + 2, end, -1)]  # the year may come first
            for start, last in (*before, *behind):
                if not words[start].strip(_AROUND_A_DAY):
                    continue
                readings = self._readings(words[start : last + 1])
                when = nearest(readings[0], None) if readings else None
                if when is not None:
                    longer = self._readings(words[start - 1 : last + 1]) if start > done else ()
                    is_word = bool(words[start - 1].strip(_AROUND_A_DAY))  # `Envoyé : dimanche 15 mars 2026`
                    is_longer = bool(longer) and is_word and longer[0].weekday is not None  # `Domingo 15 de marzo …`
                    said = self._said(words, done, (start - is_longer, last), when)
                    yield said._replace(is_clear=_is_clear(longer if is_longer else readings, when))
                    done = last + 1
                    break

    def _readings(self, words: list[str]) -> Sequence[Day]:
        """Return what words mean that are a date, in the order of numbers that is known, if any."""
        text = " ".join(words).strip(_AROUND_A_DAY)
        if self._days.read(text) is None:
            return ()
        readings = self._days.readings[text]
        in_order = [day for day in readings if day.month_first in (None, self._month_first)]
        return in_order if self._month_first is not None and in_order else readings

    def _said(self, words: list[str], done: int, place: tuple[int, int], day: date) -> SaidDate:
        """Return the day that the words at a place are; those before `done` belong to another."""
        start, last = place
        clock, beside, end = self._beside(words, start, last)
        said = start + says_updated(words[start])  # `Stand: 3.3.2026` is read as a day as a whole
        return SaidDate(
            when=day if clock is None else datetime.combine(day, time()) + clock,
            before=" ".join(words[done:said]),
            beside=beside,
            behind=words[end - 1][len(words[end - 1].rstrip(_CLOSING)) :] + " ".join(words[end:]),
            words=words[max(done, start - _WORDS_OF_A_WEEKDAY) : last + 1],
        )

    def _beside(self, words: list[str], start: int, last: int) -> tuple[timedelta | None, str, int]:
        """Return the time behind or before the words of a day, its words, and where what follows on both begins.

        One behind a word of a change counts last: it may be of the next, as in `7:04, 3 May 2026 Updated 9:20, …`.
        """
        behind = range(min(len(words), last + _WORDS_OF_A_TIME), last, -1)
        before = range(max(0, start - _WORDS_OF_A_TIME + 1), start)
        places = [(last + 1, to + 1) for to in behind], [(since, start) for since in before]
        is_of_next = last + 1 < len(words) and says_updated(words[last + 1])
        for since, to in chain(*(reversed(places) if is_of_next else places)):
            text = " ".join(words[since:to]).strip(_AROUND_A_DAY)
            if (clock := self._clock(text)) is not None:
                return clock, text, min(len(words), max(last + 1, to))
        return None, "", last + 1


def _is_clear(readings: Sequence[Day], when: date) -> bool:
    """Tell whether readings of a date mean one day, on which the weekday is that which is printed, if any."""
    are_one = all((day.year, day.month, day.day) == (when.year, when.month, when.day) for day in readings)
    return are_one and any(day.weekday in (None, when.weekday()) for day in readings)


def says_updated(text: str) -> bool:
    """Tell whether words around a time call it that of a change."""
    return CHANGED.search(text.lower()) is not None
