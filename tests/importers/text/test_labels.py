"""Time labels: each row of the table of clocks, and what only looks like a label."""

from datetime import date
from itertools import product

import pytest

import liveblog_archive as lba
from liveblog_archive.importers.text.clocks import CLOCKS
from liveblog_archive.importers.text.counters import counter
from liveblog_archive.importers.text.days import DayReader
from liveblog_archive.importers.text.labels import LabelReader


def _read(line: str) -> tuple[str, str, int, int, int | None, str | None] | None:
    label, rest = LabelReader(DayReader(None)).read(line) or (None, "")
    return (label.text, rest, label.hour, label.minute, label.second, label.zone) if label else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("10:50 a.m.: Text", ("10:50 a.m.:", "Text", 10, 50, None, None)),
        ("10 a.m.: Text", ("10 a.m.:", "Text", 10, 0, None, None)),
        ("1:45 p.m: Text", ("1:45 p.m:", "Text", 13, 45, None, None)),
        ("12:00 p.m.: Noon", ("12:00 p.m.:", "Noon", 12, 0, None, None)),
        ("12:10 a.m.: Night", ("12:10 a.m.:", "Night", 0, 10, None, None)),
        ("17:03 PM: Text", ("17:03 PM:", "Text", 17, 3, None, None)),
        ("9.45pm GMT Text", ("9.45pm GMT", "Text", 21, 45, None, "GMT")),
        ("٣:٤٥ م: نص", ("٣:٤٥ م:", "نص", 15, 45, None, None)),
        # The sign of the ending stands before its letter or behind it, or is left out.
        ("11:05 صباحًا نص", ("11:05 صباحًا", "نص", 11, 5, None, None)),
        ("11:05 صباحاً نص", ("11:05 صباحاً", "نص", 11, 5, None, None)),
        ("11:05 صباحا نص", ("11:05 صباحا", "نص", 11, 5, None, None)),
        ("9:40 مساءً: نص", ("9:40 مساءً:", "نص", 21, 40, None, None)),
        ("9:40 مساءاً نص", ("9:40 مساءاً", "نص", 21, 40, None, None)),
        ("9:40 مساء نص", ("9:40 مساء", "نص", 21, 40, None, None)),
        ("4:30 فجراً نص", ("4:30 فجراً", "نص", 4, 30, None, None)),
        ("11:50 ظهراً نص", ("11:50 ظهراً", "نص", 11, 50, None, None)),
        ("1:15 ظهراً نص", ("1:15 ظهراً", "نص", 13, 15, None, None)),
        ("4:50 عصراً نص", ("4:50 عصراً", "نص", 16, 50, None, None)),
        ("10:20 ليلاً نص", ("10:20 ليلاً", "نص", 22, 20, None, None)),
        ("1:20 ليلاً نص", ("1:20 ليلاً", "نص", 1, 20, None, None)),
        ("午後3時45分 本文", ("午後3時45分", "本文", 15, 45, None, None)),
        ("午後0時10分", ("午後0時10分", "", 12, 10, None, None)),
        ("오후 3시 45분: 본문", ("오후 3시 45분:", "본문", 15, 45, None, None)),
        ("下午3:45：文字", ("下午3:45：", "文字", 15, 45, None, None)),
        ("오후 5:12:33 본문", ("오후 5:12:33", "본문", 17, 12, 33, None)),
        ("2026-04-30 오후 5:12", ("2026-04-30 오후 5:12", "", 17, 12, None, None)),
        ("2026/4/30 下午5:12 - 文字", ("2026/4/30 下午5:12 -", "文字", 17, 12, None, None)),
        ("[17:12, 30/04/2026] Text", ("[17:12, 30/04/2026]", "Text", 17, 12, None, None)),
        ("[5:12 م، 30/4/2026] نص", ("[5:12 م، 30/4/2026]", "نص", 17, 12, None, None)),
        ("14:05 - +49 30: Text", ("14:05 -", "+49 30: Text", 14, 5, None, None)),
        ("14時05分　本文", ("14時05分", "本文", 14, 5, None, None)),
        ("14時", ("14時", "", 14, 0, None, None)),
        ("21h33.", ("21h33.", "", 21, 33, None, None)),
        ("21:33.", ("21:33.", "", 21, 33, None, None)),
        ("À 21 h 05. Titre", ("À 21 h 05.", "Titre", 21, 5, None, None)),
        (
            "Update vom 2. Februar, 17.50 Uhr: Titel",
            ("Update vom 2. Februar, 17.50 Uhr:", "Titel", 17, 50, None, None),
        ),
        (
            "Erstmeldung vom 2. Februar 2026, 5.40 Uhr: Titel",
            ("Erstmeldung vom 2. Februar 2026, 5.40 Uhr:", "Titel", 5, 40, None, None),
        ),
        ("Update 8 – 5. Juni 2024, 9 Uhr: Titel", ("Update 8 – 5. Juni 2024, 9 Uhr:", "Titel", 9, 0, None, None)),
        ("Update 3: 14.05 Uhr – Titel", ("Update 3: 14.05 Uhr –", "Titel", 14, 5, None, None)),
        ("Mise à jour n° 8 : 9h05 – Titre", ("Mise à jour n° 8 : 9h05 –", "Titre", 9, 5, None, None)),
        ("Update #12 - 9:30 a.m.: Title", ("Update #12 - 9:30 a.m.:", "Title", 9, 30, None, None)),
        ("12:31 a.m. ET, Wednesday", ("12:31 a.m. ET, Wednesday", "", 0, 31, None, "ET")),
        ("14h05 (mardi)", ("14h05 (mardi)", "", 14, 5, None, None)),
        ("14:05 (and no more)", ("14:05", "(and no more)", 14, 5, None, None)),
        ("Update von 17.50 Uhr: Titel", ("Update von 17.50 Uhr:", "Titel", 17, 50, None, None)),
        ("Mise à jour de 17h50 : Titre", ("Mise à jour de 17h50 :", "Titre", 17, 50, None, None)),
        ("9h05 - Titre", ("9h05 -", "Titre", 9, 5, None, None)),
        ("5h37 : Titre", ("5h37 :", "Titre", 5, 37, None, None)),
        ("14h05min – Texto", ("14h05min –", "Texto", 14, 5, None, None)),
        ("14h: Texto", ("14h:", "Texto", 14, 0, None, None)),
        ("14h. Titre", ("14h.", "Titre", 14, 0, None, None)),
        ("11 h. Le port ferme", ("11 h.", "Le port ferme", 11, 0, None, None)),
        ("14h. « Oui »", ("14h.", "« Oui »", 14, 0, None, None)),
        ("13.45 Text", ("13.45", "Text", 13, 45, None, None)),
        ("14:05", ("14:05", "", 14, 5, None, None)),
        ("14:33:00 Text", ("14:33:00", "Text", 14, 33, 0, None)),
        ("24:00: Text", ("24:00:", "Text", 24, 0, None, None)),
        ("[14:05] Text", ("[14:05]", "Text", 14, 5, None, None)),
        ("**14:05** Text", ("**14:05**", "Text", 14, 5, None, None)),
        ("**14:05 Uhr: Titel**", ("**14:05 Uhr:**", "Titel", 14, 5, None, None)),
        ("+++ 14:05 Titel +++", ("+++ 14:05 +++", "Titel", 14, 5, None, None)),
        ("14:05 +++ Titel +++", ("14:05 +++ +++", "Titel", 14, 5, None, None)),
        ("14:05 +++ Titel", ("14:05 +++", "Titel", 14, 5, None, None)),
        ("| 14:05 | Text |", ("| 14:05 | |", "Text", 14, 5, None, None)),
        ("14:05 – Text", ("14:05 –", "Text", 14, 5, None, None)),
        ("• 14:05: Text", ("• 14:05:", "Text", 14, 5, None, None)),
        ("12.31 Uhr: Titel", ("12.31 Uhr:", "Titel", 12, 31, None, None)),
        ("+++ 14:05 Uhr +++", ("+++ 14:05 Uhr +++", "", 14, 5, None, None)),
        ("22:25 Uhr | Text", ("22:25 Uhr |", "Text", 22, 25, None, None)),
        ("18 Uhr: Titel", ("18 Uhr:", "Titel", 18, 0, None, None)),
        ("kl. 14.05: Tekst", ("kl. 14.05:", "Tekst", 14, 5, None, None)),
        ("19:02(IST)", ("19:02(IST)", "", 19, 2, None, "IST")),
        ("Nov 16, 2021, 1:45 p.m. ET", ("Nov 16, 2021, 1:45 p.m. ET", "", 13, 45, None, "ET")),
        ("10/23/2012 5:03:54 PM", ("10/23/2012 5:03:54 PM", "", 17, 3, 54, None)),
        ("26.08.2024, 11:29 Uhr", ("26.08.2024, 11:29 Uhr", "", 11, 29, None, None)),
        ("2021-11-17T14:05:00 Text", ("2021-11-17T14:05:00", "Text", 14, 5, 0, None)),
        ("6:12 p.m. ET, February 24, 2022", ("6:12 p.m. ET, February 24, 2022", "", 18, 12, None, "ET")),
        ("15:47 BST 5 July 2024", ("15:47 BST 5 July 2024", "", 15, 47, None, "BST")),
        *(
            (line, (line, "", 16, 12, None, None))
            for line in (
                "alle ore 16:12 del 20/09/2016",
                "a las 16:12 del 20 de septiembre de 2016",
                "om 16.12 op 20-09-2016",
                "o 16:12 dnia 20.09.2016",
                "às 16h12 em 20/09/2016",
                "v 16:12 dne 20. září 2016",
            )
        ),
        # With seconds behind a second dot, where another date or a word tells that it is none.
        ("20/9/2016 at 16.12.40", ("20/9/2016 at 16.12.40", "", 16, 12, 40, None)),
        ("3.3.2026 klo 9.05.12", ("3.3.2026 klo 9.05.12", "", 9, 5, 12, None)),
        ("03-03-2026 14.33.00 – Tekst", ("03-03-2026 14.33.00 –", "Tekst", 14, 33, 0, None)),
        ("16.12.40, 20 settembre 2016", ("16.12.40, 20 settembre 2016", "", 16, 12, 40, None)),
        ("kl. 16.12.40: Tekst", ("kl. 16.12.40:", "Tekst", 16, 12, 40, None)),
        ("2026-03-03T10:50:00Z Text", ("2026-03-03T10:50:00Z", "Text", 10, 50, 0, "Z")),
        ("2026-03-03T12:50:00+01:00 Text", ("2026-03-03T12:50:00+01:00", "Text", 12, 50, 0, "+01:00")),
        ("10:50 GMT+2: Text", ("10:50 GMT+2:", "Text", 10, 50, None, "GMT+2")),
        ("10:50 UTC+5:30: Text", ("10:50 UTC+5:30:", "Text", 10, 50, None, "UTC+5:30")),
        ("10:50 GMT+14 Text", ("10:50 GMT+14", "Text", 10, 50, None, "GMT+14")),
        # No clock is so far from UTC: then it is no offset, nor GMT.
        ("10:50 GMT+15: Text", ("10:50", "GMT+15: Text", 10, 50, None, None)),
        ("10:50 GMT+99: Text", ("10:50", "GMT+99: Text", 10, 50, None, None)),
        ("10:50 GMT+2:99: Text", ("10:50", "GMT+2:99: Text", 10, 50, None, None)),
        ("10:50 GMT-3 Text", ("10:50 GMT-3", "Text", 10, 50, None, "GMT-3")),
        ("10:50+99:99: Text", ("10:50+", "99:99: Text", 10, 50, None, None)),
        ("3:45 مساءً: نص", ("3:45 مساءً:", "نص", 15, 45, None, None)),
        ("晚上8点：文字", ("晚上8点：", "文字", 20, 0, None, None)),
        ("晚上11:50 文字", ("晚上11:50", "文字", 23, 50, None, None)),
        ("晚上12:30 文字", ("晚上12:30", "文字", 0, 30, None, None)),
        ("晚上1点：文字", ("晚上1点：", "文字", 1, 0, None, None)),
        ("中午11:30 文字", ("中午11:30", "文字", 11, 30, None, None)),
        ("中午12点：文字", ("中午12点：", "文字", 12, 0, None, None)),
        ("中午1点：文字", ("中午1点：", "文字", 13, 0, None, None)),
        ("凌晨12:30 文字", ("凌晨12:30", "文字", 0, 30, None, None)),
        ("傍晚6:10 文字", ("傍晚6:10", "文字", 18, 10, None, None)),
        ("Ore 19:15 - Testo", ("Ore 19:15 -", "Testo", 19, 15, None, None)),
        ("20:15 h. Texto", ("20:15 h.", "Texto", 20, 15, None, None)),
        ("\u200f14:05 – Text", ("\u200f14:05 –", "Text", 14, 5, None, None)),
        ("🔴 20h00 : Texte", ("🔴 20h00 :", "Texte", 20, 0, None, None)),
        ("17 novembre 2021 à 14h05 - Titre", ("17 novembre 2021 à 14h05 -", "Titre", 14, 5, None, None)),
        # The same time told again, in another zone or on the other clock, belongs to the label.
        ("07:40 (04:40 UTC) Text", ("07:40 (04:40 UTC)", "Text", 7, 40, None, None)),
        ("9 h 05 (8 h 05 GMT) : Texte", ("9 h 05 (8 h 05 GMT) :", "Texte", 9, 5, None, None)),
        ("15.00 Uhr MEZ / 14.00 Uhr GMT: Text", ("15.00 Uhr MEZ / 14.00 Uhr GMT:", "Text", 15, 0, None, "MEZ")),
        ("6:05 PM PST, 9:05 PM EST - Text", ("6:05 PM PST, 9:05 PM EST -", "Text", 18, 5, None, "PST")),
        ("3:05pm (2205 GMT) Text", ("3:05pm (2205 GMT)", "Text", 15, 5, None, None)),
        ("4.58pm BST 16:58", ("4.58pm BST 16:58", "", 16, 58, None, "BST")),
        (
            "21.10 Uhr MEZ (15.10 Uhr Ortszeit): Text",
            ("21.10 Uhr MEZ (15.10 Uhr Ortszeit):", "Text", 21, 10, None, "MEZ"),
        ),
        ("21:10 MEZ / 15:10 PET", ("21:10 MEZ / 15:10 PET", "", 21, 10, None, "MEZ")),
        ("19:30 [7:30 p.m.] Text", ("19:30 [7:30 p.m.]", "Text", 19, 30, None, None)),
        # Another time, or a time of something else, does not.
        ("14:05 (13:17 GMT Monday) Text", ("14:05", "(13:17 GMT Monday) Text", 14, 5, None, None)),
        ("(22:20 UTC Monday) Text", ("(22:20 UTC", "Monday) Text", 22, 20, None, "UTC")),
        ("14:05 (13:05 GMT kick-off) Text", ("14:05", "(13:05 GMT kick-off) Text", 14, 5, None, None)),
        ("14:05 (13:17 GMT) Text", ("14:05", "(13:17 GMT) Text", 14, 5, None, None)),
        ("14:05 14:20 14:35", ("14:05", "14:20 14:35", 14, 5, None, None)),
        ("14:05: 13:05 GMT Text", ("14:05:", "13:05 GMT Text", 14, 5, None, None)),
        ("14:05 (12 hurt) Text", ("14:05", "(12 hurt) Text", 14, 5, None, None)),
        # On the clocks of the place.
        ("11:32 local time: Text", ("11:32 local time:", "Text", 11, 32, None, None)),
        ("11.32 Uhr Ortszeit - Text", ("11.32 Uhr Ortszeit -", "Text", 11, 32, None, None)),
        ("21 h 15 (heure locale) : Texte", ("21 h 15 (heure locale) :", "Texte", 21, 15, None, None)),
        ("9:30 p.m. hora local", ("9:30 p.m. hora local", "", 21, 30, None, None)),
    ],
)
def test_a_printed_time_is_read(line: str, expected: tuple[object, ...]) -> None:
    assert _read(line) == expected


@pytest.mark.parametrize("name", [name for name, _, _ in CLOCKS])
def test_every_example_in_the_table_is_read_by_its_own_row(name: str) -> None:
    examples = next(examples for row, _, examples in CLOCKS if row == name)
    for example in examples.split("   "):
        found = LabelReader(DayReader(None)).read(example)
        assert found is not None, example
        assert found[0].style == name, example


@pytest.mark.parametrize(
    "line",
    [
        "2:1 was the score", "78:65: end of the third quarter", "12.34.56.78.90 is the number", "1.154.700 cars",
        "13.45% more",
        "At 8:45 the first ambulance left", "12 Armenian soldiers", "14:05-15:00 lunch", "12 amazing facts",
        "Luke 12:30 says", "As of 10:30 nothing is known", "14:05x", "A very long beginning of a line without 14:05",
        "16.12.40: a date", "Stand: 03.03.26", "um 16.12.40", "kl. 16.12.2040",
        "Room 3, 14:05", "March 3, 2026, 1:0 at half time", "May 45, 2021, 14:05 is no day",
    ],
)  # fmt: skip
def test_what_is_no_label_is_not_read_as_one(line: str) -> None:
    assert _read(line) is None


LOOKALIKES = [
    "At 8:45 the first ambulance left the scene.",
    "We expected at 10:30 a full report.",
    "2:1 was the score at half time.",
    "The score: 2:1.",
    "2:0 (1:0)",
    "78:65: end of the third quarter.",
    "16:9 is the format of the picture",
    "12:30 was when the siren began.",
    "10:15 ratio of men to women was reported.",
    "3:16 For God so loved the world",
    "Luke 12:30 says so.",
    "95' Goal for the home side",
    "06 12 34 56 78 is the number to call.",
    "+33 6 12 34 56 78",
    "12.50 euros is the new fare.",
    "12.50 € is the fare.",
    "10.30 Uhr war es, als der Alarm kam.",
    "5 p.m. is the deadline.",
    "10 a.m. was too early for most.",
    "12:30-13:00 lunch break",
    "24.12. is a holiday.",
    "7 November Street is closed.",
    "May 5 Street is closed.",
    "As a reminder, on March 3, at around 1 p.m., the ferry ran aground.",
]


@pytest.mark.parametrize("line", LOOKALIKES)
@pytest.mark.parametrize("label", ["{} –", "{}:", "[{}]", "{}"])
def test_a_line_that_only_looks_like_a_label_never_opens_an_entry(line: str, label: str) -> None:
    times = [label.format(time) for time in ("14:05", "15:10", "16:20", "17:30", "18:40")]
    first, *others = [f"{time} The bridge is closed, a report of that hour says." for time in times]
    if label == "{}" and line[0].isdigit() and line.split()[1][0].isupper():
        return  # nothing sets a bare label off from a bare verse
    text = "\n".join(["March 3, 2026", first, line, *others])
    blog = lba.parse(text, format="text", timezone="UTC")
    assert len(blog.entries) == 5
    assert blog.entries[0].body[-1].text == line


def test_minutes_of_play_are_labels_only_where_there_is_nothing_else() -> None:
    text = "90+3' – Goal!\n45' Half time.\n12. min: Corner.\n1' Kick-off."
    blog = lba.parse(text, format="text", timezone="UTC")
    assert [entry.time.text for entry in blog.entries] == ["90+3' –", "45'", "12. min:", "1'"]
    assert [entry.time.value for entry in blog.entries] == [None] * 4
    assert blog.order == "newest-first"
    assert counter("Goal") is None


def test_bare_times_before_sentences_are_labels_where_a_newsroom_begins_so() -> None:
    text = "\n".join(f"1{n}.30 the bridge is still closed, a report says." for n in range(5))
    assert len(lba.parse(text, format="text", timezone="UTC", date="2026-03-03").entries) == 5


def test_a_label_in_another_style_after_all_others_is_rejected_and_noted() -> None:
    times = "\n".join(f"1{n}:30 – Report number {n}.\nMore of it." for n in range(6))
    blog = lba.parse(f"March 3, 2026\n{times}\nMarch 2, 2026, 14:05", format="text", timezone="UTC")
    assert len(blog.entries) == 6
    assert [note.line for note in blog.capture.notes if note.code == "label-rejected"] == [14]


def test_an_impossible_time_that_nothing_sets_off_is_text() -> None:
    lines = ["13.45 Sales begin.", "19.99 Euro a ticket.", "14.10 The hall is full.", "15.20 All is sold."]
    blog = lba.parse("\n".join(["March 3, 2026", *lines]), format="text", timezone="UTC")
    assert [entry.time.text for entry in blog.entries] == ["13.45", "14.10", "15.20"]
    assert blog.entries[0].body[-1].text == lines[1]


HEADS = [
    "14:05",
    "14.05 Uhr",
    "2:05 p.m.",
    "9h05",
    "[14:05",
    "(14:05",
    "14:05 GMT",
    "14.05",
    "1405 GMT",
    "25:61",
    "17.11",
]
ENDS = [": ", " – ", " - ", " — ", " | ", "] ", ") ", " ", ":"]
RESTS = [
    "Aground",
    "November 17, 2021",
    "17 Aground",
    "Mai 2021",
    "aground",
    "GMT aground",
    "",
    "…",
    "Uhr: a",
    "a: b",
]


@pytest.mark.parametrize("head", HEADS)
def test_what_was_read_before_changes_no_reading(head: str) -> None:
    lines = [f"{head}{end}{rest}".strip() for end, rest in product(ENDS, RESTS)]
    days = DayReader(None)
    reader = LabelReader(days)
    for line in [*lines, *lines[::-1]]:
        if days.read(line) is None:
            label, rest = reader.recall(line) or reader.read(line) or (None, "")
            fresh, fresh_rest = LabelReader(DayReader(None)).read(line) or (None, "")
            assert (str(label), rest) == (str(fresh), fresh_rest), line


def test_a_label_is_one_and_the_same_on_every_line_that_has_it() -> None:
    reader = LabelReader(DayReader(None))
    assert reader.recall("14:05: Aground") is None
    first, other = reader.read("14:05: Aground"), reader.recall("14:05: Afloat again")
    assert first is not None
    assert other == (first[0], "Afloat again")


@pytest.mark.parametrize("line", ["2h ago", "14h fa", "3 h geleden", "5h ago in the harbour"])
def test_a_distance_from_now_is_no_time_of_day(line: str) -> None:
    assert _read(line) is None


def test_hours_that_a_word_like_that_follows_are_one() -> None:
    assert _read("14h Fabian kommt an") == ("14h", "Fabian kommt an", 14, 0, None, None)


@pytest.mark.parametrize(
    ("line", "day", "minutes"),
    [
        ("2026. 09. 26. 9:38", (2026, 9, 26), 578), ("9 luglio 2026 Ore 06.31", (2026, 7, 9), 391),
        ("8. mars 2026 Klokken 18.41", (2026, 3, 8), 1121), ("14. března 2026 v 18:42", (2026, 3, 14), 1122),
    ],
)  # fmt: skip
def test_a_date_may_stand_before_a_clock_with_a_word_between(
    line: str, day: tuple[int, int, int], minutes: int
) -> None:
    label, rest = LabelReader(DayReader(None)).read(line) or (None, "")
    assert label is not None
    assert label.day is not None
    assert ((label.day.year, label.day.month, label.day.day), label.minutes, rest) == (day, minutes, "")


class TestSpoken:
    """Times in words: where others are in figures, and alone or set off."""

    def entries(self, text: str) -> list[tuple[str | None, str]]:
        blog = lba.parse(text.encode(), format="text", timezone="UTC", date=date(2026, 3, 3))
        return [(entry.time.text if entry.time else None, entry.text) for entry in blog.entries]

    def test_are_labels(self) -> None:
        text = (
            "9:20 am\nThe gates open.\n\nNoon\nSoup is served.\n\n3:15 pm\nThe fair is on.\n\nMidnight\nLights out."
        )
        assert self.entries(text) == [
            ("9:20 am", "The gates open."), ("Noon", "Soup is served."), ("3:15 pm", "The fair is on."),
            ("Midnight", "Lights out."),
        ]  # fmt: skip

    def test_are_text_where_a_sentence_goes_on_from_them(self) -> None:
        text = "9:20 am\nThe gates open.\n\nNoon prayers are over.\n\n3:15 pm\nThe fair is on."
        assert self.entries(text)[0] == ("9:20 am", "The gates open.\n\nNoon prayers are over.")

    def test_are_no_labels_without_times_in_figures(self) -> None:
        text = "9:20 am\nThe gates open.\n\nNoon\nSoup is served."
        assert self.entries(text) == [("9:20 am", "The gates open.\n\nNoon\n\nSoup is served.")]


IN_BRACKETS = [
    "UPDATE (6:05 a.m. Friday): The ferry sails again.",
    "Update (Friday, 12:40 a.m.)",
    "The crew of 12 is ashore, and the pumps run.",
    "Correction [10:20 p.m. Thursday]: Four were aboard, and not five.",
    "UPDATE (8:15 a.m. Wednesday) – The harbour is shut.",
    "First report (7:30 a.m. Tuesday): A ferry ran aground.",
]


def test_times_in_brackets_behind_words_are_labels_on_the_day_of_the_week_beside_them() -> None:
    blog = lba.parse("\n".join(IN_BRACKETS), format="text", timezone="UTC", date="2026-03-06")
    assert [entry.time and f"{entry.time.value:%d %H:%M}" for entry in blog.entries] == [
        "06 06:05", "06 00:40", "05 22:20", "04 08:15", "03 07:30",
    ]  # fmt: skip
    assert {entry.time and entry.time.qualifier for entry in blog.entries} == {"inferred"}
    assert [entry.body[0].text for entry in blog.entries][1:3] == [IN_BRACKETS[2], "Four were aboard, and not five."]
    assert [entry.time and entry.time.text for entry in blog.entries][2] == "Correction [10:20 p.m. Thursday]:"


def test_a_day_of_the_week_alone_dates_nothing() -> None:
    blog = lba.parse("\n".join(IN_BRACKETS), format="text", timezone="UTC")
    assert [entry.time and entry.time.value for entry in blog.entries] == [None] * 5


def test_a_date_may_stand_in_the_brackets_as_well() -> None:
    lines = ["Update (March 4, 2026, 6:05 a.m.): It sails.", "Update (March 3, 2026, 7:30 p.m.): It ran aground."]
    blog = lba.parse("\n".join(lines), format="text", timezone="UTC")
    times = [entry.time for entry in blog.entries]
    assert [time and (f"{time.value:%d %H:%M}", time.qualifier) for time in times] == [
        ("04 06:05", "exact"), ("03 19:30", "exact"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Aktualisiert (Freitag, 23.45 Uhr): Die Fähre fährt.", 4),
        ("Mise à jour (vendredi à 23h45) : Le ferry repart.", 4),
        ("Update (at 11:45 p.m. Friday): The ferry sails.", 4),
        ("Update (23:45): The ferry sails.", None),
    ],
)
def test_an_update_in_any_language_may_have_its_time_in_brackets(line: str, day: int | None) -> None:
    label, rest = LabelReader(DayReader(None)).read_behind_words(line) or (None, "")
    assert label is not None
    assert label.said
    assert (label.clock, label.day and label.day.weekday) == (23 * 60 + 45, day)
    assert line == f"{label.text} {rest}"


@pytest.mark.parametrize(
    "line",
    [
        "Update (11:45 p.m. yesterday): The ferry sails.",
        "Update (11:45 p.m. in town): The ferry sails.",
        "Update (25:61): The ferry sails.",
        "Update (3 of 14 are shut): The ferry sails.",
        "Update (11:45 p.m. Friday) was the last word.",
        "The ferry of the island in the bay (11:45 p.m. Friday): late",
    ],
)
def test_other_words_in_brackets_are_no_label(line: str) -> None:
    assert LabelReader(DayReader(None)).read_behind_words(line) is None


def test_a_list_of_events_with_times_in_brackets_is_text() -> None:
    lines = [
        "Semi-final (7 p.m. Tuesday): Oak and Elm",
        "Final (8 p.m. Friday): who wins",
        "Update (9:10 a.m.): Shut.",
    ]
    with pytest.raises(lba.LiveBlogError, match="no entry found"):
        lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-03-03")


def test_dates_and_times_above_all_labels_with_a_weekday_are_none() -> None:
    above = ["Snow again", "March 6, 2026 5:41 AM", "Jury is picked", "March 5, 2026 11:18 PM"]
    blog = lba.parse("\n".join([*above, *IN_BRACKETS[:5]]), format="text", timezone="UTC")
    assert [f"{entry.time.value:%d %H:%M}" for entry in blog.entries if entry.time and entry.time.value] == [
        "06 06:05", "06 00:40", "05 22:20", "04 08:15",
    ]  # fmt: skip


def test_a_time_told_again_at_the_end_of_a_line_is_one_label() -> None:
    label, before = LabelReader(DayReader(None)).read_trailing("The dyke holds. 07:40 (04:40 UTC)") or (None, "")
    assert (label and label.text, before) == ("07:40 (04:40 UTC)", "The dyke holds.")


def test_a_zone_that_tells_a_time_again_is_no_word_of_the_text() -> None:
    lines = "4.58pm BST 16:58 The pumps run.\n3.20pm: They stop.\n2.10pm: Rain sets in."
    blog = lba.parse(lines, format="text", timezone="Europe/London")
    assert [entry.text for entry in blog.entries] == ["The pumps run.", "They stop.", "Rain sets in."]


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("en", "6:30 AM THURSDAY: The water is back.", 3),
        ("en", "6:30 a.m. EST Thursday – The water is back.", 3),
        ("en", "6:30 a.m. (Thu.): The water is back.", 3),
        ("de", "6.30 Uhr, Do. | Das Wasser läuft wieder.", 3),
        ("fr", "6h30, jeudi : L’eau est revenue.", 3),
        (None, "6:30 Donnerstag: Das Wasser läuft wieder.", 3),
        ("de", "6.30 Uhr So: Das Wasser läuft wieder.", None),
        (None, "6:30 (Sam): The water is back.", None),
        ("en", "6:30 AM Thursday is market day: all stalls are up.", None),
    ],
)
def test_a_weekday_may_stand_behind_a_clock_where_both_are_set_off(
    language: str | None, line: str, day: int | None
) -> None:
    label, rest = LabelReader(DayReader(language)).read(line) or (None, "")
    assert label is not None
    assert (label.clock, label.day and label.day.weekday) == (6 * 60 + 30, day)
    assert f"{label.text} {rest}" == line
    assert ("Thu" in rest or "Do" in rest) is (day is None and "Thu" in line)


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [("fr", "Mardi, 8h12", 1), ("en", "Tue 8:12", 1), (None, "Tuesday, 8:12", 1), (None, "Sam 8:12", None)],
)
def test_a_weekday_before_a_clock_is_its_day_but_for_what_may_be_a_name(
    language: str | None, line: str, day: int | None
) -> None:
    label, _ = LabelReader(DayReader(language)).read_behind_a_day(line) or (None, "")
    assert label is not None
    assert (label.text, label.clock, label.day and label.day.weekday) == (line, 8 * 60 + 12, day)
