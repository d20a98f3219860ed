"""The text of an iCalendar file (RFC 5545 3.1): octets -> content lines -> properties in components.

It is read by the letter and for checking only: what does not fit is a finding, and reading goes on behind it.
"""

import re
from collections import Counter
from collections.abc import Iterator

from attrs import Factory, define, frozen

LIMIT = 75  # octets of a line, without its line break

_NAME = "[A-Za-z0-9-]+"
_VALUE = r'(?:"[^"]*"|[^";:,]*)'
_LINE = re.compile(f"({_NAME})((?:;{_NAME}={_VALUE}(?:,{_VALUE})*)*):(.*)", re.DOTALL)
_PARAMETER = re.compile(f";({_NAME})=({_VALUE}(?:,{_VALUE})*)")
_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f]")  # RFC 5545 3.1 CONTROL: all but the tab


@frozen(order=True)
class Finding:
    """What is wrong, on which line (from 1), and in which component or property where that is known."""

    line: int
    where: str
    message: str


@frozen
class Property:
    """A property: names are in capitals, parameter values as written, without a pair of quotes around the whole."""

    line: int
    name: str
    parameters: dict[str, str]
    value: str


@define(eq=False)
class Component:
    """A component; `number` counts its kind in the file, from 1. The file itself is a component without a name."""

    name: str
    number: int
    line: int
    parent: "Component | None"
    properties: list[Property] = Factory(list)
    components: list["Component"] = Factory(list)
    _firsts: dict[str, Property] = Factory(dict)

    def __str__(self) -> str:
        return f"{self.name}[{self.number}]" if self.name else "the file"

    def add(self, found: Property) -> None:
        """Add a property."""
        self.properties.append(found)
        self._firsts.setdefault(found.name, found)

    def first(self, name: str) -> Property | None:
        """Return the first property of one name, or None."""
        return self._firsts.get(name)


def read(data: bytes) -> tuple[Component, list[Finding]]:
    """Return the file as a component without a name, and what is wrong with its lines and their nesting."""
    findings: list[Finding] = []
    opened = [Component("", 1, 0, None)]  # from the file itself to the innermost component
    numbers: Counter[str] = Counter()
    awaited: Counter[str] = Counter()  # how many components of a name are open
    for line, text in _content_lines(data, findings):
        here = opened[-1]
        found = _property(line, text)
        if found is None:
            findings.append(Finding(line, "", "not a name, parameters, a colon and a value (RFC 5545 3.1)"))
        elif found.name == "BEGIN":
            name = found.value.upper()
            numbers[name] += 1
            awaited[name] += 1
            opened.append(Component(name, numbers[name], line, here))
            here.components.append(opened[-1])
        elif found.name == "END" and not awaited[found.value.upper()]:
            findings.append(Finding(line, str(here), f"END:{found.value} without its BEGIN (RFC 5545 3.6)"))
        elif found.name == "END":
            while (closed := opened.pop()).name != found.value.upper():
                awaited[closed.name] -= 1
                findings.append(_unclosed(closed))
            awaited[closed.name] -= 1
        elif len(opened) == 1:
            findings.append(Finding(line, found.name, "outside of every component (RFC 5545 3.4)"))
        else:
            here.add(found)
    findings += [_unclosed(each) for each in opened[1:]]
    return opened[0], findings


def _unclosed(component: Component) -> Finding:
    return Finding(component.line, str(component), f"no END:{component.name} (RFC 5545 3.6)")


def _property(line: int, text: str) -> Property | None:
    match = _LINE.fullmatch(text)
    if match is None:
        return None
    parameters = {name.upper(): value.strip('"') for name, value in _PARAMETER.findall(match[2])}
    return Property(line, match[1].upper(), parameters, match[3])


def _content_lines(data: bytes, findings: list[Finding]) -> Iterator[tuple[int, str]]:
    """Yield each content line, unfolded, with the number of its first row in the file."""
    start = 0
    parts: list[str] = []
    for number, row in enumerate(_rows(data, findings), start=1):
        text = _decoded(row, number, findings)
        if text[:1] in {" ", "\t"}:
            if not start:
                findings.append(Finding(number, "", "a continuation of nothing (RFC 5545 3.1)"))
            parts.append(text[1:])
            continue
        if start:
            yield start, "".join(parts)
        if not text:
            findings.append(Finding(number, "", "an empty line (RFC 5545 3.1)"))
        start, parts = (number, [text]) if text else (0, [])
    if start:
        yield start, "".join(parts)


def _rows(data: bytes, findings: list[Finding]) -> Iterator[bytes]:
    """Yield the lines as they stand in the file, without their line breaks."""
    rows = data.split(b"\n")
    if last := rows.pop():
        findings.append(Finding(len(rows) + 1, "", "the last line has no line break (RFC 5545 3.1)"))
    for number, row in enumerate(rows, start=1):
        if not row.endswith(b"\r"):
            findings.append(Finding(number, "", "a line break that is not CR LF (RFC 5545 3.1)"))
        yield _counted(row.removesuffix(b"\r"), number, findings)
    if last:
        yield _counted(last, len(rows) + 1, findings)


def _counted(row: bytes, number: int, findings: list[Finding]) -> bytes:
    if len(row) > LIMIT:
        findings.append(Finding(number, "", f"{len(row)} octets, more than {LIMIT} (RFC 5545 3.1)"))
    return row


def _decoded(row: bytes, number: int, findings: list[Finding]) -> str:
    """Return a row as text; each is decoded by itself, as a fold must not stand inside a character."""
    try:
        text = row.decode("utf-8")
    except UnicodeDecodeError as error:
        findings.append(Finding(number, "", f"not UTF-8 at octet {error.start + 1} (RFC 5545 3.1.4)"))
        text = row.decode("utf-8", "replace")
    if control := _CONTROL.search(text):
        findings.append(Finding(number, "", f"the control character U+{ord(control[0]):04X} (RFC 5545 3.1)"))
    return text
