"""Times that are printed alike on a page whose entries are lines, and the places among them that have no time.

`<dt>` and `<div class="when">` stand before the text of an entry and not around it. Where one is empty, or only has a
headline, the text behind it is an entry without a time. While the page is read as lines, a character that no page
prints marks such places.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from attrs import evolve
from lxml import etree

from ....model import Entry, Heading, Paragraph
from ...markup.tree import line_inside
from ..finding.elements import likeness
from ..labels.printed import PrintedReader
from ..page import Page

_FEWEST = 3
_MOST = 0.5  # of the terms of a list have a time
_BREAK = "\u2063"  # INVISIBLE SEPARATOR


def alike(page: Page) -> list[etree._Element]:
    """Return the most times of a page that are printed alike, at least three, in reading order; else none."""
    found: dict[object, list[etree._Element]] = defaultdict(list)
    for mark in page.printing:
        above = mark.getparent()
        if above is not None and not page.is_outside(mark):
            found[likeness(mark), likeness(above)].append(mark)
    most = max(found.values(), key=len, default=[])
    return most if len(most) >= _FEWEST else []


def without_time(times: Sequence[etree._Element]) -> list[etree._Element]:
    """Return what stands where others of its kind have one of the times, and has none."""
    known = {above for mark in times for above in (mark, *mark.iterancestors())}
    found = []
    for box in dict.fromkeys(above for mark in times if (above := mark.getparent()) is not None):
        shapes = {(part.tag, part.get("class")) for part in box if part in known and part.get("class")}
        found += [
            part for part in box if part not in known and (part.tag, part.get("class")) in shapes and _is_empty(part)
        ]
    return found


def terms_without_time(page: Page) -> list[etree._Element]:
    """Return the terms of lists that begin with no time and are no day, where few do."""
    found = []
    for terms in page.root.iter("dl"):
        every = [*terms.iterchildren("dt")]
        untimed = [term for term in every if not _says_when(line_inside(term), page.times)]
        if len(untimed) <= _MOST * len(every):
            found += untimed
    return found


def _says_when(text: str, times: PrintedReader) -> bool:
    """Tell whether a term begins with a time, or is the day of those below it."""
    return times.begins(text) or times.day_beside(text) is not None


def _is_empty(part: etree._Element) -> bool:
    return not any(str(text).strip(" \t\r\n\u00a0–—-") for text in part.itertext())


@contextmanager
def broken(parts: Sequence[etree._Element]) -> Iterator[None]:
    """Let the text of these parts begin with the mark of a break while a page is read."""
    before = [part.text for part in parts]
    for part in parts:
        part.text = _BREAK + (part.text or "")
    try:
        yield
    finally:
        for part, text in zip(parts, before, strict=True):
            part.text = text


def at_breaks(entry: Entry) -> Iterator[Entry]:
    """Yield an entry up to the first break in it, and what each break begins, without a time."""
    body = entry.body
    begins = [at for at, block in enumerate(body) if isinstance(block, Paragraph) and block.text.startswith(_BREAK)]
    headline = (entry.headline or "").removeprefix(_BREAK) or None
    yield evolve(entry, headline=headline, body=body[: begins[0]] if begins else body)
    for start, end in pairwise([*begins, len(body)]):
        said, rest = body[start].text.removeprefix(_BREAK).strip("\u00a0 –—-"), body[start + 1 : end]
        if not said and rest and isinstance(rest[0], Heading):
            said, rest = rest[0].text, rest[1:]
        if said or rest:
            yield Entry(headline=said or None, body=rest)
