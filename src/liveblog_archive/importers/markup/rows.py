"""Rows of tables, as paragraphs in which bars part the cells."""

from collections.abc import Sequence

from ...model import Block, Embed, Link, Media, Paragraph

_CELLS = " | "


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
