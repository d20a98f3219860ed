"""What makes a page safe: text that stays text, data that cannot end its element.

The templates escape whatever they print (autoescape), and no template prints `Markup` but what is made here. A strict
Content-Security-Policy in the page then lets run nothing but the page's own style and script, told by their digests.
"""

import base64
import hashlib
import re
import struct

import orjson
from markupsafe import Markup

from ...characters import visible
from ...overview.furniture.direction import is_right_to_left

# Noncharacters of the planes above the first (Unicode 23.7), which no HTML document may hold (HTML 13.2.3.5).
_ASTRAL = re.compile(
    "[" + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17)) + "]"
)

# What JSON writes as an escape here: what could end a script, and what no HTML document may hold.
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
_ESCAPES |= {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF)}
_ESCAPES |= {
    code: "".join(f"\\u{unit:04x}" for unit in struct.unpack(">2H", chr(code).encode("utf-16-be")))
    for plane in range(1, 17)
    for code in (plane << 16 | 0xFFFE, plane << 16 | 0xFFFF)
}


def printable(text: str) -> str:
    """Return `text` as a page may hold it: every control and noncharacter made visible, and nothing left out."""
    plain = visible(text)
    if plain.isascii():
        return plain
    return _ASTRAL.sub(lambda match: f"[U+{ord(match[0]):04X}]", plain)


def json_text(value: object) -> str:
    """Return JSON that any HTML document may hold, and in which no markup can be seen."""
    return orjson.dumps(value).decode().translate(_ESCAPES)


def data(value: object) -> Markup:
    """Return JSON for a `<script>` element that no browser runs: nothing in it can end that (HTML 4.12.1.3)."""
    return Markup(json_text(value))  # noqa: S704 - made inert by `json_text`


def hashed(content: str) -> str:
    """Return the source expression that lets exactly this style or script run (CSP 3, 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def policy(style: str, script: str, *, fetches: bool = False) -> str:
    """Return the Content-Security-Policy of a page: its own style and script, and no request to anywhere.

    `fetches` lets the script of a site's page read the files of the search index that stand beside it.
    """
    allowed = [
        "default-src 'none'",
        f"style-src {hashed(style)}",
        f"script-src {hashed(script)}",
        "img-src data:",
        *(["connect-src 'self'"] if fetches else []),
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
    ]
    return "; ".join(allowed)


def direction(language: str | None) -> str:
    """Return `rtl` for a language that is written from right to left; `ltr` for any other, and for none."""
    return "rtl" if language and is_right_to_left(language) else "ltr"
