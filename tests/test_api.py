"""The verbs of the library, as a user types them."""

import datetime
import gc
import inspect
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import attrs
import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive import api, errors
from liveblog_archive.errors import CitationError, escaped_line
from liveblog_archive.exporters import EXPORTERS, Notify
from liveblog_archive.identity import EntryId, identify
from liveblog_archive.identity.quoting import find
from liveblog_archive.importers import IMPORTERS
from liveblog_archive.model import Entry, LiveBlog, Note, Paragraph
from tests.samples import full_blog
from tests.storm import BLOG_ID, EXAMPLE, TEXT, ZONE

FORMATS = [row.name for row in EXPORTERS]


@pytest.fixture
def blog() -> LiveBlog:
    return lba.parse(TEXT, timezone=ZONE, id=BLOG_ID)


# Reading


def test_read_takes_what_parse_takes() -> None:
    taken = dict(inspect.signature(lba.parse).parameters)
    del taken["source"], taken["where"]
    assert {name: p for name, p in inspect.signature(lba.read).parameters.items() if name != "path"} == taken


def test_text_becomes_a_blog_whose_entries_have_ids(blog: LiveBlog) -> None:
    assert blog.id == BLOG_ID
    assert [entry.headline for entry in blog.entries] == ["Statement by the Harbour Board", None]
    assert blog.entries[1].text == "The first lifeboat has left the harbour."
    assert blog.entries[1].time is not None
    assert str(blog.entries[1].time.value) == "2026-03-03 15:45:00+03:00"
    assert [str(EntryId.parse(entry.id).blog) for entry in blog.entries] == [BLOG_ID, BLOG_ID]


def test_text_and_its_bytes_and_its_file_are_one_blog(blog: LiveBlog, tmp_path: Path) -> None:
    source = tmp_path / "storm.txt"
    source.write_text(TEXT, encoding="utf-8")
    assert lba.parse(TEXT.encode(), timezone=ZONE, id=BLOG_ID) == blog
    assert lba.read(source, timezone=ZONE, id=BLOG_ID) == blog
    assert lba.read(str(source), timezone=ZONE, id=BLOG_ID) == blog


def test_everything_that_is_told_reaches_the_importer() -> None:
    text = "14:05: Κλειστή η γέφυρα.\n14:20: Ανοιχτή ξανά.\n"
    blog = lba.parse(
        text.encode("cp1253"),
        format="text",
        timezone="Europe/Athens",
        language="el",
        date="2026-03-03",
        order="manual",
        title="Η γέφυρα",
        url="https://news.example/bridge",
        id=BLOG_ID,
        encoding="cp1253",
    )
    assert (blog.timezone, blog.language, blog.order) == ("Europe/Athens", "el", "manual")
    assert (blog.title, blog.url, blog.id) == ("Η γέφυρα", "https://news.example/bridge", BLOG_ID)
    assert blog.entries[0].text == "Κλειστή η γέφυρα."
    assert blog.days() == (datetime.date(2026, 3, 3),)


def test_everything_that_is_told_to_read_reaches_parse(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "storm.txt").write_bytes(b"bytes")
    told = {name: f"the {name}" for name in inspect.signature(lba.read).parameters if name != "path"}
    passed: dict[str, object] = {}
    monkeypatch.setattr(api, "parse", lambda source, **options: passed.update(options, source=source))
    lba.read(tmp_path / "storm.txt", **told)  # type: ignore[arg-type]
    assert passed == told | {"source": b"bytes", "where": str(tmp_path / "storm.txt")}


MIDDAY = datetime.datetime(2026, 3, 3, 12, tzinfo=datetime.UTC)


@pytest.mark.parametrize("day", ["2026-03-03", MIDDAY.date(), MIDDAY])
def test_a_date_is_a_day_or_its_iso_form(day: str | datetime.date) -> None:
    blog = lba.parse("3. März\n14:05: Die Brücke ist zu.\n14:20: Sie ist offen.", timezone="UTC", date=day)
    assert blog.days() == (datetime.date(2026, 3, 3),)


def test_text_that_was_decoded_already_needs_no_encoding() -> None:
    assert lba.parse("14:05: Łódź\n14:06: Kraków", timezone="UTC", encoding="ascii").entries[0].text == "Łódź"


@pytest.mark.parametrize("name", ["jsonld", "xml"])
def test_what_the_library_wrote_it_reads_back_unchanged(name: str) -> None:
    blog = full_blog()
    assert lba.parse(lba.export(blog, name)) == blog
    assert lba.parse(lba.export(blog, name), format=name) == blog


def test_identifiers_are_the_same_for_two_people_who_paste_the_same_text() -> None:
    one, other = (lba.parse(TEXT, timezone=ZONE) for _ in range(2))
    assert one == other
    assert one.id.startswith("urn:uuid:")
    assert one.capture is not None
    assert "blog-id-derived" in [note.code for note in one.capture.notes]


# Errors of reading


def failure(source: str | bytes, **options: object) -> lba.LiveBlogError:
    with pytest.raises(lba.LiveBlogError) as caught:
        lba.parse(source, **options)  # type: ignore[arg-type]
    return caught.value


def test_a_lone_surrogate_is_found_by_its_line() -> None:
    error = failure("14:05: fine\n14:06: not \ud83d fine\n", timezone="UTC", where="paste")
    assert isinstance(error, lba.ImportFailure)
    assert str(error) == (
        "paste, line 2: lone surrogate U+D83D; decode the source with its real encoding, or pass its bytes"
    )


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "3/3/2026", "", 5, 20260303, b"2026-03-03", False])
def test_a_date_that_is_no_day_is_refused(day: object) -> None:
    assert str(failure(TEXT, timezone=ZONE, date=day)) == f"date {day!r} is not a day; write it as 2021-11-16"


def test_an_error_of_an_importer_that_knows_no_file_names_the_source() -> None:
    error = failure(b'{"@context": 7, "format": 7}', where="storm.jsonld")
    assert isinstance(error, lba.ImportFailure)
    assert error.where == "storm.jsonld"
    assert isinstance(error.__cause__, lba.ImportFailure)


def test_without_a_name_the_error_stays_as_it_is() -> None:
    error = failure(b'{"@context": 7, "format": 7}')
    assert isinstance(error, lba.ImportFailure)
    assert (error.where, error.__cause__) == ("", None)


def test_an_error_that_names_its_source_stays_as_it_is() -> None:
    error = failure(b" \n", timezone=ZONE, where="blank.txt")
    assert str(error) == "blank.txt: no text in it; give the text of a live blog"
    assert error.__cause__ is None


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"id": "no uri"}, "LiveBlog.id: not a blog id: 'no uri'"),
        ({"timezone": "Mars/Base"}, "LiveBlog.timezone: unknown time zone 'Mars/Base'"),
        ({"order": "upwards"}, "LiveBlog.order: unknown value 'upwards'"),
        ({"title": " "}, "LiveBlog.title: empty text"),
        ({"url": "\udcff"}, "LiveBlog.url: lone surrogate U+DCFF"),
        ({"language": 5}, "LiveBlog.language: expected str, got int; give a str"),
        ({"timezone": ["UTC"]}, "LiveBlog.timezone: expected str, got list; give a str"),
    ],
)
def test_a_value_that_the_model_refuses_is_named(options: dict[str, str], message: str) -> None:
    error = failure(TEXT, **{"timezone": ZONE} | options)
    assert isinstance(error, lba.ModelError)
    assert str(error).startswith(message)


@pytest.mark.parametrize("url", ["news.example/live", "/live", "ftp://news.example/"])
def test_an_address_that_leads_to_no_page_is_refused(url: str) -> None:
    assert str(failure(TEXT, timezone=ZONE, url=url)) == (
        f"url: {url!r} is not the address of a page; give one such as https://example.org/live/"
    )


@pytest.mark.parametrize(
    ("language", "remedy"),
    [
        ("french", "did you mean fr?"),
        (" Deutsch", "did you mean de?"),
        ("fra", "did you mean fr?"),
        ("pt_BR", "did you mean pt-BR?"),
        ("zz", "give a BCP 47 tag such as en or pt-BR"),
        ("englisch!", "give a BCP 47 tag such as en or pt-BR"),
        ("", "give a BCP 47 tag such as en or pt-BR"),
    ],
)
def test_a_language_that_nobody_has_a_name_for_is_refused(language: str, remedy: str) -> None:
    error = failure(TEXT, timezone=ZONE, language=language)
    assert isinstance(error, lba.ImportFailure)
    assert str(error) == f"language {language!r} is not known; {remedy}"


@pytest.mark.parametrize("language", ["FR", "zh-Hant-TW", "gsw", "es-419"])
def test_a_language_that_has_a_name_is_taken_as_it_is_written(language: str) -> None:
    assert lba.parse(TEXT, timezone=ZONE, language=language).language == language


@pytest.mark.parametrize("encoding", ["klingon", "undefined", "hex", "utf\0", "\udcff", "", 3])
def test_an_encoding_that_is_none_is_one_clear_line(encoding: object) -> None:
    error = failure(TEXT.encode(), timezone=ZONE, encoding=encoding, where="storm")
    assert isinstance(error, lba.ImportFailure)
    assert str(error) == escaped_line(f"storm: unknown encoding {encoding!r}; name one such as utf-8 or cp1251")


def test_an_encoding_that_reads_several_bytes_as_one_is_known() -> None:
    assert lba.parse(TEXT.encode("utf-32"), timezone=ZONE, encoding="utf-32").entries


def test_an_unknown_format_is_refused_by_readers_and_writers(blog: LiveBlog) -> None:
    known = ", ".join(row.name for row in IMPORTERS)
    assert str(failure(TEXT, format="docx")) == f"unknown format 'docx'; use one of: {known}"
    with pytest.raises(lba.ExportError, match="unknown format 'docx'; use one of: pdf, jsonld, xml, ical"):
        lba.export(blog, "docx")
    with pytest.raises(lba.ExportError, match="unknown format 'docx'"):
        lba.stream(blog, "docx")  # before the first piece is asked for


def test_a_format_of_the_wrong_type_is_an_unknown_one() -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        lba.validate(b"{}", [])  # type: ignore[arg-type]
    assert str(caught.value) == "no format [] can be validated; use one of: jsonld, xml, ical"


# Writing


@pytest.mark.parametrize("name", FORMATS)
def test_export_is_the_whole_of_the_stream_and_twice_the_same(name: str) -> None:
    blog = full_blog()
    pieces = list(lba.stream(blog, name))
    assert all(type(piece) is bytes for piece in pieces)
    assert b"".join(pieces) == lba.export(blog, name)


@pytest.mark.parametrize("name", FORMATS)
def test_whoever_exports_is_told_what_a_format_does_not_carry_as_the_writer_is(name: str, tmp_path: Path) -> None:
    blog = full_blog()
    exported: list[Note] = []
    streamed: list[Note] = []
    lba.export(blog, name, notify=exported.append)
    list(lba.stream(blog, name, notify=streamed.append))
    written: list[Note] = []
    assert tuple(exported) == lba.write(blog, tmp_path / "blog", format=name, notify=written.append)
    assert exported == streamed == written


def test_drafts_that_are_left_out_are_told(blog: LiveBlog) -> None:
    first, *others = blog.entries
    notes: list[Note] = []
    lba.export(evolve(blog, entries=[evolve(first, status="draft"), *others]), "ical", notify=notes.append)
    assert notes[0] == Note(code="entries-left-out", text="ical: 1 draft, left out (entries=all)")


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("o.pdf", "pdf"),
        ("o.jsonld", "jsonld"),
        ("o.json", "jsonld"),
        ("o.xml", "xml"),
        ("o.ics", "ical"),
        ("O.XML", "xml"),
    ],
)
def test_the_suffix_picks_the_format(blog: LiveBlog, tmp_path: Path, file: str, name: str) -> None:
    lba.write(blog, tmp_path / file)
    assert (tmp_path / file).read_bytes() == lba.export(blog, name)


@pytest.mark.parametrize(("suffix", "name"), [("ics", "ical"), ("json", "jsonld"), ("htm", "html")])
def test_a_format_may_be_named_by_a_suffix(blog: LiveBlog, tmp_path: Path, suffix: str, name: str) -> None:
    data = lba.export(blog, name)
    assert lba.export(blog, suffix) == b"".join(lba.stream(blog, suffix)) == data
    lba.write(blog, tmp_path / "blog", format=suffix)
    assert (tmp_path / "blog").read_bytes() == data


def test_a_path_may_be_bytes(blog: LiveBlog, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path / "blog.xml")
    lba.write(blog, path)  # type: ignore[arg-type]
    assert lba.read(path) == blog  # type: ignore[arg-type]
    with pytest.raises(lba.ImportFailure, match=r"^nothing\.xml: no such file"):
        lba.read(b"nothing.xml")  # type: ignore[arg-type]


def test_no_path_is_called_none() -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        lba.read("")
    assert str(caught.value) == "an empty path; give that of a file"


def test_one_page_alone_is_no_several_pages(blog: LiveBlog) -> None:
    with pytest.raises(lba.ModelError) as caught:
        lba.merge(blog)  # type: ignore[arg-type]
    assert str(caught.value) == ("a value of the type LiveBlog where several blogs are expected; give a list of them")


def test_the_named_format_goes_before_the_suffix(blog: LiveBlog, tmp_path: Path) -> None:
    lba.write(blog, tmp_path / "storm.txt", format="xml")
    assert (tmp_path / "storm.txt").read_bytes() == lba.export(blog, "xml")


def test_an_unknown_suffix_is_refused(blog: LiveBlog, tmp_path: Path) -> None:
    with pytest.raises(lba.ExportError, match=r"storm\.docx: no format has the suffix '\.docx'"):
        lba.write(blog, tmp_path / "storm.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_replaced_only_when_asked(blog: LiveBlog, tmp_path: Path) -> None:
    (tmp_path / "storm.xml").write_bytes(b"mine")
    with pytest.raises(lba.ExportError, match="it exists already"):
        lba.write(blog, tmp_path / "storm.xml")
    assert (tmp_path / "storm.xml").read_bytes() == b"mine"
    lba.write(blog, tmp_path / "storm.xml", overwrite=True)
    assert (tmp_path / "storm.xml").read_bytes() == lba.export(blog, "xml")


@pytest.mark.parametrize("name", FORMATS)
def test_a_blog_made_by_hand_gets_its_ids_when_it_is_written(name: str) -> None:
    entry = Entry(body=[Paragraph("Aground.")], day=datetime.date(2026, 3, 3))
    plain = LiveBlog(title="Storm", timezone="UTC", entries=[entry])
    assert lba.export(plain, name) == lba.export(identify(plain), name)


# Citing


def test_an_entry_is_found_by_its_id_and_by_the_end_of_it(blog: LiveBlog) -> None:
    for entry in blog.entries:
        assert find(blog, entry.id) is entry
        assert find(blog, entry.id[-12:]) is entry


def test_part_of_the_end_of_an_id_finds_nothing(blog: LiveBlog) -> None:
    for wrong in (blog.entries[0].id[-11:], "", "#", blog.id):
        with pytest.raises(CitationError) as caught:
            find(blog, wrong)
        assert str(caught.value).endswith(
            "no entry with this id; take it from an export, or the last 12 characters of it"
        )


def test_a_blog_an_entry_and_a_paragraph_are_cited(blog: LiveBlog) -> None:
    entry = blog.entries[0]
    whole = lba.cite(blog)
    assert whole.endswith(f"{blog.id}.")
    assert f"“{entry.headline},” " in lba.cite(blog, entry.id)
    assert entry.id in lba.cite(blog, entry.id)
    assert ", par. 2, " in lba.cite(blog, entry.id[-12:], paragraph=2)
    assert ", par. " not in lba.cite(blog, entry.id)


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("apa", "[Live blog entry, 3:20 p.m."),
        ("chicago", "March 3, 2026, 3:20 p.m. "),
        ("mla", "3 Mar. 2026, 3:20 p.m. "),
        ("bibtex", "@online{lb"),
        ("ris", "TY  - BLOG\r\n"),
        ("csl-json", '"type": "post-weblog"'),
    ],
)
def test_every_style_is_named_in_the_documentation_of_cite(blog: LiveBlog, style: str, words: str) -> None:
    assert words in lba.cite(blog, blog.entries[0].id, style=style)
    assert f"`{style}`" in str(lba.cite.__doc__)


def test_an_unknown_style_or_paragraph_is_refused(blog: LiveBlog) -> None:
    with pytest.raises(CitationError, match="unknown citation style 'harvard'; use one of: apa, chicago, mla"):
        lba.cite(blog, style="harvard")
    with pytest.raises(CitationError, match="no paragraph 3: the entry has 2 paragraphs; give a number from 1"):
        lba.cite(blog, blog.entries[0].id, paragraph=3)
    with pytest.raises(CitationError, match="paragraph 1 of no entry"):
        lba.cite(blog, paragraph=1)


def test_a_blog_without_ids_can_be_cited(blog: LiveBlog) -> None:
    bare = evolve(blog, entries=[evolve(entry, id="") for entry in blog.entries])
    assert lba.cite(bare, blog.entries[1].id) == lba.cite(blog, blog.entries[1].id)


# The example


def test_the_example_is_read_whole() -> None:
    blog = lba.read(EXAMPLE, timezone=ZONE)
    assert blog.order == "newest-day-first"
    assert len(blog.days()) == 2
    assert len({entry.id for entry in blog.entries}) == len(blog.entries) >= 40


class TestCaptures:
    FIRST = "2026-03-03\n\n14:05: The ferry is aground.\n\n14:20: Nobody was hurt.\n"
    SECOND = "2026-03-03\n\n14:05: The ferry is aground near the light.\n\n14:20: Nobody was hurt.\n"

    def blogs(self) -> tuple[LiveBlog, LiveBlog]:
        told = {"timezone": "UTC", "id": "tag:news.example,2026:ferry"}
        return lba.parse(self.FIRST, **told), lba.parse(self.SECOND, **told)

    def test_links_say_what_became_of_each_entry(self) -> None:
        matching = lba.match(*self.blogs())
        assert sorted(link.kind for link in matching.links) == ["edited", "same"]
        assert matching.review == ()

    def test_an_edited_entry_keeps_its_id(self) -> None:
        first, second = self.blogs()
        assert first.entries[0].id != second.entries[0].id
        assert [entry.id for entry in lba.revise(first, second).entries] == [entry.id for entry in first.entries]

    def test_a_quote_is_resolved_in_a_later_capture(self, tmp_path: Path) -> None:
        first, second = self.blogs()
        archive = lba.Archive(tmp_path / "archive")
        archive.deposit(
            first, source=self.FIRST.encode(), created=datetime.datetime(2026, 3, 3, 15, tzinfo=datetime.UTC)
        )
        quote = lba.quote(first, "Nobody was hurt")
        assert archive.resolve(quote).status == "verified"
        archive.deposit(
            second, source=self.SECOND.encode(), created=datetime.datetime(2026, 3, 3, 16, tzinfo=datetime.UTC)
        )
        assert archive.resolve(lba.quote(first, "is aground.")).status == "altered"
        assert archive.verify() == ()

    def test_nothing_else_is_loaded_by_name(self) -> None:
        with pytest.raises(AttributeError, match=r"^module 'liveblog_archive' has no attribute 'Archives'$"):
            lba.Archives  # noqa: B018 - the look-up is what is tested


# Merging


def test_pages_of_one_blog_become_one_whose_entries_have_ids(blog: LiveBlog) -> None:
    first, second = (evolve(blog, entries=blog.entries[at : at + 1]) for at in (0, 1))
    merged = lba.merge([first, second])
    assert {entry.id for entry in merged.entries} == {entry.id for entry in blog.entries}
    assert merged.id == BLOG_ID


def test_ids_that_were_made_from_one_page_are_made_anew_from_all() -> None:
    texts = [TEXT, TEXT.replace("3:45 p.m.", "4:45 p.m.").replace("first lifeboat", "second lifeboat")]
    merged = lba.merge(lba.parse(text, timezone=ZONE) for text in texts)
    assert len(merged.entries) == 3
    assert all(entry.id.startswith(merged.id) for entry in merged.entries)


# What users try first


def test_an_entry_is_cited_by_itself_with_and_without_an_id(blog: LiveBlog) -> None:
    entry = blog.entries[1]
    assert lba.cite(blog, entry) == lba.cite(blog, entry.id)
    by_hand = evolve(blog, entries=[evolve(one, id="") for one in blog.entries])
    assert lba.cite(by_hand, by_hand.entries[1], paragraph=1) == lba.cite(blog, entry.id, paragraph=1)
    assert lba.cite(blog, evolve(entry, span=None)) == lba.cite(blog, entry.id)


def test_another_version_of_an_entry_is_not_cited_and_not_quoted_from(blog: LiveBlog) -> None:
    of_an_earlier_capture = evolve(blog.entries[1], headline="Another headline")
    for refused in (
        lambda: lba.cite(blog, of_an_earlier_capture),
        lambda: lba.quote(blog, "lifeboat", entry=of_an_earlier_capture),
    ):
        with pytest.raises(CitationError) as caught:
            refused()
        assert str(caught.value) == (
            f"{blog.entries[1].id}: the entry that was given is another version of it than this blog has; "
            "cite it from the blog that has this version"
        )


def test_of_equal_entries_without_ids_the_one_that_is_meant_is_cited_and_quoted() -> None:
    entries = [Entry(body=[Paragraph("Storm.")]) for _ in range(2)]
    twice = LiveBlog(id="tag:example.org,2026:twice", entries=entries)
    first, second = identify(twice).entries
    assert [lba.cite(twice, one)[-13:-1] for one in twice.entries] == [first.id[-12:], second.id[-12:]]
    assert [lba.quote(twice, "Storm", entry=one).entry for one in twice.entries] == [first.id, second.id]


def test_an_entry_of_another_blog_is_not_cited(blog: LiveBlog) -> None:
    with pytest.raises(CitationError) as caught:
        lba.cite(blog, Entry(headline="Elsewhere"))
    assert caught.value.what == "no entry with this id"


def test_no_entry_is_cited_by_an_id_that_is_wrong_whatever_those_of_others_are(blog: LiveBlog) -> None:
    other, right = blog.entries
    wrong = evolve(other, id=f"tag:elsewhere.example,2026:x#{other.id[-12:]}")
    mixed = evolve(blog, entries=[right, wrong])
    assert lba.cite(mixed, right) == lba.cite(blog, right)
    quote = evolve(lba.quote(blog, other.body[0].text, entry=other), entry=wrong.id)
    for cited in (wrong, wrong.id, wrong.id[-12:], quote, None):
        with pytest.raises(lba.ModelError) as caught:
            lba.cite(mixed, cited)
        assert str(caught.value) == (
            f"LiveBlog.entries[1].id: the id {wrong.id!r} is of another blog than {blog.id!r}; "
            "give both ids, or neither"
        )


def test_words_are_quoted_from_an_entry_or_its_id(blog: LiveBlog) -> None:
    entry = blog.entries[1]
    by_hand = evolve(blog, entries=[evolve(one, id="") for one in blog.entries])
    assert lba.quote(blog, "lifeboat", entry=entry) == lba.quote(blog, "lifeboat", entry=entry.id)
    assert lba.quote(by_hand, "lifeboat", entry=by_hand.entries[1]) == lba.quote(blog, "lifeboat")


@pytest.mark.parametrize("kind", [bytearray, memoryview])
def test_bytes_of_any_kind_are_a_source(blog: LiveBlog, kind: Callable[[bytes], bytes]) -> None:
    assert lba.parse(kind(TEXT.encode()), timezone=ZONE, id=BLOG_ID) == blog


@pytest.mark.parametrize("verb", [lba.parse, lba.validate])
@pytest.mark.parametrize(
    ("path", "told"),
    [
        (Path("storm.txt"), f"a value of the type {type(Path()).__name__}"),
        ("storm.txt", "the path storm.txt"),
        ("../pages/storm.warc.gz", "the path ../pages/storm.warc.gz"),
    ],
)
def test_a_path_is_no_content(verb: Callable[[object], object], path: object, told: str) -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        verb(path)
    assert str(caught.value) == f"{told} where the content is expected; give text or bytes; read() takes a path"


@pytest.mark.parametrize(
    "verb",
    [
        lba.cite,
        lambda value: lba.cite(value, "hcdjg43xr3dj"),
        lambda value: lba.quote(value, "ferry"),
        lambda value: lba.export(value, "pdf"),
        lambda value: lba.write(value, "storm.pdf"),
        lambda value: lba.write(value, LiveBlog()),  # type: ignore[arg-type]
        lambda value: lba.match(value, value),
        lambda value: lba.revise(value, value),
        lambda value: lba.merge([value]),
    ],
)
@pytest.mark.parametrize(
    ("value", "called"),
    [("storm.txt", "a value of the type str"), (None, "None"), ({}, "a value of the type dict")],
)
def test_what_is_no_blog_is_called_what_it_is(verb: Callable[[object], object], value: object, called: str) -> None:
    with pytest.raises(lba.ModelError) as caught:
        verb(value)
    assert str(caught.value) == (
        f"{called} where a blog is expected; give a LiveBlog: read() makes one of a path, parse() of a text"
    )


def test_what_cannot_be_cited_is_called_what_it_is(blog: LiveBlog) -> None:
    with pytest.raises(CitationError) as caught:
        lba.cite(blog, {})  # type: ignore[arg-type]
    assert str(caught.value) == (
        "a value of the type dict where an entry, its id or a quote is expected; "
        "take it from blog.entries, or from quote()"
    )


def test_what_is_no_entry_is_called_what_it_is(blog: LiveBlog) -> None:
    with pytest.raises(CitationError) as caught:
        lba.quote(blog, "lifeboat", entry=3)  # type: ignore[arg-type]
    assert str(caught.value) == (
        "a value of the type int where an entry or its id is expected; take it from blog.entries"
    )


@pytest.mark.parametrize("verb", [lba.match, lba.revise])
def test_entries_that_are_gone_are_entries(blog: LiveBlog, verb: Callable[..., object]) -> None:
    with pytest.raises(lba.ModelError, match=r"^gone\[0\]: expected Entry, got str"):
        verb(blog, blog, gone=[blog.entries[0].id])
    with pytest.raises(lba.ModelError, match=r"^gone: expected tuple, got int"):
        verb(blog, blog, gone=3)


def test_threads_read_and_write_at_once_as_one_does(blog: LiveBlog) -> None:
    def made(format: str) -> bytes:
        return lba.export(lba.parse(TEXT, timezone=ZONE, id=BLOG_ID), format)

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(made, FORMATS * 2)) == [lba.export(blog, format) for format in FORMATS] * 2
    assert gc.isenabled()


def test_every_public_name_is_listed_before_it_is_loaded() -> None:
    assert {*lba.__all__, "__version__"} <= set(dir(lba))


def test_what_is_listed_is_public() -> None:
    listed = {name for name in dir(lba) if not name.startswith("__")}
    assert listed == {*lba.__all__, "catalogue", "errors", "model", "types"}


def held_by(kind: object) -> set[type]:
    """Return the classes of ours that a type speaks of, and those that its fields and methods do."""
    if not isinstance(kind, type) or get_origin(kind):
        return {found for part in get_args(kind) for found in held_by(part)}
    return {kind} if kind.__module__.startswith("liveblog_archive") else set()


def test_whatever_public_values_hold_and_return_can_be_named() -> None:
    rooms = (lba.model, lba.types, lba.catalogue)
    public = {kind for room in rooms for name in room.__all__ if isinstance(kind := getattr(room, name), type)}
    spoken = [field.type for kind in public if attrs.has(kind) for field in attrs.fields(kind)]
    for kind in (*public, lba.Archive):
        methods = [one for name, one in inspect.getmembers(kind, inspect.isfunction) if not name.startswith("_")]
        spoken += [inspect.get_annotations(method).get("return") for method in methods]
    assert {found for kind in spoken for found in held_by(kind)} - public == set()


@pytest.mark.parametrize("kind", [kind for name in lba.model.__all__ if attrs.has(kind := getattr(lba.model, name))])
def test_a_field_that_takes_several_values_says_of_which_type(kind: type) -> None:
    taken = {name: one.annotation for name, one in inspect.signature(kind).parameters.items()}
    for field in attrs.fields(kind):
        if field.converter:
            element, _ = get_args(field.type)
            assert taken[field.name] == Iterable[element]  # type: ignore[valid-type]


def test_the_public_names_of_errors_are_all_errors_and_nothing_else() -> None:
    kinds = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)}
    assert set(errors.__all__) == kinds


def test_the_public_modules_need_no_import_of_their_own() -> None:
    kinds = "lba.model.Paragraph, lba.errors.CitationError, lba.types.Quote"
    code = f"import liveblog_archive as lba; print(*(kind.__name__ for kind in ({kinds})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.split() == [b"Paragraph", b"CitationError", b"Quote"]
    assert lba.__getattr__("model") is lba.model


PUBLIC = {name: getattr(module, name) for module in (lba, lba.model, lba.types) for name in module.__all__}


def of_ours(annotation: object) -> set[type]:
    """Return the classes of the library in an annotation, at any depth."""
    found = {annotation} if isinstance(annotation, type) else set()
    within = [of_ours(one) for one in get_args(annotation)]
    return {one for one in found.union(*within) if one.__module__.partition(".")[0] == lba.__name__}


@pytest.mark.parametrize(
    "function",
    [
        *(getattr(lba, name) for name in lba.__all__ if name[0].islower()),
        *(one for name, one in vars(lba.Archive).items() if name[0] != "_"),
    ],
    ids=lambda function: function.__qualname__,
)
def test_whatever_is_taken_and_returned_has_a_public_name(function: object) -> None:
    hints = get_type_hints(function, localns=PUBLIC | {"Notify": Notify})
    assert [kind for hint in hints.values() for kind in of_ours(hint) if kind not in PUBLIC.values()] == []


def test_every_error_of_the_library_is_found_where_its_functions_are() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, lba.LiveBlogError)]
    assert [kind for kind in kinds if getattr(lba, kind.__name__, None) is not kind] == []
