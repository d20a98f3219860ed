"""Catalogues: what is said in each language, read from its JSON file.

A message is a text with `{placeholders}`, or an object of such texts by CLDR plural category, chosen by the number
`n`. The sections of a file are for those who translate it.
"""

from functools import cache
from pathlib import Path

import orjson

# In the order in which they are named to people; English first, which stands in where there is no other.
LANGUAGES = ("en", "fr", "de", "es", "ru", "ar", "hy", "he")

Message = str | dict[str, str]


@cache
def catalogue(language: str) -> dict[str, Message]:
    """Return the messages of one of `LANGUAGES` by their keys."""
    sections = orjson.loads(Path(__file__).with_name(f"{language}.json").read_bytes())
    return {key: message for section in sections.values() for key, message in section.items()}
