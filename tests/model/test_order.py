"""What the order of entries says about time: oldest first, days, and the bounds of what has no time."""

from datetime import UTC, date, datetime, timedelta, timezone

import attrs
import pytest
from hypothesis import given, settings

from liveblog_archive.model import Bounds, Entry, LiveBlog, Moment, Paragraph
from liveblog_archive.model.moment import absolute
from liveblog_archive.zones import zone
from tests.samples import YEREVAN, about, clock
from tests.strategies import blogs

BERLIN = zone("Europe/Berlin")
DAY = date(2021, 11, 16)
NEXT = date(2021, 11, 17)
ORDERS = ("newest-first", "oldest-first", "newest-day-first", "manual")


def at(hour, minute=0, day=16):
    """Return an entry with a printed time."""
    return Entry(time=clock(f"{hour}:{minute:02}", hour, minute, day=day))


def untimed(day=DAY):
    """Return an entry without a time, under a day heading or under none."""
    return Entry(day=day)


def midnight(day, tz=YEREVAN):
    return datetime(2021, 11, day, tzinfo=tz)


def time(hour, minute=0, day=16):
    return datetime(2021, 11, day, hour, minute, tzinfo=YEREVAN)


def naive(hour, minute=0):
    """Return a clock whose offset nobody knows."""
    return time(hour, minute).replace(tzinfo=None)


def blog(*entries, order="oldest-first", timezone="Asia/Yerevan"):
    return LiveBlog(entries=entries, order=order, timezone=timezone)


def bounds_of(position, *entries, order="oldest-first", timezone="Asia/Yerevan"):
    """Return the bounds of the entry at `position`, as a tuple that a failing test prints well."""
    found = blog(*entries, order=order, timezone=timezone).all_bounds()[position]
    return found.earliest, found.latest, found.basis


class TestStatedBounds:
    @pytest.mark.parametrize("order", ORDERS)
    def test_a_time_bounds_itself_in_every_order(self, order):
        expected = (time(17, 50), time(17, 51), "stated")
        assert bounds_of(1, at(20), at(17, 50), at(6), order=order) == expected

    def test_an_approximate_time_has_its_own_margins(self):
        assert bounds_of(0, Entry(time=about("about 3 p.m.", 15))) == (time(14, 30), time(15, 30), "stated")

    def test_a_day_that_is_the_time_is_bounded_by_dates(self):
        entry = Entry(time=Moment(value=DAY, precision="day", offset_source="blog"))
        assert bounds_of(0, entry) == (DAY, NEXT, "stated")


class TestBetweenNeighbours:
    @pytest.mark.parametrize("order", ["oldest-first", "newest-day-first"])
    def test_what_stands_above_is_older(self, order):
        expected = (time(9, 5), time(12, 1), "neighbours")
        assert bounds_of(1, at(9, 5), untimed(), at(12), order=order) == expected

    def test_what_stands_above_is_newer(self):
        expected = (time(9, 5), time(12, 1), "neighbours")
        assert bounds_of(1, at(12), untimed(), at(9, 5), order="newest-first") == expected

    def test_several_untimed_entries_share_the_interval(self):
        shared = [bounds_of(position, at(9), untimed(), untimed(), at(12)) for position in (1, 2)]
        assert shared == [(time(9), time(12, 1), "neighbours")] * 2

    def test_the_nearest_neighbours_count(self):
        assert bounds_of(2, at(8), at(9), untimed(), at(12), at(13)) == (time(9), time(12, 1), "neighbours")

    def test_a_neighbour_gives_all_of_its_interval(self):
        about_three = Entry(time=about("about 3 p.m.", 15))
        assert bounds_of(1, about_three, untimed(), about_three) == (time(14, 30), time(15, 30), "neighbours")

    def test_two_neighbours_of_one_minute_leave_that_minute(self):
        assert bounds_of(1, at(9), untimed(), at(9)) == (time(9), time(9, 1), "neighbours")

    def test_a_time_without_value_is_no_neighbour(self):
        score = Entry(time=Moment(text="45'"), day=DAY)
        assert bounds_of(2, at(9), score, untimed(), score, at(12)) == (time(9), time(12, 1), "neighbours")

    def test_a_day_is_no_neighbour(self):
        day = Entry(time=Moment(value=DAY, precision="day"))
        assert bounds_of(2, at(9), day, untimed(), day, at(12)) == (time(9), time(12, 1), "neighbours")

    def test_a_printed_time_without_value_is_bounded_like_none(self):
        assert bounds_of(1, at(9), Entry(time=Moment(text="45'"), day=DAY), at(12)) == (
            time(9),
            time(12, 1),
            "neighbours",
        )


class TestAtTheEdgesOfADay:
    def test_before_the_first_time_of_its_day(self):
        expected = (midnight(16), time(9, 1), "neighbours")
        assert bounds_of(1, at(23, day=15), untimed(), at(9)) == expected
        assert bounds_of(1, at(9), untimed(), at(23, day=15), order="newest-first") == expected
        assert bounds_of(0, untimed(), at(9), at(8, day=15), order="newest-day-first") == expected

    def test_after_the_last_time_of_its_day(self):
        expected = (time(23), midnight(17), "neighbours")
        assert bounds_of(1, at(23), untimed(), at(1, day=17)) == expected
        assert bounds_of(1, at(1, day=17), untimed(), at(23), order="newest-first") == expected
        assert bounds_of(1, at(23), untimed(), at(1, day=15), order="newest-day-first") == expected

    def test_alone_on_its_day(self):
        assert bounds_of(1, at(23, day=15), untimed(), at(1, day=17)) == (midnight(16), midnight(17), "day")

    def test_a_day_lasts_as_long_as_its_zone_says(self):
        for day, hours in ((date(2021, 10, 31), 25), (date(2021, 3, 28), 23)):
            start, end, basis = bounds_of(0, untimed(day), timezone="Europe/Berlin")
            assert (end.astimezone(UTC) - start.astimezone(UTC), basis) == (timedelta(hours=hours), "day")

    def test_a_day_without_a_zone_is_bounded_by_dates(self):
        assert bounds_of(0, untimed(), timezone=None) == (DAY, NEXT, "day")


class TestWhereNothingIsKnown:
    @pytest.mark.parametrize("order", ORDERS)
    def test_without_day_and_neighbours_nothing_is_said(self, order):
        assert bounds_of(0, untimed(None), order=order) == (None, None, "none")

    def test_without_a_day_neighbours_of_any_day_bound_it(self):
        entries = (at(23), untimed(None), at(1, day=17))
        assert bounds_of(1, *entries) == (time(23), time(1, 1, day=17), "neighbours")
        assert bounds_of(1, *reversed(entries), order="newest-first") == (time(23), time(1, 1, day=17), "neighbours")

    def test_without_a_day_one_neighbour_bounds_one_side(self):
        assert bounds_of(0, untimed(None), at(9)) == (None, time(9, 1), "neighbours")
        assert bounds_of(1, at(9), untimed(None)) == (time(9), None, "neighbours")

    def test_where_days_run_backwards_the_next_days_entry_is_no_neighbour(self):
        entries = (untimed(None), at(9, day=17), untimed(None), at(8), untimed(None))
        found = [bounds_of(position, *entries, order="newest-day-first") for position in (0, 2, 4)]
        assert found == [
            (None, None, "none"),  # it stands above the newest day, so it is of none that we know
            (time(9, day=17), None, "neighbours"),
            (time(8), None, "neighbours"),
        ]

    def test_a_manual_order_bounds_nothing_but_the_day(self):
        expected = [(midnight(16), midnight(17), "day"), (None, None, "none")]
        entries = (at(9), untimed(), untimed(None), at(12))
        assert [bounds_of(position, *entries, order="manual") for position in (1, 2)] == expected


class TestContradictions:
    @pytest.mark.parametrize("order", ["newest-first", "newest-day-first"])
    def test_a_pinned_entry_has_no_neighbours_wherever_it_stands(self, order):
        pinned = Entry(pinned=True, day=DAY)
        assert bounds_of(0, pinned, at(17), at(16), order=order) == (midnight(16), midnight(17), "day")
        assert bounds_of(0, Entry(pinned=True), at(17), order=order) == (None, None, "none")

    def test_and_is_none(self):
        pinned = attrs.evolve(at(20), pinned=True)
        assert bounds_of(1, pinned, untimed(), at(16), order="newest-first") == (time(16), midnight(17), "neighbours")
        assert bounds_of(0, pinned, untimed(), at(16), order="newest-first") == (time(20), time(20, 1), "stated")

    def test_neighbours_in_the_wrong_sequence_are_not_believed(self):
        assert bounds_of(1, at(12), untimed(), at(9)) == (midnight(16), midnight(17), "day")
        assert bounds_of(1, at(12), untimed(None), at(9)) == (None, None, "none")

    def test_neighbours_that_touch_leave_no_time_between_them(self):
        assert bounds_of(1, at(9, 1), untimed(), at(9)) == (midnight(16), midnight(17), "day")

    def test_a_clock_with_and_one_without_offset_cannot_be_compared(self):
        unplaced = Entry(time=Moment(value=naive(12), precision="minute"))
        assert bounds_of(1, at(9), untimed(), unplaced) == (midnight(16), midnight(17), "day")

    def test_a_clock_and_the_dates_of_a_blog_without_zone_cannot_be_compared(self):
        unplaced = Entry(time=Moment(value=naive(12), precision="minute"))
        assert bounds_of(1, unplaced, untimed(), timezone=None) == (DAY, NEXT, "day")

    def test_two_clocks_without_offset_can(self):
        early, late = (Entry(time=Moment(value=naive(hour), precision="minute")) for hour in (9, 12))
        expected = (naive(9), naive(12, 1), "neighbours")
        assert bounds_of(1, early, untimed(), late, timezone=None) == expected

    def test_the_two_passes_of_a_repeated_hour_are_in_sequence(self):
        first = datetime(2021, 10, 31, 2, 30, tzinfo=BERLIN)
        passes = [
            Entry(time=Moment(value=value, precision="minute", offset_source="blog"))
            for value in (first, first.replace(fold=1))
        ]
        start, end, basis = bounds_of(1, passes[0], untimed(date(2021, 10, 31)), passes[1], timezone="Europe/Berlin")
        assert (start.isoformat(), end.isoformat(), basis) == (
            "2021-10-31T02:30:00+02:00",
            "2021-10-31T02:31:00+01:00",
            "neighbours",
        )
        assert bounds_of(1, passes[1], untimed(date(2021, 10, 31)), passes[0], timezone="Europe/Berlin")[2] == "day"


class TestAllBounds:
    def test_are_those_that_are_yielded_one_at_a_time(self):
        whole = blog(at(9), untimed(), at(12), untimed(None))
        assert whole.all_bounds() == [*whole.iter_bounds()]

    def test_unpack_as_earliest_and_latest(self):
        [found] = blog(at(9)).all_bounds()
        earliest, latest = found
        assert (earliest, latest) == (time(9), time(9, 1))
        assert found == Bounds(time(9), time(9, 1), "stated")


class TestOldestFirst:
    ENTRIES = (at(9, day=17), untimed(NEXT), at(9), untimed(None), at(12), at(1, day=17))

    def chronological(self, order):
        found = blog(*self.ENTRIES, order=order).chronological()
        return [next(position for position, own in enumerate(self.ENTRIES) if own is entry) for entry in found]

    @pytest.mark.parametrize(
        ("order", "expected"),
        [
            ("oldest-first", [0, 1, 2, 3, 4, 5]),
            ("newest-first", [5, 4, 3, 2, 1, 0]),
            ("newest-day-first", [5, 2, 3, 4, 0, 1]),  # an entry without a day stays with those above it
            ("manual", [0, 1, 2, 3, 4, 5]),
        ],
    )
    def test_the_direction_of_the_source_counts_and_never_the_times(self, order, expected):
        assert self.chronological(order) == expected

    @pytest.mark.parametrize("order", ORDERS)
    def test_a_blog_without_entries_has_none(self, order):
        empty = blog(order=order)
        assert (empty.chronological(), empty.all_bounds(), empty.days()) == ((), [], ())

    def test_entries_without_any_day_are_one_run(self):
        entries = (Entry(headline="a"), Entry(headline="b"))
        assert blog(*entries, order="newest-day-first").chronological() == entries

    @settings(derandomize=True, deadline=None, max_examples=50)
    @given(blogs())
    def test_nothing_is_lost_or_doubled(self, whole):
        assert sorted(map(id, whole.chronological())) == sorted(map(id, whole.entries))


class TestDays:
    def test_are_sorted_and_named_once(self):
        assert blog(at(9, day=17), untimed(), at(12), untimed(None)).days() == (DAY, NEXT)

    def test_are_read_on_the_sources_own_clock(self):
        late = Moment(
            value=datetime(2021, 11, 16, 23, tzinfo=timezone(timedelta(hours=-5))),
            precision="minute",
            offset_source="stated",
        )
        assert blog(Entry(time=late), timezone="Asia/Yerevan").days() == (DAY,)


@settings(derandomize=True, deadline=None, max_examples=50)
@given(blogs())
def test_bounds_are_one_for_each_entry_and_never_empty_intervals(whole):
    found = whole.all_bounds()
    assert len(found) == len(whole.entries)
    for entry, (earliest, latest) in zip(whole.entries, found, strict=True):
        if entry.time and entry.time.value:
            assert (earliest, latest) == (entry.time.earliest, entry.time.latest)
        if earliest is not None and latest is not None:
            assert absolute(earliest) < absolute(latest)


def test_bounds_take_one_pass_however_long_the_blog(monkeypatch):
    looked_at = 0
    original = Entry.calendar_day.fget

    def counted(entry):
        nonlocal looked_at
        looked_at += 1
        return original(entry)

    monkeypatch.setattr(Entry, "calendar_day", property(counted))
    for order in ORDERS:
        for length in (50, 100):
            looked_at = 0
            blog(*[at(9), *[untimed()] * length, at(12)], order=order).all_bounds()
            assert looked_at <= 6 * (length + 2)


def test_a_blog_of_one_entry_many_times_over_keeps_every_place():
    entry = Entry(body=[Paragraph("a")])
    assert blog(entry, entry, entry, order="newest-first").chronological() == (entry,) * 3
