"""Pages that moved: which addresses in a crawl are those of one blog, one after the other.

A record has to state it: a server that answers that a page has moved for good, or a page that is met at one address
and says that its own is another. What a crawl shows must not contradict it: a blog that is met at its old address
again, or before at the new one, is another; so are several that end at one address, such as that of the live page.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Move(NamedTuple):
    """That what was at one address is at another for good; `when` (ISO 8601, UTC) it was told, and that in words."""

    old: str
    new: str
    when: str
    text: str


class Shown(NamedTuple):
    """When (ISO 8601, UTC, empty where nobody knows) a blog was met at an address for the first and last time."""

    first: str
    last: str


def lasting(shown: Mapping[str, Shown], moves: Iterable[Move]) -> tuple[dict[str, tuple[str, Move]], list[Move]]:
    """Return, by the new address, the old one of a blog and the move that tells it; and the moves that do not hold.

    `shown` are the addresses of blogs; a move may lead there by way of others.
    """
    stated: dict[str, dict[str, Move]] = {}
    for move in sorted(moves, key=lambda one: one.when):
        stated.setdefault(move.old, {}).setdefault(move.new, move)
    led = {old: _reached(old, shown, stated) for old in shown}
    targets = {old: _nearest(found, led) for old, found in led.items()}
    ends = [new for found in targets.values() for new in found]
    held: dict[str, tuple[str, Move]] = {}
    contradicted: list[Move] = []
    for old, found in targets.items():
        for new in found:
            move = led[old][new]
            is_alone = len(found) == ends.count(new) == 1
            if is_alone and shown[old].last <= move.when and shown[old].last < shown[new].first:
                held[new] = old, move
            else:
                contradicted.append(move)
    return held, contradicted


def _reached(old: str, shown: Mapping[str, Shown], stated: Mapping[str, Mapping[str, Move]]) -> dict[str, Move]:
    """Return the next addresses of blogs that moves lead to from one, each with the first move on the way."""
    found: dict[str, Move] = {}
    waiting, met = [(new, move) for new, move in stated.get(old, {}).items()], {old}
    while waiting:
        address, move = waiting.pop()
        if address in met:
            continue
        met.add(address)
        if address in shown:
            found[address] = move
        else:
            waiting += [(new, move) for new in stated.get(address, {})]
    return found


def _nearest(found: Iterable[str], led: Mapping[str, Mapping[str, Move]]) -> list[str]:
    """Return the addresses that are not reached from another of them: a page may move twice."""
    return [new for new in found if not any(new in led[other] for other in found)]
