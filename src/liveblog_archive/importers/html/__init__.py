"""Saved pages: schema.org data (JSON-LD, microdata, RDFa), AMP live lists, and what the page itself shows.

The rooms, each of which asks only those before it: `labels` (what short texts say: times, names, headlines),
`update` (what one source says of one entry), `data` (what is written for machines), `furniture` (what is no text),
`page` (the tree, and what it says of itself), `finding` (which elements are entries), `reading` (what one of them
says), `joining` (one list from all sources, as entries of the model), `as_text` (pages that only print their times).
This module asks each in turn.
"""

from collections.abc import Sequence, Set
from contextlib import suppress
from itertools import chain
from typing import NamedTuple

from attrs import evolve
from lxml import etree

from ...errors import ImportFailure, amount
from ...identity.slugs import shown_at
from ...model import Entry, LiveBlog, Note
from ...model.order import Order
from ..assembly import finish, order_of, unpinned
from ..captured import met, of_file
from ..markup.embeds import address
from ..native_ids import key
from ..options import Options
from . import as_text
from .as_text import blocks
from .as_text.days import PageDays
from .data import attributes, jsonld, state
from .data.ids import own_id
from .data.postings import PostingReader, articles, postings
from .finding import candidates
from .finding.elements import key_events, pinned, shows
from .finding.runs import boxed, runs
from .furniture import chrome
from .joining.entries import entries_of, note_numbering, note_saved_copies, under_days, with_data, without_frames
from .joining.habits import without_unseen_headlines
from .joining.measure import said, say_as_much, say_enough, say_little
from .joining.shown import shown_in
from .joining.sources import (
    are_same,
    joined,
    matches,
    naming,
    with_page,
    without_made_headlines,
    without_page_facts,
)
from .page import Page, is_absolute
from .reading.introduction import has_above, introduction
from .update import Posting, Update

LOOKED_FOR = (
    "schema.org LiveBlogPosting in JSON-LD, microdata or RDFa, an AMP live list, repeated blocks with a <time>, and "
    "lines that begin with a time"
)
_FEW_FRAMES = 3  # that an error names


class _Reading(NamedTuple):
    """What the page may say of its entries, and the notes that reading it so makes."""

    updates: list[Update]
    notes: list[Note]


class _Found(NamedTuple):
    """A blog that a page may be, its direction and notes, and the elements that are its entries, if any are."""

    blog: LiveBlog
    order: Order | None
    notes: list[Note]
    elements: frozenset[etree._Element]


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog that a saved page shows, without ids.

    Raises `ImportFailure` where no entry is found, for bytes that are no text in the encoding the caller gave, and
    for a page of plain text whose times are in no known zone.
    """
    notes: list[Note] = []
    page = Page.of(data, options, notes)
    if page is None:
        raise ImportFailure("no element of HTML in it", options.where, "give a saved page")
    try:
        blog = _own(data, page, options, notes)
    except ImportFailure as error:
        blog = _in_frames(data, page, options, error)
    return met(blog, page.saved.url, page.saved.when, page.saved.by) if page.saved else blog


def _in_frames(data: bytes, page: Page, options: Options, error: ImportFailure) -> LiveBlog:
    """Return the live blog in a frame that was saved within a page; raise `error` where there is none.

    That names the frames which were not.
    """
    frames = [*page.root.iter("iframe", "frame")]
    for frame in frames:
        if source := frame.get("srcdoc"):
            with suppress(ImportFailure):
                return of_file(read(source.encode(), evolve(options, encoding="utf-8")), data, "text/html")
    urls = dict.fromkeys(filter(None, (address(frame.get("src"), page.base) for frame in frames)))
    if urls:
        told = f"{error.remedy}; if the live blog is in a frame of it, give that: {', '.join([*urls][:_FEW_FRAMES])}"
        raise evolve(error, remedy=told) from error
    raise error


def _own(data: bytes, page: Page, options: Options, notes: list[Note]) -> LiveBlog:
    """Return the live blog that a page shows itself."""
    posting = _data(page, options.url, notes)
    agents = chain(posting.authors, *(update.authors for update in posting.updates))
    facts = page.facts | ({"url": posting.url} if is_absolute(posting.url) else {})
    page = evolve(page, facts=facts, named=[agent.name for agent in agents])
    found = _found(page, posting, options)
    if not posting.updates:
        found = _without_lists_beside(found, page, posting, options)
    options = evolve(options, order=found.order)
    notes += found.notes
    note_saved_copies(found.blog, notes, within=page.mentions("data:image"))
    return finish(data, options, found.blog, notes, "html", media_type="text/html", wanted=LOOKED_FOR)


def _found(page: Page, posting: Posting, options: Options) -> _Found:
    """Return the blog of a page, without entries where it has none."""
    notes: list[Note] = []
    updates = [update for update in _updates(page, posting, notes) if not update.is_empty]
    own = frozenset(update.element for update in updates if update.element is not None)
    blog = page.blog(posting)
    days = PageDays(page, posting, options.url)
    if not posting.updates:  # all that is in these elements is read
        around = {part for part in page.outside if own.isdisjoint(part.iterancestors())}
        notes += [Note(code="page-furniture", text=text)] if (text := chrome.left_out(around)) else []
    if updates:
        entries = _dated(page, updates, options, days, notes)
        if not entries:
            entries = entries_of(under_days(updates, page.times), page.zone, notes)
            _note_rest(page, own, notes)
        if not own:
            entries = _with_lines(page, entries, options, days, notes)
        note_numbering(entries, notes)
        first = next((part for part in page.elements if part in own), None)
        is_led = first is not None and has_above(page, first)
        above = introduction(page, first, blog.title, notes) if first is not None and is_led else None
        blog = evolve(blog, entries=without_frames(entries), introduction=above or [])
        return _Found(blog, options.order or _order(entries, notes), notes, own)
    found = as_text.read(page, evolve(options, title=options.title or blog.title), days, notes)
    if found is None:
        return _Found(blog, options.order, notes, own)
    entries = without_frames(found.entries)
    blog = evolve(blog, entries=entries, introduction=found.introduction, timezone=found.timezone)
    return _Found(blog, options.order or found.order, notes, own)


def _note_rest(page: Page, own: Set[etree._Element], notes: list[Note]) -> None:
    """Note what the page shows between and below the elements of its entries, in none of them."""
    if elements := [part for part in page.elements if part in own]:
        blocks.note_rest(page, elements, blocks.around_entries(page, elements), notes)


def _without_lists_beside(found: _Found, page: Page, posting: Posting, options: Options) -> _Found:
    """Return the page read without the elements that were found, if they say little of it, and the rest enough.

    Such are lists of other news, of events or of results, each with a time; they are no parts of what is read then.
    """
    if not say_little(found.blog.entries, page):
        return found
    elements = found.elements or frozenset(blocks.elements(page))
    if not elements:
        return found
    rest = evolve(page, beside=elements)
    try:
        other = _found(rest, posting, options)
    except ImportFailure:  # its times are in no known zone
        return found
    own = other.elements or frozenset(blocks.elements(rest))
    is_beside = all(own.isdisjoint(part.iterancestors()) for part in elements)
    return other if is_beside and say_enough(other.blog.entries, page) else found


def _dated(
    page: Page, updates: Sequence[Update], options: Options, days: PageDays, notes: list[Note]
) -> Sequence[Entry]:
    """Return the entries of a page whose data states no time of any of them, if their printed times can be dated."""
    if any(update.published or update.displayed or update.modified or not update.printed for update in updates):
        return ()
    told: list[Note] = []
    try:
        found = blocks.dated(page, updates, options, days, told)
    except ImportFailure:  # no zone is known: the times stay as they were printed
        return ()
    notes += told
    return found.entries if found else ()


def _with_lines(
    page: Page, entries: Sequence[Entry], options: Options, days: PageDays, notes: list[Note]
) -> Sequence[Entry]:
    """Return the entries of data that no element shows, or those of the page's lines, where these are more."""
    told: list[Note] = []
    try:
        found = as_text.read(page, options, days, told)
    except ImportFailure:  # its times are in no known zone
        return entries
    shown = with_data(found.entries, entries) if found and _timed(found) > len(entries) else None
    notes += told if shown else []
    return shown or entries


def _timed(blog: LiveBlog) -> int:
    return sum(entry.time is not None and bool(entry.body) for entry in blog.entries)


def _order(entries: Sequence[Entry], notes: list[Note]) -> Order:
    """Return which way entries run by the times that readers saw; the data may state others, or one for all."""
    times = (entry.time if entry.time and entry.time.value else entry.published for entry in unpinned(entries))
    return order_of(times, None, notes)


def _data(page: Page, url: str | None, notes: list[Note]) -> Posting:
    """Return what the page's data says of the blog and its updates; without a live blog, what it says of itself.

    `url` is the address that the caller gave.
    """
    reader = PostingReader(page.base, page.zone, notes)
    found = []
    about: Posting | None = None
    for script in jsonld.scripts(page.root, notes):
        found += [reader.read(item, script.place) for item in postings(script.values)]
        for item in articles(script.values):
            about = about or reader.read(item, script.place)
    tree = page.root.getroottree()
    vocabularies = [one for one in (attributes.MICRODATA, attributes.RDFA) if page.mentions(one.type)]
    for vocabulary in vocabularies:
        for item, element in attributes.live_blogs(page.root, vocabulary):
            found.append(reader.read(item, tree.getpath(element)))
    if not found:
        described = filter(None, (attributes.article(page.root, one) for one in vocabularies))
        posting = about or next((reader.read(item, "") for item in described), Posting())
        return evolve(posting, updates=state.updates(page.root, page.elements))
    own = _of_page(found, url or page.url, notes)
    return joined([*own, evolve(about, updates=[])] if about else own, notes)


def _of_page(found: Sequence[Posting], url: str | None, notes: list[Note]) -> Sequence[Posting]:
    """Return postings without those of other addresses, where one has that of the page: a list of live blogs.

    What shares an update with that one tells of the same blog by another address.
    """
    address = shown_at(url) if url else None
    here = [one.url is not None and shown_at(one.url) == address for one in found]
    own = [update for one, is_own in zip(found, here, strict=True) if is_own for update in one.updates]
    others = [
        one
        for one, is_own in zip(found, here, strict=True)
        if own and one.url and one.updates and not is_own
        if all(place is None for _, place in matches(one.updates, own))
    ]
    notes += [
        Note(code="other-blog", text=f"{one.url}: {amount(len(one.updates), 'update', 'updates')} in the page's data")
        for one in others
    ]
    return [one for one in found if one not in others]


def _updates(page: Page, posting: Posting, notes: list[Note]) -> list[Update]:
    """Return the entries that data and page tell of, each with the best of both."""
    data = without_made_headlines(without_page_facts(posting.updates, posting, notes), page.times)
    unseen = frozenset(update.element for update in data if update.element is not None and not shows(update.element))
    if unseen:  # there for machines, where the page prints the entries; else these are shown later
        told: list[Note] = []
        around = evolve(page, beside=page.beside | unseen)
        alone = [evolve(update, element=None) if update.element in unseen else update for update in data]
        found = _joined_updates(around, alone, told)
        if any(update.element is not None for update in found):
            notes += told
            return found
    return _joined_updates(page, data, notes)


def _joined_updates(page: Page, data: Sequence[Update], notes: list[Note]) -> list[Update]:
    """Return the entries of data and page, each with the best of both."""
    doubted: list[_Reading] = []
    for elements in candidates(page, data):
        reading = _shown(page, elements, data)
        if reading is not None and (say_as_much(reading.updates, data) or not say_little(reading.updates, page)):
            notes += reading.notes
            return reading.updates
        doubted += [reading] if reading else []
    told: list[Note] = []
    rest = _Reading([*data] or _of_runs(page, told), told)
    best = max([*doubted, rest], key=lambda one: said(one.updates))
    notes += best.notes
    return best.updates


def _shown(page: Page, elements: Sequence[etree._Element], data: Sequence[Update]) -> _Reading | None:
    """Return the entries that elements show, with what data says of them; None where that tells of others."""
    notes: list[Note] = []
    told = {name: update for update in data for name in naming(update)}
    known = {one: told[name] for one in elements for name in (key(own_id(one) or ""), one) if name in told}
    matched = matches(shown_in(page, elements, notes, known=known), data)
    if not are_same(matched, data):
        return None
    keys = key_events(page.root) if page.mentions("key-events") else set()
    pins = pinned(page.root, elements)
    data = without_unseen_headlines(data, matched, page.title, notes)
    entries = with_page(data, matched, notes)
    if any(update.element is not None for update in data):
        entries.sort(key=lambda update: update.element is None)  # other data of the page is in no order with these
    return _Reading([_flagged(update, keys, pins) for update in entries], notes)


def _of_runs(page: Page, notes: list[Note]) -> list[Update]:
    """Return the entries that have no element of their own: what stands from one stated time to the next."""
    members = runs(page, page.stating)
    if not members or blocks.elements(page):
        return []  # only what stands in the blocks states a time, such as a post
    left: list[Note] = []
    found = shown_in(page, boxed(page, members), left)
    if not all(update.headline or update.blocks for update in found):
        return []  # times with nothing to them are no entries: "Published", "Updated"
    notes += left
    return found


def _flagged(update: Update, keys: Set[str], pins: Set[str]) -> Update:
    """Return an update with what lists elsewhere on the page tell of it."""
    name = key(update.native_id or "")
    if name in keys or name in pins:
        return evolve(update, key_event=update.key_event or name in keys, pinned=update.pinned or name in pins)
    return update
