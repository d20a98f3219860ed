"""Lines that say who wrote an entry and when: `Posted by Ada Example at 21:30`, `21.30 Uhr von Ada Beispiel`."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple

from lxml import etree

from ....zones import keys
from ...agencies import AGENCIES
from ...markup.classes import ClassPattern, WordPattern
from ...markup.tree import line_apart, spaced, text_inside
from ...text.said_dates import says_updated
from ...text.shape import has_digit
from ...vocabulary import AND, BY, PUBLISHED, UPDATED
from .distances import is_relative
from .printed import Printed, PrintedReader

LONGEST = 100
# What such a line may say before "by": that somebody wrote or changed something.
_SAID = re.compile(
    rf"(?:\w+\s)?(?:{UPDATED}|{PUBLISHED}|written|edited|reported|filed|verfasst|erstellt|postée?|écrit|rédigé|escrito|scritto|"
    "geschreven|opublikowane|dodan[eo]|skrevet|skriven|"
    # What Drupal says in these languages.
    "submitted|gespeichert|eingereicht|soumis|enviado|submetido|inviato|ingediend|ingezonden|skickade?s|inskickad|"
    "indsendt|sendt inn|przesłan[eoy]|wysłan[eoy]|"
    "post|message|beitrag|mensaje|mensagem|messaggio|bericht|inlägg|"
    "innlegg|indlæg|viesti|wpis|recorded|compiled|aufgezeichnet|protokolliert|notiert|zusammengestellt|"
    "(?:propos )?recueillis|recogido|recopilado|raccolto|recolhido|a cura|opgetekend|samengesteld|sammanställt)",
    re.IGNORECASE,
)
# `da` is a word of names too.
_BY_ANY = rf"{BY}|(?:(?<=inviato\s)|(?<=scritto\s)|(?<=pubblicato\s)|(?<=aggiornato\s))da"
_CAPITAL = r"(?-i:(?<=[a-z0-9])(?=[A-Z]))"  # of the next word, as in `ContributorName`
_AUTHOR = ClassPattern(
    r"(?<!no-)(?<!without-)(?:auth?or|auteur|byline|firma|writer|reporter|skribent|verfasser|kuerzel|kürzel)|"
    rf"(?:^|[\s_-]|{_CAPITAL})(?:by|by-line|contrib(?:utors?)?|signature|initials)(?:$|[\s_-]|{_CAPITAL})|"
    r"(?:^|[\s_-])sign(?:$|\s)"
)
# "By Ada Example", "From the Harbour News’ Ada Example", "Von Ada Example", "Redaktion: Ada Example".
_WHO = (
    r"protokoll|redaktion|text|texte|autor(?:in)?|auteure?|author|reporter|redactie|redacción|redazione|redação|"
    r"redakcja"
)
_FIRST = rf"^(?:(?:{_SAID.pattern}\s+)?(?:{_BY_ANY})\s+(?:[^\s]+['’]s?\s+)?|(?:{_WHO})\s?:\s+)"
_AT_FIRST, _IS_FIRST = re.compile(_FIRST, re.IGNORECASE), WordPattern(_FIRST)
_WROTE = re.compile(rf"(?:{_SAID.pattern}\s+(?:{BY}|da|de)|(?:{_WHO})\s?:)\s+(?P<names>.+)", re.IGNORECASE)
_SIGNED = re.compile(rf"(?:{_WHO})\s?:\s+(.+)", re.IGNORECASE)
_BY = re.compile(rf"(?:^|\s)(?:{_BY_ANY})\s+(?=@?[^\W\d_])", re.IGNORECASE)
_VIA = re.compile(r"\svia\s+[^\W\d_]+\s")  # the service that a post came by
_HAS_BY = WordPattern(rf"(?:{_BY_ANY})\s")
_PLACES = frozenset(["in", "at", "from", "near", "aus", "bei", "en", "à", "desde"])
_CONTROL = (
    "comment comments replies kommentar kommentare commentaire commentaires comentario comentarios comentário "
    "comentários commenti commento reactie reacties komentarzy share teilen partager compartir compartilhar "
    "condividi delen link permalink tweet report signaler melden denunciar segnala reply répondre antworten responder"
)
_LAST_WORDS = _CONTROL.split()
_LAST_LETTERS = frozenset(word[-3:] for word in _LAST_WORDS)  # which few other texts end with
_CONTROLS = re.compile(
    rf"(?:[\s|·•,–—-]+(?:(?:\d+|no|keine|aucun|sin)\s+)?(?:{'|'.join(_LAST_WORDS)}))+$", re.IGNORECASE
)
# What may stand between names, and in them.
_JOINED = re.compile(rf",\s+|\s+(?:{AND}|&)\s+")
_INNER = frozenset(f"{AND}|&|de|da|van|von|der|den|di|la".split("|"))
_APART = re.compile(r"\s*[|·•]\s*|,\s+|\s+[/–—-]\s+")
_MARK = re.compile("[|·•,/–—-]")  # one of these is in each of them
_ON = re.compile(r"(?:on|am|le|el|il|em|op|den|dnia|w)\s+", re.IGNORECASE)
_FEWEST = 3  # lines that name somebody
_MOST_NAMES = 0.6
_LOOKED_AT, _MOST_TEXTS, _MOST_WORDS = 12, 6, 4
_WORDS_OF_A_DAY = 2  # that begin with a capital letter
# Words of rubrics, which stand beside times too: "Live Updates | 14:05", "Premier League - 14:05".
_PARTS = re.compile(
    r"\b(?:news|live|updates?|blog|liveblog|ticker|breaking|sports?|politics|world|league|cup|match|team|business|money|"
    r"weather|opinion|videos?|photos?|stor(?:y|ies)|top|latest|report|analysis|city|county|local|north|south|east|west|"
    r"new|wahl|politik|wirtschaft|region|stadt|land|welt|spiel|bundesliga|direct|infos?|actu\w*|monde|france|última|hora|"
    r"noticias|mundo|directo|ultime|notizie|diretta|mondo|serie|nieuws)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:los|las|san|santa|são|saint|sainte|st\.?|sankt|bad|port|fort|rio|tel|beit|cape|mount|lake)\s", re.IGNORECASE
)
_STAFF = re.compile(
    r"(?:(?:la|de|die|der)\s)?(?:redactie|redaktion|rédaction|redacción|redazione|redação|redakcja|redaksjonen|redaktionen|"
    r"newsroom|newsdesk|staff|desk)(?:\s(?:web|online|numérique|digitale?))?|"
    r"(?:(?-i:[A-Z])[\w'’-]*\s){1,4}(?:newsroom|newsdesk)|"  # with the name of the newspaper
    rf"{'|'.join(AGENCIES)}",
    re.IGNORECASE,
)
_AROUND = " ,|·•»()–—-"
_MARKS_ALONE = frozenset("|·•»/–—-")
_PAGE_OF_AUTHOR = re.compile(
    r"/(?:by|contributors?|profiles?|reporters?|journalist(?:en?|in|es?|s)?|"
    r"aut(?:h?ors?|eure?s?|or(?:in|en|es|as|ka|zy)?|or[ei]))/",
    re.IGNORECASE,
)


def leads_to_author(element: etree._Element) -> bool:
    """Tell whether all that an element says is a link to the page of an author: `/authors/ada-example`."""
    link = element if element.tag == "a" else next(iter(element), None)
    if link is None or link.tag != "a" or not leads_to_page_of_author(link):
        return False
    return text_inside(link).strip() == text_inside(element).strip()


def leads_to_page_of_author(link: etree._Element) -> bool:
    """Tell whether a link leads to the page of an author, whatever it says."""
    return _PAGE_OF_AUTHOR.search(link.get("href") or "") is not None


def calls_author(name: str) -> bool:
    """Tell whether the name of an attribute or fact, such as `data-block-contributor`, is that of an author."""
    return _AUTHOR.says(name)


def is_author(element: etree._Element) -> bool:
    """Tell whether the class or relation of an element says that it names who wrote something."""
    return _AUTHOR.says(element.get("class")) or element.get("rel") == "author"


def of_authors(elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Yield the elements of which `is_author` is so: that of all of a page takes less at once."""
    return (one for one in elements if _AUTHOR.says(one.get("class")) or one.get("rel") == "author")


def is_staff(text: str) -> bool:
    """Tell whether a text names a newsroom or an agency, as authors of entries."""
    return _STAFF.fullmatch(text) is not None


def is_by(text: str) -> bool:
    """Tell whether a text is `By` or the like and nothing else."""
    return _IS_FIRST.fits(f"{text} ")


def starts_with_by(text: str) -> bool:
    """Tell whether a text begins with `By` or the like."""
    return _IS_FIRST.begins(text)


def without_by(text: str) -> str:
    """Return a text without the `By` or the like that it begins with, and without whose an author is."""
    return _AT_FIRST.sub("", text.strip(), count=1)


def byline_of(text: str) -> tuple[list[str], str | None] | None:
    """Return the names that a byline is, and what it says before them: `Edited by Ada Example and Ben Beispiel`.

    None for a sentence that says more.
    """
    by = _BY.search(text)
    names = names_of(text[by.end() :] if by else text)
    if not names or not all(map(looks_like_name, names)):
        return None
    return names, text[: by.end()].strip() if by and by.start() else None


def says_who_wrote(text: str) -> bool:
    """Tell whether a line says what somebody did to what stands above it, or their part in it, and by which names.

    `Recorded by Ada Example`, `Text: Ada Example`.
    """
    match = _WROTE.fullmatch(text)
    return match is not None and all(map(looks_like_name, names_of(match["names"])))


def says_by(text: str) -> bool:
    """Tell whether a text says by whom something is."""
    return _BY.search(text) is not None


def has_place(name: str) -> bool:
    """Tell whether a name goes on to say where: `Ada Example in Rome`."""
    return not _PLACES.isdisjoint(name.split())


def without_controls(text: str) -> str:
    """Return a line without the words of links that follow its time, such as `2 comments` and `Share`."""
    return _CONTROLS.sub("", text) if text[-3:].lower() in _LAST_LETTERS else text


class Credit(NamedTuple):
    """The time that a line prints, None for a distance from now, who wrote the entry, and what the one is."""

    printed: Printed | None
    names: list[str]
    role: str | None = None


def credited(text: str, times: PrintedReader, known: Set[str] | None = None) -> Credit | None:
    """Return the time and names that `text` is and nothing else; None for anything else.

    Names without a word such as "by" have to be `known`, in small letters; without it, whatever looks like names is.
    """
    if len(text) > LONGEST or not has_digit(text):
        return None
    return _said_by(text, times) or _named(text, times, known)


def repeated_names(elements: Iterable[etree._Element], times: PrintedReader) -> frozenset[str]:
    """Return the names, in small letters, that stand beside the times of at least two of the elements."""
    found: Counter[str] = Counter()
    for element in elements:
        parts = islice(element.iterdescendants(etree.Element), _LOOKED_AT)
        found.update({name.casefold() for part in parts for name in _credited_in(part, times)})
    if are_places(found):
        return frozenset()
    again = frozenset(name for name, count in found.items() if count > 1)
    # Where names are few, or most times have one that comes again, the others are names of somebody, too.
    are_few = len(found) <= _MOST_NAMES * found.total()
    are_most = sum(found[name] for name in again) >= _MOST_NAMES * found.total()
    return frozenset(found) if again and (are_few or are_most) else again


def credits_of(lines: Sequence[str], times: PrintedReader) -> Mapping[int, Credit]:
    """Return the times and names that lines are, by their place, where names come again; else nothing.

    Most do, or one does and each time has a name beside it.
    """
    found = {at: credit for at, text in enumerate(lines) if (credit := credited(text, times)) and credit.printed}
    found = found or {at: credit for at, text in enumerate(lines) if (credit := _by_first_name(text, times))}
    names = Counter(name for credit in found.values() for name in credit.names)
    are_few = len(names) <= _MOST_NAMES * names.total()
    are_all = len(names) < names.total() and len(found) == sum(map(times.begins, lines))
    is_so = len(found) >= _FEWEST and (are_few or are_all) and not are_places(names)
    return found if is_so else {}


def _by_first_name(text: str, times: PrintedReader) -> Credit | None:
    """Read `21:30, Ada`, which of one line alone might be a place."""
    said, apart, name = text.rpartition(", ")
    printed = times.read(said) if apart and name.isalpha() and name.istitle() else None
    return Credit(printed, [name]) if printed and times.day_beside(name) is None else None


def credits_below_times(lines: Sequence[str], alike: Set[str]) -> Mapping[int, Credit]:
    """Return the names in lines such as `Text: Ada Example`, right below one of the times `alike`, by their place."""
    return {
        at: Credit(None, names)
        for at, (above, text) in enumerate(pairwise(lines), 1)
        if above in alike
        and (signed := _SIGNED.fullmatch(text))
        and all(map(looks_like_name, names := names_of(signed[1])))
    }


def are_places(names: Iterable[str]) -> bool:
    """Tell whether names that stand beside times are those of places, as in datelines: one of them is.

    It is a city of the tz database, or begins as that of a place: `Tel Aviv`, `San Salvo`.
    """
    return any(name.casefold() in _cities() or _PLACE.match(name) for name in names)


@cache
def _cities() -> frozenset[str]:
    """Return the cities that the tz database names its zones after, in small letters."""
    return frozenset(key.rpartition("/")[2].replace("_", " ").casefold() for key in keys() if "/" in key)


def _credited_in(part: etree._Element, times: PrintedReader) -> list[str]:
    """Return the names that the first texts of a part of an entry set off from a time, where they say no more."""
    said = part.text or ""
    if len(said) > LONGEST and len(spaced(said)) > LONGEST:
        return []
    has_parts = len(part) > 0
    inside = text_inside(part) if has_parts else said
    has_mark = _MARK.search(inside) is not None
    has_own = has_mark or (has_parts and (said + (part[-1].tail or "")).strip())
    if not (has_own and has_digit(inside)):
        return []
    texts = [*islice(part.itertext(), _MOST_TEXTS)]
    if has_mark:
        line = spaced("".join(texts)) if any(map(_APART.search, texts)) else ""
    else:
        line = times.split_change(line_apart(part))[0]
    credit = credited(line, times)
    return credit.names if credit else []


def _said_by(text: str, times: PrintedReader) -> Credit | None:
    match = _BY.search(text) if _HAS_BY.within(text) else None
    if match is None:
        return None
    before, after = text[: match.start()].strip(_AROUND), _VIA.sub(" ", text[match.end() :], count=1)
    words = after.split()
    is_named = (word.startswith("@") or _is_of_a_name(word) for word in words)
    most = next((at for at, is_one in enumerate(is_named) if not is_one), len(words))
    if not most and _SAID.fullmatch(before) and _begins_when(words[1:], times):
        most = 1  # the name that somebody logs in with: `Submitted by newsdesk on Tue, 03/03/2026 - 21:30`
    # `by storm_ada » 3 March 2026 21:30`, as members of a forum call themselves, some with more than a word.
    before_mark = next((at for at, word in enumerate(words[: _MOST_WORDS + 1]) if word in _MARKS_ALONE), 0)
    if before_mark == 1 or (before_mark and words[before_mark] == "»"):
        most = before_mark
    # A day begins like a name: `By Ada Example Tuesday March 3, 21:30`.
    counts = range(most, max(most - _WORDS_OF_A_DAY, 1) - 1, -1)
    found = (
        _said_behind(words[:count], words[count:], before, after, times)
        for count in counts
        if words[count - 1] not in _INNER and times.day_beside(words[count - 1].strip(_AROUND)) is None
    )
    return next(filter(None, found), None)


def _begins_when(words: Sequence[str], times: PrintedReader) -> bool:
    """Tell whether words begin with a figure or weekday, behind a word such as `on`."""
    first = _ON.sub("", " ".join(words[:2]), count=1).partition(" ")[0].strip(_AROUND)
    return first[:1].isdecimal() or (first != "" and times.is_weekday(first))


def _said_behind(
    named: Sequence[str], others: Sequence[str], before: str, after: str, times: PrintedReader
) -> Credit | None:
    """Return the credit of words `after` By, of which the first name somebody, and the others may say when."""
    names, rest = " ".join(named).strip(_AROUND), " ".join(others).strip(_AROUND)
    if not names or (rest and before and not _SAID.fullmatch(before)):
        return None
    found = _credit(rest or _without_said(before), names, times)
    if found is None and rest and (begins := _ON.match(rest)):
        found = _credit(rest[begins.end() :], names, times)
    # `By Ada Example, reporter, at 21:30`
    role, apart, last = rest.rpartition(", ")
    is_dated = found is not None and found.printed is not None and found.printed.day is not None
    if apart and after[: len(names) + 1] == f"{names}," and not is_dated and _is_role(role):
        alone = _credit(last, names, times)
        return alone._replace(role=role) if alone else found
    return found


def _without_said(before: str) -> str:
    """Return what stands before By without the word for what somebody wrote, set off: `21:30 · written`."""
    when, _, said = before.rpartition(" ")
    is_said = _SAID.fullmatch(said) is not None and not says_updated(said)
    return when.rstrip(_AROUND) if is_said and when[-1:] in _MARKS_ALONE else before


def _named(text: str, times: PrintedReader, known: Set[str] | None) -> Credit | None:
    """Read `Ada Example | 21:30` and `21:30 | Ada Example`."""
    if _MARK.search(text) is None or _APART.search(text) is None:
        return None
    pieces = [piece for one in _APART.split(text) if (piece := one.strip(_AROUND))]
    for name, rest in ((pieces[0], pieces[1:]), (pieces[-1], pieces[:-1])) if len(pieces) > 1 else ():
        names = names_of(name)
        are_names = all(looks_like_name(one) if known is None else one.casefold() in known for one in names)
        if not are_names:
            continue
        found = _credit(", ".join(rest), name, times)
        is_dated = found is not None and found.printed is not None and found.printed.day is not None
        # `Ada Example, reporter | 21:30`
        if len(rest) == 2 and not is_dated and _is_role(rest[0]) and (alone := _credit(rest[1], name, times)):
            return alone._replace(role=rest[0])
        if found is not None:
            return found
    return None


def _is_role(text: str) -> bool:
    """Tell whether a text between a name and a time can say what somebody is, and not of when that is."""
    return not has_digit(text) and not says_updated(text)


def _credit(said: str, names: str, times: PrintedReader) -> Credit | None:
    if is_relative(said):
        return Credit(None, names_of(names))
    printed = times.read(said)
    return Credit(printed._replace(text=said), names_of(names)) if printed else None


def set_off(said: str) -> list[str]:
    """Return the pieces of a line that bars, dots, commas or dashes part: `By Ada Example — 3 March`."""
    return _APART.split(said)


def names_of(said: str) -> list[str]:
    """Return the names that stand in a row: `Ada Example and Ben Beispiel`."""
    return [name for one in _JOINED.split(said) if (name := one.strip(_AROUND))]


def looks_like_name(text: str) -> bool:
    """Tell whether a text looks like the name of a person, and not like that of a part of a newspaper."""
    if is_staff(text):
        return True
    words = text.split()
    plain = ":" not in text and all(map(_is_of_a_name, words)) and not has_digit(text)
    return plain and 1 < len(words) <= _MOST_WORDS and not _PARTS.search(text)


def _is_of_a_name(word: str) -> bool:
    return word[0].isupper() or word in _INNER
