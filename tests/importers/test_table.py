"""Which importer takes a source, and what a caller may tell it."""

import datetime
from typing import get_type_hints

import pytest
from attrs import evolve, fields

import liveblog_archive as lba
from liveblog_archive import importers
from liveblog_archive.importers import IMPORTERS, Options, importer, importer_for
from tests.samples import full_blog


def test_the_table_is_read_from_top_to_bottom() -> None:
    assert [row.name for row in IMPORTERS] == ["jsonld", "xml", "text"]


def test_every_row_says_what_it_reads() -> None:
    for row in IMPORTERS:
        assert row.description
        assert all(suffix.startswith(".") for suffix in row.suffixes)
        assert importer(row.name) is row


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'{"@type": "LiveBlogPosting"}', "jsonld"),
        (b'\xef\xbb\xbf \r\n\t{"@type": "LiveBlogPosting"}', "jsonld"),
        (b'<?xml version="1.0"?><liveBlog/>', "xml"),
        (b"\xef\xbb\xbf\n<liveBlog/>", "xml"),
        (b"3:20 p.m.: Aground.", "text"),
        (b"[14:05] Aground.", "text"),
        ("\ufeff14:05 – Aground.".encode("utf-16"), "text"),
        (b"", "text"),
        (b"\x89PNG\r\n\x1a\n", "text"),
    ],
)
def test_exactly_one_importer_claims_a_source(data: bytes, name: str) -> None:
    assert importer_for(data, "").name == name


def test_what_we_write_is_claimed_by_the_format_it_was_written_in() -> None:
    blog = full_blog()
    for name in ("jsonld", "xml"):
        assert importer_for(lba.export(blog, name), "").name == name


def test_only_the_beginning_of_a_source_is_looked_at() -> None:
    assert importer_for(b" " * 5000 + b"{}", "").name == "text"


def test_a_source_that_two_importers_claim_is_an_error_that_names_both(monkeypatch: pytest.MonkeyPatch) -> None:
    greedy = evolve(importer("xml"), sniff=lambda head: True)
    monkeypatch.setattr(importers, "IMPORTERS", (importer("text"), greedy))
    with pytest.raises(lba.ImportFailure) as caught:
        importer_for(b"14:05 Aground.", "storm.txt")
    assert str(caught.value) == "storm.txt: claimed by text and xml; name its format with --from (format=)"


def test_a_source_that_nobody_claims_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importers, "IMPORTERS", (importer("xml"),))
    with pytest.raises(lba.ImportFailure, match="claimed by no importer; name its format"):
        importer_for(b"14:05 Aground.", "storm.txt")


def test_an_unknown_format_is_answered_with_the_known_ones() -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        importer("html")
    assert str(caught.value) == "unknown format 'html'; use one of: jsonld, xml, text"


# Options

TOLD: dict[str, object] = {
    "timezone": "Europe/Istanbul",
    "language": "en",
    "date": datetime.date(2026, 3, 3),
    "order": "manual",
    "title": "Storm",
    "url": "https://news.example/storm",
    "id": "tag:news.example,2026-03-03:storm",
    "encoding": "utf-8",
}


def test_every_option_is_one_that_parse_takes() -> None:
    assert {option.name for option in fields(Options)} <= set(get_type_hints(lba.parse))
    assert set(TOLD) == {option.name for option in fields(Options)} - {"where"}


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("told_by", ["jsonld", "xml"])
def test_a_format_that_states_everything_itself_refuses_to_be_told(name: str, told_by: str) -> None:
    data = lba.export(full_blog(), told_by)
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse(data, where="storm.data", **{name: TOLD[name]})  # type: ignore[arg-type]
    assert (
        str(caught.value) == f"storm.data: {name} is given, but the format {told_by} states it itself; leave it out"
    )


def test_nothing_told_is_nothing_refused() -> None:
    Options(where="storm.xml").refuse_all("xml")
