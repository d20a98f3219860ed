"""What the `repr` of a model shows: how many there are of what is long, and the first words of a text."""

from collections import Counter
from collections.abc import Iterable, Sized

_SHOWN = 60


def how_many(values: Sized) -> str:
    """Return how many values there are: `<46>`."""
    return f"<{len(values)}>"


def number_of_each(kinds: Iterable[str]) -> str:
    """Return how many there are of each kind: `<45 same, 1 edited>`."""
    counts = Counter(kinds)
    return f"<{', '.join(f'{count} {kind}' for kind, count in counts.items()) or 'none'}>"


def beginning(text: str | None) -> str:
    """Return the first 60 characters of a text, as Python writes it."""
    return repr(text if text is None or len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…")
