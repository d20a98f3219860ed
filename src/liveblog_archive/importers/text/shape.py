"""What a line looks like: a headline, a sentence, a list item, a credit. No rule here knows any text's words."""

import re

# A headline is one printed line; statements of several sentences without a final stop are not.
LONGEST_HEADLINE = 220
_CLOSERS = "\"'”’»«“)]*_"
_FINAL = ".!?…:;,。！？؟।։՞"
_BULLET = re.compile(r"(?P<mark>[>•▪◦‣·*–—-]|\d{1,2}[.)])\s+(?=\S)")
_CREDIT = re.compile(
    r"(?:photo|foto|image|imagen|bild|credit|crédit|quelle|source|fuente)\s?[:/]|©|"
    r"\bvia (?:reuters|getty|ap|afp|epa)\b|"
    r"/\s?(?:reuters|afp|ap|getty|epa|dpa|keystone|imago|ansa|efe|tass|anadolu|picture alliance)\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"[+(]?\d+(?:[:.,]\d+|\s?['’′]|(?:[\s/-]\d+){2,})")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def ends_like_a_sentence(text: str) -> bool:
    """Tell whether the last character, inside closing quotes and brackets, is final punctuation."""
    bare = text.rstrip(_CLOSERS)
    return bare[-1:] in _FINAL and bool(bare)


def bullet(text: str) -> str | None:
    """Return the mark of a list item (`•`, `-`, `1.`), or None."""
    match = _BULLET.match(text)
    return match["mark"] if match else None


def without_bullet(text: str) -> str:
    """Return a list item's text without its mark."""
    return _BULLET.sub("", text, count=1)


def is_headline_like(text: str) -> bool:
    """Tell whether a line could be a headline: one line of at least two words, no full stop, no bullet, no credit.

    Scripts without blanks between words need four characters. Scores, ratios, verses, times, minutes of play and
    telephone numbers begin no headline.
    """
    if _NUMBERS.match(text):
        return False
    if len(text) > LONGEST_HEADLINE or ends_like_a_sentence(text) or _BULLET.match(text) or _CREDIT.search(text):
        return False
    return " " in text or (len(text) >= 4 and bool(_WIDE.search(text)))


def is_stub(text: str, short: float) -> bool:
    """Tell whether a line is too bare of punctuation, or under `short` characters, to be a paragraph or list item.

    Navigation, tags and buttons are stubs.
    """
    return bullet(text) is None and (len(text) < short or not ends_like_a_sentence(text))
