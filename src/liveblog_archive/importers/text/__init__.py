"""Raw text: the paste of a live blog, in the habits of any newsroom.

The rooms, in the order that a text walks through them: `source` (bytes to lines), `page_lines` (what the page
printed between entries), `days`, `label`, `labels` and `counters` (what a line may be), `rows` (every line with its
readings), `chats` (what messengers wrote), `ends` (where entries end), `hypotheses` (which times are labels),
`feet` (what most entries end with), `languages` (what its dates mean), `habits`, `layout` and `closing` (where
headlines and times stand), `segmentation` (entries), `furniture` (what is below them), `halves`, `direction`,
`draft_days` and `dating` (when), `mastheads` and `records` (the day, where nothing else tells it), `credits` (who,
and when it was changed). `labelled` leads it through them.
Nothing is lost on the way: each line that is not blank ends in the introduction, an entry, or a note.
"""

import hashlib

from attrs import evolve

from ...model import Capture, LiveBlog, Note
from ...version import __version__
from ..options import Options
from .assembly import DatedText
from .credits import with_credits
from .labelled import LabelledText
from .mastheads import beside_given_day, on_stated_day
from .source import decode, lines

__all__ = ["DatedText", "LabelledText", "read"]

IMPORTER = f"liveblog-archive text {__version__}"


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog that a text is, without ids.

    Raises `ImportFailure` for bytes that are not text, for a text without any entry, for one with nothing but
    impossible times, and where a time zone is neither given nor stated.
    """
    labelled = _labelled(data, options)
    cut, senders = labelled.cut(options), labelled.senders
    del labelled
    introduction = cut.segments.introduction if options.date and cut.names_no_day else []
    found = cut.dated()
    if options.date is not None:
        found = beside_given_day(introduction, found, options.date) if introduction else found
    elif any(note.code == "date-missing" for note in found.notes):
        found = on_stated_day(_labelled(data, options), found, options)
    blog = with_credits(found.blog, options.language, senders)
    capture = Capture(
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/plain",
        length=len(data),
        importer=IMPORTER,
        notes=_without_changes(found.notes, blog),
    )
    return evolve(blog, capture=capture)


def _labelled(data: bytes, options: Options) -> LabelledText:
    """Return the lines of a text with their labels; most texts are dated once, and let them go while they are."""
    return LabelledText.of(lines(decode(data, options.encoding, options.where)), options)


def _without_changes(notes: list[Note], blog: LiveBlog) -> list[Note]:
    """Return notes without those on lines that were taken for no label, as they are the times of changes instead."""
    told: dict[int | None, str] = {
        line: entry.modified.text
        for entry in blog.entries
        if entry.modified and entry.span and entry.span.first and entry.span.last
        for line in range(entry.span.first, entry.span.last + 1)
    }
    left = [
        note for note in notes if note.code != "label-rejected" or not note.text.startswith(told.get(note.line, "\0"))
    ]
    if any(note.code == "label-rejected" for note in left):
        return left
    return [note for note in left if note.code != "labels-inferred"]  # which leads to those
