"""Where lines break: as full as they go, or all of a paragraph at once, so that no line is much looser than the next.

Lengths are in one unit, whichever it is. A paragraph is a row of places where a line may end; this module knows
neither words nor glyphs.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

# How much of a blank may be taken away, and how much wider it becomes before a line counts as loose.
_TIGHTEST = 0.18
_LOOSE = 0.55
# How much more a hyphen costs before the last line of a paragraph, and below another one.
_BEFORE_LAST, _IN_A_ROW = 4.0, 2.0
# How many of the best beginnings of a paragraph are followed up.
_FOLLOWED = 6
# How many blanks a line has at most that are taken into account when it is looked how far it may reach.
_BLANKS = 24


# Where the next line begins: the index of a word, and how many characters of it stand before the break.
Place = tuple[int, int]


class Breaks(NamedTuple):
    """Places where a line may end, from left to right; the last is the end of the paragraph.

    `ends` is where a line that ends here ends, `starts` where the next one starts; `blanks` counts the blanks before
    the place, `blanks_after` those before the next line; `costs` is how unwelcome the break is.
    """

    ends: Sequence[float]
    starts: Sequence[float]
    blanks: Sequence[int]
    blanks_after: Sequence[int]
    costs: Sequence[float]
    places: Sequence[Place]


def between_words(widths: Sequence[float], blank: float) -> Breaks:
    """Return the breaks of words with a blank between each."""
    starts = list(accumulate([width + blank for width in widths]))
    count = len(widths)
    return Breaks(
        [start - blank for start in starts],
        starts,
        range(count),
        range(1, count + 1),
        (0.0,) * count,
        [(word, 0) for word in range(1, count + 1)],
    )


def full_lines(breaks: Breaks, available: float) -> list[int]:
    """Return which breaks to take so that each line holds as much as fits."""
    chosen = []
    index, last = -1, len(breaks.ends) - 1
    while index < last:
        origin = breaks.starts[index] if index >= 0 else 0.0
        index = max(bisect_right(breaks.ends, origin + available + 1e-6, index + 1) - 1, index + 1)
        chosen.append(index)
    return chosen


def even_lines(breaks: Breaks, available: float, blank: float, loosest: float) -> list[int] | None:
    """Return which breaks to take so that lines are even; None where a line would be looser than `loosest` blanks.

    The costs are those of Knuth and Plass (1981); of the many ways to begin a paragraph, the best few are followed.
    """
    last = len(breaks.ends) - 1
    layers: list[dict[int, tuple[float, int]]] = []
    layer = {-1: (0.0, -1)}
    best: tuple[float, int] | None = None
    while layer:
        following: dict[int, tuple[float, int]] = {}
        for index, (cost, _) in layer.items():
            for end, line_cost in _line_ends(breaks, index, available, blank, loosest):
                total = cost + line_cost
                if end not in following or total < following[end][0]:
                    following[end] = (total, index)
        layers.append(following)
        if last in following and (best is None or following[last][0] < best[0]):
            best = (following[last][0], len(layers))
        open_ended = sorted((found[0], index) for index, found in following.items() if index != last)
        layer = {index: following[index] for _, index in open_ended[:_FOLLOWED]}
    return _traced(layers[: best[1]], last) if best else None


def _traced(layers: Sequence[dict[int, tuple[float, int]]], last: int) -> list[int]:
    chosen = []
    index = last
    for layer in reversed(layers):
        chosen.append(index)
        index = layer[index][1]
    return chosen[::-1]


def _line_ends(breaks: Breaks, index: int, available: float, blank: float, loosest: float) -> list[tuple[int, float]]:
    """Return where a line that begins after a break may end, and what each end costs: demerits, as in TeX."""
    ends, blanks, costs = breaks.ends, breaks.blanks, breaks.costs
    origin = breaks.starts[index] if index >= 0 else 0.0
    before = breaks.blanks_after[index] if index >= 0 else 0
    last = len(ends) - 1
    found = []
    reach = origin + available + _TIGHTEST * blank * _BLANKS
    for end in range(bisect_right(ends, reach, index + 1) - 1, index, -1):
        spare = available - ends[end] + origin
        elastic = (blanks[end] - before) * blank
        if spare < 0:
            if -spare > _TIGHTEST * elastic:
                continue
            badness = (spare / (_TIGHTEST * elastic)) ** 2
        elif end == last:
            badness = 0.0
        elif spare > loosest * elastic:
            break
        else:
            badness = (spare / (_LOOSE * elastic)) ** 3 if elastic else 0.0
        divided = costs[index] if index >= 0 else 0.0
        again = divided * (_BEFORE_LAST if end == last else _IN_A_ROW if costs[end] else 0.0)
        found.append((end, (1 + badness) ** 2 + costs[end] + again))
    return found
