"""Where an entry stands: the address that leads to it, and the path to its element."""

from lxml import etree

from ...markup.embeds import address
from ...native_ids import key


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
