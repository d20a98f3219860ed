"""Characters that a format for people cannot carry, or must not obey, made visible instead of dropped."""

import re

# C0 and C1 controls except tab and line feed, U+2028/2029, the noncharacters that no text should hold, and the
# overrides U+202D/202E, which turn letters round: `0001` is read as `1000`. Other marks of direction have honest work
# in scripts that are written from right to left, and turn no word.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ufdd0-\ufdef\ufffe\uffff]")


def visible(text: str) -> str:
    """Return `text` with each unprintable control, override or noncharacter written as `[U+000B]`.

    The stated rule of every export that people read: nothing is dropped, and nobody mistakes the escape for
    what the newsroom wrote. Tabs and line feeds stay; CR LF and a lone CR are line feeds.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    if plain.isprintable() or plain.replace("\n", "").isprintable():
        return plain
    return _UNPRINTABLE.sub(lambda match: f"[U+{ord(match[0]):04X}]", plain)
