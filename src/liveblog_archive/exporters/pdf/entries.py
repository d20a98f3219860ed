"""Days and entries: the part of the briefing that is the live blog."""

import re
from collections.abc import Iterator

from ...citation.wording import one_line
from . import phrases
from .blocks import body_block
from .layout import Anchor, Beside, Block, Space, Stack
from .matter import Day, Item, Matter
from .parts import hairline, heading, in_columns
from .press import PageBreak
from .style import (
    BYLINE,
    CITATION,
    CLOCK,
    FLAG,
    HEADLINE,
    KEY_TIME,
    LOCAL,
    NUMERAL,
    NUMERAL_GAP,
    NUMERAL_WIDTH,
    SUMMARY,
    TIME,
)
from .tags import Element
from .tokens import Run

# A longer printed time does not fit its column: it is understood there, and printed in full beside it.
_SHORT = 36
# `3 p.m.` and `12.31 Uhr` stay on one line.
_TOGETHER = re.compile(r"(?<=\d) (?=\S{1,4}$)")


def day_name(day: Day) -> str:
    """Return the name of a day as headings have it."""
    name = phrases.day_name(day.day) if day.day else "Day not stated"
    return f"{name} (continued)" if day.continued else name


def entries(matter: Matter, root: Element) -> Iterator[Block | PageBreak]:
    """Yield the days, each heading together with its first entry."""
    yield PageBreak()
    for day in matter.days:
        here = root.child("Sect")
        first, *others = day.items
        yield Stack([*_day_heading(matter, here, day), entry_block(matter, here, first, leading=True)])
        for item in others:
            yield entry_block(matter, here, item)


def _day_heading(matter: Matter, here: Element, day: Day) -> Iterator[Block]:
    weekday = phrases.weekday(day.day).upper() if day.day else "NO DATE"
    yield from heading(matter, here, day.destination, day_name(day), weekday)


def entry_block(matter: Matter, day: Element, item: Item, *, leading: bool = False) -> Block:
    """Return an entry; `leading` is the first of its day."""
    here = day.child("Sect", attributes="")
    head: list[Block] = [Space(10.0) if leading else hairline(13.0, 8.0)]
    title = one_line(f"{shown_time(item)} {item.name}")
    head.append(Anchor(item.local, title, level=1))
    again = matter.text(CLOCK, f"{shown_time(item) or item.local}, continued", tag=None)
    aside = Stack(_aside(matter, here, item))
    return Stack([*head, in_columns(Stack(_body(matter, here, item)), aside, again)], here)


def shown_time(item: Item) -> str:
    """Return the printed time for people; empty where there is none, or where it is too long for its column."""
    moment = item.entry.time
    shown = moment.shown if moment is not None else ""
    return shown if len(shown) <= _SHORT else ""


def _aside(matter: Matter, here: Element, item: Item) -> Iterator[Block]:
    """Yield when, how we know, what kind of entry it is, and its short id."""
    entry = item.entry
    when = shown_time(item)
    style = KEY_TIME if entry.key_event else TIME
    if when:
        yield matter.text(style, _TOGETHER.sub("\u00a0", when), tag=here.child("P"))
    if entry.time is None or entry.time.value is None:
        text = phrases.untimed(item.bounds, entry.calendar_day, printed=bool(when))
        yield matter.text(CLOCK, text, tag=here.child("P"))
    else:
        yield matter.text(CLOCK if when else style, phrases.normalised(entry.time), tag=here.child("P"))
    flags = [
        ("KEY EVENT", entry.key_event),
        ("PINNED", entry.pinned),
        (entry.status.upper(), entry.status != "published"),
    ]
    for flag, is_set in flags:
        if is_set:
            yield matter.text(FLAG, flag, tag=here.child("P"))
    yield matter.text(LOCAL, Run(item.local, goto=f"record-{item.local}"), tag=here.child("P"))


def _body(matter: Matter, here: Element, item: Item) -> Iterator[Block]:
    entry = item.entry
    if entry.headline:
        yield matter.text(HEADLINE, entry.headline, tag=here.child("H3"))
    if entry.time is not None and entry.time.text.strip() and not shown_time(item):
        yield matter.text(BYLINE, "Time as printed: ", entry.time.text, tag=here.child("P"))
    if entry.authors:
        yield matter.text(BYLINE, "By ", ", ".join(map(phrases.agent_in_words, entry.authors)), tag=here.child("P"))
    if entry.summary:
        yield matter.text(SUMMARY, entry.summary, tag=here.child("P"))
    for number, block in enumerate(entry.body, start=1):
        yield Anchor(f"{item.local}.p{number}")
        numeral = matter.text(NUMERAL, str(number), tag=None)
        cell = Beside(
            body_block(matter, here, block),
            numeral,
            at=-NUMERAL_GAP - NUMERAL_WIDTH,
            wide=NUMERAL_WIDTH,
        )
        cell.keep = cell.keep or number == len(entry.body)  # the citation does not stand alone on the next page
        yield cell
    citation = matter.citer.render(entry, "apa", version=item.version)
    yield matter.text(CITATION, Run("Cite as\u00a0", face="bold"), " ", citation, tag=here.child("P"))
