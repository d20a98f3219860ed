"""How much of a page's text its entries say: of several readings, the one that says most is the right one."""

import re
from collections.abc import Iterable

from ....model import Entry
from ...text.shape import FINAL
from ..page import Page
from ..update import Update

_ALL = 0.9  # of what data says: it may have headlines in its texts, and blanks between paragraphs
_LITTLE = 0.4  # of the page's sentences: headings, and lists beside the text, say less
# As far as sentences go: a link, such as `Read more`, may stand behind the last one of a line.
_SENTENCES = re.compile(rf".*[{FINAL}](?=\W|$)", re.DOTALL)


def said(entries: Iterable[Update | Entry]) -> int:
    """Return how many characters the sentences of entries have."""
    bodies = (entry.blocks if isinstance(entry, Update) else entry.body for entry in entries)
    texts = [block.text for body in bodies for block in body]
    return sum([found.end() for line in "\n".join(texts).split("\n") if (found := _SENTENCES.match(line))])


def say_as_much(entries: Iterable[Update], data: Iterable[Update]) -> bool:
    """Tell whether entries say what their data does: they need not be measured by the page, which takes longer."""
    told = said(data)
    return told > 0 and said(entries) >= _ALL * told


def say_little(entries: Iterable[Update | Entry], page: Page) -> bool:
    """Tell whether entries say so little of their page that others may be meant."""
    amount = said(entries)
    return amount < _LITTLE * page.most_length and amount < _LITTLE * page.length


def say_enough(entries: Iterable[Entry], page: Page) -> bool:
    """Tell whether entries with times do not say little, also without the longest: that may be all below the last."""
    lengths = [said([entry]) for entry in entries if entry.time]
    return sum(lengths) - max(lengths, default=0) >= _LITTLE * page.length
