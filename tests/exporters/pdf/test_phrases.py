"""Times in words."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from tests.samples import YEREVAN, about, clock

from liveblog_archive.exporters.pdf import phrases
from liveblog_archive.model import Bounds, Moment, Span
from liveblog_archive.zones import zone

NEPAL = timezone(timedelta(hours=5, minutes=45))
DAY = date(2021, 11, 16)


def at(hour: int, minute: int = 0, second: int = 0, day: int = 16) -> datetime:
    return datetime(2021, 11, day, hour, minute, second, tzinfo=YEREVAN)


def test_days_have_their_weekday_and_name() -> None:
    assert (phrases.weekday(DAY), phrases.day_name(DAY)) == ("Tuesday", "16 November 2021")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (at(17, 50), "16 November 2021, 17:50 UTC+4"),
        (at(9, 5, 7), "16 November 2021, 09:05:07 UTC+4"),
        (datetime(2021, 11, 16, 9, tzinfo=UTC), "16 November 2021, 09:00 UTC"),
        (datetime(2021, 11, 16, 9, tzinfo=zone("America/St_Johns")), "16 November 2021, 09:00 UTC−3:30"),
        (
            datetime(2021, 11, 16, 9, tzinfo=timezone(timedelta(hours=5, minutes=45))),
            "16 November 2021, 09:00 UTC+5:45",
        ),
        (datetime(2021, 11, 16, 9), "16 November 2021, 09:00 zone unknown"),  # noqa: DTZ001 - a naive time
        (DAY, "16 November 2021"),
    ],
)
def test_an_instant_has_its_day_clock_and_zone(value: date, said: str) -> None:
    assert phrases.instant(value) == said


def day(qualifier: str) -> Moment:
    return Moment(text="Tuesday", value=DAY, precision="day", qualifier=qualifier)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (clock("5:50 p.m.", 17, 50), "17:50 UTC+4"),
        (about("about 3", 15), "about 15:00 UTC+4, 14:30\u00a0to\u00a015:30"),
        (day("exact"), "the day only"),
        (day("approximate"), "about this day"),
        (day("inferred"), "day inferred"),
        (Moment(text="95'"), ""),
    ],
)
def test_a_printed_time_is_understood(moment: Moment, said: str) -> None:
    assert phrases.normalised(moment) == said


def test_an_interval_over_midnight_names_both_days() -> None:
    moment = Moment(
        text="around midnight",
        value=at(0, day=17),
        precision="hour",
        qualifier="approximate",
        offset_source="blog",
        earliest=at(23, 30),
        latest=at(0, 30, day=17),
    )
    said = "about 00:00 UTC+4, 16 November 2021, 23:30 UTC+4 to 17 November 2021, 00:30 UTC+4"
    assert phrases.normalised(moment) == said


@pytest.mark.parametrize(
    ("bounds", "stated", "said"),
    [
        (Bounds(at(13, 45), at(15, 16), "neighbours"), DAY, "between 13:45 and 15:15"),
        (Bounds(at(13, 45), at(15, 15, 1), "neighbours"), DAY, "between 13:45 and 15:15"),
        (Bounds(at(13, 45), at(15, 16), "neighbours"), None, "on 16 November 2021 between 13:45 and 15:15"),
        (Bounds(at(0), at(9, 31), "neighbours"), DAY, "between 00:00 and 09:30"),
        (Bounds(at(23), at(0, day=17), "neighbours"), DAY, "between 23:00 and 23:59"),
        (Bounds(at(23), at(2, 1, day=17), "neighbours"), DAY, "between 23:00 and 17 November 2021, 02:00 UTC+4"),
        (Bounds(at(9), None, "neighbours"), None, "after 16 November 2021, 09:00 UTC+4"),
        (Bounds(None, at(9, 31), "neighbours"), DAY, "before 09:30"),
    ],
)
def test_a_missing_time_lies_between_those_of_its_neighbours(bounds: Bounds, stated: date | None, said: str) -> None:
    assert phrases.untimed(bounds, stated, printed=False) == f"(no time printed; {said}, by the entries beside it)"


def test_a_missing_time_may_be_bounded_by_its_day_or_by_nothing() -> None:
    by_day = Bounds(at(0), at(0, day=17), "day")
    assert phrases.untimed(by_day, DAY, printed=False) == "(no time printed; some time that day, by its day heading)"
    assert phrases.untimed(Bounds(None, None, "none"), None, printed=True) == "(no time of day)"


def test_a_record_of_a_moment_gives_bounds_where_they_say_more_than_the_value() -> None:
    assert phrases.moment_in_full(clock("[5:50]", 17, 50)) == (
        "printed “[5:50]”, 2021-11-16T17:50+04:00, to the minute, exact, offset of the blog's time zone"
    )
    assert phrases.moment_in_full(about("", 15)) == (
        "not printed, 2021-11-16T15:00+04:00, to the hour, approximate, offset of the blog's time zone, "
        "within [2021-11-16T14:30+04:00, 2021-11-16T15:30+04:00)"
    )
    assert phrases.moment_in_full(Moment(text="95'", qualifier="inferred", offset_source="stated")) == (
        "printed “95'”, no value, inferred, offset stated by the source"
    )


def test_places_in_a_source_are_lines_or_elements() -> None:
    assert phrases.place(Span(first=3, last=3)) == "line 3"
    assert phrases.place(Span(first=3, last=5)) == "lines 3 to 5"
    assert phrases.place(Span(element="/div[1]")) == "/div[1]"


def test_things_are_counted() -> None:
    assert phrases.counted(1, "entry", "entries") == "1 entry"
    assert phrases.counted(2000, "entry", "entries") == "2,000 entries"
    assert phrases.counted(0, "byte") == "0 bytes"
