"""Entries out of order: those that stand on the wrong side of the one before them, in the direction of the source."""

from datetime import date, timedelta

import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive.model import Capture, Entry, LiveBlog, Moment, Note, Span
from liveblog_archive.overview import out_of_order

from .blogs import START, blog, entry, moment

DAY = 24 * 60


@pytest.mark.parametrize(
    ("order", "minutes", "found"),
    [
        ("oldest-first", [0, 5, 5, 9], 0),
        ("oldest-first", [0, 7, 5, 7], 1),
        ("oldest-first", [0, 7, None, 5, 7], 1),
        ("newest-first", [9, 5, 7, 0], 1),
        ("newest-first", [0, 5, 9], 2),
        ("newest-day-first", [DAY, DAY + 5, 0, 5], 0),
        ("newest-day-first", [DAY, DAY + 5, DAY + 2, 0, 5, 2 * DAY], 2),
        ("manual", [9, 0, 5, 3], 0),
        ("oldest-first", [], 0),
    ],
)
def test_a_step_against_the_direction_is_one_entry(order: str, minutes: list[float | None], found: int) -> None:
    some = blog(minutes, order=order)
    assert out_of_order(some, some.entries) == found


def test_only_those_that_are_printed_count() -> None:
    some = blog([0, 7, 5, 7])
    assert out_of_order(some, some.entries[:2] + some.entries[3:]) == 0


def test_an_approximate_time_stands_anywhere() -> None:
    about = Entry(headline="x", time=moment(START + timedelta(minutes=3), qualifier="approximate"))
    some = blog([], entries=[entry(5), about, entry(4)])
    assert out_of_order(some, some.entries) == 1


def test_a_day_alone_and_a_clock_without_a_zone_are_compared_as_far_as_they_go() -> None:
    day = Entry(headline="x", time=Moment(value=date(2026, 3, 2), precision="day"))
    local = Moment(value=START - timedelta(minutes=1), precision="minute", offset_source="unknown")
    some = blog([], entries=[entry(0), day, Entry(headline="y", time=local)])
    assert out_of_order(some, some.entries) == 1


def _noted(some: LiveBlog, line: int) -> LiveBlog:
    notes = [Note(code="order-inversion", line=line, text="x"), Note(code="unparsed-line", line=1, text="x")]
    return evolve(some, capture=Capture(sha256="0" * 64, media_type="x/y", length=1, importer="x", notes=notes))


def test_where_no_day_is_known_the_notes_of_the_import_tell() -> None:
    times = ["7h07", "7h05", "7h07"]
    entries = [
        Entry(headline="x", time=Moment(text=text), span=Span(first=line, last=line))
        for line, text in enumerate(times, 1)
    ]
    some = _noted(blog([], entries=[*entries, Entry(headline="y")]), 2)
    assert out_of_order(some, some.entries) == 1
    assert out_of_order(some, some.entries[2:]) == 0


@pytest.mark.parametrize(("order", "minutes"), [("newest-first", [0, 9, 7, 5]), ("oldest-first", [9, 0, 5, 7])])
def test_a_pinned_entry_stands_anywhere(order: str, minutes: list[float]) -> None:
    some = blog(minutes, order=order)
    pinned = evolve(some, entries=[evolve(some.entries[0], pinned=True), *some.entries[1:]])
    assert (out_of_order(some, some.entries), out_of_order(pinned, pinned.entries)) == (1, 0)


def test_no_note_of_a_merged_capture_counts_as_its_lines_are_of_several_sources() -> None:
    texts = (
        "Live\n\n10:00 The tide turns.\n\n09:30 A tug leaves.\n\n11:00 The ferry floats.\n\n12:00 All are ashore.\n",
        "Live\n\n13:00 The quay opens.\n\n13:30 Trains run.\n\n14:00 The wind drops.\n\n15:00 Schools reopen.\n",
    )
    pages = [lba.parse(text, timezone="UTC", id="tag:a.example,2026:a") for text in texts]
    merged = lba.merge(pages)
    assert [out_of_order(one, one.entries) for one in (*pages, merged)] == [1, 0, 0]
