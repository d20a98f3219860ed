"""The file itself: what stands in it besides pages, and what must not."""

from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pytest
from pypdf import PdfReader

from liveblog_archive.exporters.pdf.canvas import Canvas, timestamp
from liveblog_archive.exporters.pdf.style import BOTTOM, ROOM

NEWFOUNDLAND = timezone(-timedelta(hours=3, minutes=30))


def canvas(seed: str = "seed", **facts: str) -> Canvas:
    return Canvas(facts=facts, language="hy", seed=seed)


def finished(made: Canvas) -> PdfReader:
    made.showPage()
    return PdfReader(BytesIO(made.finished()), strict=True)


def test_an_empty_page_has_no_font_at_all() -> None:
    data = canvas()
    data.showPage()
    assert b"Helvetica" not in data.finished()


def test_the_identifier_follows_from_the_seed_alone() -> None:
    def identifier(seed: str, **facts: str) -> object:
        return finished(canvas(seed, **facts)).trailer["/ID"]

    assert identifier("a") == identifier("a", Title="Another")
    assert identifier("a") != identifier("b")
    first, second = identifier("a")
    assert first == second
    assert len(first) == 16


def test_facts_that_are_not_known_are_left_out() -> None:
    reader = finished(canvas(Title="Մոստ (1) \\ 🌉", Author=""))
    assert reader.metadata == {"/Title": "Մոստ (1) \\ 🌉", "/Producer": "ReportLab"}
    assert reader.root_object["/Lang"] == "hy"
    assert reader.pdf_header == "%PDF-1.4"


def test_many_destinations_stand_in_a_sorted_tree() -> None:
    made = canvas()
    names = [f"entry{number:03d}" for number in range(600)]
    for number, name in enumerate(reversed(names)):
        made.mark(name, 54.0, float(number))
    reader = finished(made)
    kids = [kid.get_object() for kid in reader.root_object["/Names"]["/Dests"]["/Kids"]]
    assert [list(kid["/Limits"]) for kid in kids] == [
        ["entry000", "entry255"],
        ["entry256", "entry511"],
        ["entry512", "entry599"],
    ]
    assert [name for kid in kids for name in kid["/Names"][::2]] == names
    destination = reader.named_destinations["entry000"]
    assert (destination.left, destination.top) == (54, 599)


def test_pages_are_compressed_once_and_without_a_detour_through_ascii() -> None:
    made = canvas()
    made.addLiteral("0 0 m 10 10 l S\n" * 100)
    [page] = finished(made).pages
    stream = page["/Contents"].get_object()
    assert stream["/Filter"] == "/FlateDecode"
    assert stream.get_data().count(b"10 10 l") == 100


def test_boxes_lead_to_places_and_addresses() -> None:
    made = canvas()
    made.mark("here", 54.0, 700.0)
    made.go_to("here", (1.234, 2.0, 3.0, 4.567))
    made.open_address("https://x.example/(a)", (1.0, 2.0, 3.0, 4.0))
    place, address = (found.get_object() for found in finished(made).pages[0]["/Annots"])
    assert [float(edge) for edge in place["/Rect"]] == [1.23, 2, 3, 4.57]
    assert place["/Dest"][1:4] == ["/XYZ", 54, 700]
    assert address["/A"]["/URI"] == "https://x.example/(a)"
    assert place["/Border"] == address["/Border"] == [0, 0, 0]


def test_a_page_belongs_to_the_section_at_its_top() -> None:
    made = canvas()
    made.begin_section("One", BOTTOM + ROOM - 5)
    made.begin_section("Two", 300.0)
    assert made.section_at_top == "One"
    made.showPage()
    assert made.section_at_top == "Two"


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (None, ""),
        (datetime(2021, 11, 18, 8, 0, 1, tzinfo=UTC), "D:20211118080001+00'00"),
        (
            datetime(99, 1, 2, 3, 4, 5, 600, tzinfo=timezone(-timedelta(hours=3, minutes=30))),
            "D:00990102030405-03'30",
        ),
    ],
)
def test_times_are_written_as_pdf_dates(moment: datetime | None, written: str) -> None:
    assert timestamp(moment) == written
