"""Texts of entries for comparison: folded, as words and as pairs of words, and the similarity of two of them.

Words that few entries use weigh more (inverse document frequency), so that what every entry of a blog says, such as
"Follow our live coverage", says nothing about which entry it is. Scripts that are written without blanks between
words are read as overlapping pairs of characters.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain, pairwise
from math import log

from attrs import evolve

from ...model import Entry
from ..boundaries import UNBROKEN
from ..minting import addresses, fold

_UNSPACED_RUN = re.compile(f"[{UNBROKEN}]+")
_WORD = re.compile(r"\w+")
_ANY_WORD = re.compile(rf"{_UNSPACED_RUN.pattern}|(?:(?![{UNBROKEN}])\w)+")
_SENTENCE_ENDS = frozenset(".!?…:\n")

# A text of fewer words is said again and again ("Goal!", "Fixed typo"): to be equal in both captures is no proof.
TELLING = 4
_LONG = 200  # characters that hold more words than that in any script, unless there are none
_SHORT = 10  # words
_SAMPLE = 1_000  # texts that are enough to learn which words are common


def words(folded: str) -> list[str]:
    """Return the words of a folded text in order.

    >>> words("don't stop: 2-1!")
    ['don', 't', 'stop', '2', '1']
    >>> words("橋が閉鎖 now")
    ['橋が', 'が閉', '閉鎖', 'now']
    """
    if folded.isascii() or not _UNSPACED_RUN.search(folded):
        return _WORD.findall(folded)
    return [*chain.from_iterable(map(_characters, _ANY_WORD.findall(folded)))]


def _characters(word: str) -> list[str]:
    return [*map("".join, pairwise(word))] if len(word) > 1 and _UNSPACED_RUN.fullmatch(word) else [word]


class Text:
    """The content of one entry: headline and text, folded; of one without any, the addresses of what it shows.

    What is costly is made when it is first asked for.
    """

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._said = f"{entry.headline}\n{entry.text}" if entry.headline else entry.text
        self.folded = fold(self._said) or " ".join(addresses(entry))

    @cached_property
    def sequence(self) -> list[str]:
        """The words in order."""
        return words(self.folded)

    @cached_property
    def pair_sequence(self) -> list[str]:
        """The pairs of words that stand side by side, in order, each with a blank between."""
        return [*map(" ".join, pairwise(self.sequence))]

    @cached_property
    def words(self) -> frozenset[str]:
        """The different words."""
        return frozenset(self.sequence)

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The different pairs."""
        return frozenset(self.pair_sequence)

    @cached_property
    def named(self) -> frozenset[str]:
        """The numbers, and the words with a capital that begin no sentence: of whom, where and how many it speaks."""
        found: set[str] = set()
        end = 0
        for match in _WORD.finditer(self._said):
            word, between = match[0], self._said[end : match.start()]
            begins = end == 0 or not _SENTENCE_ENDS.isdisjoint(between)
            if word[0].isnumeric() or (word[0].isupper() and not begins):
                found.add(word)
            end = match.end()
        return frozenset(found)

    def names_another(self, other: "Text") -> bool:
        """Tell whether each of two texts has a number or name that the other has not."""
        return not (self.named <= other.named or other.named <= self.named)

    @cached_property
    def forms(self) -> tuple["Text", ...]:
        """The text, and what of it stands below a headline, which may be another where the rest is the same."""
        entry = self._entry
        return (self, Text(evolve(entry, headline=None))) if entry.headline and entry.text else (self,)

    @property
    def short(self) -> bool:
        """True when the text has few pairs of words."""
        return len(self.sequence) <= _SHORT

    @property
    def telling(self) -> bool:
        """True when the text is long enough for an equal one to be no coincidence."""
        return len(self.folded) > _LONG or len(self.sequence) >= TELLING


class _WordWeights(dict[str, int]):
    """The weight of each counted word, and one for all others."""

    unseen = 0

    def __missing__(self, word: str) -> int:
        return self.unseen


class _PairWeights(dict[str, int]):
    """The weight of each pair, that of its two words; made when it is first asked for."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self._words = words

    def __missing__(self, pair: str) -> int:
        first, _, second = pair.partition(" ")
        weight = self[pair] = self._words[first] + self._words[second]
        return weight


class Weights:
    """The weight of each word and pair (inverse document frequency), measured on texts of both captures.

    Weights are whole numbers: sums of them are the same in any order, and sets have no order to rely on.
    """

    def __init__(self, texts: Sequence[Text]) -> None:
        sample = texts[:: 1 + len(texts) // _SAMPLE]
        number = Counter(chain.from_iterable(text.words for text in sample))
        self._word = _WordWeights((word, _weight(len(sample), count)) for word, count in number.items())
        self._word.unseen = _weight(len(sample), 1)
        self._pair = _PairWeights(self._word)
        self._totals: dict[Text, tuple[int, int]] = {}

    def of_words(self, found: Iterable[str]) -> int:
        """Return the sum of the weights of words."""
        return sum(map(self._word.__getitem__, found))

    def of_pairs(self, found: Iterable[str]) -> int:
        """Return the sum of the weights of pairs."""
        return sum(map(self._pair.__getitem__, found))

    def total(self, text: Text) -> tuple[int, int]:
        """Return the weight of all words, and of all pairs of a text."""
        if text not in self._totals:
            self._totals[text] = self.of_words(text.words), self.of_pairs(text.pairs)
        return self._totals[text]

    def similarity(self, one: Text, other: Text) -> float:
        """Return 0 to 1: the mean of the shares of common words, of common pairs, and of the shorter text's pairs."""
        if one.folded == other.folded:
            return 1.0
        words, pairs = self.total(one)
        other_words, other_pairs = self.total(other)
        of_words = 2 * self.of_words(one.words & other.words) / (words + other_words) if words + other_words else 0.0
        if not pairs or not other_pairs:  # a single word has no pairs: its words speak alone
            return of_words
        shared = self.of_pairs(one.pairs & other.pairs)
        return (of_words + 2 * shared / (pairs + other_pairs) + shared / min(pairs, other_pairs)) / 3


def _weight(texts: int, having: int) -> int:
    """Return the weight of a word that `having` of the texts have, in thousandths."""
    return round(1000 * log(1 + texts / having))
