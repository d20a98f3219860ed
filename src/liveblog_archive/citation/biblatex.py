"""BibLaTeX: an `@online` record (biblatex manual 2.1.1), in UTF-8, for biber.

`@online` has no field for what an entry stands in, so the blog's title goes into `note`; it has no time of day
without seconds, so the time goes into `titleaddon`; the full id goes into `addendum`. Every style prints all three.
Quoted words stand in `annotation`, which annotated bibliographies print.
"""

import re
from collections.abc import Iterator

from .facts import CitationFacts
from .names import Name
from .records import Record
from .wording import quoted

# Braces are written by name: BibTeX and biber count them without regard to a backslash before them.
_ESCAPES = {
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}", "^": r"{\textasciicircum}", "`": r"{\textasciigrave}",
    "<": r"{\textless}", ">": r"{\textgreater}", "|": r"{\textbar}",
    "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_",
    "-": "-{}", "'": "'{}", ",": ",{}",
}  # fmt: skip
# TeX makes another character of two hyphens, apostrophes or commas: an empty group keeps them apart.
_SPECIAL = re.compile(r"[\\{}~^`<>|#$%&_]|-(?=-)|'(?=')|,(?=,)")

_UNESCAPED = {escaped: character for character, escaped in _ESCAPES.items()}
_ESCAPED = re.compile("|".join(map(re.escape, _UNESCAPED)))

_ENTRY = re.compile(r"^@\w+\{[^,{}\s]*,", re.MULTILINE)
_BRACE = re.compile(r"[{}]")
_PARAGRAPH = re.compile(r"\bpar\.\s+([0-9]{1,9})\s*\Z")  # behind the braces of a title
_WORDS = re.compile(r'\s*[“"](.*)[”"]\s*', re.DOTALL)  # programs make straight marks of curly ones


def render(facts: CitationFacts) -> str:
    """Return the record, its lines ended by line feeds."""
    fields = {
        "author": " and ".join(map(_name, facts.source.authors)),
        "title": _protected(facts.shown_title),
        "titleaddon": escape(facts.genre),
        "date": f"{facts.day.isoformat()}{'~' if facts.circa else ''}" if facts.day else "",
        "organization": _protected(facts.source.publisher.literal if facts.source.publisher else None),
        "version": facts.version.short if facts.kind == "Live blog entry" else "",
        "note": _note(facts),
        "addendum": escape(facts.id) if facts.id != facts.url else "",
        "url": facts.url or "",
        "annotation": escape(quoted(facts.quote)) if facts.quote else "",
        "urldate": facts.source.retrieved.isoformat() if facts.source.retrieved else "",
    }
    lines = [f"  {name:<12} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@online{{{facts.key},", *lines, "}", ""])


def read(text: str) -> Iterator[Record]:
    """Yield the entries in a text, as `render` writes them; one that nothing closes is none."""
    end = 0
    while entry := _ENTRY.search(text, end):
        fields, end = _fields(text, entry.end())
        note, annotation = fields.get("note", ""), unescaped(fields.get("annotation", ""))
        version = f"version {fields['version']}" if "version" in fields else note
        ids = f"{version} {unescaped(fields.get('addendum', '')) or fields.get('url', '')}"
        paragraph, words = _PARAGRAPH.search(note), _WORDS.fullmatch(annotation)
        if fields:
            yield Record(
                entry.start(), end, ids, int(paragraph[1]) if paragraph else None, words[1] if words else None
            )


def _fields(text: str, start: int) -> tuple[dict[str, str], int]:
    """Return the fields in braces of the entry whose first begins at `start`, and where the entry ends."""
    fields: dict[str, str] = {}
    depth, at, name = 1, start, ""
    for brace in _BRACE.finditer(text, start):
        depth += 1 if brace[0] == "{" else -1
        if (brace[0], depth) == ("{", 2):
            name = text[at : brace.start()].rpartition(",")[2].partition("=")[0].strip().lower()
            at = brace.end()
        elif (brace[0], depth) == ("}", 1):
            fields.setdefault(name, text[at : brace.start()])
            at = brace.end()
        elif depth == 0:
            return fields, brace.end()
    return {}, len(text)


def escape(text: str) -> str:
    """Return `text` with every character that is special to TeX or biber escaped."""
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], text)


def unescaped(text: str) -> str:
    """Return the text that `escape` made `text` of."""
    return _ESCAPED.sub(lambda match: _UNESCAPED[match[0]], text)


def _protected(text: str | None) -> str:
    """Return text in braces of its own, so that no style re-cases it and ` and ` divides no name."""
    return f"{{{escape(text)}}}" if text else ""


def _name(name: Name) -> str:
    if not name.family:
        return _protected(name.literal)
    return ", ".join(escape(part) for part in (name.family, name.suffix, name.given) if part)


def _note(facts: CitationFacts) -> str:
    if facts.kind == "Live blog":
        return facts.stamp
    container = f"In {_protected(facts.source.container)}" if facts.source.container else ""
    paragraph = f"par. {facts.paragraph}" if facts.paragraph else ""
    return ", ".join(filter(None, (container, paragraph)))
