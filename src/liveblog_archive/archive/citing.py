"""What is cited in a blog that is kept: the words that a whole citation names, and older versions that have them."""

from collections.abc import Iterator

from ..citation.passages import Passage
from ..errors import ArchiveError, LiveBlogError, ModelError
from ..identity import VersionId, version_id
from ..identity.quotes import Quote, quotes_in
from ..identity.references import targets
from ..identity.resolution import Resolution, resolve
from .storage import Storage
from .stored import Damaged, StoredBlog

# What tells that the words stand no more as an older version has them; a capture that ends before them tells nothing.
_OTHERWISE = frozenset({"tampered", "ambiguous", "deleted", "altered", "reframed"})


def quote_of(passage: Passage, name: str, stored: StoredBlog) -> Quote | None:
    """Return the quote of the passage that a citation names, in the version that `name`, of the citation, means.

    None where it means none alone, or one that is missing or damaged: that is for its resolution to say.
    """
    found = targets(stored.ledger, name)
    target = found[0] if len(found) == 1 else None
    if target is None or target.version is None:
        return None
    entry = stored.load(target.version)
    sound = entry is not None and (entry.id, version_id(entry)) == (target.entry, target.version)
    return passage.of(entry) if entry is not None and sound else None


def earlier(cited: Quote, stored: StoredBlog) -> Iterator[Resolution]:
    """Yield what became of the words of a quote as older versions had them, where they do not stand so any more.

    Those are the versions that the latest capture with the quoted one does not show; each change is told once.
    """
    ledger = stored.ledger
    last = max((one.capture for one in ledger.sightings(cited.entry) if one.version == cited.version), default=1)
    shown = frozenset(ledger.captures[last - 1].entries)
    told = set()
    for entry in ledger.minted:
        for version in dict.fromkeys(one.version for one in ledger.sightings(entry) if one.capture < last):
            said = stored.load(version) if (entry, version) not in shown else None
            for quote in quotes_in(said, cited.exact) if said else ():
                found = resolve(quote, ledger, stored.load, stored.show)
                change = (entry, found.status, found.reason, found.difference)
                if found.status in _OTHERWISE and change not in told:
                    told.add(change)
                    yield found


def naming(storage: Storage, cited: str) -> list[StoredBlog]:
    """Return the blogs that an id is of, which names none; raise `ArchiveError` where it may be of a damaged one."""
    unread: list[LiveBlogError] = []
    for having in (_digits(cited), ""):  # no inventory names a snapshot
        every = StoredBlog.every(storage, having, unread.append)
        if found := [stored for stored in every if _has(stored, cited, unread.append)]:
            return found
    if unread:
        raise unread[0]
    return []


def _has(stored: StoredBlog, cited: str, damaged: Damaged) -> bool:
    try:
        return bool(targets(stored.ledger, cited))
    except ArchiveError as error:
        damaged(error)
        return False


def _digits(cited: str) -> str:
    """Return what an inventory has of an id, in the names of files, where that is the id of an entry or a version."""
    try:
        return VersionId.parse(cited).hex
    except ModelError:
        return cited
