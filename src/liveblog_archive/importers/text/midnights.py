"""Midnights that no heading prints: where the clocks of a text pass one, in minutes of their days."""

from collections.abc import Sequence

_HOUR = 60
# A step against the direction of less than this is an editor's slip or a late entry, never a midnight.
SLIP = 3 * _HOUR
_HALF_A_DAY = 12 * _HOUR


def midnights(clocks: Sequence[int | None], forward: int) -> list[int]:
    """Return how many midnights lie between the first of `clocks` and each, in the text's direction (1 or -1).

    A large step against the direction is a midnight, unless the times return from it at once: then one entry
    stands out of order.
    """
    shifts: list[int] = []
    shift = 0
    timed = [clock for clock in clocks if clock is not None]
    position = 0
    for clock in clocks:
        if clock is not None:
            ahead = (clock - timed[position - 1]) * forward if position else 0
            if -ahead >= SLIP and _crosses(timed, position, -ahead):
                shift += forward
            elif ahead > 2 * _HALF_A_DAY - SLIP and _slips(timed, position, ahead, counted=shift * forward > 0):
                shift -= forward
            position += 1
        shifts.append(shift)
    return shifts


def _crosses(timed: Sequence[int], position: int, against: int) -> bool:
    """Tell whether a midnight lies between the times at `position - 1` and `position`, a large step `against`."""
    return against >= _HALF_A_DAY or (position + 1 < len(timed) and not _returns(timed, position))


def _slips(timed: Sequence[int], position: int, ahead: int, *, counted: bool) -> bool:
    """Tell whether the time at `position` is an editor's slip, back over the midnight before the one above it.

    Where no midnight was `counted`, a heading or the first time states the day, and the same step may be a quiet
    day's, from its first hours to its last: then only a small slip is one, from which the times return at once.
    """
    return counted or (2 * _HALF_A_DAY - ahead < _HOUR and _returns(timed, position))


def _returns(timed: Sequence[int], position: int) -> bool:
    """Tell whether the time after `position` is nearer to the one before it."""
    if position + 1 == len(timed):
        return False
    before, here, following = timed[position - 1 : position + 2]
    return abs(following - before) < abs(following - here)
