"""Fonts inside of a file: only the glyphs that were drawn, their widths, and the text that they stand for.

ISO 32000-1, 9.7: a composite font of one descendant, whose codes have two bytes and are its glyphs' identifiers in
this document.
"""

import hashlib
import struct

import uharfbuzz as hb

from .file import File, reference
from .glyphs import Font, metrics, post_script_name

# What shaping, hinting, vertical lines and variations need, and drawing does not.
_LAYOUT = ("GSUB", "GPOS", "GDEF", "BASE", "kern", "gasp", "vhea", "vmtx", "VORG")
_DROPPED = (*_LAYOUT, "DSIG", "STAT", "meta", "MVAR", "HVAR", "avar")
_FLAGS = (
    hb.SubsetFlags.RETAIN_GIDS
    | hb.SubsetFlags.NO_HINTING
    | hb.SubsetFlags.NOTDEF_OUTLINE
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    | hb.SubsetFlags.DOWNGRADE_CFF2
)
_SYMBOLIC, _ITALIC = 4, 64
_MAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_MAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
# A glyph that adds to what another one stands for has to stand for something, too: a space of no width.
_NOTHING = "\u200b"
# The longest list in a map of characters (Adobe Technical Note 5014).
_LISTED = 100


def embed(file: File, font: Font) -> int:
    """Write a font with the glyphs that were drawn; return its number."""
    seed = f"{font.name} {sorted(font.glyphs.values())}"
    tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(seed.encode()).digest()[:6])
    base = f"/{tag}+{post_script_name(font)}"
    descendant = file.add(_descendant(file, font, base))
    text = file.stream(_unicode_map(font).encode("ascii"))
    return file.add(
        f"<</Type/Font/Subtype/Type0/BaseFont{base}/Encoding/Identity-H"
        f"/DescendantFonts[{reference(descendant)}]/ToUnicode {reference(text)}>>"
    )


def _descendant(file: File, font: Font, base: str) -> str:
    kind, program = _program(file, font)
    told = f"/CIDToGIDMap {reference(_glyph_map(file, font))}" if kind == "CIDFontType2" else ""
    return (
        f"<</Type/Font/Subtype/{kind}/BaseFont{base}"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {reference(file.add(_descriptor(font, base, program)))}/DW 1000/W[{_widths(font)}]{told}>>"
    )


def _widths(font: Font) -> str:
    """Return the widths of the codes that are used, those that follow one another as one list."""
    parts: list[str] = []
    reached = -1
    for code, glyph in sorted(font.glyphs.items()):
        width = f"{font.advance(glyph):.3f}".rstrip("0").rstrip(".")
        parts.append(f" {width}" if code == reached else f"]{code}[{width}")
        reached = code + 1
    return "".join(parts).removeprefix("]") + "]"


def _descriptor(font: Font, base: str, program: str) -> str:
    known = metrics(font)
    box = " ".join(f"{known[edge]:.0f}" for edge in ("left", "bottom", "right", "top"))
    flags = _SYMBOLIC | (_ITALIC if known["angle"] else 0)
    return (
        f"<</Type/FontDescriptor/FontName{base}/Flags {flags}/FontBBox[{box}]/ItalicAngle {known['angle']:g}"
        f"/Ascent {known['ascent']:.0f}/Descent {known['descent']:.0f}/CapHeight {known['capitals']:.0f}"
        f"/StemV 80{program}>>"
    )


def _program(file: File, font: Font) -> tuple[str, str]:
    """Write the font program; return the kind of its font, and its entry in the descriptor."""
    data = _subset(font)
    if font.outlines == "glyf":
        return "CIDFontType2", f"/FontFile2 {reference(file.stream(data, f'/Length1 {len(data)}'))}"
    return "CIDFontType0", f"/FontFile3 {reference(file.stream(data, '/Subtype/OpenType'))}"


def _subset(font: Font) -> bytes:
    wanted = hb.SubsetInput()
    wanted.flags = _FLAGS
    for glyph in sorted(set(font.glyphs.values())):
        wanted.glyph_set.add(glyph)
    for tag in _DROPPED:
        wanted.drop_table_tag_set.add(struct.unpack(">I", tag.encode().ljust(4))[0])
    for tag, value in font.axes.items():
        wanted.pin_axis_location(font.face, tag, value)
    return bytes(hb.subset(font.face, wanted).blob.data)


def _glyph_map(file: File, font: Font) -> int:
    return file.stream(struct.pack(f">{len(font.glyphs)}H", *font.glyphs.values()))


def _unicode_map(font: Font) -> str:
    """Return which text each code stands for, as a character map (ISO 32000-1, 9.10.3)."""
    pairs = [
        f"<{code:04X}> <{(text or _NOTHING).encode('utf-16-be').hex().upper()}>"
        for code, text in sorted(font.texts.items())
        if code
    ]
    parts = [_MAP_HEAD]
    for start in range(0, len(pairs), _LISTED):
        part = pairs[start : start + _LISTED]
        parts.append(f"{len(part)} beginbfchar\n{chr(10).join(part)}\nendbfchar\n")
    return "".join([*parts, _MAP_TAIL])
