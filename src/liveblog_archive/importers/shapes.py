"""What JSON holds, and by which members that of each platform is known: every shape has some that no other has."""

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeAlias, TypeGuard, TypeVar

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

_Value = TypeVar("_Value")
_JSON_FEED = "https://jsonfeed.org/version/"


def at(value: Json, *names: str) -> Json:
    """Return the value under the last of `names`, one inside the other; None where one is absent."""
    for name in names:
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return value


class Found(NamedTuple, Generic[_Value]):
    """What a shape is known by: the value that an importer reads, and its JSON Pointer in the file (RFC 6901)."""

    value: _Value
    path: str


def _places(value: Json, *ways: Sequence[str]) -> Iterator[Found[Json]]:
    """Yield what stands at each of several places: answers are saved whole, or without what is around them."""
    for names in ways:
        yield Found(at(value, *names), "".join(f"/{name}" for name in names))


def _objects(value: Json) -> Sequence[dict[str, Json]]:
    """Return the objects of a list; none where it is no list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _one_has(value: Json, *members: Sequence[str]) -> bool:
    """Tell whether an object of a list has all of `members`, each under any of its names; others may be odd."""
    return any(all(any(name in one for name in names) for names in members) for one in _objects(value))


def _is_object(value: Json) -> TypeGuard[dict[str, Json]]:
    return isinstance(value, dict)


def is_own(value: Json) -> bool:
    """Tell whether it is JSON-LD of this library: `@context` and `format`."""
    return _is_object(value) and "@context" in value and "format" in value


def is_schemaorg(value: Json) -> bool:
    """Tell whether it is a live blog in schema.org's words that others wrote, alone or in a list or `@graph`."""
    if is_own(value):
        return False
    listed = [value, *_objects(value), *_objects(at(value, "@graph"))]
    return any(_is_object(one) and ("liveBlogUpdate" in one or _names_live_blog(one.get("@type"))) for one in listed)


def _names_live_blog(kind: Json) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and one.endswith("LiveBlogPosting") for one in kinds)


def is_guardian_block(value: Json) -> bool:
    """Tell whether it is a block of the Guardian's page model: `elements`, and times in milliseconds."""
    return _is_object(value) and isinstance(value.get("elements"), list) and (
        "blockCreatedOn" in value or "blockFirstPublished" in value
    )  # fmt: skip


def is_guardian_page(value: Json) -> bool:
    """Tell whether it is the Guardian's page model: `blocks` of a page of the type `LiveBlog`."""
    blocks = at(value, "blocks")
    if not isinstance(blocks, list):
        return False
    return any(map(is_guardian_block, blocks)) or at(value, "contentType") == "LiveBlog"


def is_guardian_blocks(value: Json) -> bool:
    """Tell whether it is blocks of the Guardian without a page: a list of them, or an object of such lists."""
    lists = list(value.values()) if _is_object(value) else [value]
    return bool(lists) and all(isinstance(blocks, list) and any(map(is_guardian_block, blocks)) for blocks in lists)


def guardian_content(value: Json) -> Found[dict[str, Json]] | None:
    """Return the content of an answer of the Guardian's Content API that has blocks; None for anything else."""
    for content, path in _places(value, ("response", "content"), ("content",), ()):
        blocks = at(content, "blocks")
        listed = isinstance(at(blocks, "body"), list) or _is_object(at(blocks, "requestedBodyBlocks"))
        if _is_object(content) and listed:
            return Found(content, path)
    return None


def is_guardian(value: Json) -> bool:
    """Tell whether it is any of the Guardian's shapes."""
    return is_guardian_page(value) or is_guardian_blocks(value) or guardian_content(value) is not None


def bbc_page(value: Json) -> Found[dict[str, Json]] | None:
    """Return a live page of the BBC, which has a text stream with `results`; None for anything else."""
    for page, path in _places(value, ("data",), ()):
        if _is_object(page) and isinstance(at(page, "liveTextStream", "content", "data", "results"), list):
            return Found(page, path)
    return None


def is_bbc(value: Json) -> bool:
    """Tell whether it is a live page of the BBC."""
    return bbc_page(value) is not None


def superdesk_items(value: Json) -> Found[list[Json]] | None:
    """Return the list of posts in a file of Superdesk Live Blog; None for anything else."""
    for items, path in _places(value, ("posts", "_items"), ("_items",), ()):
        if isinstance(items, list) and _one_has(items, ("post_status", "particular_type"), ("groups", "mainItem")):
            return Found(items, path)
    return None


def is_superdesk(value: Json) -> bool:
    """Tell whether it is posts of Superdesk Live Blog: items with a `post_status` and `groups`."""
    return superdesk_items(value) is not None


def is_wordpress(value: Json) -> bool:
    """Tell whether it is entries of Automattic's Liveblog for WordPress, or an empty page of them."""
    entries = at(value, "entries")
    paged = _is_object(value) and {"page", "pages"} <= value.keys()
    return (entries == [] and paged) or _one_has(entries, ("entry_time", "timestamp"), ("type",))


def is_scribblelive(value: Json) -> bool:
    """Tell whether it is an event of ScribbleLive: `Posts` with a `Content` and the time `Created`."""
    posts = at(value, "Posts")
    return (posts == [] and at(value, "Pages") is not None) or _one_has(posts, ("Content",), ("Created",))


def is_json_feed(value: Json) -> bool:
    """Tell whether it is a JSON Feed, which names its version."""
    version = at(value, "version")
    return isinstance(version, str) and version.startswith(_JSON_FEED)


def is_har(value: Json) -> bool:
    """Tell whether it is what a browser exports of the network: `log` with `entries` of requests."""
    return _one_has(at(value, "log", "entries"), ("request",), ("response",))


def is_24liveblog(value: Json) -> bool:
    """Tell whether it is posts of 24liveblog: `data.news` with a `nid` and `contents`."""
    return _one_has(at(value, "data", "news"), ("nid",), ("contents",))
