"""What the Unicode Common Locale Data Repository states for a locale, from Babel's data and the same in any process.

Babel's own lookup resolves shared aliases in place, so that what it returns depends on which locales anybody in the
process asked for before (Hebrew months may come back in Azerbaijani). The data file of a locale is therefore read as
it is: only what the language states for itself. Of a pattern of dates or numbers that is its text; what else Babel
makes of one is left alone, because to import that looks up the time zone of the machine.
"""

import pickle
from collections.abc import Mapping
from functools import cache
from typing import Any

from babel import localedata
from babel.core import get_global

_LENGTH = 2  # characters of the subtags of languages that many people write
_NOWHERE = "ZZ"  # the territory of a zone of no country


class Pattern:
    """A pattern of dates or numbers as UTS 35 writes it."""

    pattern = ""

    def __str__(self) -> str:
        return self.pattern


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        return Pattern if module in {"babel.dates", "babel.numbers"} else super().find_class(module, name)


def locale_data(locale: str) -> Any:
    """Return what CLDR states for a locale itself, without what it inherits; nobody may change it."""
    with open(localedata.resolve_locale_filename(locale), "rb") as file:
        return _Reader(file).load()  # a file of the installed package, no one's input


def month_first_in(timezone: str) -> bool | None:
    """Tell whether English dates in figures put the month first where a time zone (an IANA key) is.

    None for a zone of no country. Where CLDR has no English of a country, it writes as most of the world does.
    """
    key = get_global("zone_aliases").get(timezone, timezone)
    territory = get_global("zone_territories").get(key, _NOWHERE)
    locale = f"en_{territory}"
    if territory == _NOWHERE or not localedata.exists(locale):
        return None if territory == _NOWHERE else False
    while (begins := str(locale_data(locale).get("date_formats", {}).get("short"))[0]) not in ("d", "M"):
        locale = get_global("parent_exceptions").get(locale, "en")
    return begins == "M"


@cache
def languages() -> Mapping[str, str]:
    """Return the languages that CLDR has a name for: their subtags (BCP 47), and their names in English."""
    found = locale_data("en")["languages"]
    return {tag: name for tag, name in found.items() if "_" not in tag}


def language_meant(said: str) -> str | None:
    """Return the subtag of a language by its name, in English or its own, or by an older subtag; None for others."""
    names = {name.casefold(): tag for tag, name in languages().items()}
    written = (tag for tag in languages() if len(tag) == _LENGTH and localedata.exists(tag))
    own = {locale_data(tag).get("languages", {}).get(tag, tag).casefold(): tag for tag in written}
    found: str | None = (names | own).get(said.casefold()) or get_global("language_aliases").get(said.lower())
    return found
