"""How much of a page is text: its sentences, which menus, labels and tables of figures have none of."""

from collections.abc import Set

from lxml import etree

from ...markup.names import UNREAD
from ...text.shape import ends_like_a_sentence


def sentence(part: etree._Element) -> int:
    """Return how many characters an element itself says; 0 where these end no sentence."""
    if part.tag in UNREAD:
        return 0
    own = " ".join(filter(None, (part.text, *(inner.tail for inner in part))))
    text = " ".join(own.split())
    return len(text) if ends_like_a_sentence(text) else 0


def inside(parts: Set[etree._Element], root: etree._Element) -> set[etree._Element]:
    """Return parts of a tree and all that is in them."""
    found: set[etree._Element] = set()
    for part in root.iter():
        if part in parts or part.getparent() in found:
            found.add(part)
    return found
