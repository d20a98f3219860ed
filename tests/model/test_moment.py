"""Times as they are claimed: what may be said together, what bounds it, and what is equal."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import pytest
from attrs import evolve
from hypothesis import given, settings

from liveblog_archive.model import Moment, after
from liveblog_archive.model.moment import absolute
from liveblog_archive.zones import zone
from tests.model.refusals import refusal
from tests.strategies import moments

BERLIN = zone("Europe/Berlin")
NAIVE = datetime.fromisoformat("2021-11-16T17:50")
AWARE = NAIVE.replace(tzinfo=BERLIN)
DAY = date(2021, 11, 16)
MINUTE = timedelta(minutes=1)


class Drifting(tzinfo):
    """A zone of somebody else's making: its offsets need not be the same tomorrow, or on another machine."""

    def utcoffset(self, _):
        return timedelta(hours=1)

    def dst(self, _):
        return timedelta(0)


def minute(**fields):
    return Moment(**{"value": AWARE, "precision": "minute", "offset_source": "blog"} | fields)


def day(**fields):
    return Moment(**{"value": DAY, "precision": "day"} | fields)


def finer(unit, precision):
    return f"Moment.value: a value with {unit}s, but precision {precision}; round it down"


OUTSIDE = "Moment.value: the value is outside earliest and latest; give a half-open interval that holds it"
OFFSETS = (
    "Moment.offset_source: naive time with a known offset, or aware time with an unknown one; "
    "use 'unknown' for naive times, 'stated' or 'blog' for aware ones"
)
RANGE = "Moment.value: year out of range; use a year from 1 to 9998"
LONE = "Moment.value: precision or bounds without a value; give the value, or none of them"
TYPES = "use one type for the value and its bounds: a datetime, or a date where no time of day is known"
DAYS = "a day is a date, the rest datetimes"
QUALIFIERS = "Moment.qualifier: unknown value 'maybe'; use one of: approximate, exact, inferred"
SOURCES = "Moment.offset_source: unknown value 'me'; use one of: blog, stated, unknown"
ZONE = "Moment.value: unknown kind of tzinfo; use zoneinfo.ZoneInfo or datetime.timezone"
ODD = "Moment.value: offset is not in whole minutes; use an offset such as +04:00"
END = datetime.fromisoformat("9999-12-31T23:59:59")
PRECISIONS = "use one of: day, hour, minute, second"

REFUSALS = [
    (Moment, "Moment.text: empty text; give text, or leave the field out"),
    (lambda: Moment(text=" "), "Moment.text: empty text; give text, or leave the field out"),
    (lambda: Moment(text=None), "Moment.text: expected text, got NoneType; give a str"),
    (lambda: Moment(text="a", qualifier="maybe"), QUALIFIERS),
    (lambda: Moment(text="a", qualifier=[]), QUALIFIERS.replace("'maybe'", "[]")),
    (lambda: Moment(text="a", offset_source="me"), SOURCES),
    (lambda: Moment(text="a", offset_source={}), SOURCES.replace("'me'", "{}")),
    (lambda: Moment(value=DAY, precision=["day"]), f"Moment.precision: unknown value ['day']; {PRECISIONS}"),
    (lambda: Moment(text="a", precision="minute"), LONE),
    (lambda: Moment(text="a", earliest=DAY), LONE),
    (lambda: Moment(text="a", latest=DAY), LONE),
    (lambda: Moment(value=DAY), f"Moment.precision: unknown value None; {PRECISIONS}"),
    (lambda: Moment(value=DAY, precision="week"), f"Moment.precision: unknown value 'week'; {PRECISIONS}"),
    (lambda: Moment(value="2021", precision="day"), f"Moment.value: expected date, got str; {TYPES}"),
    (lambda: Moment(value=DAY, precision="minute"), f"Moment.precision: precision minute with a date; {DAYS}"),
    (lambda: minute(precision="day"), f"Moment.precision: precision day with a datetime; {DAYS}"),
    (lambda: minute(earliest=DAY), f"Moment.earliest: expected datetime, got date; {TYPES}"),
    (lambda: minute(latest=DAY), f"Moment.latest: expected datetime, got date; {TYPES}"),
    (lambda: day(latest=NAIVE), f"Moment.latest: expected date, got datetime; {TYPES}"),
    (lambda: minute(value=NAIVE), OFFSETS),
    (lambda: minute(offset_source="unknown"), OFFSETS),
    (lambda: minute(earliest=NAIVE), OFFSETS),
    (lambda: minute(latest=NAIVE + MINUTE), OFFSETS),
    (lambda: minute(value=NAIVE.replace(tzinfo=Drifting())), ZONE),
    (lambda: minute(value=NAIVE.replace(tzinfo=timezone(timedelta(seconds=59)))), ODD),
    (lambda: minute(value=datetime(1890, 1, 1, tzinfo=BERLIN)), ODD),
    (lambda: minute(value=AWARE.replace(second=1)), finer("second", "minute")),
    (lambda: minute(value=AWARE.replace(second=1), precision="hour"), finer("second", "hour")),
    (lambda: minute(value=AWARE.replace(microsecond=1)), finer("microsecond", "minute")),
    (lambda: minute(value=AWARE.replace(microsecond=1), precision="second"), finer("microsecond", "second")),
    (lambda: minute(value=AWARE.replace(microsecond=1), precision="hour"), finer("microsecond", "hour")),
    (lambda: minute(text=None), "Moment.text: expected text, got NoneType; give a str"),
    (lambda: minute(latest=AWARE), OUTSIDE),
    (lambda: minute(earliest=AWARE + timedelta(seconds=30)), OUTSIDE),
    (lambda: minute(earliest=AWARE + MINUTE, latest=AWARE + 2 * MINUTE), OUTSIDE),
    (lambda: minute(earliest=AWARE - 2 * MINUTE, latest=AWARE - MINUTE), OUTSIDE),
    (lambda: minute(earliest=AWARE - MINUTE, latest=AWARE), OUTSIDE),
    (lambda: day(latest=DAY), OUTSIDE),
    (lambda: evolve(minute(), value=AWARE + MINUTE), OUTSIDE),
    (lambda: day(value=date.max), RANGE),
    (lambda: Moment(value=END, precision="second"), RANGE),
    (lambda: minute(value=datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1)))), RANGE),
]  # fmt: skip


@pytest.mark.parametrize(("make", "message"), REFUSALS, ids=[message for _, message in REFUSALS])
def test_what_a_moment_refuses(make, message):
    assert refusal(make) == message


class Stamp(datetime):
    """A datetime as other libraries give them."""


class TestBounds:
    @pytest.mark.parametrize(
        ("precision", "length"),
        [("second", timedelta(seconds=1)), ("minute", MINUTE), ("hour", timedelta(hours=1))],
    )
    def test_by_default_the_unit_of_the_precision_that_starts_at_the_value(self, precision, length):
        moment = minute(precision=precision)
        assert (moment.earliest, moment.latest) == (AWARE, AWARE + length)

    def test_a_day_ends_where_the_next_begins(self):
        moment = day()
        assert (moment.earliest, moment.latest) == (DAY, date(2021, 11, 17))

    def test_a_clock_without_offset_has_bounds_without_offset(self):
        moment = Moment(value=NAIVE, precision="hour")
        assert (moment.earliest, moment.latest) == (NAIVE, NAIVE + timedelta(hours=1))

    def test_an_hour_need_not_begin_on_the_hour(self):
        assert minute(precision="hour", value=AWARE).value.minute == 50

    def test_given_bounds_are_kept(self):
        moment = minute(precision="hour", earliest=AWARE - MINUTE, latest=AWARE + MINUTE)
        assert (moment.earliest, moment.latest) == (AWARE - MINUTE, AWARE + MINUTE)

    def test_a_bound_may_be_finer_than_the_precision(self):
        assert minute(latest=AWARE + timedelta(microseconds=1)).latest.microsecond == 1

    def test_the_last_minute_before_a_clock_is_set_back_ends_where_the_repeated_hour_begins_again(self):
        moment = minute(value=datetime(2021, 10, 31, 2, 59, tzinfo=BERLIN))
        assert moment.latest.isoformat() == "2021-10-31T02:00:00+01:00"

    def test_the_last_minute_of_the_second_pass_ends_after_it(self):
        moment = minute(value=datetime(2021, 10, 31, 2, 59, tzinfo=BERLIN, fold=1))
        assert (moment.earliest.isoformat(), moment.latest.isoformat()) == (
            "2021-10-31T02:59:00+01:00",
            "2021-10-31T03:00:00+01:00",
        )

    def test_the_last_minute_before_a_skipped_hour_ends_after_it(self):
        moment = minute(value=datetime(2021, 3, 28, 1, 59, tzinfo=BERLIN))
        assert moment.latest.isoformat() == "2021-03-28T03:00:00+02:00"

    def test_a_printed_time_in_a_skipped_hour_is_kept_as_claimed(self):
        moment = minute(value=datetime(2021, 3, 28, 2, 30, tzinfo=BERLIN))
        assert moment.value.isoformat() == "2021-03-28T02:30:00+01:00"

    def test_an_interval_across_a_repeated_hour_is_compared_in_absolute_time(self):
        first = datetime(2021, 10, 31, 2, 30, tzinfo=BERLIN)
        moment = minute(value=first, latest=first.replace(fold=1))  # one hour, though the clock reads the same
        assert absolute(moment.latest) - absolute(moment.earliest) == timedelta(hours=1)

    def test_an_interval_may_begin_in_the_first_pass_of_a_repeated_hour_and_end_in_the_second(self):
        first, second = (datetime(2021, 10, 31, 2, tzinfo=BERLIN, fold=fold) for fold in (0, 1))
        moment = minute(
            value=second.replace(minute=15), earliest=first.replace(minute=30), latest=second.replace(minute=45)
        )
        assert absolute(moment.latest) - absolute(moment.earliest) == timedelta(hours=1, minutes=15)

    def test_the_clocks_of_other_libraries_are_compared_in_absolute_time_too(self):
        first = Stamp(2021, 10, 31, 2, 30, tzinfo=BERLIN)
        assert minute(value=first, latest=first.replace(fold=1)).latest.isoformat() == "2021-10-31T02:30:00+01:00"

    def test_the_first_and_last_times_that_have_bounds(self):
        assert day(value=date(9999, 12, 30)).latest == date.max
        start = datetime.fromisoformat("0001-01-01T00:00")
        assert Moment(value=start, precision="minute").earliest == start


class TestEquality:
    def test_the_two_passes_of_a_repeated_hour_differ(self):
        first = datetime(2021, 10, 31, 2, 30, tzinfo=BERLIN)
        assert first == first.replace(fold=1)  # the comparison of the standard library
        assert minute(value=first) != minute(value=first.replace(fold=1))

    def test_the_passes_differ_in_each_bound(self):
        value = datetime(2021, 10, 31, 2, 30, tzinfo=BERLIN)
        wide = minute(value=value, latest=datetime(2021, 10, 31, 3, 30, tzinfo=BERLIN))
        assert wide != evolve(wide, latest=datetime(2021, 10, 31, 2, 45, tzinfo=BERLIN))
        late = minute(value=datetime(2021, 10, 31, 3, tzinfo=BERLIN), earliest=value)
        assert late != evolve(late, earliest=value.replace(fold=1))

    def test_equal_moments_hash_alike_and_the_two_passes_do_not(self):
        first = datetime(2021, 10, 31, 2, 30, tzinfo=BERLIN)
        assert len({minute(value=first), minute(value=first), minute(value=first.replace(fold=1))}) == 2

    def test_the_same_clock_with_the_same_offset_is_equal_whatever_names_the_offset(self):
        fixed = NAIVE.replace(tzinfo=timezone(timedelta(hours=1)))
        assert minute(value=fixed, latest=fixed + MINUTE) == minute()

    def test_the_same_instant_on_another_clock_is_another_claim(self):
        assert minute(value=AWARE.astimezone(UTC)) != minute()

    def test_a_day_is_not_its_midnight(self):
        assert day() != Moment(value=NAIVE.replace(hour=0, minute=0), precision="minute")


class TestShown:
    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("1:45 p.m:", "1:45 p.m"),
            ("5:50 p.m.:", "5:50 p.m."),
            ("[14:05]", "14:05"),
            ("**14:05**", "14:05"),
            ("14:05 –", "14:05"),
            ("+++ 14:05 Uhr +++", "14:05 Uhr"),
            ("22:25 Uhr |", "22:25 Uhr"),
            ("— 9h05 -", "9h05"),
            ("• \u202f14:05\u00a0:", "14:05"),
            ("{# _(14:05)_ #}", "14:05"),
            ("At approximately 3 p.m.,", "At approximately 3 p.m."),
            ("95'", "95'"),
            ("16:00 (IST)", "16:00 (IST)"),
            ("[16:00 [IST]] –", "16:00 [IST]"),
            ("16:00 (IST", "16:00 (IST"),
            (":–:", ""),
        ],
    )
    def test_without_the_marks_around_it(self, text, shown):
        assert Moment(text=text).shown == shown

    def test_nothing_where_nothing_was_printed(self):
        assert minute().shown == ""


class TestCalendarDay:
    def test_of_the_clock_that_the_source_reads(self):
        late = datetime(2021, 11, 16, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
        assert minute(value=late).calendar_day == DAY

    def test_of_a_day(self):
        assert day().calendar_day == DAY

    def test_of_nothing(self):
        assert Moment(text="95'").calendar_day is None


class TestAfter:
    def test_moves_a_clock_in_absolute_time(self):
        early = datetime(2021, 10, 31, 1, 30, tzinfo=BERLIN)
        moved = [after(early, timedelta(hours=hours)) for hours in (1, 2, 3)]
        assert [(time.hour, time.fold) for time in moved] == [(2, 0), (2, 1), (3, 0)]
        assert all(time.tzinfo is BERLIN for time in moved)

    def test_moves_a_clock_without_offset_as_it_reads(self):
        assert after(NAIVE, timedelta(days=1)).isoformat() == "2021-11-17T17:50:00"

    def test_moves_a_day(self):
        assert after(DAY, timedelta(days=1)) == date(2021, 11, 17)


@settings(derandomize=True, deadline=None)
@given(moments())
def test_a_value_lies_in_its_half_open_interval(moment):
    if moment.value is not None:
        assert absolute(moment.earliest) <= absolute(moment.value) < absolute(moment.latest)
