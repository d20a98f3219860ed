"""Names as reference lists print them.

The model has a name as one string, so where it divides is a guess, made only where it is safe. A person's name is
divided when it is two or more words of Latin letters:

- the last word is the family name, with the particles directly before it (`van der`, `de la`, `bin`, `al`), of
  which the first word of the name is never one;
- `Jr.`, `Sr.`, `II`, `III` or `IV` after it is a suffix;
- a name with a comma, digit, title of address or conjunction, and one that ends in a small letter word
  (`Guardian staff`), is not divided: it may be two people, an office, or inverted already;
- neither is one with a word of newsrooms (`Sports Desk`, `Reuters Staff`), with `The` before it, or that begins with
  capitals alone and does not end so (`NDTV Sport`): sources call desks and agencies persons as often as not.

Any other name, and that of an organization, is literal: it is printed as it stands, never inverted.
"""

import re
from functools import cache
from typing import NamedTuple

from ..model import Agent
from .wording import one_line

# Latin letters of the blocks Basic Latin to IPA Extensions and Latin Extended Additional, without the signs.
_LETTER = "A-Za-zÀ-ÖØ-öø-ʯḀ-ỿ"
_WORD = f"['’ʻ]?[{_LETTER}][{_LETTER}\u0300-\u036f'’ʻʼ.‐-]*"

_PARTICLES = frozenset(
    {
        "'t", "’t", "af", "al", "av", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do",
        "dos", "du", "el", "ibn", "la", "las", "le", "lo", "los", "ten", "ter", "van", "von", "zu", "zum", "zur",
    }
)  # fmt: skip
_SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
_ADDRESS = frozenset({"Dame", "Dr", "Lady", "Lord", "Mr", "Mrs", "Ms", "Prof", "Sir"})
_CONJUNCTIONS = frozenset({"and", "e", "en", "et", "for", "für", "i", "och", "of", "og", "pour", "und", "y"})
# Words of newsrooms and agencies. A person who is called by one is printed as it stands, by which less is lost.
_OFFICES = frozenset(
    {
        "afp", "agence", "agencia", "agencies", "agency", "agentur", "agenzia", "ap", "bureau", "correspondents",
        "desk", "dpa", "editors", "efe", "news", "newsdesk", "newsroom", "online", "press", "presse", "redacción",
        "redactie", "redaktion", "redaktionen", "redazione", "reporters", "reuters", "rédaction", "service", "sport",
        "sports", "staff", "team", "tv",
    }
)  # fmt: skip


class Name(NamedTuple):
    """A name in its three forms, and its parts where it could be divided (`family` is empty where not)."""

    literal: str
    inverted: str
    initialled: str
    family: str = ""
    given: str = ""
    suffix: str = ""


def name_of(agent: Agent) -> Name:
    """Return the name of a person or organization, divided where that is safe."""
    literal = one_line(agent.name)
    parts = _divide(literal) if agent.kind == "person" else None
    if parts is None:
        return Name(literal, literal, literal)
    given, family, suffix = parts
    tail = f", {suffix}" if suffix else ""
    inverted, initialled = (f"{family}, {first}{tail}" for first in (given, _initials(given)))
    return Name(literal, inverted, initialled, family, given, suffix)


def _divide(name: str) -> tuple[str, str, str] | None:
    """Return given name, family name and suffix, or None where nobody can say."""
    words = name.split(" ")
    if not _several().fullmatch(name) or words[0].rstrip(".") in _ADDRESS or not _CONJUNCTIONS.isdisjoint(words):
        return None
    if _is_office(words):
        return None
    suffix = words.pop() if words[-1].rstrip(".") in _SUFFIXES else ""
    start = len(words) - 1
    if start == 0 or words[-1].islower():
        return None
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:]), suffix


def _is_office(words: list[str]) -> bool:
    """Tell whether a name reads like that of a newsroom, a desk or an agency; `Jean DUPONT` does not."""
    capitals = len(words[0]) > 2 and words[0].isalpha() and words[0].isupper() and not words[-1].isupper()
    return capitals or words[0] == "The" or not _OFFICES.isdisjoint(word.lower() for word in words)


def _initials(given: str) -> str:
    """Return `A. B.` for `Alice Barbara`, `J.-P.` for `Jean-Paul`: letters keep their case."""
    words = _glued().sub(". ", given).split(" ")
    return " ".join("-".join(f"{letter}." for letter in _initial().findall(word)) for word in words)


# Patterns of so many letters take long to make ready: many blogs name nobody.
@cache
def _several() -> re.Pattern[str]:
    return re.compile(f"{_WORD}(?: {_WORD})+")


@cache
def _initial() -> re.Pattern[str]:
    return re.compile(f"(?:^|[‐-])['’ʻ]?([{_LETTER}][\u0300-\u036f]*)")


@cache
def _glued() -> re.Pattern[str]:  # J.K. is two names
    return re.compile(rf"\.(?=[{_LETTER}])")
