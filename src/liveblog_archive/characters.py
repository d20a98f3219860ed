"""Characters that a format for people cannot carry, or must not obey, made visible instead of dropped."""

import re

# Characters that are strong from right to left, and Arabic numbers (Unicode Standard Annex 9, 3.2). What embeds and
# isolates is not among them: by itself it would only put words into another order than they are stored in.
RIGHT_TO_LEFT = "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_TO_LEFT = re.compile(f"[{RIGHT_TO_LEFT}]")

# C0 and C1 controls except tab and line feed, U+2028/2029, the noncharacters that no text should hold, and the
# overrides U+202D/202E, which turn letters round: `0001` is read as `1000`. Other marks of direction have honest work
# in scripts that are written from right to left, and turn no word.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ufdd0-\ufdef\ufffe\uffff]")


def has_right_to_left(text: str) -> bool:
    """Tell whether anything in a text is written from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def visible(text: str) -> str:
    """Return `text` with each unprintable control, override or noncharacter written as `[U+000B]`.

    The stated rule of every export that people read: nothing is dropped, and nobody mistakes the escape for
    what the newsroom wrote. Tabs and line feeds stay; CR LF and a lone CR are line feeds.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    if plain.isprintable() or plain.replace("\n", "").isprintable():
        return plain
    return _UNPRINTABLE.sub(lambda match: f"[U+{ord(match[0]):04X}]", plain)
