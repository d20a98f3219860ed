"""The formats that can be validated: a table of plain functions, each a check by rules and then a reading back."""

from collections.abc import Callable

from .errors import ImportFailure, LiveBlogError
from .importers.others import other_kind
from .importers.source import Source
from .model import LiveBlog
from .validation import Problem

_INSTEAD = "validate the JSON-LD, the XML or the calendar of the same blog"

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

# Roots of XML, in small letters, that others have a schema of, and what a file with such a root is.
_ROOTS = {
    "html": "a page (HTML)", "rss": "a feed (RSS)", "feed": "a feed (Atom)",
    "newsmessage": "a NewsML-G2 message", "tei": "a TEI document",
}  # fmt: skip
_ROOT = "liveBlog"


def problems(data: bytes, name: str | None = None, where: str = "") -> tuple[Problem, ...]:
    """Return all that is wrong in a file of the format called `name`, or of the one that its first bytes show.

    Raises `ImportFailure` for an unknown name, and for content that is of none of the formats.
    """
    known, source = ", ".join(CHECKS), Source(data)
    if name is None:
        name = _shown(source)
        if name is None:
            if other := other_kind(source):
                raise ImportFailure(f"{other[0]}, which is not validated", where, _INSTEAD)
            raise ImportFailure("neither JSON-LD nor XML nor a calendar", where, f"name its format: {known}")
    if name not in [*CHECKS]:  # in a list anything can be looked for
        raise ImportFailure(f"no format {name!r} can be validated", where, f"use one of: {known}")
    root = source.root.rpartition(":")[2]
    if name == "xml" and root not in ("", _ROOT):
        kind = _ROOTS.get(root.lower(), f"XML that is no live blog, but {root!r}")
        raise ImportFailure(f"{kind}, which is not validated", where, _INSTEAD)
    return CHECKS[name](data)


def _shown(source: Source) -> str | None:
    if source.is_json:
        return "jsonld"
    if source.head.startswith("<"):
        return "xml"
    return "ical" if source.head[:15].upper() == "BEGIN:VCALENDAR" else None
