"""How words are set: what keyboards, typesetters and languages do to the same words, and never makes other words.

Two texts of one form have the same words: they differ in quotation marks, dashes, ellipses, blanks, letter case, the
digits of a script and how they are grouped, forms of letters and what nobody sees. It is for finding only: a quote
holds the words as they stand. It goes further than `minting.fold`, on which stored ids depend: that can never change.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from .boundaries import between_characters
from .minting import fold

# Tatweel, controls of direction, and what asks for a form of a symbol; `fold` knows the others that nobody sees.
_UNSEEN = "\u0640\u061c\u202a-\u202e\u2066-\u2069\ufe00-\ufe0f"
_DROPPED = re.compile(f"[{_UNSEEN}]")
_SIGN = re.compile(r"[\W_]+")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_NUMBER_SIGNS = str.maketrans("٫٬٪", ".,%")
# Digits that are raised, lowered, in a circle, or of a fraction: beside others they are no part of that number.
_SPECIAL = "²³¹¼-¾⁰⁴-⁹₀-₉⅐-⅟①-⑳"
_APART = re.compile(rf"(?<=[\d{_SPECIAL}])[{_SPECIAL}]|[{_SPECIAL}](?=\d)")
# A number in groups of three digits, with one sign between: `1,300`, `1.300`, `1 300`, `1'300`. After a zero, or
# behind another sign, digits are of a fraction, a date or a version. No sign tells whether `1.300` has a fraction:
# it is found as `1,300` and `1300` are, and told, as every difference is.
GROUPED = re.compile(r"(?<![\d.,٫٬])(?![0٠۰])\d{1,3}(?P<sign>[.,'’٬]|\s)\d{3}(?:(?P=sign)\d{3})*(?!\d)")
_SIGNS_OF_GROUPS = {"’": "'", "٬": ","}
_GROUP_SIGN = re.compile(r"\D")

# A mark right behind a digit may tell feet from inches. A dash before a digit may be its sign: `5--3` is not `5-3`.
_MARK = re.compile(
    r"""
    [ ]?(?P<ellipsis>\.(?:[ ]?\.){2,})[ ]?
    | [ ]?(?P<quotation>"|(?<![0-9])')[ ]?
    | [ ]?(?P<dash>-+(?![0-9])|-)[ ]?
    | [ ](?P<stop>[?!;:%])
    """,
    re.VERBOSE,
)
_PLAIN = {"ellipsis": "…", "quotation": '"', "dash": "-"}

_AT_LINE_END = re.compile(r"(?<=[^\W\d_])[-‐][^\S\n]*\n\s*(?=[^\W\d_])")
_APOSTROPHE = r"(?<=[^\W\d_])['’‘‛′`´ʼ＇](?=[^\W\d_])"
_QUOTATION = "\"“”„‟″«»‹›＂'‘’‚‛′`´ʼ＇"
_DASH = "-‐‑‒–—―−﹘﹣－"


def _found(pattern: str) -> Callable[[str], object]:
    return re.compile(pattern).findall


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


# What is compared to tell in which way two texts of one form differ.
_KINDS: dict[str, Callable[[str], object]] = {
    "quotation marks": lambda text: re.findall(f"[{_QUOTATION}]", re.sub(_APOSTROPHE, "", text)),
    "apostrophes": _found(_APOSTROPHE),
    "final stop": _found(r"[.,]\W*\Z"),
    "dashes": _found(f"[{_DASH}]+"),
    "ellipses": _found(r"…|\.(?:\s?\.){2,}"),
    "blanks": _found(r"\s+"),
    "digits": _found(rf"[\d{_SPECIAL}]"),
    "letter case": lambda text: _letters(unicodedata.normalize("NFKC", text)),
    "forms of letters": lambda text: _letters(text.lower()),
    "invisible characters": _found(f"[\u00ad\u200b-\u200f\u2060\ufeff{_UNSEEN}]"),
}


def form(text: str) -> str:
    """Return the words of `text` in one form for all ways to set them.

    >>> form("« Non\u202f! » \u2014 15\u00a0%") == form('"non!" -- 15%')
    True
    >>> form("10² people") == form("102 people")
    False
    """
    return aligned(text)[0].strip()


def may_have(text: str, words: str) -> bool:
    """Tell, without a look at typography, whether a text may have words: where it is False, it has not."""
    wanted = _letters_and_digits(words)
    return wanted in _letters_and_digits(text) if wanted else form(words) in form(text)


def _letters_and_digits(text: str) -> str:
    folded = _DROPPED.sub("", fold(text))
    return _SIGN.sub("", folded if folded.isascii() else _OTHER_DIGIT.sub(_digit, folded))


def aligned(text: str) -> tuple[str, list[int], list[int]]:
    """Return the form of `text` and, for each of its characters, where its origin in `text` starts and ends.

    Characters are folded one by one; folding a whole text may differ from that in rare sequences.
    """
    seen: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    apart = frozenset() if text.isascii() else frozenset(match.start() for match in _APART.finditer(text))
    start = 0
    for end in range(1, len(text) + 1):
        if not between_characters(text, end):
            continue
        for character in text[start] if start in apart else _folded(text[start:end]):
            if character != " " or (seen and seen[-1] != " "):
                seen.append(character)
                starts.append(start)
                ends.append(end)
        start = end
    for at in reversed(_group_signs("".join(seen))):
        del seen[at], starts[at], ends[at]
    return _set(seen, starts, ends)


def _group_signs(text: str) -> list[int]:
    """Return where the signs stand that group the digits of numbers."""
    return [
        found.start() + sign.start() for found in GROUPED.finditer(text) for sign in _GROUP_SIGN.finditer(found[0])
    ]


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    """Return one character folded, in company so that blanks are kept."""
    folded = _DROPPED.sub("", fold(f"x{character}x")[1:-1])
    return _OTHER_DIGIT.sub(_digit, folded).translate(_NUMBER_SIGNS)


def _digit(match: re.Match[str]) -> str:
    return str(unicodedata.decimal(match[0]))


def _set(seen: list[str], starts: list[int], ends: list[int]) -> tuple[str, list[int], list[int]]:
    """Return aligned text with one sign for each way to set a mark, and no blanks beside it."""
    text = "".join(seen)
    made: list[str] = []
    origins: list[tuple[int, int]] = []
    at = 0
    for match in _MARK.finditer(text):
        kind = match.lastgroup or ""
        made += [text[at : match.start()], _PLAIN.get(kind, match[kind])]
        origins += zip(starts[at : match.start()], ends[at : match.start()], strict=True)
        origins.append((starts[match.start(kind)], ends[match.end(kind) - 1]))
        at = match.end()
    made.append(text[at:])
    origins += zip(starts[at:], ends[at:], strict=True)
    return "".join(made), [start for start, _ in origins], [end for _, end in origins]


def unwrapped(text: str) -> str:
    """Return words without the quotation marks that somebody set around them, and without the stop that ends them.

    >>> unwrapped("“We go,”")
    'We go'
    """
    bare = text.strip()
    if len(bare) > 1 and bare[0] in _QUOTATION and bare[-1] in _QUOTATION:
        bare = bare[1:-1].strip()
    return bare.removesuffix(".").removesuffix(",")


def rejoined(text: str) -> str:
    r"""Return words without the hyphens that part them at the ends of lines, as in what is copied from a PDF.

    >>> rejoined("It was di-\nvided.")
    'It was divided.'
    """
    return _AT_LINE_END.sub("", text)


def _grouping(text: str) -> list[str]:
    """Return by which sign, or kind of sign, each number that is grouped has its digits parted."""
    signs = (found["sign"] for found in GROUPED.finditer(text))
    return [" " if sign.isspace() else _SIGNS_OF_GROUPS.get(sign, sign) for sign in signs]


def ungrouped(text: str) -> str:
    """Return text with no sign between the digits of a number.

    >>> ungrouped("Of 1,300 people")
    'Of 1300 people'
    """
    return GROUPED.sub(lambda found: _GROUP_SIGN.sub("", found[0]), text)


def typography(one: str, other: str) -> tuple[str, ...]:
    """Return in what two texts of the same words differ, such as `dashes`; nothing where they are the same.

    >>> typography("it's - over", "It’s – over")
    ('apostrophes', 'dashes', 'letter case')
    """
    one, other = one.strip(), other.strip()
    grouped = _grouping(one) != _grouping(other)
    pair = (ungrouped(one), ungrouped(other)) if grouped else (one, other)
    told = ("grouping of digits",) * grouped
    told += tuple(name for name, kind in _KINDS.items() if kind(pair[0]) != kind(pair[1]))
    return told or (("other signs",) if one != other else ())
