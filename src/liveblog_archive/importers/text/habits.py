"""The habits of one text, found from the whole of it: where headlines stand, and on which side of its text a time.

A line alone can seldom be read: `Ferry refloated` may be a headline or a photo credit. What a newsroom does it does
over and over, so each question is put to the whole document once.
"""

from collections.abc import Sequence

from attrs import frozen

from .bylines import bylines_below
from .closing import close_entries
from .layout import Layout, find_layout, headlines_above_text
from .rows import Row
from .shape import (
    heads_below,
    is_abbreviated_headline,
    is_byline,
    is_call,
    is_headline_like,
    is_question,
)
from .source import Line
from .wrapping import broken

_USUAL = 0.6
_NEARLY_ALWAYS = 0.8


@frozen
class Habits:
    """What one text does.

    `labels_below`: a time stands after the text that it belongs to. `headline_beside`: what follows a label on its
    line is usually a headline. `headlines_below`: most labels that stand alone have one under them.
    `loose_headlines`: a headline without a label opens an entry. `layout`: what stands above and below labels that
    stand alone; None where labels begin lines of text. `headlines_above_text`: labels that begin lines of text have
    headlines above them, or never; None where each line decides. `bylines` are the numbers of the lines below labels
    that say who wrote, `broken` those of the lines whose sentences the next ones go on with.
    """

    labels_below: bool
    headline_beside: bool
    headlines_below: bool
    loose_headlines: bool
    layout: Layout | None
    headlines_above_text: bool | None
    bylines: frozenset[int]
    broken: frozenset[int]


def find_habits(rows: Sequence[Row], printed: Sequence[Line] | None) -> Habits:
    """Return the habits of a text whose labels are chosen.

    `printed` are lines that the page printed between entries; None for a saved page.
    """
    labels = [index for index, row in enumerate(rows) if row.label is not None]
    alone = [index for index in labels if rows[index].alone]
    labelled = [index for index in labels if not rows[index].alone] if alone else labels
    rests = [rows[index].rest for index in labelled if index + 1 < len(rows) and rows[index + 1].plain]
    beside = sum(is_headline_like(rest, words=1) or is_abbreviated_headline(rest) for rest in rests)
    headed, usually = beside, _USUAL * len(rests)
    if headed < usually:  # questions head entries too, where as many do not ask
        headed += min(beside, sum(rest.endswith("?") and is_question(rest) for rest in rests))
    usual = bool(rests) and headed >= usually
    below = _headlines_below(rows, alone)
    always = len(labelled) >= 3 and beside >= _NEARLY_ALWAYS * len(labelled)
    return Habits(
        labels_below=close_entries(rows, labels, alone, printed),
        headline_beside=usual,
        headlines_below=below >= _USUAL,
        loose_headlines=not always and below < _USUAL,
        layout=find_layout(rows, labels, alone),
        headlines_above_text=None if usual else headlines_above_text(rows, labelled),
        bylines=bylines_below(rows, alone),
        broken=broken(rows),
    )


def _headlines_below(rows: Sequence[Row], alone: Sequence[int]) -> float:
    """Return how many of the labels that stand alone have a headline under them, of 1; 0 where these are few."""
    below = [(rows[index + 1], rows[index + 2]) for index in alone if index + 2 < len(rows) and rows[index + 1].plain]
    headed = sum(
        second.plain
        and (heads_below(text) or text.endswith("?") or is_call(text))
        and not is_byline(text, named=False)
        for first, second in below
        for text in (first.text,)
    )
    return headed / len(below) if len(below) >= 3 else 0
