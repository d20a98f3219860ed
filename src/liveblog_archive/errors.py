"""Every error of the library: records of what went wrong, where, and what to do about it.

All have one root, `LiveBlogError`; the text is computed from the record in `__str__` and is always one line.
"""

from typing import Any

from attrs import frozen

__all__ = ["ArchiveError", "CitationError", "ExportError", "ImportFailure", "LiveBlogError", "ModelError"]

_SHOWN = 80


def escaped_line(text: str) -> str:
    """Return `text` with every control character escaped, so that a message stays one line on a terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def shortened(text: str) -> str:
    """Return the first 80 characters of what somebody gave, for a message that names it."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def amount(count: int, one: str, several: str) -> str:
    """Return `1 entry`, `0 entries` or `1,200 entries`."""
    return f"{count:,} {one if count == 1 else several}"


def instead(value: object, expected: str) -> str:
    """Return what is wrong where `value` stands, and what is `expected` is of another type."""
    found = "None" if value is None else f"a value of the type {type(value).__name__}"
    return f"{found} where {expected} expected"


@frozen
class LiveBlogError(Exception):
    """Root of the errors that this library raises on purpose.

    `what` says what is wrong, `where` names the file, field or format, `remedy` says what to do.
    """

    what: str
    where: str = ""
    remedy: str = ""

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what makes the same error again: without it, clusters set the fields of errors, which are frozen."""
        return type(self), self.args

    def place(self) -> str:
        """Return where it happened, as people read it; empty when unknown."""
        return self.where

    def __str__(self) -> str:
        place = self.place()
        message = f"{place}: {self.what}" if place else self.what
        return escaped_line(f"{message}; {self.remedy}" if self.remedy else message)


class ModelError(LiveBlogError):
    """A value that the model refuses; `where` is `Class.field`."""


@frozen
class ImportFailure(LiveBlogError):  # noqa: N818 - the name is promised in the public surface
    """Bytes or text that no entry could be read from.

    `where` is the file's name; `line` counts from 1, `byte` from 0; each is None where it does not apply.
    """

    line: int | None = None
    byte: int | None = None

    def place(self) -> str:
        """Return file, line and byte, as far as they are known."""
        parts = [self.where] if self.where else []
        if self.line is not None:
            parts.append(f"line {self.line}")
        if self.byte is not None:
            parts.append(f"byte {self.byte}")
        return ", ".join(parts)


class ExportError(LiveBlogError):
    """A blog that cannot be written as asked; `where` is the format or the output file."""


class CitationError(LiveBlogError):
    """A citation that cannot be made; `where` is the entry id, paragraph or style that was asked for."""


@frozen
class ArchiveError(LiveBlogError):
    """An archive that cannot be opened, read or added to, or a ledger that is damaged.

    `where` is the path, or the id that was asked for; `line` counts from 1 in a ledger, None where it does not apply.
    """

    line: int | None = None

    def place(self) -> str:
        """Return path and line, as far as they are known."""
        return f"{self.where}, line {self.line}" if self.line is not None else self.where
