"""What sets an entry apart: a class, or a word beside its time or headline: `Pinned`, `Breaking`, `Key event`.

Such words are no text of an entry, nor is what only says that a time is that of one: `Posted`.
"""

import re

from lxml import etree

from ...markup.classes import ClassPattern, WordPattern
from ...markup.names import HEADINGS
from ...markup.tree import spaced, text_inside
from ...page_words import says_pinned
from ...text.shape import ends_like_a_sentence, has_digit
from ...vocabulary import EDITED, PUBLISHED, UPDATED
from .crediting import is_author

KEY = ClassPattern.of_words("keyevent|key|highlight(?:ed)?")
PINNED = ClassPattern.of_words("pinned|sticky")
_KEY_SAID = WordPattern(
    r"(?:key|major) (?:event|moment|update|point|development)s?|key|important|highlights?|"
    r"schlüsselmoment|wichtig(?:ste[sr]?|es ereignis)?|temps forts?|moment clé|à retenir|"
    r"(?:lo más )?importante|(?:momento )?clave|destacad[oa]|momento-chave|destaque|momento chiave|in evidenza|"
    r"sleutelmoment|kernmoment|belangrijk|viktigt?|tärkeää|kluczowe|ważne|důležité|fontos|важно|главное|важливо|головне"
)
_NEW_SAID = WordPattern(
    rf"{UPDATED}|{PUBLISHED}|{EDITED}|"
    r"live|new|neu|nouveau|nuevo|novo|nuovo|nieuw|nowe|nové|nytt?|en direct|en directo|"
    r"breaking(?: news)?|just in|developing|alert|exclusive|eil(?:t|meldung)?|exklusiv|urgente?|alerte|"
    r"flash(?: info)?|exclusif|última hora|exclusiva|ultim[’']ora|esclusiva|laatste nieuws|net binnen|siste nytt|"
    r"just nu|senaste nytt|z ostatniej chwili|pilne|срочно|терміново"
)
_CLASS = ClassPattern.of_words(
    "label|flag|badge|pill|chip|picto|sticker|marker|tag|kicker|topline|rubri[ck]|rubrique|category"
)
_OTHER = ClassPattern.of_words("time|date|timestamp|title|headline|caption|credit|location|place")
_TAGS = frozenset({"div", "p", "span", "small", "label", "strong", "b", "em", "i"})
# What has lines of text in it, of which none stands out for what it says.
_LINES = HEADINGS | {"p", "li", "td", "th", "dd", "dt", "blockquote", "figcaption"}
_CELLS = frozenset({"li", "td", "dd"})  # which may be all of an entry
_ICONS = frozenset({"i", "span"})
_LONGEST = 30  # characters
_BEGINNING = re.compile(r"(?:[\"“”„«»‘’‹›']\s?)?\w")


def says_key(text: str) -> bool:
    """Tell whether a word says that an entry is one of the key events, or just important."""
    return _KEY_SAID.fits(text)


def says_new(text: str) -> bool:
    """Tell whether a word beside a time only says that an entry is new, or there."""
    return _NEW_SAID.fits(text)


def flag_in(heading: etree._Element) -> etree._Element | None:
    """Return the element with the word that sets an entry apart, where its headline begins with one.

    `<h3><i>Breaking</i>The bridge is open</h3>`: nothing but its look sets it off from the words behind it. A word of
    the headline would have a blank there, and a part of a word would go on in small letters.
    """
    first = next((part for part in heading.iter(etree.Element) if part.text and part.text.strip()), heading)
    if first is heading or len(first) or not first.text or not text_inside(heading).lstrip().startswith(first.text):
        return None
    after = first.getnext()
    behind = first.tail or (after.text if after is not None else None) or ""
    is_set_off = _BEGINNING.match(behind) is not None and not behind[0].islower()
    word = first.text.strip()
    return first if is_set_off and (says_pinned(word) or says_key(word) or says_new(word)) else None


def is_badge(part: etree._Element) -> bool | None:
    """Tell whether an element without others in it sets an entry apart, and says nothing of what happened.

    True for a word that does; False for one whose class says so, which then is a headline unless it comes again; None
    for all else. Below the first line of a text any word may belong to it.
    """
    text = spaced(word_of(part) or "")
    box = part.getparent()
    if not 0 < len(text) <= _LONGEST or part.tag not in _TAGS or box is None or _is_beside(part):
        return None
    if box.tag in _LINES and not (box.tag in _CELLS and _CLASS.fits(part)):
        return None
    if says_key(text) or says_new(text):
        return True
    is_named = is_called_label(part) and not (is_author(part) or is_author(box))
    return False if is_named and not ends_like_a_sentence(text) and not has_digit(text) else None


def word_of(part: etree._Element) -> str | None:
    """Return the text of an element with no other in it but an icon before that; None for a box of more."""
    before: str | None = part.text
    if not len(part):
        return before
    icon = part[0]
    is_icon = icon.tag == "svg" or (icon.tag in _ICONS and not len(icon) and not (icon.text or "").strip())
    behind: str | None = icon.tail
    return behind if is_icon and len(part) == 1 and not (before or "").strip() else None


def is_called_label(part: etree._Element) -> bool:
    """Tell whether the class of an element says that it is a label of an entry."""
    return _CLASS.fits(part) and not _OTHER.fits(part)


def _is_beside(part: etree._Element) -> bool:
    """Tell whether an element stands in a line of other words."""
    before = part.getprevious()
    around = (part.tail, part.getparent().text if before is None else before.tail)
    return any(text and any(map(str.isalnum, text)) for text in around)
