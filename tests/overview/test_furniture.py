"""Furniture: catalogues are whole, and each language writes dates, numbers and plurals as CLDR states it."""

import json
import re
import string
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liveblog_archive.cldr import locale_data
from liveblog_archive.errors import ExportError
from liveblog_archive.model import LiveBlog
from liveblog_archive.overview import LANGUAGES, Furniture, furniture_for
from liveblog_archive.overview.furniture import catalogue as catalogue_module
from liveblog_archive.overview.furniture.catalogue import Message, catalogue
from tests.storm import ROOT, python

ENGLISH = catalogue("en")
# What differences say of an entry in a word.
TERMS = (
    *("quotation", "heading", "ordered list", "unordered list", "image", "video", "audio", "document"),
    *("yes", "published", "deleted", "draft", "comment", "approximate", "inferred"),
)
# Forms that name the number themselves: `يومان` is two days.
IN_WORDS = {"zero", "one", "two"}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def forms(message: Message) -> dict[str, str]:
    return message if isinstance(message, dict) else {"other": message}


def faults(language: str, messages: dict[str, Message]) -> list[str]:
    """What is wrong with a catalogue: keys, plural forms and placeholders."""
    found = [f"{key} is missing" for key in ENGLISH if key not in messages]
    found += [f"{key} is unknown" for key in messages if key not in ENGLISH]
    wanted = {"other", *locale_data(language)["plural_form"].tags}
    for key in ENGLISH.keys() & messages.keys():
        told = set().union(*map(placeholders, forms(ENGLISH[key]).values()))
        if isinstance(messages[key], dict) and messages[key].keys() != wanted:
            found.append(f"{key} has not the forms {', '.join(sorted(wanted))}")
        for form, text in forms(messages[key]).items():
            more, less = placeholders(text) - told, told - placeholders(text)
            may_lack = {"n"} if form in IN_WORDS else set()
            if key == "figure-span" and form in IN_WORDS:
                may_lack = {"n", "last"}
            if more or less - may_lack:
                found.append(f"{key} ({form}) has other placeholders")
            if not text.strip():
                found.append(f"{key} ({form}) is empty")
    return sorted(found)


class TestCatalogues:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_are_whole(self, language):
        assert faults(language, catalogue(language)) == []

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_have_a_word_for_each_term_of_a_difference(self, language):
        assert all(map(Furniture(language).term, TERMS))

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_say_everything_once(self, language):
        text = Path(catalogue_module.__file__).with_name(f"{language}.json").read_text(encoding="utf-8")
        sections = json.loads(text, object_pairs_hook=list)
        assert sorted(key for _, section in sections for key, _ in section) == sorted(catalogue(language))

    @pytest.mark.parametrize(
        ("change", "fault"),
        [
            ({"entries": None}, "entries is missing"),
            ({"entrees": "x"}, "entrees is unknown"),
            ({"entries": {"other": "{n}"}}, "entries has not the forms one, other"),
            ({"by": "By"}, "by (other) has other placeholders"),
            ({"by": "By {name}"}, "by (other) has other placeholders"),
            ({"pinned": " "}, "pinned (other) is empty"),
        ],
    )
    def test_a_fault_is_found(self, change, fault):
        messages = {key: value for key, value in (ENGLISH | change).items() if value is not None}
        assert faults("en", messages) == [fault]

    @pytest.mark.parametrize("language", LANGUAGES[1:])
    def test_say_it_in_their_own_language(self, language):
        same = {key for key, message in catalogue(language).items() if message == ENGLISH[key]}
        shared = {
            "circa",
            "document",
            "source",
            "introduction",
            "name-count",
            "instant",
            "labelled",
            "moment",
            "pair",
            "part-links",
            "part-status",
            "part-text",
            "version-is",
            "video",
        }
        assert same <= shared

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_message_can_be_said_of_every_number(self, language):
        words = Furniture(language)
        for key, message in ENGLISH.items():
            names = set().union(*map(placeholders, forms(message).values()))
            for number in (0, 1, 2, 3, 11, 100, 1_000_000):
                said = words.say(key, **{name: number if name == "n" else "~" for name in names})
                assert "{" not in said

    def test_french_has_a_narrow_blank_where_its_typography_asks_for_one(self):
        texts = [text for message in catalogue("fr").values() for text in forms(message).values()]
        assert Furniture("fr").say("labelled", label="Citer comme", text="x") == "Citer comme\u202f: x"
        for text in texts:
            assert not re.search(r"[^\u202f][;!?»]|«[^\u202f]| [;!?»]", text), text
            assert not re.search(r"[^\u202f\d]:(?!\d)", text), text

    @pytest.mark.parametrize("language", ["de", "es", "ru", "hy", "he", "ar", "en"])
    def test_no_other_language_has_a_blank_before_punctuation(self, language):
        texts = [text for message in catalogue(language).values() for text in forms(message).values()]
        assert not [text for text in texts if re.search(r"\s[:;!?.,։،؛؟]", text)]

    def test_an_armenian_sentence_ends_with_its_own_full_stop(self):
        texts = [text for message in catalogue("hy").values() for text in forms(message).values()]
        assert sum(text.endswith("։") for text in texts) > 20
        assert not [text for text in texts if text.endswith((".", ":"))]

    @pytest.mark.parametrize(
        ("language", "quoted"),
        [
            *[("en", "“a”"), ("fr", "«\u202fa\u202f»"), ("de", "„a“"), ("es", "«a»"), ("ru", "«a»")],
            *[("ar", "«a»"), ("hy", "«a»"), ("he", "”a“")],
        ],
    )
    def test_each_language_quotes_with_its_own_marks(self, language, quoted):
        assert Furniture(language).say("quote", text="a") == quoted


class TestLanguages:
    @pytest.mark.parametrize(
        ("language", "items", "listed"),
        [
            ("es", ["Ana", "Inés"], "Ana e Inés"),
            ("es", ["Ana", "Luis", "Hilario"], "Ana, Luis e Hilario"),
            ("es", ["agua", "hielo"], "agua y hielo"),
            ("he", ["יום אחד", "7 שעות"], "יום אחד ו־7 שעות"),
            ("he", ["אנה", "דן"], "אנה ודן"),
        ],
    )
    def test_the_word_before_the_last_item_fits_it(self, language, items, listed):
        words = Furniture(language)
        assert words.listed(items) == listed
        said = words.around(items, "({})".format)
        assert "".join(f"{before}{item}" for before, item in zip(said, [*items, ""], strict=True)) == f"({listed})"

    DAY = datetime(2021, 11, 16, 17, 5, tzinfo=timezone(timedelta(hours=4)))

    @pytest.mark.parametrize(
        ("language", "instant", "entries", "length", "names"),
        [
            ("en", "16 November 2021, 17:05 UTC+4", "12,000 entries", "2 days and 3 hours", "a, b and c"),
            ("fr", "16 novembre 2021, 17:05 UTC+4", "12\u202f000 entrées", "2 jours et 3 heures", "a, b et c"),
            ("de", "16. November 2021, 17:05 UTC+4", "12.000 Einträge", "2 Tage und 3 Stunden", "a, b und c"),
            ("es", "16 de noviembre de 2021, 17:05 UTC+4", "12.000 entradas", "2 días y 3 horas", "a, b y c"),
            ("ru", "16 ноября 2021\u202fг., 17:05 UTC+4", "12\u00a0000 записей", "2 дня и 3 часа", "a, b и c"),
            ("ar", "16 نوفمبر 2021، 17:05 \u200fUTC+4\u200f", "12,000 مدخل", "يومان و3 ساعات", "a وb وc"),
            ("hy", "2021 թ. նոյեմբերի 16, 17:05 UTC+4", "12\u00a0000 գրառում", "2 օր և 3 ժամ", "a, b և c"),
            ("he", "16 בנובמבר 2021, 17:05 \u200fUTC+4\u200f", "12,000 רשומות", "יומיים ו־3 שעות", "a, b ו־c"),
        ],
    )
    def test_write_dates_numbers_lengths_and_lists(self, language, instant, entries, length, names):
        words = Furniture(language)
        assert words.instant(self.DAY) == instant
        assert words.say("entries", n=12000) == entries
        assert words.duration(timedelta(days=2, hours=3, minutes=4)) == length
        assert words.listed(["a", "b", "c"]) == names

    @pytest.mark.parametrize(
        ("language", "number", "text"),
        [
            ("en", 1, "1 entry"),
            ("en", 0, "0 entries"),
            ("fr", 0, "0 entrée"),
            ("ru", 21, "21 запись"),
            ("ru", 22, "22 записи"),
            ("ru", 12, "12 записей"),
            ("ar", 2, "مدخلان"),
            ("ar", 3, "3 مداخل"),
            ("ar", 11, "11 مدخلًا"),
            ("ar", 100, "100 مدخل"),
            ("he", 2, "שתי רשומות"),
        ],
    )
    def test_have_their_plurals(self, language, number, text):
        assert Furniture(language).say("entries", n=number) == text

    @pytest.mark.parametrize(
        ("language", "weekday", "short"),
        [
            ("en", "Tuesday", "16 Nov"),
            ("de", "Dienstag", "16. Nov."),
            ("ar", "الثلاثاء", "16 نوفمبر"),
            ("he", "יום שלישי", "16 בנוב׳"),
        ],
    )  # fmt: skip
    def test_name_days(self, language, weekday, short):
        assert Furniture(language).weekday(self.DAY) == weekday
        assert Furniture(language).short_day(self.DAY) == short

    def test_two_are_read_from_the_right(self):
        assert [language for language in LANGUAGES if Furniture(language).right_to_left] == ["ar", "he"]

    def test_a_region_does_not_matter(self):
        assert Furniture("pt-BR".replace("pt", "fr")) == Furniture("FR") == Furniture("fr_CA")

    def test_an_unknown_one_is_refused(self):
        with pytest.raises(ExportError) as caught:
            Furniture("tlh")
        assert str(caught.value) == (
            "language: no labels in the language 'tlh'; use one of en, fr, de, es, ru, ar, hy, he"
        )

    @pytest.mark.parametrize(
        ("own", "asked", "spoken"),
        [("hy", "", "hy"), ("de-AT", "", "de"), ("pt", "", "en"), (None, "", "en"), ("hy", "fr", "fr")],
    )
    def test_that_of_the_blog_is_spoken_unless_another_is_asked_for(self, own, asked, spoken):
        assert furniture_for(LiveBlog(language=own), asked).language == spoken


class TestTimes:
    WORDS = Furniture("en")

    @pytest.mark.parametrize(
        ("offset", "shown"),
        [
            (timedelta(hours=4), "UTC+4"),
            (timedelta(0), "UTC"),
            (-timedelta(hours=3, minutes=30), "UTC−3:30"),
            (timedelta(hours=5, minutes=45), "UTC+5:45"),
        ],
    )
    def test_zones(self, offset, shown):
        assert self.WORDS.zone(datetime(2021, 1, 1, tzinfo=timezone(offset))) == shown

    def test_an_unknown_zone_is_said(self):
        assert self.WORDS.instant(datetime.fromisoformat("2021-01-01T09:00")) == "1 January 2021, 09:00 zone unknown"

    def test_seconds_are_shown_where_there_are_any(self):
        assert self.WORDS.clock(datetime.fromisoformat("2021-01-01T09:05:07")) == "09:05:07"
        assert self.WORDS.clock(datetime(2021, 1, 1, 9, 5, tzinfo=UTC)) == "09:05"

    def test_a_day_alone_has_no_clock(self):
        assert self.WORDS.instant(date(2021, 1, 1)) == "1 January 2021"
        assert self.WORDS.moment(datetime.fromisoformat("2021-01-01T09:00")) == "1 January 2021, 09:00"

    @pytest.mark.parametrize(
        ("length", "words"),
        [
            (timedelta(seconds=59), "0 minutes"),
            (timedelta(minutes=1), "1 minute"),
            (timedelta(hours=1, minutes=30), "1 hour and 30 minutes"),
            (timedelta(days=1, minutes=30), "1 day and 30 minutes"),
        ],
    )
    def test_lengths(self, length, words):
        assert self.WORDS.duration(length) == words

    def test_lists_of_few(self):
        assert self.WORDS.listed([]) == ""
        assert self.WORDS.listed(["a"]) == "a"
        assert self.WORDS.listed(["a", "b"]) == "a and b"
        assert self.WORDS.listed(["a", "b", "c", "d"]) == "a, b, c and d"
        assert Furniture("fr").listed(["a", "b"]) == "a et b"

    def test_the_words_around_the_items_of_a_list(self):
        assert self.WORDS.around(["a"]) == ["", ""]
        assert self.WORDS.around(["a", "a", "a"], "By {}.".format) == ["By ", ", ", " and ", "."]
        assert self.WORDS.around(["a\0", "\0"]) == ["", " and ", ""]


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(LANGUAGES))
def test_a_date_has_its_day_and_year_in_every_language(day, language):
    text = Furniture(language).day(day)
    assert str(day.year) in text
    assert str(day.day) in text.replace(str(day.year), "")


def test_words_do_not_depend_on_what_was_asked_for_before():
    script = (
        "from babel import Locale\n"
        "for tag in ('az', 'he', 'fa', 'ar_EG'): Locale.parse(tag).months['format']['wide'][1]\n"
        "from datetime import date\n"
        "from liveblog_archive.overview import Furniture, LANGUAGES\n"
        "print('|'.join(Furniture(one).day(date(2021, 2, 1)) for one in LANGUAGES))"
    )
    done = python("-c", script, cwd=ROOT, env={"PYTHONIOENCODING": "utf-8"})
    assert done.stdout.decode().strip() == "|".join(Furniture(one).day(date(2021, 2, 1)) for one in LANGUAGES)


def test_no_language_asks_for_the_time_zone_of_the_machine():
    # Babel finds it out when `babel.dates` is imported, which costs more than to set a page.
    script = (
        "import sys\nfrom liveblog_archive.overview import Furniture, LANGUAGES\n"
        "said = [Furniture(one).number(12000) for one in LANGUAGES]\n"
        "print(len(said), 'babel' in sys.modules, 'babel.dates' in sys.modules)"
    )
    done = python("-c", script, cwd=ROOT)
    assert done.stdout.decode().split() == [str(len(LANGUAGES)), "True", "False"]
