"""A time label: the clock that is printed, and what a match of the table of clocks, or a paragraph, means as one."""

import re
from datetime import timedelta
from typing import Literal

from attrs import define, evolve, field

from ..abbreviations import named
from .clocks import (
    CAPITALIZED,
    CLOCKS,
    LABEL,
    MAY_TELL_AGAIN,
    SPOKEN,
    clock_of,
    may_be_date,
    style_of,
    told_again,
)
from .days import Day
from .margins import ABOUT, in_24_hours, lasting

_AGO = re.compile(r"(?:ago|fa|geleden|atrás|temu|önce|назад|тому)(?!\w)", re.IGNORECASE)
# `Update, 14:05: The pumps run` begins an entry, as what is numbered does; `Updated at 14:05` is of a change.
_NEWS = re.compile(r"(?:update|erstmeldung|ursprungsmeldung)\W*|.*\d\W*", re.IGNORECASE)
_PAIRED = re.compile(r"\*\*|__|\+{2,}|\|")
_CROSSES = re.compile(r"\+{2,}")
# `14:05Jane Doe`, as a browser's copy has it, and not `12.50Euro`.
_CAPITALIZED = re.compile(CAPITALIZED)
_NUMBER = re.compile(r"\d\.\d+$")
_LEAD = r"(?:(?:at|on|um|à|a|alle|at the time of|в|о|kl\.?|om|saat|ժամը|saatlarda)\s)?"
_PROSE = tuple(
    re.compile(rf"(?P<text>{_LEAD}(?:{ABOUT})\s?(?:the\s|at\s|um\s)?(?:{clock}))(?:[\s,.;:]|$)", re.IGNORECASE)
    for _, clock, _ in CLOCKS
)
_OPENING = re.compile(r"(?P<words>[^\d]{1,40})\d")
_BEFORE_A_CHANGE = " \t,;·|/–—-"


@define(eq=False, weakref_slot=False)
class Label:
    """A printed time: what was printed, and the clock it means. One and the same stands for many lines.

    `minutes` count from midnight, or those of play; 24:00 is the end of its day. `clock` is None for all but times.
    `since_midnight` is how far it is into its day, of 24:00 into the next.

    `style` is the name of its row in `CLOCKS`; `strong` tells that punctuation or brackets set it off, or that it
    stands alone; `day` is the day that it names itself. Only a `clock` means a time of day: `impossible` is a slip
    such as 25:61, `counter` counts minutes or balls of play, `relative` the minutes since, when the page was saved;
    `unclear` lacks a.m. or p.m. A `trailing` label ends its line; beside a `named` one stands who wrote the entry, or
    when it was changed, and no text.
    `said` tells that a word such as `Updated` introduces it, `loose_zone` that its zone may be a word of the text.
    `about` is the unit in which a time such as `ca. 3 p.m.` is told, `lasting` the minutes until the end of a range.
    """

    text: str
    reading: Literal["clock", "impossible", "counter", "relative", "unclear"]
    hour: int
    minute: int
    style: str
    strong: bool
    second: int | None = None
    zone: str | None = None
    day: Day | None = None
    trailing: bool = False
    said: bool = False
    loose_zone: bool = False
    named: bool = False
    about: Literal["hour", "minute"] | None = None
    lasting: int | None = None
    minutes: int = field(init=False)
    clock: int | None = field(init=False)
    since_midnight: timedelta = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.minutes = self.hour * 60 + self.minute
        self.clock = self.minutes if self.reading == "clock" else None
        self.since_midnight = timedelta(hours=self.hour % 24, minutes=self.minute, seconds=self.second or 0)

    @property
    def dated(self) -> bool:
        """True where the day that it names has a date, and is no mere weekday or `Today`."""
        return self.day is not None and not self.day.bare


# A label, and the text that follows it on its line, or precedes a trailing one.
Labelled = tuple[Label, str]


def label_of(match: re.Match[str], line: str, day: Day | None) -> Labelled | None:
    """Return the label that a match means, and what follows it; None where it is a score or goes on as text."""
    last, rest = match, line[match.end() :]
    if rest[:1] in MAY_TELL_AGAIN and (again := told_again(match, line)) is not None:
        last, rest = again, line[again.end() :]
    opening, zone, at, said, about = match.group("open", "zone", "at", "said", "about")
    close, gap = last.group("close", "gap")
    if rest and not close and not gap and not _begins_word(match[0], rest):
        return None
    mark = _PAIRED.search(opening) or _CROSSES.search(close)
    closing = ""
    if mark and rest.endswith(mark[0]):  # **14:05 Title** and 14:05 +++ Title +++: the second mark is the label's
        bare = rest.removesuffix(mark[0]).rstrip()
        rest, closing = bare, rest[len(bare) :]
    style = style_of(match)
    if style.name == "h" and _AGO.match(rest):
        return None  # "2h ago" is no time of day
    if day is None and not match["oclock"] and may_be_date(match, style):
        return None
    hour, minute = clock_of(match, style)
    second = int(match[style.second]) if style.second and match[style.second] else None
    possible = (0 <= hour < 24 or (hour == 24 and minute == 0)) and minute < 60 and (second or 0) < 60
    if not possible and not (hour < 30 and minute < 100):
        return None  # 78:65 is a score; 25:61 a time that somebody mistyped
    if (at or about) and rest and (not close.strip() or rest[0].islower()):
        return None
    text = line[: last.end("close")].rstrip() if close.strip() else line[: last.start("close")].rstrip()
    is_set_off = bool(close.strip(" .") or opening.strip("–—-•>· "))
    label = Label(
        text=text + closing,
        reading="clock" if possible else "impossible",
        hour=hour,
        minute=minute,
        second=second,
        zone=zone and named(zone),
        day=day,
        style=style.name if day is None else f"date and {style.name}",
        strong=not rest or is_set_off or last is not match or day is not None,
        said=said is not None and not begins_news(said, close, rest),
        loose_zone=zone is not None and bool(rest) and not close and zone[-1].isalpha() and last is match,
        about=("minute" if style.minute and match[style.minute] else "hour") if about else None,
        lasting=lasting(match, 60 * hour + minute),
    )
    return label, rest


def spoken_label(line: str) -> Labelled | None:
    """Return the label that a word such as `Noon` is, alone or set off from what follows it; or None."""
    match = SPOKEN.match(line)
    if match is None:
        return None
    zone, close, noon = match.group("zone", "close", "noon")
    rest = line[match.end() :]
    if rest and not close.strip(" ."):
        return None
    text = line[: match.end()].rstrip()
    stated = zone and named(zone)
    return Label(text, "clock", 12 if noon else 0, 0, "spoken", strong=True, zone=stated), rest


def with_day_after(match: re.Match[str], line: str, day: Day | None, after: str) -> Labelled | None:
    """Return the label of a match with the day behind it, and what comes `after` that; None where there is no day."""
    found = label_of(match, line[: match.end()], day) if day is not None else None
    return (evolve(found[0], text=line[: len(line) - len(after)].rstrip()), after) if found else None


def before_change(match: re.Match[str], line: str) -> Labelled | None:
    """Read `Published at 16:41 BST  Updated 16:58 BST`: when there was news, then when it was changed."""
    rest = line[match.end() :].lstrip(_BEFORE_A_CHANGE) if match["said"] else ""
    change = LABEL.fullmatch(rest)
    found = label_of(match, line[: match.end()], None) if change and change["said"] else None
    return found and (evolve(found[0], text=line.removesuffix(rest).rstrip(), named=True), rest)


def begins_news(said: str, close: str, rest: str) -> bool:
    """Tell whether a word before a time says that there is news, which follows behind what closes the label."""
    return bool(rest and close.strip()) and _NEWS.fullmatch(said) is not None


def prose_time(line: str) -> Label | None:
    """Return the approximate time that `line` opens with, as in `At approximately 3 p.m., …`, or None."""
    if _OPENING.match(line) is None:
        return None
    for pattern in _PROSE:
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


def _begins_word(clock: str, rest: str) -> bool:
    """Tell whether a word or name is put right behind a clock, and not behind a number."""
    return _CAPITALIZED.match(rest) is not None and _NUMBER.search(clock) is None
