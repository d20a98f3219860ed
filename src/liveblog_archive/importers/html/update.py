"""What one source on a page says of one entry, and of the blog."""

from attrs import Factory, define
from lxml import etree

from ...model import Agent, Block, Moment
from ...model.entry import Status
from .labels.printed import Printed


@define(kw_only=True)
class Update:
    """What a source says of an entry; None and empty are silence.

    `element` is what shows it on the page, `displayed` the instant that it states beside the printed time, `unclear`
    what stands in the place of a time, such as `Later`, `shown` the pictures and recordings that data has as facts of
    the entry, `left` the words in it that are no text of it, `place` where in the source it stands.
    """

    native_id: str | None = None
    url: str | None = None
    headline: str | None = None
    blocks: list[Block] = Factory(list)
    unkept: list[str] = Factory(list)
    shown: list[Block] = Factory(list)
    printed: Printed | None = None
    unclear: str | None = None
    created: Moment | None = None
    published: Moment | None = None
    displayed: Moment | None = None
    modified: Moment | None = None
    authors: list[Agent] = Factory(list)
    key_event: bool = False
    pinned: bool = False
    status: Status = "published"
    order_key: str | None = None
    element: etree._Element | None = None
    left: str = ""
    place: str | None = None

    @property
    def is_empty(self) -> bool:
        """True where there is nothing that a reader could have seen, such as in a bare reference."""
        return not (self.headline or self.blocks or self.shown or self.printed or self.published)


@define(kw_only=True)
class Posting:
    """What a source says of the blog itself, and its updates in source order."""

    title: str | None = None
    description: str | None = None
    url: str | None = None
    language: str | None = None
    publisher: Agent | None = None
    authors: list[Agent] = Factory(list)
    published: Moment | None = None
    modified: Moment | None = None
    coverage_start: Moment | None = None
    coverage_end: Moment | None = None
    updates: list[Update] = Factory(list)
