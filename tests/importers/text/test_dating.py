"""When: years, midnights, zones, hours that the clock shows twice or never, and directions."""

from datetime import timedelta
from itertools import product

import pytest

import liveblog_archive as lba
from liveblog_archive.importers.abbreviations import ABBREVIATIONS, offsets, zone_key


def _blog(*lines: str, timezone: str | None = "Europe/Berlin", **told: str) -> lba.LiveBlog:
    return lba.parse("\n".join(lines), format="text", timezone=timezone, **told)


def _report(*times: str) -> list[str]:
    return [f"{time}: Report number {n} says nothing new." for n, time in enumerate(times)]


def _values(blog: lba.LiveBlog) -> list[str]:
    return [f"{entry.time.value:%d %H:%M}" for entry in blog.entries]


def _codes(blog: lba.LiveBlog) -> list[str]:
    return [note.code for note in blog.capture.notes]


def _notes(blog: lba.LiveBlog, code: str) -> list[int | None]:
    return [note.line for note in blog.capture.notes if note.code == code]


def test_a_step_to_another_day_of_no_known_year_is_no_inversion() -> None:
    days = ("12 May, 18:40", "12 May, 11:02", "12 May, 11:30", "11 May, 17:30", "11 May, 9:15")
    lines = [line for when in days for line in (when, "There is nothing new at all.")]
    assert _notes(_blog(*lines, order="newest-first"), "order-inversion") == [5]


def test_midnight_is_rolled_without_headings_in_both_directions() -> None:
    times = ("22:10", "23:46", "00:04", "01:30", "07:00")
    forward = _blog(*_report(*times), date="2021-11-16")
    assert _values(forward) == ["16 22:10", "16 23:46", "17 00:04", "17 01:30", "17 07:00"]
    assert [e.time.qualifier for e in forward.entries] == ["inferred"] * 5
    assert _notes(forward, "date-inferred") == [3, 4, 5]
    backward = _blog(*_report(*times[::-1]), date="2021-11-17")
    assert _values(backward) == ["17 07:00", "17 01:30", "17 00:04", "16 23:46", "16 22:10"]
    assert (forward.order, backward.order) == ("oldest-first", "newest-first")


def test_midnight_is_rolled_under_a_heading() -> None:
    blog = _blog("November 16, 2021", *_report("22:10", "23:46", "00:04", "01:30"))
    assert _values(blog) == ["16 22:10", "16 23:46", "17 00:04", "17 01:30"]
    assert [e.time.qualifier for e in blog.entries] == ["exact", "exact", "inferred", "inferred"]
    other = _blog("November 17, 2021", *_report("01:30", "00:04", "23:46", "22:10"))
    assert _values(other) == ["17 01:30", "17 00:04", "16 23:46", "16 22:10"]


def test_a_night_without_entries_is_a_midnight_too() -> None:
    blog = _blog(*_report("16:00", "18:00", "07:00", "07:10", "09:00"), date="2021-11-16")
    assert _values(blog) == ["16 16:00", "16 18:00", "17 07:00", "17 07:10", "17 09:00"]


def test_sparse_entries_cross_every_night() -> None:
    blog = _blog(*_report("09:10", "21:00", "07:30", "16:05", "22:30", "09:00"), date="2014-02-20")
    assert _values(blog) == ["20 09:10", "20 21:00", "21 07:30", "21 16:05", "21 22:30", "22 09:00"]


def test_entries_that_alternate_around_midnight_stay_on_their_days() -> None:
    blog = _blog(*_report("23:50", "00:05", "23:55", "00:10"), date="2026-03-03")
    assert _values(blog) == ["03 23:50", "04 00:05", "03 23:55", "04 00:10"]


@pytest.mark.parametrize(
    "days",
    [
        (("17", "00:30", "23:00"), ("18", "09:00", "10:00")),
        (("17", "00:10", "23:50"), ("18", "00:20", "23:40")),
        (("18", "10:00", "09:00"), ("17", "23:00", "00:30"), ("16", "12:00")),
    ],
)
def test_the_early_and_the_late_entry_of_a_quiet_day_are_of_the_day_that_its_heading_prints(
    days: tuple[tuple[str, ...], ...],
) -> None:
    blog = _blog(*(line for day, *times in days for line in (f"November {day}, 2021", *_report(*times))))
    assert _values(blog) == [f"{day} {time}" for day, *times in days for time in times]
    assert "date-inferred" not in _codes(blog)
    assert {entry.time.qualifier for entry in blog.entries} == {"exact"}


def test_one_entry_that_slips_back_over_the_midnight_above_its_heading_takes_no_other_along() -> None:
    forward = _blog("November 17, 2021", *_report("00:05", "23:55", "00:10", "00:20", "01:30"))
    assert _values(forward) == ["17 00:05", "16 23:55", "17 00:10", "17 00:20", "17 01:30"]
    assert _notes(forward, "date-inferred") == [3]
    backward = _blog("November 17, 2021", *_report("23:50", "00:10", "23:40", "23:30"))
    assert _values(backward) == ["17 23:50", "18 00:10", "17 23:40", "17 23:30"]


def test_a_stated_offset_is_kept_and_stands_in_for_a_zone_where_it_is_utc() -> None:
    blog = _blog("2026-03-03T10:50:00Z Report.", "2026-03-03T11:50:00Z Report.", timezone=None)
    assert blog.timezone == "UTC"
    other = _blog("3 March 2026", "10:50 GMT+2: Report.", "11:45 UTC−01:30 – Report.", timezone="Europe/London")
    assert [entry.time.value.isoformat() for entry in other.entries] == [
        "2026-03-03T10:50:00+02:00",
        "2026-03-03T11:45:00-01:30",
    ]


def test_one_entry_out_of_order_is_kept_and_noted_and_no_midnight() -> None:
    blog = _blog("November 16, 2021", *_report("10:00", "14:00", "10:30", "14:20", "15:00"))
    assert _values(blog) == ["16 10:00", "16 14:00", "16 10:30", "16 14:20", "16 15:00"]
    assert _notes(blog, "order-inversion") == [4]


def test_the_last_entry_may_stand_after_midnight() -> None:
    assert _values(_blog("November 16, 2021", *_report("22:10", "23:50", "00:10")))[-1] == "17 00:10"
    assert _values(_blog("November 16, 2021", *_report("10:00", "14:00", "10:30")))[-1] == "16 10:30"


def test_small_inversions_are_kept_and_noted() -> None:
    blog = _blog(*_report("7:10", "7:07", "7:05", "7:07", "7:03"), date="2021-11-16")
    assert blog.order == "newest-first"
    assert _notes(blog, "order-inversion") == [4]


def test_times_that_go_backwards_for_ever_are_read_as_newest_first() -> None:
    times = [f"{(23 - n) % 24:02}:30" for n in range(200)]
    blog = _blog(*_report(*times), date="2021-11-16")
    assert blog.order == "newest-first"
    assert blog.entries[-1].time.value.date().isoformat() == "2021-11-08"


def test_days_before_the_calendar_have_no_value() -> None:
    times = [f"{(23 - 3 * n) % 24:02}:30" for n in range(30)]
    blog = _blog(*_report(*times), date="0002-01-02", timezone="UTC")
    assert blog.entries[0].time.value is not None
    assert blog.entries[-1].time.value is None


def test_the_year_0_is_in_no_calendar_and_its_day_is_text() -> None:
    blog = _blog("16 November 2021", "10:00: Report.", "0000-11-17", *_report("11:00", "12:00"))
    assert [block.text for block in blog.entries[0].body] == ["Report.", "0000-11-17"]
    assert _values(blog) == ["16 10:00", "16 11:00", "16 12:00"]


@pytest.mark.parametrize(
    ("heading", "date", "missing"),
    [
        ("9999-12-31", None, "no date of the calendar"),
        ("0001-01-01", None, "no date of the calendar"),
        ("Day 2", "9999-12-31", "no date"),
        ("Today", "0001-01-01", "no date"),
        ("Sunday", "9999-12-30", "no date"),
    ],
)
def test_a_day_at_the_end_of_the_calendar_is_none(heading: str, date: str | None, missing: str) -> None:
    blog = _blog(heading, *_report("10:00", "11:00"), "Day 9999", *_report("12:00"), date=date)
    assert [(entry.day, entry.time.value) for entry in blog.entries] == [(None, None)] * 3
    texts = [note.text for note in blog.capture.notes if note.code == "date-missing"]
    assert texts == [
        f"{missing} is printed or given: give date= (--date)",
        "no date is printed or given: give date= (--date)",
    ]


@pytest.mark.parametrize("year", ["0021", "1821"])
def test_a_time_from_before_there_were_zones_has_a_day_and_no_value(year: str) -> None:
    about = "At approximately 3 p.m., a horn was heard."
    blog = _blog(f"17 November {year}", *_report("14:05", "14:10"), f"18 November {year}", about, "16:00: Silence.")
    assert [entry.time.value for entry in blog.entries] == [None] * 4
    assert [entry.time.text for entry in blog.entries][:2] == ["14:05:", "14:10:"]
    assert [entry.time.qualifier for entry in blog.entries][2] == "approximate"
    assert [f"{entry.day:%d}" for entry in blog.entries] == ["17", "17", "18", "18"]
    assert _notes(blog, "unreadable-time") == [2, 3, 5, 6]
    texts = [note.text for note in blog.capture.notes if note.code == "unreadable-time"]
    assert texts[0] == "14:05: is of before Europe/Berlin had its time; it has no value"
    stated = _blog(f"17 November {year}", "14:05 UTC: Report.", "14:10 UTC: Report.")
    assert [entry.time.value.isoformat()[-14:] for entry in stated.entries] == ["14:05:00+00:00", "14:10:00+00:00"]


def test_a_missing_year_is_the_one_nearest_to_the_given_date() -> None:
    blog = _blog("31 December", *_report("10:00"), "1 January", *_report("10:00"), date="2022-01-02")
    assert [f"{e.time.value:%Y-%m-%d}" for e in blog.entries] == ["2021-12-31", "2022-01-01"]
    assert _notes(blog, "date-inferred") == [1, 3]


def test_a_missing_year_is_taken_from_another_heading() -> None:
    blog = _blog("17 November", *_report("10:00"), "16 November 2021", *_report("10:00", "11:00"))
    assert [f"{e.time.value:%Y-%m-%d}" for e in blog.entries] == ["2021-11-17", "2021-11-16", "2021-11-16"]


def test_without_any_year_times_have_no_value_and_entries_no_day() -> None:
    blog = _blog("16 November", *_report("10:00", "11:00"))
    assert [entry.time.value for entry in blog.entries] == [None, None]
    assert [entry.time.text for entry in blog.entries] == ["10:00:", "11:00:"]
    assert _notes(blog, "date-missing") == [1]


def test_29_february_finds_a_leap_year_or_none() -> None:
    near = _blog("29 February", *_report("10:00"), date="2021-03-01")
    assert near.entries[0].time.value.year == 2020
    far = _blog("29 February", *_report("10:00"), date="2022-03-01")
    assert far.entries[0].time.value is None


UPDATES = (
    "Update of 15 January, 9:20 a.m.: Two valleys are cut off.",
    "Update, 8:05 a.m.: The schools stay shut.",
    "Update of 14 January, 10:10 p.m.: Keep out of the woods.",
    "Update, 8:33 p.m.: Homes are without power.",
    "Update of 14 January, 3:02 p.m.: Snow falls.",
)


def test_times_between_labels_with_a_day_are_of_the_day_of_the_label_above_them() -> None:
    newest = ["15 09:20", "15 08:05", "14 22:10", "14 20:33", "14 15:02"]
    blog = _blog(*UPDATES, date="2025-01-15")
    assert (blog.order, _values(blog)) == ("newest-first", newest)
    assert [entry.time.qualifier for entry in blog.entries] == ["exact", "inferred"] * 2 + ["exact"]
    blog = _blog(*UPDATES[::-1], date="2025-01-14")
    assert (blog.order, _values(blog)) == ("oldest-first", newest[::-1])


def _told(blog: lba.LiveBlog) -> list[str]:
    return [note.text.rpartition(": ")[2] for note in blog.capture.notes if note.code == "date-inferred"]


@pytest.mark.parametrize(
    ("heading", "times", "days"),
    [
        ("5 March 2024", ("14:00", "13:00", "Mon 4 March, 12:30", "12:10", "11:00"), (5, 5, 4, 4, 4)),
        ("4 March 2024", ("10:00", "11:00", "Tue 5 March, 11:30", "12:00", "13:00"), (4, 4, 5, 5, 5)),
        ("5 March", ("14:00", "13:00", "Mon 4 March 2024, 12:30", "12:10", "11:00"), (None, None, 4, 4, 4)),
    ],
)
def test_a_day_that_a_label_names_under_a_heading_of_another_holds_for_those_behind_it(
    heading: str, times: tuple[str, ...], days: tuple[int | None, ...]
) -> None:
    blog = _blog(heading, *_report(*times))
    assert [entry.time.value and entry.time.value.day for entry in blog.entries] == [*days]
    assert [entry.time.qualifier for entry in blog.entries][2:] == ["exact", "inferred", "inferred"]
    assert _told(blog) == ["the label above it names that day"] * 2


def test_a_day_that_both_a_midnight_and_a_label_tell_is_told_by_the_midnight() -> None:
    blog = _blog("5 March 2024", *_report("00:30", "00:05", "Mon 4 March, 23:50", "23:40", "23:30"))
    assert _values(blog) == ["05 00:30", "05 00:05", "04 23:50", "04 23:40", "04 23:30"]
    assert _told(blog) == ["a midnight lies between it and the printed day"] * 2


def test_midnights_behind_a_label_that_names_its_day_are_counted_from_that_day() -> None:
    blog = _blog("5 March 2024", *_report("14:00", "13:00", "Mon 4 March, 12:30", "02:00", "23:00", "21:00"))
    assert _values(blog) == ["05 14:00", "05 13:00", "04 12:30", "04 02:00", "03 23:00", "03 21:00"]
    midnight = "a midnight lies between it and the printed day"
    assert _told(blog) == ["the label above it names that day", midnight, midnight]


def test_a_label_that_names_the_day_of_the_next_heading_is_alone_with_it() -> None:
    forward = _report("10:00", "11:00", "Tue 5 March, 11:30", "12:00", "13:00")
    blog = _blog("4 March 2024", *forward, "5 March 2024", *_report("08:00", "09:00"))
    assert _values(blog)[2:6] == ["05 11:30", "04 12:00", "04 13:00", "05 08:00"]
    assert [entry.time.qualifier for entry in blog.entries][2:6] == ["exact", "inferred", "inferred", "exact"]
    assert _told(blog) == ["the heading names that day, and the label above it another"] * 2


def test_a_year_beside_any_label_is_that_of_the_others() -> None:
    blog = _blog(UPDATES[0].replace("January", "January 2025"), *UPDATES[1:])
    assert _values(blog) == ["15 09:20", "15 08:05", "14 22:10", "14 20:33", "14 15:02"]
    assert "date-missing" not in _codes(blog)


def test_times_above_all_labels_with_a_day_are_reckoned_back_from_the_first_of_them() -> None:
    above = ("Update, 12:40 a.m.: The road is open.", "Update, 11:50 p.m.: The snow stops.")
    dated = UPDATES[0].replace("January", "January 2025")
    blog = _blog(*above, dated, *UPDATES[1:])
    assert _values(blog)[:3] == ["16 00:40", "15 23:50", "15 09:20"]
    assert _notes(blog, "date-inferred") == [1]


def test_a_step_to_a_label_with_a_day_tells_the_direction() -> None:
    texts = ("9:30 a.m.: The road is open.", "11:50 p.m.: Snow.", "5 February 2022, 12:10 a.m.: It stops.")
    blog = _blog(*texts, "10:00 a.m.: The road is shut.")
    assert (blog.order, _values(blog)) == ("oldest-first", ["04 09:30", "04 23:50", "05 00:10", "05 10:00"])


def test_a_day_given_for_the_first_times_is_none_that_puts_them_behind_a_label_below() -> None:
    blog = _blog("4:32 p.m.: The end.", "9:30 a.m.: Day two.", *UPDATES[2:], date="2025-01-14")
    assert (blog.order, _values(blog)[:3]) == ("newest-first", ["15 16:32", "15 09:30", "14 22:10"])
    blog = _blog("4:32 p.m.: The end.", "9:30 a.m.: Day two.", *UPDATES[2:], date="2025-01-16")
    assert _values(blog)[:3] == ["16 16:32", "16 09:30", "14 22:10"]


def test_what_has_no_time_of_day_tells_nothing_of_the_day_of_what_stands_above() -> None:
    untimed = ("The woods are shut", "Somebody said that this might not be over for so long.")
    below = ("Update, 9:12 a.m.: The wind is up.", "Update of 13 January, 9:05 p.m.: It is calm.")
    lines = ("4:32 p.m.: The end.", "9:30 a.m.: Another day.", *untimed, *UPDATES[2:], *below)
    blog = _blog(*"\n\n".join(lines).split("\n"), date="2025-01-14")
    assert [entry.time and f"{entry.time.value:%d %H:%M}" for entry in blog.entries][:4] == [
        "15 16:32", "15 09:30", None, "14 22:10"
    ]  # fmt: skip


def test_labels_with_days_and_no_year_have_no_value_and_say_so() -> None:
    blog = _blog(UPDATES[0], UPDATES[2], UPDATES[4])
    assert [entry.time.value for entry in blog.entries] == [None] * 3
    assert [note.text for note in blog.capture.notes if note.code == "date-missing"] == [
        "no year is printed beside the days of times, so they have no value: give date= (--date)"
    ]


def test_without_heading_and_date_the_times_have_no_value() -> None:
    blog = _blog(*_report("10:00", "11:00"))
    assert [entry.time.value for entry in blog.entries] == [None, None]
    assert "date-missing" in _codes(blog)


def test_a_weekday_that_contradicts_its_date_is_noted() -> None:
    blog = _blog("Monday, November 16, 2021", *_report("10:00"))
    assert _notes(blog, "weekday-conflict") == [1]
    assert "weekday-conflict" not in _codes(_blog("Tuesday, November 16, 2021", *_report("10:00")))


def test_a_heading_below_all_entries_gives_them_their_day() -> None:
    blog = _blog(*_report("11:00", "10:00"), "16 November 2021")
    assert _values(blog) == ["16 11:00", "16 10:00"]
    assert _notes(blog, "date-inferred") == [3]


def test_the_dateline_of_a_page_gives_its_entries_their_day() -> None:
    lines = ("Strike on the railways", "10.01.2024, 18:05 Uhr", *_report("17:50", "14:20", "9:05", "8:10"))
    blog = _blog(*lines)
    assert _values(blog) == ["10 17:50", "10 14:20", "10 09:05", "10 08:10"]
    assert _notes(blog, "date-inferred") == [2]
    headed = _blog(*lines[:2], "9 January 2024", *lines[2:])
    assert _values(headed)[0] == "09 17:50"


def test_a_label_that_names_its_day_without_year_is_near_the_given_date() -> None:
    blog = _blog("16 November, 10:00: Report.", "17 November, 09:00: Report.", date="2021-11-18")
    assert _values(blog) == ["16 10:00", "17 09:00"]


def test_the_end_of_a_day_is_the_beginning_of_the_next() -> None:
    blog = _blog("November 16, 2021", *_report("23:10", "24:00"))
    assert _values(blog) == ["16 23:10", "17 00:00"]


def test_the_hour_that_the_clock_shows_twice_is_told_by_order() -> None:
    times = ("01:30", "02:10", "02:50", "02:05", "02:40", "03:10")
    blog = _blog("October 31, 2021", *_report(*times))
    offsets_seen = [entry.time.value.utcoffset() / timedelta(hours=1) for entry in blog.entries]
    assert offsets_seen == [2, 2, 2, 1, 1, 1]
    assert _notes(blog, "repeated-hour") == [3, 4, 5, 6]
    backward = _blog("October 31, 2021", *_report(*times[::-1]))
    assert [e.time.value.utcoffset() / timedelta(hours=1) for e in backward.entries] == offsets_seen[::-1]


def test_the_step_back_of_the_clock_itself_is_no_inversion() -> None:
    times = ("01:30", "02:10", "02:50", "02:05", "03:10", "03:05", "04:10")
    for order in (times, times[::-1]):
        blog = _blog("October 31, 2021", *_report(*order))
        (note,) = (note.text for note in blog.capture.notes if note.code == "order-inversion")
        assert note.startswith(("03:05", "03:10"))


def test_an_entry_without_a_time_of_the_zone_does_not_tell_the_hours_of_that_night_apart() -> None:
    lines = _report("01:30", "02:50 GMT", "02:40", "03:10", "04:05")
    blog = _blog("October 31, 2021", *lines, "Ferry refloated", "It was towed into the harbour, and nobody was hurt.")
    hours = [e.time.value.utcoffset() / timedelta(hours=1) if e.time else None for e in blog.entries]
    assert hours == [2, 0, 2, 1, 1, None]


def _bounds(time: lba.model.Moment) -> tuple[str, str, str]:
    return time.qualifier, *(f"{bound:%d %H:%M %z}" for bound in (time.earliest, time.latest))


@pytest.mark.parametrize(
    ("label", "bounds"),
    [
        ("~10:50:", ("approximate", "17 10:45 +0000", "17 10:55 +0000")),
        ("ca. 11 Uhr:", ("approximate", "17 10:30 +0000", "17 11:30 +0000")),
        ("ca. 10:50 EST:", ("approximate", "17 10:45 -0500", "17 10:55 -0500")),
        ("10:50-11:20:", ("exact", "17 10:50 +0000", "17 11:20 +0000")),
        ("22:50–00:20:", ("exact", "17 22:50 +0000", "18 00:20 +0000")),
        ("10:50-09:20:", ("exact", "17 10:50 +0000", "17 10:51 +0000")),
        ("10:50 (updated 11:20):", ("exact", "17 10:50 +0000", "17 10:51 +0000")),
    ],
)
def test_what_is_printed_around_a_clock_bounds_its_time(label: str, bounds: tuple[str, str, str]) -> None:
    time = _blog("November 17, 2021", f"{label} Report.", timezone="Europe/London").entries[0].time
    assert (time.text, _bounds(time)) == (label, bounds)


def test_bounds_in_the_second_pass_of_an_hour_are_moved_with_their_time() -> None:
    labels = ("01:30", "02:50", "02:10-02:40", "ca. 02:45", "03:10")
    blog = _blog("October 31, 2021", *_report(*labels))
    assert [_bounds(entry.time) for entry in blog.entries[2:4]] == [
        ("exact", "31 02:10 +0100", "31 02:40 +0100"),
        ("approximate", "31 02:40 +0100", "31 02:50 +0100"),
    ]


def test_an_hour_that_the_clock_skips_is_kept_and_noted() -> None:
    blog = _blog("March 28, 2021", *_report("01:30", "02:30", "03:30"))
    assert _values(blog) == ["28 01:30", "28 02:30", "28 03:30"]
    assert _notes(blog, "skipped-hour") == [3]


def test_an_abbreviation_that_agrees_with_the_zone_is_the_zone() -> None:
    blog = _blog("July 16, 2021", "9.45pm BST: Report.", "9.50pm: Report.", timezone="Europe/London")
    assert [entry.time.offset_source for entry in blog.entries] == ["blog", "blog"]
    assert "zone-conflict" not in _codes(blog)


def test_an_abbreviation_that_contradicts_the_zone_is_kept_and_noted() -> None:
    blog = _blog("July 16, 2021", "9.45pm GMT: Report.", timezone="Europe/London")
    assert blog.entries[0].time.value.isoformat() == "2021-07-16T21:45:00+00:00"
    assert blog.entries[0].time.offset_source == "stated"
    assert _notes(blog, "zone-conflict") == [2]


def test_the_zone_is_found_where_all_labels_state_one() -> None:
    blog = _blog("July 16, 2021", "9:45 p.m. ET: Report.", "9:50 p.m. ET: Report.", timezone=None)
    assert blog.timezone == "America/New_York"
    assert "zone-inferred" in _codes(blog)
    assert _blog("July 16, 2021", "21:45 CEST: Report.", timezone=None).timezone == "Etc/GMT-2"
    assert _blog("July 16, 2021", "21:45 GMT: Report.", timezone=None).timezone == "UTC"
    lines = ("16 juillet 2021", "9 h 45\u00a0HNE : Verglas.", "9 h 50 HNE : Panne.")
    assert _blog(*lines, timezone=None).timezone == "Etc/GMT+5"


@pytest.mark.parametrize(
    ("labels", "key"),
    [
        (("21:45 GMT+2:", "21:50 GMT+2:"), "Etc/GMT-2"),
        (("21:45 GMT+2:", "21:50 UTC+02:00:"), "Etc/GMT-2"),
        (("21:45 UTC−3:",), "Etc/GMT+3"),
        (("21:45 GMT+14:",), "Etc/GMT-14"),
        (("21:45 GMT+0:",), "UTC"),
    ],
)
def test_an_offset_that_all_labels_state_is_the_zone(labels: tuple[str, ...], key: str) -> None:
    blog = _blog("July 16, 2021", *(f"{label} Report." for label in labels), timezone=None)
    assert blog.timezone == key
    assert {entry.time.offset_source for entry in blog.entries} == {"blog"}
    assert "zone-conflict" not in _codes(blog)


@pytest.mark.parametrize(
    ("labels", "says"),
    [
        (("21:45:",), "none"),
        (("21:45 IST:",), "IST, which is no one zone"),
        (("21:45 GMT+5:30:",), "GMT+5:30, which is no one zone"),
        (("21:45 GMT-13:",), "GMT-13, which is no one zone"),
        (("21:45 CET:", "21:50 GMT:"), "CET, GMT, which is no one zone"),
    ],
)
def test_without_a_zone_that_means_one_thing_the_text_is_refused(labels: tuple[str, ...], says: str) -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        _blog("July 16, 2021", *(f"{label} Report." for label in labels), timezone=None)
    assert str(caught.value) == (
        f"no time zone is given, and the text states {says}; give the zone that its times are printed "
        "in, such as timezone='Europe/Berlin'"
    )


def test_every_abbreviation_means_something() -> None:
    from datetime import datetime

    for abbreviation in ABBREVIATIONS:
        assert offsets(abbreviation, datetime(2021, 7, 1))  # noqa: DTZ001 - a wall clock
    assert offsets("ET", datetime(2021, 7, 1)) == [timedelta(hours=-4)]  # noqa: DTZ001
    assert offsets("ET", datetime(2021, 1, 1)) == [timedelta(hours=-5)]  # noqa: DTZ001
    assert (zone_key("EST"), zone_key("IST")) == ("Etc/GMT+5", None)


def test_a_zone_off_the_hour_has_no_key_of_its_own() -> None:
    assert zone_key("NPT") is None


@pytest.mark.parametrize(
    ("days", "hours", "order"),
    [
        (("16", "17"), ("10:00", "11:00"), "oldest-first"),
        (("17", "16"), ("11:00", "10:00"), "newest-first"),
        (("17", "16"), ("10:00", "11:00"), "newest-day-first"),
        (("16", "17"), ("11:00", "10:00"), "manual"),
        (("16",), ("10:00", "11:00"), "oldest-first"),
        (("16",), ("11:00", "10:00"), "newest-first"),
        (("16",), ("10:00",), "manual"),
        (("17", "16"), ("10:00",), "newest-first"),
        (("16", "17"), ("10:00",), "oldest-first"),
    ],
)
def test_direction_is_found_from_headings_and_labels(
    days: tuple[str, ...], hours: tuple[str, ...], order: str
) -> None:
    lines = [line for day in days for line in (f"November {day}, 2021", *_report(*hours))]
    blog = _blog(*lines)
    assert blog.order == order
    assert ("order-unknown" in _codes(blog)) is (order == "manual")
    assert ("order-inferred" in _codes(blog)) is (order != "manual")


@pytest.mark.parametrize("order", ["oldest-first", "newest-first", "newest-day-first", "manual"])
def test_a_given_order_is_kept(order: str) -> None:
    blog = _blog("November 16, 2021", *_report("10:00", "11:00", "10:50"), order=order)
    assert blog.order == order
    assert "order-inferred" not in _codes(blog)


def test_about_an_hour_is_half_an_hour_to_each_side_and_about_a_minute_five() -> None:
    blog = _blog(
        "November 16, 2021",
        "At approximately 3 p.m., a horn was heard.",
        "More of it.",
        "Around 4:40 p.m. it was heard again.",
        "5:10 p.m.: Silence.",
    )
    about, finer, _ = (entry.time for entry in blog.entries)
    assert (about.text, about.precision, about.qualifier) == ("At approximately 3 p.m.", "hour", "approximate")
    assert (f"{about.earliest:%H:%M}", f"{about.latest:%H:%M}") == ("14:30", "15:30")
    assert (finer.precision, f"{finer.earliest:%H:%M}", f"{finer.latest:%H:%M}") == ("minute", "16:35", "16:45")


def test_about_an_hour_of_an_unknown_day_has_no_value() -> None:
    blog = _blog("16 November", "At approximately 3 p.m., a horn was heard.", "4 p.m.: Silence.")
    assert blog.entries[0].time.value is None
    assert blog.entries[0].time.qualifier == "approximate"


@pytest.mark.parametrize(
    "opening",
    [
        "At approximately 3 p.m.,", "Around 3 p.m.", "About 15:00,", "Gegen 15 Uhr", "Vers 15h", "Vers 15h00,",
        "Около 15:00", "Hacia las 15:00", "Por volta das 15h,", "Verso le 15:00", "Около 15.00,", "Około 15:00",
    ],
)  # fmt: skip
def test_prose_times_open_entries_directly_under_a_day_heading(opening: str) -> None:
    text = f"{opening} something was heard at the bridge."
    blog = _blog("2021-11-16", text, "16:00: Silence at the bridge.", text)
    assert len(blog.entries) == 2
    assert blog.entries[0].time.value.hour == 15
    assert blog.entries[0].body[0].text == text
    assert blog.entries[1].body[-1].text == text


@pytest.mark.parametrize(
    "opening", ["At 3 p.m.", "Around 33:00", "Around 15:77", "Around noon", "As a reminder, about 3 p.m."]
)
def test_other_openings_are_text(opening: str) -> None:
    blog = _blog("2021-11-16", f"{opening} something was heard.", "16:00: Silence.")
    assert blog.entries[0].time is None
    assert blog.entries[0].day.isoformat() == "2021-11-16"


def test_every_zone_of_the_day_gives_the_same_entries() -> None:
    ids = {
        tuple(
            e.body[0].text for e in _blog("November 16, 2021", *_report("10:00", "11:00"), timezone=z, id=i).entries
        )
        for z, i in product(("Asia/Yerevan", "America/St_Johns"), ("tag:a.example,2021:x",))
    }
    assert len(ids) == 1


def test_headings_without_dates_are_reckoned_from_the_first_time() -> None:
    blog = _blog(
        "Monday", *_report("10:00"), "Tuesday", *_report("9:00"), "Thursday", *_report("8:00"), date="2026-03-02"
    )
    assert _values(blog) == ["02 10:00", "03 09:00", "05 08:00"]
    days = _blog("Day 4", *_report("10:00"), "Day 5", *_report("9:00"), date="2026-03-02")
    assert _values(days) == ["02 10:00", "03 09:00"]
    assert _notes(days, "date-inferred") == [1, 3]


def test_times_above_all_headings_are_of_today() -> None:
    blog = _blog(*_report("10:00", "9:00"), "Yesterday", *_report("22:00", "21:00"), date="2026-03-03")
    assert _values(blog) == ["03 10:00", "03 09:00", "02 22:00", "02 21:00"]
    days = _blog(*_report("10:00", "9:00"), "Day 4", *_report("22:00", "21:00"), date="2026-03-03")
    assert [entry.time.value for entry in days.entries[2:]] == [
        None,
        None,
    ]  # of which way they run nothing is known


def test_headings_without_dates_are_reckoned_from_other_headings() -> None:
    blog = _blog("Yesterday", *_report("22:00"), "Today, March 3, 2026", *_report("9:00"))
    assert _values(blog) == ["02 22:00", "03 09:00"]
    weekdays = _blog(
        "Monday", *_report("22:00"), "Tuesday, March 3, 2026", *_report("9:00"), "Wednesday", *_report("7:00")
    )
    assert _values(weekdays) == ["02 22:00", "03 09:00", "04 07:00"]


def test_a_day_that_nothing_dates_has_no_value() -> None:
    blog = _blog("Today", *_report("10:00"), "Yesterday", *_report("22:00", "21:00"))
    assert [entry.time.value for entry in blog.entries] == [None] * 3
    assert [(n.line, n.text) for n in blog.capture.notes if n.code == "date-missing"] == [
        (1, "no date is printed or given: give date= (--date)"),
        (3, "no date is printed or given: give date= (--date)"),
    ]


def test_a_weekday_nearest_to_the_first_day_may_lie_before_it() -> None:
    blog = _blog("Sunday", *_report("10:00"), date="2026-03-02")
    assert _values(blog) == ["01 10:00"]


@pytest.mark.parametrize(
    ("first", "second", "date", "days"),
    [
        ("Wednesday", "Today", "2026-03-05", ("04", "05")),
        ("Sunday", "Today", "2026-03-05", ("01", "05")),
        ("Tuesday", "Yesterday", "2026-03-05", ("03", "04")),
    ],
)
def test_a_day_that_is_no_weekday_of_the_first_heading_is_today(
    first: str, second: str, date: str, days: tuple[str, str]
) -> None:
    blog = _blog(first, *_report("9:00"), second, *_report("10:00"), date=date)
    assert _values(blog) == [f"{days[0]} 09:00", f"{days[1]} 10:00"]


def test_of_a_day_that_is_the_weekday_of_the_first_heading_today_is_not_known() -> None:
    blog = _blog("Wednesday", *_report("9:00"), "Today", *_report("10:00"), date="2026-03-04")
    assert [entry.time.value is None for entry in blog.entries] == [False, True]


@pytest.mark.parametrize(
    ("headings", "order"),
    [
        (("16 November", "17 November"), "oldest-first"),
        (("17 November", "16 November"), "newest-first"),
        (("31 December", "1 January"), "oldest-first"),
        (("1 January", "31 December"), "newest-first"),
    ],
)
def test_direction_is_found_from_days_without_a_year(headings: tuple[str, str], order: str) -> None:
    blog = _blog(*(line for heading in headings for line in (heading, *_report("10:00"))))
    assert blog.order == order


def test_without_a_day_a_midnight_is_no_inversion_and_a_slip_is_one() -> None:
    assert _notes(_blog(*_report("23:50", "23:58", "0:15", "0:20")), "order-inversion") == []
    assert _notes(_blog(*_report("13:50", "13:58", "13:55", "14:20")), "order-inversion") == [3]


def test_a_step_of_many_hours_tells_little_of_the_direction() -> None:
    blog = _blog("3 April 2026", *_report("22:15", "19:00", "6:00"))
    assert blog.order == "newest-first"
    assert _values(blog) == ["03 22:15", "03 19:00", "03 06:00"]


@pytest.mark.parametrize(
    "word", ["Pinned", "PINNED POST", "Angeheftet", "Épinglé", "Fijado", "In evidenza", "Vastgezet"]
)
def test_an_entry_that_is_pinned_above_the_rest_is_of_the_last_hours(word: str) -> None:
    blog = _blog(word, *_report("08:00", "18:25", "11:30", "07:15"), date="2021-11-16")
    assert _values(blog) == ["16 08:00", "16 18:25", "16 11:30", "16 07:15"]
    assert [entry.pinned for entry in blog.entries] == [True, False, False, False]
    assert blog.entries[0].span == lba.model.Span(first=1, last=2)
    assert (blog.order, _notes(blog, "order-inversion"), _notes(blog, "date-inferred")) == ("newest-first", [], [1])
    assert _notes(blog, "page-furniture") == [1]


def test_a_pinned_entry_is_hardly_newer_than_the_rest() -> None:
    after_midnight = _blog("Pinned", *_report("22:30", "02:10", "01:40", "00:20"), date="2021-11-17")
    assert _values(after_midnight) == ["16 22:30", "17 02:10", "17 01:40", "17 00:20"]
    assert not any(entry.time.value for entry in _blog("Pinned", *_report("08:00", "18:25", "11:30")).entries)


def test_what_is_pinned_with_its_day_or_alone_is_dated_as_any_other() -> None:
    dated = _blog("Pinned", *_report("16 November 2021, 08:00", "15 November 2021, 18:25", "15 November 2021, 11:30"))
    assert _values(dated) == ["16 08:00", "15 18:25", "15 11:30"]
    alone = _blog("Pinned", *_report("08:00"), date="2021-11-16")
    assert (_values(alone), alone.entries[0].pinned) == (["16 08:00"], False)


def test_times_below_one_with_its_day_are_as_far_from_it_as_their_clocks() -> None:
    blog = _blog(
        *_report("Mon 15 Nov 7.40", "13.15", "18.30", "Tue 16 Nov 2.20", "10.00", "Wed 17 Nov 8.10"),
        date="2021-11-15",
    )
    assert _values(blog) == ["15 07:40", "15 13:15", "15 18:30", "16 02:20", "16 10:00", "17 08:10"]


def test_days_without_a_year_that_are_printed_once_go_on_over_the_turn_of_the_year() -> None:
    times = _report("Wed 31 Dec 22.10", "23.40", "23.50", "Thu 1 Jan 0.15", "1.30", "9.05")
    blog = _blog("Fire brigade, log of December 2025", *times)
    assert _values(blog) == ["31 22:10", "31 23:40", "31 23:50", "01 00:15", "01 01:30", "01 09:05"]
    assert [entry.time.value.year for entry in blog.entries] == [2025] * 3 + [2026] * 3
