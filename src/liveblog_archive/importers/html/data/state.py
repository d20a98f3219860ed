"""The state that a page's own scripts draw it from: when entries were published whose elements have its ids.

A page that prints `4 min ago` often has the instant in an object beside the id of the element. Nothing else is read
from such objects: what they hold besides is not for readers, and the page shows the rest.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import islice

from lxml import etree

from ... import stamps
from ...markup.classes import tag_and_class
from ...native_ids import key
from ...shapes import Json
from ..labels.clocks import aware
from ..update import Update
from .ids import own_id

_FEWEST = 3
_MOST_TRIES = 200  # in one script, most of which name no state
# `window.__STATE__ = {"posts": …`: JSON that a script keeps.
_KEPT = re.compile(r'(?:^|=)\s*(?=\{\s*"|\[\s*\{\s*")')
_NOT_LETTERS = re.compile(r"[^a-z]")
_IDS = ("id", "_id", "key")
# The best first; when an object was changed last is no time of its entry.
_PUBLISHED = (
    "publishedat", "published", "publishdate", "publisheddate", "datepublished", "firstpublished", "pubdate",
    "createdat", "created", "datecreated", "timestamp", "datetime", "date", "time", "ts",
)  # fmt: skip
_DECODER = json.JSONDecoder(strict=False, parse_constant=lambda _: None)


def updates(root: etree._Element, elements: list[etree._Element]) -> list[Update]:
    """Return what the state of a page says of `elements` that are made alike: their ids, each with a time."""
    named = {key(name): part for part in elements if (name := own_id(part))}
    found: defaultdict[object, dict[str, Update]] = defaultdict(dict)
    for item in _items(root) if len(named) >= _FEWEST else ():
        name = next((str(item[member]) for member in _IDS if isinstance(item.get(member), str | int)), "")
        part = named.get(key(name))
        if part is not None and (update := _update(name, item)):
            found[tag_and_class(part)].setdefault(key(name), update)
    most = max(found.values(), key=len, default={})
    return [*most.values()] if len(most) >= _FEWEST else []


def _update(name: str, item: Mapping[str, Json]) -> Update | None:
    """Return when an object says that it was published; None for one that does not say so."""
    members = {_NOT_LETTERS.sub("", member.lower()): value for member, value in item.items()}
    for member in _PUBLISHED:
        if isinstance(value := members.get(member), str | int | float):
            with suppress(ValueError):
                moment = stamps.read(value)
                return Update(native_id=name, published=moment) if aware(moment) else None
    return None


def _items(root: etree._Element) -> Iterator[dict[str, Json]]:
    """Yield the objects of a page's state, whatever they stand in."""
    own = (script for script in root.iter("script") if "ld+json" not in (script.get("type") or ""))
    waiting = [value for script in own for value in _values(script.text or "")][::-1]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
        inner = value.values() if isinstance(value, dict) else value
        waiting += [one for one in inner if isinstance(one, dict | list)][::-1]


def _values(text: str) -> Iterator[dict[str, Json] | list[Json]]:
    """Yield the objects and lists that a script is, or gives names to."""
    end = 0
    for found in islice(_KEPT.finditer(text), _MOST_TRIES):
        if found.end() >= end:  # else it stands in what was read
            with suppress(ValueError, RecursionError):
                value, end = _DECODER.raw_decode(text, found.end())
                yield value
