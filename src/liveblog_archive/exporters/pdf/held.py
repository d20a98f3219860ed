"""What is made when it is first asked for, and held for those who ask again."""

from collections.abc import Callable
from typing import Generic, TypeVar

_Value = TypeVar("_Value")

# More than a long blog says again and again, beside what it says once.
_MOST = 40_000
# Longer words are addresses and accidents: they hardly ever come twice.
_LONGEST = 40


class Held(dict[str, _Value], Generic[_Value]):
    """What `make` makes of words: `held[word]`, or of many at once `map(held.__getitem__, words)`.

    When there are too many, all are forgotten, and made again as they are needed.
    """

    def __init__(self, make: Callable[[str], _Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> _Value:
        """Make what a word stands for, and hold it unless the word is long."""
        made = self._make(word)
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = made
        return made
