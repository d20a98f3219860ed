"""Names of months and weekdays in every language that CLDR knows, through Babel's data.

Only the tables that a language states for itself are read, and always the same: see `cldr`.
"""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from babel import localedata

from ...cldr import locale_data

# The languages that are tried where none is given; of two that explain a text equally well, the first is meant.
_TAGS = (
    "en de fr es pt it nl ru uk pl tr ar he el hy ka az zh ja ko sv da no fi cs sk sl hr sr bs bg mk ro hu sq et lv "
    "lt be kk uz ky tg tk mn fa ur ps ku hi bn ta te ml mr gu pa ne si th vi id ms fil my km lo am sw ca eu gl ga "
    "cy is mt lb af"
)
LANGUAGES = tuple(_TAGS.split())
# Vowel signs and other marks of Indic, Thai and Burmese words, which `\\w` leaves out.
MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0980-\u0dff"
    "\u0e31-\u0e4e\u0eb1-\u0ecd\u102b-\u103e\u17b4-\u17d3\u200c"
)
LETTERS = re.compile(rf"(?:[^\W\d_]|[{MARKS}])+")
# CLDR keeps the names of Bokmål with those of Norwegian.
_WRITTEN_AS = {"nb": "no"}
# Regions that name months otherwise: Jänner, the months of the Levant, Sept. (which CLDR 46 states for all the world
# but the United States, and releases before for Australia), juill., setiembre.
_ALSO_WRITTEN_IN = {
    "de": ("de_AT",),
    "ar": ("ar_LB", "ar_DZ", "ar_MA"),
    "en": ("en_001", "en_AU"),
    "fr": ("fr_CA",),
    "es": ("es_PE",),
}
# What CLDR does not state, and many write.
_WEEKDAYS_IN_SHORT = {"en": {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}}
# Literal text in a date pattern (UTS 35, part 4): quoted, or letters of scripts that patterns do not use.
_LITERAL = re.compile(r"'([^']+)'|[^\x00-\x7f\W]+")
# A field letter repeated, quoted text, or anything between.
_FIELD = re.compile(r"([A-Za-z])\1*|'[^']*'|[^A-Za-z']+")
_ENDING = re.compile(r"MMM'(\w+)'")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]")
_EDGES = ".,:;()[]׳'’"


class Names(NamedTuple):
    """The names of one language, folded: month and weekday numbers (January 1, Monday 0).

    `ties` are the words that its dates put between the parts, such as the Spanish `de`; `formats` are whole dates as
    CLDR writes them (UTS 35, part 4, section 8), which `dates` makes expressions of. `day_first` and `dotted` tell
    whether the day stands before the month, and with a dot; `whole_weekdays` are those of `weekdays` that are not
    abbreviated; `endings` are glued to the names of months in dates, such as the Basque `ren`.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    ties: frozenset[str]
    formats: tuple[str, ...]
    day_first: bool
    dotted: bool = False
    whole_weekdays: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()


@lru_cache(4096)
def fold(name: str) -> str:
    """Return a name as it is looked up: no case, one apostrophe, no dots around it or above a folded Turkish İ."""
    return lowered(name).strip(_EDGES)


def lowered(text: str) -> str:
    """Return `text` in lower case, with one apostrophe, as names in it are looked up."""
    return text.casefold().replace("i̇", "i").replace("\u02bc", "'").replace("’", "'")


def _words(pattern: str) -> list[str]:
    return [word for literal in _LITERAL.finditer(pattern) for word in literal[0].strip("'").split()]


def _tables(data: Any) -> list[dict[Any, str]]:
    """Return every table of names below a CLDR node; an alias leads to a table that stands elsewhere."""
    if not isinstance(data, dict):
        return []
    if all(isinstance(value, str) for value in data.values()):
        return [data]
    return [table for value in data.values() for table in _tables(value)]


@cache
def names(language: str) -> Names:
    """Return the names of a language (the primary subtag of a BCP 47 tag); unknown languages have none."""
    language = _WRITTEN_AS.get(language, language)
    if not localedata.exists(language):
        return Names({}, {}, frozenset(), (), day_first=True)
    data = locale_data(language)
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for tables in (data, *map(locale_data, _ALSO_WRITTEN_IN.get(language, ()))):
        for found, part in ((months, "months"), (weekdays, "days")):
            for table in _tables(tables.get(part)):
                for number, name in table.items():
                    found.setdefault(fold(name), number)
    patterns = [str(pattern) for pattern in data.get("date_formats", {}).values()]
    months = {n: m for n, m in months.items() if len(n) > (2 if n.isascii() else 1) and not n.isdigit()}
    weekdays = {n: d for n, d in weekdays.items() if len(n) > 1 or _IDEOGRAPH.match(n)}
    weekdays |= _WEEKDAYS_IN_SHORT.get(language, {})
    return Names(
        months,
        weekdays,
        frozenset(fold(word) for pattern in patterns for word in _words(pattern)),
        tuple(patterns),
        day_first=not patterns or bool(re.match(r"[^yM]*d", patterns[-1])),
        dotted=any(re.search(r"d\.\s?MMM", pattern) for pattern in patterns),
        whole_weekdays=frozenset(map(fold, data.get("days", {}).get("format", {}).get("wide", {}).values())),
        endings=frozenset(ending for pattern in patterns for ending in _ENDING.findall(pattern)),
    )


@cache
def dates(language: str) -> tuple[re.Pattern[str], ...]:
    """Return what matches a folded line that is a whole date: groups d, m (number), month (name), weekday and y.

    It is made when it is asked for: the words of every language are looked up, the dates of few are read so.
    """
    table = names(language)
    return tuple(_date(pattern, table.months, table.weekdays) for pattern in table.formats)


@cache
def vocabulary(languages: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Return every word, folded, of the names of months and weekdays, and in which of `languages` it is one."""
    found: dict[str, set[str]] = {}
    for language in languages:
        table = names(language)
        for phrase in (*table.months, *table.weekdays):
            for word in LETTERS.findall(phrase):
                found.setdefault(fold(word), set()).add(language)
    return {word: frozenset(known) for word, known in found.items()}


@cache
def words_of_dates(languages: tuple[str, ...]) -> frozenset[str]:
    """Return every word, folded, that stands in the dates of `languages`: names, and what ties them together."""
    found = set(vocabulary(languages))
    for language in languages:
        table = names(language)
        found.update(LETTERS.findall(" ".join(table.ties)))
        for ending in table.endings:
            found.update(LETTERS.findall(" ".join(f"{month}{ending}" for month in table.months)))
    return frozenset(found)


@cache
def whole_weekdays(languages: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return the weekdays that are not abbreviated, folded, and in which of `languages` each is one."""
    found: dict[str, list[str]] = {}
    for language in languages:
        for name in names(language).whole_weekdays:
            found.setdefault(name, []).append(language)
    return {name: tuple(spoken) for name, spoken in found.items()}


def _date(pattern: str, months: dict[str, int], weekdays: dict[str, int]) -> re.Pattern[str]:
    """Return a CLDR date pattern as a regular expression over folded text."""
    parts = []
    for field in _FIELD.finditer(pattern):
        text = field[0]
        if text[0] == "y":
            parts.append(r"(?P<y>\d{4})")
        elif text[0] == "d":
            parts.append(r"(?P<d>\d\d?)")
        elif text[0] in "ML":
            parts.append(r"(?P<m>\d\d?)" if len(text) < 3 else f"(?P<month>{_either(months)})\\.?")
        elif text[0] in "Ec":
            parts.append(f"(?P<weekday>{_either(weekdays)})\\.?")
        elif text[0] == "G":
            parts.append(r"\S*")  # the era
        else:
            parts.append(re.sub(r"(\\\s|\s)+", r"\\s?", re.escape(text.strip("'").casefold())))
    return re.compile("".join(parts))


def _either(names: dict[str, int]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))) or "(?!)"
