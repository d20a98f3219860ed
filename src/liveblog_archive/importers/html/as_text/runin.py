"""Headlines that stand in bold together with a time, on the line that the text begins on."""

from collections.abc import Collection

from attrs import evolve
from lxml import etree

from ....model import Entry, Paragraph
from ...markup.tree import text_inside
from ..labels.printed import PrintedReader
from ..reading.openings import shortened

_FEWEST = 2
_LONGEST = 120  # characters


def run_in(element: etree._Element, times: PrintedReader) -> frozenset[str]:
    """Return the sentences that stand in bold together with a time, before a text that is not bold.

    `<b>14.35 Uhr: Out.</b> All are.` They need no stop where no sentence of the page goes on from bold words.
    """
    sentences: set[str] = set()
    others: set[str] = set()
    goes_on = False
    for part in element.iter("b", "strong"):
        above = part.getparent()
        if above is None or above[0] is not part or (above.text or "").strip() or not (part.tail or "").strip():
            continue
        split = times.split(" ".join(text_inside(part).split()))
        if split and len(split[1]) <= _LONGEST:
            (sentences if split[1][-1] in ".!?" else others).add(split[1])
            goes_on = goes_on or (part.tail or "").strip()[0].islower()
    return frozenset(sentences if goes_on or len(others) < _FEWEST else sentences | others)


def headed(entry: Entry, heads: Collection[str]) -> Entry:
    """Return an entry with its first sentence as its headline, where that is one of `heads`."""
    first = entry.body[0] if entry.body and entry.time and not entry.headline else None
    if not isinstance(first, Paragraph):
        return entry
    head = next((head for head in heads if first.text.startswith(f"{head} ")), None)
    if head is None:
        return entry
    rest = shortened(first, first.text[len(head) :].lstrip())
    return evolve(entry, headline=head.removesuffix("."), body=[rest, *entry.body[1:]])
