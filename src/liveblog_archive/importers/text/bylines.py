"""Names beside times, in a line of their own: `Anna Berg, 14:05` and `14:05 Anna Berg`; and below them."""

import re
from collections import Counter
from collections.abc import Sequence, Set

from attrs import evolve

from ..vocabulary import PUBLISHED
from .days import DayReader
from .label import Labelled
from .labels import LabelReader
from .rows import Row, otherwise
from .shape import ends_like_a_sentence, is_byline, without_brackets

_LONGEST = 80
_NEARLY_ALL, _FEWEST = 0.8, 3
# A name, with the publication that it is of in brackets, and what stands between it and a time.
_NAME = re.compile(
    r"(?P<who>(?P<name>[^\d]+?)(?:\s[(\[][^\d()\[\]]+[)\]])?)"
    r"(?:\s*[,|·•/–—-]\s*|\s+(?:at|um|à|a las|alle|às|om|kl\.?|о|в)\s+|\s{2,}|\s(?=[(\[]))(?=[\d(\[])"
)
_POSTED = re.compile(rf"(?:{PUBLISHED})\s", re.IGNORECASE)
_DATELINE = re.compile(r"[^\W\d_][^\d()]{1,40} \([^\W\d_]{2,6}\)")
# As messengers write them above what was sent.
_SENT = re.compile(r"(?P<who>[^\[\]]{1,80}), (?=\[(?P<when>[^\[\]]{8,40})\]:?$)")


def names_before(rows: Sequence[Row], days: DayReader) -> list[Row]:
    """Return the rows with the time of each line such as `Anna Berg, 14:05` as its label, and nothing else as one.

    Whatever stands before a date and a time in brackets, `The 7 Bridges!, [24.04.2026 05:44]`, sent what is below.
    """
    labels = LabelReader(days)

    def read(line: str) -> Labelled | None:
        sent = _SENT.match(line)
        posted = None if sent else _POSTED.match(line)
        match = sent or (_NAME.match(line, posted.end() if posted else 0) if len(line) <= _LONGEST else None)
        if match is None or not (sent or is_byline(match["name"])):
            return None
        label = labels.clock(sent["when"] if sent else line[match.end() :])
        if label is None or (sent and label.day is None):
            return None
        text = f"{posted[0] if posted else ''}{line[match.end('who') :].strip()}"
        return evolve(label, text=text, strong=True, named=True), match["who"]

    return otherwise(rows, read)


def senders_above(rows: Sequence[Row]) -> frozenset[str]:
    """Return who sent messages, where each stands below a name with a date and a time in brackets."""
    return frozenset(row.rest for row in rows if row.label and row.label.named and _SENT.match(row.text))


def names_after(rows: list[Row]) -> list[Row]:
    """Return the rows, in which each label is `named` that is followed by a byline rather than a headline.

    That needs a text that prints bylines there: nearly every time is followed by a name, and the same names come
    again, or the lines say `By`. News agencies print where they wrote: `Oslo (NTB)`. Beside others' names one word
    that comes again, such as `Newsroom`, is one as well.
    """
    beside = [index for index, row in enumerate(rows) if row.rest]
    teams = _teams(rows, beside)
    names = _nearly_all(rows, beside, teams)
    if not names:
        return rows
    said = sum(is_byline(name, named=False) or _DATELINE.fullmatch(name) is not None for name in names)
    if 3 * len(set(names)) > 2 * len(names) and said < _NEARLY_ALL * len(names):
        return rows
    found = list(rows)
    for index in beside:
        label = rows[index].label
        if label is not None and _names_who_or_where(rows[index].rest, teams):
            found[index] = evolve(rows[index], label=evolve(label, named=True))
    return found


def _teams(rows: Sequence[Row], beside: Sequence[int]) -> Set[str]:
    """Return the single words that come again beside labels, as a name does, too."""
    again = {text for text, count in Counter(rows[index].rest for index in beside).items() if count > 1}
    return {text for text in again if text.istitle() and text.isalpha()} if any(map(is_byline, again)) else set()


def _names_who_or_where(text: str, teams: Set[str]) -> bool:
    return is_byline(text) or text in teams or _DATELINE.fullmatch(text) is not None


def _nearly_all(rows: Sequence[Row], beside: Sequence[int], teams: Set[str]) -> list[str]:
    """Return the names beside labels, where nearly all have one; once too many have none, the rest is let be."""
    spare = len(beside) - max(_FEWEST, _NEARLY_ALL * len(beside))
    names: list[str] = []
    for index in beside:
        if _names_who_or_where(rows[index].rest, teams):
            names.append(rows[index].rest)
        elif (spare := spare - 1) < 0:
            return []
    return names if spare >= 0 else []


def bylines_below(rows: Sequence[Row], alone: Sequence[int]) -> frozenset[int]:
    """Return the numbers of the lines below times, which stand `alone`, that say who wrote, and what these are.

    What comes again below the same name is what that writer is; a writer is also whom a line of names above all times
    names.
    """
    below = [index + 1 for index in alone if index + 1 < len(rows) and rows[index + 1].plain]
    names = {text for text in {rows[index].text for index in below} if is_byline(text)}
    named = [index for index in below if rows[index].text in names]
    if not named:
        return frozenset()
    heads = [row.text for row in rows[: alone[0]] if row.plain and is_byline(without_brackets(row.text))]
    pairs = Counter((rows[at].text, rows[at + 1].text) for at in named if _may_be_role(rows, at + 1))
    roles = {role for (_, role), count in pairs.items() if count > 1}
    with_role = [at for at in named if _may_be_role(rows, at + 1) and rows[at + 1].text in roles]
    found = [at for at in named if any(_has(head, rows[at].text) for head in heads)]
    return frozenset(rows[at].number for at in (*found, *with_role, *(at + 1 for at in with_role)))


def _has(head: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", head) is not None


def _may_be_role(rows: Sequence[Row], index: int) -> bool:
    """Tell whether a line may say what a writer is: no sentence, with text below."""
    if index + 1 >= len(rows) or not rows[index + 1].plain:
        return False
    return rows[index].plain and len(rows[index].text) <= _LONGEST and not ends_like_a_sentence(rows[index].text)
