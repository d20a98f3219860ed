"""The calendar check: it finds each thing that is wrong, says where, and is silent about files that are right."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Never

import pytest

from liveblog_archive.validation import Problem
from liveblog_archive.validation.calendar import problems
from liveblog_archive.validation.calendar_times import Onset, When, backwards

GOLDEN = sorted((Path(__file__).parents[1] / "exporters" / "golden").glob("*.ics"))

VALID = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//news.example//test//EN
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:20200101T010000
TZOFFSETFROM:+0100
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20210328T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20211031T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1
DTSTAMP:20211116T120000Z
DTSTART;TZID=Europe/Berlin:20211116T130000
DTEND;TZID=Europe/Berlin:20211116T130100
STATUS:CONFIRMED
TRANSP:TRANSPARENT
SUMMARY:Bridge\\, closed\\; \\\\N
URL:https://news.example/live?a=1#b
CATEGORIES:Live blog,Key event
X-NOTE;X-A="b;c:d,e";X-B=f:anything; goes
END:VEVENT
BEGIN:VJOURNAL
UID:2
DTSTAMP:20211116T120000Z
SEQUENCE:3
DESCRIPTION:first
DESCRIPTION:second
END:VJOURNAL
END:VCALENDAR
"""


def file(text: str = VALID) -> bytes:
    return text.replace("\n", "\r\n").encode()


def edited(old: str, new: str) -> list[tuple[str, str]]:
    """Return what is found in the valid file after one edit."""
    assert VALID.count(old) == 1, old
    return found(file(VALID.replace(old, new)))


def found(data: bytes) -> list[tuple[str, str]]:
    return [(problem.path, problem.message) for problem in problems(data)]


def in_event(*lines: str) -> str:
    """Return a calendar with the zone of the valid file, and one event of these lines beside UID and DTSTAMP."""
    head = VALID[: VALID.index("BEGIN:VEVENT")]
    body = "\n".join(("BEGIN:VEVENT", "UID:1", "DTSTAMP:20211116T120000Z", *lines, "END:VEVENT", "END:VCALENDAR", ""))
    return head + body


class TestValidFiles:
    def test_a_valid_file_has_no_problem(self) -> None:
        assert problems(file()) == ()

    @pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
    def test_a_golden_file_has_no_problem(self, path: Path) -> None:
        assert problems(path.read_bytes()) == ()

    def test_there_are_golden_files(self) -> None:
        assert len(GOLDEN) >= 2

    @pytest.mark.parametrize(
        "lines",
        [
            ["DTSTART:20211116T130000", "DTEND:20211116T130001"],
            ["DTSTART:20211116T130000Z", "DTEND:20211116T130001Z"],
            ["DTSTART;VALUE=DATE:20211116", "DTEND;VALUE=DATE:20211117"],
            ["DTSTART;VALUE=DATE:20211116"],
            ["DTSTART:20211116T130000", "DURATION:PT1M"],
            ["DTSTART;TZID=Europe/Berlin:20211116T130000", "DTEND:20211116T120100Z"],
            ["dtstart:20211116T130000", "Status:Confirmed", "TRANSP:opaque"],
            ["DTSTART:20211116T130000", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT1M", "END:VALARM"],
            ["DTSTART:20211116T130000", "DURATION:P15DT5H0M20S", "GEO:37.386013;-122.082932", "PRIORITY:5"],
            ["DTSTART:20211116T130000", "RRULE:UNTIL=20211224T000000Z;FREQ=DAILY", "ATTENDEE:mailto:a@news.example"],
            ["DTSTART:20211116T130000", "BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:-P0DT0H30M0S", "END:VALARM"],
            ["DTSTART:20211116T130000", "X-LONG:" + "x" * 68, " continued", "\twith a tab"],
            ["DTSTART:20211116T130000", "BEGIN:X-OWN", "STATUS:whatever", "END:X-OWN"],
        ],
    )
    def test_what_the_rfc_allows_is_allowed(self, lines: list[str]) -> None:
        assert problems(file(in_event(*lines))) == ()

    def test_a_scheduling_message_needs_no_start(self) -> None:
        text = in_event("SUMMARY:x").replace("VERSION", "METHOD:CANCEL\nVERSION")
        assert problems(file(text)) == ()

    def test_one_recurrence_may_share_the_uid_of_its_series(self) -> None:
        again = "UID:1\nRECURRENCE-ID:20211117T130000Z\nDTSTART:20211117T140000Z\nDTSTAMP:20211116T120000Z\n"
        assert edited("BEGIN:VJOURNAL\n", f"BEGIN:VEVENT\n{again}END:VEVENT\nBEGIN:VJOURNAL\n") == []

    def test_an_end_on_an_earlier_clock_is_later_where_the_clock_was_set_back(self) -> None:
        lines = ["DTSTART;TZID=Europe/Berlin:20211031T025900", "DTEND:20211031T010000Z"]
        assert problems(file(in_event(*lines))) == ()


class TestLines:
    def test_a_line_break_must_be_cr_lf(self) -> None:
        data = file().replace(b"UID:1\r\n", b"UID:1\n")
        assert found(data) == [("line 24", "a line break that is not CR LF (RFC 5545 3.1)")]

    def test_the_last_line_must_end(self) -> None:
        assert found(file().rstrip()) == [("line 42", "the last line has no line break (RFC 5545 3.1)")]

    def test_a_line_may_hold_75_octets(self) -> None:
        assert edited("SUMMARY:Bridge", "SUMMARY:" + "ü" * 20 + "x" * 10) == []
        assert edited("X-NOTE;", "X-LONG:" + "ü" * 34 + "\nX-NOTE;") == []
        assert edited("X-NOTE;", "X-LONG:" + "ü" * 34 + "x\nX-NOTE;") == [
            ("line 33", "76 octets, more than 75 (RFC 5545 3.1)")
        ]

    def test_the_blank_of_a_continuation_counts(self) -> None:
        assert edited("X-NOTE;", "X-LONG:x\n " + "y" * 75 + "\nX-NOTE;") == [
            ("line 34", "76 octets, more than 75 (RFC 5545 3.1)")
        ]

    def test_the_last_line_is_counted_too(self) -> None:
        assert ("line 43", "100 octets, more than 75 (RFC 5545 3.1)") in found(file() + b"X" * 100)

    def test_octets_that_are_not_utf_8_are_found(self) -> None:
        data = file().replace(b"SUMMARY:Bridge", b"SUMMARY:Br\xfccke")
        assert found(data) == [("line 30", "not UTF-8 at octet 11 (RFC 5545 3.1.4)")]

    def test_a_fold_inside_a_character_is_found(self) -> None:
        data = file().replace(b"SUMMARY:Bridge", "SUMMARY:Brü".encode()[:-1] + b"\r\n " + "ü".encode()[1:])
        assert found(data) == [
            ("line 30", "not UTF-8 at octet 11 (RFC 5545 3.1.4)"),
            ("line 31", "not UTF-8 at octet 2 (RFC 5545 3.1.4)"),
        ]

    @pytest.mark.parametrize("control", ["\x00", "\x0b", "\x7f", "\r"])
    def test_control_characters_are_found(self, control: str) -> None:
        message = f"the control character U+{ord(control):04X} (RFC 5545 3.1)"
        assert edited("SUMMARY:Bridge", f"SUMMARY:Br{control}dge") == [("line 30", message)]

    def test_a_tab_is_text(self) -> None:
        assert edited("SUMMARY:Bridge", "SUMMARY:Br\tdge") == []

    def test_an_empty_line_is_found(self) -> None:
        assert edited("UID:1\n", "UID:1\n\n") == [("line 25", "an empty line (RFC 5545 3.1)")]

    def test_a_file_cannot_begin_with_a_continuation(self) -> None:
        assert found(b" x\r\n" + file()) == [("line 1", "a continuation of nothing (RFC 5545 3.1)")]

    @pytest.mark.parametrize("line", ["SUMMARY", "SUMM ARY:x", "X;A:b", 'X;A="b:c', ":x", "\ufeffX:y"])
    def test_what_is_no_content_line_is_found(self, line: str) -> None:
        assert edited("SUMMARY:Bridge\\, closed\\; \\\\N", line) == [
            ("line 30", "not a name, parameters, a colon and a value (RFC 5545 3.1)")
        ]

    def test_an_empty_file_has_no_calendar(self) -> None:
        assert found(b"") == [("line 1", "no VCALENDAR (RFC 5545 3.4)")]


class TestNesting:
    def test_a_component_that_is_not_closed_is_found(self) -> None:
        assert edited("END:VEVENT\n", "") == [
            ("line 23, VEVENT[1]", "no END:VEVENT (RFC 5545 3.6)"),
            ("line 34, VJOURNAL[1]", "inside VEVENT[1] (RFC 5545 3.6)"),
        ]

    def test_so_is_the_calendar_itself(self) -> None:
        assert edited("END:VCALENDAR\n", "") == [("line 1, VCALENDAR[1]", "no END:VCALENDAR (RFC 5545 3.6)")]

    def test_an_end_without_a_beginning_is_found(self) -> None:
        assert edited("BEGIN:VJOURNAL\nUID:2\nDTSTAMP:20211116T120000Z\nSEQUENCE:3\n", "UID:2\n")[-1] == (
            "line 38, VCALENDAR[1]",
            "END:VJOURNAL without its BEGIN (RFC 5545 3.6)",
        )
        assert found(file() + b"END:VCALENDAR\r\n") == [
            ("line 43, the file", "END:VCALENDAR without its BEGIN (RFC 5545 3.6)")
        ]

    def test_components_that_overlap_are_found(self) -> None:
        end = "END:VEVENT\nEND:X-INNER\n"
        assert edited("END:VEVENT\n", "BEGIN:X-INNER\n" + end) == [
            ("line 34, X-INNER[1]", "no END:X-INNER (RFC 5545 3.6)"),
            ("line 36, VCALENDAR[1]", "END:X-INNER without its BEGIN (RFC 5545 3.6)"),
        ]

    def test_a_property_outside_of_the_calendar_is_found(self) -> None:
        assert found(file() + b"X-NOTE:x\r\n") == [("line 43, X-NOTE", "outside of every component (RFC 5545 3.4)")]

    def test_a_component_in_the_wrong_place_is_found(self) -> None:
        data = b"BEGIN:VEVENT\r\nUID:3\r\nDTSTAMP:20211116T120000Z\r\nDTSTART:20211116T120000Z\r\nEND:VEVENT\r\n"
        assert found(file() + data) == [("line 43, VEVENT[2]", "inside the file (RFC 5545 3.6)")]

    def test_a_calendar_needs_a_component(self) -> None:
        data = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n"
        assert found(data) == [("line 1, VCALENDAR[1]", "no component (RFC 5545 3.6)")]

    def test_hostile_nesting_takes_no_time(self) -> None:
        data = b"BEGIN:X\r\n" * 20_000 + b"END:Y\r\n" * 20_000
        assert len(problems(data)) == 40_001


class TestProperties:
    @pytest.mark.parametrize(
        ("line", "where", "name"),
        [
            ("VERSION:2.0\n", "line 1, VCALENDAR[1]", "VERSION"),
            ("PRODID:-//news.example//test//EN\n", "line 1, VCALENDAR[1]", "PRODID"),
            ("UID:1\n", "line 23, VEVENT[1]", "UID"),
            ("UID:2\n", "line 35, VJOURNAL[1]", "UID"),
            (
                "TZNAME:CET\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:20210328T020000\n",
                "line 11, DAYLIGHT[1]",
                "DTSTART",
            ),
        ],
    )
    def test_a_required_property_that_is_missing_is_found(self, line: str, where: str, name: str) -> None:
        kept = line.replace("TZNAME:CET\n", "").partition("DTSTART")[0] if "END" in line else ""
        assert edited(line, kept) == [(where, f"no {name} (RFC 5545 3.6)")]

    def test_a_missing_stamp_is_found(self) -> None:
        assert edited("UID:1\nDTSTAMP:20211116T120000Z\n", "UID:1\n") == [
            ("line 23, VEVENT[1]", "no DTSTAMP (RFC 5545 3.6)")
        ]

    def test_a_zone_without_a_name_is_found(self) -> None:
        assert edited("TZID:Europe/Berlin\n", "")[0] == ("line 4, VTIMEZONE[1]", "no TZID (RFC 5545 3.6)")

    def test_a_missing_start_is_found(self) -> None:
        assert found(file(in_event("SUMMARY:x"))) == [("line 23, VEVENT[1]", "no DTSTART (RFC 5545 3.6.1)")]

    def test_a_zone_without_observances_is_found(self) -> None:
        zone = VALID[VALID.index("BEGIN:STANDARD") : VALID.index("END:VTIMEZONE")]
        assert edited(zone, "") == [("line 4, VTIMEZONE[1]", "neither STANDARD nor DAYLIGHT (RFC 5545 3.6.5)")]

    def test_a_property_that_stands_twice_is_found(self) -> None:
        assert edited("STATUS:CONFIRMED\n", "STATUS:CONFIRMED\nSUMMARY:again\n") == [
            ("line 31, VEVENT[1] SUMMARY", "stands twice (RFC 5545 3.6)")
        ]

    def test_a_property_of_another_component_is_found(self) -> None:
        assert edited("SEQUENCE:3\n", "SEQUENCE:3\nTRANSP:OPAQUE\n") == [
            ("line 39, VJOURNAL[1] TRANSP", "not a property of VJOURNAL (RFC 5545 3.6)")
        ]

    def test_a_uid_for_two_things_is_found(self) -> None:
        assert edited("UID:2\n", "UID:1\n") == [
            ("line 36, VJOURNAL[1] UID", "a second component 1 (RFC 5545 3.8.4.7)")
        ]

    @pytest.mark.parametrize(
        ("old", "new", "path", "message"),
        [
            ("VERSION:2.0", "VERSION:1.0", "line 2, VCALENDAR[1] VERSION", "not 2.0 (RFC 5545 3.7.4)"),
            (
                "STATUS:CONFIRMED",
                "STATUS:FINAL",
                "line 28, VEVENT[1] STATUS",
                "not a status of VEVENT (RFC 5545 3.8.1.11)",
            ),
            (
                "TRANSP:TRANSPARENT",
                "TRANSP:FREE",
                "line 29, VEVENT[1] TRANSP",
                "neither OPAQUE nor TRANSPARENT (RFC 5545 3.8.2.7)",
            ),
            ("SEQUENCE:3", "SEQUENCE:-3", "line 38, VJOURNAL[1] SEQUENCE", "not a whole number (RFC 5545 3.8.7.4)"),
            ("?a=1#b", "?a=1 #b", "line 31, VEVENT[1] URL", "not a URI (RFC 5545 3.3.13)"),
            ("https://news.example/", "news.example/", "line 31, VEVENT[1] URL", "not a URI (RFC 5545 3.3.13)"),
            (
                "closed\\;",
                "closed;",
                "line 30, VEVENT[1] SUMMARY",
                "a backslash, comma or semicolon that is not escaped (RFC 5545 3.3.11)",
            ),
            (
                "\\\\N",
                "\\x",
                "line 30, VEVENT[1] SUMMARY",
                "a backslash, comma or semicolon that is not escaped (RFC 5545 3.3.11)",
            ),
            (
                "Live blog,Key",
                "Live blog;Key",
                "line 32, VEVENT[1] CATEGORIES",
                "a backslash or semicolon that is not escaped (RFC 5545 3.3.11)",
            ),
            (
                "X-B=f",
                "VALUE=TEXT",
                "line 33, VEVENT[1] X-NOTE",
                "a backslash, comma or semicolon that is not escaped (RFC 5545 3.3.11)",
            ),
            (
                "TZOFFSETTO:+0200",
                "TZOFFSETTO:2",
                "line 15, DAYLIGHT[1] TZOFFSETTO",
                "not an offset from UTC (RFC 5545 3.3.14)",
            ),
            (
                "TZOFFSETTO:+0200",
                "TZOFFSETTO:-0000",
                "line 15, DAYLIGHT[1] TZOFFSETTO",
                "not an offset from UTC (RFC 5545 3.3.14)",
            ),
        ],
    )
    def test_a_value_of_the_wrong_kind_is_found(self, old: str, new: str, path: str, message: str) -> None:
        assert edited(old, new) == [(path, message)]


class TestTimes:
    def test_a_tzid_without_its_zone_is_found(self) -> None:
        assert edited("TZID:Europe/Berlin", "TZID:Europe/Paris") == [
            ("line 26, VEVENT[1] DTSTART", "no VTIMEZONE for the TZID Europe/Berlin (RFC 5545 3.2.19)"),
            ("line 27, VEVENT[1] DTEND", "no VTIMEZONE for the TZID Europe/Berlin (RFC 5545 3.2.19)"),
        ]

    def test_a_second_zone_of_the_name_is_found(self) -> None:
        zone = VALID[VALID.index("BEGIN:VTIMEZONE") : VALID.index("BEGIN:VEVENT")]
        assert edited(zone, zone + zone) == [
            ("line 24, VTIMEZONE[2] TZID", "a second VTIMEZONE Europe/Berlin (RFC 5545 3.6.5)")
        ]

    @pytest.mark.parametrize(
        "value",
        ["20211116", "20211116T2500", "20211131T130000", "20211116T250000", "20211116T130000+01", "00000101T130000"],
    )
    def test_a_time_that_does_not_exist_is_found(self, value: str) -> None:
        assert found(file(in_event(f"DTSTART:{value}"))) == [
            ("line 26, VEVENT[1] DTSTART", "not a day or time that exists (RFC 5545 3.3.4, 3.3.5)")
        ]

    @pytest.mark.parametrize("value", ["20211116T130000", "20211131"])
    def test_a_day_that_does_not_exist_is_found(self, value: str) -> None:
        assert found(file(in_event(f"DTSTART;VALUE=DATE:{value}"))) == [
            ("line 26, VEVENT[1] DTSTART", "not a day or time that exists (RFC 5545 3.3.4, 3.3.5)")
        ]

    def test_a_stamp_must_be_in_utc(self) -> None:
        assert edited("UID:1\nDTSTAMP:20211116T120000Z", "UID:1\nDTSTAMP:20211116T120000") == [
            ("line 25, VEVENT[1] DTSTAMP", "not in UTC (RFC 5545 3.8.7)")
        ]

    @pytest.mark.parametrize(
        "start", ["DTSTART;TZID=Europe/Berlin:20211116T130000Z", "DTSTART;VALUE=DATE;TZID=Europe/Berlin:20211116"]
    )
    def test_a_zone_beside_utc_or_a_day_is_found(self, start: str) -> None:
        assert found(file(in_event(start))) == [
            ("line 26, VEVENT[1] DTSTART", "a TZID beside a day or a time in UTC (RFC 5545 3.2.19)")
        ]

    def test_an_onset_must_be_a_local_time(self) -> None:
        assert edited("DTSTART:20210328T020000", "DTSTART:20210328T020000Z") == [
            ("line 13, DAYLIGHT[1] DTSTART", "an onset that is not a local time (RFC 5545 3.6.5)")
        ]


class TestEnds:
    @pytest.mark.parametrize(
        ("start", "end"),
        [
            (":20211116T130000Z", ":20211116T130000Z"),
            (":20211116T130000", ":20211116T125900"),
            (";VALUE=DATE:20211116", ";VALUE=DATE:20211116"),
            (";TZID=Europe/Berlin:20211116T130000", ";TZID=Europe/Berlin:20211116T130000"),
            (";TZID=Europe/Berlin:20211116T130000", ":20211116T120000Z"),
            (";TZID=Europe/Berlin:20210716T130000", ":20210716T110000Z"),
            (";TZID=Europe/Berlin:20190101T130000", ":20190101T120000Z"),
            (";TZID=Europe/Berlin:20211031T014500", ":20211030T234500Z"),
            (";TZID=Europe/Berlin:20211031T030000", ":20211031T020000Z"),
        ],
    )
    def test_an_end_that_is_not_after_its_start_is_found(self, start: str, end: str) -> None:
        assert found(file(in_event(f"DTSTART{start}", f"DTEND{end}"))) == [
            ("line 27, VEVENT[1] DTEND", "not after DTSTART (RFC 5545 3.8.2.2)")
        ]

    def test_before_its_first_onset_a_zone_has_the_offset_that_this_one_ends(self) -> None:
        text = in_event("DTSTART;TZID=Europe/Berlin:20190101T130000", "DTEND:20190101T130000Z")
        same = "TZOFFSETFROM:+0100\nTZOFFSETTO:+0100"
        assert found(file(text)) == []
        assert found(file(text.replace(same, "TZOFFSETFROM:+0000\nTZOFFSETTO:+0100"))) == [
            ("line 27, VEVENT[1] DTEND", "not after DTSTART (RFC 5545 3.8.2.2)")
        ]

    def test_of_many_onsets_few_are_looked_at(self) -> None:
        class Looked(list[Onset]):
            looks = 0

            def __getitem__(self, index: Any) -> Any:
                self.looks += 1
                return super().__getitem__(index)

            def __iter__(self) -> Never:
                pytest.fail("it looks at all of them")

        hour = timedelta(hours=1)
        first = datetime.fromisoformat("2000-01-01")
        known = Looked(Onset(first + days * timedelta(days=1), hour, hour) for days in range(4000))
        when = When(first + timedelta(days=3000), utc=False, zone="a")
        assert backwards(when, when, {"a": known})
        assert 2 < known.looks < 40

    @pytest.mark.parametrize(
        ("start", "end", "message"),
        [
            (
                ";VALUE=DATE:20211116",
                ":20211117T000000Z",
                "a time with its zone, but DTSTART is a day (RFC 5545 3.8.2.2)",
            ),
            (
                ":20211116T130000",
                ":20211116T130100Z",
                "a time with its zone, but DTSTART is a floating time (RFC 5545 3.8.2.2)",
            ),
            (
                ";TZID=Europe/Berlin:20211116T130000",
                ":20211116T130100",
                "a floating time, but DTSTART is a time with its zone (RFC 5545 3.8.2.2)",
            ),
        ],
    )
    def test_an_end_of_another_form_is_found(self, start: str, end: str, message: str) -> None:
        assert found(file(in_event(f"DTSTART{start}", f"DTEND{end}"))) == [("line 27, VEVENT[1] DTEND", message)]

    @pytest.mark.parametrize(
        ("line", "message"),
        [
            ("DURATION:1 hour", "not a positive duration (RFC 5545 3.3.6)"),
            ("DURATION:-PT1H", "not a positive duration (RFC 5545 3.3.6)"),
            ("DURATION:P1DT", "not a positive duration (RFC 5545 3.3.6)"),
            ("PRIORITY:10", "not a number from 0 to 9 (RFC 5545 3.8.1.9)"),
            ("GEO:Berlin", "not a latitude and a longitude (RFC 5545 3.8.1.6)"),
            ("RRULE:every day", "not a rule (RFC 5545 3.3.10)"),
            ("ORGANIZER:Alice", "not the address of a calendar user (RFC 5545 3.3.3)"),
        ],
    )
    def test_a_value_that_no_reader_can_use_is_found(self, line: str, message: str) -> None:
        where = f"line 27, VEVENT[1] {line.partition(':')[0]}"
        assert found(file(in_event("DTSTART:20211116T130000", line))) == [(where, message)]

    def test_an_alarm_at_no_time_is_found(self) -> None:
        alarm = ("BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:soon", "REPEAT:often", "DURATION:PT1M", "END:VALARM")
        assert found(file(in_event("DTSTART:20211116T130000", *alarm))) == [
            ("line 29, VALARM[1] TRIGGER", "neither a duration nor a time in UTC (RFC 5545 3.8.6.3)"),
            ("line 30, VALARM[1] REPEAT", "not a whole number (RFC 5545 3.8.6.2)"),
        ]

    def test_a_task_that_is_due_before_it_starts_is_found(self) -> None:
        task = "BEGIN:VTODO\nUID:3\nDTSTAMP:20211116T120000Z\nDTSTART:20211117T130000Z\nDUE:20211116T130000Z\n"
        assert edited("BEGIN:VJOURNAL\n", f"{task}PERCENT-COMPLETE:101\nEND:VTODO\nBEGIN:VJOURNAL\n") == [
            ("line 39, VTODO[1] DUE", "not after DTSTART (RFC 5545 3.8.2.2)"),
            ("line 40, VTODO[1] PERCENT-COMPLETE", "not a number from 0 to 100 (RFC 5545 3.8.1.8)"),
        ]

    def test_an_end_beside_a_duration_is_found(self) -> None:
        assert found(file(in_event("DTSTART:20211116T130000", "DTEND:20211116T130100", "DURATION:PT1M"))) == [
            ("line 27, VEVENT[1] DTEND", "DTEND beside DURATION (RFC 5545 3.6.1)")
        ]

    def test_of_two_ends_the_first_is_compared(self) -> None:
        lines = ("DTSTART:20211116T130000", "DTEND:20211116T130000", "DTEND:20211116T130100")
        assert found(file(in_event(*lines))) == [
            ("line 27, VEVENT[1] DTEND", "not after DTSTART (RFC 5545 3.8.2.2)"),
            ("line 28, VEVENT[1] DTEND", "stands twice (RFC 5545 3.6)"),
        ]

    def test_an_end_without_a_start_is_not_compared(self) -> None:
        assert found(file(in_event("DTEND:20211116T130100"))) == [
            ("line 23, VEVENT[1]", "no DTSTART (RFC 5545 3.6.1)")
        ]

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("TZOFFSETTO:+0200\n", "TZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\n"),
            ("DTSTART:20210328T020000\n", "DTSTART:20210328T020000\nRDATE:20220327T020000\n"),
            ("TZID:Europe/Berlin", "TZID:Europe/Rome"),
            ("TZOFFSETTO:+0200", "TZOFFSETTO:two"),
            ("DTSTART:20210328T020000\n", "DTSTART:in spring\n"),
            ("DTSTART:20210328T020000\n", ""),
        ],
    )
    def test_where_the_zone_cannot_be_worked_out_only_clocks_of_one_zone_are_compared(
        self, old: str, new: str
    ) -> None:
        def ends(start: str, end: str) -> list[str]:
            text = in_event(f"DTSTART{start}", f"DTEND{end}").replace(old, new)
            return [
                message for path, message in found(file(text)) if path.endswith("DTEND") and "TZID" not in message
            ]

        zoned = ";TZID=Europe/Berlin:20211116T130000"
        assert ends(zoned, zoned) == ["not after DTSTART (RFC 5545 3.8.2.2)"]
        assert ends(zoned, ":20211116T120000Z") == []

    def test_years_that_python_does_not_have_are_not_compared_as_instants(self) -> None:
        assert found(file(in_event("DTSTART;TZID=Europe/Berlin:00010101T003000", "DTEND:00010101T000000Z"))) == []


def test_problems_come_in_the_order_of_the_lines_and_read_as_sentences() -> None:
    data = file(VALID.replace("UID:2\n", "UID:1\n").replace("VERSION:2.0", "VERSION:3.0"))
    assert [str(problem) for problem in problems(data)] == [
        "line 2, VCALENDAR[1] VERSION: not 2.0 (RFC 5545 3.7.4)",
        "line 36, VJOURNAL[1] UID: a second component 1 (RFC 5545 3.8.4.7)",
    ]
    assert isinstance(problems(data)[0], Problem)
