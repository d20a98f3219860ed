"""Times in interchange formats: ISO 8601, never more than is known, and read back exactly."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.canonical import timestamp
from liveblog_archive.errors import ModelError
from liveblog_archive.interchange.times import parse_day, parse_time
from liveblog_archive.zones import zone

BERLIN = zone("Europe/Berlin")
PLUS_FOUR = timezone(timedelta(hours=4))


@pytest.mark.parametrize(
    ("value", "precision", "text"),
    [
        (date(2021, 11, 16), "day", "2021-11-16"),
        (date(476, 9, 4), None, "0476-09-04"),
        (datetime(2021, 11, 16, 17, 50, tzinfo=UTC).replace(tzinfo=None), "minute", "2021-11-16T17:50"),
        (datetime(2021, 11, 16, 17, 50, tzinfo=PLUS_FOUR), "minute", "2021-11-16T17:50+04:00"),
        (datetime(2021, 11, 16, 17, 50, tzinfo=UTC), "second", "2021-11-16T17:50:00+00:00"),
        (datetime(2021, 11, 16, 17, 50, 3, tzinfo=UTC), "minute", "2021-11-16T17:50:03+00:00"),
        (datetime(1893, 1, 1, tzinfo=BERLIN), None, "1893-01-01T00:00+00:53:28"),
        (datetime(2021, 11, 16, 17, 50, 0, 5, tzinfo=UTC), None, "2021-11-16T17:50:00.000005+00:00"),
    ],
)
def test_a_time_is_printed_as_far_as_it_is_known(value, precision, text):
    assert timestamp(value, precision) == text
    assert parse_time(text).isoformat() == value.isoformat()


@given(
    st.datetimes(
        timezones=st.one_of(st.none(), st.integers(-1439, 1439).map(lambda m: timezone(timedelta(minutes=m))))
    )
)
@settings(derandomize=True, deadline=None)
def test_every_time_survives(value):
    assert parse_time(timestamp(value)) == value
    assert parse_time(timestamp(value), "blog", BERLIN).isoformat() == value.isoformat()


def test_a_time_of_the_blog_gets_the_blogs_zone():
    value = parse_time("2021-07-01T12:00+02:00", "blog", BERLIN)
    assert value.tzinfo is BERLIN


@pytest.mark.parametrize(("offset", "fold"), [("+02:00", 0), ("+01:00", 1)])
def test_the_repeated_hour_is_told_by_its_offset(offset, fold):
    value = parse_time(f"2021-10-31T02:30{offset}", "blog", BERLIN)
    assert (value.tzinfo, value.fold, value.isoformat()) == (BERLIN, fold, f"2021-10-31T02:30:00{offset}")


@pytest.mark.parametrize(
    ("text", "source", "known"),
    [
        ("2021-07-01T12:00+04:00", "blog", BERLIN),  # not Berlin's offset
        ("2021-07-01T12:00+02:00", "stated", BERLIN),
        ("2021-07-01T12:00+02:00", "blog", None),
    ],
)
def test_any_other_time_keeps_its_stated_offset(text, source, known):
    value = parse_time(text, source, known)
    assert isinstance(value.tzinfo, timezone)
    assert value.isoformat() == text[:16] + ":00" + text[16:]


def test_a_time_without_an_offset_stays_without():
    assert parse_time("2021-07-01T12:00", "unknown", BERLIN).isoformat() == "2021-07-01T12:00:00"


@pytest.mark.parametrize(
    "text",
    [
        *["", "x", "16.11.2021", "20211116", "2021-W46-2", "2021-11-16 17:50", "2021-11-16T17", "2021-11-16T17:50Z"],
        *["2021-02-30", "2021-11-16T24:00", "2021-11-16T17:50:00.5", "2021-11-16T17:50+24:00"],
        *["٢٠٢١-١١-١٦", "2021-11-16\n"],
    ],
)
def test_another_spelling_or_no_such_time_is_refused(text):
    with pytest.raises(ModelError) as caught:
        parse_time(text)
    assert str(caught.value) == str(
        ModelError(f"not a time: {text!r}", "Moment", "write 2021-11-16, or 2021-11-16T17:50 with its offset")
    )


def test_a_day_is_a_date_alone():
    assert parse_day("2021-11-16") == date(2021, 11, 16)
    with pytest.raises(ModelError, match=r"Entry\.day: a time where a day belongs: '2021-11-16T17:50'; write a date"):
        parse_day("2021-11-16T17:50")
