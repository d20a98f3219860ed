"""A part of a blog says that it is one, of which capture: no archive takes what it lacks for deleted."""

from io import BytesIO
from pathlib import Path

import pytest
from attrs import evolve
from pypdf import PdfReader

import liveblog_archive as lba
from liveblog_archive.identity import identify, snapshot_id
from liveblog_archive.model import Capture, Entry, LiveBlog, Paragraph
from tests.samples import clock

CAPTURE = Capture(sha256="0" * 64, media_type="text/plain", length=9, importer="test 1")
STATUSES = ("published", "draft", "published", "deleted", "published")


def whole(**facts: object) -> LiveBlog:
    entries = [
        Entry(native_id=f"n{hour}", body=[Paragraph(f"It is {hour} o’clock.")], status=status, time=clock("x", hour))
        for hour, status in enumerate(STATUSES, start=9)
    ]
    facts = {"capture": CAPTURE, "order": "oldest-first"} | facts
    return identify(LiveBlog(id="tag:news.example,2021:clock", title="Clock", entries=entries, **facts))


def attached(blog: LiveBlog, **options: object) -> tuple[PdfReader, bytes]:
    reader = PdfReader(BytesIO(lba.export(blog, "pdf", **options)))
    [data] = reader.attachments["liveblog.jsonld"]
    return reader, data


def test_what_is_attached_to_a_briefing_names_the_capture_whose_snapshot_is_printed() -> None:
    blog = whole()
    reader, data = attached(blog)
    printed = "".join(page.extract_text() for page in reader.pages)
    (note,) = lba.parse(data).notes
    assert note.code == "part-of-capture"
    assert note.text == f"3 of 5 entries of the capture {snapshot_id(blog)}"
    assert str(snapshot_id(blog)) in "".join(printed.split())
    assert lba.validate(data) == ()


@pytest.mark.parametrize("name", ["jsonld", "xml"])
def test_a_lossless_format_of_a_part_says_so_and_of_all_says_nothing(name: str) -> None:
    blog = whole()
    assert [note.code for note in lba.parse(lba.export(blog, name, entries="published")).notes] == ["part-of-capture"]
    assert lba.parse(lba.export(blog, name)) == blog


@pytest.mark.parametrize("declared", [None, 3, 5])
@pytest.mark.parametrize("options", [{}, {"ids": ["n"]}])
def test_an_archive_takes_nothing_that_a_part_lacks_for_deleted(
    tmp_path: Path, declared: int | None, options: dict[str, list[str]]
) -> None:
    blog = whole(declared_total=declared)
    options = {name: [blog.entries[2].id] for name in options}
    archive = lba.Archive(tmp_path / "archive")
    archive.deposit(blog)
    archive.deposit(lba.parse(attached(blog, **options)[1]))
    kinds = [link.kind for link in archive.ledger(blog.id).captures[-1].links]
    lacking = 4 if options else 2
    assert sorted(kinds) == ["absent"] * lacking + ["same"] * (5 - lacking)
    assert archive.history(archive.versions()[-1]).withdrawn == ()


def test_what_is_merged_with_a_part_lacks_nothing() -> None:
    blog = whole(declared_total=3)
    part = lba.parse(lba.export(blog, "jsonld", entries="published"))
    merged = lba.merge([blog, part])
    assert [entry.status for entry in merged.entries] == list(STATUSES)


def test_a_blog_that_nobody_captured_has_no_notes() -> None:
    blog = evolve(whole(), capture=None)
    assert lba.parse(lba.export(blog, "jsonld", entries="published")).capture is None
