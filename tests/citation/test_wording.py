"""Text on one line: blanks, directions, first words, quotation marks, full stops."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.citation import FOR_PEOPLE, Citer
from liveblog_archive.citation.wording import FIRST_WORDS, brief, first_words, isolated, one_line, quoted, stopped
from tests.citation.cases import BLOG, ENTRY

RLO, RLE, LRE, RLI, FSI, PDF, PDI = "\u202e", "\u202b", "\u202a", "\u2067", "\u2068", "\u202c", "\u2069"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain", "plain"),
        ("  two   blanks\tand\r\nlines \n", "two blanks and lines"),
        ("no\u00a0break\u3000wide", "no break wide"),
        ("a\x00b\x0bc\u2028d", "a[U+0000]b[U+000B]c[U+2028]d"),
        ("", ""),
    ],
)
def test_text_becomes_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"a{RLE}b", f"a{RLE}b{PDF}"),
        (f"a{RLO}b", "a[U+202E]b"),
        (f"{LRE}a{RLI}b", f"{LRE}a{RLI}b{PDI}{PDF}"),
        (f"{FSI}a{PDI}b", f"{FSI}a{PDI}b"),
        (f"{RLI}{LRE}a{PDF}{PDI}", f"{RLI}{LRE}a{PDF}{PDI}"),
        (f"a{PDF}{PDI}b", f"a{PDF}{PDI}b"),
        (f"{RLI}a{PDF}", f"{RLI}a{PDF}{PDI}"),
    ],
)
def test_a_direction_that_text_opens_is_closed_at_its_end(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Short.", "Short."),
        ("x" * FIRST_WORDS, "x" * FIRST_WORDS),
        ("word " * 20, "word " * 11 + "word…"),
        ("A sentence that is long enough, with a comma at the cut ----- and more", None),
        ("水" * 70, "水" * FIRST_WORDS + "…"),
        ("a" * (FIRST_WORDS - 1) + "e\u0301" + "b", "a" * (FIRST_WORDS - 1) + "…"),
        ("a" * (FIRST_WORDS - 2) + "👩\u200d🚒" + "b", "a" * (FIRST_WORDS - 2) + "…"),
        ("a" * (FIRST_WORDS - 1) + "👍🏽" + "b", "a" * (FIRST_WORDS - 1) + "…"),
        ("\u0301" * 99, "\u0301…"),
        ("🇫🇷" * 40, "🇫🇷" * (FIRST_WORDS // 2) + "…"),
        ("x" + "🇫🇷" * 40, "x" + "🇫🇷" * (FIRST_WORDS // 2 - 1) + "…"),
        (
            "Much more snow than was expected falls all across the U.S. and Canada",
            "Much more snow than was expected falls all across the U.S.…",
        ),
        (
            "Much more snow than was expected falls all across States. And more falls",
            "Much more snow than was expected falls all across States…",
        ),
    ],
)
def test_first_words_end_where_a_word_or_a_drawn_character_ends(text: str, words: str | None) -> None:
    expected = "A sentence that is long enough, with a comma at the cut…" if words is None else words
    assert first_words(text) == expected


@pytest.mark.parametrize(
    ("text", "mark", "result"),
    [
        ("Ferry refloated", "", "“Ferry refloated”"),
        ("Ferry refloated", ",", "“Ferry refloated,”"),
        ("Ferry refloated", ".", "“Ferry refloated.”"),
        ("It floats.", ",", "“It floats,”"),
        ("It floats.", ".", "“It floats.”"),
        ("It floats..", ",", "“It floats..,”"),
        ("Storm hits the U.S.", ",", "“Storm hits the U.S.,”"),
        ("Storm hits the U. S.", ",", "“Storm hits the U. S.,”"),
        ("Storm hits the U.S.", ".", "“Storm hits the U.S.”"),
        ("He said “at 9 p.m.”", ",", "“He said ‘at 9 p.m.,’”"),
        ("Protest in Washington, D.C.", ",", "“Protest in Washington, D.C.,”"),
        ("Merger of Acme and Foo Inc.", ",", "“Merger of Acme and Foo Inc.,”"),
        ("Acme, Foo, etc.", ",", "“Acme, Foo, etc.,”"),
        ("Court hears Robert B.", ",", "“Court hears Robert B.,”"),
        ("Acme names a Ph.D.", ",", "“Acme names a Ph.D.,”"),
        ("Снег и т.д.", ",", "“Снег и т.д.,”"),
        ("The answer is no.", ",", "“The answer is no,”"),
        ("Strike hits the NHS.", ",", "“Strike hits the NHS,”"),
        ("Curfew from 9 pm.", ",", "“Curfew from 9 pm,”"),
        ("Read it at news.example.", ",", "“Read it at news.example,”"),
        ("Score: 3.5.", ",", "“Score: 3.5,”"),
        ("Is it safe?", ",", "“Is it safe?,”"),
        ("Is it safe?", ".", "“Is it safe?”"),
        ("Stop!", ".", "“Stop!”"),
        ("And then…", ".", "“And then…”"),
        ("終わった。", ".", "“終わった。”"),
        ("He said “no”", ".", "“He said ‘no.’”"),
        ("He said “no.”", ",", "“He said ‘no,’”"),
        ('He said "no"', ",", "“He said 'no,'”"),
        ("Er sagt „nein“", ".", "“Er sagt ‚nein.‘”"),
        ("the workers’", ".", "“the workers’.”"),
        ("« non »", ".", "“« non ».”"),
        ('"', ",", "“,'”"),
        ("港口关闭。", ",", "“港口关闭。”"),
        ("港口关闭．", ".", "“港口关闭．”"),
        ("安全吗？", ",", "“安全吗？”"),
        ("停！", ",", "“停！”"),
        ("港口关闭，", ",", "“港口关闭，”"),
        ("港口关闭、", ".", "“港口关闭、”"),
        ("市长：“关闭。”", ",", "“市长：‘关闭。’”"),
        (f"{FSI}סערה{PDI}", ",", f"“{FSI}סערה{PDI},”"),
        (f"{FSI}סערה.{PDI}", ",", f"“{FSI}סערה{PDI},”"),
        (f"{FSI}סערה?{PDI}", ".", f"“{FSI}סערה?{PDI}”"),
        (f"{FSI}אמר “לא”{PDI}", ".", f"“{FSI}אמר ‘לא.’{PDI}”"),
    ],
)
def test_punctuation_goes_inside_the_quotation_marks(text: str, mark: str, result: str) -> None:
    assert quoted(text, mark) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Desk", "Desk."),
        ("Reporter, A.", "Reporter, A."),
        ("Why?", "Why?"),
        ("“Go!”", "“Go!”"),
        ("“Go”", "“Go”."),
        ("完。", "完。"),
        (f"{FSI}למה?{PDI}", f"{FSI}למה?{PDI}"),
        (f"{FSI}סערה{PDI}", f"{FSI}סערה{PDI}."),
    ],
)
def test_a_full_stop_is_never_doubled(text: str, result: str) -> None:
    assert stopped(text) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [("Storm", "Storm"), ("", ""), ("سـ", f"{FSI}سـ{PDI}"), ("Storm: סערה", f"{FSI}Storm: סערה{PDI}"), ("風", "風")],
)
def test_what_runs_from_right_to_left_is_isolated(text: str, result: str) -> None:
    assert isolated(text) == result


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("word " * 59 + "words", None),
        ("word " * 60 + "word", f"{'word ' * 59}word…"),
        ("word " * 58 + "words, moreover", f"{'word ' * 58}words…"),
        ("w" * 9999, f"{'w' * 300}…"),
        ("船" * 9999, f"{'船' * 300}…"),
        ("\u2067" + "word " * 99 + "\u2069", None),
    ],
)
def test_a_title_that_is_longer_than_any_headline_is_shortened_where_people_read_it(
    title: str, shown: str | None
) -> None:
    assert brief(title) == (shown or title)
    record = evolve(BLOG, title=title, entries=[evolve(ENTRY, headline=title)])
    for style in FOR_PEOPLE:
        for entry in (None, record.entries[0]):
            assert (title in Citer(record).render(entry, style)) is (shown is None)
    assert title in Citer(record).render(record.entries[0], "ris")


@given(st.text())
@settings(derandomize=True, deadline=None)
def test_one_line_is_one_line_and_stays_what_it_is(text: str) -> None:
    line = one_line(text)
    assert line == one_line(line)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert "  " not in line


@given(st.text(min_size=1))
@settings(derandomize=True, deadline=None)
def test_first_words_begin_the_text_and_are_short(text: str) -> None:
    words, line = first_words(text), one_line(text)
    assert len(words.rstrip(PDF + PDI)) <= FIRST_WORDS + 1
    if words != line:
        head, ellipsis, closers = words.rpartition("…")
        assert ellipsis
        assert line.startswith(head)
        assert set(closers) <= {PDF, PDI}
