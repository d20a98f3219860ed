"""What the library asks for as parameters, in words of the command line: the arguments that are given for them."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click
from attrs import evolve

from ..errors import ExportError, LiveBlogError, escaped_line

if TYPE_CHECKING:  # the help of the program needs no model
    from ..model import Note

# Parameters of the library that remedies speak of, and the arguments of the command line that are given for them.
_ARGUMENTS = {
    name: f"--{name}" for name in ("timezone", "encoding", "id", "url", "date", "mapping", "jobs", "scheduler")
} | {
    "blog_id": "BLOG",
    "entries": "--set entries=",
    "expression": "--expression",
    "fonts": "--set fonts=",
    "format": "--from",
    "overwrite": "--force",
    "previous": "brief --since",
}
# A parameter, what it may be set to, and the argument, where a note that is kept in files names both.
_PARAMETER = re.compile(
    rf"(?<![\w-])(?P<name>{'|'.join(_ARGUMENTS)})=(?:'(?P<text>[^']*)'|(?P<word>\w*))(?: \(--\w+\))?"
)
# What the library calls the place of a value that was given as an argument.
_PLACES = {f"LiveBlog.{name}": f"--{name}" for name in ("timezone", "id", "url", "title")}
_PLACES |= {
    "title": "--title",
    "url": "--url",
    "query": "--day",
}  # of a query, no other argument is read by the library
# How errors name an option of a format.
_OPTION = re.compile(r"\boption (\w+)")
_ADVICE = re.compile(r"[:;] give .*", re.DOTALL)


def place(text: str) -> str:
    """Return the path of a folder or an index; refuse `-`, and an empty one, which would be the folder one is in."""
    if text in ("", "-"):
        raise click.BadParameter("'-' is standard input or output, and no place" if text else "an empty path")
    return text


def was_typed(arguments: Mapping[str, str]) -> None:
    """Keep by which arguments options of formats were given, for the errors that name them."""
    click.get_current_context().obj.update(arguments)


def error_line(error: LiveBlogError, typed: Mapping[str, str]) -> str:
    """Return an error as one line, in words of the command line; `typed` are the arguments of `was_typed`."""
    what, where = error.what, _PLACES.get(error.where, error.where)
    if isinstance(error, ExportError):
        what = _OPTION.sub(lambda found: typed.get(found[1], found[0]), what)
        where = typed.get(where, where)
    return str(evolve(error, what=what, where=where, remedy=in_arguments(error.remedy)))


def in_arguments(remedy: str) -> str:
    """Return a remedy of the library in words of the command line: `--encoding cp1251` for `encoding='cp1251'`."""
    return _PARAMETER.sub(_argument, remedy)


def _argument(found: re.Match[str]) -> str:
    argument, value = _ARGUMENTS[found["name"]], found["text"] or found["word"]
    if argument.endswith("="):
        return f"{argument}{value}"
    return f"{argument} {value}" if value and value != "True" else argument


def note_line(note: "Note") -> str:
    """Return a note as one line: its code and its text, and in words of the command line what it asks for."""
    return escaped_line(f"{note.code}: {_ADVICE.sub(lambda found: in_arguments(found[0]), note.text)}")
