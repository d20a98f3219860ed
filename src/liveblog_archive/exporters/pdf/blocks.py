"""The blocks of a body as the reader sees them: paragraphs, headings, quotations, lists, media, embeds."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from attrs import evolve

from ...model import Block as ModelBlock
from ...model import Embed, Heading, Link, ListBlock, Media, Paragraph, Quotation
from .layout import Barred, Beside, Block, Stack
from .matter import Matter
from .style import BAR_INDENT, BLOCK, BODY, GREY, HAIRLINE, LABEL, LIST_INDENT, SMALL, SUBHEADINGS
from .tags import Element
from .tokens import Run

_DIGIT = 5.4  # points that a digit of the body text takes


def body_block(matter: Matter, here: Element, block: ModelBlock) -> Block:
    """Return a block of a body as a block on the page; one without any text says so, as its number counts."""
    return _BLOCKS[type(block)](matter, here, block)


def linked(text: str, links: Sequence[Link]) -> Iterator[Run]:
    """Yield a text as runs, those of its links with their addresses."""
    reached = 0
    for link in links:
        yield Run(text[reached : link.start])
        yield Run(text[link.start : link.end], url=link.url)
        reached = link.end
    yield Run(text[reached:])


def address_line(matter: Matter, here: Element, url: str) -> Block:
    """Return a printed address that is also a link."""
    return matter.text(SMALL, Run(url, url=url), tag=here.child("P"))


def _written(text: str, *runs: Run) -> tuple[Run, ...]:
    return runs if text.strip() else (Run("(empty)", color=GREY),)


def _paragraph(matter: Matter, here: Element, block: Paragraph) -> Block:
    return matter.text(BLOCK, *_written(block.text, *linked(block.text, block.links)), tag=here.child("P"))


def _heading(matter: Matter, here: Element, block: Heading) -> Block:
    return matter.text(SUBHEADINGS[block.level], *_written(block.text, Run(block.text)), tag=here.child("H4"))


def _quotation(matter: Matter, here: Element, block: Quotation) -> Block:
    tag = here.child("BlockQuote")
    parts: list[Block] = [matter.text(BODY, *_written(block.text, Run(block.text)), tag=tag.child("P"))]
    if block.source:
        parts.append(matter.text(evolve(SMALL, before=2.0), "— ", block.source, tag=tag.child("P")))
    return _barred(parts)


def _barred(parts: list[Block]) -> Block:
    return Barred(Stack(parts), 9.0, HAIRLINE, BAR_INDENT)


def _list(matter: Matter, here: Element, block: ListBlock) -> Block:
    digits = len(str(len(block.items))) if block.ordered else 1
    wide = LIST_INDENT + _DIGIT * (digits - 1)
    items: list[Block] = []
    numbering = "Decimal" if block.ordered else "Disc"
    tag = here.child("L", attributes=f"<</O/List/ListNumbering/{numbering}>>")
    for number, item in enumerate(block.items, start=1):
        own = tag.child("LI")
        mark = f"{number}." if block.ordered else "•"
        marker = matter.text(evolve(BODY, color=GREY), mark, tag=own.child("Lbl"))
        text = matter.text(evolve(BODY, before=2.0), *_written(item, Run(item)), tag=own.child("LBody"))
        items.append(Beside(text, marker, indent=wide, at=0.0, wide=wide))
    stack = Stack(items or [matter.text(BODY, *_written(""), tag=here.child("P"))])
    stack.before = BLOCK.before
    return stack


def _media(matter: Matter, here: Element, block: Media) -> Block:
    parts: list[Block] = [matter.text(LABEL, block.kind.upper(), tag=here.child("P"))]
    if block.caption:
        parts.append(matter.text(BODY, block.caption, tag=here.child("P")))
    for label, text in (("Credit: ", block.credit), ("Alternative text: ", block.alt)):
        if text:
            parts.append(matter.text(SMALL, label, text, tag=here.child("P")))
    if block.url:
        parts.append(address_line(matter, here, block.url))
    return _barred(parts)


def _embed(matter: Matter, here: Element, block: Embed) -> Block:
    parts: list[Block] = [matter.text(LABEL, "EMBEDDED FROM ", block.provider, tag=here.child("P"))]
    if block.text.strip():
        parts.append(matter.text(BODY, block.text, tag=here.child("P")))
    if block.url:
        parts.append(address_line(matter, here, block.url))
    return _barred(parts)


_BLOCKS: dict[type, Callable[[Matter, Element, Any], Block]] = {
    Paragraph: _paragraph,
    Heading: _heading,
    Quotation: _quotation,
    ListBlock: _list,
    Media: _media,
    Embed: _embed,
}
