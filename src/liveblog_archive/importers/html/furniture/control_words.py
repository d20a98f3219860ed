"""What the boxes of controls say, of which some show an icon alone."""

from collections.abc import Iterator

from lxml import etree

from ...markup.classes import ClassPattern
from ...markup.tree import text_inside, words_apart
from ...page_words import says_control

# What the class of a control that shows an icon alone says of it, beside which stands how many did so.
_ICON = ClassPattern.of_words("likes?|hearts?|thumbs?|upvotes?|claps?|favou?rites?|comments?|repl(?:y|ies)|shares?")
_ACTIVE = frozenset({"a", "button"})


def says_how_many(box: etree._Element) -> bool:
    """Tell whether a box says what controls say, of which those that show an icon alone say what they are called."""
    active = (part for part in box.iter(etree.Element) if part.tag in _ACTIVE or part.get("role") == "button")
    called = " ".join(name for part in active if not text_inside(part).strip() for name in _names(part))
    words = words_apart(box)
    return says_control(words) or (called != "" and says_control(f"{called} {words}"))


def _names(icon: etree._Element) -> Iterator[str]:
    """Yield what a control without words is called: by its label, else by its class or that of its picture."""
    if label := (icon.get("aria-label") or icon.get("title") or "").strip():
        yield label
    elif any(map(_ICON.fits, icon.iter(etree.Element))):
        yield "like"
