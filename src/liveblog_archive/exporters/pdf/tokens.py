"""Runs of characters of one look, and the tokens that they are made of: what stands between two places to break.

There is no markup: text is text, whatever characters it holds.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from ...characters import has_right_to_left, visible
from . import bidi
from .design import Color, Face, Style
from .fonts import Fonts, Word, clusters
from .glyphs import SOFT_HYPHEN
from .protocol import PageNote

# Blanks where a line may break; the no-break spaces U+00A0, U+2007 and U+202F are not among them.
_BLANK = " \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_PARTS = re.compile(f"[{_BLANK}]+|([^{_BLANK}]+)")
# A line may also break after the hyphen of a compound, a dash, a slash, and at the marks made for it; inside of a
# long word, which is an address for the most part, at other signs, too, but not right after its `//`.
_INSIDE = r"(?<=[^\W\d_]-)(?=[^\W\d_])|(?<=[—/])(?<!//)(?=\w)|(?<=[\u00ad\u200b])(?=.)"
_INSIDE_LONG = rf"(?<=[-—/?&=._:#%+~,;@|\u00ad\u200b])(?<!//)(?=\w)|{_INSIDE}"
# Chinese and Japanese are written without blanks: a line may break between any two characters, but for some.
_IDEOGRAPH = "\u2e80-\u303f\u3041-\u30ff\u31f0-\u9fff\uf900-\ufaff\uff00-\uff60"
_NO_FIRST = "、。，．）」』】〉》〕：；！？ー々ゃゅょっァィゥェォャュョッ％"
_NO_LAST = "（「『【〈《〔"
_BETWEEN = rf"|(?<=[{_IDEOGRAPH}])(?=[^{_NO_FIRST}])(?<![{_NO_LAST}])|(?<=\w)(?=[{_IDEOGRAPH}])(?=[^{_NO_FIRST}])"
# A word without any of these is broken nowhere, unless it is long, or eastern.
_MARK = re.compile("[-/\u00ad\u200b—]")
_LONG = 28
# No-break spaces are parts of words.
_GLUE = {0xA0: "", 0x202F: ""}

Gap = Literal["space", "break", "soft", "glue"]


class Run(NamedTuple):
    """Characters of one look.

    `url` is an address that they lead to, `goto` the name of a destination in the file, `alt` what such a link is
    called; `lang` is a BCP 47 tag where it is not that of the text; `size` and `rise` are parts of the style's size;
    `note` is a block that stands at the foot of the page.
    """

    text: str
    face: Face | None = None
    color: Color | None = None
    url: str = ""
    goto: str = ""
    alt: str = ""
    lang: str = ""
    size: float = 1.0
    rise: float = 0.0
    note: PageNote | None = None


class Token(NamedTuple):
    """A word on its way into a line; `gap` is what stands before it; odd levels are drawn from right to left.

    `width` is in thousandths of the style's size; `blank` is the level of a blank before it.
    """

    text: str
    word: Word
    width: float
    run: Run
    gap: Gap
    level: int
    blank: int


def plain_words(runs: Sequence[Run], style: Style) -> list[str] | None:
    """Return the words of a text of one look, in which blanks alone matter; None for any other text."""
    if len(runs) != 1 or style.tracking:
        return None
    [run] = runs
    text = run.text
    if run.lang or run.note or run.size != 1 or run.rise or (run.face or style.face) != style.face:
        return None
    if not (text.isprintable() or text.translate(_GLUE).isprintable()):
        return None
    if text.isascii():
        more = "-" in text or "/" in text
    else:
        more = _MARK.search(text) is not None or _eastern(text) or has_right_to_left(text)
    if more:
        return None
    words = text.split(" ")
    return [word for word in words if word] if "" in words else words


def tokenized(fonts: Fonts, style: Style, runs: Sequence[Run]) -> list[tuple[list[Token], int]]:
    """Return the tokens of each line that a line feed ends, and the line's direction; the last is not empty."""
    lines: list[list[tuple[Run, str]]] = [[]]
    for run in runs:
        for index, part in enumerate(visible(run.text).split("\n")):
            if index:
                lines.append([])
            if part:
                lines[-1].append((run, part))
    while lines and not lines[-1]:
        lines.pop()
    return [_own_line(fonts, style, line) for line in lines]


def _own_line(fonts: Fonts, style: Style, parts: list[tuple[Run, str]]) -> tuple[list[Token], int]:
    whole = "".join(text for _, text in parts)
    levels, base = bidi.levels(whole) if has_right_to_left(whole) else (None, 0)
    tokens: list[Token] = []
    gap: Gap = "space"
    start = 0
    for run, text in parts:
        for match in _PARTS.finditer(text):
            word = match[1]
            if word is None:
                gap = "space"
                continue
            place = start + match.start()
            for part_gap, part, part_place in _parts(word, gap, place):
                blank = levels[part_place - 1] if levels and part_place else base
                for own_gap, own, level in _by_level(part, part_gap, part_place, levels):
                    tokens.append(token(fonts, style, own, run=run, gap=own_gap, level=level, blank=blank))
            gap = "glue"
        start += len(text)
    return tokens, base


def _parts(word: str, gap: Gap, place: int) -> Iterator[tuple[Gap, str, int]]:
    """Yield the parts of a word between which a line may break, each with what stands before it and its place."""
    eastern = not word.isascii() and _eastern(word)
    if len(word) <= _LONG and not eastern and not _MARK.search(word):
        yield gap, word, place
        return
    for part in _breaking(len(word) > _LONG, eastern).split(word):
        shown = part.replace(SOFT_HYPHEN, "")
        if shown:
            yield gap, shown, place
            gap = "break"
        place += len(part)
        if part.endswith(SOFT_HYPHEN) and gap == "break":
            gap = "soft"


def _eastern(text: str) -> bool:
    """Tell whether a text holds what is written without blanks; `re` takes long to make ready so many characters."""
    return max(text) >= "\u2e80" and any("\u2e80" <= char <= "\uff60" for char in text)


# What only few texts need is not made ready for all.
@cache
def _breaking(long: bool, eastern: bool) -> re.Pattern[str]:
    """Return where a word may be broken."""
    return re.compile((_INSIDE_LONG if long else _INSIDE) + (_BETWEEN if eastern else ""))


def _by_level(part: str, gap: Gap, place: int, levels: list[int] | None) -> Iterator[tuple[Gap, str, int]]:
    """Yield the pieces of a part that are drawn in one direction."""
    if levels is None:
        yield gap, part, 0
        return
    start = 0
    for end in range(1, len(part) + 1):
        if end == len(part) or levels[place + end] != levels[place + start]:
            yield gap, part[start:end], levels[place + start]
            start, gap = end, "glue"


def token(fonts: Fonts, style: Style, text: str, *, run: Run, gap: Gap, level: int, blank: int) -> Token:
    """Return a token of a run."""
    word = fonts.word(run.face or style.face, text, rtl=bool(level & 1))
    tracking = style.tracking * 1000 / style.size * len(text) if style.tracking else 0.0
    return Token(text, word, word.width * run.size + tracking, run, gap, level, blank)


def cut(fonts: Fonts, style: Style, tokens: Sequence[Token], available: float) -> list[Token]:
    """Return the tokens, where those that no line can hold may be broken between any two characters."""
    made: list[Token] = []
    start = 0
    while start < len(tokens):
        end = start + 1
        while end < len(tokens) and tokens[end].gap == "glue":
            end += 1
        group = tokens[start:end]
        if sum(one.width for one in group) <= available:
            made += group
        else:
            for one in group:
                for index, part in enumerate(clusters(one.text)):
                    gap: Gap = one.gap if index == 0 and one is group[0] else "break"
                    made.append(token(fonts, style, part, run=one.run, gap=gap, level=one.level, blank=one.blank))
        start = end
    return made
