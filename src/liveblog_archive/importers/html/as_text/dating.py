"""What the importer of text finds in the lines of a page, on the days and in the zone that the page states."""

import re
from collections.abc import Iterable, Sequence, Set
from datetime import datetime, timedelta

from attrs import evolve

from ....errors import ImportFailure
from ....model import Note
from ...abbreviations import ABBREVIATIONS, zone_key
from ...options import Options
from ...text import DatedText, LabelledText
from ...text.clocks import OFFSET
from ...text.stated import Told, on_days, undated
from ..labels.clocks import aware
from ..labels.printed import PrintedReader
from .days import PageDays

_ALL_TIMES = re.compile(
    r"\b(?i:all times|times (?:are|in)|alle (?:uhr)?zeiten|zeitangaben|alle tijden|(?:toutes )?les heures|"
    r"todas las horas|todos los horarios|tutti gli orari|todos os horários|wszystkie godziny|alla tider|alle tider)\b"
    rf"(?:[^.:]{{0,40}}?\b(?P<zone>{'|'.join(sorted(ABBREVIATIONS, key=len, reverse=True))})\b(?!\s?[+−-]\d)|"
    rf"[^.:]{{0,80}}?\b(?P<offset>{OFFSET}))"
)
_LONGEST = 300  # characters
_FEWEST = 2
_NO_ZONE = "UTC"
_LAST_DAY = 27  # after the first of a month, however long it is


def dated(
    lines: Sequence[str],
    options: Options,
    days: PageDays,
    notes: list[Note],
    *,
    above: Sequence[str] | None = None,
    running: Set[int] = frozenset(),
) -> DatedText | None:
    """Return what the text importer finds in the lines, dated by what the page states; None where it is little.

    `above` are the texts above the entries, which may say when that was; None for those of the lines that are.
    `running` are the places of lines that begin no entry, whatever they look like. Raises `ImportFailure` where there
    are entries, but no zone is given or stated.
    """
    options = evolve(options, language=options.language or days.language, encoding=None)
    zone_named = options.timezone or _stated_zone(days) or _said_zone(lines if above is None else above)
    try:
        labelled = LabelledText.of(lines, options, running)
        found = labelled.dated(evolve(options, timezone=zone_named or _NO_ZONE))
    except ImportFailure:
        return None
    if sum(entry.time is not None for entry in found.blog.entries) < _FEWEST:
        return None
    if zone_named is None:
        found = labelled.dated(options)  # either the labels state a zone, or this says how to give one
    elif not options.timezone:
        notes.append(Note(code="zone-inferred", text=f"{zone_named}, by the page's own time; none was given"))
    if options.date is None:
        told = evolve(options, timezone=found.blog.timezone)
        labelled, found, gone = _without_days_of_page(lines, labelled, found, told, running)
        if undated(found.blog.entries):
            if above is None:
                above = [] if gone else lines[: _first(found)]
            times = PrintedReader(options.language)
            stated = days.stated([*above, *gone], times)
            if (moved := on_days(labelled, found, told, stated)) is not None:
                found = moved.text
                notes.append(moved.note)
            if stated.any_day is None and (month := days.month([*above, *gone], times)) is not None:
                found = _in_month(labelled, found, told, month, notes)
    notes += [evolve(note, line=None) for note in found.notes]
    return found


def _stated_zone(days: PageDays) -> str | None:
    """Return the zone of the first time of the page that is whole hours from UTC; UTC itself may be of any place."""
    for moment in days.moments():
        value = aware(moment)
        hours, rest = divmod((value.utcoffset() if value else None) or timedelta(), timedelta(hours=1))
        if hours and not rest:
            return f"Etc/GMT{-hours:+d}"  # the tz database counts these westward
    return None


def _said_zone(lines: Iterable[str]) -> str | None:
    """Return the zone that a line says all times to be in: `All times GMT.`, `(UTC+4)`; None without one."""
    stated = (
        match["zone"] or match["offset"]
        for line in lines
        if len(line) <= _LONGEST and (match := _ALL_TIMES.search(line))
    )
    return next((key for said in stated if (key := zone_key(said))), None)


def _without_days_of_page(
    lines: Sequence[str], labelled: LabelledText, found: DatedText, options: Options, running: Set[int]
) -> tuple[LabelledText, DatedText, list[str]]:
    """Return what is found without the lines that are days of the page and of no entry, and these lines."""
    kept = [*lines]
    gone = []
    while (day := _day_of_page(found)) is not None:
        gone.append(kept[day])
        kept[day] = ""
        labelled = LabelledText.of(kept, options, running)
        found = labelled.dated(options)
    return labelled, found, gone


def _day_of_page(found: DatedText) -> int | None:
    """Return the line of the one day of a text that is that of the page, and not of the entries below it; or None.

    Where days head entries, each has a heading: the newest do not stand under the only one if they go on to another
    day. That is when the page began.
    """
    stated = found.headings
    values = (entry.time.value for entry in found.blog.entries if entry.time)
    days = {value.date() for value in values if isinstance(value, datetime)}
    is_of_page = len(stated) == 1 and len(days) > 1 and found.blog.order == "newest-first"
    return stated[0] if is_of_page and stated[0] < _first(found) else None


def _first(found: DatedText) -> int:
    """Return the line that the first entry with a time begins with."""
    timed = (place for entry, place in zip(found.blog.entries, found.places, strict=True) if entry.time is not None)
    return next((place.start for place in timed), 0)


def _in_month(
    labelled: LabelledText, found: DatedText, options: Options, month: Told, notes: list[Note]
) -> DatedText:
    """Return the blog with the year of a month that the page names; as it is where that tells not all its days."""
    first = month.when
    begun, ended = (labelled.dated(evolve(options, date=first + timedelta(days))) for days in (0, _LAST_DAY))
    if undated(begun.blog.entries) or begun.blog.entries != ended.blog.entries:
        return found
    text = f"the year {first.year}, from {month.where}; none is printed beside the days"
    notes.append(Note(code="date-inferred", text=text))
    return begun
