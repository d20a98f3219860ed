"""Pages without data: their text goes through the rules of the text importer, and gets its blocks back.

One set of rules knows labels, day headings, headlines and directions. Here a page becomes lines, each remembering
the block that it is of, and the entries found in the lines become entries of those blocks.
"""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import dropwhile
from typing import NamedTuple

from attrs import evolve
from lxml import etree

from ....model import Heading, LiveBlog, Note, Paragraph
from ... import markup
from ...markup.classes import tag_and_class
from ...markup.tree import line_inside
from ...options import Options
from ...text import DatedText
from ...text.stated import undated
from ..furniture.chrome import left_out, lists_of_news
from ..furniture.feet import without_feet
from ..furniture.polls import polls
from ..labels.bylines import line_byline
from ..labels.crediting import LONGEST as LONGEST_CREDIT
from ..labels.crediting import credits_below_times, credits_of, of_authors
from ..labels.printed import PrintedReader
from ..page import Page
from ..reading.introduction import introduction
from ..reading.openings import shortened
from ..reading.posts import posts_of_lines
from . import pinned, untimed
from .below_entries import below, of_page, with_initials, without_imprint, without_tail
from .block_lines import Break, Line, PageLines, lines_at_breaks
from .bodies import bodies
from .dating import dated
from .days import PageDays
from .entries import with_blocks
from .headings import (
    bold_headlines,
    bold_lines,
    changes_in,
    headlines_before_times,
    inner_headings,
    other_times,
    with_bold_headline,
    with_lines_as_headlines,
    with_text_below,
    with_times_first,
)

_FEWEST = 2
_OF_LINES = frozenset({"p", "div", "footer", "address"})


def read(page: Page, options: Options, days: PageDays, notes: list[Note]) -> LiveBlog | None:
    """Return the blog that the page's text is; None where it has not at least two entries with times.

    `days` is what the page states of when it was changed and published: it gives the day of times without one, and
    the zone where none is given. Raises `ImportFailure` where there are entries, but no zone is given or stated.
    """
    alike = untimed.alike(page)
    gone = page.lists | _news(page) | below(page, alike) | polls(page.root, alike)
    pin = pinned.box_above(page, alike)
    gone |= {pin} if pin is not None else set()
    reader = _Reader(page, alike, gone, untimed.breaks(page, alike))
    best: _Reading | None = None
    for element in bodies(page, alike):
        reading = reader.read(element, options, days)
        if reading is not None and (best is None or reading.undated < best.undated):
            best = reading
        if best is not None and not best.undated:
            break
    if best is None:
        return None
    if text := left_out(gone - page.outside - {pin}):
        notes.append(Note(code="page-furniture", text=text))
    notes += best.notes
    blog = without_tail(best.blog, notes)
    entries = with_initials(without_feet(blog.entries, notes), page.times, notes)
    entries = without_imprint(entries, page, notes, is_oldest=blog.order == "newest-first")
    blog = evolve(blog, entries=entries)
    return pinned.with_pinned(blog, pin, page, notes) if pin is not None else blog


def _news(page: Page) -> frozenset[etree._Element]:
    """Return the lists of other news of a page, where times stand beside these, too."""
    found = lists_of_news(page.root, page.times)
    return found if any(found.isdisjoint(mark.iterancestors()) for mark in page.printing) else frozenset()


class _Reading(NamedTuple):
    """The blog that one element is read as, its notes, and how many of its times are of no known day."""

    blog: LiveBlog
    notes: list[Note]
    undated: int


class _Reader(NamedTuple):
    """Reads elements of a page, with the times that it prints alike, what is no text, and where times are missing."""

    page: Page
    alike: Sequence[etree._Element]
    gone: Set[etree._Element]
    breaks: Mapping[etree._Element, Break]

    def read(self, element: etree._Element, options: Options, days: PageDays) -> _Reading | None:
        """Return the blog that the blocks of an element are; None where that is none."""
        page, times = self.page, self.page.times
        notes: list[Note] = []
        posts = posts_of_lines(element, times, self.alike)
        bylines = _bylines(element, self.alike)
        marks = [*self.breaks, *bylines]
        blocks = markup.element_blocks(element, page.base, page.outside | self.gone, posts, marks=marks)
        lines = self._lines(blocks, bylines)
        running = other_times(lines, times) | inner_headings(lines, element)
        running |= {at + 1 for at in range(len(lines.lines)) if lines.says(at)}
        joined = with_text_below(lines, times)
        read_as = [joined.get(at, text) for at, text in enumerate(lines.texts)]
        found = dated(read_as, options, days, notes, running=running)
        if found is None:
            return None
        notes += [Note(code="link-unkept", text=link) for link in blocks.unkept]
        found = untimed.with_words_for_times(found, lines.unclear)
        blog = with_blocks(_without_sections(found, lines, notes), lines)
        heads = bold_headlines(element, times)
        if len(heads) >= _FEWEST:
            blog = evolve(blog, entries=[with_bold_headline(entry, heads) for entry in blog.entries])
        blog = evolve(blog, entries=with_lines_as_headlines(blog.entries, bold_lines(element)))
        if element.tag != "body" and element.find(".//h1") is None:  # the title is above it, and may have a lede
            leading = introduction(page, element, blog.title, notes) or []
            blog = evolve(blog, introduction=[*leading, *blog.introduction])
        return _Reading(blog, notes, undated(blog.entries))

    def _lines(self, shown: markup.Blocks, bylines: Mapping[etree._Element, Sequence[str]]) -> PageLines:
        """Return the lines of blocks with each time before all that is said in its line, and no names beside it.

        Nor are the `bylines` lines, which are elements with the names that they say.
        """
        blocks, times = shown.blocks, self.page.times
        breaks = {place: self.breaks[mark] for mark, place in shown.places.items() if mark in self.breaks}
        lines = [*lines_at_breaks(blocks, breaks)]
        alike = {line_inside(mark) for mark in self.alike}
        if heads := {head for said in alike if (head := times.introduction(said))}:
            lines = _without_introductions(lines, heads, times)
            alike = {said.removeprefix(times.introduction(said)) for said in alike}
        opening = headlines_before_times(self.alike, times)
        lines = [_with_time_first(line, *opening[line.text]) if line.text in opening else line for line in lines]
        lines = with_times_first(lines, blocks, times)
        texts = [line.text for line in lines]
        changes = changes_in(texts, alike, times)
        credited = {**credits_of(texts, times), **credits_below_times(texts, alike)}
        said = {at: said for at, (said, _) in changes.items()}
        said |= {at: credit.printed.text if credit.printed else "" for at, credit in credited.items()}
        unclear = untimed.credits_without_time(texts, credited)
        said |= {at: words for at, (words, _) in unclear.items()}
        signed = {
            (shown.places[part], line_inside(part)): names for part, names in bylines.items() if part in shown.places
        }
        of_lines = {at: names for at, line in enumerate(lines) if (names := signed.get((line.place, line.text)))}
        said |= dict.fromkeys(of_lines, "")
        return PageLines(
            [
                line._replace(text=said[at], part=Paragraph(said[at])) if at in said else line
                for at, line in enumerate(lines)
            ],
            blocks,
            names=of_lines
            | {at: credit.names for at, credit in credited.items()}
            | {at: [name] for at, (_, name) in unclear.items()},
            unclear=unclear.keys(),
            changes={at: change for at, (_, change) in changes.items()},
        )


def _bylines(element: etree._Element, times: Sequence[etree._Element]) -> dict[etree._Element, list[str]]:
    """Return the paragraphs behind the first of `times` that are called those of authors, with the names they are.

    Those of entries are made alike, and each says names; one that is not may be that of the page.
    """
    behind = dropwhile(lambda part: part not in times[:1], element.iter(etree.Element))
    called = {part: line_inside(part) for part in of_authors(behind) if part.tag in _OF_LINES}
    found = {
        part: said.names
        for part, text in called.items()
        if len(text) <= LONGEST_CREDIT and (said := line_byline(part, text, frozenset(), is_shown=False))
    }
    kinds = Counter(map(tag_and_class, found))
    are_others = {tag_and_class(part) for part in called.keys() - found.keys()}
    are_of_entries = {kind for kind, count in kinds.items() if count >= _FEWEST} - are_others
    return {part: names for part, names in found.items() if tag_and_class(part) in are_of_entries}


def _with_time_first(line: Line, time: str, headline: str) -> Line:
    return line._replace(text=f"{time} {headline}", part=Paragraph(headline))


def _without_introductions(lines: list[Line], heads: Set[str], times: PrintedReader) -> list[Line]:
    """Return the lines without the words before times that the page prints alike, `Uhrzeit: 10.02 Uhr`.

    Where these words are not the same before all, they say something, behind a time that is alone: `Kick-off: 19:45`.
    They stay where more lines begin with a time without them: those are the entries.
    """
    begun = {at: next((head for head in heads if line.text.startswith(head)), "") for at, line in enumerate(lines)}
    rests = {at: lines[at].text.removeprefix(head) for at, head in begun.items() if head}
    found = {at: rest for at, rest in rests.items() if times.begins(rest)}
    if len(found) <= sum(times.begins(line.text) for at, line in enumerate(lines) if at not in found):
        return lines
    for at, rest in found.items():
        if len(heads) == 1:
            lines[at] = lines[at]._replace(text=rest, part=shortened(lines[at].part, rest))
        elif times.read(rest) is not None:
            said = begun[at].rstrip(" :")
            lines[at] = lines[at]._replace(text=f"{rest} {said}", part=Paragraph(said))
    return lines


def _without_sections(found: DatedText, page: PageLines, notes: list[Note]) -> DatedText:
    """Return what is found without the last entries that have no time and a heading of the level of those with days.

    So is one like that above all entries. Such headings divide the page, as `Contact` does; what stands under them is
    noted.
    """
    levels = {block.level for at in found.headings if isinstance(block := page.block(at), Heading)}
    levels |= _level_above(found, page)
    entries, places = [*found.blog.entries], found.places
    while levels and len(entries) > 1 and entries[-1].time is None:
        opening = page.block(places.pop().start)
        if not isinstance(opening, Heading) or opening.level > max(levels):
            break
        notes += of_page(entries.pop())
    return found._replace(blog=evolve(found.blog, entries=entries))


def _level_above(found: DatedText, page: PageLines) -> Set[int]:
    """Return the level of the last heading above all entries with a time, but for the title, if it begins none."""
    timed = [place.start for entry, place in zip(found.blog.entries, found.places, strict=True) if entry.time]
    above = [page.block(at) for at in range(timed[0])]
    begun = {block.level for at in timed if isinstance(block := page.block(at), Heading)}
    levels = [block.level for block in above if isinstance(block, Heading)][-1:]
    return {level for level in levels if level > 1} - begun
