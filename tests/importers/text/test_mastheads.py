"""Days that no heading and no label states: from mastheads, bylines, titles, minutes, mails, when a page was saved.

Some stand beside times as a browser's copy puts both together.
"""

from pathlib import Path

import pytest

import liveblog_archive as lba

from .unseen import Case, cases, complaints

CASES = list(cases(Path(__file__).parent / "days"))


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_each_text_is_dated_as_its_reader_would(case: Case) -> None:
    assert complaints(case) == []


@pytest.mark.parametrize(
    ("language", "day"), [("EN", None), ("en-GB", None), ("FR", "2026-11-06"), ("fr-CA", "2026-11-06")]
)
def test_a_date_in_figures_is_read_as_the_language_orders_it_however_that_is_written(
    language: str, day: str | None
) -> None:
    text = "Storm, 6/11/2026\n\n9:05 - Harbour\nThe harbour is shut.\n\n9:40 - Bridge\nThe bridge is shut, too.\n"
    entry = lba.parse(text, format="text", timezone="Europe/Paris", language=language).entries[0]
    assert (entry.time and entry.time.value and entry.time.value.date().isoformat()) == day


def _conflicts(
    head: str, date: str = "2026-03-08", times: tuple[str, ...] = ("00:38", "23:15", "20:48")
) -> list[str]:
    text = f"Town hall, live\n{head}\n" + "".join(f"{time}\nIt is late. We count on.\n" for time in times)
    blog = lba.parse(text, format="text", timezone="Europe/Berlin", date=date)
    assert blog.entries[0].time is not None
    assert str(blog.entries[0].time.value or date).startswith(date)
    return [note.text for note in blog.notes if note.code == "date-conflict"]


def test_a_day_that_is_given_and_not_that_of_the_masthead_is_noted_and_kept() -> None:
    assert _conflicts("Updated 9 March 2026, 00:41") == [
        "the words 'Updated 9 March 2026, 00:41' put the first times on 2026-03-09, and 2026-03-08 is given"
    ]
    assert len(_conflicts("Updated 9/03/26 at 00:41")) == 1
    assert _conflicts("Updated 9 March 2026, 00:41", "2026-03-09") == []


@pytest.mark.parametrize(
    "head", ["No day", "9 March 2026 - Hall - 2 February 2026 - Court", "9 March 2026 was rainy", "Court 7.12.40"]
)
def test_a_day_that_is_given_stands_without_a_note_where_the_masthead_is_not_sure(head: str) -> None:
    assert _conflicts(head) == []


def test_days_beside_times_and_times_without_value_contradict_no_day_that_is_given() -> None:
    times = ("Monday 9 March 2026, 00:38", "Sunday 8 March 2026, 23:15", "Sunday 8 March 2026, 20:48")
    assert _conflicts("Updated 9 March 2026, 00:41", "2026-03-09", times) == []
    assert _conflicts("Updated 9 March 2026, 00:41", times=("2 hours ago", "3 hours ago", "5 hours ago")) == []
