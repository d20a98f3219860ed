"""Entries that were read from lines, with the page's own blocks in place of the paragraphs that its lines are."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from attrs import evolve

from ....model import Block, Embed, Entry, Heading, LiveBlog, Media, Moment, Paragraph
from ...agencies import author
from ...text import DatedText
from ..joining.sources import letters
from ..reading.openings import shortened
from . import untimed
from .below_entries import said_lines
from .block_lines import Line, PageLines, lines_of


def with_blocks(found: DatedText, page: PageLines) -> LiveBlog:
    """Return the blog with the page's own blocks in place of the paragraphs that its lines were read as."""
    blog, places = _with_heading_above(found, page), [_with_blanks(place, page) for place in found.places]
    shown = _shown_after(page)
    entries = [
        part for entry, place in zip(blog.entries, places, strict=True) for part in _parts(entry, place, page, shown)
    ]
    # What has no time above all that have one stands under the day of the page, unless that is not the day of these.
    newest = next((entry.calendar_day for entry in entries if entry.time), None)
    leading = [*takewhile(lambda entry: entry.time is None and entry.day in (None, newest), entries[:-1])]
    first = min((place.start for place in places), default=0)
    above, told = _above_times(blog, first, page)
    entries = [*_parts(Entry(body=told), range(above, first), page, shown), *entries] if told else entries
    introduction = [
        *(block for block in blog.introduction[: len(blog.introduction) - len(told)] if block.text != blog.title),
        *(block for one in leading for block in (*([Paragraph(one.headline)] if one.headline else []), *one.body)),
        *(block for at in range(-1, above) for block in shown.get(at, ())),
    ]
    level, (*others, last) = _level(found, page), entries[len(leading) :]
    whole = [*(part for entry in others for part in untimed.at_headings(entry, level)), last]
    if not any(entry.headline for entry in whole if entry.time):  # headings are times and no more
        said = {block.text for block in page.blocks if isinstance(block, Heading) and block.level == level}
        whole = [untimed.with_said_time(entry, said.__contains__) for entry in whole]
    return evolve(blog, entries=whole, introduction=introduction)


def _with_blanks(place: range, page: PageLines) -> range:
    """Return the places of the lines of an entry with those behind it that have no text, such as one with a name."""
    behind = takewhile(lambda at: not page.lines[at].text, range(place.stop, len(page.lines)))
    return range(place.start, max(behind, default=place.stop - 1) + 1)


def _above_times(blog: LiveBlog, first: int, page: PageLines) -> tuple[int, list[Block]]:
    """Return where above the first time the entries begin that something else is told of, and what they say.

    Such are the minutes of a match that still goes on, where the newest stand first.
    """
    begin = next(filter(page.says, range(first)), first)
    said = [text for text in page.texts[begin:first] if text]
    blocks = [*blog.introduction[len(blog.introduction) - len(said) :]]
    return (begin, blocks) if [block.text for block in blocks] == said else (first, [])


def _with_heading_above(found: DatedText, page: PageLines) -> LiveBlog:
    """Return the blog with the heading above all entries as the headline of the first, where others have such."""
    (first, *others), (place, *places) = found.blog.entries, found.places
    above = page.block(place.start - 1) if place.start else None
    *rest, last = found.blog.introduction or (None,)
    if first.headline or last is None or not isinstance(above, Heading) or last.text != above.text:
        return found.blog
    openings = [page.block(at.start) for one, at in zip(others, places, strict=True) if one.headline]
    if not any(isinstance(opening, Heading) and opening.level == above.level for opening in openings):
        return found.blog
    return evolve(found.blog, introduction=rest, entries=[evolve(first, headline=above.text), *others])


def _level(found: DatedText, page: PageLines) -> int | None:
    """Return the level of the headings that open the entries with a time; None where it is not one."""
    openings = [
        page.block(place.start)
        for entry, place in zip(found.blog.entries, found.places, strict=True)
        if entry.time is not None
    ]
    levels = {opening.level if isinstance(opening, Heading) else None for opening in openings}
    return levels.pop() if len(levels) == 1 else None


def _parts(entry: Entry, place: range, page: PageLines, shown: Mapping[int, Sequence[Block]]) -> Iterator[Entry]:
    """Yield an entry with the blocks of its lines and what is `shown` behind these, up to the first break in it.

    Behind it come those that the breaks begin.
    """
    if place.start and page.says(place.start - 1):
        place = range(place.start - 1, place.stop)
    body = _body(entry, place, page)
    headline, body = (entry.headline, body) if page.says(place.start) else _headed(entry, place, page, body)
    behind = ((at, block) for at in place for block in shown.get(at, ()))
    named = evolve(
        entry,
        headline=headline,
        authors=[author(name) for at in place for name in page.names.get(at, ())],
        modified=next((Moment(text=page.changes[at]) for at in place if at in page.changes), entry.modified),
        span=None,
    )
    breaks = {at: breaks for at in place if (breaks := page.lines[at].breaks)}
    return untimed.at_breaks(named, sorted([*body, *behind], key=lambda one: one[0]), breaks)


def _headed(
    entry: Entry, place: range, page: PageLines, body: list[tuple[int, Block]]
) -> tuple[str | None, list[tuple[int, Block]]]:
    """Return the headline of an entry and the rest of its body: of one without, the heading that it begins with.

    That may have the time before it, and be any words then, if there is text below: `12:00 50.2 % against 49.8 %`.
    """
    if entry.headline is not None or not body:
        return entry.headline, body
    (_, first), *rest = body
    opening = page.block(place.start)
    is_behind = isinstance(opening, Heading) and opening.text.endswith(first.text)
    is_headed = isinstance(first, Heading) or (is_behind and any(block.text for _, block in rest))
    return (first.text, rest) if is_headed else (None, body)


def _shown_after(page: PageLines) -> dict[int, list[Block]]:
    """Return what is only shown, by the place of the line or break that it stands behind; -1 is before all lines."""
    found: dict[int, list[Block]] = {}
    last = {line.place: at for at, line in enumerate(page.lines)}
    breaks = {line.place: at for at, line in enumerate(page.lines) if line.breaks}
    behind = -1
    for place, block in enumerate(page.blocks):
        behind = breaks.get(place, behind)
        if isinstance(block, Media | Embed):
            found.setdefault(behind, []).append(block)
        behind = last.get(place, behind)
    return found


def _body(entry: Entry, place: range, page: PageLines) -> list[tuple[int, Block]]:
    """Return the body of an entry in the page's blocks, each with its place among the lines.

    It is as it was read, above all that is only shown, where the blocks do not say the same.
    """
    rest = list(said_lines(entry))
    lines = ((at, page.lines[at]) for at in place)
    matched = [(at, line, rest.pop(0)) for at, line in lines if rest and line.text.endswith(rest[0])]
    whole = Counter(line.place for _, line, said in matched if _is_all(line, said))
    body: list[tuple[int, Block]] = []
    for at, line, said in matched:
        block = page.blocks[line.place]
        if whole[line.place] != len([*lines_of(block, 0)]):
            body.append((at, line.part if _is_all(line, said) else shortened(line.part, said)))
        elif not body or body[-1][1] is not block:
            body.append((at, block))
    same = letters(" ".join(block.text for _, block in body)) == letters(entry.text)
    return body if same else [(-1, block) for block in entry.body]


def _is_all(line: Line, said: str) -> bool:
    return said in (line.text, line.part.text)
