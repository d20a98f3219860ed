"""What is wrong with an id that an archive does not have: one line, with what may be meant of all that there is."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from ..errors import ArchiveError, shortened
from ..identity.references import mistyped
from ..identity.slugs import host_and_slug
from .storage import Storage
from .stored import StoredBlog

_NAMED = 3  # blogs that are named to one who gave a part of their ids
_NUMBER = re.compile(r"v[0-9]{1,9}", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def no_blog(given: str, storage: Storage, cited: str) -> ArchiveError:
    """Return what is wrong with the id of a blog that is not here, of which `cited` may be an entry."""
    remedy = _meant([*StoredBlog.every(storage, damaged=lambda _: None)], cited or given) or "list its blogs"
    return ArchiveError("the archive has no blog with this id", shortened(given), remedy)


def nothing(given: str, storage: Storage) -> ArchiveError:
    """Return what is wrong with an id, of whatever kind, that nothing here has."""
    stored = [*StoredBlog.every(storage, damaged=lambda _: None)]
    if _NUMBER.fullmatch(given):
        return ArchiveError("the number of a version, and no id", given, _numbered(given.lower(), stored))
    remedy = _meant(stored, given) or _near(given, stored) or "look for a mistyped character"
    return ArchiveError("nothing in this archive has this id", shortened(given), remedy)


def _meant(stored: Sequence[StoredBlog], given: str) -> str | None:
    """Return the blog whose page has an address that was given, or whose id nearly is what was given, or has it."""
    names = sorted(one.id for one in stored)
    if _ADDRESS.match(given):
        return _of_page(stored, given)
    part = [name for name in names if given and given.lower() in name.lower()][:_NAMED]
    near = part or get_close_matches(given, names, n=1, cutoff=0.85)
    return f"the nearest is {' or '.join(near)}" if near else None


def _of_page(stored: Sequence[StoredBlog], address: str) -> str:
    """Return what to give instead of the address of a page, or of an entry of it."""
    versions = [(one, number) for one in stored for number in range(one.latest.number, 0, -1)]
    shown = [
        (one, number)
        for one, number in versions
        if host_and_slug(one.head(number).url or "") == host_and_slug(address)
    ]
    entries = (entry.id for one, number in shown for entry in one.blog(number).entries if entry.url == address)
    if entry := next(entries, None):
        return f"it is the address of an entry: give its id, {entry}"
    if shown:
        names = " or ".join(sorted({one.id for one, _ in shown}))
        return f"it is the address of a page: give the id of its blog, {names}"
    return "it is the address of a page, and of none that is kept here: list its blogs"


def _numbered(number: str, stored: Sequence[StoredBlog]) -> str:
    """Return how the version of a blog is cited that has a number, such as `v3`."""
    if len(stored) != 1:
        return "each blog has versions of its own: cite one by the snapshot id that a citation of the blog gives"
    blog, versions = stored[0], len(stored[0].ledger.captures)
    known = "v1" if versions == 1 else f"v1 to v{versions}"
    at = int(number[1:])
    if not 1 <= at <= versions:
        return f"{blog.id} has {known}"
    return f"{number} of {blog.id} is cited by its snapshot, {blog.ledger.unchained(at).short}"


def _near(given: str, stored: Sequence[StoredBlog]) -> str | None:
    """Return the ids that differ from what was given in letter case, or in two characters at most."""
    found = sorted({name for one in stored if (name := mistyped(one.ledger, given))})
    return f"the nearest is {' or '.join(found)}" if found else None
