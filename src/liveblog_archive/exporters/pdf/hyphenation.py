"""Hyphenation: where words may be divided, by the patterns of their language."""

import re
from collections.abc import Callable
from functools import cache
from itertools import accumulate

# Letters, with whatever stands around them; a word with anything else inside is no word to divide.
_WORD = re.compile(r"(\W*)([^\W\d_]+)\W*")
SHORTEST = 6
# Letters that stay together at the beginning and end of a word.
_FIRST, _LAST = 2, 3

# Letters that are narrow, and letters that are wide; all others count as 1.
_WIDTHS = dict.fromkeys("fijlrtI", 0.55) | dict.fromkeys("mwMWшщжюфмШЩЖЮФМ", 1.5)

Hyphenator = Callable[[str], tuple[tuple[int, float], ...]]


@cache
def hyphenator(language: str) -> Hyphenator | None:
    """Return what tells where words of a language (BCP 47) may be divided; None where no patterns are known."""
    import pyphen

    found = pyphen.language_fallback(language.replace("-", "_")) if language else None
    if found is None:
        return None
    patterns = pyphen.Pyphen(lang=found, left=_FIRST, right=_LAST)

    @cache
    def places(word: str) -> tuple[tuple[int, float], ...]:
        """Return after how many characters a word may be divided, each with how much of its width that is, about."""
        match = _WORD.fullmatch(word)
        if match is None or len(match[2]) < SHORTEST:
            return ()
        reached = [0.0, *accumulate(_WIDTHS.get(char, 1.0) for char in word)]
        before = match.start(2)
        return tuple((before + at, reached[before + at] / reached[-1]) for at in patterns.positions(match[2]))

    return places
