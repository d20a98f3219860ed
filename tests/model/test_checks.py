"""What every field may be made to demand, and the words in which it is refused."""

from enum import IntEnum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.errors import ModelError
from liveblog_archive.model import checks
from tests.model.refusals import refusal


class TestText:
    @pytest.mark.parametrize("value", ["", " ", "plain", "\x00\x0b\x1f\x85", "🌉", "e\u0301", "\uffff", "\u2028"])
    def test_any_unicode_scalar_values_are_text(self, value):
        checks.text("A.b", value)

    @pytest.mark.parametrize(("value", "kind"), [(None, "NoneType"), (b"a", "bytes"), (3, "int"), (["a"], "list")])
    def test_anything_else_is_not(self, value, kind):
        assert refusal(checks.text, "A.b", value) == f"A.b: expected text, got {kind}; give a str"

    @pytest.mark.parametrize(("value", "point", "position"), [("\ud800", "D800", 0), ("ab\udfffc", "DFFF", 2)])
    def test_a_lone_surrogate_is_named_with_its_place(self, value, point, position):
        assert refusal(checks.text, "A.b", value) == (
            f"A.b: lone surrogate U+{point} at character {position}; "
            "decode the source with its real encoding, or replace the character"
        )

    @pytest.mark.parametrize("value", ["", " ", "\t\n", "\u00a0\u2003"])
    def test_blank_text_is_refused_where_it_would_say_nothing(self, value):
        message = "A.b: empty text; give text, or leave the field out"
        assert refusal(checks.text, "A.b", value, empty=False) == message
        assert refusal(checks.optional_text, "A.b", value) == message

    def test_an_absent_text_is_none(self):
        checks.optional_text("A.b", None)
        checks.optional_text("A.b", "x")


class TestInstance:
    def test_one_kind_is_named(self):
        assert refusal(checks.instance, "A.b", 1, str) == "A.b: expected str, got int; give a str"

    def test_several_kinds_are_named(self):
        message = "A.b: expected str or bytes, got int; give a str or bytes"
        assert refusal(checks.instance, "A.b", 1, (str, bytes)) == message

    def test_none_will_do_only_where_the_field_is_optional(self):
        checks.instance("A.b", None, str, optional=True)
        assert refusal(checks.instance, "A.b", None, str) == "A.b: expected str, got NoneType; give a str"

    def test_something_wrong_is_refused_where_none_would_do(self):
        assert refusal(checks.instance, "A.b", 1, str, optional=True) == "A.b: expected str, got int; give a str"


class TestItems:
    def test_the_item_that_is_wrong_is_counted_from_zero(self):
        message = "A.b[1]: expected str or bytes, got int; give a str or bytes"
        assert refusal(checks.items, "A.b", ("a", 1, None), (str, bytes)) == message

    def test_only_a_tuple_will_do(self):
        assert refusal(checks.items, "A.b", ["a"], str) == "A.b: expected tuple, got list; give a tuple"

    def test_a_subclass_is_refused_because_no_record_could_hold_what_it_adds(self):
        class Louder(str):
            __slots__ = ()

        assert refusal(checks.items, "A.b", (Louder("a"),), str) == "A.b[0]: expected str, got Louder; give a str"

    def test_no_items_are_fine(self):
        checks.items("A.b", (), str)


class TestChoice:
    def test_the_choices_are_listed_in_order_of_the_alphabet(self):
        message = "A.b: unknown value 'pink'; use one of: blue, red"
        assert refusal(checks.choice, "A.b", "pink", ("red", "blue")) == message

    @pytest.mark.parametrize("value", [None, ["red"], 3, "re", ""])
    def test_nothing_but_a_whole_word_will_do(self, value):
        assert refusal(checks.choice, "A.b", value, ("red", "blue")).startswith(f"A.b: unknown value {value!r}")


class TestNatural:
    @pytest.mark.parametrize("value", [0, 1, 2**53 - 1])
    def test_whole_numbers_that_json_carries_exactly(self, value):
        checks.natural("A.b", value)

    @pytest.mark.parametrize("value", [-1, 2**53, True, False, 1.0, "1", None])
    def test_nothing_else(self, value):
        message = f"A.b: expected a whole number from 0 to 2**53-1, got {value!r}; give one"
        assert refusal(checks.natural, "A.b", value) == message

    def test_a_field_may_count_from_one(self):
        checks.natural("A.b", 1, least=1)
        message = "A.b: expected a whole number from 1 to 2**53-1, got 0; give one"
        assert refusal(checks.natural, "A.b", 0, least=1) == message

    def test_none_will_do_only_where_the_field_is_optional(self):
        checks.natural("A.b", None, optional=True)

    def test_a_named_number_is_a_number(self):
        checks.natural("A.b", IntEnum("Level", "ONE").ONE)


class TestAsTuple:
    @pytest.mark.parametrize(
        "values",
        [("a", "b"), ["a", "b"], iter("ab"), {"a": 1, "b": 2}, (letter for letter in "ab")],
        ids=["tuple", "list", "iterator", "dict", "generator"],
    )
    def test_what_has_a_sequence_becomes_a_tuple(self, values):
        assert checks.as_tuple(values) == ("a", "b")

    @pytest.mark.parametrize("value", ["ab", b"ab", {"a", "b"}, frozenset("ab"), None, 3])
    def test_what_has_none_stays_what_it_is_for_the_check_to_refuse(self, value):
        assert checks.as_tuple(value) is value
        assert refusal(checks.items, "A.b", checks.as_tuple(value), str).startswith("A.b: expected tuple, got ")

    def test_an_error_inside_an_iterator_comes_through(self):
        def broken():
            yield "a"
            raise TypeError("from inside")

        with pytest.raises(TypeError, match="from inside"):
            checks.as_tuple(broken())


@settings(derandomize=True, deadline=None)
@given(st.text())
def test_text_that_passes_can_be_encoded(value):
    checks.text("A.b", value)
    assert value.encode().decode() == value


@settings(derandomize=True, deadline=None)
@given(st.text(st.characters(categories=["Cs", "L"]), min_size=1))
def test_text_is_refused_exactly_when_it_cannot_be_encoded(value):
    try:
        checks.text("A.b", value)
    except ModelError:
        assert any("\ud800" <= character <= "\udfff" for character in value)
    else:
        value.encode()
