"""HAR: what a browser exports of its panel for the network (HTTP Archive 1.2), as pages of a web archive.

Cookies, tokens and all else that it holds of whoever browsed are never asked for. Where a browser has decoded what
was sent, the bytes of a page are its text in UTF-8.
"""

import base64
from collections.abc import Iterator

from ...errors import amount
from ...model import Note
from .. import json_source
from ..json_source import Node
from .found import Page, charset_in, may_be_page


def pages(data: bytes, notes: list[Note]) -> Iterator[Page]:
    """Yield the answers in a HAR that succeeded and may be pages; how many have no content in it is noted."""
    value, told = json_source.load(data)
    notes += told
    missing = 0
    for entry in Node(value if isinstance(value, dict) else {}, notes).node("log").nodes("entries"):
        response = entry.node("response")
        content = response.node("content")
        kind = content.text("mimeType") or ""
        if response.number("status") != 200 or not may_be_page(kind):
            continue
        is_encoded = content.text("encoding") == "base64"
        payload = _bytes(content.verbatim("text"), is_encoded)
        if not payload:
            missing += 1
            continue
        charset = charset_in(kind) if is_encoded else "utf-8"
        url, date = entry.node("request").text("url") or "", entry.text("startedDateTime") or ""
        yield Page(url, date, payload, "", charset=charset)
    if missing:
        text = f"{amount(missing, 'answer', 'answers')} that may be a page, without a content that can be read"
        notes.append(Note(code="record-skipped", text=text))


def _bytes(text: str, is_encoded: bool) -> bytes:
    """Return a content; nothing for one that is not in Base64 as it should be."""
    try:
        return base64.b64decode(text) if is_encoded else text.encode()
    except ValueError:
        return b""
