"""Page furniture: the navigation, teasers and tags that a paste drags along below the last entry."""

from collections.abc import Sequence
from itertools import groupby
from statistics import median

from ..page_words import leads_elsewhere, leads_to_top, says_elsewhere
from .ends import end_of_last
from .page_lines import is_control
from .rows import Row
from .segmentation import Draft, Segments
from .shape import is_question, is_stub, without_references
from .source import Line

# A paragraph speaks against furniture more than a stub speaks for it: statements contain short lines too.
_PARAGRAPH = -1.5
_FEWEST = 3
_ANNOUNCING = (":", "：")
_SHORTEST_USUAL = 70
_LONGEST_LINK = 120


def strip_furniture(segments: Segments, printed: Sequence[Line] | None) -> tuple[Segments, list[Row]]:
    """Return the segments without what follows the last entry, and the rows taken away, in source order.

    Entries below the last label keep what reads like paragraphs; the longest ending in which stubs outweigh
    paragraphs is furniture, as is everything below a last day heading that no label follows. What is below the end
    of the last entry, by the habit of those before it, is furniture whatever it reads like. `printed` are
    lines that the page printed between entries; None for a saved page, which was asked for its furniture before.
    """
    if not any(draft.label for draft in segments.drafts):
        return segments, []
    links = _without_links(segments.drafts) if printed is not None else []
    last = next(i for i in range(len(segments.drafts) - 1, -1, -1) if segments.drafts[i].label)
    tail = segments.drafts[last:]
    rows = [row for draft in tail for row in draft.rows]
    own = len(_own_rows(tail[0]))
    if len(rows) <= own:
        return segments, links
    earlier = segments.drafts[:last]
    end = len(rows) if printed is None else end_of_last(rows, own, earlier, printed)
    below = rows[own:end]
    sure = [printed is not None and _says_so(row.text) for row in below]
    cut = own + _furniture_from(below, earlier, sure, rows[own - 1])
    if cut == len(rows):
        return segments, links
    kept = {row.number for row in rows[:cut]}
    drafts = earlier + [d for draft in tail if (d := _shortened(draft, kept)) is not None]
    return Segments(segments.introduction, drafts, segments.headings), [*links, *rows[cut:]]


def _without_links(drafts: Sequence[Draft]) -> list[Row]:
    """Take the links to other pages that stand below all text of entries from them, and return their rows."""
    found = []
    for draft in drafts:
        while len(draft.body) > 1 and len(draft.body[-1]) <= _LONGEST_LINK and draft.rows[-1].plain:
            if not leads_elsewhere(draft.body[-1]):
                break
            draft.body.pop()
            found.append(draft.rows.pop())
    return found


def _own_rows(draft: Draft) -> list[Row]:
    """Return the rows of the last labelled entry that are never furniture: headline, label, first paragraph."""
    opening, rest = next((i, row.rest) for i, row in enumerate(draft.rows, start=1) if row.label)
    if draft.rows[opening - 1].alone:
        below = 1 + (draft.headline is not None and (bool(rest) or opening == 1))
    else:
        below = 0 if draft.headline is None else 1 if draft.headline == rest else 2
    return draft.rows[: opening + below]


def _short(drafts: Sequence[Draft]) -> float:
    """Return the length under which a line is too short for a paragraph of this text: half of what is usual."""
    lengths = [len(text) for draft in drafts for text in draft.body]
    return min(_SHORTEST_USUAL, median(lengths) / 2) if lengths else 0


def _longest_run(drafts: Sequence[Draft], short: float) -> int:
    """Return how many stubs in a row an entry of this text holds at most: lists of names are no navigation."""
    runs = (run for draft in drafts for stub, run in groupby(draft.body, lambda text: is_stub(text, short)) if stub)
    return max((sum(1 for _ in run) for run in runs), default=0)


def _furniture_from(rows: Sequence[Row], earlier: Sequence[Draft], sure: Sequence[bool], above: Row) -> int:
    """Return the index in `rows` of the first row of furniture, or the number of rows if there is no furniture.

    A few stubs more than paragraphs are part of an entry, and so are as many as an entry before holds in a row, but
    not where the first of them says that it is furniture: `sure` tells of each whether it does. No paragraph may
    follow on that, nor be anywhere below a control. What the row `above` announces is part of an entry, too.
    """
    if len(rows) < _FEWEST and not any(sure):
        return len(rows)
    short = _short(earlier)
    scores: list[float] = [0.0]
    for row, is_sure in zip(reversed(rows), reversed(sure), strict=True):
        scores.append(scores[-1] + (1.0 if is_sure or is_stub(row.text, short) else _PARAGRAPH))
    best, scores = max(scores), scores[:0:-1]
    stubs = [is_stub(row.text, short) or is_question(row.text) for row in rows]
    goes_on = max((at for at, stub in enumerate(stubs) if not stub), default=-1)
    says_so = (at for at, score in enumerate(scores) if score > 0 and sure[at] and (*stubs, True)[at + 1])
    start = next((at for at in says_so if at > goes_on or not is_control(rows[at].text)), len(rows))
    if above.text.endswith(_ANNOUNCING):
        return start or len(rows)
    if best < _FEWEST or best <= _longest_run(earlier, short):
        return start
    usual = (at for at, score in enumerate(scores) if score >= 0.9 * best and is_stub(rows[at].text, short))
    return min(start, next(usual, start))


def _says_so(text: str) -> bool:
    """Tell whether a line says that it is furniture; a single word, or a sentence, may as well be of the text."""
    bare = without_references(text)
    if is_control(text) or leads_to_top(bare) or leads_elsewhere(bare):
        return True
    return " " in bare and bare[-1] != "." and says_elsewhere(bare)


def _shortened(draft: Draft, kept: set[int]) -> Draft | None:
    """Return a draft with only the rows whose line numbers are kept; None when nothing is left of it."""
    rows = [row for row in draft.rows if row.number in kept]
    if not rows:
        return None
    gone = len(draft.rows) - len(rows)
    body = draft.body[: len(draft.body) - gone] if gone else draft.body
    return Draft(rows, draft.heading, draft.label, draft.prose, draft.headline, body)
