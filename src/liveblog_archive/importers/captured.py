"""The captures that one file holds: of most formats one, of a web archive many, and of several blogs."""

from collections.abc import Sequence
from typing import NamedTuple

from ..model import LiveBlog, Note


class Captured(NamedTuple):
    """A blog as it was captured once, and the bytes that it was read from; None where those are several pages."""

    blog: LiveBlog
    source: bytes | None


class Captures(NamedTuple):
    """The captures of each blog in a file, the oldest first.

    With them: how many other pages of it were passed over, and what has to be noted of the file as a whole.
    """

    blogs: Sequence[Sequence[Captured]]
    passed_over: int = 0
    notes: Sequence[Note] = ()
