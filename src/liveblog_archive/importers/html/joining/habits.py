"""What most entries of a page have tells what a line of each other is: its headline, or the name of who wrote it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import evolve
from lxml import etree

from ....model import Note
from ...agencies import author
from ...markup.classes import ClassPattern
from ...markup.names import HEADINGS
from ...markup.tree import line_inside, text_inside
from ...text.shape import is_byline, is_headline_like, is_question
from ..labels.bylines import is_alone
from ..labels.crediting import LONGEST, starts_with_by, without_by
from ..reading.openings import parted, shortened
from ..update import Update
from .sources import Match, letters

_FEWEST, _LEAST = 4, 2  # entries; names, and how often each of them stands there
_MOST_WORDS = 4
_DASH = re.compile(r"\s+[–—-]\s+")
_NEARLY_ALL = 0.8  # of the entries begin in bold
_MOST = 0.5  # of the entries have a headline
# Before the title of what is answered, in many languages: `Re: Storm`, `AW: Sturm`.
_ANSWER = re.compile(r"(?:(?:re|aw|antw|sv|vs|rif|ref|odp|ynt|res)\s?:\s*)+", re.IGNORECASE)

# Readers ask, and are answered: their question is none of a headline.
_ASKED = ClassPattern.of_words("questions?|frage|pregunta|pergunta|domanda|vraag")
# `Leserfrage: …`, `Question d’une lectrice : …`, `Ada from Leeds asks: …`.
_ASKS = re.compile(
    r"(?:(?:leser|hörer|zuschauer|user)\w*frage|[^.!?:]{0,40}\b(?:reader|lecteur|lectrice|lector|leitor|lettor|lezer)\w*|"
    r"[^.!?:]{2,40}\s(?:asks|fragt|demande|pregunta|pergunta|chiede|vraagt))\s?:\s",
    re.IGNORECASE,
)


def settled(updates: Sequence[Update], root: etree._Element) -> list[Update]:
    """Return the updates of a page with the headlines and authors that the most of them tell of each other."""
    return _with_questions(_with_bold_words(_with_names(_without_titles(updates, root), root)))


def _with_bold_words(updates: Sequence[Update]) -> Sequence[Update]:
    """Return updates whose text begins in bold, up to a dash, with these words as headlines, where nearly all do so.

    Reports on incidents have it: `<strong>Resolved</strong> - All is up again.`
    """
    if len(updates) < _FEWEST or any(update.headline is not None for update in updates):
        return updates
    found = [_with_bold_word(update) for update in updates]
    return found if sum(one.headline is not None for one in found) >= _NEARLY_ALL * len(found) else updates


def _with_bold_word(update: Update) -> Update:
    shown, first, rest = parted(update)
    bold = next(update.element.iterdescendants("b", "strong"), None) if update.element is not None else None
    if first is None or bold is None or not first.text.startswith(words := line_inside(bold)):
        return update
    dash = _DASH.match(first.text, len(words))
    if dash is None or is_byline(words) or not is_headline_like(words, words=1):
        return update
    return evolve(update, headline=words, blocks=[*shown, shortened(first, first.text[dash.end() :]), *rest])


def _with_questions(updates: Sequence[Update]) -> list[Update]:
    """Return updates with headlines that only those of most others tell: a first line that asks, or all there is."""
    if sum(update.headline is not None for update in updates) < _MOST * len(updates):
        return [*updates]
    return [update if update.headline is not None else _with_question(update) for update in updates]


def _with_question(update: Update) -> Update:
    shown, first, rest = parted(update)
    if update.element is not None and any(map(_ASKED.fits, update.element.iter(etree.Element))):
        return update
    if first is None or first.links or "\n" in first.text or _ASKS.match(first.text):
        return update
    is_headline = is_question(first.text) if rest else is_headline_like(first.text, words=1)
    return evolve(update, headline=first.text, blocks=[*shown, *rest]) if is_headline else update


def _without_titles(updates: Sequence[Update], root: etree._Element) -> list[Update]:
    """Return updates without the title of their page as a headline, which forums repeat above each: `Re: Storm`."""
    titles = [_ANSWER.sub("", update.headline) if update.headline else "" for update in updates]
    if len(updates) < _LEAST or len({*titles}) > 1 or not titles[0] or not all(update.blocks for update in updates):
        return [*updates]
    said = (line_inside(part) for part in root.iter("title", "h1"))
    if not any(titles[0].casefold() in title.casefold() for title in said):
        return [*updates]
    return [evolve(update, headline=None) for update in updates]


def without_unseen_headlines(
    data: Sequence[Update], matched: Sequence[Match], title: str | None, notes: list[Note]
) -> list[Update]:
    """Return updates of data without headlines of the page that no reader saw but as labels.

    They are the page's where several state one, or its `title` has it: `The fire in the hills`.
    """
    counts = Counter(update.headline for update in data if update.headline)
    said_above = letters(title or "")
    shared = {headline for headline, count in counts.items() if count > 1 or letters(headline) in said_above}
    stated = [(update, data[place].headline or "") for update, place in matched if place is not None]
    seen: set[str] = set()
    for update, said in stated:
        if said in shared - seen and update.element is not None and letters(said) not in letters(update.left):
            seen |= {said} if letters(said) in letters(text_inside(update.element)) else set()
    unseen = shared.intersection(said for _, said in stated) - seen
    notes += [
        Note(
            code="page-level-headline",
            text=f"{said[:80]!r} is stated as a headline {counts[said]} times, and shown in none of these updates",
        )
        for said in sorted(unseen)
    ]
    return [evolve(update, headline=None) if update.headline in unseen else update for update in data]


def _with_names(updates: Sequence[Update], root: etree._Element) -> list[Update]:
    """Return updates with their headlines as authors, where each is one of a few words that come again and again.

    Such names stand alone above the text of each entry, as in talks. One of them must be part of a name that a byline
    of the page has: `By Ada Example` where entries have `Ada`. A heading is a headline, as is what comes again in the
    ticker of a match.
    """
    names = [update.headline for update in updates if update.headline]
    counts = Counter(names)
    if not _FEWEST <= len(updates) == len(names) or len(counts) < _LEAST or min(counts.values()) < _LEAST:
        return [*updates]
    if not all(map(_may_be_name, counts)) or any(map(_is_headed, updates)) or counts.keys().isdisjoint(_names(root)):
        return [*updates]
    return [
        evolve(update, authors=[*update.authors, author(name)], headline=None)
        for update, name in zip(updates, names, strict=True)
    ]


def _may_be_name(text: str) -> bool:
    return is_alone(text) and text[:1].isupper()


def _is_headed(update: Update) -> bool:
    """Tell whether the headline of an update is that of a heading, or all that it says."""
    element = update.element
    return not update.blocks or element is None or next(element.iter(*HEADINGS), None) is not None


def _names(root: etree._Element) -> Iterator[str]:
    """Yield the words of the names that the bylines of a page begin with."""
    for part in root.iter("p", "div", "span", "address"):
        if starts_with_by(f"{(part.text or '').strip()} ") and len(text := line_inside(part)) <= LONGEST:
            yield from without_by(text).split()[:_MOST_WORDS]
