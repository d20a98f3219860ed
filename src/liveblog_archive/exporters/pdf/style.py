"""The look, in one place: the grid, the colours, and every style of text. Lengths are in points."""

from attrs import evolve

from .design import Color, Style

INK: Color = (0.09, 0.10, 0.12)
GREY: Color = (0.35, 0.38, 0.42)
HAIRLINE: Color = (0.78, 0.80, 0.82)
ACCENT: Color = (0.62, 0.13, 0.10)

# A narrow column for times and labels, a gutter for paragraph numbers, a column of about 70 characters.
LABEL_WIDTH = 102.0
TEXT_INDENT = 128.0
NUMERAL_WIDTH = 19.0  # five digits
NUMERAL_GAP = 7.0
PAGE_NUMBER_WIDTH = 34.0
LIST_INDENT = 14.0
BAR_INDENT = 12.0
# The lower edges of the head and foot of a page, from its upper and from its lower edge.
HEADER_Y, FOOTER_Y = 46.0, 38.0

BODY = Style(size=9.4, leading=14.0, color=INK, link=ACCENT)
BLOCK = evolve(BODY, before=6.0, align="justify")
HEADLINE = evolve(BODY, size=11.4, leading=15.0, face="bold", keep=True)
BYLINE = evolve(BODY, size=7.8, leading=11.5, color=GREY, before=1.5, keep=True)
SUMMARY = evolve(BODY, face="italic", before=4.0, keep=True)
SUBHEADINGS = {
    level: evolve(BODY, size=size, leading=size + 4.2, face="bold", before=9.0, keep=True)
    for level, size in enumerate((11.0, 10.6, 10.2, 9.8, 9.4, 9.0), start=1)
}
NUMERAL = evolve(BODY, size=6.6, leading=14.0, color=GREY, align="right")
SMALL = evolve(BODY, size=7.6, leading=11.0, color=GREY)
FINE = evolve(BODY, size=7.0, leading=10.0, color=GREY)
CITATION = evolve(FINE, before=7.0)
LABEL = evolve(BODY, size=6.3, leading=9.0, face="bold", color=GREY, tracking=0.5)
FLAG = evolve(LABEL, color=ACCENT, before=3.0)

TIME = evolve(BODY, size=10.4, leading=14.0, face="bold")
KEY_TIME = evolve(TIME, color=ACCENT)
CLOCK = evolve(BODY, size=7.0, leading=9.6, color=GREY)
LOCAL = evolve(CLOCK, before=2.5)

MASTHEAD = evolve(LABEL, size=7.4, leading=10.0, color=ACCENT, tracking=0.6)
TITLE = evolve(BODY, size=29.0, leading=35.0, face="bold", before=12.0)
DESCRIPTION = evolve(BODY, size=12.4, leading=18.5, color=GREY, before=10.0)
SECTION = evolve(BODY, size=19.0, leading=24.0, face="bold", keep=True)
PART = evolve(BODY, size=10.4, leading=14.0, face="bold", before=16.0, keep=True)
FURNITURE = evolve(BODY, size=7.0, leading=10.0, color=GREY)
FURNITURE_RIGHT = evolve(FURNITURE, align="right")
PAGE_NUMBER = evolve(SMALL, align="right")
