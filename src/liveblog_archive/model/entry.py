"""One entry of a live blog, the people it names, and where it stood in its source."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Literal, get_args

from attrs import field, frozen

from ..errors import ModelError
from . import checks
from .blocks import BLOCKS, Block, as_blocks
from .moment import Moment
from .summaries import beginning
from .twins import twin

AgentKind = Literal["person", "organization"]
Status = Literal["published", "deleted", "draft", "comment"]

_AGENT_KINDS = get_args(AgentKind)
_STATUSES = get_args(Status)


@frozen(kw_only=True)
class Agent:
    """A person or organization (schema.org Person, Organization): only what a reader of the page sees."""

    name: str
    kind: AgentKind = "person"
    url: str | None = None
    role: str | None = None

    def __attrs_post_init__(self) -> None:
        checks.text("Agent.name", self.name, empty=False)
        checks.choice("Agent.kind", self.kind, _AGENT_KINDS)
        checks.optional_text("Agent.url", self.url)
        checks.optional_text("Agent.role", self.role)

    @property
    def shown(self) -> str:
        """The name with its role, as people read it: `Ani Example (Reporter)`."""
        return f"{self.name} ({self.role})" if self.role else self.name


def as_agents(values: Iterable[Agent]) -> tuple[Agent, ...]:
    """Return agents as the tuple that the model keeps."""
    return checks.as_tuple(values)


@frozen(kw_only=True, weakref_slot=False)
class Span:
    """Where something stands in the captured source: lines `first` to `last` (from 1), or an element's path."""

    first: int | None = None
    last: int | None = None
    element: str | None = None

    def __attrs_post_init__(self) -> None:
        checks.natural("Span.first", self.first, least=1, optional=True)
        checks.natural("Span.last", self.last, least=self.first or 1, optional=True)
        checks.optional_text("Span.element", self.element)
        if (self.first is None) is not (self.last is None) or (self.first is None) is (self.element is None):
            raise ModelError("neither lines nor an element, or both", "Span.first", "give first and last, or element")


def _first_block(body: tuple[Block, ...]) -> str:
    return f"<{len(body)}: {beginning(body[0].text)}>" if body else "()"


def _clock(time: Moment | None) -> str:
    return "None" if time is None else f"<{time.value or time.text}>"


@frozen(kw_only=True, weakref_slot=False)
class Entry:
    """One entry of a live blog, as its readers saw it.

    `id` is empty until identity mints one. `time` is what the reader saw; `created`, `published` and `modified` are
    what the source's data states. `day` is the day that the source lists the entry under, kept only where `time`
    has no value: an untimed entry still stands under a day heading. `order_key` is the source's own sort value,
    verbatim. `status` is `published`, `deleted` (the source says so, and may still have the text), `draft` (not yet
    shown) or `comment` (a reader's). A paragraph number in a citation counts `body` blocks from 1. Its `repr` shows
    what it is, and not all that it holds.
    """

    id: str = ""
    headline: str | None = field(default=None, repr=beginning)
    body: tuple[Block, ...] = field(default=(), converter=as_blocks, repr=_first_block)
    time: Moment | None = field(default=None, repr=_clock)
    day: date | None = None
    created: Moment | None = field(default=None, repr=False)
    published: Moment | None = field(default=None, repr=False)
    modified: Moment | None = field(default=None, repr=False)
    authors: tuple[Agent, ...] = field(default=(), converter=as_agents, repr=False)
    key_event: bool = field(default=False, repr=False)
    pinned: bool = field(default=False, repr=False)
    summary: str | None = field(default=None, repr=False)
    status: Status = "published"
    url: str | None = field(default=None, repr=False)
    native_id: str | None = field(default=None, repr=False)
    order_key: str | None = field(default=None, repr=False)
    span: Span | None = field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        checks.text("Entry.id", self.id)
        for name, text in (
            ("Entry.headline", self.headline),
            ("Entry.summary", self.summary),
            ("Entry.url", self.url),
            ("Entry.native_id", self.native_id),
            ("Entry.order_key", self.order_key),
        ):
            if text is not None:
                checks.text(name, text, empty=False)
        checks.items("Entry.body", self.body, BLOCKS)
        for name, moment in (
            ("Entry.time", self.time),
            ("Entry.created", self.created),
            ("Entry.published", self.published),
            ("Entry.modified", self.modified),
        ):
            if moment is not None:
                checks.instance(name, moment, Moment)
        checks.items("Entry.authors", self.authors, Agent)
        checks.instance("Entry.key_event", self.key_event, bool)
        checks.instance("Entry.pinned", self.pinned, bool)
        checks.choice("Entry.status", self.status, _STATUSES)
        checks.instance("Entry.span", self.span, Span, optional=True)
        self._check_day()

    def _check_day(self) -> None:
        if self.day is None:
            return
        checks.instance("Entry.day", self.day, date)
        if isinstance(self.day, datetime):
            raise ModelError("expected date, got datetime", "Entry.day", "give a time of day as Entry.time")
        if self.day == date.max:
            raise ModelError("year out of range", "Entry.day", "use a year from 1 to 9998")
        if self.time and self.time.value:
            raise ModelError("a day beside a time that has a value", "Entry.day", "keep the day in the time")

    def named(self, new: str) -> "Entry":
        """Return this entry with another id; everything else was checked when it was made, and is not again."""
        checks.text("Entry.id", new)
        made: Any = _Twin()
        made.id = new
        made.headline, made.body, made.summary = self.headline, self.body, self.summary
        made.time, made.day = self.time, self.day
        made.created, made.published, made.modified = self.created, self.published, self.modified
        made.authors, made.status = self.authors, self.status
        made.key_event, made.pinned = self.key_event, self.pinned
        made.url, made.native_id, made.order_key, made.span = self.url, self.native_id, self.order_key, self.span
        made.__class__ = Entry
        whole: Entry = made
        return whole

    @property
    def text(self) -> str:
        """The body as plain text: its blocks in order, a blank line between two."""
        return "\n\n".join([block.text for block in self.body if block.text])

    @property
    def calendar_day(self) -> date | None:
        """The day that the entry belongs to: of its time, else the one it is listed under."""
        value = self.time.value if self.time is not None else None
        return self.day if value is None else value.date() if isinstance(value, datetime) else value


_Twin = twin(Entry)
