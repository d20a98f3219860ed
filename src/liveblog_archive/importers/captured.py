"""The captures that one file holds: of most formats one, of a web archive many, and of several blogs."""

from collections.abc import Sequence
from typing import NamedTuple

from ..errors import ModelError
from ..model import Capture, LiveBlog, Note


class Captured(NamedTuple):
    """A blog as it was captured once, and the bytes that it was read from; None where those are several pages."""

    blog: LiveBlog
    source: bytes | None


def capture_of(blog: LiveBlog) -> Capture:
    """Return the capture that an importer has made of what it read; raise `ModelError` for a blog made by hand."""
    if blog.capture is None:
        raise ModelError("a blog that was not read from anything", "LiveBlog.capture", "read it from its source")
    return blog.capture


class Captures(NamedTuple):
    """The captures of each blog in a file, the oldest first.

    With them: how many other pages of it were passed over, and what has to be noted of the file as a whole.
    """

    blogs: Sequence[Sequence[Captured]]
    passed_over: int = 0
    notes: Sequence[Note] = ()
