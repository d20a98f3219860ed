"""Lines whose labels are chosen once and dated more than once, and where in them what was found stands."""

from datetime import date

import pytest

from liveblog_archive.errors import ImportFailure
from liveblog_archive.importers import Options
from liveblog_archive.importers.text import DatedText, LabelledText

UTC = Options(timezone="UTC")


def dated(*lines: str) -> DatedText:
    return LabelledText.of(lines, UTC).dated(UTC)


def values(found: DatedText) -> list[str | None]:
    times = [entry.time.value for entry in found.blog.entries if entry.time]
    return [value.isoformat() if value else None for value in times]


def test_lines_are_dated_as_often_as_asked() -> None:
    labelled = LabelledText.of(["14:05", "The bridge is shut.", "14:20", "Two trees are down."], UTC)
    assert values(labelled.dated(UTC)) == [None, None]
    for zone, offset in (("Asia/Kolkata", "+05:30"), ("UTC", "+00:00")):
        found = labelled.dated(Options(timezone=zone, date=date(2026, 3, 3)))
        assert values(found) == [f"2026-03-03T14:05:00{offset}", f"2026-03-03T14:20:00{offset}"]


def test_each_entry_has_its_lines_and_blank_ones_count() -> None:
    found = dated("Storm", "", "14:05", "The bridge is shut.", " ", "More of it.", "14:20", "Two trees are down.")
    assert found.places == [range(2, 6), range(6, 8)]


def test_the_places_of_days_above_entries_are_told() -> None:
    found = dated("3 March 2026", "14:05 The bridge is shut.", "4 March 2026", "09:20 Two trees are down.")
    assert found.headings == [0, 2]


TEXTS = ["The bridge is shut until the wind drops.", "Two trees are down on the coast road."]


@pytest.mark.parametrize(
    "text", ["09:05 Ferry", "At 09:05 Ferry", "Tuesday", "Tue, 09:05", "Ada Example, 09:05", "Storm ahead"]
)
@pytest.mark.parametrize(
    ("pattern", "own"),
    [
        (("{at}", "{said}"), [1, 3]),
        (("{at} {said}", "{said}"), [2, 4]),
        (("Ada Berg, {at}", "{said}", "{said}"), [2, 5]),
        (("{said}", "{said}", "{at}"), [0, 3]),
        (("Bridge shut", "{at}", "{said}", "{said}"), [3, 7]),
        (("3 March 2026", "{said}", "{at} {said}"), [1, 5]),
    ],
)
def test_running_text_is_nothing_else(text: str, pattern: tuple[str, ...], own: list[int]) -> None:
    """It is read as other text is in its place."""
    lines = [
        one.format(at=at, said=said)
        for at, said in zip(["14:05", "14:20", "14:30"], [*TEXTS, TEXTS[0]], strict=True)
        for one in pattern
    ]
    plain = "And this is a sentence that is in no way unlike any other one."
    for at in own:
        lines.insert(at + 1, plain)
        wanted = LabelledText.of(lines, UTC).dated(UTC)
        lines[at + 1] = text
        found = LabelledText.of(lines, UTC, {at + 1}).dated(UTC)
        assert [entry.text.replace(text, plain) for entry in found.blog.entries] == [
            entry.text for entry in wanted.blog.entries
        ]
        assert found.places == wanted.places
        del lines[at + 1]


def test_no_lines_are_refused() -> None:
    with pytest.raises(ImportFailure, match="no text in it"):
        LabelledText.of(["", " "], UTC)
