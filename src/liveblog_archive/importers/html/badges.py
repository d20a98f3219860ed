"""Words that pages set beside the time or headline of some entries to make them stand out: `Breaking`, `Key event`.

They are no text of an entry. What a page calls a key event, or just important, is one.
"""

import re

from lxml import etree

from ..markup.classes import ClassPattern
from ..text.shape import ends_like_a_sentence, has_digit
from .crediting import is_author

_KEY = re.compile(
    r"(?:key|major) (?:event|moment|update|point|development)s?|key|important|highlights?|"
    r"schlüsselmoment|wichtig(?:ste[sr]?|es ereignis)?|temps forts?|moment clé|à retenir|"
    r"(?:lo más )?importante|(?:momento )?clave|destacad[oa]|momento-chave|destaque|momento chiave|in evidenza|"
    r"sleutelmoment|kernmoment|belangrijk|viktigt?|tärkeää|kluczowe|ważne|důležité|fontos|важно|главное|важливо|головне",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"breaking(?: news)?|just in|developing|alert|exclusive|eil(?:meldung)?|exklusiv|urgente?|alerte|flash(?: info)?|"
    r"exclusif|última hora|exclusiva|ultim[’']ora|esclusiva|laatste nieuws|net binnen|siste nytt|just nu|"
    r"senaste nytt|z ostatniej chwili|pilne|срочно|терміново",
    re.IGNORECASE,
)
_CLASS = ClassPattern(r"(?:^|[\s_-])(?:label|flag|badge|sticker|marker)(?:$|[\s_-])")
_OTHER = ClassPattern(r"(?:^|[\s_-])(?:time|date|timestamp|title|headline|caption|credit|location|place)(?:$|[\s_-])")
_TAGS = frozenset({"div", "p", "span", "small", "label", "strong", "b", "em", "i"})
# What has lines of text in it, of which none stands out for what it says.
_LINES = frozenset(
    {"p", "li", "td", "th", "dd", "dt", "blockquote", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_LONGEST = 30  # characters


def says_key(text: str) -> bool:
    """Tell whether a text is the word of a page for its key events, and nothing else."""
    return _KEY.fullmatch(text) is not None


def is_badge(part: etree._Element) -> bool | None:
    """Tell whether an element without others in it sets an entry apart, and says nothing of what happened.

    True for a word that does; False for one whose class says so, which then is a headline unless it comes again; None
    for all else.
    """
    text = " ".join((part.text or "").split())
    box = part.getparent()
    if not 0 < len(text) <= _LONGEST or part.tag not in _TAGS or box is None or box.tag in _LINES or _is_beside(part):
        return None
    if _KEY.fullmatch(text) or _NEW.fullmatch(text):
        return True
    is_named = _CLASS.fits(part) and not (_OTHER.fits(part) or is_author(part) or is_author(box))
    return False if is_named and not ends_like_a_sentence(text) and not has_digit(text) else None


def _is_beside(part: etree._Element) -> bool:
    """Tell whether an element stands in a line of other words."""
    before = part.getprevious()
    around = (part.tail, part.getparent().text if before is None else before.tail)
    return any(text and any(map(str.isalnum, text)) for text in around)
