"""What stands for a film or sound that only a script plays: a box with its title, its length, a button to play it."""

import re

from lxml import etree

from ...model.blocks import MediaKind
from ..text.shape import ends_like_a_sentence
from .captions import KINDS
from .classes import ClassPattern
from .names import HEADINGS, LISTS, TIMES
from .tree import lines_of, text_inside

_PLAYER = ClassPattern(r"(?:^|[\s_-])(?:(?:video|audio|podcast|media|jw|rcs)-?player|powa)(?:$|[\s_-])")
_SHOWN = ClassPattern(
    r"(?:^|[\s_-])(?:(?:video|audio|podcast)(?:-?player)?|(?:media|jw|rcs)-?player|powa)(?:$|[\s_-])"
)
_SOUND = ClassPattern(r"(?:^|[\s_-])(?:audio|podcast)(?:-?player)?(?:$|[\s_-])")
_BOXES = frozenset({"div", "section", "aside", "a"})
_LENGTH = re.compile(
    r"\(?(?:\d{1,2}:)?\d{1,2}:\d{2}\)?(?:\s?min\.?)?|"
    r"(?:[^\W\d_]+:?\s)?\d{1,3}\s?(?:min|s[ec][ckg])\w*\.?(?:\s(?:\w+\s)?\d{1,2}\s?s\w*\.?)?",
    re.IGNORECASE,
)
_LENGTH_CLASS = ClassPattern(r"duration|length|(?:^|[\s_-])(?:dauer|durée|duración|durata|runtime)(?:$|[\s_-])")
_TEXT = HEADINGS | LISTS | TIMES | {"table", "blockquote", "figcaption"}
_LONGEST = 200  # characters, with blanks as in the source


def told(box: etree._Element) -> list[etree._Element]:
    """Return the parts of a box that say what it plays and how long that is; none for what is no such box.

    It is named for a film or sound, and has a title, beside it a length or a button, and nothing else. A clock alone,
    or in front of a title, is a length only where its class says so, or in a box that is called a player.
    """
    if box.tag not in _BOXES or not len(box) or not _says(_SHOWN, box) or len(text_inside(box)) > _LONGEST:
        return []
    if _has_own_words(box) or next(box.iter(*_TEXT), None) is not None:
        return []
    lines = [line for line in lines_of(box) if line[1].casefold() not in KINDS]
    titles = [line for line in lines if not _LENGTH.fullmatch(line[1])]
    if len(titles) > 1 or not 0 < len(lines) <= 2:
        return []
    has_button = next(box.iter("button"), None) is not None
    if len(lines) == 2:
        is_one = lines[:1] == titles or _LENGTH_CLASS.fits(lines[0][0]) or _says(_PLAYER, box)
    else:
        is_one = has_button and (_says(_PLAYER, box) if not titles else not ends_like_a_sentence(titles[0][1]))
    return [part for part, _ in lines] if is_one else []


def _says(pattern: ClassPattern, box: etree._Element) -> bool:
    return pattern.fits(box) or pattern.says(box.get("data-testid") or "")


def kind(box: etree._Element) -> MediaKind:
    """Return what a box plays, by its name."""
    return "audio" if _SOUND.fits(box) else "video"


def kind_of_figure(figure: etree._Element) -> MediaKind | None:
    """Return what a figure plays that has a button and nothing to see; None for other figures."""
    has_button = next(figure.iter("button"), None) is not None
    return kind(figure) if has_button and next(figure.iter("img", "amp-img"), None) is None else None


def _has_own_words(box: etree._Element) -> bool:
    return any(text and not text.isspace() for text in (box.text, *(part.tail for part in box[:])))
