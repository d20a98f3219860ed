"""What stands on every page: short title and section above, page number and note below; no head on the first."""

from .canvas import Canvas
from .fonts import Fonts
from .layout import UNLIMITED
from .style import FOOTER_Y, FURNITURE, FURNITURE_RIGHT, HAIRLINE, HEADER_Y
from .text import Text, shortened

# The form that holds the number of the last page.
TOTAL = "total"


class Furniture:
    """Draws it on the page that is about to end."""

    def __init__(self, fonts: Fonts, measure: float, title: str, note: str) -> None:
        self._fonts = fonts
        self._title = shortened(fonts, FURNITURE, title, measure * 0.6)
        self._note = shortened(fonts, FURNITURE, note, measure * 0.75)

    def __call__(self, canvas: Canvas) -> None:
        """Draw head and foot, as artifacts."""
        sheet = canvas.sheet
        if canvas.page_number > 1:
            top = sheet.height - HEADER_Y
            section = shortened(self._fonts, FURNITURE, canvas.section_at_top, sheet.measure * 0.36)
            self._line(canvas, Text(self._fonts, FURNITURE, self._title, tag=None), top)
            self._line(canvas, Text(self._fonts, FURNITURE_RIGHT, section, tag=None), top)
        y = FOOTER_Y + 7.0
        canvas.rule((sheet.left, y), (sheet.left + sheet.measure, y), 0.4, HAIRLINE)
        number = f"Page {canvas.page_number} of\u00a0"
        self._line(canvas, Text(self._fonts, FURNITURE, number, tag=None), FOOTER_Y)
        width = self._fonts.word(FURNITURE.face, number).width * FURNITURE.size / 1000
        canvas.call(TOTAL, FURNITURE, sheet.left + width, FOOTER_Y - FURNITURE.baseline)
        self._line(canvas, Text(self._fonts, FURNITURE_RIGHT, self._note, tag=None), FOOTER_Y)

    def _line(self, canvas: Canvas, text: Text, top: float) -> None:
        text.measure(canvas.sheet.measure, UNLIMITED)
        text.draw(canvas, canvas.sheet.left, top)
