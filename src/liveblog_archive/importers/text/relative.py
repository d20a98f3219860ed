"""Relative times: `2h ago`, `vor 5 Minuten`, which a page prints beside a time and counts up until it is saved.

The patterns are CLDR's, in every language that the importer knows, besides a few that newsrooms print shorter.
"""

import re
from functools import cache
from typing import Any

from ...cldr import locale_data
from .days import plain_digits
from .label import Label, Labelled
from .names import LANGUAGES

LONGEST = 30
_NUMBER = re.compile(r"\d+")
_MOST_WORDS = 5
# What sets a relative time off from the text that follows it on its line.
_CLOSED = re.compile(r"\s*(?:[-–—|·•:]\s)\s*")
_WORD_END = re.compile(r"(?=[\s:])")
# Unit, and the forms that CLDR does not have.
_PRINTED_SHORTER = {
    "second": "{0}s ago;{0}secs ago;just now",
    "minute": "{0}m ago;{0}min ago;{0}mins ago;vor {0}min;a minute ago;vor einer Minute;il y a une minute;"
    "hace un minuto;hace {0}m;há um minuto;há {0}m;un minuto fa;минуту назад;"
    "{0} min sedan;{0} minuter sedan;{0} minutter siden;πριν {0} λεπτά",
    "hour": "{0}h ago;{0}hrs ago;{0}hr{0}min ago;{0}h{0}m ago;vor {0}h;an hour ago;vor einer Stunde;il y a une heure;"
    "hace una hora;há uma hora;un'ora fa;час назад;"
    "{0} tim sedan;{0} timmar sedan;{0} t siden;{0} u geleden;πριν {0} ώρες",
    "day": "{0}d ago;a day ago",
}
_UNITS = {"second": 0, "minute": 1, "hour": 60, "day": 24 * 60}  # in minutes


def is_relative(line: str) -> bool:
    """Tell whether a line is a relative time and nothing else."""
    if len(line) > LONGEST:
        return False
    return _template(_NUMBER.sub("{0}", plain_digits(line))) in _templates()


def relative_label(line: str) -> Labelled | None:
    """Return the relative time that a line is, or begins with and a dash or capital sets off, and the rest."""
    end = relative_end(line)
    if end in (0, len(line)):
        return (_label(line, line), "") if end else None
    close = _CLOSED.match(line, end)
    text, rest = (line[: close.end()], line[close.end() :]) if close else (line[:end], line[end:].lstrip())
    return (_label(text.rstrip(), line[:end]), rest) if close or rest[:1].isupper() else None


def relative_end(line: str) -> int:
    """Return the end of the relative time that a line begins with, whatever follows it; 0 if it begins with none."""
    if is_relative(line):
        return len(line)
    if not any(character.isdecimal() for character in line[:LONGEST]):
        return 0
    ends = [match.start() for match in _WORD_END.finditer(line, 0, LONGEST)][:_MOST_WORDS]
    return next((end for end in reversed(ends) if is_relative(line[:end])), 0)


def _label(text: str, told: str) -> Label:
    """Return the label of a relative time; its minutes count back from when the page was opened."""
    plain = plain_digits(told)
    number = _NUMBER.search(plain)
    age = _templates()[_template(_NUMBER.sub("{0}", plain))] * (int(number[0]) if number else 1)
    return Label(text, "relative", 0, -age, "relative", strong=True)


def _template(text: str) -> str:
    """Return a pattern without what printers vary: case, blanks and dots."""
    return re.sub(r"[\s.\u200e\u200f]", "", text.casefold())


@cache
def _templates() -> dict[str, int]:
    """Return the patterns of all languages, and the minutes that their unit has."""
    found = {_template(text): _UNITS[unit] for unit, texts in _PRINTED_SHORTER.items() for text in texts.split(";")}
    for language in LANGUAGES:
        fields: dict[str, Any] = locale_data(language).get("date_fields", {})
        for name, field in fields.items():
            unit = name.partition("-")[0]
            if unit in _UNITS:
                found.update((_template(text), _UNITS[unit]) for text in field.get("past", {}).values())
    return found
