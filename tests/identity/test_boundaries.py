"""Where text may be cut."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.identity.boundaries import between_characters, between_words, parts_word, pieces
from tests.strategies import texts


def characters(text):
    """Return `text` with a bar wherever it may be cut."""
    return "".join(("|" if between_characters(text, place) else "") + text[place] for place in range(len(text)))


class TestCharacters:
    @pytest.mark.parametrize(
        "expected",
        [
            "|a|b|c",
            "|e\u0301|a",  # a letter and its accent
            "|कि|a",  # a letter and its vowel sign
            "|\r\n|\n|\r|a",
            "|🌉|🌉",
            "|👩\u200d👧|x",  # a family, joined
            "|👍🏽|x",  # a skin tone
            "|❤\ufe0f|x",  # a variation selector
            "|🏴\U000e0067\U000e007f|x",  # a flag of tags
            "|🇦🇲|🇬🇪|🇹",  # flags of two letters
            "|x|🇦🇲|🇬",
            "|\u1112\u1161\u11ab|\u1100\u1173",  # syllables from letters
            "|\u1100각|\u1100|x",
            "|한|국",
            "|한\u11ab",
        ],
        ids=ascii,
    )
    def test_are_never_cut(self, expected):
        assert characters(expected.replace("|", "")) == expected

    def test_may_be_cut_off_at_both_ends_of_a_text(self):
        assert between_characters("\u0301", 0)
        assert between_characters("a", 1)
        assert between_characters("", 0)
        assert between_characters("ab", -3)
        assert between_characters("ab", 7)


class TestWords:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("It rained.", ["It", " ", "rained", "."]),
            ("won’t, 3,000 at 17:50!", ["won’t", ",", " ", "3,000", " ", "at", " ", "17:50", "!"]),
            ("a\n\n b", ["a", "\n\n ", "b"]),
            ("café cafe\u0301s", ["café", " ", "cafe\u0301s"]),
            ("हिन्दी में", ["हिन्दी", " ", "में"]),
            ("東京で雨", ["東", "京", "で", "雨"]),
            ("กขค", ["ก", "ข", "ค"]),
            ("—“x”", ["—", "“", "x", "”"]),
            ("👩\u200d👧!", ["👩\u200d👧", "!"]),
            ("", []),
        ],
    )
    def test_are_told_apart(self, text, expected):
        assert pieces(text) == expected

    def test_between_many_flags_are_found_in_a_time_that_grows_with_their_number(self):
        began = time.process_time()
        assert len(pieces("goal 🇦🇲 " * 10_000)) == 40_000
        assert time.process_time() - began < 5  # seconds; in square time it is ten

    def test_of_flags_in_one_run_are_found_in_a_time_that_grows_with_their_number(self):
        began = time.process_time()
        assert len(pieces("🇦🇲" * 10_000)) == 10_000
        assert time.process_time() - began < 5  # seconds; in square time it is twenty

    @settings(derandomize=True, deadline=None, max_examples=200)
    @given(st.one_of(texts(), st.text(st.sampled_from("a b.'e\u0301\u200dกำ東👍🏽\n"), max_size=12)))
    def test_make_up_the_text(self, text):
        assert "".join(pieces(text)) == text
        assert all(pieces(text))

    @pytest.mark.parametrize(
        ("text", "place", "expected"),
        [
            ("ab", 1, False),
            ("a b", 1, True),
            ("a_", 1, False),
            ("e\u0301a", 2, False),
            ("東京", 1, True),
            ("a東", 1, True),
            ("a.", 1, True),
            ("ab", 0, True),
            ("ab", 2, True),
        ],
    )
    def test_end_where_no_letter_follows(self, text, place, expected):
        assert between_words(text, place) is expected

    @pytest.mark.parametrize(
        ("text", "places"),
        [
            ("ab c", [1]),
            ("3.50", [1, 2, 3]),
            ("3. 50", [4]),
            ("12,5", [1, 2, 3]),
            ("9:05", [1, 2, 3]),
            ("can't", [1, 2, 3, 4]),
            ("it’s", [1, 2, 3]),
            ("l’armée", [1, 3, 4, 5, 6]),
            ("Dell'arte", [1, 2, 3, 4, 6, 7, 8]),
            ("puisqu’on", [1, 2, 3, 4, 5, 6, 8]),
            ("O'Brien", [1, 2, 3, 4, 5, 6]),
            ("n'n'l'o", [1, 3, 4, 5, 6]),
            ("el’a", [1, 2, 3]),
            ("end.Then", [1, 2, 5, 6, 7]),
            ("'a'", []),
            ("東京", []),
            ("བོད་ཡིག", []),
            ("人々〇", []),
            ("٣٫٥", [1, 2]),
            ("", []),
        ],
    )
    def test_are_parted_inside_them_and_inside_numbers(self, text, places):
        assert [place for place in range(len(text) + 1) if parts_word(text, place)] == places
