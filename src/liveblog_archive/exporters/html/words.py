"""What a page says beside the live blog, in the languages of the furniture: a JSON file for each beside this module.

Dates, numbers and plurals are those of the furniture itself; here are the names of what a page has and a print has
not: its search, its buttons, its landing places.
"""

from functools import cache
from pathlib import Path

import orjson

from ...overview.furniture import Furniture


@cache
def phrases(language: str) -> dict[str, str]:
    """Return the phrases of a language that furniture has, by their keys."""
    return dict(orjson.loads(Path(__file__).with_name("words").joinpath(f"{language}.json").read_bytes()))


class Words:
    """The phrases of the language of `furniture`: `words("found", n=1, total=2)`."""

    def __init__(self, furniture: Furniture) -> None:
        self.furniture, self.language = furniture, furniture.language
        self._phrases = phrases(furniture.language)

    def __call__(self, key: str, **values: object) -> str:
        """Return a phrase with its placeholders filled in."""
        return self._phrases[key].format(**values)

    def scripted(self) -> dict[str, str]:
        """Return the phrases that the page's script says."""
        return {key: self._phrases[key] for key in SCRIPTED}


SCRIPTED = (
    "cite", "cite-entry", "cite-paragraph", "cite-blog", "cite-selection", "copy", "copied", "link", "quotation",
    "found", "found-none", "landed-unknown",
)  # fmt: skip
