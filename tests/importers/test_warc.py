"""WARC and WACZ: the pages of a live blog among all that was crawled."""

import base64
import hashlib
import io
import json
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from gzip import compress

import pytest

import liveblog_archive as lba
from liveblog_archive.importers import Captured, Options, warc
from liveblog_archive.importers.warc import records as warc_records
from liveblog_archive.model import LiveBlog
from tests.importers.crawls import Crawl
from tests.importers.platforms import data, notes

URL = "https://www.news.example/sea/live/2026/mar/03/storm-live"
OLDER, NEWER = "2026-03-03T16:35:00Z", "2026-03-03T17:00:00Z"


def response(
    payload: bytes, url: str = URL, date: str = OLDER, kind: str = "application/json", status: str = "200 OK"
) -> dict[str, object]:
    return {"payload": payload, "url": url, "date": date, "kind": kind, "status": status}


def record(kind: str, url: str, date: str, block: bytes, payload: bytes | None, media_type: str) -> bytes:
    """Return a record as a crawler writes it (ISO 28500 5); of a response, the payload is a part of the block."""

    def digest(content: bytes) -> str:
        return f"sha1:{base64.b32encode(hashlib.sha1(content).digest()).decode()}"

    headers = ["WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", f"WARC-Date: {date}"]
    headers += ["WARC-Record-ID: <urn:uuid:12345678-feed-face-0000-000000000000>", f"Content-Type: {media_type}"]
    headers += [f"WARC-Block-Digest: {digest(block)}", f"Content-Length: {len(block)}"]
    if payload is not None:
        headers.insert(-1, f"WARC-Payload-Digest: {digest(payload)}")
    return "\r\n".join(headers).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def crawl(*responses: dict[str, object], gzip: bool = True) -> bytes:
    """Return a WARC with these responses, after the record that every crawler begins with."""
    records = [record("warcinfo", "", OLDER, b"software: a crawler\r\n", None, "application/warc-fields")]
    for one in responses:
        payload = one["payload"]
        assert isinstance(payload, bytes)
        head = f"HTTP/1.1 {one['status']}\r\nContent-Type: {one['kind']}\r\n\r\n".encode()
        kind = "application/http; msgtype=response"
        records.append(record("response", str(one["url"]), str(one["date"]), head + payload, payload, kind))
    return b"".join(map(compress, records) if gzip else records)


def wacz(archives: dict[str, bytes], listing: object = None) -> bytes:
    """Return a WACZ with these WARCs, and the listing that belongs to them unless another is given."""
    file = io.BytesIO()
    true = [
        {"path": name, "hash": f"sha256:{hashlib.sha256(content).hexdigest()}", "bytes": len(content)}
        for name, content in archives.items()
    ]
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in archives.items():
            archive.writestr(name, content)
        archive.writestr("pages/pages.jsonl", "{}")
        if listing is not False:
            archive.writestr("datapackage.json", json.dumps({"resources": true} if listing is None else listing))
    return file.getvalue()


PAGE = data("guardian_page.json")


def test_an_archive_that_was_compressed_as_a_whole_is_read_like_one_of_compressed_records() -> None:
    responses = [response(PAGE), response(PAGE.replace(b"Ferry refloated", b"Ferry afloat"), date=NEWER)]
    apart, whole = crawl(*responses), compress(crawl(*responses, gzip=False))
    expected = lba.parse(apart)
    for packed in (whole, wacz({"archive/crawl.warc.gz": whole})):
        found = lba.parse(packed)
        assert found == expected
        assert notes(found, "damaged-archive") == []
    (note,) = warc.captures(compress(crawl(*responses, gzip=False) * 9)[:-9], Options()).notes
    assert note.code == "damaged-archive"


@pytest.mark.parametrize("gzip", [True, False])
def test_the_page_of_a_live_blog_is_found_among_others(gzip: bool) -> None:
    found = lba.parse(
        crawl(
            response(
                b"<html><body><p>About us</p></body></html>", "https://www.news.example/about", kind="text/html"
            ),
            response(b"body { margin: 0 }", "https://www.news.example/a.css", kind="text/css"),
            response(b'{"a": 1}', "https://www.news.example/a.json"),
            response(PAGE),
            response(PAGE, "https://www.news.example/gone", status="404 Not Found"),
            gzip=gzip,
        ),
        where="storm.warc",
    )
    assert [entry.native_id for entry in found.entries] == [e.native_id for e in lba.parse(PAGE).entries]
    assert found.url == URL
    assert notes(found, "record-skipped") == ["2 of 3 pages are not of this blog"]


def test_a_capture_says_when_and_where_a_crawler_met_it() -> None:
    capture = lba.parse(crawl(response(PAGE, f"{URL}?page=1"))).capture
    assert capture is not None
    assert capture.retrieved is not None
    assert capture.retrieved.isoformat() == "2026-03-03T16:35:00+00:00"
    assert capture.url == f"{URL}?page=1"
    assert capture.sha256 == hashlib.sha256(PAGE).hexdigest()
    assert capture.importer.startswith("liveblog-archive guardian ")
    (digest,) = [note.text for note in capture.notes if note.code == "payload-digest"]
    assert digest.startswith("sha1:")


def retrieved(captured: Captured) -> str:
    when = captured.blog.capture and captured.blog.capture.retrieved
    return f"{when:%Y-%m-%dT%H:%M:%SZ}" if when else ""


def test_captures_come_oldest_first() -> None:
    (found,) = warc.captures(crawl(response(PAGE, date=NEWER), response(PAGE, date=OLDER)), Options()).blogs
    assert [retrieved(one) for one in found] == [OLDER, NEWER]


def test_captures_of_one_blog_are_one_blog() -> None:
    value = json.loads(PAGE)
    value["blocks"][0]["title"] = "Ferry refloated and towed"
    found = lba.parse(crawl(response(json.dumps(value).encode(), date=NEWER), response(PAGE, date=OLDER)))
    assert len(found.entries) == 3
    assert found.entries[0].headline == "Ferry refloated and towed"


def test_a_page_without_an_address_has_that_of_its_record() -> None:
    feed = b"<rss><channel><title>Storm</title><item><title>Aground</title><guid>1</guid></item></channel></rss>"
    found = lba.parse(crawl(response(feed, "https://news.example/storm.rss", kind="application/rss+xml")))
    assert found.url == "https://news.example/storm.rss"


def test_several_live_blogs_are_an_error_that_names_them_until_one_is_told() -> None:
    other = PAGE.replace(b"storm-live", b"other-live")
    records = crawl(response(PAGE), response(other, f"{URL}-other"))
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse(records, where="two.warc")
    assert str(caught.value) == (
        "two.warc: holds 2 live blogs: https://www.news.example/sea/live/2026/mar/03/other-live, "
        f"{URL}; name one with url="
    )
    assert lba.parse(records, url=URL).url == URL


@pytest.mark.parametrize("others", [0, 1])
def test_an_address_where_no_live_blog_is_is_an_error_that_names_those_that_are(others: int) -> None:
    more = [response(PAGE.replace(b"storm-live", b"other-live"), f"{URL}-other")] * others
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse(crawl(response(PAGE), *more), where="two.warc", url="https://news.example/third")
    there = [f"{URL.replace('storm', 'other')}"] * others + [URL]
    assert str(caught.value) == (
        f"two.warc: holds no live blog at https://news.example/third, but {', '.join(there)}; "
        "name one of these with url=, or none"
    )


def test_a_blog_is_found_at_the_address_that_a_crawler_met_it_at() -> None:
    records = crawl(
        response(PAGE, "https://m.news.example/storm"),
        response(PAGE.replace(b"storm-live", b"other-live"), f"{URL}-o"),
    )
    assert lba.parse(records, url="https://m.news.example/storm/?page=2").url == URL


FEED = "<rss><channel><title>{0}</title><item><title>{0} began</title><guid>{0}</guid></item></channel></rss>"


def _at(*queries: str) -> list[str]:
    """Return the titles of the blogs in a crawl of one path with these queries, each with another blog."""
    visits = [
        response(
            FEED.format(f"Blog {place}").encode(), f"https://news.example/live.php{query}", kind="application/xml"
        )
        for place, query in enumerate(queries)
    ]
    return [str(found[-1].blog.title) for found in warc.captures(crawl(*visits), Options()).blogs]


def test_blogs_may_be_told_apart_by_their_query() -> None:
    assert _at("?id=1", "?id=2") == ["Blog 0", "Blog 1"]
    assert _at("?storm", "?election", "") == ["Blog 0", "Blog 1", "Blog 2"]
    assert _at("?a=1&b=2", "?b=2&a=1&utm_source=mail#top") == ["Blog 1"]


def _dated(query: str, date: str = OLDER) -> dict[str, object]:
    dated = FEED.format("Storm").replace("<guid>", "<pubDate>Tue, 03 Mar 2026 16:31:40 GMT</pubDate><guid>")
    return response(dated.encode(), f"https://news.example/live.php{query}", date, kind="application/xml")


def test_blogs_that_their_query_tells_apart_have_different_ids_that_do_not_show_it() -> None:
    one, other, plain = (_dated(query) for query in ("?id=1", "?id=2", "?page=1"))
    both = [found[0].blog.id for found in warc.captures(crawl(one, other, plain), Options()).blogs]
    assert len(set(both)) == 3
    assert {name.rpartition("-")[0] for name in both} == {"tag:news.example,2026-03-03:live"}
    assert lba.parse(crawl(one)).id == both[0]
    assert lba.parse(crawl(one), id="tag:news.example,2026:storm").id == "tag:news.example,2026:storm"


def test_a_query_adds_nothing_to_an_id_that_is_made_of_words() -> None:
    assert lba.parse(crawl(response(FEED.format("Storm").encode(), "https://[::1]/live?id=1"))).id.startswith("urn:")


@pytest.mark.parametrize(
    "query",
    [
        "?page=2",
        "?paged=2",
        "?page=with:block-1",
        "?utm_source=a&utm_medium=b",
        "?fbclid=x",
        "?filterKeyEvents=1",
        "?smid=tw-share",
        "?offset=20",
        "?pk_source=x",
        "?update=31",
        "?pinned_post=7",
    ],
)
def test_pages_of_a_blog_and_the_ways_of_readers_to_it_are_one_blog(query: str) -> None:
    assert _at("", query) == ["Blog 1"]
    assert _at("?id=7", query + "&id=7") == ["Blog 1"]


@pytest.mark.parametrize("address", ["http://[half", None])
def test_an_address_that_is_none_names_a_blog_too(address: str | None) -> None:
    assert warc._address(address) == (address or "")


def test_a_page_that_an_importer_cannot_read_is_no_live_blog() -> None:
    empty = b'{"contentType": "LiveBlog", "blocks": []}'
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse(crawl(response(empty)), where="a.warc")
    assert str(caught.value) == (
        "a.warc: no live blog found: looked through 1 page for one that an importer knows; "
        "check that the crawl holds the page itself"
    )


def test_a_page_larger_than_a_page_may_be_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("liveblog_archive.importers.warc.bodies.LARGEST", len(PAGE))
    found = lba.parse(crawl(response(PAGE), response(PAGE + b" ", f"{URL}?again")))
    assert notes(found, "record-skipped") == [f"{URL}?again is larger than a page may be"]


def test_a_record_whose_digest_does_not_fit_is_noted() -> None:
    records = crawl(response(PAGE), gzip=False)
    found = lba.parse(records.replace(b"Ferry refloated", b"Ferry refound!!"))
    assert found.entries[0].headline == "Ferry refound!!"
    assert notes(found, "digest-mismatch") == [f"{URL} is not what its record's digest was made of"]


def test_a_record_without_digest_and_date_is_read() -> None:
    records = crawl(response(PAGE, date="some day"), gzip=False)
    lines = [line for line in records.split(b"\r\n") if not line.startswith((b"WARC-Payload", b"WARC-Block"))]
    capture = lba.parse(b"\r\n".join(lines)).capture
    assert capture is not None
    assert capture.retrieved is None
    assert "payload-digest" not in {note.code for note in capture.notes}


def test_a_resource_without_http_headers_is_read() -> None:
    records = [
        record("resource", "urn:thumbnail", OLDER, PAGE, None, "image/png"),
        record("resource", URL, OLDER, PAGE, None, "application/json"),
        record("metadata", URL, OLDER, PAGE, None, "application/json"),
    ]
    found = lba.parse(b"".join(records))
    assert len(found.entries) == 3
    assert notes(found, "record-skipped") == []


@pytest.mark.parametrize("gzip", [True, False])
def test_an_archive_that_is_cut_is_read_as_far_as_it_goes(gzip: bool) -> None:
    records = crawl(response(PAGE), gzip=gzip)
    whole = len(records)
    found = lba.parse(records + crawl(response(PAGE, f"{URL}?again"), gzip=gzip)[: whole // 2])
    assert len(found.entries) == 3


@pytest.mark.parametrize("gzip", [True, False])
def test_an_archive_that_is_cut_says_so_wherever_it_is_cut_and_a_page_that_is_cut_is_none(gzip: bool) -> None:
    first = crawl(response(PAGE), gzip=gzip)
    later = crawl(response(PAGE.replace(b"Forty", b"Sixty"), date=NEWER), gzip=gzip)[len(crawl(gzip=gzip)) :]
    unread = 16 if gzip else 4  # ends of what is compressed, or of two lines: all of the page is there
    for end in range(1, len(later) - unread, 7):
        found = lba.parse(first + later[:end], where="a.warc")
        assert not any("Sixty" in entry.text for entry in found.entries)
        (note,) = notes(found, "damaged-archive")
        assert note.startswith("a.warc: ")
        assert note.endswith("; read as far as it can be")
    assert notes(lba.parse(first + later), "damaged-archive") == []


@pytest.mark.parametrize("length", [None, "many", "-5"])
def test_a_record_without_its_length_ends_the_archive_with_a_note(length: str | None) -> None:
    header = f"Content-Length: {length}\r\n" if length else ""
    lost = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {URL}\r\n{header}\r\nHTTP/1.1 200 OK\r\n\r\n{{}}"
    found = lba.parse(crawl(response(PAGE), gzip=False) + lost.encode(), where="a.warc")
    assert notes(found, "damaged-archive") == ["a.warc: a record without its length; read as far as it can be"]


def test_an_archive_without_a_name_is_called_so_where_it_breaks_off() -> None:
    said = "the archive: a record without its length; read as far as it can be"
    with pytest.raises(lba.ImportFailure, match=f"that an importer knows; {said}; check that"):
        lba.parse(b"WARC/1.0\r\n")
    found = lba.parse(crawl(response(PAGE)) + crawl(response(PAGE))[:40])
    assert notes(found, "damaged-archive") == ["the archive: it breaks off; read as far as it can be"]


def test_a_damaged_archive_is_noted(capsys: pytest.CaptureFixture[str]) -> None:
    found = lba.parse(crawl(response(PAGE), gzip=False) + b"no record at all\r\n\r\n", where="a.warc")
    (note,) = notes(found, "damaged-archive")
    assert note.endswith("; read as far as it can be")
    assert "\n" not in note
    assert capsys.readouterr() == ("", "")


def test_a_header_line_without_an_end_is_no_hang() -> None:
    endless = b"WARC/1.0\r\n" + b"x" * 50_000_000
    found = lba.parse(crawl(response(PAGE)) + compress(endless, 1))
    (note,) = notes(found, "damaged-archive")
    assert note.endswith("a header line without an end; read as far as it can be")


def test_an_archive_of_nothing_but_damage_is_one_clear_line() -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse(b"WARC/1.0\r\nContent-Length: many\r\n\r\n", where="a.warc")
    assert str(caught.value).startswith("a.warc: no live blog found: looked through 0 pages")
    assert "\n" not in str(caught.value)


def test_what_is_no_archive_is_refused() -> None:
    with pytest.raises(lba.ImportFailure, match="neither a WARC nor a WACZ"):
        lba.parse(b"14:05 Aground.", format="warc")


# WACZ


def names_and_notes(found: LiveBlog) -> tuple[int, set[str]]:
    assert found.capture is not None
    return len(found.entries), {note.code for note in found.capture.notes} & {
        "damaged-archive", "digest-mismatch", "record-skipped",
    }  # fmt: skip


def test_every_warc_of_a_wacz_is_looked_through() -> None:
    about = crawl(response(b"<html></html>", "https://www.news.example/about", kind="text/html"))
    found = lba.parse(wacz({"archive/a.warc.gz": about, "archive/b.warc.gz": crawl(response(PAGE))}))
    assert names_and_notes(found) == (3, {"record-skipped"})


def listing(path: str, digest: str) -> dict[str, object]:
    return {"resources": [{"path": path, "hash": digest}, {"path": "pages/pages.jsonl", "hash": "sha256:0"}]}


@pytest.mark.parametrize(
    ("listed", "codes"),
    [
        (None, set()),
        ({"resources": []}, set()),
        ([], set()),
        (False, {"damaged-archive"}),
        (listing("archive/a.warc", "sha256:00"), {"digest-mismatch"}),
        (listing("archive/gone.warc", "sha256:00"), {"damaged-archive"}),
        (listing("archive/a.warc", f"SHA-256:{'ab' * 32}"), {"digest-mismatch"}),
        (listing("archive/a.warc", "crc32:00"), set()),
    ],
)
def test_the_listing_of_a_wacz_is_checked(listed: object, codes: set[str]) -> None:
    assert names_and_notes(lba.parse(wacz({"archive/a.warc": crawl(response(PAGE))}, listed))) == (3, codes)


def test_a_listing_or_archive_too_large_to_be_one_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = crawl(response(PAGE)), crawl(response(PAGE), response(PAGE))
    both = wacz({"archive/a.warc.gz": small, "archive/b.warc.gz": large})
    monkeypatch.setattr("liveblog_archive.importers.warc.records._LARGEST_LISTING", 10)
    monkeypatch.setattr("liveblog_archive.importers.warc.records._LARGEST_ARCHIVE", len(small))
    found = lba.parse(both)
    assert notes(found, "damaged-archive") == ["datapackage.json: too large to be a listing"]
    assert notes(found, "record-skipped") == ["archive/b.warc.gz is larger than an archive may be"]


def test_a_wacz_whose_warc_is_damaged_is_one_clear_line() -> None:
    whole = bytearray(wacz({"archive/a.warc": crawl(response(PAGE), gzip=False)}))
    whole[whole.index(b"Forty on board")] ^= 1  # the ZIP's own checksum no longer fits
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse(bytes(whole), where="a.wacz")
    assert "pages for one that an importer knows; archive/a.warc: Bad CRC-32" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_wacz_whose_warc_cannot_be_opened_is_read_without_it() -> None:
    archives = {"archive/a.warc": crawl(response(PAGE), gzip=False), "archive/b.warc": b"WARC"}
    whole = bytearray(wacz(archives, listing=False))
    whole[whole.index(b"archive/b.warc")] ^= 1  # the name beside its data is not that of the directory
    found = lba.parse(bytes(whole), where="a.wacz")
    assert len(found.entries) == 3
    assert notes(found, "damaged-archive")[1].startswith("archive/b.warc: File name in directory 'archive/b.warc'")


def test_dates_sort_captures_with_those_without_first() -> None:
    undated = lba.parse(PAGE)
    assert sorted([OLDER, warc._retrieved(undated)]) == ["", OLDER]


def test_a_record_without_an_address_ends_the_archive_with_a_note() -> None:
    lost = crawl(response(PAGE), gzip=False).replace(b"WARC-Target-URI", b"WARC-Target-XXX")
    found = lba.parse(crawl(response(PAGE), gzip=False) + lost, where="a.warc")
    assert notes(found, "damaged-archive") == [
        "a.warc: a record without its address or type; read as far as it can be"
    ]


@pytest.mark.parametrize("gzip", [True, False])
@pytest.mark.parametrize("is_last", [True, False])
def test_a_record_that_is_longer_than_it_says_is_noted(
    gzip: bool, is_last: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    long = record("resource", URL, OLDER, PAGE, PAGE, "application/json")[:-4] + b"}\r\n\r\n"
    crawled = crawl(gzip=gzip) + (compress(long) if gzip else long) + (b"" if is_last else crawl(gzip=gzip))
    first, *_ = notes(lba.parse(crawled, where="a.warc"), "damaged-archive")
    assert first == f"a.warc: the record of {URL} is longer than it says; read as far as it can be"
    assert capsys.readouterr() == ("", "")


def test_standard_error_stays_that_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    held, during = sys.stderr, []
    first = warc_records._page
    monkeypatch.setattr(warc_records, "_page", lambda *told: (during.append(sys.stderr), first(*told))[1])
    lba.parse(crawl(response(PAGE)))
    assert {*during} == {held}


def test_what_is_written_to_standard_error_is_left_alone_when_threads_read_archives() -> None:
    held, interval = sys.stderr, sys.getswitchinterval()
    crawled = crawl(response(PAGE), response(b"<p>About us</p>", "https://www.news.example/about", kind="text/html"))
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            blogs = [*threads.map(lambda _: lba.parse(crawled), range(24))]
        assert sys.stderr is held
        assert len({blog.id for blog in blogs}) == 1
    finally:
        sys.setswitchinterval(interval)
        sys.stderr = held


def test_an_address_that_a_page_states_without_its_host_is_on_the_host_that_it_was_met_at() -> None:
    crawl = Crawl()
    for host in ("a", "b"):
        head = '<link rel="canonical" href="/live">'
        article = '<article><time datetime="2026-03-03T1{0}:00:00Z">1{0}:00</time><p>News of {1}.</p></article>'
        body = "".join(article.format(hour, host) for hour in (5, 4))
        crawl.visit(f"https://{host}.example/live", "2026-03-03T18:00:00Z", f"<html>{head}{body}</html>".encode())
    found = warc.captures(crawl.data, Options())
    assert [blog[0].blog.url for blog in found.blogs] == ["https://a.example/live", "https://b.example/live"]
