"""Lines that say who wrote an entry and when: `Posted by Ada Example at 21:30`, `21.30 Uhr von Ada Beispiel`."""

import re
from collections.abc import Set
from typing import NamedTuple

from lxml import etree

from ..markup.classes import ClassPattern
from .printed import Printed, PrintedReader, is_relative

LONGEST = 100
_WORD = r"by|from|von|par|por|di|door|av|af|przez"
_AUTHOR = ClassPattern(r"auth?or|auteur|byline|firma|(?:^|[\s_-])by(?:$|[\s_-])|writer|reporter|contributor")
# "By Ada Example", "From the Harbour News’ Ada Example", "Von Ada Example".
_AT_FIRST = re.compile(rf"(?:{_WORD})\s+(?:[^\s]+['’]s?\s+)?", re.IGNORECASE)
_BY = re.compile(rf"(?:^|\s)(?:{_WORD})\s+(?=[^\W\d_])", re.IGNORECASE)
# What may stand between names, and in them.
_JOINED = re.compile(r",\s+|\s+(?:and|und|et|y|e|i|en|og|och|&)\s+")
_INNER = {
    "and",
    "und",
    "et",
    "y",
    "e",
    "i",
    "en",
    "og",
    "och",
    "&",
    "de",
    "da",
    "van",
    "von",
    "der",
    "den",
    "di",
    "la",
}
_APART = re.compile(r"\s*[|·•]\s*|,\s+|\s+[/–—-]\s+")
_AROUND = " ,|·•()–—-"
# What such a line may say before "by": that somebody wrote or changed something.
_SAID = re.compile(
    r"(?:\w+\s)?(?:posted|published|written|reported|updated|added|filed|veröffentlicht|verfasst|aktualisiert|gepostet|erstellt|"
    r"publiée?|écrit|rédigé|mise? à jour|publicado|escrito|actualizado|atualizado|pubblicato|scritto|aggiornato|"
    r"geplaatst|gepubliceerd|geschreven|bijgewerkt|opublikowane|opublikowano|dodane|dodano|skrevet|skriven|publisert|publicerad)",
    re.IGNORECASE,
)


def is_author(element: etree._Element) -> bool:
    """Tell whether the class or relation of an element says that it names who wrote something."""
    return _AUTHOR.fits(element) or element.get("rel") == "author"


def starts_with_by(text: str) -> bool:
    """Tell whether a text begins with `By` or the like."""
    return _AT_FIRST.match(text) is not None


def without_by(text: str) -> str:
    """Return a text without the `By` or the like that it begins with, and without whose an author is."""
    return _AT_FIRST.sub("", text.strip())


class Credit(NamedTuple):
    """The time that a line prints, None for a distance from now, and the names of who wrote the entry."""

    printed: Printed | None
    names: list[str]


def credited(text: str, times: PrintedReader, known: Set[str] = frozenset()) -> Credit | None:
    """Return the time and names that `text` is and nothing else; None for anything else.

    Names without a word such as "by" have to be `known`, in small letters.
    """
    if len(text) > LONGEST or not any(map(str.isdecimal, text)):
        return None
    return _said_by(text, times) or (_named(text, times, known) if known else None)


def _said_by(text: str, times: PrintedReader) -> Credit | None:
    match = _BY.search(text)
    if match is None:
        return None
    before, after = text[: match.start()].strip(_AROUND), text[match.end() :]
    words = after.split()
    count = next((at for at, word in enumerate(words) if not _is_of_a_name(word)), len(words))
    names, rest = " ".join(words[:count]).strip(_AROUND), " ".join(words[count:]).strip(_AROUND)
    if not names or (rest and before and not _SAID.fullmatch(before)):
        return None
    return _credit(rest or before, names, times)


def _named(text: str, times: PrintedReader, known: Set[str]) -> Credit | None:
    """Read `Ada Example | 21:30` and `21:30 | Ada Example`."""
    pieces = [piece for one in _APART.split(text) if (piece := one.strip(_AROUND))]
    for name, rest in ((pieces[0], pieces[1:]), (pieces[-1], pieces[:-1])) if len(pieces) > 1 else ():
        if all(one.casefold() in known for one in names_of(name)) and (
            found := _credit(", ".join(rest), name, times)
        ):
            return found
    return None


def _credit(said: str, names: str, times: PrintedReader) -> Credit | None:
    if is_relative(said):
        return Credit(None, names_of(names))
    printed = times.read(said)
    return Credit(printed._replace(text=said), names_of(names)) if printed else None


def names_of(said: str) -> list[str]:
    """Return the names that stand in a row: `Ada Example and Ben Beispiel`."""
    return [name for one in _JOINED.split(said) if (name := one.strip(_AROUND))]


def _is_of_a_name(word: str) -> bool:
    return word[0].isupper() or word in _INNER
