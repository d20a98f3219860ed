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
