"""Text as the searches compare it, of a catalogue and of a site: whatever its accents and forms of letters.

The script of pages that search (`exporters/html/assets/searching.js`) follows the same rules, so that words and
phrases mean the same everywhere. Names and quotes are compared by rules of their own (`overview.names`,
`identity.minting`).
"""

import re
import sys
import unicodedata
from functools import cache

from .identity.boundaries import UNBROKEN
from .identity.typography import ungrouped

# Accents of Latin, Greek and Cyrillic letters, points of Hebrew, vowels and the lengthening stroke of Arabic: what
# people leave out. Marks of other scripts, such as the vowels of Hindi, make another word. With them goes what shows
# nothing by itself: soft hyphens, word joiners, and what asks for a form of a symbol.
MARKS = "\u00ad\u2060\ufe00-\ufe0f\ufeff"
MARKS += "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
_MARKS = re.compile(f"[{MARKS}]")
# Letters that no compatibility form is told of: IŞIK is ışık, and STRASSE is Straße.
LETTERS = {"ı": "i", "ß": "ss", "ẞ": "SS"}
_LETTERS = str.maketrans(LETTERS)
# Arrows, signs and pictures: each is looked for by itself, as it stands.
SYMBOLS = "\u2190-\u2bff\U0001f000-\U0001faff"
_SYMBOLS = re.compile(f"[{SYMBOLS}]")
# A whole sentence of a script without blanks would be taken for one word: each of its characters is a word by itself
# instead, and a word that is looked for is a row of them.
_UNBROKEN = re.compile(f"[{UNBROKEN}]")

# A phrase begins with a quotation mark, of any language, where a word could begin, and ends with another that no
# letter follows, for that is a part of a word (צה"ל); or at the end, while it is still being typed.
QUOTATION_MARKS = '"«»“”„‟'
# A blank that no line breaks at parts no digits: they are one number.
_TERM = re.compile(
    rf"[{QUOTATION_MARKS}](.*?)(?:[{QUOTATION_MARKS}](?!\w)|\Z)|((?:\S|(?<=\d)[\u00a0\u202f](?=\d))+)", re.DOTALL
)


def terms(text: str) -> list[tuple[str, bool]]:
    """Return what is looked for, each with whether it is a phrase, whose words stand side by side."""
    found = ((phrase or word, not word) for phrase, word in _TERM.findall(text))
    return [(term, is_phrase) for term, is_phrase in found if term.strip()]


def for_search(text: str) -> str:
    """Return text to index or to look for: forms of letters replaced, marks left out, unspaced scripts spaced."""
    if text.isascii():
        return text
    bare = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", text)))
    return _UNBROKEN.sub(r" \g<0> ", bare.translate(_LETTERS))


def symbols(text: str) -> list[str]:
    """Return the symbols in a text that searches look for."""
    return _SYMBOLS.findall(text)


def words_for_search(text: str) -> set[str]:
    """Return the words and symbols of a text, for an index that compares letter by letter: case is left out, too.

    A number whose digits are grouped is there in parts, and as a whole.
    """
    plain = for_search(text).lower().replace("ς", "σ")
    return {word for form in {plain, ungrouped(plain)} for word in _word().findall(form)}


@cache
def _word() -> re.Pattern[str]:
    # Letters, digits and marks: `re` takes marks for no part of a word.
    marks = "".join(c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c).startswith("M"))
    return re.compile(f"(?:[^\\W_]|[{marks}])+|[{SYMBOLS}]")
