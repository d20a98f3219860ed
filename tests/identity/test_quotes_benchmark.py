"""The benchmark of quotes, small and fixed: what it measures is measured, and the figures that are claimed hold."""

from random import Random

import pytest

from tests.benchmarks.newsroom import BRIEF, LONG
from tests.benchmarks.quotes import (
    METHODS,
    QUOTES,
    Answer,
    Score,
    Truth,
    by_entry,
    history,
    judged,
    main,
    quotes,
    run,
    tampering,
    truth,
)

HERE, THERE = frozenset({3}), frozenset({3, 4})


@pytest.mark.parametrize(
    ("answer", "expected", "exactly", "roughly"),
    [
        (Answer(3, "stands"), Truth(HERE, "stands"), (True, False), (True, False)),
        (Answer(4, "split"), Truth(THERE, "split"), (True, False), (True, False)),
        (Answer(3, "stands"), Truth(THERE, "split"), (False, False), (True, False)),
        (Answer(3, "altered"), Truth(HERE, "stands"), (False, False), (False, False)),
        (Answer(3, "altered"), Truth(HERE, "reframed"), (True, False), (True, False)),
        (Answer(3, "reframed"), Truth(HERE, "altered"), (False, False), (False, False)),
        (Answer(3, "stands"), Truth(HERE, "reframed"), (False, False), (True, False)),
        (Answer(2, "stands"), Truth(HERE, "stands"), (False, True), (False, True)),
        (Answer(2, "altered"), Truth(frozenset(), "deleted"), (False, True), (False, True)),
        (Answer(None, "deleted"), Truth(frozenset(), "deleted"), (True, False), (True, False)),
        (Answer(None, "ambiguous"), Truth(HERE, "stands"), (False, False), (False, False)),
        (Answer(None, "deleted"), Truth(HERE, "altered"), (False, False), (False, False)),
    ],
)
def test_an_answer_is_right_with_its_entry_and_its_status(answer, expected, exactly, roughly):
    assert judged(answer, expected, coarse=False) == exactly
    assert judged(answer, expected, coarse=True) == roughly


def test_quotes_of_every_fate_are_asked_for():
    found = [history(desk, seed, natives=True) for desk in (LONG, BRIEF) for seed in range(2)]
    fates = {truth(one, root, made).status for one in found for root, made in quotes(one, Random(1))}
    assert fates == {"stands", "altered", "reframed", "deleted", "retimed", "merged", "split"}


def test_a_page_is_the_same_in_every_run():
    one, other = (history(LONG, 1, natives=False) for _ in range(2))
    assert one.ledger == other.ledger


def test_a_wrong_answer_is_seen_as_one():
    found = history(BRIEF, 0, natives=True)
    root, made = next(iter(quotes(found, Random(1))))
    right = truth(found, root, made)
    moved = Truth(frozenset(place + 1 for place in right.places), right.status)
    assert judged(by_entry(found, made), right, coarse=False) == (True, False)
    assert judged(by_entry(found, made), moved, coarse=False)[0] is False


@pytest.mark.parametrize(("natives", "right", "wrong"), [(True, 0.999, 0.0), (False, 0.98, 0.01)])
def test_resolution_by_entry_holds_and_beats_a_search_of_the_page(natives, right, wrong):
    scores = run((LONG, BRIEF), range(3), natives=natives)
    ours, page = (scores[name] for name in METHODS)
    assert ours.quotes == page.quotes == 6 * QUOTES
    assert ours.right / ours.quotes >= right
    assert ours.wrong / ours.quotes <= wrong
    assert page.right < ours.right
    assert page.wrong > ours.wrong


def test_a_row_says_what_was_counted():
    assert Score(200, 199, 1).row("entry first").split() == ["entry", "first", "200", "99.50", "%", "0.50", "%"]


def test_the_command_prints_a_row_for_each_method(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["quotes", "--blogs", "1", "--changes", "2"])
    main()
    assert len(capsys.readouterr().out.splitlines()) == 2 + 2 * len(METHODS)


def test_every_change_of_one_character_is_found_and_nothing_else():
    assert tampering(1000) == (1000, 0)
