"""Where words stand in a text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.identity.finding import _starts, alike, respaced, verbatim
from liveblog_archive.identity.minting import fold
from liveblog_archive.identity.typography import form
from tests.strategies import texts


def said(finder, text, words):
    return [text[start:end] for start, end in finder(text, words)]


class TestVerbatim:
    def test_finds_every_place(self):
        assert verbatim("aXbXaX", "X") == [(1, 2), (3, 4), (5, 6)]
        assert verbatim("ababa", "aba") == [(0, 3), (2, 5)]
        assert verbatim("abc", "d") == []
        assert verbatim("abc", "") == []

    @settings(derandomize=True, deadline=None, max_examples=400)
    @given(st.text("ab ", max_size=40), st.text("ab ", min_size=1, max_size=6))
    def test_finds_places_that_overlap_and_no_others(self, text, words):
        starts = [start for start in range(len(text)) if text.startswith(words, start)]
        assert [*_starts(text, words)] == starts

    @pytest.mark.parametrize("finder", [verbatim, respaced, alike])
    def test_takes_no_longer_for_long_words_that_overlap(self, finder):
        once = "the cat sat on a mat by the sea and "
        began = time.process_time()
        assert len(finder(once * 20_000, (once * 10_000).strip())) == 10_001
        assert time.process_time() - began < 20  # seconds; in square time it is minutes

    def test_finds_words_before_parts_of_words(self):
        assert verbatim("It rained on the train. Rain, rain!", "rain") == [(30, 34)]
        assert verbatim("the train", "rain") == [(5, 9)]

    def test_finds_every_place_in_a_text_without_blanks(self):
        assert verbatim("東京。新東京", "東京") == [(0, 2), (4, 6)]

    def test_never_cuts_a_character(self):
        assert verbatim("cafe\u0301 cafe", "cafe") == [(6, 10)]
        assert verbatim("\u0301a", "\u0301") == [(0, 1)]


class TestRespaced:
    def test_takes_any_blanks_for_any(self):
        text = "one\u00a0two\n three. one two"
        assert said(respaced, text, " one  two") == ["one\u00a0two", "one two"]
        assert said(respaced, text, "two three") == ["two\n three"]
        assert said(respaced, "\n a b  a\tb a", "a b a") == ["a b  a", "a\tb a"]

    def test_takes_nothing_else(self):
        assert respaced("One two", "one two") == []
        assert respaced("one.two", "one two") == []

    def test_finds_no_blanks(self):
        assert respaced("a b", " ") == []


class TestFolded:
    @pytest.mark.parametrize(
        ("text", "words", "expected"),
        [
            ("He said: “It’s over – now.”", '"it\'s over - now."', ["“It’s over – now.”"]),
            ("A cafe\u0301 closed", "CAFÉ", ["cafe\u0301"]),
            ("co\u00adopera\u200btion", "cooperation", ["co\u00adopera\u200btion"]),
            ("the ﬁre is out", "Fire", ["ﬁre"]),
            ("5 km² burnt", "km2 burnt", ["km² burnt"]),
            ("Straße STRASSE", "strasse", ["Straße", "STRASSE"]),
            ("a \u00a0\n b", "A B", ["a \u00a0\n b"]),
            (" leading", "leading", ["leading"]),
            ("of ﬁre", "ire", []),  # half a ligature is no place
            ("abc", "x", []),
            ("abc", " ", []),
        ],
    )
    def test_sees_as_matching_does(self, text, words, expected):
        assert said(alike, text, words) == expected

    @settings(derandomize=True, deadline=None, max_examples=300)
    @given(texts(), texts(), texts())
    def test_finds_only_what_has_the_same_form(self, before, words, after):
        for place in said(alike, before + words + after, words):
            assert form(place) == form(words)

    @settings(derandomize=True, deadline=None, max_examples=300)
    @given(
        st.text(st.sampled_from("aB \u00a0“”’–éßﬁ\u00ad"), max_size=10),
        st.text(st.sampled_from("abß“-"), min_size=1, max_size=6),
    )
    def test_finds_what_stands_between_blanks(self, before, words):
        text = f"{before} {words} {before}"
        assert any(fold(place) == fold(words) for place in said(alike, text, words.upper()))
