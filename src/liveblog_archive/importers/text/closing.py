"""Times that close their entries, as `Posted Mar 05, 2026 - 03:02 CST` below what was posted: whether, and which."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile

from ..page_words import is_furniture
from ..vocabulary import PUBLISHED
from .drafts import Draft, Segments
from .label import Label
from .rows import Row, has_sentence
from .shape import ends_like_a_sentence, is_byline, is_headline_like
from .source import Line

_FEWEST = 3  # times
_NEARLY_ALL = 0.8
_PUBLISHED = re.compile(PUBLISHED, re.IGNORECASE)
_HEADED = (False, True)  # no sentence, then one


def close_entries(
    rows: Sequence[Row], labels: Sequence[int], alone: Sequence[int], printed: Sequence[Line] | None
) -> bool:
    """Tell whether times close the entries above them; `alone` are the places of labels that have their lines.

    `printed` are lines that the page printed between entries; None for a saved page.
    """
    if _leave_less_empty(rows, labels, len(alone)):
        return True
    return printed is not None and labels == alone and _stand_closer_above(rows, alone, printed)


def _leave_less_empty(rows: Sequence[Row], labels: Sequence[int], alone: int) -> bool:
    """Compare two readings of the whole text by the entries that each leaves empty, and the text it orphans.

    Where not all labels stand `alone`, only a first one at the end of its line makes the choice. That closes its
    entry, unless only who wrote, or headlines, stand before such times, and an entry stands below the last one.
    """
    if not labels:
        return False
    first = rows[labels[0]].label
    if first is not None and first.trailing:
        are_headed = first.named or not any(ends_like_a_sentence(rows[at].rest) for at in labels)
        return not (are_headed and _entry_follows(rows, labels))
    if alone < len(labels):
        return False
    last = len(rows) - 1
    empty_if_above = sum(i == last or not rows[i + 1].plain for i in labels)
    empty_if_below = sum(i == 0 or not rows[i - 1].plain for i in labels)
    orphans_if_below = int(labels[-1] != last)
    orphans_if_above = sum(
        row.day is not None and after.plain and not is_headline_like(after.text) for row, after in pairwise(rows)
    )
    return empty_if_below + orphans_if_below < empty_if_above + orphans_if_above


def _entry_follows(rows: Sequence[Row], labels: Sequence[int]) -> bool:
    """Tell whether the text below the last label begins as most between labels do: with a headline, or sentences.

    One sentence may be the page's; where another is above the first label, that is an entry.
    """
    between = Counter(begins(rows[one + 1 : other]) for one, other in pairwise(labels))
    usual = max(between, key=between.__getitem__, default=())
    last, first = labels[-1] + 1, labels[0]
    if not usual or begins(rows[last : last + len(usual)]) != usual:
        return False
    return len(usual) > 1 or not first or begins(rows[first - 1 : first]) != usual


def _stand_closer_above(rows: Sequence[Row], labels: Sequence[int], printed: Sequence[Line]) -> bool:
    """Tell whether times that stand alone close the entries above them, though text stands below each.

    A sentence stands right above nearly all, and above the first, and no line of the page, as may above a time that
    begins an entry. Then names below all of them tell, with no sentence below the last; or blank lines; or a headline
    and a sentence below nearly all but the last, where a word such as `Posted` introduces the times, a line of the
    page stands below some, or lines without any sentence below the last.
    """
    if len(labels) < _FEWEST or labels[0] == 0 or not ends_like_a_sentence(rows[labels[0] - 1].text):
        return False
    numbers = [number for number, _ in printed]
    above = [(rows[at - 1], rows[at]) for at in labels]
    if any(between(one.number, other.number, numbers) for one, other in above):
        return False
    if sum(ends_like_a_sentence(row.text) for row, _ in above) < _NEARLY_ALL * len(labels):
        return False
    signatures = _signatures(rows, labels)
    if signatures and not has_sentence(row for row in rows[labels[-1] + 1 :] if not is_furniture(row.text)):
        return True
    below = [(rows[at], rows[at + 1]) for at in labels[:-1]]
    blank_above, blank_below = (sum(are_apart(*pair, numbers) for pair in side) for side in (above[:-1], below))
    if blank_above != blank_below:
        return not blank_above and blank_below >= _NEARLY_ALL * len(below)
    of_page = sum(between(one.number, other.number, numbers) > 0 for one, other in below)
    foot = rows[labels[-1] + 1 :]
    return _is_headed_below(rows, labels) and (
        all(_PUBLISHED.match(rows[at].text) for at in labels)
        or 0 < of_page < _NEARLY_ALL * len(below)
        or (len(foot) > 1 and not has_sentence(foot))
    )


def _signatures(rows: Sequence[Row], labels: Sequence[int]) -> frozenset[int]:
    """Return the places of the names of who wrote right below labels, where all have one, and some come again."""
    places = [at + 1 for at in labels if at + 1 < len(rows) and rows[at + 1].number == rows[at].number + 1]
    if len(places) < len(labels) or not all(rows[at].plain and is_byline(rows[at].text) for at in places):
        return frozenset()
    return frozenset(places if len({rows[at].text for at in places}) < len(places) else ())


def _is_headed_below(rows: Sequence[Row], labels: Sequence[int]) -> bool:
    """Tell whether a headline and a sentence stand below nearly all labels, but not below the last."""
    headed = sum(begins(rows[one + 1 : other]) == _HEADED for one, other in pairwise(labels))
    return headed >= _NEARLY_ALL * (len(labels) - 1) and begins(rows[labels[-1] + 1 :]) != _HEADED


def begins(rows: Sequence[Row]) -> tuple[bool, ...]:
    """Return which of the first two of these rows end like sentences."""
    return tuple(ends_like_a_sentence(row.text) for row in rows[:2])


def between(one: int, other: int, numbers: Sequence[int]) -> int:
    """Return how many of the numbers of lines are between two."""
    return bisect_right(numbers, other) - bisect_right(numbers, one)


def are_apart(one: Row, other: Row, numbers: Sequence[int]) -> bool:
    """Tell whether there are blank lines between two rows, besides those with the numbers."""
    return other.number - one.number > between(one.number, other.number, numbers) + 1


def cut_above(rows: Sequence[Row]) -> Segments:
    """Cut a text whose labels close their entries; what follows the last label is a draft without one."""
    segments = Segments([], [], [])
    heading: int | None = None
    waiting: list[Row] = []
    signatures = _signatures(rows, [at for at, row in enumerate(rows) if row.label is not None])
    for at, row in enumerate(rows):
        if at in signatures:
            segments.drafts[-1].rows.append(row)
            segments.drafts[-1].body.append(row.text)
            continue
        waiting.append(row)
        if row.label is not None:
            segments.drafts.append(_closed(waiting, row.label, heading))
            waiting = []
        elif row.day is not None:
            waiting.pop()
            _leave(segments, waiting, heading)
            segments.headings.append(row)
            heading, waiting = len(segments.headings) - 1, []
    _leave(segments, waiting, heading)
    _split_introduction(segments)
    _take_rare_headlines(segments.drafts)
    return segments


def _take_rare_headlines(drafts: Sequence[Draft]) -> None:
    """Give drafts their headlines as text where most have none: these are captions, or sentences without a stop."""
    headed = [draft for draft in drafts if draft.headline]
    for draft in headed if 2 * len(headed) < len(drafts) else ():
        draft.body.insert(0, str(draft.headline))
        draft.headline = None


def _leave(segments: Segments, rows: list[Row], heading: int | None) -> None:
    """Put text that no label closes where it belongs: the introduction at the beginning, else an untimed draft."""
    if rows and not segments.drafts and heading is None:
        segments.introduction += rows
    elif rows:
        segments.drafts.append(_closed(rows, None, heading))


def _closed(rows: list[Row], label: Label | None, heading: int | None) -> Draft:
    texts = [text for row in rows if (text := row.rest if row.label else row.text)]
    is_headed = len(texts) > 1 and not rows[0].running and is_headline_like(texts[0], words=1)
    headline = texts.pop(0) if is_headed else None
    return Draft(rows, heading, label, None, headline, texts)


def _split_introduction(segments: Segments) -> None:
    """Take the introduction off the first draft."""
    first, *others = (draft for draft in segments.drafts if draft.label or draft is segments.drafts[0])
    cut = _end_of_introduction(first, others) if others else 0
    if cut:
        segments.introduction += first.rows[:cut]
        segments.drafts[0] = _closed(first.rows[cut:], first.label, first.heading)


def _end_of_introduction(first: Draft, others: Sequence[Draft]) -> int:
    """Return how many rows of the first draft are no part of its entry.

    Where every other draft begins with a headline so does the first: with the lowest, where the others have nothing
    but sentences above their times. Elsewhere blank lines, of which none are in the others, set the introduction off;
    or where no other has a headline, one of the first is the title of the page.
    """
    headed = sum(draft.headline is not None for draft in others)
    if headed == len(others):
        heads = [at for at, row in enumerate(first.rows[:-1]) if _heads(row, first.rows[at + 1])]
        texts = (row.text for draft in others for row in takewhile(lambda row: row.plain, draft.rows[1:]))
        if len(others) > 1 and all(map(ends_like_a_sentence, texts)):
            return next(reversed(heads), 0)
        return 0 if first.headline else next(iter(heads), 0)
    if gaps := () if any(map(_gaps, others)) else _gaps(first):
        return gaps[-1]
    is_title = first.headline and first.heading is None and len(others) > 1 and not headed
    return 1 if is_title else 0


def _gaps(draft: Draft) -> list[int]:
    """Return the places of the rows of a draft above which other lines stand, as those that are blank."""
    return [at for at, (one, other) in enumerate(pairwise(draft.rows), 1) if other.number > one.number + 1]


def _heads(row: Row, after: Row) -> bool:
    """Tell whether a line reads like the headline of the text that follows it."""
    followed = after.plain or bool(after.rest)
    return row.plain and not row.running and followed and is_headline_like(row.text, words=1)
