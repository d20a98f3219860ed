"""The timeline: every entry once, an axis that never runs back, and nothing over anything else."""

from datetime import date, datetime, timedelta
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import liveblog_archive as lba
from liveblog_archive.identity import identify
from liveblog_archive.model import Entry, LiveBlog, Moment
from liveblog_archive.overview import Furniture, Timeline, timeline
from liveblog_archive.overview.instants import Instants
from liveblog_archive.overview.timeline.axis import shown_runs
from liveblog_archive.overview.timeline.labels import label, shortened, spread
from liveblog_archive.overview.timeline.units import DAY, HOUR, MINUTE, STEPS, edges, step_for
from liveblog_archive.zones import zone
from tests import strategies
from tests.storm import EXAMPLE

from .blogs import START, blog, entry, moment

ENGLISH = Furniture("en")
GOLDEN = Path(__file__).parent / "golden"
WEEK = 7 * 24 * 60


def figure_of(whole: LiveBlog, furniture=ENGLISH, entries=None, **more) -> Timeline | None:
    """Return the timeline of a blog on an axis that is a hundred letters long."""
    told = {"measure": lambda text: len(text) * 0.01, "most_bins": 120, "widest": 0.27, "lanes": 5}
    return timeline(whole, furniture, whole.entries if entries is None else entries, **told | more)


def drawn(minutes, most_bins=120, **more) -> Timeline:
    found = figure_of(blog(minutes, **more), most_bins=most_bins)
    assert found is not None
    return found


def sound(figure: Timeline, entries: int) -> None:
    """Assert what holds for every timeline."""
    assert sum(step.count for step in figure.bins) == figure.drawn
    assert figure.drawn + figure.undrawn == entries
    assert all(0 <= step.approximate <= step.count for step in figure.bins)
    assert max(step.height for step in figure.bins) == 1
    assert figure.bins[0].left == 0
    assert figure.bins[-1].right == 1
    for one, other in pairwise(figure.bins):
        assert one.left < one.right <= other.left < other.right
        assert one.start < one.end <= other.start
    xs = [event.x for event in figure.events]
    assert xs == sorted(xs)
    assert all(0 <= x <= 1 for x in xs)
    for row in ("day", "hour"):
        for one, other in pairwise([tick for tick in figure.ticks if tick.kind == row]):
            assert one.x < other.x
            assert one.right < other.left
    for cut in figure.cuts:
        assert cut.left < cut.right
        assert not any(cut.left < event.x < cut.right for event in figure.events)
    for one, other in pairwise(figure.nights):
        assert one.right <= other.left
    assert all(0 <= night.left < night.right <= 1 for night in figure.nights)
    nothing_overlaps(figure.events, figure.lanes)


def nothing_overlaps(events, lanes: int) -> None:
    labelled = [event for event in events if event.label]
    for event in labelled:
        assert 0 <= event.label.left < event.label.right <= 1 + 1e-9
        assert event.x in (pytest.approx(event.label.left), pytest.approx(event.label.right))
        assert event.label.lane < lanes
    for one, other in combinations(labelled, 2):
        if one.label.lane == other.label.lane:
            assert one.label.right < other.label.left or other.label.right < one.label.left
        low, high = sorted((one, other), key=lambda event: event.label.lane)
        if low.label.lane < high.label.lane:
            assert not low.label.left < high.x < low.label.right


class TestSteps:
    @pytest.mark.parametrize(
        ("minutes", "unit", "count"),
        [
            ([0], 1 * MINUTE, 1),
            ([0, 10], 1 * MINUTE, 11),
            (range(0, 24 * 60, 5), 15 * MINUTE, 96),
            (range(0, WEEK, 30), 2 * HOUR, 85),
            (range(0, 30 * 24 * 60, 30), 6 * HOUR, 121),
            (range(0, 400 * 24 * 60, 720), 7 * DAY, 58),
        ],
    )
    def test_suit_the_span(self, minutes, unit, count):
        figure = drawn(minutes)
        assert (figure.unit, len(figure.bins)) == (unit, count)
        sound(figure, len(minutes))

    def test_begin_at_round_times(self):
        assert {step.start.minute % 15 for step in drawn(range(3, 24 * 60, 7)).bins} == {0}
        assert {step.start.hour for step in drawn(range(0, 60 * 24 * 60, 600)).bins} == {0, 12}

    def test_a_day_whose_clock_changes_has_a_longer_or_shorter_step(self):
        berlin = zone("Europe/Berlin")
        start = datetime(2021, 10, 30, tzinfo=berlin).timestamp()
        steps = edges(start, start + 3 * DAY, 12 * HOUR, berlin)
        assert [end - begin for begin, end in pairwise(steps)] == [12 * HOUR] * 3 + [13 * HOUR] + [12 * HOUR] * 2

    def test_a_day_that_a_zone_left_out_has_none(self):
        apia = zone("Pacific/Apia")
        start = datetime(2011, 12, 29, tzinfo=apia).timestamp()
        assert all(begin < end for begin, end in pairwise(edges(start, start + 4 * DAY, 6 * HOUR, apia)))

    def test_there_is_a_longest_one(self):
        assert step_for(1e12, 10) == STEPS[-1]

    def test_the_peak_is_the_fullest(self):
        assert drawn([0, 0, 0, 60, 600]).peak == 3

    def test_approximate_times_are_told_apart(self):
        rough = Entry(time=moment(START, qualifier="approximate"))
        figure = drawn([], entries=[rough, entry(0)])
        assert [(step.count, step.approximate) for step in figure.bins] == [(2, 1)]


class TestPauses:
    def test_one_longer_than_all_the_rest_is_cut(self):
        figure = drawn([0, 10, 20, 30, 2 * WEEK, 2 * WEEK + 10])
        (cut,) = figure.cuts
        assert cut.right - cut.left == pytest.approx(0.03)
        assert (cut.start, cut.end) == (figure.bins[30].end, figure.bins[31].start)
        assert figure.unit == MINUTE
        sound(figure, 6)

    def test_several_are_cut(self):
        figure = drawn([0, 5, WEEK, WEEK + 5, 3 * WEEK, 3 * WEEK + 5, 7 * WEEK])
        assert len(figure.cuts) == 3
        sound(figure, 7)

    def test_nights_and_lunch_are_not(self):
        assert drawn([*range(0, 600, 10), *range(1440, 2040, 10)]).cuts == ()
        assert drawn([0, 400, 401]).cuts == ()

    def test_entries_of_one_minute_have_no_pause(self):
        assert shown_runs(Instants([5.0] * 6)) == [(5.0, 5.0)]


class TestNights:
    def test_are_those_of_the_zone(self):
        (night,) = drawn(range(0, 24 * 60, 10)).nights
        assert night.left == pytest.approx(13 / 24, abs=0.01)
        assert night.right == pytest.approx(21 / 24, abs=0.01)

    def test_begin_and_end_with_the_axis(self):
        figure = drawn(range(14 * 60, 20 * 60, 10))
        assert [(night.left, night.right) for night in figure.nights] == [(0, 1)]

    def test_are_not_drawn_where_no_zone_is_known(self):
        entries = [Entry(time=Moment(value=START + timedelta(hours=n), precision="minute")) for n in range(30)]
        figure = drawn([], timezone=None, entries=entries)
        assert figure.nights == ()

    def test_nor_where_they_would_be_stripes(self):
        assert drawn(range(0, 60 * 24 * 60, 600)).nights == ()
        assert len(drawn(range(0, 30 * 24 * 60, 600)).nights) == 30


class TestTicks:
    def test_name_hours_and_days(self):
        ticks = drawn(range(0, 36 * 60, 10)).ticks
        assert [tick.text for tick in ticks if tick.kind == "day"] == ["3 Mar", "4 Mar"]
        assert [tick.text for tick in ticks if tick.kind == "hour"][:3] == ["12:00", "15:00", "18:00"]

    def test_name_years_where_there_are_two(self):
        days = [tick.text for tick in drawn(range(0, 500 * 24 * 60, 1440)).ticks if tick.kind == "day"]
        assert days[0] == "3 March 2026"

    def test_a_first_day_too_short_for_its_name_is_not_named(self):
        days = [tick.text for tick in drawn(range(14 * 60, 38 * 60, 10)).ticks if tick.kind == "day"]
        assert days == ["4 Mar"]

    def test_there_is_one_of_a_kind_where_names_are_as_wide_as_the_axis(self):
        figure = figure_of(blog([0, 60]), measure=lambda text: 1.0)
        assert [(tick.kind, tick.left, tick.right) for tick in figure.ticks] == [("day", 0, 1), ("hour", 0, 1)]


class TestEvents:
    def test_are_key_events(self):
        figure = drawn([], entries=[entry(0, headline="A"), entry(60, key_event=True, headline="The gates close")])
        assert [event.label.text for event in figure.events] == ["10:00 The gates close"]
        assert not figure.headlined

    def test_else_entries_with_a_headline(self):
        figure = drawn([], entries=[entry(0, headline="A"), entry(60)])
        assert [event.label.text for event in figure.events] == ["09:00 A"]
        assert figure.headlined

    def test_without_a_headline_are_named_by_their_first_words(self):
        figure = drawn([], entries=[entry(0, key_event=True), entry(9, key_event=True, body=[])])
        assert [event.label.text for event in figure.events] == ["09:00 What entry 0 says.", "09:09"]

    def test_labels_are_spread(self):
        entries = [entry(n * 30, key_event=True, headline=f"Event number {n} of this day") for n in range(60)]
        figure = drawn([], entries=entries)
        sound(figure, 60)
        labelled = [event.x for event in figure.events if event.label]
        assert len(labelled) >= 6
        assert labelled[0] == 0
        assert labelled[-1] > 0.9
        assert max(after - before for before, after in pairwise(labelled)) < 0.5

    def test_there_are_none_where_they_have_no_lane(self):
        figure = figure_of(blog([], entries=[entry(0, key_event=True), entry(60)]), lanes=0)
        assert (figure.events, figure.headlined, figure.drawn) == ((), False, 2)
        assert "1 key event" in figure.alternative

    def test_a_label_has_no_place_in_no_lane(self):
        events = [(entry(0), 0.5, "name")]
        assert label(events, lambda text: 0.1, 0.3, 0)[0].label is None

    def test_after_many_failures_no_more_are_tried(self):
        tried = []

        def measure(text: str) -> float:
            tried.append(text)
            return 0.3

        label([(entry(0), 0.0, f"name {number}") for number in range(2000)], measure, 0.4, 1)
        assert len(tried) < 2000

    @pytest.mark.parametrize(
        ("widest", "text"),
        [(0.2, "One two, three four"), (0.15, "One two, three…"), (0.09, "One two…"), (0.05, "One…"), (0.02, "")],
    )
    def test_names_are_shortened_between_words(self, widest, text):
        assert shortened("One two, three four", lambda words: len(words) * 0.01, widest) == text

    @given(st.integers(0, 300))
    def test_each_gets_its_turn(self, count):
        assert sorted(spread(count)) == list(range(count))


class TestTheAlternative:
    def test_says_from_when_to_when_the_peak_and_the_pause(self):
        entries = [entry(0), entry(1), entry(200, key_event=True), Entry(headline="Untimed")]
        assert drawn([], entries=entries).alternative == (
            "Timeline of 3 entries, from 3 March 2026, 09:00 to 3 March 2026, 12:20 UTC+4. "
            "Most were published from 3 March 2026, 09:00 to 09:02: 2 entries. "
            "1 key event is marked. "
            "The longest pause is from 3 March 2026, 09:01 to 3 March 2026, 12:20."
        )

    def test_names_no_peak_where_several_stretches_have_as_many(self):
        assert "Most were published" in drawn([0, 0, 30, 60]).alternative
        assert "Most were published" not in drawn([0, 0, 30, 60, 60]).alternative

    def test_says_little_of_one_entry(self):
        assert drawn([0]).alternative == "Timeline of 1 entry, 3 March 2026, 09:00."

    def test_names_the_day_on_which_a_peak_ends(self):
        figure = drawn([0, 1, *range(0, 30 * 24 * 60, 12 * 60)], most_bins=10)
        assert figure.unit == 7 * DAY
        assert "from 3 March 2026, 00:00 to 10 March 2026, 00:00: 16 entries" in figure.alternative

    def test_says_no_zone_that_nobody_knows(self):
        naive = [Entry(time=Moment(value=START + timedelta(hours=late), precision="minute")) for late in (0, 3)]
        figure = figure_of(blog([], timezone=None, entries=naive))
        assert "09:00 to 3 March 2026, 12:00 zone unknown" in figure.alternative
        assert figure.bins[0].start == START

    def test_a_pause_is_as_long_as_it_was_where_the_clock_was_changed_in_it(self):
        berlin = zone("Europe/Berlin")
        clocks = [(28, 23, 30), (29, 0, 30), (29, 3, 30), (29, 5, 30), (29, 7, 31)]
        values = [datetime(2026, 3, *clock, tzinfo=berlin) for clock in clocks]
        entries = [Entry(time=Moment(value=value, precision="minute", offset_source="blog")) for value in values]
        figure = figure_of(blog([], timezone="Europe/Berlin", entries=entries))
        assert "29 March 2026, 05:30 to 29 March 2026, 07:31" in figure.alternative
        assert "from 28 March 2026, 23:30 UTC+1 to 29 March 2026, 07:31 UTC+2." in figure.alternative


class TestWhatIsNotDrawn:
    def test_a_blog_without_any_time_of_day(self):
        assert figure_of(blog([None, None])) is None
        assert figure_of(blog([])) is None

    def test_years_that_no_live_blog_is_of(self):
        strange = [
            Entry(time=moment(datetime.fromisoformat("9998-01-01"))),
            Entry(time=moment(datetime.fromisoformat("0001-02-01"))),
            entry(0),
        ]
        figure = drawn([], entries=strange)
        assert (figure.drawn, figure.undrawn) == (1, 2)

    def test_days_alone(self):
        day = Entry(time=Moment(value=date(2026, 3, 3), precision="day"))
        assert drawn([], entries=[entry(0), day]).undrawn == 1

    def test_entries_that_are_not_shown(self):
        whole = blog([0, 60, 600])
        assert figure_of(whole, entries=whole.entries[:2]).drawn == 2


def text_of(figure: Timeline) -> str:
    """A timeline that can be read: 100 columns wide, a character for what stands there."""
    lines = [figure.alternative, ""]
    for lane in reversed(range(figure.lanes)):
        row = [" "] * 101
        for event in figure.events:
            if event.label and event.label.lane >= lane:
                row[round(event.x * 100)] = "|"
        for event in figure.events:
            if event.label and event.label.lane == lane:
                for offset, character in enumerate(event.label.text):
                    row[min(round(event.label.left * 100) + offset, 100)] = character
        lines.append("".join(row).rstrip())
    for level in (1.0, 0.75, 0.5, 0.25):
        row = [" "] * 101
        for night in figure.nights:
            row[round(night.left * 100) : round(night.right * 100)] = "." * (
                round(night.right * 100) - round(night.left * 100)
            )
        for step in figure.bins:
            if step.height >= level:
                row[round((step.left + step.right) * 50)] = "#"
        lines.append("".join(row).rstrip())
    for kind in ("hour", "day"):
        row = [" "] * 101
        for tick in figure.ticks:
            if tick.kind == kind:
                at = round(tick.left * 100)
                row[at : at + len(tick.text)] = tick.text
        lines.append("".join(row).rstrip())
    lines += ["", f"{figure.unit // 60} minutes a step; {len(figure.cuts)} cuts; {figure.undrawn} not drawn", ""]
    return "\n".join(lines)


def month() -> LiveBlog:
    """Thirty days, busiest at noon, with an event every fourth day."""
    entries = []
    for day in range(30):
        for hour in (7, 9, 11, 12, 12, 13, 16, 20)[: 3 + day % 6]:
            key = hour == 12 and day % 4 == 0
            words = f"Day {day + 1}: the sluice is opened" if key else None
            entries.append(entry(day * 1440 + hour * 60 - 540, len(entries), key_event=key, headline=words))
    return blog([], entries=entries)


class TestGoldenFigures:
    @pytest.mark.parametrize(
        ("name", "make"),
        [
            ("storm", lambda: lba.read(EXAMPLE, timezone="Europe/Istanbul", id="tag:example.org,2026:strait-storm")),
            ("ten", lambda: blog([0, 4, 11, 25, 26, 27, 60, 95, 96, 240])),
            ("month", month),
            ("thousands", lambda: blog(sorted((n * n * 7) % 1300 for n in range(2000)))),
            ("long-pause", lambda: blog([0, 20, 30, *range(20000, 20600, 9)])),
        ],
    )
    def test_are_drawn_as_before(self, name, make):
        some = make()
        figure = figure_of(some)
        sound(figure, len(some.entries))
        assert text_of(figure) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


minutes = st.lists(st.one_of(st.none(), st.integers(0, 600), st.integers(0, 90 * 24 * 60)), max_size=40)


@given(minutes, st.sets(st.integers(0, 39)), st.sampled_from([10, 30, 120]), st.sampled_from([0.004, 0.01, 0.03]))
@settings(max_examples=150, deadline=None)
def test_every_timeline_is_sound(some, key, most, letter):
    whole = blog([])
    entries = [entry(value, number, key_event=number in key) for number, value in enumerate(some)]
    whole = identify(evolve(whole, entries=tuple(entries)))
    figure = figure_of(whole, measure=lambda text: len(text) * letter, most_bins=most)
    if figure is None:
        assert not any(value is not None for value in some)
        return
    sound(figure, len(some))


@given(strategies.blogs(), st.sampled_from(["en", "ar"]))
@settings(deadline=None)
def test_any_blog_has_a_sound_timeline_or_none(some, language):
    figure = figure_of(some, Furniture(language))
    if figure is not None:
        sound(figure, len(some.entries))
        assert figure.alternative


class TestNamesOfEvents:
    @staticmethod
    def names(*minutes: float, headline: str = "The sluice") -> list[str]:
        entries = [entry(minute, number, headline=headline) for number, minute in enumerate(minutes)]
        found = figure_of(blog([], entries=entries))
        return [event.label.text for event in found.events if event.label]

    def test_tell_the_day_where_a_time_alone_does_not(self):
        assert self.names(0, 2 * 1440) == ["09:00 The sluice", "09:00 The sluice"]
        assert self.names(0, 4 * 1440) == ["3 Mar 09:00 The sluice", "7 Mar 09:00 The sluice"]

    def test_tell_no_seconds(self):
        value = START.replace(tzinfo=zone("Asia/Yerevan"), second=9)
        second = Moment(text="09:00:09", value=value, precision="second", offset_source="blog")
        found = figure_of(blog([], entries=[Entry(headline="The sluice", time=second)]))
        assert [event.label.text for event in found.events] == ["09:00 The sluice"]

    def test_are_wider_at_the_end_where_a_long_word_would_leave_nothing_but_a_time(self):
        assert self.names(0, 600, headline="Schleusenwärterinnen") == [
            "09:00 Schleusenwärterinnen",
            "19:00 Schleusenwärterinnen",
        ]


@pytest.mark.parametrize(("widest", "shown"), [(0.3, "2 Feb 10:48 Bridge closed"), (0.14, None)])
def test_a_label_that_has_only_room_for_day_and_time_is_left_out(widest, shown):
    name = "2\u00a0Feb\u00a010:48 Bridge closed"
    [event] = label([(entry(0), 0.1, name)], lambda text: len(text) / 100, widest, lanes=1)
    assert (event.label and event.label.text) == shown
