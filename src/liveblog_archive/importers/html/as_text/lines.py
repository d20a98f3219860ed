"""Pages without data: their text goes through the rules of the text importer, and gets its blocks back.

One set of rules knows labels, day headings, headlines and directions. Here a page becomes lines, each remembering
the block that it is of, and the entries found in the lines become entries of those blocks.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import datetime, timedelta
from typing import NamedTuple

from attrs import evolve
from lxml import etree

from ....errors import ImportFailure
from ....model import Agent, Block, Embed, Entry, Heading, Link, ListBlock, LiveBlog, Media, Moment, Note, Paragraph
from ....zones import Zone, zone
from ... import markup, text
from ...markup.tree import line_inside
from ...options import Options
from ...text.assembly import FROM_DATELINE
from ..furniture.chrome import left_out
from ..furniture.feet import without_feet
from ..furniture.polls import polls
from ..joining.habits import with_headlines_alone
from ..joining.sources import words
from ..labels.clocks import aware
from ..labels.crediting import credits_below_times, credits_of
from ..labels.printed import PrintedReader
from ..page import Page
from ..reading.openings import shortened
from ..reading.posts import posts_of_lines
from . import untimed
from .below_entries import below, said_lines, without_imprint, without_tail
from .bodies import bodies
from .days import PageDays, Stated, shift
from .headings import bold_headlines, inside_entries, is_said_behind_time, with_bold_headline, with_text_below
from .other_times import changes_in, hidden, inner_headings, shown

_FEWEST = 2
_HALF = 0.5
_BULLET = "• "
_NO_ZONE = "UTC"


class Line(NamedTuple):
    """A line of the page: its text, the place of its block among all blocks, and its part of that block."""

    text: str
    place: int
    part: Paragraph


def read(page: Page, options: Options, days: PageDays, notes: list[Note]) -> LiveBlog | None:
    """Return the blog that the page's text is; None where it has not at least two entries with times.

    `days` is what the page states of when it was changed and published: it gives the day of times without one, and
    the zone where none is given. Raises `ImportFailure` where there are entries, but no zone is given or stated.
    """
    told = evolve(options, language=options.language or page.language, encoding=None)
    times = page.times
    alike = untimed.alike(page)
    gone = page.lists | below(page, alike) | polls(page.root, alike)
    said = {line_inside(mark) for mark in alike}
    best: _Found | None = None
    for element in bodies(page):
        with untimed.broken([*untimed.without_time(alike), *untimed.terms_without_time(page)]):
            shown = markup.element_blocks(
                element, page.base, page.outside | gone, posts_of_lines(element, times, alike)
            )
        found = _found(element, shown, times, told, days, alike=said)
        if found is not None and (best is None or found.undated < best.undated):
            best = found
        if best is not None and not best.undated:
            break
    if best is None:
        return None
    if text := left_out(gone - page.outside):
        notes.append(Note(code="page-furniture", text=text))
    notes += best.notes
    blog = without_tail(best.blog, notes)
    entries = without_imprint(without_feet(blog.entries, page.root, notes), times, notes)
    return evolve(blog, entries=with_headlines_alone(entries))


class _Found(NamedTuple):
    """A blog found in one element, its notes, and how many of its times are of no known day."""

    blog: LiveBlog
    notes: list[Note]
    undated: int


def _found(
    element: etree._Element,
    found: markup.Blocks,
    times: PrintedReader,
    options: Options,
    days: PageDays,
    *,
    alike: Set[str],
) -> _Found | None:
    """Return the blog that the blocks of an element are; None where that is none.

    `alike` are the lines with the times that the page prints alike.
    """
    notes: list[Note] = []
    lines = [line for place, block in enumerate(found.blocks) for line in lines_of(block, place)]
    lines = _with_times_first(lines, found.blocks, times)
    changes = changes_in([line.text for line in lines], alike, times)
    texts = [line.text for line in lines]
    credited = {**credits_of(texts, times), **credits_below_times(texts, alike)}
    for at, (said, _) in changes.items():
        lines[at] = Line(said, lines[at].place, Paragraph(said))
    for at, credit in credited.items():
        said = credit.printed.text if credit.printed else ""
        lines[at] = Line(said, lines[at].place, Paragraph(said))
    texts, of_lines = [line.text for line in lines], [found.blocks[line.place] for line in lines]
    masked = {**hidden(texts, of_lines, times), **inner_headings(texts, of_lines, inside_entries(element))}
    other = {**with_text_below(texts, of_lines, times), **masked}
    blog = read_lines(
        [line._replace(text=other.get(at, line.text)) for at, line in enumerate(lines)], options, days, notes
    )
    if blog is None:
        return None
    blog = shown(blog) if masked else blog
    notes += [Note(code="link-unkept", text=link) for link in found.unkept]
    blog = _without_sections(blog, lines, found.blocks, notes)
    names = {at: credit.names for at, credit in credited.items()}
    blog = _with_blocks(blog, lines, found.blocks, names, {at: change for at, (_, change) in changes.items()})
    heads = bold_headlines(element, times)
    if len(heads) >= _FEWEST:
        blog = evolve(blog, entries=[with_bold_headline(entry, heads) for entry in blog.entries])
    return _Found(blog, notes, _undated(blog.entries))


def _without_sections(blog: LiveBlog, lines: Sequence[Line], blocks: Sequence[Block], notes: list[Note]) -> LiveBlog:
    """Return the blog without the last entries that have no time and a heading of the level of those with days.

    Such headings divide the page, as `Contact` does; what stands under them is noted.
    """
    told = blog.capture.notes if blog.capture else ()
    headings = [blocks[lines[note.line // 2].place] for note in told if note.code == "day-heading" and note.line]
    levels = {heading.level for heading in headings if isinstance(heading, Heading)}
    entries = list(blog.entries)
    while levels and len(entries) > 1 and entries[-1].time is None:
        span = entries[-1].span
        opening = blocks[lines[(span.first or 1) // 2].place] if span else None
        if not isinstance(opening, Heading) or opening.level > max(levels):
            break
        gone = entries.pop()
        notes += [Note(code="page-furniture", text=said) for said in (gone.headline, *said_lines(gone)) if said]
    return evolve(blog, entries=entries)


def _with_times_first(lines: list[Line], blocks: Sequence[Block], times: PrintedReader) -> list[Line]:
    """Return the lines with the times before the headings that end with them, where several do.

    Where nothing sets the times off, as what only the look of a page does, half of the headings must end with one.
    """
    headings = [
        at
        for at, line in enumerate(lines)
        if isinstance(blocks[line.place], Heading) and not times.says_only_when(line.text)
    ]
    split = {at: found for at in headings if (found := times.split_last(lines[at].text))}
    if len(split) < _FEWEST:
        split = {at: found for at in headings if (found := times.split_end(lines[at].text))}
        if len(split) < max(_FEWEST, _HALF * len(headings)):
            return lines
    return [
        Line(f"{split[at][0]} {split[at][1]}", line.place, Paragraph(split[at][1])) if at in split else line
        for at, line in enumerate(lines)
    ]


def lines_of(block: Block, place: int) -> Iterator[Line]:
    """Yield the lines of text that a block is; what is only shown has none."""
    if isinstance(block, Media | Embed):
        return
    if isinstance(block, Paragraph):
        for paragraph in _broken(block):
            yield Line(paragraph.text, place, paragraph)
        return
    pieces = block.items if isinstance(block, ListBlock) else (block.text,)
    bullet = _BULLET if len(pieces) > 1 else ""  # one item alone is a link or a button more often than a list
    for piece in pieces:
        for number, said in enumerate(filter(None, map(str.strip, piece.split("\n")))):
            mark = "" if number else bullet
            yield Line(mark + said, place, Paragraph(said))


def _broken(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield a paragraph's lines as paragraphs of their own, with their links."""
    start = 0
    for piece in paragraph.text.split("\n"):
        end = start + len(piece)
        links = [
            Link(max(link.start, start) - start, min(link.end, end) - start, link.url)
            for link in paragraph.links
            if link.start < end and link.end > start
        ]
        if piece.strip():
            yield _stripped(Paragraph(piece, links))
        start = end + 1


def _stripped(paragraph: Paragraph) -> Paragraph:
    text = paragraph.text.strip()
    before = len(paragraph.text) - len(paragraph.text.lstrip())
    links = [
        Link(max(0, link.start - before), min(len(text), link.end - before), link.url)
        for link in paragraph.links
        if max(0, link.start - before) < min(len(text), link.end - before)
    ]
    return Paragraph(text, links)


def read_lines(
    lines: Sequence[Line], options: Options, days: PageDays, notes: list[Note], above: Sequence[str] | None = None
) -> LiveBlog | None:
    """Return what the text importer finds in the lines, dated by what the page states; None where it is little.

    `above` are the texts above the entries, which may say when that was; None for those of the lines that are.
    """
    source = "\n\n".join(line.text for line in lines).encode()
    instants = [value for moment in days.moments() if (value := aware(moment))]
    named = options.timezone or next((name for one in instants if (name := _fixed_zone(one.utcoffset()))), None)
    try:
        found = text.read(source, evolve(options, timezone=named or _NO_ZONE))
    except ImportFailure:
        return None
    if sum(entry.time is not None for entry in found.entries) < _FEWEST:
        return None
    if named is None:
        found = text.read(source, options)  # either the labels state a zone, or this says how to give one
    elif not options.timezone:
        notes.append(Note(code="zone-inferred", text=f"{named}, by the page's own time; none was given"))
    said = [line.text for line in lines]
    while options.date is None and (day := _page_day(found)) is not None:
        above = [*(above or ()), said[day // 2]]
        said[day // 2] = ""
        source = "\n\n".join(said).encode()
        found = text.read(source, evolve(options, timezone=found.timezone))
    if options.date is None and _undated(found.entries):
        if above is None:
            above = [line.text for line in lines[: _first(found) // 2]]
        stated = days.stated(above, PrintedReader(options.language))
        found = _on_days(found, source, options, stated, notes)
    notes += [evolve(note, line=None) for note in (found.capture.notes if found.capture else ())]
    return found


def _page_day(found: LiveBlog) -> int | None:
    """Return the line of the one day of a text that is that of the page, and not of the entries below it; or None.

    Where days head entries, each has a heading: the newest do not stand under the only one if they go on to another
    day. That is when the page began.
    """
    notes = found.capture.notes if found.capture else ()
    headings = [note.line for note in notes if note.code == "day-heading"]
    datelines = [note.line for note in notes if note.code == "date-inferred" and note.text.endswith(FROM_DATELINE)]
    headings, is_dateline = [*headings, *datelines], bool(datelines)
    days = {value.date() for entry in found.entries if isinstance(value := entry.time and entry.time.value, datetime)}
    is_page_s = len(headings) == 1 and len(days) > 1 and (is_dateline or found.order == "newest-first")
    return headings[0] if is_page_s and headings[0] and headings[0] < _first(found) else None


def _first(found: LiveBlog) -> int:
    """Return the line of the first entry with a time."""
    spans = (entry.span for entry in found.entries if entry.time is not None)
    return next((span.first for span in spans if span and span.first), 1)


def _on_days(found: LiveBlog, source: bytes, options: Options, stated: Stated, notes: list[Note]) -> LiveBlog:
    """Return the blog with the days that the page states for its times without one; as it is where it states none."""
    if stated.any_day is None:
        return found
    dated = text.read(source, evolve(options, timezone=found.timezone, date=stated.any_day))
    walls = [
        value.replace(tzinfo=None)
        for before, entry in zip(found.entries, dated.entries, strict=True)
        if before.time
        and before.time.value is None
        and isinstance(value := entry.time and entry.time.value, datetime)
    ]
    if not walls:
        return found
    steps, where = shift(stated, _zone(found), walls, dated.order)
    day = stated.any_day + timedelta(steps)
    notes.append(Note(code="date-inferred", text=f"{day}, from {where}; no day is printed beside the first times"))
    return text.read(source, evolve(options, timezone=found.timezone, date=day)) if steps else dated


def _zone(blog: LiveBlog) -> Zone:
    return zone(blog.timezone or _NO_ZONE)


def _fixed_zone(offset: timedelta | None) -> str | None:
    """Return the zone of an offset in whole hours; UTC is what data states of any place, and tells nothing."""
    hours, rest = divmod(offset or timedelta(), timedelta(hours=1))
    return f"Etc/GMT{-hours:+d}" if hours and not rest else None  # the tz database counts these westward


def _undated(entries: Iterable[Entry]) -> int:
    return sum(entry.time is not None and entry.time.value is None for entry in entries)


def _with_blocks(
    blog: LiveBlog,
    lines: Sequence[Line],
    blocks: Sequence[Block],
    names: Mapping[int, Sequence[str]],
    changes: Mapping[int, str],
) -> LiveBlog:
    """Return the blog with the page's own blocks in place of the paragraphs that its lines were read as.

    `names` are those of who wrote an entry, `changes` when that was changed, by the place of the line that says so.
    """
    shown = _shown_after(lines, blocks)
    entries = []
    before: list[Block] = []
    first = len(lines)
    levels = set()
    for entry in blog.entries:
        span = entry.span
        # Two line ends stand between lines, so that line n of the page is line 2n - 1 of the text.
        start, end = ((span.first or 1) // 2, (span.last or 1) // 2 + 1) if span else (0, 0)
        first = min(first, start)
        headline, body = entry.headline, _body(entry, lines[start:end], blocks)
        is_headed = bool(body) and isinstance(body[0][1], Heading)
        if entry.time is not None:
            opening = blocks[lines[start].place]
            levels.add(opening.level if isinstance(opening, Heading) else None)
            is_headed = is_headed or is_said_behind_time(opening, [block for _, block in body])
        if headline is None and is_headed:
            headline, body = body[0][1].text, body[1:]
        behind = ((at - start, block) for at in range(start, end) for block in shown.get(at, ()))
        whole = [block for _, block in sorted([*body, *behind], key=lambda one: one[0])]
        authors = [Agent(name=name) for at in range(start, end) for name in names.get(at, ())]
        modified = next((Moment(text=changes[at]) for at in range(start, end) if at in changes), entry.modified)
        entries.append(evolve(entry, headline=headline, body=whole, authors=authors, modified=modified, span=None))
    while entries and entries[0].time is None and len(entries) > 1:  # under the day of the page, above all times
        leading = entries.pop(0)
        before += [*([Paragraph(leading.headline)] if leading.headline else []), *leading.body]
    level = levels.pop() if len(levels) == 1 else None
    entries = [part for entry in entries for part in untimed.at_breaks(entry)]
    entries = [part for entry in entries[:-1] for part in untimed.at_headings(entry, level)] + entries[-1:]
    head = [*shown.get(-1, ()), *(block for at in range(first) for block in shown.get(at, ()))]
    introduction = [block for block in blog.introduction if block.text != blog.title]
    return evolve(blog, entries=entries, introduction=[*introduction, *before, *head])


def _shown_after(lines: Sequence[Line], blocks: Sequence[Block]) -> dict[int, list[Block]]:
    """Return what is only shown, by the place of the line that it stands behind; -1 is before all lines."""
    found: dict[int, list[Block]] = {}
    last = {line.place: at for at, line in enumerate(lines)}
    behind = -1
    for place, block in enumerate(blocks):
        if isinstance(block, Media | Embed):
            found.setdefault(behind, []).append(block)
        behind = last.get(place, behind)
    return found


def _body(entry: Entry, lines: Sequence[Line], blocks: Sequence[Block]) -> list[tuple[int, Block]]:
    """Return the body of an entry in the page's blocks, each with its place among the lines.

    It is as it was read, above all that is only shown, where the blocks do not say the same.
    """
    rest = list(said_lines(entry))
    matched = [(at, line, rest.pop(0)) for at, line in enumerate(lines) if rest and line.text.endswith(rest[0])]
    whole = Counter(line.place for _, line, said in matched if _is_all(line, said))
    body: list[tuple[int, Block]] = []
    for at, line, said in matched:
        block = blocks[line.place]
        if whole[line.place] != _count(block):
            body.append((at, line.part if _is_all(line, said) else shortened(line.part, said)))
        elif not body or body[-1][1] is not block:
            body.append((at, block))
    same = words(" ".join(block.text for _, block in body)) == words(entry.text)
    return body if same else [(-1, block) for block in entry.body]


def _is_all(line: Line, said: str) -> bool:
    return said in (line.text, line.part.text)


def _count(block: Block) -> int:
    return sum(1 for _ in lines_of(block, 0))
