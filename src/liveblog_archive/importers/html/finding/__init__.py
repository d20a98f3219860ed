"""Which elements of a page are its entries.

In come the tree and the elements that state or print a time; out come lists of elements, one for each entry.
`elements` asks for ids, AMP lists and likeness; `beside` adds what stands between these; `runs` is for pages without
boxes.
"""

from collections.abc import Iterator, Sequence

from lxml import etree

from ...native_ids import key
from ..page import Page
from ..update import Update
from .beside import with_others, with_untimed
from .elements import amp_items, by_ids, repeated


def candidates(page: Page, data: Sequence[Update]) -> Iterator[list[etree._Element]]:
    """Yield the lists of elements that may be the entries, the likeliest first: those that data describes or names.

    Blocks that only print their times are some only where there is data that says which day these are of.
    """
    if marked := [update.element for update in data if update.element is not None]:
        yield with_untimed(marked, page.outside, {*page.stating})
    keys = {key(update.native_id) for update in data if update.native_id}
    if keys and (found := by_ids(page.root, keys)):
        yield with_others(found, page)
    if page.mentions("amp-live-list") and (found := amp_items(page.root)):
        yield found
    if found := repeated(page.root, page.stating, page.outside):
        found = with_others(found, page)
        yield with_untimed(found, page.outside)
    if data and (found := repeated(page.root, page.printing, page.outside)):
        yield with_untimed(found, page.outside)
