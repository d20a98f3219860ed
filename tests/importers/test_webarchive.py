"""Pages as Safari saves them."""

import hashlib
import plistlib
from typing import Any

import pytest

import liveblog_archive as lba
from liveblog_archive.importers import importer_for
from liveblog_archive.importers.captured import capture_of
from tests.importers.carried import PAGE, TEXTS, URL, page
from tests.importers.platforms import notes

FRAME = "https://embed.example/live/77"


def resource(content: str | bytes, url: str = URL, **more: object) -> dict[str, object]:
    data = content if isinstance(content, bytes) else content.encode()
    return {"WebResourceData": data, "WebResourceURL": url, "WebResourceMIMEType": "text/html"} | {
        f"WebResource{name}": value for name, value in more.items()
    }


def archived(main: object, *frames: Any) -> bytes:
    return plistlib.dumps({"WebMainResource": main, "WebSubframeArchives": [*frames]}, fmt=plistlib.FMT_BINARY)


def test_the_page_is_read_with_its_address() -> None:
    data = archived(resource(PAGE.encode("cp1252"), TextEncodingName="windows-1252"))
    blog = lba.parse(data)
    assert importer_for(data, "").name == "webarchive"
    assert [entry.text for entry in blog.entries] == TEXTS
    capture = capture_of(blog)
    assert (blog.url, capture.url, capture.sha256) == (URL, URL, hashlib.sha256(data).hexdigest())
    assert notes(blog, "capture-stated") == [f"captured at {URL}, as Safari's web archive states"]


def test_the_live_blog_may_be_in_a_frame_of_a_frame() -> None:
    inner = {"WebMainResource": resource(PAGE, FRAME)}
    frames = [5, {"WebMainResource": {}}, {"WebMainResource": resource("<p>Ad</p>"), "WebSubframeArchives": [inner]}]
    blog = lba.parse(archived(resource(page()), *frames))
    assert [entry.text for entry in blog.entries] == TEXTS
    assert (blog.url, capture_of(blog).url) == (FRAME, URL)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (archived(resource(page())), "no entry found"),
        (archived(5), "holds no page; save the page as HTML"),
        (archived(resource(PAGE))[:-40], "a damaged web archive of Safari; save the page again"),
    ],
    ids=["no entry", "no page", "damaged"],
)
def test_what_is_no_live_blog_is_one_clear_line(data: bytes, said: str) -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse(data, where="storm.webarchive")
    assert str(caught.value).startswith(f"storm.webarchive: {said}")


def test_frames_in_frames_without_end_are_read_to_a_depth() -> None:
    frame: dict[str, object] = {"WebMainResource": resource(PAGE, FRAME)}
    for _ in range(20):
        frame = {"WebSubframeArchives": [frame]}
    with pytest.raises(lba.ImportFailure, match="no entry found"):
        lba.parse(archived(resource(page()), frame))
