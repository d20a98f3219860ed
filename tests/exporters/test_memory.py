"""What is written of a blog is let go of piece by piece: however long it is, a writer holds a few entries of it."""

import tracemalloc
from datetime import UTC, datetime, timedelta

import pytest

import liveblog_archive as lba
from liveblog_archive.identity import identify
from liveblog_archive.interchange import xml
from liveblog_archive.model import Entry, LiveBlog, Moment, Paragraph

START = datetime(2021, 11, 16, tzinfo=UTC)


def blog_of(count: int) -> LiveBlog:
    entries = [
        Entry(
            headline=f"Report {number}",
            body=[Paragraph("Traffic was led over the old road.")],
            time=Moment(value=START + timedelta(minutes=number), precision="minute", offset_source="stated"),
        )
        for number in range(count)
    ]
    return identify(LiveBlog(id="tag:news.example,2021:bridge", order="oldest-first", entries=entries))


def added(name: str, blog: LiveBlog) -> int:
    """Return the most bytes that writing `blog` takes at a time, beside the blog."""
    tracemalloc.start()
    try:
        for _ in lba.stream(blog, name):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


# A reference to each entry is all that is held for a while, and of a page the instants of its timeline. XML keeps a
# digest of 32 bytes for each of the first entries, and room for some more of them; then, it keeps no more.
@pytest.mark.parametrize(
    ("name", "an_entry"),
    [
        *(("jsonld", 12), ("ical", 12), ("newsml", 12), ("tei", 12), ("html", 24)),
        *(("xml", 56), ("xml, later", 12)),
    ],
)
def test_memory_does_not_grow_with_the_blog(name: str, an_entry: int, monkeypatch: pytest.MonkeyPatch) -> None:
    if name == "xml, later":
        monkeypatch.setattr(xml, "_KEPT", 10)
    few, many = blog_of(1000), blog_of(3000)
    added(name.removesuffix(", later"), many)  # what is made once, or kept up to a number, is there
    growth = added(name.removesuffix(", later"), many) - added(name.removesuffix(", later"), few)
    assert growth < (len(many.entries) - len(few.entries)) * an_entry
