"""Faces and fallback: which font draws which character, and how wide a word is.

The fonts of one document: Noto Sans for Latin, Cyrillic and Greek, then its Armenian, Georgian, Hebrew, Arabic and
symbol sisters where a character is not in it. Nothing is taken from the machine, and nothing is registered globally.
"""

import unicodedata
from collections.abc import Iterator
from importlib import resources
from io import BytesIO
from itertools import groupby
from typing import Literal

from attrs import frozen
from reportlab.pdfbase.ttfonts import TTFont

Face = Literal["regular", "bold", "italic"]

REPLACEMENT = "\ufffd"
_SISTERS = ("Armenian", "Georgian", "Hebrew", "Arabic")
# Minus, arrows and the like have one face; ours have no italics of the sisters, whose regular faces stand in.
_SIGNS = ("NotoSansMath-Regular", "NotoSansSymbols2-Regular")
_REGULAR = (*(f"NotoSans{script}-Regular" for script in _SISTERS), *_SIGNS)
_BOLD = (*(f"NotoSans{script}-Bold" for script in _SISTERS), *_SIGNS)
CHAINS: dict[Face, tuple[str, ...]] = {
    "regular": ("NotoSans-Regular", *_REGULAR),
    "bold": ("NotoSans-Bold", *_BOLD),
    "italic": ("NotoSans-Italic", *_REGULAR),
}
# Longer words are addresses and accidents: they hardly ever come twice.
_CACHED_LENGTH = 40


class Font:
    """One font file: the characters it has, their widths, and their codes in the one document that it is used for."""

    def __init__(self, name: str) -> None:
        data = resources.files(__package__).joinpath("fonts", f"{name}.ttf").read_bytes()
        self.name = name
        self._font = TTFont(name, BytesIO(data), asciiReadable=False, shapable=False)
        face = self._font.face
        # A format 4 cmap ends with U+FFFF mapped to the empty glyph.
        self.characters = frozenset(chr(code) for code, glyph in face.charToGlyph.items() if glyph)
        self._widths: dict[str, float] = {char: face.charWidths[ord(char)] for char in self.characters}
        self.space = self._widths[" "]
        # Of the characters that were drawn: their code, and the resource that holds it.
        self._codes: dict[str, str] = {}
        self._resources: dict[str, str] = {}

    def widths(self, text: str) -> Iterator[float]:
        """Return the width of each character of `text`, all of which the font has, in thousandths of the size."""
        return map(self._widths.__getitem__, text)

    def width(self, text: str) -> float:
        """Return the width of `text`, all of whose characters the font has, in thousandths of the size."""
        return sum(self.widths(text))

    def encode(self, text: str, document: object) -> Iterator[tuple[str, str]]:
        """Yield the pieces of `text` as (resource name, hexadecimal codes); a resource holds 256 characters."""
        chars = set(text)
        for char in sorted(chars.difference(self._codes)):
            [(subset, code)] = self._font.splitString(char, document)
            self._codes[char] = code.hex()
            self._resources[char] = self._font.getSubsetInternalName(subset, document)
        used = {self._resources[char] for char in chars}
        if len(used) == 1:
            yield used.pop(), "".join(map(self._codes.__getitem__, text))
        else:
            for resource, group in groupby(text, self._resources.__getitem__):
                yield resource, "".join(map(self._codes.__getitem__, group))


@frozen
class Word:
    """Characters between two places where a line may break, as they will be drawn.

    `width` is in thousandths of the size, `pieces` are (font, text).
    """

    width: float
    pieces: tuple[tuple[Font, str], ...]


class Fonts:
    """The fonts of one document, each loaded when the first character needs it."""

    def __init__(self) -> None:
        self._loaded: dict[str, Font] = {}
        self._words: dict[Face, dict[str, Word]] = {face: {} for face in CHAINS}

    def primary(self, face: Face) -> Font:
        """Return the font that draws a face's Latin, its blanks and its replacement characters."""
        return self._font(CHAINS[face][0])

    def word(self, face: Face, text: str) -> Word:
        """Return `text` as a word of `face`; a character that no font has becomes U+FFFD, or nothing if invisible."""
        words = self._words[face]
        found = words.get(text)
        if found is None:
            found = self._make(face, text)
            if len(text) <= _CACHED_LENGTH:
                words[text] = found
        return found

    def missing(self, text: str) -> Iterator[str]:
        """Yield the characters of `text`, line feeds and tabs apart, that no font has."""
        if not self.primary("regular").characters.issuperset(text):
            yield from (char for char in text if char not in "\n\t" and not self._having("regular", char))

    def _font(self, name: str) -> Font:
        font = self._loaded.get(name)
        if font is None:
            font = self._loaded[name] = Font(name)
        return font

    def _make(self, face: Face, text: str) -> Word:
        primary = self.primary(face)
        if primary.characters.issuperset(text):
            return Word(primary.width(text), ((primary, text),))
        pieces: list[tuple[Font, list[str]]] = []
        for font, drawn in self._drawn(face, text):
            if not pieces or pieces[-1][0] is not font:
                pieces.append((font, []))
            pieces[-1][1].append(drawn)
        joined = tuple((font, "".join(drawn)) for font, drawn in pieces)
        return Word(sum(font.width(drawn) for font, drawn in joined), joined)

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
                    yield self.primary(face), REPLACEMENT

    def _having(self, face: Face, text: str) -> Font | None:
        for name in CHAINS[face]:
            font = self._font(name)
            if font.characters.issuperset(text):
                return font
        return None


def clusters(text: str) -> Iterator[str]:
    """Yield each character of `text` with the combining marks that follow it."""
    start = 0
    for index, char in enumerate(text):
        if index > start and unicodedata.category(char)[0] != "M":
            yield text[start:index]
            start = index
    yield text[start:]


def _invisible(char: str) -> bool:
    """Tell whether a character has no ink of its own: a format control, or a variation selector."""
    selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return selector or unicodedata.category(char) == "Cf"
