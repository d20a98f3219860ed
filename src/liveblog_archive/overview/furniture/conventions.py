"""How a language writes dates, numbers and lists, as CLDR states it."""

import re
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from ...cldr import locale_data
from .direction import is_right_to_left

# British order: a day, then its month, is read the same everywhere; and no digit could be either.
_DATES_OF = {"en": "en_001"}
# UTS 35, part 4, section 8: letters repeated are a field; quoted text is literal.
_FIELD = re.compile(r"([A-Za-z])\1*|'([^']*)'")
# What the root of CLDR has, and languages inherit from it.
_ROOT = {"group": ",", "start": "{0}, {1}", "middle": "{0}, {1}"}
_JOINING = (
    (" y ", " e ", re.compile(r"i|hi(?![ae])|í|hí", re.IGNORECASE)),
    (" ו", " ו־", re.compile(r"[^\u05d0-\u05ea]")),
)


class Conventions(NamedTuple):
    """Patterns and names of one language; `plural` returns the CLDR category of a number."""

    right_to_left: bool
    long_date: str
    short_date: str
    months: dict[int, str]
    short_months: dict[int, str]
    weekdays: dict[int, str]
    group: str
    lists: dict[str, str]
    plural: Any

    def joining(self, pattern: str, last: str) -> str:
        """Return the pattern that joins a list to its last item, whose beginning may change the word between them.

        Spanish says `e` and not `y` before the same sound; Hebrew sets a maqaf after its letter where no Hebrew
        follows (both as the list formats of ICU do).
        """
        for word, changed, before in _JOINING:
            if word in pattern and before.match(last):
                return pattern.replace(word, changed)
        return pattern

    def formatted(self, pattern: str, day: date) -> str:
        """Return a day as a pattern of CLDR has it."""

        def field(match: re.Match[str]) -> str:
            if match[1] is None:
                return match[2]
            letter, length = match[1], len(match[0])
            if letter == "y":
                return str(day.year)
            if letter in "ML":
                return (self.months if length > 3 else self.short_months)[day.month]
            return str(day.day)

        return _FIELD.sub(field, pattern)


@cache
def conventions(language: str) -> Conventions:
    """Return the conventions of a language that has a catalogue."""
    data = locale_data(language)
    dates = locale_data(_DATES_OF.get(language, language))
    months = data["months"]["format"]
    lists = _ROOT | data["list_patterns"]["standard"] | dates["list_patterns"]["standard"]
    return Conventions(
        right_to_left=is_right_to_left(language),
        long_date=str(dates["date_formats"]["long"]),
        short_date=str(dates["datetime_skeletons"]["MMMd"]),
        months=months["wide"],
        short_months=months.get("abbreviated", months["wide"]),
        weekdays=data["days"]["format"]["wide"],
        group=data["number_symbols"]["latn"].get("group") or _ROOT["group"],
        lists=lists,
        plural=data["plural_form"],
    )
