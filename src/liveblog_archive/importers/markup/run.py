"""A run of text between two blocks, with its blanks as a browser shows them and its links by position."""

import re

from ...model import Block, Link, ready

# What is no part of a paragraph at its ends.
EDGES = " \t\n\r\f\v\u00a0\u2028\u2029\u200b\u2060\ufeff"
BLANKS = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_APART = re.compile(r"\n[ \u00a0]*\n\s*")


class Run:
    """Collects `pieces` of text; blanks in a row are one (CSS Text 4.1), two line breaks begin a paragraph."""

    __slots__ = ("_after_blank", "_length", "_links", "pieces")

    def __init__(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self.pieces: list[str] = []
        self._links: list[tuple[int, int, str]] = []
        self._length = 0
        self._after_blank = True

    def add(self, text: str, url: str | None = None) -> None:
        """Add text of the source; `url` is where it leads."""
        shown = text if text.isprintable() and "  " not in text else BLANKS.sub(" ", text)
        if self._after_blank and shown[:1] == " ":
            shown = shown[1:]
        if not shown:
            return
        self.pieces.append(shown)
        self._after_blank = shown[-1] == " "
        start, self._length = self._length, self._length + len(shown)
        if url is None:
            return
        if self._links and self._links[-1][1:] == (start, url):
            start = self._links.pop()[0]
        self._links.append((start, self._length, url))

    def break_line(self) -> None:
        """Add a line break."""
        self.pieces.append("\n")
        self._length += 1
        self._after_blank = True

    def take(self) -> list[Block]:
        """Return the paragraphs that were collected, and begin anew."""
        text = "".join(self.pieces)
        links = self._links
        self._clear()
        if "\n" not in text:
            return single_paragraph(text, links)
        found: list[Block] = []
        start = 0
        for apart in [*_APART.finditer(text), None]:
            end = apart.start() if apart else len(text)
            found += _paragraph(text, start, end, links)
            start = apart.end() if apart else end
        return found


def single_paragraph(text: str, links: list[tuple[int, int, str]]) -> list[Block]:
    """Return the paragraph that a text without line breaks is; no block where it is blank."""
    if links:
        return _paragraph(text, 0, len(text), links)
    bare = text.strip(EDGES)
    return [ready.paragraph(bare)] if bare else []


def _paragraph(text: str, start: int, end: int, links: list[tuple[int, int, str]]) -> list[Block]:
    """Return the paragraph that characters `start` to `end` are, without the blanks around it and around links."""
    start, end = _trimmed(text, start, end)
    if start == end:
        return []
    kept = []
    for link_start, link_end, url in links:
        first, last = _trimmed(text, max(link_start, start), min(link_end, end))
        if first < last:
            # Only other characters may be none that a text can hold, and need the check of the constructor.
            make = ready.link if url.isascii() else Link
            kept.append(make(first - start, last - start, url))
    return [ready.paragraph(text[start:end], tuple(kept))]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the ends of a stretch of text without the blanks at them; of nothing but blanks, two equal ends."""
    if start < end and text[start] not in EDGES and text[end - 1] not in EDGES:
        return start, end
    bare = text[start:end]
    first = start + len(bare) - len(bare.lstrip(EDGES))
    return first, first + len(bare.strip(EDGES))
