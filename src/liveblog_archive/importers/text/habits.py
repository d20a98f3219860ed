"""The habits of one text, found from the whole of it: which labels count, and where headlines stand.

A line alone can seldom be read: `13.45 Uhr` may be a label or part of a sentence, `Ferry refloated` a headline or a
photo credit. What a newsroom does it does over and over, so each question is put to the whole document once.
"""

import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise

from attrs import frozen

from ...model import Note
from .direction import steps
from .labels import Label
from .rows import Row
from .shape import is_headline_like

# A reading that fewer than this share of the labels have is the exception, not the habit.
_MINORITY = 0.2
_USUAL = 0.6
_NEARLY_ALWAYS = 0.8


@frozen
class Habits:
    """What one text does.

    `labels_below`: a time stands after the text that it belongs to. `headline_beside`: what follows a label on its
    line is usually a headline. `loose_headlines`: a headline without a label opens an entry. `headlines_above`:
    labels that stand alone have headlines above them; None where labels begin lines of text.
    """

    labels_below: bool
    headline_beside: bool
    loose_headlines: bool
    headlines_above: bool | None


def choose_labels(rows: Sequence[Row]) -> tuple[list[Row], list[Row], list[Note]]:
    """Return the rows with only those labels that are a habit of the text, the rows that lost theirs, and notes."""
    found, rejected = _without_sentences(list(rows))
    for minority, majority in (
        (lambda label: not label.strong, lambda label: label.strong),
        (lambda label: label.day is not None, lambda label: label.day is None),
    ):
        found, more = _without_exceptions(found, minority, majority)
        rejected += more
    notes = [
        Note(
            code="label-rejected",
            line=row.line.number,
            text=f"{row.label.text} reads like a time label, but this text sets its labels off differently",
        )
        for row in rejected
        if row.label is not None
    ]
    return found, rejected, notes


def _without_sentences(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Drop bare times that a sentence goes on from (`12:30 was when …`, `12.50 € is …`).

    They stay where a newsroom begins its entries so: at least three times, and more often than not.
    """
    weak = [index for index, row in enumerate(rows) if row.label and not row.label.strong]
    sentences = [index for index in weak if _goes_on(rows[index])]
    if len(sentences) >= 3 and 2 * len(sentences) > len(weak) and _in_order(rows, weak):
        return rows, []
    return _without(rows, sentences)


def _goes_on(row: Row) -> bool:
    first = row.label.rest[:1] if row.label else ""
    return (
        (row.label is not None and row.label.reading == "impossible")
        or first.islower()
        or unicodedata.category(first or "A") in ("Sc", "Po", "Sm")
    )


def _without(rows: list[Row], indices: Sequence[int]) -> tuple[list[Row], list[Row]]:
    """Return the rows with the labels at `indices` taken off, and those rows as they were."""
    dropped = set(indices)
    kept = [row._replace(label=None) if i in dropped else row for i, row in enumerate(rows)]
    return kept, [rows[index] for index in indices]


def _without_exceptions(
    rows: list[Row], minority: Callable[[Label], bool], majority: Callable[[Label], bool]
) -> tuple[list[Row], list[Row]]:
    """Drop the labels of one kind where they are exceptions: few, or outside all others, or in no order of time."""
    few = [index for index, row in enumerate(rows) if row.label and minority(row.label)]
    many = [index for index, row in enumerate(rows) if row.label and majority(row.label)]
    if not few or not many:
        return rows, []
    outside = few[0] > many[-1] or few[-1] < many[0]
    rare = len(few) < max(2, _MINORITY * len(many))
    if rare:
        reject = outside or any(row.label is not None and not row.label.strong for row in (rows[i] for i in few))
    else:
        reject = not outside and not _in_order(rows, sorted(few + many))
    return _without(rows, few) if reject else (rows, [])


def _in_order(rows: Sequence[Row], indices: Sequence[int]) -> bool:
    """Tell whether the labels at `indices` run nearly always one way."""
    forward, backward = steps([label for i in indices if (label := rows[i].label)])
    return max(forward, backward) >= _NEARLY_ALWAYS * (forward + backward)


def find_habits(rows: Sequence[Row]) -> Habits:
    """Return the habits of a text whose labels are chosen."""
    below = _labels_below(rows)
    followed = [row for row, after in pairwise(rows) if row.label and row.label.rest and after.plain]
    labelled = [row for row in rows if row.label and row.label.rest]
    beside = sum(is_headline_like(row.label.rest) for row in followed if row.label)
    usual = bool(followed) and beside >= _USUAL * len(followed)
    always = len(labelled) >= 3 and beside >= _NEARLY_ALWAYS * len(labelled)
    return Habits(
        labels_below=below,
        headline_beside=usual,
        loose_headlines=not always and not _headlines_below(rows),
        headlines_above=_headlines_above(rows),
    )


def _headlines_above(rows: Sequence[Row]) -> bool | None:
    """Tell whether labels that stand alone have their headlines above them; None where labels begin lines of text."""
    alone = [i for i, row in enumerate(rows) if row.label and not row.label.rest]
    if 2 * len(alone) <= sum(row.label is not None for row in rows):
        return None
    above = sum(i > 0 and rows[i - 1].plain and is_headline_like(rows[i - 1].line.text) for i in alone)
    below = sum(
        i + 2 < len(rows) and rows[i + 1].plain and rows[i + 2].plain and is_headline_like(rows[i + 1].line.text)
        for i in alone
    )
    return above > below and above >= _USUAL * len(alone)


def _headlines_below(rows: Sequence[Row]) -> bool:
    """Tell whether nearly every label stands alone with a headline under it."""
    alone = [
        (first, second)
        for row, first, second in zip(rows, rows[1:], rows[2:], strict=False)
        if row.label and not row.label.rest and first.plain
    ]
    headed = sum(is_headline_like(first.line.text) and second.plain for first, second in alone)
    return len(alone) >= 3 and headed >= _NEARLY_ALWAYS * len(alone)


def _labels_below(rows: Sequence[Row]) -> bool:
    """Compare two readings of the whole text by the entries that each leaves empty, and the text it orphans."""
    labels = [index for index, row in enumerate(rows) if row.label]
    if any(row.label.trailing for row in rows if row.label):
        return True
    if not labels or any(row.label.rest for row in rows if row.label):
        return False
    last = len(rows) - 1
    empty_if_above = sum(i == last or not rows[i + 1].plain for i in labels)
    empty_if_below = sum(i == 0 or not rows[i - 1].plain for i in labels)
    orphans_if_below = int(labels[-1] != last)
    orphans_if_above = sum(
        row.day is not None and after.plain and not is_headline_like(after.line.text) for row, after in pairwise(rows)
    )
    return empty_if_below + orphans_if_below < empty_if_above + orphans_if_above
