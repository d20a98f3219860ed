"""The pen: writes lines of text as operators (ISO 32000-1, 9.4), with their tags and links."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...characters import visible
from ...hyperlinks import followable
from . import bidi
from .canvas import Canvas, ink, points, typeface
from .design import Color, Style
from .fonts import Fonts
from .glyphs import Font
from .tags import Element
from .tokens import Run, Token

# Differences of less than this, in thousandths of the size, are not seen.
_LEAST = 0.5


class Line(NamedTuple):
    """A line that is ready to be drawn: its tokens in logical order, or the codes of its words where it is plain.

    `width` is how long it is, `stretch` what is added to each of its blanks, both in thousandths of the size;
    `spaced` tells that it was broken at a blank; `base` is the level of its paragraph.
    """

    tokens: Sequence[Token]
    plain: Sequence[str]
    width: float
    stretch: float
    spaced: bool
    base: int = 0


class Column(NamedTuple):
    """Where lines are drawn: the left and upper edge, and the width."""

    left: float
    top: float
    width: float


class Pen:
    """Draws the lines of one text; `inline` are the elements of its runs, which are made when they are met."""

    def __init__(
        self, canvas: Canvas, fonts: Fonts, style: Style, tag: Element | None, inline: dict[int, Element]
    ) -> None:
        self._canvas = canvas
        self._style = style
        self._primary = fonts.primary(style.face)
        self._tag = tag
        self._inline = inline
        self._operators: list[str] = []
        self._shown: list[str] = []
        self._marks: list[str] = []
        self._font: Font | None = None
        self._size = 0.0
        self._color: Color | None = None
        self._rise = 0.0
        self._at = (0.0, 0.0)
        self._open: Element | None = None
        self._is_open = False
        self._boxes: list[tuple[Run, float, float, float]] = []

    def draw(self, lines: Sequence[Line], x: float, top: float, width: float) -> None:
        """Draw the lines into a column that begins at x and below `top`."""
        self._operators.append("BT")
        if self._style.tracking:
            self._operators.append(f"{self._style.tracking:g} Tc")
        y = top - self._style.baseline
        for line in lines:
            self._draw_line(line, x + _offset(line, self._style, width), y)
            y -= self._style.leading
        self._close()
        if self._rise:
            self._operators.append("0 Ts")
        if self._style.tracking:
            self._operators.append("0 Tc")
        self._operators.append("ET")
        if self._marks:
            self._operators += [self._canvas.opening(self._tag), *self._marks, "EMC"]
        self._canvas.draw("\n".join(self._operators))
        for run, start, end, baseline in self._boxes:
            if id(run) in self._inline:
                link(self._canvas, self._style, run, self._inline[id(run)], (start, end, baseline))

    def _draw_line(self, line: Line, x: float, y: float) -> None:
        """Draw a line, with the blank that it was broken at: else its last word would be read with the next one."""
        self._show()
        backwards = line.spaced and line.base
        self._move(x - (self._primary.space * self._style.size / 1000 if backwards else 0.0), y)
        if backwards:
            self._blank(0.0)
        pen = x
        for token, spaced in _visual(line):
            if spaced:
                pen += self._blank(line.stretch)
            self._draw_token(token, pen, y)
            end = pen + token.width * self._style.size / 1000
            if token.run.url or token.run.goto:
                self._mark_link(token.run, pen, end, y)
            pen = end
        if line.spaced and not backwards:
            self._blank(0.0)
        self._show()

    def _draw_token(self, token: Token, x: float, y: float) -> None:
        run, style = token.run, self._style
        self._enter(self._element(run))
        color = color_of(run, style)
        size = style.size * run.size
        rise = run.rise * style.size
        for font, codes in token.word.pieces:
            self._look(font, size, color, rise)
            self._shown.append(codes)
        for font, glyph, right, up in token.word.marks:
            place = points(x + right * size / 1000, y + rise + up * size / 1000)
            matrix = f"{size / 1000:g} 0 0 {size / 1000:g} {place} cm"
            self._marks.append(f"q {ink(color)} {matrix} {font.outline(glyph)} f Q")

    def _blank(self, stretch: float) -> float:
        """Draw a blank as wide as those that lines are measured with, in the font at hand; return its width."""
        if self._font is None or not self._is_open:
            self._enter(self._tag)
            self._look(self._primary, self._style.size, self._style.color, 0.0)
        font = self._font or self._primary
        wanted = (self._primary.space + stretch) * self._style.size
        adjusted = font.space - wanted / self._size
        self._shown.append(font.space_code + (f"){adjusted:.0f}(" if abs(adjusted) > _LEAST else ""))
        return wanted / 1000 + self._style.tracking

    def _element(self, run: Run) -> Element | None:
        """Return the element of a run: a link, a span of another language, or the text's own."""
        if self._tag is None:
            return None
        element = element_of(run, self._tag, self._inline)
        if run.note is not None and run.note.tag.parent is None:
            self._tag.adopt(run.note.tag)
        return element

    def _mark_link(self, run: Run, start: float, end: float, y: float) -> None:
        if self._boxes and self._boxes[-1][0] is run and self._boxes[-1][3] == y:
            start = min(start, self._boxes.pop()[1])
        self._boxes.append((run, start, end, y))

    def _move(self, x: float, y: float) -> None:
        self._operators.append(f"{points(x - self._at[0], y - self._at[1])} Td")
        self._at = (round(x, 2), round(y, 2))

    def _look(self, font: Font, size: float, color: Color, rise: float) -> None:
        """Change what differs from how text looked before."""
        changes = []
        if font is not self._font or size != self._size:
            changes.append(typeface(font.resource, size))
            self._font, self._size = font, size
            font.drawn = True
        if color != self._color:
            changes.append(ink(color))
            self._color = color
        if rise != self._rise:
            changes.append(f"{rise:.2f} Ts")
            self._rise = rise
        if changes:
            self._show()
            self._operators += changes

    def _enter(self, element: Element | None) -> None:
        if self._is_open and element is self._open:
            return
        self._close()
        self._operators.append(self._canvas.opening(element))
        self._open, self._is_open = element, True

    def _close(self) -> None:
        self._show()
        if self._is_open:
            self._operators.append("EMC")
        self._is_open = False

    def _show(self) -> None:
        if self._shown:
            self._operators.append(f"[({''.join(self._shown)})]TJ")
            self._shown.clear()


def element_of(run: Run, tag: Element, inline: dict[int, Element]) -> Element:
    """Return the element of a run: a link, a span of another language, or the text's own."""
    leads = _leads(run)
    if not leads and not run.lang:
        return tag
    if id(run) not in inline:
        inline[id(run)] = tag.child("Link" if leads else "Span", lang=run.lang)
    return inline[id(run)]


def color_of(run: Run, style: Style) -> Color:
    """Return the colour that a run is drawn in: what leads nowhere looks as text."""
    return run.color or (style.link if _leads(run) else style.color)


def _leads(run: Run) -> bool:
    return bool(run.goto or (run.url and followable(run.url)))


def link(canvas: Canvas, style: Style, run: Run, element: Element, place: tuple[float, float, float]) -> None:
    """Make a part of a line lead to where its run does; `place` is its start and end, and the baseline."""
    start, end, y = place
    bottom = y - style.size * 0.25
    box = (start, bottom, end, bottom + style.size * 1.2)
    alt = run.alt or run.url or visible(run.text).strip() or run.goto
    canvas.link(element, box, alt, url="" if run.goto else followable(run.url) or "", goto=run.goto)


def draw_plain(
    canvas: Canvas, font: Font, style: Style, lines: Sequence[Line], *, column: Column, tag: Element | None, run: Run
) -> None:
    """Draw lines of words in one font, as most are, of which none needs to be asked how it differs from another.

    All of them are of one run; where `tag` is its own, the element of a link, they lead to where it does.
    """
    x, top, width = column
    y = top - style.baseline
    font.drawn = True
    blank = font.space_code
    operators = [f"BT\n{canvas.opening(tag)}\n{typeface(font.resource, style.size)} {ink(color_of(run, style))}"]
    aligned = style.align in ("left", "justify")
    before, down, next_down = 0.0, f"{y:.2f}", f"{-style.leading:g}"
    for line in lines:
        left = x if aligned else x + _offset(line, style, width)
        across = f"{left - before:.2f}" if left != before else "0"
        between = f"{blank}){-line.stretch:.0f}(" if line.stretch else blank
        end = blank if line.spaced else ""
        operators.append(f"{across} {down} Td[({between.join(line.plain)}{end})]TJ")
        before, down = left, next_down
        if tag is not None and tag.role == "Link":
            link(canvas, style, run, tag, (left, left + line.width * style.size / 1000, y))
            y -= style.leading
    operators.append("EMC ET")
    canvas.draw("\n".join(operators))


def _offset(line: Line, style: Style, width: float) -> float:
    """Return how far from the left edge of its column a line begins."""
    ends_right = (style.align == "right") is not bool(line.base)
    return width - line.width * style.size / 1000 if ends_right else 0.0


def _visual(line: Line) -> Iterator[tuple[Token, bool]]:
    """Yield the tokens of a line from left to right, each with whether a blank stands before it."""
    tokens = line.tokens
    if not line.base and not any(token.level for token in tokens):
        for index, token in enumerate(tokens):
            yield token, index > 0 and token.gap == "space"
        return
    items: list[tuple[Token | None, int]] = []
    for index, token in enumerate(tokens):
        if index and token.gap == "space":
            items.append((None, token.blank))
        items.append((token, token.level))
    spaced = False
    for item, _ in bidi.reordered(items, lambda item: item[1]):
        if item is not None:
            yield item, spaced
        spaced = item is None
