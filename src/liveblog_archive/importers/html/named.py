"""Names that stand alone above the text of each entry of a page, as in talks: who wrote it, and no headline."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from ...model import Agent
from ..markup.tree import line_inside
from .bylines import is_alone
from .crediting import LONGEST, starts_with_by, without_by
from .update import Update

_FEWEST, _LEAST = 4, 2  # entries; names, and how often each of them stands there
_MOST_WORDS = 4


def with_names(updates: Sequence[Update], root: etree._Element) -> list[Update]:
    """Return updates with their headlines as authors, where each is one of a few words that come again and again.

    One of them must be part of a name that a byline of the page has: `By Ada Example` where entries have `Ada`. A
    heading is a headline, as is what comes again in the ticker of a match.
    """
    names = [update.headline for update in updates if update.headline]
    counts = Counter(names)
    if not _FEWEST <= len(updates) == len(names) or len(counts) < _LEAST or min(counts.values()) < _LEAST:
        return [*updates]
    if not all(map(_may_be_name, counts)) or any(map(_is_headed, updates)) or counts.keys().isdisjoint(_names(root)):
        return [*updates]
    for update, name in zip(updates, names, strict=True):
        update.authors, update.headline = [*update.authors, Agent(name=name)], None
    return [*updates]


def _may_be_name(text: str) -> bool:
    return is_alone(text) and text[:1].isupper()


def _is_headed(update: Update) -> bool:
    """Tell whether the headline of an update is that of a heading, or all that it says."""
    element = update.element
    return (
        not update.blocks
        or element is None
        or next(element.iter("h1", "h2", "h3", "h4", "h5", "h6"), None) is not None
    )


def _names(root: etree._Element) -> Iterator[str]:
    """Yield the words of the names that the bylines of a page begin with."""
    for part in root.iter("p", "div", "span", "address"):
        if starts_with_by(f"{(part.text or '').strip()} ") and len(text := line_inside(part)) <= LONGEST:
            yield from without_by(text).split()[:_MOST_WORDS]
