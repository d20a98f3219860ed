"""From rows to drafts of entries: where each begins, what heads it, what belongs to it."""

from collections.abc import Sequence

from .closing import cut_above
from .drafts import Draft, Segments
from .habits import Habits
from .label import prose_time
from .layout import ABOVE, BYLINE_ABOVE, BYLINE_BELOW, HEADLINE_AND_BYLINE_ABOVE
from .relative import is_relative
from .rows import Row, has_sentence
from .shape import (
    FINAL,
    LONGEST_HEADLINE,
    announces,
    bullet,
    ends_like_a_sentence,
    heads_below,
    is_abbreviated_headline,
    is_byline,
    is_headline_like,
    is_question,
)

_WORDS_OF_A_TOPIC, _WORDS_OF_A_RUBRIC = 2, 3


def segment(rows: Sequence[Row], habits: Habits) -> Segments:
    """Return the segments of a text with these habits; every row is in exactly one of them."""
    return cut_above(rows) if habits.labels_below else _with_lead(_Cutter(rows, habits).cut())


def _with_lead(segments: Segments) -> Segments:
    """Return segments with lines as part of the introduction that stand between the first day and the first time.

    These are of the page, such as who wrote it or a list of what happened, where no sentence is among them, and the
    day is one and the same.
    """
    first = next((place for place, draft in enumerate(segments.drafts) if draft.label), 0)
    lead = [row for draft in segments.drafts[:first] for row in draft.rows]
    heading = segments.drafts[first].heading if lead else None
    if heading is None or has_sentence(lead):
        return segments
    if len({row.day.text for row in segments.headings[: heading + 1] if row.day}) > 1:
        return segments
    return Segments([*segments.introduction, *lead], segments.drafts[first:], segments.headings)


class _Cutter:
    """Walks down the rows and opens a draft wherever a label, a headline or a prose time stands."""

    def __init__(self, rows: Sequence[Row], habits: Habits) -> None:
        self._rows = rows
        self._habits = habits
        self._segments = Segments([], [], [])
        self._heading: int | None = None
        self._current: Draft | None = None
        self._prose_may_open = False
        rubrics = {row.number for row in rows if row.rest and _is_rubric(row.rest)}
        self._rubrics = rubrics if any(row.rest and not row.rest.isupper() for row in rows) else frozenset()

    def cut(self) -> Segments:
        """Return every row in its segment."""
        index, rows, asks = 0, self._rows, self._habits.layout is ABOVE
        while index < len(rows):
            row = rows[index]
            if row.label is not None:
                self._open_label(row, index, [row], None)
            elif row.day is not None:
                self._open_day(row)
            elif (row.text[-1] not in FINAL or (asks and self._asks_above(index))) and self._heads_an_entry(index):
                index += self._open_headline(row, index) - 1
            else:
                self._text(row, index)
            index += 1
        return self._segments

    def _open_day(self, row: Row) -> None:
        self._segments.headings.append(row)
        self._heading = len(self._segments.headings) - 1
        self._current = None
        self._prose_may_open = True

    def _row(self, index: int) -> Row | None:
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def _open(self, draft: Draft) -> None:
        self._segments.drafts.append(draft)
        self._current = draft

    def _open_label(self, row: Row, index: int, rows: list[Row], headline: str | None) -> None:
        """Open the draft of a labelled row, of which `index` is the place."""
        draft = Draft(rows, self._heading, row.label, None, headline, [])
        if row.rest:
            if headline is None and not row.alone and self._rest_is_headline(row, index):
                draft.headline = row.rest
            else:
                draft.body.append(row.rest)
        self._open(draft)
        self._prose_may_open = False

    def _rest_is_headline(self, row: Row, index: int) -> bool:
        """Decide whether what follows a label on its line heads the entry or begins it."""
        if row.running or (row.label is not None and row.label.reading == "counter"):
            return False
        if self._is_tagged(row) and self._has_headline_below(index):
            return False
        if row.number in self._habits.broken:
            return False
        if is_headline_like(row.rest, words=1):
            return self._habits.headline_beside or self._is_followed(index)
        ended = (self._habits.headline_beside or row.rest.isupper()) and (
            is_question(row.rest) or is_abbreviated_headline(row.rest)
        )
        return ended and self._is_followed(index)

    def _has_headline_below(self, index: int) -> bool:
        """Tell whether a headline and text stand under a labelled row."""
        first, second = self._row(index + 1), self._row(index + 2)
        if first is None or second is None or not (first.plain and second.plain):
            return False
        return heads_below(first.text)

    def _is_followed(self, index: int) -> bool:
        """Tell whether text stands under a labelled row that is no entry's headline."""
        after = self._row(index + 1)
        return after is not None and after.plain and not self._heads_an_entry(index + 1)

    def _heads_an_entry(self, index: int) -> bool:
        """Decide whether a plain row is a headline that opens an entry: it heads a paragraph or a label."""
        row, before, after = self._rows[index], self._row(index - 1), self._row(index + 1)
        if after is None or not row.plain or row.running or (row.text[-1] in FINAL and not self._asks_above(index)):
            return False
        if (above := self._stands_above(index, after)) is not None:
            return above
        if not self._habits.loose_headlines or before is None or not is_headline_like(row.text):
            return False
        if is_relative(row.text) or is_byline(row.text, named=False) or _in_a_list(before) or before.alone:
            return False
        if after.label is not None:
            return after.label.reading != "counter" and not (
                self._habits.headline_beside and is_headline_like(after.rest)
            )
        asks = self._asks_above(index + 1)
        return after.plain and not (asks or is_headline_like(after.text) or bullet(after.text))

    def _asks_above(self, index: int) -> bool:
        """Tell whether a row is a question where the text has its headlines, above labels that stand alone."""
        if self._habits.layout is not ABOVE:
            return False
        after = self._row(index + 1)
        return after is not None and after.alone and is_question(self._rows[index].text)

    def _stands_above(self, index: int, after: Row) -> bool | None:
        """Decide whether a row is a headline by where the text has its headlines; None where it has no such habit."""
        text = self._rows[index].text
        if self._has_byline(index):
            return is_headline_like(text)
        if after.alone and self._habits.layout is not None:
            is_headed = self._habits.layout.above != ""
            return is_headed and (is_headline_like(text, words=1) or self._asks_above(index))
        above_text = self._habits.headlines_above_text
        if after.label is not None and (above_text is not None or self._habits.layout is ABOVE):
            return above_text is not False and is_headline_like(text, words=1)
        return None

    def _has_byline(self, index: int) -> bool:
        """Tell whether a byline and then a label stand under a row, as they do throughout the text."""
        byline, label = self._row(index + 1), self._row(index + 2)
        if self._habits.layout is not HEADLINE_AND_BYLINE_ABOVE or byline is None or label is None:
            return False
        return label.alone and byline.plain and is_byline(byline.text)

    def _open_headline(self, row: Row, index: int) -> int:
        after = self._rows[index + 1]
        if self._has_byline(index):
            label = self._rows[index + 2]
            self._open_label(label, index + 2, [row, after, label], row.text)
            self._segments.drafts[-1].body.append(after.text)
            return 3
        if after.alone and self._habits.layout is BYLINE_ABOVE:
            self._open_label(after, index + 1, [row, after], None)
            self._segments.drafts[-1].body.append(row.text)
            return 2
        if after.label is not None:
            self._open_label(after, index + 1, [row, after], row.text)
            return 2
        self._open(Draft([row], self._heading, None, None, row.text, []))
        self._prose_may_open = False
        return 1

    def _text(self, row: Row, index: int) -> None:
        """Add a paragraph to what stands open; a prose time directly under a day heading opens an entry."""
        text, draft = row.text, self._current
        prose = prose_time(text) if self._prose_may_open and not row.running else None
        if prose is not None or (draft is None and self._heading is not None):
            self._open(Draft([row], self._heading, None, prose, None, [text]))
            self._prose_may_open = prose is not None
        elif draft is None:
            self._segments.introduction.append(row)
        else:
            draft.rows.append(row)
            if draft.label is not None and draft.headline is None and self._heads_its_label(draft, index):
                draft.headline = text
            else:
                draft.body.append(text)

    def _heads_its_label(self, draft: Draft, index: int) -> bool:
        """Decide whether the line under a label that stands alone is its headline: a paragraph follows."""
        if not self._may_be_headed(draft, index) or self._stands_above_headline(index):
            return False
        row, after = self._rows[index], self._row(index + 1)
        text = row.text
        if row.running or after is None or not after.plain or row.number in self._habits.broken:
            return False
        if row.number in self._habits.bylines or is_byline(text, named=False):
            return False
        if heads_below(text):
            return True
        said = self._row(index + 2)  # below a byline; what ends like a sentence may head that as well
        is_credited = said is not None and said.plain and is_byline(after.text, named=False)
        return self._habits.headlines_below and (is_question(text) or (is_credited and len(text) <= LONGEST_HEADLINE))

    def _stands_above_headline(self, index: int) -> bool:
        """Tell whether a line is a topic above a headline and a sentence: one word, or a rubric in capitals.

        It may be of two words where `By` follows the headline.
        """
        own = self._rows[index].text
        words = own.count(" ") + 1
        if not self._habits.headlines_below or (words > _WORDS_OF_A_TOPIC and not _is_rubric(own)):
            return False
        below = self._rows[index + 1 : index + 3]
        if len(below) < 2 or not all(row.plain for row in below):
            return False
        text, last = (row.text for row in below)
        more = text.count(" ") + 1
        if words <= _WORDS_OF_A_TOPIC and words < more and is_byline(last, named=False):
            return not is_byline(text, named=False) and (heads_below(text) or is_question(text))
        is_topic = words == 1 < more or (_is_rubric(own) and not text.isupper())
        return is_topic and ends_like_a_sentence(last) and heads_below(text) and not is_byline(text)

    def _may_be_headed(self, draft: Draft, index: int) -> bool:
        """Tell whether a headline may still follow a label: nothing, a tag or topic, or bylines stand under it."""
        above = draft.rows[-1 - len(draft.body) : -1]
        named = draft.label is not None and draft.label.named
        if named or self._habits.layout is BYLINE_BELOW:
            if not above or not (named or is_byline(draft.body[0])):
                return False
            del above[0]
        if len(above) == 1 and self._stands_above_headline(index - 1):
            return True
        return all(row.number in self._habits.bylines or self._is_tagged(row) for row in above)

    def _is_tagged(self, row: Row) -> bool:
        """Tell whether a tag such as `Alert` stands beside a label, where most stand alone above a headline.

        So does a rubric in capitals, where other labels have other words beside them.
        """
        if self._habits.headlines_below:
            return row.label is not None and is_headline_like(row.rest, words=1)
        return row.number in self._rubrics


def _is_rubric(text: str) -> bool:
    """Tell whether a line is a word or three in capitals: `ALERTE INFO`."""
    return text.isupper() and text.count(" ") < _WORDS_OF_A_RUBRIC and is_headline_like(text, words=1)


def _in_a_list(before: Row) -> bool:
    """Tell whether the row before is such that a short line after it goes on with it, a list or an announcement."""
    text = before.text if before.plain else before.rest
    goes_on = announces(text) or text[-1:] == "," or bullet(text) is not None
    return bool(text) and (goes_on or not ends_like_a_sentence(text))
