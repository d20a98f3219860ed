"""From indices to links: what was found, said in ids, kinds and changes."""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from attrs import evolve, frozen

from ..links import Link, LinkKind, Matching
from .changes import changes, moved
from .doubt import Doubt
from .parts import Whole
from .sides import Side, Sides


@frozen
class Findings:
    """All that was decided: links one to one with their scores, splits, merges, and what is in doubt."""

    links: Mapping[int, tuple[int, float]]
    splits: Sequence[Whole] = ()
    merges: Sequence[Whole] = ()
    doubts: Sequence[Doubt] = ()


def report(sides: Sides, findings: Findings) -> Matching:
    """Return the findings as a matching: in the order of the later capture, what was deleted last."""
    before, after = sides.before, sides.after
    placed = [*_single(sides, findings), *_pieces(sides, findings)]
    review = [
        _link("ambiguous", _ids(before, doubt.ones), _ids(after, doubt.others), doubt.score)
        for doubt in findings.doubts
    ]
    named = [link for _, link in placed] + review
    known = {name for link in named for name in link.current}
    placed += [
        (index, Link(kind="inserted", current=[entry.id]))
        for index, entry in enumerate(after.entries)
        if entry.id not in known
    ]
    left = {name for link in named for name in link.previous}
    deleted = [
        Link(kind="deleted", previous=[entry.id])
        for entry, rank in zip(before.entries, before.ranks, strict=True)
        if rank is not None and entry.id not in left
    ]
    links = [link for _, link in sorted(placed, key=itemgetter(0))]
    return Matching(links=[*links, *deleted], review=review)


def _single(sides: Sides, findings: Findings) -> Iterator[tuple[int, Link]]:
    """Yield the links of one to one, beside their place in the later capture."""
    elsewhere = moved(sides, {one: other for one, (other, _) in findings.links.items()})
    for one, (other, score) in findings.links.items():
        first, second = sides.before.entries[one], sides.after.entries[other]
        happened = changes(first, second, moved=one in elsewhere)
        kind: LinkKind = happened[0] if happened else "same"
        if sides.before.ranks[one] is None:
            kind = "reinserted"
        yield other, evolve(_link(kind, [first.id], [second.id], score), changes=happened)


def _pieces(sides: Sides, findings: Findings) -> Iterator[tuple[int, Link]]:
    """Yield the links of splits and merges, beside the place of their first entry in the later capture."""
    before, after = sides.before, sides.after
    for split in findings.splits:
        link = _link("split", _ids(before, [split.whole]), _ids(after, split.parts), split.covered)
        yield min(split.parts), link
    for merge in findings.merges:
        yield merge.whole, _link("merged", _ids(before, merge.parts), _ids(after, [merge.whole]), merge.covered)


def _link(kind: LinkKind, previous: Sequence[str], current: Sequence[str], score: float) -> Link:
    """Return a link with a score of the four digits that a ledger keeps."""
    return Link(kind=kind, previous=previous, current=current, score=round(min(score, 1.0), 4))


def _ids(side: Side, indices: Sequence[int]) -> list[str]:
    return [side.entries[index].id for index in indices]
