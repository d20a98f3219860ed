"""JSON text, read value by value: what it holds, and the line of what is no JSON."""

import json
from typing import Any

import pytest

from liveblog_archive.errors import ImportFailure
from liveblog_archive.interchange.json_text import REMEDY, JsonText


def read(data: bytes) -> object:
    """Read an object member by member, the arrays in it item by item, and nothing after it."""
    text, found = JsonText(data), {}
    for name in text.names():
        found[name] = [text.value() for _ in text.items()] if text.opens("[") else text.value()
    text.end()
    return found


@pytest.mark.parametrize("value", [{}, {"a": []}, {"a": [1, [2], {"b": [3]}], "": None, "c": {"d": "é"}}])
@pytest.mark.parametrize("indent", [None, 2])
def test_it_reads_what_json_reads(value: object, indent: int | None) -> None:
    assert read(json.dumps(value, indent=indent).encode()) == value


def test_a_byte_order_mark_is_passed_over() -> None:
    assert read(b"\xef\xbb\xbf{}") == {}


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [
        (b'{\n1: 2}', 2, "not JSON: a name that is no text"),
        (b'{"a": 1,\n"a": 2}', 2, "the member 'a' stands twice in one object"),
        (b'{"a":\n{"b": 1, "b": 2}}', 2, "the member 'b' stands twice in one object"),
        (b'{"a": 1}\n\nx', 3, "not JSON: Extra data"),
        (b'{"a"\n1}', 2, "not JSON: Expecting :"),
        (b'{"a": 1\n"b": 2}', 2, "not JSON: Expecting , or }"),
        (b'{"a": 1\n', 2, "not JSON: Expecting , or }"),
        (b'{"a": [1\n2]}', 2, "not JSON: Expecting , or ]"),
        (b'\n[]', 2, "not JSON: Expecting {"),
        (b'{"a":\n}', 2, "not JSON: Expecting value"),
        (b'{"a":\n' + b"1" * 5000 + b"}", 2, "not JSON: a number too long to read"),
        (b'{"a":\n[1, NaN]}', 2, "not JSON: NaN is no number of JSON"),
        (b'{"a":\n{"b": -Infinity}}', 2, "not JSON: -Infinity is no number of JSON"),
        (b'{"a":\n{"b": ' + b"[" * 99_999 + b"}", 2, "nested too deeply"),
    ],
)  # fmt: skip
def test_what_is_no_json_is_told_with_its_line(data: bytes, line: int, what: str) -> None:
    with pytest.raises(ImportFailure) as caught:
        read(data)
    assert (caught.value.what, caught.value.line, caught.value.remedy) == (what, line, REMEDY)


def test_what_is_not_utf_8_is_told_with_its_byte() -> None:
    with pytest.raises(ImportFailure) as caught:
        read(b'{"a": "\xe9"}')
    assert (caught.value.what, caught.value.byte) == ("not UTF-8, as JSON always is", 7)


class _CountedText(str):
    """A text that remembers how many of its characters were searched for line ends."""

    searched = 0

    def count(self, what: str, *place: Any) -> int:
        self.searched += len(self[slice(*place)])
        return super().count(what, *place)


class _CountedBytes(bytes):
    text: _CountedText

    def decode(self, *encoding: str) -> str:
        self.text = _CountedText(super().decode(*encoding))
        return self.text


def searched(items: int) -> int:
    """Return how many characters are searched where the line of each of so many items is asked for."""
    data = _CountedBytes(json.dumps([*range(items)], indent=0).encode())
    text = JsonText(data)
    lines = [(text.line(), text.value())[0] for _ in text.items()]
    assert lines == [*range(2, items + 2)]
    return data.text.searched


def test_lines_are_counted_without_searching_any_character_again() -> None:
    assert searched(10_000) < 10 * 10_000


def test_lines_are_right_also_where_reading_goes_back() -> None:
    text = JsonText(b"[\n1,\n2]")
    start = text.at
    lines = [(text.line(), text.value()) for _ in text.items()]
    text.at = start
    assert lines == [(2, 1), (3, 2)]
    assert text.line() == 1
