"""The file itself: what stands in it besides pages, and what must not."""

from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pytest
from PIL import Image, ImageCms
from tests.exporters.pdf.building import FACTS, Document, opened

from liveblog_archive.exporters.pdf.canvas import Canvas
from liveblog_archive.exporters.pdf.conformance import Attachment, Facts, srgb_profile, timestamp
from liveblog_archive.exporters.pdf.design import A4, Style
from liveblog_archive.exporters.pdf.file import File, literal, name, name_tree
from liveblog_archive.exporters.pdf.fonts import Fonts

STYLE = Style(size=10.0, leading=14.0)


def canvas(facts: Facts = FACTS, conformance: str = "3a") -> Canvas:
    return Canvas(A4, Fonts(), facts, conformance)


def finished(made: Canvas) -> bytes:
    made.turn()
    return b"".join(made.finish())


def test_an_empty_page_has_no_font_at_all() -> None:
    assert opened(finished(canvas())).pages[0]["/Resources"]["/Font"] == {}


def test_the_identifier_follows_from_the_bytes_before_it() -> None:
    def identifier(title: str) -> object:
        return opened(finished(canvas(Facts(title=title, language="en")))).trailer["/ID"]

    assert identifier("a") == identifier("a")
    assert identifier("a") != identifier("b")
    first, second = identifier("a")
    assert first == second


def test_facts_that_are_not_known_are_left_out() -> None:
    reader = opened(finished(canvas(Facts(title="Մոստ (1) \\ 🌉", language="hy"))))
    assert reader.metadata == {"/Title": "Մոստ (1) \\ 🌉"}
    assert reader.root_object["/Lang"] == "hy"
    assert reader.pdf_header == "%PDF-1.7"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - a boolean of PDF


def test_facts_that_are_known_stand_in_the_information_and_in_the_metadata() -> None:
    facts = Facts(
        title="A <title> & more",
        language="en",
        authors=("Ani", "Desk"),
        subject="Rain",
        creator="a program 1.0",
        created=datetime(2021, 11, 18, 8, 0, 1, tzinfo=UTC),
    )
    reader = opened(finished(canvas(facts)))
    assert reader.metadata == {
        "/Title": "A <title> & more",
        "/Author": "Ani; Desk",
        "/Subject": "Rain",
        "/Creator": "a program 1.0",
        "/Producer": "a program 1.0",
        "/CreationDate": "D:20211118080001+00'00'",
        "/ModDate": "D:20211118080001+00'00'",
    }
    described = reader.xmp_metadata
    assert described is not None
    assert described.dc_title == {"x-default": "A <title> & more"}
    assert described.dc_creator == ["Ani", "Desk"]
    assert described.dc_language == ["en"]
    assert described.xmp_create_date == datetime(2021, 11, 18, 8, 0, 1)  # noqa: DTZ001 - as the reader has it


def test_many_destinations_stand_in_a_sorted_tree() -> None:
    made = canvas()
    names = [f"entry{number:03d}" for number in range(600)]
    for number, called in enumerate(reversed(names)):
        made.destination(called, 54.0, float(number))
    reader = opened(finished(made))
    kids = [kid.get_object() for kid in reader.root_object["/Names"]["/Dests"]["/Kids"]]
    assert [list(kid["/Limits"]) for kid in kids] == [
        ["entry000", "entry255"],
        ["entry256", "entry511"],
        ["entry512", "entry599"],
    ]
    assert [called for kid in kids for called in kid["/Names"][::2]] == names
    destination = reader.named_destinations["entry000"]
    assert (destination.left, destination.top) == (54, 599)


def test_boxes_lead_to_places_and_addresses_and_are_told_by_name() -> None:
    made = canvas()
    made.destination("here", 54.0, 700.0)
    element = made.root.child("P").child("Link")
    made.link(element, (1.234, 2.0, 3.0, 4.567), "To here", goto="here")
    made.link(element, (1.0, 2.0, 3.0, 4.0), "To x", url="https://x.example/(a)")
    reader = opened(finished(made))
    place, address = (found.get_object() for found in reader.pages[0]["/Annots"])
    assert [float(edge) for edge in place["/Rect"]] == [1.23, 2, 3, 4.57]
    assert place["/Dest"] == "here"
    assert address["/A"]["/URI"] == "https://x.example/(a)"
    assert [place["/Contents"], address["/Contents"]] == ["To here", "To x"]
    assert place["/Border"] == address["/Border"] == [0, 0, 0]


def test_a_page_belongs_to_the_section_at_its_top() -> None:
    made = canvas()
    made.begin_section("One", A4.bottom + A4.room - 5)
    made.begin_section("Two", 300.0)
    assert made.section_at_top == "One"
    made.turn()
    assert made.section_at_top == "Two"


def test_what_is_larger_on_the_page_is_larger_in_links_and_destinations() -> None:
    made = Canvas(A4.enlarged(2.0), Fonts(), FACTS)
    made.destination("here", 10.0, 20.0)
    made.link(made.root.child("Link"), (1.0, 2.0, 3.0, 4.0), "x", goto="here")
    reader = opened(finished(made))
    [page] = reader.pages
    assert [float(edge) for edge in page.mediabox] == [0, 0, 595.28, 841.89]
    assert page.get_contents().get_data().startswith(b"2 0 0 2 0 0 cm")
    assert [float(edge) for edge in page["/Annots"][0].get_object()["/Rect"]] == [2, 4, 6, 8]
    assert reader.named_destinations["here"].top == 40


def test_a_number_may_be_drawn_before_it_is_known() -> None:
    made = canvas()
    left = Style(size=10.0, leading=14.0)
    right = Style(size=10.0, leading=14.0, align="right")
    made.call("total", left, 50.0, 700.0)
    made.call("there", right, 400.0, 700.0, made.root.child("P"))
    made.call("nowhere", left, 50.0, 600.0)
    made.turn()
    made.destination("there", 0.0, 0.0)
    made.turn()
    reader = opened(b"".join(made.finish(totals={"total": 17})))
    assert sorted(reader.pages[0].extract_text().split()) == ["0", "17", "2"]


def test_attached_files_have_a_name_a_type_and_a_relationship() -> None:
    attachment = Attachment(filename="a.json", media_type="application/json", description="A", data=[b"{", b"}"])
    reader = opened(Document().made(attachments=[attachment]))
    [specification] = reader.root_object["/AF"]
    held = specification.get_object()
    assert (held["/UF"], held["/AFRelationship"], held["/Desc"]) == ("a.json", "/Source", "A")
    assert held["/EF"]["/F"].get_object()["/Subtype"] == "/application/json"
    assert reader.attachments["a.json"] == [b"{}"]


@pytest.mark.parametrize(
    ("conformance", "present", "absent"),
    [
        ("3a", {"/StructTreeRoot", "/MarkInfo", "/OutputIntents", "/Metadata", "/AF"}, set()),
        ("3b", {"/OutputIntents", "/Metadata", "/AF"}, {"/StructTreeRoot", "/MarkInfo"}),
        ("plain", {"/Pages"}, {"/StructTreeRoot", "/MarkInfo", "/OutputIntents", "/Metadata", "/AF"}),
    ],
)
def test_a_file_has_what_it_promises_and_no_more(conformance: str, present: set[str], absent: set[str]) -> None:
    document = Document(conformance=conformance)
    document.canvas.link(document.paragraph(), (0.0, 0.0, 1.0, 1.0), "x", url="https://x.example")
    document.canvas.settle(document.body)
    attachment = Attachment(filename="a", media_type="text/plain", description="", data=[b"x"])
    root = opened(document.made(attachments=[attachment])).root_object
    assert present <= set(root)
    assert not absent & set(root)


def test_an_outline_closes_what_is_below_and_may_skip_no_level() -> None:
    made = canvas()
    for title, level in (("A", 0), ("A1", 1), ("A2", 1), ("B", 0), ("B11", 2), ("C", 0)):
        made.destination(title, 0.0, 0.0)
        made.bookmark(title, title, level)
    reader = opened(finished(made))
    found = reader.outline
    assert [item if isinstance(item, str) else item.title for item in found[:1]] == ["A"]
    assert [item.title for item in found[1]] == ["A1", "A2"]
    assert found[2].title == "B"
    assert [item.title for item in found[3]] == ["B11"]
    assert reader.root_object["/Outlines"]["/Count"] == 3
    assert reader.root_object["/Outlines"]["/First"]["/Count"] == -2


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (None, ""),
        (datetime(2021, 11, 18, 8, 0, 1, tzinfo=UTC), "D:20211118080001+00'00'"),
        (
            datetime(1999, 1, 2, 3, 4, 5, 600, tzinfo=timezone(-timedelta(hours=3, minutes=30))),
            "D:19990102030405-03'30'",
        ),
        (datetime(2021, 1, 2), "D:20210102000000+00'00'"),  # noqa: DTZ001 - a date alone
    ],
)
def test_times_are_written_as_pdf_dates(moment: datetime | None, written: str) -> None:
    assert timestamp(moment) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [("a(b)\\", "(a\\(b\\)\\\\)"), ("Ա", "<FEFF0531>"), ("a\nb", "<FEFF0061000A0062>"), ("\ud800", "<FEFF003F>")],
)
def test_texts_are_written_as_strings(text: str, written: str) -> None:
    assert literal(text) == written


def test_names_have_their_odd_characters_in_digits() -> None:
    assert name("application/ld+json") == "/application#2Fld+json"
    assert name("a b#(Ա)") == "/a#20b#23#28#D4#B1#29"


def test_a_tree_of_names_is_in_the_order_of_what_is_written() -> None:
    file = File()
    name_tree(file, {"b": "1", "Ա": "2", "(": "3", "a": "4"})
    file.finish(file.add("<<>>"), file.add("<<>>"))
    assert file.take().startswith(b"%PDF-1.7")


def test_the_profile_of_colours_is_one_of_srgb() -> None:
    ours, theirs = ImageCms.ImageCmsProfile(BytesIO(srgb_profile())), ImageCms.createProfile("sRGB")
    transform = ImageCms.buildTransform(ours, theirs, "RGB", "RGB")
    colours = Image.new("RGB", (256, 1))
    colours.putdata([(value, 255 - value, value * 7 % 256) for value in range(256)])
    turned = ImageCms.applyTransform(colours, transform)
    differences = [abs(a - b) for a, b in zip(colours.tobytes(), turned.tobytes(), strict=True)]
    assert max(differences) <= 1


def test_a_file_of_which_all_was_packed_packs_no_more() -> None:
    file = File()
    numbers = [file.add("<<>>") for _ in range(200)]
    file.finish(numbers[0], numbers[1])
    assert file.take().count(b"/ObjStm") == 1
