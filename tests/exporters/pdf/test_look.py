"""The look of a briefing: contrast, the rhythm of lines, and a grid that fits its sheet."""

from itertools import product

import pytest

from liveblog_archive.exporters.pdf import look as looks
from liveblog_archive.exporters.pdf.design import Color, Style
from liveblog_archive.exporters.pdf.look import CoverColors, Look, look

ASKED = product(("a4", "letter"), ("comfortable", "compact"), (False, True), (False, True))
SHEETS = [look(paper, density, large=large, mirrored=mirrored) for paper, density, large, mirrored in ASKED]


def luminance(color: Color) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def styles(grid: Look) -> dict[str, Style]:
    return {name: found for name in dir(grid) if isinstance(found := getattr(grid, name), Style)}


def test_contrast_is_measured_as_the_guidelines_do() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast((0.5, 0.5, 0.5), (0.5, 0.5, 0.5)) == 1


@pytest.mark.parametrize("name", styles(SHEETS[0]))
def test_text_stands_out_from_paper(name: str) -> None:
    style = styles(SHEETS[0])[name]
    assert contrast(style.color, looks.PAPER) >= 4.5
    assert contrast(style.link, looks.PAPER) >= 4.5


def test_text_stands_out_from_a_dark_cover_and_what_was_added_from_paper() -> None:
    dark = CoverColors(dark=True)
    for color in (dark.masthead, dark.title, dark.small):
        assert contrast(color, looks.NIGHT) >= 4.5
    light = CoverColors(dark=False)
    for color in (light.masthead, light.title, light.small, looks.ADDED):
        assert contrast(color, looks.PAPER) >= 4.5


def test_bars_stand_out_by_day_and_night() -> None:
    for bar, ground in product((looks.BAR, looks.BAR_APPROXIMATE), (looks.PAPER, looks.SHADE)):
        assert contrast(bar, ground) >= 3.0
    assert contrast(looks.BAR, looks.SHADE) >= 4.5


@pytest.mark.parametrize("grid", SHEETS)
def test_lines_stand_in_eighths_of_the_unit_apart(grid: Look) -> None:
    for name, style in styles(grid).items():
        assert (style.leading * 8 / grid.unit) % 1 == 0, name
        assert style.leading > style.size, name


@pytest.mark.parametrize("grid", SHEETS)
def test_the_columns_fit_the_sheet(grid: Look) -> None:
    assert grid.measure == grid.sheet.width - grid.sheet.left - grid.sheet.right
    text = grid.measure - grid.text_indent
    assert 30 < text / (grid.body.size * 0.5) < 90  # about so many characters in a line
    assert grid.numeral_width + grid.numeral_gap <= grid.text_indent + 1e-9
    if not grid.narrow:
        assert grid.label_width < grid.text_indent - grid.numeral_width


def test_large_print_is_large() -> None:
    large = look(large=True)
    assert large.body.size * large.sheet.scale >= 15.9
    assert large.small.size * large.sheet.scale >= 12
