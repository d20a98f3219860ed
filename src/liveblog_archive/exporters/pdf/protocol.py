"""What a block is to those who set it, and what a note at the foot of a page is to those who refer to it."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from .canvas import Canvas
from .tags import Element


class Block(Protocol):
    """Something that is set on pages: `before` is the space above it, unless it stands at the head of a page.

    A block with `keep` is never the last on a page. `baseline` is the distance from its top to its first line's.
    """

    before: float
    keep: bool
    baseline: float

    def measure(self, width: float, room: float) -> float:
        """Return the height at `width`; where that is more than `room`, any height greater than `room` will do."""

    def split(self, width: float, room: float) -> tuple["Block", "Block"] | None:
        """Return the part that fits into `room` and the rest; None where no part fits, or nothing is to be split."""

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the block as it was last measured."""

    def notes(self) -> "Sequence[PageNote]":
        """Return the notes that the block, as it was last measured, refers to."""


class PageNote(NamedTuple):
    """A block at the foot of the page; `tag` is an element `Note` without a parent, which the text takes in."""

    block: Block
    tag: Element
