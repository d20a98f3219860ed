"""Who wrote an entry, and when it was changed, where lines of a pasted text say so and nothing else."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from datetime import datetime, timedelta
from itertools import chain

from attrs import evolve

from ...model import Agent, Entry, LiveBlog, Moment, Paragraph
from ..agencies import author
from ..vocabulary import AND, EDITED, UPDATED
from .days import DayReader
from .labels import LabelReader
from .rows import Row
from .shape import (
    LONGEST_BYLINE,
    ends_like_a_sentence,
    has_digit,
    is_byline,
    is_headline_like,
    without_brackets,
    without_wrote,
)

_BETWEEN = re.compile(rf"\s*[,&]\s*(?:(?:{AND})\s)?|\s(?:{AND})\s")
_CHANGED = re.compile(rf"\W*(?:last\s)?(?:{UPDATED}|{EDITED})\b", re.IGNORECASE)
_SMALL = "de da do du di del della la le von van der den ter ten zu af av bin al el"  # in names
_PARTICLES = frozenset(_SMALL.split())
_LONGEST = 60  # characters of when an entry was changed
_MOST_WRITERS = 50  # of one blog
_MOST_WORDS, _FEWEST_NAMED, _HALF, _NEARLY_ALL = 4, 3, 0.5, 0.8


def with_credits(blog: LiveBlog, language: str | None, senders: Set[str] = frozenset()) -> LiveBlog:
    """Return a blog whose entries have as authors, and as times of change, what lines above or below them say.

    A name alone is that of an author where it stands behind `By` elsewhere, or beside others above all entries.
    `language` is that of dates, None where it is not known. `senders` are those who wrote in a chat: each message
    begins with one of them, alone or before a colon.
    """
    if senders:
        return evolve(blog, entries=[_sent(entry, senders) for entry in blog.entries])
    above = [without_brackets(block.text) for block in blog.introduction]
    stated = [name for text in above for name in _names(text, is_said=True)]
    listed = (names for text in above if len(names := _names(text)) > 1)
    known = {*stated, *chain.from_iterable(listed), *_first(blog.entries), *_last(blog)}
    labels, roles = LabelReader(DayReader(language)), _roles(blog.entries) if known else frozenset()
    return evolve(
        blog,
        authors=blog.authors or _agents(stated),
        entries=[
            _credited(entry, known, roles, labels) if known or any(map(may_be_change, _around(entry))) else entry
            for entry in blog.entries
        ],
    )


def _first(entries: Sequence[Entry]) -> set[str]:
    """Return the names that entries begin with, below their headlines, if any.

    A name alone is that of an author where it stands behind `By` elsewhere, or where half of the entries begin with
    one, and these come again where some stand as headlines: else it may be a headline.
    """
    texts = (entry.body[0].text for entry in entries if len(entry.body) > 1)
    firsts = [text for text in texts if len(text) <= LONGEST_BYLINE]
    known = {name for text in firsts for name in _names(text, is_said=True)}
    alone = [names for text in firsts if (names := _names(text))]
    fewest = max(_FEWEST_NAMED, _HALF * len(entries))
    lines = Counter(filter(None, (*firsts, *(entry.headline for entry in entries))))
    again = {text: names for text, count in lines.items() if count > 1 and (names := _names(text))}
    if len(alone) >= fewest:
        known.update(*alone)
    elif sum(lines[text] for text in again) >= fewest:
        known.update(*again.values())
    return known


def _last(blog: LiveBlog) -> set[str]:
    """Return the names that nearly all entries end with, where some come again.

    Where one is told of as well, they may be of places or topics.
    """
    last = Counter(entry.body[-1].text for entry in blog.entries if len(entry.body) > 1)
    named = {text: names for text in last if (names := _names(text))}
    count = sum(last[text] for text in named)
    fewest = max(_FEWEST_NAMED, _NEARLY_ALL * len(blog.entries))
    if count < fewest or len(named) > min(count - 1, _MOST_WRITERS):
        return set()
    told = (blog.title, *(text for entry in blog.entries for text in (entry.headline, entry.text)))
    said = "\n".join(filter(None, told)).casefold()
    are_told = any(said.count(text.casefold()) > last[text] for text in named)
    return set() if are_told else {*chain.from_iterable(named.values())}


def changes(rejected: Iterable[Row]) -> frozenset[int]:
    """Return the numbers of the lines that tell when something was changed, of those that are no labels."""
    told = (row for row in rejected if row.label and row.label.said and not row.rest)
    return frozenset(row.number for row in told if _CHANGED.match(row.text))


def _around(entry: Entry) -> list[str]:
    """Return the lines that may be above or below the text of an entry, if they are short."""
    body = entry.body
    texts = (entry.headline, body[0].text, body[-1].text) if len(body) > 1 else (entry.headline,)
    return [text for text in texts if text and len(text) <= _LONGEST]


def _names(text: str, *, is_said: bool = False) -> list[str]:
    """Return the names that a byline is, none where it says more; with `is_said` only where it begins with `By`."""
    if not is_byline(text, named=not is_said):
        return []
    names = _BETWEEN.split(without_wrote(text).partition(" ")[2] if is_byline(text, named=False) else text)
    return names if all(_is_name(name) for name in names) else []


def _is_name(text: str) -> bool:
    words = text.split()
    are_of_name = all(word[0].isupper() or word in _PARTICLES for word in words)
    return 1 < len(words) <= _MOST_WORDS and are_of_name and words[-1] not in _PARTICLES


def _agents(names: list[str], role: str | None = None) -> list[Agent]:
    return [evolve(author(name), role=role) for name in dict.fromkeys(names)]


def _roles(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the lines that stand as the second of several entries: what a writer named above is, or reports from."""
    second = Counter(entry.body[1].text for entry in entries if len(entry.body) > 2)
    said = (text for text, count in second.items() if count > 1 and len(text) <= LONGEST_BYLINE)
    return frozenset(text for text in said if not ends_like_a_sentence(text))


def _credited(entry: Entry, known: Set[str], roles: Set[str], labels: LabelReader) -> Entry:
    """Return an entry without the lines around its text that name its authors or the time of a change.

    What stands below a name is the headline, unless it is a role: `Reporting from Oslo`.
    """
    headline, body = entry.headline, [*entry.body]
    authors: list[str] = []
    modified = entry.modified

    def takes(text: str) -> bool:
        nonlocal modified
        names = _names(text) if known else []
        if names and known >= {*names}:
            authors.extend(names)
            return True
        if modified is not None:
            return False
        modified = _change(text, entry.time, labels)
        return modified is not None

    if headline and body and takes(headline):
        headline = None
    while len(body) > 1 and isinstance(body[0], Paragraph) and takes(body[0].text):
        del body[0]
    is_led = headline != entry.headline or len(body) < len(entry.body)  # what stood above the text is taken
    while len(body) > 1 and isinstance(body[-1], Paragraph) and takes(body[-1].text):
        del body[-1]
    if not is_led and len(body) == len(entry.body):
        return entry
    role = body.pop(0).text if len(authors) == 1 and len(body) > 1 and body[0].text in roles else None
    if headline is None and is_led and len(body) > 1 and is_headline_like(body[0].text, words=1):
        headline = body.pop(0).text
    return evolve(entry, headline=headline, body=body, authors=_agents(authors, role), modified=modified)


def _sent(entry: Entry, senders: Set[str]) -> Entry:
    """Return an entry whose author is who sent it."""
    name, _, said = entry.body[0].text.partition(":") if entry.body else ("", "", "")
    name = name.rstrip()
    if name not in senders:
        return entry
    own = [Paragraph(said.strip())] if said.strip() else []
    return evolve(entry, authors=_agents([name]), body=[*own, *entry.body[1:]])


def may_be_change(text: str) -> bool:
    """Tell whether a line may say when something was changed, such as `Updated at 14.40 GMT`."""
    return len(text) <= _LONGEST and has_digit(text) and _CHANGED.match(text) is not None


def _change(text: str, time: Moment | None, labels: LabelReader) -> Moment | None:
    """Return the time of a change that a line is, such as `Updated at 14.40 GMT`; None for any other line.

    It is on the day of the entry, or on the next where the clock shows less, unless it names a day or another zone.
    """
    if not may_be_change(text):
        return None
    label = labels.clock(text)
    if label is None:
        return None
    value = time.value if time else None
    if time is None or not isinstance(value, datetime) or label.day or (label.zone and label.zone not in time.text):
        return Moment(text=text)
    at = value.replace(hour=label.hour % 24, minute=label.minute, second=label.second or 0, fold=0)
    return Moment(
        text=text,
        value=at if at >= value else at + timedelta(days=1),
        precision="minute" if label.second is None else "second",
        qualifier="inferred",
        offset_source=time.offset_source,
    )
