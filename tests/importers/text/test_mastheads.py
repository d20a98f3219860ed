"""Days that no heading and no label states: from mastheads, bylines, titles, mails, and when a page was saved."""

from pathlib import Path

import pytest

from .unseen import Case, cases, complaints

CASES = list(cases(Path(__file__).parent / "days"))


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_each_text_is_dated_as_its_reader_would(case: Case) -> None:
    assert complaints(case) == []
