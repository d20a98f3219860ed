"""Runs of text between two blocks, with their blanks as a browser shows them and their links by position.

Elements that are one line of text with links in it, as most paragraphs are, are read at once instead of walked.
"""

import re
from collections.abc import Collection, Sequence

from lxml import etree

from ...model import Block, Embed, Link, Media, Paragraph, ready
from .classes import is_unseen
from .embeds import address

# What is no part of a paragraph at its ends.
EDGES = " \t\n\r\f\v\u00a0\u2028\u2029\u200b\u2060\ufeff"
BLANKS = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
# What changes nothing of its text: no code, no block, and nothing that stands for a picture.
_NAMES = "a abbr b bdi bdo big cite dfn em font i ins mark q s small span strong sub sup time u"
_INLINE = frozenset(_NAMES.split())
_CELLS = " | "
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


def plain_paragraph(
    element: etree._Element, base: str | None, without: Collection[etree._Element]
) -> list[Block] | None:
    """Return the paragraph that an element is, no block where it is blank, and None where it must be walked."""
    text = element.text or ""
    links: list[tuple[int, int, str]] = []
    for child in element[:]:
        if child.tag in _INLINE and not len(child):
            if child not in without and not is_unseen(child):
                start = len(text)
                text += child.text or ""
                if child.tag == "a" and len(text) > start and (url := address(child.get("href"), base)):
                    if links and links[-1][1:] == (start, url):
                        start = links.pop()[0]
                    links.append((start, len(text), url))
        elif child not in without:
            return None
        text += child.tail or ""
    if "&" in text:  # it may be an entity that readers saw by mistake
        return None
    if not text.isprintable() or "  " in text:
        if links and BLANKS.search(text):
            return None
        text = BLANKS.sub(" ", text)
    return single_paragraph(text, links)


def row_of(cells: Sequence[Sequence[Block]]) -> Paragraph:
    """Return a row of a table as a paragraph; its links stay where they lead from."""
    text = ""
    links: list[Link] = []
    for index, cell in enumerate(cells):
        text += _CELLS if index else ""
        for number, block in enumerate(block for block in cell if not isinstance(block, Media | Embed)):
            text += " " if number else ""
            if isinstance(block, Paragraph):
                links += [Link(link.start + len(text), link.end + len(text), link.url) for link in block.links]
            text += block.text
    return Paragraph(text, links)
