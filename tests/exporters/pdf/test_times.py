"""Times of entries in words."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from tests.samples import YEREVAN, about, clock

from liveblog_archive.exporters.pdf.times import cited, edit_time, shown_time, stretch, understood, untimed
from liveblog_archive.model import Bounds, Entry, Moment
from liveblog_archive.overview import LANGUAGES, Furniture
from liveblog_archive.zones import zone

DAY = date(2021, 11, 16)
LONG = "It was, as far as anybody remembers, some time after lunch"
WORDS = Furniture("en")
SIXTEENTH, NEXT = "16 November 2021", "17 November 2021"


def at(hour: int, minute: int = 0, second: int = 0, day: int = 16) -> datetime:
    return datetime(2021, 11, day, hour, minute, second, tzinfo=YEREVAN)


def day(qualifier: str) -> Moment:
    return Moment(text="Tuesday", value=DAY, precision="day", qualifier=qualifier)


OVERNIGHT = Moment(
    text="about midnight",
    value=at(0, day=17),
    precision="hour",
    qualifier="approximate",
    offset_source="blog",
    earliest=at(23, 30),
    latest=at(0, 30, day=17),
)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (clock("5:50 p.m.", 17, 50), "17:50 UTC+4"),
        (clock("17:50", 17, 50), "UTC+4"),
        (about("about 3", 15), "about 15:00 UTC+4, 14:30\u00a0to\u00a015:30"),
        (
            OVERNIGHT,
            "about 00:00 UTC+4, 16 November 2021, 23:30 UTC+4\u00a0to\u00a017 November 2021, 00:30 UTC+4",
        ),
        (day("exact"), "the day only"),
        (day("approximate"), "about this day"),
        (day("inferred"), "day inferred"),
        (Moment(text="95'"), ""),
        (
            Moment(value=at(9), precision="minute", offset_source="blog", qualifier="inferred"),
            "09:00 UTC+4, inferred",
        ),
    ],
)
def test_a_printed_time_is_understood(moment: Moment, said: str) -> None:
    assert understood(moment, WORDS) == said


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (clock("5:50 p.m.", 17, 50), f"{SIXTEENTH}, 17:50 UTC+4"),
        (about("about 3", 15), f"{SIXTEENTH}, ca. 15:00 UTC+4"),
        (
            Moment(value=at(0, 10, day=17), precision="minute", offset_source="blog", qualifier="inferred"),
            f"{NEXT}, 00:10 UTC+4, inferred",
        ),
        (day("exact"), SIXTEENTH),
        (day("approximate"), f"ca. {SIXTEENTH}"),
        (day("inferred"), f"{SIXTEENTH}, day inferred"),
        (Moment(text="95'"), ""),
    ],
)
def test_a_citation_states_no_time_as_better_known_than_it_is(moment: Moment, said: str) -> None:
    assert cited(Entry(time=moment), WORDS) == said
    assert cited(Entry(published=moment), WORDS) == said


def test_a_citation_states_what_the_data_says_only_where_readers_saw_no_day() -> None:
    seen, data = clock("5:50 p.m.", 17, 50), clock("", 18)
    assert cited(Entry(time=seen, published=data), WORDS) == f"{SIXTEENTH}, 17:50 UTC+4"
    assert cited(Entry(day=date(2021, 11, 17), published=data), WORDS) == NEXT
    assert cited(Entry(time=Moment(text="95'"), published=data), WORDS) == f"{SIXTEENTH}, 18:00 UTC+4"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_cites_an_approximate_time_as_one(language: str) -> None:
    words, moment = Furniture(language), about("about 3", 15)
    approximate = cited(Entry(time=moment), words)
    assert approximate == words.instant(at(15), circa=True) != words.instant(at(15))
    inferred = cited(Entry(time=evolve(moment, qualifier="inferred")), words)
    assert inferred not in (words.instant(at(15)), approximate)


def minute(value: datetime) -> Moment:
    return Moment(value=value, precision="minute", offset_source="unknown" if value.tzinfo is None else "stated")


NOON, LATER = map(datetime.fromisoformat, ("2021-11-16T12:00", "2021-11-16T12:30"))


@pytest.mark.parametrize(
    ("facts", "edited"),
    [
        ({"time": clock("16:00", 16), "modified": LATER.replace(tzinfo=UTC)}, at(16, 30)),
        ({"time": clock("16:00", 16), "published": NOON, "modified": LATER}, LATER),
        ({"time": NOON, "modified": LATER}, LATER),
        ({"time": NOON, "published": at(16), "modified": at(17)}, at(17)),
        ({"published": at(16), "modified": at(17)}, at(17)),
        ({"time": clock("16:00", 16), "modified": at(16)}, None),
        ({"time": clock("16:00", 16)}, None),
    ],
)
def test_an_edit_is_told_on_the_clock_of_the_entry(facts: dict[str, Any], edited: datetime | None) -> None:
    moments = {name: minute(value) if isinstance(value, datetime) else value for name, value in facts.items()}
    found = edit_time(Entry(**moments))
    assert (found and found.isoformat()) == (edited and edited.isoformat())


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (at(9), at(15, 30), f"{SIXTEENTH}, 09:00 to 15:30 UTC+4"),
        (at(9), at(8, day=17), f"{SIXTEENTH}, 09:00 to {NEXT}, 08:00 UTC+4"),
        (at(9), at(15).astimezone(UTC), f"{SIXTEENTH}, 09:00 UTC+4 to {SIXTEENTH}, 11:00 UTC"),
        (DAY, at(8, day=17), f"{SIXTEENTH} to {NEXT}, 08:00 UTC+4"),
        (at(9), date(2021, 11, 17), f"{SIXTEENTH}, 09:00 UTC+4 to {NEXT}"),
    ],
)
def test_from_when_to_when_says_day_and_zone_once(first: date, last: date, said: str) -> None:
    assert stretch(first, last, WORDS) == said


@pytest.mark.parametrize(
    ("bounds", "printed", "said"),
    [
        (Bounds(None, None, "none"), "", "no time printed"),
        (Bounds(None, None, "none"), "95'", "no time of day"),
        (Bounds(None, None, "none"), LONG, "no time of day"),
        (Bounds(at(0), at(0, day=17), "day"), "", "no time printed, some time that day"),
        (Bounds(at(13, 45), at(15, 15), "neighbours"), "", "no time printed, between 13:45 and 15:14"),
        (Bounds(at(13, 45), None, "neighbours"), "", "no time printed, after 13:45"),
        (Bounds(None, at(13, 45, 30), "neighbours"), "95'", "no time of day, before 13:45:29"),
        (Bounds(at(13, day=17), None, "neighbours"), "", "no time printed, after 17 November 2021, 13:00 UTC+4"),
        (Bounds(DAY, date(2021, 11, 17), "stated"), "95'", f"no time of day, between {SIXTEENTH} and {NEXT}"),
        (Bounds(None, None, "neighbours"), "", "no time printed, "),
    ],
)  # fmt: skip
def test_what_is_known_without_a_time(bounds: Bounds, printed: str, said: str) -> None:
    time = Moment(text=printed) if printed else None
    assert untimed(Entry(time=time, day=DAY), bounds, WORDS) == said


def test_the_last_minute_before_a_time_in_a_repeated_hour_is_of_the_same_pass() -> None:
    berlin = zone("Europe/Berlin")
    night, last = date(2021, 10, 31), datetime(2021, 10, 31, 2, 31, tzinfo=berlin, fold=1)
    bounds = Bounds(datetime(2021, 10, 31, 1, 30, tzinfo=berlin), last, "neighbours")
    assert untimed(Entry(), bounds, WORDS).endswith("31 October 2021, 02:30 UTC+1")
    bounds = Bounds(None, datetime(2021, 3, 28, 3, tzinfo=berlin), "neighbours")
    assert untimed(Entry(day=night), bounds, WORDS).endswith("28 March 2021, 01:59 UTC+1")


def test_of_a_printed_time_without_a_day_the_day_is_what_is_missing() -> None:
    nothing = Bounds(None, None, "none")
    assert untimed(Entry(time=Moment(text="7h00 -")), nothing, WORDS) == "day not stated"
    assert untimed(Entry(time=Moment(text=LONG)), nothing, WORDS) == "day not stated"
    assert untimed(Entry(), nothing, WORDS) == "no time printed"


def test_a_long_printed_time_does_not_fit_its_column() -> None:
    assert shown_time(Entry(time=Moment(text="x" * 36))) == "x" * 36
    assert shown_time(Entry(time=Moment(text="x" * 37))) == ""
    assert shown_time(Entry()) == ""
    assert (
        shown_time(
            Entry(
                time=Moment(
                    value=datetime(2021, 1, 1, tzinfo=UTC) + timedelta(0), precision="minute", offset_source="stated"
                )
            )
        )
        == ""
    )
