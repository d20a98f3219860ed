"""One font: what it has, how words are shaped with it, and which code draws which glyph for which text.

HarfBuzz shapes. Every pair of a glyph and the text that it stands for gets a code of its own, in the order in which
they are met, so that the text can always be told from the codes (ISO 32000-1, 9.10), whatever glyphs share.
"""

import re
import struct

import uharfbuzz as hb

# What stands mirrored in text from right to left: a glyph is told by what it shows, as readers mirror it again.
_MIRRORED = dict(zip("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤", strict=True))
# Differences of less than this, in thousandths of the size, are not seen.
_LEAST = 0.5
# Joins nothing and shows nothing, without any width.
_NON_JOINER = 0x200C

Piece = tuple[str, float]


class Font:
    """A font in one document. Widths are in thousandths of the size.

    Raises `ValueError` where the data is no font that can be used.
    """

    def __init__(self, name: str, data: bytes, resource: str, weight: int = 400) -> None:
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
        self.characters = frozenset(self.face.unicodes)
        # Of each code: its glyph and the text that it stands for. Code 0 is what no text stands for.
        self.glyphs = [0]
        self.texts = [""]
        self.outlines = "glyf" if "glyf" in self.face.table_tags else "CFF "
        self._codes: dict[tuple[int, str], int] = {}
        self._shaped: dict[tuple[str, bool], tuple[float, list[Piece]]] = {}
        glyph = self._font.get_nominal_glyph(32) or 0
        self.space = self.advance(glyph)
        self.space_code = self._code(glyph, " ")
        blank = self._font.get_nominal_glyph(_NON_JOINER)
        self._blank = blank if blank and not self.advance(blank) else None

    def has(self, text: str) -> bool:
        """Tell whether the font has every character of `text`."""
        return self.characters.issuperset(map(ord, text))

    def advance(self, glyph: int) -> float:
        """Return the width of a glyph."""
        return float(self._font.get_glyph_h_advance(glyph) * self.scale)

    def shape(self, text: str, *, rtl: bool) -> tuple[float, list[Piece]]:
        """Return the width of `text`, all of whose characters the font has, and its pieces from left to right.

        A piece is what stands between the angle brackets of a TJ operator (ISO 32000-1, 9.4.3), and how far it is
        raised.
        """
        key = (text, rtl)
        found = self._shaped.get(key)
        if found is None:
            found = self._shaped[key] = self._shape(text, rtl)
        return found

    def _shape(self, text: str, rtl: bool) -> tuple[float, list[Piece]]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.language = "und"  # else that of the machine
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        hb.shape(self._font, buffer)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        texts = _texts(text, [info.cluster for info in infos], rtl)
        line = _Line(self.scale)
        for info, position, stands_for in zip(infos, positions, texts, strict=True):
            glyph = info.codepoint
            if rtl and len(stands_for) > 1 and self._blank is not None and self.outlines == "glyf":
                # Readers turn the glyphs round, not the letters that one of them stands for: its further letters
                # stand for blanks before it.
                for letter in reversed(stands_for[1:]):
                    line.put(self._code(self._blank, letter), position, 0.0)
                line.put(self._code(glyph, stands_for[0]), position, self.advance(glyph))
            else:
                line.put(self._code(glyph, stands_for), position, self.advance(glyph))
            line.step(position)
        return line.finished()

    def _code(self, glyph: int, text: str) -> int:
        key = (glyph, text)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = len(self.glyphs)
            self.glyphs.append(glyph)
            self.texts.append(text)
        return code


class _Line:
    """Codes, with what moves the pen between them."""

    def __init__(self, scale: float) -> None:
        self._scale = scale
        self._pieces: list[Piece] = []
        self._codes: list[str] = []
        self._rise = 0.0
        self._pen = self._origin = 0.0

    def put(self, code: int, position: hb.GlyphPosition, advance: float) -> None:
        rise = position.y_offset * self._scale
        if abs(rise - self._rise) > _LEAST:
            self._cut()
            self._rise = rise
        self._move(self._origin + position.x_offset * self._scale)
        self._codes.append(f"{code:04X}")
        self._pen += advance

    def step(self, position: hb.GlyphPosition) -> None:
        self._origin += position.x_advance * self._scale

    def finished(self) -> tuple[float, list[Piece]]:
        self._move(self._origin)
        self._cut()
        return self._origin, self._pieces

    def _move(self, to: float) -> None:
        if abs(to - self._pen) > _LEAST:
            by = round(self._pen - to)
            self._codes.append(f">{by}<")
            self._pen -= by

    def _cut(self) -> None:
        if self._codes:
            self._pieces.append(("".join(self._codes), self._rise))
            self._codes = []


def _texts(text: str, clusters: list[int], rtl: bool) -> list[str]:
    """Return for each glyph the characters that it stands for: the first of a cluster has them all."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
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
