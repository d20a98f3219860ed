"""Where lines break, in lengths alone."""

import re
from itertools import combinations, pairwise
from math import inf
from pathlib import Path

import pyphen
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exporters.pdf.scripts import SENTENCES
from tests.storm import EXAMPLE

from liveblog_archive.exporters.pdf.hyphenation import SHORTEST, Patterns, divisions, files
from liveblog_archive.exporters.pdf.lines import (
    Breaks,
    balanced_lines,
    between_words,
    ends_in_stub,
    even_lines,
    full_lines,
)

BLANK = 10.0
WIDTHS = st.lists(st.floats(1.0, 90.0), min_size=1, max_size=80)


def spread(breaks: Breaks, chosen: list[int], available: float) -> list[float]:
    """Return for each line but the last how much wider its blanks are, in blanks."""
    found = []
    origin, before = 0.0, 0
    for index in chosen[:-1]:
        count = breaks.blanks[index] - before
        found.append((available - breaks.ends[index] + origin) / (count * BLANK) if count else 0.0)
        origin, before = breaks.starts[index], breaks.blanks_after(index)
    return found


def test_words_break_between_each_other() -> None:
    breaks = between_words([30.0, 20.0, 50.0], BLANK)
    assert breaks.ends == [30.0, 60.0, 120.0]
    assert breaks.starts == [40.0, 70.0, 130.0]
    assert [breaks.blanks_after(index) for index in range(3)] == [1, 2, 3]


def test_a_full_line_holds_as_much_as_fits() -> None:
    breaks = between_words([30.0, 20.0, 50.0, 10.0], BLANK)
    assert full_lines(breaks, 60.0) == [1, 2, 3]
    assert full_lines(breaks, 1000.0) == [3]
    assert full_lines(breaks, 1.0) == [0, 1, 2, 3]


def test_even_lines_give_up_a_word_so_that_the_next_line_is_not_loose() -> None:
    widths = [20.0, 20.0, 50.0, 20.0, 20.0, 60.0, 60.0]
    breaks = between_words(widths, BLANK)
    full, even = full_lines(breaks, 150.0), even_lines(breaks, 150.0, BLANK, 4.0)
    assert even is not None
    assert spread(breaks, full, 150.0)[1] == 6.0
    assert max(spread(breaks, even, 150.0)) == 2.0


def test_where_a_line_would_be_too_loose_there_are_no_even_lines() -> None:
    breaks = between_words([60.0, 60.0, 60.0], BLANK)
    assert even_lines(breaks, 100.0, BLANK, 1.0) is None


def lengths(breaks: Breaks, chosen: list[int]) -> list[float]:
    starts = [0.0, *(breaks.starts[index] for index in chosen)]
    return [breaks.ends[index] - start for index, start in zip(chosen, starts, strict=False)]


def test_a_break_that_costs_is_taken_only_where_the_line_would_be_rather_empty() -> None:
    def rows(first: float) -> Breaks:  # a word, then one that may be divided in the middle
        return Breaks([first, 95.0, 150.0], [first + 5.0, 95.0, 150.0], [0, 1, 1], [0.0, 0.75, 0.0], [1] * 3, [0] * 3)

    assert lengths(rows(72.0), full_lines(rows(72.0), 100.0)) == [72.0, 73.0]
    assert lengths(rows(65.0), full_lines(rows(65.0), 100.0)) == [95.0, 55.0]
    assert lengths(rows(72.0), full_lines(rows(72.0), 100.0, 1.0)) == [95.0, 55.0]
    divided_twice = Breaks([80.0, 90.0, 150.0], [80.0, 90.0, 150.0], [0] * 3, [0.75, 0.75, 0.0], [0] * 3, [1] * 3)
    assert full_lines(divided_twice, 100.0) == [1, 2]


def test_a_last_line_that_would_be_a_stub_gets_another_word() -> None:
    breaks = between_words([30.0, 30.0, 20.0, 5.0], BLANK)
    assert lengths(breaks, full_lines(breaks, 101.0)) == [70.0, 35.0]
    three = between_words([95.0, 30.0, 30.0, 20.0, 5.0], BLANK)
    assert lengths(three, full_lines(three, 101.0)) == [95.0, 70.0, 35.0]
    assert lengths(breaks, full_lines(breaks, 120.0)) == [115.0]


@pytest.mark.parametrize(
    "widths",
    [
        [30.0, 60.0, 5.0],  # the first line would be too short
        [90.0, 5.0],  # there is no other word to take
        [60.0, 40.0, 90.0, 5.0],  # nor on the line before
        [55.0, 3.0, 30.0, 5.0],  # a longer last line would not fit, or not be long enough
    ],
)
def test_a_stub_stays_where_it_cannot_be_helped(widths: list[float]) -> None:
    breaks = between_words(widths, BLANK)
    available = 101.0 if widths[0] != 55.0 else 108.0
    chosen = full_lines(breaks, available)
    assert lengths(breaks, chosen)[-1] in (5.0, 45.0)


def test_a_stub_takes_no_part_of_an_address() -> None:
    ends = [60.0, 80.0, 100.0, 105.0]
    breaks = Breaks(ends, [65.0, 80.0, 105.0, 105.0], [0, 1, 1, 2], [0.0, 0.75, 0.0, 0.0], [1] * 4, [0] * 4)
    assert full_lines(breaks, 101.0) == [0, 3]


def test_lines_are_looser_rather_than_end_in_a_stub() -> None:
    breaks = between_words([10.0] * 7, BLANK)
    chosen = even_lines(breaks, 110.0, BLANK, 3.0)
    assert chosen is not None
    assert lengths(breaks, chosen) == [90.0, 30.0]
    assert ends_in_stub(breaks, [5, 6], 110.0)
    assert not ends_in_stub(breaks, chosen, 110.0)
    assert not ends_in_stub(breaks, [6], 1000.0)


def test_a_line_is_narrower_rather_than_a_stub_below_it() -> None:
    assert even_lines(between_words([10.0] * 8 + [5.0] * 2, BLANK), 164.6, BLANK, 3.0) == [9]


def test_a_divided_word_does_not_end_alone_on_the_last_line() -> None:
    ends = [10.0, 30.0, 50.0, 70.0, 90.0, 120.0, 132.0]  # five words, and one that may be divided near its end
    starts = [20.0, 40.0, 60.0, 80.0, 100.0, 118.0, 132.0]
    costs = [0.0] * 5 + [1.5, 0.0]
    breaks = Breaks(ends, starts, [0, 1, 2, 3, 4, 5, 5], costs, [1] * 7, [0] * 7)
    assert even_lines(breaks, 120.0, BLANK, 3.0) == [4, 6]


def test_balanced_lines_are_as_few_and_about_as_long() -> None:
    breaks = between_words([30.0] * 5, BLANK)
    assert lengths(breaks, full_lines(breaks, 150.0)) == [150.0, 30.0]
    assert lengths(breaks, balanced_lines(breaks, 150.0)) == [110.0, 70.0]
    assert balanced_lines(breaks, 500.0) == [4]


@given(WIDTHS, st.floats(100.0, 400.0))
@settings(derandomize=True, deadline=None, max_examples=200)
def test_even_lines_fit_hold_every_word_and_are_never_looser_than_asked(
    widths: list[float], available: float
) -> None:
    breaks = between_words(widths, BLANK)
    chosen = even_lines(breaks, available, BLANK, 1.0)
    if chosen is not None:
        assert chosen[-1] == len(widths) - 1
        assert chosen == sorted(set(chosen))
        assert all(-0.18001 <= ratio <= 1.00001 for ratio in spread(breaks, chosen, available))


def demerits(breaks: Breaks, chosen: list[int], available: float, loosest: float) -> float:
    """Return what lines between words cost; infinity where one is too tight or too loose.

    A last line that is shorter than 0.14 of the measure costs 50 more.
    """
    total, start = 0.0, -1
    for index in chosen:
        origin = breaks.starts[start] if start >= 0 else 0.0
        spare, elastic = available - breaks.ends[index] + origin, (index - start - 1) * BLANK
        if -spare > 0.18 * elastic or (spare > loosest * elastic and index != chosen[-1]):
            return inf
        loose = 0.0 if index == chosen[-1] or not elastic else (spare / (0.55 * elastic)) ** 3
        total += (1 + ((spare / (0.18 * elastic)) ** 2 if spare < 0 else loose)) ** 2
        if index == chosen[-1] and start >= 0 and available - spare < 0.14 * available:
            total += 50.0
        start = index
    return total


@given(st.lists(st.floats(10.0, 60.0), min_size=1, max_size=9), st.floats(60.0, 200.0))
@settings(derandomize=True, deadline=None, max_examples=300)
def test_no_other_lines_cost_less_than_even_ones(widths: list[float], available: float) -> None:
    breaks = between_words(widths, BLANK)
    last = len(widths) - 1
    ways = ([*inner, last] for count in range(last + 1) for inner in combinations(range(last), count))
    least = min(demerits(breaks, way, available, 4.0) for way in ways)
    chosen = even_lines(breaks, available, BLANK, 4.0)
    found = inf if chosen is None else demerits(breaks, chosen, available, 4.0)
    assert found == pytest.approx(least)


@given(WIDTHS, st.floats(1.0, 400.0))
@settings(derandomize=True, deadline=None, max_examples=200)
def test_full_lines_hold_every_word_and_only_a_lone_one_is_too_long(widths: list[float], available: float) -> None:
    breaks = between_words(widths, BLANK)
    chosen = full_lines(breaks, available)
    assert chosen[-1] == len(widths) - 1
    start = 0
    for index in chosen:
        length = sum(widths[start : index + 1]) + BLANK * (index - start)
        assert length <= available + 0.001 or index == start
        start = index + 1


def test_a_hyphen_before_the_last_line_or_below_another_costs_more() -> None:
    def rows(*costs: float) -> Breaks:
        ends = [100.0 * number for number in range(1, len(costs) + 1)]
        return Breaks(ends, ends, [5] * len(ends), list(costs), range(len(ends)), [0] * len(ends))

    assert even_lines(rows(0.0, 1.5, 0.0), 100.0, BLANK, 1.0) == [0, 1, 2]


@pytest.mark.parametrize(
    ("language", "word", "divided"),
    [
        ("en", "evacuated", "evac-u-ated"),
        ("de", "Hafenverwaltung", "Ha-fen-ver-wal-tung"),
        ("ru", "спасатели", "спа-са-тели"),
        ("en", "“evacuation”,", "“evac-u-a-tion”,"),
        ("en-GB", "piers", "piers"),
        ("en", "a1b2c3d4", "a1b2c3d4"),
        ("en", "Lightship-Keeper", "Lightship-Keeper"),
    ],
)
def test_words_are_divided_by_the_patterns_of_their_language(language: str, word: str, divided: str) -> None:
    known = divisions(language)
    assert known is not None
    reached = [0, *(place for place, _, _ in known[word]), len(word)]
    assert "-".join(word[start:end] for start, end in pairwise(reached)) == divided
    shares = [share for _, share, _ in known[word]]
    assert shares == sorted(shares)
    assert all(0 < share < 1 for share in shares)


@pytest.mark.parametrize("language", ["", "hy", "x-none", "zh"])
def test_a_language_without_patterns_has_no_divisions(language: str) -> None:
    assert divisions(language) is None


def test_a_language_has_the_file_of_patterns_that_pyphen_says() -> None:
    assert files() == {name.lower().replace("_", "-"): Path(path) for name, path in pyphen.LANGUAGES.items()}


@pytest.mark.parametrize(("language", "known"), [("DE", "de"), ("fr-CA", "fr"), ("sr-Latn-RS", "sr-latn")])
def test_a_language_has_the_patterns_of_the_nearest_that_is_known(language: str, known: str) -> None:
    found, expected = divisions(language), divisions(known)
    assert found is not None
    assert expected is not None
    assert found["informacija"] == expected["informacija"] != ()


@pytest.mark.parametrize(
    ("language", "divided"),
    [(tag, "knowl-edge") for tag in ("en", "EN", "en-US", "en-US-posix")]
    + [(tag, "know-ledge") for tag in ("en-GB", "en-AU", "en-001")],
)
def test_english_is_american_where_it_names_no_country_and_british_in_all_others(language: str, divided: str) -> None:
    found = divisions(language)
    assert found is not None
    ((at, _, _),) = found["knowledge"]
    assert f"{'knowledge'[:at]}-{'knowledge'[at:]}" == divided


@pytest.mark.parametrize(
    "language", ["de_DE", "el_GR", "en_US", "es", "fr", "it_IT", "nl_NL", "pl_PL", "ru_RU", "sv"]
)
def test_patterns_say_what_pyphen_says(language: str) -> None:
    judge = pyphen.Pyphen(lang=language, left=2, right=3)
    patterns = Patterns(Path(pyphen.LANGUAGES[language]).read_bytes())
    text = EXAMPLE.read_text(encoding="utf-8") + " ".join(SENTENCES.values())
    words = {word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= SHORTEST}
    assert len(words) > 700
    for word in sorted(words)[:: 3 if len(patterns._raw) < 50_000 else 30]:
        assert patterns.places(word) == [int(place) for place in judge.positions(word)], word
