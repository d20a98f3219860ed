"""Lines that a page printed between its entries, and no editor wrote: `Share`, `12 likes`, `Seite 3 von 5`.

They are taken out before anything else is asked of a text: what stands above a time may be its headline.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..page_words import (
    heads_comments,
    leads_elsewhere,
    names_services,
    says_advert,
    says_comments,
    says_control,
    says_page_number,
    says_summary,
)
from .shape import has_digit, without_references

_DIGITS = frozenset("0123456789")
_LONGEST = 100  # characters
_LONGEST_END, _LONGEST_LEAD, _NUMBERS = 40, 20, 6
_COUNT = re.compile(r"^\d+|(?<=\D)\d.*")
_RULE = re.compile(r"(?:[*=_~#•·—–-]\s?){3,}")
_WORD = re.compile(r"\w")


class PageLines(NamedTuple):
    """The places of lines that a page printed between entries, of other links, and of what may end all entries."""

    between: set[int]
    links: set[int]
    ends: list[int]


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
    gone = {at for at, text in short.items() if says_advert(text) or _RULE.fullmatch(text)}
    gone.update(pages, _beside_pages(texts, pages), _controls(short))
    links = {at for at, text in short.items() if _may_lead(text) and leads_elsewhere(text)}
    gone.update([at for at in links if not gone.isdisjoint(_beside(texts, at))])
    heads = ((at, text) for at, text in short.items() if len(text) <= _LONGEST_END)
    return PageLines(gone, links - gone, [at for at, text in heads if says_comments(text) or says_summary(text)])


def _may_lead(text: str) -> bool:
    """Tell whether a text is short, or has what stands between a word for where a link leads and its name."""
    return len(text) <= _LONGEST_LEAD or ":" in text or "»" in text or "|" in text


def _controls(short: Mapping[int, str]) -> list[int]:
    """Return the places of what controls say, but for what stands above comments."""
    forms = {at: _form(text) for at, text in short.items()}
    counts = Counter(forms.values())
    if not any(count > 1 and _says_control(form) for form, count in counts.items()):
        return []
    controls = (at for at, text in short.items() if _says_control(text))
    return [at for at in controls if counts[forms[at]] > 1 or not heads_comments(short[at])]


def _form(text: str) -> str:
    """Return what lines have in common that count something: `Share  3 comments` and `Share  1 comment`."""
    bare = without_references(text)
    return _COUNT.sub("0", bare) if has_digit(bare) else bare


def _says_control(text: str) -> bool:
    bare = without_references(text)
    return says_control(bare) and _WORD.search(bare) is not None and not names_services(bare)


def _beside_pages(texts: Sequence[str], pages: Sequence[int]) -> set[int]:
    """Return the lines above and below the numbers of pages that stand at several of these: titles, addresses."""
    beside = [at for page in pages for at in _beside(texts, page)]
    counts = Counter(texts[at] for at in beside)
    return {at for at in beside if counts[texts[at]] > 1}


def _beside(texts: Sequence[str], place: int) -> list[int]:
    """Return the places of the lines above and below one, but for blank ones."""
    above = (at for at in range(place - 1, -1, -1) if texts[at])
    below = (at for at in range(place + 1, len(texts)) if texts[at])
    return [at for at in (next(above, None), next(below, None)) if at is not None]
