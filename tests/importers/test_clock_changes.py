"""Data that states clocks without offsets: the hour that a clock shows twice, and the one that it skips."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

import liveblog_archive as lba
from liveblog_archive.importers.clock_changes import settled
from liveblog_archive.model import Entry, LiveBlog, Moment, Note

RSS = '<rss version="2.0"><channel><title>Storm</title>{}</channel></rss>'


def feed(day: str, *clocks: str, order: lba.model.order.Order | None = None) -> LiveBlog:
    """Return the blog of a feed whose items state these clocks of a day, in Berlin."""
    items = "".join(
        f"<item><guid>{clock}</guid><description>Report.</description><pubDate>{day} {clock}</pubDate></item>"
        for clock in clocks
    )
    return lba.parse(RSS.format(items), timezone="Europe/Berlin", order=order, id="tag:news.example,2026:storm")


def hours(blog: LiveBlog) -> list[float]:
    """Return how many hours the published times are from UTC, which the shown times are, too."""
    found = [entry.published.value.utcoffset() / timedelta(hours=1) for entry in blog.entries]
    assert found == [entry.time.value.utcoffset() / timedelta(hours=1) for entry in blog.entries]
    return found


def notes(blog: LiveBlog, code: str) -> list[str]:
    return [note.text for note in blog.capture.notes if note.code == code]


AUTUMN = "Sun, 25 Oct 2026"
TWICE = ["03:10:00", "02:10:00", "02:50:00", "02:30:00", "01:50:00"]


def test_the_direction_of_a_feed_tells_the_two_passes_of_an_hour_apart() -> None:
    blog = feed(AUTUMN, *TWICE)
    assert blog.order == "newest-first"
    assert hours(blog) == [1, 1, 2, 2, 2]
    assert hours(feed(AUTUMN, *TWICE[::-1])) == [2, 2, 2, 1, 1]
    assert notes(blog, "repeated-hour")[0] == (
        "02:10:00: 2026-10-25 02:10:00 is a time that the clock showed twice that night"
    )
    assert len(notes(blog, "repeated-hour")) == 3


def test_without_a_direction_the_first_pass_is_taken_and_noted() -> None:
    blog = feed(AUTUMN, *TWICE, order="manual")
    assert hours(blog) == [1, 2, 2, 2, 2]
    assert len(notes(blog, "repeated-hour")) == 3


def test_an_hour_that_the_clock_skips_is_noted_and_tells_no_direction() -> None:
    blog = feed("Sun, 29 Mar 2026", "03:10:00", "02:30:00", "01:50:00")
    assert blog.order == "newest-first"
    assert notes(blog, "skipped-hour") == [
        "02:30:00: 2026-03-29 02:30:00 is a time that the clock skipped that night"
    ]


def test_times_of_that_hour_alone_tell_the_direction() -> None:
    assert feed(AUTUMN, "02:50:00", "02:30:00", "02:10:00").order == "newest-first"


def test_stated_offsets_need_no_note() -> None:
    blog = feed(AUTUMN, "02:10:00 +0100", "02:50:00 +0200")
    assert hours(blog) == [1, 2]
    assert notes(blog, "repeated-hour") == []


def mapped(folder: Path, paths: str, *rows: dict[str, str]) -> LiveBlog:
    """Return the blog of rows, with times of entries under the paths of a mapping."""
    file = folder / "mapping.toml"
    file.write_text(f'format = "liveblog-mapping/1"\n[entries]\npath = "rows"\n[entry]\nbody = "b"\n{paths}')
    data = json.dumps({"rows": [{"b": "Report.", **row} for row in rows]})
    return lba.parse(data, mapping=file, timezone="Europe/Berlin", id="tag:news.example,2026:storm")


CHANGED = 'published = "at"\nmodified = "to"'


@pytest.mark.parametrize(
    ("changed", "hour"), [("2026-10-25T02:20", 1), ("2026-10-25T04:20", 1), ("2027-10-31T02:20", 2)]
)
def test_what_was_published_in_the_second_pass_was_not_changed_in_the_first(
    changed: str, hour: int, tmp_path: Path
) -> None:
    times = ("2026-10-25T02:10", "2026-10-25T03:10", "2026-10-25T03:20")
    blog = mapped(tmp_path, CHANGED, {"at": "2026-10-25T02:40"}, *({"at": time, "to": changed} for time in times))
    assert blog.entries[1].modified.value.utcoffset() == timedelta(hours=hour)


def test_a_change_in_that_hour_is_noted_with_the_words_that_name_the_entry(tmp_path: Path) -> None:
    blog = mapped(tmp_path, CHANGED, {"at": "2026-10-25T01:40", "to": "2026-10-25T02:20"})
    said = "/rows/0: 2026-10-25 02:20:00 is a time that the clock showed twice that night"
    assert notes(blog, "repeated-hour") == [said]


def test_a_time_that_is_no_publication_is_settled_too(tmp_path: Path) -> None:
    times = ("2026-10-25T02:40", "2026-10-25T02:10", "2026-10-25T03:10", "2026-10-25T03:20")
    blog = mapped(tmp_path, 'time = "at"', *({"at": time} for time in times))
    assert [entry.time.value.utcoffset() / timedelta(hours=1) for entry in blog.entries] == [2, 1, 1, 1]
    assert [entry.published for entry in blog.entries] == [None] * 4


def test_what_was_printed_and_days_are_left_as_they_are() -> None:
    day = Moment(value=date(2026, 10, 25), precision="day", offset_source="blog")
    entries = [Entry(published=day), Entry(time=Moment(text="02:30"))]
    told: list[Note] = []
    assert settled(entries, "oldest-first", told) == entries
    assert told == []
