"""Names of months, weekdays and day periods in every language that CLDR knows, through Babel's data.

Babel's own lookup resolves shared aliases in place, so that what it returns depends on which locales were asked for
before; this module reads the plain tables of a locale, which do not.
"""

import re
from functools import cache
from typing import Any, NamedTuple

from babel import localedata

# Tried in this order where no language is given: the first that explains every heading is the language.
_TAGS = (
    "en de fr es pt it nl ru uk pl tr ar he el hy ka az zh ja ko sv da nb fi cs sk sl hr sr bs mk bg ro hu sq et lv "
    "lt be kk uz ky tg tk mn fa ur ps ku hi bn ta te ml mr gu pa ne si th vi id ms fil my km lo am sw ca eu gl ga "
    "cy is mt lb af"
)
LANGUAGES = tuple(_TAGS.split())
_EDGES = ".,:;()[]׳'’"


class Names(NamedTuple):
    """The names of one language, folded: month and weekday numbers (January 1, Monday 0), halves of the day."""

    months: dict[str, int]
    weekdays: dict[str, int]
    periods: dict[str, str]
    day_first: bool


def fold(name: str) -> str:
    """Return a name as it is looked up: no case, no dots around it, no dot above a folded Turkish İ."""
    return name.casefold().replace("i̇", "i").strip(_EDGES)


def _tables(data: Any) -> list[dict[Any, str]]:
    """Return every plain table below a CLDR node; an alias or a merge of one leads to tables listed elsewhere."""
    if isinstance(data, tuple):
        data = data[1]
    if not isinstance(data, dict):
        return []
    if all(isinstance(value, str) for value in data.values()):
        return [data]
    return [table for value in data.values() for table in _tables(value)]


@cache
def names(language: str) -> Names:
    """Return the names of a language (the primary subtag of a BCP 47 tag); unknown languages have none."""
    if not localedata.exists(language):
        return Names({}, {}, {}, day_first=True)
    data = localedata.load(language)
    months: dict[str, int] = {}
    for table in _tables(data["months"]):
        for number, name in table.items():
            months.setdefault(fold(name), number)
    weekdays: dict[str, int] = {}
    for table in _tables(data["days"]):
        for number, name in table.items():
            weekdays.setdefault(fold(name), number)
    periods = {
        fold(name): half
        for table in _tables(data["day_periods"])
        for half, name in table.items()
        if half in ("am", "pm")
    }
    pattern = str(data["date_formats"].get("short", "d/M/y"))
    return Names(
        {n: m for n, m in months.items() if len(n) > 2 and not n.isdigit()},
        {n: d for n, d in weekdays.items() if len(n) > 1},
        {n: h for n, h in periods.items() if len(n) > 1 or not n.isascii()},
        day_first=bool(re.match(r"[^yM]*d", pattern)),
    )
