"""Which exporter writes a file, and what every one of them can write."""

from datetime import date, timedelta
from typing import get_args

import pytest

import liveblog_archive as lba
from liveblog_archive import ExportError
from liveblog_archive.exporters import EXPORTERS, exporter, exporter_for
from liveblog_archive.model import Entry, LiveBlog, Paragraph
from liveblog_archive.model.order import Order


def test_the_table_is_read_from_top_to_bottom() -> None:
    assert [row.name for row in EXPORTERS] == ["pdf", "jsonld", "xml", "ical", "html", "newsml", "tei"]


def test_every_row_says_what_it_writes_and_is_found_by_name_and_suffix() -> None:
    for row in EXPORTERS:
        assert row.description
        assert row.media_type.count("/") == 1
        assert exporter(row.name) is row
        for suffix in row.suffixes:
            assert exporter_for(f"storm{suffix}") is row
            assert exporter_for(f"storm{suffix.upper()}") is row


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("storm.tei.xml", "tei"),
        ("storm.NewsML.xml", "newsml"),
        ("storm.tei.html", "html"),
        ("a.tei/storm.xml", "xml"),
    ],
)
def test_a_vocabulary_may_be_named_before_the_suffix_of_all_xml(path: str, name: str) -> None:
    assert exporter_for(path).name == name


@pytest.mark.parametrize("path", ["storm", "storm.", ".xml", "storm.docx", "a.xml/storm"])
def test_a_name_without_a_suffix_of_a_format_stands_for_none(path: str) -> None:
    with pytest.raises(ExportError, match="no format has the suffix"):
        exporter_for(path)


def test_no_suffix_stands_for_two_formats() -> None:
    suffixes = [suffix for row in EXPORTERS for suffix in row.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_an_unknown_format_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ExportError) as caught:
        exporter("docx")
    assert str(caught.value) == "unknown format 'docx'; use one of: pdf, jsonld, xml, ical, html, newsml, tei"


@pytest.mark.parametrize("suffix", ["", ".docx"])
def test_an_unknown_suffix_is_answered_with_the_known_ones(suffix: str) -> None:
    with pytest.raises(ExportError) as caught:
        exporter_for(f"storm{suffix}")
    assert str(caught.value) == (
        f"storm{suffix}: no format has the suffix {suffix!r}; "
        "use one of .pdf, .jsonld, .json, .xml, .ics, .html, .htm, .newsml, .newsml.xml, .tei, .tei.xml, "
        "or name the format"
    )


@pytest.mark.parametrize("format_", [row.name for row in EXPORTERS])
@pytest.mark.parametrize("day", [date.min, date.max - timedelta(days=1)])
def test_the_first_and_the_last_day_that_an_entry_may_have_are_written(format_: str, day: date) -> None:
    said = [Entry(day=day, body=(Paragraph(text=text),)) for text in ("It is open.", "It is closed.")]
    for order in get_args(Order):
        assert lba.export(LiveBlog(id="tag:news.example,2026:x", order=order, timezone="UTC", entries=said), format_)
