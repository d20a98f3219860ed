"""iCalendar: what each entry becomes, that readers understand it, and that nothing changes without a reason."""

import os
import subprocess
import sys
import tracemalloc
from datetime import UTC, date, datetime, timedelta, timezone
from importlib import resources
from pathlib import Path
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

import attrs
import icalendar
import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings

from liveblog_archive.canonical import EXCLUDED
from liveblog_archive.characters import visible
from liveblog_archive.citation import Citer
from liveblog_archive.errors import ExportError
from liveblog_archive.exporters import exporter
from liveblog_archive.exporters.format_options import ProfileName
from liveblog_archive.exporters.ical import PROFILES
from liveblog_archive.identity import identify, version_id
from liveblog_archive.identity.history import History, Revision, Withdrawn
from liveblog_archive.model import (
    Agent,
    Capture,
    Embed,
    Entry,
    Heading,
    Link,
    ListBlock,
    LiveBlog,
    Media,
    Moment,
    Paragraph,
    Quotation,
)
from liveblog_archive.validation.calendar import problems
from liveblog_archive.version import __version__
from liveblog_archive.zones import zone
from tests.exporters.readers import READERS, in_utc
from tests.samples import YEREVAN, about, clock, full_blog, stated
from tests.strategies import blogs, moments

GOLDEN = Path(__file__).parent / "golden"
BERLIN = zone("Europe/Berlin")
ID = "tag:news.example,2021-11-16:bridge"
CALENDAR = exporter("ical")


def export(blog: LiveBlog, profile: ProfileName = "events", **options: object) -> bytes:
    return b"".join(CALENDAR.write(blog, {"profile": profile, "entries": "all"} | options))


def blog_of(*entries: Entry, **facts: object) -> LiveBlog:
    """Return a blog of these entries, with ids; what is not given is not known."""
    return identify(LiveBlog(**{"id": ID, "order": "oldest-first"} | facts, entries=entries))


def components(blog: LiveBlog, profile: str = "events", **options: object) -> list[icalendar.Component]:
    """Return the events and journal notes as icalendar reads them; the file has no problem."""
    data = export(blog, profile, **options)
    assert problems(data) == ()
    found = icalendar.Calendar.from_ical(data).subcomponents
    return [each for each in found if each.name != "VTIMEZONE"]


def only(entry: Entry, profile: str = "events", **facts: object) -> icalendar.Component:
    """Return what one entry becomes, in a blog that was retrieved at a known time."""
    facts = {"capture": captured()} | facts
    (component,) = components(blog_of(entry, **facts), profile)
    return component


def captured(retrieved: datetime | None = datetime(2021, 11, 18, 8, tzinfo=UTC), **facts: object) -> Capture:
    facts = {"sha256": "ab" * 32, "media_type": "text/plain", "length": 9, "importer": "test 1"} | facts
    return Capture(retrieved=retrieved, **facts)


def calendar(blog: LiveBlog, profile: str = "events") -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(export(blog, profile))


def lines(blog: LiveBlog, profile: str = "events") -> list[str]:
    """Return the unfolded content lines."""
    return export(blog, profile).decode().replace("\r\n ", "").split("\r\n")


def berlin(*wall: int, fold: int = 0, text: str = "") -> Moment:
    """Return an exact minute in Berlin."""
    value = datetime(*wall, tzinfo=BERLIN, fold=fold)
    return Moment(text=text, value=value, precision="minute", offset_source="blog")


class TestGolden:
    """To remake a file: export the sample in its profile, and put `{version}` where PRODID has the version."""

    @pytest.mark.parametrize("profile", PROFILES)
    def test_a_blog_with_every_field_is_the_golden_file(self, profile: str) -> None:
        golden = (GOLDEN / f"full_blog.{profile}.ics").read_bytes()
        assert export(full_blog(), profile) == golden.replace(b"{version}", __version__.encode())

    @pytest.mark.parametrize("profile", PROFILES)
    def test_the_golden_file_has_no_problem(self, profile: str) -> None:
        assert problems((GOLDEN / f"full_blog.{profile}.ics").read_bytes()) == ()


class TestProfiles:
    def test_events_are_the_default(self) -> None:
        assert b"".join(CALENDAR.write(full_blog(), {"entries": "all"})) == export(full_blog(), "events")

    def test_every_entry_becomes_one_component_in_source_order(self) -> None:
        blog = full_blog()
        for profile in PROFILES:
            ids = [str(each["X-LIVEBLOG-ENTRY-ID"]) for each in components(blog, profile)]
            assert ids == [entry.id for entry in blog.entries]

    def test_an_entry_is_an_event_or_a_journal_note(self) -> None:
        entry = Entry(headline="Bridge closed", time=clock("17:50", 17, 50))
        assert only(entry).name == "VEVENT"
        assert only(entry, "journal").name == "VJOURNAL"

    def test_a_journal_note_has_a_start_but_no_end_and_takes_nobodys_time(self) -> None:
        note = only(Entry(headline="Bridge closed", time=clock("17:50", 17, 50)), "journal")
        assert note["DTSTART"].dt == datetime(2021, 11, 16, 17, 50, tzinfo=YEREVAN)
        assert "DTEND" not in note
        assert "TRANSP" not in note

    def test_an_event_does_not_make_anybody_busy(self) -> None:
        assert only(Entry(time=clock("17:50", 17, 50)))["TRANSP"] == "TRANSPARENT"


class TestPlace:
    def test_an_exact_minute_is_on_the_clock_of_its_zone_and_ends_a_minute_later(self) -> None:
        found = lines(blog_of(Entry(time=clock("17:50", 17, 50))))
        assert "DTSTART;TZID=Asia/Yerevan:20211116T175000" in found
        assert "DTEND;TZID=Asia/Yerevan:20211116T175100" in found

    def test_a_day_is_a_day(self) -> None:
        found = lines(blog_of(Entry(headline="Schools close", day=date(2021, 12, 31))))
        assert "DTSTART;VALUE=DATE:20211231" in found
        assert "DTEND;VALUE=DATE:20220101" in found

    def test_a_time_that_is_a_day_is_a_day(self) -> None:
        time = Moment(text="16 November", value=date(2021, 11, 16), precision="day", offset_source="blog")
        assert only(Entry(time=time))["DTSTART"].dt == date(2021, 11, 16)

    def test_an_offset_without_a_zone_is_written_in_utc(self) -> None:
        found = lines(blog_of(Entry(time=stated(14, 30))))
        assert "DTSTART:20211116T130730Z" in found
        assert "DTEND:20211116T130830Z" in found
        assert "BEGIN:VTIMEZONE" not in found

    def test_a_time_without_an_offset_floats(self) -> None:
        time = Moment(text="14:05", value=datetime.fromisoformat("2021-11-16T14:05"), precision="minute")
        found = lines(blog_of(Entry(time=time)))
        assert "DTSTART:20211116T140500" in found
        assert "DTEND:20211116T140600" in found

    @pytest.mark.parametrize("key", ["UTC", "Etc/UTC", "Zulu"])
    def test_the_zone_utc_is_utc(self, key: str) -> None:
        time = Moment(value=datetime(2021, 11, 16, 14, tzinfo=zone(key)), precision="hour", offset_source="blog")
        assert "DTSTART:20211116T140000Z" in lines(blog_of(Entry(time=time)))

    @pytest.mark.parametrize(("fold", "start", "end"), [(0, "0030", "0031"), (1, "0130", "0131")])
    def test_a_minute_that_the_clock_repeats_is_written_in_utc(self, fold: int, start: str, end: str) -> None:
        found = lines(blog_of(Entry(time=berlin(2021, 10, 31, 2, 30, fold=fold))))
        assert f"DTSTART:20211031T{start}00Z" in found
        assert f"DTEND:20211031T{end}00Z" in found

    def test_so_is_one_that_ends_in_the_repeated_hour_and_not_the_one_after_it(self) -> None:
        found = lines(blog_of(*(Entry(time=berlin(2021, 10, 31, *wall)) for wall in ((1, 58), (1, 59), (3, 0)))))
        assert [line for line in found if line.startswith("DTSTART") and "2021" in line][-3:] == [
            "DTSTART;TZID=Europe/Berlin:20211031T015800",
            "DTSTART:20211030T235900Z",
            "DTSTART;TZID=Europe/Berlin:20211031T030000",
        ]

    def test_a_minute_that_the_clock_leaves_out_is_written_in_utc(self) -> None:
        found = lines(blog_of(*(Entry(time=berlin(2021, 3, 28, *wall)) for wall in ((1, 59), (2, 30), (3, 0)))))
        assert [line for line in found if line.startswith("DTSTART") and "20210328T" in line][-3:] == [
            "DTSTART:20210328T005900Z",
            "DTSTART:20210328T013000Z",
            "DTSTART;TZID=Europe/Berlin:20210328T030000",
        ]

    @pytest.mark.parametrize("year", [1969, 2101])
    def test_years_in_which_zones_are_guesswork_are_written_in_utc(self, year: int) -> None:
        assert f"DTSTART:{year}0701T110000Z" in lines(
            blog_of(Entry(time=berlin(year, 7, 1, 12 if year < 2000 else 13)))
        )

    @pytest.mark.parametrize("key", ["Own/Berlin", "Asia/Yerevan", None])
    def test_a_zone_of_this_machine_that_is_not_in_the_tz_database_is_written_in_utc(self, key: str | None) -> None:
        with resources.files("tzdata.zoneinfo.Europe").joinpath("Berlin").open("rb") as file:
            own = ZoneInfo.from_file(file, key=key)
        time = Moment(value=datetime(2021, 11, 16, 15, tzinfo=own), precision="minute", offset_source="blog")
        assert "DTSTART:20211116T140000Z" in lines(blog_of(Entry(time=time)))

    def test_the_zones_in_use_come_along_sorted_by_key_and_no_others(self) -> None:
        blog = blog_of(
            Entry(time=berlin(2021, 11, 16, 15)),
            Entry(time=clock("17:50", 17, 50)),
            Entry(time=stated(14)),
            Entry(time=berlin(2021, 11, 16, 16)),
            timezone="America/New_York",
        )
        assert [line for line in lines(blog) if line.startswith("TZID")] == [
            "TZID:Asia/Yerevan",
            "TZID:Europe/Berlin",
        ]  # fmt: skip

    def test_a_zone_is_right_for_all_the_entries_that_use_it(self) -> None:
        walls = [(2015, 7, 1, 12), (2021, 1, 1, 12), (2018, 3, 25, 12), (1999, 12, 31, 23)]
        blog = blog_of(*(Entry(time=berlin(*wall)) for wall in walls))
        data = export(blog).replace(b"Europe/Berlin", b"Own/Berlin")
        for read in READERS[:2]:  # the third knows no zone that the tz database does not have
            assert [each.start for each in read(data)] == [datetime(*wall, tzinfo=BERLIN) for wall in walls]

    def test_an_entry_without_a_time_stands_on_the_only_day_that_its_neighbours_leave(self) -> None:
        blog = blog_of(
            Entry(time=clock("17:50", 17, 50)), Entry(headline="Schools close"), Entry(time=clock("18:00", 18))
        )
        between = components(blog)[1]
        assert between["DTSTART"].dt == date(2021, 11, 16)
        assert between["X-LIVEBLOG-BOUNDS"] == "neighbours"
        assert between["X-LIVEBLOG-BOUNDS"].params == {
            "VALUE": "TEXT",
            "X-EARLIEST": "2021-11-16T17:50+04:00",
            "X-LATEST": "2021-11-16T18:01+04:00",
        }

    def test_midnight_ends_the_day_before(self) -> None:
        late, midnight = clock("23:58", 23, 58), clock("23:59", 23, 59)
        blog = blog_of(Entry(time=late), Entry(headline="Schools close"), Entry(time=midnight))
        assert components(blog)[1]["DTSTART"].dt == date(2021, 11, 16)

    @pytest.mark.parametrize(
        "neighbours",
        [
            [
                Entry(time=clock("23:50", 23, 50)),
                Entry(headline="Schools close"),
                Entry(time=clock("00:10", 0, 10, 17)),
            ],
            [Entry(time=clock("23:50", 23, 50)), Entry(headline="Schools close")],
            [Entry(headline="Schools close"), Entry(time=clock("23:50", 23, 50))],
        ],
    )
    def test_an_entry_whose_day_nobody_knows_is_a_journal_note_without_a_date(self, neighbours: list[Entry]) -> None:
        (note,) = (each for each in components(blog_of(*neighbours)) if "SUMMARY" in each)
        assert note.name == "VJOURNAL"
        assert "DTSTART" not in note

    def test_an_empty_blog_is_a_calendar_with_a_zone_that_says_nothing(self) -> None:
        data = export(blog_of())
        assert problems(data) == ()
        assert [each.name for each in icalendar.Calendar.from_ical(data).subcomponents] == ["VTIMEZONE"]


class TestRevision:
    def test_a_uid_is_a_version_5_uuid_of_the_entry_id_in_the_namespace_of_the_profile(self) -> None:
        blog = full_blog()
        for profile in PROFILES:
            uids = [UUID(str(each["UID"])) for each in components(blog, profile)]
            assert uids == [uuid5(PROFILES[profile].namespace, entry.id) for entry in blog.entries]
            assert {uid.version for uid in uids} == {5}

    def test_the_namespaces_never_change(self) -> None:
        assert {name: str(profile.namespace) for name, profile in PROFILES.items()} == {
            "events": "0ac5da2c-51c0-4de5-adb3-6766bdd03c37",
            "journal": "8ea9c98e-2477-4186-8901-892f8793e2fc",
        }

    def test_an_edited_entry_keeps_its_uid(self) -> None:
        entry = blog_of(Entry(headline="Bridge closed", time=clock("17:50", 17, 50))).entries[0]
        edited = evolve(entry, headline="Bridge closed for a night", time=clock("18:00", 18))
        assert only(entry)["UID"] == only(edited)["UID"]

    def test_the_sequence_is_the_ordinal_of_the_revision(self) -> None:
        blog = blog_of(Entry(headline="a", day=date(2021, 11, 16)), Entry(headline="b", day=date(2021, 11, 16)))
        history = History({blog.entries[1].id: Revision(7)})
        found = components(evolve(blog, capture=captured()), history=history)
        assert [each["SEQUENCE"] for each in found] == [0, 7]

    def test_a_withdrawn_entry_was_revised_at_least_once(self) -> None:
        blog = blog_of(Entry(time=clock("17:50", 17, 50), status="deleted"))
        assert components(blog)[0]["SEQUENCE"] == 1
        history = History({blog.entries[0].id: Revision(4)})
        assert components(blog, history=history)[0]["SEQUENCE"] == 4

    @pytest.mark.parametrize(
        ("status", "event", "note"),
        [
            ("published", "CONFIRMED", "FINAL"),
            ("draft", "TENTATIVE", "DRAFT"),
            ("comment", "TENTATIVE", "DRAFT"),
            ("deleted", "CANCELLED", "CANCELLED"),
        ],
    )
    def test_the_status_of_an_entry_is_the_status_of_its_component(self, status: str, event: str, note: str) -> None:
        entry = Entry(time=clock("17:50", 17, 50), status=status)
        assert only(entry)["STATUS"] == event
        assert only(entry, "journal")["STATUS"] == note

    @pytest.mark.parametrize(
        ("entry", "stamp", "basis"),
        [
            (
                Entry(modified=stated(15), published=stated(14), created=stated(13), time=clock("", 12)),
                14,
                "modified",
            ),
            (Entry(published=stated(14), created=stated(13), time=clock("", 12)), 13, "published"),
            (Entry(created=stated(13), time=clock("", 12)), 12, "created"),
        ],
    )
    def test_the_stamp_is_when_the_source_says_that_the_entry_was_revised(
        self, entry: Entry, stamp: int, basis: str
    ) -> None:
        found = only(entry)
        assert found["DTSTAMP"].dt == found["LAST-MODIFIED"].dt == datetime(2021, 11, 16, stamp, 7, tzinfo=UTC)
        assert found["X-LIVEBLOG-STAMP-BASIS"] == basis

    def test_else_it_is_the_time_of_the_entry(self) -> None:
        found = only(Entry(time=clock("17:50", 17, 50), modified=Moment(text="edited")))
        assert found["DTSTAMP"].dt == datetime(2021, 11, 16, 13, 50, tzinfo=UTC)
        assert found["X-LIVEBLOG-STAMP-BASIS"] == "time"

    def test_else_when_the_page_was_retrieved(self) -> None:
        found = only(Entry(headline="Rain"))
        assert found["DTSTAMP"].dt == datetime(2021, 11, 18, 8, tzinfo=UTC)
        assert found["X-LIVEBLOG-STAMP-BASIS"] == "retrieved"

    def test_before_that_the_start_of_its_day_in_the_zone_of_the_blog_which_no_later_capture_moves(self) -> None:
        found = only(Entry(day=date(2021, 11, 16)), timezone="Asia/Yerevan")
        assert found["DTSTAMP"].dt == datetime(2021, 11, 15, 20, tzinfo=UTC)
        assert found["X-LIVEBLOG-STAMP-BASIS"] == "bounds"

    def test_else_what_bounds_it_on_one_side(self) -> None:
        blog = blog_of(Entry(headline="Schools close"), Entry(time=clock("17:50", 17, 50)))
        assert components(blog)[0]["DTSTAMP"].dt == datetime(2021, 11, 16, 13, 51, tzinfo=UTC)

    def test_else_the_latest_time_that_the_blog_knows_of(self) -> None:
        known = [Entry(time=clock("17:50", 17, 50)), Entry(time=clock("16:00", 16))]
        blog = blog_of(Entry(headline="Schools close"), *known, order="manual")
        unknown = components(blog)[0]
        assert unknown["DTSTAMP"].dt == datetime(2021, 11, 16, 13, 50, tzinfo=UTC)
        assert unknown["X-LIVEBLOG-STAMP-BASIS"] == "blog"
        later = components(evolve(blog, coverage_start=stated(19)))[0]
        assert later["DTSTAMP"].dt == datetime(2021, 11, 16, 18, 7, tzinfo=UTC)

    def test_but_no_end_that_may_be_planned_only(self) -> None:
        blog = blog_of(Entry(headline="Schools close"), coverage_start=stated(9), coverage_end=stated(23))
        assert components(blog)[0]["DTSTAMP"].dt == datetime(2021, 11, 16, 8, 7, tzinfo=UTC)
        with pytest.raises(ExportError, match="no time is known"):
            CALENDAR.write(evolve(blog, coverage_start=None))

    def test_but_nothing_is_invented_where_nothing_is_known(self) -> None:
        blog = blog_of(Entry(headline="Schools close", time=Moment(text="95'")), capture=captured(None))
        with pytest.raises(ExportError) as caught:
            CALENDAR.write(blog)
        assert str(caught.value) == (
            "ical: no time is known of any entry nor of the capture, and iCalendar demands one (RFC 5545 3.8.7.2); "
            "give the date of the entries, or the time when the page was retrieved"
        )

    def test_a_claim_without_an_offset_is_read_in_the_zone_of_the_blog_and_that_is_said(self) -> None:
        time = Moment(text="14:05", value=datetime.fromisoformat("2021-11-16T14:05"), precision="minute")
        found = only(Entry(time=time), timezone="Asia/Yerevan")
        assert found["DTSTAMP"].dt == datetime(2021, 11, 16, 10, 5, tzinfo=UTC)
        assert found["X-LIVEBLOG-STAMP-BASIS"].params["X-ASSUMED-ZONE"] == "Asia/Yerevan"

    def test_or_as_if_in_utc_where_the_blog_has_no_zone(self) -> None:
        found = only(Entry(day=date(2021, 11, 16)), capture=captured(None))
        assert found["DTSTAMP"].dt == datetime(2021, 11, 16, tzinfo=UTC)
        assert found["X-LIVEBLOG-STAMP-BASIS"].params["X-ASSUMED-ZONE"] == "UTC"

    def test_the_creation_is_written_where_it_is_an_instant(self) -> None:
        day = Moment(text="16 November", value=date(2021, 11, 16), precision="day", offset_source="blog")
        assert only(Entry(created=stated(13)))["CREATED"].dt == datetime(2021, 11, 16, 12, 7, tzinfo=UTC)
        assert "CREATED" not in only(Entry(created=day))


class TestHistory:
    """What an archive knows of the past, in the calendar of a later capture."""

    THEN, LATER = datetime(2021, 11, 17, 9, tzinfo=UTC), datetime(2021, 11, 19, 9, tzinfo=UTC)

    def one(self, entry: Entry, revision: Revision, profile: str = "events") -> icalendar.Component:
        blog = blog_of(entry, capture=captured())
        (found,) = components(blog, profile, history=History({blog.entries[0].id: revision}))
        return found

    def gone(self, entry: Entry, *revisions: Revision, profile: str = "events") -> icalendar.Component:
        """Return what an entry becomes that the blog no longer has."""
        blog = blog_of(entry)
        known = dict.fromkeys((blog.entries[0].id,), *revisions) if revisions else {}
        history = History(known, [Withdrawn(blog.entries[0], blog.all_bounds()[0])])
        (found,) = components(evolve(blog, entries=()), profile, history=history)
        return found

    def test_a_revision_is_dated_by_the_capture_that_first_shows_it(self) -> None:
        found = self.one(Entry(time=clock("17:50", 17, 50)), Revision(2, self.LATER))
        assert (found["SEQUENCE"], found["DTSTAMP"].dt, found["LAST-MODIFIED"].dt) == (2, self.LATER, self.LATER)
        assert found["X-LIVEBLOG-STAMP-BASIS"] == "captured"

    def test_or_by_its_deposit_where_nobody_knows_the_time_of_the_capture(self) -> None:
        found = self.one(Entry(time=clock("17:50", 17, 50)), Revision(2, self.LATER, basis="deposited"))
        assert (found["DTSTAMP"].dt, found["X-LIVEBLOG-STAMP-BASIS"]) == (self.LATER, "deposited")

    def test_unless_the_source_dates_it(self) -> None:
        found = self.one(Entry(time=clock("17:50", 17, 50), modified=stated(15)), Revision(2, self.LATER))
        assert found["X-LIVEBLOG-STAMP-BASIS"] == "modified"

    def test_an_entry_that_never_changed_is_dated_by_itself(self) -> None:
        found = self.one(Entry(time=clock("17:50", 17, 50)), Revision(0, self.LATER))
        assert found["X-LIVEBLOG-STAMP-BASIS"] == "time"

    def test_one_without_any_time_by_the_capture_that_first_had_it_and_not_by_this_one(self) -> None:
        found = self.one(Entry(headline="Rain"), Revision(0, self.THEN))
        assert (found["DTSTAMP"].dt, found["X-LIVEBLOG-STAMP-BASIS"]) == (self.THEN, "captured")

    @pytest.mark.parametrize("profile", PROFILES)
    def test_what_was_withdrawn_stays_as_it_was_last_seen_and_is_cancelled(self, profile: str) -> None:
        entry = Entry(
            headline="Bridge closed", body=[Paragraph("No way across.")], time=clock("17:50", 17, 50),
            modified=stated(15),
        )  # fmt: skip
        found = self.gone(entry, Revision(3, self.LATER), profile=profile)
        assert (found["STATUS"], found["SEQUENCE"], found["SUMMARY"]) == ("CANCELLED", 3, "Bridge closed")
        assert (found["DTSTAMP"].dt, found["X-LIVEBLOG-STAMP-BASIS"]) == (self.LATER, "captured")
        assert found["DTSTART"].dt == entry.time.value
        told = "Withdrawn: the live blog no longer shows this entry, which is here as it was last seen."
        assert str(found["DESCRIPTION"]).startswith(f"No way across.\n\n{told}\nTime: 17:50")
        assert found["X-LIVEBLOG-VERSION-ID"] == str(version_id(blog_of(entry).entries[0]))

    def test_a_withdrawal_of_unknown_time_is_dated_as_the_entry_is(self) -> None:
        assert self.gone(Entry(time=clock("17:50", 17, 50)), Revision(1))["X-LIVEBLOG-STAMP-BASIS"] == "time"
        assert self.gone(Entry(time=clock("17:50", 17, 50)))["SEQUENCE"] == 0

    def test_a_time_that_only_a_withdrawn_entry_has_brings_its_zone_along(self) -> None:
        assert (
            self.gone(Entry(time=berlin(2021, 11, 16, 15)), Revision(1))["DTSTART"].params["TZID"] == "Europe/Berlin"
        )


class TestWords:
    def summary(self, **fields: object) -> str:
        return str(only(Entry(**{"day": date(2021, 11, 16)} | fields)).get("SUMMARY", "none"))

    def description(self, entry: Entry, **facts: object) -> str:
        return str(only(entry, **facts)["DESCRIPTION"])

    def test_the_summary_is_the_headline_on_one_line(self) -> None:
        assert self.summary(headline=" Bridge\r\n closed,\tall night ") == "Bridge closed, all night"

    def test_else_the_summary_of_the_source(self) -> None:
        assert self.summary(summary="The bridge is closed.", body=[Paragraph("x")]) == "The bridge is closed."

    def test_else_the_first_words(self) -> None:
        body = [
            Paragraph(" \n "),
            Paragraph("Traffic was led over the old road, and nobody had to wait for very long."),
        ]
        assert self.summary(body=body) == "Traffic was led over the old road, and nobody had to wait…"

    def test_else_what_is_shown(self) -> None:
        assert self.summary(body=[Media(kind="image", url="https://news.example/a.jpg")]) == (
            "[image] https://news.example/a.jpg"
        )

    def test_an_entry_without_words_has_no_summary(self) -> None:
        assert self.summary() == "none"
        assert self.summary(time=about("around three", 15), day=None) == "none"

    def test_an_approximate_time_shows(self) -> None:
        entry = Entry(headline="Rain", time=about("At approximately 3 p.m.,", 15))
        assert only(entry)["SUMMARY"] == "≈ Rain"

    def test_the_summary_tells_its_language(self) -> None:
        found = only(Entry(headline="Регн", day=date(2021, 11, 16)), language="hy")
        assert found["SUMMARY"].params == {"LANGUAGE": "hy"}
        assert only(Entry(headline="Rain", day=date(2021, 11, 16)))["SUMMARY"].params == {}

    def test_the_description_is_the_body_then_the_facts_then_the_citation(self) -> None:
        blog = blog_of(
            Entry(
                headline="Bridge closed",
                body=[Paragraph("Traffic was led over the old road."), Paragraph("Nobody was hurt.")],
                time=clock("5:50 p.m.:", 17, 50),
                authors=[Agent(name="Ani Example", role="Reporter"), Agent(name="Desk", kind="organization")],
                summary="The bridge is closed.",
            ),
            title="The bridge, live",
        )
        (entry,) = blog.entries
        assert components(blog)[0]["DESCRIPTION"] == (
            "Traffic was led over the old road.\n\n"
            "Nobody was hurt.\n\n"
            "Summary: The bridge is closed.\n"
            "By Ani Example (Reporter), Desk\n"
            "Time: 5:50 p.m.\n"
            f"Entry: {entry.id}\n"
            f"Version: {version_id(entry)}\n\n" + Citer(blog).render(entry, "apa")
        )

    def test_every_kind_of_block_is_told_in_words(self) -> None:
        body = [
            Paragraph(
                "See the old road and the new one.", [Link(8, 16, "https://news.example/o?a=1;b"), Link(25, 32, "x")]
            ),
            Heading("What is known", 3),
            Quotation("Nobody was hurt.\nWe checked twice.", "Fire service"),
            Quotation("Go home."),
            ListBlock(["one lane open", "buses diverted"]),
            ListBlock(["first", "second"], ordered=True),
            Media(
                kind="image", url="https://news.example/b.jpg", caption="The bridge", credit="A. Example", alt="Fog"
            ),
            Media(kind="video"),
            Embed(provider="example-social", url="https://social.example/1", text="Open again. 🌉"),
        ]
        told = self.description(Entry(body=body, day=date(2021, 11, 16)))
        assert told.startswith(
            "See the old road and the new one.\n\n"
            "What is known\n\n"
            "> Nobody was hurt.\n> We checked twice.\n— Fire service\n\n"
            "> Go home.\n\n"
            "• one lane open\n• buses diverted\n\n"
            "1. first\n2. second\n\n"
            "[image]\nThe bridge\nShown: Fog\nCredit: A. Example\nhttps://news.example/b.jpg\n\n"
            "[video]\n\n"
            "[example-social]\nOpen again. 🌉\nhttps://social.example/1\n\n"
            "Links\nold road: https://news.example/o?a=1;b\nnew one: x\n\n"
            "Time: not stated\nEntry: "
        )

    @pytest.mark.parametrize(
        ("entry", "told"),
        [
            (Entry(time=clock("[09:05]", 9, 5)), "Time: 09:05\n"),
            (Entry(time=clock("", 9, 5)), "Time: 2021-11-16T09:05+04:00\n"),
            (Entry(time=about("Around 3 p.m.", 15)), "Time: Around 3 p.m. (approximate)\n"),
            (Entry(time=evolve(clock("00:30", 0, 30), qualifier="inferred")), "Time: 00:30 (inferred)\n"),
            (Entry(time=Moment(text="95'"), day=date(2021, 11, 16)), "Time: 95'\n"),
            (Entry(day=date(2021, 11, 16)), "Time: not stated\n"),
            (Entry(status="deleted"), "Withdrawn: the source has deleted this entry.\nTime: not stated\n"),
            (Entry(status="draft"), "Draft: the source has not published this entry.\nTime: not stated\n"),
            (Entry(status="comment"), "Comment: a reader wrote this entry.\nTime: not stated\n"),
        ],
    )
    def test_the_time_is_told_as_it_was_printed_and_the_status_where_it_matters(
        self, entry: Entry, told: str
    ) -> None:
        assert self.description(entry).startswith(told)

    def test_what_bounds_an_entry_without_a_time_is_told(self) -> None:
        before, after = Entry(time=clock("17:50", 17, 50)), Entry(time=clock("18:00", 18))
        untimed = Entry(headline="Schools close", time=Moment(text="95'"))
        early, late = "2021-11-16T17:50+04:00", "2021-11-16T18:01+04:00"
        for entries, told in (
            ([before, untimed, after], f"Time: 95' (between {early} and {late}, by the entries beside it)\n"),
            ([before, untimed], f"Time: 95' (not before {early}, by the entries beside it)\n"),
            ([untimed, after], f"Time: 95' (before {late}, by the entries beside it)\n"),
        ):
            position = entries.index(untimed)
            assert str(components(blog_of(*entries))[position]["DESCRIPTION"]).startswith(told)

    def test_the_link_is_the_one_that_the_citation_gives(self) -> None:
        entry = Entry(time=clock("17:50", 17, 50), url="https://news.example/live#block-1")
        page = "https://news.example/live"
        assert only(entry, url=page)["URL"] == "https://news.example/live#block-1"
        assert only(evolve(entry, url=None), url=page)["URL"] == page
        assert "URL" not in only(evolve(entry, url="live#block-1"))
        own = blog_of(entry, id=page, url="https://news.example/amp")
        assert components(own)[0]["URL"] == own.entries[0].id

    def test_categories_tell_key_events_and_pinned_entries(self) -> None:
        def categories(**fields: bool) -> str:
            return only(Entry(time=clock("17:50", 17, 50), **fields))["CATEGORIES"].to_ical().decode()

        assert categories() == "Live blog"
        assert categories(key_event=True) == "Live blog,Key event"
        assert categories(pinned=True) == "Live blog,Pinned"
        assert categories(key_event=True, pinned=True) == "Live blog,Key event,Pinned"

    @pytest.mark.parametrize("text", ["C:\\New\\Names;a,b", "a\x00b\x0bc", "x\u2028y\x85z"])
    def test_awkward_characters_reach_the_reader_as_they_are_or_made_visible(self, text: str) -> None:
        found = only(Entry(headline=text, body=[Paragraph(text)], day=date(2021, 11, 16)))
        assert found["SUMMARY"] == visible(text)
        assert str(found["DESCRIPTION"]).startswith(visible(text) + "\n\nTime:")


def default(field: attrs.Attribute) -> object:
    """Return what a field is when nothing is known."""
    return () if isinstance(field.default, attrs.Factory) or field.default == () else field.default


def content(data: bytes, component: int) -> dict[str, list[str]]:
    """Return the property lines of the calendar (0) or of its n-th entry, by name."""
    text = data.decode().replace("\r\n ", "")
    part = text.split("BEGIN:V")[1] if component == 0 else text.split("DTSTAMP:")[component]
    found: dict[str, list[str]] = {}
    for line in part.split("\r\n"):
        found.setdefault(line.replace(";", ":").split(":")[0], []).append(line)
    return found


# Which property carries what: a field of the model that is in none of these tables is a field that is lost.
ENTRY_PROPERTIES = {
    "id": "X-LIVEBLOG-ENTRY-ID",
    "headline": "X-LIVEBLOG-HEADLINE",
    "body": "DESCRIPTION",
    "time": "X-LIVEBLOG-TIME",
    "day": "X-LIVEBLOG-DAY",
    "created": "X-LIVEBLOG-CREATED",
    "published": "X-LIVEBLOG-PUBLISHED",
    "modified": "X-LIVEBLOG-MODIFIED",
    "authors": "X-LIVEBLOG-AUTHOR",
    "key_event": "CATEGORIES",
    "pinned": "CATEGORIES",
    "summary": "X-LIVEBLOG-SUMMARY",
    "status": "STATUS",
    "url": "X-LIVEBLOG-URL",
    "native_id": "X-LIVEBLOG-NATIVE-ID",
}
BLOG_PROPERTIES = {
    "id": "X-LIVEBLOG-ID",
    "title": "X-LIVEBLOG-TITLE",
    "description": "DESCRIPTION",
    "language": "X-LIVEBLOG-LANGUAGE",
    "timezone": "X-LIVEBLOG-TIMEZONE",
    "url": "X-LIVEBLOG-URL",
    "publisher": "X-LIVEBLOG-PUBLISHER",
}
# What the next capture changes, so that every event would be another one for clients that keep each in its own file.
NOT_IN_CALENDARS = {"introduction", "order", "coverage_start", "coverage_end", "declared_total", "capture"}


class TestFacts:
    FULL = 3  # the entry of the sample that has every field but a day

    def test_the_tables_name_every_field(self) -> None:
        assert {*ENTRY_PROPERTIES, *EXCLUDED} == {field.name for field in attrs.fields(Entry)}
        shared = {"entries", "authors"}  # each event has its own: of a blog's authors those of entries without any
        assert {*BLOG_PROPERTIES, *NOT_IN_CALENDARS, *shared} == {field.name for field in attrs.fields(LiveBlog)}

    @pytest.mark.parametrize("name", sorted(ENTRY_PROPERTIES.keys() - {"id", "day"}))
    def test_a_fact_of_an_entry_is_in_its_property(self, name: str) -> None:
        blog = full_blog()
        entry = blog.entries[self.FULL]
        value = "draft" if name == "status" else default(attrs.fields_dict(Entry)[name])
        assert value != getattr(entry, name)
        changed = evolve(entry, **{name: value})
        before, after = (content(export(evolve(blog, entries=[each])), 1) for each in (entry, changed))
        assert before.get(ENTRY_PROPERTIES[name]) != after.get(ENTRY_PROPERTIES[name])

    def test_a_day_is_in_its_property(self) -> None:
        assert only(Entry(day=date(2021, 11, 16)))["X-LIVEBLOG-DAY"] == "2021-11-16"

    @pytest.mark.parametrize("name", sorted(BLOG_PROPERTIES.keys() - {"id"}))
    def test_a_fact_of_the_blog_is_in_its_property(self, name: str) -> None:
        blog = full_blog()
        value = "manual" if name == "order" else default(attrs.fields_dict(LiveBlog)[name])
        before, after = (content(export(each), 0) for each in (blog, evolve(blog, **{name: value})))
        assert before.get(BLOG_PROPERTIES[name]) != after.get(BLOG_PROPERTIES[name])

    @pytest.mark.parametrize("name", sorted(NOT_IN_CALENDARS - {"order"}))  # which bounds entries without a time
    def test_a_fact_that_the_next_capture_changes_is_nowhere(self, name: str) -> None:
        blog = full_blog()
        assert blog.capture is not None
        value = default(attrs.fields_dict(LiveBlog)[name])
        value = evolve(blog.capture, sha256="cd" * 32, notes=(), retrieved=None) if name == "capture" else value
        assert export(blog) == export(evolve(blog, **{name: value}))

    @pytest.mark.parametrize("name", sorted(EXCLUDED))
    def test_neither_is_a_fact_that_is_no_part_of_an_entrys_version(self, name: str) -> None:
        blog = full_blog()
        changed = [evolve(entry, **{name: None}) for entry in blog.entries]
        assert changed != list(blog.entries)
        assert export(blog) == export(evolve(blog, entries=changed))

    @settings(derandomize=True, deadline=None)
    @given(moments())
    def test_a_time_comes_back_with_everything_that_is_claimed_by_it(self, moment: Moment) -> None:
        found = only(Entry(time=moment))["X-LIVEBLOG-TIME"]
        stated = found.params
        assert found == visible(moment.text)
        assert (stated["X-QUALIFIER"], stated["X-OFFSET-SOURCE"]) == (moment.qualifier, moment.offset_source)
        assert stated.get("X-PRECISION") == moment.precision
        for name in ("value", "earliest", "latest"):
            claim, read = getattr(moment, name), stated.get(f"X-{name.upper()}")
            assert (claim and claim.isoformat()) == (read and type(claim).fromisoformat(read).isoformat())

    def test_not_even_the_fraction_of_a_second_is_lost_from_its_bounds(self) -> None:
        value = datetime(2021, 11, 16, 15, tzinfo=UTC)
        earliest, latest = value - timedelta(microseconds=1), value + timedelta(microseconds=5)
        time = Moment(value=value, precision="second", offset_source="stated", earliest=earliest, latest=latest)
        found = only(Entry(time=time))["X-LIVEBLOG-TIME"]
        assert found.params["X-EARLIEST"] == "2021-11-16T14:59:59.999999+00:00"
        assert found.params["X-LATEST"] == "2021-11-16T15:00:00.000005+00:00"

    def test_people_come_with_what_is_known_of_them(self) -> None:
        authors = [
            Agent(
                name="Ani; Example, M.A.",
                url="https://news.example/a,b;c:d",
                role=' Reporter "at large" ^n\nof news ',
            ),
            Agent(name="Desk", kind="organization"),
        ]
        ani, desk = only(Entry(time=clock("", 9), authors=authors))["X-LIVEBLOG-AUTHOR"]
        assert (ani, desk) == ("Ani; Example, M.A.", "Desk")
        assert ani.params == {
            "VALUE": "TEXT",
            "X-KIND": "person",
            "X-URL": "https://news.example/a,b;c:d",
            "X-ROLE": f' Reporter "at large" ^n{os.linesep}of news ',
        }
        assert desk.params == {"VALUE": "TEXT", "X-KIND": "organization"}

    def test_control_characters_of_a_parameter_are_visible(self) -> None:
        found = only(Entry(time=clock("", 9), authors=[Agent(name="Ani", role="a\x00b")]))
        assert found["X-LIVEBLOG-AUTHOR"].params["X-ROLE"] == "a[U+0000]b"

    def test_ids_and_versions_are_there_for_machines(self) -> None:
        blog = full_blog()
        for entry, found in zip(blog.entries, components(blog), strict=True):
            assert found["X-LIVEBLOG-ENTRY-ID"] == entry.id
            assert found["X-LIVEBLOG-VERSION-ID"] == str(version_id(entry))


class TestCalendar:
    def test_it_is_named_and_described_for_old_and_new_clients(self) -> None:
        blog = blog_of(title="The bridge,\n live", language="en")
        found = lines(blog)
        assert "NAME;LANGUAGE=en:The bridge\\, live" in found
        assert "X-WR-CALNAME:The bridge\\, live" in found
        (new,) = (line for line in found if line.startswith("DESCRIPTION:"))
        assert new.replace("DESCRIPTION", "X-WR-CALDESC") in found

    def test_the_description_tells_what_the_blog_is_and_the_scope(self) -> None:
        blog = blog_of(Entry(time=clock("17:50", 17, 50)), description="A day at the bridge")
        assert calendar(blog)["DESCRIPTION"] == (
            "A day at the bridge\n\n"
            "Each event is one entry of a live blog. It lasts a minute because calendars ask for an end; an entry "
            "without a time of day stands on its day, one without a day is a journal note without a date.\n"
            f"Live blog: {ID}"
        )
        told = str(calendar(evolve(blog, description=None), "journal")["DESCRIPTION"])
        assert told.startswith("Each journal note is one entry of a live blog.")

    def test_it_has_no_zone_of_its_own_where_readers_would_put_floating_times_into_it(self) -> None:
        time = Moment(text="14:05", value=datetime.fromisoformat("2021-11-16T14:05"), precision="minute")
        found = calendar(blog_of(Entry(time=time), timezone="Asia/Yerevan"))
        assert "X-WR-TIMEZONE" not in found
        assert found["X-LIVEBLOG-TIMEZONE"] == "Asia/Yerevan"

    def test_it_names_the_page_the_zone_and_the_software(self) -> None:
        blog = full_blog()
        found = calendar(blog)
        assert found["URL"] == blog.url
        assert found["X-WR-TIMEZONE"] == "Asia/Yerevan"
        assert found["PRODID"] == f"-//liveblog_archive//liveblog_archive {__version__}//EN"

    def test_it_has_nothing_that_clients_stumble_over(self) -> None:
        data = export(full_blog())
        for name in (b"METHOD", b"REFRESH-INTERVAL", b"SOURCE", b"ORGANIZER", b"ATTENDEE", b"RRULE", b"RDATE"):
            assert b"\n" + name not in data
        assert "UID" not in calendar(full_blog())

    def test_lines_end_in_crlf_and_none_is_longer_than_75_octets(self) -> None:
        data = export(full_blog())
        assert data.endswith(b"END:VCALENDAR\r\n")
        assert data.count(b"\n") == data.count(b"\r\n")
        assert max(map(len, data.split(b"\r\n"))) == 75


class TestReaders:
    @pytest.mark.parametrize("profile", PROFILES)
    @settings(derandomize=True, deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
    @given(blog=blogs())
    def test_the_checker_and_three_libraries_understand_every_blog(self, blog: LiveBlog, profile: str) -> None:
        try:
            data = export(blog, profile)
        except ExportError as error:
            assume("no time is known" not in error.what)
            raise
        assert problems(data) == ()
        uids = [str(uuid5(PROFILES[profile].namespace, entry.id)) for entry in blog.entries]
        first, *others = ({each.uid: each for each in read(data)} for read in READERS)
        assert list(first) == uids
        for other in others:
            assert other == first
        for entry, uid in zip(blog.entries, uids, strict=True):
            self.holds(entry, first[uid].summary, first[uid].description)
            if entry.time is not None and entry.time.value is not None:
                assert first[uid].start == in_utc(entry.time.value)

    def holds(self, entry: Entry, summary: str, description: str) -> None:
        """Demand that a reader was told every word of an entry."""
        if entry.headline:
            assert "".join(visible(entry.headline).split()) in "".join(summary.split())
        for block in entry.body:
            for text in block.items if isinstance(block, ListBlock) else block.text.split("\n"):
                assert visible(text).strip("\r\n") in description
        assert f"Entry: {visible(entry.id)}\nVersion: {version_id(entry)}\n" in description

    def test_an_event_in_the_night_of_the_change_is_where_it_was_for_every_reader(self) -> None:
        walls = [(1, 59, 0), (2, 0, 0), (2, 59, 0), (2, 0, 1), (2, 59, 1), (3, 0, 0)]
        blog = blog_of(*(Entry(time=berlin(2021, 10, 31, hour, minute, fold=fold)) for hour, minute, fold in walls))
        evening = datetime(2021, 10, 30, 23, 59, tzinfo=UTC)
        starts = [evening + timedelta(minutes=minutes) for minutes in (0, 1, 60, 61, 120, 121)]
        for read in READERS:
            found = read(export(blog))
            assert [each.start for each in found] == starts
            assert [each.end for each in found] == [start + timedelta(minutes=1) for start in starts]


class TestDeterminism:
    PROGRAM = (
        "import sys; from tests.samples import full_blog; from liveblog_archive.exporters import exporter; "
        "sys.stdout.buffer.writelines(exporter('ical').write(full_blog()))"
    )

    def test_two_processes_with_other_hash_seeds_and_zones_write_the_same_bytes(self) -> None:
        root = Path(__file__).parents[2]
        written = set()
        for seed, place in (("1", "America/New_York"), ("2", "Asia/Tokyo")):
            paths = os.pathsep.join([str(root), *filter(None, sys.path)])
            environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": place, "LC_ALL": "C", "PYTHONPATH": paths}
            run = subprocess.run(
                [sys.executable, "-c", self.PROGRAM], env=environment, capture_output=True, check=True, cwd=root
            )
            written.add(run.stdout)
        assert written == {b"".join(CALENDAR.write(full_blog()))}

    def test_it_is_written_entry_by_entry(self) -> None:
        blog = full_blog()
        pieces = list(CALENDAR.write(blog, {"entries": "all"}))
        assert pieces[0].startswith(b"BEGIN:VCALENDAR\r\n")
        assert sum(piece.startswith(b"BEGIN:VEVENT\r\n") for piece in pieces) == len(blog.entries)
        assert all(piece.endswith(b"\r\n") for piece in pieces)

    def test_memory_does_not_grow_with_the_blog(self) -> None:
        def peak(count: int) -> int:
            start = datetime(2021, 11, 16, tzinfo=UTC)
            blog = blog_of(
                *(
                    Entry(
                        headline=f"Entry {number}",
                        body=[Paragraph("Traffic was led over the old road. " * 9)],
                        time=Moment(
                            value=start + timedelta(minutes=number), precision="minute", offset_source="blog"
                        ),
                    )
                    for number in range(count)
                )
            )
            pieces = CALENDAR.write(blog)
            next(pieces)  # the entries have been looked through for zones
            tracemalloc.start()
            try:
                for _ in pieces:
                    pass
                return tracemalloc.get_traced_memory()[1]
            finally:
                tracemalloc.stop()

        peak(10)
        assert peak(1200) - peak(200) < 1000 * 12  # nothing of what is written


class TestRefusals:
    @pytest.mark.parametrize(
        ("blog", "options", "message"),
        [
            (LiveBlog(), {}, "ical: the blog has no id; pass the blog through identify first"),
            (LiveBlog(id=ID, entries=[Entry()]), {}, "ical: entry 1 has no id; pass the blog through identify first"),
            (
                LiveBlog(id=ID),
                {"history": History({"x": Revision(-1)})},
                "ical: ordinal -1 of x; count revisions from 0, to 2147483647 at most",
            ),
            (
                LiveBlog(id=ID),
                {"history": History({"x": Revision(2**31)})},
                "ical: ordinal 2147483648 of x; count revisions from 0, to 2147483647 at most",
            ),
        ],
    )
    def test_what_cannot_be_written_is_refused_before_anything_is(
        self, blog: LiveBlog, options: dict[str, object], message: str
    ) -> None:
        with pytest.raises(ExportError) as caught:
            CALENDAR.write(blog, options)
        assert str(caught.value) == message

    def test_a_part_may_be_selected_and_what_was_withdrawn_is_still_cancelled(self) -> None:
        blog = full_blog()
        before = identify(evolve(blog, entries=[Entry(body=[Paragraph("Gone.")], time=clock("08:00", 8))]))
        withdrawn = Withdrawn(before.entries[0], before.all_bounds()[0])
        calendar = icalendar.Calendar.from_ical(export(blog, key=True, history=History(withdrawn=(withdrawn,))))
        assert [(str(event["SUMMARY"])[:6], str(event["STATUS"])) for event in calendar.walk("VEVENT")] == [
            ("Bridge", "CONFIRMED"),
            ("Gone.", "CANCELLED"),
        ]
        with pytest.raises(ExportError, match="no entry is selected"):
            export(blog, text="no such words")

    @pytest.mark.parametrize(
        ("value", "told"),
        [
            (datetime(1, 1, 1, 3, tzinfo=timezone(timedelta(hours=4))), "0001-01-01T03:00:00+04:00"),
            (datetime(9999, 12, 31, 23, 59, tzinfo=UTC), "9999-12-31T23:59:00+00:00"),
            (datetime.fromisoformat("9999-12-31T23:59"), "9999-12-31T23:59:00"),
        ],
    )
    def test_a_time_that_leaves_the_calendar_is_refused(self, value: datetime, told: str) -> None:
        moment = Moment(
            value=value,
            precision="minute",
            offset_source="stated" if value.tzinfo else "unknown",
            earliest=value,
            latest=value + timedelta(seconds=30),
        )
        with pytest.raises(ExportError) as caught:
            export(blog_of(Entry(time=moment), capture=captured()))
        assert str(caught.value) == f"{told}: this time leaves the years 1 to 9999 of UTC; correct the time"
