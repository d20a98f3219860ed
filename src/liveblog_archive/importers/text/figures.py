"""Times in four figures, `1832:`, as newsrooms print them that write times without a colon.

They look like years. So they count only where nothing else sets the entries of a text apart, and where the whole of
it tells that they are none: each number that begins a line in the same way is a time, and one of them is no year of
which people write chronicles.
"""

import re
from collections.abc import Sequence

from .labels import Label, Labelled

_FIGURES = re.compile(
    r"(?P<label>[\[(*]{0,3}(?P<hour>\d\d)(?P<minute>\d\d)(?:\s?(?:hrs?|hours|h|Uhr|uur))?[\])*]{0,3}"
    r"(?:\s?[:.|–—-](?=\s|$)|(?<=[\])*])|$))\s*"
)
LONGEST = 16  # characters of such a time
_HOURS, _MINUTES = 24, 60
_YEARS = range(1500, 2100)


def times_in_figures(lines: Sequence[str]) -> dict[int, Labelled]:
    """Return the times in four figures that lines begin with, by their places, and what follows each.

    None are found where one of these numbers is no time of day, or all may be years.
    """
    found = {at: match for at, line in enumerate(lines) if (match := _FIGURES.match(line)) is not None}
    clocks = [(int(match["hour"]), int(match["minute"])) for match in found.values()]
    if any(hour >= _HOURS or minute >= _MINUTES for hour, minute in clocks):
        return {}
    if all(100 * hour + minute in _YEARS for hour, minute in clocks):
        return {}
    return {at: (_label(match), lines[at][match.end() :]) for at, match in found.items()}


def _label(match: re.Match[str]) -> Label:
    hour, minute = int(match["hour"]), int(match["minute"])
    return Label(match["label"].rstrip(), "clock", hour, minute, None, None, None, "four digits", strong=True)
