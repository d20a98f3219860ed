"""What an item of any feed tells beside its words: times, categories, and what is enclosed with it."""

from collections.abc import Iterable

from ...model import Block, Media, Moment, Note
from ...model.order import Order
from ...zones import Zone
from .. import stamps
from ..assembly import MEDIA_KINDS
from ..json_source import Node
from ..markup.embeds import address
from ..privacy import without_mail

LISTED: Order = "newest-first"  # as programs write feeds


def shown(node: Node, published: Moment | None, updated: Moment | None, clock: Zone | None) -> Moment | None:
    """Return when readers saw an item: its publication, else its last change, with a note."""
    if published is None and updated is not None:
        node.note("time-of-change", f"{node.path} states when it changed, not when it began")
    return stamps.shown(published or updated, clock)


def goes_on() -> Note:
    """Return the note that a feed is one file of several."""
    return Note(code="page-of-several", text="the feed goes on in another file")


def note_categories(node: Node, names: Iterable[str]) -> None:
    """Note the categories that a node is filed under, for which the model has no place."""
    if told := ", ".join(dict.fromkeys(names)):
        node.note("category-unkept", f"{node.path}: {without_mail(told)}")


def enclosed(links: Iterable[Node], shown: Iterable[Block], base: str | None) -> list[Block]:
    """Return what is enclosed with an item, or its content elsewhere (RFC 4287, 4.1.3.2), that no body shows."""
    there = {block.url for block in shown if isinstance(block, Media)}
    found: list[Block] = []
    for link in links:
        url = address(link.text("href", "src", "url"), base)
        kind = (link.text("type", "mime_type") or "").partition("/")[0]
        if link.text("rel") in ("enclosure", None) and url and url not in there:
            found.append(Media(kind=MEDIA_KINDS.get(kind, "document"), url=url, alt=link.text("title")))
    return found
