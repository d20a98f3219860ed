"""Pages: notes at their foot, tables that go on, figures, mirrored columns, and what is handed over when."""

from io import BytesIO
from itertools import chain

import pikepdf
import pytest
from attrs import evolve
from pypdf import PageObject
from tests.exporters.pdf.building import Document
from tests.exporters.pdf.damage import elements

from liveblog_archive.exporters.pdf.canvas import Canvas
from liveblog_archive.exporters.pdf.design import A4, Sheet, Style
from liveblog_archive.exporters.pdf.figures import Drawing, Figure
from liveblog_archive.exporters.pdf.layout import Barred, Beside, Space, Stack
from liveblog_archive.exporters.pdf.press import Press
from liveblog_archive.exporters.pdf.protocol import Block, PageNote
from liveblog_archive.exporters.pdf.tables import Column, Row
from liveblog_archive.exporters.pdf.tags import Element
from liveblog_archive.exporters.pdf.text import Text
from liveblog_archive.exporters.pdf.tokens import Run

LEADING = A4.room / 40  # forty lines a page
PLAIN = Style(size=10.0, leading=LEADING)
GREY = (0.5, 0.5, 0.5)


def text(document: Document, content: str, *, tag: Element | None = None, note: PageNote | None = None) -> Text:
    runs = [Run(content), Run("*", note=note)] if note else [Run(content)]
    return Text(document.fonts, PLAIN, *runs, tag=tag or document.paragraph())


def note(document: Document, content: str) -> PageNote:
    tag = Element("Note")
    return PageNote(Text(document.fonts, PLAIN, content, tag=tag.child("P")), tag)


def lines(document: Document, letter: str, count: int) -> Text:
    return text(document, "\n".join(f"{letter}{number}" for number in range(1, count + 1)))


def words(page: PageObject) -> list[str]:
    return page.extract_text().split()


# Notes


def test_a_note_stands_at_the_foot_of_the_page_that_refers_to_it() -> None:
    document = Document()
    blocks = [text(document, "one", note=note(document, "n1")), lines(document, "a", 45)]
    first, second = document.opened(*blocks).pages
    assert words(first)[:2] == ["one*", "a1"]
    assert words(first)[-1] == "n1"
    assert "n1" not in words(second)


@pytest.mark.parametrize(("mirrored", "start"), [(False, 54.0 + 128.0), (True, 595.28 - 54.0 - 128.0 - 48.0)])
def test_the_line_above_notes_begins_where_it_is_asked_to(mirrored: bool, start: float) -> None:
    document = Document(evolve(A4, mirrored=mirrored))
    press = Press(document.canvas, lambda canvas: None, indent=128.0)
    list(press.set([text(document, "one", note=note(document, "n1"))]))
    press._draw_notes()
    [rule] = [line for line in document.canvas._operators if " l S" in line]
    assert f" {start:.2f} " in rule
    assert f" {start + 48.0:.2f} " in rule


def test_text_makes_room_for_the_notes_of_its_lines() -> None:
    document = Document()
    runs = [Run(f"line{number}\n", note=note(document, f"note{number}")) for number in range(60)]
    reader = document.opened(Text(document.fonts, PLAIN, *runs, tag=document.paragraph()))
    for page in reader.pages:
        found = words(page)
        shown = {word.removeprefix("line") for word in found if word.startswith("line")}
        assert shown == {word.removeprefix("note") for word in found if word.startswith("note")}
    assert len(reader.pages) >= 3


def test_what_stands_below_a_split_is_not_lost() -> None:
    document = Document()
    blocks = Stack([text(document, f"b{number}", note=note(document, f"n{number}")) for number in range(60)])
    reader = document.opened(lines(document, "a", 10), blocks)
    found = [word for page in reader.pages for word in words(page)]
    assert [word for word in found if word.startswith("b")] == [f"b{number}*" for number in range(60)]
    assert sorted(word for word in found if word.startswith("n")) == sorted(f"n{number}" for number in range(60))


def test_what_stands_below_more_notes_than_a_page_has_room_for_is_on_the_next_page() -> None:
    document = Document()
    runs = [Run("x", note=note(document, f"n{number}")) for number in range(90)]
    crowded = Text(document.fonts, PLAIN, *runs, tag=document.paragraph())
    below = [text(document, f"b{number}") for number in range(60)]
    reader = document.opened(Stack([crowded, *below]))
    pages = [[word for word in words(page) if word.startswith("b")] for page in reader.pages]
    assert list(chain.from_iterable(pages)) == [f"b{number}" for number in range(60)]
    assert max(map(len, pages)) < 60


def test_notes_for_which_a_page_has_no_room_go_to_the_next() -> None:
    document = Document()
    runs = [Run("x", note=note(document, f"n{number}")) for number in range(90)]
    reader = document.opened(Text(document.fonts, PLAIN, *runs, tag=document.paragraph()), lines(document, "a", 2))
    assert sum(word.startswith("n") for page in reader.pages for word in words(page)) == 90
    assert len(reader.pages) == 3


def test_a_block_in_one_piece_moves_to_a_page_that_has_room_for_its_note() -> None:
    document = Document()
    row = Row([Column(0.0, 200.0)], [text(document, "cell", note=note(document, "n1"))])
    first, second = document.opened(lines(document, "a", 39), row).pages
    assert "cell*" not in words(first)
    assert words(second) == ["cell*", "n1"]


def test_notes_stand_where_they_are_referred_to_when_read_aloud_and_have_identifiers() -> None:
    document = Document()
    paragraph = document.paragraph()
    runs = ["Before", Run("1", note=note(document, "n1")), " after", Run("2", note=note(document, "n2"))]
    data = document.made(Text(document.fonts, PLAIN, *runs, tag=paragraph))
    with pikepdf.open(BytesIO(data)) as file:
        [element] = [one for one in elements(file, "P") if pikepdf.Name.Sect == one.P.S]
        roles = [kid.S if isinstance(kid, pikepdf.Dictionary) else kid for kid in element.K]
        assert [str(role) for role in roles].count("/Note") == 2
        assert roles.index(pikepdf.Name.Note) < len(roles) - 1
        identifiers = {str(one.ID) for one in elements(file, "Note")}
        assert len(identifiers) == 2
        assert "/IDTree" in file.Root.StructTreeRoot


@pytest.mark.parametrize("wrapped", ["beside", "barred", "stack", "row"])
def test_notes_are_found_in_blocks_of_any_kind(wrapped: str) -> None:
    document = Document()
    inner = text(document, "word", note=note(document, "n1"))
    aside = text(document, "aside", note=note(document, "n2"))
    blocks: dict[str, Block] = {
        "beside": Beside(inner, aside, indent=100.0, at=0.0, wide=90.0),
        "barred": Barred(inner, 0.0, GREY),
        "stack": Stack([Space(3.0), inner]),
        "row": Row([Column(0.0, 99.0)], [inner]),
    }
    [page] = document.opened(blocks[wrapped]).pages
    assert "n1" in words(page)
    assert ("n2" in words(page)) == (wrapped == "beside")


# Rows


def test_a_row_of_which_of_any_cell_nothing_fits_goes_to_the_next_page() -> None:
    document = Document()
    row = Row([Column(0.0, 100.0)], [text(document, "cell")])
    first, second = document.opened(lines(document, "a", 40), row).pages
    assert "cell" not in words(first)
    assert words(second) == ["cell"]


def test_a_row_taller_than_a_page_is_split_in_every_cell() -> None:
    document = Document()
    columns = [Column(0.0, 100.0), Column(110.0, 100.0)]
    row = Row(columns, [lines(document, "a", 60), lines(document, "b", 2)])
    first, second = document.opened(row).pages
    assert {"a1", "b1", "b2", "a40"} <= set(words(first))
    assert words(second) == [f"a{number}" for number in range(41, 61)]


# Figures


def test_a_figure_has_its_text_and_its_place() -> None:
    document = Document(A4.enlarged(2.0))
    tag = document.body.child("Figure", alt="A line")
    figure = Figure(document.fonts, 40.0, lambda drawing: drawing.line([(0, 0), (9, 9)], 1.0, GREY), tag=tag)
    with pikepdf.open(BytesIO(document.made(figure))) as file:
        [element] = elements(file, "Figure")
        assert str(element.Alt) == "A line"
        left, bottom, right, top = (float(edge) for edge in element.A.BBox)
        assert (left, right) == (108.0, pytest.approx(595.28 - 108.0, abs=0.1))
        assert top - bottom == pytest.approx(80.0)
        assert b"l S" in file.pages[0].Contents.read_bytes()


def test_text_in_a_figure_is_as_wide_as_it_says() -> None:
    drawing = Drawing(Document().fonts, 100.0, 100.0)
    style = Style(size=10.0, leading=12.0, align="right")
    width = drawing.text_width("harbour", style)
    drawing.text(100.0, 5.0, "harbour", style)
    assert f"{100 - width:.2f} 5.00 Td" in drawing.operators[0]
    assert drawing.text_width("הנמל 7", style) > 0


# Sheets


def test_columns_and_bars_of_a_mirrored_sheet_stand_on_the_other_side() -> None:
    def places(sheet: Sheet) -> dict[str, float]:
        document = Document(sheet)
        cell = Beside(text(document, "body"), text(document, "aside"), indent=100.0, at=0.0, wide=90.0)
        row = Row([Column(0.0, 100.0)], [text(document, "cell")])
        reader = document.opened(cell, row, Barred(text(document, "quoted"), 0.0, GREY, indent=20.0))
        found: dict[str, float] = {}
        reader.pages[0].extract_text(
            visitor_text=lambda shown, _c, tm, _f, _s: found.setdefault(shown.strip(), round(tm[4]))
        )
        return found

    plain = places(A4)
    mirrored = places(Sheet(width=A4.width, height=A4.height, mirrored=True))
    assert (plain["body"], plain["aside"], plain["cell"], plain["quoted"]) == (154, 54, 54, 74)
    assert (mirrored["body"], mirrored["quoted"]) == (54, 54)
    assert mirrored["aside"] == round(A4.width - 54 - 90)
    assert mirrored["cell"] == round(A4.width - 54 - 100)


# The order of writing


def test_pages_are_handed_over_when_they_are_full() -> None:
    document = Document()
    pieces = list(document._press.set(lines(document, letter, 30) for letter in "abcdef"))
    assert len(pieces) >= 3
    assert all(piece.count(b"stream") for piece in pieces)


def test_the_tags_of_a_block_are_written_when_it_is_set() -> None:
    document = Document()
    tag = document.body.child("Sect")
    paragraph = tag.child("P")
    list(document._press.set([Stack([text(document, "x", tag=paragraph)], tag)]))
    assert tag.written
    assert paragraph.kids == []
    assert document.canvas.tree is not None
    assert document.canvas.tree.settle(tag)


def test_an_element_of_which_nothing_is_drawn_is_not_written() -> None:
    document = Document()
    document.body.child("Sect").child("P")
    with pikepdf.open(BytesIO(document.made(text(document, "x")))) as file:
        assert len(list(elements(file, "P"))) == 1
        assert len(list(elements(file, "Sect"))) == 1


def test_the_language_of_an_element_is_that_of_what_it_is_in() -> None:
    root = Element("Document", lang="hy")
    assert root.child("Sect").child("P").language() == "hy"
    assert root.child("P", lang="ru").language() == "ru"
    assert Element("P").language() == ""


def test_furniture_is_drawn_on_every_page_and_is_decoration() -> None:
    def furnish(canvas: Canvas) -> None:
        canvas.panel((10.0, 10.0, 20.0, 20.0), GREY)
        with canvas.pagination("Header"):
            canvas.rule((0.0, 0.0), (5.0, 5.0), 1, GREY)

    document = Document(furnish=furnish)
    reader = document.opened(lines(document, "a", 60))
    for page in reader.pages:
        data = page.get_contents().get_data()
        assert b"/Artifact BMC q 0.5 0.5 0.5 rg 10.00 10.00 10.00 10.00 re f Q EMC" in data
        head = b"/Artifact<</Type/Pagination/Subtype/Header>>BDC"
        assert head + b" q 0.5 0.5 0.5 RG 1 w 0.00 0.00 m 5.00 5.00 l S Q EMC" in data
