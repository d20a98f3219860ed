"""Words that stand alone at the end of most entries of a page and say the same in each: they are the page's.

Nothing is asked of what they say, in whatever language, but that they are few, no sentence, no fact of a picture, and
cannot be the name of somebody who signs all that is written.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import NamedTuple, TypeVar

from attrs import evolve
from lxml import etree

from ....model import Entry, Media, Note, Paragraph
from ...markup.classes import is_unseen
from ...markup.names import SHOWN, UNREAD
from ...markup.tree import APART, has_own_words, spaced, words_inside
from ...text.shape import ends_like_a_sentence, has_digit
from ..labels.crediting import is_author, is_staff, starts_with_by
from ..labels.distances import is_relative
from ..labels.printed import PrintedReader

_TAGS = frozenset({"div", "p", "span", "small", "footer", "section", "ul", "label", "a", "i", "em", "b", "strong"})
_PASSED = UNREAD | {"svg", "button", "form", "br", "hr", "meta", "link", "amp-social-share"}
_SHOWN = SHOWN - {"figure"}
_LONGEST = 60  # characters
# How many of something there are, `7 likes`, `1,2k Aufrufe`, and of what else.
MANY = r"\d+(?:[.,\u00a0\u202f]\d+)*(?:\s?[kKmM](?!\w))?"
_COUNT = re.compile(rf"(?<!\S){MANY}(?!\S)")
_COUNTS = re.compile(rf"(?:{MANY}\s[^\d\s][^\d]{{1,20}}){{1,4}}")
_FEWEST = 3
_MOST = 2 / 3  # of the entries end with the words
_SHARE = 1 / 3  # of what the entries say are these at most


_Found = TypeVar("_Found")


class Foot(NamedTuple):
    """What may be no text of the entry that it is the end of: its element and words."""

    element: etree._Element
    text: str


def feet(
    elements: Sequence[etree._Element],
    without: Mapping[etree._Element, Sequence[etree._Element]],
    times: PrintedReader,
) -> dict[etree._Element, Foot]:
    """Return what of the page's own is at the end of entries, but for `without`, boxes left out of each anyway.

    Of what it counts, the numbers differ: `7 likes`, `12 likes`.
    """

    def foot_of(element: etree._Element) -> Foot | None:
        foot = _foot(element, {part for box in without[element] for part in box.iter()})
        return None if foot and has_digit(foot.text) and times.says_when(foot.text) else foot

    needed = _needed(len(elements))
    found = found_in(elements, foot_of, needed)
    counts = Counter(alike(foot.text) for foot in found.values())
    ends = {element: foot for element, foot in found.items() if counts[alike(foot.text)] >= needed}
    are_few = _are_few((foot.text for foot in ends.values()), (_line(element, frozenset()) for element in ends))
    return ends if are_few else {}


def without_feet(entries: Sequence[Entry], notes: list[Note]) -> list[Entry]:
    """Return entries that were read as lines without the line that most of them end with; it is noted."""
    ends = [*map(_end, entries)]
    counts = Counter(alike(end) for end in ends if end)
    shape, count = max(counts.items(), key=lambda one: one[1], default=("", 0))
    gone = [end if alike(end) == shape else "" for end in ends]
    text = next(filter(None, gone), "")
    wholes = [f"{entry.headline} {entry.text}" for entry, end in zip(entries, gone, strict=True) if end]
    if not _is_of_page(text) or count < _needed(len(entries)) or not _are_few(gone, wholes):
        return [*entries]
    notes.append(Note(code="page-furniture", text=f"{count} entries end with “{text}”, which is no text of theirs"))
    *others, last = entries
    return [
        *(
            evolve(entry, body=[block for block in entry.body if block is not _last(entry)]) if end else entry
            for entry, end in zip(others, gone[:-1], strict=True)
        ),
        _cut(last, shape, notes),
    ]


def _cut(last: Entry, shape: str, notes: list[Note]) -> Entry:
    """Return the last entry up to the words that the others end with: what stands below these is the page's."""
    body = last.body
    at = next(
        (at for at, block in enumerate(body) if isinstance(block, Paragraph) and alike(block.text) == shape), None
    )
    if at is None:
        return last
    below = [block for block in body[at + 1 :] if not isinstance(block, Media)]
    notes += [Note(code="page-furniture", text=block.text) for block in below if block.text]
    return evolve(last, body=[*body[:at], *(block for block in body[at + 1 :] if isinstance(block, Media))])


def found_in(
    elements: Sequence[etree._Element], find: Callable[[etree._Element], _Found | None], needed: int
) -> dict[etree._Element, _Found]:
    """Return what is found in each element that has such; none as soon as it can no more be in as many as needed."""
    found: dict[etree._Element, _Found] = {}
    for place, element in enumerate(elements):
        if place - len(found) > len(elements) - needed:
            return {}
        if (one := find(element)) is not None:
            found[element] = one
    return found


def _needed(count: int) -> int:
    return max(_FEWEST, round(_MOST * count))


def _are_few(ends: Iterable[str], wholes: Iterable[str]) -> bool:
    """Tell whether ends of entries are little of all that these say, and so not what they are there to say."""
    return _SHARE * sum(map(len, wholes)) >= sum(map(len, ends))


def _foot(entry: etree._Element, gone: Set[etree._Element]) -> Foot | None:
    """Return the largest element of a few words at the end of an entry, which is set off from the text before it."""
    above, last = entry, last_in(entry, gone)
    while last is not None and len(last.text) > _LONGEST:
        above, last = last.element, last_in(last.element, gone)
    if last is None or last.element.tag not in _TAGS or has_own_words(above, APART) or _is_like_before(last.element):
        return None
    parts = [part for part in last.element.iter(etree.Element) if part not in gone]
    links = [part for part in parts if part.tag == "a"]
    if any(map(is_author, parts)) or not all(map(_leads_nowhere, links)):
        return None
    if has_digit(last.text) and any(part.tag == "button" for part in parts):
        return None  # the number may be of the text
    if links and links[0] is not last.element and has_own_words(links[0].getparent(), APART):
        return None
    return last if _is_of_page(last.text) else None


def _is_like_before(element: etree._Element) -> bool:
    """Tell whether an element is one more paragraph like that before it."""
    before = element.getprevious()
    if element.tag != "p" or before is None:
        return False
    return (before.tag, before.get("class")) == ("p", element.get("class"))


def last_in(box: etree._Element, gone: Set[etree._Element]) -> Foot | None:
    """Return what stands last in a box and is seen; None where that is words of the box itself, or a picture.

    `gone` are parts that are left out anyway.
    """
    for part in reversed(box):
        if part.tail and part.tail.strip(APART):
            return None
        if not isinstance(part.tag, str) or part.tag in _PASSED or part in gone or is_unseen(part):
            continue
        if text := _line(part, gone):
            return Foot(part, text)
        if next(part.iter(*_SHOWN), None) is not None:
            return None
    return None


def _last(entry: Entry) -> Paragraph | None:
    """Return the last text of an entry; pictures stand behind all text in entries that were read as lines."""
    block = next((block for block in reversed(entry.body) if not isinstance(block, Media)), None)
    return block if isinstance(block, Paragraph) else None


def _end(entry: Entry) -> str:
    last = _last(entry)
    return last.text if last is not None else ""


def alike(text: str) -> str:
    """Return what words at the end of entries have in common: all but how many there are of something."""
    return _COUNT.sub("0", text) if has_digit(text) else text


def _is_of_page(text: str) -> bool:
    """Tell whether words at the end of many entries can be nothing but the page's own.

    They are several, but few, no sentence, time or source, and name nobody; with digits they count something.
    """
    return len(text.split()) > 1 and not (
        len(text) > _LONGEST
        or ends_like_a_sentence(text)
        or any(mark in text for mark in ":©@#\n")
        or (has_digit(text) and not _COUNTS.fullmatch(text))
        or is_relative(text)
        or is_staff(text)
        or may_be_name(text)
    )


def may_be_name(text: str) -> bool:
    """Tell whether all words of a text begin as those of a name, or follow `by`."""
    words = text.split()
    return starts_with_by(text) or (len(words) > 1 and all(word[:1].isupper() for word in words))


def _leads_nowhere(link: etree._Element) -> bool:
    target = link.get("href")
    return link.get("name") is None if target is None else target.startswith(("#", "javascript:"))


def _line(element: etree._Element, gone: Set[etree._Element]) -> str:
    """Return the words of an element as one line, but for those of what is left out anyway."""
    if gone.isdisjoint(element.iterdescendants()):
        return words_inside(element)
    said: list[str | None] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, part in walk:
        if event == "end":
            said.append(part.tail if part is not element else None)
        elif part in gone:
            walk.skip_subtree()
        else:
            said.append(part.text)
    return spaced("".join(filter(None, said)))
