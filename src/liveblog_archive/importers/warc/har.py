"""HAR: what a browser exports of its panel for the network (HTTP Archive 1.2), as pages of a web archive.

Cookies, tokens and all else that it holds of whoever browsed are never asked for. Where a browser has decoded what
was sent, the bytes of a page are its text in UTF-8.
"""

import base64
from collections.abc import Iterator

from ...model import Note
from .. import json_source
from ..json_source import Node
from .found import Page, charset_in, may_be_page


def pages(data: bytes, notes: list[Note]) -> Iterator[Page]:
    """Yield the answers in a HAR that succeeded and may be pages; one whose content is not in it is noted."""
    value, told = json_source.load(data)
    notes += told
    for entry in Node(value if isinstance(value, dict) else {}, notes).node("log").nodes("entries"):
        response, url = entry.node("response"), entry.node("request").text("url") or ""
        content = response.node("content")
        kind = content.text("mimeType") or ""
        if response.number("status") != 200 or not may_be_page(kind):
            continue
        text = content.verbatim("text")
        if not text:
            notes.append(Note(code="record-skipped", text=f"{url}: the browser exported no content of it"))
            continue
        is_encoded = content.text("encoding") == "base64"
        try:
            payload = base64.b64decode(text) if is_encoded else text.encode()
        except ValueError as error:
            notes.append(Note(code="record-skipped", text=f"{url}: {error}"))
            continue
        charset = charset_in(kind) if is_encoded else "utf-8"
        yield Page(url, entry.text("startedDateTime") or "", payload, "", charset=charset)
