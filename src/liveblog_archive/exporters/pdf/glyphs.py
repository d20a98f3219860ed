"""One font: what it has, how words are shaped with it, and which code draws which glyph for which text.

HarfBuzz shapes. Every pair of a glyph and the text that it stands for gets a code of its own, in the order in which
they are met, so that the text can always be told from the codes (ISO 32000-1, 9.10), whatever glyphs share.
"""

import re
import struct
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from operator import add
from typing import NamedTuple

import uharfbuzz as hb

from .held import Held

# What stands mirrored in text from right to left: a glyph is told by what it shows, as readers mirror it again.
_MIRRORED = dict(zip("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤", strict=True))
# Differences of less than this, in thousandths of the size, are not seen.
_LEAST = 0.5
# What a string may not hold as it is (ISO 32000-1, 7.3.4.2).
_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})
# What chooses between a sign and an emoji of the character before it: no font has to have these, and none draws them.
_SELECTORS = frozenset(map(ord, "\ufe0e\ufe0f"))
_HIDDEN = re.compile("[\u200d\ufe0e\ufe0f]")
# Letters that paired fonts join into one glyph, and any other character by itself.
_UNIT = re.compile("ff[il]?|f[il]|.", re.DOTALL)
SOFT_HYPHEN = "\u00ad"
HYPHEN = "-"
_AFTER_LATIN = "\u0250"


class Shaped(NamedTuple):
    """A word in one font, from left to right.

    `codes` is what stands between the brackets of a TJ operator (ISO 32000-1, 9.4.3), a byte a character. `marks` are
    glyphs above or below the line, with their places: they are drawn as outlines, because programs that extract text
    take what is raised for another line; their text stands for blanks among the codes.
    """

    width: float
    codes: str
    marks: tuple[tuple[int, float, float], ...]


class Font:
    """A font in one document. Widths are in thousandths of the size.

    `paired` tells that in Latin a glyph depends on the next one at most, and f is joined with f, i and l, so that
    words can be put together from pairs of letters. Raises `ValueError` where the data is no font that can be used.
    """

    def __init__(self, name: str, data: bytes, resource: str, weight: int = 400, *, paired: bool = False) -> None:
        self.name = name
        self.resource = resource
        self.face = hb.Face(hb.Blob(data))
        if not self.face.glyph_count or not {"cmap", "head", "hhea", "hmtx"} <= set(self.face.table_tags):
            raise ValueError("no OpenType font")
        self._font = hb.Font(self.face)
        self.axes = {axis.tag: _within(axis, weight) for axis in self.face.axis_infos}
        if self.axes:
            self._font.set_variations(self.axes)
        self.scale = 1000 / self.face.upem
        self.drawn = False  # whether anything was: what is not drawn is not embedded
        self.characters = frozenset(self.face.unicodes) | _SELECTORS
        # Of each code: its glyph, and the text that it stands for. Code 0 is what no text stands for.
        self.glyphs: dict[int, int] = {0: 0}
        self.texts: dict[int, str] = {0: ""}
        self.outlines = "glyf" if "glyf" in self.face.table_tags else "CFF "
        self._codes: dict[tuple[int, str], str] = {}
        self._advances: dict[int, float] = {}
        self._pairs = Held(self._pair) if paired else None
        self._steps: dict[str, int] = {}  # how far the first of a pair of letters moves the pen
        self._letters: dict[tuple[str, int, tuple[int, ...]], str] = {}
        self._buffer = _buffer(hb.BufferFlags.DEFAULT)
        # A blank of some width would stand for what draws nothing; here its text goes to the glyph before it.
        self._hiding = _buffer(hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES)
        glyph = self._font.get_nominal_glyph(32) or 0
        self.space = self.advance(glyph)
        self.space_code = self._code(glyph, " ")

    def has(self, text: str) -> bool:
        """Tell whether the font has every character of `text`."""
        return self.characters.issuperset(map(ord, text))

    def advance(self, glyph: int) -> float:
        """Return the width of a glyph."""
        advance = self._advances.get(glyph)
        if advance is None:
            advance = self._advances[glyph] = self._font.get_glyph_h_advance(glyph) * self.scale
        return advance

    def shape(self, text: str, *, rtl: bool) -> Shaped:
        """Return `text`, all of whose characters the font has, as it is drawn; a soft hyphen at its end is seen."""
        infos, positions = self._run(text, rtl)
        if len(infos) == len(text) and not rtl:
            simple = self._simple(text, infos, positions)
            if simple is not None:
                return simple
        line = _Line(self.scale)
        for info, position, stands_for in zip(
            infos, positions, _texts(text, [info.cluster for info in infos], rtl), strict=True
        ):
            self._put(line, info.codepoint, position, stands_for, rtl)
            line.step(position)
        return line.finished()

    @cached_property
    def _blank(self) -> int | None:
        """A glyph that has no width and shows nothing; where there are outlines of curves, any code may draw it."""
        if self.outlines != "glyf":
            return None
        return next((glyph for glyph in range(1, self.face.glyph_count) if self._is_blank(glyph)), None)

    def _is_blank(self, glyph: int) -> bool:
        extents = self._font.get_glyph_extents(glyph)
        return not self.advance(glyph) and (extents is None or not (extents.width or extents.height))

    def outline(self, glyph: int) -> str:
        """Return the operators that draw a glyph as an area, in thousandths of the size."""
        path = _Path(self.scale)
        self._font.draw_glyph(glyph, _DRAWING, path)
        return " ".join(path.operators)

    def _run(self, text: str, rtl: bool) -> tuple[list[hb.GlyphInfo], list[hb.GlyphPosition]]:
        divided = text.endswith(SOFT_HYPHEN)
        buffer = self._hiding if _HIDDEN.search(text) else self._buffer
        buffer.clear_contents()
        buffer.add_str(text[:-1] + HYPHEN if divided else text)
        buffer.language = "und"  # else that of the machine
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        hb.shape(self._font, buffer)
        return buffer.glyph_infos, buffer.glyph_positions

    def _simple(self, text: str, infos: list[hb.GlyphInfo], positions: list[hb.GlyphPosition]) -> Shaped | None:
        """Return the codes of a word that has a glyph for each character, on the line; None for any other."""
        codes = []
        total = 0
        known = self._letters  # asked directly: this is done for every letter of a text
        for char, info, position in zip(text, infos, positions, strict=True):
            placed = position.position
            key = (char, info.codepoint, placed)
            code = known.get(key)
            if code is None:
                code = known[key] = self._letter(*key)
            if not code:
                return None
            codes.append(code)
            total += placed[2]
        return Shaped(total * self.scale, "".join(codes), ())

    def joined(self, text: str) -> tuple[float, str] | None:
        """Return width and codes of a word that is put together from pairs of letters; None where it cannot be."""
        if self._pairs is None or not (text.isascii() or _is_latin(text.removesuffix(SOFT_HYPHEN))):
            return None
        units = _units(text)
        pairs = [*map(add, units, units[1:]), units[-1]]
        codes = list(map(self._pairs.__getitem__, pairs))
        return None if "" in codes else (sum(map(self._steps.__getitem__, pairs)) * self.scale, "".join(codes))

    def _pair(self, text: str) -> str:
        """Return the code of the first of two letters, or of one; none where the font lacks any, or it is raised."""
        if not self.has(text.removesuffix(SOFT_HYPHEN)):
            return ""
        infos, positions = self._run(text, rtl=False)
        self._steps[text] = positions[0].x_advance
        return self._letter(_units(text)[0], infos[0].codepoint, positions[0].position)

    def _letter(self, char: str, glyph: int, placed: tuple[int, ...]) -> str:
        """Return the code of a glyph for a character, and what moves the pen after it; none if it is off the line."""
        right, up, advance, _ = placed
        if right or up or not advance:
            return ""
        moved = advance * self.scale - self.advance(glyph)
        code = self._code(glyph, char)
        return f"{code}){-moved:.0f}(" if moved > _LEAST or moved < -_LEAST else code

    def _put(self, line: "_Line", glyph: int, position: hb.GlyphPosition, stands_for: str, rtl: bool) -> None:
        advance = self.advance(glyph)
        if not advance and (position.y_offset or not stands_for) and self._blank is not None:
            line.mark(glyph, position)
            for letter in reversed(stands_for) if rtl else stands_for:
                line.put(self._code(self._blank, letter), position, 0.0)
            return
        if rtl and len(stands_for) > 1 and self._blank is not None:
            # Readers turn the glyphs round, not the letters that one of them stands for: its further letters stand
            # for blanks before it.
            for letter in reversed(stands_for[1:]):
                line.put(self._code(self._blank, letter), position, 0.0)
            stands_for = stands_for[0]
        line.put(self._code(glyph, stands_for), position, advance)

    def _code(self, glyph: int, text: str) -> str:
        """Return the code of a glyph that stands for a text: two bytes, as they are written in a string.

        Where outlines are cubic curves, codes are glyphs (ISO 32000-1, 9.7.4.2): of texts that share one, the first
        counts.
        """
        key = (glyph, text)
        code = self._codes.get(key)
        if code is None:
            number = len(self.glyphs) if self.outlines == "glyf" else glyph
            high, low = divmod(number, 256)
            code = self._codes[key] = (chr(high) + chr(low)).translate(_ESCAPED)
            self.glyphs.setdefault(number, glyph)
            self.texts.setdefault(number, text)
        return code


def _buffer(flags: hb.BufferFlags) -> hb.Buffer:
    """Return a buffer that words are shaped in, one after the other."""
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = flags
    return buffer


def _units(text: str) -> Sequence[str]:
    """Return the letters of a word, those that are joined as one."""
    return _UNIT.findall(text) if "ff" in text or "fi" in text or "fl" in text else text


def _is_latin(text: str) -> bool:
    """Tell whether all characters are Latin, up to Latin Extended-B, or signs among them, and none a soft hyphen."""
    return max(text, default="") < _AFTER_LATIN and SOFT_HYPHEN not in text


class _Line:
    """Codes, with what moves the pen between them."""

    def __init__(self, scale: float) -> None:
        self._scale = scale
        self._codes: list[str] = []
        self._marks: list[tuple[int, float, float]] = []
        self._pen = self._origin = 0.0

    def put(self, code: str, position: hb.GlyphPosition, advance: float) -> None:
        self._move(self._origin + position.x_offset * self._scale)
        self._codes.append(code)
        self._pen += advance

    def mark(self, glyph: int, position: hb.GlyphPosition) -> None:
        self._marks.append((glyph, self._origin + position.x_offset * self._scale, position.y_offset * self._scale))

    def step(self, position: hb.GlyphPosition) -> None:
        self._origin += position.x_advance * self._scale

    def finished(self) -> Shaped:
        self._move(self._origin)
        return Shaped(self._origin, "".join(self._codes), tuple(self._marks))

    def _move(self, to: float) -> None:
        if abs(to - self._pen) > _LEAST:
            by = round(self._pen - to)
            self._codes.append(f"){by}(")
            self._pen -= by


class _Path:
    """The outline of a glyph on its way into operators (ISO 32000-1, 8.5)."""

    def __init__(self, scale: float) -> None:
        self.operators: list[str] = []
        self._scale = scale
        self._at = (0.0, 0.0)

    def add(self, operator: str, *lengths: float) -> None:
        self.operators.append(f"{' '.join(f'{length * self._scale:.1f}' for length in lengths)} {operator}".strip())
        if lengths:
            *_, x, y = lengths
            self._at = (x, y)

    def curve(self, x: float, y: float, end_x: float, end_y: float) -> None:
        """Add a quadratic curve, which PDF has none of, as a cubic one."""
        handles = [(start + 2 * middle) / 3 for start, middle in zip(self._at, (x, y), strict=True)]
        handles += [(end + 2 * middle) / 3 for end, middle in zip((end_x, end_y), (x, y), strict=True)]
        self.add("c", *handles, end_x, end_y)


def _drawing() -> hb.DrawFuncs:
    functions = hb.DrawFuncs()
    functions.set_move_to_func(lambda x, y, path: path.add("m", x, y))
    functions.set_line_to_func(lambda x, y, path: path.add("l", x, y))
    functions.set_quadratic_to_func(lambda *lengths: lengths[-1].curve(*lengths[:-1]))
    functions.set_cubic_to_func(lambda *lengths: lengths[-1].add("c", *lengths[:-1]))
    functions.set_close_path_func(lambda path: path.add("h"))
    return functions


_DRAWING = _drawing()


def _texts(text: str, clusters: list[int], rtl: bool) -> list[str]:
    """Return for each glyph the characters that it stands for: the first of a cluster has them all."""
    starts = sorted(set(clusters))
    ends = dict(pairwise([*starts, len(text)]))
    texts = []
    met = set()
    for start in clusters:
        part = "" if start in met else text[start : ends[start]]
        met.add(start)
        texts.append("".join(_MIRRORED.get(char, char) for char in part) if rtl else part)
    return texts


def _within(axis: hb.OTVarAxisInfo, weight: int) -> float:
    wanted = weight if axis.tag == "wght" else axis.default_value
    return float(min(max(wanted, axis.min_value), axis.max_value))


def post_script_name(font: Font) -> str:
    """Return the name by which a font is known inside of files, its own or what it is called here."""
    stated = font.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) if font.face.glyph_count else None
    return re.sub(r"[^A-Za-z0-9-]", "", stated or font.name) or "Font"


def metrics(font: Font) -> dict[str, float]:
    """Return what a font descriptor says of a font (ISO 32000-1, 9.8)."""
    scale = font.scale
    head = bytes(font.face.reference_table("head").data)
    post = bytes(font.face.reference_table("post").data)
    hhea = bytes(font.face.reference_table("hhea").data)
    os2 = bytes(font.face.reference_table("OS/2").data)
    ascent, descent = struct.unpack(">2h", hhea[4:8])
    left, bottom, right, top = struct.unpack(">4h", head[36:44])
    has_capitals = len(os2) >= 90
    return {
        "left": left * scale,
        "bottom": bottom * scale,
        "right": right * scale,
        "top": top * scale,
        "ascent": ascent * scale,
        "descent": descent * scale,
        "capitals": struct.unpack(">h", os2[88:90])[0] * scale if has_capitals else ascent * scale,
        "angle": struct.unpack(">i", post[4:8])[0] / 65536 if len(post) >= 8 else 0.0,
    }
