"""JSON from strangers: read as far as it can be, with a note for everything about it that is not plain JSON.

`load` gives values; `Node` walks them. A platform's file is full of what no archive should hold (e-mail addresses,
sessions, privileges), so a node never gives an object as a whole: an importer asks for each field by its name and
type, and what it does not ask for never reaches the model.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo

import orjson
from attrs import field, frozen

from ..errors import ImportFailure, amount
from ..model import Moment, Note
from .guards import bare
from .privacy import glimpse, type_name
from .shapes import Json

_REMEDY = "save the file again from its source"
_HALF = re.compile("[\ud800-\udfff]")
_YES = frozenset({"true", "yes", "1"})
_NO = frozenset({"false", "no", "0"})


def glance(data: bytes) -> Json:
    """Return the value that sniffs look at: fast where the file is plain JSON, and without notes.

    Raises `ImportFailure` for what `load` refuses.
    """
    try:
        plain: Json = orjson.loads(data)
    except orjson.JSONDecodeError:
        return load(data)[0]
    return plain


def load(data: bytes, encoding: str | None = None) -> tuple[Json, list[Note]]:
    """Return the value of a JSON file, and notes for what JSON does not allow but files hold.

    A name that stands twice in an object counts as its last, as in every browser; NaN and infinities are nothing;
    a lone surrogate is U+FFFD. What guards it is left out, and values a line each (JSON Lines) are a list. Raises
    `ImportFailure` for anything that is not JSON otherwise.
    """
    oddities = _Oddities()
    text = bare(_decode(data, encoding))
    try:
        value = _value(text, oddities)
        if "\\u" in text:
            value = oddities.mended(value)
    except json.JSONDecodeError as error:
        raise ImportFailure(f"not JSON: {error.msg}", remedy=_REMEDY, line=error.lineno) from error
    except RecursionError as error:
        raise ImportFailure("JSON that is nested too deeply", remedy=_REMEDY) from error
    except ValueError as error:  # CPython's guard against numbers of thousands of digits
        raise ImportFailure("not JSON: a number too long to read", remedy=_REMEDY) from error
    return value, oddities.notes()


def _value(text: str, oddities: "_Oddities") -> Json:
    try:
        value: Json = oddities.loads(text)
    except json.JSONDecodeError as error:
        lines = [line for line in text.split("\n") if line and not line.isspace()]
        if error.msg != "Extra data" or len(lines) < 2:
            raise
        oddities.forget()
        try:
            return [oddities.loads(line) for line in lines]
        except json.JSONDecodeError:
            raise error from None
    return value


def _decode(data: bytes, encoding: str | None) -> str:
    """Return the text of a JSON file: in the encoding that is declared, else in the Unicode form that it shows."""
    name = encoding or json.detect_encoding(data)
    try:
        return data.decode(name).removeprefix("\ufeff")
    except UnicodeError as error:
        raise ImportFailure(
            f"not {name.removesuffix('-sig').upper()}, as JSON is",
            remedy="declare its real encoding, such as encoding='cp1252'",
            byte=getattr(error, "start", None),
        ) from error


class _Oddities:
    """What a file holds that is not plain JSON, counted while it is read."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Begin anew, for what was read is read once more."""
        self._repeated: Counter[str] = Counter()
        self._constants: Counter[str] = Counter()
        self._surrogates = 0
        self._decoder = json.JSONDecoder(object_pairs_hook=self.members, parse_constant=self.constant)

    def loads(self, text: str) -> Json:
        """Return the value of a JSON text; errors are those of `json.loads`."""
        value: Json = self._decoder.decode(text)
        return value

    def members(self, pairs: list[tuple[str, Json]]) -> Json:
        found = dict(pairs)
        if len(found) < len(pairs):
            self._repeated += Counter(name for name, _ in pairs) - Counter(found.keys())
        return found

    def constant(self, name: str) -> None:
        self._constants[name] += 1

    def mended(self, value: Json) -> Json:
        """Return `value` with U+FFFD for each half of a surrogate pair that stands alone."""
        if isinstance(value, str):
            if value.isascii():
                return value
            whole, count = _HALF.subn("\ufffd", value)
            self._surrogates += count > 0
            return whole
        if isinstance(value, list):
            return [self.mended(item) for item in value]
        if isinstance(value, dict):
            return {str(self.mended(name)): self.mended(item) for name, item in value.items()}
        return value

    def notes(self) -> list[Note]:
        found = [
            Note(
                code="duplicate-member",
                text=f"{glimpse(name)!r} stands twice in one object, "
                f"{amount(count, 'time', 'times')}; the last counts",
            )
            for name, count in self._repeated.items()
        ]
        found += [
            Note(
                code="not-a-number",
                text=f"{name} stands {amount(count, 'time', 'times')} where JSON has no such number; left out",
            )
            for name, count in self._constants.items()
        ]
        if self._surrogates:
            texts = amount(self._surrogates, "text holds", "texts hold")
            found.append(Note(code="replaced-character", text=f"{texts} half a character; now U+FFFD"))
        return found


@frozen
class Node:
    """A JSON object as a source of facts: each is asked for by name and type; `path` is its JSON Pointer (RFC 6901).

    What has another type than the one asked for counts as absent, and is noted. Of several names, the first that
    has a value counts.
    """

    members: Mapping[str, Json]
    notes: list[Note] = field(repr=False)
    path: str = ""

    def _find(self, names: Sequence[str]) -> tuple[str, Json]:
        return next(((name, self.members[name]) for name in names if self.says(name)), ("", None))

    def _refuse(self, name: str, value: Json, wanted: str) -> None:
        self.note("unreadable-value", f"{self._under(name)} is {type_name(value)}, and not {wanted}")

    def note(self, code: str, text: str) -> None:
        """Keep a note."""
        self.notes.append(Note(code=code, text=text))

    def unread(self, what: str | None) -> None:
        """Note that this is an element which shows nothing that can be read, and of which type."""
        self.note("unread-element", f"{self.path}: {glimpse(what or 'no type')}")

    def _under(self, key: str | int) -> str:
        return f"{self.path}/{str(key).replace('~', '~0').replace('/', '~1')}"

    def has(self, *names: str) -> bool:
        """Tell whether every name has a value that is not null."""
        return all(self.members.get(name) is not None for name in names)

    def says(self, name: str) -> bool:
        """Tell whether a name has a value that is neither null nor a blank text."""
        value = self.members.get(name)
        return value is not None and not (isinstance(value, str) and not value.strip())

    def text(self, *names: str) -> str | None:
        """Return a text without the blanks around it; None where it is blank. A whole number is its digits."""
        name, value = self._find(names)
        if isinstance(value, str):
            return value.strip()
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if value is not None:
            self._refuse(name, value, "a text")
        return None

    def texts(self, name: str) -> list[str]:
        """Return the texts of a list, each without the blanks around it; what is blank or no text is left out."""
        value = self.members.get(name)
        if value is not None and not isinstance(value, list):
            self._refuse(name, value, "a list")
            return []
        listed = Node({str(place): one for place, one in enumerate(value or ())}, self.notes, self._under(name))
        return [text for place in listed.members if (text := listed.text(place))]

    def verbatim(self, name: str) -> str:
        """Return a text unstripped, for its blanks may separate runs of words; "" where it is absent or no text."""
        value = self.members.get(name)
        return value if isinstance(value, str) else ""

    def number(self, *names: str) -> int | None:
        """Return a whole number from 0, also where it is written as a text."""
        name, value = self._find(names)
        if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 16:
            value = int(value)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53):
            return value
        self._refuse(name, value, "a whole number")
        return None

    def flag(self, *names: str) -> bool:
        """Return a truth value, also where it is written as a text ("true") or a number (1); absent is False."""
        name, value = self._find(names)
        if value is None or isinstance(value, bool):
            return bool(value)
        word = str(value).strip().lower()
        if word not in _YES | _NO:
            self._refuse(name, value, "true or false")
        return word in _YES

    def key(self, *names: str) -> str | None:
        """Return a sort value verbatim: a text, or a number as JSON writes it."""
        name, value = self._find(names)
        if isinstance(value, float) and math.isfinite(value):
            return json.dumps(value)
        return self.text(name)

    def stamp(self, *names: str, zone: tzinfo | None = None) -> Moment | None:
        """Return a time in any form of `stamps.read`; one that cannot be read keeps its text, and is noted."""
        from . import stamps  # here, as to tell what data is of takes no times

        name, value = self._find(names)
        if value is None:
            return None
        if isinstance(value, bool | dict | list):
            self._refuse(name, value, "a time")
            return None
        try:
            return stamps.read(value, zone)
        except ValueError as error:
            self.note("unreadable-time", f"{self._under(name)}: {error}")
            return Moment(text=glimpse(value.strip())) if isinstance(value, str) else None

    def node(self, *names: str) -> "Node":
        """Return the object under the last of `names`, one inside the other; an empty node where one is absent."""
        found = self
        for name in names:
            value = found.members.get(name)
            if value is not None and not isinstance(value, dict):
                found._refuse(name, value, "an object")
            found = Node(value if isinstance(value, dict) else {}, self.notes, found._under(name))
        return found

    def nodes(self, *names: str) -> Iterator["Node"]:
        """Yield the objects of the list under the last of `names`; one object counts as a list of one."""
        parent = self.node(*names[:-1])
        value = parent.members.get(names[-1])
        path = parent._under(names[-1])
        if isinstance(value, dict):
            yield Node(value, self.notes, path)
        elif isinstance(value, list):
            yield from nodes_of(value, self.notes, path)
        elif value is not None:
            parent._refuse(names[-1], value, "a list")


def nodes_of(values: Sequence[Json], notes: list[Note], path: str = "") -> Iterator[Node]:
    """Yield the objects of a list as nodes; anything else in it is noted."""
    parent = Node({}, notes, path)
    for index, value in enumerate(values):
        if isinstance(value, dict):
            yield Node(value, notes, parent._under(index))
        elif value is not None:
            parent._refuse(str(index), value, "an object")
