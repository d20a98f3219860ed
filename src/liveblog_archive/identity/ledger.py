"""The ledger: every id ever minted in a blog, what each capture showed, and what became of each entry.

A ledger is an immutable value without files, clock or store::

    ledger = Ledger(blog.id).extended(blog)                  # the first capture
    ledger = ledger.extended(current, matching)              # the next: `current` carries final ids, and so does
                                                             # `matching`, which joins it to the capture before
    for number, segment in enumerate(ledger.segments(), 1):  # bytes, to be kept as segment_path(number)
        ...
    ledger = Ledger.read(segments)                           # from those bytes again, all of it checked

    ledger.minted                                            # ids that no new entry may take
    ledger.gone                                              # (id, last version) of what is no longer there
    ledger.sightings(entry_id)                               # its versions, in the order of captures
    ledger.followed(entry_id, since=1)                       # where it is now, through splits and merges
"""

from collections.abc import Iterable
from functools import cached_property

from attrs import evolve, field, frozen

from ..errors import ArchiveError
from ..model import LiveBlog
from ..model.checks import as_tuple
from ..model.summaries import how_many
from .captures import LedgerCapture, check_history, kind_of
from .identifiers import VersionId
from .links import ABSENCES, Link, Matching
from .segments import read_segments, segment_bytes
from .versions import snapshot_id, version_id


@frozen
class Sighting:
    """One appearance of an entry: its version in capture number `capture` (from 1)."""

    capture: int
    version: VersionId


@frozen
class Step:
    """A link recorded by capture number `capture` (from 1)."""

    capture: int
    link: Link


@frozen(kw_only=True)
class Fate:
    """What became of an entry after the capture `since`.

    `steps` are the links that changed anything about it, in order. `now` are the entries of the latest capture that
    carry it: itself, all parts of a split, the entry it was merged into; none when it is gone. `candidates` are
    entries of the latest capture that may carry it, where no link decided.
    """

    id: str
    since: int
    steps: tuple[Step, ...]
    now: tuple[str, ...]
    candidates: tuple[str, ...]

    @property
    def left(self) -> tuple[Step, ...]:
        """The steps by which it, or what carried it, was no longer there: the last says why it is gone, if it is."""
        return tuple(step for step in self.steps if step.link.kind in ABSENCES)


@frozen
class Ledger:
    """The history of one blog, capture by capture; the constructor raises `ArchiveError` for an impossible one."""

    blog_id: str
    captures: tuple[LedgerCapture, ...] = field(default=(), converter=as_tuple, repr=how_many)

    def __attrs_post_init__(self) -> None:
        check_history(self.blog_id, self.captures)

    @classmethod
    def read(cls, segments: Iterable[bytes]) -> "Ledger":
        """Return the ledger of its segments, the oldest first; raise `ArchiveError` with the line of any damage."""
        return cls(*read_segments(segments))

    def segments(self) -> tuple[bytes, ...]:
        """Return the text form, one segment a capture; every segment names the digest of the one before."""
        found: list[bytes] = []
        for number, capture in enumerate(self.captures, 1):
            found.append(segment_bytes(self.blog_id, number, capture, found[-1] if found else None))
        return tuple(found)

    def extended(self, blog: LiveBlog, matching: Matching | None = None) -> "Ledger":
        """Return this ledger with one capture more.

        `blog` has final ids; `matching` joins them to the latest capture, and is left out for the first. Its scores
        are kept with four digits.
        """
        if blog.id != self.blog_id:
            raise ArchiveError(f"a capture of {blog.id!r}", self.blog_id, "give each blog its own ledger")
        capture = next_capture(blog, self.latest, matching or Matching())
        return Ledger(self.blog_id, (*self.captures, capture))

    @property
    def latest(self) -> LedgerCapture | None:
        """The last capture; None before the first."""
        return self.captures[-1] if self.captures else None

    @cached_property
    def _sightings(self) -> dict[str, tuple[Sighting, ...]]:
        found: dict[str, list[Sighting]] = {}
        for number, capture in enumerate(self.captures, 1):
            for entry, version in capture.entries:
                found.setdefault(entry, []).append(Sighting(number, version))
        return {entry: tuple(sightings) for entry, sightings in found.items()}

    @cached_property
    def _fates(self) -> list[dict[str, Link]]:
        """For each capture, the link of every id of the past that has one."""
        return [
            {entry: link for link in (*capture.links, *capture.review) for entry in link.previous}
            for capture in self.captures
        ]

    @cached_property
    def _unchained(self) -> list[VersionId]:
        return [VersionId.of(capture.sealed(self.blog_id)) for capture in self.captures]

    @property
    def minted(self) -> tuple[str, ...]:
        """Every entry id that was ever used, in the order of first appearance; none may be used for another."""
        return tuple(self._sightings)

    @property
    def gone(self) -> tuple[tuple[str, VersionId], ...]:
        """The entries that are no longer there, for whatever reason, each with its last version, as they left."""
        found: dict[str, VersionId] = {}
        for capture in self.captures:
            for entry in capture.ids:
                found.pop(entry, None)
            left = (link.previous[0] for link in capture.links if link.kind in ABSENCES)
            found |= {entry: self._sightings[entry][-1].version for entry in left}
        return tuple(found.items())

    def sightings(self, entry: str) -> tuple[Sighting, ...]:
        """Return where an entry stood, and in which version, in the order of captures; empty for an unknown id."""
        return self._sightings.get(entry, ())

    def unchained(self, number: int) -> VersionId:
        """Return the snapshot id that a citation of capture `number` (from 1) gives: the one without a past."""
        return self._unchained[number - 1]

    def followed(self, entry: str, since: int | None = None) -> Fate:
        """Return what became of an entry after the capture `since`, by default its first.

        Raises `ArchiveError` when the id was not in that capture.
        """
        numbers = [sighting.capture for sighting in self.sightings(entry)]
        if not numbers or (since is not None and since not in numbers):
            raise ArchiveError("no entry of this ledger at that time", entry, "look for a mistyped character")
        start = since or numbers[0]
        certain, possible = [entry], list[str]()
        steps: dict[Step, None] = {}
        for number, links in enumerate(self._fates[start:], start + 1):
            if entry in links and links[entry].kind == "reinserted":
                certain = [entry]  # itself again, whatever it had become
            for one in (*certain, *possible):
                if one in links and links[one].kind != "same":
                    steps[Step(number, links[one])] = None
            doubtful = _followed(certain, links, decided=False)
            certain = _followed(certain, links, decided=True)
            possible = [
                *doubtful,
                *_followed(possible, links, decided=True),
                *_followed(possible, links, decided=False),
            ]
        present = self.captures[-1].ids
        return Fate(
            id=entry,
            since=start,
            steps=tuple(steps),
            now=tuple(one for one in present if one in certain),
            candidates=tuple(one for one in present if one in possible and one not in certain),
        )


def _followed(ids: list[str], links: dict[str, Link], *, decided: bool) -> list[str]:
    """Return where the links of one capture lead from `ids`: those that decide, or those that do not.

    What no link decided stays in the list under its own id, for what left may come back.
    """
    found: dict[str, None] = {}
    for one in ids:
        link = links.get(one)
        if link is not None and link.current and (link.kind != "ambiguous") is decided:
            found |= dict.fromkeys(link.current)
        elif decided:
            found[one] = None
    return list(found)


def next_capture(
    blog: LiveBlog, last: LedgerCapture | None, matching: Matching, *, held: bool = True
) -> LedgerCapture:
    """Return what a ledger keeps of a capture: `blog` with final ids, which `matching` joins to the `last` one.

    `held` tells whether the bytes that it was read from are at hand.
    """
    source = blog.capture.sha256 if blog.capture else None
    versions = [version_id(entry) for entry in blog.entries]
    return LedgerCapture(
        snapshot=snapshot_id(blog, last.snapshot if last else None, versions),
        kind=kind_of(source, last, held=held),
        source=source,
        importer=blog.capture.importer if blog.capture else None,
        entries=zip((entry.id for entry in blog.entries), versions, strict=True),
        links=map(_rounded, matching.links),
        review=map(_rounded, matching.review),
    )


def _rounded(link: Link) -> Link:
    return evolve(link, score=round(link.score, 4))
