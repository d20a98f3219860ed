"""Where a clock begins and ends that a browser's copy has put together with what stood beside it on the page.

`3 March 202614:05`, `14:053 March 2026`, `14:05Jane Doe`.
"""

import re

from .clocks import CAPITALIZED, LABEL

_BEFORE_AN_HOUR = re.compile(r"(?:(?:19|20)\d\d|(?<=\d-)\d\d)(?=\d)")
_BEFORE_A_DIGIT = re.compile(r"\d\d?[:.hH]\d\d(?=\d)")
_NUMBER = re.compile(r"\d\.\d+$")
_CAPITALIZED = re.compile(CAPITALIZED)


def start_of_number(line: str, place: int) -> int:
    """Return where the number begins that stands at `place`, behind a year or day that is put before an hour."""
    start = place
    while start and line[start - 1].isdecimal():
        start -= 1
    date = _BEFORE_AN_HOUR.match(line, start, place + 1)
    return start if date is None else date.end()


def clock_before_day(line: str) -> re.Match[str] | None:
    """Return the match of the clock that a line begins with, where a number is put behind it."""
    clock = _BEFORE_A_DIGIT.match(line)
    return LABEL.fullmatch(clock[0]) if clock else None


def begins_word(clock: str, rest: str) -> bool:
    """Tell whether a word or name is put right behind a clock, and not, as in `12.50Euro`, behind a number."""
    return _CAPITALIZED.match(rest) is not None and _NUMBER.search(clock) is None
