"""Raw text: the paste of a live blog, in the habits of any newsroom.

The rooms, in the order that a text walks through them: `source` (bytes to lines), `days` and `labels` (what a line
may be), `rows` (every line with its readings), `habits` (which readings this text means), `segmentation` (entries),
`furniture` (what is not the blog's), `direction` and `dating` (when). Nothing is lost on the way: each line that is
not blank ends in the introduction, an entry, or a note.
"""

import hashlib
from collections.abc import Sequence

from attrs import evolve

from ...errors import ImportFailure
from ...model import Capture, LiveBlog, Note
from ...version import __version__
from ..options import Options
from .abbreviations import zone_key
from .assembly import assemble, dateline
from .days import DayReader
from .furniture import strip_furniture
from .habits import choose_labels, find_habits
from .rows import Row, rows
from .segmentation import segment
from .source import decode, lines

IMPORTER = f"liveblog-archive text {__version__}"


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog that a text is, without ids.

    Raises `ImportFailure` for bytes that are not text, for a text without any entry, for an impossible time, and
    where a time zone is neither given nor stated.
    """
    text = decode(data, options.encoding, options.where)
    source = lines(text, options.where)
    days = DayReader(options.language)
    chosen, rejected, notes = choose_labels(rows(source, days))
    if options.timezone is None:
        options, note = _stated_zone(chosen, options)
        notes.append(note)
    _refuse_impossible_times(chosen, options.where)
    segments, furniture = strip_furniture(segment(chosen, find_habits(chosen)))
    if not segments.drafts:
        raise ImportFailure(
            "no entry found: no line begins with a time or stands under a day heading",
            options.where,
            "check that this is a live blog with its times",
        )
    notes += [Note(code="page-furniture", line=row.line.number, text=row.line.text) for row in furniture]
    blog, more = assemble(segments, options, days.language, dateline(chosen, rejected))
    notes = sorted([*notes, *more], key=lambda note: note.line or 0)
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


def _refuse_impossible_times(found: Sequence[Row], where: str) -> None:
    for row in found:
        if row.label is not None and row.label.reading == "impossible" and row.label.strong:
            raise ImportFailure(
                f"{row.label.text} is not a time of day",
                where,
                "correct the hour or minute, or put words before it if it is no time label",
                line=row.line.number,
            )
