"""Raw text: the paste of a live blog, in the habits of any newsroom.

The rooms, in the order that a text walks through them: `source` (bytes to lines), `days`, `labels` and `counters`
(what a line may be), `rows` (every line with its readings), `hypotheses` (which times are labels), `languages` (what
its dates mean), `habits` and `layout` (where headlines stand), `segmentation` (entries), `furniture` (what is not the
blog's), `direction` and `dating` (when). Nothing is lost on the way: each line that is not blank ends in the
introduction, an entry, or a note.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from attrs import evolve

from ...errors import ImportFailure
from ...model import Capture, LiveBlog, Note
from ...version import __version__
from ..abbreviations import zone_key
from ..options import Options
from .assembly import assemble, dateline
from .days import Day, DayReader
from .furniture import strip_furniture
from .habits import find_habits
from .hypotheses import choose_labels
from .languages import Settled, settle
from .rows import Row, rows
from .segmentation import Segments, segment
from .source import decode, lines

IMPORTER = f"liveblog-archive text {__version__}"


class _Cut(NamedTuple):
    """A text cut up, and what was found of the whole of it; `printed` is its dateline."""

    segments: Segments
    options: Options
    settled: Settled
    printed: Row | None
    notes: list[Note]


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog that a text is, without ids.

    Raises `ImportFailure` for bytes that are not text, for a text without any entry, for one with nothing but
    impossible times, and where a time zone is neither given nor stated.
    """
    cut = _cut(data, options)
    blog, more = assemble(cut.segments, cut.options, cut.settled.language, cut.printed)
    capture = Capture(
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/plain",
        length=len(data),
        importer=IMPORTER,
        notes=sorted([*cut.notes, *more, *cut.settled.notes], key=lambda note: note.line or 0),
    )
    return evolve(blog, capture=capture)


def _cut(data: bytes, options: Options) -> _Cut:
    """Return a text cut up; its rows are held by nothing else, so that each is let go when its entry is made."""
    days = DayReader(options.language)
    read = rows(lines(decode(data, options.encoding, options.where)), days)
    if not read:
        raise ImportFailure("no text in it", options.where, "give the text of a live blog")
    choice = choose_labels(read, days)
    settled = settle(days.readings, options.language, options.date, (row.text for row in read))
    other = {text: day for text, day in settled.days.items() if day is not days.readings[text][0]}
    chosen, rejected = _with_days(choice.rows, other), _with_days(choice.rejected, other)
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
    notes += [Note(code="page-furniture", line=row.number, text=row.text) for row in furniture]
    return _Cut(segments, options, settled, dateline(chosen, rejected), notes)


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
            "give the zone that its times are printed in, such as timezone='Europe/Berlin' (--timezone)",
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
    first: Row | None = None
    for row in found:
        if row.label is not None and row.label.reading != "impossible":
            return
        first = first or (row if row.label is not None else None)
    if first is not None and first.label is not None:
        raise ImportFailure(
            f"{first.label.text} is not a time of day, and no other line begins with one",
            where,
            "correct the hour or minute, or put words before it if it is no time label",
            line=first.number,
        )
