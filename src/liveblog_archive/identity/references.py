"""Lookup of a cited identifier in a ledger: a capture, an entry, or a version of one."""

from collections.abc import Callable

from attrs import frozen

from ..errors import ModelError
from ..model import local_of
from .identifiers import VersionId
from .ledger import Ledger

SHORT = 12  # digits of a version id that people are shown


@frozen(kw_only=True)
class Target:
    """What an identifier names: an entry, a version of an entry, or (neither) a capture of the whole blog.

    `capture` is the number of a capture that shows it: of an entry or a version the first, of a blog the latest.
    """

    capture: int
    entry: str | None = None
    version: VersionId | None = None


def targets(ledger: Ledger, text: str) -> tuple[Target, ...]:
    """Return all that `text` may name in `ledger`: nothing by a foreign id, several things by a shared short form.

    A blog id, an entry id or its last 12 characters, a version or snapshot id as `ni:` URI, as 64 hexadecimal digits
    or as the first 12. A snapshot is found by its chained id and by the one without a past, which citations give.
    """
    found: dict[tuple[str | None, VersionId | None], Target] = {}
    if text == ledger.blog_id and ledger.captures:
        found[None, None] = Target(capture=len(ledger.captures))
    named = _test(text)
    for entry in ledger.minted:
        sightings = ledger.sightings(entry)
        if text in (entry, local_of(entry)):
            found[entry, None] = Target(capture=sightings[0].capture, entry=entry)
        for one in reversed(sightings):
            if named(one.version):
                found[entry, one.version] = Target(capture=one.capture, entry=entry, version=one.version)
    for number, capture in enumerate(ledger.captures, 1):
        plain = ledger.unchained(number)
        if named(plain) or named(capture.snapshot):
            found[None, plain] = Target(capture=number)  # of captures that show the same, the latest
    return tuple(found.values())


def _test(text: str) -> Callable[[VersionId], bool]:
    """Return what tells whether a version is the one that `text` names."""
    if len(text) == SHORT:
        return lambda version: version.short == text
    try:
        return VersionId.parse(text).__eq__
    except ModelError:
        return lambda _: False
