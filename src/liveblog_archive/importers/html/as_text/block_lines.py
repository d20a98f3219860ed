"""The lines of text that the blocks of a page are, each of which remembers its block."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from ....model import Block, Embed, Link, ListBlock, Media, Paragraph
from ...text.shape import is_rule

_BULLET = "• "
_DASHES = " \t\r\n\u00a0–—-"


class Break(NamedTuple):
    """Where an entry without a time begins: where that is missing, or with what is in its place.

    That is a headline, or `said`, such as the minute of a match. With some, entries begin above the first time.
    """

    is_headline: bool = False
    said: str = ""
    is_above: bool = False


class Line(NamedTuple):
    """A line of the page: its text, the place of its block among all blocks, and its part of that block.

    What `breaks` is a place of no text, at which an entry without a time begins.
    """

    text: str
    place: int
    part: Paragraph
    breaks: Break | None = None


class PageLines(NamedTuple):
    """The lines of a page, the blocks that these are of, and what lines say of entries, by their places.

    `names` are those of who wrote an entry, `changes` when it was changed, `unclear` the places of words for a time.
    """

    lines: Sequence[Line]
    blocks: Sequence[Block]
    names: Mapping[int, Sequence[str]]
    changes: Mapping[int, str]
    unclear: Collection[int] = ()

    @property
    def texts(self) -> list[str]:
        """What the lines say."""
        return [line.text for line in self.lines]

    def block(self, at: int) -> Block:
        """Return the block that a line is of."""
        return self.blocks[self.lines[at].place]

    def says(self, at: int) -> bool:
        """Tell whether an entry breaks there at which something else is told than a time."""
        breaks = self.lines[at].breaks
        return breaks is not None and (breaks.is_above or breaks.said != "")


def lines_at_breaks(blocks: Sequence[Block], breaks: Mapping[int, Break]) -> Iterator[Line]:
    """Yield the lines of blocks, and one that breaks before each of the places `breaks` among them.

    Dashes in the place of a time are no line, nor is a rule between lines.
    """
    for place, block in enumerate(blocks):
        if (breaking := breaks.get(place)) is not None:
            yield Line("", place, Paragraph(""), breaking)
        for line in lines_of(block, place):
            if not is_rule(line.text) and (breaking is None or not is_blank(line.text)):
                yield line


def is_blank(text: str) -> bool:
    """Tell whether a text is nothing but blanks and dashes, as what stands for a time that is not known."""
    return not text.strip(_DASHES)


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
    behind = 0
    for piece in paragraph.text.split("\n"):
        text = piece.strip()
        start = behind + len(piece) - len(piece.lstrip())
        end = start + len(text)
        links = [
            Link(max(link.start, start) - start, min(link.end, end) - start, link.url)
            for link in paragraph.links
            if max(link.start, start) < min(link.end, end)
        ]
        if text:
            yield Paragraph(text, links)
        behind += len(piece) + 1
