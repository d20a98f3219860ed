"""What an archive knows of each entry's past, for formats that count revisions."""

from ..identity.history import History, Withdrawn, revisions
from .stored import StoredBlog


def history_at(stored: StoredBlog, number: int) -> History:
    """Return what became of every entry until version `number`, from 1.

    An entry that the version no longer has is there as it was last seen, in the order of first appearance.
    """
    captures = stored.ledger.captures[:number]
    times = [stored.version(one).created for one in range(1, number + 1)]
    present = set(captures[-1].ids)
    last: dict[str, int] = {}
    for position, capture in enumerate(captures, 1):
        last |= dict.fromkeys(capture.ids, position)
    seen = {name: position for name, position in last.items() if name not in present}
    found: dict[str, Withdrawn] = {}
    for position in {*seen.values()}:
        blog = stored.blog(position)
        found |= {
            entry.id: Withdrawn(entry, bounds)
            for entry, bounds in zip(blog.entries, blog.iter_bounds(), strict=True)
            if seen.get(entry.id) == position
        }
    return History(revisions(captures, times), [found[name] for name in seen])
