"""Names as addresses spell them: `/profile/adaexample`, `/autoren/ada-example-12.html`."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from lxml import etree

from .crediting import calls_author, leads_to_page_of_author

_NO_LETTERS = re.compile(r"[\W\d_]+")


def slug(name: str) -> str:
    """Return the letters of a name without their marks, in small ones, as addresses have them."""
    return _NO_LETTERS.sub("", unicodedata.normalize("NFKD", name)).casefold()


def slugs_of_authors(root: etree._Element, entries: Iterable[etree._Element]) -> Iterator[str]:
    """Yield how a page spells its authors: in its head, in attributes of entries, in links to their pages."""
    for meta in root.iter("meta"):
        if calls_author((meta.get("property") or meta.get("name") or "").replace(":", "-")):
            yield _last(meta.get("content") or "")
    for entry in entries:
        for name, said in entry.items():
            if name != "class" and calls_author(str(name)):
                yield _last(str(said))
    for link in root.iter("a"):
        if leads_to_page_of_author(link):
            yield _last(link.get("href") or "")


def _last(address: str) -> str:
    """Return the letters of the last piece of an address, or of a name that stands in place of one."""
    piece = address.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2]
    return slug(piece.removesuffix(".html"))
