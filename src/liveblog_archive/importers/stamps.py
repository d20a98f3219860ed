"""Times as data states them: seconds or milliseconds since 1970, ISO 8601, RFC 2822, `/Date(ms+0000)/`.

The first second of 1970, the year 1 and what is before 1970 in a count are no times: programs write them where they
know none.

Such a time is an instant with its own offset, whatever zone the blog is read in; an abbreviation that stands for
several is that of the blog. What a reader saw is another claim: `Entry.time` holds what was printed, where the source
has it. Where it has not, `shown` gives the stated instant on the clock of the blog's zone, with nothing printed and
the offset `stated`.
"""

import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from datetime import timezone as fixed_offset
from functools import lru_cache

from ..errors import ModelError
from ..model import Moment, ready
from ..model.moment import Precision
from .abbreviations import ABBREVIATIONS, offsets
from .privacy import glimpse

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# A number of seconds has at most 11 digits until the year 5138; milliseconds have 12 from 1973, microseconds 15.
_UNITS = ((10**11, 1), (10**14, 1_000), (10**17, 1_000_000))
_DIGITS = re.compile(r"[+-]?\d{1,18}(?:\.\d{1,9})?")
# A date and time of ISO 8601 without its signs. As counts of seconds or milliseconds, the same digits would be of
# 1970, 1976 or after 2600, and of no live blog.
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?:[Tt]?([0-2]\d)([0-5]\d)([0-5]\d)?([Zz]|[+-]\d\d:?\d\d)?)?")
# ASP.NET's form of JSON: the milliseconds are UTC, and the offset only says where the server stood.
_MICROSOFT = re.compile(r"\\?/Date\(([+-]?\d{1,17})([+-]\d{4})?\)\\?/")
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[Tt ](?P<clock>\d\d:\d\d)(?P<second>:\d\d)?(?P<fraction>[.,]\d{1,9})?"
    r"\s?(?P<offset>[Zz]|[+-]\d\d(?::?\d\d)?|UTC|GMT)?)?"
)

# RFC 2822 3.3, with the full names of months and weekdays that feeds hold too.
_MAIL = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+(?P<month>[A-Za-z]{3,9})\s+(?:\d{2,3}|[1-9]\d{3})\s+\d\d?:\d\d(?P<second>:\d\d)?"
    r"(?:\s+(?P<zone>[+-]\d{4}|(?![AaPp][Mm]$)[A-Za-z]{1,4}))?"
)


def read(value: object, zone: tzinfo | None = None) -> Moment:
    """Return the moment that a number or text states; one without offset is taken in `zone`, where that is known.

    The printed text is kept only where the value cannot say all of it: a fraction of a second. Raises `ValueError`
    with a line for people when it is no time.
    """
    try:
        found = _from_number(value, "") if isinstance(value, float) else _from_text(str(value).strip(), zone)
    except (ModelError, OverflowError) as error:
        raise ValueError(f"{str(value)[:80]!r} is out of the calendar") from error
    if _is_zero(found.value):
        raise ValueError(f"{value} stands for no time")
    return found


def instant(value: object) -> datetime | None:
    """Return the instant that a number or text states; None where it states none that is known."""
    try:
        found = read(value).value
    except ValueError:
        return None
    return found if isinstance(found, datetime) and found.tzinfo else None


def _is_zero(value: date | None) -> bool:
    """Tell whether this is the first second of 1970, of UTC or on its own clock, or a day that is given for it."""
    if not isinstance(value, datetime):
        return value == _EPOCH.date()
    return value.replace(tzinfo=UTC) == _EPOCH or (value.tzinfo is not None and value == _EPOCH)


@lru_cache(maxsize=2**14)
def _from_text(text: str, zone: tzinfo | None) -> Moment:
    """Return the moment of a text; a page states the same one several times."""
    if match := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, offset = match.groups()
        clock = f"T{hour}:{minute}{f':{second}' if second else ''}{offset or ''}" if hour else ""
        return _from_text(f"{year}-{month}-{day}{clock}", zone)
    if _DIGITS.fullmatch(text):
        return _from_number(float(text) if "." in text else int(text), "")
    if match := _MICROSOFT.fullmatch(text):
        return _from_number(int(match[1]), text, milliseconds=True)
    if match := _ISO.fullmatch(text):
        return _from_iso(match, zone)
    return _from_mail(text, zone)


def _from_number(number: float, text: str, *, milliseconds: bool = False) -> Moment:
    scale = 1_000 if milliseconds else next((unit for limit, unit in _UNITS if abs(number) < limit), None)
    if scale is None:
        raise ValueError(f"{number} is no count of seconds since 1970")
    if number < 0:
        raise ValueError(f"{text or number} stands for no time")
    seconds = int(number // scale)
    whole = number == seconds * scale
    return _stated(_EPOCH + timedelta(seconds=seconds), "second", "" if whole else text or str(number))


def _from_iso(match: re.Match[str], zone: tzinfo | None) -> Moment:
    """Return the moment of an ISO 8601 date, or date and time with or without offset."""
    day, clock, second, fraction, stated = match.group("day", "clock", "second", "fraction", "offset")
    if day.startswith("0001-"):
        raise ValueError(f"{match[0]!r} stands for no time")
    try:
        if clock is None:
            return Moment(value=date.fromisoformat(day), precision="day", offset_source="stated")
        value = datetime.fromisoformat(f"{day}T{clock}{second or ''}")
        offset = _offset(stated)
    except ValueError as error:
        raise ValueError(f"{match[0]!r} is no date and time of the calendar") from error
    precision: Precision = "second" if second else "minute"
    text = match[0] if fraction and fraction.strip(".,0") else ""
    if offset is not None:
        return _stated(value.replace(tzinfo=offset), precision, text)
    return _local(value, zone, precision, text)


def _local(value: datetime, zone: tzinfo | None, precision: Precision, text: str) -> Moment:
    """Return the moment of a clock without an offset: on the blog's clock, where that is known."""
    if zone is None:
        return Moment(text=text, value=value, precision=precision)
    return ready.clock(text, value.replace(tzinfo=zone), precision, "blog")


def _offset(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if text.upper() in ("Z", "UTC", "GMT"):
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[3:].lstrip(":") or 0)
    return fixed_offset(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def _from_mail(text: str, zone: tzinfo | None) -> Moment:
    """Return the moment of a date as in mail and RSS (RFC 2822 3.3), such as `Wed, 13 Dec 2023 17:25:40 GMT`."""
    from email.utils import parsedate_to_datetime  # here, as few sources have such dates, and it imports much

    match = _MAIL.fullmatch(text)
    if match is None:
        raise ValueError(f"{glimpse(text)!r} is no date and time")
    try:
        value = parsedate_to_datetime(text.replace(match["month"], match["month"][:3], 1))
    except ValueError as error:
        raise ValueError(f"{text!r} is no date and time of the calendar") from error
    precision: Precision = "second" if match["second"] else "minute"
    if value.tzinfo is not None:
        return _stated(value, precision, "")
    if len(name := match["zone"] or "") > 1 and name.isalpha():
        return _stated(value.replace(tzinfo=_named(name.upper(), value, zone)), precision, "")
    if name:  # "-0000", or one letter: the time is UTC, and where it was written is not told
        return _stated(value.replace(tzinfo=UTC), precision, "")
    return _local(value, zone, precision, "")


def _named(name: str, wall: datetime, zone: tzinfo | None) -> tzinfo:
    """Return the offset that a zone's abbreviation means at a wall clock time: of several, that of the blog's clock.

    RFC 2822 has only those of the United States; feeds print those of the whole world.
    """
    own = wall.replace(tzinfo=zone)
    claimed = offsets(name, wall) if name in ABBREVIATIONS else []
    offset = own.utcoffset()
    if offset is None or not (offset in claimed or own.tzname() == name):
        if len(claimed) != 1:
            means = f"may be any of {len(claimed)} zones" if claimed else "is no zone that is known"
            raise ValueError(f"{name} at {wall} {means}")
        (offset,) = claimed
    return fixed_offset(offset)


def _stated(value: datetime, precision: Precision, text: str) -> Moment:
    return ready.clock(text, value, precision, "stated")


def shown(moment: Moment | None, zone: tzinfo | None) -> Moment | None:
    """Return the instant of `moment` on the clock of `zone`, with nothing printed; None where there is no instant.

    Without a zone it stays on the clock of its own offset.
    """
    if moment is None or moment.value is None:
        return None
    value = moment.value
    if isinstance(value, datetime) and value.tzinfo is not None and zone is not None:
        local = value.astimezone(zone)
        value = (
            value if (local.utcoffset() or timedelta()) % timedelta(minutes=1) else local
        )  # mean time, before zones
    return Moment(value=value, precision=moment.precision, offset_source=moment.offset_source)


def object_id_time(identifier: str) -> Moment | None:
    """Return when an identifier of 24 hexadecimal digits was made: MongoDB's ObjectId begins with its UTC second."""
    if not re.fullmatch(r"[0-9a-f]{24}", identifier):
        return None
    return _stated(_EPOCH + timedelta(seconds=int(identifier[:8], 16)), "second", "")
