"""One page that is packed, or that stands below the head of an answer."""

import gzip
import hashlib
import io
import zipfile
from collections.abc import Mapping

import brotli
import pytest

import liveblog_archive as lba
from liveblog_archive.importers import Source, importer_for
from liveblog_archive.importers.captured import capture_of
from liveblog_archive.importers.warc import bodies
from tests.importers.carried import PAGE, TEXTS, URL, page
from tests.importers.crawls import chunked
from tests.importers.platforms import notes
from tests.importers.test_mhtml import mhtml, part

DATA = PAGE.encode()
FRAMED = PAGE.replace("<h1>", '<script src="./Storm_files/f.txt"></script><h1>')


def answer(body: bytes, *heads: str, before: str = "") -> bytes:
    lines = ["HTTP/2 200 ", "date: Tue, 03 Mar 2026 16:25:08 GMT", "content-type: text/html; charset=utf-8", *heads]
    return "\r\n".join([f"{before}{lines[0]}", *lines[1:], "", ""]).encode() + body


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


MOVED = f"HTTP/1.1 301 Moved\r\nLocation: {URL}\r\n\r\n"


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (gzip.compress(DATA), "application/gzip"),
        (gzip.compress(mhtml(part(PAGE))), "application/gzip"),
        (brotli.compress(DATA), "application/octet-stream"),
        (answer(DATA), "application/http"),
        (answer(DATA).replace(b"\r\n", b"\n"), "application/http"),
        (answer(gzip.compress(DATA), "content-encoding: gzip"), "application/http"),
        (answer(brotli.compress(DATA), "content-encoding: br"), "application/http"),
        (answer(DATA, "content-encoding: gzip"), "application/http"),
        (answer(DATA, "content-encoding: zstd"), "application/http"),
        (answer(DATA, "transfer-encoding: chunked"), "application/http"),
        (answer(chunked(DATA), "transfer-encoding: chunked"), "application/http"),
        (zipped({"storm.html": PAGE}), "application/zip"),
        (zipped({"a/Storm.html": FRAMED, "a/Storm_files/f.txt": "ad", "a/b.png": "?"}), "application/zip"),
        (
            zipped({"Storm.mhtml": mhtml(part(PAGE)), "__MACOSX/b.html": "?", "._b.html": "?"}),
            "application/zip",
        ),
    ],
)
def test_it_is_read_as_if_it_were_not(data: bytes, media_type: str) -> None:
    assert importer_for(data, "").name == "packed"
    blog = lba.parse(data)
    assert [entry.text for entry in blog.entries] == TEXTS
    capture = capture_of(blog)
    assert (capture.sha256, capture.length) == (hashlib.sha256(data).hexdigest(), len(data))
    assert capture.media_type == media_type


def test_the_head_of_an_answer_states_when_and_as_what_it_was_sent() -> None:
    declared = PAGE.replace("<head>", '<head><meta charset="windows-1252">')
    blog = lba.parse(answer(declared.encode(), before=MOVED))
    assert [entry.text for entry in blog.entries] == TEXTS
    assert notes(blog, "capture-stated") == [
        f"captured at {URL} on 2026-03-03T16:25:08+00:00, as the head of the answer states"
    ]
    assert blog.url == URL
    assert lba.parse(answer(DATA, before=MOVED.replace(URL, "/live"))).url is None


@pytest.mark.parametrize("data", [brotli.compress(b"14:05"), b"\x8b\x02\x80 14:05 <p>", b"\xff\xd8\xff\0"])
def test_what_is_no_markup_in_brotli_is_none(data: bytes) -> None:
    assert not Source(data).is_brotli


def test_the_file_in_a_zip_archive_is_named() -> None:
    assert notes(lba.parse(zipped({"storm.html": PAGE})), "unpacked") == ["read from storm.html in it"]


def test_what_breaks_off_is_noted() -> None:
    cut = page(*[f"The water stands at {hashlib.sha256(bytes([n])).hexdigest()} now." for n in range(9)]).encode()
    blog = lba.parse(gzip.compress(cut)[:-200])
    assert notes(blog, "page-truncated")[-1] == "what was compressed breaks off"


def test_what_this_library_wrote_is_read_without_loss() -> None:
    blog = lba.parse(PAGE, id="tag:news.example,2026-03-03:storm")
    written = lba.export(blog, "jsonld")
    assert lba.parse(gzip.compress(written)) == lba.parse(written)
    assert lba.parse(answer(written)) == lba.parse(written)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (zipped({"a.png": "?"}), "a ZIP archive with no page; unpack it, and give a file in it"),
        (
            zipped({"b.html": PAGE, "a.html": PAGE}),
            "a ZIP archive with 2 files that may be read: a.html, b.html; unpack it, and give a file in it",
        ),
        (zipped({"a.html": PAGE})[:60], "a damaged ZIP archive: File is not a zip file; get it again"),
        (zipped({"a.html": page()}), "no entry found: looked for"),
        (gzip.compress(gzip.compress(DATA)), "holds no file of a format that is known; give a saved page"),
        (gzip.compress(bytes(bodies.LARGEST + 1)), "larger than a page may be when it is unpacked; unpack it"),
        (zipped({"a.txt": bytes(bodies.LARGEST + 1)}), "a.txt is larger than a page may be; unpack it"),
        (b"HTTP/1.1 200 OK", "no text in it"),
    ],
    ids=["no page", "two", "damaged", "no entry", "twice", "large", "large in a zip", "no body"],
)
def test_what_cannot_be_read_is_one_clear_line(data: bytes, said: str) -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse(data, where="storm.zip", timezone="UTC")
    assert str(caught.value).startswith(f"storm.zip: {said}")
