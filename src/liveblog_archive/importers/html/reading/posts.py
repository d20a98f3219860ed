"""Posts of other services that entries show in boxes of their own: what they say is quoted, their time is no entry's.

A box is one by its name, or because it names an account or prints a day and a time beside a sentence, while the entry
says something of its own outside of it.
"""

import re
from collections.abc import Collection, Sequence
from itertools import islice, takewhile

from lxml import etree

from ...markup.classes import ClassPattern
from ...markup.embeds import is_post
from ...markup.tree import APART, has_own_words, lines_of, text_inside
from ...text.said_dates import says_updated
from ...text.shape import ends_like_a_sentence, has_digit, is_byline
from ..labels.crediting import credited
from ..labels.distances import is_relative
from ..labels.printed import PrintedReader

_BOXES = frozenset({"div", "aside", "section", "article"})
_NAMED = ClassPattern.of_words(
    r"tweets?|twitter\w*|instagram\w*|telegram\w*|mastodon\w*|bluesky\w*|facebook\w*|"
    "social-?(?:post|embed|media)|o?embed(?:ded)?"
)
_NO_POST = frozenset({"table", "ul", "ol", "dl", "h1", "h2", "h3", "form", "nav"})
_HANDLE = re.compile(r"(?<![\w.@])@\w[\w.]+")
_NEAR = 2  # boxes from a post up to that of all entries
_LONGEST = 1500  # characters of a post, with blanks as in the source
_LONGEST_NAME = 100
# `Ada Example on Threads: "The bridge is shut"`
_TOLD = re.compile(r"[^:]{3,90}:\s*[\"“”„«»‹‘'].*", re.DOTALL)
_FEWEST_WORDS = 3  # of what a post says without a stop


def posts(
    entry: etree._Element, times: PrintedReader, gone: Collection[etree._Element] = ()
) -> dict[etree._Element, list[etree._Element]]:
    """Return the boxes in an entry that are posts of others, each with the parts that say who wrote it and when.

    `gone` are parts of the entry that are no text of anybody, such as controls.
    """
    found: dict[etree._Element, list[etree._Element]] = {}
    below_text = False
    above = [entry.text]  # what is not known yet to be a sentence
    boxes = []
    for part in entry.iterdescendants(etree.Element):
        tag = part.tag
        if (tag in _BOXES or "-" in tag) and len(part):
            below_text = below_text or any(map(_is_sentence, above))
            above.clear()
            if below_text or _is_named(part):
                boxes.append((part, below_text))
        above.append(part.text)
    for box, is_below in reversed(boxes):
        if found.keys().isdisjoint(box.iterdescendants()):
            by = _by(box, times, gone, below_text=is_below)
            if by is not None:
                found[box] = by
    return found


def posts_of_lines(
    page: etree._Element, times: PrintedReader, entries: Sequence[etree._Element]
) -> dict[etree._Element, list[etree._Element]]:
    """Return the posts of a page whose entries are no boxes, and have these times.

    They are called so, stand in a list or table, or are boxes between entries with a class and none of the times.
    """
    around = {above for mark in entries for above in mark.iterancestors()}
    found: dict[etree._Element, list[etree._Element]] = {}
    for box in page.iterdescendants(*_BOXES):
        if not len(box) or not found.keys().isdisjoint(box.iterancestors()):
            continue
        near = (above for above in islice(box.iterancestors(), _NEAR) if above in around)
        cell = next(near, None) if box.get("class") and box not in around else None
        if cell is None:
            cell = next(box.iterancestors("dd", "li", "td"), None)
        if cell is not None or _NAMED.fits(box):
            by = _by(box, times, (), below_text=cell is not None and _is_said_above(box, cell))
            if by is not None:
                found[box] = by
    return found


def _by(
    box: etree._Element, times: PrintedReader, gone: Collection[etree._Element], *, below_text: bool
) -> list[etree._Element] | None:
    """Return the parts of a post that say who and when, none where these are of its only line; None for other boxes.

    A box that is not called a post is one only below what the entry says itself.
    """
    inside = text_inside(box)
    is_named = _is_named(box)
    may_tell = is_named or (below_text and ("@" in inside or has_digit(inside)))
    if not may_tell or len(inside) > _LONGEST or next(box.iter(*_NO_POST), None) is not None:
        return None
    if (quotation := next(box.iter("blockquote"), None)) is not None:
        return _around(quotation, box, times) if is_named and not is_post(quotation) else None
    lines = [line for line in lines_of(box) if line[0] not in gone]
    if is_named and len(lines) == 1 and _TOLD.fullmatch(lines[0][1]):
        return []
    telling = {at for at, (_, text) in enumerate(lines) if _tells(text, times)}
    said = [at for at, (_, text) in enumerate(lines) if at not in telling and ends_like_a_sentence(text)]
    if not said and telling:
        said = [at for at, (_, text) in enumerate(lines) if at not in telling and _may_be_said(text, times)]
    about = [part for at, (part, _) in enumerate(lines) if said and not said[0] <= at <= said[-1]]
    return about if about and (is_named or telling) else None


def _around(quotation: etree._Element, box: etree._Element, times: PrintedReader) -> list[etree._Element] | None:
    """Return the lines of a post beside what is quoted in it, or at the end of that; None without any.

    Where the quotation itself ends with who said it, and not in a line of its own, what stands beside it is no name.
    """
    if len(quotation) and _tells((quotation[-1].tail or "").strip(), times):
        return None
    inside = {*quotation.iter()}
    lines = [line for line in lines_of(box) if line[0] not in inside]
    if not lines and not has_own_words(quotation, APART):
        lines = [line for line in [*lines_of(quotation)][1:] if _tells(line[1], times)][-1:]
    are_short = all(len(text) <= _LONGEST_NAME and not ends_like_a_sentence(text) for _, text in lines)
    return [part for part, _ in lines] if lines and are_short else None


def _is_named(box: etree._Element) -> bool:
    return _NAMED.fits(box) or _NAMED.says(str(box.tag))


def _may_be_said(text: str, times: PrintedReader) -> bool:
    """Tell whether a line without a stop may be what a post says: a few words that name nobody alone."""
    may_be = len(text.split()) >= _FEWEST_WORDS and not (is_relative(text) or is_byline(text))
    return may_be and times.read(text) is None


def _tells(text: str, times: PrintedReader) -> bool:
    """Tell whether a line names an account, or a day and a time, and not when something was changed."""
    if len(text) > _LONGEST_NAME or is_relative(text) or says_updated(text):
        return False
    if _HANDLE.search(text) and not ends_like_a_sentence(text):
        return True
    credit = credited(text, times)
    printed = credit.printed if credit else times.read(text)
    return printed is not None and printed.day is not None and not printed.day.bare


def _is_said_above(box: etree._Element, entry: etree._Element) -> bool:
    """Tell whether an entry has a sentence that stands above a box."""
    above = takewhile(lambda part: part is not box, entry.iter(etree.Element))
    return any(_is_sentence(part.text) for part in above)


def _is_sentence(text: str | None) -> bool:
    return text is not None and ends_like_a_sentence(text.strip())
