"""Which font draws which character, and what becomes of those that none has."""

import re
from importlib import resources
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from tests.exporters.pdf.building import Document

from liveblog_archive import ExportError
from liveblog_archive.exporters.pdf.design import Face, Style
from liveblog_archive.exporters.pdf.fonts import CHAINS, Fonts, Word, clusters
from liveblog_archive.exporters.pdf.glyphs import Font
from liveblog_archive.exporters.pdf.text import Text


def pieces(text: str, face: Face = "regular") -> list[tuple[str, str]]:
    """Return which fonts draw a text, each with what its codes stand for."""
    return [(font.name.removeprefix("NotoSans"), stands_for(font, codes)) for font, codes in word(text, face).pieces]


def word(text: str, face: Face = "regular") -> Word:
    return Fonts().word(face, text)


def stands_for(font: Font, codes: str) -> str:
    """Return the text of the codes of a piece, whose strings are between numbers."""
    raw = re.sub(r"\)-?\d+\(", "", codes)
    plain = re.sub(r"\\(.)", lambda match: {"r": "\r", "n": "\n"}.get(match[1], match[1]), raw, flags=re.DOTALL)
    pairs = zip(plain[::2], plain[1::2], strict=True)
    return "".join(font.texts[ord(high) * 256 + ord(low)] for high, low in pairs)


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
        ("✅🔴", "NotoEmoji-Regular"),
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
    covered = [
        {char for name in chain for char in fonts._font(name, "regular").characters} for chain in CHAINS.values()
    ]
    assert covered[0] == covered[1] == covered[2]
    assert len(covered[0]) > 3000


def test_marks_stay_with_their_base() -> None:
    assert pieces("e\u0301") == [("-Regular", "e\u0301")]
    assert pieces("שָׁ") == [("Hebrew-Regular", "שָׁ")]
    # No font has both: the base keeps its own font, and the mark is drawn from another.
    assert pieces("ա\u0301") == [("Armenian-Regular", "ա"), ("-Regular", "\u0301")]
    assert list(clusters("ae\u0301\u0302o")) == ["a", "e\u0301\u0302", "o"]


def test_a_character_that_no_font_has_is_drawn_as_a_replacement() -> None:
    assert pieces("日x𓊝") == [("-Regular", "\ufffdx\ufffd")]
    assert list(Fonts().lacks("日x𓊝\n\t日")) == ["日", "𓊝", "日"]


def test_a_character_without_ink_that_no_font_has_is_not_drawn_but_reported() -> None:
    assert pieces("x\U000e0100\ufeff") == [("-Regular", "x")]
    assert pieces("\ufeff") == []
    assert list(Fonts().lacks("x\U000e0100\ufeff")) == ["\U000e0100", "\ufeff"]


@pytest.mark.parametrize(
    "emoji",
    [
        "🌊",
        "🇬🇧",
        "👏🏽",
        "❌\ufe0f",
        "1\ufe0f⃣",
        "👩\u200d🚒",
        "🏳\ufe0f\u200d🌈",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    ],
)
def test_an_emoji_of_several_characters_is_one_glyph_that_stands_for_them_all(emoji: str) -> None:
    [(font, codes)] = word(emoji).pieces
    assert font.name == "NotoEmoji-Regular"
    assert font.texts[ord(codes.replace("\\", "")[-2]) * 256 + ord(codes[-1])] == emoji
    assert word(emoji).width == word("🌊").width


def test_signs_that_no_emoji_is_made_of_are_drawn_side_by_side() -> None:
    assert pieces("👩\u200d🐙") == [("NotoEmoji-Regular", "👩\u200d🐙")]
    assert word("👩\u200d🐙").width == 2 * word("👩").width


def test_what_asks_for_a_picture_stays_with_the_sign_that_it_asks_for() -> None:
    assert pieces("⚠\ufe0f") == [("Symbols2-Regular", "⚠\ufe0f")]
    assert pieces("x\ufe0f", "bold") == [("-Bold", "x\ufe0f")]
    assert pieces("\ufe0f") == []
    assert not list(Fonts().lacks("⚠\ufe0f"))


def test_emoji_are_not_divided_between_lines() -> None:
    assert list(clusters("🇬🇧🇫🇷👏🏽👩\u200d🚒a🌊🌊")) == ["🇬🇧", "🇫🇷", "👏🏽", "👩\u200d🚒", "a", "🌊", "🌊"]
    assert list(clusters("🇬🇧🇫")) == ["🇬🇧", "🇫"]
    assert list(clusters("ه\u200dx")) == ["ه\u200d", "x"]


def test_a_text_that_the_fonts_have_lacks_nothing() -> None:
    assert list(Fonts().lacks("Անի, мост — 5 °C −3")) == []


def test_the_width_of_a_word_is_that_of_its_pieces() -> None:
    fonts = Fonts()
    assert fonts.word("regular", "00").width == pytest.approx(2 * 572)
    assert fonts.word("regular", "Ա0").width == pytest.approx(fonts.word("regular", "Ա").width + 572)


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


def test_letters_are_moved_together_where_the_font_says_so() -> None:
    fonts = Fonts()
    pair = fonts.word("regular", "Ta").width
    assert pair < fonts.word("regular", "T").width + fonts.word("regular", "a").width
    assert ")" in fonts.word("regular", "Ta").plain


@pytest.mark.parametrize("face", ["regular", "bold", "italic"])
def test_words_that_are_joined_from_pairs_are_those_that_are_shaped_whole(face: Face) -> None:
    font = Fonts().primary(face)
    chance = Random(face)
    ascii_ = [chr(code) for code in range(32, 127)]
    latin = [char for char in map(chr, range(32, 0x250)) if font.has(char) and char != "\u00ad"]
    words = [
        "".join(chance.choices(chars, k=n)) for n in range(1, 20) for chars in (ascii_, latin) for _ in range(60)
    ]
    words += ["à\u00a0", "version\u00a0fc5c", "Straße", "Ťažký", "À\u00ad"]
    words += ["AVATAR", "Tofu", "off", "fi", "difficult", "ffffi", "w-", "sta\u00ad", "AV\u00ad", "tak.", "\u00ad"]
    words += [f"{first}{second}" for first in ascii_ for second in ascii_]
    words += ["".join(chance.choices("filaAT", k=9)) for _ in range(200)]
    for text in words:
        whole = font.shape(text, rtl=False)
        assert font.joined(text) == (pytest.approx(whole.width), whole.codes), text


def test_what_cannot_be_joined_from_pairs_is_shaped_whole() -> None:
    fonts = Fonts()
    for text in ("мост", "a\x01", "a\u00adb"):
        assert fonts.primary("regular").joined(text) is None
    assert word("office").plain
    fonts.word("regular", "Ա")
    assert fonts.loaded["NotoSansArmenian-Regular"].joined("a") is None


def test_letters_that_are_joined_are_not_embedded_in_twos_as_well() -> None:
    fonts = Fonts()
    fonts.word("regular", "office")
    assert set(fonts.primary("regular").texts.values()) == {"", " ", "o", "ffi", "c", "e"}


def test_every_glyph_can_be_told_from_every_other_by_what_it_stands_for() -> None:
    [(font, codes)] = word("a\u00a0b c").pieces
    assert stands_for(font, codes) == "a\u00a0b c"  # blanks that share a glyph


def test_the_hyphen_of_a_divided_word_stands_for_a_soft_one() -> None:
    [(font, codes)] = word("evacu\u00ad").pieces
    assert stands_for(font, codes) == "evacu\u00ad"
    assert list(font.glyphs.values())[-1] == Fonts().primary("regular")._font.get_nominal_glyph(ord("-"))


def test_letters_from_right_to_left_are_joined_and_stand_in_the_order_of_drawing() -> None:
    fonts = Fonts()
    whole = fonts.word("regular", "سلام", rtl=True)
    [(font, codes)] = whole.pieces
    assert stands_for(font, codes) == "مالس"  # the ligature of two letters is a glyph and a blank
    assert whole.width < sum(fonts.word("regular", letter, rtl=True).width for letter in "سلام")


def test_brackets_in_text_from_right_to_left_stand_for_what_they_show() -> None:
    [(font, codes)] = Fonts().word("regular", "(א", rtl=True).pieces[-1:]
    assert stands_for(font, codes) in ("א)", ")")


def test_marks_above_and_below_the_line_are_outlines_and_their_text_stays_in_the_line() -> None:
    marked = Fonts().word("regular", "مُسيّر", rtl=True)
    [(font, codes)] = marked.pieces
    assert sorted(stands_for(font, codes)) == sorted("مُسيّر")
    assert len(marked.marks) == 2
    assert marked.plain == ""
    font, glyph, x, y = marked.marks[0]
    assert 0 <= x <= marked.width
    assert y != 0
    assert font.outline(glyph).endswith("h")
    assert " c" in font.outline(glyph)


def test_an_accent_upon_an_accent_is_an_outline_in_latin_too() -> None:
    accented = word("A\u0301\u0301")
    [(font, codes)] = accented.pieces
    assert stands_for(font, codes) == "A\u0301\u0301"
    assert (accented.plain, len(accented.marks), font.name) == ("", 1, "NotoSans-Regular")


def test_a_font_may_be_named_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "Mine.ttf"
    path.write_bytes(
        resources.files("liveblog_archive.exporters.pdf").joinpath("fonts/NotoSans-Bold.ttf").read_bytes()
    )
    fonts = Fonts([str(path)])
    assert fonts.word("regular", "a").pieces[0][0].name == "NotoSans-Regular"
    assert next(iter(fonts.loaded.values())).name == "Mine"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot read the font: No such file or directory; name a TrueType or OpenType font file"),
        (b"", "no OpenType font; name a TrueType or OpenType font file"),
        (b"\x00\x01\x00\x00" + bytes(200), "no OpenType font; name a TrueType or OpenType font file"),
        (b"GIF89a", "no OpenType font; name a TrueType or OpenType font file"),
    ],
)
def test_a_font_that_is_missing_or_broken_is_named(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "Broken.ttf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ExportError) as caught:
        Fonts([str(path)])
    assert str(caught.value) == f"{path}: {said}"


def test_a_path_that_no_system_can_open_is_named() -> None:
    with pytest.raises(ExportError) as caught:
        Fonts(["a\0b"])
    assert str(caught.value).startswith(r"a\x00b: cannot read the font: embedded null")


def test_a_character_that_no_font_has_is_noted_or_refused() -> None:
    lenient = Fonts()
    lenient.word("regular", "日本x\ufe0f")
    assert lenient.missing == {"日", "本"}
    with pytest.raises(ExportError) as caught:
        Fonts(strict=True).word("regular", "x日")
    assert str(caught.value) == (
        "pdf: no font has U+65E5; give fonts=cjk, after pip install 'liveblog-archive[cjk]', or be not strict"
    )


def test_chinese_japanese_and_korean_have_the_font_of_an_extra() -> None:
    fonts = Fonts(["cjk"])
    [(font, codes)] = fonts.word("regular", "港湾の항만").pieces
    assert font.name == "NotoSansCJKjp-Regular"
    assert stands_for(font, codes) == "港湾の항만"
    assert font.outlines == "CFF "
    assert all(code == glyph for code, glyph in font.glyphs.items())
    assert fonts.missing == set()


def test_an_extra_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("liveblog_archive.exporters.pdf.fonts._CJK_PACKAGE", "no_such_package")
    with pytest.raises(ExportError) as caught:
        Fonts(["cjk"])
    assert str(caught.value) == (
        "pdf: the fonts cjk are not installed; pip install 'liveblog-archive[cjk]', or name a font file"
    )


def variable_font() -> bytes:
    """Return a font of a square that is 500 wide, or 800 in bold."""
    builder = FontBuilder(1000, isTTF=True)
    square = TTGlyphPen(None)
    square.moveTo((0, 0))
    for corner in ((0, 400), (400, 400), (400, 0)):
        square.lineTo(corner)
    square.closePath()
    glyphs = {".notdef": TTGlyphPen(None).glyph(), "space": TTGlyphPen(None).glyph(), "sign": square.glyph()}
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({0x20: "space", 0xE000: "sign"})
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Variable", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.setupFvar([("wght", 400, 400, 900, "Weight")], [])
    # The last four points are those of the advance: at a weight of 900, 500 more.
    deltas = [(0, 0)] * 5 + [(500, 0)] + [(0, 0)] * 2
    builder.setupGvar({"sign": [TupleVariation({"wght": (0.0, 1.0, 1.0)}, deltas)]})
    out = BytesIO()
    builder.save(out)
    return out.getvalue()


def test_a_font_of_many_weights_is_set_in_the_weight_of_its_face(tmp_path: Path) -> None:
    path = tmp_path / "Variable.ttf"
    path.write_bytes(variable_font())
    fonts = Fonts([str(path)])
    assert fonts.word("regular", "\ue000").width == pytest.approx(500)
    assert fonts.word("bold", "\ue000").width == pytest.approx(800)
    document = Document()
    document.fonts = document.canvas.fonts = fonts
    styles = [Style(size=10.0, leading=14.0, face=face) for face in ("regular", "bold")]
    reader = document.opened(*(Text(fonts, style, "\ue000", tag=document.paragraph()) for style in styles))
    found = reader.pages[0]["/Resources"]["/Font"].values()
    widths = {float(font.get_object()["/DescendantFonts"][0].get_object()["/W"][1][-1]) for font in found}
    assert widths == {500.0, 800.0}


def test_outlines_of_cubic_curves_are_drawn_as_they_are() -> None:
    font = Fonts(["cjk"]).loaded["1-NotoSansCJKjp-Regular"]
    glyph = font._font.get_nominal_glyph(ord("の"))
    assert " c" in font.outline(glyph)
    assert font.shape("の\u0308", rtl=True).codes
    assert font._blank is None
