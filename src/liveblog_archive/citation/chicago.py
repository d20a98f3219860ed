"""Chicago style, eighteenth edition: a full note, without italics.

`Alice B. Reporter, “Police Close Main Street,” Storm Live (live blog), Example News, November 16, 2021, 5:50 p.m.
UTC+4, par. 2, version 1f2e3d4c5a6b, tag:example.org,2021-11-16:storm#43xsc59pt1p9, https://example.org/storm.`
"""

from .facts import MONTHS, CitationFacts
from .names import Name
from .wording import quoted


def render(facts: CitationFacts) -> str:
    """Return the citation on one line."""
    parts = [f"{_names(facts.source.creators)},"] if facts.source.creators else []
    parts += _work(facts, first=not parts)
    details = (
        facts.source.imprint,
        _date(facts),
        facts.clock,
        f"par. {facts.paragraph}" if facts.paragraph else None,
        facts.stamp.lower(),
        *facts.locators,
    )
    parts.append(", ".join(detail for detail in details if detail))
    return f"{' '.join(parts)}."


def _work(facts: CitationFacts, *, first: bool) -> list[str]:
    """Return the quoted title and its blog, or the blog alone, each with a comma."""
    caveat = f" [{facts.caveat}]" if facts.caveat else ""
    if facts.kind == "Live blog":
        return [f"{_blog(facts.title, first=first)}{caveat},"]
    blog = f"{_blog(facts.source.container)},"
    if facts.title is None:
        return [f"{'Untitled' if first else 'untitled'} entry{caveat},", blog]
    return [f"{quoted(facts.title)}{caveat}," if caveat else quoted(facts.title, ","), blog]


def _blog(title: str | None, *, first: bool = False) -> str:
    if title is None:
        return "Live blog" if first else "live blog"
    return f"{title} (live blog)"


def _names(creators: tuple[Name, ...]) -> str:
    if len(creators) > 2:  # a note names two authors, and of more the first
        return f"{creators[0].literal} et al."
    return " and ".join(creator.literal for creator in creators)


def _date(facts: CitationFacts) -> str | None:
    day = facts.day
    if day is None:
        return None
    return f"{'ca. ' if facts.circa else ''}{MONTHS[day.month - 1]} {day.day}, {day.year}"
