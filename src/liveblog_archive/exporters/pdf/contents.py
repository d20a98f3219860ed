"""The contents: days and sections with their pages, and the entries that stand out if they are not too many."""

from collections.abc import Iterator
from datetime import date, datetime

from attrs import evolve

from ...overview.instants import axis_zone, placed
from .blocks import Linker, body_block, sided
from .entries import day_name
from .layout import UNLIMITED, Anchor, Beside, PageNumber, Together
from .look import ACCENT, GREY, INK
from .matter import Day, Item, Matter
from .parts import fact, hairline, in_columns, row, section
from .press import PageBreak
from .protocol import Block
from .tags import Element
from .times import shown_time
from .tokens import Run

# The sections after the entries, by their destinations; their titles are messages of the same name.
SECTIONS = ("sources", "citing", "records", "capture")
# More than this in a list of contents helps nobody to find anything.
_LISTED = 60
# The contents begin on this page if they fit, or if so much of it is left, as a part.
_ROOM_LEFT = 0.25
# Fewer days than these have white between them.
_FEW_DAYS = 10


def about(matter: Matter, root: Element) -> Iterator[Block]:
    """Yield who wrote it, where it was published, what was selected, how to cite it, and the introduction."""
    here, blog, words = root.child("Sect"), matter.blog, matter.words
    look = matter.look
    if blog.authors:
        people = matter.people(blog.authors, lambda agent: Run(agent.shown, url=agent.url or ""))
        yield fact(matter, here, words.say("authors"), *people)
    url = blog.url
    if url:
        yield row(
            matter,
            here,
            words.say("published-at"),
            lambda tag: [matter.told(tag, sided(look, look.fact), Run(url, url=url))],
        )
    if not matter.options.selection.everything:
        yield fact(matter, here, words.say("selection"), selected(matter))
    citation = matter.citer.render(None, "apa", version=matter.snapshot)
    yield Together([row(matter, here, words.say("cite-as"), lambda tag: [matter.cited(tag, look.fact, citation)])])
    if blog.introduction:
        yield Anchor("introduction", words.say("introduction"))
        yield row(matter, here, words.say("introduction"), lambda tag: _introduction(matter, tag))


def _introduction(matter: Matter, tag: Element) -> Iterator[Block]:
    linker = Linker(matter, "i")
    for block in matter.blog.introduction:
        yield body_block(matter, tag, block, linker, "H2")


def selected(matter: Matter) -> str:
    """Return what was asked for, option by option."""
    asked, words = matter.options.selection, matter.words
    parts = (
        words.say("selected-from", time=_limit(matter, asked.start)) if asked.start else "",
        words.say("selected-before", time=_limit(matter, asked.end)) if asked.end else "",
        words.listed([words.day(day) for day in asked.days]),
        words.say("key-label") if asked.key else "",
        " ".join(matter.apart(name) for name in asked.ids),
        words.say("quote", text=asked.text) if asked.text else "",
    )
    return " · ".join(filter(None, parts))


def _limit(matter: Matter, end: date) -> str:
    """Return an end of a selection; a time without an offset is one of the blog's zone, where that is known."""
    zone = axis_zone(matter.blog)
    if zone and isinstance(end, datetime) and end.tzinfo is None:
        return matter.words.instant(placed(end, zone))
    return matter.words.instant(end)


def contents(matter: Matter, root: Element) -> Iterator[Block | PageBreak]:
    """Yield the list of days, entries and sections."""
    here = root.child("Sect")
    title = matter.words.say("contents")
    whole = section(matter, here, "contents", title, lambda tag: _lines(matter, tag.child("TOC")))
    height = whole.measure(matter.look.measure, UNLIMITED) + whole.before
    yield PageBreak(unless=min(height, matter.look.sheet.room * _ROOM_LEFT))
    yield whole


def _lines(matter: Matter, toc: Element) -> Iterator[Block]:
    listed = _listed(matter)
    if matter.options.mark_changes and matter.changes is not None:
        yield _section_line(matter, toc, "changes")
    for day in matter.days:
        yield _day_line(matter, toc.child("TOCI"), day)
        for item in day.items:
            if item.local in listed:
                yield _entry_line(matter, toc.child("TOCI"), item)
    yield hairline(10.5, 7.0)
    for name in SECTIONS:
        yield _section_line(matter, toc, name)


def _section_line(matter: Matter, toc: Element, name: str) -> Block:
    tag = toc.child("TOCI").child("Reference")
    style = evolve(matter.look.body, before=1.75, keep=True)
    text = matter.said(tag, style, Run(matter.words.say(name), color=INK, goto=name), role="Span")
    return _line(matter, text, None, name, tag)


def _listed(matter: Matter) -> set[str]:
    """Return the entries to list: those with a headline or of note; if too many, those of note; else none."""
    key = {item.local for item in matter.items if item.entry.key_event}
    titled = key | {item.local for item in matter.items if item.entry.headline}
    return next((chosen for chosen in (titled, key) if len(chosen) <= _LISTED), set())


def _day_line(matter: Matter, here: Element, day: Day) -> Block:
    words, look = matter.words, matter.look
    tag = here.child("Reference")
    count = words.say("entries", n=len(day.items))
    runs = (
        Run(day_name(matter, day), color=INK, goto=day.destination),
        Run(f"\u00a0 {count}", "regular", GREY, size=0.8),
    )
    weekday = words.weekday(day.day).upper() if day.day and not look.narrow else ""
    label = matter.said(tag, look.label, weekday, role="Span") if weekday else None
    style = look.part if len(matter.days) <= _FEW_DAYS else evolve(look.part, before=3.5)
    return _line(matter, matter.said(tag, style, *runs, role="Span"), label, day.destination, tag)


def _entry_line(matter: Matter, here: Element, item: Item) -> Block:
    look, tag = matter.look, here.child("Reference")
    when = shown_time(item.entry)
    label = matter.said(tag, look.clock, matter.apart(when), role="Span") if when and not look.narrow else None
    color = ACCENT if item.entry.key_event else INK
    beside = [Run(f"{when}\u00a0 ", color=GREY, size=0.75)] if when and look.narrow else []
    runs = *beside, Run(matter.name(item), color=color, goto=item.local)
    style = matter.beginning(evolve(look.body, before=1.75, balanced=True), matter.name(item))
    return _line(matter, matter.told(tag, style, *runs, role="Span"), label, item.local, tag)


def _line(matter: Matter, text: Block, label: Block | None, name: str, tag: Element) -> Block:
    look = matter.look
    number = PageNumber(evolve(look.small, align="left" if look.sheet.mirrored else "right"), name, tag)
    body = in_columns(look, text, label)
    at = look.measure - look.number_width
    return Beside(body, number, outdent=look.number_width, at=at, wide=look.number_width)
