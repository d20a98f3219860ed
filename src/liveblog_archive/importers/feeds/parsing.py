"""XML feeds before they are a blog: what is refused, and what `feedparser` makes of the others."""

import io
import re
import xml.sax
from typing import Any

from ...errors import ImportFailure
from ...model import Note
from ..marks import marked

# What `feedparser` raises of a feed that it did not foresee, such as one with &#x110000; in it.
_DEFECTS = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)
# A declaration of the document type with declarations inside it, and what may stand before it (XML 1.0, 2.8).
_OWN_DECLARATIONS = re.compile(
    rb"(?:\s|<\?(?:(?!\?>).)*\?>|<!--(?:(?!-->).)*-->)*<!DOCTYPE(?:[^>\[\"']|\"[^\"]*\"|'[^']*')*\[",
    re.DOTALL | re.IGNORECASE,
)


def declares_entities(data: bytes) -> bool:
    """Tell whether a feed declares entities, which could stand for any file or size; to quote one is no declaration.

    ASCII is read in every encoding that XML processors know, for those of two or four octets fill up with zeros.
    """
    mark, _ = marked(data)
    plain = data[len(mark) :].replace(b"\0", b"")
    found = _OWN_DECLARATIONS.match(plain)
    return found is not None and b"<!ENTITY" in plain[found.end() :]


def parsed(data: bytes, where: str, notes: list[Note]) -> dict[str, Any]:
    """Return what `feedparser` finds, and note where the feed is not what its standard says."""
    import feedparser

    # A stream, for it would take bytes for a path or an address first.
    try:
        found: dict[str, Any] = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except _DEFECTS as error:
        raise ImportFailure(
            f"a feed that is damaged beyond reading: {error}", where, "save it again, or mend it"
        ) from error
    problem = found.get("bozo_exception")
    if isinstance(problem, xml.sax.SAXParseException):
        text = f"{problem.getMessage()}; read as far as it can be"
        notes.append(Note(code="damaged-feed", text=text, line=max(1, problem.getLineNumber() or 1)))
    elif problem is not None:
        notes.append(Note(code="damaged-feed", text=str(problem) or type(problem).__name__))
    return found
