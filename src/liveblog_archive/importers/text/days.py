"""Day headings: a line that is a date and nothing else, in any language."""

import re
import unicodedata
from datetime import date
from typing import NamedTuple

from .names import LANGUAGES, LETTERS, MARKS, Names, fold, names, vocabulary

_LONGEST = 60
_MARKUP = " \t#*_="
_DECORATION = _MARKUP + "+-–—•>[]():|"
_TOKEN = re.compile(rf"\d+|{LETTERS.pattern}(?:[.'’׳״-]{LETTERS.pattern})*|[./-]")
_BLANKS = " ,\t\u00a0\u202f"
_PUNCTUATION = frozenset(["", "-", "/"])
_STRANGE = re.compile(rf"[^\w\s{MARKS}.,،/'’׳״()（）ªº年月日년월일-]")
# Two numbers with a dot between them alone are a time or a decimal; a date ends with its dot, as in `18. 7.`.
_CLOCK_OR_NUMBER = re.compile(r"\d\d?\.\s?\d\d?")
_DIGIT = re.compile(r"\d")
# What stands in dates of several languages without a part in them: ordinal endings, "the", "year" in short forms.
_ORDINALS = "the of st nd rd th er re ste de e a os ª º го г гг год года р рік թվականի წელი წ жылы il ci yil"
_TIES = frozenset(_ORDINALS.split())
# Marks of the direction of writing, which some languages put between the numbers of a date.
_BIDI = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"))


class Day(NamedTuple):
    """A date as a heading states it; the year and the weekday (Monday 0) may be missing."""

    year: int | None
    month: int
    day: int
    weekday: int | None
    language: str | None


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
    """Reads day headings in one language, or in any while none is known."""

    def __init__(self, language: str | None) -> None:
        """Read in `language`, a BCP 47 tag; None means every language, the one that was last recognised first."""
        self._tag = language
        self.language: str | None = None
        self._known = (language.partition("-")[0].lower(),) if language else LANGUAGES
        self._languages = list(self._known)  # in the order they are tried

    def read(self, line: str) -> Day | None:
        """Return the date that `line` is, or None when it is anything else."""
        if len(line) > _LONGEST or not _DIGIT.search(line):
            return None
        text = plain_digits(line.translate(_BIDI)).strip(_DECORATION).rstrip(",")
        if _CLOCK_OR_NUMBER.fullmatch(text):
            return None
        text = text.rstrip(".,")
        if _STRANGE.search(text):
            return None
        return self._numeric(text) or self._in_any_language(line, text)

    def _in_any_language(self, line: str, text: str) -> Day | None:
        tokens = _TOKEN.findall(text)
        if not 2 <= len(tokens) <= 12:
            return None
        spoken = _languages_of(tokens, vocabulary(self._known))
        for language in [one for one in self._languages if one in spoken] if spoken else ():
            table = names(language)
            if (found := _in_words(tokens, table, language) or _as_cldr_writes(line, table, language)) is not None:
                self._prefer(language)
                return found
        return None

    def _prefer(self, language: str) -> None:
        self.language = language
        if self._languages[0] != language:
            self._languages.remove(language)
            self._languages.insert(0, language)

    def _numeric(self, text: str) -> Day | None:
        """Read `2021-11-17`, `17.11.2021`, `11/17/2021`, `18. 7.` and the Chinese and Japanese `2021年11月17日`."""
        words = _WEEKDAY_AND_NUMBERS.fullmatch(text)
        if words is None:
            return None
        word = fold((words["before"] or words["after"] or "").strip(" ,()（）"))
        weekday, language = self._weekday(word)
        if word and weekday is None and word not in _TIES:
            return None
        for pattern in _NUMERIC:
            if match := pattern.fullmatch(words["numbers"].strip(_BLANKS)):
                return self._ordered(match.groupdict(), weekday, language)
        return None

    def _weekday(self, word: str) -> tuple[int | None, str | None]:
        for language in self._languages if word else ():
            if word in (weekdays := names(language).weekdays):
                self._prefer(language)
                return weekdays[word], language
        return None, None

    def _ordered(self, parts: dict[str, str], weekday: int | None, language: str | None) -> Day | None:
        year = int(parts["y"]) if parts.get("y") else None
        if year is not None and year < 100:
            year += 2000  # live blogs began in this century
        if "m" in parts:
            month, day = int(parts["m"]), int(parts["d"])
        else:
            month, day = int(parts["a"]), int(parts["b"])
            if month > 12 or (day <= 12 and self._day_first()):
                month, day = day, month
        return _checked(year, month, day, weekday, language)

    def _day_first(self) -> bool:
        if self._tag and self._tag.upper().endswith(("-GB", "-AU", "-IE", "-NZ", "-IN", "-ZA")):
            return True
        return names(self._languages[0]).day_first


_WEEKDAY_AND_NUMBERS = re.compile(
    r"(?P<before>[^\W\d][^\d]*?)?[\s,]*(?P<numbers>\d+\s*[年月년월./-][\d\s./\-年月日년월일]*)[\s,]*(?P<after>[（(]?[^\W\d][^\d]*)?"
)
_NUMERIC = (
    re.compile(r"(?P<y>\d{4})(?P<s>[-./])\s?(?P<m>\d\d?)(?P=s)\s?(?P<d>\d\d?)\.?"),
    re.compile(r"(?:(?P<y>\d{4})\s*[年년]\s*)?(?P<m>\d\d?)\s*[月월]\s*(?P<d>\d\d?)\s*[日일]"),
    re.compile(r"(?P<d>\d\d?)\.\s?(?P<m>\d\d?)\.\s?(?P<y>\d{4}|\d\d)"),
    re.compile(r"(?P<d>\d\d?)\.\s?(?P<m>\d\d?)\.?"),
    re.compile(r"(?P<a>\d\d?)(?P<s>[/-])(?P<b>\d\d?)(?P=s)(?P<y>\d{4}|\d\d)"),
)


def _in_words(tokens: list[str], table: Names, language: str) -> Day | None:
    """Read a date that names its month; every token must have a part in it."""
    month = weekday = None
    numbers: list[str] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        pair = fold(" ".join(tokens[position : position + 2]))
        word = fold(token)
        if token.isdecimal():
            numbers.append(token)
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
        elif word not in _PUNCTUATION and word not in _TIES and word not in table.ties:
            return None
        position += 1
    return _assembled(numbers, month, weekday, language)


def _as_cldr_writes(line: str, table: Names, language: str) -> Day | None:
    """Read a date whose words cannot be told apart one by one, such as the Vietnamese `17 tháng 11, 2021`."""
    folded = plain_digits(line.translate(_BIDI)).strip(_MARKUP).casefold()
    for pattern in table.dates:
        if match := pattern.fullmatch(folded):
            parts = match.groupdict()
            month = int(parts["m"]) if parts.get("m") else table.months[parts["month"]]
            weekday = table.weekdays.get(parts.get("weekday") or "")
            return _checked(int(parts["y"]), month, int(parts["d"]), weekday, language)
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


def _checked(year: int | None, month: int, day: int, weekday: int | None, language: str | None) -> Day | None:
    """Return the date if the calendar has it; 29 February needs no year to be possible."""
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return Day(year, month, day, weekday, language)
