"""Boundaries in text: between characters as readers see them, and between words.

The rules are those of Unicode's UAX #29 as far as general categories and a few ranges tell; where they leave a
doubt, a character is not cut. No stored digest depends on them: they only choose where a context or a piece begins.
"""

import re
import unicodedata
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import pairwise

# Scripts that set no blanks between words, as a range of a pattern: there every character may begin one. Thai, Lao,
# Tibetan, Burmese, Khmer; of Chinese and Japanese the ideographs, with the marks that stand for some, and kana.
UNBROKEN = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c"
UNBROKEN += "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = f"[^\\W{UNBROKEN}]+"

# Zero-width joiner and non-joiner, skin tones, tags of flags: all belong to what stands before them.
_EXTENDING = re.compile("[\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_FIRST_REGIONAL, _LAST_REGIONAL = "\U0001f1e6", "\U0001f1ff"
_FLAG = re.compile(f"[{_FIRST_REGIONAL}-{_LAST_REGIONAL}]{{2}}")
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
    if _FIRST_REGIONAL <= after <= _LAST_REGIONAL:
        return position not in _inside_flags(text)
    return True


@lru_cache(maxsize=4)
def _inside_flags(text: str) -> frozenset[int]:
    """Return the places that would cut a flag, of all flags of a text: their letters pair from where a run begins."""
    return frozenset(match.start() + 1 for match in _FLAG.finditer(text))


def _continues(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or _EXTENDING.match(character) is not None


def between_words(text: str, position: int) -> bool:
    """Tell whether no word continues across a cut before `text[position]`."""
    text, position = _seen(text, position)
    if not 0 < position < len(text):
        return True
    return not (_in_word(text[position - 1]) and _in_word(text[position]))


def _seen(text: str, position: int) -> tuple[str, int]:
    """Return a text without what nobody sees, and the same position in it."""
    if text.isascii():
        return text, position
    seen, places = _without_invisible(text)
    return seen, position - bisect_left(places, position)


@lru_cache(maxsize=4)
def _without_invisible(text: str) -> tuple[str, list[int]]:
    return _INVISIBLE.sub("", text), [match.start() for match in _INVISIBLE.finditer(text)]


def parts_word(text: str, position: int) -> bool:
    """Tell whether a cut before `text[position]` parts a word or a number.

    Words are joined by an apostrophe, a hyphen or a raised dot, and by a full stop in abbreviations and the names of
    hosts; numbers by their marks (`3.50`, `9:05`, `1/2`, `10–12`) and by single blanks before three digits (`1 300`)
    and fractions (`12 1/2`); to a number belong the sign before it, the percent sign after it, and Chinese numerals
    (`三十`, `12万`). An article or pronoun that lost its vowel is a word with its apostrophe (`l’armée`). What nobody
    sees (soft hyphens, joiners, direction marks) is not there.
    """
    if not between_words(text, position):
        return True
    text, position = _seen(text, position)
    if not 0 < position < len(text):
        return False
    before, after = position - 1, position
    if _SIGN.match(text, before) or _SCALE.match(text, after) or _NUMERALS.match(text, after):
        return True
    if _ELIDED.search(text, max(0, position - _LONGEST), position):
        return False
    return _joins(text, before) or _joins(text, after)


def _joins(text: str, at: int) -> bool:
    """Tell whether the character `text[at]` stands inside of a word or number."""
    if text[at] in _HYPHENS:
        return 0 < at < len(text) - 1 and _in_word(text[at - 1]) and _in_word(text[at + 1])
    if text[at] == "." and text[at + 1 : at + 2].islower() and at and text[at - 1].isalpha():
        return True
    if text[at] in _BLANKS:
        return _groups().match(text, at) is not None
    return _MARK.match(text, at) is not None


def _in_word(character: str) -> bool:
    if character.isdecimal():
        return True
    return (character.isalnum() or character == "_" or _continues(character)) and not _unbroken().match(character)


# What folds to nothing, and the controls of direction.
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# What joins words, and what groups the digits of a number or sets off its fraction, its percent sign.
_HYPHENS = "-\u00b7\u05be\u2010\u2011\u2013"
_BLANKS = " \u00a0\u2007\u2009\u202f"
_MARKS = ".,:'’/\u00b7\u066b\u066c\u2012\u2013\u2014\u2044\u2212\u2215"
_PERCENT = "%\u066a\u2030\u2031"
_SIGNS = "\\-+<>~\u00b1\u2010\u2011\u2012\u2013\u2212\u2248\u2264\u2265"
_FRACTIONS = "\u00bc-\u00be\u2150-\u215e"
_MARK = re.compile(rf"(?<=\d)[{_MARKS}](?=\d)|(?<=[^\W\d_])['’](?=[^\W\d_])|(?<=\b[^\W\d_])\.(?=[^\W\d_])")
_SIGN = re.compile(rf"[{_SIGNS}](?=[$€£¥]?\.?\d)|(?<=[{_SIGNS}])[$€£¥](?=\.?\d)|(?<![\w.])\.(?=\d)")
# What French and Italian elide before a vowel.
_ELISIONS = "l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quoiqu|un|dell|all|nell|dall|sull|coll|quell|quest"
_ELIDED = re.compile(rf"(?<![\w'’])(?:{_ELISIONS})['’]\Z", re.IGNORECASE)
_LONGEST = len("lorsqu’")
_SCALE = re.compile(rf"(?<=\d)[{_PERCENT}]")
# Chinese and Japanese numerals, those that say "some" before others, and digits.
_CHINESE = "〇零一二三四五六七八九十百千万萬億亿兆两兩"
_NUMERALS = re.compile(rf"(?<=[\d{_CHINESE}数數几幾])[{_CHINESE}]|(?<=[{_CHINESE}])\d")


# Patterns of so many characters take long to make ready: those are that are asked for.
@cache
def _hangul() -> re.Pattern[str]:
    return re.compile("[\u1100-\u11ff\ua960-\ua97c\uac00-\ud7fb]")


@cache
def _unbroken() -> re.Pattern[str]:
    return re.compile(f"[{UNBROKEN}]")


@cache
def _groups() -> re.Pattern[str]:
    # 1 to 3 digits that are no part of a longer word or number, a blank, and exactly 3: "2024 300" is two numbers.
    group = "|".join(rf"(?<=(?<![^\W{UNBROKEN}])(?<!\d)(?<!\d[{_MARKS}])\d{{{count}}})" for count in (1, 2, 3))
    fraction = rf"[{_FRACTIONS}{_PERCENT}]|\d{{1,2}}[/\u2044\u2215]\d"
    return re.compile(rf"(?:{group})[{_BLANKS}](?=\d{{3}}(?!\d))|(?<=\d)[{_BLANKS}](?={fraction})")


@cache
def _token() -> re.Pattern[str]:
    # A run of blanks; a word, with what may stand inside one ("won't", "3,000", "17:50"); any other character.
    return re.compile(rf"\s+|{_WORD}(?:['’.,:]{_WORD})*|.", re.DOTALL)


def pieces(text: str) -> list[str]:
    """Split `text` into words, numbers, runs of blanks and other characters; joined they are `text` again."""
    cuts = [match.start() for match in _token().finditer(text) if _may_part(text, match.start())]
    return [text[start:end] for start, end in pairwise([*cuts, len(text)])]


def _may_part(text: str, position: int) -> bool:
    return not parts_word(text, position) and between_characters(text, position)
