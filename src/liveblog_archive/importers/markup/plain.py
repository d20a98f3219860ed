"""Elements that are one line of text with links in it, as most paragraphs are: read at once instead of walked."""

from collections.abc import Collection

from lxml import etree

from ...model import Block
from . import embeds
from .classes import is_unseen
from .run import BLANKS, single_paragraph

# What changes nothing of its text: no code, no block, and nothing that stands for a picture.
_NAMES = "a abbr b bdi bdo big cite dfn em font i ins mark q s small span strong sub sup time u"
_INLINE = frozenset(_NAMES.split())


def line(element: etree._Element, base: str | None, without: Collection[etree._Element]) -> list[Block] | None:
    """Return the paragraph that an element is, no block where it is blank, and None where it must be walked."""
    text = element.text or ""
    links: list[tuple[int, int, str]] = []
    for child in element[:]:
        if child.tag in _INLINE and not len(child):
            if child not in without and not is_unseen(child):
                start = len(text)
                text += child.text or ""
                if child.tag == "a" and len(text) > start and (url := embeds.address(child.get("href"), base)):
                    if links and links[-1][1:] == (start, url):
                        start = links.pop()[0]
                    links.append((start, len(text), url))
        elif child not in without:
            return None
        text += child.tail or ""
    if "&" in text:  # it may be an entity that readers saw by mistake
        return None
    if not text.isprintable() or "  " in text:
        if links and BLANKS.search(text):
            return None
        text = BLANKS.sub(" ", text)
    return single_paragraph(text, links)
