"""Sentences: what surrounds words so closely that a change of it may change what they say.

Where it is in doubt whether a sentence ends, it does not: an edit is then told once too often, and never too seldom.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise, takewhile

from .finding import Place

_BRACKETS = ")\\]}"
_QUOTES = "\"'’‘”“»«›‹"
_STOPS = ".!?\u2026\u0589\u061f\u06d4\u0964\u0965\u104b\u1362"
_FULL_STOPS = "\u3002\uff01\uff1f\uff61"  # of Chinese and Japanese, which set no blank after them
_END = re.compile(
    rf"(?<![{_STOPS}])[{_STOPS}]+[{_BRACKETS}]*\s+"
    rf"|(?<![{_FULL_STOPS}])[{_FULL_STOPS}]+(?![{_FULL_STOPS}{_QUOTES}{_BRACKETS}\u300d\u300f])\s*"
    r"|\n\s*"
)
_MOST = 50  # paragraphs of a quotation, after the first


def _quotation(opening: str, closing: str, again: str = "") -> str:
    """Return the pattern of a quotation: from a mark that opens it to one that closes it, or of several paragraphs.

    It may hold others of the same marks. Of several paragraphs, each begins with a mark that opens, or one of those
    that open it `again`, and only the last closes.
    """
    words = f"[^{opening}{closing}\n]*+"
    inner = f"(?:{opening}{words}[{closing}]{words})*" if opening not in closing else ""
    return rf"{opening}{words}{inner}(?:\n\s*+[{again or opening}]{words}{inner}){{0,{_MOST}}}[{closing}]"


_CLOSED = r"[^‘\n]*’(?!\w)"  # an apostrophe within it is the same character: the last may close it
_QUOTATION = re.compile(
    "|".join(
        (
            _quotation("“", "”"),
            _quotation("„", "“”"),
            _quotation("«", "»", "«»"),
            _quotation("»", "«"),
            _quotation('"', '"'),
            _quotation("「", "」"),
            _quotation("『", "』"),
            rf"(?:‘(?!{_CLOSED})[^‘\n]*+\n\s*+){{0,{_MOST}}}‘{_CLOSED}",
        )
    )
)
_OPENING = "\"'‘’“”„«»‹›([{\uff08¿¡–—―- "
_ASIDE = "([{\uff08–—―-"  # what the name of who said it may stand behind
_COLONS = (":", "\uff1a")
_LEADS = re.compile("(?::(?=\\s)|\uff1a)\\s*(?=[^\\W\\d_])")  # to a sentence: a quotation says itself where it ends
_WORD = re.compile(r"\S+")
_ASKING = ("?", "\u061f", "\uff1f")
_LINE = re.compile(r"[^\n]+|\n\n")  # or the end of a block
_LONGEST = 8  # characters before and after an end that are looked at
_SHORT = 5  # letters of a word with a capital, such as a rank, that may be shortened
# Shortened words that do not begin with a capital letter, or are longer than that; and those that are words as well,
# but not before a number.
_SHORTENED = (
    "approx", "aprox", "art", "avv", "bzw", "ca", "cap", "capt", "cnel", "col", "dott", "dr", "dra", "etc", "gen",
    "gral", "incl", "kpt", "lic", "maj", "messrs", "mjr", "mons", "nr", "płk", "plk", "prof", "sen", "sept", "sgt",
    "sr", "sra", "sres", "st", "supt", "tte", "usw", "vgl", "vol", "vs", "адм", "акад", "ген", "гг", "грн", "долл",
    "им", "кап", "млн", "млрд", "обл", "полк", "проф", "руб", "св", "тис", "тыс", "ул", "чел",
)  # fmt: skip
_COUNTING = (
    "env", "est", "fig", "max", "min", "mind", "no", "nos", "núm", "pag", "para", "pág", "pp", "sec", "máx", "mín",
    "ок", "ст", "стр",
)  # fmt: skip
_GERMAN_ARTICLES = ("am", "beim", "das", "dem", "den", "der", "des", "die", "im", "ins", "vom", "zum", "zur")
_GERMAN_MONTHS = ("Jan", "Jän", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")


def sentence_starts(text: str) -> list[int]:
    """Return where the sentences of `text` begin, from 0 on.

    A sentence ends with its stops, closing brackets and blanks, or with its line; not before a small letter, a dash
    or a bracket, and not where one full stop may end a shortened word, an initial or the number of a day. The full
    stops of Chinese and Japanese need no blanks, and end none before a closing mark. An empty line ends every one,
    but not behind a colon. What is said within one pair of quotation marks ends none, even in several paragraphs, of
    which each opens and only the last closes; nor does its last stop within its line, nor the line before a dash or a
    bracket: who says it stands around it. What has no letter, such as a number or a sign, is no sentence: it is of
    the one before it or, at the beginning, of the one behind it.
    """
    found, worded = [0], False
    for start, end in pairwise([0, *_ends(text), len(text)]):
        letters = any(map(str.isalpha, text[start:end]))
        if letters and worded:
            found.append(start)
        worded = worded or letters
    return found


def breaks(text: str) -> list[int]:
    """Return which words of a text, counted from 0, begin a sentence or a line."""
    starts = set(sentence_starts(text))
    words = [match.span() for match in _WORD.finditer(text)]
    lines = [0, *(end for _, end in words)]
    return [
        number
        for number, ((start, _), before) in enumerate(zip(words, lines, strict=False))
        if start in starts or "\n" in text[before:start]
    ]


def _ends(text: str) -> Iterator[int]:
    quotations = [match.span() for match in _QUOTATION.finditer(text)]
    starts = [start for start, _ in quotations]
    for match in _END.finditer(text):
        end = match.end()
        within = bisect_left(starts, end) - 1
        if end == len(text) or (within >= 0 and end < quotations[within][1]) or _attributed(text, match):
            continue
        if "\n\n" in match[0] or not (_continued(text, end) or _shortened(text, match)):
            yield end


def _attributed(text: str, match: re.Match[str]) -> bool:
    """Tell whether what stands behind an end may be who said what stands before it, or the other way about."""
    before = text[max(0, match.start() - _LONGEST) : match.start()].rstrip()[-1:]
    aside = text[match.end()] in _ASIDE and ("\n" not in match[0] or before in _QUOTES)
    return before in _COLONS or aside


def _continued(text: str, at: int) -> bool:
    return text[at : at + _LONGEST].lstrip(_OPENING)[:1].islower()


def _shortened(text: str, match: re.Match[str]) -> bool:
    if match[0].rstrip() != ".":
        return False
    before = text[max(0, match.start() - _LONGEST) : match.start()]
    word = "".join(takewhile(str.isalnum, reversed(before)))[::-1]
    if word.isdigit():
        after, article = text[match.end() : match.end() + 3], before[: -len(word)].split(" ")[-2:-1]
        german = after in _GERMAN_MONTHS or "".join(article).lower() in _GERMAN_ARTICLES
        return len(word) < 3 and (german or after[:1].isdigit())
    if word.lower() in _COUNTING and text[match.end()].isdigit():
        return True
    return len(word) == 1 or (len(word) <= _SHORT and word[:1].isupper()) or word.lower() in _SHORTENED


class Sentences:
    """The sentences of a text, each with what leads to it.

    That is the beginning of a sentence up to a colon, or a question, where it ends a line of the same block, or the
    block before; that up to a colon in the line of the sentence, before it; and the sentence before it in its line,
    where that asks, or this is a quotation alone.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = sentence_starts(text)
        self._leads = _leads(text, self._starts)

    def around(self, place: Place) -> Place:
        """Return the range of the sentences that hold a place."""
        return around(self._starts, place, len(self._text))

    def told(self, place: Place) -> str:
        """Return what leads to the sentences that hold a place, and these, without blanks at the end."""
        start, end = self.around(place)
        ranges = (*self._leads.get(start, ()), (start, end))
        return " ".join(self._text[begin:last].rstrip() for begin, last in ranges)


def _leads(text: str, starts: list[int]) -> dict[int, list[Place]]:
    """Return what leads to a sentence, by its start, where anything does."""
    found: dict[int, list[Place]] = {}
    above: list[Place] = []  # of the line that the lines behind it belong to
    opened = False  # whether the last line was one
    for line in _LINE.finditer(text):
        if line[0] == "\n\n":
            above = above if opened else []
            continue
        leads = _LEADS.finditer(text, line.start(), line.end())
        colons = [match.start() for match in leads if not text[match.end() : match.end() + 1].islower()]
        for index in range(bisect_left(starts, line.start()), bisect_left(starts, line.end())):
            start = starts[index]
            before = bisect_left(colons, start) - 1
            inline = [_up_to(starts, colons[before])] if before >= 0 else []
            said = text[start : starts[index + 1] if index + 1 < len(starts) else len(text)]
            beside = [(starts[index - 1], start)] if start > line.start() else []
            asked = text[max(0, start - _LONGEST) : start].rstrip()[-1:] in _ASKING
            if led := [*above, *inline, *(beside if asked or not _QUOTATION.sub("", said).strip() else [])]:
                found[start] = led
        opened = line[0].rstrip()[-1:] in (*_COLONS, *_ASKING)
        above = [_up_to(starts, line.start() + len(line[0].rstrip()) - 1)] if opened else above
    return found


def _up_to(starts: list[int], colon: int) -> Place:
    return starts[bisect_right(starts, colon) - 1], colon + 1


def around(starts: list[int], place: Place, length: int) -> Place:
    """Return the range of the sentences, of a text of that length, that hold a place of at least one character."""
    first = bisect_right(starts, place[0]) - 1
    last = bisect_left(starts, place[1])
    return starts[first], starts[last] if last < len(starts) else length
