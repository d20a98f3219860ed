"""The press: it sets blocks on pages, with what stands on every page.

ReportLab's document template is not used, for four reasons: it takes flowables from the front of a list, which is
quadratic in their number; it holds a whole story at once, where the press sets each block and forgets it; it keeps a
heading with the *whole* next paragraph; and it raises where something is too tall.
"""

from collections.abc import Callable

from attrs import frozen

from .canvas import Canvas
from .fonts import Fonts
from .layout import TOLERANCE, Block, Rule
from .style import (
    BOTTOM,
    FOOTER_Y,
    FURNITURE,
    FURNITURE_RIGHT,
    HEADER_Y,
    LEFT,
    MEASURE,
    PAGE_NUMBER_WIDTH,
    ROOM,
)
from .text import Text, baseline, shortened

# The form that holds the number of the last page.
TOTAL = "total"


@frozen
class PageBreak:
    """A sign to the press: what follows begins a page, unless this one has so much room left."""

    unless: float = ROOM


class Press:
    """Sets one block after the other on pages; `furnish` draws what stands on every page."""

    def __init__(self, canvas: Canvas, furnish: Callable[[Canvas], None]) -> None:
        self._canvas = canvas
        self._furnish = furnish
        self._room = ROOM

    def set(self, block: Block | PageBreak) -> None:
        """Set a block on this page and as many more as it takes."""
        if isinstance(block, PageBreak):
            if self._room < block.unless:
                self.turn()
            return
        rest: Block | None = block
        while rest is not None:
            rest = self._place(rest)

    def turn(self) -> None:
        """End the page."""
        self._furnish(self._canvas)
        self._canvas.showPage()
        self._room = ROOM

    def _place(self, block: Block) -> Block | None:
        """Set what fits; return what is left for the next page."""
        fresh = self._room == ROOM
        room = self._room - (0.0 if fresh else block.before)
        height = block.measure(MEASURE, room)
        if height <= room + TOLERANCE:
            block.draw(self._canvas, LEFT, BOTTOM + room)
            self._room = room - height
            return None
        parts = block.split(MEASURE, room)
        if parts is not None:
            parts[0].measure(MEASURE, room)
            parts[0].draw(self._canvas, LEFT, BOTTOM + room)
            self.turn()
            return parts[1]
        if fresh:  # taller than a page and in one piece: it runs over the edge, as nothing else would show it
            block.draw(self._canvas, LEFT, BOTTOM + room)
            self._room = 0.0
            return None
        self.turn()
        return block


class Furniture:
    """What stands on every page: short title and section above, page number and note below; no head on the first."""

    def __init__(self, fonts: Fonts, title: str, note: str) -> None:
        self._fonts = fonts
        self._title = Text(fonts, FURNITURE, shortened(fonts, FURNITURE, title, MEASURE * 0.6))
        self._note = Text(fonts, FURNITURE_RIGHT, shortened(fonts, FURNITURE, note, MEASURE * 0.75))

    def __call__(self, canvas: Canvas) -> None:
        """Draw it on the page that is about to end."""
        if canvas.getPageNumber() > 1:
            section = shortened(self._fonts, FURNITURE, canvas.section_at_top, MEASURE * 0.36)
            self._line(canvas, self._title, HEADER_Y)
            self._line(canvas, Text(self._fonts, FURNITURE_RIGHT, section), HEADER_Y)
        self._rule(canvas, FOOTER_Y + 7)
        number = f"Page {canvas.getPageNumber()} of "
        self._line(canvas, Text(self._fonts, FURNITURE, number), FOOTER_Y)
        width = self._fonts.word(FURNITURE.face, number).width * FURNITURE.size / 1000
        canvas.call(TOTAL, FURNITURE, LEFT + width, FOOTER_Y - baseline(FURNITURE))
        self._line(canvas, self._note, FOOTER_Y)

    def _line(self, canvas: Canvas, text: Text, top: float) -> None:
        text.measure(MEASURE, ROOM)
        text.draw(canvas, LEFT, top)

    def _rule(self, canvas: Canvas, y: float) -> None:
        rule = Rule(0.4)
        rule.measure(MEASURE, ROOM)
        rule.draw(canvas, LEFT, y)


def fill_in(canvas: Canvas, fonts: Fonts) -> None:
    """Write the page numbers that were called before they were known."""
    total = canvas.getPageNumber() - 1
    for name, style in canvas.called.items():
        text = Text(fonts, style, str(canvas.pages.get(name, total)))
        text.measure(PAGE_NUMBER_WIDTH, ROOM)
        left = -PAGE_NUMBER_WIDTH if style.align == "right" else 0.0
        canvas.beginForm(name, left, -style.size / 2, left + PAGE_NUMBER_WIDTH, style.size)
        text.draw(canvas, left, baseline(style))
        canvas.endForm(compression=0)
