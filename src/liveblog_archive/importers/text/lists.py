"""Lists of times that are no entries: a table of contents above the entries, a timetable inside one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from attrs import define

from ..page_words import says_summary
from .direction import steps
from .label import Label
from .rows import Row
from .shape import announces

_HOUR = 60
_HALF_A_DAY = 12 * _HOUR
_OUT_OF_ORDER = 3
_USUAL = 0.8
_MOST_ABOVE = 3  # times of the page itself


@define(eq=False, weakref_slot=False)
class Mark:
    """A label of a reading: its row, how many day headings stand above it, and whether it stands alone there."""

    row: int
    label: Label
    section: int
    alone: bool


def contents(rows: Sequence[Row], marks: Sequence[Mark]) -> list[Mark]:
    """Return the labels at the top of a text, two or more, that stand below again with the same first words and more.

    They stand above all day headings, or under the same one as the entries. Above them may stand when the page was
    written and changed.
    """
    start = _first_again(rows, marks)
    if start is None:
        return []
    marks = marks[start:]
    keys = [(mark.label.minutes, _first_words(rows, mark.row)) for mark in marks]
    last = {key: place for place, key in enumerate(keys)}

    def listed(place: int) -> bool:
        again = last[keys[place]]
        together = marks[place].section in (0, marks[again].section)
        return bool(keys[place][1]) and again > place and together

    length = next((place for place in range(len(marks)) if not listed(place)), 0)
    more = any(
        _lines(marks, last[keys[place]], len(rows)) > _lines(marks, place, len(rows)) for place in range(length)
    )
    return list(marks[:length]) if length > 1 and more else []


def _first_again(rows: Sequence[Row], marks: Sequence[Mark]) -> int | None:
    """Return the place of the first of the labels at the top that stands again below, with the same first words."""
    clocks = {mark.label.minutes for mark in marks[:_MOST_ABOVE]}
    keys = [(mark.label.minutes, _first_words(rows, mark.row)) for mark in marks if mark.label.minutes in clocks]
    early = keys[: len(marks[:_MOST_ABOVE])]
    return next((place for place, key in enumerate(early) if key in keys[place + 1 :]), None)


def _lines(marks: Sequence[Mark], place: int, end: int) -> int:
    """Return how many lines there are from one label to the next."""
    return (marks[place + 1].row if place + 1 < len(marks) else end) - marks[place].row


def _first_words(rows: Sequence[Row], index: int) -> str:
    row = rows[index]
    if row.rest:
        return row.rest
    after = rows[index + 1] if index + 1 < len(rows) else None
    return after.text if after is not None and after.plain else ""


def announced_beside(rows: Sequence[Row], marks: Sequence[Mark]) -> list[Mark]:
    """Return the labels of lists that the line of a label announces, as `18:00 Summary:` does.

    So the hours of a day are summed up, from the first on, where the newest stand first; small steps may be slips.
    """
    places = [place for place, mark in enumerate(marks) if announces(rows[mark.row].rest)]
    against_forward, against_backward = disorder(marks) if places else (0, 0)
    lists = ([*_ahead_below(marks, place)] for place in places if against_forward > against_backward)
    return [mark for run in lists if _OUT_OF_ORDER * disorder(run)[1] > len(run) for mark in run]


def _ahead_below(marks: Sequence[Mark], place: int) -> Iterator[Mark]:
    """Yield the labels in the lines right below that of one, as long as their clocks go on."""
    for at in range(place + 1, len(marks)):
        one, other = marks[at - 1 : at + 1]
        if other.row != one.row + 1 or (at > place + 1 and other.label.minutes <= one.label.minutes):
            return
        yield other


def lists_of_times(rows: Sequence[Row], marks: Sequence[Mark]) -> list[Mark]:
    """Return the labels that stand line under line and are a list: announced, out of order, or repeated below.

    Where most entries have text under their labels, lines without any speak for a list; that alone is not enough.
    """
    runs = [run for run in _runs(marks) if len(run) < len(marks)]
    bodied = {mark.row for mark in marks if mark.row + 1 < len(rows) and rows[mark.row + 1].plain} if runs else set()
    if not bodied:
        return []
    text = _Text(rows, marks, bodied, Counter(mark.label.minutes for mark in marks))
    sign = text.direction()
    dropped: list[Mark] = []
    for run in runs:
        dropped += text.worst_part(run, sign)
    return dropped


def _runs(marks: Sequence[Mark]) -> list[list[int]]:
    """Return the places in `marks` of labels with text beside them that stand in neighbouring lines, two or more."""
    found: list[list[int]] = []
    before = apart = -1
    for place, mark in enumerate(marks):
        if mark.alone:
            continue
        if mark.row - place != apart:
            apart = mark.row - place
        elif found and found[-1][-1] == before:
            found[-1].append(place)
        else:
            found.append([before, place])
        before = place
    return found


class _Text(NamedTuple):
    rows: Sequence[Row]
    marks: Sequence[Mark]
    bodied: set[int]
    clocks: Counter[int]

    def direction(self) -> int:
        """Return 1 for a text that runs forward, -1 for backward, by the labels that have text under them."""
        bodied = [mark for mark in self.marks if mark.row in self.bodied]
        against_forward, against_backward = disorder(bodied if len(bodied) > 1 else self.marks)
        return 1 if against_forward <= against_backward else -1

    def worst_part(self, run: list[int], sign: int) -> list[Mark]:
        """Return the part of a run, with or without its ends, that the text is worth most without."""
        parts = [run[a : len(run) - b] for a in (0, 1) for b in (0, 1)]
        keep, part = min((self._keep(part, sign), part) for part in parts if len(part) > 1)
        return [self.marks[place] for place in part] if keep < 0 else []

    def _keep(self, part: list[int], sign: int) -> float:
        """Return what is gained by keeping the labels of a part: one for each, less the evidence against it."""
        block = [self.marks[place] for place in part]
        bare = len(self.bodied) >= _USUAL * (len(self.marks) - len(block))
        ends = part[-1] + 1 == len(self.marks)  # then what stands below need not belong to the last
        bare = bare and not any(mark.row in self.bodied for mark in (block[:-1] if ends else block))
        against = bare + self._announced(part[0], block)
        if not against:
            return len(block)
        before = self.marks[part[0] - 1 : part[0]] if part[0] else []
        after = self.marks[part[-1] + 1 : part[-1] + 2]
        more = max(disorder([*before, *block, *after])[sign < 0] - disorder([*before, *after])[sign < 0], 0.0)
        against += 2 * (more > 0 and self._repeated(block))
        return len(block) * (1 - against) - _OUT_OF_ORDER * more

    def _announced(self, place: int, block: Sequence[Mark]) -> bool:
        """Tell whether a line inside an entry announces what stands under it, or heads what others tell as well."""
        above = self.rows[self.marks[place].row - 1] if place else None
        if above is None or not above.plain:
            return False
        if announces(above.text):
            return True
        own = Counter(mark.label.minutes for mark in block)
        told = sum(self.clocks[minutes] > count for minutes, count in own.items())
        return 2 * told > len(own) and says_summary(above.text)

    def _repeated(self, block: Sequence[Mark]) -> bool:
        own = Counter(mark.label.minutes for mark in block)
        return len(own) > 1 and all(self.clocks[minutes] > count for minutes, count in own.items())


def disorder(marks: Sequence[Mark]) -> tuple[float, float]:
    """Return how many steps between labels of one day go against forward, and how many against backward.

    A step of less than an hour counts in part, and so does one of many hours: it may lead over midnight.
    """
    good = [mark for mark in marks if mark.label.reading != "impossible"]
    sections = (run for _, run in groupby(good, key=attrgetter("section")))
    sizes = [size for run in sections for size in steps([mark.label for mark in run])]
    return sum(_weight(-size) for size in sizes if size < 0), sum(_weight(size) for size in sizes if size > 0)


def _weight(size: int) -> float:
    return min(size, _HOUR) / _HOUR * (1 - size / _HALF_A_DAY if size <= _HALF_A_DAY else 1)
