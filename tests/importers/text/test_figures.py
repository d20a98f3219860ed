"""Times in four figures, which look like years: where they set the entries of a text apart, and where not."""

import pytest

import liveblog_archive as lba
from liveblog_archive.errors import ImportFailure
from liveblog_archive.importers.text.figures import times_in_figures


def told(*lines: str, **facts: str) -> list[tuple[str | None, str]]:
    blog = lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-03-03", **facts)
    return [(entry.time.text if entry.time else None, entry.text) for entry in blog.entries]


@pytest.mark.parametrize(
    "pattern", ["{}: {}", "{} – {}", "[{}] {}", "({}) {}", "**{}** {}", "{} | {}", "{}.\n{}", "{}\n{}", "{} hrs: {}"]
)
def test_set_entries_apart_where_nothing_else_does(pattern: str) -> None:
    texts = ("The pumps hold.", "A barge comes in.", "Sandbags are out.", "It rains.")
    lines = [pattern.format(at, text) for at, text in zip(("1832", "1811", "1435", "0902"), texts, strict=True)]
    blog = lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-03-03")
    assert [entry.text for entry in blog.entries] == [*texts]
    assert [entry.time and entry.time.value and f"{entry.time.value:%H%M}" for entry in blog.entries] == [
        "1832", "1811", "1435", "0902",
    ]  # fmt: skip


def test_are_told_with_their_word() -> None:
    lines = ("0712 Uhr: Das Wasser steigt.", "0655 Uhr: Es regnet.")
    assert told(*lines) == [("0712 Uhr:", "Das Wasser steigt."), ("0655 Uhr:", "Es regnet.")]


@pytest.mark.parametrize(
    "lines",
    [
        ("1914: War breaks out.", "1918: The guns fall silent.", "1945: The city is in ruins."),  # all may be years
        ("1066: The king falls.", "1348: The plague comes.", "1415: A field in the rain."),  # one is no time
        ("1215: A charter is sealed.", "2500: The year of the story."),
        ("1102 people live here.", "0905 is the number of the house."),  # nothing sets them off
        ("2110 Fans came.", "1930 Doors opened."),  # too few
        (
            "These are shut:",
            "1200 Main Street",
            "1310 Oak Street",
            "1450 Elm Street",
            *["Ask there."] * 3,
        ),  # not most
        ("1930 Doors open.", "2110 Fans come.", "2015 Nobody leaves."),  # they run in no direction
        ("1930 Doors open.", "1945 Fans come.", "2015 Nobody leaves."),  # all may be years
    ],
)
def test_are_none_where_they_may_be_years_or_counts(lines: tuple[str, ...]) -> None:
    with pytest.raises(ImportFailure, match="no entry found"):
        told(*lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("1914: War breaks out.", "1945: It ends.", "2024: A stone is set."),
        ("2030: A new pier.", "2035: A new school.", "2050: Clean water."),  # plans
    ],
)
def test_are_none_below_a_day_where_they_may_be_years_of_the_past_or_of_plans(lines: tuple[str, ...]) -> None:
    assert told("3 March 2026", *lines) == [(None, "\n\n".join(lines))]


def test_of_an_evening_are_no_years_that_are_yet_to_come() -> None:
    lines = ("1930: Doors open.", "1958: Fans come.", "2034: Nobody leaves.")
    assert told("3 March 2026", *lines) == [
        ("1930:", "Doors open."), ("1958:", "Fans come."), ("2034:", "Nobody leaves."),
    ]  # fmt: skip
    with pytest.raises(ImportFailure, match="no entry found"):
        told(*lines)


@pytest.mark.parametrize("step", [1, -1])
def test_stand_before_sentences_where_they_run_in_one_direction(step: int) -> None:
    lines = ["1930 Doors open.", "And the band plays.", "2015 “Welcome,” says the host.", "2110 The hall is full."]
    times = ["1930", "2015", "2110"]
    found = told(*(lines if step > 0 else [lines[3], lines[2], *lines[:2]]))
    assert [at for at, _ in found] == times[::step]
    assert dict(found)["1930"] == "Doors open.\n\nAnd the band plays."


def test_are_text_beside_other_times() -> None:
    lines = [f"1{n}:05: Report of the hour.\n1{n}45: The number of the bus." for n in range(6)]
    assert [at for at, _ in told(*lines)] == [f"1{n}:05:" for n in range(6)]


def test_stand_where_they_were() -> None:
    found = times_in_figures(["Flood", "1832: It holds.", "", "0905"])
    assert {at: (label.hour, label.minute, rest) for at, (label, rest) in found.items()} == {
        1: (18, 32, "It holds."), 3: (9, 5, ""),
    }  # fmt: skip
