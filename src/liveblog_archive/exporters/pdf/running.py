"""What stands on every page: short title and section above, page number and note below; no head on the first."""

from functools import cache

from attrs import evolve

from .canvas import Canvas
from .layout import UNLIMITED
from .look import HAIRLINE
from .matter import Matter
from .text import Text, shortened

# The form that holds the number of the last page.
TOTAL = "total"
# The widest number that it will have.
_WIDEST = "00000"
# How many lines a page has at most.
_LINES = 5


class RunningLines:
    """Draws them on the page that is about to end; `missing` says that the capture is incomplete, where it is."""

    def __init__(self, matter: Matter, missing: str, snapshot: str) -> None:
        self._matter = matter
        self._look = matter.look
        self._begin = matter.look.running
        self._end = evolve(matter.look.running, align="right")
        self._short = cache(self._shortened)
        self._title = self._short(matter.title, 0.6)
        self._missing, self._snapshot = missing, snapshot
        self._kept: dict[tuple[str, bool], Text] = {}

    def __call__(self, canvas: Canvas) -> None:
        """Draw head and foot, as artifacts."""
        if canvas.page_number > 1:
            with canvas.pagination("Header"):
                self._draw_head(canvas)
        with canvas.pagination("Footer"):
            self._draw_foot(canvas)

    def _draw_head(self, canvas: Canvas) -> None:
        top = canvas.sheet.height - self._look.head
        self._line(canvas, self._title, top)
        self._line(canvas, self._short(canvas.section_at_top, 0.36), top, end=True)

    def _draw_foot(self, canvas: Canvas) -> None:
        sheet, look = canvas.sheet, self._look
        y = look.foot + look.unit / 2
        canvas.rule((sheet.left, y), (sheet.left + sheet.measure, y), 0.4, HAIRLINE)
        share = 1.0 - (self._number(canvas) + look.unit) / sheet.measure
        for number, note in enumerate(self._notes(share)):
            self._line(canvas, note, look.foot - number * self._end.leading, end=True)

    def _number(self, canvas: Canvas) -> float:
        """Draw `Page 3 of 12`, whose last number is filled in later; return how wide it is."""
        sheet, leftwards = canvas.sheet, self._matter.words.right_to_left
        style = self._end if leftwards else self._begin
        words = self._matter.words.say("page", page=canvas.page_number, pages="").rstrip() + "\u00a0"
        fonts = self._matter.fonts
        width = fonts.word(style.face, words, rtl=leftwards).width * style.size / 1000
        self._line(canvas, words, self._look.foot)
        x = sheet.left + (sheet.measure - width if leftwards else width)
        canvas.call(TOTAL, style, x, self._look.foot - style.baseline)
        return width + fonts.word(style.face, _WIDEST).width * style.size / 1000

    def _notes(self, share: float) -> tuple[str, ...]:
        """Return which capture this is, for its part of a line: without the id of the blog, where that is long.

        A narrow sheet has a further line for all but the snapshot.
        """
        name = self._matter.blog.id
        if self._look.narrow:
            return self._snapshot, self._short(_joined(self._missing, name), 1.0)
        whole = _joined(self._missing, name, self._snapshot)
        shown = self._short(whole, share)
        return (shown if shown == whole else self._short(_joined(self._missing, self._snapshot), share),)

    def _shortened(self, text: str, share: float) -> str:
        return shortened(self._matter.fonts, self._begin, text, self._look.measure * share)

    def _line(self, canvas: Canvas, text: str, top: float, *, end: bool = False) -> None:
        """Draw a line at the beginning or end; those of the last page are kept, as most come again on the next."""
        key = (text, end)
        line = self._kept.pop(key, None)
        if line is None:
            matter, style = self._matter, self._end if end else self._begin
            line = Text(matter.fonts, style, *matter.directed(text), tag=None)
        line.measure(canvas.sheet.measure, UNLIMITED)
        line.draw(canvas, canvas.sheet.left, top)
        self._kept[key] = line
        if len(self._kept) > _LINES:
            del self._kept[next(iter(self._kept))]


def _joined(*notes: str) -> str:
    return " · ".join(filter(None, notes))
