"""The pieces of an element that shows an entry, in reading order: times, headings, lines of text, blocks."""

import re
from collections.abc import Collection, Iterator, Set
from functools import lru_cache
from itertools import islice, takewhile
from typing import Literal

from lxml import etree

from ...markup import players
from ...markup.classes import UNSEEN, ClassPattern
from ...markup.names import BLOCKS, HEADINGS, LISTS, SHOWN, TIMES, UNREAD
from ...markup.tree import has_own_words, line_inside, outward, spaced, text_inside
from ...text.shape import ends_like_a_sentence, has_digit
from ..furniture.controls import SHARING
from ..labels.bylines import byline
from ..labels.crediting import LONGEST, credited, says_by, without_controls
from ..labels.distances import is_relative
from ..labels.printed import LONGEST as LONGEST_TIME
from ..labels.printed import PrintedReader, says_of_a_time
from ..labels.time_elements import line_of_time, line_without_buttons

# What is text, or shown beside it, and is never taken apart here.
_BODY = SHOWN | LISTS | {"blockquote", "table", "pre", "dl"}
_MOST_ITEMS = 6
_SKIPPED = UNREAD | {"svg", "button", "form", "meta", "link", "amp-social-share"}
_NO_LINES = (BLOCKS - _SKIPPED) | TIMES
_CONTROL = ClassPattern.of_words("share|sharing|social(?![_-]?(?:post|embed))|avatar|reactions|toolbar")
_TIME_CLASS = ClassPattern.of_words("time|date|timestamp|clock|hour")
_KICKER = ClassPattern.of_words("kicker|topline|overline|eyebrow|dachzeile|roofline|surtitre|antetitulo")
# Beside the time of an entry, its number and how many answered or shared it: `#12`, `9:02 · 0 · 11`.
_COUNTS = re.compile(r"(?:[\s·•|,()]|(?<![\w.,])#?\d+(?:[.,]\d+)?[KkMm]?(?![\w]))*")
_LONGEST_COUNTS, _HIGHEST = 120, 3
LONGEST_KICKER = 30  # characters
_MOST_WORDS_BESIDE = 24  # characters
_LONGEST_LINE = 300  # characters, with the blanks of the markup

Kind = Literal["time", "heading", "text", "block", "raw", "byline"]


class Part:
    """A piece of an entry's element in reading order; `element` can be left out of the body, raw text cannot."""

    __slots__ = ("_text", "element", "kind")

    def __init__(self, kind: Kind, element: etree._Element, text: str | None = None) -> None:
        self.kind = kind
        self.element = element
        self._text = text

    @property
    def text(self) -> str:
        """The words of it; of most parts nobody asks."""
        if self._text is None:
            text = line_without_buttons(self.element) if self.kind == "text" else line_inside(self.element)
            self._text = without_controls(text) if self.kind == "text" and len(text) <= LONGEST else text
        return self._text

    @property
    def has_words(self) -> bool:
        """Tell whether there are any, which takes less than to put them into a line."""
        return bool(self._text) if self._text is not None else bool(text_inside(self.element).strip())

    @property
    def has_letters(self) -> bool:
        """Tell whether it has letters or digits, and is not only what sets others off, such as a dash."""
        return any(map(str.isalnum, self.text))

    @property
    def is_kicker(self) -> bool:
        """Tell whether it is a word or two above a headline, such as `Analysis`."""
        return self.kind == "text" and len(self.text) <= LONGEST_KICKER and not ends_like_a_sentence(self.text)


def parts(
    element: etree._Element,
    controls: list[etree._Element],
    names: Set[str],
    quoted: Set[etree._Element],
    times: PrintedReader,
) -> Iterator[Part]:
    """Yield the pieces of an entry in reading order, but for `controls`; more of these, by their kind, go to it.

    `names` are authors that are known, in small letters, `quoted` boxes with what others say. A box that says by whom
    the entry is and when is one line, whatever its words stand in.
    """
    known = frozenset(controls)
    waiting: list[etree._Element | Part] = element[::-1]
    if text := spaced(element.text or ""):
        yield Part("raw", element, text)
    while waiting:
        part = waiting.pop()
        if isinstance(part, Part):
            yield part
            continue
        if (tail := part.tail) and (text := spaced(tail)):
            waiting.append(Part("raw", part, text))
        tag = part.tag
        role = _role(part.get("class"))
        if tag in _SKIPPED or part in known or role == "unseen" or part.get("hidden") is not None:
            continue
        if part in quoted or (tag in players.BOXES and players.told(part)):
            yield Part("block", part)
        elif (role == "control" and next(part.iter("blockquote"), None) is None) or (
            tag == "a" and SHARING.match((part.get("href") or "").strip())
        ):
            controls.append(part)
        elif len(part) and byline(part, names) and known.isdisjoint(_around_links(part)):
            yield Part("byline", part)
        elif (kind := _kind(part, times)) is not None:
            yield Part(kind, part)
        elif (line := _line(part, known, times)) is not None:
            yield line
        else:
            if (said := part.text) and (text := spaced(said)):
                yield Part("raw", part, text)
            waiting += part[::-1]


def _around_links(box: etree._Element) -> Iterator[etree._Element]:
    """Yield the links and buttons in a box, and what each of them stands in up to it."""
    for link in box.iter("a", "button"):
        yield link
        yield from takewhile(lambda above: above is not box, link.iterancestors())


def _line(box: etree._Element, without: Collection[etree._Element], times: PrintedReader) -> Part | None:
    """Return the one line that a box is which says by whom the entry is and when, or on what day; else None."""
    if (line := _credit(box, without, times)) is not None:
        return Part("text", box, line)
    if has_digit(box.text or "") and times.read(line := line_without_buttons(box)):
        return Part("time", box, line)  # a day, and the clock in an element of its own
    if len(text_inside(box)) > _LONGEST_LINE:
        return None
    first = next(filter(None, (spaced(str(text)) for text in islice(box.itertext(), _MOST_ITEMS))), "")
    if introduces_time(first) and times.says_only_when(line := line_of_time(box, times)):
        return Part("time", box, line)  # the words in an element of their own
    return None


def introduces_time(words: str) -> bool:
    """Tell whether words only say that something was published or changed at the time behind them: `Posted at`."""
    return (
        0 < len(words) <= _MOST_WORDS_BESIDE and words[0].isalpha() and not has_digit(words) and says_of_a_time(words)
    )


def _credit(box: etree._Element, without: Collection[etree._Element], times: PrintedReader) -> str | None:
    """Return the line of a box that says by whom the entry is and when; None for any other box."""
    if len(box) > _MOST_ITEMS or not has_own_words(box) or not has_digit(text_inside(box)):
        return None
    line = text_around(box, *without)
    return line if says_by(line) and credited(line, times) else None


def _kind(element: etree._Element, times: PrintedReader) -> Kind | None:
    """Return what an element is as a whole; None for one that is a box around others."""
    tag = element.tag
    if tag in _BODY:
        return None if tag in LISTS and _is_of_one_time(element, times) else "block"
    before = _before_time(element) if len(element) and element[-1].tag in TIMES else ""
    if tag in TIMES or (before and len(before) <= _MOST_WORDS_BESIDE and says_of_a_time(before)):
        return "time"
    if tag in HEADINGS or element.get("role") == "heading":
        return "text" if _KICKER.fits(element) else "heading"
    if not len(element) or before or (tag == "p" and not _has_distance(element)) or _is_line(element, times):
        return "text"
    return None


def _has_distance(row: etree._Element) -> bool:
    """Tell whether a row has the distance from now as its time, and the clock in another element behind it."""
    time = next(row.iter(*TIMES), None) if len(row) and not has_own_words(row) else None
    return time is not None and time.getnext() is not None and is_relative(line_inside(time))


@lru_cache(maxsize=2048)
def _role(said: str | None) -> Literal["unseen", "control"] | None:
    """Return what a class says: hidden, or there to share the entry, or the face of who wrote it."""
    if said is None:
        return None
    if UNSEEN.says(said):
        return "unseen"
    return "control" if _CONTROL.says(said) else None


def _is_line(element: etree._Element, times: PrintedReader) -> bool:
    """Tell whether an element is a line of text: it has text of its own, and no block or time in it."""
    if not has_own_words(element):
        return False
    if all(child.tag == "br" for child in element[:]):
        return len(line_inside(element)) <= LONGEST_TIME  # a day above a clock
    inner = [*element.iterdescendants(etree.Element)]
    if any(one.tag in _NO_LINES or _is_called_time(one) for one in inner):
        return False
    return not any(_is_time(one, times) for one in inner) or not _is_signed_at(element, times)


def _is_called_time(element: etree._Element) -> bool:
    """Tell whether what an element says is called a time; the icon of a clock says nothing."""
    return _TIME_CLASS.fits(element) and bool(text_inside(element).strip())


def _is_time(element: etree._Element, times: PrintedReader) -> bool:
    """Tell whether an element in a line is a time."""
    said = element.text or ""
    return has_digit(said) and not len(element) and len(said) <= LONGEST_TIME and times.says_only_when(spaced(said))


def _is_signed_at(element: etree._Element, times: PrintedReader) -> bool:
    """Tell whether a line with a time says who wrote an entry, and more beside that than could be told apart."""
    text = line_without_buttons(element)
    return says_by(text) and not ends_like_a_sentence(text) and credited(text, times) is None


def _is_of_one_time(element: etree._Element, times: PrintedReader) -> bool:
    """Tell whether a list is a row beside a time: all its words are those of one item, which may be one.

    Others may stand behind an item that is one, such as who posted it, where none is a sentence.
    """
    said = [text for item in islice(element, _MOST_ITEMS) if (text := line_inside(item))]
    if not said or len(element) > _MOST_ITEMS or len(said[0]) > LONGEST_TIME:
        return False
    first, *others = said
    is_time = has_digit(first) and times.read(first) is not None  # which may end like a sentence: `9:02 p.m.`
    return all(map(_is_beside_time, others)) if is_time else not others and _may_be_time(first)


def _is_beside_time(text: str) -> bool:
    return len(text) <= LONGEST_TIME and not has_digit(text) and not ends_like_a_sentence(text)


def _may_be_time(text: str) -> bool:
    return has_digit(text) and not ends_like_a_sentence(text)


def _before_time(element: etree._Element) -> str:
    """Return the words of a line that ends in the element of a time: `Updated` of `Updated <time>9.18am</time>`.

    None of another line.
    """
    most = 2 if element.tag == "p" else 1  # of which the first holds the words
    if not 0 < len(element) <= most or spaced(element[-1].tail or ""):
        return ""
    return line_inside(element).removesuffix(line_inside(element[-1]))


def text_around(element: etree._Element, *inner: etree._Element) -> str:
    """Return the words of an element but for those of the ones inside it, and for what sets these off."""
    gone = {part for one in inner for part in one.iter()}
    below = gone.difference(inner)
    pieces = [
        ("" if part in gone else part.text or "") + " " + ("" if part in below else part.tail or "")
        for part in element.iter(etree.Element)
        if part is not element
    ]
    return spaced(" ".join([element.text or "", *pieces])).strip(" |·:,–—-")


def is_count(text: str) -> bool:
    """Tell whether a text is counts and the marks around these, or marks alone."""
    return len(text) <= _LONGEST_COUNTS and _COUNTS.fullmatch(text) is not None


def line_of_counts(time: etree._Element, entry: etree._Element, gone: Collection[etree._Element]) -> etree._Element:
    """Return the largest box in an entry that says its time, how many of something, and what is `gone`, and no more.

    That is the time alone where a word stands beside it.
    """

    def is_one(box: etree._Element) -> bool:
        is_short = box is not entry and len(text_inside(box)) <= _LONGEST_COUNTS
        return is_short and is_count(text_around(box, time, *gone))

    return outward(time, is_one, _HIGHEST)
