"""The words of an entry as one text, in which quotes are followed from version to version."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from ..model import Entry, Media
from .finding import Place
from .quotes import parts
from .sentences import Sentences
from .typography import form

_BETWEEN = "\n\n"


class Reading:
    """All words of `entry`: its headline, the texts of its blocks, and alternative texts that a caption hides."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        found = list(_texts(entry))
        self._numbers = [number for number, _ in found]
        texts = [text for _, text in found]
        self.text = _BETWEEN.join(texts)
        self._starts = [0, *accumulate(len(text) + len(_BETWEEN) for text in texts)]
        self._folded: dict[Place, str] = {}

    def place(self, paragraph: int, place: Place) -> Place:
        """Return the place in the text of a place in a part."""
        at = self._starts[self._numbers.index(paragraph)]
        return at + place[0], at + place[1]

    def part(self, place: Place) -> tuple[int, Place] | None:
        """Return the part that has a place of the text, and the place there; None where no part has all of it."""
        index = bisect_right(self._starts, place[0]) - 1
        number, at = self._numbers[index], self._starts[index]
        if number is None or place[1] > self._starts[index + 1] - len(_BETWEEN):
            return None
        return number, (place[0] - at, place[1] - at)

    def sentence(self, place: Place) -> str:
        """Return the sentence that carries a place of the text, or the sentences that do, with what leads to them."""
        return self._sentences.told(place)

    def folded(self, place: Place) -> str:
        """Return the same in one form, without a full stop at its end; each is made once."""
        span = self._sentences.around(place)
        if span not in self._folded:
            self._folded[span] = form(self._sentences.told(span)).rstrip(".")
        return self._folded[span]

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self.text)


def _texts(entry: Entry) -> Iterator[tuple[int | None, str]]:
    """Yield the parts of an entry, each with its number, and what is in no part."""
    for number, text in parts(entry):
        yield number, text
        block = entry.body[number - 1] if number else None
        if isinstance(block, Media) and block.alt and block.alt != text:
            yield None, block.alt
