"""A live blog: its facts, its introduction, and its entries in source order."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import get_args

from attrs import field, frozen

from ..errors import ModelError
from ..zones import zone
from . import checks
from .blocks import BLOCKS, Block, as_blocks
from .capture import Capture, Note
from .entry import Agent, Entry, as_agents
from .moment import Moment
from .order import Bounds, Order, bounds, oldest_first
from .summaries import beginning, how_many

# BCP 47 (RFC 5646 2.1) as far as its shape goes: subtags of one to eight letters or digits.
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def _entries(values: Iterable[Entry]) -> tuple[Entry, ...]:
    return checks.as_tuple(values)


@frozen(kw_only=True)
class LiveBlog:
    """A live blog as one capture shows it.

    `entries` stand in source order, and `order` says which way that runs. `timezone` is an IANA key, `language` a
    BCP 47 tag. `declared_total` is the number of entries that the source says it has: a file is often one page of
    several. `coverage_start` and `coverage_end` hold only what the source states. Its `repr` shows what it is, and
    not all that it holds.
    """

    id: str = ""
    title: str | None = field(default=None, repr=beginning)
    description: str | None = field(default=None, repr=False)
    language: str | None = None
    timezone: str | None = None
    url: str | None = None
    publisher: Agent | None = field(default=None, repr=False)
    authors: tuple[Agent, ...] = field(default=(), converter=as_agents, repr=False)
    introduction: tuple[Block, ...] = field(default=(), converter=as_blocks, repr=False)
    entries: tuple[Entry, ...] = field(default=(), converter=_entries, repr=how_many)
    order: Order = "manual"
    coverage_start: Moment | None = field(default=None, repr=False)
    coverage_end: Moment | None = field(default=None, repr=False)
    declared_total: int | None = field(default=None, repr=False)
    capture: Capture | None = field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        checks.text("LiveBlog.id", self.id)
        for name in ("title", "description", "url"):
            checks.optional_text(f"LiveBlog.{name}", getattr(self, name))
        checks.instance("LiveBlog.language", self.language, str, optional=True)
        if self.language is not None and not _LANGUAGE.fullmatch(self.language):
            raise ModelError(
                f"not a language tag: {self.language!r}",
                "LiveBlog.language",
                "use BCP 47, such as en or pt-BR",
            )
        checks.instance("LiveBlog.timezone", self.timezone, str, optional=True)
        if self.timezone is not None:
            zone(self.timezone)
        checks.instance("LiveBlog.publisher", self.publisher, Agent, optional=True)
        checks.items("LiveBlog.authors", self.authors, Agent)
        checks.items("LiveBlog.introduction", self.introduction, BLOCKS)
        checks.items("LiveBlog.entries", self.entries, Entry)
        checks.choice("LiveBlog.order", self.order, get_args(Order))
        checks.instance("LiveBlog.coverage_start", self.coverage_start, Moment, optional=True)
        checks.instance("LiveBlog.coverage_end", self.coverage_end, Moment, optional=True)
        checks.natural("LiveBlog.declared_total", self.declared_total, optional=True)
        checks.instance("LiveBlog.capture", self.capture, Capture, optional=True)
        self._check_ids()

    def _check_ids(self) -> None:
        given = [entry.id for entry in self.entries if entry.id]
        if len(set(given)) == len(given):
            return
        first: dict[str, int] = {}
        index, name = next(
            (index, entry.id)
            for index, entry in enumerate(self.entries)
            if entry.id and first.setdefault(entry.id, index) != index
        )
        raise ModelError(
            f"a second entry with the id {name!r}", f"LiveBlog.entries[{index}].id", "give each entry its own id"
        )

    @property
    def incomplete(self) -> bool:
        """True when the source declares more entries than stand here."""
        return self.declared_total is not None and self.declared_total > len(self.entries)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was inferred, contradicted or not understood when the source was read."""
        return self.capture.notes if self.capture else ()

    def all_bounds(self) -> list[Bounds]:
        """Return the bounds of every entry, in source order, in one pass."""
        return list(self.iter_bounds())

    def iter_bounds(self) -> Iterator[Bounds]:
        """Yield the bounds of every entry, in source order: what `all_bounds` returns, held one at a time."""
        return bounds(self.entries, self.order, zone(self.timezone) if self.timezone else None)

    def chronological(self) -> tuple[Entry, ...]:
        """Return the entries oldest first, by the direction of the source and never by sorting times.

        A `manual` order says nothing of time, so it is returned as it stands.
        """
        return oldest_first(self.entries, self.order)

    def days(self) -> tuple[date, ...]:
        """Return the calendar days that entries belong to, in order."""
        return tuple(sorted({day for entry in self.entries if (day := entry.calendar_day)}))
