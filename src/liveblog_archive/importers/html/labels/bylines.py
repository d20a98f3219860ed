"""Boxes that say who wrote an entry: a face, a name or several, and what somebody is, as `Reporter`.

The card that forums and social networks put beside a text has a name in it, and what no entry says: the account, a
rank, since when somebody is a member and how much they wrote. Microformats call it `h-card`
(microformats.org/wiki/h-card), schema.org's microdata an `author`, and forums the profile of the poster.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from itertools import islice
from typing import NamedTuple

from lxml import etree

from ...markup.classes import ClassPattern, tag_and_class
from ...markup.names import HEADINGS, TIMES
from ...markup.tree import spaced, text_inside
from ...text.shape import ends_like_a_sentence, has_digit
from ...vocabulary import AND
from .crediting import (
    has_place,
    is_author,
    is_by,
    is_staff,
    leads_to_author,
    looks_like_name,
    names_of,
    starts_with_by,
    without_by,
)

_BOXES = frozenset({"div", "p", "span", "header", "footer", "section", "address", "cite", "small", "a"})
_PARTS = "a abbr address b br cite div em h5 h6 i img p picture small source span strong svg path"
_INNER = frozenset(_PARTS.split())
_MARKS = frozenset({"mark", "address"})
_ROLE = ClassPattern.of_words(
    "role|rolle|position|job|jobtitle|job-title|funktion|fonction|cargo|ruolo|functie|desk|"
    "(?:author|byline|writer|reporter|contributor)s?[_-]{1,2}title"
)
_OTHER = ClassPattern.of_words("title|headline|ttl|heading|kicker|caption|credit")
_SOURCE = ClassPattern.of_words("source|agency|agentur|quelle|agence|agencia|agenzia")
_REPORTING = re.compile(r"\s*reporting from\s", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s(?:[a-z]{1,3}|[^\W\d_][\w.'’-]*)){1,4}")
_ALONE = re.compile(r"\(?[^\W\d_][\w.'’-]*\)?")
_JOINING = frozenset(AND.split("|"))
_AROUND = " &,|·•()–—-\xa0"
_LONGEST, _LONGEST_OF_ONE = 110, 4  # characters
_MOST_PARTS = 24

_CARD_NAMES = (
    r"(?:^|\s)(?:[hv]-?card|post-?profile|(?:post|message|topic)-?(?:user|author|poster|left|side)(?:-?(?:info|cell))?|"
    r"message-cell--user|poster(?:-?info)?|user-?(?:info|details|block|cell)|author-?(?:info|card|box|profile))(?:$|\s)"
)
_CALLED_NAME = ClassPattern.of_words(
    r"p-name|fn|user-?names?\w*|(?:display|nick|screen|full|real)-?name|nick|author-?name|name"
)
_SIGNATURE_NAMES = r"(?:^|[\s_-])(?:(?:post|message|user)?signature|sig)(?:$|[\s_-])"
_CARD, _SIGNATURE = ClassPattern(_CARD_NAMES), ClassPattern(_SIGNATURE_NAMES)
_ABOUT = ClassPattern(f"{_CARD_NAMES}|{_SIGNATURE_NAMES}")
_ACCOUNT = re.compile(r"(?P<name>[^@.!?]{2,60}\s)?(?P<account>\(?@[\w.-]+(?:@[\w.-]+)?\)?)")
_LONGEST_NAME, _LONGEST_CARD, _MOST_PARTS_OF_CARD = 40, 400, 80  # characters, and elements


class Byline(NamedTuple):
    """Who wrote an entry, and what the one of them is."""

    names: list[str]
    role: str | None


def is_name(text: str) -> bool:
    """Tell whether a text can be the name of somebody: two to five words."""
    return _NAME.fullmatch(text) is not None


def is_alone(text: str) -> bool:
    """Tell whether a text is a word that may stand for somebody where the page says so: `Redaktion`, `(ab)`."""
    return _ALONE.fullmatch(text) is not None


def says_role(element: etree._Element) -> bool:
    """Tell whether the class of an element says that it tells what somebody is, or its words where somebody is."""
    return _ROLE.fits(element) or _REPORTING.match(element.text or "") is not None


def byline(box: etree._Element, known: Set[str]) -> Byline | None:
    """Return whom a small box names as the authors of what it stands in; None for any other box.

    The box is called one of authors, begins with `By`, or shows a face whose alternative text has the name. `known`
    are names, in small letters, that need none of this.
    """
    if box.tag not in _BOXES or not 0 < len(box) <= _MOST_PARTS:
        return None
    first = box[0]
    said = box.text or first.text or ""
    if has_digit(said):
        return None
    marked = is_author(box) or is_by(spaced(said))
    faces = [one for one in (first, *first[:1]) if one.tag == "img"]
    pieces = [*_pieces(box)] if (marked or faces) and _is_small(box) else []
    if not pieces:
        return None
    (name, kind), *others = pieces
    names = names_of(without_by(name))
    role: list[str] = []
    if len(names) > 1 and not all(map(is_name, names)) and not ends_like_a_sentence(name):
        role = [", ".join(names[1:])]  # `Ada Example, reporter`
        names = names[:1]
    for text, other in others:
        (names if kind is not None and other == kind and _is_like(text, name) else role).append(text)
    if not names or not all(is_name(one) or ((marked or one.casefold() in known) and is_alone(one)) for one in names):
        return None
    if not marked and not _is_shown(names, faces, known):
        return None
    return Byline(names, " ".join(role).strip(_AROUND) or None)


def line_byline(element: etree._Element, text: str, known: Set[str], *, is_shown: bool) -> Byline | None:
    """Return whom a line of text names as the authors of what it stands above or below; None for any other line.

    It is called theirs, is a link to their page, begins with `By`, has a face beside it (`is_shown`), is the mark of
    an agency that is called the source, or is a name that is `known`, in small letters.
    """
    above = element.getparent()
    is_called = is_author(element) or (above is not None and is_author(above))
    is_marked = is_called or element.tag in _MARKS or leads_to_author(element)
    if _SOURCE.fits(element) and _is_agency(text):
        return Byline([text], None)
    is_sure = is_marked or is_shown or text.casefold() in known
    if not (is_sure or starts_with_by(text)):
        return None
    names, role = names_of(without_by(text)), None
    if not is_sure and any(name.islower() and not is_staff(name) for name in names):
        return None  # `By the way`
    is_role = not ends_like_a_sentence(text) and not any(map(looks_like_name, names[1:]))
    if is_marked and len(names) > 1 and is_name(names[0]) and is_role:
        names, role = names[:1], ", ".join(names[1:])  # `Ada Example, at the harbour`
    is_one = is_author(element) and len(names) == 1 and is_alone(names[0])
    are_names = is_one or all(is_name(name) or is_staff(name) for name in names)
    return Byline(names, role) if names and are_names and not any(map(has_place, names)) else None


def _is_agency(text: str) -> bool:
    """Tell whether what is called a source is an agency: one that is known, or letters as of one."""
    return is_staff(text) or (len(text) <= _LONGEST_OF_ONE and text.islower() and is_alone(text))


def _is_small(box: etree._Element) -> bool:
    """Tell whether a box has a few words in it, none of them a number, and no block of text."""
    text = text_inside(box)
    return (
        len(spaced(text)) <= _LONGEST
        and not has_digit(text)
        and all(
            part.tag in _INNER and (says_role(part) or not _OTHER.fits(part))
            for part in box.iterdescendants(etree.Element)
        )
    )


def _pieces(box: etree._Element) -> Iterator[tuple[str, tuple[str, str] | None]]:
    """Yield the texts of a box, but for the words that join them, each with the markup that it is alone in."""
    for event, part in etree.iterwalk(box, events=("start", "end")):
        if event == "start":
            text, alone = part.text, part if not len(part) and part is not box else None
        else:
            text, alone = part.tail if part is not box else None, None
        said = spaced(text or "").strip(_AROUND)
        if said and not is_by(said) and said not in _JOINING:
            yield said, None if alone is None else tag_and_class(alone)


def _is_like(text: str, name: str) -> bool:
    """Tell whether a text is one more name, and not what the one of `name` is: `Courts correspondent`."""
    return is_name(text) and _initial(text).isupper() == _initial(name).isupper()


def _initial(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1][0]


def _is_shown(names: list[str], faces: list[etree._Element], known: Set[str]) -> bool:
    """Tell whether the pictures beside names show whom they name."""
    said = " ".join(face.get("alt") or "" for face in faces).casefold()
    return all(name.casefold() in said or name.casefold() in known for name in names)


class Portraits:
    """Finds the pictures of authors; those of a page are listed once, by what stands for them."""

    def __init__(self) -> None:
        self._known: dict[etree._Element, dict[str, list[etree._Element]]] = {}  # of each tree

    def beside(self, element: etree._Element, names: Iterable[str]) -> list[etree._Element]:
        """Return the pictures beside a text of those whom it names; a box may be that of all entries.

        Their alternative text is the name, or that and what somebody is.
        """
        tree = element.getroottree().getroot()
        if tree not in self._known:
            faces = self._known[tree] = defaultdict(list)
            for image in tree.iter("img"):
                alt = (image.get("alt") or "").strip()
                for said in {alt, alt.partition(",")[0]}:
                    faces[said].append(image)
        known = self._known[tree]
        return [image for name in names for image in known.get(name, ()) if _is_beside(image, element)]


def _is_beside(image: etree._Element, element: etree._Element) -> bool:
    """Tell whether a picture stands in the same part of a page as a text: two boxes up at most."""
    *_, box = islice(element.iterancestors(), 2)
    return box in image.iterancestors()


def may_be_about_author(box: etree._Element) -> bool:
    """Tell whether a box may be a card or a signature, by its name."""
    return _ABOUT.says(box.get("class")) or bool(box.get("itemprop") == "author")


def card(box: etree._Element) -> str | None:
    """Return the name of who wrote what a box stands beside, where it is a card of theirs; None for any other box."""
    is_author = box.get("itemprop") == "author" and box.get("itemscope") is not None
    if not (is_author or _CARD.fits(box)) or len(spaced(text_inside(box))) > _LONGEST_CARD:
        return None
    parts = [*islice(box.iterdescendants(etree.Element), _MOST_PARTS)]
    if any(part.tag in TIMES for part in parts):
        return None
    return next(
        (
            name
            for of_kind in (
                [part for part in parts if part.get("itemprop") == "name" or _CALLED_NAME.fits(part)],
                [part for part in parts if part.tag in HEADINGS],
                [part for part in parts if part.tag == "a"],
            )
            for part in reversed(of_kind[:2])  # a box of a name, and the name in it
            if (name := _name_in(part)) is not None
        ),
        None,
    )


def is_signature(box: etree._Element) -> bool:
    """Tell whether a box is called a signature."""
    return _SIGNATURE.fits(box)


def account(text: str) -> str | None:
    """Return whom a text names that is an account and nothing else: `@ada`, `Ada Example @ada@example.org`."""
    found = _ACCOUNT.fullmatch(text) if "@" in text else None
    return None if found is None else (found["name"] or found["account"]).strip()


def _name_in(part: etree._Element) -> str | None:
    text = spaced(text_inside(part))
    is_one = 0 < len(text) <= _LONGEST_NAME and any(map(str.isalpha, text)) and text[0] != "@"
    return text if is_one else None
