"""Day headings: a line that is a date and nothing else, in any language that CLDR knows."""

from datetime import date

import pytest
from babel.dates import format_date

import liveblog_archive as lba
from liveblog_archive.importers.text.days import DayReader
from liveblog_archive.importers.text.names import LANGUAGES, dates, names

# CLDR glues endings to numbers in these, or writes months that it also abbreviates away: rows known to be unread.
UNREAD = {("ku", "long"), ("ku", "medium"), ("hi", "medium"), ("eu", "long")}
DAYS = (date(2021, 11, 17), date(2024, 5, 3), date(2020, 2, 29))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["long", "full", "medium"])
def test_every_language_reads_the_dates_that_cldr_writes(language: str, form: str) -> None:
    for day in DAYS:
        found = DayReader(language).read(format_date(day, form, language))
        if (language, form) in UNREAD:
            continue
        assert found is not None
        assert (found.year, found.month, found.day) == (day.year, day.month, day.day)
        assert form != "full" or found.weekday in (None, day.weekday())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("November 17, 2021", (2021, 11, 17, None, "en")),
        ("Wednesday 17 November 2021", (2021, 11, 17, 2, "en")),
        ("Tuesday, November 16th, 2021", (2021, 11, 16, 1, "en")),
        ("## 17 November", (None, 11, 17, None, "en")),
        ("**November 17**", (None, 11, 17, None, "en")),
        ("Donnerstag, 18. 7.", (None, 7, 18, 3, "de")),
        ("Mi., 17.11.2021", (2021, 11, 17, 2, "de")),
        ("17 novembre 2021", (2021, 11, 17, None, "fr")),
        ("mercredi 1er décembre 2021", (2021, 12, 1, 2, "fr")),
        ("17 de noviembre de 2021", (2021, 11, 17, None, "es")),
        ("quarta-feira, 17 de novembro de 2021", (2021, 11, 17, 2, "pt")),
        ("17 ноября 2021 года", (2021, 11, 17, None, "ru")),
        ("17 листопада 2021 р.", (2021, 11, 17, None, "uk")),
        ("17 նոյեմբերի, 2021 թ.", (2021, 11, 17, None, "hy")),
        ("17 Kasım 2021 Çarşamba", (2021, 11, 17, 2, "tr")),
        ("17 בנובמבר 2021", (2021, 11, 17, None, "he")),
        ("۱۷ نوامبر ۲۰۲۱", (2021, 11, 17, None, "fa")),
        ("2021年11月17日（水曜日）", (2021, 11, 17, 2, "ja")),
        ("11月17日", (None, 11, 17, None, None)),
        ("2021년 11월 17일", (2021, 11, 17, None, None)),
        ("2021-11-17", (2021, 11, 17, None, None)),
        ("17.11.2021", (2021, 11, 17, None, None)),
        ("17.11.2021 г.", (2021, 11, 17, None, None)),
        ("2019年10月12日（土）", (2019, 10, 12, 5, "ja")),
        ("5. Jänner 2024", (2024, 1, 5, None, "de")),
        ("Sept. 23, 2026", (2026, 9, 23, None, "en")),
        ("Wednesday 23 Sept 2026", (2026, 9, 23, 2, "en")),
        ("Tues., Sept. 22, 2026", (2026, 9, 22, 1, "en")),
        ("Thurs 24 September 2026", (2026, 9, 24, 3, "en")),
        ("mercredi 22 juill. 2026", (2026, 7, 22, 2, "fr")),
        ("23 de setiembre de 2026", (2026, 9, 23, None, "es")),
        ("17 تشرين الثاني 2021", (2021, 11, 17, None, "ar")),
        ("الخميس 12 نوفمبر/تشرين الثاني 2026", (2026, 11, 12, 3, "ar")),
        ("12 تشرين الثاني / نوفمبر 2026", (2026, 11, 12, None, "ar")),
        ("12 November/Nov. 2026", (2026, 11, 12, None, "en")),
        ("November 17th, 2021", (2021, 11, 17, None, "en")),
        ("18. 7.", (None, 7, 18, None, None)),
        ("17.11.21", (2021, 11, 17, None, None)),
        ("17/11/21", (2021, 11, 17, None, None)),
    ],
)
def test_headings_of_real_blogs_are_read(line: str, expected: tuple[object, ...]) -> None:
    found = DayReader(None).read(line)
    assert found is not None
    assert found[:5] == expected


@pytest.mark.parametrize(
    "line",
    [
        "The year 2021", "Gaza398", "18.02", "11.5", "9.10am", "9.10 p.m",
        "Day 3", "2:1", "1.154", "May 45, 2021", "31 February", "Nov 31", "November 2021",
        "Monday 16", "12-13 November", "12 November/December 2026", "12 / Rivers 2026", "12 November/Rivers",
        "7 November Street", "1 May 2 May", "17 November 2021 2022", "May Monday 3 4",
        "Krk 17.11.2021", "17", "November", "",
        "The 7 dwarfs met on Monday to march on the 3rd street of the old town",
        "November 17, 2021, and a great many more words than any heading would ever have in it",
    ],
)  # fmt: skip
def test_what_is_not_a_whole_date_is_not_a_heading(line: str) -> None:
    assert DayReader(None).read(line) is None


def test_numbers_are_read_in_the_order_of_the_language() -> None:
    assert DayReader("en").read("03/04/2026")[:3] == (2026, 3, 4)
    assert DayReader("en-US").read("03/04/2026")[:3] == (2026, 3, 4)
    assert DayReader("en-GB").read("03/04/2026")[:3] == (2026, 4, 3)
    assert DayReader("fr").read("03/04/2026")[:3] == (2026, 4, 3)
    assert DayReader("en").read("23/04/2026")[:3] == (2026, 4, 23)
    assert DayReader("fr").read("04/23/2026")[:3] == (2026, 4, 23)


def test_a_given_language_is_the_only_one_read() -> None:
    assert DayReader("de").read("17 novembre 2021") is None
    assert DayReader("de").read("Mercredi, 17.11.2021") is None
    assert DayReader("xx").read("17 novembre 2021") is None
    assert DayReader("ken").read("17 novembre 2021") is None  # CLDR has no names of months for it
    assert DayReader("nb").read("17. november 2021")[:3] == (2021, 11, 17)


def test_words_are_looked_up_without_making_expressions_of_the_dates_of_their_languages() -> None:
    dates.cache_clear()
    assert DayReader(None).read("17 грудня 2021") is not None
    assert dates.cache_info().currsize == 0


def test_names_do_not_depend_on_who_used_babel_before() -> None:
    names.cache_clear()
    for language in ("az", "he", "ja", "en"):
        format_date(date(2021, 11, 17), "LLLL", language)
        format_date(date(2021, 11, 17), "full", language)
    assert names("he").months["נובמבר"] == 11
    assert "noyabr" not in names("he").months
    assert names("en").weekdays["tuesday"] == 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Today, November 17", (None, 11, 17)),
        ("Heute, 17. November 2021", (2021, 11, 17)),
        ("Gestern – 16.11.2021", (2021, 11, 16)),
        ("Hoy 17 de noviembre", (None, 11, 17)),
        ("Le mercredi 17 novembre", (None, 11, 17)),
        ("Day 5: Monday 28 February 2022", (2022, 2, 28)),
        ("Monday 28 February 2022 (Day 5)", (2022, 2, 28)),
        ("Day 5 Monday 28 February 2022", (2022, 2, 28)),
        ("2. Tag Dienstag, 12. Mai 2026", (2026, 5, 12)),
        ("Updates from November 17, 2021", (2021, 11, 17)),
        ("Сегодня, 17 ноября", (None, 11, 17)),
        ("17. November – Tag 5", (None, 11, 17)),
        ("Live updates: November 17, 2021", (2021, 11, 17)),
        ("As it happened: 17 November 2021", (2021, 11, 17)),
        ("Stand: 17. November 2021", (2021, 11, 17)),
        ("Day 266 of the war: Thursday 17 November 2022", (2022, 11, 17)),
        ("Четверг, 17 ноября, 267-й день войны", (None, 11, 17)),
        ("17 listopada 2022, 267. dzień wojny", (2022, 11, 17)),
        ("Dienstag, 16. November, 17. Kriegstag", (None, 11, 16)),
        ("17 November, morning", (None, 11, 17)),
        ("7 березня 2024 року", (2024, 3, 7)),
        ("2024 წლის 14 მაისი", (2024, 5, 14)),
        ("17/11", (None, 11, 17)),
        ("П'ятниця, 1 квітня", (None, 4, 1)),
    ],
)
def test_a_heading_may_say_one_word_more(line: str, expected: tuple[int | None, int, int]) -> None:
    found = DayReader(None).read(line)
    assert found is not None
    assert found[:3] == expected


@pytest.mark.parametrize(
    ("line", "weekday", "shift", "number"),
    [
        ("Tuesday", 1, None, None), ("Dienstag", 1, None, None), ("## Mardi", 1, None, None),
        ("Today", None, 0, None),
        ("Yesterday", None, -1, None), ("Hier, mardi", 1, -1, None), ("Day 2", None, None, 2),
        ("Tag 10:", None, None, 10), ("Thursday’s updates", 3, None, None), ("Friday morning", 4, None, None),
        ("Thursday’s key developments", 3, None, None),
    ],
)  # fmt: skip
def test_a_heading_may_name_no_date(line: str, weekday: int | None, shift: int | None, number: int | None) -> None:
    found = DayReader(None).read_bare(line)
    assert found is not None
    assert found.bare
    assert (found.weekday, found.shift, found.number) == (weekday, shift, number)


def test_a_short_word_before_a_date_is_its_weekday_and_not_today() -> None:
    found = DayReader(None).read("ma 15 november 2021")
    assert found is not None
    assert (found.weekday, found.shift) == (0, None)


@pytest.mark.parametrize(
    "line", ["Tue", "Bridge", "Today is a holiday", "A headline of a length of its own", "Day", ""]
)
def test_what_names_no_day(line: str) -> None:
    assert DayReader(None).read_bare(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Zweiter Verhandlungstag: Dienstag, 17. November 2026", "3. Verhandlungstag – 17. November 2026",
        "Verhandlungstag 12, 17.11.2026", "Day 3 of the trial: Tuesday, 17 November 2026",
        "Second day at the High Court: 17 November 2026", "Premier jour du procès : mardi 17 novembre 2026",
        "Deuxième journée d’audience – 17 novembre 2026", "Primer día de juicio: 17 de noviembre de 2026",
    ],
)  # fmt: skip
def test_a_date_may_stand_behind_a_count_of_days(line: str) -> None:
    found = DayReader(None).read(line)
    assert found is not None
    assert (found.year, found.month, found.day, found.text) == (2026, 11, 17, line)


@pytest.mark.parametrize(
    "line", ["First day: it rains at 12", "Day 3 of the trial: 12 people came", "Tag: 17.11.2026x"]
)
def test_a_count_of_days_alone_is_no_date(line: str) -> None:
    assert DayReader(None).read(line) is None


def test_days_of_a_trial_part_its_entries() -> None:
    lines = ["Erster Verhandlungstag: Dienstag, 10. November 2026", "9.06 Uhr – Der Saal ist voll.",
             "13.20 Uhr – Der Antrag ist abgelehnt.", "Zweiter Verhandlungstag: Dienstag, 17. November 2026",
             "9.15 Uhr – Die Zeugin sagt aus."]  # fmt: skip
    blog = lba.parse("\n".join(lines), format="text", timezone="UTC")
    assert [entry.calendar_day for entry in blog.entries] == [date(2026, 11, day) for day in (10, 10, 17)]
    assert [entry.headline for entry in blog.entries] == [None] * 3
