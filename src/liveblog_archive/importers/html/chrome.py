"""What stands around the text of a page: navigation, comments of readers, links to other pages, forms."""

import re
from collections.abc import Iterator

from lxml import etree

from ..markup.classes import ClassPattern

_TAGS = frozenset({"nav", "aside", "form", "dialog"})
_ROLES = frozenset({"navigation", "complementary", "contentinfo", "dialog", "search"})
_LEVELS = {f"h{level}": level for level in range(2, 7)}
_CLASS = ClassPattern(
    r"(?:^|[\s_-])(?:comments?|responses|respond|related|recommend\w*|most-?(?:read|popular|viewed)|trending|teasers?|"
    r"newsletter|cookies?|consent|sidebar|rail|outbrain|taboola|promo|advert\w*|ads?|sponsored|breadcrumbs?|pagination|"
    r"paywall|subscribe|signup|kommentare|commentaires|comentarios|meistgelesen|plus-lus|lire-aussi)(?:$|[\s_-])"
)
# What such a part calls itself.
_NAMES = re.compile(
    r"(?:\d+\s)?(?:readers[’']\s)?(?:comments?|responses|kommentare?|commentaires?|comentarios|commenti|reacties)"
    r"(?:\s\(\d+\))?|"
    r"most (?:read|popular|viewed)|trending(?: now)?|related(?: \w+)?|more (?:on this(?: \w+)?|stories|news)|"
    r"(?:read|see) (?:more|also)|also read|elsewhere|recommended(?: for you)?|you (?:may|might) also like|"
    r"sign up.*|newsletter.*|"
    r"meistgelesen.*|am meisten gelesen|mehr zum thema|mehr dazu|auch interessant|lesen sie auch|"
    r"weitere (?:artikel|meldungen|nachrichten|themen)|das könnte sie (?:auch )?interessieren|"
    r"(?:les )?(?:articles )?(?:les )?plus lus|à lire (?:aussi|également)|lire aussi|sur le même (?:sujet|thème)|"
    r"lo más (?:leído|visto)|más leídas|te puede interesar|noticias relacionadas|"
    r"i più letti|leggi anche|mais lidas|leia também|meest gelezen|lees ook|meer nieuws",
    re.IGNORECASE,
)
_MOST_OF = 0.5


def parts(element: etree._Element) -> list[etree._Element]:
    """Return what is in `element` and no text of it, by its tag, role, class, or the heading that it has.

    A part with the page's title or most of its text is none: its class tells of what it holds, or of its layout.
    """
    most = _MOST_OF * _length(element)
    found = []
    for part in element.iterdescendants(etree.Element):
        if part.tag in _TAGS or part.get("role") in _ROLES:
            found.append(part)
        elif _CLASS.fits(part) or _CLASS.says(part.get("id") or ""):
            found += [part] if not _is_text(part, most) else []
        elif part.tag in _LEVELS and _NAMES.fullmatch(_words(part).rstrip(":")):
            found += _named(part, most)
    return found


def _is_text(part: etree._Element, most: float) -> bool:
    return next(part.iter("h1"), None) is not None or _length(part) > most


def _named(heading: etree._Element, most: float) -> Iterator[etree._Element]:
    """Yield the part that a heading names: the box that it opens, else what follows it to the next such heading."""
    above = heading.getparent()
    if above is not None and next(above.iterchildren(etree.Element)) is heading and not _is_text(above, most):
        yield above
        return
    yield heading
    for after in heading.itersiblings(etree.Element):
        if _LEVELS.get(str(after.tag), 9) <= _LEVELS[str(heading.tag)]:
            return
        yield after


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _length(element: etree._Element) -> int:
    return sum(len(str(text)) for text in element.itertext())
