"""Who wrote entries, where nothing but the page's habit tells it: the same few names above or below most texts.

A name counts with what somebody is (`Ada Example, reporter`; or that in an element of its own), or in an element of
its own beside the time or a face, or where its class says `by`; initials count by being few and in small letters. One
that comes twice is a signature, and so is one that is marked up like those. Below texts only the last two are.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice
from math import ceil
from typing import NamedTuple

from lxml import etree

from ...agencies import is_agency
from ...markup.classes import ClassPattern, WordPattern, tag_and_class
from ...markup.names import HEADINGS, UNREAD
from ...markup.tree import line_inside, outward, spaced, words_inside
from ...text.shape import ends_like_a_sentence, has_digit
from ..furniture.feet import found_in, last_in
from ..labels.bylines import Byline, is_alone, is_name
from ..labels.crediting import (
    are_places,
    calls_author,
    leads_to_page_of_author,
    looks_like_name,
    names_of,
    without_by,
)
from ..labels.distances import is_relative
from ..labels.printed import PrintedReader

_OTHER = ClassPattern.of_words(
    "title|headline|ttl|heading|kicker|caption|credit|tag|topic|category|rubri[ck]|rubrique|team|club|location|place"
)
# What chats and their transcripts call the name before what somebody writes.
_WRITES = ClassPattern.of_words("name|(?:user|display|full|nick|writer|autor)-?name|nick|poster|speaker")
# What calls a name that of who wrote, in the class of its element: `post-von`.
_BY = ClassPattern(r"[\w][_-](?:par|von|por|door|av|af|przez)(?:$|\s)")
# What the head of a table calls the column of the authors of its rows.
_WROTE = WordPattern(
    r"(?:(?:issued|sent|posted|written|published|reported|released|submitted) )?by|author|issuer|sender|reporter|"
    r"issuing (?:office|agency|authority|department)|"
    r"(?:(?:ver(?:fasst|öffentlicht)|gemeldet|gesendet|herausgegeben) )?von|autor(?:in)?|verfasser(?:in)?|absender|"
    r"herausgeber(?:in)?|quelle|kürzel|"
    r"(?:(?:publié|émis|envoyé|rédigé|diffusé|communiqué) )?par|auteure?|émetteur|expéditeur|source|rédacteur|"
    r"(?:(?:publicado|emitido|enviado|escrito) )?por|autora?|emisor|remitente|fuente|emissor|remetente|fonte|"
    r"(?:(?:pubblicato|emesso|inviato|scritto) )?da|autore|mittente|"
    r"(?:(?:geplaatst|verzonden|geschreven) )?door|afzender|bron|av|avsändare|källa|avsender|kilde|af|afsender|"
    r"autor|nadawca|źródło"
)
_PARAGRAPHS = frozenset({"p", "div", "footer"})
_NOT_SIGNED = HEADINGS | {"figcaption", "blockquote", "li"}
_ROLE = re.compile(
    r"(?:reporter|editor|correspondent|journalist|redakt|korrespondent|volont|rédact|corresponsal|periodista|jornalista|"
    r"repórter|giornalista|cronista|verslaggever|toimitt|dziennikar|újságíró|fotogra|photogra)\w*",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[—–-]\s?)?[(\[]?[^\W\d_]{2,3}(?:\s?/\s?[^\W\d_]{2,3})*[)\]]?")
# Set off as what somebody says: `– Ada`, `— Ada Example, staff reporter`.
_NAMED = re.compile(r"[—–-]\s?[^\W\d_a-z][^\W\d_]+(?:\s[^\W\d_a-z][^\W\d_]+)?(?:, [a-z][a-z ]{2,40})?")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_APART = " ,|·•/–—-"
_LONGEST = 80  # characters of a name with a role
_LOOKED_AT = 16  # elements
_MOST_TEXTS = 6
_HIGHEST = 3
_FEWEST = 3
_NEARLY_ALL = 0.8  # of the entries have one that is bare
_MOST = 0.5  # of the entries have one that comes again


class Signature(NamedTuple):
    """The element that says who wrote an entry, whom it names, and what `beside` it tells of them: role and face.

    Alone, or with nothing but a picture beside it (`is_bare`), a name may be that of a place, card or goal.
    """

    element: etree._Element
    byline: Byline
    beside: tuple[etree._Element, ...] = ()
    is_bare: bool = False


class _Text(NamedTuple):
    """A short text, and the element that it is alone in."""

    element: etree._Element
    text: str


def signatures(
    entries: Mapping[etree._Element, Collection[etree._Element]], times: PrintedReader
) -> dict[etree._Element, Signature]:
    """Return what says who wrote each entry, where few names come again and again; empty where that is not so.

    Beside each entry stand the parts of it that are left out anyway.
    """

    def closing(entry: etree._Element) -> Signature | None:
        return _closing(entry, frozenset(part for box in entries[entry] for part in box.iter()), times)

    elements = [*entries]
    above = _repeated(elements, lambda entry: _signature(entry, times))
    return above or _repeated(elements, closing, close=True)


def _repeated(
    elements: Sequence[etree._Element], find: Callable[[etree._Element], Signature | None], *, close: bool = False
) -> dict[etree._Element, Signature]:
    """Return the signatures that are found, where enough of them come again.

    Bare names are none unless the page has one elsewhere, or nearly all entries `close` with one of a few.
    """
    found = found_in(elements, find, needed(len(elements)))
    counts = Counter(signed.byline.names[0] for signed in found.values())
    roles: dict[str, set[str | None]] = defaultdict(set)
    for signed in found.values():
        roles[signed.byline.names[0]].add(signed.byline.role)
    title = _title(elements[0]) if found else ""
    again = [signed for signed in found.values() if counts[signed.byline.names[0]] > 1 and _is_telling(signed, title)]
    if len(again) < needed(len(elements)) or any(len(said) > 1 for said in roles.values()):
        return {}
    is_habit = close and len(found) >= max(_NEARLY_ALL * len(elements), 2 * len(counts)) and len(counts) > 1
    if any(one.is_bare for one in again) and not (is_habit or _has_any(counts.keys(), elements)):
        return {}
    if are_places(counts):
        return {}
    if len(counts) == 1 and again[0].byline.role is None and is_alone(again[0].byline.names[0]):
        return {}  # initials of one alone may be any word
    kinds = {tag_and_class(signed.element) for signed in again}
    return {element: signed for element, signed in found.items() if tag_and_class(signed.element) in kinds}


def needed(count: int) -> int:
    """Return how many of so many entries have to have a signature that comes again."""
    return max(_FEWEST, ceil(_MOST * count))


def _has_any(names: Set[str], elements: Sequence[etree._Element]) -> bool:
    """Tell whether a page has one of the names alone in an element around its entries, as above a text.

    Or it spells it where it tells of its authors: `<article data-contributor="profile/adaexample">`.
    """
    entries = set(elements)
    root = elements[0].getroottree().getroot()
    if not {*map(_slug, names)}.isdisjoint(_slugs_of_authors(root, elements)):
        return True
    return any(
        without_by(spaced(part.text)) in names and entries.isdisjoint(part.iterancestors())
        for part in root.iter(etree.Element)
        if part.text and part.tag not in UNREAD
    )


def _slug(name: str) -> str:
    """Return the letters of a name without their marks, in small ones, as addresses have them."""
    return _NO_LETTERS.sub("", unicodedata.normalize("NFKD", name)).casefold()


def _slugs_of_authors(root: etree._Element, entries: Iterable[etree._Element]) -> Iterator[str]:
    """Yield how a page spells its authors: in its head, in attributes of entries, in links to their pages."""
    for meta in root.iter("meta"):
        if calls_author((meta.get("property") or meta.get("name") or "").replace(":", "-")):
            yield _last_of(meta.get("content") or "")
    for entry in entries:
        for name, said in entry.items():
            if name != "class" and calls_author(str(name)):
                yield _last_of(str(said))
    for link in root.iter("a"):
        if leads_to_page_of_author(link):
            yield _last_of(link.get("href") or "")


def _last_of(address: str) -> str:
    """Return the letters of the last piece of an address, or of a name that stands in place of one."""
    piece = address.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2]
    return _slug(piece.removesuffix(".html"))


def _is_telling(signed: Signature, title: str) -> bool:
    """Tell whether a signature is a name of several words, or initials: one word beside a time may be any.

    Names in the title of a page are those that it tells of, such as the teams of a match.
    """
    name = signed.byline.names[0]
    is_telling = not is_alone(name) and name.casefold() not in title
    return is_telling or name.islower() or _NAMED.fullmatch(words_inside(signed.element)) is not None


def _title(entry: etree._Element) -> str:
    """Return the first heading of the page that an entry stands on, in small letters."""
    heading = next(entry.getroottree().getroot().iter("h1"), None)
    return "" if heading is None else words_inside(heading).casefold()


def _signature(entry: etree._Element, times: PrintedReader) -> Signature | None:
    """Return what may say who wrote an entry, above its text."""
    line: list[_Text] = []  # of one box
    for part, text in _texts(entry, times):
        name, apart, role = text.partition(", ")
        if apart and is_name(name) and _says_role(role):
            return Signature(_box(part, entry), Byline([name], role))
        if _are_initials(text, times):
            return Signature(part, of_initials(text))
        if (_writes(part, text) or _BY.fits(part)) and is_name(name := text.rstrip(" :")):
            return Signature(part, Byline([name], None))
        if is_name(text) and _has_face(part):
            return Signature(_box(part, entry), Byline([text], None), is_bare=True)
        if line and part.getparent() is not line[0].element.getparent():
            line = []
        line.append(_Text(part, text))
        if (signed := _of_line(line, entry, times)) is not None:
            return signed
    return None


def _of_line(line: Sequence[_Text], entry: etree._Element, times: PrintedReader) -> Signature | None:
    """Return the signature that all texts of a box are: a name and what somebody is, or one beside time or face."""
    box = line[0].element.getparent()
    if box is None or box is entry or _words(box) != [one.text for one in line]:
        return None
    when = [one for one in line if times.says_when(one.text)]
    others = [one for one in line if one not in when]
    if len(when) > 1 or not others or (len(line) == 1 and not _has_face(box)):
        return None
    name, *roles = others
    role = roles[0].text if roles and not roles[0].text.startswith("@") else None
    if len(roles) > 1 or (role is not None and not _says_role(role)):
        return None
    if not when:
        found = Signature(_box(box, entry), Byline([name.text], role), is_bare=len(line) == 1)
        return found if is_name(name.text) else None
    if not (looks_like_name(name.text) or is_alone(name.text)):
        return None
    beside = (*(one.element for one in roles), *box.iter("img"))
    return Signature(name.element, Byline([name.text], role), beside)


def _closing(entry: etree._Element, gone: Set[etree._Element], times: PrintedReader) -> Signature | None:
    """Return the initials that stand last in an entry, or a name that is called so or a paragraph.

    Parts that are `gone` stand nowhere.
    """
    last = last_in(entry, gone)
    while last is not None and len(last.element) and len(last.text) > _LONGEST:
        last = last_in(last.element, gone)
    if last is not None and last.element.tag not in _NOT_SIGNED:
        if signs(last.text, times):
            return Signature(last.element, of_initials(last.text))
        if _BY.fits(last.element) and is_name(last.text):
            return Signature(last.element, Byline([last.text], None))
        if last.element.tag in _PARAGRAPHS and looks_like_name(last.text):
            return Signature(last.element, Byline([last.text], None), is_bare=True)
    return None


def of_initials(text: str) -> Byline:
    """Return those whom initials, or a name behind a dash, stand for: `(wt/dpa)`, `— Ada Example, staff reporter`."""
    names, _, role = text.strip("()[]—–- ").partition(", ")
    return Byline([one.strip() for one in names.split("/")], role or None)


def _texts(entry: etree._Element, times: PrintedReader) -> Iterator[tuple[etree._Element, str]]:
    """Yield the short texts above the first sentence of an entry, each with the element that it is alone in.

    A face may stand beside it there.
    """
    for part in islice(entry.iterdescendants(etree.Element), _LOOKED_AT):
        if part.tag in _NOT_SIGNED or part.get("role") or _OTHER.fits(part):
            continue
        is_alone_in = all(inner.tag == "img" and not len(inner) for inner in part)
        text = words_inside(part) if is_alone_in else spaced(part.text or "")
        if len(text) > _LONGEST or (
            ends_like_a_sentence(text) and not (_writes(part, text) or times.says_when(text))
        ):
            return  # a time may end like one: `9:58 p.m.`
        if is_alone_in and any(map(str.isalnum, text)):
            yield part, text


def _writes(part: etree._Element, text: str) -> bool:
    """Tell whether an element is what a chat has before the words of somebody: `Ada Example:`."""
    return _WRITES.fits(part) and (text[-1:] == ":" or (part.tail or "").lstrip()[:1] == ":")


def _says_role(text: str) -> bool:
    """Tell whether a text beside a name says what somebody is, and is no place or other name."""
    words = text.split()
    is_plain = len(text) <= _LONGEST and not has_digit(text) and not is_relative(text)
    called = text.partition(",")[0].split()[-1:]  # `Reporter, Rome`
    return is_plain and bool(words) and (words[-1].islower() or any(map(_ROLE.fullmatch, [words[-1], *called])))


def signs(text: str, times: PrintedReader) -> bool:
    """Tell whether a line below a text says who wrote it: initials, or a name behind a dash."""
    return _NAMED.fullmatch(text) is not None or _are_initials(text, times)


def _are_initials(text: str, times: PrintedReader) -> bool:
    """Tell whether a text is of two or three small letters, an agency, or several, and says nothing of a time."""
    if not _INITIALS.fullmatch(text) or not all(one.islower() or is_agency(one) for one in of_initials(text).names):
        return False
    after = times.read(f"{text} 7:05")
    is_day = (after is not None and after.day is not None) or times.is_day(f"3 {text}")
    return not is_day and times.read(f"7:05 {text}") is None


def _box(element: etree._Element, entry: etree._Element) -> etree._Element:
    """Return the largest box around an element that has nothing more in it but a face."""
    said = _words(element)

    def is_one(above: etree._Element) -> bool:
        return above is not entry and _words(above) == said and not any(map(_shows, above.iter("img", "figure")))

    return outward(element, is_one, _HIGHEST)


def _has_face(box: etree._Element) -> bool:
    """Tell whether a box has a picture, and none that says what it shows."""
    return box.find(".//img") is not None and not any(map(_shows, box.iter("img", "figure")))


def _shows(part: etree._Element) -> bool:
    return part.tag == "figure" or bool((part.get("alt") or "").strip())


def _words(box: etree._Element) -> list[str]:
    """Return the first texts of a box; more of them are no names."""
    texts = (spaced(str(text)).strip(_APART) for text in islice(box.itertext(), 4 * _MOST_TEXTS))
    return [*islice(filter(None, texts), _MOST_TEXTS)]


def names_in_columns(row: etree._Element) -> Iterator[tuple[etree._Element, list[str]]]:
    """Yield the cells of a row that the first row of its table calls those of its authors, with their names."""
    table = next(row.iterancestors("table"), None)
    head = next(table.iter("tr"), row) if table is not None else row
    cells = _cells(row)
    heads = _cells(head) if head is not row else []
    if len(heads) != len(cells):
        return  # a cell is as wide as two
    for said, cell in zip(heads, cells, strict=True):
        if _WROTE.fits(line_inside(said).rstrip(" :")) and _may_name(text := line_inside(cell)):
            names = names_of(without_by(text))
            yield cell, names if all(map(is_name, names)) else [text]


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _may_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and not (has_digit(text) or ends_like_a_sentence(text))
