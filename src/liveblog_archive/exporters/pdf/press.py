"""The press: it sets blocks on pages, with what stands on every page, and the notes at the foot of each.

It sets each block and forgets it, so that a long document takes little more memory than a short one, and hands over
the bytes of every page when it is full.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from .canvas import Canvas
from .design import Color
from .layout import TOLERANCE, UNLIMITED
from .protocol import Block, PageNote
from .tags import Element

# The white above the notes of a page, with the short line in the middle of it, and how long that is.
_ABOVE_NOTES = 14.0
_NOTE_RULE = 48.0
# A block with notes is split again and again with so much less room, until its notes fit, too.
_STEP = 6.0
# The colour of the short line above notes.
_RULE: Color = (0.5, 0.5, 0.5)


class PageBreak(NamedTuple):
    """A sign to the press: what follows begins a page, unless this one has so much room left."""

    unless: float = UNLIMITED


class Press:
    """Sets one block after the other on pages; `furnish` draws what stands on every page.

    The short line above the notes of a page begins `indent` from where lines do.
    """

    def __init__(
        self,
        canvas: Canvas,
        furnish: Callable[[Canvas], None],
        indent: float = 0.0,
    ) -> None:
        self._canvas = canvas
        self._furnish = furnish
        self._indent = indent
        self._sheet = canvas.sheet
        self._room = self._sheet.room
        self._notes: list[PageNote] = []
        self._foot = 0.0
        self._whole: deque[tuple[int, Element]] = deque()

    def set(self, blocks: Iterable[Block | PageBreak]) -> Iterator[bytes]:
        """Set blocks on this page and as many more as they take; yield what is written of the file meanwhile."""
        page = self._canvas.page_number
        for block in blocks:
            if isinstance(block, PageBreak):
                if self._room < min(block.unless, self._sheet.room):
                    self.turn()
                continue
            rest: list[Block] = [block]
            while rest:
                rest += self._place(rest.pop())
            self._settle(getattr(block, "tag", None))
            if self._canvas.page_number != page:
                page = self._canvas.page_number
                yield self._canvas.take()

    def _settle(self, tag: Element | None) -> None:
        """Have an element written that is set whole, once its notes are drawn: on its last page, or the next."""
        if tag is not None:
            self._whole.append((self._canvas.page_number, tag))
        while self._whole and (not self._notes or self._whole[0][0] + 1 < self._canvas.page_number):
            self._canvas.settle(self._whole.popleft()[1])

    def turn(self) -> None:
        """End the page."""
        self._draw_notes()
        self._furnish(self._canvas)
        self._canvas.turn()
        self._room = self._sheet.room

    def _place(self, block: Block) -> list[Block]:
        """Set what fits; return the parts that are left for the next page, the last of them first."""
        fresh = self._room == self._sheet.room
        room = self._room - (0.0 if fresh else block.before)
        height = block.measure(self._sheet.measure, room)
        notes = block.notes()
        if height + self._foot_with(notes) <= room + TOLERANCE:
            self._draw(block, room, height, notes)
            return []
        parts, fitting = self._split(block, room)
        first = parts[-1]
        if fitting is None and fresh:  # in one piece, and too tall: it runs over the edge, or its notes go on
            fitting = min(room, first.measure(self._sheet.measure, UNLIMITED))
        if fitting is not None:
            self._draw(parts.pop(), room, fitting, first.notes())
        if parts:
            self.turn()
        return parts

    def _split(self, block: Block, room: float) -> tuple[list[Block], float | None]:
        """Return the parts of a block, the last of them first, and the height of its beginning, if that fits."""
        parts, left = [block], room - self._foot
        while (cut := parts[-1].split(self._sheet.measure, left)) is not None:
            parts[-1:] = reversed(cut)
            height = cut[0].measure(self._sheet.measure, left)
            if height + self._foot_with(cut[0].notes()) <= room + TOLERANCE:
                return parts, height
            left -= _STEP
        return parts, None

    def _draw(self, block: Block, room: float, height: float, notes: Sequence[PageNote]) -> None:
        sheet = self._sheet
        block.draw(self._canvas, sheet.left, sheet.bottom + room)
        self._room = room - height
        self._foot = self._foot_with(notes)
        self._notes += notes

    def _foot_with(self, notes: Sequence[PageNote]) -> float:
        """Return how tall the notes of the page are with some more."""
        added = sum([note.block.measure(self._sheet.measure, UNLIMITED) for note in notes])
        return self._foot + added + (_ABOVE_NOTES if added and not self._foot else 0.0)

    def _draw_notes(self) -> None:
        """Draw the notes of the page; those for which there is no room go to the next one."""
        sheet, left = self._sheet, self._sheet.left
        top = sheet.bottom + min(self._foot, self._room) - _ABOVE_NOTES
        if self._notes:
            shift = self._indent
            start = sheet.width - sheet.right - shift - _NOTE_RULE if sheet.mirrored else left + shift
            y = top + _ABOVE_NOTES / 2
            self._canvas.rule((start, y), (start + _NOTE_RULE, y), 0.5, _RULE)
        notes, self._notes, self._foot = self._notes, [], 0.0
        for note in notes:
            height = note.block.measure(sheet.measure, UNLIMITED)
            if self._notes or (top - height < sheet.bottom - TOLERANCE and top < sheet.bottom + sheet.room / 2):
                self._foot += height + (0.0 if self._notes else _ABOVE_NOTES)
                self._notes.append(note)
            else:
                note.block.draw(self._canvas, left, top)
                top -= height

    def finish(self) -> None:
        """End the last page, and such as are needed for notes that are left."""
        self.turn()
        while self._notes:
            self.turn()
