"""A feed's elements as they stand, beside what `feedparser` makes of them."""

from collections.abc import Iterator

from lxml import etree


def root_of(data: bytes) -> etree._Element:
    """Return the root of a feed, as far as it can be read."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(data, parser)
    return root if root is not None else etree.Element("feed")


def items(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the items of a feed."""
    yield from root.iter("{*}item", "{*}entry")
