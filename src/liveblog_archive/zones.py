"""Time zones by IANA key, read from the pinned `tzdata` package and never from the machine.

The same key gives the same offsets on every machine that installs the same packages: exports are bytes that
people hash and compare, so the operating system's zone files must not shine through.
"""

from datetime import timedelta
from functools import cache
from importlib import import_module
from io import BytesIO
from zoneinfo import ZoneInfo

from .errors import ModelError


class Zone(ZoneInfo):
    """A `ZoneInfo` that pickles by its key although it was read from package data."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return zone, (self.key,)


@cache
def keys() -> frozenset[str]:
    """Return every IANA key that `zone` knows, links included."""
    return frozenset(_data("zones").decode("ascii").split())


@cache
def zone(key: str) -> Zone:
    """Return the zone of an IANA key such as `Asia/Yerevan`.

    Raises `ModelError` for a key that the tz database does not have.
    """
    if key not in keys():
        raise ModelError(f"unknown time zone {key!r}", "LiveBlog.timezone", f"give an IANA key such as {_meant(key)}")
    return Zone.from_file(BytesIO(_data(f"zoneinfo/{key}")), key=key)


def _meant(typed: str) -> str:
    """Return the keys that a place is in, such as `Europe/Istanbul` for `istanbul`; of any other, examples.

    None is of `Etc`, whose signs are the other way round: `Etc/GMT+3` is behind UTC.
    """
    place = "_".join(typed.split()).casefold()
    known = {key: key.casefold() for key in sorted(keys()) if not key.startswith("Etc/")}
    near = [key for key, name in known.items() if place in (name, name.rpartition("/")[2])]
    return " or ".join(near or ("Asia/Yerevan", "UTC"))


@cache
def ahead_of_utc(offset: timedelta) -> str:
    """Return an offset from UTC as people read it: `UTC+4`, `UTC−3:30`, `UTC`."""
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    sign = "−" if offset < timedelta() else "+"
    return f"UTC{sign}{hours}{f':{minutes:02d}' if minutes else ''}" if offset else "UTC"


def _data(name: str) -> bytes:
    from pathlib import Path  # here, as it takes longer to import than most of the model

    return Path(import_module("tzdata").__path__[0], name).read_bytes()
