"""What an archive tells formats of the past: revisions counted, what was withdrawn, and nothing that was not told."""

from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive.archive import Archive, Version
from liveblog_archive.identity import version_id
from liveblog_archive.identity.history import Revision
from liveblog_archive.model import Entry, LiveBlog, Paragraph
from tests.archive.captures import FIRST, STORM, clock, make
from tests.samples import clock as at
from tests.storm import python

ID = "tag:news.example,2021-11-16:bridge"


def times(*minutes: int) -> list[datetime]:
    return [datetime(2026, 5, 7, 9, minute, tzinfo=UTC) for minute in minutes]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive", clock=clock())


def deposit(archive: Archive, *entries: Entry) -> Version:
    return archive.deposit(LiveBlog(id=ID, order="oldest-first", entries=entries))


def entry(words: str, native: str = "a", **fields: object) -> Entry:
    return Entry(**{"native_id": native, "body": [Paragraph(words)], "time": at("17:50", 17, 50)} | fields)


def test_each_change_counts_and_is_dated_by_its_deposit_where_nobody_knows_the_capture(tmp_path: Path) -> None:
    archive = make(tmp_path / "archive")
    first, second, third = archive.versions(STORM)
    statement, lifeboat, wind, trains = (one.id for one in archive.blog(first).entries)
    ashore = archive.blog(second).entries[-1].id
    one, two, three = (version.created for version in (first, second, third))
    assert archive.history(first).revisions == dict.fromkeys(
        (statement, lifeboat, wind, trains), Revision(0, one, basis="deposited")
    )
    revisions = archive.history(third).revisions
    assert revisions[statement] == Revision(0, one, basis="deposited")
    before = dict(archive.ledger(STORM).captures[0].entries)
    assert revisions[lifeboat] == Revision(1, two, before[lifeboat], "deposited")
    assert revisions[ashore] == Revision(0, two, basis="deposited")
    assert revisions[trains] == Revision(1, three, basis="deposited")


def test_a_change_is_dated_by_its_capture_where_that_is_stated(archive: Archive) -> None:
    one, two = times(1, 2)
    blog = LiveBlog(id=ID, order="oldest-first", entries=[entry("No way across.")])
    archive.deposit(blog, created=one)
    version = archive.deposit(evolve(blog, entries=[entry("No way across today.")]), created=two)
    (revision,) = archive.history(version).revisions.values()
    assert (revision.ordinal, revision.since, revision.basis) == (1, two, "captured")


def test_what_is_gone_is_there_as_it_was_last_seen(tmp_path: Path) -> None:
    archive = make(tmp_path / "archive")
    _, second, third = archive.versions(STORM)
    assert archive.history(second).withdrawn == ()
    (gone,) = archive.history(third).withdrawn
    before = archive.blog(second)
    assert gone.entry == before.entries[3]
    assert gone.bounds == before.all_bounds()[3]


def test_what_comes_back_was_revised_twice(archive: Archive) -> None:
    deposit(archive, entry("Wind.", "c"), entry("No way across."), entry("Rain.", "b"))
    deposit(archive, entry("Wind.", "c"), entry("Rain.", "b"))
    version = deposit(archive, entry("Wind.", "c"), entry("No way across."), entry("Rain.", "b"))
    revisions = archive.history(version).revisions
    assert [revisions[one.id].ordinal for one in archive.blog(version).entries] == [0, 2, 0]
    assert archive.history(version).withdrawn == ()


def test_what_was_never_published_is_told_to_nobody(archive: Archive) -> None:
    deposit(archive, entry("Draft.", status="draft"), entry("Rain.", "b"), entry("Note.", "c", status="draft"))
    version = deposit(archive, entry("Rain.", "b"), entry("Note.", "c", status="deleted"))
    history = archive.history(version)
    assert history.withdrawn == ()
    data = archive.export(version, "ical")
    assert (data.count(b"BEGIN:VEVENT"), data.count(b"CANCELLED")) == (1, 0)


def test_a_lost_version_is_no_reason_to_withdraw_nothing(archive: Archive, tmp_path: Path) -> None:
    first = deposit(archive, entry("Wind.", "c"), entry("No way across."), entry("Rain.", "b"))
    deposit(archive, entry("Wind.", "c"), entry("No way across.", status="draft"), entry("Rain.", "b"))
    version = deposit(archive, entry("Wind.", "c"), entry("Rain.", "b"))
    (gone,) = archive.history(version).withdrawn
    published = dict(archive.capture(first).entries)[gone.entry.id]
    for path in tmp_path.rglob(f"{published.hex}.json"):
        path.write_bytes(path.read_bytes().replace(b"No way", b"A way"))
    with pytest.raises(lba.ArchiveError, match=r"missing or damaged; verify the archive"):
        archive.history(version)


def test_what_the_source_deleted_is_cancelled_where_it_was_published(archive: Archive) -> None:
    first = deposit(archive, entry("No way across."), entry("Rain.", "b"))
    version = deposit(archive, entry("No way across.", status="deleted"), entry("Rain.", "b"))
    assert [gone.entry for gone in archive.history(version).withdrawn] == [*archive.blog(first).entries[:1]]
    data = archive.export(version, "ical")
    assert data.count(b"BEGIN:VEVENT") == 2
    cancelled = next(event for event in data.split(b"BEGIN:V") if b"CANCELLED" in event)
    assert b"SEQUENCE:1\r\n" in cancelled
    assert lba.export(archive.blog(version), "ical").count(b"BEGIN:VEVENT") == 1
    assert archive.export(version, "ical", entries="all").count(b"BEGIN:VEVENT") == 2
    assert archive.export(version, "newsml").count(b"stat:canceled") == 1


@pytest.mark.parametrize("later", ["draft", "deleted"])
def test_what_is_cancelled_has_the_words_that_were_published(archive: Archive, later: str) -> None:
    deposit(archive, entry("Wind.", "c"), entry("No way across."), entry("Rain.", "b"))
    lost = entry("Some say a ship was lost.", status=later)
    held = deposit(archive, entry("Wind.", "c"), lost, entry("Rain.", "b"))
    gone = deposit(archive, entry("Wind.", "c"), entry("Rain.", "b"))
    for version in (held, gone):
        for name in ("ical", "newsml"):
            data = archive.export(version, name)
            assert b"No way across." in data
            assert b"a ship was lost" not in data


def test_json_ld_of_an_archive_names_the_version_before_and_is_read_back(archive: Archive) -> None:
    first = deposit(archive, entry("No way across."), entry("Rain.", "b"))
    deposit(archive, entry("Rain.", "b"))
    version = deposit(archive, entry("One lane is open."), entry("Rain.", "b"))
    data = archive.export(version, "jsonld")
    one, other = orjson.loads(data)["liveBlogUpdate"]
    assert one["wasRevisionOf"] == {"@id": str(version_id(archive.blog(first).entries[0]))}
    assert "wasRevisionOf" not in other
    assert lba.parse(data) == archive.blog(version)
    assert lba.validate(data) == ()


def test_a_calendar_changes_in_nothing_but_the_events_that_changed(tmp_path: Path) -> None:
    archive = make(tmp_path / "archive")
    before, after = (
        archive.export(version, "ical").split(b"BEGIN:VEVENT") for version in archive.versions(STORM)[:2]
    )
    assert [one == other for one, other in zip(before[:-1], after, strict=False)] == [True, True, False, True]
    assert archive.export(archive.versions(STORM)[2], "ical").split(b"BEGIN:VEVENT")[:3] == [*after[:3]]


def test_a_later_reading_of_a_page_moves_no_event(tmp_path: Path) -> None:
    """What a single file says of its capture, and where entries stand in it, is not in its calendar."""
    text = "\n".join([*FIRST.split("\n")[:5], "", "", *FIRST.split("\n")[5:]])
    one, other = (lba.parse(words, timezone="Europe/Istanbul", id=STORM) for words in (FIRST, text))
    assert one.capture != other.capture
    retrieved = evolve(other.capture, retrieved=datetime(2026, 6, 1, tzinfo=UTC))
    assert lba.export(one, "ical") == lba.export(evolve(other, capture=retrieved), "ical")


def test_the_command_line_tells_calendars_of_the_past(tmp_path: Path) -> None:
    make(tmp_path / "archive")
    target = tmp_path / "storm.ics"
    done = python(
        "-m",
        "liveblog_archive",
        "archive",
        "export",
        str(tmp_path / "archive"),
        STORM,
        "-o",
        str(target),
        cwd=tmp_path,
    )
    lost = b"not-carried: ical: has no place for introduction\n"
    assert (done.returncode, done.stderr) == (0, lost)
    archive = Archive(tmp_path / "archive")
    assert target.read_bytes() == archive.export(archive.versions(STORM)[-1], "ical")
    assert target.read_bytes().count(b"STATUS:CANCELLED") == 1


def test_what_a_capture_ends_before_is_neither_withdrawn_nor_revised(archive: Archive) -> None:
    shown = [
        entry(words, words[0], time=at(f"17:5{minute}", 17, 50 + minute))
        for minute, words in enumerate(
            ("No way across.", "Rain has come.", "Fog is on the water.", "Wind turned west.")
        )
    ]

    def capture(first: int, last: int) -> Version:
        entries = shown[first:last][::-1]
        return archive.deposit(LiveBlog(id=ID, order="newest-first", entries=entries))

    capture(0, 3)
    slid = capture(1, 4)
    assert archive.history(slid).withdrawn == ()
    assert {one.ordinal for one in archive.history(slid).revisions.values()} == {0}
    assert ([one.text for one in archive.unseen()], archive.gone()) == (["No way across."], ())
    back = capture(0, 4)
    assert {link.kind for link in archive.capture(back).links} == {"same", "reinserted"}
    assert ({one.ordinal for one in archive.history(back).revisions.values()}, archive.unseen()) == ({0}, ())
    assert [one.entry.text for one in archive.history(capture(0, 3)).withdrawn] == ["Wind turned west."]
