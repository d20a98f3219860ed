"""Hyphenation: where words may be divided, by the patterns of their language."""

import re
from collections.abc import Callable
from functools import cache

# Letters, with whatever stands around them; a word with anything else inside is no word to divide.
_WORD = re.compile(r"(\W*)([^\W\d_]+)\W*")
_SHORTEST = 6
# Letters that stay together at the beginning and end of a word.
_FIRST, _LAST = 2, 3

Hyphenator = Callable[[str], tuple[int, ...]]


@cache
def hyphenator(language: str) -> Hyphenator | None:
    """Return what tells where words of a language (BCP 47) may be divided; None where no patterns are known."""
    import pyphen

    found = pyphen.language_fallback(language.replace("-", "_")) if language else None
    if found is None:
        return None
    patterns = pyphen.Pyphen(lang=found, left=_FIRST, right=_LAST)

    @cache
    def places(word: str) -> tuple[int, ...]:
        """Return after how many characters a word may be divided."""
        match = _WORD.fullmatch(word)
        if match is None or len(match[2]) < _SHORTEST:
            return ()
        return tuple(match.start(2) + place for place in patterns.positions(match[2]))

    return places
