"""Times that are printed alike on a page whose entries are lines, and the places among them that have no time.

A `<dt>` stands before the text of an entry and not around it. Where one is empty, or only has a headline, the text
behind it is an entry without a time.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import evolve
from lxml import etree

from ....model import Block, Entry, Heading, Moment, Paragraph
from ...markup.tree import line_inside
from ...text import DatedText
from ...text.shape import has_digit
from ..finding.elements import around_all, likeness
from ..labels.crediting import Credit
from ..labels.time_elements import stands_for_time
from ..page import Page
from ..reading.openings import shortened
from . import minutes
from .block_lines import Break, is_blank
from .headings import is_in_bold

_SET_OFF = " |:·–—-"
_FEWEST = 3
_LONGEST_WORDS = 30  # characters for a time that nobody knows
_MOST = 0.5  # of the terms of a list have a time


def alike(page: Page) -> list[etree._Element]:
    """Return the most times of a page that are printed alike, at least three, in reading order; else none."""
    found: dict[object, list[etree._Element]] = defaultdict(list)
    for mark in page.printing:
        above = mark.getparent()
        if above is not None and not page.is_outside(mark):
            found[likeness(mark), likeness(above)].append(mark)
    most = max(found.values(), key=len, default=[])
    return most if len(most) >= _FEWEST else []


def breaks(page: Page, times: Sequence[etree._Element]) -> dict[etree._Element, Break]:
    """Return what stands where others have one of the `times`, or is the term of a text, and has no time."""
    found = {term: Break(is_headline=not is_blank(line_inside(term))) for term in _terms_without_time(page)}
    found |= {part: Break(said=line_inside(part).rstrip(_SET_OFF)) for part in minutes.beside_times(page)}
    return found | dict.fromkeys(_above_rules(times), Break(is_headline=True, is_above=True))


def _above_rules(times: Sequence[etree._Element]) -> list[etree._Element]:
    """Return the line in bold that stands above the first time where a rule parts all entries, each with such a line.

    It begins the entry between the beginning of their box and the first rule.
    """
    if not times:
        return []
    box = next(around_all(times))
    known = {above for mark in times for above in (mark, *mark.iterancestors())}
    first, rows = box[0], [part for part in box if part in known]
    rules = [row.getprevious() for row in rows]
    heads = [first, *(row.getnext() for row in rows)]
    is_one = (
        all(rule is not None and rule.tag == "hr" for rule in rules)
        and first.getnext() is not rules[0]
        and all(head is not None and is_in_bold(head) for head in heads)
    )
    return [first] if is_one else []


def _terms_without_time(page: Page) -> list[etree._Element]:
    """Return the terms of lists that begin with no time and are no day, where few do."""
    found = []
    for terms in page.root.iter("dl"):
        said = {term: line_inside(term) for term in terms.iterchildren("dt")}
        untimed = [
            term for term, text in said.items() if not (page.times.begins(text) or page.times.day_beside(text))
        ]
        if len(untimed) <= _MOST * len(said):
            found += untimed
    return found


def at_breaks(entry: Entry, body: Sequence[tuple[int, Block]], breaks: Mapping[int, Break]) -> Iterator[Entry]:
    """Yield an entry with what its `body` has above all `breaks`, and what each of these begins, without a time.

    Blocks and breaks have their places among the lines of the page.
    """
    begins = sorted(breaks)
    above, *below = (
        [block for at, block in body if start <= at < end] for start, end in pairwise([-math.inf, *begins, math.inf])
    )
    if above or entry.time is not None or entry.headline is not None:
        yield with_said_time(evolve(entry, body=above), stands_for_time)
    for at, blocks in zip(begins, below, strict=True):
        if blocks and (said := breaks[at].said) and blocks[0].text.startswith(said):
            yield Entry(time=Moment(text=said), body=_without_minute(said, blocks))
        elif blocks and (breaks[at].is_headline or isinstance(blocks[0], Heading)):
            yield with_said_time(Entry(headline=blocks[0].text, body=blocks[1:]), stands_for_time)
        elif blocks:
            yield Entry(body=blocks)


def _without_minute(said: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of an entry without the minute that they begin with, and what sets it off."""
    first, *rest = blocks
    text = first.text.removeprefix(said).lstrip(_SET_OFF)
    return [*([shortened(first, text)] if isinstance(first, Paragraph) and text else []), *rest]


def with_said_time(entry: Entry, is_time: Callable[[str], bool]) -> Entry:
    """Return an entry with what stands for its time as that, and not as its headline."""
    if entry.time is not None or entry.headline is None or not is_time(entry.headline):
        return entry
    return evolve(entry, time=Moment(text=entry.headline), headline=None)


def credits_without_time(lines: Sequence[str], credited: Mapping[int, Credit]) -> dict[int, tuple[str, str]]:
    """Return the words for a time, and the name, of lines beside those `credited`: `Late afternoon, Ada`."""
    names = {name for credit in credited.values() for name in credit.names}
    parted = {at: text.rpartition(", ") for at, text in enumerate(lines if names else ()) if at not in credited}
    return {
        at: (said, name)
        for at, (said, _, name) in parted.items()
        if name in names and 0 < len(said) <= _LONGEST_WORDS and not has_digit(said)
    }


def with_words_for_times(found: DatedText, unclear: Collection[int]) -> DatedText:
    """Return what is found with the words of the lines `unclear` as the times of the entries that they begin."""
    entries = [
        evolve(entry, headline=None, time=Moment(text=entry.headline))
        if entry.headline and entry.time is None and place.start in unclear
        else entry
        for entry, place in zip(found.blog.entries, found.places, strict=True)
    ]
    return found._replace(blog=evolve(found.blog, entries=entries))


def at_headings(entry: Entry, level: int | None) -> Iterator[Entry]:
    """Yield an entry up to the first heading in it of the level that those with a time have, and what these begin.

    `level` is None where entries have no heading of one level. What a heading begins is an entry of its own, without
    a time, where there is something under it.
    """
    body = entry.body
    begins = [
        at
        for at, (block, after) in enumerate(pairwise(body))
        if isinstance(block, Heading) and block.level == level and not isinstance(after, Heading)
    ]
    yield evolve(entry, body=body[: begins[0]]) if begins else entry
    for start, end in pairwise([*begins, len(body)]):
        yield Entry(headline=body[start].text, body=body[start + 1 : end])
