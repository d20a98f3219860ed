"""Blocks of a body as a template prints them: pieces of text, some of which are links."""

from collections.abc import Sequence
from itertools import pairwise
from typing import assert_never

from attrs import frozen

from ...hyperlinks import followable
from ...model import Block, Embed, Heading, ListBlock, Media, Paragraph, Quotation
from .safety import printable


@frozen
class Piece:
    """A stretch of text; `href` where it is a link, `refused` the address of a link that a page must not have."""

    text: str
    href: str | None = None
    refused: str | None = None


@frozen(kw_only=True)
class BlockView:
    """A block: its kind, which the template draws, and the texts that it has."""

    kind: str
    pieces: tuple[Piece, ...] = ()
    items: tuple[str, ...] = ()
    tag: str = "p"
    medium: str = ""
    caption: str = ""
    credit: str = ""


def block_view(block: Block) -> BlockView:
    """Return what a page shows of a block; nothing that it says is left out."""
    match block:
        case Paragraph():
            return BlockView(kind="paragraph", pieces=_pieces(block))
        case Heading():
            return BlockView(kind="heading", pieces=(Piece(printable(block.text)),))
        case Quotation():
            return BlockView(
                kind="quotation", pieces=(Piece(printable(block.text)),), credit=printable(block.source or "")
            )
        case ListBlock():
            return BlockView(
                kind="list", items=tuple(map(printable, block.items)), tag="ol" if block.ordered else "ul"
            )
        case Media():
            named = printable(block.alt or block.url or "")
            return BlockView(
                kind="media",
                medium=block.kind,
                pieces=(linked(named, block.url),) if named else (),
                caption=printable(block.caption or ""),
                credit=printable(block.credit or ""),
            )
        case Embed():
            source = (linked(printable(block.url), block.url),) if block.url else ()
            return BlockView(
                kind="embed", medium=printable(block.provider), pieces=source, caption=printable(block.text)
            )
        case _:
            assert_never(block)


def block_views(blocks: Sequence[Block]) -> tuple[BlockView, ...]:
    """Return the views of several blocks."""
    return tuple(map(block_view, blocks))


def linked(text: str, url: str | None) -> Piece:
    """Return a printable text that leads to `url`, with the address beside it where a page must not have the link."""
    href = followable(url)
    return Piece(text, href, None if href or not url or printable(url) == text else printable(url))


def _pieces(paragraph: Paragraph) -> tuple[Piece, ...]:
    """Return a paragraph cut at its links."""
    text = paragraph.text
    if not paragraph.links:
        return (Piece(printable(text)),)
    links = {link.start: link for link in paragraph.links}
    cuts = sorted({0, len(text), *links, *(link.end for link in paragraph.links)})
    found = []
    for start, end in pairwise(cuts):
        link = links.get(start)
        found.append(linked(printable(text[start:end]), link.url) if link else Piece(printable(text[start:end])))
    return tuple(found)
