"""Times as a page prints them, read by the rules of the text importer."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from ...text.days import Day, DayReader
from ...text.figures import times_in_figures
from ...text.label import Label, spoken_label
from ...text.labels import BEFORE_A_CLOCK, WORDS_OF_A_TIME, LabelReader
from ...text.names import fold, names
from ...text.said_dates import CHANGED, DatesAmongWords, SaidDate, says_updated
from ...text.shape import has_digit
from ...text.spoken import may_be_spoken
from .distances import is_relative

LONGEST = 60
# "Published at 14:05", "Stand: 14.05 Uhr": a few words and then nothing but a time.
_WORDS = re.compile(r"(?:(?:[^\W\d]+(?:['’][^\W\d]+)?[.:,]?\s+){1,3}|[^\W\d]+\.,\s+)(?=\d)")
# "Verfasst am: Sa 3. März 2026, 21:02", "Reply #3 on: March 3, 2026, 09:02 PM".
_LEADING = re.compile(r"(?:(?:[^\W\d]+|#\d+)\s+){0,3}[^\W\d]+(?:-[^\W\d]+)?\s?:\s+")
_QUOTES = "«» "
_DIGITS = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_WORDS_OF_A_TIME = 4
_BEFORE_A_TIME = " |·–—-(["
# As most pages print it, and every language reads it.
_PLAIN = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
# What may stand between a time and the distance from now that says it again: "19:27, il y a 10 min".
_DISTANCE_APART = re.compile(r"[,|·(–—-](?:(?<=[,|·(])|\s)\s*(?=[^\d\s]|\d+\s?[^\W\d])")
_CHANGE_APART = re.compile(r"[,;|·(–—-]\s*(?=[^\W\d])")
# Beside the words of such lines that texts have too: `Filed`, `First published on`, `Zuletzt aktualisiert am`.
_BESIDE = (
    "filed written created erstellt verfasst erschienen last latest first originally zuletzt letzte erstmals "
    "dernière última último ultima ultimo laatst senast sist on am le el il em den dnia op"
)
_BESIDE_A_TIME = WORDS_OF_A_TIME | frozenset(_BESIDE.split())


class Printed(NamedTuple):
    """A time as printed: its text, the clock it shows, and the zone and day that it names, if any."""

    text: str
    clock: timedelta
    seconds: bool
    zone: str | None = None
    day: Day | None = None

    def on(self, day: date) -> datetime:
        """Return the wall clock on a day; 24:00 is the end of it."""
        return datetime.combine(day, time()) + self.clock

    def of(self, day: Day, said: str, *, behind: bool = False) -> "Printed":
        """Return the time with the day that is printed in front of it, or `behind` it, in the words `said`."""
        text = f"{self.text} {said}" if behind else f"{said} {self.text}"
        return self if self.day else self._replace(text=text, day=day)

    @property
    def label(self) -> str:
        """The time as a label that begins a line: its clock, behind the date that it names."""
        hours, seconds = divmod(int(self.clock.total_seconds()), 3600)
        clock = f"{hours:02d}:{seconds // 60:02d}" + (f":{seconds % 60:02d}" if self.seconds else "")
        day = self.day.text if self.day and not self.day.bare else None
        return " ".join(filter(None, (day, clock, self.zone)))


class PrintedReader:
    """Reads printed times in one language; each text is read once, however many elements of a page have it."""

    def __init__(self, language: str | None) -> None:
        self.language = language
        self._days = DayReader(language)
        self._table = names(language.partition("-")[0].lower()) if language else None
        self._labels = LabelReader(self._days)
        self._known: dict[str, Printed | None] = {}
        self._among_words = DatesAmongWords(self._days, self._clock)

    def read(self, text: str) -> Printed | None:
        """Return the time that `text` is and nothing else; None for anything else.

        A few words before it, and a distance from now behind it, do not count.
        """
        if len(text) > LONGEST:
            return None
        if text not in self._known:
            self._known[text] = self._read(text)
        return self._known[text]

    def learn_figures(self, texts: Sequence[str]) -> None:
        """Know the times in four figures among texts of a page that prints no others, where they can be no years."""
        found = times_in_figures(texts)
        self._known |= {texts[at]: _printed(label, texts[at]) for at, (label, rest) in found.items() if not rest}

    def _read(self, text: str) -> Printed | None:
        if (plain := _PLAIN.fullmatch(text)) is not None:
            return Printed(text, timedelta(hours=int(plain[1]), minutes=int(plain[2])), seconds=False)
        if not has_digit(text):
            return self._spoken(text)
        if not self._labels.may_have(text) or is_relative(text):
            return None
        if (first := _before_aside(text)) is not None:
            before = self.read(first)
            return before._replace(text=text) if before else None
        if says_updated(text):
            text = self.split_change(text)[0]
        text = text.strip(_QUOTES)
        found = None if self._labels.leads_text(text) else self._labels.read(text) or spoken_label(text)
        words = (_LEADING.match(text) or _WORDS.match(text)) if found is None else None
        if words is not None:
            found = self._labels.read(text[words.end() :])
        if found is None or found[1]:
            return None
        printed = _printed(found[0], text)
        said = words[0].split() if words and printed and printed.day is None else []
        day = next((day for word in said if (day := self._bare(word.strip(".,:"), short=len(said) == 1))), None)
        return printed._replace(day=day) if printed and day else printed

    def introduction(self, text: str) -> str:
        """Return the words and colon before the time that `text` is: `Uhrzeit: 10.02 Uhr`; empty for any others.

        Words of changing, and days, tell more than that a time follows.
        """
        words = _LEADING.match(text)
        if words is None or self._labels.read(text) or says_updated(text) or self.read(text) is None:
            return ""
        return "" if any(self._bare(word.strip(":"), short=True) for word in words[0].split()) else words[0]

    def says_only_when(self, text: str) -> bool:
        """Tell whether a text is a time, and words in front of it such as stand there: `Stand: 14.05 Uhr`."""
        words = {fold(word) for word in _WORD.findall(_DIGITS.split(text)[0])}
        is_known = words <= (self._days.words | _BESIDE_A_TIME) or says_updated(text)
        return is_known and self.read(text) is not None

    def _spoken(self, text: str) -> Printed | None:
        """Return the time that a word is: `Noon`, `um Mitternacht`."""
        found = spoken_label(text) if may_be_spoken(text) else None
        return _printed(found[0], text) if found and not found[1] else None

    def split_change(self, text: str) -> tuple[str, str | None]:
        """Return what stands before the time of a change, and that: `Publié à 16:12`, `Modifié à 16:55`.

        All of it and None where a text names no change, or no time before it.
        """
        for apart in _CHANGE_APART.finditer(text):
            if apart.start() > LONGEST:
                break
            first, last = text[: apart.start()].rstrip(), text[apart.end() :].rstrip(" )")
            if len(last) > LONGEST or not (has_digit(first) and (has_digit(last) or may_be_spoken(last))):
                continue
            if says_updated(last) and not says_updated(first) and self.read(last):
                return first, last
        return text, None

    def _bare(self, word: str, *, short: bool) -> Day | None:
        """Return the day that `Today`, `Tuesday` or, if it may be short, `Tue` in front of a time means."""
        found = self._days.read_bare(word)
        weekdays = self._table.weekdays if self._table and short and found is None else {}
        if self._table is None or (weekday := weekdays.get(fold(word))) is None:
            return found
        whole = sorted(name for name in self._table.whole_weekdays if weekdays[name] == weekday)
        return next((day for name in whole if (day := self._days.read_bare(name))), None)

    def said(self, text: str) -> Iterator[SaidDate]:
        """Yield the dates with their year that a short line has, or the short pieces of a longer one."""
        return self._among_words.in_line(text)

    def months(self, text: str) -> Iterator[date]:
        """Yield the first days of the months that a short line names with their year: `University, March 2026`."""
        return self._among_words.months(text)

    def said_on_weekdays(self, text: str) -> Iterator[date]:
        """Yield the dates with their year that a text of any length has beside their weekday.

        `The debate began on Tuesday, June 2, 2026, at 10am`, `am Donnerstagabend, 4. Dezember 2025`.
        """
        if self._table is None:
            return
        weekdays = {name: self._table.weekdays[name] for name in self._table.whole_weekdays}
        for said in self._among_words.in_words(text.split()):
            if said.names_weekday(weekdays):
                yield said.when

    def _clock(self, text: str) -> timedelta | None:
        """Return how far into a day the time is that `text` is and nothing else; None for anything else."""
        printed = self.read(text)
        return printed.clock if printed else None

    def is_day(self, text: str) -> bool:
        """Tell whether `text` is a date and nothing else."""
        return self._days.read(text) is not None

    def day_beside(self, text: str) -> Day | None:
        """Return the day that `text` is and nothing else, which may be one without a date: `Yesterday`, `Tue`."""
        return self._days.read(text) or self._bare(text.strip(".,:"), short=True)

    def is_weekday(self, word: str) -> bool:
        """Tell whether a word is a day without a date, in short or not, in one of the languages that are read."""
        return self._days.read_bare(word, may_be_short=True) is not None

    def says_when(self, text: str) -> bool:
        """Tell whether `text` is a time, a day, or a distance from now, and nothing else."""
        return is_relative(text) or self.read(text) is not None or self.day_beside(text) is not None

    def split(self, text: str) -> tuple[Printed, str] | None:
        """Return the time label that `text` begins with, and what follows it; None where it begins with none."""
        label, rest = self._labels.read(text) or spoken_label(text) or (None, "")
        if label is None or not label.strong or not rest:
            return None
        found = _printed(label, label.text)
        return (found, rest) if found else None

    def begins(self, text: str) -> bool:
        """Tell whether `text` begins with a time."""
        return self.read(text) is not None or self._labels.read(text) is not None

    def split_last(self, text: str) -> tuple[str, str] | None:
        """Return the time that `text` ends with, set off from what precedes it, and that; None without one."""
        label, before = self._labels.read_trailing(text) or (None, "")
        return (label.text, before.rstrip(_BEFORE_A_TIME)) if label and label.reading == "clock" else None

    def split_end(self, text: str) -> tuple[str, str] | None:
        """Return the time that `text` ends with, set off by nothing, and what precedes it; None without one."""
        words = text.split()
        for count in range(1, min(_WORDS_OF_A_TIME, len(words) - 1) + 1):
            last = " ".join(words[-count:])
            if last[0].isdecimal() and self.read(last) is not None:
                is_word = words[-count - 1].rstrip(".").casefold() in BEFORE_A_CLOCK
                before = words[: -count - is_word]
                return (last, " ".join(before)) if before else None
        return None


def _before_aside(text: str) -> str | None:
    """Return the time that a distance from now, or a word such as `(edited)`, stands behind; None without these."""
    for apart in _DISTANCE_APART.finditer(text):
        if is_relative(text[apart.end() :].rstrip(" )")):
            return text[: apart.start()].rstrip()
    first, _, last = text.rpartition(" ")
    return first if first and CHANGED.fullmatch(last.strip("()").lower()) else None


def _printed(label: Label, text: str) -> Printed | None:
    if label.reading != "clock" or label.about is not None or label.lasting is not None:
        return None
    clock = timedelta(hours=label.hour, minutes=label.minute, seconds=label.second or 0)
    return Printed(text, clock, label.second is not None, label.zone, label.day)


def says_of_a_time(words: str) -> bool:
    """Tell whether words beside a time say no more than that something was published or changed then, if that."""
    return all(word in _BESIDE_A_TIME or says_updated(word) for word in _WORD.findall(words.lower()))
