"""What happened to an entry since it was cited and is still so: a page that was put back has undone it."""

from collections.abc import Sequence
from typing import Literal

from .ledger import Fate
from .runs import longest_either_way, longest_run

Lasting = Literal["merged", "split", "moved"]


def lasting(fate: Fate, then: Sequence[str], now: Sequence[str]) -> set[Lasting]:
    """Return what of the links of `fate` the latest capture bears out.

    `then` are the ids of the capture that was cited, and `now` those of the latest, both in the order of the source.
    """
    found: set[Lasting] = set()
    present = set(now)
    links = [step.link for step in fate.steps]
    parts = {one for link in links if link.kind == "split" for one in link.current} - {fate.id}
    joined = [{*link.previous} for link in links if link.kind == "merged"]
    if any(ones - present and ones - parts - {fate.id} for ones in joined):  # not only what was one before
        found.add("merged")
    if parts & present or (parts and len(fate.now) > 1):
        found.add("split")
    if any("moved" in link.changes or link.kind == "moved" for link in links) and _displaced(fate.id, then, now):
        found.add("moved")
    return found


def _displaced(entry: str, then: Sequence[str], now: Sequence[str]) -> bool:
    """Tell whether an entry stands elsewhere among those that are in both captures.

    What kept its order, or was reversed as a whole, is the longest run. Of several of one length none is preferred.
    """
    places = {name: place for place, name in enumerate(now)}
    both = [name for name in then if name in places]
    run, reversed_ = longest_either_way([places[name] for name in both])
    ways = [-places[name] if reversed_ else places[name] for name in both]
    last = len(both) - 1
    other = [last - index for index in longest_run([-place for place in reversed(ways)])]
    return entry in places and entry not in {both[index] for index in {*run} & {*other}}
