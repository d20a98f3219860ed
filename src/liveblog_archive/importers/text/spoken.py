"""Words that are a time of day, `Noon`, `Midnight`, `midi`, `Mitternacht`, and what the first word of a line tells.

Only those that mean nothing else in their language: the Dutch `middag` is an afternoon, the Swedish one a dinner, the
Polish `północ` also the north.
"""

import re

NOON = (
    "noon|midday|mittag|midi|mediodía|meio-dia|mezzogiorno|poledne|południe|délben|полдень|полудень|keskipäivä|podne|"
    "poludnie|amiază|μεσημέρι"
)
MIDNIGHT = (
    "midnight|mitternacht|minuit|medianoche|meia-noite|mezzanotte|middernacht|midnatt|midnat|keskiyö|půlnoc|polnoc|"
    "éjfél|полночь|опівночі|ponoć|miezul nopții|mitjanit|gece yarısı|μεσάνυχτα"
)
# What a line begins with that may begin with such a word, in small letters.
_FIRST_WORDS = frozenset(
    ["12", "at", "um", "à", "a", "al", "ao", "v", "o", "w", "в", "om", *re.split("[| ]", f"{NOON}|{MIDNIGHT}")]
)
PATTERN = rf"(?i:(?:(?:at|um|à|al?|ao|v|w|o|в|om)\s)?(?:12(?:[:.]00)?\s)?(?:(?P<noon>{NOON})|(?:{MIDNIGHT})))(?!\w)"


def may_be_spoken(text: str) -> bool:
    """Tell whether the first word of a text is one that a time in words may begin with."""
    return text.partition(" ")[0].rstrip(":").casefold() in _FIRST_WORDS


class Beginnings(dict[str, tuple[bool, bool]]):
    """Whether a first word may be a time in words, and whether it is mere text: no date or label begins with it."""

    def __init__(self, words_of_dates_and_labels: frozenset[str]) -> None:
        self._words = words_of_dates_and_labels

    def __missing__(self, word: str) -> tuple[bool, bool]:
        is_text = word.isascii() and word.isalpha() and word.lower() not in self._words
        found = self[word] = may_be_spoken(word), is_text
        return found
