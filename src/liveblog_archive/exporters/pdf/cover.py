"""The first page: masthead and title, what is covered, the key facts, and the timeline."""

from collections.abc import Iterable, Iterator
from operator import attrgetter

from attrs import evolve

from ...overview import Named, Role, most_named, out_of_order
from .canvas import Canvas
from .design import Style
from .layout import UNLIMITED, Anchor, Rule, Solid, Space, Stack
from .look import ACCENT, NIGHT, CoverColors
from .matter import SEPARATOR, Matter
from .parts import fact
from .protocol import Block
from .tables import Column, Row
from .tags import Element
from .text import Text
from .times import stretch

# A title that takes more of a page than this is set on paper: so much dark ground would be no cover.
_TALLEST = 0.62
# A title that takes more lines than this is set smaller, in steps; the smallest is set as it comes.
_MOST_LINES = 3
_STEPS = (1.0, 0.8, 0.6)
_MOST_FIGURES = 4
_LONGEST_NAME = 32
# Who is named most, by the role and the label of its row.
_MOST: tuple[tuple[Role, str], ...] = (
    ("quoted", "quoted-most"),
    ("author", "authors-most"),
    ("embedded", "embedded-most"),
    ("credited", "credited-most"),
    ("linked", "linked-most"),
)


class Band(Solid):
    """A block on a dark ground that reaches to the edges of the page, at whose head it stands."""

    def __init__(self, body: Stack, below: float) -> None:
        self._body = body
        self._below = below
        self._height = 0.0

    def measure(self, width: float, room: float) -> float:
        """Return the height of the block and of the ground below it."""
        self._height = self._body.measure(width, room) + self._below
        return self._height

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the ground and the block."""
        sheet = canvas.sheet
        canvas.panel((0.0, top - self._height, sheet.width, sheet.height), NIGHT)
        self._body.draw(canvas, x, top)


def cover(matter: Matter, root: Element) -> Iterator[Block]:
    """Yield the title of the briefing and what it covers, on a dark ground if that is asked for."""
    here = root.child("Sect")
    unit = matter.look.unit
    dark = matter.options.dark_cover
    if dark:
        band = Band(Stack(_titles(matter, here, CoverColors(dark=True))), 2 * unit)
        dark = band.measure(matter.look.measure, UNLIMITED) <= matter.look.sheet.room * _TALLEST
    if dark:
        yield band
        yield Space(2 * unit)
        return
    here.kids.clear()
    yield Rule(1.4, ACCENT, after=unit / 2)
    yield from _titles(matter, here, CoverColors(dark=False))
    yield Space(unit)


def _titles(matter: Matter, here: Element, colors: CoverColors) -> Iterator[Block]:
    look, blog, words = matter.look, matter.blog, matter.words
    publisher = f" · {blog.publisher.name}" if blog.publisher else ""
    kind = words.say("changes-briefing" if matter.options.mark_changes and matter.changes else "briefing")
    yield Anchor("cover", matter.title)
    yield matter.said(here, evolve(look.masthead, color=colors.masthead), kind.upper(), publisher)
    yield matter.told(here, _title_style(matter, colors), matter.title, role="H1")
    if blog.description:
        yield matter.told(
            here, matter.beginning(evolve(look.description, color=colors.small), blog.description), blog.description
        )
    yield matter.said(here, evolve(look.scope, color=colors.small), scope(matter))


def _title_style(matter: Matter, colors: CoverColors) -> Style:
    """Return the style of the title: the longer it is, the smaller."""
    look = matter.look
    for step in _STEPS:
        style = evolve(look.title, size=look.title.size * step, leading=look.title.leading * step, color=colors.title)
        height = Text(matter.fonts, style, matter.title, tag=None).measure(look.measure, UNLIMITED)
        if height <= _MOST_LINES * style.leading:
            break
    return matter.beginning(style, matter.title)


def scope(matter: Matter) -> str:
    """Return what is covered: when, how much, whether that is all, and when it was captured, broken between these."""
    words, facts, capture = matter.words, matter.facts, matter.blog.capture
    if matter.options.selection.everything:
        entries = words.say("entries", n=facts.shown)
    else:
        entries = words.say("selected-short", n=facts.shown, total=facts.present)
    parts = [covered(matter), entries]
    if facts.missing:
        parts.append(words.say("incomplete-short", present=facts.present, declared=facts.declared or 0))
    if capture is not None and capture.retrieved is not None:
        parts.append(words.say("captured-at", time=words.instant(capture.retrieved)))
    return _joined(parts)


def _joined(parts: Iterable[str]) -> str:
    """Return parts on a line, which is broken between them where it has to be."""
    return SEPARATOR.join(part.replace(" ", "\u00a0") for part in parts if part)


def covered(matter: Matter) -> str:
    """Return the first and last day that entries stand under, with the first and last clock where they have one."""
    words, facts = matter.words, matter.facts
    if not facts.days:
        return words.say("no-day") if facts.shown else ""
    first, last = facts.days[0][0], facts.days[-1][0]
    begin = facts.first if facts.first is not None and facts.first.date() <= first else first
    end = facts.last if facts.last is not None and facts.last.date() >= last else last
    if begin == end:
        return words.instant(begin)
    return stretch(begin, end, words)


def key_figures(matter: Matter, root: Element) -> Iterator[Block]:
    """Yield what can be counted first: up to four large figures."""
    here = root.child("Sect")
    if not matter.facts.shown:
        return
    look = matter.look
    title = matter.said(here, look.masthead, matter.words.say("key-facts").upper(), role="H2")
    yield Stack([Anchor("facts", matter.words.say("key-facts")), title, Space(look.unit / 4), _figures(matter, here)])


def fact_rows(matter: Matter, root: Element) -> Iterator[Block]:
    """Yield the rest of what can be counted, row by row."""
    here = root.child("Sect")
    if not matter.facts.shown:
        return
    for label, text in _rows(matter):
        yield fact(matter, here, matter.words.say(label), text)
    if matter.changes is not None:
        yield fact(matter, here, since(matter), changed(matter))
    yield fact(matter, here, matter.words.say("extent"), " ".join(_extent(matter)))


def _figures(matter: Matter, here: Element) -> Block:
    """Return the largest figures beside one another."""
    look, facts, words = matter.look, matter.facts, matter.words
    found = [(words.number(facts.shown), words.say("entries-label"))]
    if len(facts.days) > 1:
        found.append((words.number(len(facts.days)), words.say("days-label")))
    if facts.key:
        found.append((words.number(facts.key), words.say("key-label")))
    if facts.busiest is not None:
        found.append((words.clock(facts.busiest), words.say("busiest-hour")))
    people = sum(row.role != "linked" for row in matter.names)
    if people:
        found.append((words.number(people), words.say("sources")))
    count = 2 if look.narrow else _MOST_FIGURES
    start = look.measure / 2 if look.narrow else look.text_indent
    wide = (look.measure - start) / (count - 1)
    columns = [Column(0.0, start), *(Column(start + index * wide, wide) for index in range(count - 1))]
    cells: list[Block] = []
    for value, label in found[:count]:
        tag = here.child("Sect")
        cells.append(Stack([matter.said(tag, look.figure, value), matter.said(tag, look.small, label)]))
    return Stack([Row(columns[: len(cells)], cells), Space(look.unit / 2)])


def _rows(matter: Matter) -> Iterator[tuple[str, str]]:
    """Yield the label and text of each row of facts."""
    words, facts = matter.words, matter.facts
    if facts.first is not None and facts.last is not None and facts.first != facts.last:
        span = stretch(facts.first, facts.last, words)
        yield "span", words.say("pair", one=words.duration(facts.last - facts.first), other=span)
    if facts.busiest is not None:
        start = words.moment(facts.busiest)
        end = f"{(facts.busiest.hour + 1) % 24:02}:00"
        yield "busiest-hour", words.say("busiest", n=facts.busiest_count, start=start, end=end)
    yield "times", _counts(matter, ("exact", "inferred", "approximate", "day_only", "undated", "untimed"))
    if facts.key or facts.pinned or facts.edited:
        yield "marks", _counts(matter, ("key", "pinned", "edited"))
    for role, label in _MOST:
        if rows := most_named(matter.names, role):
            yield label, _named(matter, rows)


def _counts(matter: Matter, names: Iterable[str]) -> str:
    counted = ((name.replace("_", "-"), getattr(matter.facts, name)) for name in names)
    return _joined(matter.words.say(f"count-{name}", n=number) for name, number in counted if number)


def _named(matter: Matter, rows: Iterable[Named]) -> str:
    words = matter.words
    return SEPARATOR.join(words.say("name-count", name=_whole(row.name), n=len(row.entries)) for row in rows)


def _whole(name: str) -> str:
    """Return a name of which no part stands alone on a line, unless it is long."""
    return name.replace(" ", "\u00a0") if len(name) <= _LONGEST_NAME else name


def _extent(matter: Matter) -> Iterator[str]:
    """Yield whether this is all of the live blog, and what of it is left out here."""
    words, facts = matter.words, matter.facts
    if facts.declared is None:
        yield words.say("total-unknown")
    elif facts.missing:
        yield words.say("incomplete", present=facts.present, declared=facts.declared)
    else:
        yield words.say("complete", n=facts.declared)
    if facts.left_out:
        keys = (
            ("count-unselected" if status == "published" else f"count-{status}", n) for status, n in facts.left_out
        )
        yield words.say("left-out", list=words.listed([words.say(key, n=number) for key, number in keys]))
    if len(matter.items) > 1:
        yield words.say(f"order-{_order(matter)}")
        entries = (item.entry for item in sorted(matter.items, key=attrgetter("position")))
        if number := out_of_order(matter.blog, entries):
            yield words.say("out-of-order", n=number)


def _order(matter: Matter) -> str:
    """Return the order in which the entries are printed: that of the source or of merging, else turned round."""
    blog = matter.blog
    if blog.order == "manual":
        return "merged" if blog.capture and blog.capture.sources else "manual"
    is_turned = matter.options.order == "chronological" and blog.order != "oldest-first"
    return "chronological" if is_turned else blog.order


def since(matter: Matter) -> str:
    """Return since when the changes are told: since a capture by its name, else since the last one."""
    name = matter.options.previous_name
    return matter.words.say("since-capture", name=name) if name else matter.words.say("since-last-capture")


def changed(matter: Matter) -> str:
    """Return how many entries are no longer what they were in the earlier capture, and what above them is not."""
    words, changes = matter.words, matter.changes
    if changes is None or not (changes.links or changes.head):
        return words.say("unchanged")
    counted = (words.say(f"changed-{kind}", n=number) for kind, number in changes.counts.items())
    return " · ".join([*counted, *(words.say(f"changed-{part}") for part in changes.head)])
