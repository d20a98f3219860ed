"""Times in four figures, `1832:`, as newsrooms print them that write times without a colon.

They look like years. So they count only where nothing else sets the entries of a text apart, and where the whole of
it tells that they are none: each number that begins a line in the same way is a time, and one of them is no year of
which people write chronicles, nor one to come that people make plans for. Before a sentence without any mark between
they count where they run in one direction, too.
"""

import re
from collections.abc import Sequence

from .label import Label, Labelled

_FIGURES = re.compile(
    r"(?P<label>[\[(*]{0,3}(?P<hour>\d\d)(?P<minute>\d\d)(?:\s?(?:hrs?|hours|h|Uhr|uur))?[\])*]{0,3}"
    r"(?:\s?[:.|–—-](?=\s|$)|(?<=[\])*])|$))\s*"
)
_BARE = re.compile(r"(?P<label>(?P<hour>\d\d)(?P<minute>\d\d))\s+(?=[“„«\"‘'(]?(?P<first>[^\W\d_]))")
_FEWEST_BARE = 3
LONGEST = 16  # characters of such a time
_HOURS, _MINUTES = 24, 60
_YEARS = range(1500, 2100)
_ROUND = 5


def times_in_figures(lines: Sequence[str], year: int | None = None) -> dict[int, Labelled]:
    """Return the times in four figures that lines begin with, by their places, and what follows each.

    None are found where one of these numbers is no time of day, or all may be years; `year` is that of the text.
    """
    found = _matches(_FIGURES, lines) or _before_sentences(lines)
    if not all(int(match["hour"]) < _HOURS and int(match["minute"]) < _MINUTES for match in found.values()):
        return {}
    if all(_may_be_year(int(f"{match['hour']}{match['minute']}"), year) for match in found.values()):
        return {}
    return {at: (_label(match), lines[at][match.end() :]) for at, match in found.items()}


def _matches(pattern: re.Pattern[str], lines: Sequence[str]) -> dict[int, re.Match[str]]:
    return {at: match for at, line in enumerate(lines) if (match := pattern.match(line)) is not None}


def _before_sentences(lines: Sequence[str]) -> dict[int, re.Match[str]]:
    """Return the numbers that most lines begin with before a sentence, where they run in one direction."""
    found = {at: match for at, match in _matches(_BARE, lines).items() if match["first"].isupper()}
    run = [int(match["label"]) for match in found.values()]
    are_many = len(run) >= max(_FEWEST_BARE, sum(map(bool, lines)) / 2)
    return found if are_many and run in (sorted(run), sorted(run, reverse=True)) else {}


def _may_be_year(number: int, year: int | None) -> bool:
    """Tell whether people may write of a year: a past one, or, as seen from `year`, a round one to come."""
    return number in _YEARS and (year is None or number <= year or number % _ROUND == 0)


def _label(match: re.Match[str]) -> Label:
    hour, minute = int(match["hour"]), int(match["minute"])
    return Label(match["label"].rstrip(), "clock", hour, minute, "four digits", strong=True)
