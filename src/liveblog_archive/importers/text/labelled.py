"""From lines to a blog in two steps: the labels are chosen once, and dated as often as days and zones are tried."""

from collections.abc import Iterable, Mapping, Sequence, Set
from operator import attrgetter, itemgetter
from typing import NamedTuple

from attrs import evolve, frozen

from ...errors import ImportFailure
from ...model import Note
from ..abbreviations import zone_key
from ..options import Options
from .assembly import DatedText, assemble
from .bylines import senders_above
from .chats import as_chat
from .credits import changes
from .days import Day, DayReader
from .drafts import Segments
from .ends import end_of_entries
from .feet import repeated_feet
from .furniture import strip_furniture
from .habits import find_habits
from .hypotheses import Choice, choose_labels
from .languages import Settled, settle
from .page_lines import PageLines, of_entries, page_lines
from .rows import Row, rows
from .segmentation import segment
from .source import Line


@frozen
class LabelledText:
    """Lines of text whose labels are chosen: `rows` as they were read, and `readings` of each date in them.

    `printed` are the lines that are no rows, but of the page itself, or of the messenger of a chat. In that `senders`
    wrote. None tells that the lines are those of a saved page, from which such were taken before.
    """

    rows: Sequence[Row]
    printed: Sequence[Line] | None
    senders: frozenset[str]
    choice: Choice
    readings: Mapping[str, tuple[Day, ...]]

    @classmethod
    def of(cls, lines: Iterable[str], options: Options, running: Set[int] | None = None) -> "LabelledText":
        """Return the lines with their labels; of the options, the language counts.

        `running` are the places, from 0, of the lines of a saved page that are running text, and begin or head no
        entry; without them, the lines are of a text that was pasted. Raises `ImportFailure` where there is no line.
        """
        days = DayReader(options.language)
        texts = [*map(str.strip, lines)]
        between, links = page_lines(texts) if running is None else PageLines(set(), running)
        printed = [(place + 1, texts[place]) for place in sorted(between)]
        for number, _ in printed:
            texts[number - 1] = ""
        read = rows(filter(itemgetter(1), enumerate(texts, start=1)), days, {place + 1 for place in links})
        if not read:
            raise ImportFailure("no text in it", options.where, "give the text of a live blog")
        if running is not None:
            return cls(read, None, frozenset(), choose_labels(read, days), days.readings)
        entered = of_entries(read, printed)
        printed = [line for line in printed if line[0] not in {row.number for row in entered}]
        chat = as_chat(sorted([*read, *entered], key=attrgetter("number")))
        end = end_of_entries(chat.rows)
        left = [(row.number, row.text) for row in (*chat.left, *chat.rows[end:])]
        kept = chat.rows[:end]
        choice = Choice(kept, [], []) if chat.senders else choose_labels(kept, days)
        if feet := repeated_feet(choice.rows):
            gone = {row.number for row in feet}
            left += [(row.number, row.text) for row in feet]
            kept = [row for row in kept if row.number not in gone]
            choice = choice._replace(rows=[row for row in choice.rows if row.number not in gone])
        senders = chat.senders or senders_above(choice.rows)
        return cls(kept, sorted([*printed, *left]), senders, choice, days.readings)

    @property
    def begins_on_weekday(self) -> bool:
        """True where a weekday is printed beside or above the first time, without its date."""
        rows = self.choice.rows
        first = next((at for at, row in enumerate(rows) if row.label is not None), 0)
        days = (row.label.day if row.label is not None else row.day for row in rows[first::-1])
        day = next(filter(None, days), None)
        return day is not None and day.is_weekday

    def dated(self, options: Options) -> DatedText:
        """Return the blog that the lines are, in the zone and on the days of the options; raises what `cut` does."""
        return self.cut(options).dated()

    def cut(self, options: Options) -> "CutText":
        """Return the entries of the lines, to be dated once: the lines of each are let go when it is made.

        Raises `ImportFailure` where there is no entry, nothing but impossible times, or where no zone is given or
        stated.
        """
        lines = (row.text for row in self.rows)
        settled = settle(self.readings, options.language, options.date, lines, options.timezone)
        other = {text: day for text, day in settled.days.items() if day is not self.readings[text][0]}
        chosen, rejected = _with_days(self.choice.rows, other), _with_days(self.choice.rejected, other)
        notes = list(self.choice.notes)
        if options.timezone is None:
            options, note = _stated_zone(chosen, options)
            notes.append(note)
        _refuse_nothing_but_impossible_times(chosen, options.where)
        told = changes(rejected)
        chosen = [evolve(row, running=True) if row.number in told else row for row in chosen] if told else chosen
        segments, furniture = strip_furniture(segment(chosen, find_habits(chosen, self.printed)), self.printed)
        if not segments.drafts:
            raise ImportFailure(
                "no entry found: no line begins with a time or stands under a day heading",
                options.where,
                "check that this is a live blog with its times",
            )
        left = [*(self.printed or ()), *((row.number, row.text) for row in furniture)]
        notes += [Note(code="page-furniture", line=number, text=text) for number, text in left]
        return CutText(segments, options, settled, notes)


class CutText(NamedTuple):
    """A text cut up, and what was found of the whole of it."""

    segments: Segments
    options: Options
    settled: Settled
    notes: list[Note]

    @property
    def names_no_day(self) -> bool:
        """True where no day is printed above or beside any time."""
        return not self.segments.headings and not any(one.label and one.label.day for one in self.segments.drafts)

    def dated(self) -> DatedText:
        """Return the blog that the text is; it can be asked for once."""
        found = assemble(self.segments, self.options, self.settled.language)
        notes = [*self.notes, *found.notes, *self.settled.notes]
        return found._replace(notes=sorted(notes, key=lambda note: note.line or 0))


def _stated_zone(chosen: Sequence[Row], options: Options) -> tuple[Options, Note]:
    """Return the options with the zone that the labels state, where they all state one that means one thing."""
    stated = sorted({row.label.zone for row in chosen if row.label and row.label.zone})
    keys = {zone_key(name) for name in stated}
    key = keys.pop() if len(keys) == 1 else None
    if key is None:
        says = f"{', '.join(stated)}, which is no one zone" if stated else "none"
        raise ImportFailure(
            f"no time zone is given, and the text states {says}",
            options.where,
            "give the zone that its times are printed in, such as timezone='Europe/Berlin'",
        )
    return evolve(options, timezone=key), Note(code="zone-inferred", text=f"{key}, from the labels; none was given")


def _with_days(rows: list[Row], other: Mapping[str, Day]) -> list[Row]:
    """Return the rows with each date as it was settled for the whole text; `other` are those read otherwise first."""
    return [_with_day(row, other) for row in rows] if other else rows


def _with_day(row: Row, other: Mapping[str, Day]) -> Row:
    if row.day is not None:
        return evolve(row, day=other.get(row.day.text, row.day))
    if row.label is not None and row.label.day is not None and row.label.day.text in other:
        return evolve(row, label=evolve(row.label, day=other[row.label.day.text]))
    return row


def _refuse_nothing_but_impossible_times(found: Sequence[Row], where: str) -> None:
    labels = [(row.label, row.number) for row in found if row.label is not None]
    if labels and all(label.reading == "impossible" for label, _ in labels):
        first, line = labels[0]
        raise ImportFailure(
            f"{first.text} is not a time of day, and no other line begins with one",
            where,
            "correct the hour or minute, or put words before it if it is no time label",
            line=line,
        )
