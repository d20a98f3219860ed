"""What stands around the text of a page: navigation, comments of readers, links to other pages, forms."""

import re
from collections import Counter
from collections.abc import Iterator, Set

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


def parts(element: etree._Element) -> frozenset[etree._Element]:
    """Return what is in `element` and no text of it, by its tag, role, class, or the heading that it has.

    A part with the page's title or most of its text is none: its class tells of what it holds, or of its layout.
    """
    large = _large(element)
    found: set[etree._Element] = set()
    for part in element.iterdescendants(etree.Element):
        of_page = part.tag == "footer" and part.getparent() in large  # and not that of an entry
        if (
            part.tag in _TAGS
            or of_page
            or part.get("role") in _ROLES
            or (part not in large and (_CLASS.fits(part) or _CLASS.says(part.get("id") or "")))
        ):
            found.add(part)
        elif part.tag in _LEVELS and _NAMES.fullmatch(_words(part).rstrip(":")):
            found.update(_named(part, large))
    return frozenset(found)


def _large(element: etree._Element) -> set[etree._Element]:
    """Return the parts that have the title of the page, or most of its text."""
    lengths: Counter[etree._Element] = Counter()
    found = set()
    for part in reversed([*element.iter()]):
        lengths[part] += len(part.text or "")
        if (above := part.getparent()) is not None:
            lengths[above] += lengths[part] + len(part.tail or "")
            if part.tag == "h1" or part in found:
                found.add(above)
    most = _MOST_OF * lengths[element]
    return found | {part for part, length in lengths.items() if length > most}


def _named(heading: etree._Element, large: Set[etree._Element]) -> Iterator[etree._Element]:
    """Yield the part that a heading names: the box that it opens, else what follows it to the next such heading."""
    above = heading.getparent()
    if above is not None and above not in large and next(above.iterchildren(etree.Element)) is heading:
        yield above
        return
    yield heading
    for after in heading.itersiblings(etree.Element):
        if _LEVELS.get(str(after.tag), 9) <= _LEVELS[str(heading.tag)]:
            return
        yield after


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
