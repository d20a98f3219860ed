"""Links in entries that lead readers on to other pages, and are no text of these: `Read more: …`, a teaser in a box.

Such a link stands alone in its line or box, but for a word for what it is; or that word begins it. Where an editor
wrote more around a link that is text, and so is the link.
"""

from collections.abc import Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from lxml import etree

from ...markup import players
from ...markup.names import HEADINGS
from ...markup.tree import line_inside, spaced, text_inside
from ...page_words import says_elsewhere
from ...text.shape import ends_like_a_sentence
from ..labels.headlines import is_titled

_AROUND = " \t\r\n\xa0:|[](){}<>›»«→▶►•·*–—-+"
_MARKS = (":", "|", "–", "—", "»", "›", ">")
_EDGES = frozenset({"td", "tr", "table", "body", "main"})
_CONTENT = ("time", "blockquote", "video", "audio", "iframe", "table", "h1", "button", "input")
_HIGHEST, _NEAR = 6, 3
_MOST_PARTS = 40
_LONGEST_LABEL, _LONGEST = 40, 200  # characters
_FEWEST_WORDS = 3


class Related(NamedTuple):
    """The box of links to other pages, and what it says and leads to."""

    box: etree._Element
    text: str


def related(link: etree._Element, entry: etree._Element, *, below_text: bool) -> Related | None:
    """Return the box of links to other pages that one in an entry stands in; None for a link in a text, or to a film.

    Where no word says what it is, the box has a class of its own and stands below the text.
    """
    if not leads_away(link) or _is_in_line(link):
        return None
    near = islice(link.iterancestors(), _HIGHEST)
    around = [*takewhile(lambda above: above is not entry and above.tag not in _EDGES, near)]
    text = line_inside(link)
    is_called = _is_called(link, text)
    if not (is_called or (below_text and _is_of_words(text)) or _has_words_beside(link, around)):
        return None
    boxes = [link]
    said = ""
    for above in around:
        label = _label(above)
        if label is None or (label and said and label != said):
            break
        if label and not said:
            boxes = []  # the link's own box may be called a headline: that of the page it leads to
        boxes.append(above)
        said = label or said
    box = boxes[-1]
    text = line_inside(box)
    if len(text) > _LONGEST:
        return None
    is_one = said or is_called or (below_text and box is not link and _is_set_off(box, text))
    if (
        not is_one
        or any(one.tag in HEADINGS or is_titled(one) or players.told(one) for one in boxes)
        or next(box.iter(*_CONTENT), None) is not None
    ):
        return None
    return Related(box, f"{text} <{link.get('href')}>")


def _is_in_line(link: etree._Element) -> bool:
    """Tell whether words stand right beside a link that are more than a label."""
    before = link.getprevious()
    box = link.getparent()
    above = before.tail if before is not None else box.text if box is not None else None
    said = f"{(link.tail or '').strip(_AROUND)} {(above or '').strip(_AROUND)}".strip()
    return bool(said) and not says_elsewhere(said)


def _label(box: etree._Element) -> str | None:
    """Return the words of a box that are no link's, without marks around them; None where these are a text."""
    said: list[str] = []
    waiting: list[etree._Element | str] = [*box[:_MOST_PARTS][::-1], box.text or ""]
    for _ in range(_MOST_PARTS):
        if not waiting:
            break
        part = waiting.pop()
        if isinstance(part, str):
            said.append(part)
            continue
        if part.tag == "a" and not leads_away(part):
            return None
        waiting.append(part.tail or "")
        if part.tag != "a":
            waiting += [*part[:_MOST_PARTS][::-1], part.text or ""]
    label = spaced(" ".join(said)).strip(_AROUND)
    if waiting or len(box) > _MOST_PARTS or len(label) > _LONGEST_LABEL:
        return None
    return label if not label or says_elsewhere(label) else None


def leads_away(link: etree._Element) -> bool:
    """Tell whether a link leads to another page, and to no place of its own or to what does something."""
    target = (link.get("href") or "#").strip()
    return "#" not in target and not target.lower().startswith(("javascript:", "mailto:", "tel:"))


def _is_of_words(text: str) -> bool:
    """Tell whether a text has as many words as a headline."""
    return len(text.strip(_AROUND).split()) >= _FEWEST_WORDS


def _has_words_beside(link: etree._Element, around: Sequence[etree._Element]) -> bool:
    """Tell whether the boxes around a link have more words than it has."""
    return bool(around) and text_inside(around[-1]).strip(_AROUND) != text_inside(link).strip(_AROUND)


def _is_called(link: etree._Element, text: str) -> bool:
    """Tell whether a link begins with a word for what it is, set off by a mark or in an element of its own."""
    first = line_inside(link[0]) if len(link) > 1 and not (link.text or "").strip() else ""
    ends = [at for mark in _MARKS if 0 < (at := text.find(mark)) <= _LONGEST_LABEL]
    label = text[: min(ends)] if ends else ""
    return any(one and says_elsewhere(one) for one in (first.strip(_AROUND), label.strip(_AROUND)))


def _is_set_off(box: etree._Element, text: str) -> bool:
    """Tell whether a box has a class that what is near it has not, and one link that says what a headline may say."""
    title = text.strip(_AROUND)
    name = box.get("class")
    if name is None or not _is_of_words(text) or len([*islice(box.iter("a"), 2)]) > 1:
        return False
    near = (
        *islice(box.itersiblings(etree.Element, preceding=True), _NEAR),
        *islice(box.itersiblings(etree.Element), _NEAR),
    )
    is_alike = any((part.tag, part.get("class")) == (box.tag, name) for part in near)
    return not is_alike and (title[-1:] in "?!…" or not ends_like_a_sentence(title))
