"""Scripts without a font: of which script a character is, and which font is to be given for it."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator

import uharfbuzz as hb

from ...cldr import locale_data

# What the font of the extra `cjk` is called among the fonts of a caller.
CJK = "cjk"
# The scripts that it is for (ISO 15924), and what signs they have in common with one another alone.
_EAST_ASIAN = frozenset(("Bopo", "Hang", "Hani", "Hira", "Kana"))
_WIDE = "East Asia"
_LISTED = 3


def lacking(missing: Iterable[str], fonts: Collection[str]) -> Iterator[str]:
    """Yield what to say of characters that no font has, a text for each script, with what to do about it.

    `fonts` are those that the caller gave.
    """
    groups: dict[str, list[str]] = {}
    for char in sorted(missing):
        groups.setdefault(_script(char), []).append(char)
    for script, chars in sorted(groups.items()):
        kind = "character" if script not in ("", _WIDE) else "sign"
        count = f"{len(chars)} {kind}{'s' if len(chars) > 1 else ''}{_of(script)}"
        listed = ", ".join(f"U+{ord(char):04X}" for char in chars[:_LISTED])
        more = f" and {len(chars) - _LISTED} more" if len(chars) > _LISTED else ""
        verbs = "have no font and are" if len(chars) > 1 else "has no font and is"
        yield f"{count} ({listed}{more}) {verbs} drawn as U+FFFD; {remedy(chars[0], fonts)}"


def remedy(char: str, fonts: Collection[str]) -> str:
    """Return what to do about a character that no font has, the `fonts` of the caller among them."""
    script = _script(char)
    if script in _EAST_ASIAN | {_WIDE} and CJK not in fonts:
        return f"give fonts={CJK}, after pip install 'liveblog-archive[{CJK}]'"
    whose = _of(script).removeprefix(" of ") or "such signs"
    return f"give fonts=PATH, the file of a font for {whose}"


def _script(char: str) -> str:
    """Return the script of a character (ISO 15924), `East Asia` for a sign of its scripts, nothing for any other."""
    buffer = hb.Buffer()
    buffer.add_str(char)
    buffer.guess_segment_properties()
    if buffer.script is not None:
        return str(buffer.script)
    is_wide = unicodedata.east_asian_width(char) in "FHW"
    return _WIDE if is_wide and unicodedata.category(char) != "So" else ""


def _of(script: str) -> str:
    """Return the words that tell a script: its English name in the Common Locale Data Repository."""
    name = script if script == _WIDE else locale_data("en")["scripts"].get(script, script)
    return f" of {name}" if script else ""
