"""The timeline put together from a blog."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta, tzinfo
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from ...citation.wording import first_words, one_line
from ...model import Entry, LiveBlog
from ..furniture import Furniture
from ..instants import Instants, axis_zone, clock, placed, seconds
from .axis import Axis, shown_runs
from .labels import Event, Measure, label
from .scale import Bin, Cut, Stretch, bins, cuts, nights
from .ticks import Tick, ticks
from .units import DAY, MINUTE, at, edges, step_for

# No live blog is older than the press that made the first: other years are mistakes, and would squeeze all the rest.
_YEARS = range(1900, 2200)
# A shorter pause is not worth a word.
_WORTH_A_WORD = timedelta(hours=1)
# Over more than these, in seconds, a time alone does not tell the day.
_FEW_DAYS = 3 * DAY


class Timeline(NamedTuple):
    """A timeline in a box one wide; see the classes of its parts for what their numbers mean.

    `bins` are steps of `unit` seconds; their counts add up to `drawn`, and `undrawn` entries have no time of day (or
    one in no year that a live blog could be of). `headlined` tells that `events` are the entries with a headline, as
    none is marked as a key event. `alternative` says in a few sentences what the figure shows.
    """

    bins: tuple[Bin, ...]
    unit: int
    cuts: tuple[Cut, ...]
    nights: tuple[Stretch, ...]
    ticks: tuple[Tick, ...]
    events: tuple[Event, ...]
    headlined: bool
    lanes: int
    drawn: int
    undrawn: int
    alternative: str

    @property
    def peak(self) -> int:
        """How many entries the fullest step has."""
        return max(step.count for step in self.bins)


def timeline(
    blog: LiveBlog,
    furniture: Furniture,
    entries: Sequence[Entry],
    *,
    measure: Measure,
    most_bins: int,
    widest: float = 0.0,
    lanes: int = 0,
) -> Timeline | None:
    """Return the timeline of those `entries` of `blog` that are shown; None without any time of day.

    `measure` returns the width of a text as a part of the width of the axis. There are at most about `most_bins`
    steps (ten or more), and labels at most `widest` wide in at most `lanes` lanes: without a lane no events either.
    """
    zone = axis_zone(blog)
    instants = Instants(instant for instant, _ in _timed(entries, zone))
    if not instants:
        return None
    unit, boundaries = _steps(instants, most_bins, zone)
    axis = Axis.over([(steps[0], steps[-1]) for steps in boundaries])
    rough = Instants(instant for instant, _ in _timed(filter(_rough, entries), zone))
    steps = bins(axis, boundaries, instants, rough, zone)
    key = sum(1 for _ in _timed(filter(_key, entries), zone))
    dated = instants.last - instants.first > _FEW_DAYS
    told = _in_order(filter(_key if key else _headline, entries), zone) if lanes else ()
    names = ((one, axis.x(instant), _name(one, at(instant, zone), furniture, dated=dated)) for instant, one in told)
    events = label(list(names), measure, widest, lanes)
    return Timeline(
        bins=steps,
        unit=unit,
        cuts=cuts(axis, zone),
        nights=nights(axis, zone),
        ticks=ticks(axis, zone, furniture, measure),
        events=events,
        headlined=not key,
        lanes=max((event.label.lane + 1 for event in events if event.label), default=0),
        drawn=len(instants),
        undrawn=len(entries) - len(instants),
        alternative=_in_words(steps, instants, key, furniture, zone),
    )


def _timed(entries: Iterable[Entry], zone: tzinfo | None) -> Iterator[tuple[float, Entry]]:
    """Yield the entries that have a place on the axis, and their instants."""
    for entry in entries:
        if (value := _drawable(entry, zone)) is not None:
            yield seconds(value), entry


def _in_order(entries: Iterable[Entry], zone: tzinfo | None) -> list[tuple[float, Entry]]:
    return sorted(_timed(entries, zone), key=lambda pair: pair[0])


def _drawable(entry: Entry, zone: tzinfo | None) -> datetime | None:
    value = clock(entry)
    return placed(value, zone) if value is not None and value.year in _YEARS else None


def _rough(entry: Entry) -> bool:
    return entry.time is not None and entry.time.qualifier == "approximate"


_key, _headline = attrgetter("key_event"), attrgetter("headline")


def _steps(instants: Instants, most: int, zone: tzinfo | None) -> tuple[int, list[list[float]]]:
    """Return the unit of the steps, and their boundaries for each run of the axis.

    What is cut out is longer than all that is shown, and so than many steps: those of two runs never meet.
    """
    runs = shown_runs(instants)
    unit = step_for(max(sum(end - start for start, end in runs), MINUTE), most)
    return unit, [edges(start, end, unit, zone) for start, end in runs]


def _name(entry: Entry, value: datetime, furniture: Furniture, *, dated: bool) -> str:
    """Return the time in whole minutes, after the day where the axis names too few of them, and the first words.

    Day and time are joined by no-break spaces: they are one word to those who shorten a name.
    """
    words = one_line(entry.headline or "") or first_words(entry.text)
    day = furniture.short_day(value) if dated else ""
    when = f"{day} {furniture.clock(value.replace(second=0, microsecond=0))}".strip().replace(" ", "\u00a0")
    return f"{when} {words}".strip()


def _in_words(steps: Sequence[Bin], instants: Instants, key: int, furniture: Furniture, zone: tzinfo | None) -> str:
    """Return what a reader who does not see the figure needs: from when to when, the peak, key events, the pause."""
    say, moment = furniture.say, furniture.moment
    first, last = at(instants.first, zone), at(instants.last, zone)
    begin = moment if first.utcoffset() == last.utcoffset() else furniture.instant
    said = [say("figure-span", n=len(instants), first=begin(first), last=furniture.instant(last))]
    most = max(step.count for step in steps)
    fullest, *others = (step for step in steps if step.count == most)
    if most > 1 and not others:
        said.append(say("figure-peak", n=fullest.count, start=moment(fullest.start), end=_end(fullest, furniture)))
    if key:
        said.append(say("figure-key", n=key))
    times = (at(instant, zone) for instant in instants)
    pauses = ((after - before, before, after) for before, after in pairwise(times))
    longest = max(pauses, key=lambda pause: pause[0], default=None)
    if longest is not None and longest[0] >= _WORTH_A_WORD:
        said.append(say("figure-pause", first=moment(longest[1]), last=moment(longest[2])))
    return " ".join(said)


def _end(step: Bin, furniture: Furniture) -> str:
    one_day = step.start.date() == step.end.date()
    return furniture.clock(step.end) if one_day else furniture.moment(step.end)
