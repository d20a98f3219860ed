"""CSL-JSON (Citation Style Language 1.0.2): an array of one `post-weblog`, for citeproc, pandoc and Zotero.

`date-parts` has no time of day, so it stands in `genre`, the one free field that APA, Chicago and MLA print; what
identifies the entry stands in `custom`.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date

import orjson

from ..errors import ArchiveError
from .facts import CitationFacts
from .names import Name
from .records import Record

_JSON = re.compile(r"^[ \t]*(?=[\[{])", re.MULTILINE)
_ITEM = re.compile(r'\[\s*\n\s*\{\s*\n\s*"')  # as it is written here, and no citation for people begins
_OPTIONS = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


def render(facts: CitationFacts) -> str:
    """Return the JSON text, its lines ended by line feeds."""
    item = {
        "id": facts.key,
        "type": "post-weblog",
        "author": [_name(author) for author in facts.source.authors],
        "title": facts.shown_title,
        "container-title": facts.source.container,
        "publisher": facts.source.publisher.literal if facts.source.publisher else None,
        "issued": _date(facts.day, circa=facts.circa),
        "accessed": _date(facts.source.retrieved),
        "genre": facts.genre,
        "version": facts.version.short if facts.kind == "Live blog entry" else None,
        "language": facts.source.language,
        "URL": facts.url,
        "custom": _present(
            {
                "id": facts.id,
                "blog-id": facts.source.blog_id,
                "version-id" if facts.kind == "Live blog entry" else "snapshot-id": str(facts.version),
                "paragraph": facts.paragraph,
                "quote": facts.quote,
            }
        ),
    }
    return orjson.dumps([_present(item)], option=_OPTIONS).decode()


def read(text: str) -> Iterator[Record]:
    """Yield the items in a text that have what `render` writes into `custom`.

    Raises `ArchiveError` for one that was broken: what it cites is not to be guessed.
    """
    end = 0
    for found in _JSON.finditer(text):
        start = found.end()
        if start < end:
            continue
        try:
            value, end = json.JSONDecoder().raw_decode(text, start)
        except (ValueError, RecursionError) as error:
            if _ITEM.match(text, start):
                raise ArchiveError(f"not JSON: {error}", "the citation", "give it as it was exported") from error
            end = getattr(error, "pos", len(text))
            continue
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict) and isinstance(custom := item.get("custom"), dict):
                yield _record(start, end, custom)


def _record(start: int, end: int, custom: Mapping[str, object]) -> Record:
    names = [f"{kind} {custom[f'{kind}-id']}" for kind in ("version", "snapshot") if f"{kind}-id" in custom]
    paragraph, words = custom.get("paragraph"), custom.get("quote")
    return Record(
        start,
        end,
        " ".join([*names, str(custom.get("id", ""))]),
        paragraph if type(paragraph) is int and paragraph > 0 else None,
        words if isinstance(words, str) else None,
    )


def _present(fields: Mapping[str, object]) -> dict[str, object]:
    """Return the fields with a value: a missing one is left out, never null."""
    return {name: value for name, value in fields.items() if value}


def _name(name: Name) -> dict[str, object]:
    if not name.family:
        return {"literal": name.literal}
    return _present({"family": name.family, "given": name.given, "suffix": name.suffix})


def _date(day: date | None, *, circa: bool = False) -> dict[str, object] | None:
    if day is None:
        return None
    return _present({"date-parts": [[day.year, day.month, day.day]], "circa": circa})
