"""What comes before the entries: what the briefing covers, the blog's introduction, and the contents."""

from collections import Counter
from collections.abc import Iterator

from attrs import evolve

from . import phrases
from .blocks import address_line, body_block
from .entries import day_name, shown_time
from .layout import UNLIMITED, Anchor, Beside, Block, PageNumber, Rule, Space
from .matter import Day, Item, Matter
from .parts import fact, hairline, in_columns, row, section
from .press import PageBreak
from .style import (
    ACCENT,
    BODY,
    CLOCK,
    DESCRIPTION,
    GREY,
    LABEL,
    MASTHEAD,
    PAGE_NUMBER,
    PAGE_NUMBER_WIDTH,
    PART,
    SMALL,
    TITLE,
)
from .tags import Element
from .tokens import Run

# The sections after the entries: destination and title.
SECTIONS = {
    "sources": "Sources",
    "citing": "How to cite",
    "records": "Records of the entries",
    "capture": "Capture and integrity",
}
# More than this in a list of contents helps nobody to find anything.
_LISTED = 60


def cover(matter: Matter, root: Element) -> Iterator[Block]:
    """Yield masthead, title, scope and introduction."""
    blog, here = matter.blog, root.child("Sect")
    yield Rule(1.4, ACCENT, after=9.0)
    yield Anchor("cover", "Cover")
    publisher = f" · {blog.publisher.name}" if blog.publisher else ""
    yield matter.text(MASTHEAD, "LIVE BLOG BRIEFING", publisher, tag=here.child("P"))
    yield matter.text(TITLE, matter.title, tag=here.child("H1"))
    if blog.description:
        yield matter.text(DESCRIPTION, blog.description, tag=here.child("P"))
    yield Space(22.0)
    yield from scope(matter, here)
    if blog.introduction:
        yield Anchor("introduction")
        making = lambda tag: [body_block(matter, tag, block) for block in blog.introduction]  # noqa: E731
        yield row(matter, here, "Introduction", making)


def scope(matter: Matter, here: Element) -> Iterator[Block]:
    """Yield what, when, how much and whence, one row each."""
    blog, capture = matter.blog, matter.blog.capture
    if matter.days:
        yield fact(matter, here, "Covers", covered(matter))
    yield fact(matter, here, "Entries", amount(matter), " ", phrases.order_in_words(blog))
    if blog.authors:
        yield fact(matter, here, "By", ", ".join(map(phrases.agent_in_words, blog.authors)))
    if blog.url:
        url = blog.url
        yield row(matter, here, "Published at", lambda tag: [address_line(matter, tag, url)])
    if capture is not None:
        when = f"{phrases.instant(capture.retrieved)}. " if capture.retrieved else "Date and time not recorded. "
        where = [Run("From "), Run(capture.url, url=capture.url)] if capture.url else []
        yield fact(matter, here, "Captured", when, *where)
    yield fact(matter, here, "Cite as", matter.citer.render(None, "apa", version=matter.snapshot))


def covered(matter: Matter) -> str:
    """Return the first and last day that entries stand under, with the first and last clock where they have one."""
    days = matter.blog.days()
    if not days:
        return "No entry states a day."
    ends = []
    for day, index in ((days[0], 0), (days[-1], -1)):
        clocks = matter.clocks(day)
        ends.append(phrases.instant(clocks[index]) if clocks else phrases.day_name(day))
    zone = f" ({matter.blog.timezone})" if matter.blog.timezone else ""
    return f"{ends[0]}{zone}." if ends[0] == ends[1] else f"{ends[0]}, to {ends[1]}{zone}."


def amount(matter: Matter) -> str:
    """Return how many entries there are, and whether those are all that the source declares."""
    blog = matter.blog
    number = len(blog.entries)
    kinds = Counter(entry.status for entry in blog.entries if entry.status != "published")
    marked = "".join(f" {count:,} {'is' if count == 1 else 'are'} marked as {kind}." for kind, count in kinds.items())
    if blog.incomplete:
        return f"Incomplete: {number:,} of {blog.declared_total:,} entries that the source declares.{marked}"
    declared = f"; the source declares {blog.declared_total:,}" if blog.declared_total is not None else ""
    return f"{phrases.counted(number, 'entry', 'entries')}{declared}.{marked}"


def contents(matter: Matter, root: Element) -> Iterator[Block | PageBreak]:
    """Yield the days with their pages, the entries that stand out if they are not too many, and the sections."""
    here = root.child("Sect")
    whole = section(matter, here, "contents", "Contents", lambda tag: _lines(matter, tag.child("TOC")))
    yield PageBreak(unless=whole.measure(matter.sheet.measure, UNLIMITED) + whole.before)
    yield whole


def _lines(matter: Matter, toc: Element) -> Iterator[Block]:
    listed = _listed(matter)
    for day in matter.days:
        yield _day_line(matter, toc.child("TOCI"), day)
        for item in day.items:
            if item.local in listed:
                yield _entry_line(matter, toc.child("TOCI"), item)
    yield hairline(12.0, 7.0)
    for name, title in SECTIONS.items():
        tag = toc.child("TOCI").child("Reference")
        yield _line(matter, matter.text(evolve(SMALL, before=2.0), Run(title, goto=name), tag=tag), None, name, tag)


def _listed(matter: Matter) -> set[str]:
    """Return the entries to list: those with a headline or of note; if too many, those of note; else none."""
    key = {item.local for item in matter.items if item.entry.key_event}
    titled = key | {item.local for item in matter.items if item.entry.headline}
    return next((chosen for chosen in (titled, key) if len(chosen) <= _LISTED), set())


def _day_line(matter: Matter, here: Element, day: Day) -> Block:
    number = phrases.counted(len(day.items), "entry", "entries")
    tag = here.child("Reference")
    runs = Run(day_name(day), goto=day.destination), Run(f"\u00a0 {number}", "regular", GREY)
    weekday = phrases.weekday(day.day).upper() if day.day else ""
    label = matter.text(LABEL, weekday, tag=tag.child("Span"))
    return _line(matter, matter.text(PART, *runs, tag=tag), label, day.destination, tag)


def _entry_line(matter: Matter, here: Element, item: Item) -> Block:
    tag = here.child("Reference")
    when = matter.text(CLOCK, shown_time(item), tag=tag.child("Span"))
    color = ACCENT if item.entry.key_event else None
    text = matter.text(evolve(BODY, before=2.0), Run(item.name, color=color, goto=item.local), tag=tag)
    return _line(matter, text, when, item.local, tag)


def _line(matter: Matter, text: Block, label: Block | None, name: str, tag: Element) -> Block:
    number = PageNumber(PAGE_NUMBER, name, tag)
    at = matter.sheet.measure - PAGE_NUMBER_WIDTH
    return Beside(in_columns(text, label), number, outdent=PAGE_NUMBER_WIDTH, at=at, wide=PAGE_NUMBER_WIDTH)
