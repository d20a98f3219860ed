"""Content lines: escaped, folded and written as RFC 5545 3.1 and 3.3.11 say, and not as icalendar 7.3 does."""

from datetime import UTC, datetime

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Event
from icalendar.prop import vCategory, vInt, vText

from liveblog_archive.characters import visible
from liveblog_archive.exporters.contentlines import (
    Text,
    Time,
    Written,
    address,
    closing,
    content_line,
    fold,
    opening,
    pieces,
    present,
)
from tests.strategies import texts


def unfolded(octets: bytes) -> bytes:
    return octets.replace(b"\r\n ", b"")


class TestText:
    def test_escapes_backslash_semicolon_comma_and_line_feed_and_nothing_else(self) -> None:
        assert Text('a\\b;c,d\ne:f"g\th').to_ical() == b'a\\\\b\\;c\\,d\\ne:f"g\th'

    def test_a_backslash_before_a_capital_n_stays_where_icalendar_makes_a_line_break_of_it(self) -> None:
        assert vText("C:\\New").to_ical() == b"C:\\new"
        assert Text("C:\\New").to_ical() == b"C:\\\\New"

    def test_control_characters_are_visible_where_icalendar_writes_them_raw(self) -> None:
        assert vText("a\x00b\x0bc").to_ical() == b"a\x00b\x0bc"
        assert Text("a\x00b\x0bc\x7f").to_ical() == b"a[U+0000]b[U+000B]c[U+007F]"

    def test_every_kind_of_line_break_is_one(self) -> None:
        assert Text("a\r\nb\rc\nd").to_ical() == b"a\\nb\\nc\\nd"

    @settings(derandomize=True, deadline=None)
    @given(texts())
    def test_what_is_written_is_read_as_it_is_shown(self, text: str) -> None:
        line = content_line("SUMMARY", Text(text))
        assert str(Event.from_ical(b"BEGIN:VEVENT\r\n" + line + b"END:VEVENT\r\n")["SUMMARY"]) == visible(text)


class TestTime:
    def test_a_time_on_the_clock_of_a_zone_names_the_zone_as_it_was_given(self) -> None:
        time = Time(datetime.fromisoformat("2021-11-16T17:50"), "Arctic/Longyearbyen")
        assert content_line("DTSTART", time) == b"DTSTART;TZID=Arctic/Longyearbyen:20211116T175000\r\n"

    def test_a_time_in_utc_has_a_z_and_a_floating_one_has_not(self) -> None:
        assert Time(datetime(2021, 11, 16, 17, 50, 9, tzinfo=UTC)).to_ical() == b"20211116T175009Z"
        assert Time(datetime.fromisoformat("2021-11-16T17:50")).to_ical() == b"20211116T175000"

    def test_early_years_have_four_digits_and_fractions_are_cut(self) -> None:
        assert Time(datetime.fromisoformat("0007-01-02T03:04:05.678")).to_ical() == b"00070102T030405"


class TestAddress:
    def test_an_address_on_the_web_is_kept(self) -> None:
        assert address("https://news.example/live?a=1&b=%27#block-1") == "https://news.example/live?a=1&b=%27#block-1"

    def test_what_a_uri_cannot_hold_is_percent_encoded(self) -> None:
        assert address('https://news.example/a b\r\n"ü"') == "https://news.example/a%20b%0D%0A%22%C3%BC%22"

    @pytest.mark.parametrize("text", [None, "", "live#block-1", "javascript:alert(1)", "tag:news.example,2021:x"])
    def test_anything_else_is_none(self, text: str | None) -> None:
        assert address(text) is None


class TestFolding:
    def test_a_line_of_75_octets_stays_whole_and_one_of_76_is_folded(self) -> None:
        assert fold(b"x" * 75 + b"\r\n") == b"x" * 75 + b"\r\n"
        assert fold(b"x" * 76 + b"\r\n") == b"x" * 75 + b"\r\n x\r\n"

    def test_continuations_hold_74_octets_behind_their_blank(self) -> None:
        assert [len(row) for row in fold(b"x" * 300 + b"\r\n").split(b"\r\n")] == [75, 75, 75, 75, 4, 0]

    def test_a_fold_stands_before_a_character_that_does_not_fit(self) -> None:
        assert fold(b"x" * 73 + "🌉".encode() + b"\r\n") == b"x" * 73 + b"\r\n " + "🌉".encode() + b"\r\n"

    @pytest.mark.parametrize("lead", range(68, 77))
    @pytest.mark.parametrize("pairs", [b"\\n", b"\\\\", b"\\\\\\n", b"\\\\\\\\\\,"])
    def test_a_fold_never_parts_a_backslash_from_what_it_escapes(self, lead: int, pairs: bytes) -> None:
        line = b"x" * lead + pairs * 40 + b"\r\n"
        rows = fold(line).removesuffix(b"\r\n").split(b"\r\n ")
        assert unfolded(fold(line)) == line
        assert all((len(row) - len(row.rstrip(b"\\"))) % 2 == 0 for row in rows)

    @settings(derandomize=True, deadline=None)
    @given(st.lists(st.one_of(texts(), st.sampled_from(["\\", "\n", "🌉" * 9, "x" * 70, " " * 40])), max_size=30))
    def test_a_folded_line_is_short_decodable_row_by_row_and_the_same_unfolded(self, parts: list[str]) -> None:
        line = b"SUMMARY:" + Text("".join(parts)).to_ical() + b"\r\n"
        folded = fold(line)
        rows = folded.removesuffix(b"\r\n").split(b"\r\n")
        assert unfolded(folded) == line
        assert all(len(row) <= 75 for row in rows)
        assert "".join(row.decode() for row in rows)  # each row by itself is UTF-8
        assert all(row.startswith(b" ") for row in rows[1:])


class TestComponents:
    def test_properties_come_in_the_order_in_which_they_were_set_with_one_line_for_each_of_a_list(self) -> None:
        properties = {
            "UID": Text("1"),
            "SUMMARY": Text("Bridge", Written(b"LANGUAGE=en")),
            "SEQUENCE": vInt(3),
            "CATEGORIES": vCategory(["Live blog", "Key event"]),
            "X-LIVEBLOG-AUTHOR": [Text("Ani"), Text("Desk")],
        }
        assert opening("VEVENT", properties) + closing("VEVENT") == (
            b"BEGIN:VEVENT\r\nUID:1\r\nSUMMARY;LANGUAGE=en:Bridge\r\nSEQUENCE:3\r\n"
            b"CATEGORIES:Live blog,Key event\r\nX-LIVEBLOG-AUTHOR:Ani\r\nX-LIVEBLOG-AUTHOR:Desk\r\nEND:VEVENT\r\n"
        )

    def test_components_stand_inside_their_component_one_piece_after_the_other(self) -> None:
        calendar = icalendar.Calendar()
        calendar.add_component(Event({"UID": Text("1")}))
        assert list(pieces(calendar)) == [
            b"BEGIN:VCALENDAR\r\n",
            b"BEGIN:VEVENT\r\nUID:1\r\n",
            b"END:VEVENT\r\n",
            b"END:VCALENDAR\r\n",
        ]

    def test_what_says_nothing_is_left_out_but_zero_and_the_empty_text_are_something(self) -> None:
        assert present({"A": None, "B": vInt(0), "C": Text("")}) == {"B": 0, "C": ""}
