"""Times as data states them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.importers import stamps
from liveblog_archive.model import Moment
from liveblog_archive.zones import zone

ISTANBUL = zone("Europe/Istanbul")
AFLOAT = datetime(2026, 3, 3, 16, 31, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("stated", "precision"),
    [
        (1772555500, "second"),
        (1772555500000, "second"),
        (1772555500000000, "second"),
        ("1772555500", "second"),
        (1772555500.0, "second"),
        ("/Date(1772555500000+0000)/", "second"),
        ("/Date(1772555500000)/", "second"),
        ("\\/Date(1772555500000-0500)\\/", "second"),
        ("2026-03-03T16:31:40Z", "second"),
        (" 2026-03-03T16:31:40.000Z ", "second"),
        ("2026-03-03T17:31:40+01:00", "second"),
        ("2026-03-03 16:31:40+0000", "second"),
        ("2026-03-03T11:31:40-05", "second"),
        ("2026-03-03 16:31:40 UTC", "second"),
        ("Tue, 03 Mar 2026 16:31:40 GMT", "second"),
        ("3 Mar 2026 17:31:40 +0100", "second"),
        ("Tuesday, 3 March 2026 11:31:40 EST", "second"),
        ("Tue, 03 Mar 2026 16:31:40 -0000", "second"),
        ("Tue, 03 Mar 2026 17:31:40 CET", "second"),
        ("Tue, 03 Mar 2026 17:31:40 BST", "second"),
        ("Wed, 04 Mar 2026 01:31:40 JST", "second"),
        ("Tue, 03 Mar 2026 19:31:40 msk", "second"),
        ("20260303T163140Z", "second"),
        ("20260303163140Z", "second"),
        ("20260303173140+0100", "second"),
    ],
)
def test_one_instant_is_read_in_every_form(stated: object, precision: str) -> None:
    moment = stamps.read(stated, ISTANBUL)
    assert isinstance(moment.value, datetime)
    assert moment.value.astimezone(UTC) == AFLOAT
    assert (moment.text, moment.precision, moment.offset_source) == ("", precision, "stated")


def test_the_offset_that_is_stated_is_kept() -> None:
    value = stamps.read("2026-03-03T17:31:40+01:00").value
    assert isinstance(value, datetime)
    assert value.utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize("stated", ["2026-03-03T16:31Z", "Tue, 03 Mar 2026 16:31 +0000"])
def test_seconds_that_are_not_stated_are_not_made_up(stated: str) -> None:
    assert stamps.read(stated) == Moment(value=AFLOAT.replace(second=0), precision="minute", offset_source="stated")


@pytest.mark.parametrize(
    "stated",
    [1772555500050, 1772555500.05, "1772555500.05", "/Date(1772555500050+0000)/", "2026-03-03T16:31:40.050Z"],
)
def test_a_fraction_of_a_second_stays_in_the_text(stated: object) -> None:
    moment = stamps.read(stated)
    assert moment.value == AFLOAT
    assert moment.text == str(stated)


@pytest.mark.parametrize(
    ("name", "key", "offset"),
    [("IST", "Asia/Kolkata", "+05:30"), ("IST", "Europe/Dublin", "+01:00"), ("CAT", "Africa/Harare", "+02:00")],
)
def test_an_abbreviation_of_several_zones_or_a_rare_one_is_that_of_the_blog(name: str, key: str, offset: str) -> None:
    value = stamps.read(f"Mon, 26 Jul 2021 10:00:00 {name}", zone(key)).value
    assert isinstance(value, datetime)
    assert value.isoformat() == f"2021-07-26T10:00:00{offset}"


@pytest.mark.parametrize(
    ("name", "key", "means"),
    [
        ("IST", None, "may be any of 3 zones"),
        ("IST", "Europe/Istanbul", "may be any of 3 zones"),
        ("CAT", None, "is no zone that is known"),
        ("XYZ", "Europe/Istanbul", "is no zone that is known"),
    ],
)
def test_an_abbreviation_that_may_mean_anything_is_no_time(name: str, key: str | None, means: str) -> None:
    with pytest.raises(ValueError, match="zone") as caught:
        stamps.read(f"Mon, 26 Jul 2021 10:00:00 {name}", zone(key) if key else None)
    assert str(caught.value) == f"{name} at 2021-07-26 10:00:00 {means}"


def test_a_day_is_a_day() -> None:
    assert stamps.read("2026-03-03") == Moment(value=date(2026, 3, 3), precision="day", offset_source="stated")


@pytest.mark.parametrize("stated", ["20260303", 20260303])
def test_a_day_may_be_one_number(stated: object) -> None:
    assert stamps.read(stated) == stamps.read("2026-03-03")


def test_digits_of_a_clock_without_seconds_are_no_milliseconds() -> None:
    assert stamps.read(202603031631, ISTANBUL) == stamps.read("2026-03-03T16:31", ISTANBUL)


@pytest.mark.parametrize(
    "stated",
    [
        *(0, "0", -1, 0.0, "/Date(0)/", "/Date(-62135596800000)/", "0001-01-01T00:00:00Z"),
        *("1970-01-01T00:00:00.000Z", "1970-01-01 00:00:00", "1970-01-01", "19700101000000"),
        *("Thu, 01 Jan 1970 00:00:00 GMT", "Thu, 01 Jan 1970 01:00:00 +0100", "1969-12-31T19:00:00-05:00"),
    ],
)
def test_what_programs_write_where_they_know_no_time_is_none(stated: object) -> None:
    with pytest.raises(ValueError, match="stands for no time"):
        stamps.read(stated)


@pytest.mark.parametrize(
    "stated", ["2026-03-03T16:31:40", "3 Mar 2026 16:31:40", "20260303163140", "20260303T163140", 20260303163140]
)
def test_a_clock_without_an_offset_is_that_of_the_blog_or_of_nobody(stated: str) -> None:
    naive = datetime(2026, 3, 3, 16, 31, 40)  # noqa: DTZ001 - the offset is what is not known
    assert stamps.read(stated) == Moment(value=naive, precision="second")
    assert stamps.read(stated, ISTANBUL) == Moment(
        value=naive.replace(tzinfo=ISTANBUL), precision="second", offset_source="blog"
    )


@pytest.mark.parametrize(
    "stated",
    [
        "yesterday",
        "9.45pm",
        "3 March 2026 9:45 PM",
        "",
        "2026-02-30",
        "2026-03-03T25:00:00Z",
        "2026-03-03T16:31:40+25:00",
        "Tue, 31 Feb 2026 16:31:40 GMT",
        "Tue, 03 Foo 2026 16:31:40 GMT",
        "Mon, 01 Jan 0001 00:00:00 +0000",
        True,
        None,
        [],
        10**17,
        "9" * 18,
        "0000-01-01",
        "9999-12-31T23:59:59-12:00",
        "/Date(99999999999999999)/",
        "2026-W10-2",
        "1e9",
    ],
)
def test_what_is_no_time_is_one_clear_line(stated: object) -> None:
    with pytest.raises(ValueError, match=r"\S") as caught:
        stamps.read(stated)
    assert "\n" not in str(caught.value)


@settings(derandomize=True, deadline=None)
@given(st.one_of(st.text(max_size=40), st.integers(), st.floats(), st.from_regex(stamps._ISO, fullmatch=True)))
def test_anything_is_a_moment_or_a_value_error(stated: object) -> None:
    try:
        assert stamps.read(stated).value is not None
    except ValueError as error:
        assert str(error)


@settings(derandomize=True, deadline=None)
@given(st.integers(315_532_800, 18_934_560_000))  # 1980 to 2569: other digits may be those of a date and time
def test_seconds_and_milliseconds_are_told_apart_by_their_size(seconds: int) -> None:
    value = datetime.fromtimestamp(seconds, UTC)
    assert stamps.read(seconds).value == stamps.read(seconds * 1000).value == value


# What the reader saw


def test_an_instant_is_shown_on_the_clock_of_the_blog() -> None:
    shown = stamps.shown(stamps.read("2026-03-03T16:31:40.050Z"), ISTANBUL)
    assert shown is not None
    assert shown.value is not None
    assert shown.value.isoformat() == "2026-03-03T19:31:40+03:00"
    assert (shown.text, shown.precision, shown.offset_source) == ("", "second", "stated")


def test_without_a_zone_it_stays_on_its_own_clock() -> None:
    value = stamps.shown(stamps.read("2026-03-03T17:31:40+01:00"), None)
    assert value is not None
    assert value.value == datetime(2026, 3, 3, 17, 31, 40, tzinfo=timezone(timedelta(hours=1)))


def test_a_clock_or_day_without_offset_is_not_moved() -> None:
    for stated in ("2026-03-03T16:31:40", "2026-03-03"):
        moment = stamps.read(stated)
        shown = stamps.shown(moment, ISTANBUL)
        assert shown is not None
        assert shown.value == moment.value


def test_a_zone_of_before_the_railways_is_not_shown() -> None:
    shown = stamps.shown(stamps.read("1880-01-01T12:00:00Z"), ISTANBUL)
    assert shown is not None
    assert shown.value == datetime(1880, 1, 1, 12, tzinfo=UTC)


def test_where_there_is_no_instant_nothing_is_shown() -> None:
    assert stamps.shown(None, ISTANBUL) is None
    assert stamps.shown(Moment(text="at dawn"), ISTANBUL) is None


# Ids


def test_an_id_of_24_hexadecimal_digits_begins_with_its_second() -> None:
    assert stamps.object_id_time("69a70cec8f08e3b7ab1a0001") == Moment(
        value=AFLOAT, precision="second", offset_source="stated"
    )
    assert stamps.object_id_time("69a70cec") is None
    assert stamps.object_id_time("Z" * 24) is None
