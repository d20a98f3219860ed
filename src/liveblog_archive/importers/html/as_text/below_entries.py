"""What stands below entries that are lines of text and is none of it: the page's own lines, and initials."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import dropwhile, takewhile

from attrs import evolve
from lxml import etree

from ....model import Block, Embed, Entry, Heading, ListBlock, LiveBlog, Media, Note, Paragraph
from ...agencies import author
from ...markup.classes import tag_and_class
from ...markup.names import SUBHEADINGS
from ...markup.tree import has_own_words, line_inside, words_inside
from ...page_words import counts_comments, says_control
from ...text.said_dates import says_updated
from ...text.shape import ends_like_a_sentence, has_digit
from ..labels.bylines import is_name
from ..labels.crediting import is_author, names_of, says_who_wrote, without_by
from ..labels.printed import PrintedReader
from ..page import Page
from ..reading.signatures import needed, of_initials, signs
from .days import COPYRIGHT, OF_ITSELF, SAID

_SOURCE = re.compile(
    r"(?:quellen?|sources?|fuentes?|font[ei]|bron(?:nen)?|kilder?|käll(?:a|or)|źródł[oa])\s?:", re.IGNORECASE
)
# What the page files it under, how long it takes to read: `Tags: storm, ferries`.
_FILED = re.compile(
    r"(?:tags?|topics?|filed under|categor(?:y|ies)|reading time|themen|schlag(?:worte|wörter)|lesezeit|mots[- ]clés|"
    r"thèmes?|sujets|temps de lecture|etiquetas|temas|categorías?|tempo di lettura|argomenti|trefwoorden|onderwerpen|"
    r"leestijd|tagi|tematy|emner|ämnen)\s?:\s",
    re.IGNORECASE,
)
# Where it is on air: `Über dieses Thema berichtete das Radio am 3. März um 6.30 Uhr.`, `… berichten wir stündlich.`
_ON_AIR = re.compile(
    r"dieses thema im programm\b|(?:über|zu) diese[ms]? thema berichte|zum thema berichte", re.IGNORECASE
)
_OFTEN = re.compile(
    r"\b(?:(?:halb)?stündlich|täglich|jede (?:halbe )?stunde|in (?:den|unseren) nachrichten)\b", re.IGNORECASE
)
# A question, and where to write: `Have photos or damage to report? Email news@example.org.`
_ASKING = re.compile(r"[^.!?]{5,80}\?\s[^.!?@]{2,80}\s\S+@\S+\.\w+[.!]?")
# That it has ended, which is no news of the oldest entry: `Dieser Ticker ist beendet.`, `Ce fil est désormais clos.`
_OVER = re.compile(
    r"(?:this|our|dieser|unser|der|ce|notre|le|este|nuestro|esta|questa|la nostra|dit|onze?|deze|den här|denne)\s"
    r"(?:(?:live|news)[\s-]?)?(?:[\w-]*(?:blog|ticker|feed|coverage|page)|fil|direct|suivi|directo|cobertura|diretta|verslag)\s(?:\w+\s){0,3}?"
    r"(?:closed|over|ended|finished|beendet|geschlossen|clos|close|terminée?|fini|cerrad[oa]|finalizad[oa]|"
    r"terminad[oa]|chiusa|terminata|conclusa|finita|gesloten|afgelopen|avslutad|avsluttet|afsluttet)\b",
    re.IGNORECASE,
)
_BAR = " | "
_LONGEST_WORD = 40  # characters of what a page is filed under
_BOXES = frozenset({"div", "section", "article", "li"})
_LONGEST_END = 300  # characters below a rule that are no more of the entry above it
_SIGNED = re.compile(r"\((?:[^\W\d_]{2,4}/)*[^\W\d_]{2,4}\)|(?:[^\W\d_]{2,4}/)+[^\W\d_]{2,4}")


def below(page: Page, entries: Sequence[etree._Element]) -> frozenset[etree._Element]:
    """Return what stands below the box of all entries that have these times, where no other time is there."""
    if not entries:
        return frozenset()
    own = {*entries}  # `Last updated 3 March 2026, 9:05`, below these, is no time of one more
    marks = [
        mark
        for mark in page.printing
        if not page.is_outside(mark) and (mark in own or not says_updated(words_inside(mark)))
    ]
    around = {*entries[0].iterancestors()}
    line = [entries[-1], *entries[-1].iterancestors()]
    at = next(at for at, above in enumerate(line) if above in around)
    if at and sum(line[at - 1] in entry.iterancestors() for entry in entries) > 1:
        at -= 1  # the last of several boxes, such as those of days
    found = {
        part
        for above in line[at:]
        for part in above.itersiblings(etree.Element)
        if not (tag_and_class(part) == tag_and_class(above) and _has_day(part, page))
    }
    box = line[max(at - 1, 0)]
    found |= _below_rule(box, {entries[0], *around}, len(entries)) | _links_below(box, around)
    is_below = found.isdisjoint((marks[-1], *marks[-1].iterancestors()))
    return frozenset(found if is_below else ()) | _about_authors(page, entries[-1])


def _has_day(box: etree._Element, page: Page) -> bool:
    """Tell whether a box has a heading that is a day: that of entries, which may be without a time."""
    return any(page.times.is_day(line_inside(heading)) for heading in box.iter(*SUBHEADINGS))


def _below_rule(last: etree._Element, around_first: Set[etree._Element], count: int) -> Set[etree._Element]:
    """Return the few words below a rule that ends the last of `count` entries, where rules part none above or all."""
    before = takewhile(lambda part: part not in around_first, last.itersiblings(etree.Element, preceding=True))
    below = [*dropwhile(lambda part: part.tag != "hr", last.itersiblings(etree.Element))]
    are_few = sum(len(words_inside(part)) for part in below) <= _LONGEST_END
    return {*below} if are_few and sum(part.tag == "hr" for part in before) in (0, count - 1) else frozenset()


def _links_below(last: etree._Element, around_first: Set[etree._Element]) -> Set[etree._Element]:
    """Return the boxes below that of the last entry that have nothing but links, unlike any that stand above it."""
    if last.tag not in _BOXES:
        return frozenset()
    before = takewhile(lambda part: part not in around_first, last.itersiblings(etree.Element, preceding=True))
    kinds = {tag_and_class(last), *map(tag_and_class, before)}
    below = [*last.itersiblings(etree.Element)][::-1]
    return {*takewhile(lambda part: tag_and_class(part) not in kinds and _is_of_links(part), below)}


def _is_of_links(box: etree._Element) -> bool:
    """Tell whether all words of a box are those of its links and buttons, or a heading of these."""
    links = {*box.iter("a", "button")}
    inner = {part for one in (*links, *box.iter(*SUBHEADINGS)) for part in one.iter(etree.Element)}
    return bool(links) and not any(has_own_words(part) for part in box.iter(etree.Element) if part not in inner)


def _about_authors(page: Page, last: etree._Element) -> Set[etree._Element]:
    """Return the boxes about authors, with a heading, below the last time where none is above it."""
    called = filter(is_author, page.root.iter("div", "section"))
    boxes = {box for box in called if any(part.tag in SUBHEADINGS for part in box)}
    below = boxes.intersection(page.elements[page.elements.index(last) :]) if boxes else boxes
    return below if below == boxes else frozenset()


def without_tail(blog: LiveBlog, notes: list[Note]) -> LiveBlog:
    """Return the blog without what follows its last entry and is no sentence: links to other days and pages."""
    entries = list(blog.entries)
    while entries and entries[-1].time is None and not any(map(ends_like_a_sentence, said_lines(entries[-1]))):
        notes += of_page(entries.pop())
    return evolve(blog, entries=entries)


def without_imprint(entries: Sequence[Entry], page: Page, notes: list[Note], *, is_oldest: bool) -> list[Entry]:
    """Return entries without the lines of their page below the last; they are noted.

    Such are its sources, the names or initials of who wrote it, when it was made or changed, that it has ended where
    the last `is_oldest`, where it is on air, what it is filed under, how many comments it has, whose the rights are,
    and the heading of what stands below it and is read as no text. Where others end with such a line too, the last
    names its own.
    """
    *before, last = entries
    while (at := _imprint(last, before, page, is_oldest=is_oldest)) is not None:
        shown = [block for block in last.body[at:] if isinstance(block, Media)]
        notes += of_page(Entry(body=[block for block in last.body[at:] if block not in shown]))
        last = evolve(last, body=[*last.body[:at], *shown])
    return [*before, last]


def _imprint(last: Entry, before: Sequence[Entry], page: Page, *, is_oldest: bool) -> int | None:
    """Return where in an entry a line of its page stands, with nothing but lists of words below it; None without."""
    for at in range(len(last.body) - 1, 0, -1):
        block = last.body[at]
        if not isinstance(block, Media) and not (isinstance(block, ListBlock) and all(map(_is_word, block.items))):
            is_over = is_oldest and _OVER.match(block.text) is not None
            is_of_page = isinstance(block, Paragraph) and (is_over or _is_of_page(block.text, before, page))
            return at if is_of_page or _heads_nothing(block, before) else None
    return None


def _heads_nothing(block: Block, before: Sequence[Entry]) -> bool:
    """Tell whether a block is a heading of what is no text of the last entry; others end with none."""
    ends = (entry.body[-1] for entry in before if entry.body)
    return isinstance(block, Heading) and not any(isinstance(end, Heading) for end in ends)


def _is_word(item: str) -> bool:
    """Tell whether an item of a list is no more than the page may be filed under."""
    return len(item) <= _LONGEST_WORD and not (has_digit(item) or ends_like_a_sentence(item))


def _is_of_page(text: str, before: Sequence[Entry], page: Page) -> bool:
    """Tell whether a line below the last entry of a page is the page's own; `before` are the other entries."""
    if COPYRIGHT.match(text) or (_BAR in text and says_control(text)):
        return True
    if ends_like_a_sentence(text):
        is_of_itself = OF_ITSELF.search(text) is not None and says_updated(text)
        is_on_air = _ON_AIR.match(text) is not None and (
            _OFTEN.search(text) is not None or any(page.times.said(text))
        )
        return is_of_itself or is_on_air or _ASKING.fullmatch(text) is not None
    is_imprint = SAID.match(text) is not None or text.count(_BAR) > 1  # `On air: Radio 1 | 3 March 2026 | 08:00`
    if (is_imprint and any(page.times.said(text))) or counts_comments(text):
        return True

    def names_authors(said: str) -> bool:
        names = names_of(without_by(said))
        return bool(names) and all(is_name(name) and name.casefold() in page.authors for name in names)

    return any(
        said(text) and not any((end := _end(entry)) and said(end.text) for entry in before)
        for said in (_SOURCE.match, _FILED.match, _SIGNED.fullmatch, says_who_wrote, names_authors)
    )


def _end(entry: Entry) -> Paragraph | None:
    """Return the paragraph that an entry ends with; None where that is all of it."""
    end = entry.body[-1] if len(entry.body) > 1 else None
    return end if isinstance(end, Paragraph) else None


def with_initials(entries: Sequence[Entry], times: PrintedReader, notes: list[Note]) -> list[Entry]:
    """Return entries with the initials below their texts as their authors, where half have some that come again.

    They close an entry: what stands below those of the last is the page's, and noted.
    """
    *before, last = entries
    places = {at: place for at, entry in enumerate(before) if (place := _closing(entry, times)) is not None}
    if (end := max(_places(last, times), default=None)) is not None:
        places[len(before)] = end
    signed = {at: of_initials(entries[at].body[place].text) for at, place in places.items()}
    counts = Counter(name for one in signed.values() for name in one.names)
    again = [at for at, one in signed.items() if any(counts[name] > 1 for name in one.names)]
    if len(again) < needed(len(entries)) or len(counts) == 1:
        return [*entries]
    found = [*entries]
    for at, place in places.items():
        body, (names, role) = entries[at].body, signed[at]
        authors = [*entries[at].authors, *(author(name, role=role) for name in names)]
        found[at] = evolve(entries[at], body=[*body[:place], *body[place + 1 :]], authors=authors)
    if end is not None:
        notes += of_page(Entry(body=last.body[end + 1 :]))
        found[-1] = evolve(found[-1], body=last.body[:end])
    return found


def _places(entry: Entry, times: PrintedReader) -> Iterator[int]:
    """Yield where in the body of an entry lines of initials stand below a text."""
    for at, block in enumerate(entry.body):
        if at and isinstance(block, Paragraph) and signs(block.text, times):
            yield at


def _closing(entry: Entry, times: PrintedReader) -> int | None:
    """Return where in the body of an entry the initials stand that nothing but pictures follow; None without any."""
    at = max(_places(entry, times), default=None)
    is_last = at is not None and all(isinstance(block, Media | Embed) for block in entry.body[at + 1 :])
    return at if is_last else None


def of_page(gone: Entry) -> list[Note]:
    """Return a note for each line of an entry, or of a part of one, which are the page's."""
    return [Note(code="page-furniture", text=text) for text in (gone.headline, *said_lines(gone)) if text]


def said_lines(entry: Entry) -> Iterator[str]:
    """Yield the lines of an entry's body as it was read."""
    for block in entry.body:
        yield from block.items if isinstance(block, ListBlock) else [block.text]
