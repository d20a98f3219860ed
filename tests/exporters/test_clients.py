"""Calendars in the readers that programs for people rest on: ical.js and libical show each entry in its minute."""

from datetime import UTC, date, datetime, timedelta

import pytest

from liveblog_archive.exporters import exporter
from liveblog_archive.identity import identify
from liveblog_archive.model import Entry, LiveBlog, Moment, Paragraph
from liveblog_archive.zones import zone
from tests import judges
from tests.exporters.test_vtimezone import DAY, FIRST, HOUR, LAST, ZONES, changes
from tests.judges import libical
from tests.samples import full_blog

MINUTE = timedelta(minutes=1)
DISTANCES = (-DAY, -HOUR, -MINUTE, 0 * MINUTE, MINUTE, HOUR, DAY, 60 * DAY)


def at(local: datetime) -> Moment:
    end = (local.astimezone(UTC) + MINUTE).astimezone(local.tzinfo)
    return Moment(
        text=f"{local:%H:%M}",
        value=local,
        precision="minute",
        qualifier="exact",
        earliest=local,
        latest=end,
        offset_source="blog",
    )


def instants(key: str) -> list[datetime]:
    """Return the instants around every change of a zone's clock since 1990, on the minute."""
    turns = changes(key, FIRST, LAST) or [datetime(2000, 6, 1, tzinfo=UTC)]
    found = {turn.replace(second=0) + distance for turn in turns for distance in DISTANCES}
    return sorted(each for each in found if FIRST < each < LAST)


def sweep(key: str) -> tuple[bytes, list[datetime]]:
    """Return a calendar with an event at each of the instants of a zone, and the instants."""
    expected = instants(key)
    entries = [
        Entry(time=at(each.astimezone(zone(key))), body=[Paragraph(str(number))])
        for number, each in enumerate(expected)
    ]
    blog = LiveBlog(id="tag:news.example,2021:sweep", timezone=key, entries=entries, order="oldest-first")
    return b"".join(exporter("ical").write(identify(blog))), expected


@pytest.mark.parametrize("key", ZONES)
def test_no_instant_since_1990_is_wrong_in_ical_js(key: str) -> None:
    data, expected = sweep(key)
    shown = judges.ask("calendar.js", {"calendar": data.decode()})
    assert [datetime.fromisoformat(event["start"]) for event in shown] == expected
    assert [datetime.fromisoformat(event["end"]) for event in shown] == [each + MINUTE for each in expected]


@pytest.mark.parametrize("key", ZONES)
def test_no_instant_since_1990_is_wrong_in_libical(key: str) -> None:
    data, expected = sweep(key)
    shown = libical.events(data)
    assert [start for _, _, start, _ in shown] == expected
    assert [end for _, _, _, end in shown] == [each + MINUTE for each in expected]


def test_words_days_and_links_arrive_as_they_were_written() -> None:
    awkward = "Fog; rain, wind\\n and “quotes”: 100 % – Ж ا 漢 🌊 " + "x" * 100
    entry = Entry(
        headline="A, b; c\\n", body=[Paragraph(awkward)], day=date(2021, 11, 16), url="https://news.example/1"
    )
    blog = identify(LiveBlog(id="tag:news.example,2021:words", entries=[entry]))
    data = b"".join(exporter("ical").write(blog))
    (event,) = judges.ask("calendar.js", {"calendar": data.decode()})
    assert event["summary"] == "A, b; c\\n"
    assert event["description"].startswith(awkward)
    assert (event["start"], event["end"]) == ("2021-11-16", "2021-11-17")
    ((_, summary, start, end),) = libical.events(data)
    assert (summary, start, end) == ("A, b; c\\n", date(2021, 11, 16), date(2021, 11, 17))


def test_a_blog_with_every_field_is_the_same_events_in_both() -> None:
    data = b"".join(exporter("ical").write(full_blog()))
    shown = judges.ask("calendar.js", {"calendar": data.decode()})
    read = libical.events(data)
    assert [event["uid"] for event in shown] == [uid for uid, *_ in read]
    assert [event["summary"] or "" for event in shown] == [summary for _, summary, *_ in read]
    assert len(shown) == data.count(b"BEGIN:VEVENT")
