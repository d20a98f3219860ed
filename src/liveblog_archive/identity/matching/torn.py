"""A capture that was cut inside its last entry: what is there of it is no edit of what it was."""

from collections.abc import Sequence

from attrs import evolve, fields

from ...canonical import FIELDS
from ...model import Block, Entry, LiveBlog, Note
from ..claims import claimed_time
from .texts import Text

_CUT = "page-truncated"
_LEFT_OUT = "torn-entry"
_FACTS = [name for name in FIELDS if name not in {"id", "body", "time", "day"}]


def is_torn(blog: LiveBlog) -> bool:
    """Tell whether a capture says that it was cut, or one that it was merged of."""
    return any(note.code == _CUT for note in blog.notes)


def torn_entry(blog: LiveBlog) -> Entry | None:
    """Return the last entry of a capture that was cut: it may be no more than the beginning of what it was.

    None where that was left out already, and of a merged capture, of which the last need not be of the page that was
    cut.
    """
    if not blog.entries or blog.capture is None or blog.capture.sources or _lacks_last(blog):
        return None
    return blog.entries[-1] if is_torn(blog) else None


def cut_off(blog: LiveBlog, later: Entry) -> bool:
    """Tell whether a capture was cut within an entry, of which it has the beginning of what `later` has of it."""
    last = torn_entry(blog)
    return last is not None and last.id == later.id and begins(last, later)


def without_torn(before: Sequence[Entry], current: LiveBlog) -> LiveBlog:
    """Return a capture that was cut without its last entry, where that is the beginning of one of `before`.

    Nobody can tell whether the rest of it was there. What is left out is in a note.
    """
    last = torn_entry(current)
    return _without_last(current) if last and any(begins(last, one) for one in before) else current


def like(known: LiveBlog, blog: LiveBlog) -> LiveBlog:
    """Return a reading of a source without its last entry, where that was left out of a `known` one as torn."""
    left_out = torn_entry(blog) and _lacks_last(known) and len(known.entries) == len(blog.entries) - 1
    return _without_last(blog) if left_out else blog


def _without_last(blog: LiveBlog) -> LiveBlog:
    last = blog.entries[-1]
    said = " ".join(f"{last.headline or ''} {last.text}".split())
    note = Note(code="torn-entry", text=f"left out: “{said}” is the beginning of what the last entry said before")
    capture = blog.capture and evolve(blog.capture, notes=[*blog.capture.notes, note])
    return evolve(blog, entries=blog.entries[:-1], capture=capture)


def _lacks_last(blog: LiveBlog) -> bool:
    """Tell whether the last entry of a capture was left out as torn."""
    return any(note.code == _LEFT_OUT for note in blog.notes)


def begins(torn: Entry, one: Entry) -> bool:
    """Tell whether a torn entry is the beginning of another: of one id and time, as far as it has them.

    Its words are the first of the other's; or its blocks are, such as those before a picture, and it states nothing
    else than the other.
    """
    if torn.native_id != one.native_id or (torn.time and claimed_time(torn) != claimed_time(one)):
        return False
    said, says = Text(one).folded, Text(torn).folded
    if says == "":
        return said != "" and bool(torn.time or torn.native_id)
    return (said != says and said.startswith(says)) or _states_less(torn, one)


def _states_less(torn: Entry, one: Entry) -> bool:
    if evolve(torn, id=one.id, time=one.time, day=one.day) == one or not _begin(torn.body, one.body):
        return False
    return all(_is_left(getattr(torn, name), getattr(one, name)) for name in _FACTS)


def _begin(torn: Sequence[Block], body: Sequence[Block]) -> bool:
    """Tell whether blocks are the first of a body, the last as far as it states anything."""
    if not torn:
        return True
    last = len(torn) - 1
    return len(torn) <= len(body) and torn[:last] == body[:last] and _is_less(torn[last], body[last])


def _is_less(torn: Block, block: Block) -> bool:
    """Tell whether a block states nothing that another of its type does not."""
    names = [field.name for field in fields(type(torn))]
    return type(torn) is type(block) and all(_is_left(getattr(torn, name), getattr(block, name)) for name in names)


def _is_left(value: object, known: object) -> bool:
    return not value or value == known
