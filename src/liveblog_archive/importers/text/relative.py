"""Relative times: `2h ago`, `vor 5 Minuten`, which a page prints beside a time and counts up until it is saved.

The patterns are CLDR's, in every language that the importer knows, besides a few that newsrooms print shorter.
"""

import re
from functools import cache
from typing import Any

from ...cldr import locale_data
from .days import plain_digits
from .names import LANGUAGES

LONGEST = 30
_NUMBER = re.compile(r"\d+")
_PRINTED_SHORTER = (
    "{0}m ago;{0}h ago;{0}d ago;{0}s ago;{0}hr{0}min ago;{0}h{0}m ago;{0}min ago;just now;vor {0}min;vor {0}h"
)
_UNITS = ("second", "minute", "hour", "day")


def is_relative(line: str) -> bool:
    """Tell whether a line is a relative time and nothing else."""
    if len(line) > LONGEST:
        return False
    return _template(_NUMBER.sub("{0}", plain_digits(line))) in _templates()


def _template(text: str) -> str:
    """Return a pattern without what printers vary: case, blanks and dots."""
    return re.sub(r"[\s.\u200e\u200f]", "", text.casefold())


@cache
def _templates() -> frozenset[str]:
    found = {_template(text) for text in _PRINTED_SHORTER.split(";")}
    for language in LANGUAGES:
        fields: dict[str, Any] = locale_data(language).get("date_fields", {})
        for name, field in fields.items():
            if name.partition("-")[0] in _UNITS:
                found.update(_template(text) for text in field.get("past", {}).values())
    return frozenset(found)
