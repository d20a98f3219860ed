"""NewsML-G2: elements and attributes are those of the standard, in its order, as the IPTC's library knows them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from importlib.util import find_spec
from pathlib import Path

import NewsMLG2
import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from lxml import etree
from NewsMLG2.core import NEWSMLG2NSPREFIX, BaseObject, GenericArray

import liveblog_archive as lba
from liveblog_archive.errors import ExportError
from liveblog_archive.exporters import exporter
from liveblog_archive.exporters.newsml import CATALOG, NAMESPACE
from liveblog_archive.identity import identify
from liveblog_archive.identity.history import History, Revision, Withdrawn
from liveblog_archive.model import Agent, Entry, Link, ListBlock, LiveBlog, Moment, Paragraph
from tests.samples import clock, full_blog
from tests.strategies import blogs

G2 = {"n": NAMESPACE, "h": "http://www.w3.org/1999/xhtml"}
ITEMS = {"packageItem": NewsMLG2.PackageItem, "newsItem": NewsMLG2.NewsItem}
XML = "{http://www.w3.org/XML/1998/namespace}"


def written(blog: LiveBlog, **options: object) -> etree._Element:
    return etree.fromstring(lba.export(blog, "newsml", **{"entries": "all"} | options))


def strangers(read: BaseObject, element: etree._Element, path: str) -> Iterator[str]:
    """Yield what the library does not know in an element and below it, or knows in another order."""
    known = [definition["xml_name"] for _, definition in read.get_element_definitions()]
    attributes = {one["xml_name"] for one in read.get_attribute_definitions().values()}
    for name in element.attrib:
        if name not in attributes:
            yield f"{path}/@{name}"
    if getattr(read, "xsAny", None) == "any":
        return
    names = [child.tag.removeprefix(NEWSMLG2NSPREFIX) for child in element]
    yield from (f"{path}/{name}" for name in names if name not in known)
    places = [known.index(name) for name in names if name in known]
    if places != sorted(places):
        yield f"{path}: {names}"
    definitions = dict(read.get_element_definitions())
    for key, definition in definitions.items():
        children = element.findall(NEWSMLG2NSPREFIX + definition["xml_name"])
        if not children:
            continue
        value = read._element_values[key]
        parsed = list(value) if isinstance(value, GenericArray) else [value]
        assert len(parsed) == len(children), f"{path}/{definition['xml_name']}: one was asked for"
        for one, child in zip(parsed, children, strict=True):
            yield from strangers(one, child, f"{path}/{definition['xml_name']}")


def check(message: etree._Element) -> None:
    """Demand that the message and each of its items is known to the library, down to the last attribute."""
    assert message.tag == f"{NEWSMLG2NSPREFIX}newsMessage"
    assert [child.tag for child in message] == [f"{NEWSMLG2NSPREFIX}{name}" for name in ("header", "itemSet")]
    for element in message.find("n:itemSet", G2):
        name = element.tag.removeprefix(NEWSMLG2NSPREFIX)
        assert list(strangers(ITEMS[name](xmlelement=element), element, name)) == []


class TestTheStandard:
    def test_a_blog_with_every_field(self) -> None:
        check(written(full_blog()))

    @settings(derandomize=True, deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(blog=blogs())
    def test_any_blog(self, blog: LiveBlog) -> None:
        try:
            message = written(blog)
        except ExportError as error:
            assume("no time is known" not in error.what)
            raise
        check(message)
        for moment in message.iter(*(f"{NEWSMLG2NSPREFIX}{name}" for name in ("sent", "versionCreated"))):
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00", moment.text)

    def test_a_stranger_is_found(self) -> None:
        message = written(full_blog())
        message.find(".//n:newsItem/n:itemMeta", G2).append(etree.Element(f"{NEWSMLG2NSPREFIX}mood"))
        message.find(".//n:newsItem/n:contentMeta", G2).set("mood", "tense")
        with pytest.raises(AssertionError):
            check(message)

    def test_every_code_is_of_a_scheme_in_the_catalogue(self) -> None:
        package = find_spec("NewsMLG2")
        assert package is not None
        catalogue = Path(str(package.origin)).with_name("catalogs") / CATALOG.rpartition("/")[2]
        aliases = set(re.findall(r'alias="([^"]+)"', catalogue.read_text(encoding="utf-8")))
        codes = {
            value
            for element in written(full_blog()).iter()
            for name, value in element.attrib.items()
            if name in {"qcode", "mode", "role"}
        }
        assert {code.partition(":")[0] for code in codes} == {"ninat", "stat", "pgrmod"} <= aliases


class TestContent:
    def test_lines_end_where_they_end_and_stand_as_far_in(self) -> None:
        body = [
            Paragraph("first line\nsecond line", [Link(6, 16, "https://a.example/")]),
            ListBlock(["one\n  inner"]),
        ]
        blog = identify(LiveBlog(id="tag:news.example,2021:x", entries=[Entry(body=body, time=clock("", 9))]))
        page = written(blog).find(".//h:body", G2)
        assert [len(node.findall(".//h:br", G2)) for node in page] == [1, 1]
        assert "".join(page[1].itertext()) == "one\n\u00a0\u00a0inner"

    def test_the_package_has_the_entries_in_their_order_and_the_items_are_they(self) -> None:
        blog = full_blog()
        message = written(blog)
        ids = [entry.id for entry in blog.entries]
        assert message.xpath("//n:packageItem/@guid", namespaces=G2) == [blog.id]
        assert message.xpath("//n:itemRef/@residref", namespaces=G2) == ids
        assert message.xpath("//n:newsItem/@guid", namespaces=G2) == ids

    def test_every_word_is_there(self) -> None:
        blog = full_blog()
        described = written(blog).findall(".//n:packageItem/n:contentMeta/n:description", G2)
        assert described[0].text == blog.description
        introduction = "".join(described[1].itertext())
        for block in blog.introduction:
            assert all(words in introduction for words in getattr(block, "items", (block.text,)))
        for entry, item in zip(blog.entries, written(blog).findall(".//n:newsItem", G2), strict=True):
            page = item.find(".//h:body", G2)
            said = "".join(page.itertext())
            for block in entry.body:
                assert all(words in said for words in getattr(block, "items", (block.text,)))
            assert item.findtext(".//n:headline", namespaces=G2) == entry.headline
            cited = item.findtext(".//n:creditline", namespaces=G2)
            assert cited == lba.cite(blog, entry.id, style="apa")
            assert item.findtext(".//n:description", namespaces=G2) == entry.summary

    def test_statuses_are_those_of_the_iptc(self) -> None:
        entries = [Entry(time=clock("", 9), status=status) for status in ("published", "draft", "comment", "deleted")]
        blog = identify(LiveBlog(id="tag:news.example,2021:x", entries=entries))
        codes = written(blog).xpath("//n:newsItem//n:pubStatus/@qcode", namespaces=G2)
        assert codes == ["stat:usable", "stat:withheld", "stat:withheld", "stat:canceled"]

    def test_the_history_counts_versions_and_cancels_what_is_gone(self) -> None:
        entries = [Entry(time=clock("", 9), headline="a"), Entry(time=clock("", 10), headline="b")]
        blog = identify(LiveBlog(id="tag:news.example,2021:x", entries=entries))
        later = datetime(2021, 11, 19, 9, tzinfo=UTC)
        kept, gone = blog.entries
        revisions = {kept.id: Revision(2, later), gone.id: Revision(1, later)}
        history = History(revisions, [Withdrawn(gone, blog.all_bounds()[1])], capture=4)
        message = written(evolve(blog, entries=[kept]), history=history)
        items = message.findall(".//n:newsItem", G2)
        assert [item.get("version") for item in items] == ["3", "2"]
        assert message.find(".//n:packageItem", G2).get("version") == "4"
        assert items[1].find(".//n:pubStatus", G2).get("qcode") == "stat:canceled"
        assert {item.findtext(".//n:versionCreated", namespaces=G2) for item in items} == {later.isoformat()}
        assert len(message.findall(".//n:itemRef", G2)) == 1

    def test_the_package_of_each_capture_of_an_archive_is_another_version(self, tmp_path: Path) -> None:
        kept = lba.Archive(tmp_path / "archive")
        entries = [Entry(time=clock("", hour), headline=f"At {hour}") for hour in (9, 10, 11)]
        for shown in (entries[:1], entries, [entries[0], entries[2]]):
            kept.deposit(identify(LiveBlog(id="tag:news.example,2021:x", entries=shown)))
        found = []
        for version in kept.versions():
            message = etree.fromstring(kept.export(version, "newsml"))
            found.append(message.xpath("//n:packageItem/@version | //n:newsItem/@version", namespaces=G2))
        assert found == [["1", "1"], ["2", "1", "1", "1"], ["3", "1", "1", "2"]]

    def test_the_time_of_an_entry_is_no_more_precise_than_it_is_known(self) -> None:
        exact = clock("3 p.m.", 15)
        about = evolve(exact, text="At about 3 p.m.", qualifier="approximate")
        entries = [Entry(time=exact), Entry(time=about), Entry(day=exact.calendar_day), Entry(headline="When?")]
        blog = identify(LiveBlog(id="tag:news.example,2021:x", entries=entries))
        items = written(blog).findall(".//n:newsItem", G2)
        created = [item.findtext("n:contentMeta/n:contentCreated", namespaces=G2) for item in items]
        assert created == ["2021-11-16T15:00:00+04:00", "2021-11-16", "2021-11-16", None]

    def test_a_time_of_revision_that_is_not_stated_so_is_told_to_editors(self) -> None:
        naive = Moment(text="15:00", value=clock("", 15).value.replace(tzinfo=None), precision="minute")
        entries = [Entry(time=naive), Entry(time=clock("", 9)), Entry(headline="When?")]
        message = written(identify(LiveBlog(id="tag:news.example,2021:x", entries=entries)))
        check(message)
        items = message.findall(".//n:newsItem", G2)
        told = [[one.text for one in item.iterfind(".//n:edNote", G2)] for item in items]
        utc = "Zone that versionCreated is read in, for none is stated: UTC"
        assert told == [[utc], [], ["Version created: not known, so that of the latest version in this message", utc]]
        assert [one.text for one in message.iterfind(".//n:packageItem//n:edNote", G2)] == [utc]

    def test_only_an_address_on_the_web_is_a_link(self) -> None:
        links = [Paragraph("here", [Link(0, 4, url)]) for url in ("https://a.example/", "javascript:alert(1)")]
        blog = identify(LiveBlog(id="tag:news.example,2021:x", entries=[Entry(time=clock("", 9), body=links)]))
        page = written(blog).find(".//h:body", G2)
        assert [anchor.get("href") for anchor in page.iter("{*}a")] == ["https://a.example/"]
        assert "here [javascript:alert(1)]" in "".join(page.itertext())

    def test_roles_and_addresses_off_the_web_are_notes_of_who_has_them(self) -> None:
        house = Agent(name="News", role="publisher", url="ftp://news.example/")
        message = written(evolve(full_blog(), publisher=house, authors=[Agent(name="Ani", role="Reporter")]))
        check(message)
        provider, creator = message.find(".//n:provider", G2), message.find(".//n:packageItem//n:creator", G2)
        assert [one.text for one in provider.iterfind("n:note", G2)] == ["publisher", "ftp://news.example/"]
        assert provider.get("uri") is None
        assert [one.text for one in creator.iterfind("n:note", G2)] == ["Reporter"]

    def test_a_blog_of_no_known_language_says_so(self) -> None:
        blog = evolve(full_blog(), language=None)
        assert {item.get(f"{XML}lang") for item in written(blog).find("n:itemSet", G2)} == {"und"}


class TestRefusals:
    @pytest.mark.parametrize(
        ("blog", "message"),
        [
            (LiveBlog(), "newsml: the blog has no id; pass the blog through identify first"),
            (
                LiveBlog(id="tag:news.example,2021:x", entries=[Entry()]),
                "newsml: entry 1 has no id; pass the blog through identify first",
            ),
            (
                identify(LiveBlog(id="tag:news.example,2021:x", entries=[Entry(headline="Rain")])),
                "newsml: no time is known of any entry nor of the capture, and NewsML-G2 demands one; "
                "give the date of the entries, or the time when the page was retrieved",
            ),
        ],
    )
    def test_what_cannot_be_written_is_refused(self, blog: LiveBlog, message: str) -> None:
        with pytest.raises(ExportError) as caught:
            exporter("newsml").write(blog)
        assert str(caught.value) == message

    def test_a_time_that_leaves_the_calendar_is_named_and_no_other_format(self) -> None:
        first = datetime(1, 1, 1, 3, tzinfo=timezone(timedelta(hours=4)))
        time = Moment(
            value=first,
            precision="minute",
            offset_source="stated",
            earliest=first,
            latest=first + timedelta(minutes=1),
        )
        with pytest.raises(ExportError) as caught:
            written(identify(LiveBlog(id="tag:news.example,2021:x", entries=[Entry(time=time)])))
        assert str(caught.value) == (
            "0001-01-01T03:00:00+04:00: this time leaves the years 1 to 9999 of UTC; correct the time"
        )
