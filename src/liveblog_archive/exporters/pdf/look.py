"""The look, in one place: the grid, the colours, and every style of text. Lengths are in points.

One unit, the distance of two lines of the body, measures everything that stands above or below something else: small
text has four lines where the body has three, and white comes in halves of the unit. So the columns of a page come
back to the same lines again and again.
"""

from typing import Any

from attrs import evolve

from .design import A4, LETTER, Color, Sheet, Style

# Each of the text colours has a contrast of at least 4.5 to the ground it stands on (WCAG 2.2, 1.4.3).
INK: Color = (0.09, 0.11, 0.14)
GREY: Color = (0.33, 0.37, 0.42)
HAIRLINE: Color = (0.80, 0.82, 0.85)
ACCENT: Color = (0.62, 0.13, 0.10)
# The dark ground of a cover, and what is written on it.
NIGHT: Color = (0.09, 0.13, 0.18)
PAPER: Color = (1.0, 1.0, 1.0)
PALE: Color = (0.72, 0.78, 0.84)
EMBER: Color = (0.96, 0.66, 0.58)
# The timeline: bars, those of approximate times, and nights behind them; bars have a contrast of at least 3 to both
# grounds (WCAG 2.2, 1.4.11).
BAR: Color = (0.20, 0.33, 0.45)
BAR_APPROXIMATE: Color = (0.41, 0.52, 0.62)
SHADE: Color = (0.93, 0.945, 0.96)
# What was added since an earlier capture; what was removed is in the accent.
ADDED: Color = (0.05, 0.38, 0.22)

_UNIT = 14.0
_SHEETS = {"a4": A4, "letter": LETTER}
_COMPACT = 0.89  # a body of 8.4 points
_LARGE = 1.7  # a body of 16 points, which is where large print begins


def _style(size: float, lines: float = 1.0, **more: Any) -> Style:
    """Return a style whose lines are `lines` units apart."""
    given: dict[str, Any] = {"size": size, "leading": _UNIT * lines, "color": INK, "link": ACCENT}
    return Style(**(given | more))


class Look:
    """The grid of a sheet and the styles of text.

    A narrow column has times and labels, a gutter the numbers of paragraphs, and a wide column about 70 characters of
    text. Where a sheet has no room for two (`narrow`), labels stand above the text. `small` and its likes are grey.
    """

    narrow = False
    label_width = 102.0
    text_indent = 128.0
    numeral_width = 19.0  # five digits
    numeral_gap = 7.0
    number_width = 34.0
    list_indent = 14.0
    bar_indent = 14.0
    unit = _UNIT
    # The lower edges of the head and foot of a page, from its upper and from its lower edge.
    head = 46.0
    foot = 38.0

    body = _style(9.4)
    block = _style(9.4, before=7.0, align="justify")
    headline = _style(11.6, face="bold", keep=True, balanced=True)
    byline = _style(7.8, 0.75, color=GREY, before=1.75, keep=True)
    summary = _style(9.4, face="italic", before=3.5, keep=True)
    heading = _style(9.8, face="bold", before=7.0, keep=True, balanced=True)
    numeral = _style(6.6, color=GREY, align="right")
    small = _style(7.8, 0.75, color=GREY)
    fine = _style(7.0, 0.75, color=GREY)
    citation = _style(7.0, 0.75, color=GREY, before=7.0)
    note = _style(6.8, 0.75, color=GREY)
    label = _style(6.4, 0.75, face="bold", color=GREY, tracking=0.5)
    flag = _style(6.4, 0.75, face="bold", color=ACCENT, tracking=0.5)
    fact = _style(8.6, 0.875)

    time = _style(10.4, face="bold")
    key_time = _style(10.4, face="bold", color=ACCENT)
    clock = _style(7.0, 0.75, color=GREY)

    masthead = _style(7.4, 0.75, face="bold", color=ACCENT, tracking=0.6)
    title = _style(28.0, 2.5, face="bold", before=14.0, balanced=True)
    description = _style(12.0, 1.25, color=GREY, before=7.0, balanced=True)
    scope = _style(8.6, color=GREY, before=10.5)
    figure = _style(24.0, 2.0, face="bold")
    section = _style(19.0, 2.0, face="bold", keep=True)
    part = _style(10.4, face="bold", before=14.0, keep=True)
    running = _style(7.0, 0.75, color=GREY)
    tick = _style(6.8, 0.75, color=GREY)
    event = _style(7.0, 0.75)

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.measure = sheet.measure


class Compact(Look):
    """The grid of a sheet on which everything is small: its lines are no longer in letters than those of another."""

    label_width = 132.0
    text_indent = 158.0


class LargePrint(Look):
    """The grid of a sheet on which everything is so large that there is room for one column only."""

    narrow = True
    text_indent = 20.0
    numeral_width = 14.0
    numeral_gap = 5.0
    head = 30.0
    foot = 38.0

    block = _style(9.4, before=7.0)
    title = _style(19.0, 1.75, face="bold", before=7.0, balanced=True)
    figure = _style(17.0, 1.5, face="bold")
    section = _style(15.0, 1.5, face="bold", keep=True)

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.label_width = sheet.measure


class CoverColors:
    """The colours of a title, on a dark ground or on paper."""

    def __init__(self, *, dark: bool) -> None:
        self.masthead = EMBER if dark else ACCENT
        self.title = PAPER if dark else INK
        self.small = PALE if dark else GREY


def look(paper: str = "a4", density: str = "comfortable", *, large: bool = False, mirrored: bool = False) -> Look:
    """Return the look of a briefing on `a4` or `letter`, `comfortable` or `compact`, in large print or not."""
    sheet = evolve(_SHEETS[paper], mirrored=mirrored)
    if large:
        return LargePrint(evolve(sheet.enlarged(_LARGE), left=30.0, right=30.0, top=52.0, bottom=60.0))
    return Compact(sheet.enlarged(_COMPACT)) if density == "compact" else Look(sheet)
