"""What the Unicode Common Locale Data Repository states for a locale, from Babel's data and the same in any process.

Babel's own lookup resolves shared aliases in place, so that what it returns depends on which locales anybody in the
process asked for before (Hebrew months may come back in Azerbaijani). The data file of a locale is therefore read as
it is: only what the language states for itself.
"""

import pickle
from typing import Any

from babel import localedata


def locale_data(locale: str) -> Any:
    """Return what CLDR states for a locale itself, without what it inherits; nobody may change it."""
    with open(localedata.resolve_locale_filename(locale), "rb") as file:
        return pickle.load(file)  # noqa: S301 - a file of the installed package, no one's input
