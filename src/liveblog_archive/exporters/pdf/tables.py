"""Rows of cells that stand beside one another."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .canvas import Canvas
from .layout import TOLERANCE, Space
from .protocol import Block, PageNote


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
