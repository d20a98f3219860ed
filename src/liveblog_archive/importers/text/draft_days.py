"""The day of each draft: by its heading, by its label or one above it, and by the midnights between their clocks."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import groupby, pairwise, takewhile
from typing import NamedTuple

from .days import Day
from .drafts import Draft

_HOUR = 60
_DAY = 24 * _HOUR
_HALF_A_DAY = 12 * _HOUR
# A step against the direction of less than this is an editor's slip or a late entry, never a midnight.
_SLIP = 3 * _HOUR
_WEEK = 7
NEWER_AT_MOST = 6 * _HOUR  # than the newest entry below it is a pinned one
_FIRST_DAY, _LAST_DAY = date(2, 1, 1).toordinal(), date(9998, 12, 30).toordinal()
_BY_MIDNIGHT = "a midnight lies between it and the printed day"
_BY_PIN = "it is pinned above the rest"
_BY_LABEL = "the label above it names that day"
_BY_HEADING = "the heading names that day, and the label above it another"

_When = tuple[date | None, int]  # a day, and the minutes since its midnight


class DraftDay(NamedTuple):
    """The day of a draft, and in a sentence what tells it, where what is printed above it alone does not."""

    day: date | None
    told_by: str | None


def days_of(
    drafts: Sequence[Draft], headings: Sequence[date | None], start: date | None, forward: int
) -> list[DraftDay]:
    """Return the day of each draft, whose heading, if any, is of one of the days of `headings`.

    `start` is the day of the first; `forward` tells which way days run down the text: 1, or -1 for newest first.
    """
    near = start or _any_day(drafts, headings)
    stated = _stated(drafts, headings, near, forward)
    days: list[DraftDay] = []
    for heading, group in groupby(drafts, key=lambda draft: draft.heading):
        run = list(group)
        own = {place: day for place in range(len(run)) if (day := stated.get(len(days) + place))}
        if heading is None and own:
            days += _beside_labels(run, own, start, forward)
        else:
            end = len(days) + len(run)
            below = _printed(drafts[end], headings) if end < len(drafts) and end not in stated else None
            days += _around_labels(run, own, start if heading is None else headings[heading], forward, below)
    for place in stated:
        if drafts[place].heading is not None:
            _carry(place, drafts, days, stated, forward)
    return days


def of_pins(pinned: Sequence[Draft], rest: Sequence[Draft], days: Sequence[DraftDay]) -> list[DraftDay]:
    """Return the days of drafts that are pinned above the rest: those nearest to the hours before its newest time."""
    timed = [(day, clock) for day, clock in _timed(rest, days) if day is not None] if pinned else []
    if not timed:
        return [DraftDay(None, None) for _ in pinned]
    day, newest = max(timed)
    return [DraftDay(shifted(day, -((_clock(draft) or 0) > newest + NEWER_AT_MOST)), _BY_PIN) for draft in pinned]


def _stated(
    drafts: Sequence[Draft], headings: Sequence[date | None], near: date | None, forward: int
) -> dict[int, date]:
    """Return the days that labels state themselves, by the places of their drafts.

    A weekday is the next one behind the day before it. The first is the one nearest to the day that the text states;
    that may be any of those of an event, such as the last: it is between them if weekdays alone can have it so.
    """
    found: dict[int, date] = {}
    today = _today(drafts, near)
    for heading, group in groupby(enumerate(drafts), key=lambda one: one[1].heading):
        above = (headings[heading] if heading is not None else None) or near
        own: dict[int, date] = {}
        last, is_first, are_weekdays = above, True, True
        for place, draft in group:
            if draft.label is not None and draft.label.day is not None:
                when = _stated_behind(draft.label.day, last, today, 0 if is_first else forward)
                if when is not None:
                    own[place] = last = when
                    are_weekdays = are_weekdays and draft.label.day.bare and draft.label.day.shift is None
            is_first = False
        if own and above and are_weekdays:
            weeks = weeks_to(above, own.values())
            own = {place: moved for place, when in own.items() if (moved := shifted(when, weeks))}
        found |= own
    return found


def _stated_behind(day: Day, last: date | None, today: date | None, forward: int) -> date | None:
    """Return the day that a label states: of a weekday, the next one from the last day, which a slip goes back from.

    It is the nearest one where nothing stands before it, and `forward` is 0.
    """
    if day.bare and day.shift is not None and today is not None:
        return shifted(today, day.shift)
    if last is None or not forward or day.weekday is None or not day.bare:
        return stated_day(day, last)
    steps = (day.weekday - last.weekday()) * forward % _WEEK
    return shifted(last, forward * (steps if steps < _WEEK - 1 else -1))


def weeks_to(day: date, stated: Collection[date]) -> int:
    """Return by how many days to move stated days, a week at most, for a day to be between them, or near to them."""

    def outside(steps: int) -> int:
        days = [(when - day).days + steps for when in stated]
        return max(min(days), -max(days), 0)

    return min((0, -_WEEK, _WEEK), key=outside)


def _any_day(drafts: Sequence[Draft], headings: Sequence[date | None]) -> date | None:
    """Return a day that the text states with its year, by which labels without a year have theirs."""
    named = (draft.label.day for draft in drafts if draft.label is not None and draft.label.day is not None)
    stated = (when for day in named if (when := stated_day(day, None)))
    return next((day for day in headings if day), None) or next(stated, None)


def _today(drafts: Sequence[Draft], near: date | None) -> date | None:
    """Return the day that `Today` beside times means, where the first time is of the day `near`."""
    first = next((draft.label for draft in drafts if draft.label is not None), None)
    shift = first.day.shift if first is not None and first.day is not None else None
    return shifted(near, -(shift or 0)) if near is not None else None


def _beside_labels(
    run: Sequence[Draft], stated: Mapping[int, date], start: date | None, forward: int
) -> list[DraftDay]:
    """Return the days of drafts under no heading, of which the labels at some places state one: that of those above.

    What stands above them all is of the text's day; where there is none, or one that puts it on the wrong side of the
    first of them, it is reckoned back from that.
    """
    first, *_ = places = [*stated]
    found = _rolled(run[:first], start, forward)
    if first and _are_behind(run, found, start, stated[first], forward):
        found = _rolled(run[first::-1], stated[first], -forward)[:0:-1]
    for begin, end in pairwise([*places, len(run)]):
        found += _rolled(run[begin:end], stated[begin], forward)
    return found


def _are_behind(
    run: Sequence[Draft], found: Sequence[DraftDay], start: date | None, stated: date, forward: int
) -> bool:
    """Tell whether the days `found` of the first drafts are none, or put them behind the next, of a `stated` day."""
    other = _clock(run[len(found)]) or 0
    *_, last = [(start, other), *_timed(run, found)]
    return _is_against(last, (stated, other), forward)


def _printed(draft: Draft, headings: Sequence[date | None]) -> _When | None:
    """Return the day that is printed above a draft, and its clock; None where it has none, or stands below no day."""
    clock = _clock(draft)
    return None if clock is None or draft.heading is None else (headings[draft.heading], clock)


def _around_labels(
    run: Sequence[Draft], stated: Mapping[int, date], first: date | None, forward: int, below: _When | None
) -> list[DraftDay]:
    """Return the days of drafts that begin on the day `first`, but for those whose own labels state one.

    `below` are the day that is printed below them, and the first time there.
    """
    rolled = iter(_rolled([draft for place, draft in enumerate(run) if place not in stated], first, forward, below))
    return [DraftDay(stated[place], None) if place in stated else next(rolled) for place in range(len(run))]


def _carry(place: int, drafts: Sequence[Draft], days: list[DraftDay], stated: Collection[int], forward: int) -> None:
    """Give the drafts behind the one at `place`, down to the next printed day, the day that its label states.

    They keep that of their heading unless it makes more steps run against the direction of the text, or as many where
    the label is the first below it, whose day the heading does not tell then.
    """
    heading = drafts[place].heading
    behind = takewhile(lambda at: at not in stated and drafts[at].heading == heading, range(place + 1, len(drafts)))
    end = place + 1 + len([*behind])
    kept, below = days[place:end], days[end : end + 1]
    carried = _rolled(drafts[place:end], kept[0].day, forward)
    if [when.day for when in carried] == [when.day for when in kept]:
        return
    run = drafts[place : end + 1]
    is_first = place == 0 or drafts[place - 1].heading != heading
    is_carried = _against(run, carried + below, forward) < _against(run, kept + below, forward) + is_first
    told_by = _BY_LABEL if is_carried else _BY_HEADING
    found = carried if is_carried else kept
    days[place + 1 : end] = [DraftDay(when.day, when.told_by or told_by) for when in found[1:]]


def _against(drafts: Sequence[Draft], days: Sequence[DraftDay], forward: int) -> int:
    """Return how many steps between times run against the direction of the text, or lead to or from no known day."""
    return sum(_is_against(one, other, forward) for one, other in pairwise(_timed(drafts, days)))


def _is_against(one: _When, other: _When, forward: int) -> bool:
    """Tell whether the step between two times runs against the direction of the text, or its length is unknown."""
    (day, clock), (later, after) = one, other
    return day is None or later is None or ((later - day).days * _DAY + after - clock) * forward <= -_SLIP


def _clock(draft: Draft) -> int | None:
    """Return the minutes since midnight that a draft prints, if it prints any."""
    label = draft.printed
    return label.clock if label is not None else None


def _timed(drafts: Sequence[Draft], days: Sequence[DraftDay]) -> list[_When]:
    """Return the days and clocks of drafts that print a clock, as far as there are days."""
    clocks = map(_clock, drafts)
    return [(when.day, clock) for clock, when in zip(clocks, days, strict=False) if clock is not None]


def _rolled(run: Sequence[Draft], first: date | None, forward: int, below: _When | None = None) -> list[DraftDay]:
    """Return the day of each draft by that of the first, and by the midnights between the two.

    There are none, and the times out of order, where they would put the last behind the time `below`, before which it
    is on the day of the first.
    """
    shifts = _midnights([_clock(draft) for draft in run], forward)
    days = {
        shift: DraftDay(shifted(first, shift) if first else None, _BY_MIDNIGHT if shift else None)
        for shift in set(shifts)
    }
    found = [days[shift] for shift in shifts]
    if below is None or not (timed := _timed(run, found)):
        return found
    day, clock = timed[-1]
    is_behind = _is_against((day, clock), below, forward) and not _is_against((first, clock), below, forward)
    return [DraftDay(first, None)] * len(run) if is_behind else found


def _midnights(clocks: Sequence[int | None], forward: int) -> list[int]:
    """Return how many midnights lie between the first of `clocks` and each, in the text's direction (1 or -1).

    A large step against the direction is a midnight, unless the times return from it at once: then one entry
    stands out of order.
    """
    shifts: list[int] = []
    shift = 0
    timed = [clock for clock in clocks if clock is not None]
    position = 0
    for clock in clocks:
        if clock is not None:
            ahead = (clock - timed[position - 1]) * forward if position else 0
            if -ahead >= _SLIP and _crosses(timed, position, -ahead):
                shift += forward
            elif ahead > _DAY - _SLIP and _slips(timed, position, ahead, counted=shift * forward > 0):
                shift -= forward
            position += 1
        shifts.append(shift)
    return shifts


def _crosses(timed: Sequence[int], position: int, against: int) -> bool:
    """Tell whether a midnight lies between the times at `position - 1` and `position`, a large step `against`."""
    return against >= _HALF_A_DAY or (position + 1 < len(timed) and not _returns(timed, position))


def _slips(timed: Sequence[int], position: int, ahead: int, *, counted: bool) -> bool:
    """Tell whether the time at `position` is an editor's slip, back over the midnight before the one above it.

    Where no midnight was `counted`, a heading or the first time states the day, and the same step may be a quiet
    day's, from its first hours to its last: then only a small slip is one, from which the times return at once.
    """
    return counted or (_DAY - ahead < _HOUR and _returns(timed, position))


def _returns(timed: Sequence[int], position: int) -> bool:
    """Tell whether the time after `position` is nearer to the one before it."""
    if position + 1 == len(timed):
        return False
    before, here, following = timed[position - 1 : position + 2]
    return abs(following - before) < abs(following - here)


def shifted(day: date, days: int) -> date | None:
    """Return a later or earlier day; None beyond the years that a `Moment` can bound."""
    return date.fromordinal(ordinal) if _FIRST_DAY <= (ordinal := day.toordinal() + days) <= _LAST_DAY else None


def stated_day(day: Day, near: date | None) -> date | None:
    """Return the day that a label names itself; without a year or date, the one nearest to `near`."""
    if day.bare and day.weekday is not None and near is not None:
        return on_weekday(day.weekday, near)
    return nearest(day, near)


def on_weekday(weekday: int, near: date) -> date | None:
    """Return the date nearest to `near` that is this day of the week (Monday 0)."""
    ahead = (weekday - near.weekday()) % 7
    return shifted(near, ahead if ahead <= 3 else ahead - 7)


def nearest(day: Day, near: date | None) -> date | None:
    """Return a day as a date; where it has no year, the one that lies nearest to `near`."""
    if day.month is None or day.day is None:
        return None
    if day.year is not None:
        return date(day.year, day.month, day.day)
    if near is None:
        return None
    candidates = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            candidates.append(date(year, day.month, day.day))
        except ValueError:  # 29 February
            continue
    return min(candidates, key=lambda candidate: abs(candidate - near), default=None)
