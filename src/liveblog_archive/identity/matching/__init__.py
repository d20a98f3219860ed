"""Matching: which entry of a later capture is which entry of the earlier one.

docs/explanation/matching.md says how, and what cannot be told.
"""

from collections.abc import Sequence

from attrs import evolve

from ...model import Entry, LiveBlog
from ..links import Matching
from ..minting import identify
from .absences import is_another_part, told
from .pipeline import find
from .report import report
from .revision import check, check_kinship, renamed, revised
from .sides import Sides
from .torn import without_torn

__all__ = ["match", "renamed", "revise", "revised", "without_torn"]


def match(
    previous: LiveBlog, current: LiveBlog, *, gone: Sequence[Entry] = (), merged: Sequence[Entry] = ()
) -> Matching:
    """Return what became of every entry of `previous`, and where every entry of `current` comes from.

    `gone` are entries that left before `previous`, in their last known version, and `merged` those that were
    merged into others: one that returns is `reinserted`, one of the latter only by its native id or its whole text.
    Raises `ModelError` for captures without ids, and for captures of two blogs, unless the id of `current` was only
    derived from its page, and they share the address or an entry.
    """
    check(previous, current)
    sides = Sides.of(previous, current, gone, merged)
    findings = find(sides)
    if is_another_part(previous, current):  # what only resembles an entry of one part is no doubt about another
        findings = evolve(findings, doubts=())
    matching = told(previous, current, report(sides, findings))
    check_kinship(previous, current, matching)
    return matching


def revise(previous: LiveBlog, current: LiveBlog, *, gone: Sequence[Entry] = ()) -> LiveBlog:
    """Return `current` with the ids of `previous` carried over, and new ids, never used, for what is new.

    The last entry of a capture that was cut is left out, with a note, where it is only the beginning of one of
    `previous`. Raises `ModelError` as `match` does.
    """
    current = without_torn(previous.entries, identify(current))
    return revised(previous, current, match(previous, current, gone=gone), gone=gone)
