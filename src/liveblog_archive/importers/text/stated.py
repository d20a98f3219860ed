"""The day of times that name none: from what a source states of when it began and when it was last changed.

The newest entry is not younger than the last change, and the oldest is not much older than the beginning; where both
are stated, the one that is nearer to an entry counts.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from attrs import evolve, frozen

from ...model import Entry, LiveBlog, Note
from ...model.order import Order
from ...zones import Zone, zone
from ..options import Options
from .assembly import DatedText
from .days import Day
from .labelled import LabelledText

_DAY = timedelta(days=1)
_SLACK = timedelta(minutes=15)  # between the last entry and the last change, by clocks that differ
_EARLY = timedelta(hours=12)  # more before the beginning is after the next midnight
_IN_AN_ADDRESS = re.compile(
    r"(?<!\d)(?P<y>20\d\d)(?P<s>[/_-]?)(?:(?P<m>0[1-9]|1[0-2]|(?<=/)[1-9](?=/))|(?P<name>[a-z]{3}))(?P=s)"
    r"(?P<d>[0-2]\d|3[01]|(?<=/)[1-9])(?:\d{4}(?:\d\d)?)?(?!\d)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@frozen
class Told:
    """When something happened by a source, which may be a day alone, and where, or in which line, it says so."""

    when: date
    where: str
    line: int | None = None

    @property
    def day(self) -> date:
        """The day of it."""
        return _day(self.when)

    @property
    def without_time(self) -> "Told":
        """The day of it alone."""
        return evolve(self, when=self.day)

    def local(self, zone: Zone) -> date:
        """Return it on the clock of a zone; without an offset it is there already."""
        if isinstance(self.when, datetime) and self.when.tzinfo is not None:
            return self.when.astimezone(zone).replace(tzinfo=None)
        return self.when


@frozen
class Stated:
    """What a page states of when it began (`first`) and was last changed (`last`)."""

    first: Told | None
    last: Told | None

    @property
    def any_day(self) -> date | None:
        """Either of the days; None where nothing is stated."""
        told = self.first or self.last
        return told.day if told else None

    def spans(self, oldest: timedelta, newest: timedelta, zone: Zone | None) -> bool:
        """Tell whether clocks lie between the beginning and the last change of a page, and these on one day."""
        if self.first is None or self.last is None or self.first is self.last:
            return False
        begun, ended = (told.local(zone) if zone else told.when for told in (self.first, self.last))
        is_after = isinstance(begun, datetime) and _clock(begun) - _SLACK > oldest
        is_before = isinstance(ended, datetime) and _clock(ended) + _SLACK < newest
        return _day(begun) == _day(ended) and not (is_after or is_before)

    def doubt(self, walls: Sequence[datetime], zone: Zone) -> str:
        """Return what to say of times on the clock of a zone that are half a day before or behind it; or nothing.

        They are on no day that fits both its beginning and its last change.
        """
        if self.first is self.last:
            return ""  # which may be either
        begun, ended = (told and told.local(zone) for told in (self.first, self.last))
        early = sum(_is_before(wall + _EARLY, begun) for wall in walls) if begun else 0
        late = sum(_is_before(ended, wall - _EARLY) for wall in walls) if ended else 0
        return f"; not between its beginning and its last change: {early + late}" if early or late else ""


def _clock(when: datetime) -> timedelta:
    return when.replace(tzinfo=None) - datetime.combine(when.date(), time())


def _is_before(first: date, second: date) -> bool:
    """Tell whether one time is before another, which may be a day."""
    if isinstance(first, datetime) and isinstance(second, datetime):
        return first < second
    return _day(first) < _day(second)


def in_address(url: str | None) -> Told | None:
    """Return the day that stands in the address of a page, as in `/2026/03/04/`, `/2026/mar/04/` and `-20260304-`.

    What stands before another address in it is the address of a copy, and says when that was made.
    """
    for match in _IN_AN_ADDRESS.finditer((url or "").rpartition("://")[2]):
        month = match["m"] or (match["name"] in _MONTHS and _MONTHS.index(match["name"]) + 1)
        try:
            return Told(date(int(match["y"]), int(month), int(match["d"])), f"the address {url}")
        except ValueError:
            continue
    return None


def undated(entries: Iterable[Entry]) -> int:
    """Return how many entries have a time of no known day."""
    return sum(entry.time is not None and entry.time.value is None for entry in entries)


class OnDays(NamedTuple):
    """A text on the days that are stated for it, what to say of that, and whether no other days are possible."""

    text: DatedText
    note: Note
    is_sure: bool


def on_days(labelled: LabelledText, found: DatedText, options: Options, stated: Stated) -> OnDays | None:
    """Return the text as `found` with the stated days for its times without one; None where that gives none a day.

    It is dated from either stated day, and once more from the day that is as far from that as its times, which move
    with it, are from the stated ones. If they do not move, days beside them tell all but their year. None as well
    where times are on days that do not fit all that is stated, and nothing makes these sure.
    """
    if stated.any_day is None:
        return None
    tried = labelled.dated(evolve(options, date=stated.any_day))
    walls = _walls(found, tried)
    if not walls:
        return None
    moving = _moving(labelled, found, walls)
    steps, told, is_sure = _shift(stated, zone(str(tried.blog.timezone)), [*moving.values()], tried.blog.order)
    if labelled.begins_on_weekday:
        steps, is_sure = 0, True  # it is that day of the week
    day = stated.any_day + timedelta(steps)
    moved = labelled.dated(evolve(options, date=day)) if steps else tried
    now = _walls(found, moved)
    have_moved = all(now.get(at) == wall + timedelta(steps) for at, wall in moving.items())
    lacks_year = any(note.code == "date-missing" and note.text.startswith("no year") for note in found.notes)
    text = moved if have_moved else tried
    if (lacks_year and len(moving) == len(walls)) or not have_moved:
        said = f"the year {day.year}, from {told.where}; none is printed beside the days"
    else:
        doubt = stated.doubt([*now.values()], zone(str(text.blog.timezone)))
        if doubt and not is_sure:
            return None
        said = f"{day}, from {told.where}; no day is printed beside the first times{doubt}"
    note = Note(code="date-inferred", text=said, line=told.line)
    if lacks_year and not is_sure:  # days beside all of them stay, whatever day the text is dated from
        is_sure = _walls(found, labelled.dated(evolve(options, date=day - _DAY))) == now
    return OnDays(text, note, is_sure or not have_moved)


def _walls(found: DatedText, dated: DatedText) -> dict[int, datetime]:
    """Return the times, on the clock of their zone, that a text has when it is `dated` and not as it was `found`.

    They stand by the places of their entries.
    """
    return {
        at: value.replace(tzinfo=None)
        for at, (before, entry) in enumerate(zip(found.blog.entries, dated.blog.entries, strict=True))
        if before.time and before.time.value is None
        if isinstance(value := entry.time and entry.time.value, datetime)
    }


def _moving(labelled: LabelledText, found: DatedText, walls: Mapping[int, datetime]) -> dict[int, datetime]:
    """Return those of the `walls` by which to tell how far the text moves with its first day.

    They are those above all lines that print a day; where none are, those in no such line, though mostly they have
    their days from one above; else all, of whose days only the year is missing.
    """
    printed = {row.number - 1 for row in labelled.rows if (row.label.dated if row.label else _is_date(row.day))}
    first = min(printed, default=found.places[-1].stop)
    places = found.places
    ranks = {at: (places[at].stop > first) + (not printed.isdisjoint(places[at])) for at in walls}
    surest = min(ranks.values())
    return {at: wall for at, wall in walls.items() if ranks[at] == surest}


def _is_date(day: Day | None) -> bool:
    return day is not None and not day.bare


def steps_to(stated: Stated, walls: Sequence[datetime], blog: LiveBlog) -> tuple[int, Told | None]:
    """Return by how many days a blog with times at `walls` has to be moved to the stated ones, and who says so.

    Nobody does where that is none, or not sure.
    """
    days, told, is_sure = _shift(stated, zone(str(blog.timezone)), walls, blog.order)
    return (days, told) if is_sure and days else (0, None)


def _shift(stated: Stated, zone: Zone, walls: Sequence[datetime], order: Order) -> tuple[int, Told, bool]:
    """Return by how many days entries at `walls` have to be moved to be of the stated days, who says so, and surely.

    `walls` are their times on the clock of the zone, as of any first day. Something must be stated. It is
    sure where the two are less than half a day apart, or no other day is possible; or where a date that may be of
    either stands next to the oldest.
    """
    found = []
    if stated.last is not None:
        found.append((*_shift_to_last(stated.last.local(zone), max(walls)), stated.last))
    if stated.first is not None:
        found.append((*_shift_to_first(stated.first.local(zone), min(walls)), stated.first))
    if order == "oldest-first":
        found.reverse()
    days, distance, told = min(found, key=lambda one: one[1])
    is_next = stated.first is stated.last and order == "oldest-first"
    ends = {wall.date() + timedelta(days) for wall in (min(walls), max(walls))}
    is_one = len({one[0] for one in found}) == 1 and _day(told.local(zone)) in ends
    return days, told, distance < _EARLY or is_next or is_one


def _shift_to_last(last: date, newest: datetime) -> tuple[int, timedelta]:
    """Return the days to move the newest entry to its day, and how far from the last change it then is."""
    if not isinstance(last, datetime):
        return (last - newest.date()).days, _EARLY
    days = (last + _SLACK - newest) // _DAY
    return days, abs(last - newest - days * _DAY)


def _shift_to_first(first: date, oldest: datetime) -> tuple[int, timedelta]:
    """Return the days to move the oldest entry to the day of the beginning, or, after a night, to the next."""
    days = (_day(first) - oldest.date()).days
    if not isinstance(first, datetime):
        return days, _EARLY
    early = first - oldest - days * _DAY
    return (days, abs(early)) if early <= _EARLY else (days + 1, _DAY - early)


def _day(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when
