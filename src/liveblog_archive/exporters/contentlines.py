r"""Content lines of iCalendar (RFC 5545 3.1): typed values of `icalendar`, escaped and folded by the letter.

The values, and the components of time zones, are those of `icalendar`; the writing is done here. Its TEXT turns a
backslash before a capital N into a line break and lets control characters through; its folding counts characters
one by one, which takes most of its time; and its components fold the case of every name that they are given, and are
written as one piece, however long the calendar is.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any

from icalendar import Component
from icalendar.parser import Parameters
from icalendar.prop import vDatetime, vText, vUri

from ..characters import visible
from ..hyperlinks import followable

LIMIT = 75  # octets of a line, without its line break
_BACKSLASH = 0x5C


class Written(Parameters):
    """Parameters in their written form; as a mapping they are empty, so there is nothing to initialise.

    `icalendar` makes, orders and quotes a mapping anew for every value.
    """

    def __init__(self, octets: bytes) -> None:
        self._octets = octets

    def to_ical(self, sorted: bool = False) -> bytes:  # noqa: A002, ARG002 - the names are icalendar's
        """Return them as they were given."""
        return self._octets


NO_PARAMETERS = Written(b"")
# What a component is made of: typed values by the name of their property, None where there is nothing to say.
Properties = dict[str, Any]


def present(properties: Properties) -> Properties:
    """Return the properties that say something."""
    return {name: value for name, value in properties.items() if value is not None}


class Text(vText):
    """A TEXT value (RFC 5545 3.3.11): what cannot be printed is made visible, the rest is kept to the letter."""

    def __new__(cls, value: str, params: Parameters = NO_PARAMETERS) -> "Text":
        """Return the text; `params` is shared, not copied."""
        text = str.__new__(cls, visible(value))
        text.params = params
        return text

    def to_ical(self) -> bytes:
        """Return the escaped text: the backslash first, or it would escape the others' backslashes."""
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return escaped.encode()


@cache
def _on_the_clock_of(zone: str) -> Written:
    return Written(f"TZID={zone}".encode())


class Time(vDatetime):
    """A DATE-TIME value (RFC 5545 3.3.5): `dt` is on the clock of the zone called `zone`, else in UTC, or naive.

    `icalendar` asks the time for its zone, and writes one of the keys that it holds to be equivalent.
    """

    def __init__(self, dt: datetime, zone: str | None = None) -> None:
        self.dt = dt
        self.params = _on_the_clock_of(zone) if zone else NO_PARAMETERS
        self._suffix = b"" if zone or dt.tzinfo is None else b"Z"

    def to_ical(self) -> bytes:
        """Return the wall clock in the basic format of ISO 8601, in UTC with a Z."""
        wall = self.dt
        day, clock = (wall.year, wall.month, wall.day), (wall.hour, wall.minute, wall.second)
        return b"%04d%02d%02dT%02d%02d%02d%s" % (*day, *clock, self._suffix)


def address(text: str | None) -> vUri | None:
    """Return an address that can be followed as URI value; None for others: a client opens what it is given."""
    url = followable(text)
    return vUri(url) if url else None


def fold(line: bytes) -> bytes:
    r"""Return a content line, its CRLF included, folded at 75 octets: never inside a UTF-8 character or a `\n` pair.

    The RFC lets a fold stand anywhere, and readers that decode or unescape before they unfold break both.
    """
    if len(line) <= LIMIT + 2:
        return line
    pieces = []
    start, limit, length = 0, LIMIT, len(line) - 2
    while length - start > limit:
        end = start + limit
        while line[end] & 0xC0 == 0x80:  # a continuation octet: its character began before
            end -= 1
        if line[end - 1] == _BACKSLASH:
            piece = line[start:end]
            end -= (len(piece) - len(piece.rstrip(b"\\"))) % 2  # an odd run ends in half a pair
        pieces.append(line[start:end])
        start, limit = end, LIMIT - 1  # the blank that begins a continuation counts too
    pieces.append(line[start:])
    return b"\r\n ".join(pieces)


def content_line(name: str, value: Any) -> bytes:
    """Return one property as folded content line; `value` is a typed value of `icalendar`."""
    written = value.to_ical()
    octets = written if isinstance(written, bytes) else written.encode()
    if parameters := value.params.to_ical(sorted=False):
        return fold(b"%s;%s:%s\r\n" % (name.encode(), parameters, octets))
    return fold(b"%s:%s\r\n" % (name.encode(), octets))


def opening(kind: str, properties: Properties) -> bytes:
    """Return the BEGIN line and the properties of a component, in the order in which they were set."""
    lines = [f"BEGIN:{kind}\r\n".encode()]
    for name, value in properties.items():
        if isinstance(value, list):
            lines += [content_line(name, each) for each in value]
        else:
            lines.append(content_line(name, value))
    return b"".join(lines)


def closing(kind: str) -> bytes:
    """Return the END line of a component."""
    return f"END:{kind}\r\n".encode()


def pieces(component: Component) -> Iterator[bytes]:
    """Yield a component with all that is inside it."""
    yield opening(str(component.name), dict(component))
    for inner in component.subcomponents:
        yield from pieces(inner)
    yield closing(str(component.name))
