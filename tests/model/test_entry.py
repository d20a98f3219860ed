"""Entries, the people they name, and where they stood."""

import pickle
from datetime import UTC, date, datetime

import attrs
import pytest

from liveblog_archive.model import Agent, Embed, Entry, Heading, ListBlock, Media, Moment, Paragraph, Quotation, Span
from tests.model.refusals import refusal
from tests.samples import clock, full_blog

EMPTY = "empty text; give text, or leave the field out"
NUMBER = "expected a whole number from {} to 2**53-1, got {}; give one"
BLOCK = "Paragraph or Heading or Quotation or ListBlock or Media or Embed"
LINES = "Span.first: neither lines nor an element, or both; give first and last, or element"
CLOCK = "Entry.day: expected date, got datetime; give a time of day as Entry.time"
BESIDE = "Entry.day: a day beside a time that has a value; keep the day in the time"
DAY = date(2021, 11, 16)


class Aside(Paragraph):
    """A block of somebody else's, which no record has a form for."""


REFUSALS = [
    (lambda: Agent(name=""), f"Agent.name: {EMPTY}"),
    (lambda: Agent(name=None), "Agent.name: expected text, got NoneType; give a str"),
    (lambda: Agent(name="a", kind="robot"), "Agent.kind: unknown value 'robot'; use one of: organization, person"),
    (lambda: Agent(name="a", url=""), f"Agent.url: {EMPTY}"),
    (lambda: Agent(name="a", role=" "), f"Agent.role: {EMPTY}"),
    (Span, LINES),
    (lambda: Span(first=1), LINES),
    (lambda: Span(last=1), LINES),
    (lambda: Span(first=1, last=2, element="p"), LINES),
    (lambda: Span(first=1, element="p"), LINES),
    (lambda: Span(last=1, element="p"), LINES),
    (lambda: Span(first=0, last=1), "Span.first: " + NUMBER.format(1, 0)),
    (lambda: Span(first="a", last=1), "Span.first: " + NUMBER.format(1, "'a'")),
    (lambda: Span(first=3, last=2), "Span.last: " + NUMBER.format(3, 2)),
    (lambda: Span(element=""), f"Span.element: {EMPTY}"),
    (lambda: Entry(id=None), "Entry.id: expected text, got NoneType; give a str"),
    (lambda: Entry(headline=""), f"Entry.headline: {EMPTY}"),
    (lambda: Entry(summary=""), f"Entry.summary: {EMPTY}"),
    (lambda: Entry(url=""), f"Entry.url: {EMPTY}"),
    (lambda: Entry(native_id=7), "Entry.native_id: expected text, got int; give a str"),
    (lambda: Entry(order_key=1.5), "Entry.order_key: expected text, got float; give a str"),
    (lambda: Entry(body="text"), "Entry.body: expected tuple, got str; give a tuple"),
    (lambda: Entry(body=None), "Entry.body: expected tuple, got NoneType; give a tuple"),
    (lambda: Entry(body=["text"]), f"Entry.body[0]: expected {BLOCK}, got str; give a {BLOCK}"),
    (lambda: Entry(body=[Aside("a")]), f"Entry.body[0]: expected {BLOCK}, got Aside; give a {BLOCK}"),
    (lambda: Entry(time="14:05"), "Entry.time: expected Moment, got str; give a Moment"),
    (lambda: Entry(created=DAY), "Entry.created: expected Moment, got date; give a Moment"),
    (lambda: Entry(published=0), "Entry.published: expected Moment, got int; give a Moment"),
    (lambda: Entry(modified=""), "Entry.modified: expected Moment, got str; give a Moment"),
    (lambda: Entry(authors=["A"]), "Entry.authors[0]: expected Agent, got str; give an Agent"),
    (lambda: Entry(key_event=1), "Entry.key_event: expected bool, got int; give a bool"),
    (lambda: Entry(pinned=None), "Entry.pinned: expected bool, got NoneType; give a bool"),
    (
        lambda: Entry(status="live"),
        "Entry.status: unknown value 'live'; use one of: comment, deleted, draft, published",
    ),
    (
        lambda: Entry(status=[]),
        "Entry.status: unknown value []; use one of: comment, deleted, draft, published",
    ),
    (lambda: Entry(span=(1, 2)), "Entry.span: expected Span, got tuple; give a Span"),
    (lambda: Entry(day="2021-11-16"), "Entry.day: expected date, got str; give a date"),
    (lambda: Entry(day=datetime(2021, 11, 16, tzinfo=UTC)), CLOCK),
    (lambda: Entry(day=date.max), "Entry.day: year out of range; use a year from 1 to 9998"),
    (lambda: Entry(day=DAY, time=clock("9", 9)), BESIDE),
]  # fmt: skip


@pytest.mark.parametrize(("make", "message"), REFUSALS, ids=[message for _, message in REFUSALS])
def test_what_an_entry_refuses(make, message):
    assert refusal(make) == message


def test_an_entry_may_be_empty_because_a_source_may_be():
    entry = Entry()
    assert (entry.text, entry.calendar_day, entry.status) == ("", None, "published")


def test_a_span_is_lines_or_an_element():
    assert (Span(first=2, last=2).last, Span(element="/p").element) == (2, "/p")


class TestNaming:
    NEW = "tag:news.example,2021-11-16:bridge#43xsc59pt1p9"

    @pytest.mark.parametrize("entry", [Entry(), *full_blog().entries], ids=lambda entry: entry.headline or entry.text)
    def test_gives_the_entry_another_id_and_changes_nothing_else(self, entry):
        before = attrs.asdict(entry, recurse=False)
        assert entry.named(self.NEW) == attrs.evolve(entry, id=self.NEW)
        assert attrs.asdict(entry, recurse=False) == before

    def test_gives_a_value_like_any_other(self):
        named = Entry(headline="a").named(self.NEW)
        assert (hash(named), pickle.loads(pickle.dumps(named))) == (hash(attrs.evolve(named)), named)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            named.id = ""

    def test_demands_text(self):
        assert refusal(Entry().named, 7) == "Entry.id: expected text, got int; give a str"


class TestText:
    def test_blocks_stand_in_order_with_a_blank_line_between_two(self):
        blocks = [Paragraph("a"), Heading("b"), Quotation("c"), ListBlock(["d", "e"]), Media(kind="image", alt="f")]
        assert Entry(body=blocks).text == "a\n\nb\n\nc\n\nd\ne\n\nf"

    def test_blocks_without_text_leave_no_gap(self):
        blocks = [Paragraph("a"), Embed(provider="p"), Paragraph(""), ListBlock([]), Paragraph("b")]
        assert Entry(body=blocks).text == "a\n\nb"

    def test_the_headline_is_not_in_it(self):
        assert Entry(headline="a", body=[Paragraph("b")]).text == "b"

    def test_it_is_verbatim(self):
        assert Entry(body=[Paragraph("  a\t\x00 e\u0301 ")]).text == "  a\t\x00 e\u0301 "


class TestCalendarDay:
    def test_of_the_time_where_that_has_a_value(self):
        assert Entry(time=clock("23:58", 23, 58)).calendar_day == DAY

    def test_of_a_day_without_a_time(self):
        assert Entry(time=Moment(value=DAY, precision="day")).calendar_day == DAY

    def test_of_the_heading_it_is_listed_under_where_the_time_has_no_value(self):
        assert Entry(time=Moment(text="95'"), day=DAY).calendar_day == DAY

    def test_of_the_heading_it_is_listed_under_without_a_time(self):
        assert Entry(day=DAY).calendar_day == DAY

    def test_of_nothing(self):
        assert Entry(time=Moment(text="95'")).calendar_day is None


def test_people_are_shown_with_their_roles() -> None:
    assert Agent(name="Ani Example").shown == "Ani Example"
    assert Agent(name="Ani Example", role="Reporter").shown == "Ani Example (Reporter)"
