"""A capture that was cut inside its last entry: what is there of it is no edit of what it was."""

from collections.abc import Sequence

from attrs import evolve

from ...model import Entry, LiveBlog, Note
from ..claims import claimed_time
from .texts import Text

_CUT = "page-truncated"


def is_torn(blog: LiveBlog) -> bool:
    """Tell whether a capture says that it was cut."""
    return any(note.code == _CUT for note in _notes(blog))


def without_torn(before: Sequence[Entry], current: LiveBlog) -> LiveBlog:
    """Return a capture that was cut without its last entry, where that is the beginning of one of `before`.

    Nobody can tell whether the rest of it was there. What is left out is in a note.
    """
    last = current.entries[-1] if current.entries and is_torn(current) else None
    return _without_last(current) if last and any(_begins(last, one) for one in before) else current


def like(known: LiveBlog, blog: LiveBlog) -> LiveBlog:
    """Return a reading of a source without its last entry, where that was left out of a `known` one as torn."""
    if not is_torn(blog) or len(known.entries) != len(blog.entries) - 1:
        return blog
    other = _without_last(blog)
    return other if _notes(other)[-1] in _notes(known) else blog


def _without_last(blog: LiveBlog) -> LiveBlog:
    last = blog.entries[-1]
    said = " ".join(f"{last.headline or ''} {last.text}".split())
    note = Note(code=_CUT, text=f"its last entry is left out: “{said}” is the beginning of what it said before")
    capture = blog.capture and evolve(blog.capture, notes=[*blog.capture.notes, note])
    return evolve(blog, entries=blog.entries[:-1], capture=capture)


def _notes(blog: LiveBlog) -> Sequence[Note]:
    return blog.capture.notes if blog.capture else ()


def _begins(torn: Entry, one: Entry) -> bool:
    """Tell whether a torn entry is the beginning of another: of one id and time, as far as it has them."""
    if torn.native_id != one.native_id or (torn.time and claimed_time(torn) != claimed_time(one)):
        return False
    said, says = Text(one).folded, Text(torn).folded
    return said != says and said.startswith(says) and (says != "" or torn.time is not None)
