"""Catalogues: what is said in each language, read from its TOML file.

A message is a text with `{placeholders}`, or a table of such texts by CLDR plural category, chosen by the number `n`.
"""

import tomllib
from functools import cache
from importlib import resources

# In the order in which they are named to people; English first, which stands in where there is no other.
LANGUAGES = ("en", "fr", "de", "es", "ru", "ar", "hy", "he")

Message = str | dict[str, str]


@cache
def catalogue(language: str) -> dict[str, Message]:
    """Return the messages of one of `LANGUAGES` by their keys."""
    data = resources.files(__package__).joinpath(f"{language}.toml").read_bytes()
    return dict(tomllib.loads(data.decode("utf-8")))
