"""APA style, seventh edition: an entry of a reference list, without italics.

`Reporter, A. B. (2021, November 16). Police close Main Street [Live blog entry, 5:50 p.m. UTC+4]. In Storm live.
Example News. Version 1f2e3d4c5a6b. tag:example.org,2021-11-16:storm#43xsc59pt1p9. https://example.org/storm`
"""

from datetime import date
from functools import lru_cache

from .facts import MONTHS, CitationFacts, Source
from .names import Name
from .wording import stopped

_MOST_AUTHORS = 20  # of 21 or more, the first nineteen, an ellipsis, and the last (APA 7, 9.8)


def render(facts: CitationFacts) -> str:
    """Return the citation on one line."""
    names, about = _source(facts.source)
    dated, work = _date(facts.day, circa=facts.circa), _work(facts)
    first = f"{names} {dated} {work}" if names else f"{work} {dated}"
    return f"{first}{about} {facts.stamp}. {'. '.join(facts.locators)}"


@lru_cache(maxsize=64)
def _source(source: Source) -> tuple[str, str]:
    """Return who leads the citation, and what the entry stands in and who published it, each after a blank."""
    names = stopped(_names(source.creators)) if source.creators else ""
    about = [f" {stopped(f'In {source.container}')}"] if source.container else []
    about += [f" {stopped(source.imprint)}"] if source.imprint else []
    return names, "".join(about)


def _work(facts: CitationFacts) -> str:
    """Return the title and its description in brackets; the description stands for a title that is missing."""
    paragraph = f", para. {facts.paragraph}" if facts.paragraph else ""
    title = f"{facts.shown_title} " if facts.title else ""
    return f"{title}[{facts.genre}{paragraph}]."


def _names(creators: tuple[Name, ...]) -> str:
    names = [creator.initialled for creator in creators]
    if len(names) == 1:
        return names[0]
    if len(names) > _MOST_AUTHORS:
        return f"{', '.join(names[:19])}, . . . {names[-1]}"
    return f"{', '.join(names[:-1])}, & {names[-1]}"


@lru_cache(maxsize=64)
def _date(day: date | None, *, circa: bool) -> str:
    if day is None:
        return "(n.d.)."
    return f"({'ca. ' if circa else ''}{day.year}, {MONTHS[day.month - 1]} {day.day})."
