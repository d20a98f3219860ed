"""Time labels: the printed times that set entries apart, read from the lines that begin or end with them."""

import re
from functools import cached_property

from attrs import evolve

from .clocks import (
    AT,
    BEHIND_WORDS,
    BETWEEN,
    INTRODUCING,
    LABEL,
    OCLOCK,
    OF,
    PERIOD_BEFORE,
    SAID,
    SPOKEN,
    WEEKDAY_AFTER,
    told_again,
)
from .days import DayReader
from .label import Label, Labelled, before_change, begins_news, label_of, with_day_after
from .margins import ABOUT
from .shape import DIGIT
from .spoken import Beginnings

# Any of the clocks somewhere near the beginning of a line: what most lines of running text fail at once.
NEAR = 64
# It begins with a digit, so that all else is passed over at once.
_GLIMPSE = re.compile(
    r"\d(?:[:.hH時时点點시]\s?\d|(?<!\d\d)\d{3}\s?[A-Zh]|\s?(?:[aApP]\.?\s?[mM]\b|[πμ]\.?μ|صباح|فجر|ظهر|عصر|ليل|مساء|[صم](?!\w)|[hH](?!\w)|Uhr|uhr|uur|heure|horas|o[’']c|[時时点點시]))"
)
# A date as `03.03.` begins like a clock.
_DAY_AND_MONTH = re.compile(r"\[?\d\d?\.\s?\d\d?\.")
_APART = re.compile(r":\s|\s[|–—-]\s|\]\s")
# Each place where one may be; they may overlap, as in `2026. 09. 26. 9:38`.
_GLIMPSES = re.compile(f"(?={_GLIMPSE.pattern})")
# What sets a time at the end of a line off from the text before it: a stop, a dash, a bar, a bracket, a wide gap.
_SET_OFF = re.compile(r"(?:[.!?…:。！？։”’»\"')\]][\s\[(*]*|\s[–—|-]\s*|[\[(]|\s{2,}|\t)$")
_SAID_ON = re.compile(rf"{INTRODUCING}(?:(?:on|le|am|el|em|il|den|{OF})\s)?", re.IGNORECASE)
# A number that a clock is the end of: 5: before 03:54.
_GOES_ON = re.compile(r"\d[:.,/-]?$")
# A browser's copy puts a clock together with the date beside it: `3 March 202614:05`, `14:053 March 2026`.
_BEFORE_AN_HOUR = re.compile(r"(?:(?:19|20)\d\d|(?<=\d-)\d\d)(?=\d)")
_BEFORE_A_DIGIT = re.compile(r"\d\d?[:.hH]\d\d(?=\d)")
_OF_NEWS = re.compile(SAID, re.IGNORECASE)
_AROUND_A_DATE = " ,،·|()]–—-"
_WORD_GAPS = re.compile(r"\s+(?=\S)")
_WORDS_OF_A_DATE = 6
_SEPARATOR = 8  # characters in which a separator is looked for
_OPENING = re.compile(r"[\[(*+][\[(*+ ]*$")
_HALF = 3  # characters of a half of the day before its clock
_DATE = 24  # characters that a date before a clock takes at most
# What a line ends with that ends with a time: a digit, the half of a day or a zone, and what closes brackets.
_LAST = re.compile(r"(?:\d|(?i:m\.?|h|uhr|hrs)|[A-Z]{2,4}|[時时点點시分분م])[\s\])*_+]*$")
# Words that stand in front of a clock, in small letters.
BEFORE_A_CLOCK = frozenset(f"{AT}|{OCLOCK}".split("|"))
WORDS_OF_A_TIME = frozenset(re.findall(r"[^\W\d_]+", f"{SAID}|{AT}|{OCLOCK}"))
# Labels are remembered that begin with a digit or bracket and end with one of these: nothing after it is theirs.
_FIRST = frozenset("0123456789[(")
_HYPHEN = " - "
_SEPARATORS = (": ", " – ", _HYPHEN, " — ", " | ", "] ", ") ")


class LabelReader:
    """Reads the label that a line begins with; it shares the language that day headings were found in.

    A newsroom prints its labels in one way, and there are only so many minutes in a day: what was read once, with a
    colon, dash, bar or bracket after it and then a word, means the same before any other word.
    """

    def __init__(self, days: DayReader) -> None:
        self._days = days
        self._alone: dict[str, Label] = {}
        self._set_off: dict[str, dict[str, Label]] = {separator: {} for separator in _SEPARATORS}
        self._separator = _SEPARATORS[0]

    @cached_property
    def beginnings(self) -> Beginnings:
        """What the first word of a line tells, or of what follows a label on it."""
        return Beginnings(self._days.words.union(re.findall("[a-z]+", f"{SAID}|{AT}|{OCLOCK}|{ABOUT}")))

    @staticmethod
    def may_have(text: str) -> bool:
        """Tell whether a text with digits may have a label in it."""
        return _GLIMPSE.search(text) is not None or SPOKEN.match(text) is not None

    def read(self, line: str) -> Labelled | None:
        """Return the label at the beginning of `line` and what follows it, or None."""
        if _GLIMPSE.search(line, 0, NEAR) is None:
            return None
        match = LABEL.match(line)
        if match is None:
            return self._date_first(line) or self._date_glued(line)
        if _DAY_AND_MONTH.match(line) and (dated := self._date_first(line)):
            return dated
        dated = self._date_after(match, line) or self._weekday_after(match, line)
        found = dated or before_change(match, line) or label_of(match, line, None)
        if found is not None and line[0] in _FIRST:
            self._remember(line, *found)
        return found

    def leads_text(self, line: str) -> bool:
        """Tell whether mere text stands right behind the time that a line begins with, without reading that time."""
        match = LABEL.match(line) if line[:1] in _FIRST else None
        return match is not None and self.beginnings[line[match.end() :].partition(" ")[0]] == (False, True)

    def clock(self, text: str) -> Label | None:
        """Return the time of day that a text is and nothing else, or None."""
        label, rest = self.read(text) or (None, "")
        return label if label is not None and label.clock is not None and not rest else None

    def recall(self, line: str) -> Labelled | None:
        """Return what `read` would, where it has read the same label before and no date is in the line; or None."""
        if line[0] not in _FIRST:
            return None
        head, separator, rest = line.partition(self._separator)
        if not separator:
            known = self._alone.get(line)
            return None if known is None else (known, "")
        known = self._set_off[self._separator].get(head)
        if known is None:
            return None
        _, is_text = self.beginnings[rest.partition(" ")[0]]
        if is_text or (rest[:1].isalpha() and not self._names_a_day(line, head)):
            return known, rest
        return None

    def _names_a_day(self, line: str, head: str) -> bool:
        """Tell whether what follows a time to the end of its line is a date, or, around a hyphen, the whole line."""
        end = len(head)
        if len(line) - end > NEAR:
            return False
        if DIGIT.search(line, end) is not None and self._days.read(line[end:].strip(_AROUND_A_DATE)):
            return True
        return self._separator == _HYPHEN and self._days.read(line) is not None

    def _remember(self, line: str, label: Label, rest: str) -> None:
        """Keep a label for the lines that begin with it; one that names its day seldom comes again."""
        if label.day is not None:
            return
        if not rest:
            self._alone[line] = label
        elif rest[0].isalpha() and line[1 - line[0].isdecimal()].isdecimal():
            for separator in _SEPARATORS:
                head, _, after = line.partition(separator)
                if after == rest:
                    self._separator = separator
                    self._set_off[separator][head] = label

    def _date_after(self, match: re.Match[str], line: str) -> Labelled | None:
        """Read `6:12 p.m. ET, February 24, 2022`: a clock, then a date to the end of the line."""
        rest = line[match.end("zone") if match["zone"] else match.start("close") :]
        if DIGIT.search(rest, 0, NEAR) is None:
            return None
        for end in (len(rest), *(apart.end() for apart in _APART.finditer(rest, 0, NEAR))):
            day = self._days.read(rest[:end].strip(_AROUND_A_DATE + ":"))
            if (found := with_day_after(match, line, day, rest[end:])) is not None:
                return found
        return None

    def _weekday_after(self, match: re.Match[str], line: str) -> Labelled | None:
        """Read `6:30 AM Thursday: …` and `11.20 Uhr (Mi.) – …`: a clock, then a weekday, set off from the text."""
        after = WEEKDAY_AFTER.match(line, match.end("zone") if match["zone"] else match.start("close"))
        if after is None:
            return None
        day = self._days.read_bare(after["day"], may_be_short=bool(after["before"] or after["dot"]))
        is_weekday = day is not None and day.weekday is not None
        return with_day_after(match, line, day if is_weekday else None, line[after.end() :])

    def read_trailing(self, line: str) -> Labelled | None:
        """Return the label that a line of text ends with, set off by punctuation, brackets or a wide gap, or None.

        With it comes the text before it.
        """
        if not _LAST.search(line, max(0, len(line) - _SEPARATOR)):
            return None
        for glimpse in _GLIMPSES.finditer(line, max(0, len(line) - NEAR)):
            start = _start_of_clock(line, glimpse.start())
            label, before = self._ending(line, start)
            if label is None or not before.strip() or _GOES_ON.search(before[-_SEPARATOR:]):
                continue
            is_marked = label.day is not None or label.text[0] in "(["
            if _SET_OFF.search(before[-_SEPARATOR:]) or (is_marked and before[-1].isspace()):
                return evolve(label, trailing=True), before.rstrip()
        return None

    def _ending(self, line: str, clock: int) -> tuple[Label | None, str]:
        """Return the label from a clock, or a date before it, to the end of the line, and what precedes it."""
        opening = _OPENING.search(line, max(0, clock - _SEPARATOR), clock)
        match = LABEL.match(line, opening.start() if opening else clock) or LABEL.match(line, clock)
        if match is None or (told_again(match, line) or match).end() != len(line):
            return None, ""
        gaps = [gap.end() for gap in _WORD_GAPS.finditer(line, max(0, clock - NEAR), clock)]
        for place in gaps[-_WORDS_OF_A_DATE:] if DIGIT.search(line, max(0, clock - _DATE), clock) else ():
            day = self._days.read(BETWEEN.sub("", line[place:clock]))
            dated = LABEL.match(line, clock) if day is not None else None
            if dated is not None:
                found = label_of(dated, line, day)
                return found and evolve(found[0], text=line[place:].rstrip()), line[:place]
        found = label_of(match, line, None)
        return found and evolve(found[0], text=line[match.start() :].strip()), line[: match.start()]

    def _date_first(self, line: str) -> Labelled | None:
        """Read `Nov 16, 2021, 1:45 p.m. ET` and `2021-11-17T14:05:00`: a date, then a clock."""
        for glimpse in _GLIMPSES.finditer(line, 0, NEAR):
            start = _start_of_clock(line, glimpse.start())
            before = BETWEEN.sub("", line[:start]).lstrip("[(") if DIGIT.search(line, 0, start) else ""
            day = self._days.read(before) if before else None
            said = _SAID_ON.match(before) if day is None else None
            if said is not None:
                day = self._days.read(before[said.end() :])
            match = LABEL.match(line, start) if day is not None else None
            if match is not None:
                found = label_of(match, line, day)
                if day is not None and (found is None or found[1]):  # `Feb. 3, 2026, 4:52 p.m. ETFeb. 3, 2026`
                    again = self._date_after(match, line)
                    if again is not None and again[0].day is not None and again[0].day[1:3] == day[1:3]:
                        found = again
                if found is None or said is None:
                    return found
                return evolve(found[0], said=not begins_news(said["said"], match["close"], found[1])), found[1]
        return None

    def _date_glued(self, line: str) -> Labelled | None:
        """Read `14:053 March 2026`: a clock and a date that a copy has put together."""
        match = _clock_before_day(line)
        day = self._days.read(line[match.end() :].rstrip(_AROUND_A_DATE)) if match else None
        return with_day_after(match, line, day, "") if match else None

    def read_behind_a_day(self, line: str) -> Labelled | None:
        """Read `Tue, 14:05` and `Yesterday, 9pm`: a day without its date, in short or not, then a clock."""
        glimpse = _GLIMPSE.search(line, 0, NEAR)
        start = _start_of_clock(line, glimpse.start()) if glimpse else 0
        before = BETWEEN.sub("", line[:start]).rstrip(".,")
        day = self._days.read_bare(before, may_be_short=True) if before else None
        match = LABEL.match(line, start) if day is not None else None
        found = label_of(match, line, None) if match else None
        return found and (evolve(found[0], day=day, strong=True), found[1])

    def read_behind_words(self, line: str) -> Labelled | None:
        """Read `Update (9:30 p.m. Tuesday): …`: words, then in brackets a clock with its date or weekday, if any.

        The label is `said` where the words are some by which newsrooms introduce a time.
        """
        match = BEHIND_WORDS.match(line)
        when = match["when"] if match else ""
        label, rest = self.read(when) or self.read_behind_a_day(when) or (None, "")
        if match is None or label is None or label.clock is None or rest:
            return None
        said = _OF_NEWS.fullmatch(match["words"]) is not None
        return evolve(label, text=match[0].rstrip(), strong=True, said=said), line[match.end() :]


def _start_of_clock(line: str, place: int) -> int:
    """Return where the clock begins whose number is at `place`: behind a year or day that is put before the hour."""
    start = place
    while start and line[start - 1].isdecimal():
        start -= 1
    date = _BEFORE_AN_HOUR.match(line, start, place + 1)
    start = start if date is None else date.end()
    half = PERIOD_BEFORE.search(line, max(0, start - _HALF), start)
    return start if half is None else half.start()


def _clock_before_day(line: str) -> re.Match[str] | None:
    """Return the match of the clock that a line begins with, where a number is put behind it."""
    clock = _BEFORE_A_DIGIT.match(line)
    return LABEL.fullmatch(clock[0]) if clock else None
