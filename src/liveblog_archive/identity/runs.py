"""The longest run of a sequence: what kept its order, where everything else moved."""

from bisect import bisect_left
from collections.abc import Sequence


def longest_run(values: Sequence[int]) -> list[int]:
    """Return the indices of a longest strictly increasing run of `values`, in time n log n.

    >>> longest_run([3, 0, 1, 4, 2])
    [1, 2, 4]
    """
    ends: list[int] = []  # of the runs of each length, the index of the least last value
    tops: list[int] = []  # those values
    before: list[int] = []
    for index, value in enumerate(values):
        length = bisect_left(tops, value)
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [index]
        tops[length : length + 1] = [value]
    run = ends[-1:]
    while run and before[run[-1]] >= 0:
        run.append(before[run[-1]])
    return run[::-1]


def longest_either_way(values: Sequence[int]) -> tuple[list[int], bool]:
    """Return the longest run, increasing or decreasing, and whether it is decreasing: a page that was reversed."""
    upward, downward = longest_run(values), longest_run([-value for value in values])
    return (downward, True) if len(downward) > len(upward) else (upward, False)
