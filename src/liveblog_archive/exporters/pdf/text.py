"""Text: runs of characters as a block, which is measured for a width, split between lines, and drawn.

Layout decides where text goes and knows nothing of glyphs; this module knows nothing of columns or pages. Widths are
in thousandths of the style's size.
"""

from collections.abc import Iterator, Sequence
from copy import copy

from ...characters import visible
from .canvas import Canvas
from .design import Style
from .fonts import Fonts
from .pen import Column, Line, Pen, draw_plain, element_of
from .protocol import PageNote
from .setting import Plain, Rich
from .tags import Element
from .tokens import Run, cut, plain_words, tokenized

_LEAST_LINES = 2


class Text:
    """Lines of text of one style: measured for a width, split between lines, and drawn.

    `tag` is the element that the text is in; without one it is an artifact, which nobody reads aloud. Less than two
    lines of a longer text never stand alone at the foot or head of a page.
    """

    def __init__(self, fonts: Fonts, style: Style, *runs: Run | str, tag: Element | None) -> None:
        self.style = style
        self.before = style.before
        self.keep = style.keep
        self.baseline = style.baseline
        self._fonts = fonts
        self._runs = [run if isinstance(run, Run) else Run(run) for run in runs]
        self._tag = tag
        self._inline: dict[int, Element] = {}
        self._lines: Sequence[Line] = ()
        self._width = -1.0

    def measure(self, width: float, room: float) -> float:  # noqa: ARG002 - a text is always measured whole
        """Return the height of the text at `width`."""
        if width != self._width:
            self._lines = list(self._set(width / self.style.size * 1000))
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
        rest.before = 0.0
        return first, rest

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the text; `top` is the upper edge of its first line."""
        if not self._lines:
            return
        if self._lines[0].plain:  # then all of them are
            font, run, tag = self._fonts.primary(self.style.face), self._runs[0], self._tag
            tag = element_of(run, tag, self._inline) if tag is not None else None
            draw_plain(canvas, font, self.style, self._lines, column=Column(x, top, self._width), tag=tag, run=run)
        else:
            Pen(canvas, self._fonts, self.style, self._tag, self._inline).draw(self._lines, x, top, self._width)

    def notes(self) -> Sequence[PageNote]:
        """Return the notes that the lines refer to."""
        if not self._lines or self._lines[0].plain:  # then none does
            return ()
        tokens = (one for line in self._lines for one in line.tokens)
        return [one.run.note for one in tokens if one.run.note is not None and one.text.strip()]

    def _set(self, available: float) -> Iterator[Line]:
        words = plain_words(self._runs, self.style)
        if words is not None:
            plain = Plain(self._fonts, self.style, words, self._language())
            if plain.fits(available):
                return plain.lines(available)
        return self._rich_lines(available)

    def _language(self) -> str:
        return self._tag.language() if self._tag is not None else ""

    def _rich_lines(self, available: float) -> Iterator[Line]:
        """Yield the text's own lines, each broken where it has to be; no two empty ones in a row."""
        empty = True
        for tokens, base in tokenized(self._fonts, self.style, self._runs):
            if tokens:
                whole = cut(self._fonts, self.style, tokens, available)
                yield from Rich(self._fonts, self.style, whole, self._language(), base).lines(available)
            elif not empty:
                yield Line((), (), 0.0, 0.0, spaced=False)
            empty = not tokens


def shortened(fonts: Fonts, style: Style, text: str, width: float) -> str:
    """Return as many of the first words of `text` as fit on a line of `width`, with an ellipsis where any is left."""
    available = width / style.size * 1000
    space = fonts.primary(style.face).space
    words = visible(text).split()
    used = fonts.word(style.face, "…").width - space
    for count, word in enumerate(words):
        used += space + fonts.word(style.face, word).width
        if used > available:
            return " ".join(words[:count]).rstrip(" .,;:–—-·…") + "…"
    return " ".join(words)
