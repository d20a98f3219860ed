"""Which importer takes a source, and what a caller may tell it."""

import datetime
import io
import json
import zipfile
from typing import get_type_hints

import pytest
from attrs import evolve, fields
from hypothesis import given, settings
from hypothesis import strategies as st

import liveblog_archive as lba
from liveblog_archive import importers
from liveblog_archive.importers import IMPORTERS, Options, claims, importer, importer_for
from tests.corpus import corpus, needs_corpus
from tests.importers.platforms import FOLDER, data
from tests.samples import full_blog


def test_the_table_names_every_format_once() -> None:
    names = [row.name for row in IMPORTERS]
    assert names[:2] == ["jsonld", "xml"]
    assert names[-1] == "text"
    assert len(set(names)) == len(names)


def test_every_row_says_what_it_reads() -> None:
    for row in IMPORTERS:
        assert row.description
        assert row.sign
        assert all(suffix.startswith(".") for suffix in row.suffixes)
        assert importer(row.name) is row


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'{"@context": {}, "format": "liveblog-jsonld/1"}', "jsonld"),
        (b'\xef\xbb\xbf \r\n\t{"@context": {}, "format": 1}', "jsonld"),
        (b'{\n"@context": {"cut": ', "jsonld"),
        (b'<?xml version="1.0"?><liveBlog/>', "xml"),
        (b"\xef\xbb\xbf\n<liveBlog/>", "xml"),
        (b'<ns0:feed xmlns:ns0="http://www.w3.org/2005/Atom"/>', "feed"),
        (b'<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', "feed"),
        (b"3:20 p.m.: Aground.", "text"),
        (b"[14:05] Aground.", "text"),
        ("\ufeff14:05 – Aground.".encode("utf-16"), "text"),
        (b"", "text"),
        (b"\x01\xb1\x06\xd6", "text"),
    ],
)
def test_exactly_one_importer_claims_a_source(data: bytes, name: str) -> None:
    assert importer_for(data, "").name == name


PLATFORMS = {
    "24liveblog.json": "mapping",
    "bbc.json": "bbc",
    "feed.atom": "feed",
    "feed.rss": "feed",
    "guardian_blocks.json": "guardian",
    "guardian_content_api.json": "guardian",
    "guardian_page.json": "guardian",
    "jsonfeed.json": "feed",
    "scribblelive.json": "scribblelive",
    "superdesk.json": "superdesk",
    "superdesk_2016.json": "superdesk",
    "tickaroo.json": None,  # by a mapping that is named
    "wordpress.json": "wordpress",
}


def test_every_platform_s_file_is_known_by_its_content() -> None:
    files = sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".json", ".rss", ".atom"))
    assert files == sorted(PLATFORMS)
    for name, expected in PLATFORMS.items():
        assert [row.name for row in claims(data(name))] == ([expected] if expected else []), name


@needs_corpus
def test_every_real_file_is_claimed_by_one() -> None:
    files = {path.name: [row.name for row in claims(path.read_bytes())] for path in corpus("json").iterdir()}
    assert files == {
        "bbc_simorgh_mundo_es.json": ["bbc"],
        "guardian_dcr_blocks_key_events.json": ["guardian"],
        "guardian_dcr_pmqs_2023.json": ["guardian"],
        "superdesk_liveblog_posts_2017.json": ["superdesk"],
        "wordpress_liveblog_get_entries.json": ["wordpress"],
    }
    for path in corpus("text").glob("*.txt"):
        assert [row.name for row in claims(path.read_bytes())] == ["text"], path.name


MEMBERS = [
    *("@context", "format", "blocks", "body", "elements", "blockCreatedOn", "contentType", "response", "content"),
    *("data", "liveTextStream", "results", "posts", "_items", "post_status", "groups", "entries", "entry_time"),
    *("timestamp", "type", "page", "pages", "Posts", "Content", "Created", "Pages", "news", "nid", "contents"),
    "version",
]
ALIKE = st.recursive(
    st.sampled_from([None, 1, "x", "LiveBlog", "https://jsonfeed.org/version/1.1", [], {}]),
    lambda children: (
        st.lists(children, max_size=2)
        | st.dictionaries(
            st.sampled_from(MEMBERS),
            children,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(ALIKE)
def test_whatever_json_holds_telling_what_it_is_does_not_fail(value: object) -> None:
    assert isinstance(claims(json.dumps(value).encode()), list)


def test_what_we_write_is_claimed_by_the_format_it_was_written_in() -> None:
    blog = full_blog()
    for name in ("jsonld", "xml"):
        assert importer_for(lba.export(blog, name), "").name == name


def test_only_the_beginning_of_a_source_is_looked_at() -> None:
    assert importer_for(b" " * 5000 + b"{}", "").name == "text"


@pytest.mark.parametrize("data", [b"<<LIVE>>", b"<3 from the harbour", b"< 14:05", "<«Live»>".encode()])
def test_a_text_may_begin_with_a_sign_that_opens_no_tag(data: bytes) -> None:
    assert importer_for(data, "").name == "text"


@pytest.mark.parametrize("data", [b"<!-- a -->", b"<?xml?>", b"</div>", b"<p>", "<блог/>".encode()])
def test_markup_may_begin_with_anything_that_is_markup(data: bytes) -> None:
    assert importer_for(data, "").name == "html"


def test_a_source_that_two_importers_claim_is_an_error_that_names_both(monkeypatch: pytest.MonkeyPatch) -> None:
    greedy = evolve(importer("xml"), sniff=lambda source: True)
    monkeypatch.setattr(importers, "IMPORTERS", (importer("text"), greedy))
    with pytest.raises(lba.ImportFailure) as caught:
        importer_for(b"14:05 Aground.", "storm.txt")
    assert str(caught.value) == "storm.txt: claimed by text and xml; name its format: format="


def test_a_source_that_nobody_claims_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importers, "IMPORTERS", (importer("xml"),))
    with pytest.raises(lba.ImportFailure, match="claimed by no importer; name its format"):
        importer_for(b"14:05 Aground.", "storm.txt")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"a": 1}', "JSON, but of no format that is known; say where its entries are, with mapping="),
        (b"[]", "JSON, but of no format that is known"),
        (
            b'{"a": 1,\n"b": ',
            "line 2: not JSON: Expecting value; save the file again from its source, "
            "or, if it is a text, name it: format='text'",
        ),
        (b'[{"a": ', "line 1: not JSON"),
        (b'{"a": "\xfc"}', "byte 7: not UTF-8, as JSON is"),
        (b"{" * 100_000, "line 1: not JSON"),
        (b'{"a": ' * 100_000, "JSON that is nested too deeply"),
    ],
)
def test_json_that_nobody_knows_is_one_clear_line(data: bytes, message: str) -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        importer_for(data, "storm.json")
    assert str(caught.value).startswith("storm.json")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("format_", "kind"),
    [("pdf", "a PDF"), ("ical", "a calendar"), ("tei", "a TEI document"), ("newsml", "a NewsML-G2 message")],
)
def test_what_is_written_for_others_is_not_taken_for_text_or_a_page(format_: str, kind: str) -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse(lba.export(full_blog(), format_), where="storm.data")
    printed = "; of a page that was printed, copy the text" if format_ == "pdf" else ""
    assert str(caught.value) == f"storm.data: {kind}, {OURS}{printed}"


PAGE = "copy the text of the page, or save the page as HTML"
SAVE = "open it in a browser, and save the page as HTML"
AS_TEXT = "save it as plain text or HTML"
OURS = "which is written for others and not read back; read the JSON-LD or XML of the same blog, or its source"


def zipped(*names: str, stated: str = "") -> bytes:
    """Return a ZIP archive of empty files, which may begin with a media type."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        if stated:
            archive.writestr("mimetype", stated)
        for name in names:
            archive.writestr(name, "")
    return out.getvalue()


@pytest.mark.parametrize("told", [{}, {"format": "text"}, {"format": "text", "encoding": "cp1251"}], ids=str)
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", f"a picture; {PAGE}"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", f"a picture; {PAGE}"),
        (b"\xef\xbb\xbf\nBEGIN:VCALENDAR\r\n", f"a calendar, {OURS}"),
        (b"GIF89a\1\0", f"a picture; {PAGE}"),
        (b"GIF87a\1\0", f"a picture; {PAGE}"),
        (b"RIFF\x1a\n\0\0WEBPVP8 ", f"a picture; {PAGE}"),
        (b"\0\0\0\x18ftypheic", f"a picture; {PAGE}"),
        (b"\0\0\0\x20ftypisom", f"a video; {PAGE}"),
        (b"bplist00\xd1\1\2", f"a property list, and no web archive of Safari; {SAVE}"),
        (b"{\\rtf1\\ansi Ferry", f"a document in RTF; {AS_TEXT}"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"a document of Office before 2007; {AS_TEXT}"),
        (b"\x28\xb5\x2f\xfd\x04\x00", "a compressed file (Zstandard); unpack it first"),
        (zipped("word/document.xml"), f"a Word document; {AS_TEXT}"),
        (zipped("xl/workbook.xml"), f"an Excel workbook; {AS_TEXT}"),
        (zipped("ppt/presentation.xml"), f"a PowerPoint presentation; {AS_TEXT}"),
        (zipped(stated="application/vnd.oasis.opendocument.text"), f"an OpenDocument text; {AS_TEXT}"),
        (zipped(stated="application/vnd.oasis.opendocument.spreadsheet"), f"an OpenDocument file; {AS_TEXT}"),
        (zipped("META-INF/container.xml", stated="application/epub+zip"), f"an e-book (EPUB); {AS_TEXT}"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_live_blog_is_called_what_it_is(data: bytes, said: str, told: dict[str, str]) -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse(data, where="storm.txt", timezone="UTC", **told)
    assert str(caught.value) == f"storm.txt: {said}"


def test_a_text_that_begins_with_the_name_of_a_format_is_a_text() -> None:
    blog = lba.parse(b"GIF89 is a format.\n\n3 March 2026\n\n14:05 The coaster is aground.\n", timezone="UTC")
    assert [entry.text for entry in blog.entries] == ["The coaster is aground."]


def test_an_unknown_format_is_answered_with_the_known_ones() -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        importer("docx")
    known = ", ".join(row.name for row in IMPORTERS)
    assert str(caught.value) == f"unknown format 'docx'; use one of: {known}"


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
    assert set(TOLD) == {option.name for option in fields(Options)} - {
        "where",
        "mapping",
    }  # a mapping is a format of its own


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
