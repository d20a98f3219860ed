"""From dated segments to the model: entries, introduction, title, and what was inferred on the way."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from attrs import evolve

from ...model import Block, Entry, ListBlock, LiveBlog, Moment, Note, ready
from ...model.order import Order
from ...zones import zone
from ..options import Options
from ..page_words import says_pinned
from .dating import Dating, heading_dates, moments
from .direction import find_order, ordinal, unwrapped
from .draft_days import stated_day
from .drafts import Draft, Segments, pins
from .halves import with_halves
from .names import LANGUAGES, LETTERS, fold, names
from .relative import is_relative
from .rows import Row
from .shape import bullet, is_headline_like, without_bullet, without_frame

_MARKDOWN_HEADING = "# "
_NUMBERED = (".", ")")  # what stands behind the number of a list item
_DASHES = "–—"
_CELL = "|"


class DatedText(NamedTuple):
    """A blog that lines are, without ids, and notes on what had to be inferred; spans and notes number lines from 1.

    `headings` are the places among the lines, from 0, of the days above entries.
    """

    blog: LiveBlog
    notes: list[Note]
    headings: list[int]

    @property
    def places(self) -> list[range]:
        """The places of the lines of each entry."""
        spans = (entry.span for entry in self.blog.entries)
        return [range(span.first - 1, span.last) for span in spans if span and span.first and span.last]


def assemble(segments: Segments, options: Options, language: str | None) -> DatedText:
    """Return what the segments are, with a note for each thing that had to be inferred."""
    notes = [Note(code="day-heading", line=row.number, text=row.text) for row in segments.headings]
    beside = [line for draft in segments.drafts for row in draft.rows if row.beside for line in row.beside]
    notes += [Note(code="relative-time", line=number, text=text) for number, text in beside if is_relative(text)]
    notes += [Note(code="page-furniture", line=number, text=text) for number, text in beside if says_pinned(text)]
    with_halves(segments.drafts, notes)
    stated = [(row.day, row.number) for row in segments.headings if row.day]
    below_times = next((draft.heading is None for draft in segments.drafts if draft.label is not None), False)
    dates = heading_dates(stated, options.date, notes, below_times=below_times)
    above = pins(segments.drafts)
    below = evolve(segments, drafts=segments.drafts[above:]) if above else segments
    order = options.order or _order(below, dates, options.date, notes)
    start = options.date or _heading_below(segments, dates, notes)
    dating = Dating(zone(str(options.timezone)), order, dates, start, notes)
    times = moments(segments.drafts, dating)
    _note_missing(segments.drafts, times, dating)
    entries = _entries(segments.drafts, times, dates)
    entries[:above] = [evolve(entry, pinned=True) for entry in entries[:above]]
    title, introduction = _title(segments.introduction, options.title, dating)
    blog = LiveBlog(
        id=options.id or "",
        title=title,
        language=options.language or language,
        timezone=options.timezone,
        url=options.url,
        introduction=_blocks([row.text for row in introduction]),
        entries=entries,
        order=order,
    )
    return DatedText(blog, notes, [row.number - 1 for row in segments.headings])


def _note_missing(drafts: Sequence[Draft], times: Sequence[Moment | None], dating: Dating) -> None:
    """Note why times have no value: no day or year is known, or not that of the capture, from which they count.

    Minutes of play have none on any day.
    """
    labels = [
        draft.label
        for draft, time in zip(drafts, times, strict=True)
        if draft.label and draft.label.reading != "counter"
        if draft.heading is None and time is not None and time.value is None
    ]
    clocks = [label for label in labels if label.reading != "relative"]
    if len(clocks) < len(labels):
        dating.note("times-relative", "times such as 2h ago have no value: nothing tells when the page was saved")
    if clocks:
        has_no_day = any(label.day is None for label in clocks)
        lack = "day is printed above the first times" if has_no_day else "year is printed beside the days of times"
        dating.note("date-missing", f"no {lack}, so they have no value: give date= (--date)")


def _order(segments: Segments, dates: Sequence[date | None], near: date | None, notes: list[Note]) -> Order:
    """Return the direction that labels and days show; a text that shows none is taken as it stands."""
    printed = [
        found.toordinal() if found else ordinal(row.day) for row, found in zip(segments.headings, dates, strict=True)
    ]

    def day(draft: Draft) -> tuple[int | None, int | None]:
        """Return where a draft stands, and its day: as a date, or, where no year is known, in any one year."""
        if draft.label is not None and draft.label.day is not None:
            stated = stated_day(draft.label.day, near)
            return None, stated.toordinal() if stated else ordinal(draft.label.day)
        return draft.heading, printed[draft.heading] if draft.heading is not None else None

    labelled = [draft for draft in segments.drafts if draft.label]
    days = [when for (_, when), _ in groupby(labelled, key=day) if when]
    # Where some labels name a day and some do not, the steps between those count as well.
    are_mixed = len({draft.label.day is None for draft in labelled if draft.label}) > 1
    sections = [
        [draft.label for draft in run if draft.label and draft.label.reading != "impossible"]
        for _, run in groupby(labelled, key=(lambda draft: draft.heading) if are_mixed else day)
    ]
    found = find_order(sections, unwrapped(days))
    if found.order is None:
        notes.append(Note(code="order-unknown", text="too few times, or too many both ways, to tell the direction"))
        return "manual"
    evidence = f"{found.agree} step{'' if found.agree == 1 else 's'} of clock and calendar against {found.disagree}"
    notes.append(Note(code="order-inferred", text=f"{found.order}, by {evidence}"))
    return found.order


def _heading_below(segments: Segments, dates: Sequence[date | None], notes: list[Note]) -> date | None:
    """Return the date of a heading that stands below all entries, where none stands above any."""
    if not dates or any(draft.heading is not None for draft in segments.drafts):
        return None
    line = segments.headings[0].number
    notes.append(
        Note(code="date-inferred", line=line, text="the day is printed below the entries that it belongs to")
    )
    return dates[0]


def _title(introduction: list[Row], given: str | None, dating: Dating) -> tuple[str | None, list[Row]]:
    """Return the title, and the introduction without it: a first line like a headline is the title."""
    if given is not None or not introduction or not is_headline_like(introduction[0].text.lstrip(_MARKDOWN_HEADING)):
        return given, introduction
    row = introduction[0]
    title = row.text.lstrip(_MARKDOWN_HEADING)
    dating.note("title-inferred", f"{row.text} is the first line, and reads like a title", row.number)
    return title, introduction[1:]


def _entries(drafts: list[Draft], times: list[Moment | None], dates: Sequence[date | None]) -> list[Entry]:
    """Return the entries that drafts are; these are let go one by one, for both together fill the memory."""
    found = []
    drafts.reverse()
    for time in times:
        draft = drafts.pop()
        day = None
        if draft.heading is not None and (time is None or time.value is None):
            day = dates[draft.heading]
        headline = without_frame(draft.headline) if draft.headline else None
        first, last = draft.lines
        found.append(ready.entry(headline, _blocks(draft.body), time, day, ready.lines(first, last)))
    return found


def _blocks(texts: Sequence[str]) -> tuple[Block, ...]:
    """Return paragraphs, and lists where at least two lines in a row begin with a bullet, or count from 1."""
    if len(texts) < 2 or len([text for text in texts if not text[0].isalpha()]) < 2:
        return tuple(map(ready.paragraph, texts))
    blocks: list[Block] = []
    for kind, run in groupby(texts, key=_kind_of_bullet):
        items = list(run)
        ordered = kind in _NUMBERED
        if kind is not None and len(items) > 1 and (not ordered or _counts(items)):
            blocks.append(ListBlock([without_bullet(item) for item in items], ordered=ordered))
        else:
            blocks += map(ready.paragraph, items)
    return tuple(blocks)


def _kind_of_bullet(text: str) -> str | None:
    """Return the mark that a list item begins with, of a number what ends it; None for running text.

    A dash is none: with it begin the lines of a dialogue. Nor is a number in the first cell of a table: `1. | Ada`.
    """
    mark = bullet(text)
    is_none = mark is None or mark in _DASHES or without_bullet(text).startswith(_CELL)
    return None if is_none or mark is None else mark[-1]


def _counts(items: Sequence[str]) -> bool:
    """Tell whether the numbers of list items are their places, which the model keeps, and nothing of their texts.

    Minutes of play, ranks that count down and days of a month are facts. So is `1. November`, in any language.
    """
    if any(bullet(item) != f"{place}{item[len(str(place))]}" for place, item in enumerate(items, start=1)):
        return False
    words = {fold(word[0]) for item in items if (word := LETTERS.match(without_bullet(item)))}
    return not any(words & names(language).months.keys() for language in LANGUAGES)
