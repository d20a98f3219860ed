"""The blocks of a body as the reader sees them: paragraphs, headings, quotations, lists, media, embeds."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import assert_never

from attrs import evolve

from ...citation.wording import one_line
from ...model import Block as ModelBlock
from ...model import Embed, Heading, Link, ListBlock, Media, Paragraph, Quotation
from ...overview.names import credited, quoted
from .design import Style
from .layout import Barred, Beside, Stack
from .look import ACCENT, GREY, HAIRLINE, Look
from .matter import Matter, child
from .protocol import Block, PageNote
from .tags import Element
from .text import Text
from .tokens import Run

_DIGIT = 5.4  # points that a digit of the body text takes
# More of an address than this helps nobody who types it; the link leads to all of it, and the attached data has it.
_LONGEST_ADDRESS = 240
_DEEPEST = 12  # blanks before a line of a list; more would leave no room for words
_PLACE = "\ufffc"  # stands for a name that keeps its own capitals


class Linker:
    """Numbers the links of a briefing, and puts their addresses at the foot of the page on which they stand.

    `numeral` returns the number of a paragraph as it stands in the margin, the same text for all that have it.
    """

    def __init__(self, matter: Matter, prefix: str = "") -> None:
        self.numeral = cache(lambda number: matter.aside(matter.look.numeral, str(number)))
        self._matter = matter
        self._prefix = prefix
        self._number = 0

    def runs(self, text: str, links: Sequence[Link]) -> Iterator[Run]:
        """Yield a text as runs, those of its links with their addresses, and a number that refers to the note."""
        reached = 0
        for link in links:
            self._number += 1
            number = f"{self._prefix}{self._number}"
            yield Run(text[reached : link.start])
            yield Run(text[link.start : link.end], url=link.url)
            yield Run(number, size=0.62, rise=0.34, color=ACCENT, note=self._note(number, link.url))
            reached = link.end
        yield Run(text[reached:])

    def _note(self, number: str, url: str) -> PageNote:
        tag = Element("Note")
        shown = url if len(url) <= _LONGEST_ADDRESS else f"{url[:_LONGEST_ADDRESS]}…"
        look, fonts = self._matter.look, self._matter.fonts
        style = sided(look, look.note)
        beside = evolve(look.note, align="left" if look.sheet.mirrored else "right")
        mark = Text(fonts, beside, number, tag=tag.child("Lbl"))
        text = Text(fonts, style, Run(shown, url=url), tag=tag.child("P"))
        gutter = look.numeral_width + look.numeral_gap
        block = Beside(text, mark, indent=look.text_indent, at=look.text_indent - gutter, wide=look.numeral_width)
        return PageNote(block, tag)


def sided(look: Look, style: Style) -> Style:
    """Return a style for addresses, which run from left to right, and stand where the lines around them begin."""
    return evolve(style, align="right") if look.sheet.mirrored else style


def body_block(matter: Matter, here: Element, block: ModelBlock, linker: Linker, heading: str) -> Block:
    """Return a block of a body as a block on the page; one without any text says so, as its number counts.

    `heading` is the role of a heading in this body: one level below the last above it (PDF/UA-1, 7.4.2).
    """
    match block:
        case Paragraph():
            said = _written(matter, block.text, *linker.runs(block.text, block.links))
            return matter.told(here, matter.look.block, *said)
        case Heading():
            return _heading(matter, here, block, heading)
        case Quotation():
            return _quotation(matter, here, block)
        case ListBlock():
            return _list(matter, here, block)
        case Media():
            return _media(matter, here, block)
        case Embed():
            return _embed(matter, here, block)
        case _:
            assert_never(block)


def address_line(matter: Matter, here: Element, url: str) -> Block:
    """Return a printed address that is also a link."""
    return matter.told(here, sided(matter.look, matter.look.small), Run(url, url=url))


def _written(matter: Matter, text: str, *runs: Run) -> tuple[Run, ...]:
    return runs if text.strip() else (Run(matter.words.say("empty"), color=GREY, lang=matter.words.language),)


def _heading(matter: Matter, here: Element, block: Heading, role: str) -> Block:
    return matter.told(here, matter.look.heading, *_written(matter, block.text, Run(block.text)), role=role)


def _quotation(matter: Matter, here: Element, block: Quotation) -> Block:
    tag = here.child("BlockQuote")
    parts: list[Block] = [matter.told(tag, matter.look.body, *_written(matter, block.text, Run(block.text)))]
    if block.source:
        style = evolve(matter.look.small, before=1.75)
        parts.append(
            matter.told(tag, style, "— ", matter.in_index("quoted", quoted(block.source), style, block.source))
        )
    return _barred(matter, parts)


def _barred(matter: Matter, parts: list[Block]) -> Block:
    """Return short texts beside a line, which stay together on a page as far as they can."""
    for part in parts[:-1]:
        part.keep = True
    return Barred(Stack(parts), 7.0, HAIRLINE, matter.look.bar_indent)


def _list(matter: Matter, here: Element, block: ListBlock) -> Block:
    look = matter.look
    if not block.items:
        return matter.told(here, look.block, *_written(matter, ""))
    digits = len(str(len(block.items))) if block.ordered else 1
    wide = look.list_indent + _DIGIT * (digits - 1)
    items: list[Block] = []
    numbering = "Decimal" if block.ordered else "Disc"
    tag = here.child("L", attributes=f"<</O/List/ListNumbering/{numbering}>>")
    for number, item in enumerate(block.items, start=1):
        own = tag.child("LI")
        mark = f"{number}." if block.ordered else "•"
        marker = matter.said(own, evolve(look.body, color=GREY), mark, role="Lbl")
        items.append(Beside(_item(matter, own, item), marker, indent=wide, at=0.0, wide=wide))
    stack = Stack(items)
    stack.before = look.block.before
    return stack


def _item(matter: Matter, here: Element, item: str) -> Block:
    """Return an item, the lines of a list within it as far in as they are nested."""
    look = matter.look
    first = evolve(look.body, before=1.75)
    levels = list(_levels(item))
    if not any(depth for depth, _ in levels):
        return matter.told(here, matter.beginning(first, item), *_written(matter, item, Run(item)), role="LBody")
    body = child(here, "LBody", matter.language)
    parts: list[Block] = []
    for depth, lines in levels:
        text = matter.told(body, matter.beginning(look.body if parts else first, lines), Run(lines))
        parts.append(Beside(text, None, indent=depth * look.list_indent, at=0.0, wide=0.0))
    return Stack(parts)


def _levels(item: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of an item that are nested as deep as each other: two blanks before a line are a level."""
    lines = [line for line in item.split("\n") if line.strip()]
    for depth, level in groupby(lines, key=lambda line: min(len(line) - len(line.lstrip(" ")), _DEEPEST) // 2):
        yield depth, "\n".join(level)


def _media(matter: Matter, here: Element, block: Media) -> Block:
    look, say = matter.look, matter.words.say
    parts: list[Block] = [matter.said(here, look.label, say(block.kind).upper())]
    if block.caption:
        parts.append(matter.told(here, look.body, block.caption))
    if block.alt and not (block.caption or "").startswith(block.alt):
        parts.append(matter.said(here, look.small, say("described", text=block.alt)))
    if block.credit:
        name = credited(block.credit)
        said = say("credit", text=name) if name == one_line(block.credit) else block.credit
        parts.append(matter.said(here, look.small, matter.in_index("credited", name, look.small, said)))
    if block.url:
        parts.append(address_line(matter, here, block.url))
    return _barred(matter, parts)


def _embed(matter: Matter, here: Element, block: Embed) -> Block:
    label = matter.words.say("embedded-from", provider=_PLACE).upper().replace(_PLACE, block.provider)
    style = matter.look.label
    parts: list[Block] = [matter.said(here, style, matter.in_index("embedded", block.provider, style, label))]
    if block.text.strip():
        parts.append(matter.told(here, matter.look.body, block.text))
    if block.url:
        parts.append(address_line(matter, here, block.url))
    return _barred(matter, parts)
