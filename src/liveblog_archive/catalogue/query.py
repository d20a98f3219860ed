"""What is looked for, as SQL. Words of people are put into quotation marks, so that none is taken for an operator."""

import datetime
import re
from collections.abc import Iterable
from itertools import islice

from attrs import field, frozen

from ..errors import ArchiveError
from ..identity.typography import ungrouped
from ..searching import for_search, symbols, terms
from .rows import Row

_FACTS = "e.id, e.version, b.id, b.title, b.publisher, e.day, e.time, e.status, e.url, e.headline, e.text, e.authors"
_COLUMNS = f"{_FACTS} FROM entries AS e JOIN blogs AS b ON b.number = e.blog"
EVERY = f"SELECT {_COLUMNS} ORDER BY e.number"
_RANKED = (
    f"SELECT {_FACTS} FROM words CROSS JOIN entries AS e ON e.number = words.rowid "  # noqa: S608 - our own words
    "CROSS JOIN blogs AS b ON b.number = e.blog"
)
_STANDS = "instr(coalesce(e.headline, '') || ' ' || e.text, ?) > 0"
_WROTE = "EXISTS (SELECT 1 FROM json_each(e.authors) WHERE value = ?)"
_FEW = 8  # words of a quote: enough to find those that are compared letter by letter
_SPACE = re.compile(r"\s+")
# A number whose digits stand in no groups.
_WHOLE = re.compile(r"(?<![\d.,])\d{4,}(?!\d)")
_GROUPS = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")


# What SQLite takes for a number of rows.
_MOST = 2**63 - 1


def _days(value: object) -> str | None:
    """Return a day in ISO 8601, or two with `..` between, from what is one or means one."""
    if value is None:
        return None
    text = value.isoformat()[:10] if isinstance(value, datetime.date) else value
    if not isinstance(text, str) or not text.strip(". "):
        raise _no_day(value)
    return "..".join(_day(part.strip(), value) for part in text.split("..", 1))


def _day(text: str, value: object) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise _no_day(value) from None


def _no_day(value: object) -> ArchiveError:
    return ArchiveError(f"not a day: {value!r}", "query", "write it as 2026-03-04, or as 2026-03-01..2026-03-04")


def _limit(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ArchiveError(f"limit cannot be {value!r}", "query", "give a number from 1")
    return min(value, _MOST)


@frozen(kw_only=True)
class Query:
    """What entries have to have, all of it: words, or an `expression` of FTS5, and facts.

    Words are found in any order, without regard to case and accents; those between quotation marks, of any language,
    stand side by side, and one that ends in `*` is the beginning of a word. A symbol such as ⚽ is found as it is, a
    number however its digits are grouped, and nothing by other marks. `quote` is text that stands in the entry letter
    by letter, but for spaces and line breaks. `author` is a name that the entry has, in full. `day` is one in ISO
    8601, or two with `..` between, of which one may be left out; `id` one in full or its last 12 characters. `limit`
    is the most entries, from 1. Raises `ArchiveError` for a value that cannot be read.
    """

    words: str = ""
    expression: bool = False
    quote: str | None = None
    day: str | None = field(default=None, converter=_days)
    publisher: str | None = None
    author: str | None = None
    blog: str | None = None
    id: str | None = None
    status: str | None = None
    limit: int = field(default=20, converter=_limit)

    def __attrs_post_init__(self) -> None:
        for name in ("words", "quote", "publisher", "author", "blog", "id", "status"):
            value = getattr(self, name)
            if not isinstance(value, str) and (value is not None or name == "words"):
                raise ArchiveError(f"{name} cannot be {value!r}", "query", "give a text")

    def sql(self) -> tuple[str, list[object]]:
        """Return the statement, and the values in it."""
        match = " AND ".join(filter(None, (self._words(), self._phrase())))
        conditions, values = self._conditions()
        if match and not conditions and self.quote is None:
            # FTS5 gives the most relevant first, and SQLite keeps that order through a CROSS JOIN: the facts of the
            # few that are asked for are looked up, of no other, and nothing is sorted again.
            return f"{_RANKED} WHERE words MATCH ? ORDER BY words.rank LIMIT ?", [match, self.limit]
        joined = " JOIN words ON words.rowid = e.number" if match else ""
        conditions += ["words MATCH ?"] * bool(match)
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        order = "words.rank" if match and self.quote is None else "e.number"
        statement = f"SELECT {_COLUMNS}{joined}{where} ORDER BY {order} LIMIT ?"
        every = -1  # of a quote, all are looked at, letter by letter, until there are enough
        return statement, [*values, *([match] if match else []), self.limit if self.quote is None else every]

    def kept(self, found: Iterable[Row]) -> list[Row]:
        """Return those of the entries that have the quote letter by letter, up to the limit."""
        if self.quote is None:
            return list(found)
        exact = _SPACE.sub(" ", self.quote).strip()
        own = (row for row in found if exact and exact in _SPACE.sub(" ", f"{row.headline or ''}\n{row.text}"))
        return list(islice(own, self.limit))

    def _words(self) -> str:
        if self.expression:
            return f"({for_search(self.words)})" if self.words.strip() else ""
        found = terms(self.words)
        lettered = [one for one in found if _has_letters(one[0])]
        # Marks alone match nothing; beside words and symbols they count for nothing.
        if self.words.strip() and not lettered and not symbols(self.words):
            return _string("")
        return " AND ".join(
            _number(term.removesuffix("*"), "*") if term.endswith("*") and not is_phrase else _number(term)
            for term, is_phrase in lettered
        )

    def _phrase(self) -> str:
        """Return what of the quote is a phrase: its first and last words may be parts of words, and are left out.

        It may begin in a headline and end in the text. Nothing is left of a short one, or of one that has only marks
        between: all entries are looked at then.
        """
        inner = (self.quote or "").split()[1:-1]
        words = [_string(word) for word in inner if _has_letters(word)]
        if not words:
            return ""
        across = [f"headline : {words[0]}", f"text : {words[-1]}", *words[1:_FEW]]
        return f"({_string(' '.join(inner))} OR ({' AND '.join(across)}))"

    def _conditions(self) -> tuple[list[str], list[object]]:
        found: list[tuple[str, object]] = []
        for condition, value in (
            ("b.publisher = ?", self.publisher),
            (_WROTE, self.author),
            ("b.id = ?", self.blog),
            ("e.status = ?", self.status),
        ):
            if value is not None:
                found.append((condition, value))
        if self.id is not None:
            found.append(("substr(e.id, -12) = ?", self.id[-12:]))
            if "#" in self.id:
                found.append(("e.id = ?", self.id))
        if self.quote is not None and not self._phrase():
            found += [(_STANDS, word) for word in self.quote.split()]
        if not self.expression:
            found += [(_STANDS, symbol) for symbol in symbols(self.words)]
        if self.day is not None:
            first, dots, last = self.day.partition("..")
            found += [("e.day >= ?", first)] * bool(first)
            found += [("e.day <= ?", last if dots else first)] * bool(last or not dots)
        return [condition for condition, _ in found], [value for _, value in found]


def _has_letters(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _number(text: str, end: str = "") -> str:
    """Return text as a string of FTS5, or as one of several, where numbers in it may be grouped in another way."""
    whole = ungrouped(text)
    grouped = _WHOLE.sub(lambda found: _GROUPS.sub(" ", found[0]), whole)
    forms = [f"{_string(form)}{end}" for form in dict.fromkeys((text, whole, grouped))]
    return forms[0] if len(forms) == 1 else f"({' OR '.join(forms)})"


def _string(text: str) -> str:
    """Return text as a string of FTS5 (3.1), in which nothing has a meaning."""
    return '"' + for_search(text).replace('"', '""').replace("\0", " ") + '"'
