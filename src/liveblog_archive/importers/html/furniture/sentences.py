"""How much of a page is text: its sentences, which menus, labels and tables of figures have none of."""

from collections.abc import Set

from lxml import etree

from ...markup.names import UNREAD
from ...markup.tree import spaced
from ...text.shape import ends_like_a_sentence


def sentence(part: etree._Element) -> int:
    """Return how many characters an element itself says; 0 where these end no sentence."""
    if part.tag in UNREAD:
        return 0
    own = [part.text, *[inner.tail for inner in part[:]]]
    text = spaced(" ".join(filter(None, own)))
    return len(text) if ends_like_a_sentence(text) else 0


def inside(parts: Set[etree._Element]) -> set[etree._Element]:
    """Return parts of a tree and all that is in them."""
    outermost = (part for part in parts if parts.isdisjoint(part.iterancestors()))
    return {inner for part in outermost for inner in part.iter()}
