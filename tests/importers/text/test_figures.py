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
    ],
)
def test_are_none_where_they_may_be_years_or_counts(lines: tuple[str, ...]) -> None:
    with pytest.raises(ImportFailure, match="no entry found"):
        told(*lines)


def test_are_text_beside_other_times() -> None:
    lines = [f"1{n}:05: Report of the hour.\n1{n}45: The number of the bus." for n in range(6)]
    assert [at for at, _ in told(*lines)] == [f"1{n}:05:" for n in range(6)]


def test_stand_where_they_were() -> None:
    found = times_in_figures(["Flood", "1832: It holds.", "", "0905"])
    assert {at: (label.hour, label.minute, rest) for at, (label, rest) in found.items()} == {
        1: (18, 32, "It holds."), 3: (9, 5, ""),
    }  # fmt: skip
