"""Abbreviations of time zones as newsrooms print them.

An abbreviation is a claim, not a zone: IST is Indian, Israel or Irish time. Each names what it may mean: an offset in
minutes east of UTC, or the IANA zone whose clock it follows. Which one is meant is found with the blog's own zone; a
contradiction is noted, and an abbreviation with one meaning can stand in for a zone that nobody gave.
"""

import re
from datetime import datetime, timedelta

from ..zones import keys, zone

_OFFSET = re.compile(r"(?P<sign>[+−-])(?P<hours>\d\d?):?(?P<minutes>\d\d)?$")
ABBREVIATIONS: dict[str, tuple[int | str, ...]] = {
    "UTC": (0,),
    "GMT": (0,),
    "BST": (60,),
    "WET": (0,),
    "WEST": (60,),
    "CET": (60,),
    "CEST": (120,),
    "MEZ": (60,),
    "MESZ": (120,),
    "EET": (120,),
    "EEST": (180,),
    "MSK": (180,),
    "TRT": (180,),
    "AMT": (240,),
    "AZT": (240,),
    "GET": (240,),
    "IST": (330, 120, 60),
    "IDT": (180,),
    "PKT": (300,),
    "SGT": (480,),
    "HKT": (480,),
    "JST": (540,),
    "KST": (540,),
    "AEST": (600,),
    "AEDT": (660,),
    "NZST": (720,),
    "NZDT": (780,),
    "AWST": (480,),
    "ACST": (570,),
    "ACDT": (630,),
    "WIB": (420,),
    "WITA": (480,),
    "PHT": (480,),
    "NPT": (345,),
    "SAST": (120,),
    "EAT": (180,),
    "WAT": (60,),
    "BRT": (-180,),
    "ART": (-180,),
    "COT": (-300,),
    "PET": (-300,),
    "EST": (-300,),
    "EDT": (-240,),
    "ET": ("America/New_York",),
    "CST": (-360, 480),
    "CDT": (-300,),
    "CT": ("America/Chicago",),
    "MST": (-420,),
    "MDT": (-360,),
    "MT": ("America/Denver",),
    "PST": (-480,),
    "PDT": (-420,),
    "PT": ("America/Los_Angeles",),
    "AST": (-240, 180),
    "ADT": (-180,),
    "NST": (-210,),
    "NDT": (-150,),
    "AKST": (-540,),
    "AKDT": (-480,),
    "HST": (-600,),
    # In full.
    "Greenwich Mean Time": (0,),
    "British Summer Time": (60,),
    "Central European Time": (60,),
    "Central European Summer Time": (120,),
    "Atlantic Time": ("America/Halifax",),
    "Eastern Time": ("America/New_York",),
    "Eastern Standard Time": (-300,),
    "Eastern Daylight Time": (-240,),
    "Central Time": ("America/Chicago",),
    "Mountain Time": ("America/Denver",),
    "Pacific Time": ("America/Los_Angeles",),
    "Pacific Standard Time": (-480,),
    "Pacific Daylight Time": (-420,),
    # Canada's in French: heure normale, heure avancée.
    "HNT": (-210,),
    "HNA": (-240,),
    "HAA": (-180,),
    "HNE": (-300,),
    "HAE": (-240,),
    "HNC": (-360,),
    "HAC": (-300,),
    "HNP": (-480,),
    "HAP": (-420,),
}

# North America's: behind a time and in brackets, they stand for their time.
REGIONS = ("Atlantic", "Eastern", "Central", "Mountain", "Pacific")
_AROUND = " \u00a0\u202f()[]"


def named(printed: str) -> str:
    """Return the name of a zone as printed, maybe in brackets: `ET` for ` (ET)`, `Eastern Time` for ` (Eastern)`."""
    name = printed.strip(_AROUND)
    return f"{name} Time" if name in REGIONS else name


def offsets(abbreviation: str, wall: datetime) -> list[timedelta]:
    """Return the offsets from UTC that `abbreviation` may mean at a wall clock time."""
    if abbreviation not in ABBREVIATIONS:
        return [_numeric(abbreviation)]
    found = []
    for meaning in ABBREVIATIONS[abbreviation]:
        if isinstance(meaning, int):
            found.append(timedelta(minutes=meaning))
        else:
            found.append(wall.replace(tzinfo=zone(meaning)).utcoffset() or timedelta())
    return found


def zone_key(abbreviation: str) -> str | None:
    """Return the IANA key that an abbreviation or offset stands for where it is one, in whole hours; else None."""
    if abbreviation in ABBREVIATIONS:
        first, *others = ABBREVIATIONS[abbreviation]
        if others:
            return None
    else:
        first = int(_numeric(abbreviation) / timedelta(minutes=1))
    if isinstance(first, str):
        return first
    hours, minutes = divmod(first, 60)
    key = f"Etc/GMT{-hours:+d}" if hours else "UTC"  # the tz database counts these westward
    return key if not minutes and key in keys() else None


def _numeric(stated: str) -> timedelta:
    """Return the offset that `Z`, `+01:00` or `GMT+2` states (ISO 8601, RFC 3339)."""
    match = _OFFSET.search(stated)
    if match is None:
        return timedelta()
    size = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    return size if match["sign"] == "+" else -size
