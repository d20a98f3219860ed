"""Lines that say who wrote an entry and when: `Posted by Ada Example at 21:30`, `21.30 Uhr von Ada Beispiel`."""

import re
from typing import NamedTuple

from .printed import Printed, PrintedReader

LONGEST = 100
_WORD = r"by|from|von|par|por|di|door|av|af|przez"
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
_AROUND = " ,|·•()–—-"
# What such a line may say before "by": that somebody wrote or changed something.
_SAID = re.compile(
    r"(?:\w+\s)?(?:posted|published|written|reported|updated|added|filed|veröffentlicht|verfasst|aktualisiert|gepostet|erstellt|"
    r"publiée?|écrit|rédigé|mise? à jour|publicado|escrito|actualizado|atualizado|pubblicato|scritto|aggiornato|"
    r"geplaatst|gepubliceerd|geschreven|bijgewerkt|opublikowane|opublikowano|dodane|dodano|skrevet|skriven|publisert|publicerad)",
    re.IGNORECASE,
)


class Credit(NamedTuple):
    """The time that a line prints, and the names that it gives for who wrote the entry."""

    printed: Printed
    names: list[str]


def credited(text: str, times: PrintedReader) -> Credit | None:
    """Return the time and names that `text` is and nothing else; None for anything else."""
    match = _BY.search(text) if len(text) <= LONGEST and any(map(str.isdecimal, text)) else None
    if match is None:
        return None
    before, after = text[: match.start()].strip(_AROUND), text[match.end() :]
    words = after.split()
    count = next((at for at, word in enumerate(words) if not _is_of_a_name(word)), len(words))
    names, rest = " ".join(words[:count]).strip(_AROUND), " ".join(words[count:]).strip(_AROUND)
    printed = times.read(rest or before)
    if not names or printed is None or (rest and before and not _SAID.fullmatch(before)):
        return None
    return Credit(printed._replace(text=rest or before), names_of(names))


def names_of(said: str) -> list[str]:
    """Return the names that stand in a row: `Ada Example and Ben Beispiel`."""
    return [name for one in _JOINED.split(said) if (name := one.strip(_AROUND))]


def _is_of_a_name(word: str) -> bool:
    return word[0].isupper() or word in _INNER
