"""TEI: every document is valid by the guidelines' own schema, and has every word of the blog."""

from datetime import date, datetime, timedelta, timezone

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from lxml import etree

import liveblog_archive as lba
from liveblog_archive.characters import visible
from liveblog_archive.errors import ExportError
from liveblog_archive.exporters import exporter
from liveblog_archive.exporters.tei import NAMESPACE
from liveblog_archive.identity import identify, version_id
from liveblog_archive.model import CapturedSource, Entry, Link, ListBlock, LiveBlog, Media, Moment, Paragraph
from tests import judges
from tests.samples import clock, full_blog
from tests.strategies import blogs

TEI = {"t": NAMESPACE}
ID = "{http://www.w3.org/XML/1998/namespace}id"
BLOG_ID = "tag:news.example,2021:x"


def written(blog: LiveBlog, **options: object) -> etree._Element:
    return etree.fromstring(lba.export(blog, "tei", **{"entries": "all"} | options))


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    """The schema of everything that TEI has (tei_all)."""
    return etree.RelaxNG(etree.parse(str(judges.installed("schemas/tei_all.rng"))))


def one(**facts: object) -> etree._Element:
    """Return the `div` of an entry that stands alone."""
    blog = identify(LiveBlog(id=BLOG_ID, entries=[Entry(**facts)]))
    return written(blog).find(".//t:body/t:div", TEI)


class TestTheSchema:
    def test_a_blog_with_every_field_is_valid(self, schema: etree.RelaxNG) -> None:
        schema.assertValid(written(full_blog()))

    def test_so_is_one_without_anything(self, schema: etree.RelaxNG) -> None:
        schema.assertValid(written(LiveBlog(id=BLOG_ID)))

    @settings(derandomize=True, deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
    @given(blog=blogs())
    def test_so_is_any(self, schema: etree.RelaxNG, blog: LiveBlog) -> None:
        schema.assertValid(written(blog))

    def test_a_wrong_element_is_found(self, schema: etree.RelaxNG) -> None:
        document = written(full_blog())
        etree.SubElement(document.find(".//t:body/t:div", TEI), f"{{{NAMESPACE}}}mood")
        assert not schema.validate(document)


class TestContent:
    def test_lines_end_where_they_end_and_stand_as_far_in(self, schema: etree.RelaxNG) -> None:
        body = [
            Paragraph("first line\nsecond line", [Link(6, 16, "https://a.example/")]),
            ListBlock(["one\n  inner"]),
        ]
        entry = one(body=body, headline="Two\nlines", summary="In\nshort", time=clock("", 9))
        schema.assertValid(entry.getroottree())
        assert [
            len(node.findall(".//t:lb", TEI)) for node in entry[:5] if node.tag != f"{{{NAMESPACE}}}dateline"
        ] == [1] * 4
        [item] = entry.findall(".//t:item", TEI)
        assert "".join(item.itertext()) == "one\n\u00a0\u00a0inner"

    def test_about_a_day_ends_with_that_day(self) -> None:
        day = date(2026, 3, 4)
        about = Moment(
            text="about 4 March", value=day, precision="day", qualifier="approximate", offset_source="unknown"
        )
        stated = one(time=about).find(".//t:dateline/t:date", TEI)
        assert (stated.get("notBefore-iso"), stated.get("notAfter-iso")) == ("2026-03-04", "2026-03-04")

    def test_every_entry_is_a_division_under_its_local_id(self) -> None:
        blog = full_blog()
        found = written(blog).findall(".//t:body/t:div", TEI)
        assert [one.get(ID) for one in found] == [f"e{entry.id.rpartition('#')[2]}" for entry in blog.entries]
        assert [one.get("subtype") for one in found] == [
            None if entry.status == "published" else entry.status for entry in blog.entries
        ]

    def test_every_word_is_there_and_paragraphs_are_counted_as_citations_count_them(self) -> None:
        blog = full_blog()
        for entry, division in zip(blog.entries, written(blog).findall(".//t:body/t:div", TEI), strict=True):
            assert division.findtext("t:head", namespaces=TEI) == entry.headline
            for number, block in enumerate(entry.body, 1):
                (paragraph,) = division.xpath(f"*[@n='{number}']")
                said = "".join(paragraph.itertext())
                if isinstance(block, Media):
                    assert all(words in said for words in (block.caption, block.alt, block.credit) if words)
                else:
                    assert all(words in said for words in getattr(block, "items", (block.text,)))
            names = division.xpath(".//t:byline/t:name/text()", namespaces=TEI)
            assert names == [agent.name for agent in entry.authors]
            assert division.xpath(".//t:idno[@type='version']/text()", namespaces=TEI) == [str(version_id(entry))]
            assert lba.cite(blog, entry.id, style="apa") in "".join(division.itertext())

    @pytest.mark.parametrize(
        ("marks", "pointers"),
        [
            ({}, None),
            ({"key_event": True}, ["#key-event"]),
            ({"pinned": True}, ["#pinned"]),
            ({"key_event": True, "pinned": True}, ["#key-event", "#pinned"]),
        ],
    )
    def test_what_an_entry_is_marked_as_points_to_its_meaning(self, marks: dict[str, bool], pointers: object) -> None:
        document = written(identify(LiveBlog(id=BLOG_ID, entries=[Entry(headline="Rain", **marks)])))
        found = document.find(".//t:body/t:div", TEI).get("ana")
        assert (found and found.split()) == pointers
        meanings = {f"#{one.get(ID)}" for one in document.iter("{*}category")}
        assert set(pointers or []) <= meanings

    def test_the_header_says_what_is_known_of_the_blog(self) -> None:
        blog = full_blog()
        header = written(blog).find("t:teiHeader", TEI)
        said = "".join(header.itertext())
        for words in (blog.title, blog.description, blog.publisher.name, blog.id, blog.url, blog.capture.sha256):
            assert words in said
        assert lba.cite(blog, style="apa") in said
        assert "Not stated" in "".join(written(evolve(blog, publisher=None)).find("t:teiHeader", TEI).itertext())

    def test_it_says_the_digest_of_each_capture_that_was_merged(self, schema: etree.RelaxNG) -> None:
        sources = [CapturedSource(sha256=digit * 64, media_type="text/html", length=1) for digit in "12"]
        blog = full_blog()
        document = written(evolve(blog, capture=evolve(blog.capture, sources=sources)))
        schema.assertValid(document)
        digests = document.xpath("//t:idno[@type='SHA-256']/text()", namespaces=TEI)
        assert digests == ["1" * 64, "2" * 64]

    def test_an_exact_time_an_approximate_one_a_day_and_a_printed_one(self) -> None:
        def dated(**facts: object) -> tuple[dict[str, str], str | None]:
            found = one(**facts).find(".//t:dateline/t:date", TEI)
            return dict(found.attrib), found.text

        plus_four = timezone(timedelta(hours=4))
        at = datetime(2021, 11, 16, 15, tzinfo=plus_four)
        exact = Moment(text="3 p.m.:", value=at, precision="minute", offset_source="stated")
        assert dated(time=exact) == ({"when-iso": "2021-11-16T15:00+04:00"}, "3 p.m.:")
        inferred = evolve(exact, qualifier="inferred", text="")
        assert dated(time=inferred)[0] == {"when-iso": "2021-11-16T15:00+04:00", "cert": "medium"}
        assert dated(time=inferred)[1] == "2021-11-16T15:00:00+04:00"
        assert dated(time=evolve(exact, qualifier="approximate"))[0] == {
            "notBefore-iso": "2021-11-16T15:00:00+04:00",
            "notAfter-iso": "2021-11-16T15:01:00+04:00",
            "cert": "medium",
        }
        assert dated(day=date(2021, 11, 16)) == ({"when": "2021-11-16"}, "2021-11-16")
        assert dated(time=Moment(text="95'")) == ({}, "95'")
        assert one(headline="Rain").find(".//t:dateline", TEI) is None

    def test_only_an_address_on_the_web_is_pointed_to(self) -> None:
        addresses = [
            "https://a.example/ü?a=[1]#b",
            "http://a.example:8080",
            "javascript:alert(1)",
            "http://a:b/",
            "#x",
        ]
        found = one(body=[Paragraph("here", [Link(0, 4, address)]) for address in addresses])
        assert [ref.get("target") for ref in found.iter("{*}ref")] == [
            "https://a.example/%C3%BC?a=%5B1%5D#b", addresses[1], None, None, None,
        ]  # fmt: skip
        assert [note.text for note in found.findall(".//t:p/t:note", TEI)] == addresses[2:]

    def test_a_film_is_told_by_its_address_and_an_empty_list_stays(self) -> None:
        found = one(
            body=[Media(kind="video", url="https://a.example/v"), ListBlock([]), Media(kind="image", url="x")]
        )
        assert found.findtext("t:figure[@type='video']/t:p/t:ref", namespaces=TEI) == "https://a.example/v"
        assert len(found.findall("t:list/t:item", TEI)) == 1
        assert found.findtext("t:figure[@type='image']/t:p/t:ref", namespaces=TEI) == "x"

    def test_what_cannot_be_carried_is_visible(self) -> None:
        words = "a\x00b\ufffec"
        assert one(headline=words).findtext("t:head", namespaces=TEI) == visible(words)

    @pytest.mark.parametrize(
        ("blog", "message"),
        [
            (LiveBlog(), "tei: the blog has no id; pass the blog through identify first"),
            (LiveBlog(id=BLOG_ID, entries=[Entry()]), "tei: entry 1 has no id; pass the blog through identify first"),
        ],
    )
    def test_nothing_is_written_without_ids(self, blog: LiveBlog, message: str) -> None:
        with pytest.raises(ExportError) as caught:
            exporter("tei").write(blog)
        assert str(caught.value) == message
