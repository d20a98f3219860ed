"""Hyphenation: where words may be divided, by the patterns of their language (Liang, 1983).

The patterns are those that pyphen carries. They are read here, because to make ready all of a language takes longer
than to set a short briefing; here each is made ready when a word first needs it.
"""

import re
from functools import cache, partial
from importlib.util import find_spec
from itertools import accumulate, repeat
from pathlib import Path

from .held import Held

# Letters, with whatever stands around them; a word with anything else inside is no word to divide.
_WORD = re.compile(r"(\W*)([^\W\d_]+)\W*")
SHORTEST = 6
# Letters that stay together at the beginning and end of a word.
_FIRST, _LAST = 2, 3
# Letters that are narrow, and letters that are wide; all others count as 1.
_WIDTHS = dict.fromkeys("fijlrtI", 0.55) | dict.fromkeys("mwMWШщжюфмШЩЖЮФМ", 1.5)
# No pattern is longer; the longest, a German one, has 35 letters.
_LONGEST = 40
# So many letters tell whether any pattern begins with them.
_BEGINNING = 3
# What a language is, by Unicode's CLDR (likely subtags), where no country is named and the first file is not that.
_LIKELY = {"en": "en-us"}
_NO_LETTERS = b"0123456789 \t\r"

# What a hyphen costs, in the demerits of lines; and one in a name, where names alone have capitals.
HYPHEN_COST, _NAME_COST = 1.5, 8.0
# Languages that write every noun with a capital.
_CAPITALIZING = ("de", "lb")

# Places where a word may be divided: how many characters stand before, how much of its width that is, about, and what
# it costs.
Divisions = tuple[tuple[int, float, float], ...]


@cache
def divisions(language: str) -> Held[Divisions] | None:
    """Return where words of a language (BCP 47) may be divided; None where no patterns are known."""
    tag = _LIKELY.get(language.lower(), language.lower())
    while tag not in files() and "-" in tag:
        tag = tag.rpartition("-")[0]
    if tag not in files():
        return None
    return Held(partial(_divisions, Patterns(files()[tag].read_bytes()), language.startswith(_CAPITALIZING)))


@cache
def files() -> dict[str, Path]:
    """Return the files of patterns by their language; one of a country that has none has the first of its language.

    That is what pyphen says, too; but to import it takes longer than to look for them.
    """
    package = find_spec("pyphen")
    [folder] = package.submodule_search_locations or [] if package is not None else []
    found: dict[str, Path] = {}
    for path in sorted(Path(folder, "dictionaries").glob("hyph_*.dic")):
        _, *tag = path.stem.lower().split("_")
        found["-".join(tag)] = path
        found.setdefault(tag[0], path)
    return found


def _divisions(patterns: "Patterns", nouns: bool, word: str) -> Divisions:
    match = _WORD.fullmatch(word) if len(word) >= SHORTEST else None
    if match is None or len(match[2]) < SHORTEST:
        return ()
    places = patterns.places(match[2])
    if not places:
        return ()
    reached = [0.0, *accumulate(map(_WIDTHS.get, word, repeat(1.0)))]
    cost = HYPHEN_COST if nouns or word.islower() else _NAME_COST
    before = match.start(2)
    return tuple([(before + at, reached[before + at] / reached[-1], cost) for at in places])


class Patterns:
    """The patterns of a language, as in a file of Hyphen: letters, and between them how good a place to divide."""

    def __init__(self, data: bytes) -> None:
        encoding, _, patterns = data.partition(b"\n")
        name = encoding.strip().decode("ascii").lower().removeprefix("microsoft-")
        letters, texts = patterns.translate(None, _NO_LETTERS).decode(name), patterns.decode(name)
        # What else is in the file (comments, limits, patterns that change letters: Hyphen 2.8, README.nonstandard)
        # has signs or capitals in it, and so is never found in a word.
        self._raw = dict(zip(letters.split("\n"), texts.split("\n"), strict=True))
        self._beginnings = {letters[:_BEGINNING] for letters in self._raw}
        self._points = Held(self._made)

    def places(self, word: str) -> list[int]:
        """Return after how many letters a word may be divided."""
        text = f".{word.lower()}."
        values = [0] * (len(text) + 1)
        raw, points = self._raw, self._points
        for start in range(len(text)):
            after = start + _BEGINNING
            if text[start:after] in self._beginnings:
                after = min(start + _LONGEST, len(text)) + 1
            for end in range(start + 1, after):  # past the end of the text, the same letters come again
                letters = text[start:end]
                if letters in raw:
                    for offset, value in points[letters]:
                        values[start + offset] = max(values[start + offset], value)
        return [at for at in range(_FIRST, len(word) - _LAST + 1) if values[at + 1] & 1]

    def _made(self, letters: str) -> list[tuple[int, int]]:
        """Return the digits of a pattern, each with how many of its letters stand before it."""
        found = []
        offset = 0
        for char in self._raw[letters].strip():
            if char.isdigit():
                found.append((offset, int(char)))
            else:
                offset += 1
        return found
