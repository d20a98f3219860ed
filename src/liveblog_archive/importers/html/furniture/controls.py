"""What stands in entries to do something with them (share one, copy its link, like it), and other words of no entry.

Controls are told by what they are, buttons and links that lead nowhere, and by what a page does with them: it repeats
the same words in its entries. At the end of most entries these need be no controls (`feet`). Links that an editor
wrote differ from entry to entry, and stay.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from typing import NamedTuple

from lxml import etree

from ....errors import amount
from ....model import Note
from ...markup.classes import ClassPattern, is_unseen, tag_and_class
from ...markup.names import HEADINGS, LISTS, SHOWN, TIMES
from ...markup.tree import APART, has_own_words, spaced, text_inside, words_apart, words_inside
from ...native_ids import key
from ...page_words import says_control
from ...text.shape import ends_like_a_sentence, has_digit
from ..data.ids import own_id
from ..labels.counters import is_minute, is_sign, may_count, score, unit_of_count
from ..labels.crediting import is_author
from ..labels.distances import is_relative
from ..labels.flags import is_badge, is_called_label, word_of
from ..labels.headlines import has_headline
from ..labels.printed import PrintedReader
from .appeals import appeal_in
from .bars import ACTIVE, BUTTONS, LEAVES, controls_in, is_active, is_advert, is_promo, says_how_many
from .chrome import COMMENTS, comments_on
from .consent import asking
from .feet import MANY, alike, feet, may_be_name
from .polls import poll
from .posters import posters
from .related import related
from .rubrics import rubrics

SHARING = re.compile(
    r"javascript:|mailto:|whatsapp:|https?://(?:[a-z]+\.)?(?:facebook\.com/(?:sharer|dialog)|twitter\.com/(?:intent|share)|"
    r"x\.com/(?:intent|share)|linkedin\.com/share|t\.me/share|api\.whatsapp\.com|wa\.me|pinterest\.com/pin/create|"
    r"reddit\.com/submit)",
    re.IGNORECASE,
)
_PLACES = re.compile(r".*#(?:top\w*|header|comments?\b.*|respond\b.*|kommentare?\b.*|disqus\w*)?", re.IGNORECASE)
_CONTENT = SHOWN - {"img"} | HEADINGS | TIMES | {"blockquote", "table", "pre"}
_EDGES = _CONTENT | {"td", "tr", "body"}
_LINES = frozenset({"p", "figcaption", "blockquote", "li", "td"})
_OF_TEXT = ClassPattern.of_words(
    "time|date|timestamp|clock|hour|title|headline|heading|credit|caption|source|copyright"
)
_LONGEST = 30  # characters of a control, and of the label that stands before several
_HIGHEST = 6
_TEXT = 2  # the paragraph that is text at the latest, below one with the time
_MOST = 0.5  # of the entries have a control that a page repeats
_FEWEST = 2
# A count at most, as of comments; all else with digits may be a time.
_COUNTED = re.compile(r"\D*(?:\d{1,3}(?:[.,]\d{3})*\D*)?")
_TOPIC = re.compile(r"#\w+")  # what an entry is filed under: `#HANDBALL`
_DIGITS = re.compile(MANY)
_MINUTE = "minute"
_LONGEST_MARK = 2  # characters
_NEVER = 1 << 30  # entries
_RELATED = "related"


class _Box(NamedTuple):
    """What may be a box of controls: its element and words, what others have in common with it, and how many must.

    All of one `kind` are some where one of them is.
    """

    element: etree._Element
    text: str
    likeness: tuple[str, ...]
    needed: int
    kind: tuple[str, ...] | None = None


def controls(
    elements: Sequence[etree._Element], times: PrintedReader, notes: list[Note]
) -> dict[etree._Element, list[etree._Element]]:
    """Return the boxes of controls, and lines of the page's own, that stand in each of its entries.

    They are noted.
    """
    most = max(_FEWEST, round(_MOST * len(elements)))
    entries = {element: _Entry(element, times, most) for element in elements}

    @cache
    def are_headed() -> bool:
        return sum(entry.is_headed for entry in entries.values()) >= most

    found = {element: [*entry.boxes(are_headed)] for element, entry in entries.items()}
    left = _left(found, most, times)
    for element, boxes in posters(elements).items():
        left[element] += [_Box(box, words_inside(box), ("poster", *tag_and_class(box)), 0) for box in boxes]
    for element, line in rubrics(elements).items():
        left[element].append(_Box(line, text := words_inside(line), ("rubric", text), 0))
    gone = {element: [box.element for box in boxes] for element, boxes in left.items()}
    for element, foot in feet(elements, gone, times).items():
        left[element].append(_Box(foot.element, foot.text, ("foot", alike(foot.text)), 0))
    boxes_left = [box for boxes in left.values() for box in boxes if box.text and not _is_button(box.element)]
    notes += [Note(code="related-link", text=box.text) for box in boxes_left if box.likeness[0] == _RELATED]
    told = [box for box in boxes_left if box.likeness[0] != _RELATED]
    if told:
        said = {box.likeness: box.text for box in reversed(told)}  # the first of those that are alike
        listed = ", ".join(f"“{said[like]}”" for like in dict.fromkeys(box.likeness for box in told))
        count = amount(len(told), "control or label in entries is", "controls and labels in entries are")
        text = f"{count} no text of theirs: {listed}"
        notes.append(Note(code="page-furniture", text=text))
    return {element: [box.element for box in boxes] for element, boxes in left.items()}


def _left(
    found: Mapping[etree._Element, Sequence[_Box]], most: int, times: PrintedReader
) -> dict[etree._Element, list[_Box]]:
    """Return of what may be controls in each entry that which is: it comes again, or is of a kind that does.

    What counts on is some where `most` entries have it.
    """
    counts = Counter(likeness for boxes in found.values() for likeness in {box.likeness for box in boxes})
    kinds = {box.kind for boxes in found.values() for box in boxes if counts[box.likeness] >= box.needed}
    # What counts on may have a letter or two behind it, and signs in its place: `4`, `1nb`, `W`, all of one kind.
    counting = (
        {box.kind for box in boxes if _MINUTE in box.likeness and len(box.likeness[-1]) <= _LONGEST_MARK}
        for boxes in found.values()
    )
    kinds |= {kind for kind, count in Counter(chain.from_iterable(counting)).items() if count >= most}

    def is_one(box: _Box) -> bool:
        if counts[box.likeness] >= box.needed:
            return True
        return box.kind is not None and box.kind in kinds and (box.needed < _NEVER or may_count(box.element, times))

    return {element: [*filter(is_one, boxes)] for element, boxes in found.items()}


class _Entry:
    """One entry, in which each button and link is looked at once, however many boxes stand around it."""

    def __init__(self, element: etree._Element, times: PrintedReader, most: int) -> None:
        self._element = element
        self._most = most
        self._name = key(own_id(element) or "")
        self._times = times
        self._known: dict[etree._Element, bool] = {}

    @cached_property
    def is_headed(self) -> bool:
        """Whether something in it is called a headline."""
        return has_headline(self._element)

    def boxes(self, are_headed: Callable[[], bool]) -> Iterator[_Box]:
        """Yield what may be controls or lines of the page, each once; `are_headed` tells whether most entries are."""
        seen: set[etree._Element] = set()
        above, paragraphs = True, 0
        for part in self._element.iterdescendants(etree.Element):
            if part in seen:
                continue
            paragraphs += part.tag == "p"
            above = above and paragraphs < _TEXT
            acts = part.tag in ACTIVE or ((part.tag == "label" or part.get("role")) and is_active(part))
            if (box := (self._active if acts else self._shown)(part, above=above)) is not None:
                seen.update(box.element.iter())
                yield box
            elif acts:
                continue
            elif part.tag == "img" or 0 < len(part.text or word_of(part) or "") <= _LONGEST:
                yield from self._labels(part, are_headed, above=above)
            above = above and not _is_of_text(part, self._times)

    def _active(self, part: etree._Element, *, above: bool) -> _Box | None:
        """Return the box of what a button or link is there for; None for a link in a text."""
        if part.tag in BUTTONS and (box := poll(part, self._element)) is not None:
            return _Box(box, text := words_apart(box), (text,), 0)
        if part.tag in ACTIVE and (box := appeal_in(self._element, part, self._times)) is not None:
            return _Box(box, text := words_inside(box), (text,), 0)
        if part.tag == "a" and (away := related(part, self._element, below_text=not above)) is not None:
            return _Box(away.box, away.text, (_RELATED, away.text), 0)
        if _is_in_text(part) or not self._is_control(part) or (box := self._box(part)) is None:
            return None
        text = words_apart(box)
        shape = _DIGITS.sub("0", text.casefold())
        is_sure = (self._does_something(part) and says_control(shape)) or (above and _TOPIC.fullmatch(text))
        return _Box(box, text, (str(box.tag), box.get("class") or "", shape), 0 if is_sure else self._most)

    def _shown(self, part: etree._Element, *, above: bool) -> _Box | None:
        """Return the box that what does nothing is one of: a list of controls, comments, a promotion, a score."""
        if part.tag in LISTS and (words := controls_in(part)):
            return _Box(part, words, (str(part.tag), part.get("class") or "", words), self._most)
        if COMMENTS.says(part.get("class")) and (words := comments_on(self._element, part)) is not None:
            return _Box(part, words, (words,), 0)
        is_promoted = part.tag == "aside" and is_promo(part)
        box = part if is_promoted else asking(part, self._element)
        if box is not None:
            return _Box(box, text := words_inside(box), (text,), 0)
        if above and (counted := score(part, self._times)) is not None:
            return _Box(part, counted, (*tag_and_class(part), _DIGITS.sub("0", counted)), self._most)
        return None

    def _labels(self, part: etree._Element, are_headed: Callable[[], bool], *, above: bool) -> Iterator[_Box]:
        """Yield what a short text, or a picture, may be of the page's: the minute of a match, a label, a word.

        `above` tells that it stands above the text of an entry. What is called a label is none beside no headline: it
        may be one, unless it comes again, or most entries have headlines.
        """
        unit = "" if is_minute(part) else unit_of_count(part, self._times) if above else None
        if unit is None and above and len(part.text or "") == 1 and markup_of(part)[1] and is_sign(part):
            unit = ""
        if unit is not None:
            kind = markup_of(part)
            needed = 0 if self.is_headed and is_called_label(part) else self._most
            yield _Box(part, words_inside(part), (*kind, _MINUTE, unit), needed, (*kind, _MINUTE))
        elif len(part) and word_of(part) is None:
            return
        elif is_advert(part):
            yield _Box(part, part.text or "", (part.text or "",), 0)
        elif _is_line(part):
            text = words_inside(part)
            are_feelings = has_digit(text) and not any(map(str.isalpha, text))  # `❤ 41 · 😮 17`
            needed = 0 if are_feelings else self._most
            yield _Box(part, text, (*markup_of(part), _DIGITS.sub("0", text)), needed)
        elif above and (is_word := is_badge(part)) is not None:
            is_sure = is_word or self.is_headed or are_headed()
            kind_of_all = None if is_word else markup_of(part)
            yield _Box(part, text := words_inside(part), (text,), 0 if is_sure else _FEWEST, kind_of_all)
        elif above and (kind := markup_of(part))[1]:
            text = words_inside(part)
            is_label = has_digit(text) and is_called_label(part)  # `2 minutes`, which is no label by its words alone
            yield _Box(part, text, (*kind, text, "beside"), _NEVER, kind if is_label else (*kind, _MINUTE))

    def _does_something(self, element: etree._Element) -> bool:
        """Tell whether an element is a button, or a link that leads to no other page."""
        target = element.get("href")
        if element.tag != "a" or target is None:
            return True
        target = target.strip()
        if SHARING.match(target):
            return True
        if "#" not in target:
            return False
        is_own = bool(self._name) and key(target.rpartition("#")[2]) == self._name
        return is_own or _PLACES.fullmatch(target) is not None

    def _is_control(self, element: etree._Element) -> bool:
        """Tell whether a button or link may be a control, and is no time, headline or author."""
        if element not in self._known:
            self._known[element] = self._may_be_control(element)
        return self._known[element]

    def _may_be_control(self, element: etree._Element) -> bool:
        is_place = element.tag == "a" and element.get("href") is None and element.get("name") is not None
        inside = text_inside(element)
        if is_place or len(inside) > 2 * _LONGEST or _has_content(element):
            return False
        text = spaced(inside)
        above = element.getparent()
        if len(text) > _LONGEST or is_author(element) or (above is not None and is_author(above)):
            return False
        if not _COUNTED.fullmatch(text) or is_relative(text):
            return False
        if has_digit(text) and (self._times.read(text) or self._times.is_day(text)):
            return False
        return self._does_something(element) or not may_be_name(text)

    def _box(self, control: etree._Element) -> etree._Element | None:
        """Return the largest box around a control with only controls and a label in it; None for a link in a text."""
        box = control
        label = ""
        for _ in range(_HIGHEST):
            above = box.getparent()
            if above is None or above is self._element or not _may_be_box(above):
                break
            beside = label if _is_all_of(box, above, control) else self._beside(above)
            if beside is None or (label and beside != label) or (beside and may_be_name(beside)):
                break
            box, label = above, beside
        above = box.getparent()
        if above is None or above.tag in _CONTENT or (box is control and has_own_words(above, APART)):
            return None
        return box

    def _beside(self, box: etree._Element) -> str | None:
        """Return the words of a box that are no control's; None where it has more than controls and a label."""
        said = [box.text or ""]
        waiting = box[::-1]
        length = 0
        while waiting:
            part = waiting.pop()
            said.append(part.tail or "")
            if is_active(part):
                if not self._is_control(part):
                    return None
            elif isinstance(part.tag, str) and part.tag != "svg" and not is_unseen(part):
                if part.tag in _CONTENT or part.tag == "img" or is_author(part) or _OF_TEXT.fits(part):
                    return None
                said.append(part.text or "")
                waiting += part[::-1]
            length += len(said[-1])
            if length > 2 * _LONGEST:
                return None
        text = spaced(" ".join(said)).strip(APART)
        if has_digit(text) and _COUNTED.fullmatch(text) and says_how_many(box):
            return ""  # how many did it
        is_label = len(text) <= _LONGEST and not ends_like_a_sentence(text) and not has_digit(text)
        return text if is_label else None


def markup_of(part: etree._Element) -> tuple[str, str]:
    """Return tag and first class of an element, without a class of its own those of the box that it is alone in.

    Further classes tell what it shows: `runs runs-4`.
    """
    box = None if part.get("class") else part.getparent()
    is_alone = box is not None and len(box) == 1 and not has_own_words(box, APART)
    tag, classes = tag_and_class(box if box is not None and is_alone else part)
    return tag, classes.partition(" ")[0]


def _may_be_box(box: etree._Element) -> bool:
    """Tell whether an element may be there for controls only."""
    return not (box.tag in _EDGES or is_author(box) or _OF_TEXT.says(box.get("class")))


def _is_all_of(part: etree._Element, box: etree._Element, control: etree._Element) -> bool:
    """Tell whether a part that is a control, or no button, is all that is seen in a box."""
    if len(box) > 1 or (box.text or "").strip() or (part.tail or "").strip() or is_unseen(part):
        return False
    return part is control or not (part.tag == "svg" or is_active(part))


def _is_of_text(part: etree._Element, times: PrintedReader) -> bool:
    """Tell whether an element begins the text of an entry: a line of it, or one that is too long for a label."""
    length = len(part.text or "")
    if part.tag == "td" and length <= _LONGEST:
        return False  # beside that of the text may stand cells with a time, a minute, a label
    if part.tag in _LINES:
        return length > _LONGEST or not times.says_when(words_inside(part))
    return part.tag not in _CONTENT and length > 2 * _LONGEST


def _is_button(element: etree._Element) -> bool:
    return element.tag in BUTTONS or element.get("role") == "button"


def _is_in_text(element: etree._Element) -> bool:
    """Tell whether an element stands behind more words than the label of a control has."""
    above = element.getparent()
    text = above.text if above is not None else None
    return text is not None and len(text) > _LONGEST and len(spaced(text).strip(APART)) > _LONGEST


def _has_content(element: etree._Element) -> bool:
    """Tell whether an element has more in it than words and icons."""
    if not len(element):
        return False
    if any(not says_control(image.get("alt") or "") for image in element.iter("img")):
        return True
    return next(element.iter(*_CONTENT), None) is not None


def _is_line(part: etree._Element) -> bool:
    """Tell whether an element alone in its box says what controls say, as one that is made by a script may."""
    if part.tag not in LEAVES or not part.text or len(part.text) > _LONGEST:
        return False
    above = part.getparent()
    in_line = above is None or above.tag in _LINES or has_own_words(above, APART)
    return not in_line and says_control(words_inside(part))
