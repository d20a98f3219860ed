"""The index: who is quoted, who wrote, what is embedded and linked, each with the entries that name it."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from attrs import evolve

from ...citation.wording import one_line
from ...model import Entry
from ...overview import Named, caseless
from .layout import Anchor, Stack
from .look import INK
from .matter import SEPARATOR, Item, Matter
from .parts import fact, hairline, in_columns, section
from .press import PageBreak
from .protocol import Block
from .tags import Element
from .times import shown_time
from .tokens import Run


def index(matter: Matter, root: Element) -> Iterator[Block | PageBreak]:
    """Yield the index of sources and people, by role and then by name."""
    here, words = root.child("Sect"), matter.words
    yield PageBreak(unless=matter.look.sheet.room / 3)
    items = {item.entry.id: item for item in matter.items}
    publisher = matter.blog.publisher
    yield section(matter, here, "sources", words.say("sources"), lambda tag: _first(matter, tag))
    for role, rows in groupby(matter.names, key=attrgetter("role")):
        for number, named in enumerate(rows):
            yield _row(matter, here.child("Sect"), words.say(role) if number == 0 else "", named, items)
    if publisher is not None:
        address = [Run(" · "), Run(publisher.url, url=publisher.url)] if publisher.url else []
        yield fact(matter, here, words.say("publisher"), publisher.shown, *address)


def _first(matter: Matter, here: Element) -> Iterator[Block]:
    key = "sources-about" if matter.names else "unmarked"
    yield in_columns(matter.look, matter.said(here, matter.look.fact, matter.words.say(key)), None)


def _row(matter: Matter, here: Element, label: str, named: Named, items: dict[str, Item]) -> Block:
    look = matter.look
    aside = matter.said(here, look.label, label.upper()) if label else None
    name = matter.listed(here, evolve(look.body, keep=True), Run(named.name, face="bold"))
    addresses = [matter.listed(here, look.small, Run(address, url=address)) for address in _addresses(named)]
    places = matter.said(here, look.small, *_places(matter, named, items))
    rule = hairline(5.25, 5.25) if label else hairline(2.0, 3.25)
    place = Anchor(matter.indexed[named.role, caseless(named.name)])
    return Stack([rule, place, in_columns(look, Stack([name, *addresses, places]), aside)], here)


def _addresses(named: Named) -> list[str]:
    """Return where authors of a name have pages of their own, as far as the live blog says."""
    if named.role != "author":
        return []
    agents = (agent for entry in named.entries for agent in entry.authors)
    own = (agent for agent in agents if caseless(one_line(agent.name)) == caseless(named.name))
    return [*dict.fromkeys(agent.url for agent in own if agent.url)]


def _places(matter: Matter, named: Named, items: dict[str, Item]) -> Iterator[Run]:
    """Yield the entries that name somebody, each by its day where that is another, and its time or short id."""
    day = None
    for number, entry in enumerate(named.entries):
        item = items[entry.id]
        if number:
            yield Run(SEPARATOR)
        own = entry.calendar_day
        if own is not None and own != day:
            yield Run(f"{matter.words.short_day(own)} ".replace(" ", "\u00a0"), face="bold", color=INK)
        day = own
        when = matter.apart(_when(entry, item))
        yield Run(when, color=INK, goto=item.local, alt=matter.name(item))


def _when(entry: Entry, item: Item) -> str:
    return shown_time(entry).replace(" ", "\u00a0") or item.local
