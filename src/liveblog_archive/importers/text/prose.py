"""Prose times: a paragraph that opens with an approximate time of day and so begins an entry of its own."""

import re
from typing import Literal

from .clocks import CLOCKS
from .label import Label
from .margins import ABOUT, in_24_hours

_LEAD = r"(?:(?:at|on|um|à|a|alle|at the time of|в|о|kl\.?|om|saat|ժամը|saatlarda)\s)?"
_PATTERNS = tuple(
    re.compile(rf"(?P<text>{_LEAD}(?:{ABOUT})\s?(?:the\s|at\s|um\s)?(?:{clock}))(?:[\s,.;:]|$)", re.IGNORECASE)
    for _, clock, _ in CLOCKS
)
_OPENING = re.compile(r"(?P<words>[^\d]{1,40})\d")


def prose_time(line: str) -> Label | None:
    """Return the approximate time that `line` opens with, as in `At approximately 3 p.m., …`, or None."""
    if _OPENING.match(line) is None:
        return None
    for pattern in _PATTERNS:
        if match := pattern.match(line):
            parts = match.groupdict()
            hour, minute = int(parts["h"]), int(parts.get("m") or 0)
            if parts.get("p"):
                hour = in_24_hours(hour, parts["p"])
            if hour > 23 or minute > 59:
                return None
            about: Literal["hour", "minute"] = "minute" if parts.get("m") else "hour"
            return Label(match["text"], "clock", hour, minute, "prose", strong=False, about=about)
    return None
