"""What people read never holds a character that cannot be seen, and never loses one."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.characters import visible


@pytest.mark.parametrize(
    "text", ["", "plain", "tab\tand\nline feed", "מים, вода, 水, 🌊", "no-break\u00a0blank", "e\u0301"]
)
def test_text_that_can_be_printed_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a[U+0000]b"),
        ("\x0b\x0c", "[U+000B][U+000C]"),
        ("\x1b[31mred", "[U+001B][31mred"),
        ("\x7f\x80\x85\x9f", "[U+007F][U+0080][U+0085][U+009F]"),
        ("\u2028\u2029", "[U+2028][U+2029]"),
        ("pay \u202e0001\u202c now", "pay [U+202E]0001\u202c now"),
        ("\u202dab", "[U+202D]ab"),
        ("\ufdd0\ufdef\ufffe\uffff", "[U+FDD0][U+FDEF][U+FFFE][U+FFFF]"),
    ],
)
def test_a_character_that_cannot_be_printed_is_written_as_its_number(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "lines"), [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\r\r\nb", "a\n\nb"), ("\r", "\n")]
)
def test_every_line_end_becomes_a_line_feed(text: str, lines: str) -> None:
    assert visible(text) == lines


def test_what_the_newsroom_wrote_in_brackets_stays() -> None:
    assert visible("[U+000B]") == "[U+000B]"


@pytest.mark.parametrize("direction", ["\u200e", "\u200f", "\u061c", "\u202b", "\u202c", "\u2067", "\u2069"])
def test_marks_of_direction_stay_for_the_right_to_left_text_that_needs_them(direction: str) -> None:
    assert visible(f"א{direction}b") == f"א{direction}b"


@given(st.text())
@settings(derandomize=True, deadline=None)
def test_nothing_unprintable_is_left_and_nothing_is_lost(text: str) -> None:
    shown = visible(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ufdd0-\ufdef\ufffe\uffff]", shown)
    back = re.sub(r"\[U\+([0-9A-F]{4})\]", lambda match: chr(int(match[1], 16)), shown)
    assert back == text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.text())
@settings(derandomize=True, deadline=None)
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)
