"""One language and one order of day and month for a whole text, with the runner-up."""

from datetime import date

import pytest

import liveblog_archive as lba
from liveblog_archive.importers import Options, text
from liveblog_archive.importers.text.days import DayReader
from liveblog_archive.importers.text.languages import Settled, settle


def _settled(*headings: str, near: date | None = None, text: str = "", told: str | None = None) -> Settled:
    reader = DayReader(told)
    for heading in headings:
        assert reader.read(heading) is not None
    return settle(reader.readings, told, near, [text])


def _dates(found: Settled) -> list[tuple[int | None, int | None, int | None]]:
    return [day[:3] for day in found.days.values()]


@pytest.mark.parametrize(
    ("heading", "text", "language"),
    [
        ("2 октомври 2022 г.", "Бурята стихна, а пристанището отваря.", "bg"),
        ("2 октомври 2022 г.", "Невремето стивна, ќе се отвори пристаништето.", "mk"),
        ("17. november 2021", "Broen er lukket, og der sejler en færge til øen af hensyn til alle.", "da"),
        ("17. november 2021", "Brua er stengt, og det går ferje til øya av hensyn til alle.", "no"),
        ("17 november 2021", "De brug is dicht en er vaart een pont van het dorp.", "nl"),
        ("17 November 2021", "The bridge is closed, and a ferry sails to the island.", "en"),
        ("22. April 2024", "Die Brücke ist zu, und der Fährmann hat nicht frei.", "de"),
        ("2026年9月20日（日）", "新幹線の運転を再開しました。", "ja"),
        ("2026年9月20日（日）", "台铁的列车恢复了通车。", "zh"),
        ("17 Nov. 2021", "Die Brücke ist zu, und der Fährmann hat nicht frei.", "de"),
    ],
)
def test_the_text_decides_between_languages_that_name_months_alike(heading: str, text: str, language: str) -> None:
    found = _settled(heading, text=text)
    assert found.language == language
    said = f"{language}, from the names of months and weekdays and the words of the text; the next best is "
    assert found.notes[0].text.startswith(said)


@pytest.mark.parametrize("day", ["November 16, 2021", "September 16, 2021", "16 November 2021"])
@pytest.mark.parametrize("text", ["12 a.m.: Midnight. I am.", "At 10 v. the rest.", "A tug comes. A second."])
def test_the_letters_of_an_abbreviation_are_no_words_of_another_language(day: str, text: str) -> None:
    assert _settled(day, text=text).language == "en"


def test_the_order_of_a_date_is_told_where_it_decides() -> None:
    (note,) = _settled("16 marzo 2021", "3 maggio 2021").notes
    assert note.text == "it, from the names of months and weekdays; the next best is es"
    (note,) = _settled("10 mars 2021").notes
    assert note.text == "fr, from the names of months and weekdays and their order; the next best is sq"
    (note,) = _settled("November 16, 2021").notes
    assert note.text == "en, from the names of months and weekdays; the next best is de"


def test_the_language_that_explains_most_headings_is_that_of_the_text() -> None:
    found = _settled("17 novembre 2021", "18 novembre 2021", "mercredi 1er décembre 2021")
    assert found.language == "fr"
    assert _dates(found) == [(2021, 11, 17), (2021, 11, 18), (2021, 12, 1)]
    assert _settled("17 נובמבר 2021").notes[0].text == "he, from the names of months and weekdays"


def test_a_language_that_is_told_is_not_noted() -> None:
    found = _settled("17 novembre 2021", told="fr")
    assert (found.language, found.notes) == ("fr", [])
    assert _settled("2021-11-17").language is None


@pytest.mark.parametrize(
    ("headings", "near", "expected"),
    [
        (("3/4/2022", "13/4/2022"), None, (2022, 4, 3)),
        (("3/4/2022", "3/14/2022"), None, (2022, 3, 4)),
        (("3/4/2022", "4/4/2022", "5/4/2022"), None, (2022, 4, 3)),
        (("3/4/2022",), date(2022, 4, 2), (2022, 4, 3)),
        (("3/4/2022",), date(2022, 3, 3), (2022, 3, 4)),
        (("3/4/2022",), None, (2022, 3, 4)),
        (("3/4/2022", "April 2, 2022"), None, (2022, 4, 3)),
    ],
)
def test_day_and_month_are_told_apart_for_the_whole_text(
    headings: tuple[str, ...], near: date | None, expected: tuple[int, int, int]
) -> None:
    found = _settled(*headings, near=near)
    assert _dates(found)[0] == expected
    assert found.notes[0].code == "date-order-inferred"


def test_the_order_of_the_language_decides_where_nothing_else_does() -> None:
    assert _dates(_settled("3/4/2022", told="en-GB")) == [(2022, 4, 3)]
    assert _dates(_settled("3/4/2022", told="en")) == [(2022, 3, 4)]
    assert _dates(_settled("3/4/2022", told="fr")) == [(2022, 4, 3)]


@pytest.mark.parametrize(
    ("timezone", "expected"),
    [
        ("Europe/Dublin", (2022, 4, 3)),
        ("Asia/Kolkata", (2022, 4, 3)),
        ("Africa/Cairo", (2022, 4, 3)),
        ("Africa/Johannesburg", (2022, 4, 3)),
        ("America/New_York", (2022, 3, 4)),
        ("US/Pacific", (2022, 3, 4)),
        ("Asia/Manila", (2022, 3, 4)),
        ("UTC", (2022, 3, 4)),
    ],
)
def test_the_order_of_the_country_of_the_zone_decides_what_english_leaves_open(
    timezone: str, expected: tuple[int, int, int]
) -> None:
    reader = DayReader(None)
    reader.read("3/4/2022")
    assert _dates(settle(reader.readings, None, None, [], timezone)) == [expected]
    assert _dates(settle(reader.readings, "en-US", None, [], timezone)) == [(2022, 3, 4)]
    told = DayReader("fr")
    told.read("3/4/2022")
    assert _dates(settle(told.readings, "fr", None, [], timezone)) == [(2022, 4, 3)]


def test_a_text_is_dated_by_the_order_of_the_country_of_its_zone() -> None:
    lines = "3/4/2022 14:05 - Harbour shut.\n3/4/2022 15:10 - Harbour open."
    for timezone, day in (("America/Chicago", "2022-03-04"), ("Australia/Sydney", "2022-04-03")):
        blog = lba.parse(lines, format="text", timezone=timezone)
        assert blog.entries[0].time is not None
        assert str(blog.entries[0].time.value).startswith(day)
        assert any(note.code == "date-order-inferred" for note in blog.notes)


def test_labels_are_dated_as_the_whole_text_is() -> None:
    lines = [f"{day}/4/2022 14:05: Report of the {day}th." for day in (3, 4, 13)]
    blog = lba.parse("\n".join(lines), format="text", timezone="UTC")
    assert [f"{entry.time.value:%m-%d}" for entry in blog.entries] == ["04-03", "04-04", "04-13"]


def test_a_told_language_that_is_none_of_those_looked_for_is_read() -> None:
    said = "5. november 2026\n\n14:05 Broen er åpen\n\n13:10 Broen er stengt\n"
    blog = text.read(said.encode(), Options(language="nb", timezone="Europe/Oslo"))
    times = [entry.time.value for entry in blog.entries if entry.time]
    assert [str(time)[:16] for time in times] == [
        "2026-11-05 14:05",
        "2026-11-05 13:10",
    ]


def test_an_order_without_any_year_is_that_of_the_language() -> None:
    found = _settled("03/12", told="fr")
    assert _dates(found) == [(None, 12, 3)]
    assert found.notes[0].text == "03/12 is 12-03: the day stands before the month"
