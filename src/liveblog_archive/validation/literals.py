"""Literals: whether a string, number or boolean is a valid value of a schema.org data type, or names a language."""

import re
from collections.abc import Callable
from datetime import date, datetime, time

from .vocabulary import vocabulary

_DURATION = re.compile(r"-?P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
_BLANK = re.compile(r"\s")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-[A-Za-z0-9]{1,8})*")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.")
# ISO 8601 to the minute at least; Python's own reader takes more, such as "20211116T12" or a week date.
_CLOCK = r"\d\d:\d\d(:\d\d([.,]\d{1,9})?)?(Z|[+-]\d\d(:?\d\d)?)?"
_DATE_TIME = re.compile(rf"\d{{4}}-\d\d-\d\d[T ]{_CLOCK}")

_NUMERIC = {"Number", "Quantity", "QuantitativeValue"}


def is_date(text: str) -> bool:
    """Tell whether `text` is a day (ISO 8601), or a year, or a year and month."""
    if re.fullmatch(r"\d{4}(-\d\d)?", text):
        text = f"{text}-01-01"[:10]
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text)) and _parses(date.fromisoformat, text)


def is_date_time(text: str) -> bool:
    """Tell whether `text` is a day and a time of day, with or without an offset (ISO 8601)."""
    return bool(_DATE_TIME.fullmatch(text)) and _parses(datetime.fromisoformat, _plain(text))


def is_time(text: str) -> bool:
    """Tell whether `text` is a time of day (ISO 8601)."""
    return bool(re.fullmatch(_CLOCK, text)) and _parses(time.fromisoformat, _plain(text))


def is_duration(text: str) -> bool:
    """Tell whether `text` is a duration (ISO 8601)."""
    return bool(_DURATION.fullmatch(text))


def is_url(text: str) -> bool:
    """Tell whether `text` can be an address: no blanks, and something after a scheme."""
    text = text.strip()
    return not _BLANK.search(text) and (":" not in text.partition("/")[0] or bool(_SCHEME.match(text)))


def is_absolute(text: str) -> bool:
    """Tell whether `text` is an IRI with a scheme."""
    return bool(_SCHEME.match(text)) and not _BLANK.search(text)


def is_language(text: str) -> bool:
    """Tell whether `text` is a language tag (BCP 47) of a language that CLDR has a name for."""
    from ..cldr import languages  # here, as most documents name none

    match = _LANGUAGE.fullmatch(text)
    return match is not None and match[1].lower() in languages()


def _parses(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


def _plain(text: str) -> str:
    """Return a time with a fraction of six digits, which is all that Python's reader takes."""
    return re.sub(r"[.,](\d{1,9})", lambda match: f".{match[1][:6]:0<6}", text)


_FORMS: dict[str, Callable[[str], bool]] = {
    "Date": is_date,
    "DateTime": is_date_time,
    "Time": is_time,
    "Duration": is_duration,
    "URL": is_url,
    "Number": lambda text: bool(_NUMBER.fullmatch(text)),
    "Boolean": lambda text: text in ("true", "false", "True", "False"),
}


def fits(value: str | float | bool, ranges: list[str]) -> bool:
    """Tell whether a literal can be a value of one of these types.

    As schema.org's conformance rules allow, text may stand for a thing, and a number for a quantity.
    """
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, int | float):
        return any(
            one != "Integer" or isinstance(value, int) or value.is_integer()
            for one in ranges
            if _NUMERIC & vocabulary().lineage([one])
        )
    return any(_reads_as(value, one) for one in ranges)


def _reads_as(text: str, one: str) -> bool:
    for name in ("URL", "Number", "Duration"):
        if name in vocabulary().lineage([one]):
            return _FORMS[name](text)
    return _FORMS[one](text) if one in _FORMS else True
