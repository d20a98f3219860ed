"""Text as it is compared in a search: whatever its accents and forms of letters, and in words that can be found."""

import re
import unicodedata

from ..identity.boundaries import UNBROKEN

# Accents of Latin, Greek and Cyrillic letters, points of Hebrew, vowels and the lengthening stroke of Arabic.
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]"
)
# FTS5 would take a whole sentence of a script without blanks for one word: each of its characters is a word by itself
# instead, and a word that is looked for is a row of them.
_UNBROKEN = re.compile(f"[{UNBROKEN}]")


def folded(text: str) -> str:
    """Return text to index or to look for: compatibility forms replaced, marks left out, unspaced scripts spaced."""
    if text.isascii():
        return text
    bare = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", text)))
    return _UNBROKEN.sub(r" \g<0> ", bare)
