"""What the model demands of a field: one function per demand, each naming the field in its error."""

from collections.abc import Collection, Iterable
from typing import Any, TypeVar, cast

from ..errors import ModelError

T = TypeVar("T")

_NO_SEQUENCES = (str, bytes, set, frozenset)


def text(field: str, value: object, *, empty: bool = True) -> None:
    """Demand a string of Unicode scalar values (no lone surrogates); with `empty=False` not a blank one.

    Control characters are text: sources contain them, and each exporter escapes them by its stated rule.
    A lone surrogate is not text in any encoding, so nothing could be hashed, written or printed from it.
    """
    if not isinstance(value, str):
        raise ModelError(f"expected text, got {type(value).__name__}", field, "give a str")
    if not value.isascii():
        _refuse_surrogates(field, value)
    if not empty and not value.strip():
        raise ModelError("empty text", field, "give text, or leave the field out")


def _refuse_surrogates(field: str, value: str) -> None:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ModelError(
            f"lone surrogate U+{ord(value[error.start]):04X} at character {error.start}",
            field,
            "decode the source with its real encoding, or replace the character",
        ) from error


def optional_text(field: str, value: object) -> None:
    """Demand None or text that is not blank: an absent value is None, never an empty string."""
    if value is not None:
        text(field, value, empty=False)


def instance(field: str, value: object, kind: type | tuple[type, ...], *, optional: bool = False) -> None:
    """Demand an instance of `kind`; with `optional=True` None will do."""
    if not (isinstance(value, kind) or (optional and value is None)):
        raise _unexpected(field, value, kind if isinstance(kind, tuple) else (kind,))


def _unexpected(field: str, value: object, kinds: tuple[type, ...]) -> ModelError:
    names = " or ".join(kind.__name__ for kind in kinds)
    article = "an" if names[0] in "AEIOUaeiou" else "a"
    return ModelError(f"expected {names}, got {type(value).__name__}", field, f"give {article} {names}")


# What JSON has, in words; `None` is what is missing, too.
_OF_JSON = {
    dict: "an object",
    list: "an array",
    str: "a text",
    int: "a whole number",
    float: "a decimal number",
    bool: "a truth value",
}


def of_kind(field: str, value: object, kind: type[T], remedy: str = "") -> T:
    """Return `value` if it is of `kind`, else raise `ModelError`: a JSON file may hold any value anywhere."""
    if not isinstance(value, kind):
        wrong = "is missing here" if value is None else f"belongs here, not {_OF_JSON.get(type(value), 'that')}"
        raise ModelError(f"{_OF_JSON[kind]} {wrong}", field, remedy)
    return value


def items(field: str, values: object, kind: type | tuple[type, ...]) -> None:
    """Demand a tuple whose items are all of `kind` itself: no record has a place for what a subclass would add."""
    if values == ():
        return
    instance(field, values, tuple)
    found = cast("tuple[object, ...]", values)  # the line above saw to it
    kinds = kind if isinstance(kind, tuple) else (kind,)
    if not set(map(type, found)).issubset(kinds):
        index, value = next((index, value) for index, value in enumerate(found) if type(value) not in kinds)
        raise _unexpected(f"{field}[{index}]", value, kinds)


def choice(field: str, value: object, allowed: Collection[str]) -> None:
    """Demand one of the `allowed` words."""
    if value not in allowed:
        raise ModelError(f"unknown value {value!r}", field, f"use one of: {', '.join(sorted(allowed))}")


def natural(field: str, value: object, *, least: int = 0, optional: bool = False) -> None:
    """Demand an integer of at least `least` that JSON can carry exactly (at most 2**53 - 1, RFC 8785 3.2.2.3)."""
    if value is None and optional:
        return
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value < 2**53:
        raise ModelError(f"expected a whole number from {least} to 2**53-1, got {value!r}", field, "give one")


def as_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """Turn a list or any other iterable into the tuple that the model keeps.

    What is none is left for the field's check to refuse, and so are text, whose letters are never what was meant,
    and sets, whose sequence differs from one process to the next.
    """
    if type(values) is tuple:
        return values
    if type(values) is list or (isinstance(values, Iterable) and not isinstance(values, _NO_SEQUENCES)):
        return tuple(values)
    return cast("tuple[Any, ...]", values)  # refused by the check that follows every conversion
