"""Boundaries in text: between characters as readers see them, and between words.

The rules are those of Unicode's UAX #29 as far as general categories and a few ranges tell; where they leave a
doubt, a character is not cut. No stored digest depends on them: they only choose where a context or a piece begins.
"""

import re
import unicodedata
from functools import cache

# Scripts that set no blanks between words, as a range of a pattern: there every character may begin one. Thai, Lao,
# Tibetan, Burmese, Khmer; of Chinese and Japanese the ideographs, with the marks that stand for some, and kana.
UNBROKEN = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c"
UNBROKEN += "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = f"[^\\W{UNBROKEN}]+"

# Zero-width joiner and non-joiner, skin tones, tags of flags: all belong to what stands before them.
_EXTENDING = re.compile("[\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_REGIONAL = re.compile("[\U0001f1e6-\U0001f1ff]*\\Z")
_LEADING_JAMO = re.compile("[\u1100-\u115f\ua960-\ua97c]")
_FOLLOWING_JAMO = re.compile("[\u1160-\u11ff\ud7b0-\ud7fb]")


def between_characters(text: str, position: int) -> bool:
    """Tell whether a cut before `text[position]` leaves every visible character whole."""
    if not 0 < position < len(text):
        return True
    before, after = text[position - 1], text[position]
    if before.isascii() and after.isascii():
        return (before, after) != ("\r", "\n")
    if _continues(after) or before == "\u200d" or _FOLLOWING_JAMO.match(after):
        return False
    if _LEADING_JAMO.match(before):
        return not _hangul().match(after)
    if _REGIONAL.match(after):
        flags = _REGIONAL.search(text, 0, position)
        return flags is None or (position - flags.start()) % 2 == 0
    return True


def _continues(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or _EXTENDING.match(character) is not None


def between_words(text: str, position: int) -> bool:
    """Tell whether no word continues across a cut before `text[position]`."""
    if not 0 < position < len(text):
        return True
    return not (_in_word(text[position - 1]) and _in_word(text[position]))


def parts_word(text: str, position: int) -> bool:
    """Tell whether a cut before `text[position]` parts a word, also at its apostrophe, or a number such as `3.50`."""
    if not between_words(text, position):
        return True
    around = text[max(0, position - 2) : position], text[position : position + 2]
    return any(_JOINED.fullmatch(stretch) for stretch in (around[0] + around[1][:1], around[0][-1:] + around[1]))


def _in_word(character: str) -> bool:
    return (character.isalnum() or character == "_" or _continues(character)) and not _unbroken().match(character)


# What joins digits to a number, and letters to a word.
_JOINED = re.compile(r"\d[.,:]\d|[^\W\d_]['’][^\W\d_]")


# Patterns of so many characters take long to make ready: those are that are asked for.
@cache
def _hangul() -> re.Pattern[str]:
    return re.compile("[\u1100-\u11ff\ua960-\ua97c\uac00-\ud7fb]")


@cache
def _unbroken() -> re.Pattern[str]:
    return re.compile(f"[{UNBROKEN}]")


@cache
def _token() -> re.Pattern[str]:
    # A run of blanks; a word, with what may stand inside one ("won't", "3,000", "17:50"); any other character.
    return re.compile(rf"\s+|{_WORD}(?:['’.,:]{_WORD})*|.", re.DOTALL)


def pieces(text: str) -> list[str]:
    """Split `text` into words, runs of blanks and single other characters; joined they are `text` again."""
    found: list[str] = []
    for token in _token().findall(text):
        if found and not _may_part(found[-1] + token, len(found[-1])):
            found[-1] += token
        else:
            found.append(token)
    return found


def _may_part(text: str, position: int) -> bool:
    return between_words(text, position) and between_characters(text, position)
