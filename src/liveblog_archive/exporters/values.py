"""What an option may be: makers of attrs fields, each with a default and with what it takes.

Every field also takes the text that a command line gives, so that `paper=letter` and `paper="letter"`, `key=yes` and
`key=True`, `days=2026-03-04` and `days=[date(2026, 3, 4)]` are the same request. What it cannot read is refused with
`RefusedError`, which does not know yet whose option it is.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Set
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from attrs import define, field

if TYPE_CHECKING:
    from ..identity.history import History

NO_TEXT = {"no text": True}  # of a field: no words of a command line can be its value
_YES_NO = dict.fromkeys(("yes", "true", "on", "1"), True) | dict.fromkeys(("no", "false", "off", "0"), False)


@define
class RefusedError(ValueError):
    """A value that an option may not have: `what` is wrong with it, and what to do."""

    what: str
    remedy: str


def choice(default: str, *values: str) -> Any:
    """Return a field that is one of `values`."""

    def checked(value: object) -> str:
        if not isinstance(value, str) or value not in values:
            raise _refused(value, f"use one of: {', '.join(values)}")
        return value

    return field(default=default, converter=checked)


def flag(default: bool) -> Any:
    """Return a field that is true or false; as text yes or no, true or false, on or off, 1 or 0."""

    def checked(value: object) -> bool:
        found = _YES_NO.get(value.strip().lower()) if isinstance(value, str) else value
        if not isinstance(found, bool):
            raise _refused(value, "use yes or no")
        return found

    return field(default=default, converter=checked)


def text(default: str = "") -> Any:
    """Return a field that is a text."""

    def checked(value: object) -> str:
        if not isinstance(value, str):
            raise _refused(value, "give a text")
        return value

    return field(default=default, converter=checked)


def paths() -> Any:
    """Return a field that is a tuple of paths, as texts; as one text, they stand between commas."""

    def checked(value: object) -> tuple[str, ...]:
        remedy = "give paths, between commas where they are one text"
        several = (value,) if isinstance(value, os.PathLike) else value
        parts = several.split(",") if isinstance(several, str) else _several(several, remedy)
        if not all(isinstance(one, str | os.PathLike) and os.fspath(one).strip() for one in parts):
            raise _refused(value, remedy)
        return tuple(os.fspath(one).strip() for one in parts)

    return field(default=(), converter=checked)


def ids() -> Any:
    """Return a field that is a tuple of ids; in one text blanks part them, as full ids may hold commas."""

    def checked(value: object) -> tuple[str, ...]:
        remedy = "give ids, between blanks where they are one text"
        parts = value.split() if isinstance(value, str) else _several(value, remedy)
        if not all(isinstance(one, str) for one in parts):
            raise _refused(value, remedy)
        return tuple(parts)

    return field(default=(), converter=checked)


def time() -> Any:
    """Return a field that is a day or a time, its text in ISO 8601 with or without an offset, or None."""

    def checked(value: object) -> date | None:
        found = _read(value, datetime.fromisoformat)
        if found is None and value is not None:
            raise _refused(value, "write it as 2026-03-04T15:30, or as a day: 2026-03-04")
        return found

    return field(default=None, converter=checked)


def days() -> Any:
    """Return a field that is a tuple of days, in order: of a day or several, or of texts with commas between days."""

    def checked(value: object) -> tuple[date, ...]:
        remedy = "write a day as 2026-03-04, several as 2026-03-04,2026-03-05"
        parts = (value,) if isinstance(value, str | date) else _several(value, remedy)
        known = set()
        for one in (one for part in parts for one in _between_commas(part)):
            found = _read(one, date.fromisoformat)
            if found is None:
                raise _refused(one, remedy)
            known.add(found.date() if isinstance(found, datetime) else found)
        return tuple(sorted(known))

    return field(default=(), converter=checked)


def past() -> Any:
    """Return a field that is a `History`, which no text can be; by default one without a past.

    The class is imported when a value is made: most formats do not ask for it.
    """

    def none() -> "History":
        from ..identity.history import History

        return History()

    def checked(value: object) -> "History":
        from ..identity.history import History

        if not isinstance(value, History):
            raise _refused(value, "export a version of an archive, which knows it")
        return value

    return field(factory=none, converter=checked, metadata=NO_TEXT)


def _refused(value: object, remedy: str) -> RefusedError:
    return RefusedError(f"cannot be {value!r}", remedy)


def _several(value: object, remedy: str) -> tuple[Any, ...]:
    """Return the parts of what has any; those of a set sorted, which has no order of its own."""
    if not isinstance(value, Iterable):
        raise _refused(value, remedy)
    return tuple(sorted(value, key=str) if isinstance(value, Set) else value)


def _between_commas(value: object) -> Iterator[object]:
    if isinstance(value, str):
        yield from filter(None, map(str.strip, value.split(",")))
    else:
        yield value


def _read(value: object, otherwise: Callable[[str], date]) -> date | None:
    """Return a day or time as it is, or what a text means: a day, or what `otherwise` reads; None for neither."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    for read in (date.fromisoformat, otherwise):
        try:
            return read(value.strip())
        except ValueError:
            continue
    return None
