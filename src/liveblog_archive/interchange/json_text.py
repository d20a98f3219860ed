"""JSON text, decoded value by value: of a long array no more than one item is held at a time."""

import json
import re
from collections.abc import Iterator
from typing import Any

from attrs import evolve

from ..errors import ImportFailure

REMEDY = "take the document as it was written, unchanged"

_BLANKS = re.compile(r"[ \t\n\r]*")  # RFC 8259 2


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return the members of an object; refuse a repeated name, for readers differ on which one counts."""
    members: dict[str, object] = {}
    for name, value in pairs:
        if name in members:
            raise ImportFailure(f"the member {name!r} stands twice in one object", remedy=REMEDY)
        members[name] = value
    return members


def _refuse(constant: str) -> object:
    """Refuse `NaN` and `Infinity`, which Python reads and JSON does not have (RFC 8259 6)."""
    raise ImportFailure(f"not JSON: {constant} is no number of JSON", remedy=REMEDY)


_DECODER = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_refuse)


class JsonText:
    """A JSON text and the position of reading; any failure is an `ImportFailure` with the line."""

    def __init__(self, data: bytes) -> None:
        try:
            self._text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ImportFailure("not UTF-8, as JSON always is", remedy=REMEDY, byte=error.start) from error
        self.at = 0
        self._counted = self._line_ends = 0  # how far line ends were counted, and how many there are up to there

    def line(self) -> int:
        """Return the line of the next value, from 1. Each character is searched once while reading goes forwards."""
        self._next()
        if self.at < self._counted:
            self._counted = self._line_ends = 0
        self._line_ends += self._text.count("\n", self._counted, self.at)
        self._counted = self.at
        return self._line_ends + 1

    def opens(self, bracket: str) -> bool:
        """Tell whether an object `{` or an array `[` comes next."""
        return self._next() == bracket

    def has(self, text: str, place: int) -> bool:
        """Tell whether `text` stands at a place."""
        return self._text.startswith(text, place)

    def value(self) -> Any:
        """Read the next value whole."""
        self._next()
        try:
            value, self.at = _DECODER.raw_decode(self._text, self.at)
        except json.JSONDecodeError as error:
            raise ImportFailure(f"not JSON: {error.msg}", remedy=REMEDY, line=error.lineno) from error
        except RecursionError as error:
            raise self._failure("nested too deeply") from error
        except ValueError as error:
            raise self._failure("not JSON: a number too long to read") from error
        except ImportFailure as error:
            raise evolve(error, line=self.line()) from error
        return value

    def names(self) -> Iterator[str]:
        """Yield the name of each member of the object that comes next; its value has to be read before the next."""
        seen: set[str] = set()
        self._take("{")
        for _ in self._items("}"):
            line = self.line()
            name = self.value()
            if not isinstance(name, str):
                raise ImportFailure("not JSON: a name that is no text", remedy=REMEDY, line=line)
            if name in seen:
                raise ImportFailure(f"the member {name!r} stands twice in one object", remedy=REMEDY, line=line)
            seen.add(name)
            self._take(":")
            yield name

    def items(self) -> Iterator[None]:
        """Yield before each item of the array that comes next; it has to be read before the next."""
        self._take("[")
        return self._items("]")

    def end(self) -> None:
        """Raise `ImportFailure` unless the text ends here."""
        if self._next():
            raise self._failure("not JSON: Extra data")

    def _items(self, closing: str) -> Iterator[None]:
        if self._next() != closing:
            yield
            while self._take(f",{closing}") == ",":
                yield
        else:
            self.at += 1

    def _next(self) -> str:
        """Skip blanks and return the next character, without consuming it; empty at the end."""
        blanks = _BLANKS.match(self._text, self.at)
        self.at = blanks.end() if blanks else self.at
        return self._text[self.at : self.at + 1]

    def _take(self, expected: str) -> str:
        found = self._next()
        if not found or found not in expected:
            raise self._failure(f"not JSON: Expecting {' or '.join(expected)}")
        self.at += 1
        return found

    def _failure(self, what: str) -> ImportFailure:
        return ImportFailure(what, remedy=REMEDY, line=self.line())
