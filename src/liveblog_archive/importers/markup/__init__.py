"""From HTML to typed blocks: what a reader saw, in the order that it was seen, without a tag or an entity.

`blocks` takes the HTML (or plain text) of a body as data files hold it, `element_blocks` an element of a parsed page,
`line` a headline or name. The model keeps links of paragraphs only: those of lists, headings, quotations and
captions are given back by `read_blocks` as `unkept`, for the importer's notes.
"""

import html
import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from lxml import etree

from ...model import Block, ready
from .escapes import is_markup, resolved, unescaped, untagged, well_formed
from .figures import described
from .reader import Blocks, Reader
from .run import EDGES
from .torn import ends_inside
from .tree import Decoded, Tree, decode, parse, select, sent, spaced

__all__ = [
    "Blocks",
    "Decoded",
    "Tree",
    "blocks",
    "blocks_of",
    "decode",
    "element_blocks",
    "ends_inside",
    "line",
    "paragraphs",
    "parse",
    "read_blocks",
    "select",
    "sent",
    "text_of",
]


def blocks(markup: str, base: str | None = None) -> list[Block]:
    """Return the blocks of a body that a data file holds as HTML, as escaped HTML, or as plain text.

    `base` is the address that relative links are resolved with. In plain text every line is a paragraph. A body that
    was escaped as a whole is read as what it was; a tag that is escaped inside one is a part of its text.
    """
    return read_blocks(markup, base).blocks


def read_blocks(markup: str, base: str | None = None) -> Blocks:
    """Return what `blocks` returns, and the links that it could not keep."""
    text = unescaped(markup)
    if is_markup(text):
        tree = parse(text)
        if tree.root is None:  # comments alone
            return Blocks([], [])
        if not tree.cut:
            return element_blocks(tree.root, base)
        # Nested beyond all reason: then its words are what can be saved.
        text = re.sub(" {2,}", " ", untagged(resolved(text)))
    return Blocks(paragraphs(well_formed(html.unescape(text))), [])


def paragraphs(text: str) -> list[Block]:
    """Return every line of a text that is not blank as a paragraph; nothing in it is a tag or an entity."""
    return [ready.paragraph(kept) for line in text.splitlines() if (kept := line.strip(EDGES))]


def element_blocks(
    element: etree._Element,
    base: str | None = None,
    without: Collection[etree._Element] = (),
    quoted: Mapping[etree._Element, Sequence[etree._Element]] | None = None,
    marks: Collection[etree._Element] = (),
) -> Blocks:
    """Return the blocks that stand inside an element of a page, but for the elements `without`.

    `quoted` are boxes in it that hold what others say, each with the parts of it that tell who that is. No block
    goes on across the beginning of an element of `marks`, and the places of these are told, also of those `without`.
    """
    found = Reader(base, without, quoted, marks).read(element)
    return found._replace(blocks=[*map(described, found.blocks)])


def blocks_of(
    parts: Iterable[etree._Element], base: str | None = None, without: Collection[etree._Element] = ()
) -> Blocks:
    """Return the blocks that some elements of a page are, in their order, but for the elements `without`."""
    return Reader(base, without).read_parts(parts)


def line(markup: str | None) -> str | None:
    """Return the text of a headline, name or label as one line; None where nothing is left of it."""
    if markup is None:
        return None
    return _joined(blocks(markup)) if "<" in markup or "&" in markup else _one_line(well_formed(markup))


def text_of(element: etree._Element) -> str | None:
    """Return the text of an element as one line; None where nothing is left of it."""
    return _joined(element_blocks(element).blocks)


def _joined(found: Iterable[Block]) -> str | None:
    return _one_line(" ".join(block.text for block in found))


def _one_line(text: str) -> str | None:
    return spaced(text) or None
