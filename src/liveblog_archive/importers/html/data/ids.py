"""Ids of entries as elements of a page have them."""

from lxml import etree

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
