"""The page model: blocks with times in milliseconds, and beside each the clock that the page printed."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from datetime import timezone as fixed_offset
from itertools import chain
from typing import NamedTuple

from attrs import evolve

from ...model import Agent, Entry, LiveBlog, Moment, Note, Span
from ...zones import Zone, zone
from .. import markup, stamps
from ..abbreviations import ABBREVIATIONS, offsets
from ..assembly import Opened, body, each, language, line, organization, page_note, person
from ..json_source import Node, nodes_of
from ..options import Options
from .elements import blocks

# The clock of each edition; that of the European one was London's first, and Paris's later.
_EDITIONS = {
    "UK": ("Europe/London",),
    "INT": ("Europe/London",),
    "EUR": ("Europe/Paris", "Europe/London"),
    "US": ("America/New_York",),
    "AU": ("Australia/Sydney",),
}
_EVERY_CLOCK = ("Europe/London", "America/New_York", "Australia/Sydney", "Europe/Paris")
_PRINTED = re.compile(r"(\d{1,2})[.:](\d\d)\s*([ap]m)?\s*([A-Z]{2,5})?", re.IGNORECASE)


class _Printed(NamedTuple):
    """What a page printed of a time: hour and minute, and the name of the zone, where it has one."""

    clock: tuple[int, int]
    zone: str | None


def blog(opened: Opened, options: Options) -> LiveBlog:
    """Return the blog that a page model states, page and blocks."""
    root, notes = opened.root, opened.notes
    url = options.url or root.text("canonicalUrl", "webURL")
    shown = list(root.nodes("blocks"))
    key = _zone_key(shown, root.text("editionId"), options, notes)
    entries = each(shown, lambda node: _entry(node, url, zone(key) if key else None))
    _note_absent(root, entries, notes)
    pagination = root.node("pagination")
    notes += page_note(pagination.number("currentPage"), pagination.number("totalPages"))
    data = _linked_data(root)
    publisher = data.node("publisher")
    return LiveBlog(
        title=markup.line(root.text("headline", "webTitle")),
        description=markup.line(root.text("trailText")),
        language=language(root, "lang"),
        timezone=key,
        url=url,
        publisher=organization(publisher.text("name"), publisher.text("url")),
        authors=_authors(root, data),
        introduction=[
            *body(root.text("standfirst"), notes, url),
            *blocks(root.nodes("mainMediaElements"), url),
        ],
        entries=entries,
        coverage_start=data.stamp("coverageStartTime"),
        coverage_end=data.stamp("coverageEndTime"),
    )


def blog_of_blocks(opened: Opened, options: Options) -> LiveBlog:
    """Return the blog of blocks without a page: those of a list, or of every list of an object, as they stand."""
    value, notes = opened.value, opened.notes
    if isinstance(value, list):
        shown = list(nodes_of(value, notes))
    else:
        shown = list(chain.from_iterable(opened.root.nodes(name) for name in opened.root.members))
    key = _zone_key(shown, None, options, notes)
    entries = each(shown, lambda node: _entry(node, options.url, zone(key) if key else None))
    return LiveBlog(timezone=key, url=options.url, entries=entries)


def _entry(node: Node, url: str | None, clock: Zone | None) -> Entry:
    identifier, attributes = node.text("id"), node.node("attributes")
    published = node.stamp("blockFirstPublished")
    printed = node.text("blockFirstPublishedDisplay")
    return Entry(
        headline=line(node.text("title"), node.notes, url),
        body=blocks(node.nodes("elements"), url),
        time=_time(printed, published, clock, node),
        created=_created(node, identifier),
        published=published,
        modified=node.stamp("blockLastUpdated"),
        authors=list(chain.from_iterable(_contributors(node))),
        key_event=attributes.flag("keyEvent"),
        pinned=attributes.flag("pinned"),
        url=f"{url}?page=with:block-{identifier}#block-{identifier}" if url and identifier else None,
        native_id=identifier,
        span=Span(element=node.path or "/"),
    )


def _contributors(node: Node) -> Iterable[list[Agent]]:
    for contributor in node.nodes("contributors"):
        yield person(contributor.text("name", "byline"))


def _created(node: Node, identifier: str | None) -> Moment | None:
    """Return when the block was made, by its data, else by its id; a contradiction of the two is noted."""
    stated, told = node.stamp("blockCreatedOn"), stamps.object_id_time(identifier or "")
    if stated is None or told is None or stated.value is None or told.value is None:
        return told or stated
    if told.value != stated.value:
        text = f"{identifier}: created {stated.value.isoformat()}, but its id was made {told.value.isoformat()}"
        node.notes.append(Note(code="time-conflict", text=text))
    return stated


def _zone_key(shown: Sequence[Node], edition: str | None, options: Options, notes: list[Note]) -> str | None:
    """Return the zone that most of the blocks' clocks were printed in: the caller's, the edition's, or any edition's.

    Clocks are misprinted, and blocks have none; where no zone fits more than half of them, it is the edition's.
    """
    if options.timezone:
        return options.timezone
    own = _EDITIONS.get(edition or "", ())
    clocks = [*filter(None, map(_printed_clock, shown))]
    fitting = {key: sum(_fits(*clock, zone(key)) for clock in clocks) for key in (*own, *_EVERY_CLOCK)}
    found = max(fitting, key=fitting.__getitem__)
    if 2 * fitting[found] <= len(clocks):
        if not own:
            return None
        found = max(own, key=fitting.__getitem__)
    source = f"the edition {edition}" if found in own else "the printed clocks"
    notes.append(Note(code="zone-inferred", text=f"{found}, from {source}; none was given"))
    return found


def _printed_clock(node: Node) -> tuple[_Printed, datetime] | None:
    """Return the printed clock of a block and the instant that it states; None where it has not both."""
    quiet = Node(node.members, [])
    published = quiet.stamp("blockFirstPublished")
    seen = _read(_PRINTED.fullmatch(quiet.text("blockFirstPublishedDisplay") or ""))
    return (seen, published.value) if seen and published and isinstance(published.value, datetime) else None


def _fits(seen: _Printed, instant: datetime, clock: Zone) -> bool:
    """Tell whether the printed clock and zone are what a clock in this zone shows at an instant."""
    local = instant.astimezone(clock)
    return seen.clock == (local.hour, local.minute) and seen.zone in (None, local.tzname())


def _read(match: re.Match[str] | None) -> _Printed | None:
    """Return what was printed; None where no clock shows that, as 25.99 or 15.30am. Midnight may be 24.00."""
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2]), (match[3] or "").lower()
    if half:
        possible, hour = hour <= (12 if half == "am" else 23), hour % 12 + (12 if half == "pm" else 0)
    else:
        possible = hour <= 23 or (hour, minute) == (24, 0)
    return _Printed((hour % 24, minute), match[4]) if possible and minute <= 59 else None


def _time(printed: str | None, published: Moment | None, clock: Zone | None, node: Node) -> Moment | None:
    """Return what the reader saw: the printed clock, in the zone it names, on the day of the stated instant.

    What was printed and tells no clock stands beside the instant alone.
    """
    match = _PRINTED.fullmatch(printed or "")
    seen = _read(match)
    if match and not seen:
        node.note("impossible-time", f"{node.path}: {printed} is not a time of day; that of the data counts")
    if seen is None or published is None or not isinstance(published.value, datetime):
        stated = stamps.shown(published, clock)
        if printed and stated:
            return evolve(stated, text=printed)
        return Moment(text=printed) if printed else stated
    local = published.value.astimezone(clock) if clock else published.value
    own = _in_named_zone(seen, local) if clock else local
    value = own.replace(second=0)
    if clock and seen.clock != (own.hour, own.minute):
        text = f"{node.path}: printed {printed}, but published {local.isoformat()}; the printed clock counts"
        node.notes.append(Note(code="zone-conflict", text=text))
        value = _nearest(own, *seen.clock)
    elif own is not local:
        text = f"{node.path}: printed {printed}, and the blog's zone is {clock}"
        node.notes.append(Note(code="zone-conflict", text=text))
    return Moment(text=printed or "", value=value, precision="minute", offset_source="stated")


def _in_named_zone(seen: _Printed, local: datetime) -> datetime:
    """Return an instant on the clock of the zone that is printed with it, where that is known and not the blog's."""
    name = (seen.zone or "").upper()
    if name not in ABBREVIATIONS or name == local.tzname():
        return local
    claimed = offsets(name, local.replace(tzinfo=None))
    if local.utcoffset() in claimed:
        return local
    clocks = [local.astimezone(fixed_offset(offset)) for offset in claimed]
    return next((one for one in clocks if (one.hour, one.minute) == seen.clock), clocks[0])


def _nearest(local: datetime, hour: int, minute: int) -> datetime:
    """Return the time of day on the calendar day that brings it nearest to `local`."""
    same = local.replace(hour=hour, minute=minute, second=0)
    days = (same + timedelta(days=shift) for shift in (0, -1, 1))
    return min(days, key=lambda day: abs(day - local))


def _note_absent(root: Node, entries: Sequence[Entry], notes: list[Note]) -> None:
    """Note what the page shows of entries that are not among its blocks: they stand on other pages of the blog.

    A reader saw the pinned post above all others, and of the key events their clock and headline.
    """
    on_page = {entry.native_id: entry for entry in entries}
    for node in root.nodes("pinnedPost"):
        if node.text("id") not in on_page:
            pinned = _entry(Node(node.members, [], node.path), None, None)
            _note_off_page("pinned post", node, pinned.text, notes)
    for node in root.nodes("keyEvents"):
        entry = on_page.get(node.text("id"))
        if entry is None:
            _note_off_page("key event", node, "", notes)
        elif not entry.key_event:
            text = f"{entry.native_id} is listed among the key events, but its block is not marked as one"
            notes.append(Note(code="key-event-conflict", text=text))


def _note_off_page(what: str, node: Node, words: str, notes: list[Note]) -> None:
    seen = (node.text("id"), node.text("blockFirstPublishedDisplay"), markup.line(node.text("title")), words)
    notes.append(Note(code="entry-off-page", text=f"{what} {' · '.join(part for part in seen if part)}"))


def _linked_data(root: Node) -> Node:
    """Return the schema.org description of the blog that the page carries; an empty node without one."""
    for node in root.nodes("linkedData"):
        if node.text("@type") == "LiveBlogPosting":
            return node
    return Node({}, root.notes)


def _authors(root: Node, data: Node) -> list[Agent]:
    named = [person(node.text("name"), node.text("sameAs")) for node in data.nodes("author")]
    return list(chain.from_iterable(named)) or person(root.text("byline"))
