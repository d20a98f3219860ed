"""What counts on beside the times of entries: the minute of a match and its score, the kilometre of a race.

Pages print it in one place of most entries, and what it says is no text of them.
"""

import re
from itertools import islice

from lxml import etree

from ....zones import zone
from ...markup.tree import spaced, text_inside, words_inside
from ...text.shape import ends_like_a_sentence, has_digit
from .crediting import is_author
from .distances import is_relative
from .flags import is_called_label
from .headlines import is_titled
from .printed import PrintedReader
from .time_elements import is_score, stated, titled

_MINUTE = re.compile(r"\d{1,3}\.?(?:\s?['’′]?\s?\+\s?\d{1,2})?\s?['’′]|\d{1,3}['’′]\s?\+\s?\d{1,2}")
_COUNT = re.compile(
    r"(?:[^\W\d_]{2,6}\.?\s)?\d{1,3}(?:[.,]\d)?\.?(?:\s?\+\s?\d{1,2})?|"
    r"(?:\d{1,3}(?:[.,]\d{1,3})?|\d+)\.?(?:\s?\+\s?\d{1,2}\.?)?\s?(?P<unit>[^\W\d_]{1,12}\.?)"
)
_TEAM = r"[^\W\d_][\w .’'/-]{1,24}"
_FIGURES = r"\d{1,3}\s?[:–-]\s?\d{1,3}"
_SCORE, _CALLED_SCORE = re.compile(rf"{_TEAM}\s({_FIGURES})\s{_TEAM}"), re.compile(_FIGURES)
_ANY = zone("UTC")  # it only matters that a time is stated
_LONGEST, _LONGEST_WORDS = 12, 24  # characters
_LONGEST_UNIT = 6  # of one that a label counts on in
_LONGEST_SCORE, _MOST_TEXTS = 60, 12
_TAGS = frozenset({"td", "th", "div", "p", "span", "b", "strong", "em", "i", "small", "label", "font"})


def is_minute(part: etree._Element) -> bool:
    """Tell whether an element is the minute of a match beside the time of an entry: `73'`, `45.+2'`."""
    text = part.text
    if not text or len(text) > _LONGEST or not text.strip()[:1].isdecimal() or len(part) > 1:
        return False
    return _MINUTE.fullmatch(words_inside(part)) is not None


def counts(part: etree._Element) -> bool:
    """Tell whether an element may count on where others have a time: `73'`, `82.`, `90.+4`."""
    return is_minute(part) or (not len(part) and _COUNT.fullmatch(words_inside(part)) is not None)


def unit_of_count(part: etree._Element, times: PrintedReader) -> str | None:
    """Return what an element may count on in like a minute, in other ways to print it; None for what is no count.

    That is a word behind a number, such as `ov` in `16.4 ov` and `Min.` in `90.+3 Min.`, and empty for `82.`,
    `km 61`, `17.3`.
    """
    text = part.text
    if not text or len(part) or len(text) > _LONGEST_WORDS or part.tag not in _TAGS or not has_digit(text):
        return None
    said = words_inside(part)
    match = _COUNT.fullmatch(said)
    if match is None or times.read(said) is not None or times.is_day(said):
        return None
    unit = match["unit"]
    if unit and len(unit) > _LONGEST_UNIT and is_called_label(part):
        return None  # such as the penalty that it tells of, `2 minutes`
    # `5 min` may be how long ago it was, where an attribute says when.
    return None if unit and (stated(part, _ANY) or titled(part, times)) else (unit or "").casefold()


def is_sign(part: etree._Element) -> bool:
    """Tell whether an element has a letter or sign where others may have a figure: `W` and `•` beside `4`."""
    return len(words_inside(part)) == 1 and part.tag in _TAGS


def score(part: etree._Element, times: PrintedReader) -> str | None:
    """Return the score of two teams that is all that an element says; None for anything else.

    `HAV 3:2 OHZ`, or `3:2` where it is called so.
    """
    if part.tag not in _TAGS or len(inside := text_inside(part)) > _LONGEST_SCORE:
        return None
    if is_score(part) and _CALLED_SCORE.fullmatch(said := spaced(inside)):
        return said
    found = _SCORE.fullmatch(text := spaced(inside))
    is_one = found and times.read(found[1]) is None and len([*islice(part.itertext(), _MOST_TEXTS)]) < _MOST_TEXTS
    return text if is_one else None


def may_count(part: etree._Element, times: PrintedReader) -> bool:
    """Tell whether an element may stand where others count on: `Start`, `Before the match`."""
    text = words_inside(part)
    if not 0 < len(text) <= _LONGEST_WORDS or part.tag not in _TAGS or ends_like_a_sentence(text) or is_titled(part):
        return False
    return not (is_author(part) or is_relative(text) or times.read(text) or times.is_day(text))
