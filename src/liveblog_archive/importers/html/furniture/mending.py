"""What is put right of a page before anything is read: where its body begins, headings, boxes, and hidden copies.

A heading often ends with a link to itself that is a sign or says so, such as `#` or `Permalink`; and where it opens
what stands below it, as in an accordion, its words are those of a button. Copies are there for machines, or for other
screens. What is hidden and stands nowhere else may be shown by a script, such as the rest of a text, and stays.
"""

import re
from functools import cache

from lxml import etree

from ...markup.embeds import names_picture
from ...markup.names import HEADINGS, INLINE, SHOWN
from ...markup.tree import has_own_words, text_inside
from ...page_words import says_control

_HIDDEN = etree.XPath(
    "body//*[contains(@style, 'display')][contains(translate(@style, ' ', ''), 'display:none')][not(@hidden)]"
)
# Those that a site makes up have a dash in their name (HTML standard 4.13.2); those of AMP are known by it.
_OWN = etree.XPath("body//*[contains(name(), '-')][not(starts-with(name(), 'amp-'))]")
_BODY = re.compile(r"<(?:body|frameset)\b", re.IGNORECASE)
# What stands before the body: blanks, comments, declarations, and the elements of the head. A comment that is never
# closed is none: else the rest of a page is looked through once for each.
_OF_HEAD = re.compile(
    r"\s+|<!--.*?-->|<(?!!--)[!?][^>]*>|<(title|style|script|noscript|template)\b.*?</\1\s*>"
    r"|</?(?:html|head|meta|link|base)\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>",
    re.IGNORECASE | re.DOTALL,
)
_LINES = INLINE | HEADINGS | {"p"}
_OF_BOX = frozenset({"id", "class"})
_GAPS = re.compile(r"\W+")
_LARGE = frozenset({"body", "main", "article"})
_TWICE = 2
_LONGEST = 5000  # letters of what stands around a copy, and it


def with_body(source: str) -> str:
    """Return a page with the tag that begins its body, which may be left out (HTML standard 13.1.2.4).

    SingleFile and other programs that make pages small leave it out; the parser, which knows no elements of HTML 5,
    would take these for a part of the head.
    """
    if _BODY.search(source):
        return source
    at = 0
    while part := _OF_HEAD.match(source, at):
        at = part.end()
    return f"{source[:at]}<body>{source[at:]}"


def plain_headings(root: etree._Element) -> None:
    """Take the words off the links of headings to themselves, and make text of the buttons that headings are."""
    for heading in root.iter(*HEADINGS):
        for part in [*heading.iter("a", "button")]:
            said, whole = text_inside(part).strip(), text_inside(heading).strip()
            if said == whole:
                part.tag = "span" if part.tag == "button" else part.tag
            elif part.tag == "a" and "#" in part.get("href", "") and _says_nothing(said):
                part.text = None
                del part[:]


def plain_boxes(root: etree._Element) -> None:
    """Make boxes of the elements that a site makes up and sets beside no words: `<x-label>Storm</x-label>`.

    Their name is then that of their class, which tells as much. What has the address of a picture shows that.
    """
    for part in _OWN(root):
        above = part.getparent()
        if above is None or above.tag in _LINES or "-" in above.tag.removeprefix("amp-") or has_own_words(above):
            continue
        part.set("class", f"{part.get('class', '')} {part.tag}".strip())
        part.tag = "div"
        if names_picture(part) and next(part.iterdescendants(*SHOWN), None) is None:
            part.tag = "figure"
            picture = etree.Element("img", {name: said for name, said in part.items() if name not in _OF_BOX})
            part.text, picture.tail = None, part.text
            part.insert(0, picture)


def _says_nothing(said: str) -> bool:
    return not any(map(str.isalnum, said)) or says_control(said.strip("[]()"))


def hide_copies(root: etree._Element) -> None:
    """Give the parts of a page that a style hides, and whose words stand beside them too, the attribute `hidden`."""
    said = cache(_words)
    for part in _HIDDEN(root):
        box = part.getparent()
        if box is None or box.tag in _LARGE or len(said(box)) > _LONGEST:
            continue
        own = _words(part)
        if own and said(box).count(own) >= _TWICE:
            part.set("hidden", "")


def _words(part: etree._Element) -> str:
    """Return the letters and digits of an element."""
    return _GAPS.sub("", text_inside(part)).casefold()
