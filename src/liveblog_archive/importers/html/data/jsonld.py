"""JSON-LD in the scripts of a page: whole, repaired where it is broken, or saved piece by piece.

Publishers write it by hand into templates. A block that is no JSON is repaired by rules that change nothing but
punctuation and escapes; where that fails, the updates that are whole are saved one by one. Every liberty is noted.
"""

import html
import json
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

import orjson
from lxml import etree

from ....model import Note
from ...shapes import Json

Item: TypeAlias = dict[str, Json]

_MOST_TRIES = 200
_OPENING = re.compile(r"(?:(?://\s*|/\*\s*)?<!\[CDATA\[(?:\s*\*/)?|<!--)")
_CLOSING = re.compile(r"(?:(?://\s*|/\*\s*)?\]\]>(?:\s*\*/)?|-->)$")
_LONGEST_CLOSING = 16
_LONGEST_INDENT = 64
_GAP = re.compile(r"[\s,;]+")
# A string, ended by its quote or the end of the text. A group is never possessive: before 3.11.5, Python matches a
# possessive group that has alternatives wrongly.
_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*(?:"|\\?\Z)'
_COMMENT = re.compile(rf"({_STRING})|/\*.*?(?:\*/|\Z)|//[^\n]*", re.DOTALL)
_SPARE_COMMA = re.compile(rf"({_STRING})|,(?=\s*[\]}}])", re.DOTALL)
_NO_COMMA = re.compile(rf"({_STRING})(?=\s*{_STRING}\s*:)|({_STRING})|([\]}}])(?=\s*[{{\"])", re.DOTALL)
_BAD_ESCAPE = re.compile(r"\\(?:u(?![0-9A-Fa-f]{4})|([^\"\\/bfnrtu]))|(\\.)", re.DOTALL)
_UPDATES = re.compile(r'"(?:schema:)?liveBlogUpdates?"\s*:\s*\[')
_DECODER = json.JSONDecoder(strict=False, parse_constant=lambda _: None)


class Script(NamedTuple):
    """What a script of JSON-LD holds: its values, and where it stands (the path of its element)."""

    values: list[Json]
    place: str


def scripts(root: etree._Element, notes: list[Note]) -> Iterator[Script]:
    """Yield the JSON-LD scripts of a page; what could not be read, or only after a repair, is noted."""
    tree = root.getroottree()
    for script in root.iter("script"):
        kind = (script.get("type") or "").strip().lower()
        if kind.startswith("application/ld+json") and script.text:
            yield Script(_values(script.text, script.sourceline, notes), tree.getpath(script))


def _values(text: str, line: int | None, notes: list[Note]) -> list[Json]:
    try:
        return [orjson.loads(text)]
    except orjson.JSONDecodeError as caught:
        error = caught.msg
    bare = _unwrapped(text)
    if not bare:
        return []
    for repair, name in _REPAIRS:
        bare = repair(bare)
        if (found := _several(bare)) is not None:
            notes.append(Note(code="json-ld-repaired", line=line, text=f"{error}; read {name}"))
            return found
    saved: list[Json] = [*_saved(bare)]
    rest = f"{len(saved)} whole updates of it were read" if saved else "left out"
    notes.append(Note(code="json-ld-broken", line=line, text=f"{error}; {rest}"))
    return [{"@type": "LiveBlogPosting", **_head(bare), "liveBlogUpdate": saved}] if saved else []


def _unwrapped(text: str) -> str:
    """Return a script without what hides it from browsers of old, and without a semicolon behind it."""
    bare = text.strip()
    if opening := _OPENING.match(bare):
        bare = bare[opening.end() :]
    if closing := _CLOSING.search(bare, max(0, len(bare) - _LONGEST_CLOSING)):
        bare = bare[: closing.start()]
    return bare.strip(" \t\r\n;")


def _several(text: str) -> list[Json] | None:
    """Return the values that stand one after the other in `text`, None where it is not JSON."""
    values: list[Json] = []
    at = _past_gap(text, 0)
    try:
        while at < len(text):
            value, end = _DECODER.raw_decode(text, at)
            values.append(value)
            at = _past_gap(text, end)
    except (ValueError, RecursionError):  # ValueError: also CPython's guard against numbers of thousands of digits
        return None
    return values


def _past_gap(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _unescaped(text: str) -> str:
    return html.unescape(text) if "&quot;" in text or "&#34;" in text or "&#x22;" in text else text


def _punctuated(text: str) -> str:
    """Return `text` without comments and spare commas, and with the commas that are missing between members."""
    text = _COMMENT.sub(lambda match: match[1] or " ", text)
    text = _NO_COMMA.sub(lambda match: f"{match[1] or match[3]}," if match[1] or match[3] else match[2], text)
    return _SPARE_COMMA.sub(lambda match: match[1] or "", text)


def _with_escapes(text: str) -> str:
    r"""Return `text` with escapes that JSON does not have, such as `\'`, as what they escape."""
    return _BAD_ESCAPE.sub(lambda match: match[2] or match[1] or r"\\u", text)


_REPAIRS: tuple[tuple[Callable[[str], str], str], ...] = (
    (str, "all the same"),
    (_unescaped, "after its entities"),
    (_punctuated, "without comments and spare commas"),
    (_with_escapes, "without escapes that JSON does not have"),
)


def _saved(text: str) -> Iterator[Item]:
    """Yield the updates that are whole in a block that is not: cut off, or with a quote too many in another.

    What stands behind a key is a part of one that is broken, such as its video or the blog that it is of.
    """
    updates = _UPDATES.search(text)
    first = at = text.find("{", updates.end()) if updates else -1
    tries = 0
    while at >= 0 and tries < _MOST_TRIES:
        try:
            value, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            tries += 1
            at = text.find("{", at + 1)
            continue
        is_update = at == first or not text[max(0, at - _LONGEST_INDENT) : at].rstrip().endswith((":", "["))
        if is_update and isinstance(value, dict) and value.keys() & {"headline", "articleBody", "datePublished"}:
            yield value
        at = text.find("{", end)


def _head(text: str) -> Item:
    """Return what a broken block says of the blog before its updates begin."""
    updates = _UPDATES.search(text)
    before = text[: updates.start()].rstrip(", \t\r\n") if updates else ""
    at = before.rfind('"LiveBlogPosting"')
    while (at := before.rfind("{", 0, max(at, 0))) >= 0:
        found = _several(before[at:] + "}")
        if found is not None and len(found) == 1 and isinstance(found[0], dict):
            return found[0]
    return {}
