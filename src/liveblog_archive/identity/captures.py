"""One capture as the ledger keeps it, and the rules that make a sequence of captures a history.

The rules are checked wherever a ledger is made: in memory, and when it is read from files that anyone may have
changed. Each error names the file and the line that the offending fact has in the ledger's text form.
"""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Literal

from attrs import field, frozen

from ..errors import ArchiveError, ModelError
from ..model.checks import as_tuple
from ..model.summaries import how_many
from .identifiers import BlogId, EntryId, VersionId
from .links import ABSENCES, CHANGES, Link, kinds
from .versions import snapshot_bytes

CaptureKind = Literal["first", "revision", "rederivation"]

RESTORE = "restore the ledger from a sound copy"


@frozen(kw_only=True)
class LedgerCapture:
    """What one capture showed: every entry id with its version, in source order, and what joins it to the last.

    `snapshot` is the id of the capture, chained to the one before. `source` is the SHA-256 of the captured bytes in
    hexadecimal, `importer` what read them. A `rederivation` is another reading of the same bytes, a `revision` is of
    other ones, or a mere record that says which it was read from. `links` and `review` are those of a `Matching` with
    final ids: an entry that goes on has the same id on both sides.
    """

    snapshot: VersionId
    kind: CaptureKind = "revision"
    source: str | None = None
    importer: str | None = None
    entries: tuple[tuple[str, VersionId], ...] = field(default=(), converter=as_tuple, repr=how_many)
    links: tuple[Link, ...] = field(default=(), converter=as_tuple, repr=kinds)
    review: tuple[Link, ...] = field(default=(), converter=as_tuple, repr=kinds)

    def sealed(self, blog_id: str, previous: VersionId | None = None) -> bytes:
        """Return the canonical bytes of the capture of a blog after the snapshot `previous`."""
        return snapshot_bytes(blog_id, self.entries, self.source, previous)

    @property
    def ids(self) -> tuple[str, ...]:
        """The entry ids, in source order."""
        return tuple(entry for entry, _ in self.entries)


def segment_path(number: int) -> str:
    """Return the name of the file that a capture's segment is kept in; captures count from 1."""
    return f"ledger/{number:06}.jsonl"


def check_history(blog_id: str, captures: Iterable[LedgerCapture]) -> None:
    """Raise `ArchiveError` unless the captures, in this order, are the history of one blog.

    Raises `ModelError` for a blog id that is none.
    """
    past = Past(blog_id)
    for capture in captures:
        past.admit(capture)


class Past:
    """What the next capture of a blog has to fit, which is less than its history.

    That is the number of captures so far and the last of them, every id ever minted, and which of them left, merged
    into others or no longer there, and have not come back. Raises `ModelError` for a blog id that is none.
    """

    def __init__(
        self,
        blog_id: str,
        number: int = 0,
        last: LedgerCapture | None = None,
        minted: Iterable[str] = (),
        left: Iterable[str] = (),
    ) -> None:
        self.blog_id = BlogId(blog_id).uri
        self.number = number
        self.last = last
        self.minted = set(minted)
        self.left = set(left)

    def admit(self, capture: LedgerCapture) -> None:
        """Take in the next capture; raise `ArchiveError` unless it fits."""
        self.number += 1
        self._check_kind(capture)
        self._check_entries(capture)
        if self.last is None:
            if capture.links or capture.review:
                raise self._error("links in the first capture", len(capture.entries) + 2)
        else:
            self._check_links(capture, self.last)
        self.minted.update(capture.ids)
        self.left -= set(capture.ids)
        self.left |= {one for link in capture.links for one in link.left}
        self.last = capture

    def _check_kind(self, capture: LedgerCapture) -> None:
        allowed = {kind_of(capture.source, self.last, held=held) for held in (True, False)}
        if capture.kind not in allowed:
            expected = " or ".join(map(repr, sorted(allowed)))
            raise self._error(f"a capture of kind {capture.kind!r} where its source makes it a {expected}", 1)
        before = self.last.snapshot if self.last else None
        if capture.snapshot != VersionId.of(capture.sealed(self.blog_id, before)):
            raise self._error("the snapshot id is not that of these entries, source and past", 1)

    def _check_entries(self, capture: LedgerCapture) -> None:
        seen: set[str] = set()
        for line, name in enumerate(capture.ids, 2):
            if name not in self.minted:
                self._check_new(name, line)
            if name in seen:
                raise self._error(f"a second entry {name!r}", line)
            seen.add(name)

    def _check_new(self, name: str, line: int) -> None:
        try:
            blog = EntryId.parse(name).blog.uri
        except ModelError as error:
            raise self._error(error.what, line) from error
        if blog != self.blog_id:
            raise self._error(f"{name!r} is an id of another blog than {self.blog_id!r}", line)

    def _check_links(self, capture: LedgerCapture, last: LedgerCapture) -> None:
        before, after, back = set(last.ids), set(capture.ids), set[str]()
        links = (*capture.links, *capture.review)
        for line, link in enumerate(links, len(capture.entries) + 2):
            review = line >= len(capture.entries) + len(capture.links) + 2
            if (link.kind == "ambiguous") is not review or not _fits(link):
                raise self._error(f"a link that cannot be of kind {link.kind!r}", line)
            for name in link.previous:
                gone = name in self.left and name not in back
                if not (gone if link.kind == "reinserted" or (review and gone) else name in before):
                    raise self._error(f"{name!r} was not there to become anything, or became two things", line)
                (back.add if gone else before.discard)(name)
            for name in link.current:
                if name not in after:
                    raise self._error(f"{name!r} is not in this capture, or was two things before", line)
                if name not in link.previous and name in self.minted:
                    raise self._error(f"the id {name!r} is used a second time", line)
                after.discard(name)
        if missing := [*chain(before, after)]:
            raise self._error(f"no link says what became of {min(missing)!r}", len(capture.entries) + len(links) + 2)

    def _error(self, what: str, line: int) -> ArchiveError:
        return ArchiveError(what, segment_path(self.number), RESTORE, line)


def kind_of(source: str | None, last: LedgerCapture | None, *, held: bool) -> CaptureKind:
    """Return which kind a capture of `source` is that follows `last`.

    `held` tells whether its bytes came with it: what only states a source may say anything of it.
    """
    if last is None:
        return "first"
    return "rederivation" if held and source and source == last.source else "revision"


# How many ids a link has on each side, by its kind, and which of them goes on; any other kind keeps its one id.
_SHAPES: dict[str, Callable[[tuple[str, ...], tuple[str, ...]], bool]] = {
    "inserted": lambda previous, current: not previous and len(current) == 1,
    **dict.fromkeys(ABSENCES, lambda previous, current: len(previous) == 1 and not current),
    "split": lambda previous, current: len(previous) == 1 < len(current) and previous[0] in current,
    "merged": lambda previous, current: len(previous) > 1 == len(current) and current[0] in previous,
    "ambiguous": lambda previous, current: bool(previous and current) and not {*previous} & {*current},
}


def _fits(link: Link) -> bool:
    """Tell whether a link has as many ids on each side as its kind says, and keeps the id that must be kept."""
    if any(len({*ids}) != len(ids) for ids in (link.previous, link.current)) or not {*CHANGES}.issuperset(
        link.changes
    ):
        return False
    return _SHAPES.get(link.kind, _goes_on)(link.previous, link.current)


def _goes_on(previous: tuple[str, ...], current: tuple[str, ...]) -> bool:
    return len(previous) == 1 and previous == current
