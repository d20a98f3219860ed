"""What was changed between two texts, word by word."""

from difflib import SequenceMatcher
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.identity import differences
from liveblog_archive.identity.differences import PIECE_KINDS, Piece, word_difference
from tests.strategies import texts


def shown(old, new):
    """Return a difference as people write it: [-removed-]{+added+}."""
    form = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(form[piece.kind].format(piece.text) for piece in word_difference(old, new))


class TestADifference:
    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("It is open.", "It is open.", "It is open."),
            ("It is open.", "It is closed.", "It is [-open-]{+closed+}."),
            ("It is open.", "It is now wide open.", "It is {+now wide +}open."),
            ("Two men were hurt", "Men were hurt", "[-Two men-]{+Men+} were hurt"),
            ("one two three four", "one 2 3 four", "one [-two three-]{+2 3+} four"),
            ("3,000 people", "3,500 people", "[-3,000-]{+3,500+} people"),
            ("a b", "a  b", "a[- -]{+  +}b"),
            ("", "new", "{+new+}"),
            ("old", "", "[-old-]"),
            ("", "", ""),
            (" ", " a", " {+a+}"),
            ("東京で雨", "京都で雨", "[-東-]京{+都+}で雨"),
            ("cafe\u0301", "café", "[-cafe\u0301-]{+café+}"),
        ],
    )
    def test_reads_as_people_would_tell_it(self, old, new, expected):
        assert shown(old, new) == expected

    @settings(derandomize=True, deadline=None, max_examples=300)
    @given(*[st.one_of(texts(), st.lists(st.sampled_from("ab .\n"), max_size=15).map("".join))] * 2)
    def test_holds_both_texts_and_nothing_else(self, old, new):
        pieces = word_difference(old, new)
        assert "".join(piece.text for piece in pieces if piece.kind != "added") == old
        assert "".join(piece.text for piece in pieces if piece.kind != "removed") == new
        assert all(piece.text for piece in pieces)
        for one, other in pairwise(pieces):
            assert one.kind != other.kind
            assert (one.kind, other.kind) != ("added", "removed")

    def test_of_equal_texts_is_one_piece(self):
        assert word_difference("a b", "a b") == (Piece("same", "a b"),)

    def test_has_pieces_of_three_kinds(self):
        assert PIECE_KINDS == ("same", "removed", "added")

    def test_compares_no_word_of_long_texts_that_stands_everywhere_with_each_of_its_kind(self, monkeypatch):
        """With 3,000 of them that is nine million times, and four times as many with twice the text."""
        made = []

        class Watched(SequenceMatcher):
            def __init__(self, *told, **options):
                super().__init__(*told, **options)
                made.append(self)

        monkeypatch.setattr(differences, "SequenceMatcher", Watched)
        pieces = word_difference("word " * 3_000, "word " * 3_001)
        assert "".join(piece.text for piece in pieces if piece.kind != "added") == "word " * 3_000
        (matcher,) = made
        assert sum(len(matcher.b2j.get(word, ())) for word in matcher.a) < 3_000
