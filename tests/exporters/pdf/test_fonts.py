"""Which font draws which character, and what becomes of those that none has."""

from importlib import resources

import pytest

from liveblog_archive.exporters.pdf.fonts import CHAINS, Face, Fonts, clusters


def pieces(text: str, face: Face = "regular") -> list[tuple[str, str]]:
    return [(font.name.removeprefix("NotoSans"), drawn) for font, drawn in Fonts().word(face, text).pieces]


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("bridge", "-Regular"),
        ("körpü", "-Regular"),
        ("мост", "-Regular"),
        ("γέφυρα", "-Regular"),
        ("կամուրջ", "Armenian-Regular"),
        ("ხიდი", "Georgian-Regular"),
        ("גשר", "Hebrew-Regular"),
        ("جسر", "Arabic-Regular"),
        ("−≈→", "Math-Regular"),
        ("✓⚠■", "Symbols2-Regular"),
    ],
)
def test_each_script_has_its_font(text: str, font: str) -> None:
    assert pieces(text) == [(font, text)]


def test_a_word_of_two_scripts_is_drawn_from_two_fonts() -> None:
    assert pieces("Անի-Ani") == [("Armenian-Regular", "Անի"), ("-Regular", "-Ani")]


def test_faces_fall_back_to_faces_of_their_kind() -> None:
    assert pieces("aգ", "bold") == [("-Bold", "a"), ("Armenian-Bold", "գ")]
    assert pieces("aգ", "italic") == [("-Italic", "a"), ("Armenian-Regular", "գ")]


def test_every_face_has_the_same_characters() -> None:
    fonts = Fonts()
    covered = [{char for name in chain for char in fonts._font(name).characters} for chain in CHAINS.values()]
    assert covered[0] == covered[1] == covered[2]
    assert len(covered[0]) > 3000


def test_marks_stay_with_their_base() -> None:
    assert pieces("e\u0301") == [("-Regular", "e\u0301")]
    assert pieces("שָׁ") == [("Hebrew-Regular", "שָׁ")]
    # No font has both: the base keeps its own font, and the mark is drawn from another.
    assert pieces("ա\u0301") == [("Armenian-Regular", "ա"), ("-Regular", "\u0301")]
    assert list(clusters("ae\u0301\u0302o")) == ["a", "e\u0301\u0302", "o"]


def test_a_character_that_no_font_has_is_drawn_as_a_replacement() -> None:
    assert pieces("日x🌉") == [("-Regular", "\ufffdx\ufffd")]
    assert list(Fonts().missing("日x🌉\n\t日")) == ["日", "🌉", "日"]


def test_a_character_without_ink_that_no_font_has_is_not_drawn_but_reported() -> None:
    assert pieces("x\ufe0f\ufeff") == [("-Regular", "x")]
    assert pieces("\ufeff") == []
    assert list(Fonts().missing("x\ufe0f\ufeff")) == ["\ufe0f", "\ufeff"]


def test_a_text_that_the_fonts_have_lacks_nothing() -> None:
    assert list(Fonts().missing("Անի, мост — 5 °C −3")) == []


def test_the_width_of_a_word_is_the_sum_of_its_characters() -> None:
    fonts = Fonts()
    assert fonts.word("regular", "00").width == 2 * 572
    assert fonts.word("regular", "Ա0").width == fonts.word("regular", "Ա").width + 572


def test_short_words_are_made_once_and_long_ones_are_not_kept() -> None:
    fonts = Fonts()
    assert fonts.word("regular", "bridge") is fonts.word("regular", "bridge")
    assert fonts.word("regular", "x" * 41) is not fonts.word("regular", "x" * 41)


def test_the_licence_stands_beside_the_fonts_and_names_each() -> None:
    folder = resources.files("liveblog_archive.exporters.pdf").joinpath("fonts")
    licence = folder.joinpath("OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    files = {path.name for path in folder.iterdir()} - {"OFL.txt"}
    assert files == {f"{name}.ttf" for chain in CHAINS.values() for name in chain}
    for file in files:
        assert file.partition("-")[0] in licence
