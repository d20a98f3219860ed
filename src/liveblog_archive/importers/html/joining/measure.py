"""How much of a page's text its entries say: of several readings, the one that says most is the right one."""

from collections.abc import Iterable

from ....model import Entry
from ..page import Page
from ..update import Update

_LITTLE = 1 / 3  # of the page's sentences: those of lists beside the text say less, those of a ticker more


def said(entries: Iterable[Update | Entry]) -> int:
    """Return how many characters the bodies of entries have."""
    bodies = (entry.blocks if isinstance(entry, Update) else entry.body for entry in entries)
    return sum(len(block.text) for body in bodies for block in body)


def say_more(entries: Iterable[Entry], others: Iterable[Entry]) -> bool:
    """Tell whether entries say more than others do, without the longest: it may be all that stands below the last."""
    lengths = [said([entry]) for entry in entries if entry.time]
    return sum(lengths) - max(lengths, default=0) > said(others)


def say_little(entries: Iterable[Update | Entry], page: Page) -> bool:
    """Tell whether entries say so little of their page that others may be meant."""
    return said(entries) < _LITTLE * page.length
