"""What is made once, and for how long it is held."""

import pytest

from liveblog_archive.exporters.pdf import held
from liveblog_archive.exporters.pdf.held import Held


def test_what_a_word_stands_for_is_made_once_unless_the_word_is_long() -> None:
    made: list[str] = []
    lengths = Held(lambda word: made.append(word) or len(word))
    assert list(map(lengths.__getitem__, ["bridge", "x" * 41, "bridge", "x" * 41])) == [6, 41, 6, 41]
    assert made == ["bridge", "x" * 41, "x" * 41]


def test_when_too_many_are_held_all_are_forgotten_and_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "_MOST", 3)
    lengths = Held(len)
    assert [lengths["x" * length] for length in range(8)] == list(range(8))
    assert len(lengths) == 2
    assert lengths["xx"] == 2
