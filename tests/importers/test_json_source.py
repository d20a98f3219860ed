"""JSON from strangers: what can be read is read, the rest is noted, and nothing unasked for comes out."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.errors import ImportFailure
from liveblog_archive.importers import Source, json_source
from liveblog_archive.importers.json_source import Node
from liveblog_archive.importers.shapes import Json
from liveblog_archive.model import Moment, Note


def node(text: str) -> Node:
    value, notes = json_source.load(text.encode())
    assert isinstance(value, dict)
    return Node(value, notes)


def codes(found: Node) -> list[str]:
    return [note.code for note in found.notes]


# Files


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_form_of_unicode_is_read(encoding: str) -> None:
    assert json_source.load('{"a": "мост"}'.encode(encoding)) == ({"a": "мост"}, [])


@pytest.mark.parametrize(
    "text",
    [
        ")]}',\n{}",
        ")]}'\n{}",
        "while(1);{}",
        "for (;;); {}",
        "callback({});",
        "/**/ jQuery33.cb_17(\n{} );\n",
        "window.__STATE__ = {};\n",
        "var data={}",
        "/* no page of another site may read this */ f ({})",
    ],
)
def test_what_guards_an_answer_is_no_part_of_it(text: str) -> None:
    data = text.replace("{}", '{"a": ")]}\'"}').encode()
    assert Source(data).json == {"a": ")]}'"}
    assert json_source.load(data) == ({"a": ")]}'"}, [])
    listed = text.replace("{}", '[{"a": 1}]').encode()
    assert Source(listed).json == [{"a": 1}]


@pytest.mark.parametrize("text", [")]} {a}", "Live (14:05)", "Storm ({she} is afloat)", "while we wait; {}"])
def test_a_text_is_no_guarded_json(text: str) -> None:
    assert not Source(text.encode()).is_json


def test_values_a_line_each_are_a_list() -> None:
    value, notes = json_source.load(b'{"a": 1, "a": 2}\r\n\n{"b": NaN}\n')
    assert value == [{"a": 2}, {"b": None}]
    assert [note.code for note in notes] == ["duplicate-member", "not-a-number"]
    assert "1 time" in notes[0].text


@pytest.mark.parametrize("text", ['{"a": 1}\n{"b": ', '{"a": 1} and more', '{"a": 1}\n}'])
def test_a_file_that_goes_on_otherwise_is_no_json(text: str) -> None:
    with pytest.raises(ImportFailure, match="not JSON: Extra data"):
        json_source.load(text.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32"])
def test_half_a_character_is_replaced_in_every_form_of_unicode(encoding: str) -> None:
    value, notes = json_source.load('{"a": "one \\ud83d half"}'.encode(encoding))
    assert value == {"a": "one \ufffd half"}
    assert [note.code for note in notes] == ["replaced-character"]


def test_another_encoding_is_read_when_it_is_declared_and_else_refused_with_the_byte() -> None:
    data = '{"a": "brücke"}'.encode("cp1252")
    assert json_source.load(data, "cp1252")[0] == {"a": "brücke"}
    with pytest.raises(ImportFailure) as caught:
        json_source.load(data)
    assert str(caught.value) == (
        "byte 9: not UTF-8, as JSON is; declare its real encoding, such as encoding='cp1252'"
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"a": ', "line 1: not JSON: Expecting value"),
        (b'{"a": 1}\n{"b": ', "line 2: not JSON: Extra data"),
        (b"", "line 1: not JSON: Expecting value"),
        (b'{"a": ' + b"9" * 5000 + b"}", "not JSON: a number too long to read"),
        (b"[" * 200_000, "JSON that is nested too deeply"),
        (b'{"a":' * 100_000, "JSON that is nested too deeply"),
    ],
)
def test_what_is_not_json_is_one_clear_line(data: bytes, message: str) -> None:
    with pytest.raises(ImportFailure) as caught:
        json_source.load(data)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_a_name_that_stands_twice_counts_as_its_last() -> None:
    found = node('{"a": 1, "a": 2, "a": 3, "b": 4}')
    assert found.members == {"a": 3, "b": 4}
    assert found.notes == [
        Note(code="duplicate-member", text="'a' stands twice in one object, 2 times; the last counts")
    ]


def test_numbers_that_json_does_not_have_are_nothing() -> None:
    found = node('{"a": NaN, "b": [NaN, -Infinity]}')
    assert found.members == {"a": None, "b": [None, None]}
    assert [note.text.split()[0] for note in found.notes] == ["NaN", "-Infinity"]
    assert codes(found) == ["not-a-number"] * 2


def test_half_a_character_is_replaced_and_noted() -> None:
    found = node('{"a": "one \\ud83d two", "b": ["\\ud83c\\udf09", "ü", "ascii", 1], "\\udc00": 1}')
    assert found.members == {"a": "one \ufffd two", "b": ["🌉", "ü", "ascii", 1], "\ufffd": 1}
    assert found.notes == [Note(code="replaced-character", text="2 texts hold half a character; now U+FFFD")]


def test_a_glance_sees_what_reading_gives() -> None:
    assert json_source.glance(b'{"a": [1, "x"]}') == {"a": [1, "x"]}
    assert json_source.glance(b'\xef\xbb\xbf{"a": NaN}') == {"a": None}
    with pytest.raises(ImportFailure):
        json_source.glance(b"{")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=5),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=5), children, max_size=3),
)


@settings(derandomize=True, deadline=None)
@given(VALUES)
def test_plain_json_is_read_as_it_is(value: Json) -> None:
    data = json.dumps(value).encode()
    assert json_source.load(data) == (value, [])
    assert json_source.glance(data) == value


# Nodes


def test_a_text_is_asked_for_by_name() -> None:
    found = node('{"blank": " \\n", "null": null, "a": " words ", "n": 7, "yes": true, "list": ["x"]}')
    assert found.text("blank", "null", "missing", "a") == "words"
    assert found.text("n") == "7"
    assert found.text("missing") is None
    assert found.notes == []
    assert found.text("yes") is None
    assert found.text("list") is None
    assert [note.text for note in found.notes] == [
        "/yes is a truth value, and not a text",
        "/list is a list, and not a text",
    ]
    assert (found.verbatim("a"), found.verbatim("n")) == (" words ", "")


def test_a_long_time_is_quoted_in_part_and_without_addresses_of_mail() -> None:
    found = node(json.dumps({"a": "ask ada@news.example" + " x" * 1000}))
    assert found.stamp("a") == Moment(text="ask …" + " x" * 37 + " ")
    assert found.notes[0].text == f"/a: 'ask …{' x' * 37} ' is no date and time"


@pytest.mark.parametrize(
    ("value", "flag"),
    [("true", True), ("false", False), ('"true"', True), ('"False"', False), ("1", True), ("0", False),
     ('"0"', False), ('"yes"', True), ("null", False), ('""', False)],
)  # fmt: skip
def test_a_truth_value_is_read_in_any_form(value: str, flag: bool) -> None:
    found = node(f'{{"a": {value}}}')
    assert found.flag("a") is flag
    assert found.notes == []


def test_what_is_neither_true_nor_false_is_false_and_noted() -> None:
    found = node('{"a": "perhaps"}')
    assert not found.flag("a")
    assert found.notes == [Note(code="unreadable-value", text="/a is a text, and not true or false")]


def test_a_whole_number_may_be_written_as_a_text() -> None:
    found = node('{"a": 3, "b": "12", "c": -1, "d": 1.5, "e": true, "f": "x", "g": "99999999999999999999"}')
    assert [found.number(name) for name in "abx"] == [3, 12, None]
    assert [found.number(name) for name in "cdefg"] == [None] * 5
    assert codes(found) == ["unreadable-value"] * 5


def test_a_sort_value_is_kept_as_it_is_written() -> None:
    found = node('{"a": 2.50, "b": 3, "c": "010"}')
    assert [found.key(name) for name in "abcx"] == ["2.5", "3", "010", None]


def test_a_time_that_cannot_be_read_keeps_its_text() -> None:
    found = node('{"a": "2026-03-03T14:05Z", "b": "around noon", "c": [], "d": " "}')
    assert found.stamp("missing", "d") is None
    assert found.stamp("a") is not None
    assert found.notes == []
    assert found.stamp("b") == Moment(text="around noon")
    assert found.stamp("c") is None
    assert found.notes[1] == Note(code="unreadable-value", text="/c is a list, and not a time")
    assert found.notes[0].text == "/b: 'around noon' is no date and time"


def test_an_object_is_asked_for_by_the_names_that_lead_to_it() -> None:
    found = node('{"a": {"b~/c": {"d": "deep"}}, "text": "x"}')
    assert found.has("a", "text")
    assert not found.has("a", "missing")
    assert found.node("a", "b~/c").text("d") == "deep"
    assert found.node("a", "b~/c").path == "/a/b~0~1c"
    assert found.node("missing", "more").text("d") is None
    assert found.notes == []
    assert found.node("text").members == {}
    assert found.notes[0].text == "/text is a text, and not an object"


def test_the_objects_of_a_list_know_their_places() -> None:
    found = node('{"a": {"list": [{"n": 1}, null, {"n": 2}, 7]}, "one": {"n": 3}, "text": "x"}')
    assert [(one.path, one.text("n")) for one in found.nodes("a", "list")] == [("/a/list/0", "1"), ("/a/list/2", "2")]
    assert [one.path for one in found.nodes("one")] == ["/one"]
    assert list(found.nodes("missing")) == []
    assert list(found.nodes("text")) == []
    assert [note.text for note in found.notes] == [
        "/a/list/3 is a number, and not an object",
        "/text is a text, and not a list",
    ]
