"""Texts in the habits of real newsrooms, none of which the rules were written from, and how well they are read."""

import pytest

from .accounting import lost
from .unseen import FIELDS, Case, Meant, Score, cases, complaints, read, scores

CASES = list(cases())


@pytest.fixture(scope="module")
def figures() -> dict[str, Score]:
    return scores()


@pytest.mark.parametrize("field", FIELDS)
def test_entries_dates_times_and_headlines_are_found(field: str, figures: dict[str, Score]) -> None:
    assert figures[field].f1 >= 0.99
    assert figures[field].wanted > 250


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_each_text_is_read_as_it_was_meant_and_nothing_of_it_is_lost(case: Case) -> None:
    assert complaints(case) == []
    blog, _ = read(case)
    assert blog is not None
    assert lost(case.text, blog) == []


def test_the_figures_fall_where_a_text_is_read_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = CASES[0]
    wrong = whole._replace(meant=[entry._replace(time="00:00", last=entry.last + 1) for entry in whole.meant])
    monkeypatch.setattr("tests.importers.text.unseen.cases", lambda: iter([wrong]))
    found = scores()
    assert (found["times"].f1, found["boundaries"].f1, found["headlines"].f1) == (0, 0, 1)
    assert len(complaints(wrong)) == 2 * len(whole.meant)


def test_a_text_that_is_refused_has_no_entries() -> None:
    case = Case("none", "Nothing here has a time.", {"timezone": "UTC"}, "manual", [Meant(1, 1, None, "", None)])
    assert read(case) == (None, [])
    assert complaints(case)[-1] == "order unknown instead of manual"
