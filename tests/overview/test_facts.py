"""Key facts: everything is counted once, and nothing is guessed."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from attrs import evolve
from hypothesis import given

from liveblog_archive.identity import identify
from liveblog_archive.model import Agent, Embed, Entry, Link, LiveBlog, Media, Moment, Paragraph, Quotation
from liveblog_archive.overview import KeyFacts, key_facts, most_named, named, was_edited
from liveblog_archive.overview.names import credited, host
from liveblog_archive.zones import zone
from tests import strategies

from .blogs import START, blog, entry, moment

SUMMER = timezone(timedelta(hours=2))


class TestCounting:
    FACTS = key_facts(
        blog(
            [],
            declared_total=9,
            entries=[
                entry(0, key_event=True),
                entry(5, pinned=True),
                Entry(time=moment(START + timedelta(minutes=50), qualifier="inferred")),
                Entry(time=moment(START + timedelta(minutes=55), qualifier="approximate")),
                Entry(time=Moment(value=date(2026, 3, 4), precision="day")),
                Entry(day=date(2026, 3, 4), headline="Untimed"),
                entry(70, modified=moment(START + timedelta(minutes=90))),
            ],
        )
    )

    def test_times(self):
        facts = self.FACTS
        assert (facts.exact, facts.inferred, facts.approximate, facts.day_only, facts.untimed) == (3, 1, 1, 1, 1)
        assert (facts.shown, timed(facts)) == (7, 5)

    def test_a_printed_time_without_a_day_is_not_no_time(self):
        times = [Moment(text="7h00 -"), Moment(text="–"), None]
        facts = key_facts(blog([], entries=[Entry(time=time, headline="x") for time in times]))
        assert (facts.undated, facts.untimed) == (1, 2)
        facts = key_facts(blog([], entries=[Entry(time=Moment(text="95'"), day=date(2026, 3, 4))]))
        assert (facts.undated, facts.untimed) == (0, 1)

    def test_marks(self):
        assert (self.FACTS.key, self.FACTS.pinned, self.FACTS.edited) == (1, 1, 1)

    def test_the_span_and_the_days(self):
        assert self.FACTS.first == datetime(2026, 3, 3, 9, tzinfo=zone("Asia/Yerevan"))
        assert self.FACTS.last == datetime(2026, 3, 3, 10, 10, tzinfo=zone("Asia/Yerevan"))
        assert self.FACTS.days == ((date(2026, 3, 3), 5), (date(2026, 3, 4), 2))

    def test_the_busiest_hour_counts_no_approximate_time(self):
        assert self.FACTS.busiest == datetime(2026, 3, 3, 9, tzinfo=zone("Asia/Yerevan"))
        assert self.FACTS.busiest_count == 3

    def test_what_the_source_declares(self):
        assert (self.FACTS.present, self.FACTS.declared, self.FACTS.missing) == (7, 9, 2)

    def test_what_is_left_out(self):
        whole = blog([0, 1, 2])
        marked = evolve(
            whole, entries=(whole.entries[0], evolve(whole.entries[1], status="deleted"), whole.entries[2])
        )
        facts = key_facts(marked, marked.entries[:1])
        assert facts.left_out == (("deleted", 1), ("published", 1))
        assert (facts.shown, facts.present, facts.missing) == (1, 3, 0)

    def test_of_hours_that_are_equal_none_is_the_busiest(self):
        facts = key_facts(blog([0, 1, 120, 121]))
        assert (facts.busiest, facts.busiest_count) == (None, 0)
        facts = key_facts(blog([0, 1, 60, 120, 121, 122]))
        assert (facts.busiest.hour, facts.busiest_count) == (11, 3)

    def test_no_hour_is_busy_with_one_entry(self):
        assert (key_facts(blog([0, 120])).busiest, key_facts(blog([0, 120])).busiest_count) == (None, 0)

    def test_the_two_halves_of_a_repeated_hour_are_two_hours(self):
        berlin = zone("Europe/Berlin")
        times = [
            datetime(2021, 10, 31, 2, minute, tzinfo=berlin, fold=fold) for minute, fold in ((1, 0), (2, 0), (3, 1))
        ]
        entries = [Entry(time=Moment(value=time, precision="minute", offset_source="blog")) for time in times]
        facts = key_facts(blog([], timezone="Europe/Berlin", entries=entries))
        assert (facts.busiest_count, facts.busiest) == (2, datetime(2021, 10, 31, 2, tzinfo=SUMMER))

    def test_ends_are_apart_as_far_as_they_were_where_the_clock_was_changed_between_them(self):
        berlin = zone("Europe/Berlin")
        for first, last in (
            (datetime(2021, 10, 31, 2, 30, tzinfo=berlin), datetime(2021, 10, 31, 2, 30, tzinfo=berlin, fold=1)),
            (datetime(2021, 3, 28, 1, 30, tzinfo=berlin), datetime(2021, 3, 28, 3, 30, tzinfo=berlin)),
        ):
            times = (Moment(value=time, precision="minute", offset_source="blog") for time in (first, last))
            facts = key_facts(blog([], timezone="Europe/Berlin", entries=[Entry(time=time) for time in times]))
            assert facts.last - facts.first == timedelta(hours=1)
            assert facts.last != facts.first

    def test_clocks_of_which_nobody_knows_the_zone_are_in_none(self):
        later = START + timedelta(minutes=5)
        times = (Moment(value=value, precision="minute") for value in (START, later))
        facts = key_facts(blog([], timezone=None, entries=[Entry(time=time) for time in times]))
        assert (facts.first, facts.last, facts.busiest) == (START, later, START)

    def test_the_first_moments_of_the_calendar_stay_in_their_zone(self):
        first = Moment(value=datetime(1, 1, 1, 0, 30, tzinfo=UTC), precision="minute", offset_source="stated")
        facts = key_facts(blog([], timezone="America/St_Johns", entries=[Entry(time=first)]))
        assert facts.first == first.value

    def test_a_blog_without_entries(self):
        facts = key_facts(blog([]))
        assert (facts.shown, facts.first, facts.last, facts.busiest) == (0, None, None, None)


class TestEdited:
    @pytest.mark.parametrize(
        ("published", "created", "modified", "edited"),
        [
            (0, None, 5, True),
            (0, None, 0, False),
            (5, None, 4, False),
            (None, 0, 5, True),
            (None, None, 5, True),
            (0, None, None, False),
        ],
    )
    def test_a_modification_is_later_than_publication(self, published, created, modified, edited):
        def at(minutes):
            return None if minutes is None else moment(START + timedelta(minutes=minutes))

        one = entry(0, published=at(published), created=at(created), modified=at(modified))
        assert was_edited(one) is edited

    @pytest.mark.parametrize(("seconds", "edited"), [(40, False), (59, False), (60, True)])
    def test_a_modification_within_the_minute_of_publication_may_be_none(self, seconds, edited):
        later = moment(START + timedelta(minutes=5)).value + timedelta(seconds=seconds)
        modified = Moment(value=later, precision="second", offset_source="stated")
        assert was_edited(entry(5, modified=modified)) is edited

    def test_clocks_of_unknown_zones_are_not_compared(self):
        naive = Moment(value=START + timedelta(days=9), precision="minute")
        assert not was_edited(entry(0, modified=naive))
        assert was_edited(Entry(time=Moment(value=START, precision="minute"), modified=naive))

    def test_nothing_to_compare_is_no_edit(self):
        assert not was_edited(entry(None, modified=moment(START)))


class TestNames:
    ENTRIES = (
        entry(0, authors=[Agent(name="Ani Example"), Agent(name="Desk", kind="organization")]),
        entry(
            1,
            authors=[Agent(name="Ani  Example")],
            body=[
                Quotation("We are safe.", "The  harbour master"),
                Quotation("All of us.", "the harbour master"),
                Quotation("Nobody says who."),
                Quotation("Nobody at all.", "\u00a0x"),
                Paragraph(
                    "See here and there.",
                    [Link(4, 8, "https://www.port.example/a"), Link(13, 18, "mailto:a@b.c")],
                ),
                Media(kind="image", credit="Port Authority"),
                Media(kind="image", caption="No credit"),
                Embed(provider="Clip", url="https://clip.example:8080/1"),
                Embed(provider="clip"),
            ],
        ),
        entry(2, body=[Quotation("Still safe.", "The harbour master")]),
    )  # fmt: skip

    def test_each_role_has_its_names(self):
        assert [(row.role, row.name, len(row.entries)) for row in named(self.ENTRIES)] == [
            ("quoted", "The harbour master", 2),
            ("quoted", "x", 1),
            ("author", "Ani Example", 2),
            ("author", "Desk", 1),
            ("embedded", "Clip", 1),
            ("credited", "Port Authority", 1),
            ("linked", "clip.example", 1),
            ("linked", "port.example", 1),
        ]

    def test_a_post_that_is_quoted_counts_for_its_account_whatever_its_day(self):
        posts = [Quotation("We are safe.", f"Ani Example (@ani) {day} March 2026") for day in (3, 4)]
        assert [(row.name, row.role) for row in named([entry(0, body=posts)])] == [("Ani Example (@ani)", "quoted")]

    @pytest.mark.parametrize(
        ("credit", "name"),
        [
            ("Photograph: Ani Example/Desk", "Ani Example/Desk"),
            ("Crédit photo : Ani Example", "Ani Example"),
            ("(Foto: Desk)", "Desk"),
            ("(Desk Pictures)", "Desk Pictures"),
            ("© Photo : Ani Example", "Ani Example"),
            ("Ani Example (Desk)", "Ani Example (Desk)"),
            ("Photo:", "Photo:"),
        ],
    )
    def test_who_is_credited_is_a_name_alone(self, credit, name):
        assert credited(credit) == name

    def test_those_that_most_entries_name(self):
        rows = named(self.ENTRIES)
        assert [row.name for row in most_named(rows, "author")] == ["Ani Example", "Desk"]
        assert [row.name for row in most_named(rows, "linked")] == ["clip.example", "port.example"]
        several = named([entry(0, authors=[Agent(name=f"Writer {letter}") for letter in "GFEDCBA"])])
        assert [row.name[-1] for row in most_named(several, "author")] == [*"ABCDE"]

    @pytest.mark.parametrize("url", ["mailto:a@b.c", "ftp://a.example", "nothing", "http://[::1", "javascript:a", ""])
    def test_what_is_no_web_address_has_no_host(self, url):
        assert host(url) == ""


def timed(facts: KeyFacts) -> int:
    return facts.exact + facts.inferred + facts.approximate


@given(strategies.blogs())
def test_every_entry_is_counted_once(some):
    facts = key_facts(some)
    assert timed(facts) + facts.day_only + facts.undated + facts.untimed == len(some.entries)
    assert (facts.first is None) is (timed(facts) == 0)
    assert sum(count for _, count in facts.days) == sum(one.calendar_day is not None for one in some.entries)
    half = some.entries[::2]
    assert len(half) + sum(count for _, count in key_facts(some, half).left_out) == len(some.entries)


@given(strategies.blogs())
def test_every_name_stands_in_the_entries_it_is_listed_with(some):
    for row in named(some.entries):
        assert row.entries
        assert len({one.id for one in row.entries}) == len(row.entries)


def test_an_identified_blog_is_not_needed():
    assert key_facts(LiveBlog(entries=[entry(0), entry(0)])).shown == 2
    assert identify(blog([0])).entries
