"""Faces and fallback: which font draws which character, and how wide a word is.

The fonts of one document: Noto Sans for Latin, Cyrillic and Greek, then its Armenian, Georgian, Hebrew, Arabic and
symbol sisters and Noto Emoji where a character is not in it, then those that the caller names. Nothing is taken from
the machine, and nothing is registered globally.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from ...errors import ExportError
from ...refusals import told
from .design import Face
from .glyphs import Font
from .held import Held
from .scripts import CJK, remedy

REPLACEMENT = "\ufffd"
_JOINER = "\u200d"
_FOLDER = Path(__file__).with_name("fonts")
_SISTERS = ("Armenian", "Georgian", "Hebrew", "Arabic")
# Minus, arrows, emoji and the like have one face; ours have no italics of the sisters, whose regular faces stand in.
_SIGNS = ("NotoSansMath-Regular", "NotoSansSymbols2-Regular", "NotoEmoji-Regular")
_REGULAR = (*(f"NotoSans{script}-Regular" for script in _SISTERS), *_SIGNS)
_BOLD = (*(f"NotoSans{script}-Bold" for script in _SISTERS), *_SIGNS)
CHAINS: dict[Face, tuple[str, ...]] = {
    "regular": ("NotoSans-Regular", *_REGULAR),
    "bold": ("NotoSans-Bold", *_BOLD),
    "italic": ("NotoSans-Italic", *_REGULAR),
}
# Those that have Latin: they kern, and join f with f, i and l, but have no rule for more than two of such letters.
_LATIN = tuple(names[0] for names in CHAINS.values())
_WEIGHTS: dict[Face, int] = {"regular": 400, "bold": 700, "italic": 400}
# Where the font of the extra `cjk` is.
_CJK_PACKAGE, _CJK_FILE = "noto_cjk_sans_jp_regular", "NotoSansCJKjp-Regular.otf"


class Word(NamedTuple):
    """Characters between two places where a line may break, as they will be drawn.

    Lengths are in thousandths of the size. `plain` is the codes of a word that is one piece of `font`, its face's
    first, without marks, as nearly all are; any other word is `drawn` as (font, codes) from left to right, with
    `marks` as (font, glyph, x, y).
    """

    width: float
    plain: str
    font: Font
    drawn: tuple[tuple[Font, str], ...] = ()
    marks: tuple[tuple[Font, int, float, float], ...] = ()

    @property
    def pieces(self) -> tuple[tuple[Font, str], ...]:
        """The fonts and codes of any word, from left to right."""
        return self.drawn or (((self.font, self.plain),) if self.plain else ())


class Fonts:
    """The fonts of one document, each loaded when the first character needs it.

    `extra` are paths of more of them, and `cjk` is the font of the extra of this name. `missing` are the characters
    that no font has; where it is `strict`, one is an `ExportError`. `given` is what `extra` was.
    """

    def __init__(self, extra: Sequence[str | Path] = (), *, strict: bool = False) -> None:
        self.loaded: dict[str, Font] = {}
        self.missing: set[str] = set()
        self.given = tuple(map(str, extra))
        self._strict = strict
        paths = (_cjk() if path == CJK else Path(path) for path in extra)
        self._extra = {f"{index}-{path.stem}": path for index, path in enumerate(paths, start=1)}
        self._words = {(face, rtl): Held(partial(self._make, face, rtl)) for face in CHAINS for rtl in (False, True)}
        self._primary: dict[Face, Font] = {}
        self._chosen: dict[tuple[Face, str], Font | None] = {}
        for name in self._extra:
            self._font(name, "regular")

    def primary(self, face: Face) -> Font:
        """Return the font that draws a face's Latin, its blanks and its replacement characters."""
        font = self._primary.get(face)
        if font is None:
            font = self._primary[face] = self._font(CHAINS[face][0], face)
        return font

    def words(self, face: Face) -> Held[Word]:
        """Return the words of a face, for those who look up many."""
        return self._words[face, False]

    def word(self, face: Face, text: str, *, rtl: bool = False) -> Word:
        """Return `text` as a word of `face`; a character that no font has becomes U+FFFD, or nothing if invisible."""
        return self._words[face, rtl][text]

    def lacks(self, text: str) -> Iterator[str]:
        """Yield the characters of `text`, line feeds and tabs apart, that no font has."""
        if not self.primary("regular").has(text):
            yield from (char for char in text if char not in "\n\t" and self._having("regular", char) is None)

    def _font(self, name: str, face: Face) -> Font:
        path = self._extra.get(name)
        key = f"{name}-{face}" if path is not None and face == "bold" else name
        font = self.loaded.get(key)
        if font is None:
            resource = f"F{len(self.loaded) + 1}"
            if path is None:
                data = _FOLDER.joinpath(f"{name}.ttf").read_bytes()
                font = Font(name, data, resource, paired=name in _LATIN)
            else:
                font = _from_file(path, resource, _WEIGHTS[face])
            self.loaded[key] = font
        return font

    def _make(self, face: Face, rtl: bool, text: str) -> Word:
        primary = self.primary(face)
        joined = primary.joined(text) if text and not rtl else None
        if joined is not None:
            return Word(*joined, primary)
        if primary.has(text):
            whole = primary.shape(text, rtl=rtl)
            if not whole.marks:
                return Word(whole.width, whole.codes, primary)
        parts: list[tuple[Font, list[str]]] = []
        for font, drawn in self._drawn(face, text):
            if not parts or parts[-1][0] is not font:
                parts.append((font, []))
            parts[-1][1].append(drawn)
        if rtl:
            parts.reverse()
        width = 0.0
        made: list[tuple[Font, str]] = []
        placed: list[tuple[Font, int, float, float]] = []
        for font, texts in parts:
            part = font.shape("".join(texts), rtl=rtl)
            made.append((font, part.codes))
            placed += [(font, glyph, width + x, y) for glyph, x, y in part.marks]
            width += part.width
        return Word(width, "", primary, tuple(made), tuple(placed))

    def _drawn(self, face: Face, text: str) -> Iterator[tuple[Font, str]]:
        """Yield (font, text) for each base with its marks, which stay in one font wherever one has them all."""
        for cluster in clusters(text):
            whole = self._having(face, cluster)
            if whole is not None:
                yield whole, cluster
                continue
            for char in cluster:
                font = self._having(face, char)
                if font is not None:
                    yield font, char
                elif not _invisible(char):
                    self._miss(char)
                    yield self.primary(face), REPLACEMENT

    def _miss(self, char: str) -> None:
        if self._strict:
            raise ExportError(
                f"no font has U+{ord(char):04X}", "pdf", f"{remedy(char, self.given)}, or be not strict"
            )
        self.missing.add(char)

    def _having(self, face: Face, text: str) -> Font | None:
        key = (face, text)
        if key not in self._chosen:
            chain = (self._font(name, face) for name in (*CHAINS[face], *self._extra))
            self._chosen[key] = next((font for font in chain if font.has(text)), None)
        return self._chosen[key]


def _cjk() -> Path:
    """Return the path of the font of the extra; raise `ExportError` where it is not installed."""
    found = find_spec(_CJK_PACKAGE)
    if found is None or found.origin is None:
        raise ExportError(
            "the fonts cjk are not installed", "pdf", "pip install 'liveblog-archive[cjk]', or name a font file"
        )
    return Path(found.origin).with_name(_CJK_FILE)


def _from_file(path: Path, resource: str, weight: int) -> Font:
    """Return the font of a file; raise `ExportError` where there is none, or none that can be used."""
    with told(ExportError, "cannot read the font", str(path), "name a TrueType or OpenType font file"):
        data = path.read_bytes()
    try:
        return Font(path.stem, data, resource, weight)
    except ValueError as error:
        raise ExportError(str(error), str(path), "name a TrueType or OpenType font file") from error


def clusters(text: str) -> Iterator[str]:
    """Yield each character of `text` with what follows and belongs to it: marks, and the parts of an emoji."""
    start = 0
    for index in range(1, len(text)):
        if not _extends(text[start:index], text[index]):
            yield text[start:index]
            start = index
    yield text[start:]


def _extends(cluster: str, char: str) -> bool:
    """Tell whether a character belongs to the cluster before it (UAX #29, 3.1.1: GB9, GB11, GB12)."""
    if _is_regional(char):
        return len(cluster) == 1 and _is_regional(cluster)
    category = unicodedata.category(char)
    if category == "So":
        return cluster[-1] == _JOINER
    return category[0] == "M" or char == _JOINER or _is_tone_or_tag(char)


def _is_regional(char: str) -> bool:
    """Tell whether a character is one of the two letters that a flag is written with."""
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _is_tone_or_tag(char: str) -> bool:
    """Tell whether a character is the tone of skin of the emoji before it, or spells which flag that is."""
    return "\U0001f3fb" <= char <= "\U0001f3ff" or "\U000e0020" <= char <= "\U000e007f"


def _invisible(char: str) -> bool:
    """Tell whether a character has no ink of its own: a format control, or a variation selector."""
    selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return selector or unicodedata.category(char) == "Cf"
