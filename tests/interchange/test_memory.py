"""Reading needs no more than the bytes, their text, and the blog: no tree of the whole document beside them."""

import gc
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from types import ModuleType

import pytest

from liveblog_archive.identity import identify
from liveblog_archive.interchange import jsonld, xml
from liveblog_archive.model import Entry, LiveBlog, Moment, Paragraph

START = datetime(2021, 11, 16, tzinfo=UTC)


def blog_of(count: int) -> LiveBlog:
    entries = [
        Entry(
            headline=f"Report {number}",
            body=[Paragraph(f"Traffic was led over the old road, {number}. " * 5)],
            time=Moment(value=START + timedelta(minutes=number), precision="minute", offset_source="stated"),
        )
        for number in range(count)
    ]
    return identify(LiveBlog(id="tag:news.example,2021:bridge", order="oldest-first", entries=entries))


def above_the_blog(read: Callable[[bytes], LiveBlog], data: bytes) -> int:
    """Return the bytes that reading needed at its worst, beside the blog that came of it."""
    gc.collect()
    tracemalloc.start()
    try:
        blog = read(data)
        kept, peak = tracemalloc.get_traced_memory()
        assert blog.entries
        return peak - kept
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("room", "copies"), [(jsonld, 1), (xml, 0)])
def test_it_does_not_grow_with_the_blog_but_for_the_text(room: ModuleType, copies: int) -> None:
    write: Callable[[LiveBlog], Iterator[bytes]] = room.write
    few, many = (b"".join(write(blog_of(count))) for count in (100, 700))
    room.read(few)  # what is made once is made
    growth = above_the_blog(room.read, many) - above_the_blog(room.read, few)
    assert growth < copies * (len(many) - len(few)) + 600 * 250  # an id and a version of each entry
