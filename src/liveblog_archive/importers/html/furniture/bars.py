"""Lists, lines and bars of a page that hold nothing but what controls say: `Share`, `Print`, `Copy link`."""

import re
from collections.abc import Iterator

from lxml import etree

from ...markup.names import LISTS
from ...markup.tree import words_apart, words_inside
from ...page_words import names_services, says_control

_MOST_ITEMS = 12  # of a list of controls
_LONGEST = 60  # characters of what they say
_ACTIVE = frozenset({"a", "button", "input", "select", "textarea", "option"})
_WORDS = re.compile(r"[^\W\d_]+")


def bars(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the lists, lines and bars of a page, or the boxes around them, that say what two controls or more say."""
    for part in (*root.iterdescendants(*LISTS, "p"), *_of_buttons(root)):
        may_be = len(part.text or "") <= _LONGEST if part.tag == "p" else 1 < len(part) <= _MOST_ITEMS
        if not may_be or (words := controls_in(part)) is None:
            continue
        box = part
        while (above := box.getparent()) is not None and (around := controls_in(above)) is not None:
            box, words = above, around
        if len(_WORDS.findall(words)) > 1 and not names_services(words):
            yield box


def _of_buttons(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the boxes of buttons beside which links do more."""
    boxes = dict.fromkeys(box for button in root.iter("button") if (box := button.getparent()) is not None)
    return (box for box in boxes if box.find("a") is not None and all(part.tag in _ACTIVE for part in box))


def controls_in(part: etree._Element) -> str | None:
    """Return the words of a list that says what controls say, and nothing else."""
    if len(words_inside(part)) > _LONGEST:  # as menus have: they are no fewer apart
        return None
    words = words_apart(part)
    return words if 0 < len(words) <= _LONGEST and says_control(words) else None
