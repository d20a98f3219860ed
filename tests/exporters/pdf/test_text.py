"""How characters become lines: where they break, which font draws them, where links lead."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.exporters.pdf.building import FACTS, Document, opened
from tests.exporters.pdf.reading import annotations, fonts, words

from liveblog_archive.exporters.pdf.canvas import Canvas
from liveblog_archive.exporters.pdf.design import A4, Style
from liveblog_archive.exporters.pdf.fonts import Fonts
from liveblog_archive.exporters.pdf.tags import Element
from liveblog_archive.exporters.pdf.text import Text, shortened
from liveblog_archive.exporters.pdf.tokens import Run, plain_words, tokenized

STYLE = Style(size=10.0, leading=14.0)
WIDE = 1000.0
FONTS = Fonts()
INK, ACCENT = (0.0, 0.0, 0.0), (0.05, 0.27, 0.55)


def set_text(*runs: Run | str, width: float = WIDE, style: Style = STYLE, lang: str = "en") -> Text:
    text = Text(FONTS, style, *runs, tag=Element("P", lang=lang))
    text.measure(width, 0.0)
    return text


def drawn(*texts: Text) -> PdfReader:
    """Return a file with one page that shows the texts."""
    canvas = Canvas(A4, FONTS, FACTS)
    for index, text in enumerate(texts):
        if text._tag is not None:
            canvas.root.adopt(text._tag)
        text.draw(canvas, 50.0, 700.0 - 100 * index)
    canvas.turn()
    return opened(b"".join(canvas.finish()))


def lines(*runs: Run | str, width: float = WIDE, style: Style = STYLE) -> list[str]:
    """Return the lines that a text is broken into, as a reader's program sees them."""
    text = set_text(*runs, width=width, style=style)
    shown = drawn(text).pages[0].extract_text().split("\n")
    return [line.rstrip(" ") for line in shown]


def operators(*runs: Run | str, style: Style = STYLE, width: float = WIDE) -> str:
    data = drawn(set_text(*runs, style=style, width=width)).pages[0].get_contents()
    assert data is not None
    return data.get_data().decode("latin-1")


def test_a_line_is_broken_where_the_next_word_does_not_fit() -> None:
    assert lines("The ferry is aground on the bank", width=80.0) == ["The ferry is", "aground on the", "bank"]


def test_no_line_is_longer_than_its_column() -> None:
    text = "Unverzüglichkeitsbescheinigung für https://news.example/live/2021/11/16/bridge?page=1&order=oldest " * 3
    for width in (30.0, 77.0, 150.0):
        fonts_ = Fonts()
        for line in lines(text, width=width):
            measured = sum(fonts_.word("regular", word).width for word in line.split(" "))
            blanks = line.count(" ") * fonts_.primary("regular").space
            assert (measured + blanks) / 100 <= width + 0.01


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("A half-in raft", "A half-"),
        ("The score stood at 10-12", "The score"),
        ("Either bus/tram or foot", "Either bus/"),
        ("They waited—nobody came", "They waited—"),
        ("See https://news.example/live?page=12345", "See https://news."),
        ("See it at https://news.example/live?page=12345", "See it at"),
        ("12\u00a0345\u00a0678 people 9\u202f876", "12\u00a0345\u00a0678"),
    ],
)
def test_a_line_may_break_inside_of_some_words(text: str, first: str) -> None:
    width = Fonts().word("regular", first.replace(" ", "\u00a0")).width / 100 + 3
    assert lines(text, width=width)[0] == first


def test_a_soft_hyphen_shows_only_where_the_line_is_broken() -> None:
    text = "Donau\u00addampf\u00adschiff\u00ad"
    assert lines(text) == ["Donaudampfschiff"]
    assert [line.replace("\u00ad", "-") for line in lines(text, width=70.0)] == ["Donaudampf-", "schiff"]


def test_a_word_that_is_wider_than_a_line_is_cut_and_loses_nothing() -> None:
    word = "".join(chr(0x61 + n % 26) for n in range(500))
    broken = lines(f"so {word} so", width=120.0)
    assert broken[0].startswith("so a")
    assert "".join(broken).removeprefix("so ").removesuffix(" so") == word
    assert max(map(len, broken)) < 30


def test_runs_without_a_blank_between_them_stay_together() -> None:
    assert lines("It is ", Run("open", url="https://x.example"), ", they said", width=55.0)[:2] == [
        "It is open,",
        "they said",
    ]
    assert lines(Run("a" * 30), Run("b" * 30), width=100.0) != []


def test_a_group_of_runs_that_is_wider_than_a_line_is_cut_too() -> None:
    parts = [Run("n" * 9, face="bold"), Run("m" * 9), Run("я" * 9), Run("ք" * 9)]
    assert "".join(lines("x ", *parts, width=60.0)) == "x " + "n" * 9 + "m" * 9 + "я" * 9 + "ք" * 9


def test_a_character_that_is_wider_than_the_column_stands_alone_on_its_line() -> None:
    assert lines("WW", width=2.0) == ["W", "W"]


def test_line_feeds_are_kept_but_never_two_empty_lines_in_a_row_nor_one_at_an_end() -> None:
    assert lines("\n\none\n\n\n\ntwo\r\nthree\n\n") == ["one", "two", "three"]
    assert set_text("\n\none\n\n\n\ntwo\r\nthree\n\n").measure(WIDE, 0.0) == 4 * 14.0


def test_runs_of_blanks_are_one_space() -> None:
    assert lines("  kept \t ", " one\u2003  ") == ["kept one"]


def test_a_text_of_nothing_has_no_height() -> None:
    assert set_text("", " \t ").measure(WIDE, 0.0) == 0.0
    assert drawn(set_text("")).pages[0].extract_text() == ""


def test_control_characters_are_visible_and_bidirectional_controls_are_kept_without_ink() -> None:
    assert lines("a\x00b\x0bc\u202bd") == ["a[U+0000]b[U+000B]c\u202bd"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("paid \u202e0001\u202c at noon", "paid [U+202E]0001 at noon"),
        ("an \u202dאב\u202c", "an [U+202D]אב"),
        ("\u2067\u2066first\u2069 \u2066then\u2069\u2069 last", "first then last"),
        ("from \u202b1 - 2\u202c", "from 1 - 2"),
    ],
)
def test_no_character_shows_another_text_than_the_one_that_is_stored(text: str, shown: str) -> None:
    controls = dict.fromkeys(map(ord, "\u202b\u202c\u2066\u2067\u2069"))
    assert [line.translate(controls) for line in lines(text)] == [shown]
    drawn_at = re.findall(r"(\S+) (\S+) Td", operators(text))
    assert len(drawn_at) == 1


def test_a_text_of_one_colour_is_drawn_in_it_and_leads_where_its_run_does() -> None:
    red = Run("a red word", color=(1.0, 0.0, 0.0))
    assert "1 0 0 rg" in operators(red)
    linked = Text(FONTS, STYLE, red._replace(goto="top"), tag=Element("P"))
    linked.measure(30.0, 0.0)
    found = list(annotations(drawn(linked)))
    assert [str(one["/Dest"]) for _, one in found] == ["top"] * 2
    assert [str(one["/Contents"]) for _, one in found] == ["a red word"] * 2
    edges = [[float(edge) for edge in one["/Rect"]] for _, one in found]
    assert all(left == 50.0 and 55.0 < right < 80.0 for left, _, right, _ in edges)
    assert [top for *_, top in edges] == sorted((top for *_, top in edges), reverse=True)
    assert "1 0 0 rg" in operators(Run("a red word", color=(1.0, 0.0, 0.0), url="javascript:x"))


def test_no_text_is_markup() -> None:
    assert lines("<b>&amp;</b> (a) \\( %s <font color=red>") == ["<b>&amp;</b> (a) \\( %s <font color=red>"]


def test_a_text_is_split_between_lines_with_two_on_either_side() -> None:
    text = set_text("\n".join("abcdef"))
    parts = text.split(WIDE, 5 * 14.0)
    assert parts is not None
    first, rest = parts
    assert (first.measure(WIDE, 0.0), rest.measure(WIDE, 0.0)) == (4 * 14.0, 2 * 14.0)
    assert drawn(first).pages[0].extract_text().split() == ["a", "b", "c", "d"]
    assert drawn(rest).pages[0].extract_text().split() == ["e", "f"]


@pytest.mark.parametrize(("count", "room"), [(6, 14.0), (6, 0.0), (6, -20.0), (3, 28.0), (1, 5.0)])
def test_a_text_is_not_split_where_a_line_would_stand_alone(count: int, room: float) -> None:
    assert set_text("\n".join("abcdef"[:count])).split(WIDE, room) is None


def test_a_link_covers_its_words_on_every_line_and_nothing_else() -> None:
    linked = Run("seven linked words over two or three lines", url="https://x.example/")
    reader = drawn(set_text("Before ", linked, " after", width=100.0))
    boxes = [[float(edge) for edge in found["/Rect"]] for _, found in annotations(reader)]
    space = Fonts().primary("regular").space / 100
    before = Fonts().word("regular", "Before").width / 100
    assert boxes[0][0] == pytest.approx(50 + before + space, abs=0.02)
    assert [box[0] for box in boxes[1:]] == [50.0] * (len(boxes) - 1)
    assert all(50 <= box[0] < box[2] <= 150.01 for box in boxes)
    assert {found["/A"]["/URI"] for _, found in annotations(reader)} == {"https://x.example/"}


def test_a_link_may_run_over_an_empty_line() -> None:
    reader = drawn(set_text(Run("one\n\ntwo", url="https://x.example/")))
    assert len(list(annotations(reader))) == 2


def test_linked_words_have_the_accent_colour_unless_they_have_their_own() -> None:
    accent = "{:.2f} {:.2f} {:.2f} rg".format(*ACCENT)
    assert accent in operators("a ", Run("b", url="https://x.example"))
    assert accent not in operators("a ", Run("b", url="https://x.example", color=INK))
    assert accent not in operators("a b")


def test_text_on_the_right_ends_where_its_column_ends() -> None:
    right = Style(size=10.0, leading=14.0, align="right")
    reader = drawn(set_text(Run("12 345", url="https://x.example"), width=100.0, style=right))
    [(_, found)] = annotations(reader)
    assert float(found["/Rect"][2]) == pytest.approx(150.0, abs=0.02)


@pytest.mark.parametrize("before", ["הטלפון ", "الرقم ", "Call גשר "])
@pytest.mark.parametrize(("blank", "leftwards"), [(" ", True), ("\u00a0", False)])
def test_numbers_that_follow_one_another_stand_as_unicode_orders_them(
    before: str, blank: str, leftwards: bool
) -> None:
    # A blank between numbers runs as the words around them do (UAX #9, N1); one that joins them is part of them (W4).
    area, line = (Run(number, url=f"https://x.example/{number}") for number in ("49", "30"))
    reader = drawn(set_text(before, area, blank, line, " גשר"))
    left = {str(found["/A"]["/URI"])[-2:]: float(found["/Rect"][0]) for _, found in annotations(reader)}
    assert (left["49"] > left["30"]) is leftwards


def test_spaces_stay_in_the_font_before_them_where_it_has_the_same() -> None:
    assert operators("мост да мост").count("Tf") == 1
    assert operators("կամուրջ կամուրջ").count("Tf") == 1
    # The Hebrew font's space is wider: it is moved back by as much, or the line would be longer than it was measured.
    shown = operators("גשר גשר")
    assert shown.count("Tf") == 1
    assert re.search(r"\)\d+\(", shown)


def test_any_number_of_characters_of_one_font_are_drawn_from_one_resource() -> None:
    many = "".join(chr(code) for code in range(0x100, 0x300))
    reader = drawn(set_text(many))
    assert "".join(reader.pages[0].extract_text().split()) == many
    assert len([name for name in fonts(reader) if name.endswith("NotoSans-Regular")]) == 1


def test_a_title_is_shortened_to_the_words_that_fit() -> None:
    fonts_ = Fonts()
    assert shortened(fonts_, STYLE, "The  bridge,\nlive", WIDE) == "The bridge, live"
    assert shortened(fonts_, STYLE, "The bridge, live", 65.0) == "The bridge…"
    assert shortened(fonts_, STYLE, "Unpronounceable", 20.0) == "…"
    assert shortened(fonts_, STYLE, "", 20.0) == ""


@given(st.lists(st.text(max_size=30), max_size=3), st.floats(1.0, 400.0))
@settings(derandomize=True, deadline=None, max_examples=40)
def test_any_text_is_set_at_any_width(parts: list[str], width: float) -> None:
    text = set_text(*(part.encode("utf-8", "ignore").decode() for part in parts), width=width)
    assert text.measure(width, 0.0) % 14.0 == 0.0
    assert words(drawn(text).pages[0].extract_text()) is not None


def test_only_fonts_that_draw_something_are_embedded() -> None:
    document = Document()
    text = Text(document.fonts, STYLE, "ხიდი", tag=document.paragraph())
    assert [name.partition("+")[2] for name in fonts(document.opened(text))] == ["NotoSansGeorgian-Regular"]
    assert len(document.fonts.loaded) > 1


def test_an_address_that_nobody_can_follow_is_text() -> None:
    reader = drawn(set_text("a ", Run("b", url="javascript:alert(1)")))
    assert list(annotations(reader)) == []
    assert reader.pages[0].extract_text() == "a b"
    for text in ("word", "a word-by-word word"):
        assert operators(Run(text, url="javascript:alert(1)")) == operators(Run(text))
        assert operators(Run(text, url="https://news.example/")) != operators(Run(text))


@pytest.mark.parametrize(
    ("sign", "breaks"),
    [("\u2e5d", False), ("\u2e80", True), ("日", True), ("\uff60", True), ("\uff61", False), ("\U0001f600", False)],
)
def test_a_line_may_break_between_what_is_written_without_blanks(sign: str, breaks: bool) -> None:
    parts = [token.text for line, _ in tokenized(FONTS, STYLE, [Run(f"a{sign}{sign}")]) for token in line]
    assert (len(parts) == 3) is breaks
    assert (plain_words([Run(f"a{sign}{sign}")], STYLE) is None) is breaks
