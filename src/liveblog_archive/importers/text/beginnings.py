"""What the first word of a line tells; there are few of them, and each is looked at once."""

from .spoken import may_be_spoken


class Beginnings(dict[str, tuple[bool, bool]]):
    """Whether a first word may be a time in words, and whether it is mere text: no date or label begins with it."""

    def __init__(self, words_of_dates_and_labels: frozenset[str]) -> None:
        self._words = words_of_dates_and_labels

    def __missing__(self, word: str) -> tuple[bool, bool]:
        is_text = word.isascii() and word.isalpha() and word.lower() not in self._words
        found = self[word] = may_be_spoken(word), is_text
        return found
