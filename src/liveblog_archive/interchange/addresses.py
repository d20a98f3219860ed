"""Addresses in JSON-LD: one that is no URL stands under a name of our own.

schema.org's `url` takes URLs alone, and the model keeps what a source states, be it `https://news.example/a b`.
"""

import re
from typing import Any, TypeVar

from ..canonical import Record

T = TypeVar("T")

_OWN = "stated_url"
# RFC 3986 4.1, as far as readers mind: no blanks, and a colon only behind a scheme or a slash.
_is_url = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+|[^\s:/]*(?:/\S*)?").fullmatch


def apart(value: Any) -> Any:
    """Return a node, in which each address that is no URL has the name of our own."""
    if isinstance(value, list):
        return [apart(one) for one in value]
    if isinstance(value, dict):
        return {_OWN if key == "url" and not _is_url(one) else key: apart(one) for key, one in value.items()}
    return value


def apart_in_entry(node: Record) -> Record:
    """Return the same of the node of an entry; in most of them nothing is to be changed."""
    found = [node, *node.get("author", ()), *node.get("body", ())]
    found += [link for one in found if "links" in one for link in one["links"]]
    for one in found:
        if "url" in one and not _is_url(one["url"]):
            changed: Record = apart(node)
            return changed
    return node


def together(record: T) -> T:
    """Return a record, not what is in it, with its address under the name that it has in the model."""
    if not isinstance(record, dict) or _OWN not in record:
        return record
    return type(record)({"url" if key == _OWN else key: value for key, value in record.items()})
