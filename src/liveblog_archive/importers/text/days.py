"""Day headings: a line that is a date and nothing else, in any language, or a weekday, `Today`, `Day 5: …`.

A line is read in every way that it can be; which language a text is written in, and whether its numbers put the day
or the month first, is decided once for the whole of it (`languages`).
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import NamedTuple

from .daywords import WORDS, introduced, without_count
from .names import (
    LANGUAGES,
    LETTERS,
    MARKS,
    Names,
    dates,
    fold,
    lowered,
    names,
    vocabulary,
    whole_weekdays,
    words_of_dates,
)
from .shape import has_digit

LONGEST = 60
LONGEST_BARE = 30
_MARKUP = " \t#*_="
_DECORATION = _MARKUP + "+-–—•>[]():|"
_TOKEN = re.compile(rf"\d+|{LETTERS.pattern}(?:[.'’׳״-]{LETTERS.pattern})*|[./-]")
_BLANKS = " ,\t\u00a0\u202f"
_PUNCTUATION = frozenset(["", "-", "/"])
_STRANGE = re.compile(rf"[^\w\s{MARKS}.,،၊/'’׳״()（）ªº年月日년월일-]")
# Two numbers with a dot between them alone are a time or a decimal; a date ends with its dot, as in `18. 7.`.
_CLOCK_OR_NUMBER = re.compile(r"\d\d?\.\s?\d\d?(?:\s?[ap]\.?m)?", re.IGNORECASE)
# What stands in dates of several languages without a part in them: ordinals, articles, "year" in short forms.
_ORDINALS = (
    "the of st nd rd th er re ste de e a os ª º го г гг год года року roku r godine године година "
    " р рік թվականի წელი წლის წ жылы il ci yil "
    "le la el il on am den dem det o del op em dnia dne יום"
)
_TIES = frozenset(_ORDINALS.split())
_ASCII_WORD = re.compile(r"[A-Za-z]+")
# A character of a script other than Latin, Greek, Cyrillic, Armenian and Georgian.
_UNGAPPED = re.compile(r"[\u0590-\u109f\u1100-\u1c8f\u1cc0-\u1cff\u2c00-\U0010ffff]")
# Marks of the direction of writing, which some languages put between the numbers of a date.
_BIDI = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"))


class Day(NamedTuple):
    """A date as a heading states it; what is not printed is None (weekday: Monday 0).

    `language` names it, `usual` tells that this language orders its dates so, `month_first` what `3/4` was taken
    for. `shift` counts days from `Today`, `number` from the day before `Day 1`. `text` is what was read: other
    readings are kept under it.
    """

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    language: str | None
    usual: bool = False
    month_first: bool | None = None
    shift: int | None = None
    number: int | None = None
    text: str = ""

    @property
    def bare(self) -> bool:
        """True where nothing but a weekday, or a word such as `Today`, is printed."""
        return self.month is None

    @property
    def is_weekday(self) -> bool:
        """True where it is known by its day of the week alone."""
        return self.month is None and self.weekday is not None


def plain_digits(text: str) -> str:
    """Return `text` with the decimal digits of every script as ASCII ones."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() and not c.isascii() else c for c in text)


def _languages_of(tokens: list[str], known: dict[str, frozenset[str]]) -> set[str]:
    """Return the languages that have a month or weekday among the words; Hebrew writes `in November` as one word."""
    words = [fold(word) for token in tokens for word in LETTERS.findall(token)]
    return {language for word in words for name in (word, word.removeprefix("ב")) for language in known.get(name, ())}


class DayReader:
    """Reads day headings in one language, or in every language while none is known."""

    def __init__(self, language: str | None) -> None:
        """Read in `language`, a BCP 47 tag; None means every language."""
        self._tag = language
        self._known = (language.partition("-")[0].lower(),) if language else LANGUAGES
        self.readings: dict[str, tuple[Day, ...]] = {}

    def read(self, line: str) -> Day | None:
        """Return the date that `line` is, or None when it is anything else; all its readings are in `readings`."""
        if len(line) > LONGEST:
            return None
        if found := self.readings.get(line):
            return found[0]
        if not has_digit(line):
            return None
        said: str | None = line
        if not self._has_only_words_of_dates(line):
            said = without_count(line)
        readings = self._readings(said) if said and self._has_only_words_of_dates(said) else []
        if not readings:
            return None
        self.readings[line] = tuple(day._replace(text=line) for day in readings)
        return self.readings[line][0]

    def _has_only_words_of_dates(self, line: str) -> bool:
        """Tell whether each word of a line may stand in a date; True for scripts that print words without gaps."""
        if line.isascii():
            first = _ASCII_WORD.search(line)
            if first is None or first[0].lower() not in self.words:
                return first is None
            return self.words.issuperset(_ASCII_WORD.findall(line.lower(), first.end()))
        return _UNGAPPED.search(line) is not None or self.words.issuperset(LETTERS.findall(lowered(line)))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word, folded, that may stand in a date of the languages that are read."""
        return words_of_dates(self._known) | _TIES | WORDS

    def _readings(self, line: str) -> list[Day]:
        text = plain_digits(line if line.isascii() else line.translate(_BIDI)).strip(_DECORATION)
        shift, number, text = introduced(text)
        dotted = text.rstrip(",")
        if _CLOCK_OR_NUMBER.fullmatch(dotted):
            return []
        text = dotted.rstrip(".,")
        numbers = _NUMBERS.search(text)
        if numbers is None or _STRANGE.search(text):
            return []
        found = self._numeric(text, numbers) or self._in_words(dotted, text)
        return [day._replace(shift=shift, number=number) for day in found]

    def read_bare(self, line: str, *, may_be_short: bool = False) -> Day | None:
        """Return the day that `Tuesday`, `Today`, `Day 2` or `Today, Tuesday` means, without a date; or None.

        It `may_be_short` beside a time: `Tue`. In no known language, that may be a name, and tells no weekday.
        """
        if len(line) > LONGEST_BARE:
            return None
        shift, number, text = introduced(plain_digits(line.translate(_BIDI)).strip(_DECORATION))
        word = fold(text)
        bare = Day(None, None, None, None, None, shift=shift, number=number, text=line)
        if word:
            spoken: Iterable[str] = whole_weekdays(self._known).get(word, ())
            if not spoken and may_be_short and any(word in names(one).weekdays for one in self._known):
                if self._tag is None:
                    return bare
                spoken = self._known
            found = [bare._replace(weekday=names(one).weekdays[word], language=one) for one in spoken]
        else:
            found = [bare] if shift is not None or number is not None else []
        if not found:
            return None
        self.readings[line] = tuple(found)
        return found[0]

    def _in_words(self, dotted: str, text: str) -> list[Day]:
        tokens = _TOKEN.findall(text)
        if not 2 <= len(tokens) <= 12:
            return []
        spoken = _languages_of(tokens, vocabulary(self._known))
        found = []
        for language in [one for one in self._known if one in spoken] if spoken else ():
            table = names(language)
            if (day := _in_words(tokens, table, language) or _as_cldr_writes(dotted, table, language)) is not None:
                found.append(day)
        return found

    def _numeric(self, text: str, numbers: re.Match[str]) -> list[Day]:
        """Read `2021-11-17`, `17.11.2021`, `11/17/2021`, `18. 7.` and the Chinese and Japanese `2021年11月17日`."""
        digits = numbers[0].strip(_BLANKS)
        match = next((match for pattern in _NUMERIC if (match := pattern.fullmatch(digits))), None)
        if match is None:
            return []
        word = fold((text[: numbers.start()] + text[numbers.end() :]).strip(" ,()（）"))
        weekdays = self._weekdays(word)
        if word and not weekdays and word not in _TIES:
            return []
        return [
            day._replace(weekday=weekday, language=language)
            for day in self._ordered(match.groupdict())
            for weekday, language in weekdays or [(None, None)]
        ]

    def _weekdays(self, word: str) -> list[tuple[int | None, str | None]]:
        if not word or word in _TIES:
            return []
        tables = ((language, names(language).weekdays) for language in self._known)
        return [(weekdays[word], language) for language, weekdays in tables if word in weekdays]

    def _ordered(self, parts: dict[str, str]) -> list[Day]:
        """Return the dates that numbers may mean: one, or both where day and month can change places."""
        year = int(parts["y"]) if parts.get("y") else None
        if year is not None and len(parts["y"]) == 2:
            year += 2000  # live blogs began in this century
        if "m" in parts:
            found = [_checked(year, int(parts["m"]), int(parts["d"]))]
        else:
            first, second = int(parts["a"]), int(parts["b"])
            month_first, day_first = _checked(year, first, second), _checked(year, second, first)
            found = [
                month_first and month_first._replace(month_first=True),
                day_first and day_first._replace(month_first=False),
            ]
            if self._day_first():
                found.reverse()
        return [day for day in found if day is not None]

    def _day_first(self) -> bool:
        if self._tag and self._tag.upper().endswith(("-GB", "-AU", "-IE", "-NZ", "-IN", "-ZA")):
            return True
        return names(self._known[0]).day_first


# The numbers of a date and what stands between them; a word may stand before or after, never among them.
_NUMBERS = re.compile(r"\d[\d./\-年月日년월일\s]*")
_NUMERIC = (
    re.compile(r"(?P<y>\d{4})(?P<s>[-./])\s?(?P<m>\d\d?)(?P=s)\s?(?P<d>\d\d?)\.?"),
    re.compile(r"(?:(?P<y>\d{4})\s*[年년]\s*)?(?P<m>\d\d?)\s*[月월]\s*(?P<d>\d\d?)\s*[日일]"),
    re.compile(r"(?P<d>\d\d?)\.\s?(?P<m>\d\d?)\.\s?(?P<y>\d{4}|\d\d)"),
    re.compile(r"(?P<d>\d\d?)\.\s?(?P<m>\d\d?)\.?"),
    re.compile(r"(?P<a>\d\d?)(?P<s>[/-])(?P<b>\d\d?)(?P=s)(?P<y>\d{4}|\d\d)"),
    re.compile(r"(?P<a>\d\d)/(?P<b>\d\d)"),
)


def _in_words(tokens: list[str], table: Names, language: str) -> Day | None:
    """Read a date that names its month; every token must have a part in it."""
    month = weekday = None
    numbers: list[str] = []
    usual = True
    position = 0
    while position < len(tokens):
        token = tokens[position]
        pair = fold(" ".join(tokens[position : position + 2]))
        word = fold(token)
        if token.isdecimal():
            numbers.append(token)
            if len(token) <= 2 and month is None:
                usual = table.day_first and (tokens[position + 1 : position + 2] == ["."]) is table.dotted
        elif month is None and pair in table.months:
            month = table.months[pair]
            position += 1
        elif pair in table.weekdays and weekday is None:
            weekday = table.weekdays[pair]
            position += 1
        elif month is None and (found := _month(word, table)):
            month = found
        elif weekday is None and word not in _TIES and word in table.weekdays:
            weekday = table.weekdays[word]
        elif month and tokens[position - 1] == "/" and month in (table.months.get(pair), _month(word, table)):
            position += pair in table.months  # the same month by another name: `نوفمبر/تشرين الثاني`
        elif word not in _PUNCTUATION and word not in _TIES and word not in table.ties:
            return None
        position += 1
    day = _assembled(numbers, month, weekday, language)
    return day and day._replace(usual=usual or (language == "en" and "." not in tokens))


def _as_cldr_writes(text: str, table: Names, language: str) -> Day | None:
    """Read a date whose words cannot be told apart one by one, such as the Vietnamese `17 tháng 11, 2021`."""
    folded = text.strip(_MARKUP).casefold()
    for pattern in dates(language):
        if match := pattern.fullmatch(folded):
            parts = match.groupdict()
            month = int(parts["m"]) if parts.get("m") else table.months[parts["month"]]
            weekday = table.weekdays.get(parts.get("weekday") or "")
            day = _checked(int(parts["y"]), month, int(parts["d"]), weekday, language)
            return day and day._replace(usual=True)
    return None


def _month(word: str, table: Names) -> int | None:
    """Look a month up; Hebrew writes `in November` as one word."""
    return table.months.get(word) or table.months.get(word.removeprefix("ב"))


def _assembled(numbers: list[str], month: int | None, weekday: int | None, language: str) -> Day | None:
    days = [int(n) for n in numbers if len(n) <= 2]
    years = [int(n) for n in numbers if len(n) == 4]
    if month is None or len(days) != 1 or len(years) > 1 or len(days) + len(years) != len(numbers):
        return None
    return _checked(years[0] if years else None, month, days[0], weekday, language)


def _checked(
    year: int | None, month: int, day: int, weekday: int | None = None, language: str | None = None
) -> Day | None:
    """Return the date if the calendar has it; 29 February needs no year to be possible."""
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return None
    return Day(year, month, day, weekday, language)
