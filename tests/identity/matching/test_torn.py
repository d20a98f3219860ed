"""A capture that was cut inside its last entry tells no edit of it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive import cli
from liveblog_archive.archive.deposits import is_same_reading
from liveblog_archive.identity.matching import without_torn

ID = "tag:news.example,2026-03-03:storm"
SAID = {
    "12:40": "Police confirm one arrest at the harbour.",
    "12:30": "The court opened at noon with a new judge.",
    "12:20": "Nobody was hurt in the crash at the station.",
}


def rows(said: dict[str, str], head: str = "") -> str:
    posts = "".join(
        f'<article><time datetime="2026-03-03T{clock}:00Z">{clock}</time><p>{text}</p></article>'
        for clock, text in said.items()
    )
    return f"<!doctype html><html><head><title>Storm</title></head><body>{head}{posts}</body></html>"


WHOLE = rows(SAID)
TORN = WHOLE[: WHOLE.index("noon")]
LEFT_OUT = "its last entry is left out: “The court opened at” is the beginning of what it said before"
CUT = "its source ends inside <article>; its last entry may be torn, and others missing"


def read(source: str) -> lba.LiveBlog:
    return lba.parse(source, format="html", id=ID, timezone="UTC")


def told(blog: lba.LiveBlog) -> list[str]:
    return [note.text for note in blog.capture.notes if note.code == "page-truncated"] if blog.capture else []


def test_a_page_that_ends_inside_an_element_is_noted() -> None:
    assert told(read(TORN)) == [CUT]
    assert told(read(WHOLE)) == []


def test_its_last_entry_is_kept_where_nothing_tells_what_it_was() -> None:
    assert [entry.text for entry in read(TORN).entries] == [SAID["12:40"], "The court opened at"]
    alone = without_torn([], read(TORN))
    assert (alone, without_torn(read(WHOLE).entries, read(WHOLE))) == (read(TORN), read(WHOLE))


@pytest.mark.parametrize("said", ["A court closed at noon.", "The court opened at"])
def test_nor_is_it_torn_where_it_said_something_else_or_no_more(said: str) -> None:
    before = read(rows(SAID | {"12:30": said}))
    assert without_torn(before.entries, read(TORN)) == read(TORN)


@pytest.mark.parametrize("facts", [{"native_id": "7"}, {"time": None}])
def test_nor_where_it_is_another_entry(facts: dict[str, str | None]) -> None:
    before = [evolve(entry, **facts) for entry in read(WHOLE).entries]
    assert without_torn(before, read(TORN)) == read(TORN)


def test_a_revision_is_without_it_and_says_so() -> None:
    found = lba.revise(read(WHOLE), read(TORN))
    assert [entry.id for entry in found.entries] == [read(WHOLE).entries[0].id]
    assert told(found) == [CUT, LEFT_OUT]


def test_an_archive_has_no_edit_and_no_deletion_of_it(tmp_path: Path) -> None:
    archive = lba.Archive(tmp_path / "archive")
    for day, source in enumerate((WHOLE, TORN), start=2):
        last = archive.deposit(read(source), source.encode(), datetime(2026, 3, day, tzinfo=UTC))
    assert [link.kind for link in archive.capture(last).links] == ["same", "absent", "absent"]
    assert archive.resolve(archive.quote("at noon with", ID)).status == "absent"
    assert archive.deposit(read(TORN), TORN.encode()) == last
    assert is_same_reading(read(TORN), archive.blog(last))
    assert not is_same_reading(read(TORN), evolve(archive.blog(last), capture=None))
    again = archive.deposit(read(WHOLE), WHOLE.encode(), datetime(2026, 3, 4, tzinfo=UTC))
    assert [link.kind for link in archive.capture(again).links] == ["same", "reinserted", "reinserted"]
    assert archive.verify() == ()


def test_a_merged_blog_has_the_whole_of_it() -> None:
    merged = lba.merge([read(WHOLE), read(TORN)])
    assert [entry.text for entry in merged.entries] == [*SAID.values()]
    assert told(merged) == [CUT, LEFT_OUT]
    assert "earlier-version" not in {note.code for note in merged.capture.notes if merged.capture}


def test_the_command_that_compares_tells_no_edit_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, source in (("old.html", WHOLE), ("new.html", TORN)):
        (tmp_path / name).write_text(source)
    cli.run(["diff", str(tmp_path / "old.html"), str(tmp_path / "new.html"), "--id", ID])
    assert capsys.readouterr().out.splitlines()[-1] == "1 same, 2 absent"
