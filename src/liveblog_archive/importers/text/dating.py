"""From printed times to moments: years, days, midnights, zones and the hours that a clock repeats or skips."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from datetime import timezone as fixed_offset
from typing import NamedTuple

from attrs import Factory, define

from ...model import Moment, Note, ready
from ...model.moment import UNITS, Precision, Qualifier, after
from ...model.order import Order
from ...zones import Zone
from .. import clock_changes
from ..abbreviations import offsets
from .days import Day
from .direction import ordinal
from .draft_days import DraftDay, days_of, nearest, of_pins, on_weekday, shifted, weeks_to
from .drafts import Draft, pins
from .halves import INFERRED
from .label import Label

_HOUR = 60
_MINUTE = timedelta(minutes=1)
_HALF_A_DAY = 12 * _HOUR
_WEEK = 7
_MARGIN = {"hour": timedelta(minutes=30), "minute": timedelta(minutes=5)}


class _Beginning(NamedTuple):
    """The midnight that a day begins with, and whether the clock is in whole minutes from UTC and not set near it."""

    midnight: datetime
    is_steady: bool


@define
class Dating:
    """What the whole text tells about time: its zone, its direction, the date of each heading, and notes."""

    zone: Zone
    order: Order
    headings: Sequence[date | None]
    start: date | None
    notes: list[Note] = Factory(list)
    _beginnings: dict[date, _Beginning] = Factory(dict)

    @property
    def forward(self) -> int:
        """Which way days run down the text: 1, or -1 where the newest stand first."""
        return -1 if self.order == "newest-first" else 1

    def note(self, code: str, text: str, line: int | None = None) -> None:
        """Keep a note."""
        self.notes.append(Note(code=code, text=text, line=line))

    def without_value(self, text: str, qualifier: Qualifier, line: int) -> Moment:
        """Return the moment of a time from before the blog's zone, and note it."""
        self.note("unreadable-time", f"{text} is of before {self.zone.key} had its time; it has no value", line)
        return Moment(text=text, qualifier=qualifier)

    def beginning(self, day: date) -> _Beginning:
        """Return how a day begins on the zone's clock; no clock is set twice in three days."""
        found = self._beginnings.get(day)
        if found is None:
            midnight = datetime(day.year, day.month, day.day, tzinfo=self.zone)
            before, after = ((midnight + timedelta(days)).utcoffset() for days in (-1, 2))
            is_steady = before is not None and before == after and not before % _MINUTE
            found = self._beginnings[day] = _Beginning(midnight, is_steady)
        return found


def heading_dates(
    days: Sequence[tuple[Day, int]], near: date | None, notes: list[Note], *, below_times: bool = False
) -> list[date | None]:
    """Return the date of each heading (its day and line); a year that is not printed is the one nearest to `near`.

    Without `near`, a neighbouring heading's year serves; without any, the date stays unknown. A heading without a
    date is reckoned from the day that its neighbours, or `near`, give to `Today` or to a weekday. `near` is that of
    the first time, or today's, where the first heading is another weekday. That stands above it, or `below_times`:
    then those without a day are of today.
    """
    known = near or next((date(d.year, d.month, d.day) for d, _ in days if d.year and d.month and d.day), None)
    dates: list[date | None] = []
    for day, _ in days:
        found = nearest(day, known)
        dates.append(found)
        known = known if near else found or known
    today = near if near is not None and _is_today(near, days) else None
    if days and days[0][0].bare and near is not None:
        dates[0] = _of_first(days[0][0], near, today, below_times=below_times)
    _reckon_bare(days, dates, today)
    weeks = 0 if today else _weeks(days, dates, near)
    dates = [
        shifted(found, weeks if day.is_weekday else 0) if found else None
        for (day, _), found in zip(days, dates, strict=True)
    ]
    for (day, line), found in zip(days, dates, strict=True):
        if found is None:
            missing = "no date" if day.bare else "no date of the calendar" if day.year else "no year"
            notes.append(
                Note(code="date-missing", line=line, text=f"{missing} is printed or given: give date= (--date)")
            )
        elif day.bare:
            notes.append(Note(code="date-inferred", line=line, text=f"the date {found} is not printed here"))
        elif not day.year:
            notes.append(Note(code="date-inferred", line=line, text=f"the year {found.year} is not printed here"))
        if found and day.weekday is not None and found.weekday() != day.weekday:
            notes.append(Note(code="weekday-conflict", line=line, text=f"{found} is another day of the week"))
    return dates


def _is_today(near: date, days: Sequence[tuple[Day, int]]) -> bool:
    """Tell whether a day that is given is no weekday such as the first heading is, above `Today` or `Yesterday`."""
    first = days[0][0] if days else None
    is_other = first is not None and first.is_weekday and first.weekday != near.weekday()
    return is_other and any(day.shift is not None for day, _ in days)


def _of_first(day: Day, near: date, today: date | None, *, below_times: bool) -> date | None:
    """Return the date of the first heading, which has none, by that of the first time, or as a day before `today`."""
    if day.weekday is not None and today is not None:
        return shifted(today, -((today.weekday() - day.weekday) % _WEEK))
    if day.weekday is not None:
        return on_weekday(day.weekday, near)
    if not below_times:
        return near
    return shifted(near, day.shift) if day.shift is not None else None


def _weeks(days: Sequence[tuple[Day, int]], dates: Sequence[date | None], near: date | None) -> int:
    """Return by how many days to move weekdays for the one day that the text states to be between them, or near."""
    found = [(day, when) for (day, _), when in zip(days, dates, strict=True) if when]
    stated = [when for day, when in found if not day.bare] or ([near] if near else [])
    weekdays = [when for day, when in found if day.is_weekday]
    return weeks_to(stated[0], weekdays) if len(stated) == 1 and weekdays else 0


def _reckon_bare(days: Sequence[tuple[Day, int]], dates: list[date | None], today: date | None) -> None:
    """Give headings such as `Today`, `Day 2` and `Tuesday` their dates, where `today` or another one tells them."""
    known = [(day, found) for (day, _), found in zip(days, dates, strict=True) if found is not None]
    today = next((shifted(found, -day.shift) for day, found in known if day.shift is not None), today)
    first = next((shifted(found, -day.number) for day, found in known if day.number is not None), None)
    for order in (range(len(days)), range(len(days) - 1, -1, -1)):
        neighbour: date | None = None
        for place in order:
            if dates[place] is None and days[place][0].bare:
                dates[place] = _reckoned(days[place][0], today, first, neighbour)
            neighbour = dates[place] or neighbour


def _reckoned(day: Day, today: date | None, first: date | None, neighbour: date | None) -> date | None:
    if day.shift is not None and today is not None:
        return shifted(today, day.shift)
    if day.number is not None and first is not None:
        return shifted(first, day.number)
    return on_weekday(day.weekday, neighbour) if day.weekday is not None and neighbour is not None else None


def moments(drafts: Sequence[Draft], dating: Dating) -> list[Moment | None]:
    """Return the moment of each draft; None for a draft without a printed time."""
    above = pins(drafts)
    rest = drafts[above:]
    days = days_of(rest, dating.headings, dating.start, dating.forward)
    _note_inversions(rest, days, dating)
    days = [*of_pins(drafts[:above], rest, days), *days]
    found = [_moment(draft, when, dating) for draft, when in zip(drafts, days, strict=True)]
    if all(dating.beginning(day).is_steady for day in {day for day, _ in days} if day is not None):
        return found
    return _in_passes(found, drafts, dating)


def _is_mean_time(value: datetime) -> bool:
    """Tell whether a clock shows the mean time of its place, odd seconds from UTC, as before there were zones."""
    offset = value.utcoffset()
    return offset is not None and bool(offset % _MINUTE)


def _note_inversions(drafts: Sequence[Draft], days: Sequence[DraftDay], dating: Dating) -> None:
    """Note each time that stands before one it should follow: order is not time, and neither is corrected.

    Where no day is known, a step over midnight cannot be told from a large inversion, and is none.
    """
    if dating.order == "manual":
        return
    previous_day: date | int | None = None
    previous: int | None = None
    for draft, (day, _) in zip(drafts, days, strict=True):
        label = draft.label
        if label is None or (clock := label.clock) is None:
            continue
        late = (previous - clock) * dating.forward if previous is not None else 0
        known = day or ordinal(label.day)  # in any year, where none is known
        is_late = late > 0 and previous_day == known and (known is not None or late < _HALF_A_DAY)
        if is_late and not _is_repeated(day, clock, dating):
            dating.note("order-inversion", f"{label.text} is out of the text's order, {dating.order}", draft.first)
        previous_day, previous = known, clock


def _is_repeated(day: date | None, clock: int, dating: Dating) -> bool:
    """Tell whether the clock showed a time twice: a step back to it may be that of the clock itself."""
    if day is None or dating.beginning(day).is_steady:
        return False
    value = datetime(day.year, day.month, day.day, clock // _HOUR % 24, clock % _HOUR, tzinfo=dating.zone)
    return clock_changes.change(value) == "repeated"


def _moment(draft: Draft, when: DraftDay, dating: Dating) -> Moment | None:
    day = when.day
    label = draft.printed
    if label is None:
        return None
    if label.hour == 24 and day is not None:
        day = shifted(day, 1)
    if label.reading == "impossible":
        dating.note("impossible-time", f"{label.text} is not a time of day; it has no value", draft.first)
    if day is None or label.reading != "clock":
        return Moment(text=label.text, qualifier="approximate" if label.about else "exact")
    return _on_day(day, draft, label, when.told_by, dating)


def _on_day(day: date, draft: Draft, label: Label, told_by: str | None, dating: Dating) -> Moment:
    """Return the moment of a clock on a day."""
    midnight, is_steady = dating.beginning(day)
    value = midnight + label.since_midnight  # on the clock of the zone, whatever it does between the two
    if label.zone is not None:
        value = _with_stated_offset(label, value, draft.first, dating)
    if told_by is not None:
        dating.note("date-inferred", f"{label.text} is on {day}: {told_by}", draft.first)
    is_printed = not label.day.bare if label.day is not None else draft.heading is not None
    is_told = is_printed and not told_by and label.style != INFERRED
    qualifier: Qualifier = "approximate" if label.about else "exact" if is_told else "inferred"
    if not is_steady and _is_mean_time(value):
        return dating.without_value(label.text, qualifier, draft.first)
    is_of_blog = value.tzinfo is dating.zone
    earliest: date | None = None
    precision: Precision
    if label.about is None:
        precision = "minute" if label.second is None else "second"
        span = timedelta(minutes=label.lasting) if label.lasting else UNITS[precision]
        if is_of_blog and is_steady:
            return ready.moment(label.text, value, value + span, precision, qualifier)
    else:  # half an hour to each side of an hour; twice that of an age, which counts full hours
        precision = label.about
        span = _MARGIN[precision] * (2 if label.style == "relative" else 1)
        earliest = after(value, -span)
    return Moment(
        text=label.text,
        value=value,
        precision=precision,
        qualifier=qualifier,
        offset_source="blog" if is_of_blog else "stated",
        earliest=earliest,
        latest=after(value, span),
    )


def _with_stated_offset(label: Label, value: datetime, line: int, dating: Dating) -> datetime:
    """Return the value in the zone that the label states; note it where that is not the blog's own."""
    claimed = offsets(str(label.zone), value)
    if value.utcoffset() in claimed or value.tzname() == label.zone:
        return value
    dating.note("zone-conflict", f"{label.text} states {label.zone}, the blog's zone is {dating.zone.key}", line)
    return value.replace(tzinfo=fixed_offset(claimed[0]))


def _in_passes(found: Sequence[Moment | None], drafts: Sequence[Draft], dating: Dating) -> list[Moment | None]:
    """Return moments with those of the second pass of a repeated hour in it; note those, and of skipped hours."""
    for moment, draft in zip(found, drafts, strict=True):
        if moment and (change := clock_changes.change_of(moment)):
            dating.notes.append(clock_changes.note(change, moment.text, draft.first))
    return clock_changes.in_passes(found, dating.order)
