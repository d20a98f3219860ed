"""Page furniture: the navigation, teasers and tags that a paste drags along below the last entry."""

from collections.abc import Sequence
from itertools import accumulate, groupby, islice, takewhile
from statistics import median

from ..page_words import is_control, is_furniture, leads_elsewhere, says_elsewhere
from .drafts import Draft, Segments
from .ends import LastEntry
from .rows import Row
from .shape import announces, bullet, ends_like_a_sentence, is_question, is_stub
from .source import Line

# A paragraph speaks against furniture more than a stub speaks for it: statements contain short lines too.
_PARAGRAPH = -1.5
_FEWEST = 3
_NEARLY_ALL = 0.9
_SHORTEST_USUAL = 70
_LONGEST_LINK = 120
_MOST_LINKS = 5  # and their heading


def strip_furniture(segments: Segments, printed: Sequence[Line] | None) -> tuple[Segments, list[Row]]:
    """Return the segments without what follows the last entry, and the rows taken away, in source order.

    What is below the end of the last entry, by the habit of those before it, is furniture whatever it reads like.
    Above that, entries below the last label keep what reads like paragraphs. `printed` are lines that the page
    printed between entries; None for a saved page, which was asked for its furniture before.
    """
    if not any(draft.label for draft in segments.drafts):
        return segments, []
    links = [*_without_boxes(segments), *_without_links(segments.drafts)] if printed is not None else []
    last = _last_entry(segments.drafts)
    earlier, tail = segments.drafts[:last], segments.drafts[last:]
    rows = [row for draft in tail for row in draft.rows]
    own = _with_list(rows, _own(tail[0], earlier))
    end = len(rows)
    if printed is not None:
        last_entry = LastEntry(rows, own, earlier, printed)
        end = last_entry.end()
        links += last_entry.below_earlier_feet()
    says_so = [printed is not None and is_furniture(row.text) for row in rows[own:end]]
    cut = own + _furniture_from(rows[own:end], says_so, earlier, rows[own - 1])
    kept = {row.number for row in rows[:cut]}
    drafts = earlier + [d for draft in tail if (d := _shortened(draft, kept)) is not None]
    return Segments(segments.introduction, drafts, segments.headings), [*links, *rows[cut:]]


def _last_entry(drafts: Sequence[Draft]) -> int:
    """Return the place of the last entry: of one with a time, or of what a day below that begins with a paragraph."""
    *_, timed = (place for place, draft in enumerate(drafts) if draft.label)
    below = range(timed + 1, len(drafts))
    firsts = {at: drafts[at].rows[0].text for at in below if drafts[at].heading != drafts[at - 1].heading}
    short = _short(drafts[: timed + 1]) if firsts else 0
    return max((at for at, text in firsts.items() if not (is_stub(text, short) or is_furniture(text))), default=timed)


def _without_boxes(segments: Segments) -> list[Row]:
    """Take the boxes that lead to other pages from the drafts, and return their rows.

    Such is what has no time below a date that has told the day before, and says nothing in a sentence.
    """
    dates = [row.day and (row.day.month, row.day.day) for row in segments.headings]
    timed = {draft.heading for draft in segments.drafts if draft.label is not None}

    def is_box(draft: Draft) -> bool:
        at = draft.heading
        if draft.printed or not at or None in (dates[at] or (None,)) or dates[at] != dates[at - 1]:
            return False
        return at - 1 in timed and len(draft.rows) >= _FEWEST and all(map(_is_bare, draft.rows))

    boxes = [draft for draft in segments.drafts if is_box(draft)]
    if boxes:
        segments.drafts = [draft for draft in segments.drafts if draft not in boxes]
    return [row for draft in boxes for row in draft.rows]


def _without_links(drafts: Sequence[Draft]) -> list[Row]:
    """Take the links to other pages that stand below all text of entries from them, and return their rows.

    So stands a heading that says so, with lines below it that say nothing.
    """
    found = []
    for draft in drafts:
        while len(draft.body) > 1 and len(draft.body[-1]) <= _LONGEST_LINK and draft.rows[-1].plain:
            count = _links(draft)
            if not count:
                break
            found += draft.rows[-count:]
            del draft.body[-count:], draft.rows[-count:]
    return found


def _links(draft: Draft) -> int:
    """Return how many of the last rows of an entry are a link to another page, or several below a heading."""
    if leads_elsewhere(draft.body[-1]):
        return 1
    rows = draft.rows[1 - len(draft.body) :]
    bare = [*takewhile(lambda row: row.plain and _is_bare(row), islice(reversed(rows), _MOST_LINKS))]
    return next((at for at, row in enumerate(bare, 1) if at > 1 and _heads_links(row.text, at - 1)), 0)


def _heads_links(text: str, below: int) -> bool:
    """Tell whether a line of words is what stands above links to other pages: `Most read`, above one `Read also`."""
    return " " in text and says_elsewhere(text) and (below == 1 or not leads_elsewhere(text))


def _is_bare(row: Row) -> bool:
    return is_question(row.text) or not ends_like_a_sentence(row.text)


def _own(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return how many rows of the last entry are never furniture: headline, label, first paragraph.

    As many stubs may stand above that, such as who reports and from where, as in an entry before.
    """
    opening, rest = next(((i, row.rest) for i, row in enumerate(draft.rows, start=1) if row.label), (1, ""))
    if draft.rows[opening - 1].alone:
        below = 1 + next((at for at, row in enumerate(draft.rows[opening:], 1) if row.text == draft.headline), 0)
    else:
        below = 0 if draft.headline is None else 1 if draft.headline == rest else 2
    said = _first_paragraph(draft)
    if 0 < said <= max(map(_first_paragraph, earlier), default=0):
        below = max(below, len(draft.rows) - len(draft.body) + said + 1 - opening)
    return min(opening + below, len(draft.rows))


def _with_list(rows: Sequence[Row], own: int) -> int:
    """Return the place below the list that the row above a place announces, or that place where there is none."""
    if announces(rows[own - 1].text):
        while own < len(rows) and bullet(rows[own].text):
            own += 1
    return own


def _first_paragraph(draft: Draft) -> int:
    """Return the place of the first text of an entry that is no stub, or 0 where all are."""
    return next((at for at, text in enumerate(draft.body) if not is_stub(text, 0)), 0)


def _furniture_from(rows: Sequence[Row], says_so: Sequence[bool], earlier: Sequence[Draft], above: Row) -> int:
    """Return the place in `rows` of the first that is furniture, or their number if none is.

    It is the first that says so, or of the longest ending in which stubs outweigh paragraphs: not by a few, nor by as
    many as an entry before holds in a row. What the row `above` announces is part of an entry.
    """
    if len(rows) < _FEWEST and not any(says_so):
        return len(rows)
    short = _short(earlier)
    stubs = [is_stub(row.text, short) for row in rows]
    weights = [1.0 if stub or said else _PARAGRAPH for stub, said in zip(stubs, says_so, strict=True)]
    scores = [*accumulate(reversed(weights))][::-1]
    said = _first_said(rows, [says and score > 0 for says, score in zip(says_so, scores, strict=True)], stubs)
    if announces(above.text):
        return said or len(rows)
    best = max(scores)
    if best < _FEWEST or best <= _longest_run(earlier, short):
        return said
    return min(said, next((at for at, score in enumerate(scores) if score >= _NEARLY_ALL * best and stubs[at]), said))


def _first_said(rows: Sequence[Row], says_so: Sequence[bool], stubs: Sequence[bool]) -> int:
    """Return the place of the first row that says that it is furniture, or the number of rows.

    No paragraph may follow on it, nor be anywhere below a control.
    """
    bare = [stub or is_question(row.text) for row, stub in zip(rows, stubs, strict=True)]
    goes_on = max((at for at, stub in enumerate(bare) if not stub), default=-1)
    found = (at for at, says in enumerate(says_so) if says and (*bare, True)[at + 1])
    return next((at for at in found if at > goes_on or not is_control(rows[at].text)), len(rows))


def _short(drafts: Sequence[Draft]) -> float:
    """Return the length under which a line is too short for a paragraph of this text: half of what is usual."""
    lengths = [len(text) for draft in drafts for text in draft.body]
    return min(_SHORTEST_USUAL, median(lengths) / 2) if lengths else 0


def _longest_run(drafts: Sequence[Draft], short: float) -> int:
    """Return how many stubs in a row an entry of this text holds at most: lists of names are no navigation."""
    runs = (run for draft in drafts for stub, run in groupby(draft.body, lambda text: is_stub(text, short)) if stub)
    return max((sum(1 for _ in run) for run in runs), default=0)


def _shortened(draft: Draft, kept: set[int]) -> Draft | None:
    """Return a draft with only the rows whose line numbers are kept; None when nothing is left of it."""
    rows = [row for row in draft.rows if row.number in kept]
    if not rows:
        return None
    gone = len(draft.rows) - len(rows)
    body = draft.body[: len(draft.body) - gone] if gone else draft.body
    return Draft(rows, draft.heading, draft.label, draft.prose, draft.headline, body)
