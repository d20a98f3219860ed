"""How justified text is set: even right edges, words that are divided, and lines that cannot be helped."""

import pytest
from attrs import evolve
from tests.exporters.pdf.scripts import SENTENCES
from tests.storm import EXAMPLE

from liveblog_archive.exporters.pdf.design import Style
from liveblog_archive.exporters.pdf.fonts import Fonts
from liveblog_archive.exporters.pdf.pen import Line
from liveblog_archive.exporters.pdf.tags import Element
from liveblog_archive.exporters.pdf.text import Text
from liveblog_archive.exporters.pdf.tokens import Run

STYLE = Style(size=10.0, leading=14.0, align="justify")
WIDTH = 330.0
LONG = (
    "Extraordinarily inconsiderate representatives misunderstood characteristically incomprehensible instructions. "
)


def set_lines(*runs: Run | str, lang: str = "en", width: float = WIDTH, style: Style = STYLE) -> list[Line]:
    text = Text(Fonts(), style, *runs, tag=Element("P", lang=lang))
    text.measure(width, 0.0)
    return list(text._lines)


def words(line: Line) -> str:
    return " ".join(token.text for token in line.tokens)


@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.parametrize("language", ["en", "ru", "el"])
def test_every_line_but_the_last_ends_where_the_column_ends(language: str, linked: bool) -> None:
    sentence = f"{SENTENCES[language]} {SENTENCES[language]}"
    link = Run(" here", url="https://x.example")
    *lines, last = set_lines(sentence, *([link] if linked else []), lang=language)
    assert len(lines) > 3
    assert all(bool(line.tokens) == linked for line in lines)
    assert [line.width for line in lines] == pytest.approx([WIDTH * 100] * len(lines), abs=1.0)
    assert last.width <= WIDTH * 100
    assert last.stretch == 0


@pytest.mark.parametrize("linked", [False, True])
def test_words_are_divided_rather_than_lines_made_loose(linked: bool) -> None:
    runs = [Run("See "), Run("this", url="https://x.example"), Run(f". {LONG * 3}")] if linked else [Run(LONG * 3)]
    lines = set_lines(*runs, width=150.0)
    blank = Fonts().primary("regular").space
    assert max(line.stretch for line in lines) <= 1.2 * blank + 1
    if linked:
        divided = [line for line in lines if words(line).endswith("\u00ad")]
        assert divided
        assert [line.width for line in divided if line.stretch] == pytest.approx(
            [15000] * sum(line.stretch != 0 for line in divided), abs=1.0
        )


def test_a_divided_word_is_whole_again_when_its_parts_are_joined() -> None:
    lines = set_lines(Run("See "), Run("this", url="https://x.example"), Run(f". {LONG}"), width=150.0)
    joined = " ".join(map(words, lines)).replace("\u00ad ", "")
    assert joined == f"See this . {LONG.strip()}"


def test_a_word_may_be_divided_more_than_once() -> None:
    for runs in ([Run("Internationalization")], [Run("Inter"), Run("nationalization is", size=0.99)]):
        lines = set_lines(*runs, width=45.0)
        assert len(lines) >= 3


def test_a_line_that_would_be_too_loose_is_not_justified() -> None:
    lines = set_lines("aaaaaaaaaaaaaa bb cccccccccccccccccccccccccc dd eeeeeeeeeeeeeeeee", lang="zz", width=130.0)
    assert 0.0 in [line.stretch for line in lines[:-1]]
    assert all(line.width <= 13001 for line in lines)


def test_without_a_language_no_word_is_divided() -> None:
    lines = set_lines(Run("See "), Run("this", url="https://x.example"), Run(f". {LONG}"), lang="", width=150.0)
    assert not any("\u00ad" in words(line) for line in lines)


def test_a_soft_hyphen_is_a_place_to_divide_at() -> None:
    text = "Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschaft und mehr davon"
    lines = set_lines(text, lang="", width=85.0)
    assert words(lines[0]).endswith("\u00ad")
    assert "".join(map(words, lines)).replace("\u00ad", "").replace(" ", "") == text.replace("\u00ad", "").replace(
        " ", ""
    )


def test_text_that_is_not_justified_is_not_stretched() -> None:
    lines = set_lines(LONG * 2, style=Style(size=10.0, leading=14.0))
    assert {line.stretch for line in lines} == {0.0}


def test_tracked_letters_are_as_far_apart_as_they_were_measured() -> None:
    tracked = Style(size=10.0, leading=14.0, tracking=0.5)
    [plain], [wide] = set_lines("WORD", style=Style(size=10.0, leading=14.0)), set_lines("WORD", style=tracked)
    assert wide.width == pytest.approx(plain.width + 4 * 50)


def test_a_run_of_another_face_or_colour_is_set_in_it() -> None:
    [line] = set_lines(Run("bold", face="bold"))
    assert [font.name for font, _ in line.tokens[0].word.pieces] == ["NotoSans-Bold"]
    assert set_lines(Run("red", color=(1.0, 0.0, 0.0)), " and black")[0].tokens
    assert set_lines(Run("red", color=(1.0, 0.0, 0.0)))[0].plain


def test_hyphens_that_follow_one_another_are_one_place_to_divide_at() -> None:
    [line] = set_lines("a\u00ad\u00adb \u00adc")
    assert words(line) == "a b c"


@pytest.mark.parametrize(
    ("language", "names", "divided"),
    [
        ("en-GB", ("selvanian", "anthemar"), True),
        ("en-GB", ("Selvanian", "Anthemar"), False),
        ("de", ("Selvanian", "Anthemar"), True),
    ],
)
def test_a_name_is_divided_only_where_nothing_else_helps(
    language: str, names: tuple[str, str], divided: bool
) -> None:
    text = (
        "Nobody heard the ferry call for help before {} closed the gates of the inner basin and {} sounded the siren."
    )
    lines = set_lines(Run("See ", size=0.99), Run(f"{text.format(*names)} Twice."), lang=language, width=246.0)
    assert any(words(line).endswith("\u00ad") for line in lines) is divided


def test_words_are_divided_for_the_sake_of_a_last_line_that_would_be_a_stub() -> None:
    [text] = [line for line in EXAMPLE.read_text(encoding="utf-8").splitlines() if line.startswith("The bank lies")]
    *_, last = set_lines(text, width=290.0)
    *_, stub = set_lines(text, width=290.0, style=evolve(STYLE, hyphenated=False))
    assert stub.width < 29000 * 0.14 <= last.width


def test_a_stub_that_nothing_helps_is_no_reason_to_divide_words() -> None:
    text = "The harbour office closed the northern basin after the representative of the administration had lost it."
    lines, whole = (
        set_lines(text, width=235.0, style=evolve(STYLE, hyphenated=hyphenated)) for hyphenated in (True, False)
    )
    assert lines == whole
    assert lines[-1].width < 23500 * 0.14


def test_lines_of_a_heading_are_about_as_long() -> None:
    heading = Style(size=10.0, leading=14.0, balanced=True)
    first, second = set_lines("The divers found the crane below the quay at noon", width=220.0, style=heading)
    assert abs(first.width - second.width) < 4000
