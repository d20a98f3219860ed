"""Ids of entries as elements of a page have them, and the addresses and paths that lead to these."""

from lxml import etree

from ...markup.embeds import address
from ...native_ids import key

_DATA = ("data-id", "data-post-id", "data-js-post-id", "data-entry-id", "data-block-id", "data-update-id")
_OTHER_IDS = (*_DATA, "name")
_ANY_OTHER = frozenset(_OTHER_IDS)
IDS = ("id", *_OTHER_IDS)  # attributes


def own_id(element: etree._Element) -> str | None:
    """Return the id that an element has."""
    if name := (element.get("id") or "").strip():
        return name
    if _ANY_OTHER.isdisjoint(element.keys()):
        return None
    facts = dict(element.items())
    return next((name for attribute in _OTHER_IDS if (name := facts.get(attribute, "").strip())), None)


def permalink(element: etree._Element, name: str | None, page: str | None, base: str | None) -> str | None:
    """Return the address of the entry with this id: a link to it, else the page and the id of its element."""
    if name is None:
        return None
    for link in element.iterdescendants("a"):
        target = link.get("href") or ""
        is_own = "#" in target and key(target.rpartition("#")[2]) == key(name)
        if is_own and (url := address(target, base)):
            return url
    return f"{page.partition('#')[0]}#{name}" if page and element.get("id") == name else None


def path_of(element: etree._Element) -> str:
    """Return a path that finds the element: by its id, else from the root."""
    name = element.get("id")
    return f'//*[@id="{name}"]' if name and '"' not in name else str(element.getroottree().getpath(element))
