"""The formats that can be validated: a table of plain functions, each a check by rules and then a reading back."""

from collections.abc import Callable

from .errors import ImportFailure, LiveBlogError
from .model import LiveBlog
from .validation import Problem

Check = Callable[[bytes], tuple[Problem, ...]]


def _jsonld(data: bytes) -> tuple[Problem, ...]:
    from .interchange import jsonld as own
    from .validation.documents import is_ours
    from .validation.jsonld import parsed, problems

    found = problems(data)
    return found or (_read_back(data, own.read) if is_ours(parsed(data)) else ())


def _xml(data: bytes) -> tuple[Problem, ...]:
    from .interchange import xml as own
    from .validation.documents import xml_problems

    return xml_problems(data) or _read_back(data, own.read)


def _ical(data: bytes) -> tuple[Problem, ...]:
    from .validation.calendar import problems

    return tuple(problems(data))


def _read_back(data: bytes, read: Callable[[bytes], LiveBlog]) -> tuple[Problem, ...]:
    """Return why a document of ours cannot be read, such as a version id that does not fit its text."""
    try:
        read(data)
    except LiveBlogError as error:
        return (Problem(error.place() or "the document", error.what),)
    return ()


CHECKS: dict[str, Check] = {"jsonld": _jsonld, "xml": _xml, "ical": _ical}


def problems(data: bytes, name: str | None = None, where: str = "") -> tuple[Problem, ...]:
    """Return all that is wrong in a file of the format called `name`, or of the one that its first bytes show.

    Raises `ImportFailure` for an unknown name, and for content that is of none of the formats.
    """
    known = ", ".join(CHECKS)
    if name is None:
        name = _shown(data)
        if name is None:
            raise ImportFailure("neither JSON-LD nor XML nor a calendar", where, f"name its format: {known}")
    if name not in CHECKS:
        raise ImportFailure(f"no format {name!r} can be validated", where, f"use one of: {known}")
    return CHECKS[name](data)


def _shown(data: bytes) -> str | None:
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:15]
    if head[:1] in (b"{", b"["):
        return "jsonld"
    if head[:1] == b"<":
        return "xml"
    return "ical" if head.upper().startswith(b"BEGIN:VCALENDAR") else None
