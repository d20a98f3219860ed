"""What stands in each entry about its author, and is no text of it: their card, and the signature that they have."""

from collections.abc import Sequence

from lxml import etree

from ..labels.bylines import byline, card, is_signature, may_be_about_author
from .feet import found_in

_MOST = 2 / 3  # of the entries have a card
_FEWEST = 2
_BOXES = frozenset({"div", "section", "aside", "header", "dl", "ul", "td", "p", "span", "a"})
_NOBODY: frozenset[str] = frozenset()


def posters(elements: Sequence[etree._Element]) -> dict[etree._Element, list[etree._Element]]:
    """Return the cards of the authors of entries, and the signatures beside these; none where few entries have one.

    A box that says no more than a name, and what somebody is, is a byline.
    """
    needed = max(_FEWEST, round(_MOST * len(elements)))
    found = found_in(elements, _boxes, needed)
    return found if len(found) >= needed else {}


def _boxes(entry: etree._Element) -> list[etree._Element] | None:
    """Return the card in an entry and its signatures; None without a card, or with that of who is quoted, too."""
    cards: list[etree._Element] = []
    signatures = []
    for part in filter(may_be_about_author, entry.iterdescendants(*_BOXES)):
        if cards and cards[-1] in part.iterancestors():
            continue
        if card(part) is not None and byline(part, _NOBODY) is None:
            cards.append(part)
        elif is_signature(part):
            signatures.append(part)
    return [*cards, *signatures] if len(cards) == 1 else None
