"""Entries out of order: those that stand on the wrong side of the one before them, in the direction of the source."""

from datetime import date, timedelta

import pytest
from attrs import evolve

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
