"""What the classes and the words of elements say.

Pages repeat the same few classes on every entry, so that each is looked at once. Words are looked for in small
letters, which takes a fifth of the time of looking for them in any case.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from lxml import etree


class ClassPattern:
    """A pattern that is looked for in the class of an element.

    `says` tells whether a class, or another name that an element has, says it: what is asked of every element of a
    page asks it that, instead of `fits`.
    """

    says: Callable[[str | None], bool]

    def __init__(self, pattern: str) -> None:
        search = re.compile(pattern, re.IGNORECASE).search
        self.says = lru_cache(maxsize=2048)(lambda said: said is not None and search(said) is not None)

    @classmethod
    def of_words(cls, words: str) -> "ClassPattern":
        """Return the pattern of words that stand alone in a class, or between its dashes: of `a|b`, one of them."""
        return cls(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])")

    def fits(self, element: etree._Element) -> bool:
        """Tell whether the class of an element says it."""
        return self.says(element.get("class"))

    def calls(self, element: etree._Element) -> bool:
        """Tell whether the class or the id of an element says it."""
        return self.fits(element) or self.says(element.get("id"))


class Names:
    """The classes and ids of elements: a page has few, so that each is looked at once and not in every element."""

    def __init__(self, elements: Iterable[etree._Element]) -> None:
        self._having: dict[str, list[etree._Element]] = defaultdict(list)
        for element in elements:
            if classes := element.get("class"):
                self._having[classes].append(element)
            if name := element.get("id"):
                self._having[name].append(element)

    def called(self, pattern: ClassPattern) -> Iterator[etree._Element]:
        """Yield the elements that `pattern` calls, in no order."""
        return (element for name, having in self._having.items() if pattern.says(name) for element in having)


class WordPattern:
    """A pattern in small letters that texts may fit in any case."""

    def __init__(self, pattern: str) -> None:
        compiled = re.compile(pattern)
        self._search, self._match, self._fullmatch = compiled.search, compiled.match, compiled.fullmatch

    def within(self, text: str) -> bool:
        """Tell whether a text has what the pattern is."""
        return self._search(text.lower()) is not None

    def begins(self, text: str) -> bool:
        """Tell whether a text begins with what the pattern is."""
        return self._match(text.lower()) is not None

    def fits(self, text: str) -> bool:
        """Tell whether a text is what the pattern is, and nothing else."""
        return self._fullmatch(text.lower()) is not None


# What a class says of that which is for screen readers only; tools that make names of classes add to it.
UNSEEN = ClassPattern.of_words("visually-?hidden|sr-only|screen-?reader-(?:text|only)|u-hidden|a11y-hidden")


def is_unseen(element: etree._Element) -> bool:
    """Tell whether an element is hidden from readers who see."""
    return element.get("hidden") is not None or UNSEEN.says(element.get("class"))


# Only how rows are told apart: `odd`, `row_even`, `post-1207`.
_STRIPE = re.compile(r"(?:^|[_-]+)(?:odd|even|alt|alternate|first|last|[0-9]+)$")


@lru_cache(maxsize=2048)
def class_names(said: str | None) -> tuple[str, ...]:
    """Return the names in a class, but for what only tells rows apart."""
    return tuple(name for word in (said or "").split() if (name := _STRIPE.sub("", word)))


def tag_and_class(element: etree._Element) -> tuple[str, str]:
    """Return what elements share that are marked up alike."""
    return str(element.tag), " ".join(class_names(element.get("class")))
