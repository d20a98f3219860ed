"""The lines of text that the blocks of a page are, each of which remembers its block."""

from collections.abc import Iterator
from typing import NamedTuple

from ....model import Block, Embed, Link, ListBlock, Media, Paragraph

_BULLET = "• "


class Line(NamedTuple):
    """A line of the page: its text, the place of its block among all blocks, and its part of that block."""

    text: str
    place: int
    part: Paragraph


def lines_of(block: Block, place: int) -> Iterator[Line]:
    """Yield the lines of text that a block is; what is only shown has none."""
    if isinstance(block, Media | Embed):
        return
    if isinstance(block, Paragraph):
        for paragraph in _broken(block):
            yield Line(paragraph.text, place, paragraph)
        return
    pieces = block.items if isinstance(block, ListBlock) else (block.text,)
    bullet = _BULLET if len(pieces) > 1 else ""  # one item alone is a link or a button more often than a list
    for piece in pieces:
        for number, said in enumerate(filter(None, map(str.strip, piece.split("\n")))):
            mark = "" if number else bullet
            yield Line(mark + said, place, Paragraph(said))


def _broken(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield a paragraph's lines as paragraphs of their own, with their links."""
    start = 0
    for piece in paragraph.text.split("\n"):
        end = start + len(piece)
        links = [
            Link(max(link.start, start) - start, min(link.end, end) - start, link.url)
            for link in paragraph.links
            if link.start < end and link.end > start
        ]
        if piece.strip():
            yield _stripped(Paragraph(piece, links))
        start = end + 1


def _stripped(paragraph: Paragraph) -> Paragraph:
    text = paragraph.text.strip()
    before = len(paragraph.text) - len(paragraph.text.lstrip())
    links = [
        Link(max(0, link.start - before), min(len(text), link.end - before), link.url)
        for link in paragraph.links
        if max(0, link.start - before) < min(len(text), link.end - before)
    ]
    return Paragraph(text, links)
