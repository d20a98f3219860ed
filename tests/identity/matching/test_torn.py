"""A capture that was cut inside its last entry tells no edit of it."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive import cli
from liveblog_archive.archive.deposits import is_same_reading
from liveblog_archive.identity.matching import without_torn
from liveblog_archive.model import Agent, Block, Capture, Entry, Media, Note, Paragraph, Quotation

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
LEFT_OUT = "left out: “The court opened at” is the beginning of what the last entry said before"
CUT = "its source ends inside <article>; its last entry may be torn, and others missing"


def read(source: str) -> lba.LiveBlog:
    return lba.parse(source, format="html", id=ID, timezone="UTC")


_TOLD = ("page-truncated", "torn-entry")


def told(blog: lba.LiveBlog) -> list[str]:
    return [note.text for note in blog.capture.notes if note.code in _TOLD] if blog.capture else []


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


def capture(*entries: Entry, hour: int, torn: bool = False) -> lba.LiveBlog:
    notes = [Note(code="page-truncated", text=CUT)] if torn else []
    made = Capture(
        sha256=f"{hour:064}", length=1, media_type="text/html", importer="html", notes=notes,
        retrieved=datetime(2026, 3, 3, hour, tzinfo=UTC),
    )  # fmt: skip
    return lba.LiveBlog(id=ID, title="Storm", order="newest-first", entries=entries, capture=made)


def entry(name: str, *blocks: Block, **facts: Any) -> Entry:
    return Entry(native_id=name, body=blocks or (Paragraph(f"Number {name} says so."),), **facts)


SHOWN = Media(kind="image", url="https://a.example/p.jpg")
COURT = Paragraph("The court opened at noon with a new judge.")
SHOWING = entry("1", COURT, SHOWN, authors=[Agent(name="Ann Lee")])


@pytest.mark.parametrize(
    ("said", "says"),
    [
        (SHOWING, entry("1", COURT)),
        (SHOWING, evolve(SHOWING, authors=[])),
        (SHOWING, evolve(SHOWING, body=[])),
        (entry("1", SHOWN), evolve(entry("1"), body=[])),
        (entry("1", SHOWN, headline="Court"), evolve(entry("1", headline="Court"), body=[])),
        (entry("1", SHOWN, COURT), entry("1", SHOWN)),
        (entry("1", Quotation("No.", source="Hall")), entry("1", Quotation("No."))),
        (evolve(SHOWING, native_id=None), evolve(entry("1", COURT), native_id=None)),
    ],
)
def test_its_last_entry_is_torn_where_it_lacks_what_stood_behind_its_words(said: Entry, says: Entry) -> None:
    before, torn = capture(entry("2"), said, hour=1), capture(entry("2"), says, hour=2, torn=True)
    assert [one.native_id for one in without_torn(before.entries, torn).entries] == ["2"]
    kinds = {note.code for note in lba.merge([before, torn]).capture.notes}
    assert kinds.isdisjoint({"earlier-version", "entry-gone"})


@pytest.mark.parametrize(
    "says",
    [
        SHOWING,
        entry("1", COURT, evolve(SHOWN, url="https://a.example/q.jpg")),
        entry("1", SHOWN, COURT),
        entry("1", Quotation(COURT.text)),
        entry("1", COURT, headline="Court"),
        entry("1", COURT, authors=[Agent(name="Bo Day")]),
        evolve(entry("1"), native_id=None, body=[]),
    ],
)
def test_nor_is_it_torn_where_anything_of_it_is_another(says: Entry) -> None:
    torn = capture(entry("2"), says, hour=2, torn=True)
    assert without_torn(capture(SHOWING, hour=1).entries, torn) is torn


def test_the_last_entry_of_a_merged_blog_or_of_one_without_it_is_not_torn() -> None:
    before = capture(entry("3"), entry("2"), SHOWING, hour=1)
    short = capture(entry("3"), entry("2"), entry("1", Paragraph("The court opened")), hour=2)
    merged = lba.merge([short, capture(entry("3"), entry("2", Paragraph("Number 2")), hour=3, torn=True)])
    assert len(told(merged)) == 2
    assert without_torn(before.entries, merged) is merged
    torn = capture(entry("2", Paragraph("Number 2")), entry("1", Paragraph("The court")), hour=3, torn=True)
    once = without_torn(before.entries, torn)
    assert (len(once.entries), without_torn(before.entries, once)) == (1, once)


def test_a_torn_entry_that_is_whole_later_said_nothing_else_before() -> None:
    torn = capture(entry("2"), entry("1", Paragraph("The court")), hour=1, torn=True)
    more = capture(entry("2"), entry("1", Paragraph("The court opened")), hour=2, torn=True)
    for pages in ([torn, more, capture(entry("2"), SHOWING, hour=3)], [torn, capture(entry("2"), SHOWING, hour=3)]):
        merged = lba.merge(pages)
        assert merged.entries[-1].body == SHOWING.body
        assert "earlier-version" not in {note.code for note in merged.capture.notes}
    edited = lba.merge([torn, capture(entry("2"), entry("1", Paragraph("A judge is ill.")), hour=3)])
    assert [note.text for note in edited.capture.notes if note.code == "earlier-version"] == [
        "1 said before: The court"
    ]
    later = capture(entry("2"), SHOWING, hour=2), capture(entry("2"), entry("1", Paragraph("No.")), hour=3)
    assert "1 said before: " + COURT.text in {note.text for note in lba.merge([torn, *later]).capture.notes}
    signed = capture(entry("1", Paragraph("The court"), authors=[Agent(name="Bo Day")]), hour=1, torn=True)
    notes = lba.merge([signed, later[0]]).capture.notes
    assert [note.text for note in notes if note.code == "earlier-version"] == ["1 had the authors Bo Day before"]


REST = "capture 1 was cut off here, and the rest may have been there"


def test_an_archive_says_that_what_was_first_captured_was_cut_off(tmp_path: Path) -> None:
    archive = lba.Archive(tmp_path / "archive")
    first = archive.deposit(read(TORN), TORN.encode(), datetime(2026, 3, 2, tzinfo=UTC))
    torn = archive.blog(first).entries[1]
    begun, above = (archive.quote(words, ID) for words in ("The court opened", "one arrest at the harbour"))
    last = archive.deposit(read(WHOLE), WHOLE.encode(), datetime(2026, 3, 3, tzinfo=UTC))
    assert [link.kind for link in archive.capture(last).links] == ["same", "edited", "inserted"]
    assert archive.resolve(torn).reason == f"the words were changed; {REST}"
    assert archive.resolve(begun).reason == f"the words stand; changed around them: the sentence; {REST}"
    assert archive.resolve(torn.id).reason.endswith(f"; {REST}")
    assert archive.resolve(above).reason == "stands as cited"
    edited = rows(SAID | {"12:30": "The court opened with a new judge, at last."})
    archive.deposit(read(edited), edited.encode(), datetime(2026, 3, 4, tzinfo=UTC))
    assert archive.resolve(torn).reason == f"the words were changed; {REST}"
    archive.deposit(read(TORN), TORN.encode(), datetime(2026, 3, 5, tzinfo=UTC))
    assert archive.resolve(torn).reason == "stands as cited"


def test_nor_does_it_say_so_of_what_a_whole_capture_showed_too_or_of_what_was_edited(tmp_path: Path) -> None:
    shown = rows({"12:40": SAID["12:40"], "12:30": "The court opened at"})
    for name, later in (("shown", (shown, WHOLE)), ("edited", (rows(SAID | {"12:30": "The courts opened."}),))):
        archive = lba.Archive(tmp_path / name)
        first = archive.deposit(read(TORN), TORN.encode(), datetime(2026, 3, 2, tzinfo=UTC))
        for day, source in enumerate(later, start=3):
            archive.deposit(read(source), source.encode(), datetime(2026, 3, day, tzinfo=UTC))
        assert archive.resolve(archive.blog(first).entries[1]).reason == "the words were changed"


def test_the_command_that_compares_says_which_entry_was_cut_off(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, source in (("old.html", TORN), ("new.html", WHOLE)):
        (tmp_path / name).write_text(source)
    told = ["diff", str(tmp_path / "old.html"), str(tmp_path / "new.html"), "--id", ID]
    cli.run(told)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == ["edited", "inserted", "1"]
    assert "    the earlier capture was cut off here, and the rest may have been there" in lines
    cli.run([*told, "--json"])
    links = json.loads(capsys.readouterr().out)["links"]
    assert [(link["kind"], link.get("cut_off")) for link in links] == [
        ("same", False), ("edited", True), ("inserted", None)
    ]  # fmt: skip
