"""Lookup of a cited identifier in a ledger: a capture, an entry, or a version of one."""

from collections.abc import Callable
from itertools import chain
from operator import ne

from attrs import frozen

from ..errors import ModelError
from ..model import local_of
from .identifiers import VersionId
from .ledger import Ledger

SHORT = 12  # digits of a version id that people are shown
_MISTYPED = 2  # characters
VERSION = " version "  # between an entry id and a version of it


@frozen(kw_only=True)
class Target:
    """What an identifier names: an entry, a version of an entry, or (neither) a capture of the whole blog.

    `capture` is the number of a capture that shows it: of an entry or a version the first, of a blog the latest.
    `earlier` are those before it that may be meant as well: an id without a past does not cover what stands above the
    entries.
    """

    capture: int
    earlier: tuple[int, ...] = ()
    entry: str | None = None
    version: VersionId | None = None


def targets(ledger: Ledger, text: str) -> tuple[Target, ...]:
    """Return all that `text` may name in `ledger`: nothing by a foreign id, several things by a shared short form.

    A blog id, an entry id or its last 12 characters, a version or snapshot id as `ni:` URI, as 64 hexadecimal digits
    or as the first 12. A snapshot is found by its chained id and by the one without a past, which citations give. An
    entry, ` version ` and a version is that version, if it is one of that entry.
    """
    entry_id, _, version = text.partition(VERSION)
    if version:
        return tuple(one for one in targets(ledger, version) if one.entry and entry_id in _names(one.entry))
    found: dict[tuple[str | None, VersionId | None], Target] = {}
    if text == ledger.blog_id and ledger.captures:
        found[None, None] = Target(capture=len(ledger.captures))
    named = _test(text)
    for entry in ledger.minted:
        sightings = ledger.sightings(entry)
        if text in _names(entry):
            found[entry, None] = Target(capture=sightings[0].capture, entry=entry)
        for one in reversed(sightings):
            if named(one.version):
                found[entry, one.version] = Target(capture=one.capture, entry=entry, version=one.version)
    snapshots: dict[VersionId, list[int]] = {}
    for number, capture in enumerate(ledger.captures, 1):
        for snapshot in filter(named, dict.fromkeys((capture.snapshot, ledger.unchained(number)))):
            snapshots.setdefault(snapshot, []).append(number)
    blogs = [Target(capture=numbers.pop(), earlier=tuple(numbers)) for numbers in snapshots.values()]
    return (*found.values(), *blogs)


def entry_named(ledger: Ledger, name: str) -> str | None:
    """Return the entry of a ledger that an id in full, or its last 12 characters, names; None where it has none."""
    return next((entry for entry in ledger.minted if name in _names(entry)), None)


def mistyped(ledger: Ledger, text: str) -> str | None:
    """Return the short id that a text nearly is, in other letters of whatever case; None where none is near.

    It is that of an entry, a version or a snapshot, and two characters differ at most.
    """
    wanted = local_of(text).lower()
    versions = (one.version.short for entry in ledger.minted for one in ledger.sightings(entry))
    snapshots = (ledger.unchained(number).short for number in range(1, len(ledger.captures) + 1))
    near = [
        (differing, name)
        for name in chain(map(local_of, ledger.minted), versions, snapshots)
        if len(name) == len(wanted) and (differing := sum(map(ne, name, wanted))) <= _MISTYPED
    ]
    return min(near)[1] if near else None


def nearest_entry(ledger: Ledger, text: str) -> str | None:
    """Return the short id of the entry that a text nearly is; None where none is near."""
    near = mistyped(ledger, text)
    return near if near and entry_named(ledger, near) else None


def _names(entry: str) -> tuple[str, str]:
    return entry, local_of(entry)


def _test(text: str) -> Callable[[VersionId], bool]:
    """Return what tells whether a version is the one that `text` names."""
    if len(text) == SHORT:
        return lambda version: version.short == text
    try:
        return VersionId.parse(text).__eq__
    except ModelError:
        return lambda _: False
