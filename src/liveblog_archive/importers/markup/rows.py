"""Rows of tables: in which column each cell is, where some cover several columns or rows."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from .names import HEADINGS

_NUMBER = re.compile(r"[1-9][0-9]{0,3}")
_FEWEST_COLUMNS = 2  # of data
_WIDEST = 100  # columns that a cell may cover; pages write more where they mean all


def placed(rows: Iterable[Sequence[etree._Element]]) -> Iterator[list[etree._Element | None]]:
    """Yield the cells of each row, with None where one before or above covers a column (HTML 4.9.12).

    So each cell of the row stays in the column that it has on the page; behind the last cell nothing is put.
    """
    covered: dict[int, int] = {}  # columns, and how many more rows
    for cells in rows:
        taken, covered = covered, {column: left - 1 for column, left in covered.items() if left > 1}
        found: list[etree._Element | None] = []
        for cell in cells:
            while len(found) in taken:
                found.append(None)
            first, width = len(found), _span(cell, "colspan")
            found += [cell, *[None] * (width - 1)]
            if (height := _span(cell, "rowspan")) > 1:
                covered |= dict.fromkeys(range(first, first + width), height - 1)
        while found and found[-1] is None:
            found.pop()
        yield found


def lays_out(table: etree._Element, rows: Mapping[etree._Element, Sequence[etree._Element]]) -> bool:
    """Tell whether a table only lays out a page: its cells are no data beside each other.

    It holds another, has one column, or has more paragraphs in one cell than it has rows.
    """
    if table.find(".//table") is not None or max(map(len, rows.values()), default=0) < _FEWEST_COLUMNS:
        return True
    paragraphs = (sum(1 for _ in cell.iter("p", "hr", *HEADINGS)) for cells in rows.values() for cell in cells)
    return max(paragraphs) > len(rows)


def _span(cell: etree._Element, name: str) -> int:
    number = _NUMBER.match((cell.get(name) or "").strip())
    return min(int(number[0]), _WIDEST) if number else 1
