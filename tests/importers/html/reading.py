"""What the tests of pages share: how a page is read, and small pages around a piece of HTML."""

import json
from pathlib import Path

from liveblog_archive.importers import Options
from liveblog_archive.importers.html import read
from liveblog_archive.model import LiveBlog

PAGES = Path(__file__).parent / "pages"


def of(html: str | bytes, **told: object) -> LiveBlog:
    """Return the blog that a page shows."""
    data = html if isinstance(html, bytes) else html.encode()
    return read(data, Options(**told))  # type: ignore[arg-type]


def page(body: str, *, head: str = "", language: str = "en") -> str:
    return f'<!doctype html><html lang="{language}"><head><title>Storm</title>{head}</head><body>{body}</body></html>'


def script(data: object) -> str:
    text = data if isinstance(data, str) else json.dumps(data)
    return f'<script type="application/ld+json">{text}</script>'


def posting(*updates: object, **facts: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "LiveBlogPosting", "liveBlogUpdate": [*updates], **facts}


def update(**facts: object) -> dict[str, object]:
    return {"@type": "BlogPosting", **facts}


def codes(blog: LiveBlog) -> list[str]:
    assert blog.capture is not None
    return [note.code for note in blog.capture.notes]


def note(blog: LiveBlog, code: str) -> str:
    """Return the text of the one note with this code."""
    assert blog.capture is not None
    (found,) = [note.text for note in blog.capture.notes if note.code == code]
    return found
