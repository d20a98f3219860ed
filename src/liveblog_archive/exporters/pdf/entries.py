"""Days and entries: the part of the briefing that is the live blog."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import partial, reduce

from attrs import evolve

from ...citation.wording import one_line
from ...model import Entry, local_of
from ...overview import was_edited
from .blocks import Linker, body_block
from .layout import Anchor, AtHead, Beside, Space, Stack
from .matter import SEPARATOR, Day, Item, Matter
from .parts import hairline, heading, in_columns
from .press import PageBreak
from .protocol import Block
from .tags import Element
from .times import cited, edit_time, shown_time, understood, untimed
from .tokens import Run

# The live blog begins on a page of its own, unless most of one is left.
_ROOM_LEFT = 0.5
# Titles that have up to this many characters with the words before them leave room for the rest of a short citation.
_LONGEST_TITLE = 38
# `3 p.m.` and `12.31 Uhr` stay on one line.
_TOGETHER = re.compile(r"(?<=\d) (?=\S{1,4}$)")


def day_name(matter: Matter, day: Day) -> str:
    """Return the name of a day as headings have it."""
    words = matter.words
    name = words.day(day.day) if day.day else words.say("day-unknown")
    return words.say("continued", title=name) if day.continued else name


def entries(matter: Matter, root: Element) -> Iterator[Block | PageBreak]:
    """Yield the days, each heading together with its first entry."""
    yield PageBreak(unless=matter.look.sheet.room * _ROOM_LEFT)
    linker = Linker(matter)
    for day in matter.days:
        here = root.child("Sect")
        hour = ""
        for index, item in enumerate(day.items):
            own = _hour(item.entry)
            anchors = [Anchor(f"hour-{item.local}", own, level=1)] if own and own != hour else []
            hour = own or hour
            block = entry_block(matter, here, item, linker, anchors, leading=index == 0)
            yield Stack([*_day_heading(matter, here, day), block]) if index == 0 else block


def _hour(entry: Entry) -> str:
    """Return the hour of an entry's time as the outline names it; empty without one."""
    value = entry.time.value if entry.time is not None else None
    return f"{value.hour:02}:00" if isinstance(value, datetime) else ""


def _day_heading(matter: Matter, here: Element, day: Day) -> Iterator[Block]:
    weekday = matter.words.weekday(day.day).upper() if day.day else ""
    yield from heading(matter, here, day.destination, day_name(matter, day), weekday)


def entry_block(
    matter: Matter, day: Element, item: Item, linker: Linker, anchors: list[Anchor], *, leading: bool
) -> Stack:
    """Return an entry; `leading` is the first of its day, `anchors` are places that begin with it."""
    look = matter.look
    here = day.child("Sect")
    title = one_line(f"{shown_time(item.entry)} {matter.name(item)}")
    rule: Block = Space(look.unit) if leading else hairline(look.unit * 0.75, look.unit * 0.75)
    aside = Stack(_aside(matter, here, item))
    body = Stack(_body(matter, here, item, linker))
    body.before = 0.0  # the first line of an entry is as far from the rule whether it is a headline or not
    cell = in_columns(look, body, aside, partial(_again, matter, item))
    return Stack([rule, *anchors, Anchor(item.local, title, level=2), cell], here)


def _again(matter: Matter, item: Item) -> Block:
    """Return what stands beside an entry on a page on which it goes on."""
    name = matter.apart(shown_time(item.entry)) or item.local
    return AtHead(matter.aside(matter.look.clock, matter.words.say("continued", title=name)))


def _aside(matter: Matter, here: Element, item: Item) -> Iterator[Block]:
    """Yield when, how we know, what kind of entry it is, and its short id."""
    entry, look, words = item.entry, matter.look, matter.words
    when = shown_time(entry)
    style = look.key_time if entry.key_event else look.time
    if when:
        yield matter.said(here, style, matter.apart(_TOGETHER.sub("\u00a0", when)))
    if entry.time is None or entry.time.value is None:
        yield matter.said(here, look.clock, untimed(entry, item.bounds, words))
    else:
        yield matter.said(here, look.clock if when else style, understood(entry.time, words))
    for flag, goto in _flags(matter, entry):
        yield matter.said(here, look.flag, Run(flag.upper(), color=look.flag.color, goto=goto))
    yield matter.said(here, look.clock, Run(item.local, goto=f"record-{item.local}", color=look.clock.color))


def _flags(matter: Matter, entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield what is said of an entry in capitals, and where that leads to."""
    say = matter.words.say
    for key, is_set in (
        ("key-event", entry.key_event),
        ("pinned", entry.pinned),
        ("edited", was_edited(entry)),
        (entry.status, entry.status != "published"),
    ):
        if is_set:
            yield say(key), ""
    if matter.options.mark_changes and matter.changes is not None:
        for kind in matter.changes.kinds_of(entry):
            yield say(f"flag-{kind}"), f"change-{local_of(entry.id)}"


def _body(matter: Matter, here: Element, item: Item, linker: Linker) -> Iterator[Block]:
    entry, look, say = item.entry, matter.look, matter.words.say
    if entry.headline:
        yield matter.told(here, look.headline, entry.headline, role="H3")
    if entry.time is not None and entry.time.text.strip() and not shown_time(entry):
        yield matter.said(here, look.byline, say("time-as-printed", text=entry.time.text))
    if entry.authors:
        yield matter.said(here, look.byline, *_byline(matter, entry))
    if entry.summary:
        yield matter.told(here, look.summary, entry.summary)
    if not entry.body and not entry.headline and not entry.summary:
        yield matter.said(here, evolve(look.body, color=look.small.color, keep=True), say("no-text"))
    for number, block in enumerate(entry.body, start=1):
        yield Anchor(f"{item.local}.p{number}")
        cell = Beside(
            body_block(matter, here, block, linker, "H4" if entry.headline else "H3"),
            linker.numeral(number),
            at=-look.numeral_gap - look.numeral_width,
            wide=look.numeral_width,
        )
        cell.keep = cell.keep or number == len(entry.body)  # the citation does not stand alone on the next page
        yield cell
    yield _citation(matter, here, item)


def _byline(matter: Matter, entry: Entry) -> Iterator[Run]:
    """Return `By A, B and C`, where each of them leads to the index."""
    return matter.people(
        entry.authors,
        lambda agent: matter.in_index("author", agent.name, matter.look.byline, agent.shown),
        lambda names: matter.words.say("by", names=names),
    )


def _citation(matter: Matter, here: Element, item: Item) -> Block:
    """Return how the entry is cited in short: title, time, id and version, its status, and when it was modified."""
    words, entry = matter.words, item.entry
    # A long title stands at the head of the page, and not below every entry as well.
    title = matter.title if len(matter.title) + len(words.say("cite-as")) <= _LONGEST_TITLE else ""
    parts = [matter.apart(title), cited(entry, words), matter.typed_id(item.local)]
    parts.append(words.say("version-is", version=item.version.short).replace(" ", "\u00a0"))
    text = reduce(lambda one, other: words.say("pair", one=one, other=other), filter(None, parts))
    status = "" if entry.status == "published" else words.say(entry.status)
    edited = words.say("edited-at", time=words.instant(modified)) if (modified := edit_time(entry)) else ""
    more = (part.replace(" ", "\u00a0") for part in (status, edited) if part)  # each on one line, for it is short
    line = words.say("labelled", label=words.say("cite-as"), text=SEPARATOR.join((text, *more)))
    return matter.said(here, matter.look.citation, line)
