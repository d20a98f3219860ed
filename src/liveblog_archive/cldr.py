"""What the Unicode Common Locale Data Repository states for a locale, from Babel's data and the same in any process.

Babel's own lookup resolves shared aliases in place, so that what it returns depends on which locales anybody in the
process asked for before (Hebrew months may come back in Azerbaijani). The data file of a locale is therefore read as
it is: only what the language states for itself. Of a pattern of dates or numbers that is its text; what else Babel
makes of one is left alone, because to import that looks up the time zone of the machine.
"""

import pickle
from typing import Any

from babel import localedata


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
