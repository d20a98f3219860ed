"""Raw text: the paste of a live blog, in the habits of any newsroom.

The rooms, in the order that a text walks through them: `source` (bytes to lines), `days`, `labels` and `counters`
(what a line may be), `rows` (every line with its readings), `hypotheses` (which times are labels), `languages` (what
its dates mean), `habits` and `layout` (where headlines stand), `segmentation` (entries), `furniture` (what is not the
blog's), `direction` and `dating` (when). Nothing is lost on the way: each line that is not blank ends in the
introduction, an entry, or a note.
"""

import hashlib
from collections.abc import Mapping, Sequence

from attrs import evolve

from ...errors import ImportFailure
from ...model import Capture, LiveBlog, Note
from ...version import __version__
from ..options import Options
from .abbreviations import zone_key
from .assembly import assemble, dateline
from .days import Day, DayReader
from .furniture import strip_furniture
from .habits import find_habits
from .hypotheses import choose_labels
from .languages import settle
from .rows import Row, rows
from .segmentation import segment
from .source import decode, lines

IMPORTER = f"liveblog-archive text {__version__}"


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog that a text is, without ids.

    Raises `ImportFailure` for bytes that are not text, for a text without any entry, for one with nothing but
    impossible times, and where a time zone is neither given nor stated.
    """
    source = lines(decode(data, options.encoding, options.where), options.where)
    days = DayReader(options.language)
    choice = choose_labels(rows(source, days), days)
    settled = settle(days.readings, options.language, options.date, (line.text for line in source))
    chosen, rejected = _with_days(choice.rows, settled.days), _with_days(choice.rejected, settled.days)
    notes = list(choice.notes)
    if options.timezone is None:
        options, note = _stated_zone(chosen, options)
        notes.append(note)
    _refuse_nothing_but_impossible_times(chosen, options.where)
    segments, furniture = strip_furniture(segment(chosen, find_habits(chosen)))
    if not segments.drafts:
        raise ImportFailure(
            "no entry found: no line begins with a time or stands under a day heading",
            options.where,
            "check that this is a live blog with its times",
        )
    notes += [Note(code="page-furniture", line=row.line.number, text=row.line.text) for row in furniture]
    blog, more = assemble(segments, options, settled.language, dateline(chosen, rejected))
    notes = sorted([*notes, *more, *settled.notes], key=lambda note: note.line or 0)
    capture = Capture(
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/plain",
        length=len(data),
        importer=IMPORTER,
        notes=notes,
    )
    return evolve(blog, capture=capture)


def _stated_zone(chosen: Sequence[Row], options: Options) -> tuple[Options, Note]:
    """Return the options with the zone that the labels state, where they all state one that means one thing."""
    stated = {row.label.zone for row in chosen if row.label and row.label.zone}
    key = zone_key(stated.pop()) if len(stated) == 1 else None
    if key is None:
        raise ImportFailure(
            "no time zone is given, and the text states none, or none alone",
            options.where,
            "give the zone that its times are printed in, such as timezone='Europe/Berlin' (--timezone)",
        )
    return evolve(options, timezone=key), Note(code="zone-inferred", text=f"{key}, from the labels; none was given")


def _with_days(rows: Sequence[Row], days: Mapping[str, Day]) -> list[Row]:
    """Return the rows with each date as it was settled for the whole text."""
    if not days:
        return list(rows)
    found = []
    for row in rows:
        if row.day is not None:
            found.append(row._replace(day=days[row.day.text]))
        elif row.label is not None and (day := row.label.day) is not None and days[day.text] is not day:
            found.append(row._replace(label=row.label._replace(day=days[day.text])))
        else:
            found.append(row)
    return found


def _refuse_nothing_but_impossible_times(found: Sequence[Row], where: str) -> None:
    labels = [(row, row.label) for row in found if row.label is not None]
    if labels and all(label.reading == "impossible" for _, label in labels):
        row, label = labels[0]
        raise ImportFailure(
            f"{label.text} is not a time of day, and no other line begins with one",
            where,
            "correct the hour or minute, or put words before it if it is no time label",
            line=row.line.number,
        )
