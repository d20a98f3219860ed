"""Which of the times in a text are its labels: readings of the whole text, weighed against each other.

A reading is a set of lines that are labels. It is worth a point for every label, and loses points for labels that
stand out of order, or have no text, or are set off unlike most others. Labels of one kind, and lists of times inside
an entry, are taken out where the text is worth more without them. Times at the beginning of lines, at their end, in
four figures, and counts of play are readings; the first is preferred, and the best of the others must be worth far
more.
"""

import re
import unicodedata
from collections.abc import Collection, Sequence
from typing import NamedTuple

from attrs import Factory, define, evolve

from ...errors import amount
from ...model import Note
from ..vocabulary import PUBLISHED, UPDATED, UPDATING
from .ages import beside_ages, with_ages, with_mere_ages
from .bylines import names_after, names_before, senders_above
from .days import DayReader
from .direction import steps, weights
from .joining import joined, with_days
from .label import Label
from .lists import Mark, announced_beside, contents, disorder, lists_of_times
from .relative import relative_label
from .rows import (
    Row,
    beside_minutes,
    counted,
    has_sentence,
    in_figures,
    otherwise,
    trailing,
    with_minutes,
    without_stray_dates,
)
from .shape import announces, ends_like_a_sentence, names_account

# A label out of order costs as much as three are worth, an empty one as much as two.
_OUT_OF_ORDER, _EMPTY = 3, 2
# Labels that are set off unlike the others are a habit only where there is about one to four of those.
_MINORITY, _FEWEST = 0.2, 1.5
_DATED_INSIDE = 0.75
_NEARLY_ALWAYS = 0.8
_FEW, _ROWS_A_LABEL = 3, 5
_FAR_MORE = 2
_LINES_OF_A_POST = 8
_SOON = 5  # minutes: clocks of newsrooms and services differ
_LINES_OF_A_HEAD = 2  # a headline and a time
_WORDS_OF_A_NAME = 3
_CHANGED = re.compile(
    r"stand:|(?:last|latest|page|article|story|zuletzt|letzte|dernière|última|ultim[oa]|laatste?|ostatnia|sist|senast|"
    rf"sidst|последнее|останнє) (?:{UPDATING}|modif|geändert|änderung|gewijzigd|wijziging|endret|ändrad)",
    re.IGNORECASE,
)
_SAID_ABOVE = re.compile(rf"(?:{UPDATED}|{PUBLISHED}):?", re.IGNORECASE)
# `10:26 PM · May 7, 2026`, as posts of social media have it.
_STAMP = re.compile(r"\d\d?[:.]\d\d[^·]{0,9}·")
_NUMBER = re.compile(r"\d+")
_BULLETS = tuple("•▶►◆■▪·>–—-*")


@define
class Reading:
    """Lines that are labels (`marks`), and those that turned out to be none and why (`dropped`)."""

    name: str
    rows: list[Row]
    marks: list[Mark]
    dropped: dict[int, str] = Factory(dict)

    @classmethod
    def of(cls, name: str, rows: list[Row]) -> "Reading":
        """Return the reading in which every line that may be a label is one."""
        marks, section = [], 0
        for index, row in enumerate(rows):
            if row.label is not None:
                marks.append(Mark(index, row.label, section, row.alone))
            elif row.day is not None:
                section += 1
        return cls(name, rows, marks)

    def labels(self) -> set[Label]:
        """Return the labels; one that stands for several lines is there once."""
        return {mark.label for mark in self.marks}

    def drop(self, marks: Sequence[Mark], reason: str) -> None:
        """Take labels out of the reading."""
        if marks:
            self.dropped.update((mark.row, reason) for mark in marks)
            self.marks = [mark for mark in self.marks if mark.row not in self.dropped]


class Choice(NamedTuple):
    """The rows with only those labels that are a habit of the text, the rows that lost theirs, and notes."""

    rows: list[Row]
    rejected: list[Row]
    notes: list[Note]


def choose_labels(rows: list[Row], days: DayReader) -> Choice:
    """Return the reading of the whole text that explains it best."""
    rows = with_minutes(beside_minutes(without_stray_dates(rows)))
    told = joined(with_mere_ages(with_days(beside_ages(rows, days)), days))
    best = _weighed("times before the text", names_after(with_ages(told, days)))
    count = len(best.marks)
    if count < _FEW or count * _ROWS_A_LABEL < len(rows):
        named = _weighed("names and times above the text", names_before(rows, days))
        others = [
            named,
            _weighed("times after the text", trailing(rows, days)),
            _weighed("times in four figures", in_figures(rows)),
        ]
        if count < 2:
            others.append(_weighed("counts of play", counted(rows)))
            others.append(_weighed("relative times", otherwise(rows, relative_label)))
        is_chat = len(named.marks) >= _FEW and senders_above(named.rows)
        other = named if is_chat else max(others, key=worth)
        if worth(other) > _FAR_MORE * max(worth(best), 0):
            beaten = _evidence(best)
            best.drop(best.marks, f"this text sets its entries apart by {other.name}")
            return _chosen(other, best, f"{_evidence(other)}; the runner-up: {beaten}")
    if not best.dropped:
        return Choice(best.rows, [], [])
    more = "1 more line reads" if len(best.dropped) == 1 else f"{len(best.dropped)} more lines read"
    return _chosen(best, None, f"{_evidence(best)}; {more} like one: see label-rejected")


def _evidence(reading: Reading) -> str:
    return f"{reading.name}, {amount(len(reading.marks), 'label', 'labels')} (worth {worth(reading):.1f})"


def _chosen(best: Reading, beaten: Reading | None, evidence: str) -> Choice:
    """Return the rows of a reading; labels that it, or the one that it has beaten, takes out are text, and noted."""
    found: list[Row] = []
    for index, row in enumerate(best.rows):
        if index in best.dropped:
            found += [Row(*line) for line in sorted(((row.number, row.text), *row.beside))]
        else:
            found.append(row)
    dropped = [
        (reading.rows[index], reason)
        for reading in (best, beaten)
        if reading is not None
        for index, reason in sorted(reading.dropped.items())
    ]
    notes = [
        Note(
            code="label-rejected",
            line=row.number,
            text=f"{row.label.text} reads like a time label, but {reason}",
        )
        for row, reason in dropped
        if row.label is not None
    ]
    if notes:
        notes.append(Note(code="labels-inferred", text=evidence))
    return Choice(found, [row for row, _ in dropped], notes)


def _weighed(name: str, rows: list[Row]) -> Reading:
    """Return a reading without the labels that make it worth less."""
    reading = _with_words_given_back(Reading.of(name, rows))
    reading.drop(_of_page(reading), "it says when the page was changed")
    reading.drop(_age_of_page(reading), "one age alone may be that of the page")
    reading.drop(_stamps(reading), "it belongs to a quoted post")
    reading.drop(_sentences(reading), "a sentence goes on from it")
    reading.drop(contents(reading.rows, reading.marks), "it is listed again below, with its text")
    reading.drop(announced_beside(reading.rows, reading.marks), "it stands in a list of times")
    while odd := _odd_kind(reading):
        reading.drop(odd, "this text sets its labels off differently")
    reading.drop(lists_of_times(reading.rows, reading.marks), "it stands in a list of times")
    return reading


def worth(reading: Reading, without: Collection[Mark] = ()) -> float:
    """Return what the labels of a reading, but those `without`, are worth: one each, less what is amiss."""
    gone = {mark.row for mark in without}
    marks = [mark for mark in reading.marks if mark.row not in gone] if gone else reading.marks
    return len(marks) - _OUT_OF_ORDER * min(disorder(marks)) - _EMPTY * _empties(reading.rows, marks)


def _empties(rows: Sequence[Row], marks: Sequence[Mark]) -> int:
    """Return how many labels have no text: none below each, or, if that leaves fewer, none above.

    The first or last line of a text may be what is left of an entry.
    """
    alone = [mark.row for mark in marks if mark.alone]
    kept = {mark.row for mark in marks} if alone else set()

    def empty(index: int) -> bool:
        return 0 <= index < len(rows) and (index in kept or rows[index].day is not None)

    return min(sum(empty(index + 1) for index in alone), sum(empty(index - 1) for index in alone))


# Kinds of labels, and whether a rarer kind is a habit beside the usual one.


class _Kind(NamedTuple):
    """How a label is set off: by punctuation, a word, a bullet, a date, halves of the day, or a line of its own.

    Noon and midnight are the same on both clocks, and 24:00 is printed beside either.
    """

    strong: bool
    said: bool
    bulleted: bool
    dated: bool
    halves: bool | None
    alone: bool


def _kind(label: Label, alone: bool) -> _Kind:
    on_both = label.style == "spoken" or label.hour == 24
    halves = None if on_both else label.style.endswith(("12-hour", "period before"))
    bulleted = label.text.startswith(_BULLETS)
    dated = label.dated and label.style != "relative"
    return _Kind(label.strong, label.said, bulleted, dated, halves, alone)


def _kinds(reading: Reading) -> dict[_Kind, list[Mark]]:
    """Return the labels of each kind; ages above clocks are of none."""
    marks = [mark for mark in reading.marks if mark.label.reading != "relative"] or reading.marks
    known = {label: (_kind(label, alone=False), _kind(label, alone=True)) for label in {m.label for m in marks}}
    found: dict[_Kind, list[Mark]] = {}
    if len({kinds[0] for kinds in known.values()}) < 2 and len({mark.alone for mark in marks}) < 2:
        return found
    for mark in marks:
        found.setdefault(known[mark.label][mark.alone], []).append(mark)
    return found


def _odd_kind(reading: Reading) -> list[Mark]:
    """Return the labels of the kind that the text is worth most without; nothing when each is worth keeping."""
    kinds = _kinds(reading)
    if len(kinds) < 2:
        return []
    usual = max(kinds, key=lambda kind: (len(kinds[kind]), not kind.said, kind.strong, not kind.dated))
    whole = worth(reading)
    least: float = 0
    odd: list[Mark] = []
    for kind, some in kinds.items():
        if kind != usual:
            gain = whole - worth(reading, some) - _strangeness(kind, usual, some, reading.marks)
            if gain < least:
                least, odd = gain, some
    return odd


def _strangeness(kind: _Kind, usual: _Kind, some: Sequence[Mark], marks: Sequence[Mark]) -> float:
    """Return how many labels of a kind it takes to be a habit beside the usual kind.

    A date at the first label of a day is nothing strange, unless it stands above or below all other labels.
    """
    few = max(_FEWEST, _MINORITY * (len(marks) - len(some)))
    unlike = 0.5 * (kind.alone is not usual.alone) + 2.0 * (kind.said and not usual.said)
    unlike += (usual.strong and not kind.strong) + (kind.halves is not None and usual.halves is not kind.halves)
    unlike += kind.bulleted and not usual.bulleted
    if kind.dated is usual.dated:
        return few * unlike
    outside = marks[len(some) - 1] is some[-1] or marks[-len(some)] is some[0]
    return few * (unlike + 1) if outside else few * unlike + _DATED_INSIDE


# Times that are no labels in any text.


def _of_page(reading: Reading) -> list[Mark]:
    """Return the time above all others that says when the page was changed: `Stand: 10.02.2026 21:34`.

    So does one with that of a change beside it, where it is out of order or stands directly above another, and one
    whose date is in words, above no sentence, where all others are in numbers. Where the next one says so too, these
    are the words of all.
    """
    first = reading.marks[:1]
    if len(reading.marks) < _FEW:
        return []
    label, following = first[0].label, reading.marks[1].row
    if label.said and label.named:
        above = following - first[0].row <= _LINES_OF_A_HEAD
        return first if above or worth(reading, first) >= worth(reading) else []
    is_alone = _names_month(label) and all(_names_month(mark.label) is False for mark in reading.marks[1:])
    if is_alone and not has_sentence(reading.rows[first[0].row + 1 : following]):
        return first
    says_change = [_says_change(reading.rows, mark) for mark in reading.marks[:2]]
    return first if says_change[0] and not says_change[1] else []


def _names_month(label: Label) -> bool | None:
    """Tell whether the date of a label has its month in letters; None where it has no date."""
    day = label.day if label.dated else None
    return len(_NUMBER.findall(day.text)) == 1 + (day.year is not None) if day is not None else None


def _age_of_page(reading: Reading) -> list[Mark]:
    """Return the only age above clocks; one of these may be of the page, and stand above it."""
    ages = [mark for mark in reading.marks[:3] if mark.label.reading == "relative"]
    return ages if len(ages) == 1 and len(reading.marks) > 1 else []


def _says_change(rows: Sequence[Row], mark: Mark) -> bool:
    """Tell whether a label with its day says that something was changed then, or stands below a word that does."""
    if mark.label.day is None:
        return False
    above = rows[max(0, mark.row - 1)].text
    return _CHANGED.match(mark.label.text) is not None or _SAID_ABOVE.fullmatch(above) is not None


def _stamps(reading: Reading) -> list[Mark]:
    """Return the dates and times of posts that entries quote.

    A line above names an account, with no label between, or they look so: `10:26 PM · May 7, 2026`; or the entry
    announces the post, above a name, and it was posted before the entry, or names no day where nearly all labels do.
    Where most labels are such, the text is made of posts.
    """
    since = [_SOON + 1, *steps([mark.label for mark in reading.marks])]  # the first is of no entry above
    are_dated = sum(mark.label.day is not None for mark in reading.marks) >= _NEARLY_ALWAYS * len(reading.marks)
    stamps = [
        mark
        for mark, minutes in zip(reading.marks, since, strict=False)
        if mark.alone
        and (
            (_STAMP.match(mark.label.text) or _is_below_account(reading.rows, mark.row))
            if mark.label.day
            else (are_dated or minutes <= _SOON) and _is_announced(reading.rows, mark.row)
        )
    ]
    return stamps if 2 * len(stamps) < len(reading.marks) else []


def _is_announced(rows: Sequence[Row], place: int) -> bool:
    """Tell whether a short line like a name stands above a label, below one that announces what it quotes."""
    above = rows[max(0, place - 2) : place]
    if len(above) < 2 or not all(row.plain for row in above):
        return False
    announced, name = (row.text for row in above)
    is_name = len(name.split()) <= _WORDS_OF_A_NAME and name[0].isupper() and not ends_like_a_sentence(name)
    return is_name and announces(announced) and " " in announced


def _is_below_account(rows: Sequence[Row], place: int) -> bool:
    """Tell whether a line names an account above a label, at most a few lines of text away."""
    for row in reversed(rows[max(0, place - _LINES_OF_A_POST) : place]):
        if names_account(row.text):
            return True
        if not row.plain:
            return False
    return False


def _sentences(reading: Reading) -> list[Mark]:
    """Return bare times that a sentence goes on from (`12:30 was when …`, `12.50 € is …`).

    They stay where a newsroom begins its entries so: at least three times, more often than not, and in order.
    """
    weak = [mark for mark in reading.marks if not mark.label.strong]
    sentences = [mark for mark in weak if _goes_on(mark.label, reading.rows[mark.row].rest)]
    if len(sentences) >= _FEW and 2 * len(sentences) > len(weak):
        both = weights(steps([mark.label for mark in weak]))
        if max(both) >= _NEARLY_ALWAYS * sum(both):
            return []
    return sentences


def _goes_on(label: Label, rest: str) -> bool:
    first = rest.lstrip("¿¡")[:1]
    return (
        label.reading == "impossible" or first.islower() or unicodedata.category(first or "A") in ("Sc", "Po", "Sm")
    )


def _with_words_given_back(reading: Reading) -> Reading:
    """Give a zone that few labels state back to the text that goes on from it: `19:02 MT Højgaard`, `20:10 ART`."""
    if not any(label.loose_zone for label in reading.labels()):
        return reading
    if 2 * sum(mark.label.zone is not None for mark in reading.marks) > len(reading.marks):
        return reading
    return Reading.of(reading.name, [_without_zone(row) for row in reading.rows])


def _without_zone(row: Row) -> Row:
    label = row.label
    if label is None or not label.loose_zone or label.zone is None:
        return row
    start = row.text.index(label.zone)
    bare = evolve(label, text=row.text[:start].rstrip(), zone=None, loose_zone=False)
    return evolve(row, label=bare, rest=row.text[start:])
