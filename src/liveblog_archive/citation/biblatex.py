"""BibLaTeX: an `@online` record (biblatex manual 2.1.1), in UTF-8, for biber.

`@online` has no field for what an entry stands in, so the blog's title goes into `note`; it has no time of day
without seconds, so the time goes into `titleaddon`; the full id goes into `addendum`. Every style prints all three.
Quoted words stand in `annotation`, which annotated bibliographies print.
"""

import re

from .facts import CitationFacts
from .names import Name
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
