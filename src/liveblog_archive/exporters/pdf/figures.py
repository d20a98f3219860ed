"""Figures: vector drawings with an alternative text."""

from collections.abc import Callable, Sequence

from ...characters import has_right_to_left
from . import bidi
from .canvas import Canvas, ink, points, typeface
from .design import Color, Style
from .fonts import Fonts, Word
from .layout import Solid
from .tags import Element

# How far the handles of a Bézier curve reach that draws a quarter of a circle, as part of the radius.
_HANDLE = 0.5523


class Drawing:
    """What a figure is drawn with; the origin is its lower left corner, lengths are in points."""

    def __init__(self, fonts: Fonts, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self.operators: list[str] = []
        self._fonts = fonts

    def line(
        self, ends: Sequence[tuple[float, float]], weight: float, color: Color, dashes: Sequence[float] = ()
    ) -> None:
        """Draw a line through two or more points."""
        path = " ".join(f"{points(*end)} {'l' if index else 'm'}" for index, end in enumerate(ends))
        pattern = " ".join(f"{dash:g}" for dash in dashes)
        self.operators.append(f"{ink(color, stroke=True)} {weight:g} w [{pattern}] 0 d {path} S")

    def box(self, x: float, y: float, width: float, height: float, color: Color) -> None:
        """Fill a box whose lower left corner is at x, y."""
        self.operators.append(f"{ink(color)} {points(x, y)} {points(width, height)} re f")

    def disc(self, x: float, y: float, radius: float, color: Color) -> None:
        """Fill a circle around x, y."""
        reach = _HANDLE * radius
        left, right, low, high = x - radius, x + radius, y - radius, y + radius
        curves = (
            (right, y + reach, x + reach, high, x, high),
            (x - reach, high, left, y + reach, left, y),
            (left, y - reach, x - reach, low, x, low),
            (x + reach, low, right, y - reach, right, y),
        )
        path = " ".join(f"{points(*curve[:2])} {points(*curve[2:4])} {points(*curve[4:])} c" for curve in curves)
        self.operators.append(f"{ink(color)} {points(right, y)} m {path} f")

    def text_width(self, text: str, style: Style) -> float:
        """Return how wide a line of text is."""
        return sum(word.width for word in self._words(text, style)) * style.size / 1000

    def text(self, x: float, y: float, text: str, style: Style) -> None:
        """Draw a line of text on the baseline y: from x on, or up to it, as the style is aligned."""
        x -= self.text_width(text, style) if style.align == "right" else 0.0
        shown = [f"BT {ink(style.color)} {points(x, y)} Td"]
        for word in self._words(text, style):
            for font, codes in word.pieces:
                font.drawn = True
                shown.append(f"{typeface(font.resource, style.size)} [({codes})]TJ")
        self.operators.append(" ".join([*shown, "ET"]))

    def _words(self, text: str, style: Style) -> list[Word]:
        """Return the pieces of a line that are written in one direction, from left to right."""
        if not has_right_to_left(text):
            return [self._fonts.word(style.face, text)]
        levels, _ = bidi.levels(text)
        runs: list[tuple[str, int]] = []
        for char, level in zip(text, levels, strict=True):
            if runs and runs[-1][1] == level:
                runs[-1] = (runs[-1][0] + char, level)
            else:
                runs.append((char, level))
        drawn = bidi.reordered(runs, lambda run: run[1])
        return [self._fonts.word(style.face, part, rtl=bool(level & 1)) for part, level in drawn]


class Figure(Solid):
    """A drawing across the measure; `tag` is an element `Figure` with an alternative text, `paint` draws it."""

    def __init__(
        self, fonts: Fonts, height: float, paint: Callable[[Drawing], None], *, tag: Element, before: float = 0.0
    ) -> None:
        self.before = before
        self._fonts = fonts
        self._height = height
        self._paint = paint
        self._tag = tag
        self._width = 0.0

    def measure(self, width: float, room: float) -> float:  # noqa: ARG002 - as the protocol has it
        """Return the height."""
        self._width = width
        return self._height

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw it; where it stands is told to those who have it read aloud (ISO 32000-1, 14.8.5.4.3)."""
        bottom, scale = top - self._height, canvas.sheet.scale
        corners = f"{points(x * scale, bottom * scale)} {points((x + self._width) * scale, top * scale)}"
        self._tag.attributes = f"<</O/Layout/Placement/Block/BBox[{corners}]>>"
        drawing = Drawing(self._fonts, self._width, self._height)
        self._paint(drawing)
        inside = "\n".join(drawing.operators)
        canvas.draw(f"{canvas.opening(self._tag)} q 1 0 0 1 {points(x, bottom)} cm\n{inside}\nQ EMC")
