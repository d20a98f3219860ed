"""The density timeline as a drawing: bars that lead to the first entry of their time, in percent of any width."""

from bisect import bisect_right
from collections.abc import Iterable

from attrs import frozen

from ...model import Entry, local_of
from ...overview.instants import clock, placed, seconds
from ...overview.timeline import Timeline
from .words import Words


@frozen(kw_only=True)
class Bar:
    """A step of time that has entries; places and sizes are in percent of the drawing."""

    x: str
    width: str
    y: str
    height: str
    local: str
    label: str


@frozen(kw_only=True)
class Mark:
    """A name whose middle stands at a place of the axis."""

    x: str
    text: str
    row: int


@frozen(kw_only=True)
class Figure:
    """All that is drawn, and what it shows in words."""

    bars: tuple[Bar, ...]
    nights: tuple[tuple[str, str], ...]
    marks: tuple[Mark, ...]
    alternative: str


def letter_width(text: str) -> float:
    """Return about how much of the narrowest page, 280 pixels of a phone, a name takes."""
    return len(text) * 7 / 280


def figure(line: Timeline, entries: Iterable[Entry], words: Words) -> Figure:
    """Return the drawing of a timeline of `entries`; it runs from the right where its language does."""
    mirrored = words.furniture.right_to_left
    leaders = _leaders(line, entries)
    bars = []
    for number, step in enumerate(line.bins):
        if not step.count:
            continue
        left = 1 - step.right if mirrored else step.left
        time = words.furniture.instant(step.start)
        bars.append(
            Bar(
                x=_percent(left),
                width=_percent(max(step.right - step.left, 0.003)),
                y=_percent(1 - max(step.height, 0.06)),
                height=_percent(max(step.height, 0.06)),
                local=leaders[number],
                label=words("jump", n=words.furniture.say("entries", n=step.count), time=time),
            )
        )
    nights = tuple(
        (_percent(1 - night.right if mirrored else night.left), _percent(night.right - night.left))
        for night in line.nights
    )
    return Figure(bars=tuple(bars), nights=nights, marks=tuple(_marks(line, mirrored)), alternative=line.alternative)


def _marks(line: Timeline, mirrored: bool) -> list[Mark]:
    hours = any(tick.kind == "hour" for tick in line.ticks)
    found = []
    for tick in line.ticks:
        centre = (tick.left + tick.right) / 2
        found.append(
            Mark(
                x=_percent(1 - centre if mirrored else centre),
                text=tick.text,
                row=2 if tick.kind == "day" and hours else 1,
            )
        )
    return found


def _leaders(line: Timeline, entries: Iterable[Entry]) -> dict[int, str]:
    """Return the local id of the earliest entry in each step, of equals the first, by the number of the step."""
    zone = line.bins[0].start.tzinfo
    starts = [seconds(step.start) for step in line.bins]
    ends = [seconds(step.end) for step in line.bins]
    found: dict[int, tuple[float, Entry]] = {}
    for entry in entries:
        if (value := clock(entry)) is None:
            continue
        instant = seconds(placed(value, zone))
        number = bisect_right(starts, instant) - 1
        if number >= 0 and instant < ends[number] and (number not in found or instant < found[number][0]):
            found[number] = instant, entry
    return {number: local_of(entry.id) for number, (_, entry) in found.items()}


def _percent(share: float) -> str:
    return f"{share * 100:.2f}%"
