"""The parts that every section of a briefing is put together from."""

from collections.abc import Callable, Iterable, Iterator

from .layout import Anchor, Beside, Block, Rule, Space, Stack
from .matter import Matter
from .style import ACCENT, HAIRLINE, LABEL, LABEL_WIDTH, MASTHEAD, SECTION, SMALL, TEXT_INDENT
from .tags import Element
from .tokens import Run

Making = Callable[[Element], Iterable[Block]]


def hairline(before: float, after: float) -> Rule:
    """Return the thin line that stands between rows."""
    return Rule(0.4, HAIRLINE, before=before, after=after)


def in_columns(body: Block, label: Block | None, again: Block | None = None) -> Beside:
    """Return a block in the text column with its label in the narrow one; `again` is the label on further pages."""
    return Beside(body, label, again=again, indent=TEXT_INDENT, at=0.0, wide=LABEL_WIDTH)


def row(matter: Matter, here: Element, label: str, making: Making) -> Stack:
    """Return a labelled row of facts under a hairline; `making` makes them in the row's element."""
    tag = here.child("Sect")
    aside = matter.text(LABEL, label.upper(), tag=tag.child("P"))
    return Stack([hairline(7.0, 5.0), in_columns(Stack(making(tag)), aside)])


def fact(matter: Matter, here: Element, label: str, *runs: Run | str) -> Stack:
    """Return a row that holds one text."""
    return row(matter, here, label, lambda tag: [matter.text(SMALL, *runs, tag=tag.child("P"))])


def heading(matter: Matter, here: Element, name: str, title: str, label: str = "") -> Iterator[Block]:
    """Yield the heading of a day or section, which is a destination and stands in the outline."""
    yield Rule(1.4, ACCENT, before=34.0, after=7.0)
    yield Anchor(name, title)
    head = matter.text(SECTION, title, tag=here.child("H2"))
    yield in_columns(head, matter.text(MASTHEAD, label, tag=here.child("P")) if label else None)


def section(matter: Matter, here: Element, name: str, title: str, making: Making) -> Stack:
    """Return the heading of a section with what follows it, which is never parted from it."""
    return Stack([*heading(matter, here, name, title), Space(6.0), *making(here)])
