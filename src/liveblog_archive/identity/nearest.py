"""The wording nearest to words that stand nowhere: somebody misquoted them, or they stood where nobody captured."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nlargest
from itertools import islice
from operator import eq
from typing import NamedTuple

from ..model import Entry
from .boundaries import UNBROKEN
from .minting import fold
from .quotes import parts

_WORD = re.compile(f"[{UNBROKEN}]|[^\\s{UNBROKEN}]+")
_BEST = 24  # stretches that share most words, of which the order of the words tells the nearest
_EQUAL = 24  # stretches of a part that share as many words


class Stretch(NamedTuple):
    """Words of a part of an entry: as many as were looked for, if it has so many."""

    entry: Entry
    paragraph: int
    text: str


class Nearest:
    """What shares most words with `exact`, of all entries that were looked at; those that come first go first."""

    def __init__(self, exact: str) -> None:
        self._words = _bare_words(exact)
        self._wanted = Counter(self._words)
        self._found: list[tuple[int, Stretch]] = []

    def look(self, entry: Entry) -> None:
        """Look at all parts of one entry."""
        for paragraph, text in parts(entry):
            known = _bare_words(text)
            if 2 * sum(map(self._wanted.__contains__, known)) >= len(self._words) > 0:
                self._look(entry, paragraph, text, known)

    def _look(self, entry: Entry, paragraph: int, text: str, known: Sequence[str]) -> None:
        """Keep the stretch of a part that shares most words, if it shares half of them or more.

        Of several, that is the one of the first that has most of the words at their own place.
        """
        length = len(self._words)
        shares = [*_shares(known, self._wanted, length)]
        most = max(shares)
        if 2 * most >= length:
            places = [match.span() for match in _WORD.finditer(text) if _bare(match[0])]
            equal = islice((start for start, shared in enumerate(shares) if shared == most), _EQUAL)
            start = max(equal, key=lambda start: sum(map(eq, self._words, known[start : start + length])))
            words = places[start : start + length]
            self._found.append((most, Stretch(entry, paragraph, text[words[0][0] : words[-1][1]])))
            if len(self._found) > 8 * _BEST:
                self._found = self._best()

    def _best(self) -> list[tuple[int, Stretch]]:
        return nlargest(_BEST, self._found, key=lambda found: found[0])

    def found(self) -> Stretch | None:
        """Return the stretch that has most of the words in their order; None where none has half of the words."""
        stretches = [stretch for _, stretch in self._best()]
        return max(stretches, key=lambda stretch: self._in_order(stretch.text), default=None)

    def _in_order(self, text: str) -> int:
        blocks = SequenceMatcher(None, self._words, _bare_words(text)).get_matching_blocks()
        return sum(block.size for block in blocks)


def _bare_words(text: str) -> list[str]:
    return [*filter(None, map(_bare, _WORD.findall(text)))]


@lru_cache(maxsize=2**15)
def _bare(word: str) -> str:
    return "".join(filter(str.isalnum, fold(word)))


def _shares(words: Sequence[str], wanted: Counter[str], length: int) -> Iterator[int]:
    """Yield how many of the words `wanted` each stretch of `length` words has, from the first one on."""
    held: Counter[str] = Counter()
    shared = 0
    for end, word in enumerate(words, start=1):
        held[word] += 1
        shared += held[word] <= wanted[word]
        if end > length:
            left = words[end - length - 1]
            shared -= held[left] <= wanted[left]
            held[left] -= 1
        if end >= min(length, len(words)):
            yield shared
