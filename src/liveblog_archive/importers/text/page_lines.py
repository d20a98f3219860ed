"""Lines that a page printed between its entries, and no editor wrote: `Share`, `12 likes`, `Seite 3 von 5`.

They are taken out before anything else is asked of a text: what stands above a time may be its headline.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from ..page_words import (
    FELT,
    heads_comments,
    is_control,
    leads_elsewhere,
    says_advert,
    says_page_number,
    without_references,
)
from .rows import Row
from .shape import announces, bullet, ends_like_a_sentence, has_digit, is_headline_like, is_question, is_rule
from .source import Line

_DIGITS = frozenset("0123456789")
_LONGEST = 100  # characters
_LONGEST_LEAD, _NUMBERS = 20, 6
_COUNT = re.compile(r"^\d+(?:[.,]\d+)?(?:\s?[KkMm]\b)?|(?<=\D)\d.*")
_ACCOUNT = re.compile(r"@\w{2,30}")  # below the name of who posted
_COUNT_ALONE = re.compile(r"\d{1,3}|\d{1,3}(?:[.,]\d)?\s?[KkMm]|\d{1,3}(?:,\d{3})+")
_USUAL = 2 / 3
_FEWEST = 3  # lines that say the same
_LINES_OF_A_HEAD = 4  # above or below the number of a page


class PageLines(NamedTuple):
    """The places of lines that a page printed between entries, and of other links to its pages."""

    between: set[int]
    links: Set[int]


def page_lines(texts: Sequence[str]) -> PageLines:
    """Return the lines of a page among others, which may be blank.

    Labels of advertisements, rules and numbers of pages are known at once. What controls say is, where some of it
    comes again but for what it counts: then all of it. So are links to other pages beside it, and what stands above
    and below several numbers of pages.
    """
    short = {
        at: text
        for at, text in enumerate(texts)
        if 0 < len(text) <= _LONGEST and (text[0] not in _DIGITS or " " in text[:_NUMBERS])  # else a time
    }
    pages = [at for at, text in short.items() if has_digit(text) and says_page_number(text)]
    gone = {at for at, text in short.items() if _is_advert(text) or is_rule(text)}
    accounts = [at for at, text in short.items() if text[0] == "@" and _ACCOUNT.fullmatch(text)]
    gone.update(_heads_of_pages(texts, pages), _controls(short), _again(texts, accounts))
    links = {at for at, text in short.items() if _may_lead(text) and leads_elsewhere(text)}
    gone.update([at for at in links if not gone.isdisjoint(_beside(texts, at))])
    return PageLines(gone | _counts_above(texts, gone), links - gone)


def _again(texts: Sequence[str], places: Sequence[int]) -> list[int]:
    """Return those of the places at which the same stands as at another of them."""
    counts = Counter(texts[at] for at in places)
    return [at for at in places if counts[texts[at]] > 1]


def _counts_above(texts: Sequence[str], gone: Set[int]) -> set[int]:
    """Return the places of numbers right above a line that counts something as well: `12`, `31`, `9.1K Views`."""
    found: set[int] = set()
    for at in gone:
        while has_digit(texts[at]) and (above := at - 1) >= 0 and _COUNT_ALONE.fullmatch(texts[above]):
            found.add(at := above)
    return found


def _may_lead(text: str) -> bool:
    """Tell whether a text is short, or has what stands between a word for where a link leads and its name."""
    return len(text) <= _LONGEST_LEAD or ":" in text or "»" in text or "|" in text


def _is_advert(text: str) -> bool:
    """Tell whether a line is the label of an advertisement, and no item of a list: `- Anzeige -`, not `- Anzeige`."""
    return says_advert(text) and (bullet(text) is None or not text[-1].isalnum())


def of_entries(read: Sequence[Row], printed: Sequence[Line]) -> list[Row]:
    """Return those of the lines printed between rows that are words of an entry after all, unlike most of their form.

    A label of an advertisement or a control right below a time, with text right below it, is a headline, but for an
    advertisement above a headline. A control that is announced, or in the midst of an entry, is an item or a heading.
    What stands last or above all is neither, nor what mostly stands above entries.
    """
    told_again = (before.label is not None and row.alone for before, row in pairwise(read))
    count = sum(row.label is not None for row in read) - sum(told_again)
    forms = Counter(_form(text) for _, text in printed)
    numbers = [row.number for row in read]
    places = [bisect_left(numbers, number) for number, _ in printed]
    last = next((at for at in range(len(read) - 1, -1, -1) if read[at].label is not None), -1)
    between = Counter(
        (_form(text), _begins_entry(read, at)) for at, (_, text) in zip(places, printed, strict=True) if at <= last
    )
    found = []
    for at, (number, text) in zip(places, printed, strict=True):
        if not 0 < at < len(read):
            continue
        above = read[at - 1]
        heads = above.alone and read[at].plain and numbers[at] - above.number == 2
        is_said = heads or (announces(above.text) and not above.alone) or not _begins_entry(read, at)
        form = _form(text)
        is_between = between[form, True] >= max(_FEWEST, 2 * between[form, False])
        is_usual = is_between or forms[form] >= _USUAL * count
        is_headline = heads and not is_headline_like(read[at].text, words=1)
        if not is_usual and ((is_headline and says_advert(text)) or (is_said and is_control(text))):
            found.append(Row(number, text))
    return found


def _begins_entry(read: Sequence[Row], at: int) -> bool:
    """Tell whether a row is the first of an entry: a time or a day, or a headline above one."""
    row, after = read[at], read[at + 1 : at + 2]
    if not row.plain:
        return True
    return (is_headline_like(row.text) or is_question(row.text)) and any(not below.plain for below in after)


def _controls(short: Mapping[int, str]) -> list[int]:
    """Return the places of what controls say, but for what stands above comments."""
    forms = {at: _form(text) for at, text in short.items()}
    counts = Counter(forms.values())
    if not any(count > 1 and is_control(form) for form, count in counts.items()):
        return []
    controls = (at for at, text in short.items() if is_control(text))
    return [at for at in controls if counts[forms[at]] > 1 or not heads_comments(short[at])]


def _form(text: str) -> str:
    """Return what lines that count have in common: `Share  3 comments`, `Share  1 comment`; `👍 12`, `😮 ♥ 7`."""
    bare = without_references(text)
    return _COUNT.sub("0", FELT.sub("♥ ", bare)) if has_digit(bare) else bare


def _heads_of_pages(texts: Sequence[str], pages: Sequence[int]) -> set[int]:
    """Return the numbers of pages, and the lines of their heads and feet, each of which stands beside another."""
    found = {*pages}
    for _ in range(_LINES_OF_A_HEAD if pages else 0):
        found |= _beside_pages(texts, sorted(found))
    return found


def _beside_pages(texts: Sequence[str], pages: Sequence[int]) -> set[int]:
    """Return the lines above and below the numbers of pages that stand at several of these, or above all, too.

    These are titles and addresses.

    Pages are apart: what stands between two numbers of them is beside both, and may be an entry.
    """
    beside = [set(_beside(texts, page)) for page in pages]
    places = set().union(*beside)
    counts = Counter(texts[at] for at in places)
    of_pages = Counter(text for own in beside for text in {texts[at] for at in own})
    first = next((at for at, text in enumerate(texts) if text), 0)
    again = {at for at in places if min(counts[texts[at]], of_pages[texts[at]]) > 1}
    again.update(at for at in places if at > first and texts[at] == texts[first])
    return {at for at in again if not ends_like_a_sentence(texts[at])}


def _beside(texts: Sequence[str], place: int) -> list[int]:
    """Return the places of the lines above and below one, but for blank ones."""
    above = (at for at in range(place - 1, -1, -1) if texts[at])
    below = (at for at in range(place + 1, len(texts)) if texts[at])
    return [at for at in (next(above, None), next(below, None)) if at is not None]
