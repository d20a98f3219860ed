"""Headings that begin with a time where a page is read as lines: what they say behind it is a headline."""

from collections.abc import Sequence
from itertools import pairwise

from ....model import Block, Heading, Paragraph
from ...text.shape import ends_like_a_sentence
from ..labels.printed import LONGEST, PrintedReader

_STOPS = ".:"


def stopped(texts: Sequence[str], blocks: Sequence[Block], times: PrintedReader) -> dict[int, str]:
    """Return the lines with times that headings are with a stop behind, `21.33h.`, each with the text below it.

    They are by their places among the texts, which `blocks` are those of, and the lines below are empty. The times of
    other headings are set off by that stop from a headline.
    """
    found: dict[int, str] = {}
    for at, (text, below) in enumerate(pairwise(texts)):
        bare = text.rstrip(_STOPS)
        if not isinstance(blocks[at], Heading) or bare == text or len(text) > LONGEST or times.read(text):
            continue
        if isinstance(blocks[at + 1], Paragraph) and times.says_only_when(bare) and not times.begins(below):
            found |= {at: f"{text} {below}", at + 1: ""}
    return found


def is_rest(opening: Block, body: Sequence[Block]) -> bool:
    """Tell whether the first block of a body is what the heading that opens the entry says behind a time.

    There is text below it, and it is no sentence; it may begin with a number: `50,2 %`.
    """
    first, *below = body or [opening]
    is_behind = isinstance(opening, Heading) and first is not opening and opening.text.endswith(first.text)
    return is_behind and any(block.text for block in below) and not ends_like_a_sentence(first.text)
