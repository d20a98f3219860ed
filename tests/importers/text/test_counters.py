"""Counts of play and relative times: each row of their tables, and what only looks like one."""

import pytest

import liveblog_archive as lba
from liveblog_archive.importers.text.counters import COUNTERS, NUMBERED, counter, numbered_minute
from liveblog_archive.importers.text.relative import is_relative, relative_label
from liveblog_archive.model import Moment


@pytest.mark.parametrize("name", [name for name, _, _ in COUNTERS])
def test_every_example_in_the_table_is_read_by_its_own_row(name: str) -> None:
    for example in next(examples for row, _, examples in COUNTERS if row == name).split("   "):
        label, rest = counter(example + " Goal") or (None, "")
        assert label is not None, example
        assert (label.style, label.text, rest) == (name, example, "Goal")


def test_a_number_with_a_dot_is_a_minute_where_added_time_is_printed_so() -> None:
    name, _, example = NUMBERED
    label, rest = numbered_minute(example + " Yellow card") or (None, "")
    assert label is not None
    assert rest == "Yellow card"
    assert (label.style, label.text, label.minutes) == (name, example, 83)
    assert numbered_minute("83.5 percent") is None


@pytest.mark.parametrize(
    ("line", "minutes"),
    [("90'+2 Over", 92), ("45.+3' : Pause", 48), ("(45.+3) Pause", 48), ("19.6 Out", 196), ("7' ", 7)],
)
def test_added_time_and_balls_count(line: str, minutes: int) -> None:
    found = counter(line)
    assert found is not None
    assert found[0].minutes == minutes


@pytest.mark.parametrize(
    "line", ["Goal", "1.5.2026 begins", "12.50 euros", "2:1", "95 people", "12.4.5 is a version"]
)
def test_what_counts_no_play(line: str) -> None:
    assert counter(line) is None


def _printed(*lines: str) -> list[tuple[str | None, str | None, str]]:
    blog = lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-04-11")
    codes = [note.code for note in blog.notes]
    assert "date-missing" not in codes  # no day would give a minute of play a value
    return [(entry.time.text if entry.time else None, entry.headline, entry.text) for entry in blog.entries]


def test_states_of_play_stand_among_its_minutes() -> None:
    assert _printed("FT: Rovers 1, City 0", "90' A corner.", "HT", "A dull half.", "9' GOAL! One up.", "KO!") == [
        ("FT:", None, "Rovers 1, City 0"),
        ("90'", None, "A corner."),
        ("HT", None, "A dull half."),
        ("9'", None, "GOAL! One up."),
        ("KO!", None, ""),
    ]


def test_a_state_of_play_that_goes_on_or_heads_a_minute_is_text() -> None:
    assert _printed("90' A corner.", "Full time is near.", "9' GOAL! One up.") == [
        ("90'", None, "A corner.\n\nFull time is near."),
        ("9'", None, "GOAL! One up."),
    ]
    assert _printed("45'+2", "Halbzeit", "Es steht 1:0.", "9'", "Tor", "Das 1:0 für Kiel.") == [
        ("45'+2", "Halbzeit", "Es steht 1:0."),
        ("9'", "Tor", "Das 1:0 für Kiel."),
    ]
    with pytest.raises(lba.ImportFailure):
        _printed("HT", "A dull half.", "KO", "They are off.")


CLOCKS = ["20:21 Uhr", "Viele stehen im Stau.", "19:40 Uhr", "Die Aufstellungen sind da."]
MINUTES = ["90'", "Es ist vorbei.", "67'", "Tor", "Das 1:0 für Kiel.", "1'", "Der Ball rollt."]


def test_minutes_alone_in_their_lines_are_labels_beside_the_clocks_before_a_match() -> None:
    newest = _printed(*MINUTES, *CLOCKS)
    assert [(time, headline) for time, headline, _ in newest] == [
        ("90'", None), ("67'", "Tor"), ("1'", None), ("20:21 Uhr", None), ("19:40 Uhr", None),
    ]  # fmt: skip
    oldest = _printed(*CLOCKS[2:], *CLOCKS[:2], *MINUTES[5:], *MINUTES[2:5], *MINUTES[:2])
    assert sorted(newest) == sorted(oldest)


@pytest.mark.parametrize(
    "lines",
    [
        [*CLOCKS, *MINUTES[:2], *MINUTES[5:], *MINUTES[2:5]],  # in no direction
        [*MINUTES[:2], *CLOCKS, *MINUTES[2:]],  # clocks among them
        [*MINUTES[:2], "67'", "1'", "Der Ball rollt.", *CLOCKS],  # of one nothing is said
        [*CLOCKS, "10 min.", "So lange.", "20 min.", "Noch länger.", "30 min.", "Ganz lange."],  # how long
    ],
)
def test_minutes_beside_clocks_are_text_otherwise(lines: list[str]) -> None:
    assert [time for time, _, _ in _printed(*lines)] == ["20:21 Uhr", "19:40 Uhr"]


def test_a_minute_beside_a_clock_is_told_by_both_and_a_headline_may_stand_below() -> None:
    said = ["It is over.", "A late goal.", "A goal.", "Nothing so far.", "They are off."]
    beside = ["16:53 FT", "16:46 88'", "16:09 (51.)", "15:48 HT", "15:00"]
    heads = ["All over", "GOAL! Two up", "GOAL! One up", "Half-time", "Kick-off"]
    lines = [line for three in zip(beside, heads, said, strict=True) for line in three]
    assert _printed(*lines) == [*zip(beside, heads, said, strict=True)]


@pytest.mark.parametrize(
    "line",
    ["2h ago", "34m ago", "just now", "vor 5 Minuten", "vor 2 Std.", "Il y a 2 heures", "Hace 10 minutos",
     "5 минут назад",
     "2 saat önce", "٥ دقائق مضت", "3 時間前", "2 hr 14 min ago", "1 day ago", "för 3 timmar sedan",
     "4 min sedan", "2 tim sedan", "3 minutter siden", "3 t siden", "2u geleden", "πριν 2 ώρες"],
)  # fmt: skip
def test_relative_times_of_many_languages(line: str) -> None:
    assert is_relative(line) is (line != "٥ دقائق مضت")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2h ago", ("2h ago", "", -120)),
        ("Just now", ("Just now", "", 0)),
        ("an hour ago", ("an hour ago", "", -60)),
        ("3 days ago", ("3 days ago", "", -4320)),
        ("vor 5 Minuten – Der Pegel sinkt", ("vor 5 Minuten –", "Der Pegel sinkt", -5)),
        ("il y a 10 minutes : le fleuve", ("il y a 10 minutes :", "le fleuve", -10)),
        ("5 min ago The ferry sails.", ("5 min ago", "The ferry sails.", -5)),
        ("٥ min ago", ("٥ min ago", "", -5)),
    ],
)
def test_a_relative_time_may_be_a_label(line: str, expected: tuple[str, str, int]) -> None:
    label, rest = relative_label(line) or (None, "")
    assert label is not None
    assert (label.text, rest, label.minutes) == expected
    assert (label.reading, label.clock) == ("relative", None)


@pytest.mark.parametrize(
    "line", ["2 hours ago the ferry sank", "In 5 minutes", "The ferry sank 2 hours ago", "Ferry"]
)
def test_what_begins_with_no_relative_time(line: str) -> None:
    assert relative_label(line) is None


def test_relative_times_open_entries_where_a_text_has_no_others() -> None:
    said = "The ferry was towed into the harbour, and nobody was hurt."
    ages = ["12m ago", "1h ago", "2h ago"]
    blog = lba.parse("\n".join(f"{age}\n{said}" for age in ages), format="text", timezone="UTC", date="2024-03-07")
    assert [entry.time for entry in blog.entries] == [Moment(text=age) for age in ages]
    assert blog.order == "newest-first"
    codes = [note.code for note in blog.capture.notes] if blog.capture else []
    assert "times-relative" in codes
    assert "date-missing" not in codes
    timed = lba.parse(f"14:05\n2h ago\n{said}\n13:05\n{said}", format="text", timezone="UTC", date="2024-03-07")
    assert [entry.time.text for entry in timed.entries if entry.time] == ["14:05", "13:05"]


@pytest.mark.parametrize("age", ["5 minutes ago", "5 min ago", "5 mins ago", "10 secs ago", "2 hrs ago"])
def test_minutes_that_have_passed_are_no_minutes_of_play(age: str) -> None:
    blog = lba.parse(f"{age}\nFerry aground\n\n{age}\nFerry leaves", format="text", timezone="UTC")
    assert [(entry.time, entry.text) for entry in blog.entries] == [
        (Moment(text=age), "Ferry aground"),
        (Moment(text=age), "Ferry leaves"),
    ]


@pytest.mark.parametrize("line", ["14:05", "ago", "2h", "in 5 minutes", "vor 5 Minuten begann das Spiel in Kiel"])
def test_what_is_no_relative_time(line: str) -> None:
    assert not is_relative(line)


def _told(lines: list[str]) -> list[tuple[str, str | None]]:
    blog = lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-04-11")
    return [(f"{entry.time.value:%H:%M}", entry.headline) for entry in blog.entries if entry.time]


def test_times_behind_numbers_and_minutes_of_play_begin_none() -> None:
    agenda = ["14:00 The agenda is out", *(f"{count}. 15:{count}0 Speaker {count}" for count in range(1, 6)), "Done."]
    assert _told([*agenda, "13:00 The hall opens", "Welcome."]) == [
        ("14:00", "The agenda is out"),
        ("13:00", "The hall opens"),
    ]
    few = ["14:56 Final whistle", "They win.", "90.+2 14:53 Goal", "He scores.", "12:30 Welcome", "It is cold."]
    assert [when for when, _ in _told(few)] == ["14:56", "12:30"]
