"""Times as the interchange formats spell them, in the form of `canonical.timestamp`, read back without a loss."""

import re
from datetime import date, datetime, tzinfo
from functools import lru_cache

from ..errors import ModelError

# Seconds in an offset are beyond RFC 3339, but local mean times have them: midnights before about 1900 need them.
_OFFSET = r"[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?"
_TIME = re.compile(
    rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(T[0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}}(\.[0-9]{{6}})?)?({_OFFSET})?)?"
)


@lru_cache(maxsize=64)  # most times begin their own interval, and many end where the next begins
def parse_time(text: str, offset_source: str | None = None, zone: tzinfo | None = None) -> date:
    """Return the date or datetime that `text` spells, as `canonical.timestamp` writes it.

    With `offset_source` "blog" a time takes `zone`, the blog's own, where that has the offset which stands in the
    text; `fold` is then the side of a repeated hour that agrees. Everything else keeps the offset as it is stated.
    Raises `ModelError` for any other spelling, and for days and hours that do not exist.
    """
    try:
        # A spelling that the standard library takes and we do not is given as one that it refuses.
        value = (datetime if "T" in text else date).fromisoformat(text if _TIME.fullmatch(text) else "")
    except ValueError as error:
        raise ModelError(
            f"not a time: {text!r}", "Moment", "write 2021-11-16, or 2021-11-16T17:50 with its offset"
        ) from error
    if zone is None or offset_source != "blog" or not isinstance(value, datetime):
        return value
    return _in_zone(value, zone)


def _in_zone(value: datetime, zone: tzinfo) -> datetime:
    """Return `value` in `zone` where that has the same offset at that wall clock, else unchanged."""
    for fold in (0, 1):
        local = value.replace(tzinfo=zone, fold=fold)
        if local.utcoffset() == value.utcoffset():
            return local
    return value


def parse_day(text: str) -> date:
    """Return the day that `text` spells; raise `ModelError` for anything else, a time of day included."""
    value = parse_time(text)
    if isinstance(value, datetime):
        raise ModelError(f"a time where a day belongs: {text!r}", "Entry.day", "write a date such as 2021-11-16")
    return value
