"""Text drawing: how runs of characters become lines, and lines become operators on a page.

Layout decides where text goes and knows nothing of glyphs; this module decides how it is broken and drawn, and
knows nothing of columns or pages. There is no markup: text is text, whatever characters it holds.
"""

import re
from collections.abc import Iterator, Sequence
from copy import copy
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from attrs import frozen

from ...characters import visible
from .canvas import Canvas
from .fonts import Face, Font, Fonts, Word
from .style import ACCENT, Color, Style

# Blanks where a line may break; the no-break spaces U+00A0, U+2007 and U+202F are not among them.
_BLANK = " \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_IS_BLANK = re.compile(f"[{_BLANK}]")
_WORDS = re.compile(f"[^{_BLANK}]+")
# A line may also break after the hyphen of a compound, a dash, a slash, and at the marks made for it.
_INSIDE = re.compile(r"(?<=[^\W\d_]-)(?=[^\W\d_])|(?<=[—/])(?=\w)|(?<=[\u00ad\u200b])(?=.)")
_INSIDE_LONG = re.compile(r"(?<=[-—/?&=._:#%+~,;@|\u00ad\u200b])(?=\w)")
_MARK = re.compile("[-—/\u00ad\u200b]")
_LONG = 28
_SOFT_HYPHEN = "\u00ad"
# Only addresses that a reader can follow become links; the rest is printed and inert.
_CLICKABLE = re.compile(r"(https?|ftp)://|mailto:", re.IGNORECASE)
_URI = "%/:?#[]@!$&'()*+,;=-._~"
_LEAST_LINES = 2

SPACE, BREAK, GLUE = "space", "break", "glue"


@frozen
class Run:
    """Characters of one look; `url` is an address that they lead to, `goto` the name of a destination in the file."""

    text: str
    face: Face | None = None
    color: Color | None = None
    url: str = ""
    goto: str = ""


class Token(NamedTuple):
    """A word on its way into a line; `gap` is what stands before it: a space, a place to break, or nothing."""

    word: Word
    run: Run
    gap: str
    soft: bool = False


class Line(NamedTuple):
    """A line that is ready to be drawn; `spaced` tells that a space was broken at its end."""

    tokens: Sequence[Token]
    spaced: bool


class Text:
    """Lines of text of one style: measured for a width, split between lines, and drawn.

    Less than two lines of a longer text never stand alone at the foot or head of a page.
    """

    def __init__(self, fonts: Fonts, style: Style, *runs: Run | str) -> None:
        self.style = style
        self.before = style.before
        self.keep = style.keep
        self.baseline = baseline(style)
        self._fonts = fonts
        self._runs = [run if isinstance(run, Run) else Run(run) for run in runs]
        self._linked = any(run.url or run.goto for run in self._runs)
        self._lines: list[Line] = []
        self._width = -1.0

    def measure(self, width: float, room: float) -> float:  # noqa: ARG002 - a text is always measured whole
        """Return the height of the text at `width`."""
        if width != self._width:
            self._lines = list(self._broken(width / self.style.size * 1000))
            self._width = width
        return len(self._lines) * self.style.leading

    def split(self, width: float, room: float) -> tuple["Text", "Text"] | None:
        """Return what fits into `room` and the rest; None where too few lines would stand on either side."""
        self.measure(width, room)
        lines = min(int(room / self.style.leading + 1e-6), len(self._lines) - _LEAST_LINES)
        if lines < _LEAST_LINES:
            return None
        first, rest = copy(self), copy(self)
        first._lines, rest._lines = self._lines[:lines], self._lines[lines:]
        first.keep = False
        return first, rest

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the text; `top` is the upper edge of its first line."""
        pen = _Pen(canvas, self.style, self._fonts.primary(self.style.face))
        y = top - self.baseline
        for line in self._lines:
            left = x if self.style.align == "left" else x + self._width - pen.length(line)
            pen.draw(line, left, y)
            if self._linked:
                pen.link(line, left, y)
            y -= self.style.leading
        pen.finish()

    def _broken(self, available: float) -> Iterator[Line]:
        """Yield the text's own lines, each broken where the next word does not fit; no two empty ones in a row."""
        empty = True
        for tokens in self._own_lines():
            if tokens:
                yield from self._filled(tokens, available)
            elif not empty:
                yield Line((), spaced=False)
            empty = not tokens

    def _own_lines(self) -> list[list[Token]]:
        """Return the tokens of each line that a line feed ends; the last is not empty."""
        lines: list[list[Token]] = [[]]
        spaced = True
        for run in self._runs:
            for index, part in enumerate(visible(run.text).split("\n")):
                if index:
                    lines.append([])
                    spaced = True
                if part:
                    glued = not spaced and not _IS_BLANK.match(part)
                    lines[-1] += self._tokens(part, run, GLUE if glued else SPACE)
                    spaced = bool(_IS_BLANK.match(part[-1]))
        while lines and not lines[-1]:
            lines.pop()
        return lines

    def _tokens(self, text: str, run: Run, gap: str) -> Iterator[Token]:
        face = run.face or self.style.face
        word_of = self._fonts.word
        marked = _MARK.search(text) is not None
        for word in _WORDS.findall(text):
            if len(word) <= _LONG and not marked:
                yield Token(word_of(face, word), run, gap)
            else:
                for part in (_INSIDE if len(word) <= _LONG else _INSIDE_LONG).split(word):
                    shown = part.replace(_SOFT_HYPHEN, "")
                    yield Token(word_of(face, shown), run, gap, part.endswith(_SOFT_HYPHEN))
                    gap = BREAK
            gap = SPACE

    def _filled(self, tokens: list[Token], available: float) -> Iterator[Line]:
        """Yield lines of as many words as fit; a word wider than a line is cut between characters."""
        space = self._fonts.primary(self.style.face).space
        line: list[Token] = []
        used = 0.0
        start, count = 0, len(tokens)
        while start < count:
            width = tokens[start].word.width
            end = start + 1
            while end < count and tokens[end].gap == GLUE:
                width += tokens[end].word.width
                end += 1
            group = tokens[start:end]
            blank = space if line and group[0].gap == SPACE else 0.0
            if line and used + blank + width > available:
                yield self._ended(line, group[0].gap)
                line, used, blank = [], 0.0, 0.0
            if width > available:
                *full, line = _cut(group, available)
                yield from (Line(tokens, spaced=False) for tokens in full)
                used = sum(token.word.width for token in line)
            else:
                line += group
                used += blank + width
            start = end
        yield Line(line, spaced=False)

    def _ended(self, line: list[Token], gap: str) -> Line:
        """Return a line that is broken at `gap`; a soft hyphen shows where it is broken, and may hang out."""
        last = line[-1]
        if gap == BREAK and last.soft:
            face = last.run.face or self.style.face
            line.append(Token(self._fonts.word(face, _SOFT_HYPHEN), last.run, GLUE))
        return Line(line, spaced=gap == SPACE)


def _cut(group: Sequence[Token], available: float) -> list[list[Token]]:
    """Return the tokens of a group that is wider than a line as lines, cut wherever one is full."""
    lines: list[list[Token]] = [[]]
    used = 0.0
    gap = group[0].gap
    for token in group:
        for font, text in token.word.pieces:
            start = 0
            part = 0.0
            for index, width in enumerate(font.widths(text)):
                if width and used + part + width > available and (lines[-1] or index > start):
                    lines[-1].append(Token(Word(part, ((font, text[start:index]),)), token.run, gap))
                    lines.append([])
                    start, part, used, gap = index, 0.0, 0.0, GLUE
                part += width
            lines[-1].append(Token(Word(part, ((font, text[start:]),)), token.run, gap))
            used += part
            gap = GLUE
    return lines


class _Pen:
    """Writes the lines of one text as operators (ISO 32000-1 9.4), and its links as annotations."""

    def __init__(self, canvas: Canvas, style: Style, primary: Font) -> None:
        self._canvas = canvas
        self._style = style
        self._primary = primary
        self._operators = [f"BT {style.tracking:.2f} Tc"]
        self._resource = ""
        self._color: Color | None = None

    def finish(self) -> None:
        """Hand everything to the page."""
        self._operators.append("0 Tc ET")
        self._canvas.addLiteral("\n".join(self._operators))

    def length(self, line: Line) -> float:
        """Return how long a line is."""
        return sum(self._advance(line.tokens, index) for index in range(len(line.tokens)))

    def draw(self, line: Line, x: float, y: float) -> None:
        """Draw one line from `x`; `y` is its baseline."""
        self._operators.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        for font, color, text in self._pieces(line):
            if color != self._color:
                self._operators.append("{:.2f} {:.2f} {:.2f} rg".format(*color))
                self._color = color
            for resource, codes in font.encode(text, self._canvas.document):
                if resource != self._resource:
                    self._operators.append(f"{resource} {self._style.size:.2f} Tf")
                    self._resource = resource
                self._operators.append(f"<{codes}> Tj")

    def link(self, line: Line, x: float, y: float) -> None:
        """Make the words of a line that have a target lead there."""
        start = end = x
        for index, token in enumerate(line.tokens):
            after = end + self._advance(line.tokens, index)
            if index and token.run is not line.tokens[index - 1].run:
                self._annotate(line.tokens[index - 1].run, start, end, y)
                start = after - self._points(token.word.width)
            end = after
        if line.tokens:
            self._annotate(line.tokens[-1].run, start, end, y)

    def _pieces(self, line: Line) -> Iterator[tuple[Font, Color, str]]:
        """Yield the line in pieces of one font and colour; a space stays in the font before it, where it fits."""
        font, color = self._primary, self._style.color
        run: Run | None = None
        parts: list[str] = []
        for word, own_run, gap, _ in line.tokens:
            if parts and gap == SPACE:
                parts.append(" ")
            if own_run is not run:
                run, own_color = own_run, _color(own_run, self._style)
                if own_color != color:
                    yield from self._flushed(font, color, parts)
                    parts, color = [], own_color
            for own_font, text in word.pieces:
                if own_font is not font:
                    yield from self._flushed(font, color, parts)
                    parts, font = [], own_font
                parts.append(text)
        if line.spaced:
            parts.append(" ")
        yield from self._flushed(font, color, parts)

    def _flushed(self, font: Font, color: Color, parts: Sequence[str]) -> Iterator[tuple[Font, Color, str]]:
        """Yield one piece; from a font whose space has another width than lines are measured with, several."""
        if font.space == self._primary.space:
            yield font, color, "".join(parts)
            return
        for is_space, group in groupby(parts, " ".__eq__):
            yield self._primary if is_space else font, color, "".join(group)

    def _annotate(self, run: Run, start: float, end: float, y: float) -> None:
        bottom = y - self._style.size * 0.25
        box = (start, bottom, end, bottom + self._style.size * 1.2)
        if run.goto:
            self._canvas.go_to(run.goto, box)
        elif address := clickable(run.url):
            self._canvas.open_address(address, box)

    def _advance(self, tokens: Sequence[Token], index: int) -> float:
        """Return how far a word takes the pen, with the space before it."""
        spaced = index and tokens[index].gap == SPACE
        return self._points(tokens[index].word.width + (self._primary.space if spaced else 0.0))

    def _points(self, thousandths: float) -> float:
        return thousandths * self._style.size / 1000


def baseline(style: Style) -> float:
    """Return the distance from the upper edge of a line to its baseline: half of the leading's white, and ascent."""
    return (style.leading - style.size) / 2 + style.size * 0.8


def _color(run: Run, style: Style) -> Color:
    return run.color or (ACCENT if run.url else style.color)


def clickable(url: str) -> str:
    """Return an address in ASCII, if it is one that a browser opens; else nothing.

    `javascript:`, `file:` and their like are text in a briefing, never something to click on.
    """
    return quote(url, safe=_URI) if _CLICKABLE.match(url) else ""


def shortened(fonts: Fonts, style: Style, text: str, width: float) -> str:
    """Return as many of the first words of `text` as fit on a line of `width`, with an ellipsis where any is left."""
    available = width / style.size * 1000
    space = fonts.primary(style.face).space
    words = visible(text).split()
    used = fonts.word(style.face, "…").width - space
    for count, word in enumerate(words):
        used += space + fonts.word(style.face, word).width
        if used > available:
            return " ".join(words[:count]) + "…"
    return " ".join(words)
