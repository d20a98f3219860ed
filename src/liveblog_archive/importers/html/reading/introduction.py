"""What stands between the title of a page and its first entry, and leads to these: the introduction of the blog.

It is what the publisher writes there in sentences, what the page calls a lede, and lists of points. Names of authors,
times, links to other pages and pictures are none of it.
"""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from lxml import etree

from ....model import Block, Note
from ... import markup
from ...markup.classes import ClassPattern, is_unseen
from ...markup.names import LISTS, SHOWN, SUBHEADINGS, UNREAD
from ...markup.tree import has_own_words, line_inside, spaced, text_inside
from ...page_words import says_control
from ...text.said_dates import says_updated
from ...text.shape import ends_like_a_sentence, has_digit
from ..labels.bylines import byline, line_byline
from ..labels.crediting import is_author
from ..labels.printed import PrintedReader
from ..page import Page

_WORDS = (
    "standfirst|lede|dek|deck|strapline|intro(?:duction)?|summary|lead-?text|sub-?title|sub-?head(?:line|ing)?|"
    "vorspann|anrei(?:ß|ss)er|chap[oô]|chapeau|sous-?titre|entradilla|bajada|sumario|occhiello|sommario|catenaccio|"
    "inleiding|ingress|manchet|perex|zajawka"
)
_LEDE = ClassPattern(rf"(?:^|[\s_-])(?:{_WORDS})(?:$|[\s_-])|(?:^|\s)(?:lead|lid)(?:$|\s)")
_LINES = SUBHEADINGS | LISTS | {"p", "blockquote", "dl", "table"}
_ACTIVE = frozenset({"a", "button", "input"})
_NONE = SHOWN | UNREAD | {"button", "svg"}
_LONGEST_LABEL, _LONGEST_TAB, _LONGEST_TIME = 30, 15, 80  # characters: `Reading time: 5 min.`, `Latest`, `Updated …`
_FEWEST_BLANKS, _FEWEST_POINTS = 4, 2
_HALF = 0.5


class _Line(NamedTuple):
    """A line of text: its element, its words, and whether it stands in what the page calls a lede."""

    element: etree._Element
    text: str
    is_in_lede: bool


def introduction(page: Page, first: etree._Element, title: str | None, notes: list[Note]) -> list[Block] | None:
    """Return what leads from the title of a page to its first entry; longer lines there that do not are noted.

    None where the page has no title above that entry.
    """
    parts = _below_title(page, first)
    if parts is None:
        return None
    kept: list[etree._Element] = []
    left: list[str] = []
    above: etree._Element | None = None  # a label that nothing stands below yet, such as `Key points`
    for line in _lines(parts, page.outside | page.lists):
        if line.text == title or _is_beside(line, page):
            continue
        is_kept = _leads(line, page.times)
        if is_kept:
            kept += [line.element] if above is None else [above, line.element]
        elif len(line.text) > _LONGEST_LABEL and not _is_linked(line):
            left.append(f"“{line.text}”")
        above = line.element if _is_label(line) and not is_kept else None
    if left:
        notes.append(Note(code="above-entries", text=f"below the title, and in no entry: {', '.join(left)}"))
    found = markup.blocks_of(kept, page.base, page.outside)
    notes += [Note(code="link-unkept", text=link) for link in found.unkept]
    return found.blocks


def has_above(page: Page, first: etree._Element) -> bool:
    """Tell whether anything stands between a heading above an entry and that entry: what is around need be known."""
    before = _before(page, first)
    return any(_between(before, at, first) for at in _headings(before))


def _below_title(page: Page, first: etree._Element) -> list[etree._Element] | None:
    """Return the largest elements between the last heading of the page itself above an entry, and that entry."""
    before = _before(page, first)
    at = next((at for at in _headings(before) if not page.is_outside(before[at])), None)
    return None if at is None else _between(before, at, first)


def _before(page: Page, first: etree._Element) -> list[etree._Element]:
    return page.elements[: page.elements.index(first)]


def _headings(before: Sequence[etree._Element]) -> Iterator[int]:
    """Yield the places of headings that may be the page's, the last first."""
    return (at for at in reversed(range(len(before))) if before[at].tag == "h1")


def _between(before: Sequence[etree._Element], at: int, first: etree._Element) -> list[etree._Element]:
    """Return the largest elements between a heading and an entry, of those that begin `before` that."""
    boxes = {*before[at].iterancestors(), *first.iterancestors()}
    return [part for part in before[at + 1 :] if part.getparent() in boxes and part not in boxes]


def _lines(parts: Sequence[etree._Element], gone: Set[etree._Element]) -> Iterator[_Line]:
    """Yield the lines of text in parts of a page, but for boxes about authors."""
    waiting = [(part, False) for part in reversed(parts)]
    while waiting:
        part, is_in_lede = waiting.pop()
        if part in gone or part.tag in _NONE or is_unseen(part) or is_author(part):
            continue
        if part.tag in _LINES or has_own_words(part):
            if text := line_inside(part):
                yield _Line(part, text, is_in_lede)
        else:
            is_in_lede = is_in_lede or _is_called(part)
            waiting += [(inner, is_in_lede) for inner in part[::-1]]


def _is_called(part: etree._Element) -> bool:
    """Tell whether a page calls an element a lede."""
    names = (said for name, said in part.items() if name in ("class", "id") or name.startswith("data-"))
    return part.get("itemprop") == "description" or any(map(_LEDE.says, names))


def _is_beside(line: _Line, page: Page) -> bool:
    """Tell whether a line only says when the page was made, who wrote it, or what can be done with it."""
    text = line.text
    if page.times.says_when(text) or says_control(text.casefold()):
        return True
    if len(text) <= _LONGEST_TIME and has_digit(text) and says_updated(text):
        return True
    who = byline(line.element, page.authors) or line_byline(line.element, text, page.authors, is_shown=False)
    return who is not None


def _leads(line: _Line, times: PrintedReader) -> bool:
    """Tell whether a line leads to the entries."""
    if line.element.tag in LISTS:
        return _has_points(line.element, times)
    if _is_linked(line):
        return False
    is_long = len(line.text) > _LONGEST_LABEL
    if line.element.tag in SUBHEADINGS:
        return is_long or _is_called(line.element)
    is_sentence = ends_like_a_sentence(line.text) and (is_long or line.text.count(" ") >= _FEWEST_BLANKS)
    return is_sentence or _is_called(line.element) or (is_long and line.is_in_lede)


def _is_label(line: _Line) -> bool:
    """Tell whether a line may be that which the one below it stands under."""
    is_short = len(line.text) <= _LONGEST_LABEL
    return line.element.tag in SUBHEADINGS or (is_short and (line.is_in_lede or line.text.endswith(":")))


def _has_points(element: etree._Element, times: PrintedReader) -> bool:
    """Tell whether a list says what has happened, and does not lead to entries or parts of the page."""
    points = [*map(line_inside, element.iterchildren("li"))]
    return (
        len(points) >= _FEWEST_POINTS
        and next(element.iter(*_ACTIVE), None) is None
        and any(len(point) > _LONGEST_TAB for point in points)
        and not all(map(times.begins, points))
    )


def _is_linked(line: _Line) -> bool:
    """Tell whether most of a line is links."""
    linked = sum(len(spaced(text_inside(link))) for link in line.element.iter("a"))
    return linked > _HALF * len(line.text)
