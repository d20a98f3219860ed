"""Every line of the source, with the readings it allows."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from itertools import islice, pairwise

from attrs import define, evolve

from .counters import LONGEST_ALONE, counter, has_numbers, minute_alone, numbered_minute, state
from .days import LONGEST, LONGEST_BARE, Day, DayReader
from .figures import times_in_figures
from .label import Label, Labelled, spoken_label
from .labels import BEFORE_A_CLOCK, NEAR, LabelReader
from .relative import relative_end
from .shape import DIGIT, ends_like_a_sentence
from .source import Line

_FEW = 3  # times at the beginning of lines are no habit of a text
_NEAR = 24  # characters
# A word and an hour alone, set off from the text.
_HOUR = re.compile(r"[^\d]+\d\d?(?=\s?[:|–—-]\s)")
_FEWEST = 2  # times in figures beside one in words, clocks beside minutes
_STATES_IN_SHORT = frozenset(("FT", "HT", "KO"))


@define(eq=False, weakref_slot=False)
class Row:
    """A line, by its number and text, and what it may be: a day heading, a labelled line, or (neither) plain text.

    `rest` is the text of a labelled line without its label; `beside` are the lines directly above or below a label
    that tell its time once more, as `2h ago` does. A line that is `running` text is never anything else, nor a
    headline, whatever it looks like.
    """

    number: int
    text: str
    day: Day | None = None
    label: Label | None = None
    rest: str = ""
    beside: tuple[Line, ...] = ()
    running: bool = False

    @property
    def plain(self) -> bool:
        """True for text that is neither heading nor label."""
        return self.day is None and self.label is None

    @property
    def alone(self) -> bool:
        """True for a label with no text on its line but a name."""
        return self.label is not None and (not self.rest or self.label.named)

    def read_as(self, labelled: Labelled | None) -> "Row":
        """Return the line with a label and what follows that; as plain text without one."""
        return Row(self.number, self.text, None, *(labelled or (None, "")))


def rows(lines: Iterable[Line], days: DayReader, running: Set[int] = frozenset()) -> list[Row]:
    """Return each line with its readings; a line that is a whole date is never also a label.

    `running` are the numbers of lines that are known to be running text.
    """
    labels = LabelReader(days)
    read_day, read_label, recall = days.read, labels.read, labels.recall
    has_digit, begins = DIGIT.search, labels.beginnings
    found: list[Row] = []
    short: list[int] = []
    spoken: list[int] = []
    for number, text in lines:
        if number in running:
            found.append(Row(number, text, running=True))
            continue
        if len(text) <= LONGEST_BARE:
            short.append(len(found))
        is_spoken, is_text = begins[text.partition(" ")[0]]
        if is_spoken:
            spoken.append(len(found))
        if is_text:
            found.append(Row(number, text))
        elif (labelled := recall(text)) is not None:
            found.append(Row(number, text, None, *labelled))
        elif not has_digit(text, 0, NEAR):
            found.append(Row(number, text))
        elif (day := read_day(text)) is not None:
            found.append(Row(number, text, day))
        else:
            labelled = read_label(text)
            found.append(Row(number, text) if labelled is None else Row(number, text, None, *labelled))
    _read_counted(found, days)
    _label_hours(found, labels)
    count = len([*islice((row for row in found if row.label is not None), _FEW)])
    if spoken and count >= _FEWEST:
        _label(found, spoken, spoken_label)
    if count < _FEW:
        behind = [at for at, row in enumerate(found) if has_digit(row.text, 0, _NEAR)]
        _label(found, behind, labels.read_behind_a_day)
        _label_behind_words(found, behind, labels)
    _read_bare(found, short, days)
    return found


def has_sentence(rows: Iterable[Row]) -> bool:
    """Tell whether some line ends like a sentence."""
    return any(ends_like_a_sentence(row.text) for row in rows)


def _read_counted(rows: list[Row], days: DayReader) -> None:
    """Give the rows that count a day of something before its date, `Third day of the trial: …`, the days they are."""
    for row in rows:
        if len(row.text) <= LONGEST and row.plain and not row.running and DIGIT.search(row.text):
            row.day = days.read(row.text)


def _read_bare(rows: list[Row], places: Iterable[int], days: DayReader) -> None:
    """Give the rows at these places that may be headings such as `Tuesday` and `Today` the days that they are."""
    for index in places:
        if _may_be_bare(rows, index):
            rows[index].day = days.read_bare(rows[index].text)


def _label(rows: list[Row], places: Iterable[int], read: Callable[[str], Labelled | None]) -> None:
    """Give the rows at these places that are plain text the labels that `read` finds in them."""
    for index in places:
        row = rows[index]
        if row.plain and not row.running and (labelled := read(row.text)) is not None:
            rows[index] = row.read_as(labelled)


def _label_hours(rows: list[Row], labels: LabelReader) -> None:
    """Give rows such as `Ore 11 – …` their labels, where several begin with that word and a whole clock."""
    told = (row.label.text for row in rows if row.label is not None and row.label.text[0].isalpha())
    words = Counter(text[: digit.start()] for text in told if (digit := DIGIT.search(text)))
    usual = tuple(word for word, count in words.items() if count >= _FEW and _introduces_clock(word))

    def read(text: str) -> Labelled | None:
        hour = _HOUR.match(text)
        label, rest = (labels.read(f"{hour[0]}.00{text[hour.end() :]}") if hour else None) or (None, "")
        if label is None or label.clock is None:
            return None
        return evolve(label, text=text.removesuffix(rest).rstrip()), rest

    if usual:
        _label(rows, [at for at, row in enumerate(rows) if row.text.startswith(usual)], read)


def _introduces_clock(text: str) -> bool:
    """Tell whether a text ends with a word that stands in front of a clock, such as `Ore` and `A las`."""
    words = text.casefold().rstrip(" .:").split(" ")
    return not BEFORE_A_CLOCK.isdisjoint((words[-1], " ".join(words[-2:])))


def _label_behind_words(rows: list[Row], places: Sequence[int], labels: LabelReader) -> None:
    """Give the rows at these places the labels in brackets behind words, where several of them tell of an update.

    Then others, such as `Correction (8:15 p.m. Tuesday):`, are labels as well; a list of events has none that does.
    """
    found = {at: labels.read_behind_words(rows[at].text) for at in places if rows[at].plain and not rows[at].running}
    if sum(labelled is not None and labelled[0].said for labelled in found.values()) >= _FEWEST:
        for at, labelled in found.items():
            if labelled is not None:
                rows[at] = rows[at].read_as((evolve(labelled[0], said=False), labelled[1]))


def _may_be_bare(rows: Sequence[Row], index: int) -> bool:
    """Tell whether a label follows a short line, or a headline and then a label: it may be `Tuesday` or `Today`."""
    row = rows[index]
    if not row.plain or index + 1 == len(rows):
        return False
    after = rows[index + 1]
    return after.label is not None or (after.plain and index + 2 < len(rows) and rows[index + 2].alone)


def trailing(rows: Iterable[Row], days: DayReader) -> list[Row]:
    """Return the rows with the times at the ends of lines as labels, instead of those at their beginning.

    Where the same words stand before all of them, as in `(AFP) 14:05`, these are who wrote, and no text.
    """
    found = otherwise(rows, LabelReader(days).read_trailing)
    labels = [row for row in found if row.label is not None]
    if len(labels) < _FEW or len({row.rest for row in labels}) > 1 or ends_like_a_sentence(labels[0].rest):
        return found
    return [evolve(row, label=evolve(row.label, named=True)) if row.label else row for row in found]


def counted(rows: list[Row]) -> list[Row]:
    """Return the rows with minutes and balls of play as labels, instead of times, but not with `5 minutes ago`."""
    numbered = has_numbers(row.text for row in rows)

    def read(text: str) -> Labelled | None:
        found = counter(text) or (numbered_minute(text) if numbered else None)
        return None if found and relative_end(text) else found

    return _with_states(otherwise(rows, read))


def _with_states(rows: list[Row]) -> list[Row]:
    """Return the rows with states of play such as `HT` as labels, each of the minute that stands next to it.

    Right below or above a minute that stands alone such a word is a headline; without any minute it is text.
    """
    minute = next((row.label.minutes for row in rows if row.label is not None), None)
    if minute is None:
        return rows
    found = list(rows)
    for at, row in enumerate(rows):
        if row.label is not None:
            minute = row.label.minutes
        elif (
            row.plain
            and not row.running
            and not any(near.alone for near in (*rows[at - 1 : at], *rows[at + 1 : at + 2]))
        ):
            found[at] = row.read_as(state(row.text, minute))
    return found


def beside_minutes(rows: list[Row]) -> list[Row]:
    """Return the rows in which clocks with a minute or state of play, as in `16:46 88'`, are labels with no text."""
    short = [(at, row) for at, row in enumerate(rows) if 0 < len(row.rest) <= LONGEST_ALONE]
    minutes = [one for one in short if minute_alone(one[1].rest) is not None]
    if len(minutes) < _FEWEST:
        return rows
    found = list(rows)
    for at, row in (*minutes, *(one for one in short if one[1].rest in _STATES_IN_SHORT)):
        found[at] = evolve(row, label=row.label and evolve(row.label, text=row.text, strong=True), rest="")
    return found


def with_minutes(rows: list[Row]) -> list[Row]:
    """Return the rows with minutes of play as labels that stand alone in their lines, beside clocks of other entries.

    They run one way, each above a sentence, with no clock among them. For their order they count from the last clock
    before them.
    """
    short = (at for at, row in enumerate(rows) if len(row.text) <= LONGEST_ALONE and row.plain and not row.running)
    minutes = {at: label for at in short if (label := minute_alone(rows[at].text)) is not None}
    clocks = [at for at, row in enumerate(rows) if row.label is not None] if len(minutes) >= _FEW else []
    places, told = [*minutes], [label.minutes for label in minutes.values()]
    if len(clocks) < _FEWEST or not all(has_sentence(rows[one + 1 : other]) for one, other in pairwise(places)):
        return rows
    above, below = bisect_left(clocks, places[0]), bisect_left(clocks, places[-1])
    is_newest_first = told == sorted(told, reverse=True)
    if above != below or not (is_newest_first or told == sorted(told)):
        return rows
    before = clocks[below : below + 1] if is_newest_first else clocks[:above][-1:]
    since = sum(label.minutes for at in before if (label := rows[at].label))
    found = list(rows)
    for at, label in minutes.items():
        found[at] = rows[at].read_as((evolve(label, minute=since + label.minutes), ""))
    return found


def in_figures(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with times in four figures such as `1832:` as labels, instead of other times."""
    plain = ["" if row.day or row.running else row.text for row in rows]
    found = times_in_figures(plain, max((row.day.year for row in rows if row.day and row.day.year), default=None))
    return [row.read_as(found.get(at)) if plain[at] else row for at, row in enumerate(rows)]


def without_stray_dates(rows: list[Row]) -> list[Row]:
    """Return the rows without headings of other years that no label follows: a date in a line of its own is text."""
    headings = [(index, row.day.year) for index, row in enumerate(rows) if row.day is not None]
    if len({year for _, year in headings} - {None}) < 2:
        return rows
    followed = (year for index, year in headings if rows[index + 1 : index + 2] and rows[index + 1].label is not None)
    years = Counter(year for year in followed if year)
    if not years:
        return rows
    usual, _ = years.most_common(1)[0]
    found = list(rows)
    for index, year in headings:
        if year and year not in years and abs(year - usual) > 1:
            found[index] = rows[index].read_as(None)
    return found


def otherwise(rows: Iterable[Row], read: Callable[[str], Labelled | None]) -> list[Row]:
    """Return the rows with what `read` finds in each line as its label; headings of days stay."""
    return [row if row.day or row.running else row.read_as(read(row.text)) for row in rows]
