"""What a whole citation cites in a blog that is kept: words of an entry, where it names them."""

from ..citation.passages import Passage
from ..identity import version_id
from ..identity.quotes import Quote
from ..identity.references import targets
from .stored import StoredBlog


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
