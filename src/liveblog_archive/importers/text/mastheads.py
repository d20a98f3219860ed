"""What lines above and below the entries of a text say of the day: mastheads, bylines, titles, headers of a mail.

A careful reader trusts a date that stands there for itself, or behind a word such as `Published` or `today`, and not
one that the news is about. Where such dates name several days, none is trusted.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from ..options import Options
from ..vocabulary import PUBLISHED, PUBLISHING, UPDATING
from .assembly import DatedText
from .days import Day, DayReader
from .draft_days import nearest
from .labelled import LabelledText
from .languages import puts_month_first
from .rows import Row
from .said_dates import DatesAmongWords, SaidDate, dates_in, says_updated
from .saved import SAVED
from .shape import ends_like_a_sentence, is_byline
from .stated import OnDays, Stated, Told, in_address, on_days

_SHOWN = 80
_MOST = 4  # days that are tried, where several are named
_SAID = re.compile(
    rf"\b(?:{UPDATING}|{PUBLISHING}|{PUBLISHED}|stand\b|filed|written|created|erstellt|verfasst|geschrieben|"
    r"(?:dat(?:e|um|a|o)|fecha|sent|gesendet|envoyé|enviado|inviato|verzonden|skickat|wysłano|дата)\s?:)",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(rf"\b(?:{PUBLISHING}|{PUBLISHED})", re.IGNORECASE)
_TODAY = re.compile(
    r"\b(?:today|this|heute|(?:am )?heutigen|diesen|aujourd['’]hui|ce|hoy|este|hoje|esta|oggi|questo|questa|vandaag|"
    r"deze|idag|i dag|denna|dziś|dzisiaj|сегодня|dnes|tänään)\b",
    re.IGNORECASE,
)
# What a day is of that stands behind it: `Liveticker vom`, `minutes of`, `le direct du`.
_OF_A_RECORD = re.compile(
    r"(?:live|blog|minut\w* \w{1,4} minut\w*|ticker|direct|direct[oa]|vivo|diretta|notes|notizen|minutes|"
    r"protokoll|log|diary|tagebuch|journal|"
    r"chroni\w+|cronaca|crónica|verslag|relacja|session|meeting|sitzung|séance|sesión|sessão|seduta|vergadering)\s"
    r"(?:of|from|on|vom|am|du|del|dell['’]|d[eo]|van|van de|från|fra|z|z dnia|den)$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")  # live blogs began in this century
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
    possible = stated_above(above, dates) or stated_year(labelled, [*above, *below]) or _in_addresses(options, above)
    tried = [on_days(labelled, found, options, stated) for stated in possible[:_MOST]]
    moved = [_with_note(one) if one and one.is_sure else found for one in tried]
    times = [[entry.time for entry in one.blog.entries] for one in moved]
    return moved[0] if moved and all(one == times[0] for one in times) else found


def _with_note(moved: OnDays) -> DatedText:
    return moved.text._replace(notes=sorted([*moved.text.notes, moved.note], key=lambda note: note.line or 0))


def _in_addresses(options: Options, above: Sequence[Row]) -> list[Stated]:
    """Return the day in the address that is given for a text, or else in one that stands above it as a line."""
    lines = (row.text for row in above if row.text.startswith("http"))
    told = next(filter(None, map(in_address, filter(None, (options.url, *lines)))), None)
    return [Stated(told, None)] if told else []


def stated_above(rows: Iterable[Row], dates: DatesAmongWords) -> list[Stated]:
    """Return what the lines above all entries may say of when the text began and was last changed."""
    said = [
        (row, one) for row in rows for one in dates.in_line(row.text) if one.is_clear and not SAVED.search(one.before)
    ]
    worded = [(row, one) for row, one in said if _says_when(one)]
    return _stated(worded or [(row, one) for row, one in said if _stands_for_itself(row.text, one)])


def _says_when(said: SaidDate) -> bool:
    if _TODAY.search(" ".join(said.words)):
        return True
    return _SAID.search(said.before) is not None or _OF_A_RECORD.search(said.before) is not None


def _stands_for_itself(line: str, said: SaidDate) -> bool:
    """Tell whether a date is set off from the words around it, in a line that is no sentence."""
    has_time = isinstance(said.when, datetime)
    if not said.behind and said.before.endswith("."):  # `… Court 11, day 4. Tuesday 3 March 2026.`
        return True
    if ends_like_a_sentence(line) and not (has_time and not said.behind):  # `12:15 hrs.`
        return False
    is_set_off = not said.before or said.before[-1] in _SET_OFF or is_byline(said.before)
    return is_set_off and (has_time or not said.behind or said.behind[0] in _SET_OFF)


def _stated(found: Sequence[tuple[Row, SaidDate]]) -> list[Stated]:
    """Return when the text began and was changed by dates in rows; each that it may be, where these name several."""
    first: list[Told] = []
    last: list[Told] = []
    for row, said in found:
        told = Told(said.when, f"the words {row.text[:_SHOWN]!r}", row.number)
        if says_updated(said.before):
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
