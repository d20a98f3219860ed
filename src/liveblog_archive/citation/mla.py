"""MLA style, ninth edition: an entry of a works-cited list, without italics.

`Reporter, Alice B. “Police Close Main Street.” Storm Live, Example News, 16 Nov. 2021, 5:50 p.m. UTC+4, par. 2,
tag:example.org,2021-11-16:storm#43xsc59pt1p9, https://example.org/storm. Version 1f2e3d4c5a6b.`
"""

from .facts import CitationFacts
from .names import Name
from .wording import quoted, stopped

MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def render(facts: CitationFacts) -> str:
    """Return the citation on one line."""
    parts = [stopped(_names(facts.source.creators))] if facts.source.creators else []
    parts.append(_title(facts))
    details = (
        facts.source.container,
        facts.source.imprint,
        _date(facts),
        facts.clock,
        f"par. {facts.paragraph}" if facts.paragraph else None,
        *facts.locators,
    )
    parts.append(f"{', '.join(detail for detail in details if detail)}.")
    parts.append(f"{facts.stamp}.")
    return " ".join(parts)


def _title(facts: CitationFacts) -> str:
    """Return the title as a sentence: of a blog like that of a book, of an entry quoted, else a description."""
    caveat = f" [{facts.caveat}]" if facts.caveat else ""
    if facts.title is None:
        return f"{facts.kind}{caveat}."
    if facts.kind == "Live blog":
        return f"{facts.title}{caveat}." if caveat else stopped(facts.title)
    return f"{quoted(facts.title)}{caveat}." if caveat else quoted(facts.title, ".")


def _names(creators: tuple[Name, ...]) -> str:
    """Return the names: the first inverted, a second as it is read, and for more `et al.`."""
    first = creators[0]
    if len(creators) == 1:
        return first.inverted
    comma = "," if first.family else ""
    return f"{first.inverted}{comma} {f'and {creators[1].literal}' if len(creators) == 2 else 'et al.'}"


def _date(facts: CitationFacts) -> str | None:
    day = facts.day
    if day is None:
        return None
    return f"{'circa ' if facts.circa else ''}{day.day} {MONTHS[day.month - 1]} {day.year}"
