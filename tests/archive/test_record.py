"""`blog.json` and the files of the entries give back the blog."""

from collections.abc import Callable

import orjson
import pytest
from attrs import evolve
from hypothesis import given, settings

from liveblog_archive.archive.record import blog_bytes, read_blog_bytes, read_entry, read_head
from liveblog_archive.canonical import Record, entry_bytes
from liveblog_archive.errors import ArchiveError, ModelError
from liveblog_archive.identity import identify
from liveblog_archive.model import LiveBlog
from tests.samples import full_blog
from tests.strategies import blogs


def read_back(blog: LiveBlog, data: bytes | None = None) -> LiveBlog:
    """Return the blog of its own files, or of other facts."""
    files = {entry.id: entry_bytes(entry) for entry in blog.entries}
    return read_blog_bytes(
        data or blog_bytes(blog), list(files), "blog.json", lambda name, zone: read_entry(files[name], zone)
    )


def test_every_field_comes_back() -> None:
    blog = full_blog()
    found = read_back(blog)
    assert found == blog
    assert blog_bytes(found) == blog_bytes(blog)


@given(blogs())
@settings(derandomize=True, deadline=None, max_examples=60)
def test_any_blog_comes_back(blog: LiveBlog) -> None:
    blog = identify(blog)
    assert read_back(blog) == blog


def test_it_says_nothing_that_the_entries_say() -> None:
    data = blog_bytes(full_blog()).decode()
    assert "Bridge <closed>" not in data
    assert '"places":{' in data
    assert '"span":{"first":12,"last":20}' in data
    assert blog_bytes(evolve(full_blog(), entries=())).count(b'"places":{}') == 1


def changed(change: Callable[[Record], object]) -> bytes:
    record = orjson.loads(blog_bytes(full_blog()))
    change(record)
    return orjson.dumps(record, option=orjson.OPT_SORT_KEYS)


LOCAL = full_blog().entries[3].id.rpartition("#")[2]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{", "not JSON: "),
        (b"[]", "blog: an object belongs here, not an array; restore it from a sound copy"),
        (b"{}", "written as None, and this version of the library reads 'liveblog-blog/1'; read it with"),
        (changed(lambda it: it.update(format="liveblog-blog/2")), "written as 'liveblog-blog/2', and this "),
        (changed(lambda it: it.pop("places")), "places: an object is missing here; "),
        (changed(lambda it: it.update(timezone=7)), "timezone: a text belongs here, not a "),
        (changed(lambda it: it.update(timezone="Mars/Base")), "LiveBlog.timezone: unknown time zone 'Mars/Base'; "),
        (changed(lambda it: it["places"].update({LOCAL: 7})), "places: an object belongs here, not a whole number; "),
        (changed(lambda it: it["places"][LOCAL].update(span={"first": 0})), "Span.first: "),
        (changed(lambda it: it["places"][LOCAL].update(colour="red")), "places: unknown member 'colour'; "),
        (changed(lambda it: it.update(headline="")), "LiveBlog.title: empty text; "),
        (changed(lambda it: it["places"].update(zzz={})), "not as this library writes it; restore it from "),
        (changed(lambda it: it.update(more=1)), "not as this library writes it; "),
    ],
)  # fmt: skip
def test_other_facts_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(ArchiveError) as raised:
        read_back(full_blog(), data)
    assert str(raised.value).startswith(f"blog.json: {message}")


def test_the_head_is_read_without_the_entries() -> None:
    head = read_head(blog_bytes(full_blog()), "blog.json")
    assert head == evolve(full_blog(), entries=(), order=head.order)
    assert read_head(blog_bytes(evolve(full_blog(), title=None)), "blog.json").title is None


@pytest.mark.parametrize("data", [b"{", b"[]", b'{"headline":7}'])
def test_a_head_in_what_is_no_record_of_a_blog_is_refused(data: bytes) -> None:
    with pytest.raises(ArchiveError) as raised:
        read_head(data, "blog.json")
    assert str(raised.value) == "blog.json: not the facts of a blog; restore it from a sound copy"


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"{}", b'{"type":"liveblog-entry/2"}'])
def test_what_is_no_entry_is_refused(data: bytes) -> None:
    with pytest.raises(ModelError):
        read_entry(data, None)
