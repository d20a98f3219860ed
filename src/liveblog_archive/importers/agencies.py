"""Authors, and the news agencies and offices among them, which are organizations, whatever a source calls them."""

import re
from collections.abc import Iterable

from ..model import Agent

# As they sign. Letters in another case may be the initials of somebody.
AGENCIES = (
    "AFP", "ANP", "ANSA", "AP", "APA", "Agence France-Presse", "Associated Press", "Belga", "dpa",
    "Deutsche Presse-Agentur", "EFE", "Interfax", "Lusa", "NTB", "PA Media", "PAP", "Press Association", "Reuters",
    "Ritzau", "SDA", "TASS", "The Associated Press", "Thomson Reuters", "Xinhua",
)  # fmt: skip
_INITIALS = 3  # characters
_SIGNED = frozenset(AGENCIES) | {"afp", "DPA"}
_FOLDED = frozenset(name.casefold() for name in AGENCIES)
_NAMED = frozenset(name for name in _FOLDED if len(name) > _INITIALS)
_BETWEEN = re.compile(r"\s*[/,]\s*")
# Words of office that nobody is called by: those that a name of one begins with, as Romance languages and German have
# it, or ends with, as the others do. `Bureau`, `Staff` and `Press` are names of people, too.
_FIRST = (
    "(?:city|town|county|university) of|ministry|department|office of|police|newsroom|"
    "redaktion|polizei|feuerwehr|stadt|landkreis|pressestelle|rédaction|mairie|préfecture|ministère|ville de|"
    "service de presse|redacción|policía|ayuntamiento|ministerio|gobierno|oficina|redazione|polizia|comune|ministero|"
    "ufficio|redação|polícia|prefeitura|ministério|assessoria|redactie|politie|brandweer|gemeente|ministerie"
)
_LAST = "police|office|department|council|government|ministry|newsroom|desk|university|authority|committee|commission"
_WITHIN = "redaktion|polizei|feuerwehr|pressestelle|ministerium|verwaltung|redactie|politie"  # `Bundespolizei`
_OFFICE = re.compile(
    rf"(?:(?:the|die|la|de)\s)?(?:(?:{_FIRST})(?:\s.+)?|(?:.+\s)?(?:{_LAST}|\w*(?:{_WITHIN})))", re.IGNORECASE
)


def has_agency(words: Iterable[str]) -> bool:
    """Tell whether one of some words is the name of a news agency, in whatever case."""
    return not _FOLDED.isdisjoint(map(str.casefold, words))


def is_agency(name: str) -> bool:
    """Tell whether a name is that of a known news agency, or of several: `AFP/Reuters`."""
    return all(one in _SIGNED or one.casefold() in _NAMED for one in _BETWEEN.split(name))


def is_office(name: str) -> bool:
    """Tell whether a name begins or ends with a word of office: `Campus Police`, `City of Selvane`, `Rédaction`."""
    return _OFFICE.fullmatch(name) is not None


def author(name: str, *, url: str | None = None, role: str | None = None, is_organization: bool = False) -> Agent:
    """Return the author of this name: a person, but for what is said to be none, news agencies and offices."""
    is_none = is_organization or is_agency(name) or is_office(name)
    return Agent(name=name, kind="organization" if is_none else "person", url=url, role=role)
