"""Boxes about who wrote an entry, which forums and social networks put beside its text.

Such a card has a name in it, and beside that what no entry says: the account, a rank, since when somebody is a member
and how much they wrote. Microformats call it `h-card` (microformats.org/wiki/h-card), schema.org's microdata an
`author`, and forums the profile of the poster. What somebody puts below all that they write is their signature.
"""

import re
from itertools import islice

from lxml import etree

from ...markup.classes import ClassPattern
from ...markup.names import HEADINGS, TIMES
from ...markup.tree import spaced, text_inside

_CARD_NAMES = (
    r"(?:^|\s)(?:[hv]-?card|post-?profile|(?:post|message|topic)-?(?:user|author|poster|left|side)(?:-?(?:info|cell))?|"
    r"message-cell--user|poster(?:-?info)?|user-?(?:info|details|block|cell)|author-?(?:info|card|box|profile))(?:$|\s)"
)
_NAME = ClassPattern.of_words(
    r"p-name|fn|user-?names?\w*|(?:display|nick|screen|full|real)-?name|nick|author-?name|name"
)
_SIGNATURE_NAMES = r"(?:^|[\s_-])(?:(?:post|message|user)?signature|sig)(?:$|[\s_-])"
_CARD, _SIGNATURE = ClassPattern(_CARD_NAMES), ClassPattern(_SIGNATURE_NAMES)
_ABOUT = ClassPattern(f"{_CARD_NAMES}|{_SIGNATURE_NAMES}")
_ACCOUNT = re.compile(r"(?P<name>[^@.!?]{2,60}\s)?(?P<account>\(?@[\w.-]+(?:@[\w.-]+)?\)?)")
_LONGEST_NAME, _LONGEST, _MOST_PARTS = 40, 400, 80  # characters, and elements


def may_be_about_author(box: etree._Element) -> bool:
    """Tell whether a box may be a card or a signature, by its name."""
    return _ABOUT.says(box.get("class")) or bool(box.get("itemprop") == "author")


def card(box: etree._Element) -> str | None:
    """Return the name of who wrote what a box stands beside, where it is a card of theirs; None for any other box."""
    is_author = box.get("itemprop") == "author" and box.get("itemscope") is not None
    if not (is_author or _CARD.fits(box)) or len(spaced(text_inside(box))) > _LONGEST:
        return None
    parts = [*islice(box.iterdescendants(etree.Element), _MOST_PARTS)]
    if any(part.tag in TIMES for part in parts):
        return None
    return next(
        (
            name
            for of_kind in (
                [part for part in parts if part.get("itemprop") == "name" or _NAME.fits(part)],
                [part for part in parts if part.tag in HEADINGS],
                [part for part in parts if part.tag == "a"],
            )
            for part in reversed(of_kind[:2])  # a box of a name, and the name in it
            if (name := _name(part)) is not None
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


def _name(part: etree._Element) -> str | None:
    text = spaced(text_inside(part))
    is_one = 0 < len(text) <= _LONGEST_NAME and any(map(str.isalpha, text)) and text[0] != "@"
    return text if is_one else None
