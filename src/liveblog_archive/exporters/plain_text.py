"""A body for formats without markup: with marks for quotations, lists and media, and its links at the end."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from ..model import Block, Embed, Heading, ListBlock, Media, Paragraph, Quotation


def body_text(body: Iterable[Block]) -> Iterator[str]:
    """Yield the text of each block that has any, then the addresses that its words lead to."""
    links = []
    for block in body:
        if text := block_text(block):
            yield text
        if isinstance(block, Paragraph):
            links += [f"{block.text[link.start : link.end]}: {link.url}" for link in block.links]
    if links:
        yield "\n".join(("Links", *links))


def block_text(block: Block) -> str:
    """Return a block as plain text; what stands in for a medium or an embed begins with its kind in brackets."""
    match block:
        case Paragraph() | Heading():
            return block.text
        case Quotation():
            return _quotation(block)
        case ListBlock():
            return _list(block)
        case Media():
            return _media(block)
        case Embed():
            return _embed(block)
        case _:
            assert_never(block)


def _quotation(block: Quotation) -> str:
    quoted = "\n".join(f"> {line}" for line in block.text.split("\n"))
    return f"{quoted}\n— {block.source}" if block.source else quoted


def _list(block: ListBlock) -> str:
    items = enumerate(block.items, start=1)
    return "\n".join(f"{number}. {item}" if block.ordered else f"• {item}" for number, item in items)


def _media(block: Media) -> str:
    shown = (
        block.caption,
        block.alt and f"Shown: {block.alt}",
        block.credit and f"Credit: {block.credit}",
        block.url,
    )
    return "\n".join((f"[{block.kind}]", *filter(None, shown)))


def _embed(block: Embed) -> str:
    return "\n".join((f"[{block.provider}]", *filter(None, (block.text, block.url))))
