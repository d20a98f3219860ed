"""Where a page says when: attributes that state an instant, and short texts that are a printed time."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from ...model import Moment
from ...zones import Zone
from .. import stamps
from .printed import LONGEST, PrintedReader

# Seconds or milliseconds since 1970: other digits, such as 20260303140500, only serve to sort.
_UNIX = re.compile(r"[0-9]{10}(?:[0-9]{3})?")
_FEWEST = 10  # characters of a stated instant
_STATES = re.compile(
    r"title|aria-label|datetime|time|timestamp|published|created|data-(?:[a-z]+-)*ts|"
    r"data-[a-z-]*(?:time|date|stamp|publish|creat|epoch|unix)[a-z-]*"
)
_DATED = re.compile(r"(?:schema:)?(?:datePublished|dateCreated|uploadDate)")
_CHANGED = re.compile(r"updat|modif|edited|expire|sort")
_MOST_PARTS = 5
_TIMES = frozenset({"time", "amp-timeago"})
_NO_TEXT = frozenset(["script", "style", "template", "noscript", "svg", "button", "option", "head"])


def stated(element: etree._Element, zone: Zone | None = None) -> Moment | None:
    """Return the instant that an attribute of `element` states; one without an offset is on the clock of `zone`."""
    if _DATED.fullmatch(element.get("itemprop") or element.get("property") or ""):
        return instant(element.get("content"), zone)
    for name, said in element.items():
        text = str(said)
        if len(text) >= _FEWEST and _STATES.fullmatch(str(name)) and not _CHANGED.search(str(name)):
            moment = instant(text, zone)
            if moment is not None:
                return moment
    return None


def stating(root: etree._Element, zone: Zone | None) -> Iterator[etree._Element]:
    """Yield the elements of a page that state when."""
    for part in root.iterfind("body//*"):
        if (part.tag in _TIMES and part.get("datetime")) or stated(part, zone):
            yield part


def instant(said: str | None, zone: Zone | None = None) -> Moment | None:
    """Return the instant that `said` is; None for a day, and for a clock that may be of any place."""
    if not said or (said.isdecimal() and not _UNIX.fullmatch(said)):
        return None
    try:
        moment = stamps.read(said, zone)
    except ValueError:
        return None
    return moment if moment.offset_source != "unknown" and moment.precision != "day" else None


def printing(root: etree._Element, times: PrintedReader) -> Iterator[etree._Element]:
    """Yield the elements of a page that print a time."""
    return (part for part in root.iterfind("body//*") if _is_printed(part, times))


def _is_printed(element: etree._Element, times: PrintedReader) -> bool:
    """Tell whether `element` is a short text that is a time and nothing else."""
    if element.tag in _NO_TEXT or len([*islice(element.iter(), _MOST_PARTS + 1)]) > _MOST_PARTS:
        return False
    pieces = [str(text) for text in element.itertext()]
    if sum(map(len, pieces)) > 2 * LONGEST:
        return False
    text = " ".join("".join(pieces).split())
    return len(text) <= LONGEST and any(map(str.isdecimal, text)) and times.read(text) is not None
