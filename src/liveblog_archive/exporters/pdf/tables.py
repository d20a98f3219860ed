"""Tables: rows of cells, whose head stands again on every page."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from .canvas import Canvas
from .layout import TOLERANCE, Block, Space, Stack
from .protocol import PageNote
from .tags import Element

COLUMN = "<</O/Table/Scope/Column>>"


class Column(NamedTuple):
    """Where the cells of a column begin, and how wide they are."""

    at: float
    wide: float


class Row:
    """Cells beside one another, as wide as their columns."""

    keep = False
    baseline = 0.0

    def __init__(self, columns: Sequence[Column], cells: Sequence[Block], before: float = 0.0) -> None:
        self.before = before
        self._columns = columns
        self._cells = cells
        self._width = 0.0

    def measure(self, width: float, room: float) -> float:
        """Return the height of the tallest cell."""
        self._width = width
        return max(cell.measure(column.wide, room) for column, cell in self._pairs())

    def split(self, width: float, room: float) -> tuple["Row", "Row"] | None:  # noqa: ARG002 - columns are as wide as they are
        """Return what fits of every cell, and the rest; None where of any cell nothing fits."""
        firsts: list[Block] = []
        rests: list[Block] = []
        for column, cell in self._pairs():
            if cell.measure(column.wide, room) <= room + TOLERANCE:
                parts: tuple[Block, Block] | None = cell, Space(0.0)
            else:
                parts = cell.split(column.wide, room)
            if parts is None:
                return None
            firsts.append(parts[0])
            rests.append(parts[1])
        return Row(self._columns, firsts, self.before), Row(self._columns, rests)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the cells."""
        for column, cell in self._pairs():
            at = self._width - column.at - column.wide if canvas.sheet.mirrored else column.at
            cell.draw(canvas, x + at, top)

    def notes(self) -> Sequence[PageNote]:
        """Return the notes of the cells."""
        return [note for cell in self._cells for note in cell.notes()]

    def _pairs(self) -> Iterable[tuple[Column, Block]]:
        return zip(self._columns, self._cells, strict=True)


class Table:
    """Rows under a head; `head` makes the head in an element `TR`, or for a further page, as an artifact, in None."""

    keep = False
    baseline = 0.0

    def __init__(
        self, head: Callable[[Element | None], Block], rows: Iterable[Block], *, tag: Element, before: float = 0.0
    ) -> None:
        self.before = before
        self._make = head
        self._head = head(tag.child("TR"))
        self._rows = Stack(rows)
        self._top = 0.0

    def measure(self, width: float, room: float) -> float:
        """Return the height; rows that do not fit are not all measured."""
        self._top = self._head.measure(width, room)
        return self._top + self._rows.measure(width, room - self._top)

    def split(self, width: float, room: float) -> tuple["Table", "Table"] | None:
        """Return the rows that fit and the rest, each under a head."""
        top = self._head.measure(width, room)
        parts = self._rows.split(width, room - top)
        if parts is None:
            return None
        return self._part(self._head, parts[0]), self._part(self._make(None), parts[1])

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw head and rows."""
        self._head.draw(canvas, x, top)
        self._rows.draw(canvas, x, top - self._top)

    def notes(self) -> Sequence[PageNote]:
        """Return the notes of the rows."""
        return self._rows.notes()

    def _part(self, head: Block, rows: Stack) -> "Table":
        part = Table.__new__(Table)
        part.before, part._make, part._head, part._rows, part._top = 0.0, self._make, head, rows, 0.0
        return part
