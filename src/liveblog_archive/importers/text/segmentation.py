"""From rows to drafts of entries: where each begins, what heads it, what belongs to it."""

from collections.abc import Sequence

from attrs import Factory, define

from .habits import Habits
from .labels import Label
from .prose import ProseTime, prose_time
from .rows import Row
from .shape import bullet, ends_like_a_sentence, is_headline_like

_LONGEST_QUESTION = 120


@define
class Draft:
    """An entry in the making: its lines, what opened it, and the day heading that it stands under (an index)."""

    rows: list[Row]
    heading: int | None
    label: Label | None = None
    prose: ProseTime | None = None
    headline: str | None = None
    body: list[str] = Factory(list)

    @property
    def first(self) -> int:
        """The number of its first line."""
        return self.rows[0].line.number

    @property
    def last(self) -> int:
        """The number of its last line."""
        return self.rows[-1].line.number


@define
class Segments:
    """A text cut up: introduction, drafts in source order, and the day headings (their rows)."""

    introduction: list[Row]
    drafts: list[Draft]
    headings: list[Row]


def segment(rows: Sequence[Row], habits: Habits) -> Segments:
    """Return the segments of a text with these habits; every row is in exactly one of them."""
    return _labels_below(rows) if habits.labels_below else _Cutter(rows, habits).cut()


class _Cutter:
    """Walks down the rows and opens a draft wherever a label, a headline or a prose time stands."""

    def __init__(self, rows: Sequence[Row], habits: Habits) -> None:
        self._rows = rows
        self._habits = habits
        self._segments = Segments([], [], [])
        self._heading: int | None = None
        self._current: Draft | None = None
        self._prose_may_open = False

    def cut(self) -> Segments:
        """Return every row in its segment."""
        index = 0
        while index < len(self._rows):
            index += self._take(index)
        return self._segments

    def _take(self, index: int) -> int:
        """Put the row at `index` where it belongs; return how many rows that took."""
        row = self._rows[index]
        if row.day is not None:
            self._segments.headings.append(row)
            self._heading = len(self._segments.headings) - 1
            self._current = None
            self._prose_may_open = True
            return 1
        if row.label is not None:
            self._open_label(row, index, [row], None)
            return 1
        if self._heads_an_entry(index):
            return self._open_headline(row, index)
        self._text(row, index)
        return 1

    def _row(self, index: int) -> Row | None:
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def _open(self, draft: Draft) -> None:
        self._segments.drafts.append(draft)
        self._current = draft

    def _open_label(self, row: Row, index: int, rows: list[Row], headline: str | None) -> None:
        label = row.label
        draft = Draft(rows, self._heading, label, headline=headline)
        if label is not None and label.rest:
            if headline is None and self._rest_is_headline(label.rest, index):
                draft.headline = label.rest
            else:
                draft.body.append(label.rest)
        self._open(draft)
        self._prose_may_open = False

    def _rest_is_headline(self, rest: str, index: int) -> bool:
        """Decide whether what follows a label on its line heads the entry or begins it."""
        after = self._row(index + 1)
        followed = after is not None and after.plain and not self._heads_an_entry(index + 1)
        if not self._habits.headline_beside:
            return followed and is_headline_like(rest)
        question = rest[-1:] in "?!" and len(rest) <= _LONGEST_QUESTION and followed
        return question or is_headline_like(rest)

    def _heads_an_entry(self, index: int) -> bool:
        """Decide whether a plain row is a headline that opens an entry: it heads a paragraph or a label."""
        row, before, after = self._rows[index], self._row(index - 1), self._row(index + 1)
        if not self._habits.loose_headlines or before is None or after is None or not row.plain:
            return False
        if after.label is not None and not after.label.rest and self._habits.headlines_above is not None:
            return self._habits.headlines_above and is_headline_like(row.line.text)
        if not is_headline_like(row.line.text) or _in_a_list(before) or (before.label and not before.label.rest):
            return False
        if after.label is not None:
            return not (self._habits.headline_beside and is_headline_like(after.label.rest))
        return after.plain and not is_headline_like(after.line.text) and not bullet(after.line.text)

    def _open_headline(self, row: Row, index: int) -> int:
        after = self._rows[index + 1]
        if after.label is not None:
            self._open_label(after, index + 1, [row, after], row.line.text)
            return 2
        self._open(Draft([row], self._heading, headline=row.line.text))
        self._prose_may_open = False
        return 1

    def _text(self, row: Row, index: int) -> None:
        """Add a paragraph to what stands open; a prose time directly under a day heading opens an entry."""
        prose = prose_time(row.line.text) if self._prose_may_open else None
        if prose is not None or (self._current is None and self._heading is not None):
            self._open(Draft([row], self._heading, prose=prose, body=[row.line.text]))
            self._prose_may_open = prose is not None
            return
        draft = self._current
        if draft is None:
            self._segments.introduction.append(row)
            return
        draft.rows.append(row)
        text = row.line.text
        if draft.headline is None and not draft.body and draft.label and self._heads_its_label(index):
            draft.headline = text
        else:
            draft.body.append(text)

    def _heads_its_label(self, index: int) -> bool:
        """Decide whether the line under a label that stands alone is its headline: a paragraph follows."""
        after = self._row(index + 1)
        return is_headline_like(self._rows[index].line.text) and after is not None and after.plain


def _in_a_list(before: Row) -> bool:
    """Tell whether the row before is such that a short line after it continues a list or an announcement."""
    if not before.plain:
        return False
    text = before.line.text
    return text.endswith((":", "：")) or bullet(text) is not None or not ends_like_a_sentence(text)


def _labels_below(rows: Sequence[Row]) -> Segments:
    """Cut a text whose labels close their entries; what follows the last label is a draft without one."""
    segments = Segments([], [], [])
    heading: int | None = None
    waiting: list[Row] = []
    for row in rows:
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
    return segments


def _leave(segments: Segments, rows: list[Row], heading: int | None) -> None:
    """Put text that no label closes where it belongs: the introduction at the beginning, else an untimed draft."""
    if rows and not segments.drafts and heading is None:
        segments.introduction += rows
    elif rows:
        segments.drafts.append(_closed(rows, None, heading))


def _closed(rows: list[Row], label: Label | None, heading: int | None) -> Draft:
    texts = [text for row in rows if (text := row.label.rest if row.label else row.line.text)]
    headline = texts.pop(0) if len(texts) > 1 and is_headline_like(texts[0]) else None
    return Draft(rows, heading, label, headline=headline, body=texts)


def _split_introduction(segments: Segments) -> None:
    """Take the introduction off the first draft where every other draft begins with a headline and it does not."""
    first, *others = segments.drafts or [Draft([], None)]
    if first.headline or not others or not all(draft.headline for draft in others):
        return
    cut = next((i for i, row in enumerate(first.rows[:-1]) if _heads(row, first.rows[i + 1])), 0)
    if cut:
        segments.introduction += first.rows[:cut]
        segments.drafts[0] = _closed(first.rows[cut:], first.label, first.heading)


def _heads(row: Row, after: Row) -> bool:
    """Tell whether a line reads like the headline of the text that follows it."""
    followed = after.plain or (after.label is not None and bool(after.label.rest))
    return row.plain and followed and is_headline_like(row.line.text)
