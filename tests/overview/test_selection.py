"""Which entries are selected: by time, day, key, id, words."""

from datetime import UTC, date, datetime, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from liveblog_archive.errors import ExportError
from liveblog_archive.exporters.options import SelectingOptions, made
from liveblog_archive.identity import identify
from liveblog_archive.model import Entry, LiveBlog, Moment, Paragraph
from liveblog_archive.overview import Selection, select
from tests import strategies

from .blogs import START, blog, entry, moment

STORM = identify(
    LiveBlog(
        id="tag:example.org,2026:pier",
        title="The pier",
        timezone="Asia/Yerevan",
        order="oldest-first",
        entries=[
            entry(0, headline="Gates closed"),
            entry(60, key_event=True, summary="The Crane leans"),
            Entry(day=START.date(), body=[Paragraph("Nobody is hurt.")]),
            entry(180, body=[Paragraph("Ferries wait\noutside.")]),
            entry(24 * 60, headline="Gates opened"),
            Entry(time=Moment(text="later"), headline="A word of thanks"),
        ],
    )
)


NOTHING = "no entry is selected; ask for less, or for other days or words"


UNDATED = identify(LiveBlog(id="urn:example:a", entries=[Entry(headline="When?")], order="manual"))


def numbers(**asked: object) -> list[int]:
    """Which entries are selected, counted from 1."""
    chosen = select(STORM, made(SelectingOptions, "page", asked).selection)
    return [number for number, one in enumerate(STORM.entries, start=1) if one in chosen]


class TestWhatIsAskedFor:
    def test_nothing_is_everything(self):
        assert Selection().everything
        assert numbers() == [1, 2, 3, 4, 5, 6]

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ({"start": "2026-03-03T10:00"}, [2, 3, 4, 5, 6]),
            ({"start": "2026-03-03T10:00", "end": "2026-03-03T12:00"}, [2, 3]),
            ({"end": "2026-03-03T09:01"}, [1]),
            ({"start": "2026-03-03T12:00+04:00", "end": "2026-03-04"}, [3, 4]),
            ({"start": datetime(2026, 3, 3, 8, tzinfo=UTC), "end": date(2026, 3, 4)}, [3, 4]),
            ({"start": "2026-03-04", "end": "2026-03-05"}, [5, 6]),
            ({"days": "2026-03-04"}, [5]),
            ({"days": [date(2026, 3, 3), date(2026, 3, 4)]}, [1, 2, 3, 4, 5]),
            ({"days": "2026-03-03, 2026-03-04,"}, [1, 2, 3, 4, 5]),
            ({"days": ["2026-03-03,2026-03-04"]}, [1, 2, 3, 4, 5]),
            ({"days": date(2026, 3, 4)}, [5]),
            ({"days": datetime(2026, 3, 4, 15, tzinfo=UTC)}, [5]),
            ({"days": [datetime(2026, 3, 4, 15, tzinfo=UTC)]}, [5]),
            ({"days": {date(2026, 3, 3), date(2026, 3, 4)}}, [1, 2, 3, 4, 5]),
            ({"days": None, "start": None, "key": None, "ids": None, "text": None}, [1, 2, 3, 4, 5, 6]),
            ({"key": "yes"}, [2]),
            ({"key": "On"}, [2]),
            ({"key": "1"}, [2]),
            ({"key": "off"}, [1, 2, 3, 4, 5, 6]),
            ({"key": False}, [1, 2, 3, 4, 5, 6]),
            ({"text": "GATES  "}, [1, 5]),
            ({"text": "ferries wait outside"}, [4]),
            ({"text": "crane"}, [2]),
            ({"text": "gates", "days": "2026-03-04"}, [5]),
        ],
    )
    def test_all_of_it_holds(self, asked, found):
        assert numbers(**asked) == found

    def test_ids_are_full_or_local(self):
        first, last = STORM.entries[0].id, STORM.entries[-1].id
        assert numbers(ids=f"{first} {last.partition('#')[2]}") == [1, 6]
        assert numbers(ids=f"{first.partition('#')[2]},{last.partition('#')[2]},") == [1, 6]
        assert numbers(ids=[last]) == [6]

    def test_a_set_of_ids_is_in_an_order_of_its_own(self):
        asked = made(SelectingOptions, "page", {"ids": {"c", "a", "b"}})
        assert asked.selection.ids == ("a", "b", "c")

    def test_the_order_given_is_kept(self):
        backwards = STORM.entries[::-1]
        assert select(STORM, Selection(text="gates"), backwards) == (STORM.entries[4], STORM.entries[0])

    def test_an_entry_that_nothing_is_known_of_is_in_no_interval(self):
        loose = identify(LiveBlog(id="urn:example:a", entries=[Entry(headline="When?"), entry(0)], order="manual"))
        assert select(loose, Selection(start=date(2026, 1, 1))) == loose.entries[1:]

    def test_a_time_without_offset_is_one_of_the_zone_of_the_blog(self):
        naive = evolve(moment(START), value=START, offset_source="unknown", earliest=None, latest=None)
        adrift = identify(LiveBlog(id="urn:example:a", entries=[Entry(time=naive)]))
        assert select(adrift, Selection(start=START, end=START + timedelta(minutes=1))) == adrift.entries

    def test_one_end_may_be_all_that_is_known(self):
        before = identify(
            LiveBlog(id="urn:example:a", entries=[Entry(headline="First"), entry(0)], order="oldest-first")
        )
        assert select(before, Selection(end=START)) == before.entries[:1]
        after = identify(
            LiveBlog(id="urn:example:a", entries=[entry(0), Entry(headline="Last")], order="oldest-first")
        )
        assert select(after, Selection(start=date(2026, 3, 4))) == after.entries[1:]


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("option", "values", "remedy"),
        [
            ("start", ["noon", "", 5, [date(2026, 3, 4)]], "write it as 2026-03-04T15:30, or as a day: 2026-03-04"),
            ("end", ["2026-13-01", "3 March"], "write it as 2026-03-04T15:30, or as a day: 2026-03-04"),
            ("days", ["Monday", 5], "write a day as 2026-03-04, several as 2026-03-04,2026-03-05"),
            ("key", ["perhaps", 1, []], "use yes or no"),
            ("ids", [5, [5]], "give ids, between blanks where they are one text"),
            ("text", [5, ["a"], b"a"], "give a text"),
        ],
    )
    def test_a_value_that_cannot_be_read(self, option, values, remedy):
        for value in values:
            with pytest.raises(ExportError) as caught:
                numbers(**{option: value})
            assert str(caught.value) == f"page: option {option} cannot be {value!r}; {remedy}"

    @pytest.mark.parametrize("asked", [("foo",), "2026-03-04,foo", [date(2026, 3, 4), "foo"]])
    def test_of_several_days_the_one_that_is_none_is_named(self, asked):
        with pytest.raises(ExportError, match=r"^page: option days cannot be 'foo'; write a day as 2026-03-04"):
            numbers(days=asked)

    def test_of_many_days_the_first_and_the_last_are_named_and_where_none_is_known_none(self):
        week = identify(evolve(STORM, entries=[entry(1440 * day, headline=f"Day {day}") for day in range(7)]))
        for blog_, said in ((week, f"{NOTHING}: the entries are of 2026-03-03 to 2026-03-09"), (UNDATED, NOTHING)):
            with pytest.raises(ExportError) as caught:
                select(blog_, Selection(text="flood"))
            assert str(caught.value).endswith(said)

    def test_the_address_of_an_entry_is_told_with_its_id(self):
        addressed = identify(evolve(STORM, entries=[entry(0, headline="Gates", url="https://pier.example/#1")]))
        with pytest.raises(ExportError) as caught:
            select(addressed, Selection(ids=("https://pier.example/#1",)))
        assert str(caught.value) == (
            "https://pier.example/#1: no entry to select has the id; "
            f"it is the address of an entry: give its id, {addressed.entries[0].id}"
        )

    @pytest.mark.parametrize(
        ("asked", "message"),
        [
            ({"text": "flood"}, f"The pier: {NOTHING}: the entries are of 2026-03-03, 2026-03-04"),
            ({"days": ["2026-01-01"]}, f"The pier: {NOTHING}: the entries are of 2026-03-03, 2026-03-04"),
            (
                {"ids": ["nobody"]},
                "nobody: no entry to select has the id; take ids from an export, in full or after the #",
            ),
            (
                {"start": "2026-03-05", "end": "2026-03-04"},
                "end: the selection ends before it starts; give a later end, or an earlier start",
            ),
        ],
    )
    def test_what_leaves_nothing(self, asked, message):
        with pytest.raises(ExportError) as caught:
            numbers(**asked)
        assert str(caught.value) == message

    def test_nothing_is_refused_of_a_blog_without_entries(self):
        assert select(blog([]), Selection()) == ()


@given(strategies.blogs(), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_of_two_halves_of_time_every_timed_entry_is_in_one(some, day):
    def chosen(**asked: object) -> set[str]:
        try:
            return {one.id for one in select(some, Selection(**asked))}
        except ExportError:
            return set()

    clocked = {one.id for one in some.entries if one.time is not None and isinstance(one.time.value, datetime)}
    before, after = chosen(end=day), chosen(start=day)
    assert before & after & clocked == set()
    assert clocked <= before | after
