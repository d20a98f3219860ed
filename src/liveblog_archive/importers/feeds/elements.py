"""A feed's elements as they stand, beside what `feedparser` makes of them: what it has no name for is read here."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from ...model import Note
from ..json_source import Node
from ..privacy import without_mail

_DC = "http://purl.org/dc/elements/1.1/"
# What `feedparser` or Media RSS is read in; what stands in any other, and is not in the feed's own, nobody asks for.
_KNOWN = frozenset({
    None,
    "http://purl.org/rss/1.0/",
    "http://www.w3.org/2005/Atom",
    "http://purl.org/atom/ns#",
    "http://www.w3.org/1999/xhtml",
    "http://purl.org/rss/1.0/modules/content/",
    _DC,
    "http://purl.org/dc/terms/",
    "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "http://search.yahoo.com/mrss/",
    "http://search.yahoo.com/mrss",
    "http://www.rssboard.org/media-rss",
    "http://www.w3.org/2007/app",
    "http://purl.org/atom/app#",
})  # fmt: skip
# An ampersand alone, or a section in which any stand for themselves (XML 1.0, 2.7).
_AMPERSAND = re.compile(r"<!\[CDATA\[(?:.*?\]\]>|.*)|&(?!#?\w+;)", re.DOTALL)
_DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
_COMMENT = "{http://purl.org/atompub/tombstones/1.0}comment"


def root_of(data: bytes, encoding: str) -> etree._Element:
    """Return the root of a feed in an encoding of Python's, as far as it can be read.

    An ampersand that begins no reference is read as what it stands for: the parser would leave words out with it.
    """
    text = _AMPERSAND.sub(lambda found: "&amp;" if found[0] == "&" else found[0], data.decode(encoding, "replace"))
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, encoding="utf-8")
    root = etree.fromstring(text.encode(), parser)
    return root if root is not None else etree.Element("feed")


def items(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the items of a feed."""
    yield from root.iter("{*}item", "{*}entry")


def date(item: etree._Element) -> str:
    """Return the date that Dublin Core states of an item: in RSS 1.0 there is no other; "" without one."""
    return str(item.findtext(f"{{{_DC}}}date", "")).strip()


def deleted(root: etree._Element, notes: list[Note]) -> dict[str, Node]:
    """Return the entries that a feed tells as deleted (RFC 6721) by their ids, `ref`; `when` is when each was."""
    found = {}
    for place, element in enumerate(root.iter(_DELETED)):
        node = Node({name: element.get(name) for name in ("ref", "when")}, notes, f"/deleted/{place}")
        if comment := " ".join(element.findtext(_COMMENT, "").split()):
            node.note("deletion-comment", f"{node.path}: {without_mail(comment)}")
        found[node.text("ref") or node.path] = node
    return found


def unread(listed: Iterable[etree._Element]) -> list[Note]:
    """Return a note for each name of an element with words, of a vocabulary that is not known, in how many items."""
    counts = Counter(
        name
        for item in listed
        for name in dict.fromkeys(
            child.tag
            for child in item.iterchildren("{*}*")
            # `feedparser` reads what has no prefix as if it were of the feed's own vocabulary.
            if child.prefix and etree.QName(child).namespace not in _KNOWN and "".join(child.itertext()).strip()
        )
    )
    return [
        Note(code="unread-element", text=f"{name}, of {count} item{'' if count == 1 else 's'}")
        for name, count in counts.items()
    ]
