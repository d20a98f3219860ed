"""Headlines of entries that are lines, in headings and in bold, and the headings and times that begin no entry."""

import re
from collections.abc import Collection, Sequence, Set
from itertools import pairwise, takewhile

from attrs import evolve
from lxml import etree

from ....model import Block, Entry, Heading, Paragraph
from ...markup.names import SUBHEADINGS
from ...markup.tree import line_inside, words_inside
from ...text.labels import NEAR
from ...text.said_dates import says_updated
from ...text.shape import has_digit, is_headline_like
from ..labels.printed import LONGEST, PrintedReader
from ..reading.openings import shortened
from .block_lines import Line, PageLines

_FIRST_DIGIT = re.compile(r"\d")
# What is measured at a time, in the rows of a table: `13.03., 15 Uhr | 3,10 m`.
_MEASURED = re.compile(r"\s\|\s[+−-]?\d+(?:[.,]\d+)?(?:\s?[^\W\d]{1,4}(?:[/³²][^\W\d]{0,4})?|\s?[%°]C?)?(?=\s\||$)")
_STOP = "."
_SET_OFF = " |·:,–—-"
_FEWEST_TIMES = 3
_FEWEST = 2
_HALF = 0.5
_LONGEST_BOLD = 120  # characters


def with_times_first(lines: list[Line], blocks: Sequence[Block], times: PrintedReader) -> list[Line]:
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


def headlines_before_times(alike: Sequence[etree._Element], times: PrintedReader) -> dict[str, tuple[str, str]]:
    """Return the lines that open entries with a headline and one of the times `alike`: that time, and the headline.

    `<dt>Resolved <small>3 March, 11:47</small></dt>`: the first stands first in its box, and text behind the last.
    None where one of them is another line, or all of it is a time: `Yesterday at 11:47`.
    """
    marks = [mark[-1] if len(mark) and times.read(line_inside(mark[-1])) else mark for mark in alike]
    rows = [row for mark in marks if (row := mark.getparent()) is not None]
    is_box = len({row.getparent() for row in rows}) == 1 and len({*rows}) == len(alike)
    if not is_box or rows[0].getprevious() is not None or rows[-1].getnext() is None:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for row, mark in zip(rows, marks, strict=True):
        whole, time = line_inside(row), line_inside(mark)
        head, printed = whole.removesuffix(time).rstrip(_SET_OFF), times.read(time)
        if printed is None or not whole.endswith(time) or not is_headline_like(head, words=1):
            return {}
        if times.says_only_when(whole):
            return {}
        found[whole] = printed.label, head
    return found


def with_text_below(page: PageLines, times: PrintedReader) -> dict[int, str]:
    """Return what to read for a heading that is a time and a stop, such as `21:33.`: the text below as well.

    Each is by its place among the lines; the line below is then empty. In the other
    headings of such a page, that stop sets the time off from a headline.
    """
    found: dict[int, str] = {}
    for at, (text, below) in enumerate(pairwise(page.texts)):
        if not isinstance(page.block(at), Heading) or not text.endswith(_STOP) or len(text) > LONGEST:
            continue
        if isinstance(page.block(at + 1), Paragraph) and times.says_only_when(text[:-1]) and not times.begins(below):
            found |= {at: f"{text} {below}", at + 1: ""}
    return found


def inner_headings(page: PageLines, element: etree._Element) -> Set[int]:
    """Return the places among lines of the headings below a text that describes a term: they begin no entry."""
    inner = {
        words_inside(heading)
        for entry in element.iter("dd")
        for heading in entry.iterchildren(*SUBHEADINGS)
        if heading.getprevious() is not None
    }
    return {at for at, line in enumerate(page.lines) if line.text in inner and isinstance(page.block(at), Heading)}


def bold_headlines(element: etree._Element, times: PrintedReader) -> frozenset[str]:
    """Return the sentences that stand in bold together with a time, before a text that is not bold.

    `<b>14.35 Uhr: Out.</b> All are.` They need no stop where no sentence of the page goes on from bold words.
    """
    sentences: set[str] = set()
    others: set[str] = set()
    goes_on = False
    for part in element.iter("b", "strong"):
        above = part.getparent()
        if above is None or above[0] is not part or (above.text or "").strip() or not (part.tail or "").strip():
            continue
        split = times.split(words_inside(part))
        if split and len(split[1]) <= _LONGEST_BOLD:
            (sentences if split[1][-1] in ".!?" else others).add(split[1])
            goes_on = goes_on or (part.tail or "").strip()[0].islower()
    return frozenset(sentences if goes_on or len(others) < _FEWEST else sentences | others)


def bold_lines(element: etree._Element) -> frozenset[str]:
    """Return the lines that are bold and nothing else: `<p><strong>We are out!</strong></p>`."""
    return frozenset(words_inside(line) for line in element.iter("p") if is_in_bold(line))


def is_in_bold(line: etree._Element) -> bool:
    """Tell whether all words of a line stand in bold."""
    return any(words_inside(bold) == words_inside(line) for bold in line.iter("b", "strong"))


def with_lines_as_headlines(entries: Sequence[Entry], lines: Collection[str]) -> Sequence[Entry]:
    """Return entries with the bold line that the text begins with as its headline, where several have such a one."""
    if sum(entry.headline in lines for entry in entries) < _FEWEST:
        return entries
    return [
        evolve(entry, headline=entry.body[0].text, body=entry.body[1:])
        if (entry.time or entry.day) and not entry.headline and len(entry.body) > 1 and entry.body[0].text in lines
        else entry
        for entry in entries
    ]


def with_bold_headline(entry: Entry, heads: Collection[str]) -> Entry:
    """Return an entry with its first sentences as its headline, where they are one of `heads`: the longest such."""
    first = entry.body[0] if entry.body and entry.time and not entry.headline else None
    if not isinstance(first, Paragraph):
        return entry
    head = max((head for head in heads if first.text.startswith(f"{head} ")), key=len, default=None)
    if head is None:
        return entry
    rest = shortened(first, first.text[len(head) :].lstrip())
    return evolve(entry, headline=head.removesuffix("."), body=[rest, *entry.body[1:]])


def other_times(page: PageLines, times: PrintedReader) -> Set[int]:
    """Return the places of the lines whose time begins no entry.

    The title of a page may repeat the newest headline with its time. Where
    headings begin the entries, `Update 16.40 Uhr: …` below one belongs to it. Lines of one paragraph that
    all begin with a time are a timetable where a line announces them; and rows of a table may say what was measured.
    """
    texts = page.texts
    blocks = {at: page.block(at) for at, text in enumerate(texts) if has_digit(text[:NEAR])}
    title = {at for at, block in blocks.items() if isinstance(block, Heading) and block.level == 1}
    updates = {at for at, block in blocks.items() if _says_updated(block)}
    rows = {at for at, block in blocks.items() if isinstance(block, Paragraph) and "\n" in block.text}
    tabled = {at for at in blocks if _MEASURED.search(texts[at])}
    if not (title or updates or rows or tabled):
        return set()
    timed = {at for at in blocks if times.begins(texts[at])}
    title &= timed
    found = title if len(title) == 1 and len(timed) > _FEWEST_TIMES else set()
    if sum(isinstance(blocks[at], Heading) for at in timed) >= max(_FEWEST_TIMES, _HALF * len(timed)):
        found |= updates & timed
    listed = {at for at in rows & timed if _is_announced(at, page, timed)} | (tabled & timed)
    if len(listed) < _HALF * len(timed):
        found |= listed
    return found


def changes_in(texts: Sequence[str], alike: Set[str], times: PrintedReader) -> dict[int, tuple[str, str]]:
    """Return the lines that are a time and that of a change, by their place: `Publié à 16:12`, `Modifié à 16:55`.

    They are of `alike`, the times of entries: the page may say the like of itself.
    """
    split = {at: times.split_change(text) for at, text in enumerate(texts) if text in alike}
    return {at: (said, change) for at, (said, change) in split.items() if change is not None}


def _is_announced(at: int, page: PageLines, timed: Set[int]) -> bool:
    """Tell whether a line is of those that end a paragraph, each with a time, below a line that announces them."""
    block = page.block(at)
    first = next((one for one in range(at, -1, -1) if one not in timed or page.block(one) is not block), -1)
    rest = takewhile(lambda one: page.block(one) is block, range(at, len(page.lines)))
    return first >= 0 and page.lines[first].text.endswith((":", "：")) and all(one in timed for one in rest)


def _says_updated(block: Block) -> bool:
    return isinstance(block, Paragraph) and says_updated(_FIRST_DIGIT.split(block.text[:NEAR], maxsplit=1)[0])
