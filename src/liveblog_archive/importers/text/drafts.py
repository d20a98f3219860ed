"""A text cut up: drafts of entries, each with its lines and what opened it, and what stands around them."""

from collections.abc import Sequence
from itertools import takewhile

from attrs import define

from ..page_words import says_pinned
from .label import Label
from .rows import Row


@define(eq=False, weakref_slot=False)
class Draft:
    """An entry in the making: its lines, the day heading that it stands under (an index), and what opened it."""

    rows: list[Row]
    heading: int | None
    label: Label | None
    prose: Label | None
    headline: str | None
    body: list[str]

    @property
    def lines(self) -> tuple[int, int]:
        """The numbers of its first and its last line."""
        first, last = self.rows[0], self.rows[-1]
        return (
            min(first.number, first.beside[0][0]) if first.beside else first.number,
            max(last.number, last.beside[-1][0]) if last.beside else last.number,
        )

    @property
    def printed(self) -> Label | None:
        """The time that it prints, in its label or in the prose that opens it."""
        return self.label or self.prose

    @property
    def pinned(self) -> bool:
        """True where words above its time say that it is pinned; its label names no day then."""
        is_bare = self.label is not None and self.label.day is None
        return is_bare and any(says_pinned(text) for _, text in self.rows[0].beside)

    @property
    def first(self) -> int:
        """The number of its first line."""
        return self.lines[0]


@define
class Segments:
    """A text cut up: introduction, drafts in source order, and the day headings (their rows)."""

    introduction: list[Row]
    drafts: list[Draft]
    headings: list[Row]


def pins(drafts: Sequence[Draft]) -> int:
    """Return how many drafts are pinned above the rest: where they stand tells nothing of time."""
    count = len([*takewhile(lambda draft: draft.pinned, drafts)])
    return count if count < len(drafts) else 0
