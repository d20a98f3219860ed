"""What a browser exports of its panel for the network, as a web archive."""

import base64
import hashlib
import json
from typing import Any

import pytest

import liveblog_archive as lba
from liveblog_archive.importers import Options, importer, importer_for
from liveblog_archive.importers.captured import capture_of
from tests.importers.carried import PAGE, TEXTS, URL
from tests.importers.platforms import notes

HTML = "text/html; charset=utf-8"
DATE = "2026-03-03T16:25:08.123Z"


def answer(text: str | None = PAGE, *, url: str = URL, kind: str = HTML, status: int = 200, **more: str) -> Any:
    content = {"mimeType": kind, "text": text, **more} if text is not None else {"mimeType": kind}
    return {
        "startedDateTime": DATE,
        "request": {"url": url, "cookies": [{"value": "secret"}]},
        "response": {"status": status, "content": content},
    }


def har(*entries: Any) -> bytes:
    return json.dumps({"log": {"version": "1.2", "pages": [], "entries": [*entries]}}).encode()


def test_a_page_in_it_is_a_capture_at_its_address_and_time() -> None:
    data = har(answer("", kind="image/png"), answer(), answer("<p>Gone</p>", status=404))
    assert importer_for(data, "").name == "warc"
    blog = lba.parse(data)
    assert [entry.text for entry in blog.entries] == TEXTS
    capture = capture_of(blog)
    assert capture.retrieved is not None
    assert (blog.url, capture.url, capture.retrieved.isoformat()) == (URL, URL, "2026-03-03T16:25:08+00:00")
    assert capture.sha256 == hashlib.sha256(PAGE.encode()).hexdigest()
    assert b"secret" not in lba.export(blog, "jsonld")


def test_each_page_is_a_capture_of_its_own() -> None:
    later = answer(PAGE.replace("afloat", "in port")) | {"startedDateTime": "2026-03-04T09:00:00Z"}
    (blog,) = importer("warc").captures(har(later, answer()), Options()).blogs
    assert [one.source for one in blog] == [PAGE.encode(), PAGE.replace("afloat", "in port").encode()]


def test_text_is_in_utf_8_whatever_the_page_declares_and_bytes_in_what_was_sent() -> None:
    declared = PAGE.replace("<head>", '<head><meta charset="windows-1252">')
    assert [entry.text for entry in lba.parse(har(answer(declared))).entries] == TEXTS
    encoded = base64.b64encode(PAGE.encode("cp1252")).decode()
    sent = answer(encoded, kind="text/html; charset=windows-1252", encoding="base64")
    assert [entry.text for entry in lba.parse(har(sent)).entries] == TEXTS


def test_how_many_contents_it_does_not_hold_is_noted_and_no_address_of_whoever_browsed() -> None:
    odd = [answer(None, url="https://sso.example/?token=secret"), answer("a", encoding="base64"), answer("")]
    found = importer("warc").captures(har(*odd, answer(), answer("", kind="image/png")), Options())
    (note,) = found.notes
    assert note.text == "3 answers that may be a page, without a content that can be read"


def test_one_without_a_live_blog_is_one_clear_line() -> None:
    with pytest.raises(lba.ImportFailure, match="no live blog found: looked through 1 page for one"):
        lba.parse(har(answer("<p>Weather</p>")), where="net.har")
    assert notes(lba.parse(har(answer())), "record-skipped") == []
