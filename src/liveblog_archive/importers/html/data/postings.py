"""schema.org's LiveBlogPosting, whichever way a page says it: JSON-LD, microdata or RDFa.

Values come as JSON-LD gives them: a text, an object, a list of either, or one where a list belongs. Only the
properties that are named here are read.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from functools import lru_cache

from lxml import etree

from ....model import Agent, Block, Media, Moment, Note
from ....model.blocks import MediaKind
from ....model.entry import Status
from ....zones import Zone
from ... import markup, stamps
from ...agencies import author
from ...assembly import named, profile
from ...markup.embeds import address
from ...markup.escapes import well_formed
from ...privacy import glimpse, type_name
from ...shapes import Json
from ..update import Posting, Update
from .jsonld import Item

# The vocabulary's address, or a prefix that a `@context` gives it, which need not be `schema`.
_PREFIX = re.compile(r"(?:https?://(?:www\.)?schema\.org/|[\w-]+:(?!//))")
_PREFIXES = ("schema:", "http://schema.org/", "https://schema.org/")
_POSTS = {"BlogPosting", "LiveBlogUpdate", "SocialMediaPosting", "NewsArticle", "Article"}
ARTICLES = {"NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "Report"}
_UPDATES = ("liveBlogUpdate", "liveBlogUpdates", "blogPost", "blogPosts", "hasPart")
_STATUSES: dict[str, Status] = {"draft": "draft", "deleted": "deleted", "withdrawn": "deleted"}
# Under this an item of microdata or RDFa keeps the element that it is.
ELEMENT = "@element"


def value(item: Item, *names: str) -> Json:
    """Return what stands under the first of `names` that has something, also with a prefix, as its type has."""
    for name in names:
        if found := item.get(name):
            return found
    if ":" not in "".join(item):
        return None
    said = item.get("@type")
    own = _PREFIX.match(said) if isinstance(said, str) else None
    prefixes = (own[0], *_PREFIXES) if own else _PREFIXES
    return next((found for name in names for prefix in prefixes if (found := item.get(prefix + name))), None)


def values(item: Item, *names: str) -> list[Json]:
    """Return the values under the first of `names` that has any, as a list; typed values and lists are unwrapped."""
    found = value(item, *names)
    if found is None:
        return []
    if isinstance(found, str):  # as by far most are
        return [found if found.isascii() else well_formed(found)]
    listed = [inner for one in _held(found) for inner in _held(one)]
    plain = [one["@value"] if isinstance(one, dict) and "@value" in one else one for one in listed]
    return [well_formed(one) if isinstance(one, str) else one for one in plain if one is not None]


def _held(found: Json) -> list[Json]:
    """Return what a list holds, also one that says whether its order counts (JSON-LD 1.1, 4.3); else the value."""
    if isinstance(found, dict) and len(found) == 1:
        found = found.get("@list", found.get("@set", found))
    return found if isinstance(found, list) else [found]


def types(item: Item) -> Set[str]:
    """Return the names of an item's types, without the address of their vocabulary."""
    said = item.get("@type")
    if isinstance(said, str):
        return _bare(well_formed(said))
    return frozenset().union(*(_bare(name) for name in values(item, "@type") if isinstance(name, str)))


@lru_cache(maxsize=1024)
def _bare(name: str) -> frozenset[str]:
    return frozenset({_PREFIX.sub("", name)})


def text(item: Item, *names: str) -> str | None:
    """Return the first text under `names`, as it stands."""
    for found in values(item, *names):
        if isinstance(found, str) and found.strip():
            return found
        if isinstance(found, int | float) and not isinstance(found, bool):
            return str(found)
    return None


def postings(items: Iterable[Json]) -> list[Item]:
    """Return the live blogs among JSON-LD values, however deep they stand, with the updates that they refer to."""
    found: list[Item] = []
    known: dict[str, Item] = {}
    parts: dict[str, list[Json]] = {}
    for one in _objects(items, lambda one: [] if _is_blog(one) else list(one.values())):
        if isinstance(name := one.get("@id"), str) and len(one) > 1:
            known.setdefault(name, one)
        whole = value(one, "isPartOf")
        if _is_blog(one):
            found.append(one)
        elif types(one) & _POSTS and isinstance(whole, dict) and isinstance(name := whole.get("@id"), str):
            parts.setdefault(name, []).append(one)
    return [_whole(one, known, parts) for one in found]


def articles(items: Iterable[Json]) -> Iterator[Item]:
    """Yield the articles among JSON-LD values that are no live blogs: they tell of a page that has no better data."""
    for one in _objects(items, lambda one: [one.get("@graph")]):
        if types(one) & ARTICLES:
            yield without_updates(one)


def without_updates(one: Item) -> Item:
    """Return what an item says of itself."""
    return {name: part for name, part in one.items() if name not in _UPDATES}


def _is_blog(one: Item) -> bool:
    return "LiveBlogPosting" in types(one) or "liveBlogUpdate" in one


def _objects(items: Iterable[Json], inner: Callable[[Item], list[Json]]) -> Iterator[Item]:
    """Yield the objects among JSON values in their order, and after each those in what `inner` gives of it."""
    waiting: list[Json] = list(items)[::-1]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += one[::-1]
        elif isinstance(one, dict):
            yield one
            waiting += inner(one)[::-1]


def _whole(blog: Item, known: dict[str, Item], parts: dict[str, list[Json]]) -> Item:
    """Return a live blog with its updates in place, where the block holds them elsewhere."""
    updates = [
        known.get(str(one.get("@id")), one) if isinstance(one, dict) and len(one) == 1 else one
        for one in _listed(values(blog, *_UPDATES))
    ]
    name = blog.get("@id")
    return blog | {"liveBlogUpdate": updates or parts.get(name, []) if isinstance(name, str) else updates}


def _listed(updates: Iterable[Json]) -> Iterator[Json]:
    """Yield updates, also those that are the items of a list with places."""
    for one in updates:
        if isinstance(one, dict) and "itemListElement" in one:
            yield from _listed(values(one, "itemListElement"))
        elif isinstance(one, dict) and "ListItem" in types(one) and isinstance(inner := one.get("item"), dict):
            yield inner
        else:
            yield one


class PostingReader:
    """Reads live blogs of one page; `zone` is that of times without an offset, `base` that of relative addresses."""

    def __init__(self, base: str | None, zone: Zone | None, notes: list[Note]) -> None:
        self._base = base
        self._zone = zone
        self._notes = notes
        self._people: dict[object, list[Agent]] = {}

    def read(self, item: Item, place: str) -> Posting:
        """Return what `item` says; `place` is where in the page it stands."""
        publisher = self._agents(item, "publisher")
        posting = Posting(
            title=markup.line(text(item, "headline", "name")),
            description=markup.line(text(item, "description")),
            url=self._url(item),
            language=text(item, "inLanguage"),
            publisher=publisher[0] if publisher else None,
            authors=self._agents(item, "author", "creator"),
            published=self._moment(item, "datePublished"),
            modified=self._moment(item, "dateModified"),
            coverage_start=self._moment(item, "coverageStartTime"),
            coverage_end=self._moment(item, "coverageEndTime"),
        )
        for index, update in enumerate(values(item, "liveBlogUpdate")):
            where = f"{place}#/liveBlogUpdate/{index}"
            if not isinstance(update, dict):
                self.note("unreadable-entry", f"{where} is {type_name(update)}, and not an object")
                continue
            posting.updates.append(self._update(update, posting, where))
        return posting

    def note(self, code: str, said: str) -> None:
        """Keep a note."""
        self._notes.append(Note(code=code, text=said))

    def _update(self, item: Item, posting: Posting, where: str) -> Update:
        body = self._body(item)
        url = self._url(item)
        element = item.get(ELEMENT)
        status = _status(item)
        return Update(
            native_id=_native_id(item, url, posting.url),
            url=url if url != posting.url else None,
            headline=markup.line(text(item, "headline", "name")),
            blocks=body.blocks,
            unkept=body.unkept,
            shown=[*self._media(item)],
            created=self._moment(item, "dateCreated"),
            published=self._moment(item, "datePublished", "uploadDate"),
            modified=self._moment(item, "dateModified"),
            authors=[] if status == "comment" else self._agents(item, "author", "creator"),
            status=status,
            element=element if isinstance(element, etree._Element) else None,
            place=where,
        )

    def _body(self, item: Item) -> markup.Blocks:
        found = markup.Blocks([], [])
        for part in values(item, "articleBody", "text", "description"):
            if isinstance(part, str):
                more = markup.read_blocks(part, self._base)
                found = markup.Blocks(found.blocks + more.blocks, found.unkept + more.unkept)
        return found

    def _url(self, item: Item) -> str | None:
        for name in ("url", "mainEntityOfPage", "@id"):
            for found in values(item, name):
                said = text(found, "@id", "url") if isinstance(found, dict) else found
                if isinstance(said, str) and (name != "@id" or "://" in said):
                    return address(said, self._base)
        return None

    def _moment(self, item: Item, *names: str) -> Moment | None:
        said = text(item, *names)
        if said is None:
            return None
        try:
            return stamps.read(said, self._zone)
        except ValueError as error:
            self.note("unreadable-time", f"{names[0]}: {error}")
            return Moment(text=glimpse(said.strip()))

    def _agents(self, item: Item, *names: str) -> list[Agent]:
        return [*dict.fromkeys(agent for one in values(item, *names) for agent in self._known(one))]

    def _known(self, one: Json) -> list[Agent]:
        """Return whom a value names; the same few write most updates, as objects of nothing but texts."""
        if not isinstance(one, dict) or not {*map(type, one.values())} <= {str}:
            return [*self._named(one)]
        texts = tuple(one.items())
        if texts not in self._people:
            self._people[texts] = [*self._named(one)]
        return self._people[texts]

    def _named(self, one: Json) -> Iterator[Agent]:
        if isinstance(one, str) and not one.startswith(("http://", "https://")) and (name := named(markup.line(one))):
            yield author(name)
        elif isinstance(one, dict):
            organization = any(kind.endswith("Organization") for kind in types(one))
            url = next((u for u in values(one, "url", "sameAs") if isinstance(u, str)), None)
            for said in values(one, "name"):
                if isinstance(said, str) and (name := named(markup.line(said))):
                    role = markup.line(text(one, "jobTitle"))
                    yield author(name, url=profile(url, self._base), role=role, is_organization=organization)

    def _media(self, item: Item) -> Iterator[Block]:
        """Yield the pictures and recordings that an update has as properties."""
        for video in values(item, "video", "audio"):
            about: Item = video if isinstance(video, dict) else {"contentUrl": video}
            url = address(text(about, "contentUrl", "embedUrl", "url"), self._base)
            kind: MediaKind = "audio" if "AudioObject" in types(about) else "video"
            yield Media(kind=kind, url=url, caption=markup.line(text(about, "name", "caption", "description")))
            if url is None and (still := address(_address(about, "thumbnailUrl", "thumbnail"), self._base)):
                yield Media(kind="image", url=still)
        for picture in values(item, "image"):
            about = picture if isinstance(picture, dict) else {"url": picture}
            if url := address(_address(about, "contentUrl", "url", "@id"), self._base):
                yield Media(
                    kind="image",
                    url=url,
                    caption=markup.line(text(about, "caption", "description")),
                    credit=markup.line(text(about, "creditText", "copyrightNotice")),
                )


def _status(item: Item) -> Status:
    """Return what the data calls the state of an update; a `Comment` among the updates is a reader's."""
    stated = _STATUSES.get((text(item, "creativeWorkStatus") or "").strip().lower())
    return stated or ("comment" if "Comment" in types(item) else "published")


def _address(item: Item, *names: str) -> str | None:
    for found in values(item, *names):
        if isinstance(found, dict):
            return _address(found, "contentUrl", "url", "@id")
        if isinstance(found, str):
            return found
    return None


def _native_id(item: Item, url: str | None, page: str | None) -> str | None:
    """Return the id that an update has of its own: in its data, else in its address, behind that of the page."""
    for name in ("@id", "identifier"):
        for found in values(item, name):
            said = text(found, "value") if isinstance(found, dict) else found
            if isinstance(said, str | int) and str(said).strip() and str(said) != page:
                return _behind(str(said).strip(), page)
    return _behind(url, page) if url and url != page else None


def _behind(address: str, page: str | None) -> str:
    """Return what tells an address from that of its page: the fragment, or the one parameter; else all of it."""
    fragment = address.rpartition("#")[2].strip()
    if fragment and fragment != address:
        return fragment
    path, mark, query = address.partition("?")
    if mark and page and path.rstrip("/") == page.partition("?")[0].rstrip("/") and query and "&" not in query:
        return query.rpartition("=")[2] or query
    return address
