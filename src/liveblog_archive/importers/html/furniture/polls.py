"""Polls: what readers may vote on is no text of a page or an entry, nor is how many did."""

from collections.abc import Iterable
from itertools import islice

from lxml import etree

from ...markup.classes import ClassPattern
from ...markup.names import HEADINGS, TIMES
from ...markup.tree import spaced, text_inside, words_apart, words_inside
from ...page_words import says_control
from ...text.shape import ends_like_a_sentence, is_abbreviated_headline

_POLL = ClassPattern.of_words(
    "polls?|vot(?:e|es|ing)|survey|quiz|umfrage|abstimmung|sondages?|encuesta|enquete|sondaggio|"
    "peiling|ankieta|sonda|omrostning|avstemning|kysely"
)
_HIGHEST = 4  # boxes around a choice
_LONGEST = 400  # characters
_FIELDS = ".//input[@type]"
_ANSWERS = ("button", "label")
_KEPT = ("figure", "picture", "video", "audio", "iframe", "blockquote", "table")
_APART = HEADINGS | TIMES
_FEWEST_WORDS = 4  # of a sentence, and of what an entry says beside a poll


def polls(root: etree._Element, times: Iterable[etree._Element]) -> frozenset[etree._Element]:
    """Return the polls of a page whose entries are lines with these times, of which none stands in a poll."""
    around = {above for mark in times for above in mark.iterancestors()}
    boxes = (poll(button, root) for button in root.iter("button", "input"))
    return frozenset(box for box in boxes if box is not None and box not in around)


def choices(choice: etree._Element) -> etree._Element | None:
    """Return the smallest box with a choice of one of several and another field; None for what is no such choice."""
    if (choice.get("type") or "").lower() != "radio":
        return None
    return next((box for box in choice.iterancestors() if len([*islice(box.iterfind(_FIELDS), 2)]) > 1), None)


def poll(choice: etree._Element, entry: etree._Element) -> etree._Element | None:
    """Return the box of an entry that is called a poll and has a choice with others in it; None without one.

    A box with a statement, a picture or a quotation in it, or with all that the entry says, only has such a name.
    """
    for above in islice(choice.iterancestors(), _HIGHEST):
        if above is entry:
            return None
        if is_poll(above):
            return None if _is_all_of(above, entry) else above
    return None


def is_poll(box: etree._Element) -> bool:
    """Tell whether a box is called a poll, has a choice of several, and states nothing."""
    has_choice = _POLL.fits(box) and len([*islice(filter(_is_choice, box.iter("button", "input")), 2)]) > 1
    return has_choice and len(text_inside(box)) <= _LONGEST and not _has_content(box)


def _is_choice(part: etree._Element) -> bool:
    """Tell whether a button or input is there to vote with, and not to share or copy something."""
    if part.tag == "input":
        return not says_control(part.get("value") or "")
    words = words_inside(part)
    return bool(words) and not says_control(words)


def _has_content(box: etree._Element) -> bool:
    """Tell whether a box has more in it than questions, answers and numbers: what an editor shows or states."""
    if next(box.iter(*_KEPT), None) is not None:
        return True
    answers = {part for answer in box.iter(*_ANSWERS) for part in answer.iter()}
    said = [words_apart(part) if part.tag == "p" else part.text for part in box.iter() if part not in answers]
    said += [part.tail for part in box.iterdescendants() if part.tag != "input" and part.getparent() not in answers]
    return any(map(_states, filter(None, said)))


def _states(text: str) -> bool:
    """Tell whether a text is a sentence that asks nothing."""
    said = spaced(text)
    is_sentence = (
        len(said.split()) >= _FEWEST_WORDS and ends_like_a_sentence(said) and not is_abbreviated_headline(said)
    )
    return is_sentence and "?" not in said


def _is_all_of(box: etree._Element, entry: etree._Element) -> bool:
    """Tell whether an entry says nothing but what is in a box, beside its headings and times."""
    said = 0
    walk = etree.iterwalk(entry, events=("start", "end"))
    for event, part in walk:
        is_apart = part is box or part.tag in _APART
        if event == "start" and is_apart:
            walk.skip_subtree()
        text = part.tail if event == "end" else None if is_apart else part.text
        said += len((text or "").split())
        if said >= _FEWEST_WORDS:
            return False
    return True
