"""What the times that a page prints mean, beside the instants that its data states."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo
from datetime import timezone as fixed_offset

from ....model import Moment, ready
from ....model.moment import OffsetSource
from ....zones import Zone
from ...abbreviations import offsets
from .printed import Printed

_QUARTER = timedelta(minutes=15)
_MINUTE = timedelta(minutes=1)
_HALF_A_WEEK = 3  # days


class Clocks:
    """What the printed times of one page mean: in the blog's zone, else as far from UTC as they show themselves."""

    def __init__(self, zone: Zone | None, pairs: Iterable[tuple[Printed | None, Moment | None]]) -> None:
        self._zone = zone
        self.offset = None if zone else _usual_offset(pairs)
        self._shown_in = zone if self.offset is None else fixed_offset(self.offset)
        self._source: OffsetSource = "blog" if zone else "stated"

    def moment(self, printed: Printed, *stated: Moment | None) -> tuple[Moment, bool]:
        """Return what `printed` means, and whether one of the stated instants agrees (True where there is none)."""
        instants = [value for moment in stated if moment and (value := aware(moment))]
        if instants and (plain := self._plainly(printed, instants[0])) is not None:
            return plain, True
        readings = [
            (abs(value - instant), value, source)
            for value, source in self._readings(printed, instants)
            for instant in instants or [value]
        ]
        if not readings:
            return self._alone(printed), True
        _, value, source = min(readings, key=lambda reading: reading[0])
        agreed = not instants or any(timedelta() <= instant - value < _MINUTE for instant in instants)
        return self._made(printed, value, source), agreed

    def _plainly(self, printed: Printed, instant: datetime) -> Moment | None:
        """Return what `printed` means where the clock of the page shows just that at the stated instant."""
        if self._shown_in is None or printed.zone is not None or printed.day is not None:
            return None
        local = instant.astimezone(self._shown_in)
        local = local.replace(second=local.second if printed.seconds else 0, microsecond=0)
        clock = timedelta(hours=local.hour, minutes=local.minute, seconds=local.second)
        return self._made(printed, local, self._source) if clock == printed.clock else None

    def _readings(self, printed: Printed, instants: list[datetime]) -> list[tuple[datetime, OffsetSource]]:
        """Return every instant that a printed time may mean."""
        found: list[tuple[datetime, OffsetSource]] = []
        for day in _days(printed, instants):
            wall = printed.on(day)
            zones = self._zones(printed, wall, instants)
            found += [
                (wall.replace(tzinfo=zone, fold=fold), source)
                for zone, source in zones
                for fold in ((0, 1) if zone is self._zone else (0,))
            ]
        return found

    def _zones(self, printed: Printed, wall: datetime, instants: list[datetime]) -> list[tuple[tzinfo, OffsetSource]]:
        if printed.zone is not None:
            named = offsets(printed.zone, wall)
            if self._zone is not None and wall.replace(tzinfo=self._zone).utcoffset() in named:
                return [(self._zone, "blog")]
            return [(fixed_offset(offset), "stated") for offset in named]
        if self._shown_in is not None:
            return [(self._shown_in, self._source)]
        return [(zone, "stated") for instant in instants if (zone := instant.tzinfo)]

    def _alone(self, printed: Printed) -> Moment:
        """Return a printed time that nothing else places: on its day without an offset, else as text alone."""
        days = _days(printed, [])
        return self._made(printed, printed.on(days[0]), "unknown") if days else Moment(text=printed.text)

    def _made(self, printed: Printed, value: datetime, source: OffsetSource) -> Moment:
        return ready.clock(printed.text, value, "second" if printed.seconds else "minute", source)


def _days(printed: Printed, instants: list[datetime]) -> list[date]:
    """Return the days that a printed time may be of: the one it names, else those around the stated instants.

    A word such as `Today` names none; a weekday, or a date without its year, is the nearest to each of these.
    """
    day = printed.day
    if day is None or (day.month is None and day.weekday is None):
        return _around(instants, 1)
    if day.month is None or day.day is None:
        return [near for near in _around(instants, _HALF_A_WEEK) if near.weekday() == day.weekday]
    if day.year is not None:
        return [date(day.year, day.month, day.day)]
    years = {when.year + step for when in instants for step in (-1, 0, 1)}
    return [found for year in sorted(years) if (found := _date(year, day.month, day.day))]


def _around(instants: Iterable[datetime], most: int) -> list[date]:
    """Return the days of instants, and those up to so many days before and after them."""
    ordinals = (when.toordinal() + step for when in instants for step in range(-most, most + 1))
    return [date.fromordinal(ordinal) for ordinal in ordinals if 0 < ordinal <= date.max.toordinal()]


def _date(year: int, month: int, day: int) -> date | None:
    """Return a date that the calendar has; None for another."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def aware(moment: Moment) -> datetime | None:
    """Return the value of a moment that has a clock and an offset."""
    value = moment.value
    return value if isinstance(value, datetime) and value.tzinfo is not None else None


def _usual_offset(pairs: Iterable[tuple[Printed | None, Moment | None]]) -> timedelta | None:
    """Return how far from UTC the printed clocks are by the stated instants, where most of them say the same."""
    found: Counter[timedelta] = Counter()
    for printed, stated in pairs:
        instant = aware(stated) if stated else None
        if printed is None or printed.zone is not None or instant is None:
            continue
        utc = instant.astimezone(UTC).replace(tzinfo=None)
        ahead = min((printed.on(day) - utc for day in _days(printed, [instant])), key=abs, default=None)
        rounded = ahead and round((ahead + utc.second * timedelta(seconds=1)) / _QUARTER) * _QUARTER
        if ahead is not None and rounded is not None and abs(ahead - rounded) < _MINUTE:
            found[rounded] += 1
    usual = found.most_common(1)
    return usual[0][0] if usual and 2 * usual[0][1] > found.total() else None
