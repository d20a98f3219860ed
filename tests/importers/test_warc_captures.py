"""From a web archive into an archive of blogs: every capture of every live blog, in the order of time."""

import json
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

import liveblog_archive as lba
from liveblog_archive import cli
from liveblog_archive.catalogue.rows import rows
from liveblog_archive.importers import Captured, Options, warc
from liveblog_archive.importers.captured import capture_of
from liveblog_archive.importers.warc.records import Page
from liveblog_archive.sources import captures
from tests.importers.crawls import CODINGS, Crawl, at
from tests.importers.platforms import notes
from tests.importers.test_warc import wacz

URL = "https://news.example/live/storm"
Run = Callable[..., tuple[int, str, str]]

NAME = "tag:news.example,2026-03-03:storm"
POSTS = {
    12: "Two tugs reached the stranded coaster and made fast; the tide will lift her in about six hours.",
    13: "Rescue boats brought all eleven sailors ashore at Grey Harbour, wet and cold but unharmed.",
    14: "Schools on the northern shore stay shut until Thursday, the mayor told reporters at the quay.",
    15: "Police turned lorries back at the old bridge, where two of them had been blown over.",
}
EDITED = POSTS | {13: POSTS[13].replace("eleven", "twelve")}


def page(posts: dict[int, str], hours: str, url: str = URL, furniture: str = "") -> bytes:
    """Return a live blog with the posts of some hours, newest first, without ids."""
    articles = "".join(
        f'<article><time datetime="2026-03-03T{hour}:00:00Z">{hour}:00</time><p>{posts[int(hour)]}</p></article>'
        for hour in reversed(hours.split())
    )
    head = f'<link rel="canonical" href="{url}"><title>Storm</title>'
    return f"<!doctype html><html><head>{head}</head><body>{articles}{furniture}</body></html>".encode()


def random_text() -> str:
    """Return so much text that is hard to compress that no reader has all of it at once."""
    return "".join(sha256(bytes([high, low])).hexdigest() for high in range(6) for low in range(256))


FIRST, SECOND, THIRD = page(POSTS, "12 13"), page(POSTS, "12 13 14"), page(EDITED, "12 13 14 15")


def blogs(data: bytes, **told: str) -> list[list[Captured]]:
    return [list(one) for one in captures(data, Options(where="crawl.warc", **told)).blogs]


def times(captures: list[Captured]) -> list[str]:
    return [
        f"{one.blog.capture.retrieved:%H:%M}" for one in captures if one.blog.capture and one.blog.capture.retrieved
    ]


def test_every_capture_is_given_with_its_time_its_digest_and_its_bytes() -> None:
    crawl = Crawl()
    for minute, payload in ((20, SECOND), (10, FIRST), (30, THIRD)):
        crawl.visit(URL, at(minute), payload)
    (found,) = blogs(crawl.data)
    assert times(found) == ["16:10", "16:20", "16:30"]
    assert [one.source for one in found] == [FIRST, SECOND, THIRD]
    assert [len(one.blog.entries) for one in found] == [2, 3, 4]
    for one in found:
        assert one.blog.id == NAME
        assert one.blog.capture is not None
        assert one.blog.capture.sha256 == sha256(one.source or b"").hexdigest()
        assert "payload-digest" in {note.code for note in one.blog.capture.notes}


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("in_chunks", [False, True])
@pytest.mark.parametrize("compressed", [False, True])
def test_what_was_coded_for_the_wire_is_read_as_a_browser_had_it(
    coding: str, in_chunks: bool, compressed: bool
) -> None:
    crawl = Crawl(compressed=compressed)
    crawl.visit(URL, at(10), THIRD, coding=coding, in_chunks=in_chunks)
    (found,) = blogs(crawl.data)
    assert [one.source for one in found] == [THIRD]


@pytest.mark.parametrize("coding", ["br", "gzip", "x-gzip", "deflate"])
def test_a_page_that_is_not_compressed_as_it_says_is_read_as_it_stands(coding: str) -> None:
    crawl = Crawl()
    record = crawl.visit(URL, at(10), FIRST, coding=coding, encode=bytes)
    assert record.http_headers.get_header("Content-Encoding") == coding
    (found,) = blogs(crawl.data)
    assert [one.source for one in found] == [FIRST]


class TestWhatAServerSaysIsNotModified:
    def test_is_the_page_that_its_address_showed_last(self) -> None:
        crawl = Crawl()
        for minute, payload in ((10, FIRST), (20, SECOND), (40, THIRD)):
            crawl.visit(URL, at(minute), payload)
        crawl.not_modified(URL, at(30))
        (found,) = blogs(crawl.data)
        assert times(found) == ["16:10", "16:20", "16:30", "16:40"]
        assert [one.source for one in found] == [FIRST, SECOND, SECOND, THIRD]

    def test_is_noted_where_nothing_of_its_address_came_before(self) -> None:
        crawl = Crawl()
        crawl.not_modified(URL, at(5))
        crawl.visit(URL, at(10), FIRST)
        (text,) = notes(lba.parse(crawl.data), "record-skipped")
        assert "the revisit refers to a record that this archive does not have" in text


POLL = "https://news.example/wp-json/liveblog/v1/77/entries"


def poll(number: int, text: str, second: int) -> bytes:
    """Return what the service of a blog answers: the entries that were changed since the last time."""
    entry = {"id": number, "type": "new", "render": f"<p>{text}</p>", "timestamp": second, "entry_time": second}
    return json.dumps({"entries": [entry]}).encode()


def test_what_a_page_polls_from_its_service_is_of_one_blog() -> None:
    crawl = Crawl()
    for minute, asked in ((10, "1772532000/1772532100"), (20, "1772532100/1772533000")):
        payload = poll(minute, f"Report number {minute}.", 1772532000 + minute)
        crawl.visit(f"{POLL}/{asked}", at(minute), payload, kind="application/json")
    assert {entry.native_id for entry in lba.parse(crawl.data).entries} == {"10", "20"}
    crawl.visit(
        f"{POLL}/1772533000/1772536000", at(50), poll(30, "The last report.", 1772535000), kind="application/json"
    )
    (found,) = blogs(crawl.data)
    assert [len(one.blog.entries) for one in found] == [3]  # an answer alone lacks all that was not changed


def test_what_a_page_polls_is_of_the_blog_on_it_where_its_links_lead_there() -> None:
    crawl = Crawl()
    crawl.visit(URL, at(0), page(POSTS, "12 13"))
    answer = json.loads(poll(14, POSTS[14], 1772546400))
    answer["entries"][0]["share_link"] = f"{URL}#14"
    crawl.visit(f"{POLL}/1772546000/1772547000", at(10), json.dumps(answer).encode(), kind="application/json")
    ((capture,),) = blogs(crawl.data)
    assert (capture.blog.id, len(capture.blog.entries)) == (NAME, 3)


@pytest.mark.parametrize("kind", ["text/plain; charset=utf-8", "application/javascript", "text/javascript"])
def test_json_is_read_whatever_it_is_served_as_and_scripts_are_not(kind: str) -> None:
    crawl = Crawl()
    crawl.visit(f"{POLL}/1/2", at(10), poll(10, "Report number ten.", 1772532010), kind=kind)
    crawl.visit(f"{URL}.js", at(10), b"const storm = 1;", kind=kind)
    assert len(lba.parse(crawl.data).entries) == 1
    assert captures(crawl.data, Options()).passed_over == 0


class TestTheCharsetOfTheTransport:
    """A page is in the charset that it was sent in, whatever it says itself (HTML standard 13.2.3.2)."""

    WORDS = "Судно сидит на мели, и буксиры ждут прилива."

    def read(self, charset: str, codec: str, head: str = "", **told: str) -> tuple[str, list[str]]:
        crawl = Crawl()
        payload = page(POSTS | {12: self.WORDS}, "12 13").decode().replace("<head>", f"<head>{head}").encode(codec)
        crawl.visit(URL, at(10), payload, kind=f"text/html{charset}")
        blog = lba.parse(crawl.data, **told)
        return blog.entries[-1].text, notes(blog, "encoding-conflict")

    @pytest.mark.parametrize("charset", ["; charset=windows-1251", ';Charset = "Windows-1251"; x=y'])
    def test_counts_where_the_page_names_none(self, charset: str) -> None:
        assert self.read(charset, "cp1251") == (self.WORDS, [])

    def test_counts_before_that_of_the_page(self) -> None:
        told = "declared as cp1252, but sent as utf-8, which counts"
        assert self.read("; charset=utf-8", "utf-8", '<meta charset="windows-1252">') == (self.WORDS, [told])

    def test_does_not_count_after_a_byte_order_mark_or_the_word_of_the_caller(self) -> None:
        assert self.read("; charset=windows-1251", "utf-8-sig") == (self.WORDS, [])
        assert self.read("; charset=utf-8", "cp1251", encoding="cp1251") == (self.WORDS, [])

    def test_does_not_count_where_nobody_knows_it_or_the_page_is_not_in_it(self) -> None:
        assert self.read("; charset=klingon", "utf-8") == (self.WORDS, [])
        wrong = "sent as utf-8, which it is not"
        assert self.read("; charset=utf-8", "cp1251", '<meta charset="windows-1251">') == (self.WORDS, [wrong])


class TestAPageThatIsNotAllThere:
    """Its last entry may be torn, and what is missing below was not deleted."""

    TORN = THIRD[: THIRD.index(b"all twelve")]

    def notes(self, payload: bytes, **facts: Any) -> list[str]:
        crawl = Crawl()
        crawl.visit(URL, at(20), payload, **facts)
        return notes(lba.parse(crawl.data), "page-truncated")

    def test_is_noted_where_its_record_says_so(self) -> None:
        assert self.notes(self.TORN, WARC_Truncated="length") == [
            "its source ends inside <article>; its last entry may be torn, and others missing",
            f"{URL} at {at(20)}: its record says that it was cut (length); "
            "its last entry may be torn, and others missing",
        ]

    def test_is_noted_where_it_is_shorter_than_the_server_said(self) -> None:
        _, text = self.notes(self.TORN, announced=str(len(THIRD)))
        assert f"its record holds {len(self.TORN)} of {len(THIRD)} bytes" in text

    @pytest.mark.parametrize("announced", [str(len(THIRD)), "1", "many"])
    def test_is_none_that_is_as_long_or_longer(self, announced: str) -> None:
        assert self.notes(THIRD, announced=announced) == []

    def test_is_none_whose_length_was_not_that_of_its_chunks(self) -> None:
        assert self.notes(THIRD, announced="999999", in_chunks=True) == []

    @pytest.mark.parametrize("in_chunks", [False, True])
    @pytest.mark.parametrize(
        ("coding", "damage"),
        [
            *((coding, lambda data: data[:-20]) for coding in ("gzip", "x-gzip", "deflate", "br")),
            *((coding, lambda data: data[:-9000] + bytes(99) + data[-8901:]) for coding in ("gzip", "deflate")),
        ],
    )
    def test_is_noted_where_what_is_compressed_breaks_off(
        self, coding: str, damage: Callable[[bytes], bytes], in_chunks: bool, capsys: pytest.CaptureFixture[str]
    ) -> None:
        payload = page(POSTS, "12 13 14", furniture=f"<!-- {random_text()} -->")
        pack = CODINGS[coding.removeprefix("x-")]
        found = self.notes(payload, coding=coding, encode=lambda data: damage(pack(data)), in_chunks=in_chunks)
        assert found[-1] == f"{URL} at {at(20)}: its body breaks off; its last entry may be torn, and others missing"
        assert self.notes(payload, coding=coding, encode=pack) == []
        assert capsys.readouterr() == ("", "")

    def test_does_not_tell_that_entries_were_deleted(self) -> None:
        crawl = Crawl()
        crawl.visit(URL, at(10), SECOND)
        crawl.visit(URL, at(20), SECOND[: SECOND.rindex(b"<article>")], WARC_Truncated="length")
        first, second = (one.blog for one in blogs(crawl.data)[0])
        assert [link.kind for link in lba.match(first, second).links] == ["same", "same", "absent"]


def test_a_bomb_is_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("liveblog_archive.importers.warc.bodies.LARGEST", 100_000)
    crawl = Crawl()
    crawl.visit(URL, at(10), FIRST + b" " * 50_000_000, coding="br")
    crawl.visit(URL, at(20), SECOND, coding="br")
    assert [note.text for note in captures(crawl.data, Options()).notes] == [f"{URL} is larger than a page may be"]


def test_a_coding_that_is_not_known_is_said() -> None:
    crawl = Crawl()
    crawl.visit(URL, at(10), FIRST, coding="zstd")
    crawl.visit(URL, at(20), SECOND)
    assert [note.text for note in captures(crawl.data, Options()).notes] == [
        f"{URL} is compressed as 'zstd', which is not read"
    ]


class TestRevisits:
    def found(self, **refers: str) -> list[Captured]:
        crawl = Crawl()
        record = crawl.visit(URL, at(10), FIRST)
        crawl.visit(URL, at(20), SECOND)
        digest = record.rec_headers.get_header("WARC-Payload-Digest")
        if "WARC_Refers_To" in refers:
            refers["WARC_Refers_To"] = record.rec_headers.get_header("WARC-Record-ID")
        crawl.revisit(URL, at(30), refers.pop("digest", digest), **refers)
        (found,) = blogs(crawl.data)
        return found

    @pytest.mark.parametrize(
        "refers",
        [
            {},
            {"digest": "sha1:OTHER", "WARC_Refers_To": "the record"},
            {"digest": "sha1:OTHER", "WARC_Refers_To_Target_URI": URL, "WARC_Refers_To_Date": at(10)},
        ],
    )
    def test_a_revisit_is_the_page_that_it_refers_to_at_its_own_time(self, refers: dict[str, str]) -> None:
        found = self.found(**refers)
        assert times(found) == ["16:10", "16:20", "16:30"]
        assert [one.source for one in found] == [FIRST, SECOND, FIRST]
        assert found[2].blog.entries == found[0].blog.entries

    def test_one_may_stand_before_the_record_that_it_refers_to(self) -> None:
        late, early = Crawl(), Crawl()
        record = early.visit(URL, at(10), FIRST)
        late.revisit(URL, at(20), record.rec_headers.get_header("WARC-Payload-Digest"))
        (found,) = blogs(wacz({"archive/a.warc.gz": late.data, "archive/b.warc.gz": early.data}))
        assert times(found) == ["16:10", "16:20"]

    def test_one_of_a_live_blog_that_is_not_here_is_noted_and_any_other_is_nobodys_business(self) -> None:
        crawl = Crawl()
        crawl.visit(URL, at(10), FIRST)
        about = crawl.visit("https://news.example/about", at(10), b"<p>About us</p>")
        crawl.revisit(URL, at(20), "sha1:GONE")
        crawl.revisit("https://news.example/logo", at(20), "sha1:GONE")
        crawl.revisit("https://news.example/about", at(20), about.rec_headers.get_header("WARC-Payload-Digest"))
        found = captures(crawl.data, Options())
        assert [note.text for note in found.notes] == [
            f"{URL} at {at(20)}: the revisit refers to a record that this archive does not have"
        ]
        assert found.passed_over == 1


class TestPages:
    def test_pages_that_were_met_in_one_pass_are_one_capture(self) -> None:
        crawl = Crawl()
        for minute, posts in ((10, POSTS), (20, EDITED)):
            crawl.visit(URL, at(minute), page(posts, "14 15"))
            crawl.visit(f"{URL}?page=2", at(minute + 1), page(posts, "12 13", f"{URL}?page=2"))
        (found,) = blogs(crawl.data)
        assert [[entry.text for entry in one.blog.entries] for one in found] == [
            [posts[hour] for hour in (15, 14, 13, 12)] for posts in (POSTS, EDITED)
        ]
        assert [one.source for one in found] == [None, None]
        assert [one.blog.id for one in found] == [NAME, NAME]

    def test_one_page_under_several_addresses_is_captured_each_time(self) -> None:
        crawl = Crawl()
        addresses = (
            URL,
            f"{URL}?ref=home",
            f"{URL}/?utm_source=x&fbclid=1#top",
            URL.replace("https://", "http://www."),
        )
        shown = (FIRST, SECOND, page(EDITED, "12 13 14"), THIRD)
        for minute, (url, payload) in enumerate(zip(addresses, shown, strict=True)):
            crawl.visit(url, at(minute), payload)
        (found,) = blogs(crawl.data)
        assert times(found) == ["16:00", "16:01", "16:02", "16:03"]
        assert [one.source for one in found] == list(shown)

    def test_one_page_that_is_unchanged_under_another_address_keeps_its_source_and_its_pass(self) -> None:
        crawl = Crawl()
        crawl.visit(URL, at(10), page(POSTS, "14 15"))
        crawl.visit(f"{URL}?utm_source=feed", at(10), page(POSTS, "14 15"))
        (found,) = blogs(crawl.data)
        assert [one.source for one in found] == [page(POSTS, "14 15")]
        crawl.visit(f"{URL}?page=2", at(11), page(POSTS, "12 13", f"{URL}?page=2"))
        crawl.visit(f"{URL}?ref=page-2", at(12), page(POSTS, "14 15"))
        (found,) = blogs(crawl.data)
        assert [(len(one.blog.entries), one.source) for one in found] == [(4, None)]
        assert times(found) == ["16:11"]

    @pytest.mark.parametrize("other", ["?page=2", "?filterKeyEvents=true", "/amp"])
    def test_pages_that_were_met_hours_after_each_other_are_captures_of_their_own(self, other: str) -> None:
        for minute, number in ((20, 1), (125, 1), (126, 2)):
            crawl = Crawl()
            crawl.visit(URL, at(5), page(POSTS, "14 15"))
            crawl.visit(f"{URL}{other}", at(minute), page(POSTS, "12 13"))
            (found,) = blogs(crawl.data)
            assert len(found) == number

    def test_pages_that_a_slow_crawler_met_resolve_all_their_entries(self, tmp_path: Path) -> None:
        crawl = Crawl()
        for minute in (0, 60):
            crawl.visit(URL, at(minute), page(POSTS, "14 15"))
            crawl.visit(f"{URL}?page=2", at(minute + 15), page(EDITED, "12 13", f"{URL}?page=2"))
        (found,) = blogs(crawl.data)
        archive = lba.Archive(tmp_path / "archive")
        versions = [archive.deposit(one.blog, one.source) for one in found]
        assert [version.entries for version in versions] == [4, 4]
        assert {archive.resolve(entry.id).status for entry in archive.blog(versions[0]).entries} == {"verified"}

    @pytest.mark.parametrize(
        "form", ["/amp", "/index.html", "/print", ".amp.html", ".amp", "/page/2", "?outputType=amp"]
    )
    def test_a_form_that_does_not_say_what_page_it_is_of_is_of_the_page_that_its_address_names(
        self, form: str, tmp_path: Path
    ) -> None:
        crawl = Crawl()
        canonical = f'<link rel="canonical" href="{URL}">'.encode()
        for minute, posts in ((10, POSTS), (20, EDITED)):
            crawl.visit(URL, at(minute), page(posts, "12 13"))
            crawl.visit(f"{URL}{form}", at(minute + 1), page(posts, "12 13").replace(canonical, b""))
        (found,) = blogs(crawl.data)
        assert times(found) == ["16:11", "16:21"]
        assert [one.blog.capture and one.blog.capture.url for one in found] == [URL, URL]
        named = notes(found[0].blog, "merged-capture")
        assert [text.rpartition(", ")[2] for text in named] == [URL, f"{URL}{form}"]
        archive = lba.Archive(tmp_path / "archive")
        last = [archive.deposit(one.blog, one.source) for one in found][-1]
        assert [link.kind for link in archive.capture(last).links] == ["edited", "same"]
        assert len(lba.parse(crawl.data).entries) == 2

    def test_pages_of_no_known_time_are_of_one_pass(self) -> None:
        crawl = Crawl()
        crawl.visit(URL, "soon", page(POSTS, "14 15"))
        crawl.visit(f"{URL}?page=2", at(40), page(POSTS, "12 13", f"{URL}?page=2"))
        (found,) = blogs(crawl.data)
        assert [len(one.blog.entries) for one in found] == [4]

    def test_several_blogs_are_given_each_under_its_own_id(self) -> None:
        crawl = Crawl()
        other = f"{URL}-north"
        crawl.visit(URL, at(10), FIRST)
        crawl.visit(other, at(10), page(POSTS, "14 15", other))
        crawl.visit(URL, at(20), SECOND)
        found = blogs(crawl.data)
        assert [(len(one), one[0].blog.id) for one in found] == [(2, NAME), (1, f"{NAME}-north")]
        assert [one[0].blog.id for one in blogs(crawl.data, url=other)] == [f"{NAME}-north"]
        with pytest.raises(lba.ImportFailure) as caught:
            blogs(crawl.data, id=NAME)
        assert str(caught.value) == (f"crawl.warc: holds 2 live blogs: {URL}, {other}; name one with url=")

    def test_a_page_that_comes_again_unchanged_is_read_as_it_was(self) -> None:
        crawl = Crawl()
        crawl.visit(URL, at(10), FIRST)
        crawl.visit(f"{URL}?from=home", at(20), FIRST)
        (found,) = warc.captures(crawl.data, Options()).blogs
        assert len(found) == 1  # two addresses of one pass
        crawl.visit(f"{URL}?from=home", at(30), FIRST)
        crawl.visit(f"{URL}?from=home", at(40), FIRST)
        (found,) = warc.captures(crawl.data, Options()).blogs
        assert found[1].blog.capture is not None
        assert found[2].blog.capture is not None
        assert found[1].blog.capture.notes == found[2].blog.capture.notes
        assert times(list(found))[1:] == ["16:30", "16:40"]

    def test_of_any_other_format_there_is_one_capture(self) -> None:
        found = captures(THIRD, Options())
        ((one,),) = found.blogs
        assert (one.blog, one.source, found.passed_over, found.notes) == (lba.parse(THIRD), THIRD, 0, ())


class TestTheCommand:
    """`archive add ARCHIVE capture.wacz`: an archive with all revisions, in one command."""

    @pytest.fixture
    def crawl(self, tmp_path: Path) -> Path:
        crawl = Crawl()
        crawl.visit(URL, at(10), FIRST, coding="gzip", in_chunks=True)
        crawl.visit("https://news.example/about", at(10), b"<p>About us</p>")
        crawl.visit("https://news.example/style.css", at(10), b"p { margin: 0 }", kind="text/css")
        crawl.visit(URL, at(20), FIRST, coding="br")
        crawl.visit(URL, at(40), THIRD)
        record = crawl.visit(URL, at(30), SECOND)
        crawl.revisit(URL, at(35), record.rec_headers.get_header("WARC-Payload-Digest"))
        file = tmp_path / "crawl.wacz"
        file.write_bytes(wacz({"archive/data.warc.gz": crawl.data}))
        return file

    @pytest.fixture
    def run(self, capsys: pytest.CaptureFixture[str]) -> Run:
        def run(*arguments: object) -> tuple[int, str, str]:
            code = cli.run([str(argument) for argument in arguments])
            return code, *capsys.readouterr()

        return run

    def test_makes_an_archive_with_its_revisions(self, crawl: Path, tmp_path: Path, run: Run) -> None:
        archive = tmp_path / "archive"
        assert run("archive", "add", archive, crawl) == (
            0,
            f"{NAME} v1: first, 2 entries\n"
            f"{NAME} v1: is in the archive already\n"
            f"{NAME} v2: revision, 3 entries: 2 same, 1 inserted\n"
            f"{NAME} v2: is in the archive already\n"
            f"{NAME} v3: revision, 4 entries: 2 same, 1 edited, 1 inserted\n",
            f"{crawl}: 1 other pages passed over\n",
        )
        opened = lba.Archive(archive)
        assert [version.captured and f"{version.captured:%H:%M}" for version in opened.versions()] == [
            "16:10", "16:30", "16:40",
        ]  # fmt: skip
        assert [opened.source(version) for version in opened.versions()] == [FIRST, SECOND, THIRD]
        assert opened.verify() == ()
        edited = opened.resolve(lba.quote(opened.blog(opened.versions()[0]), "all eleven sailors"))
        assert edited.status == "altered"

    def test_tells_what_slid_off_the_page_from_what_was_deleted(self, tmp_path: Path, run: Run) -> None:
        crawl = Crawl()
        hours = ("12 13 14", "13 14 15", "13 15")
        for minute, shown in enumerate(hours):
            crawl.visit(URL, at(minute), page(POSTS, shown))
        path = tmp_path / "crawl.warc"
        path.write_bytes(crawl.data)
        folder = str(tmp_path / "archive")
        told = run("archive", "add", folder, str(path))[1]
        assert [line.rpartition(": ")[2] for line in told.splitlines()] == [
            "first, 3 entries", "2 same, 1 inserted, 1 beyond", "2 same, 1 deleted",
        ]  # fmt: skip
        code, told, _ = run("archive", "resolve", folder, "Two tugs reached the stranded coaster")
        assert (code, told.splitlines()[0]) == (
            1, "beyond: last seen in capture 1: what was captured since ends before it",
        )  # fmt: skip
        code, told, _ = run("archive", "resolve", folder, "Schools on the northern shore")
        assert told.splitlines()[0] == "deleted: gone since capture 3"
        found = list(rows([folder]))
        assert {row.text[:8]: row.status for row in found if row.status == "deleted"} == {"Schools ": "deleted"}
        assert len(found) == 4

    def test_adding_it_twice_adds_nothing(self, crawl: Path, tmp_path: Path, run: Run) -> None:
        for number in (5, 0):
            code, out, _ = run("archive", "add", tmp_path / "archive", crawl, "--json")
            assert code == 0
            assert sum(one["new"] for one in json.loads(out)) == (3 if number else 0)

    def test_one_time_for_several_captures_is_refused(self, crawl: Path, tmp_path: Path, run: Run) -> None:
        told = ("--created", "2026-03-04T09:30:00+03:00")
        code, _, error = run("archive", "add", tmp_path / "archive", crawl, *told)
        assert code == 2
        assert f"--created is the time of one capture, and {crawl} holds several" in error
        assert not (tmp_path / "archive").exists()

    def test_what_is_damaged_is_said_and_the_rest_is_added(self, tmp_path: Path, run: Run) -> None:
        crawl = Crawl(compressed=False)
        crawl.visit(URL, at(10), FIRST)
        crawl.visit(URL, at(20), SECOND)
        file = tmp_path / "cut.warc"
        file.write_bytes(crawl.data + b"no record at all\r\n\r\n")
        code, out, error = run("archive", "add", tmp_path / "archive", file)
        assert (code, len(out.splitlines())) == (0, 2)
        assert error.startswith(f"{file}: damaged-archive: ")
        assert error.count("\n") == 1

    def test_convert_makes_one_blog_of_all_captures(self, crawl: Path, tmp_path: Path, run: Run) -> None:
        output = tmp_path / "storm.jsonld"
        code, _, _ = run("convert", crawl, "-o", output)
        assert code == 0
        found = lba.read(output)
        assert [entry.text for entry in found.entries] == [EDITED[hour] for hour in (15, 14, 13, 12)]
        assert found.capture is not None
        assert f"{POSTS[13][:60]!r} said before: {POSTS[13]}" in [
            note.text for note in found.capture.notes if note.code == "earlier-version"
        ]


def test_a_blog_made_by_hand_is_no_capture() -> None:
    with pytest.raises(lba.ModelError) as raised:
        capture_of(lba.LiveBlog(id="tag:news.example,2026:x"))
    assert str(raised.value) == ("LiveBlog.capture: a blog that was not read from anything; read it from its source")


def test_a_service_that_a_page_asks_all_day_is_one_capture_in_linear_time() -> None:
    blog = lba.parse(FIRST)
    asked = [
        warc._Seen(blog, Page(f"https://news.example/wp-json/liveblog/v1/7/{n}/{n + 1}", at(n), b"%d" % n, ""))
        for n in range(5_000)
    ]
    begun = time.perf_counter()
    assert len([*warc._passes(asked)]) == 1
    assert time.perf_counter() - begun < 10
