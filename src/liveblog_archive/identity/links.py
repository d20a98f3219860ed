"""Links: what became of each entry between two captures of one blog, and what a person has to decide.

The words are those of docs/explanation/identifiers.md. A link joins ids of the earlier capture to ids of the later;
matching makes links, the ledger keeps them, resolution follows them.
"""

from typing import Literal, get_args

from attrs import field, frozen

from ..errors import ModelError
from ..model.checks import as_tuple
from ..model.summaries import number_of_each

LinkKind = Literal[
    "same", "edited", "retimed", "moved", "split", "merged",
    "inserted", "deleted", "beyond", "absent", "reinserted", "ambiguous",
]  # fmt: skip
Absence = Literal["deleted", "beyond", "absent"]
Change = Literal["edited", "retimed", "moved"]

LINK_KINDS = get_args(LinkKind)
ABSENCES: tuple[Absence, ...] = get_args(Absence)
UNSEEN = ("beyond", "absent")  # what is not there, and need not have been deleted
LEAVING = (*ABSENCES, "merged")
CHANGES = get_args(Change)


@frozen(kw_only=True)
class Link:
    """Entries of the earlier capture, and those that they became in the later one.

    `previous` and `current` are entry ids of the two captures as they were given. One of each where the entry is
    `same` or has `changes` (all that happened, the kind being the weightiest: edited, then retimed, then moved);
    one to several for `split`, several to one for `merged`; none to one for `inserted`; one to none for `deleted`,
    for `beyond`, which is older than all that the later capture shows of its blog, and for `absent`, which may be
    either. A `reinserted` entry had left so, or had been merged into another, before the earlier capture, and
    `previous` is the id that it had. An `ambiguous` link names candidates on both sides and decides nothing. `score`
    runs from 0 to 1; 1 is certainty, such as an equal native id or an equal text that stands once.
    """

    kind: LinkKind
    previous: tuple[str, ...] = field(default=(), converter=as_tuple)
    current: tuple[str, ...] = field(default=(), converter=as_tuple)
    score: float = 1.0
    changes: tuple[Change, ...] = field(default=(), converter=as_tuple)

    @property
    def left(self) -> tuple[str, ...]:
        """The entries that are no longer there, or were merged into another: they may come back."""
        return tuple(one for one in self.previous if one not in self.current) if self.kind in LEAVING else ()

    def __attrs_post_init__(self) -> None:
        if self.kind not in LINK_KINDS:
            raise ModelError(f"not a kind of link: {self.kind!r}", "Link.kind", f"use one of {', '.join(LINK_KINDS)}")
        if not 0 <= self.score <= 1:
            raise ModelError(f"a score of {self.score}", "Link.score", "give a number from 0 to 1")


def kinds(links: tuple[Link, ...]) -> str:
    """Return how many links there are of each kind, for a `repr`."""
    return number_of_each(link.kind for link in links)


@frozen(kw_only=True)
class Matching:
    """All links between two captures: every id of both occurs in exactly one of `links` or `review`.

    `links` are decided, in the order of the later capture, what it lacks last, in the order of the earlier one.
    `review` holds the `ambiguous` links: what a person should look at instead of a guess.
    """

    links: tuple[Link, ...] = field(default=(), converter=as_tuple, repr=kinds)
    review: tuple[Link, ...] = field(default=(), converter=as_tuple, repr=kinds)
