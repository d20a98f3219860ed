"""Microdata (HTML standard, chapter 5) and RDFa Lite 1.1: live blogs that a page's attributes describe.

Both become the same objects that JSON-LD gives, so that one reader serves all three. Each object also keeps the
element that it is, because that is where a reader saw it.
"""

from collections.abc import Iterator

from attrs import frozen
from lxml import etree

from ...markup import select
from ...markup.tree import text_inside
from ...shapes import Json
from .jsonld import Item
from .postings import ARTICLES, ELEMENT, types, without_updates

_DEEPEST = 20
_OF_SCHEMA = "schema:"
_MOST = 0.5  # of the text
_WHOLE = ARTICLES | {"BlogPosting"}
_ADDRESSES = {"a": "href", "area": "href", "link": "href", "object": "data"} | dict.fromkeys(
    ("audio", "embed", "iframe", "img", "source", "track", "video", "amp-img"), "src"
)


@frozen
class Vocabulary:
    """The attributes that a syntax uses: for an object, its type, its name, and a property.

    The `relation` of RDFa 1.0 is a property whose values are the objects in its element.
    """

    scope: str
    type: str
    id: tuple[str, ...]
    property: str
    reference: str | None
    relation: str | None


MICRODATA = Vocabulary("itemscope", "itemtype", ("itemid",), "itemprop", "itemref", None)
RDFA = Vocabulary("typeof", "typeof", ("resource", "about"), "property", None, "rel")


def live_blogs(root: etree._Element, vocabulary: Vocabulary) -> Iterator[tuple[Item, etree._Element]]:
    """Yield the live blogs that a page describes in a vocabulary's attributes, each with its element."""
    name = vocabulary.type
    for element in select(root, f"descendant-or-self::*[@{name}][contains(@{name}, 'LiveBlogPosting')]"):
        blog = _Reader(root, vocabulary).item(element, 0)
        if "liveBlogUpdate" not in blog:
            inner = _posts(element, vocabulary)
            blog["liveBlogUpdate"] = [_Reader(root, vocabulary).item(post, 1) for post in inner]
        yield blog, element


def article(root: etree._Element, vocabulary: Vocabulary) -> Item | None:
    """Return the article that a page is by its attributes: the one with the title, or most of the text; else None.

    Others are what the page lists, such as more of the news.
    """
    name = vocabulary.type
    called = select(root, f"descendant-or-self::*[contains(@{name}, 'Article') or contains(@{name}, 'BlogPosting')]")
    found = [part for part in called if types({"@type": [*part.get(name, "").split()]}) & _WHOLE]
    titled = [part for part in found if next(part.iter("h1"), None) is not None]
    most = _MOST * len(text_inside(root)) if found else 0
    whole = [part for part in titled or found if titled or len(text_inside(part)) > most]
    return without_updates(_Reader(root, vocabulary).item(whole[0], 0)) if len(whole) == 1 else None


def _posts(element: etree._Element, vocabulary: Vocabulary) -> list[etree._Element]:
    """Return the posts that stand inside a live blog without being called its updates."""
    return [
        inner
        for inner in element.iterfind(f".//*[@{vocabulary.type}]")
        if inner.get(vocabulary.type, "").rstrip("/").endswith(("BlogPosting", "LiveBlogUpdate"))
    ]


class _Reader:
    """Turns elements into objects; each element is visited once for each object that it belongs to."""

    def __init__(self, root: etree._Element, vocabulary: Vocabulary) -> None:
        self._root = root
        self._names = vocabulary

    def item(self, element: etree._Element, depth: int) -> Item:
        """Return the object that `element` describes."""
        found: Item = {"@type": [*(element.get(self._names.type) or "").split()]}
        name = next((said for key in self._names.id if (said := element.get(key))), None)
        if name:
            found["@id"] = name.strip()
        waiting = element[::-1]
        if self._names.reference and (names := element.get(self._names.reference)):
            quoted = names.replace('"', "").split()
            waiting += [part for name in quoted for part in self._root.iterfind(f'.//*[@id="{name}"]')]
        while waiting:
            part = waiting.pop()
            if self._names.relation and (relation := part.get(self._names.relation, "")).startswith(_OF_SCHEMA):
                for inner in part.iterchildren(etree.Element):
                    _add(found, _term(relation), self._related(inner, depth))
                continue
            properties = part.get(self._names.property)
            nested = part.get(self._names.scope) is not None
            if properties:
                value = self.item(part, depth + 1) if nested and depth < _DEEPEST else _value(part)
                for key in properties.split():
                    _add(found, _term(key), value)
            if not nested:
                waiting += part[::-1]
        # Not JSON, but what the reader of objects passes on: where this one stands.
        found[ELEMENT] = element
        return found

    def _related(self, element: etree._Element, depth: int) -> Json:
        """Return the object that an element in a relation is, which may have its text as one more property."""
        if element.get(self._names.scope) is None or depth >= _DEEPEST:
            return _value(element)
        thing = self.item(element, depth + 1)
        for key in element.get(self._names.property, "").split():
            _add(thing, _term(key), _value(element))
        return thing


def _term(key: str) -> str:
    return key.rpartition("/")[2].removeprefix(_OF_SCHEMA)


def _add(found: Item, key: str, value: Json) -> None:
    before = found.setdefault(key, [])
    if isinstance(before, list):
        before.append(value)


def _value(element: etree._Element) -> str:
    """Return the value of a property: what its element's attribute says, else its text."""
    tag = str(element.tag)
    for attribute in ("content", "datetime" if tag == "time" else None, _ADDRESSES.get(tag), "value"):
        if attribute and (said := element.get(attribute)) is not None:
            return str(said)
    return text_inside(element)
