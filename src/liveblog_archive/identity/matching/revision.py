"""Revision: the later capture under the ids of the earlier one."""

from collections.abc import Collection, Iterable, Sequence

from attrs import evolve

from ...errors import ModelError
from ...model import Entry, LiveBlog
from ..identifiers import BlogId
from ..links import Link, Matching
from ..minting import derive_blog_id, minted
from ..slugs import host_and_slug

_KEPT = ("same", "edited", "retimed", "moved", "split", "merged", "reinserted")


def revised(
    previous: LiveBlog,
    current: LiveBlog,
    matching: Matching,
    *,
    gone: Iterable[Entry] = (),
    reserved: Collection[str] = (),
) -> LiveBlog:
    """Return `current` with the ids that `matching` carries over from `previous`, and new ids for what is new.

    The first part of a split and the result of a merge keep the id of the first previous entry of their link. What is
    new or ambiguous gets an id that was never used: none of `previous`, of `gone`, or of `reserved`, which are all
    other ids ever minted in this blog.
    """
    kept = {link.current[0]: link.previous[0] for link in matching.links if link.kind in _KEPT}
    taken = {entry.id for entry in (*previous.entries, *gone)} | set(reserved) | set(kept.values())
    usable = {entry.id for entry in current.entries} - taken if current.id == previous.id else set()
    known = [kept.get(entry.id) or (entry.id if entry.id in usable else "") for entry in current.entries]
    names = minted(BlogId(previous.id), current, known, taken)
    entries = [entry.named(new) for entry, new in zip(current.entries, names, strict=True)]
    return evolve(current, id=previous.id, entries=entries)


def renamed(matching: Matching, current: LiveBlog, final: LiveBlog) -> Matching:
    """Return `matching` with the current ids that `revised` gave, in place of those that `current` came with."""
    names = {entry.id: new.id for entry, new in zip(current.entries, final.entries, strict=True)}

    def rename(links: Sequence[Link]) -> list[Link]:
        return [evolve(link, current=[names[one] for one in link.current]) for link in links]

    return Matching(links=rename(matching.links), review=rename(matching.review))


def check(previous: LiveBlog, current: LiveBlog) -> None:
    """Raise `ModelError` where two captures cannot be compared: without ids, or of two blogs."""
    for blog in (previous, current):
        if not blog.id or not all(entry.id for entry in blog.entries):
            raise ModelError("a capture without ids", "LiveBlog.id", "give both captures ids: identify() mints them")
    if current.id != previous.id and current.id != derive_blog_id(current).uri:
        raise _of_two_blogs(previous, current)


def check_kinship(previous: LiveBlog, current: LiveBlog, matching: Matching) -> None:
    """Raise `ModelError` where a derived id joins nothing: captures that share neither the address nor any entry."""
    if current.id == previous.id or not previous.entries or not current.entries:
        return
    address, other = (host_and_slug(blog.url or "") for blog in (previous, current))
    is_same_page = bool(address[0]) and address == other
    if not is_same_page and not any(link.previous and link.current for link in (*matching.links, *matching.review)):
        raise _of_two_blogs(previous, current)


def _of_two_blogs(previous: LiveBlog, current: LiveBlog) -> ModelError:
    return ModelError(
        f"captures of two blogs: {previous.id!r} and {current.id!r}",
        "LiveBlog.id",
        "import the later one with the id of the earlier",
    )
