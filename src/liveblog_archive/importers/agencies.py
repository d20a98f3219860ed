"""Authors, and the news agencies among them, which are organizations, whatever a source calls them."""

import re

from ..model import Agent

# As they sign. Letters in another case may be the initials of somebody.
AGENCIES = (
    "AFP", "ANP", "ANSA", "AP", "APA", "Agence France-Presse", "Associated Press", "Belga", "dpa",
    "Deutsche Presse-Agentur", "EFE", "Interfax", "Lusa", "NTB", "PA Media", "PAP", "Press Association", "Reuters",
    "Ritzau", "SDA", "TASS", "The Associated Press", "Thomson Reuters", "Xinhua",
)  # fmt: skip
_INITIALS = 3  # characters
_SIGNED = frozenset(AGENCIES) | {"afp", "DPA"}
_NAMED = frozenset(name.casefold() for name in AGENCIES if len(name) > _INITIALS)
_BETWEEN = re.compile(r"\s*[/,]\s*")


def is_agency(name: str) -> bool:
    """Tell whether a name is that of a known news agency, or of several: `AFP/Reuters`."""
    return all(one in _SIGNED or one.casefold() in _NAMED for one in _BETWEEN.split(name))


def author(name: str, *, url: str | None = None, role: str | None = None, is_organization: bool = False) -> Agent:
    """Return the author of this name: a person, but for what is said to be none and for news agencies."""
    return Agent(
        name=name, kind="organization" if is_organization or is_agency(name) else "person", url=url, role=role
    )
