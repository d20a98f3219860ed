"""What stands around the text of a page: navigation, comments of readers, links to other pages, forms."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import takewhile

from lxml import etree

from ....errors import amount
from ...markup.classes import ClassPattern, Names
from ...markup.names import UNREAD
from ...markup.tree import inside, sentence, spaced, text_inside, words_apart, words_inside
from ...page_words import says_comments, says_elsewhere
from ...text.shape import ends_like_a_sentence, has_digit
from ..labels.printed import PrintedReader
from .appeals import appeal
from .bars import ADVERTS, bars, is_advert
from .polls import choices
from .related import leads_away

_TAGS = frozenset({"nav", "aside", "form", "dialog"})
_ROLES = frozenset({"navigation", "complementary", "contentinfo", "dialog", "search"})
_LEVELS = {f"h{level}": level for level in range(2, 7)}
_CLASS = ClassPattern(
    r"(?:^|[\s_-])(?:disqus|respond|related|recommend\w*|most-?(?:read|popular|viewed)|trending|"
    r"newsletter|donat(?:e|ions?)|spenden?(?:box|aufruf)?|appeal|cookies?|consent|sidebar|rail|outbrain|taboola|"
    r"promo|advert\w*|ads?|sponsored|breadcrumbs?|pagination|"
    r"werbung|reklam[ae]|publicidad|publicite|pubblicita|inserat|"
    r"paywall|subscribe|signup|meistgelesen|plus-lus|lire-aussi|encart)(?:$|[\s_-])|(?:^|\s)forum(?:$|\s)"
)
_CONSENT = ClassPattern.of_words("cookies?|consent")
# What the class or the id of comments says.
COMMENTS = ClassPattern.of_words(
    "comments?|discussion|conversation|responses|kommentare|commentaires|comentarios|kommentarer"
)
_MOST_LEADS, _LONGEST_LEAD = 2, 300  # paragraphs above all text, and their characters
_TEASERS = ClassPattern.of_words("teasers?")
_MARGIN = ClassPattern.of_words("sidebar|rail")
_LINES = frozenset({"p", "div", "section", "span", "strong"})
_LONGEST_LINE, _LONGEST_LINK = 200, 40  # characters
_FEWEST_NEWS = 3
_AROUND = " :|›»–—→"
_MOST_OF = 0.5
_LISTED, _SHOWN = 8, 40
_LONGEST_MARGIN = 60


def parts(element: etree._Element, times: PrintedReader) -> frozenset[etree._Element]:
    """Return what is in `element` and no text of it, by its tag, role, class, heading, or what it asks of readers.

    A part with the page's title or most of its text is none: its class tells of what it holds, or of its layout. So
    does that of teasers and comments which are most of the text: some name entries in a list so.
    """
    large = _large(element)
    found = {part for part in element.iterdescendants(*_TAGS) if not _is_margin(part)}
    found -= {part for part in large if part.tag == "form"}  # which some software puts around all of a page
    found.update(part for part in element.iterdescendants("footer") if part.getparent() in large)  # and no entry's
    found.update(part for part in element.iterdescendants(etree.Element) if part.get("role") in _ROLES)
    found.update(part for part in element.iterdescendants(*ADVERTS) if is_advert(part))
    names = Names(element.iterdescendants(etree.Element))
    known = found | large

    def called(pattern: ClassPattern) -> set[etree._Element]:
        return {part for part in names.called(pattern) if part not in known and not _is_text(part)}

    comments, teasers = called(COMMENTS), called(_TEASERS)
    found |= called(_CLASS)
    headings = {
        part: words_inside(part).rstrip(":") for part in element.iterdescendants(*_LEVELS) if part not in found
    }
    for part, said in headings.items():
        if says_elsewhere(said):
            (comments if says_comments(said) else found).update(_named(part, large))
    for others in (teasers, comments):
        if others and not _are_text(others, element, found - others):
            found |= others
    found.update(
        box
        for box in _lines_of_links(element)
        if says_elsewhere(_beside(box))
        and all(map(leads_away, box.iterchildren("a")))
        and len(words_inside(box)) <= _LONGEST_LINE
    )
    found.update(box for box in bars(element) if box not in large)
    found.update(box for box in map(choices, element.iter("input")) if box is not None and box not in large)
    found.update(
        box for part in element.iter("button", "a", "input") if (box := appeal(part, large, times)) is not None
    )
    return frozenset(found)


def lists(element: etree._Element) -> frozenset[etree._Element]:
    """Return the lines in `element` that are nothing but two links or more, of a few words each and no figures."""
    return frozenset(
        box
        for box in _lines_of_links(element)
        if len(links := [*box.iterchildren("a")]) > 1
        and not _beside(box)
        and len(text := words_inside(box)) <= _LONGEST_LINE
        and not (has_digit(text) or ends_like_a_sentence(text))
        and all(len(words_inside(link)) <= _LONGEST_LINK for link in links)
    )


def lists_of_news(element: etree._Element, times: PrintedReader) -> frozenset[etree._Element]:
    """Return the lists in `element` each of whose items is a time and a link to another page, and no more.

    So are those of contents: each item is a time alone, and a link to it on the same page.
    """
    return frozenset(
        box
        for box in element.iter("ul", "ol")
        if len(items := [*box.iterchildren("li")]) >= _FEWEST_NEWS and all(_is_news(item, times) for item in items)
    )


def _is_news(item: etree._Element, times: PrintedReader) -> bool:
    if len(links := [*item.iterchildren("a")]) != 1:
        return False
    beside = _beside(item)
    return times.says_when(beside) if leads_away(links[0]) else not beside and times.says_when(words_inside(item))


def _lines_of_links(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the lines with links."""
    boxes = dict.fromkeys([above for link in element.iter("a") if (above := link.getparent()) is not None])
    return (box for box in boxes if box.tag in _LINES)


def _beside(line: etree._Element) -> str:
    """Return the words of a line that stand in none of its links."""
    said = [line.text]
    for part in line[:]:
        said += (None if part.tag == "a" else words_inside(part), part.tail)
    return spaced(" ".join(filter(None, said))).rstrip(_AROUND)


def left_out(outside: Set[etree._Element]) -> str | None:
    """Return a line that says which parts with text were taken for none of the page's; None where there are none."""
    outside = {part for part in outside if part.tag not in UNREAD}
    names: Counter[str] = Counter()
    length = 0
    for part in outside:
        if outside.isdisjoint(part.iterancestors()) and (text := words_inside(part)):
            names[" ".join(filter(None, (str(part.tag), part.get("class") or part.get("id"))))[:_SHOWN]] += 1
            length += len(text)
    if not names:
        return None
    listed = ", ".join(name for name, _ in sorted(names.items(), key=lambda one: (-one[1], one[0]))[:_LISTED])
    around = amount(names.total(), "part around the text is", "parts around the text are")
    return f"{around} in no entry, {amount(length, 'character', 'characters')}: {listed}"


def lines_left_out(lines: Sequence[str]) -> str:
    """Return a line that says how many lines between or below entries were taken for none of them, and the first."""
    listed = ", ".join(f"“{line if len(line) <= _SHOWN else f'{line[:_SHOWN]}…'}”" for line in lines[:_LISTED])
    stand = amount(len(lines), "line between or below the entries is", "lines between or below the entries are")
    return f"{stand} in none: {listed}"


def _is_text(part: etree._Element) -> bool:
    """Tell whether a part belongs to the text, whatever its class says.

    The paragraph below the title leads to it, and a post that a reader agreed to see stands in what asked for that.
    """
    is_lead = part.tag == "p" and next(part.itersiblings("h1", preceding=True), None) is not None
    is_agreed = _CONSENT.fits(part) and next(part.iter("blockquote"), None) is not None
    return is_lead or is_agreed or _is_margin(part)


def _is_margin(part: etree._Element) -> bool:
    """Tell whether a part is the margin of an entry, with its time, and not that of the page."""
    if not (part.tag == "aside" or _MARGIN.fits(part)) or next(part.iter(*_LEVELS, "article"), None) is not None:
        return False
    text = words_inside(part)
    return 0 < len(text) <= _LONGEST_MARGIN and has_digit(text)


def _large(element: etree._Element) -> set[etree._Element]:
    """Return the parts that have the title of the page, or most of its text: each of these stands in one other.

    Scripts are no text, of which a page may have far less.
    """
    found = {above for title in element.iter("h1") for above in title.iterancestors()}
    part = next(element.iterchildren("body"), element)
    unread = _unread(part)
    length = len(text_inside(part)) - unread[part]
    most = _MOST_OF * length
    while length > most:
        found.add(part)
        if len(part) == 1:  # a box in a box, of which there may be hundreds, is not measured again
            length -= len(part.text or "") + len(part[0].tail or "")
            part = part[0]
        else:
            sizes = ((len(text_inside(inner)) - unread[inner], inner) for inner in part)
            length, part = max(sizes, key=lambda size: size[0], default=(0, part))
    return found


def _unread(body: etree._Element) -> Counter[etree._Element]:
    """Return how many characters in each part of a body are none that a reader sees."""
    found: Counter[etree._Element] = Counter()
    for part in body.iter(*UNREAD):
        above = [*part.iterancestors()]
        if not any(box.tag in UNREAD for box in above):
            found.update(dict.fromkeys((part, *above), len(text_inside(part))))
    return found


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


def _are_text(comments: Set[etree._Element], root: etree._Element, around: Set[etree._Element]) -> bool:
    """Tell whether comments are the text of their page: most of its sentences, with nothing above to comment on.

    A short lead may stand above them. What is in the parts `around` the text does not count.
    """
    own, gone = inside(comments), inside(around)
    leads = spoken = whole = 0
    for part in root.iter():
        if part in gone or not (length := sentence(part)):
            continue
        whole += length
        if part in own:
            spoken += length
        elif not spoken:
            leads += 1
            if leads > _MOST_LEADS or whole > _LONGEST_LEAD:
                return False
    return spoken > _MOST_OF * whole


def comments_on(entry: etree._Element, part: etree._Element) -> str | None:
    """Return what a part of an entry says that is called comments, if it is those on its text; else None.

    Some part in it is called so as well: `<ul class="comments"><li class="comment">`. What is alone called so
    may be the text, and so may that which has no sentence above it.
    """
    if not any(map(COMMENTS.fits, part.iterdescendants(etree.Element))):
        return None
    above = takewhile(lambda other: other is not part, entry.iter(etree.Element))
    return words_apart(part) if any(map(sentence, above)) else None
