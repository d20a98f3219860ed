"""Text as it is compared in a search: whatever its accents and forms of letters, and in words that can be found."""

import re
import unicodedata

# Accents of Latin, Greek and Cyrillic letters, points of Hebrew, vowels and the lengthening stroke of Arabic.
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]"
)
# Thai, Lao, Burmese, Khmer, Japanese and Chinese, which put no blanks between words: FTS5 would take a whole sentence
# for one. Each of their characters is a word by itself, and a word that is looked for is a row of them.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


def folded(text: str) -> str:
    """Return text to index or to look for: compatibility forms replaced, marks left out, unspaced scripts spaced."""
    if text.isascii():
        return text
    bare = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", text)))
    return _UNSPACED.sub(r" \g<0> ", bare)
