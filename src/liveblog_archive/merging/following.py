"""Which entries of a later capture continue those of an earlier one, by the matching that the archive uses."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from attrs import evolve

from ..identity.identifiers import BlogId
from ..identity.matching import match
from ..identity.minting import mint
from ..model import LiveBlog

_BOTH = frozenset({"edited", "retimed"})
# Matching tells entries by ids: for the length of one comparison they get these.
_COMPARED = BlogId("urn:liveblog-archive:compared")


class Following(NamedTuple):
    """Entries that belong together, by their places in the earlier and in the later capture."""

    before: list[int]
    after: list[int]


def following(
    previous: LiveBlog, current: LiveBlog, same: Mapping[int, int]
) -> tuple[list[Following], list[Following]]:
    """Return which entries of `current` continue which of `previous`, and which may.

    `same` maps the place in `current` of each entry that is known already to its place in `previous`. Several entries
    that were merged are all followed by the result; an entry that was split is followed by its first part. An entry
    with other words at another time is in doubt: the older one may only be missing from this page.
    """
    known = len(previous.entries)
    before = [_name(number) for number in range(known)]
    after = [before[same[place]] if place in same else _name(known + place) for place in range(len(current.entries))]
    found = match(_named(previous, before), _named(current, after))
    ones = {name: place for place, name in enumerate(before)}
    others = {name: place for place, name in enumerate(after)}
    links: list[Following] = []
    doubts: list[Following] = []
    for link in (*found.links, *found.review):
        if link.previous and link.current:
            one = Following([ones[name] for name in link.previous], [others[name] for name in link.current])
            (doubts if link.kind == "ambiguous" or _BOTH.issubset(link.changes) else links).append(one)
    return links, doubts


def _name(number: int) -> str:
    return str(mint(_COMPARED, ["compared", str(number)]))


def _named(blog: LiveBlog, names: Sequence[str]) -> LiveBlog:
    entries = [entry.named(name) for entry, name in zip(blog.entries, names, strict=True)]
    return evolve(blog, id=_COMPARED.uri, entries=entries)
