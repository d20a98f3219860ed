"""The parts that every section of a briefing is put together from."""

from collections.abc import Callable, Iterable, Iterator

from .layout import Anchor, Beside, Rule, Space, Stack
from .look import ACCENT, HAIRLINE, Look
from .matter import Matter
from .protocol import Block
from .tags import Element
from .tokens import Run

Making = Callable[[Element], Iterable[Block]]


def hairline(before: float, after: float) -> Rule:
    """Return the thin line that stands between rows."""
    return Rule(0.4, HAIRLINE, before=before, after=after)


def in_columns(look: Look, body: Block, label: Block | None, again: Callable[[], Block] | None = None) -> Block:
    """Return a block in the text column with its label in the narrow one; `again` makes that of further pages.

    Where there is no room for two columns, the label stands above.
    """
    if look.narrow:
        indented = Beside(body, None, indent=look.text_indent, at=0.0, wide=look.text_indent)
        if label is None:
            return indented
        above, indented.before, label.keep = indented.before, 0.0, True
        stack = Stack([label, Space(look.unit / 4), indented])
        stack.before, stack.keep = above, body.keep
        return stack
    return Beside(body, label, again=again, indent=look.text_indent, at=0.0, wide=look.label_width)


def row(matter: Matter, here: Element, label: str, making: Making) -> Stack:
    """Return a labelled row of facts under a hairline; `making` makes them in the row's element."""
    tag = here.child("Sect")
    aside = matter.said(tag, matter.look.label, label.upper())
    return Stack([hairline(5.25, 5.25), in_columns(matter.look, Stack(making(tag)), aside)])


def fact(matter: Matter, here: Element, label: str, *runs: Run | str) -> Stack:
    """Return a row that holds one text."""
    return row(matter, here, label, lambda tag: [matter.said(tag, matter.look.fact, *runs)])


def heading(matter: Matter, here: Element, name: str, title: str, label: str = "") -> Iterator[Block]:
    """Yield the heading of a day or section, which is a destination and stands in the outline.

    The label beside it leads back to the contents.
    """
    look = matter.look
    yield Rule(1.4, ACCENT, before=2.5 * look.unit, after=look.unit / 2)
    yield Anchor(name, title)
    head = matter.said(here, look.section, title, role="H2")
    back = Run(label, color=look.masthead.color, goto="contents")
    yield in_columns(look, head, matter.said(here, look.masthead, back) if label else None)


def section(matter: Matter, here: Element, name: str, title: str, making: Making) -> Stack:
    """Return the heading of a section with what follows it, which is never parted from it."""
    return Stack([*heading(matter, here, name, title), Space(matter.look.unit / 2), *making(here)])
