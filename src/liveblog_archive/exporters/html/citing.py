"""Citations in the page: what its script needs to give the very strings that `liveblog_archive.cite` gives.

To print six styles under each of thousands of entries would make the page many times as long. Instead the page's
script works the facts of a citation out from what the page shows: the headline, the time, the source. `_derived` is
the rule that it follows, in Python. Where the rule gives another fact than `citation.facts`, which decides, the fact
itself is written down beside the entry, so that no shortcut can make a citation wrong.
"""

import re
from collections.abc import Iterable
from datetime import datetime

from attrs import frozen

from ...citation.facts import BlogFacts, CitationFacts
from ...citation.names import Name
from ...citation.wording import FIRST_WORDS
from ...hyperlinks import followable
from ...identity import VersionId, snapshot_id
from ...model import Entry, LiveBlog, Paragraph
from .safety import printable

Facts = dict[str, object]

# The blanks of page script: `\s` of ECMAScript without the byte order mark, which Python takes for no blank.
_BLANKS = re.compile("[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_TRAILING = " .,;:–—-"


@frozen
class Derivable:
    """What the page shows of an entry, from which its script works out the facts of a citation.

    `opening` is the text of its first block, if that is a paragraph; `stamp` is the value of its `<time>`, `day` that
    of the day it stands under, `source` the address of its link to the source.
    """

    headline: str | None
    opening: str | None
    stamp: str | None
    day: str | None
    source: str | None


def squeezed(text: str) -> str:
    """Return text with every run of blanks as one, as the script sees it."""
    if text.isprintable() and "  " not in text:  # as most is: no blank is printable but the space
        return text.strip(" ")
    return _BLANKS.sub(" ", text).strip(" ")


def first_words(text: str) -> str:
    """Return the first words of a text as the script cuts them; `citation.wording` has the whole rule."""
    if len(text) <= FIRST_WORDS:
        return text
    cut = text.rfind(" ", 0, FIRST_WORDS + 1)
    return f"{text[: cut if cut > 0 else FIRST_WORDS].rstrip(_TRAILING)}…"


class PageCitations:
    """The facts of all citations of one blog, as little of them as the page has to carry; `whole` are its own."""

    def __init__(self, blog: LiveBlog) -> None:
        self._blog = blog
        self._facts = BlogFacts(blog)
        self._names: dict[Name, int] = {}
        self._zones: dict[str, str] = {}
        self.whole = self._facts.cite(None, None, snapshot_id(blog))
        self._authors = [self._number(name) for name in self.whole.source.authors]
        self._url = self._facts.cite(Entry(id=f"{blog.id}#"), None, self.whole.version).url

    def demand_ids(self, entries: Iterable[Entry]) -> None:
        """Raise `CitationError` where an entry has no id."""
        for entry in entries:
            if not entry.id:
                self._facts.cite(entry)

    def entry(self, entry: Entry, version: VersionId, seen: Derivable) -> Facts:
        """Return the facts of an entry that the page's script would not work out: mostly none."""
        facts = self._facts.cite(entry, None, version)
        true = self._true(facts)
        guess = self._derived(seen, str(true["clock"] or ""), entry)
        return {name: value for name, value in true.items() if guess[name] != value}

    def blog(self) -> Facts:
        """Return the facts of the blog, and what those of its entries refer to; ask for it after all entries."""
        whole = self.whole
        return {
            "id": whole.source.blog_id,
            "key": whole.key,
            "title": whole.title,
            "url": self._url,
            "self": whole.url,
            "authors": self._authors,
            "publisher": self._number(whole.source.publisher) if whole.source.publisher else None,
            "language": whole.source.language,
            "retrieved": whole.source.retrieved.isoformat() if whole.source.retrieved else None,
            "day": whole.day.isoformat() if whole.day else None,
            "caveat": whole.caveat,
            "version": str(whole.version).rpartition(";")[2],
            "zones": self._zones,
            "names": [
                [name.literal, name.inverted, name.initialled, name.family, name.given, name.suffix]
                for name in self._names
            ],
        }

    def _number(self, name: Name) -> int:
        return self._names.setdefault(name, len(self._names))

    def _true(self, facts: CitationFacts) -> Facts:
        return {
            "title": facts.title,
            "untitled": facts.untitled,
            "authors": [self._number(name) for name in facts.source.authors],
            "url": facts.url,
            "day": facts.day.isoformat() if facts.day else None,
            "circa": facts.circa,
            "clock": facts.clock,
            "caveat": facts.caveat,
        }

    def _derived(self, seen: Derivable, clock: str, entry: Entry) -> Facts:
        """Return what the script makes of what it sees; `clock` is true, and teaches the name of its zone."""
        title = seen.headline if seen.headline is not None else first_words(squeezed(seen.opening or ""))
        time = self._clock(seen.stamp, clock) if seen.stamp and "T" in seen.stamp else None
        return {
            "title": squeezed(title) or None,
            "untitled": seen.headline is None,
            "authors": self._authors,
            "url": self._located(seen, entry),
            "day": seen.stamp[:10] if seen.stamp else seen.day,
            "circa": False,
            "clock": time,
            "caveat": None,
        }

    def _located(self, seen: Derivable, entry: Entry) -> str | None:
        if self._blog.id[:8].lower().startswith(("http://", "https://")):
            return entry.id
        return seen.source or self._url

    def _clock(self, stamp: str, true: str) -> str:
        """Return the time of a stamp as American styles write it, with the name that its offset has in this blog."""
        time, offset = stamp[11:], ""
        if found := re.search(r"[+-]\d\d:\d\d\Z", stamp):
            time, offset = stamp[11 : found.start()], found[0]
        time = re.sub(r"(?<=:\d\d):00\Z", "", time)  # zero seconds are seldom more than a habit of data
        hour, rest = int(time[:2]), time[2:]
        plain = f"{hour % 12 or 12}{rest} {'a.m.' if hour < 12 else 'p.m.'}"
        if offset and true.startswith(f"{plain} "):
            self._zones.setdefault(offset, true[len(plain) + 1 :])
        zone = self._zones.get(offset, "")
        return f"{plain} {zone}" if zone else plain


def stamp_of(entry: Entry) -> str | None:
    """Return the value of an entry's `<time>` (HTML 4.5.14); None where it has none."""
    value = entry.time.value if entry.time else None
    if value is None:
        return None
    if not isinstance(value, datetime):
        return value.isoformat()
    precise = "seconds" if entry.time and entry.time.precision == "second" else "minutes"
    return value.isoformat(timespec=precise)


def derivable(entry: Entry, day: str | None) -> Derivable:
    """Return what the page shows of an entry that stands under `day`."""
    first = entry.body[0] if entry.body else None
    return Derivable(
        headline=printable(entry.headline or "") if has_headline(entry) else None,
        opening=printable(first.text) if isinstance(first, Paragraph) else None,
        stamp=stamp_of(entry),
        day=day,
        source=followable(entry.url),
    )


def has_headline(entry: Entry) -> bool:
    """Tell whether the page shows a headline: one of blanks alone is none."""
    return bool(entry.headline and entry.headline.strip())
