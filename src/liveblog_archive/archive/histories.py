"""What an archive knows of each entry's past, for formats that count revisions."""

from ..identity.history import History, Withdrawn, revisions
from ..identity.links import UNSEEN
from .stored import StoredBlog


def history_at(stored: StoredBlog, number: int) -> History:
    """Return what became of every entry until version `number`, from 1.

    An entry that the version no longer has, or has as a draft or a deleted one, is there as it was last published, in
    the order of first appearance. One that was never published, as a reader's comment, is not: nobody was told of it.
    Neither is one that need not have been deleted: nobody is to be told so.
    """
    captures = stored.ledger.captures[:number]
    versions = (stored.version(one) for one in range(1, number + 1))
    times = [(version.created, version.basis) for version in versions]
    public = {entry.id for entry in stored.blog(number).entries if entry.status == "published"}
    last: dict[str, int] = {}
    for position, capture in enumerate(captures, 1):
        last |= dict.fromkeys(capture.ids, position)
    unseen = {
        (one, at)
        for at, capture in enumerate(captures)  # the number of the one before
        for link in capture.links
        if link.kind in UNSEEN
        for one in link.previous
    }
    left = {
        name: published
        for name, at in last.items()
        if name not in public and (name, at) not in unseen and (published := _last_published(stored, name, number))
    }
    found: dict[str, Withdrawn] = {}
    for position in {*left.values()}:
        blog = stored.blog(position)
        found |= {
            entry.id: Withdrawn(entry, bounds)
            for entry, bounds in zip(blog.entries, blog.iter_bounds(), strict=True)
            if left.get(entry.id) == position
        }
    return History(
        revisions=revisions(captures, times),
        withdrawn=[found[name] for name in left],
        capture=number,
    )


def _last_published(stored: StoredBlog, name: str, number: int) -> int:
    """Return the number of the last version, until `number`, that shows an entry as published; 0 where none does."""
    last = {one.version: one.capture for one in stored.ledger.sightings(name) if one.capture <= number}
    return max((at for version, at in last.items() if stored.said(name, version).status == "published"), default=0)
