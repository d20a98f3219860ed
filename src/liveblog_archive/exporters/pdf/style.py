"""The look, in one place: the grid, the colours, and every style of text. Lengths are in points."""

from typing import Literal

from attrs import evolve, frozen

from .fonts import Face

Color = tuple[float, float, float]

INK: Color = (0.09, 0.10, 0.12)
GREY: Color = (0.35, 0.38, 0.42)
HAIRLINE: Color = (0.78, 0.80, 0.82)
ACCENT: Color = (0.62, 0.13, 0.10)

# A4, upright. A narrow column for times and labels, a gutter for paragraph numbers, a column of about 70 characters.
PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
LEFT, RIGHT = 54.0, 54.0
TOP, BOTTOM = 76.0, 68.0
MEASURE = PAGE_WIDTH - LEFT - RIGHT
ROOM = PAGE_HEIGHT - TOP - BOTTOM
LABEL_WIDTH = 102.0
TEXT_INDENT = 128.0
NUMERAL_WIDTH = 19.0  # five digits
NUMERAL_GAP = 7.0
PAGE_NUMBER_WIDTH = 34.0
LIST_INDENT = 14.0
BAR_INDENT = 12.0
HEADER_Y, FOOTER_Y = PAGE_HEIGHT - 46.0, 38.0


@frozen(kw_only=True)
class Style:
    """How text looks: `leading` is the distance of baselines, `before` the space above, `tracking` between letters.

    Text of a style with `keep` is never the last thing on a page.
    """

    size: float
    leading: float
    face: Face = "regular"
    color: Color = INK
    align: Literal["left", "right"] = "left"
    tracking: float = 0.0
    before: float = 0.0
    keep: bool = False


BODY = Style(size=9.4, leading=14.0)
BLOCK = evolve(BODY, before=6.0)
HEADLINE = Style(size=11.4, leading=15.0, face="bold", keep=True)
BYLINE = Style(size=7.8, leading=11.5, color=GREY, before=1.5, keep=True)
SUMMARY = evolve(BODY, face="italic", before=4.0, keep=True)
SUBHEADINGS = {
    level: Style(size=size, leading=size + 4.2, face="bold", before=9.0, keep=True)
    for level, size in enumerate((11.0, 10.6, 10.2, 9.8, 9.4, 9.0), start=1)
}
NUMERAL = Style(size=6.6, leading=14.0, color=GREY, align="right")
SMALL = Style(size=7.6, leading=11.0, color=GREY)
FINE = Style(size=7.0, leading=10.0, color=GREY)
CITATION = evolve(FINE, before=7.0)
LABEL = Style(size=6.3, leading=9.0, face="bold", color=GREY, tracking=0.75)
FLAG = evolve(LABEL, color=ACCENT, before=3.0)

TIME = Style(size=10.4, leading=14.0, face="bold")
KEY_TIME = evolve(TIME, color=ACCENT)
CLOCK = Style(size=7.0, leading=9.6, color=GREY)
LOCAL = evolve(CLOCK, before=2.5)

MASTHEAD = evolve(LABEL, size=7.4, leading=10.0, color=ACCENT, tracking=1.1)
TITLE = Style(size=29.0, leading=35.0, face="bold", before=12.0)
DESCRIPTION = Style(size=12.4, leading=18.5, color=GREY, before=10.0)
SECTION = Style(size=19.0, leading=24.0, face="bold", keep=True)
PART = Style(size=10.4, leading=14.0, face="bold", before=16.0, keep=True)
FURNITURE = Style(size=7.0, leading=10.0, color=GREY)
FURNITURE_RIGHT = evolve(FURNITURE, align="right")
PAGE_NUMBER = evolve(SMALL, align="right")
