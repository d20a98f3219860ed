"""What stands beside a clock on its line: how long ago it was, the word before it, and who wrote."""

import pytest

import liveblog_archive as lba

TEXT = "The harbour is closed, and the boats stay in."
HEADS = ("Ferry refloated", "Boats turn back", "Wind rises")


def _entries(*lines: str) -> list[lba.model.Entry]:
    return lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-02-12").entries


@pytest.mark.parametrize(
    "form",
    [
        "6m ago Thu 12 Feb 2026 at {}:21",
        "vor 6 Minuten, {}:05 Uhr",
        "il y a 3 heures · {}:05",
        "há 14 minutos {}h41",
        "{}h41 há 14 minutos",
        "{}:55 (2h ago)",
        "12 Feb 2026 {}:21 · 6m ago",
        "2 days ago, 12 Feb 2026 {}:05",
    ],
)
def test_a_time_beside_its_age_is_one_line(form: str) -> None:
    times = [form.format(hour) for hour in (15, 14, 13)]
    lines = [line for time, head in zip(times, HEADS, strict=True) for line in (time, head, TEXT)]
    found = _entries("The storm", *lines)
    assert [entry.time and entry.time.text for entry in found] == times
    assert [entry.time and entry.time.value and entry.time.value.hour for entry in found] == [15, 14, 13]
    assert [(entry.headline, entry.text) for entry in found] == [(head, TEXT) for head in HEADS]


def test_a_clock_behind_an_age_of_days_begins_no_entry_without_its_day() -> None:
    lines = ["14:05", TEXT, "2 days ago 13:05", "13:00", TEXT, "12:00", TEXT]
    found = _entries("The storm", *lines)
    assert [entry.time and entry.time.text for entry in found] == ["14:05", "13:00", "12:00"]


def test_an_hour_alone_is_a_time_behind_the_word_of_whole_clocks() -> None:
    hours = ("A las 8.15 –", "A las 9.20 –", "A las 10 –", "A las 11.40 –")
    others = ("A las 12 personas – todas del barrio – las rescatan.", "A las 29 – nadie sabe.")
    found = _entries("La riada", *(f"{hour} {TEXT}" for hour in hours), *others)
    assert [entry.time and entry.time.text for entry in found] == list(hours)
    assert [entry.time and entry.time.value and entry.time.value.hour for entry in found] == [8, 9, 10, 11]


def test_a_number_behind_a_word_that_stands_before_no_clock_is_no_hour() -> None:
    lines = [f"Update {clock}: {TEXT}" for clock in ("14:05", "14:20", "14:40", "8")]
    assert len(_entries("The storm", *lines)) == 3


def test_one_word_that_comes_again_beside_times_is_who_wrote_where_names_do() -> None:
    names = ("Ada Berg", "Newsroom", "Ada Berg", "Newsroom")
    lines = [
        line
        for place, name in enumerate(names)
        for line in (f"Part {place} begins", f"1{8 - place}:05 · {name}", TEXT)
    ]
    assert [entry.headline for entry in _entries("The storm", *lines)] == [
        f"Part {place} begins" for place in range(4)
    ]


def test_one_word_that_comes_again_beside_times_is_a_headline_where_no_name_does() -> None:
    lines = [line for place in range(4) for line in (f"1{8 - place}:05 · {('Weather', 'Traffic')[place % 2]}", TEXT)]
    assert [entry.headline for entry in _entries("The storm", *lines)] == ["Weather", "Traffic"] * 2


def test_a_list_that_the_last_entry_announces_ends_with_its_last_item() -> None:
    lines = [line for hour in (12, 13, 14) for line in (f"{hour}:05", TEXT)]
    found = _entries(*lines, "15:05", "Two things are left:", "- the gate is open", "- the lamp is out", *HEADS)
    assert found[-1].text.splitlines()[-1].endswith("the lamp is out")


@pytest.mark.parametrize(
    ("line", "is_headline"),
    [("View from the mole (foto Bruzzone)", False), ("Boats in pictures (photo gallery)", True)],
)
def test_a_name_in_brackets_behind_a_word_for_pictures_is_a_credit(line: str, is_headline: bool) -> None:
    lines = [line for head in HEADS for line in (f"1{len(head) % 10}:05", head, TEXT)]
    found = _entries("The storm", *lines, "20:05", line, TEXT)
    assert (found[-1].headline == line) is is_headline
