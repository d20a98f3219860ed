"""What lines above and below the entries of a text say of the day: mastheads, bylines, titles, headers of a mail.

A careful reader trusts a date that stands there for itself, or behind a word such as `Published` or `today`, and not
one that the news is about. Where such dates name several days, none is trusted.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from ...model import Note
from ..options import Options
from ..vocabulary import PUBLISHED, PUBLISHING, UPDATING
from .ages import SAVED
from .assembly import DatedText
from .credits import may_be_change
from .days import Day, DayReader
from .draft_days import nearest
from .labelled import LabelledText
from .languages import puts_month_first
from .records import is_foretold, is_moved, is_of_a_meeting, is_of_another_day, is_of_mail, is_sent, names_record
from .rows import Row
from .said_dates import DatesAmongWords, SaidDate, dates_in, says_updated
from .shape import ends_like_a_sentence, is_byline
from .stated import Stated, Told, in_address, on_days, steps_to

_SHOWN = 80
_SOON = 15  # minutes, in which a meeting begins
_MOST = 4  # days that are tried, where several are named
_SAID = re.compile(
    rf"\b(?:{UPDATING}|{PUBLISHING}|{PUBLISHED}|stand\b|filed|written|created|erstellt|verfasst|geschrieben|"
    r"(?:dat(?:e|um|a|o)|fecha|дата)\s?:)",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(rf"\b(?:{PUBLISHING}|{PUBLISHED})", re.IGNORECASE)
_TODAY = re.compile(
    r"\b(?:today|this|heute|(?:am )?heutigen|diesen|aujourd['’]hui|ce|hoy|este|hoje|esta|oggi|questo|questa|vandaag|"
    r"deze|idag|i dag|denna|dziś|dzisiaj|сегодня|dnes|tänään)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")  # live blogs began in this century
_OF_A_YEAR = re.compile(r"(?:r|г|р)\.")  # `3 marca 2026 r.`
_SET_OFF = "|·•–—-,:;/()[]>#*"


def on_stated_day(labelled: LabelledText, found: DatedText, options: Options) -> DatedText:
    """Return the text with the days of its times, which name none, by what the lines around its entries say."""
    places = found.places
    timed = (place for entry, place in zip(found.blog.entries, places, strict=True) if entry.time is not None)
    start, end = next((place.start for place in timed), 0), places[-1].stop
    # What the page itself printed, such as the heads of its sheets, may tell the day as well.
    printed = [Row(number, text) for number, text in labelled.printed or ()]
    around = sorted([*labelled.rows, *printed], key=lambda row: row.number)
    above = [row for row in around if row.number - 1 < start]
    below = [row for row in around if row.number > end]
    language = found.blog.language
    month_first = puts_month_first((row.text for row in labelled.rows), language)
    dates = dates_in(DayReader(language), month_first=month_first)
    possible = (
        stated_above(above, dates, _beginning(labelled, found))
        or stated_year(labelled, [*above, *below])
        or stated_above([row for row in below if may_be_change(row.text)], dates, None)
        or _in_addresses(options, above)
    )
    tried = [on_days(labelled, found, options, stated) for stated in possible[:_MOST]]
    moved = [_with_note(one.text, one.note) if one and one.is_sure else found for one in tried]
    times = [[entry.time for entry in one.blog.entries] for one in moved]
    return moved[0] if moved and all(one == times[0] for one in times) else found


def beside_given_day(introduction: Sequence[Row], found: DatedText, given: date) -> DatedText:
    """Return the text with a note where the lines above it surely put its first time on another day than is given.

    `introduction` are these lines, of a text whose times name no day.
    """
    language = found.blog.language
    month_first = puts_month_first((row.text for row in introduction), language)
    dates = dates_in(DayReader(language), month_first=month_first)
    stated = stated_above(introduction, dates, None)
    times = [entry.time.value for entry in found.blog.entries if entry.time is not None] if len(stated) == 1 else []
    walls = [value.replace(tzinfo=None) for value in times if isinstance(value, datetime)]
    days, told = steps_to(stated[0], walls, found.blog) if walls else (0, None)
    if told is None:
        return found
    said = f"{told.where} put the first times on {walls[0].date() + timedelta(days)}, and {given} is given"
    return _with_note(found, Note(code="date-conflict", line=told.line, text=said))


def _beginning(labelled: LabelledText, found: DatedText) -> int | None:
    """Return the minute of the day of the oldest entry; None where the direction of the text is not known."""
    clocks = [row.label.clock for row in labelled.choice.rows if row.label is not None]
    if not clocks or found.blog.order == "manual":
        return None
    return clocks[0 if found.blog.order == "oldest-first" else -1]


def _with_note(text: DatedText, note: Note) -> DatedText:
    return text._replace(notes=sorted([*text.notes, note], key=lambda note: note.line or 0))


def _in_addresses(options: Options, above: Sequence[Row]) -> list[Stated]:
    """Return the day in the address that is given for a text, or else in one that stands above it as a line."""
    lines = (row.text for row in above if row.text.startswith("http"))
    told = next(filter(None, map(in_address, filter(None, (options.url, *lines)))), None)
    return [Stated(told, None)] if told else []


def stated_above(rows: Sequence[Row], dates: DatesAmongWords, beginning: int | None) -> list[Stated]:
    """Return what the lines above all entries may say of when the text began and was last changed.

    What a record is of counts before when it was published or sent. `beginning` is the minute of the day of the
    oldest entry; a heading that names it beside a date tells the day of that.
    """
    in_mail = is_of_mail(row.text for row in rows)
    said = [
        _In(row, above, one, is_sent(one.before, one.behind, in_mail=in_mail))
        for above, row in zip([None, *rows], rows, strict=False)
        for one in dates.in_line(row.text)
        if one.is_clear and not SAVED.search(one.before)
    ]
    if of_records := {one.told.day: one.told.without_time for one in said if one.is_of_record(beginning)}:
        return [Stated(told, None) for told in of_records.values()]
    return _stated([one for one in said if one.says_when] or [one for one in said if one.stands_for_itself])


class _In(NamedTuple):
    """A date in a row, below the row above it, and whether a message was sent then."""

    row: Row
    above: Row | None
    said: SaidDate
    sent: bool

    @property
    def told(self) -> Told:
        """When it was, and where it says so."""
        return Told(self.said.when, f"the words {self.row.text[:_SHOWN]!r}", self.row.number)

    @property
    def says_when(self) -> bool:
        """True where it is today, or words say that the text was published, changed or sent then."""
        return self.sent or any(
            pattern.search(text) for pattern, text in ((_TODAY, " ".join(self.said.words)), (_SAID, self.said.before))
        )

    @property
    def stands_for_itself(self) -> bool:
        """True where it is set off from the words around it, in a line that is no sentence, and not foretold."""
        return not is_foretold(self.said.before) and _stands_for_itself(self.row.text, self.said)

    def is_of_record(self, beginning: int | None) -> bool:
        """Tell whether it is the day of what the text records: a meeting, a ticker, what began at its clock."""
        before, above = self.said.before, self.above
        if self.sent or is_of_another_day(before) or is_moved(self.row.text):
            return False
        if names_record(before):
            return True
        if ends_like_a_sentence(self.row.text.rstrip(":")) and not _OF_A_YEAR.fullmatch(self.said.behind):
            return False
        leading = above.text if above is not None and not ends_like_a_sentence(above.text) else ""
        begins_then = not self.says_when and _is_at(beginning, self.said.when)
        return begins_then or is_of_a_meeting(before, leading)


def _is_at(minutes: int | None, when: date) -> bool:
    """Tell whether minutes of a day are those of a time, or follow soon."""
    if minutes is None or not isinstance(when, datetime):
        return False
    return 0 <= minutes - 60 * when.hour - when.minute <= _SOON


def _stands_for_itself(line: str, said: SaidDate) -> bool:
    """Tell whether a date is set off from the words around it, in a line that is no sentence."""
    has_time = isinstance(said.when, datetime)
    if not said.behind and said.before.endswith("."):  # `… Court 11, day 4. Tuesday 3 March 2026.`
        return True
    if ends_like_a_sentence(line) and not (has_time and not said.behind):  # `12:15 hrs.`
        return False
    is_set_off = not said.before or said.before[-1] in _SET_OFF or is_byline(said.before)
    return is_set_off and (has_time or not said.behind or said.behind[0] in _SET_OFF)


def _stated(found: Sequence[_In]) -> list[Stated]:
    """Return when the text began and was changed by dates in rows; each that it may be, where these name several."""
    first: list[Told] = []
    last: list[Told] = []
    for one in found:
        said, told = one.said, one.told
        if one.sent or says_updated(said.before):
            last.append(told)
        elif says_updated(said.beside):  # `3 March 2026, updated 14:05`
            first.append(told.without_time)
            last.append(told)
        else:
            first.append(told)
            if not _PUBLISHED.search(said.before):
                last.append(told)
    if len({told.day for told in first}) > 1:
        return [Stated(told, told) for told in first]
    return [Stated(*(max(some, key=_precise, default=None) for some in (first, last)))] if found else []


def _precise(told: Told) -> tuple[bool, date]:
    return isinstance(told.when, datetime), told.when


def stated_year(labelled: LabelledText, rows: Iterable[Row]) -> list[Stated]:
    """Return the one year in rows in which days of a text that are printed without one are on their weekdays."""
    printed = [day for row in labelled.choice.rows for day in (row.day, row.label and row.label.day) if day]
    texts = dict.fromkeys(day.text for day in printed if day.year is None and not day.bare)
    months = [labelled.readings[text] for text in texts]
    if not any(day.weekday is not None for days in months for day in days):
        return []
    found = {int(year): row for row in rows for year in _YEAR.findall(row.text)}
    fitting = {year: when for year in found if (when := _fitting(months, year))}
    if len(fitting) != 1:
        return []
    ((year, when),) = fitting.items()
    row = found[year]
    return [Stated(Told(when, f"the words {row.text[:_SHOWN]!r}", row.number), None)]


def _fitting(months: Sequence[Sequence[Day]], year: int) -> date | None:
    """Return the first of the days in a year, if they all are on their weekdays then; None where one is not."""
    first = nearest(months[0][0], date(year, months[0][0].month or 1, 1))
    for days in months:
        whens = [(day, nearest(day, first)) for day in days]
        if not any(when and day.weekday in (None, when.weekday()) for day, when in whens):
            return None
    return first
