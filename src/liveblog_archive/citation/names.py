"""Names as reference lists print them.

The model has a name as one string, so where it divides is a guess, made only where it is safe. A person's name is
divided when it is two or more words of Latin letters:

- the last word is the family name, with the particles directly before it (`van der`, `de la`, `bin`, `al`), of
  which the first word of the name is never one; a particle with a capital is one only where that is common
  (`Le Guin`, `Von Trapp`), and otherwise makes the name ambiguous (`Weird Al Yankovic`, `Mohamed Al Fayed`);
- `Jr.`, `Sr.`, `II`, `III` or `IV` after it is a suffix;
- a name with a comma, digit, title of address or conjunction, and one with a word in small letters that is no
  particle before the family name (`Guardian staff`, `Save the Children`, `Jane Doe in Kyiv`), is not divided: it may
  be two people, an office, somewhere, or inverted already;
- neither is one with a word of newsrooms, titles of newspapers or institutions (`Sports Desk`, `New York Times`,
  `Human Rights Watch`), with an article before it (`The Examiner`, `Le Monde`), or that begins with capitals alone
  and does not end so (`NDTV Sport`): sources call newspapers, desks and agencies persons as often as not.

Any other name, and that of an organization, is literal: printed as it is, never inverted. A person whose name is not
divided is still found under every word of it; an organization that is divided is called what nobody calls it.
"""

import re
from functools import cache
from typing import NamedTuple

from ..model import Agent
from .wording import isolated, one_line

# Latin letters of the blocks Basic Latin to IPA Extensions and Latin Extended Additional, without the signs.
_LETTER = "A-Za-zÀ-ÖØ-öø-ʯḀ-ỿ"
_WORD = f"['’ʻ]?[{_LETTER}][{_LETTER}\u0300-\u036f'’ʻʼ.‐-]*"

_PARTICLES = frozenset(
    {
        "'t", "’t", "af", "al", "av", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do",
        "dos", "du", "el", "ibn", "la", "las", "le", "lo", "los", "ten", "ter", "van", "von", "zu", "zum", "zur",
    }
)  # fmt: skip
_CAPITAL_PARTICLES = frozenset({"De", "Di", "La", "Le", "Van", "Von"})
_SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
_ADDRESS = frozenset({"Dame", "Dr", "Lady", "Lord", "Mr", "Mrs", "Ms", "Prof", "Sir"})
_CONJUNCTIONS = frozenset({"and", "e", "en", "et", "for", "für", "i", "och", "of", "og", "pour", "und", "y"})
_ARTICLES = frozenset({"Das", "Der", "Die", "El", "Il", "La", "Las", "Le", "Les", "Los", "The"})


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words of newsrooms, newspapers, agencies and institutions that are seldom family names.
_OFFICES = _words(
    """
    admin afp agence agencia agencies agency agentur agenzia amnesty ap arabiya archive archives association author
    authority authors behörde beobachter board borders brigade broadcasting bulletin bundeswehr bureau campaign
    center centre centro children chronicle club coalition coastguard commission committee company contributor
    contributors correspondent correspondents corriere council crescent daily department desk dispatch dpa editor
    editorial editors efe euronews evening examiner express eye federation feuerwehr forces foundation fronteras
    frontières fund gazette global gouvernement government group guardian helmets herald independent initiative
    inquirer institución institut institute institution international jazeera journal live liveblog magazine mail
    media medics ministerio ministerium ministero ministry ministère mirror monde monitor morning movement médecins
    nachrichten national nations network news newsdesk newsroom observatory observer office online organisation
    organization parliament party police policía politie polizei polizia post press presse radio red redacción
    redactie redaktion redaktionen redazione refugees regierung reporters repubblica rescue reuters review rights
    roja rotes rouge rundfunk rundschau rédaction sans security sentinel service services society special sport
    sports staff stampa standaard standard stiftung sunday tageblatt team telegraaf telegraph television ticker
    times tribune tv unicef union united universidad university universität université verband verein volkskrant
    watch welle without women world writer zeitung zentrum
    """
)


class Name(NamedTuple):
    """A name in its three forms, and its parts where it could be divided (`family` is empty where not)."""

    literal: str
    inverted: str
    initialled: str
    family: str = ""
    given: str = ""
    suffix: str = ""


def name_apart(name: Name) -> Name:
    """Return a name of which what is printed is isolated where it is written from right to left: it is undivided."""
    return name._replace(
        literal=isolated(name.literal), inverted=isolated(name.inverted), initialled=isolated(name.initialled)
    )


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
    """Return given name, family name and suffix; None where the name may not be a person's, or divides otherwise."""
    words = name.split(" ")
    if not _several().fullmatch(name) or words[0].rstrip(".") in _ADDRESS or not _CONJUNCTIONS.isdisjoint(words):
        return None
    if _is_office(words):
        return None
    suffix = words.pop() if words[-1].rstrip(".") in _SUFFIXES else ""
    start = len(words) - 1
    if start == 0 or any(word.islower() and word not in _PARTICLES for word in words[1:-1]) or words[-1].islower():
        return None
    while start > 1 and (particle := words[start - 1]).lower() in _PARTICLES:
        if not particle.islower() and particle.capitalize() not in _CAPITAL_PARTICLES:
            return None
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:]), suffix


def _is_office(words: list[str]) -> bool:
    """Tell whether a name reads like that of a newsroom, a desk or an agency; `Jean DUPONT` does not."""
    capitals = len(words[0]) > 2 and words[0].isalpha() and words[0].isupper() and not words[-1].isupper()
    parts = "-".join(words).lower().split("-")
    return capitals or words[0] in _ARTICLES or not _OFFICES.isdisjoint(parts)


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
