"""Which elements of a page are its entries.

In come the tree and the elements that state or print a time; out come lists of elements, one for each entry.
`elements` asks for ids, AMP lists and likeness; `beside` adds what stands between these; `runs` is for pages without
boxes.
"""

from collections.abc import Collection, Iterator

from lxml import etree

from ..page import Page
from .beside import with_others, with_untimed
from .elements import amp_items, by_ids, repeated


def candidates(page: Page, keys: Collection[str], *, has_data: bool) -> Iterator[list[etree._Element]]:
    """Yield the lists of elements that may be the entries, the likeliest first.

    Blocks that only print their times are some only where there is data that says which day these are of.
    """
    if keys and (found := by_ids(page.root, keys)):
        yield with_others(found, page)
    if page.mentions("amp-live-list") and (found := amp_items(page.root)):
        yield found
    if found := repeated(page.root, page.stating, page.outside):
        found = with_others(found, page)
        yield with_untimed(found, page.outside)
    if has_data and (found := repeated(page.root, page.printing, page.outside)):
        yield with_untimed(found, page.outside)
