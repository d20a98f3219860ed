"""Who is shown: one rule for all formats, and what is told of it."""

from pathlib import Path

import pytest

import liveblog_archive as lba
from liveblog_archive import ExportError
from liveblog_archive.exporters import EXPORTERS, exporter
from liveblog_archive.identity import identify
from liveblog_archive.model import Entry, LiveBlog, Note, Paragraph
from tests.samples import clock

NAMES = [one.name for one in EXPORTERS]


def clocks(*statuses: str) -> LiveBlog:
    entries = [
        Entry(native_id=f"n{hour}", body=[Paragraph(f"It is {hour}.")], status=status, time=clock("x", hour))
        for hour, status in enumerate(statuses, start=9)
    ]
    return identify(LiveBlog(id="tag:news.example,2021:clock", title="Clock", order="oldest-first", entries=entries))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("status", ["draft", "deleted", "comment"])
def test_where_nothing_is_published_there_is_nothing_to_write(name: str, status: str) -> None:
    blog = clocks(status, status)
    with pytest.raises(ExportError) as caught:
        lba.export(blog, name, entries="published")
    assert str(caught.value) == "Clock: no entry is published; ask for entries=all"
    assert lba.export(blog, name, entries="all")


@pytest.mark.parametrize("name", NAMES)
def test_a_blog_without_entries_has_nothing_that_is_not_published(name: str) -> None:
    if name != "newsml":  # which demands a time
        assert lba.export(clocks(), name)


@pytest.mark.parametrize("name", ["ical", "newsml"])
def test_who_was_told_of_what_is_withdrawn_is_told_that_nothing_is_left(tmp_path: Path, name: str) -> None:
    archive = lba.Archive(tmp_path / "archive")
    archive.deposit(clocks("published", "published"))
    version = archive.deposit(clocks("deleted", "draft"))
    notes: list[Note] = []
    data = b"".join(archive.stream(version, name, notify=notes.append))
    assert (data.count(b"CANCELLED"), data.count(b"stat:canceled"))[name == "newsml"] == 2
    assert [note.text for note in notes if note.code == "entries-left-out"] == []


@pytest.mark.parametrize("asked", [{}, {"ids": ["n"]}])
def test_what_is_lost_is_counted_of_the_entries_that_are_written(asked: dict[str, list[str]]) -> None:
    blog = clocks("published", "draft", "published", "published")
    notes: list[Note] = []
    options = {name: [blog.entries[2].id] for name in asked}
    b"".join(exporter("html").write(blog, options, notes.append))
    count = "1 entry" if asked else "3 entries"
    assert [note.text for note in notes if note.code == "not-carried"] == [
        f"html: has no place for native_id of {count}"
    ]
