"""Where lines break: as full as they go, or all of a paragraph at once, so that no line is much looser than the next.

Lengths are in one unit, whichever it is. A paragraph is a row of places where a line may end; this module knows
neither words nor glyphs.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, repeat
from math import inf
from operator import add, itemgetter, sub
from typing import NamedTuple

# How much of a blank may be taken away, and how much wider it becomes before a line counts as loose.
_TIGHTEST = 0.18
_LOOSE = 0.55
# How much more a hyphen costs before the last line of a paragraph, and below another one.
_BEFORE_LAST, _IN_A_ROW = 4.0, 2.0
# A last line that is shorter than this part of the measure is a stub; what it costs where lines are even, and what it
# costs if it is no more than the end of a divided word.
_STUB, _STUB_COST, _FRAGMENT_COST = 0.14, 50.0, 400.0
# A line that is set as full as it goes is full enough at this part of the measure not to divide an address; the one
# before the last may be this short, so that the last is no stub.
_FULL, _LEAST = 0.7, 0.5
# How often the width of balanced lines is halved on the way to the narrowest.
_HALVINGS = 7
# How many of the best beginnings of a paragraph are followed up.
_FOLLOWED = 6


class Breaks(NamedTuple):
    """Places where a line may end, from left to right; the last is the end of the paragraph.

    `ends` is where a line that ends here ends, `starts` where the next one starts; `blanks` counts the blanks before
    the place; `costs` is how unwelcome the break is. The next line begins with one of `words`, of which so many
    characters as `within` tells stand before the break.
    """

    ends: Sequence[float]
    starts: Sequence[float]
    blanks: Sequence[int]
    costs: Sequence[float]
    words: Sequence[int]
    within: Sequence[int]

    def blanks_after(self, index: int) -> int:
        """Return how many blanks stand before the line that begins after a break, which may have been made at one."""
        return self.blanks[index] + (self.starts[index] > self.ends[index])


def between_words(widths: Sequence[float], blank: float) -> Breaks:
    """Return the breaks of words with a blank between each."""
    starts = list(accumulate(map(add, widths, repeat(blank))))
    ends = list(map(sub, starts, repeat(blank)))
    count = len(widths)
    return Breaks(ends, starts, range(count), [0.0] * count, range(1, count + 1), [0] * count)


def full_lines(breaks: Breaks, available: float, full: float = _FULL) -> list[int]:
    """Return which breaks to take so that each line holds as much as fits.

    A break that costs anything is taken only where the line would else not reach `full`, as a part of what is
    available. The last line is no stub if that can be.
    """
    chosen = []
    index, last = -1, len(breaks.ends) - 1
    while index < last:
        origin = breaks.starts[index] if index >= 0 else 0.0
        end = max(bisect_right(breaks.ends, origin + available + 1e-6, index + 1) - 1, index + 1)
        index = _undivided(breaks, index, end, origin + available * full) if breaks.costs[end] else end
        chosen.append(index)
    return _without_stub(breaks, chosen, available)


def _undivided(breaks: Breaks, index: int, end: int, least: float) -> int:
    """Return the last break up to `end` that costs nothing and stands beyond `least`; else `end`."""
    for earlier in range(end - 1, index, -1):
        if breaks.ends[earlier] < least:
            break
        if not breaks.costs[earlier]:
            return earlier
    return end


def _without_stub(breaks: Breaks, chosen: list[int], available: float) -> list[int]:
    """Return the breaks with as many more words on the last line as it takes not to be a stub."""
    if not ends_in_stub(breaks, chosen, available):
        return chosen
    before = chosen[-3] if len(chosen) > 2 else -1
    least = (breaks.starts[before] if before >= 0 else 0.0) + available * _LEAST
    for index in range(chosen[-2] - 1, before, -1):
        wide = breaks.ends[-1] - breaks.starts[index]
        if breaks.ends[index] < least or wide > available:
            break
        if wide >= available * _STUB and not breaks.costs[index]:
            return [*chosen[:-2], index, chosen[-1]]
    return chosen


def ends_in_stub(breaks: Breaks, chosen: Sequence[int], available: float) -> bool:
    """Tell whether the last of several lines is so short that it is better not left alone."""
    return len(chosen) > 1 and breaks.ends[-1] - breaks.starts[chosen[-2]] < available * _STUB


def balanced_lines(breaks: Breaks, available: float) -> list[int]:
    """Return which breaks to take so that lines are few, about as long, and no word is divided."""
    chosen = full_lines(breaks, available, 0.0)
    if len(chosen) == 1:
        return chosen
    narrow, wide = available / 2, available
    for _ in range(_HALVINGS):
        middle = (narrow + wide) / 2
        found = full_lines(breaks, middle, 0.0)
        if len(found) > len(chosen):
            narrow = middle
        else:
            chosen, wide = found, middle
    return chosen


def even_lines(breaks: Breaks, available: float, blank: float, loosest: float) -> list[int] | None:
    """Return which breaks to take so that lines are even; None where a line would be looser than `loosest` blanks.

    The costs are those of Knuth and Plass (1981); of the many ways to begin a paragraph, the best few are followed.
    """
    room = _Room(available, _TIGHTEST * blank, _LOOSE * blank, loosest * blank)
    layers: list[_Layer] = []
    starts = [(0.0, -1)]
    best = inf
    found: list[int] = []
    last = len(breaks.ends) - 1
    while starts:
        layer = _followed(breaks, room, starts)
        if last in layer:
            cost, index = layer.pop(last)
            ended = cost, [*_traced(layers, index), last]
            best, found = min((best, found), ended, key=itemgetter(0))
        layers.append(layer)
        starts = sorted([(cost, index) for index, (cost, _) in layer.items() if cost < best])[:_FOLLOWED]
    return found or None


class _Room(NamedTuple):
    """How long a line is; how much narrower a blank may be, how much wider it is when loose, and may be at all."""

    available: float
    narrower: float
    loose: float
    wider: float


# Of each break at which a line may end: what the lines up to there cost, and the break before it.
_Layer = dict[int, tuple[float, int]]


def _traced(layers: Sequence[_Layer], index: int) -> list[int]:
    chosen = []
    for layer in reversed(layers):
        chosen.append(index)
        index = layer[index][1]
    return chosen[::-1]


def _followed(breaks: Breaks, room: _Room, begun: Sequence[tuple[float, int]]) -> _Layer:
    """Return where a line may end that begins after any of these breaks, each with what the lines up to it cost."""
    ends, starts, blanks, costs, _, _ = breaks
    available, narrower, loose, wider = room
    last = len(ends) - 1
    layer: _Layer = {}
    for cost, index in begun:
        limit, before, divided = available, 0, 0.0
        if index >= 0:
            limit, before, divided = starts[index] + available, breaks.blanks_after(index), costs[index]
        reach = bisect_right(ends, limit, index + 1)
        while reach <= last and ends[reach] - limit <= narrower * (blanks[reach] - before):
            reach += 1
        for end in range(reach - 1, index, -1):
            spare, elastic = limit - ends[end], blanks[end] - before
            if spare < 0:
                badness = (spare / (narrower * elastic)) ** 2
            elif end == last:
                badness = 0.0
            elif spare > wider * elastic:
                break
            else:
                badness = (spare / (loose * elastic)) ** 3 if elastic else 0.0
            total = cost + (1 + badness) ** 2 + costs[end]
            if divided:
                total += divided * (_BEFORE_LAST if end == last else _IN_A_ROW if costs[end] else 0.0)
            if end == last and index >= 0 and available - spare < available * _STUB:
                total += _FRAGMENT_COST if divided and not elastic else _STUB_COST
            if end not in layer or total < layer[end][0]:
                layer[end] = (total, index)
    return layer
