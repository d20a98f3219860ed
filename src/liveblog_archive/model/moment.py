"""A time as a live blog claims it."""

from datetime import UTC, date, datetime, timedelta
from datetime import timezone as fixed_offset
from typing import Literal, TypeVar, cast, get_args
from zoneinfo import ZoneInfo

from attrs import field, frozen

from ..errors import ModelError
from . import checks

Precision = Literal["second", "minute", "hour", "day"]
Qualifier = Literal["exact", "approximate", "inferred"]
OffsetSource = Literal["stated", "blog", "unknown"]

_PRECISIONS = get_args(Precision)
_QUALIFIERS = get_args(Qualifier)
_OFFSET_SOURCES = get_args(OffsetSource)

UNITS: dict[str, timedelta] = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
}
Time = TypeVar("Time", bound=date)
_KNOWN_ZONES = (ZoneInfo, fixed_offset)
# A label keeps its printed decoration; people who read it in a list do not want "14:05 –" or "+++ 14:05 +++".
_DECORATION = " \t\u00a0\u202f:,|–—-[](){}*+_#•"
_BRACKETS = (("(", ")"), ("[", "]"))


def same_instant(value: date | None) -> str | None:
    """Compare times by wall clock *and* offset: datetimes of one zone compare equal across `fold`."""
    return value.isoformat() if value is not None else None


def absolute(value: Time) -> Time:
    """Return `value` fit for `<`: datetimes of one zone compare by wall clock, wrong where the clock repeats."""
    if isinstance(value, datetime) and (offset := value.utcoffset()) is not None:
        return value.replace(tzinfo=fixed_offset(offset))
    return value


def _in_order(earliest: date, value: date, latest: date) -> bool:
    """Tell whether the half-open interval of two bounds holds `value`, by absolute time."""
    offsets = {each.utcoffset() for each in (earliest, value, latest) if isinstance(each, datetime)}
    if len(offsets) > 1:
        return absolute(earliest) <= absolute(value) < absolute(latest)
    return earliest <= value < latest


def after(value: date, span: timedelta) -> date:
    """Return `value + span`; a datetime is moved in absolute time, so a repeated hour keeps its `fold`."""
    if not isinstance(value, datetime) or value.tzinfo is None or (offset := value.utcoffset()) is None:
        return value + span
    return value.tzinfo.fromutc(value - offset + span)  # what `astimezone` does, without a stop at UTC


@frozen(kw_only=True, weakref_slot=False)
class Moment:
    """A time as the source claims it: what was printed, what it means, how precise, and how we know.

    `text` is verbatim, with the punctuation that set it off. `value` is a datetime (aware, or naive where the offset
    is unknown), a date, or None. `precision` is the unit that it is rounded down to: `second`, `minute`, `hour` or
    `day`; None without a value. `qualifier` is `exact`, `approximate` where the source says so (`about 3 p.m.`), or
    `inferred` where no day is printed with it. `offset_source` says where the offset from UTC is from: `stated` by
    this time, `blog` for that of the blog's zone, `unknown` without one. `earliest` and `latest` bound the value as a
    half-open interval of the same type; by default the unit of `precision` that starts at `value` (`attrs.evolve`
    keeps the old bounds: give new ones beside a new value).

    Raises `ModelError` for a value that its precision or its bounds contradict.
    """

    text: str = ""
    value: date | None = field(default=None, eq=same_instant)
    precision: Precision | None = None
    qualifier: Qualifier = "exact"
    offset_source: OffsetSource = "unknown"
    earliest: date | None = field(default=None, eq=same_instant)
    latest: date | None = field(default=None, eq=same_instant)

    def __attrs_post_init__(self) -> None:
        checks.text("Moment.text", self.text)
        checks.choice("Moment.qualifier", self.qualifier, _QUALIFIERS)
        checks.choice("Moment.offset_source", self.offset_source, _OFFSET_SOURCES)
        if self.value is None:
            self._check_valueless()
            return
        checks.choice("Moment.precision", self.precision, _PRECISIONS)
        self._check_time("value", self.value)
        if isinstance(self.value, datetime):
            self._check_rounded(self.value)
        self._bound(self.value)

    def _check_rounded(self, value: datetime) -> None:
        seconds = value.second if self.precision != "second" else 0
        if seconds or value.microsecond:
            finer = "seconds" if seconds else "microseconds"
            raise ModelError(f"a value with {finer}, but precision {self.precision}", "Moment.value", "round it down")

    def _bound(self, value: date) -> None:
        """Check the bounds that were given, and set those that were not to the ends of the value's own unit."""
        earliest, latest = self.earliest, self.latest
        given = earliest is not None or latest is not None
        if earliest is None:
            earliest = value
            object.__setattr__(self, "earliest", earliest)
        elif earliest is not value:  # which was looked at
            self._check_time("earliest", earliest)
        if latest is None:
            latest = self._end(value)
            object.__setattr__(self, "latest", latest)
        else:
            self._check_time("latest", latest)
        if given and not _in_order(earliest, value, latest):
            raise ModelError(
                "the value is outside earliest and latest", "Moment.value", "give a half-open interval that holds it"
            )

    def _end(self, value: date) -> date:
        """Return where the unit of `precision` that starts at `value` ends."""
        try:
            return after(value, UNITS[str(self.precision)])  # overflows where UTC is in no year that there is
        except OverflowError:
            raise ModelError("year out of range", "Moment.value", "use a year from 1 to 9998") from None

    def _check_valueless(self) -> None:
        if (self.precision, self.earliest, self.latest) != (None, None, None):
            raise ModelError("precision or bounds without a value", "Moment.value", "give the value, or none of them")
        checks.text("Moment.text", self.text, empty=False)

    def _check_time(self, name: str, value: object) -> None:
        kind = datetime if isinstance(self.value, datetime) else date
        if not isinstance(value, kind) or isinstance(value, datetime) is (kind is date):
            raise ModelError(
                f"expected {kind.__name__}, got {type(value).__name__}",
                f"Moment.{name}",
                "use one type for the value and its bounds: a datetime, or a date where no time of day is known",
            )
        if (self.precision == "day") is (kind is datetime):
            raise ModelError(
                f"precision {self.precision} with a {kind.__name__}",
                "Moment.precision",
                "a day is a date, the rest datetimes",
            )
        if isinstance(value, datetime):
            self._check_offset(name, value)

    def _check_offset(self, name: str, value: datetime) -> None:
        if (value.tzinfo is None) is not (self.offset_source == "unknown"):
            raise ModelError(
                "naive time with a known offset, or aware time with an unknown one",
                "Moment.offset_source",
                "use 'unknown' for naive times, 'stated' or 'blog' for aware ones",
            )
        if value.tzinfo is None:
            return
        if not isinstance(value.tzinfo, _KNOWN_ZONES):
            raise ModelError("unknown kind of tzinfo", f"Moment.{name}", "use zoneinfo.ZoneInfo or datetime.timezone")
        offset = cast("timedelta", value.utcoffset())  # both kinds of zone always have one
        if offset.seconds % 60 or offset.microseconds:
            # RFC 3339 5.6 has no seconds in an offset, and no export could carry them.
            raise ModelError("offset is not in whole minutes", f"Moment.{name}", "use an offset such as +04:00")

    @property
    def shown(self) -> str:
        """The printed time without the brackets, colons and dashes around it; empty where nothing was printed.

        A bracket around its end only stays: `16:00 (IST)`.
        """
        shown = self.text.strip(_DECORATION)
        for opening, closing in _BRACKETS:
            if shown.count(opening) > shown.count(closing) and f"{shown}{closing}" in self.text:
                return f"{shown}{closing}"
        return shown

    @property
    def calendar_day(self) -> date | None:
        """The day of `value` on the source's own calendar."""
        return self.value.date() if isinstance(self.value, datetime) else self.value


def instant(moment: Moment | None) -> datetime | None:
    """Return when a moment is in UTC, where it is known with its offset."""
    value = moment.value if moment else None
    if not isinstance(value, datetime) or value.tzinfo is None:
        return None
    return value if value.tzinfo is UTC else value.astimezone(UTC)
