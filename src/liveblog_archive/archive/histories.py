"""What an archive knows of each entry's past, for formats that count revisions."""

from ..identity.history import History, Withdrawn, revisions
from ..identity.links import UNSEEN
from .stored import StoredBlog


def history_at(stored: StoredBlog, number: int) -> History:
    """Return what became of every entry until version `number`, from 1.

    An entry that the version no longer has is there as it was last seen, in the order of first appearance. One that
    was never published, a draft or a reader's comment, is not: nobody was told of it. Neither is one that need not
    have been deleted: nobody is to be told so.
    """
    captures = stored.ledger.captures[:number]
    versions = (stored.version(one) for one in range(1, number + 1))
    times = [(version.created, version.basis) for version in versions]
    present = set(captures[-1].ids)
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
        name: at
        for name, at in last.items()
        if name not in present and (name, at) not in unseen and _published(stored, name, number)
    }
    found: dict[str, Withdrawn] = {}
    for position in {*left.values()}:
        blog = stored.blog(position)
        found |= {
            entry.id: Withdrawn(entry, bounds)
            for entry, bounds in zip(blog.entries, blog.iter_bounds(), strict=True)
            if left.get(entry.id) == position
        }
    deleted = (entry.id for entry in stored.blog(number).entries if entry.status == "deleted")
    return History(
        revisions=revisions(captures, times),
        withdrawn=[found[name] for name in left],
        announced=frozenset(name for name in deleted if _published(stored, name, number)),
        capture=number,
    )


def _published(stored: StoredBlog, name: str, number: int) -> bool:
    """Tell whether an entry was ever published until version `number`."""
    sightings = stored.ledger.sightings(name)
    versions = {one.version for one in sightings if one.capture <= number}
    return any(entry.status == "published" for version in versions if (entry := stored.load(version)))
