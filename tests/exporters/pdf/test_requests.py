"""What a briefing may be asked, and what becomes of what cannot be had: a note, or one clear line."""

from pathlib import Path

import pytest
from attrs import evolve
from lxml import etree
from tests.exporters.pdf.building import opened
from tests.exporters.pdf.reading import headings
from tests.samples import headed

import liveblog_archive as lba
from liveblog_archive import ExportError
from liveblog_archive.exporters import exporter
from liveblog_archive.model import Agent, Entry, LiveBlog, Note, Paragraph

BLOG = LiveBlog(
    id="tag:news.example,2021:asked", title="Asked", language="en", entries=[Entry(body=[Paragraph("橋 and 橋, 川")])]
)


INSTALL = "give fonts=cjk, after pip install 'liveblog-archive[cjk]'"
A_FONT_FOR = "give fonts=PATH, the file of a font for"


def told(words: str, **options: object) -> list[str]:
    """Return what is told of characters that no font has."""
    notes: list[Note] = []
    blog = LiveBlog(id="tag:news.example,2021:asked", entries=[Entry(body=[Paragraph(words)])])
    b"".join(exporter("pdf").write(lba.parse(lba.export(blog, "jsonld")), options, notes.append))
    assert {note.code for note in notes} <= {"missing-glyph"}
    return [note.text for note in notes]


def test_a_character_that_no_font_has_is_told_once() -> None:
    assert told("橋 and 橋") == [f"1 character of Han (U+6A4B) has no font and is drawn as U+FFFD; {INSTALL}"]


def test_each_script_without_a_font_is_told_in_one_line_with_the_font_that_it_needs() -> None:
    assert told("雨の夜、フェリーが橋に。港") == [
        # The sound mark is of Hiragana and Katakana alike.
        f"3 signs of East Asia (U+3001, U+3002, U+30FC) have no font and are drawn as U+FFFD; {INSTALL}",
        "4 characters of Han (U+591C, U+6A4B, U+6E2F and 1 more) have no font and are drawn as U+FFFD; " + INSTALL,
        "3 characters of Hiragana (U+304C, U+306B, U+306E) have no font and are drawn as U+FFFD; " + INSTALL,
        "3 characters of Katakana (U+30A7, U+30D5, U+30EA) have no font and are drawn as U+FFFD; " + INSTALL,
    ]
    assert told("बाढ़ ฝน") == [
        "4 characters of Devanagari (U+0922, U+092C, U+093C and 1 more) have no font and are drawn as U+FFFD; "
        f"{A_FONT_FOR} Devanagari",
        f"2 characters of Thai (U+0E19, U+0E1D) have no font and are drawn as U+FFFD; {A_FONT_FOR} Thai",
    ]


def test_a_sign_of_no_script_is_told_as_that() -> None:
    assert told("\U0001f8b0") == [
        f"1 sign (U+1F8B0) has no font and is drawn as U+FFFD; {A_FONT_FOR} such signs",
    ]


def test_a_font_that_was_given_is_not_given_as_advice() -> None:
    assert told("橋", fonts="cjk") == []
    assert told("\U0002f800", fonts="cjk") == [
        f"1 character of Han (U+2F800) has no font and is drawn as U+FFFD; {A_FONT_FOR} Han",
    ]


def test_it_is_refused_where_that_is_asked_and_no_file_is_left(tmp_path: Path) -> None:
    path = tmp_path / "asked.pdf"
    with pytest.raises(ExportError) as caught:
        lba.write(BLOG, path, strict=True)
    assert str(caught.value) == (
        "pdf: no font has U+6A4B; give fonts=cjk, after pip install 'liveblog-archive[cjk]', or be not strict"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_font_may_be_added() -> None:
    notes: list[Note] = []
    data = lba.export(BLOG, "pdf", fonts="cjk", strict=True)
    assert notes == []
    assert "橋 and 橋, 川" in " ".join(page.extract_text() for page in opened(data).pages)


@pytest.mark.parametrize("content", [None, b"", b"no font at all"])
def test_a_font_that_cannot_be_used_is_named_and_no_file_is_left(tmp_path: Path, content: bytes | None) -> None:
    font, path = tmp_path / "Broken.ttf", tmp_path / "asked.pdf"
    if content is not None:
        font.write_bytes(content)
    with pytest.raises(ExportError) as caught:
        lba.write(BLOG, path, fonts=str(font))
    assert str(caught.value).startswith(f"{font}: ")
    assert str(caught.value).endswith("; name a TrueType or OpenType font file")
    assert not path.exists()


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("conformance", "4f", "pdf: option conformance cannot be '4f'; use one of: 3a, 3b, plain"),
        ("paper", "a5", "pdf: option paper cannot be 'a5'; use one of: a4, letter"),
        ("density", "tight", "pdf: option density cannot be 'tight'; use one of: comfortable, compact"),
        ("strict", "perhaps", "pdf: option strict cannot be 'perhaps'; use yes or no"),
    ],
)
def test_a_value_that_an_option_may_not_have_is_refused(option: str, value: str, said: str) -> None:
    with pytest.raises(ExportError) as caught:
        lba.export(BLOG, "pdf", **{option: value})
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("options", "size"),
    [
        ({}, (595.28, 841.89)),
        ({"paper": "letter"}, (612, 792)),
        ({"paper": "letter", "large_print": "yes"}, (612, 792)),
        ({"density": "compact"}, (595.28, 841.89)),
    ],
)
def test_the_paper_is_the_one_that_was_asked_for(options: dict[str, str], size: tuple[float, float]) -> None:
    for page in opened(lba.export(BLOG, "pdf", **options)).pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(size, abs=0.02)


def said(**options: str) -> list[str]:
    return [page.extract_text() for page in opened(lba.export(BLOG, "pdf", **options)).pages]


def test_a_briefing_without_tags_says_the_same() -> None:
    assert said(conformance="3b") == said()


def test_only_a_briefing_to_which_data_is_attached_says_that_it_is() -> None:
    *pages, last = said()
    *same, plain = said(conformance="plain")
    assert same == pages
    before, attached, after = last.partition("ATTACHED")
    assert attached
    assert "liveblog.jsonld: the live blog" in after
    assert plain.startswith(before.rstrip())
    assert "jsonld" not in plain


def test_no_level_of_headings_is_passed_over() -> None:
    found = headings(opened(lba.export(headed(), "pdf")))
    assert [later for one, later in zip([0, *found], found, strict=False) if later > one + 1] == []
    assert found.count(4) == 1  # below the headline


def test_what_no_xml_can_hold_is_visible_in_the_metadata_of_a_file() -> None:
    authors = [Agent(name="Ann\x0bLee")]
    reader = opened(lba.export(evolve(headed(), authors=authors), "pdf"))
    found = etree.fromstring(reader.root_object["/Metadata"].get_object().get_data())
    assert "Ann[U+000B]Lee" in "".join(found.itertext())
    assert reader.metadata.author == "Ann[U+000B]Lee"
