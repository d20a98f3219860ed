"""What `icalendar` 7.3 writes wrong when it is used the obvious way: none of it reaches a calendar of ours."""

from datetime import UTC, datetime

import pytest

import liveblog_archive as lba
from liveblog_archive.identity import identify
from liveblog_archive.model import Entry, LiveBlog, Moment, Paragraph
from liveblog_archive.zones import zone

ID = "tag:news.example,2021-10-31:storm"


def lines(*entries: Entry) -> list[str]:
    """Return the unfolded content lines of our calendar of these entries."""
    blog = identify(LiveBlog(id=ID, order="oldest-first", entries=entries))
    return lba.export(blog, "ical").decode().replace("\r\n ", "").split("\r\n")


def said(text: str) -> Entry:
    at = datetime(2021, 11, 16, 12, tzinfo=UTC)
    return Entry(headline=text, time=Moment(value=at, precision="minute", offset_source="stated"))


def on_the_clock(key: str, hour: int, minute: int, fold: int = 0) -> Entry:
    value = datetime(2021, 10, 31, hour, minute, tzinfo=zone(key), fold=fold)
    return Entry(time=Moment(value=value, precision="minute", offset_source="blog"))


def test_a_backslash_before_a_capital_n_stays_one() -> None:
    assert "SUMMARY:C:\\\\News" in lines(said("C:\\News"))


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x7f"])
def test_a_control_character_is_made_visible(character: str) -> None:
    assert f"SUMMARY:a[U+{ord(character):04X}]b" in lines(said(f"a{character}b"))


def test_a_lone_surrogate_is_refused_where_it_comes_in() -> None:
    with pytest.raises(lba.ModelError) as caught:
        said("a\ud800b")
    assert "lone surrogate U+D800 at character 1" in str(caught.value)


def test_the_second_pass_of_a_repeated_hour_is_not_the_first() -> None:
    found = lines(on_the_clock("Europe/Berlin", 2, 30), on_the_clock("Europe/Berlin", 2, 30, fold=1))
    starts = [line for line in found if line.startswith("DTSTART:2021") and line.endswith("Z")]
    assert starts == ["DTSTART:20211031T003000Z", "DTSTART:20211031T013000Z"]


def test_the_end_of_an_event_before_the_change_is_a_minute_later() -> None:
    assert "DTEND:20211031T010000Z" in lines(on_the_clock("Europe/Berlin", 2, 59))


def test_zones_stand_in_the_order_of_their_keys() -> None:
    found = lines(on_the_clock("Europe/Berlin", 12, 0), on_the_clock("Asia/Yerevan", 12, 0))
    assert [line for line in found if line.startswith("TZID")] == ["TZID:Asia/Yerevan", "TZID:Europe/Berlin"]


def test_a_calendar_has_no_id_and_asks_nobody_to_come_back() -> None:
    head = lines(said("Rain"))
    head = head[: head.index("BEGIN:VEVENT")]
    assert not [line for line in head if line.startswith(("UID", "REFRESH-INTERVAL", "METHOD"))]


def test_a_zone_is_a_list_of_onsets_without_a_rule() -> None:
    found = lines(on_the_clock("Europe/Berlin", 12, 0))
    assert not [line for line in found if line.startswith(("RDATE", "RRULE"))]


def test_a_line_is_folded_by_octets() -> None:
    blog = identify(LiveBlog(id=ID, entries=[said("х" * 200), Entry(body=[Paragraph("🌊" * 100)])]))
    assert max(map(len, lba.export(blog, "ical").split(b"\r\n"))) <= 75
