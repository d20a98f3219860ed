"""The parts that every section of a briefing is put together from."""

from collections.abc import Iterator

from .layout import Anchor, Beside, Block, Rule, Space, Stack
from .matter import Matter
from .style import ACCENT, LABEL, LABEL_WIDTH, MASTHEAD, SECTION, SMALL, TEXT_INDENT
from .text import Run


def in_columns(body: Block, label: Block | None, again: Block | None = None) -> Beside:
    """Return a block in the text column with its label in the narrow one; `again` is the label on further pages."""
    return Beside(body, label, again=again, indent=TEXT_INDENT, at=0.0, wide=LABEL_WIDTH)


def row(matter: Matter, label: str, *blocks: Block) -> Stack:
    """Return a labelled row of facts under a hairline."""
    return Stack([Rule(0.4, before=7.0, after=5.0), in_columns(Stack(blocks), matter.text(LABEL, label.upper()))])


def fact(matter: Matter, label: str, *runs: Run | str) -> Stack:
    """Return a row that holds one text."""
    return row(matter, label, matter.text(SMALL, *runs))


def heading(matter: Matter, name: str, title: str, label: str = "") -> Iterator[Block]:
    """Yield the heading of a day or section, which is a destination and stands in the outline."""
    yield Rule(1.4, ACCENT, before=34.0, after=7.0)
    yield Anchor(name, title)
    yield in_columns(matter.text(SECTION, title), matter.text(MASTHEAD, label) if label else None)


def section(matter: Matter, name: str, title: str, *following: Block) -> Stack:
    """Return the heading of a section with what follows it, which is never parted from it."""
    return Stack([*heading(matter, name, title), Space(6.0), *following])
