"""One list of entries from all that a page says of them: sources are joined by id, else by time and words.

What a reader saw on the page counts before what data says of it, for headline and body; data counts for ids and
stated times. Where two sources say different things, both can be found: one in the entry, the other in a note.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, TypeAlias

from attrs import evolve

from ....model import Agent, Block, Embed, Media, Moment, Note, Paragraph, Quotation
from ...native_ids import key
from ...text.shape import ends_like_a_sentence
from ..labels.clocks import aware
from ..labels.printed import PrintedReader
from ..reading.openings import shortened
from ..update import Posting, Update

_GAPS = re.compile(r"\W+")
_ASCII_GAPS = bytes(code for code in range(128) if _GAPS.match(chr(code)))
_BEHIND_A_HEADLINE = " .:\u00a0\n–—-"
_CUT = re.compile(r"(.{20,}?)\s?(?:…|\.\.\.)")
_TWO = re.compile(r"[.!?]\s")  # sentences
_LEAST_CUT = 20  # characters
_SHOWN = 80
_FEWEST = 3  # updates
_TELLING = 60  # letters that begin a text like no other
_FACTS = ("headline", "url", "native_id", "created", "published", "modified", "blocks", "shown", "authors")
_FACTS_OF_BLOG = (
    "title", "description", "url", "language", "publisher", "published", "modified", "coverage_start", "coverage_end",
)  # fmt: skip


def joined(postings: Sequence[Posting], notes: list[Note]) -> Posting:
    """Return one posting of several that a page describes: facts of the first that states them, all updates."""
    result = main = max(postings, key=lambda posting: len(posting.updates))
    for other in postings:
        if other is not main:
            missing = {name: getattr(other, name) for name in _FACTS_OF_BLOG if getattr(result, name) is None}
            updates = _with(result.updates, other.updates, notes)
            result = evolve(result, **missing, authors=result.authors or other.authors, updates=updates)
    return result


def _with(updates: list[Update], others: list[Update], notes: list[Note]) -> list[Update]:
    """Return updates of data with those of another description of the same page."""
    found = list(updates)
    for update, place in matches(others, updates):
        if place is None:
            found.append(update)
        else:
            found[place] = _completed(found[place], update, notes)
    return found


def _completed(first: Update, second: Update, notes: list[Note]) -> Update:
    """Return what two descriptions say of one entry; the first counts where both speak."""
    known = {name: getattr(first, name) or getattr(second, name) for name in _FACTS}
    if text := _conflict(first, first.headline, second.headline):
        notes.append(Note(code="headline-conflict", text=text))
    if text := _conflict(first, first.published, second.published):
        notes.append(Note(code="published-conflict", text=text))
    return evolve(
        first,
        **known,
        element=first.element if first.element is not None else second.element,
    )


def _conflict(update: Update, kept: Moment | str | None, other: Moment | str | None) -> str | None:
    """Return how two sources contradict each other, None where they do not, or one is silent."""
    if not kept or not other or kept is other:
        return None
    if (isinstance(kept, str) and kept == other) or _said(kept) == _said(other):
        return None
    return f"{_name(update)}: {_shown(kept)}; another source on the page says {_shown(other)}"


def _said(fact: object) -> object:
    if isinstance(fact, Moment):
        instant = aware(fact)
        return instant.timestamp() if instant else fact.text
    return letters(str(fact))


def _shown(fact: object) -> str:
    if isinstance(fact, Moment):
        return fact.value.isoformat() if fact.value else fact.text
    return repr(str(fact)[:_SHOWN])


def _name(update: Update) -> str:
    return update.native_id or update.headline or (update.blocks[0].text[:_SHOWN] if update.blocks else "an entry")


def letters(text: str) -> str:
    """Return the letters and digits of a text, to compare what two sources say."""
    if text.isascii():
        return text.encode().translate(None, _ASCII_GAPS).lower().decode()
    return _GAPS.sub("", text).casefold()


Match: TypeAlias = tuple[Update, int | None]


def matches(updates: Sequence[Update], known: Sequence[Update]) -> list[Match]:
    """Return each update with the place of the known one that is the same entry.

    That is by the element that shows it, by its id, else by time and words.
    """
    by_name = {name: place for place, update in enumerate(known) for name in naming(update)}
    places = [next((by_name[name] for name in naming(update) if name in by_name), None) for update in updates]
    if None in places and len({*places} - {None}) < len(known):
        by_words, own = _unequivocal(known), _unequivocal(updates)
        for at, update in enumerate(updates):
            if places[at] is None:
                phrases = (said for said in _phrases(update) if said in own)
                places[at] = next((place for said in phrases if (place := by_words.get(said)) is not None), None)
    found: list[Match] = []
    taken: set[int | None] = {None}
    for update, place in zip(updates, places, strict=True):
        found.append((update, None if place in taken else place))
        taken.add(place)
    return found


def naming(update: Update) -> list[object]:
    """Return what an entry can be found by in another source: the element that shows it, and its id."""
    names = (update.element, update.native_id and key(update.native_id))
    return [name for name in names if name is not None]


def without_copies(updates: Sequence[Update]) -> list[Update]:
    """Return updates without those that a page pins above the rest and shows again in their place.

    What stands there is pinned then.
    """
    pins = [_as_shown(update) for update in updates if update.pinned]
    if not pins:
        return [*updates]
    own = {_as_shown(update) for update in updates if not update.pinned}
    return [
        evolve(update, pinned=_as_shown(update) in pins)
        for update in updates
        if not (update.pinned and _as_shown(update) in own)
    ]


def _as_shown(update: Update) -> tuple[object, ...]:
    clock = update.printed and update.printed._replace(text="")  # which may begin with the word for what is pinned
    return update.headline, update.published or clock, tuple(update.blocks)


def _unequivocal(updates: Sequence[Update]) -> dict[str, int]:
    """Return what only one of the updates says, and which."""
    found: dict[str, int | None] = {}
    for index, update in enumerate(updates):
        for said in set(_phrases(update)):
            found[said] = None if said in found else index
    return {said: index for said, index in found.items() if index is not None}


def _phrases(update: Update) -> list[str]:
    """Return what may tell an entry from all others without an id: its text, how that begins, its very second.

    Its text is also that without what it only shows, such as a post, which data often leaves out.
    """
    text = letters(" ".join(block.text for block in update.blocks))
    own = [block.text for block in update.blocks if not isinstance(block, Embed | Media)]
    moment = update.published and aware(update.published)
    texts = [text, letters(" ".join(own))] if 0 < len(own) < len(update.blocks) else [text]
    if update.headline and text:  # which data may have in front of the text
        texts.append(letters(update.headline) + text)
    found = [f"text {said}" for said in texts if said]
    found += [f"start {said[:_TELLING]}" for said in {text, texts[-1]} if len(said) >= _TELLING]
    if moment:
        found.append(f"second {moment.timestamp():.0f}")
    if update.headline or text:
        found.append(f"headline {letters(update.headline) if update.headline else text}")  # which may be all there is
    return found


def are_same(matched: Sequence[Match], data: Sequence[Update]) -> bool:
    """Tell whether what a page shows and what its data says are the same entries, as far as both go."""
    found = sum(place is not None for _, place in matched)
    return 2 * found >= min(len(matched), len(data))


def with_page(data: list[Update], matched: Sequence[Match], notes: list[Note]) -> list[Update]:
    """Return the entries of data and page, in the page's order; what only data has stands behind its neighbour.

    That is the one before it in the data, or by their times where data is in no order.
    """
    entries = [_merged(data[place], update, notes) if place is not None else update for update, place in matched]
    places = [place for _, place in matched]
    shown = set(places)
    order = _in_order(data, [place for place in places if place is not None])
    for before, place in zip([None, *order], order, strict=False):
        if place in shown:
            continue
        at = 0 if before is None else places.index(before) + 1
        entries.insert(at, data[place])
        places.insert(at, place)
    return entries


def _in_order(data: Sequence[Update], places: Sequence[int]) -> Sequence[int]:
    """Return the places of data as they stand; by their times, which run as on the page, where these are mixed up."""
    found = [update.published and aware(update.published) for update in data]
    instants = [instant for instant in found if instant]
    if len(instants) < len(data) or instants in (sorted(instants), sorted(instants, reverse=True)):
        return range(len(data))
    runs = [instants[place] for place in places]
    if runs not in (sorted(runs), sorted(runs, reverse=True)):
        return range(len(data))
    return sorted(range(len(data)), key=instants.__getitem__, reverse=runs[:1] > runs[-1:])


def _merged(data: Update, page: Update, notes: list[Note]) -> Update:
    """Return what page and data say of an entry: the page counts for what a reader saw, data for the rest."""
    if text := _conflict(data, page.headline, data.headline):
        notes.append(Note(code="headline-conflict", text=text))
    if text := _conflict(data, data.published, page.published):
        notes.append(Note(code="published-conflict", text=text))
    if text := _conflict(data, data.modified, page.modified):
        notes.append(Note(code="modified-conflict", text=text))
    authors = _authors(data, page, notes)
    blocks, unkept = _fuller(data, page, notes)
    return evolve(
        page,
        authors=authors,
        blocks=blocks,
        unkept=unkept,
        native_id=data.native_id or page.native_id,
        url=data.url or page.url,
        headline=page.headline or data.headline,
        shown=data.shown,
        created=data.created,
        displayed=page.published,
        published=data.published or page.published,
        modified=data.modified or page.modified,
        key_event=page.key_event or data.key_event,
        pinned=page.pinned or data.pinned,
        status=page.status if page.status != "published" else data.status,
    )


def _authors(data: Update, page: Update, notes: list[Note]) -> list[Agent]:
    """Return who the page names; an address that data has for the same name is kept."""
    known = {agent.name: agent for agent in data.authors}
    if page.authors and data.authors and not {agent.name for agent in page.authors} & known.keys():
        names = ", ".join(agent.name for agent in data.authors)
        shown = ", ".join(agent.name for agent in page.authors)
        notes.append(
            Note(code="author-conflict", text=f"{_name(data)}: by {shown} on the page, by {names} in its data")
        )
    return [known.get(agent.name, agent) for agent in page.authors] or data.authors


def _fuller(data: Update, page: Update, notes: list[Note]) -> tuple[list[Block], list[str]]:
    """Return the body that a reader saw, unless data has the same text and more: a page may cut it off."""
    told, seen = [letters(" ".join([block.text for block in update.blocks])) for update in (data, page)]
    headline = letters(page.headline or "")
    if not seen:
        return [*data.blocks, *page.blocks], data.unkept
    rest = told.removeprefix(headline)
    if len(rest) > len(seen) and rest.startswith(seen) and rest[len(seen) :] not in _beside(page):
        return _without_headline(data.blocks, page.headline), data.unkept
    if told and told not in headline + seen and seen not in told:
        text = f"{_name(data)}: the page's text and that of its data differ; the page's is kept"
        notes.append(Note(code="body-conflict", text=text))
    return page.blocks, page.unkept


def _beside(page: Update) -> str:
    """Return what a page says beside the text of an entry: what was left out, and whose a picture or post is."""
    sources = [block.source for block in page.blocks if isinstance(block, Quotation)]
    credited = [block.credit for block in page.blocks if isinstance(block, Media)]
    return letters(" ".join(filter(None, [page.left, *sources, *credited])))


def _without_headline(blocks: list[Block], headline: str | None) -> list[Block]:
    """Return blocks of data without the headline that some write in front of the text."""
    first = blocks[0]
    if headline is None or not isinstance(first, Paragraph) or not first.text.startswith(headline):
        return blocks
    rest = first.text[len(headline) :].lstrip(_BEHIND_A_HEADLINE)
    return [shortened(first, rest), *blocks[1:]] if rest else blocks[1:]


def without_made_headlines(updates: Sequence[Update], times: PrintedReader) -> list[Update]:
    """Return updates without the headlines that nobody wrote: their times, and how their texts begin.

    `17h04`, `The bridge is shut until…`. Without such a mark they break off in a word, or in the sentence behind
    another.
    """
    return [
        evolve(update, headline=None) if _is_cut(update) or times.says_only_when(update.headline or "") else update
        for update in updates
    ]


def _is_cut(update: Update) -> bool:
    said = update.headline or ""
    text = " ".join(block.text for block in update.blocks)
    if (begins := _CUT.fullmatch(said)) is not None:
        return letters(text).startswith(letters(begins[1]))
    after = text[len(said) : len(said) + 1]
    breaks_off = after.isalnum() or (_TWO.search(said) is not None and not ends_like_a_sentence(said))
    return len(said) >= _LEAST_CUT and text.startswith(said) and bool(after) and breaks_off


def without_page_facts(updates: list[Update], posting: Posting, notes: list[Note]) -> list[Update]:
    """Return updates without what is said of every one of them alike and of the blog: that is the blog's alone.

    A picture that several entries name is the publisher's default, and no entry's; and so is the title of the page as
    the headline of several, and one headline of them all.
    """
    if len(updates) < 2:
        return updates
    silence: dict[str, Any] = {}
    alike = f"all {len(updates)} updates state it, and so does the page: it is the blog's, not theirs"
    for fact, blogs, note in (
        ("headline", posting.title, Note(code="page-level-headline", text=f"headline: {alike}")),
        ("published", posting.published, Note(code="page-level-time", text=f"time of publication: {alike}")),
        ("modified", posting.modified, Note(code="page-level-time", text=f"time of change: {alike}")),
        ("authors", posting.authors, Note(code="page-level-author", text=f"authors: {alike}")),
    ):
        if blogs and all(getattr(update, fact) == blogs for update in updates):
            notes.append(note)
            silence[fact] = [] if fact == "authors" else None
    updates = [evolve(update, **silence) for update in updates] if silence else updates
    said = {update.headline for update in updates}
    generic = next(iter(said)) if len(said) == 1 and len(updates) >= _FEWEST else posting.title
    titled = sum(update.headline == generic for update in updates) if generic else 0
    if titled > 1:
        notes.append(Note(code="page-level-headline", text=f"headline: {titled} updates state that of the page"))
        updates = [evolve(one, headline=None) if one.headline == generic else one for one in updates]
    pictures = Counter(block for update in updates for block in update.shown)
    return [
        evolve(update, shown=[block for block in update.shown if pictures[block] == 1]) if update.shown else update
        for update in updates
    ]
