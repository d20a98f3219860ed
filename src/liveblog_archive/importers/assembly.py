"""From the entries of a platform's file to a blog: what every such importer does alike."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar
from urllib.parse import unquote

from attrs import evolve, frozen

from ..errors import ImportFailure, ModelError
from ..model import Agent, Block, Capture, Embed, Entry, LiveBlog, Media, Moment, Note, Paragraph
from ..model.blocks import MediaKind
from ..model.moment import instant
from ..model.order import Order, running, steps
from ..version import __version__
from ..zones import Zone, zone
from . import json_source, markup
from .agencies import author
from .clock_changes import change_of, settled
from .json_source import Node
from .markup.embeds import address
from .options import Options
from .privacy import glimpse, holds_mail, without_mail
from .shapes import Json

_Item = TypeVar("_Item")
# What platforms call a medium, as the first part of a media type does.
MEDIA_KINDS: Mapping[str, MediaKind] = {"image": "image", "video": "video", "audio": "audio"}


@frozen
class Opened:
    """A JSON file that an importer has opened: its value, and the notes that reading it makes."""

    value: Json
    notes: list[Note]

    @property
    def root(self) -> Node:
        """The file's object; where it is a list, an object without members."""
        return Node(self.value if isinstance(self.value, dict) else {}, self.notes)


def open_json(data: bytes, options: Options) -> Opened:
    """Return the JSON value of a file; raise `ImportFailure` if the file is not JSON."""
    value, notes = json_source.load(data, options.encoding)
    return Opened(value, notes)


def each(nodes: Iterable[Node], make: Callable[[Node], _Item]) -> list[_Item]:
    """Return what `make` makes of every node; one that the model refuses is noted, and is no lost file."""
    found = []
    for node in nodes:
        try:
            found.append(make(node))
        except ModelError as error:
            node.notes.append(Note(code="unreadable-entry", text=f"{node.path}: {error}"))
    return found


def language(node: Node, *names: str) -> str | None:
    """Return a language tag; locales as software writes them (en_GB) are put right, what is no tag is noted."""
    tag = node.text(*names)
    try:
        return LiveBlog(language=tag.replace("_", "-") if tag else None).language
    except ModelError:
        node.note("unreadable-value", f"{node.path}: not a language tag: {glimpse(tag or '')!r}")
        return None


def display_zone(options: Options) -> Zone | None:
    """Return the zone that times are shown in: the caller's."""
    return zone(options.timezone) if options.timezone else None


def body(html: str | None, notes: list[Note], base: str | None = None) -> list[Block]:
    """Return the blocks of a body in HTML.

    Links outside any block that keeps them are noted, but for those to a medium or embed of this body.
    """
    read = markup.read_blocks(html or "", base)
    shown = {block.url for block in read.blocks if isinstance(block, Embed | Media)}
    notes += [Note(code="link-unkept", text=link) for link in read.unkept if link not in shown]
    return read.blocks


def post(html: str | None, url: str | None, provider: str, notes: list[Note], base: str | None = None) -> list[Block]:
    """Return a post of another service, given as HTML, as an embed with its words, at the address that is stated."""
    found = body(html, notes, base)
    if any(isinstance(block, Embed) for block in found):
        return [evolve(block, url=block.url or url) if isinstance(block, Embed) else block for block in found]
    text = flat(found, notes)
    return [Embed(provider=provider, url=url, text=text)] if text or url else []


def absolute(found: Iterable[Block], base: str | None) -> list[Block]:
    """Return blocks with the addresses in them resolved as `address` does, by that of the page they stand on."""

    def resolved(block: Block) -> Block:
        if isinstance(block, Media | Embed):
            return evolve(block, url=address(block.url, base))
        if isinstance(block, Paragraph) and block.links:
            links = ((link, address(link.url, base)) for link in block.links)
            return evolve(block, links=[evolve(link, url=url) for link, url in links if url])
        return block

    return [*map(resolved, found)]


def note_links(found: Iterable[Block], notes: list[Note]) -> None:
    """Note where blocks lead of which nothing but the words is kept."""
    for block in found:
        links = [link.url for link in block.links] if isinstance(block, Paragraph) else []
        shown = [block.url] if isinstance(block, Media | Embed) and block.url else []
        notes += [Note(code="link-unkept", text=url) for url in (*links, *shown)]


def flat(found: Sequence[Block], notes: list[Note]) -> str:
    """Return the words of blocks where nothing else can be kept, a block a line; where they lead is noted."""
    note_links(found, notes)
    return "\n".join(block.text for block in found if block.text)


def words(html: str | None, notes: list[Note], base: str | None = None) -> str:
    """Return the words of HTML where nothing else can be kept, as `flat` does."""
    return flat(body(html, notes, base), notes)


def line(html: str | None, notes: list[Note], base: str | None = None) -> str | None:
    """Return a caption, credit or headline in HTML as one line, as `words` does."""
    return " ".join(words(html, notes, base).split()) or None if html and "<" in html else markup.line(html)


def named(name: str | None) -> str | None:
    """Return a name without the e-mail addresses in it, which are nobody's business; None where nothing is left.

    The name that stands beside an address in brackets, as RSS writes it, stands there without them.
    """
    if name is None or not holds_mail(name):
        return name
    plain = " ".join(without_mail(name, " ").split()).strip(" ,;:|")
    return re.sub(r"\A\(([^()]*)\)\Z", r"\1", plain) or None


def profile(url: str | None, base: str | None = None) -> str | None:
    """Return the address of a person's page, as `address` does; None for one that is or holds an e-mail address."""
    found = address(url, base)
    return None if found and holds_mail(unquote(found)) else found


def person(name: str | None, url: str | None = None) -> list[Agent]:
    """Return the author of this name, as one line without tags; nobody where none but an e-mail address is named."""
    plain = named(markup.line(name))
    return [author(plain, url=profile(url))] if plain else []


def organization(name: str | None, url: str | None = None) -> Agent | None:
    """Return the publisher of this name; None where none but an e-mail address is named."""
    plain = named(markup.line(name))
    return Agent(name=plain, kind="organization", url=profile(url)) if plain else None


def finish(data: bytes, options: Options, blog: LiveBlog, notes: list[Note], importer: str, *,
           order: Order | None = None, media_type: str = "application/json", wanted: str) -> LiveBlog:  # fmt: skip
    """Return `blog` with its capture, direction and what the caller told, which counts before what a file says.

    `order` is how the platform lists entries where their times do not tell. `wanted` says what was looked for.
    """
    if not blog.entries:
        raise ImportFailure(f"no entry found: looked for {wanted}", options.where, "check that this is a live blog")
    capture = Capture(
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        length=len(data),
        importer=f"liveblog-archive {importer} {__version__}",
    )
    told: list[Note] = []
    found = options.order or direction(blog.entries, order, told)
    blog = evolve(blog, entries=settled(blog.entries, found, told))
    _note_contradictions(blog, notes)
    notes += told
    return evolve(
        blog,
        id=options.id or blog.id,
        title=options.title or blog.title,
        url=options.url or blog.url,
        language=options.language or blog.language,
        timezone=options.timezone or blog.timezone,
        order=found,
        capture=evolve(capture, notes=notes),
    )


def direction(entries: Sequence[Entry], usual: Order | None, notes: list[Note]) -> Order:
    """Return which way entries run, by the instants that neighbours state; times that are equal tell nothing."""
    return order_of(map(_published, unpinned(entries)), usual, notes)


def unpinned(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return the entries whose places tell something of time: pinned ones stand above all others, whatever theirs."""
    return [entry for entry in entries if not entry.pinned]


def order_of(moments: Iterable[Moment | None], usual: Order | None, notes: list[Note]) -> Order:
    """Return which way times run, as `direction` does of entries.

    Those of an hour that the clock repeated or skipped may be of two instants: they count where no others tell.
    """
    known = [*moments]
    up, down = steps(instants(moment for moment in known if not change_of(moment)))
    if not up + down:
        up, down = steps(instants(known))
    if order := running(up, down):
        agree = max(up, down)
        steps_in_time = f"{agree} step{'' if agree == 1 else 's'} in time"
        notes.append(Note(code="order-inferred", text=f"{order}, by {steps_in_time} against {min(up, down)}"))
        return order
    if usual and not up + down:
        notes.append(Note(code="order-inferred", text=f"{usual}, as the platform lists; the times do not tell"))
        return usual
    notes.append(Note(code="order-unknown", text=f"steps in time: {up} forward, {down} back; taken as it stands"))
    return "manual"


def _published(entry: Entry) -> Moment | None:
    """Return when an entry was published: what states an instant, else what shows a clock."""
    stated = (moment for moment in (entry.published, entry.time) if instant(moment))
    return next(stated, entry.published or entry.time)


def instants(moments: Iterable[Moment | None]) -> list[datetime]:
    """Return when moments are; where no offset is known of any, what their clocks show, which tells the order too."""
    known = [moment for moment in moments if moment]
    clocks = (moment.value for moment in known)
    return [*filter(None, map(instant, known))] or [value for value in clocks if isinstance(value, datetime)]


def _note_contradictions(blog: LiveBlog, notes: list[Note]) -> None:
    """Note where what a source states of its times cannot all be true; every claim is kept as it is."""
    for entry in blog.entries:
        published, modified = instant(entry.published), instant(entry.modified)
        if published and modified and modified < published:
            text = f"{entry.native_id or entry.headline}: modified {modified:%H:%M:%S} UTC, before it was published"
            notes.append(Note(code="time-conflict", text=text))
    start = instant(blog.coverage_start)
    first = min(filter(None, map(instant, map(_published, blog.entries))), default=None) if start else None
    if start and first and first < start:
        text = f"coverage is said to start at {start.isoformat()}, but the first entry is of {first.isoformat()}"
        notes.append(Note(code="time-conflict", text=text))


def page_note(page: int | None, pages: int | None) -> list[Note]:
    """Return the note that a file is one page of several; none where it is all."""
    if pages is None or pages <= 1:
        return []
    text = f"page {page or '?'} of {pages}; the others are not in this file"
    return [Note(code="page-of-several", text=text, page=page or None, pages=pages)]
