"""Where blocks stand: what is kept together, what is split, and that nothing is lost or refused."""

from collections.abc import Sequence
from functools import partial

import pytest
from pypdf import PageObject, PdfReader
from tests.exporters.pdf.building import Document

from liveblog_archive.exporters.pdf.canvas import Canvas
from liveblog_archive.exporters.pdf.design import A4, Style
from liveblog_archive.exporters.pdf.layout import Anchor, AtHead, Barred, Beside, Rule, Solid, Space, Stack, Together
from liveblog_archive.exporters.pdf.press import PageBreak
from liveblog_archive.exporters.pdf.protocol import Block
from liveblog_archive.exporters.pdf.text import Text

LEFT, ROOM = A4.left, A4.room
LEADING = ROOM / 40  # forty lines a page
GREY = (0.5, 0.5, 0.5)
PLAIN = Style(size=10.0, leading=LEADING)
KEPT = Style(size=10.0, leading=LEADING, keep=True)


class Sheet:
    """The texts of one document, and the pages that they are set on."""

    def __init__(self) -> None:
        self.document = Document()
        self.fonts = self.document.fonts

    def lines(self, letter: str, count: int, style: Style = PLAIN) -> Text:
        """Return a text of so many lines: a1, a2, …"""
        text = "\n".join(f"{letter}{number}" for number in range(1, count + 1))
        return Text(self.fonts, style, text, tag=self.document.paragraph())

    def set(self, blocks: Sequence[Block | PageBreak]) -> PdfReader:
        """Return the file that the blocks are set in."""
        return self.document.opened(*blocks)

    def pages(self, *blocks: Block | PageBreak) -> list[list[str]]:
        """Return the words of each page that the blocks are set on."""
        return [page.extract_text().split() for page in self.set(blocks).pages]


@pytest.fixture
def sheet() -> Sheet:
    return Sheet()


def names(letter: str, first: int, last: int) -> list[str]:
    return [f"{letter}{number}" for number in range(first, last + 1)]


def places(page: PageObject) -> dict[str, tuple[float, float]]:
    """Return where each text of a page begins."""
    found: dict[str, tuple[float, float]] = {}

    def visit(text: str, _cm: list[float], matrix: list[float], _font: object, _size: float) -> None:
        found.setdefault(text.strip(), (matrix[4], matrix[5]))

    page.extract_text(visitor_text=visit)
    return found


class Tall(Solid):
    """A figure of a fixed height, which cannot be split."""

    def __init__(self, text: Text, height: float) -> None:
        self.text = text
        self.height = height

    def measure(self, width: float, room: float) -> float:
        self.text.measure(width, room)
        return self.height

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        self.text.draw(canvas, x, top)


def test_a_text_longer_than_a_page_goes_on_on_the_next(sheet: Sheet) -> None:
    assert sheet.pages(sheet.lines("a", 90)) == [names("a", 1, 40), names("a", 41, 80), names("a", 81, 90)]


def test_no_line_stands_alone_at_the_foot_or_head_of_a_page(sheet: Sheet) -> None:
    assert sheet.pages(sheet.lines("a", 39), sheet.lines("b", 3)) == [names("a", 1, 39), names("b", 1, 3)]
    other = Sheet()
    assert other.pages(other.lines("a", 41)) == [names("a", 1, 39), ["a40", "a41"]]


def test_a_heading_stays_with_the_first_lines_after_it(sheet: Sheet) -> None:
    stack = Stack([sheet.lines("h", 1, KEPT), sheet.lines("b", 5)])
    assert sheet.pages(sheet.lines("a", 38), stack) == [names("a", 1, 38), ["h1", *names("b", 1, 5)]]


def test_a_heading_needs_only_two_lines_after_it(sheet: Sheet) -> None:
    stack = Stack([sheet.lines("h", 1, KEPT), sheet.lines("b", 5)])
    assert sheet.pages(sheet.lines("a", 37), stack)[1] == ["b3", "b4", "b5"]


def test_a_chain_of_kept_blocks_moves_as_one(sheet: Sheet) -> None:
    stack = Stack([sheet.lines("z", 2), Rule(0.0, GREY), Anchor("x"), sheet.lines("h", 2, KEPT), sheet.lines("b", 2)])
    assert sheet.pages(sheet.lines("a", 35), stack) == [[*names("a", 1, 35), "z1", "z2"], ["h1", "h2", "b1", "b2"]]


def test_a_kept_text_gives_its_last_lines_to_what_it_is_kept_with(sheet: Sheet) -> None:
    stack = Stack([sheet.lines("b", 6, KEPT), sheet.lines("c", 2)])
    assert sheet.pages(sheet.lines("a", 33), stack)[1] == ["b5", "b6", "c1", "c2"]


def test_a_kept_block_that_is_very_tall_lets_go(sheet: Sheet) -> None:
    figure = Tall(sheet.lines("f", 1), ROOM / 2)
    figure.keep = True
    assert sheet.pages(Stack([figure, sheet.lines("c", 30)]), sheet.lines("d", 1))[1][-1] == "d1"
    last = Sheet()
    tall = Tall(last.lines("f", 1), ROOM - 1)
    tall.keep = True
    assert last.pages(Stack([tall, last.lines("c", 2)])) == [["f1"], ["c1", "c2"]]


def test_a_stack_in_which_nothing_is_kept_is_split_between_its_blocks(sheet: Sheet) -> None:
    stack = Stack([sheet.lines("b", 3), sheet.lines("c", 3), sheet.lines("d", 3)])
    assert sheet.pages(sheet.lines("a", 35), stack) == [
        [*names("a", 1, 35), *names("b", 1, 3)],
        ["c1", "c2", "c3", "d1", "d2", "d3"],
    ]


def test_a_stack_of_nothing_takes_no_room(sheet: Sheet) -> None:
    assert Stack([]).measure(100.0, 100.0) == 0.0
    assert Stack([]).split(100.0, 100.0) is None


def test_all_of_a_stack_that_fits_is_its_first_part(sheet: Sheet) -> None:
    parts = Stack([Space(10.0)]).split(100.0, 100.0)
    assert parts is not None
    assert [part.measure(100.0, 100.0) for part in parts] == [10.0, 0.0]


def test_space_above_a_block_is_left_out_at_the_head_of_a_page(sheet: Sheet) -> None:
    spaced = Style(size=10.0, leading=LEADING, before=LEADING)
    [page] = sheet.set(
        [sheet.lines("a", 1, spaced), Stack([sheet.lines("b", 1, spaced), sheet.lines("c", 1, spaced)])]
    ).pages
    heights: dict[str, float] = {}
    page.extract_text(visitor_text=lambda text, _cm, tm, _f, _s: heights.setdefault(text.strip(), tm[5]))
    assert heights["a1"] - heights["b1"] == pytest.approx(2 * LEADING, abs=0.02)
    assert heights["b1"] - heights["c1"] == pytest.approx(2 * LEADING, abs=0.02)


def test_an_aside_stands_on_the_baseline_of_its_block_and_only_beside_its_beginning(sheet: Sheet) -> None:
    aside = Text(sheet.fonts, Style(size=6.0, leading=8.0), "aside", tag=None)
    cell = Beside(sheet.lines("b", 60), aside, indent=100.0, at=0.0, wide=90.0)
    reader = sheet.set([cell])
    places: dict[str, tuple[float, float]] = {}
    reader.pages[0].extract_text(
        visitor_text=lambda text, _c, tm, _f, _s: places.setdefault(text.strip(), (tm[4], tm[5]))
    )
    assert places["aside"] == (LEFT, pytest.approx(places["b1"][1], abs=0.02))
    assert places["b1"][0] == LEFT + 100
    assert "aside" not in reader.pages[1].extract_text()


def test_where_a_block_goes_on_its_aside_may_say_so_on_every_further_page(sheet: Sheet) -> None:
    again = partial(sheet.lines, "again", 1)
    cell = Beside(sheet.lines("b", 90), sheet.lines("s", 1), again=again, indent=100.0, at=0.0, wide=90.0)
    assert [page[0] for page in sheet.pages(cell)] == ["s1", "again1", "again1"]


def test_a_cell_is_as_tall_as_its_aside_and_is_not_split_inside_of_it(sheet: Sheet) -> None:
    cell = Beside(sheet.lines("b", 6), sheet.lines("s", 4), indent=100.0, at=0.0, wide=90.0)
    assert sheet.pages(sheet.lines("a", 37), cell)[1] == [*names("s", 1, 4), *names("b", 1, 6)]
    short = Beside(sheet.lines("b", 1), sheet.lines("s", 4), indent=100.0, at=0.0, wide=90.0)
    assert short.measure(300.0, ROOM) == pytest.approx(4 * LEADING)


def test_a_cell_of_which_nothing_fits_moves_whole(sheet: Sheet) -> None:
    cell = Beside(sheet.lines("b", 3), sheet.lines("s", 1), indent=100.0, at=0.0, wide=90.0)
    assert sheet.pages(sheet.lines("a", 39), cell)[1] == ["s1", *names("b", 1, 3)]


def test_white_above_a_cell_stays_as_it_is_when_the_cell_is_split(sheet: Sheet) -> None:
    body = Stack([sheet.lines("b", 6, Style(size=10.0, leading=LEADING, before=LEADING))])
    cell = Beside(body, None, at=0.0, wide=0.0)
    cell.before = 0.0
    assert sheet.pages(sheet.lines("a", 36), cell) == [[*names("a", 1, 36), *names("b", 1, 4)], names("b", 5, 6)]


def test_a_kept_cell_is_kept_after_it_was_split(sheet: Sheet) -> None:
    cell = Beside(sheet.lines("b", 44), None, at=0.0, wide=0.0)
    cell.keep = True
    assert sheet.pages(Stack([cell, sheet.lines("c", 1)]), sheet.lines("d", 1)) == [
        names("b", 1, 40),
        [*names("b", 41, 44), "c1", "d1"],
    ]
    parts = cell.split(300.0, 10 * LEADING)
    assert parts is not None
    assert (parts[0].keep, parts[1].keep) == (False, True)


def test_a_bar_runs_along_every_part_of_its_block(sheet: Sheet) -> None:
    reader = sheet.set([Barred(sheet.lines("b", 50), before=9.0, color=GREY)])
    for page in reader.pages:
        data = page.get_contents()
        assert data is not None
        assert data.get_data().count(b" l S") == 1
    assert Barred(sheet.lines("b", 3), before=9.0, color=GREY).split(300.0, LEADING) is None


def test_a_block_taller_than_a_page_and_in_one_piece_is_set_all_the_same(sheet: Sheet) -> None:
    tall = Tall(sheet.lines("f", 1), ROOM + 50)
    assert sheet.pages(sheet.lines("a", 1), tall, sheet.lines("b", 1)) == [["a1"], ["f1"], ["b1"]]


def test_a_page_break_leaves_no_empty_page_and_respects_the_room_that_is_left(sheet: Sheet) -> None:
    blocks = [PageBreak(), PageBreak(), sheet.lines("a", 20), PageBreak(unless=ROOM / 2 - 1), sheet.lines("b", 1)]
    assert sheet.pages(*blocks) == [[*names("a", 1, 20), "b1"]]
    other = Sheet()
    assert other.pages(other.lines("a", 30), PageBreak(unless=ROOM / 2), other.lines("b", 1))[1] == ["b1"]


def test_a_very_long_stack_is_set_in_time_that_grows_with_its_length(sheet: Sheet) -> None:
    """Counted, not timed: how often blocks are measured for each that there is."""
    measured = 0

    class Counting(Space):
        def measure(self, width: float, room: float) -> float:
            nonlocal measured
            measured += 1
            return super().measure(width, room)

    sheet.set([Stack([Counting(LEADING) for _ in range(8000)])])
    assert measured < 5 * 8000


def test_a_cell_is_not_split_where_its_aside_does_not_fit(sheet: Sheet) -> None:
    cell = Beside(sheet.lines("b", 9), sheet.lines("s", 5), indent=100.0, at=0.0, wide=90.0)
    assert cell.split(300.0, 3 * LEADING) is None


def test_blocks_that_stay_together_go_to_the_next_page_together_unless_they_are_tall(sheet: Sheet) -> None:
    parted = Together([sheet.lines("b", 3), sheet.lines("c", 3)])
    first, second = sheet.pages(sheet.lines("a", 36), parted)
    assert first == names("a", 1, 36)
    assert second == [*names("b", 1, 3), *names("c", 1, 3)]
    tall = Sheet()
    first, second = tall.pages(tall.lines("a", 36), Together([tall.lines("b", 4), tall.lines("c", 30)]))
    assert first == [*names("a", 1, 36), *names("b", 1, 4)]
    assert second == names("c", 1, 30)


def test_what_is_told_at_the_head_of_a_page_is_told_there_only(sheet: Sheet) -> None:
    def told(word: str) -> AtHead:
        return AtHead(Text(sheet.fonts, PLAIN, word, tag=sheet.document.paragraph()))

    cells = [Beside(sheet.lines(letter, 2), told(f"{letter}x"), at=0.0, wide=50.0, indent=60.0) for letter in "ab"]
    [page] = sheet.pages(*cells)
    assert "ax" in page
    assert "bx" not in page
    assert told("c").measure(50.0, 50.0) == LEADING


def test_white_stands_between_the_parts_of_what_is_split_and_not_inside_of_a_text(sheet: Sheet) -> None:
    apart = Style(size=10.0, leading=LEADING, before=LEADING)
    stack = Stack([sheet.lines("a", 2), sheet.lines("b", 2, apart), sheet.lines("c", 4, apart)])
    parts = stack.split(400.0, 2 * LEADING)
    assert parts is not None
    assert parts[1].before == LEADING
    inside = parts[1].split(400.0, 5 * LEADING)
    assert inside is not None
    assert inside[1].before == 0.0
    assert Stack([sheet.lines("a", 2)]).split(400.0, ROOM)[1].before == 0.0
    barred = Barred(sheet.lines("d", 4, apart), 7.0, GREY).split(400.0, 2 * LEADING)
    assert barred is not None
    assert [part.before for part in barred] == [7.0, 0.0]
