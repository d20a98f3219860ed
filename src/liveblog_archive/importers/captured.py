"""The captures that one file holds: of most formats one, of a web archive many, and of several blogs.

And where and when they were met, as far as the file states it.
"""

import hashlib
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from attrs import evolve

from ..errors import ModelError
from ..model import Capture, LiveBlog, Note

# An address in an archive of the web: the time of the copy (in UTC), and the address that it was made of.
_MEMENTO = re.compile(
    r"https?://[^/\s]+/(?:[\w-]+/){0,3}(\d{14}|\d{4}\.\d\d\.\d\d-\d{6})(?:[a-z]{2}_)?/(https?):/{1,2}(\S+)"
)


class Captured(NamedTuple):
    """A blog as it was captured once, and the bytes that it was read from; None where those are several pages."""

    blog: LiveBlog
    source: bytes | None


def capture_of(blog: LiveBlog) -> Capture:
    """Return the capture that an importer has made of what it read; raise `ModelError` for a blog made by hand."""
    if blog.capture is None:
        raise ModelError("a blog that was not read from anything", "LiveBlog.capture", "read it from its source")
    return blog.capture


def memento(url: str | None) -> tuple[str | None, datetime | None]:
    """Return the address that a copy in an archive of the web is of, and when that was made.

    Any other on the web is returned as it is; of a file on somebody's disk there is none.
    """
    found = _MEMENTO.fullmatch(url or "")
    if found is None:
        return url if url and url.startswith(("http://", "https://")) else None, None
    try:
        when = datetime.strptime(re.sub(r"\D", "", found[1]), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return url, None
    return f"{found[2]}://{found[3]}", when


def met(blog: LiveBlog, url: str | None, when: datetime | None, by: str) -> LiveBlog:
    """Return a blog whose capture says where and when it was met, as `by` states it, with a note of that."""
    of_copy, copied = memento(url)
    when = copied or when
    if of_copy is None and when is None:
        return blog
    capture = capture_of(blog)
    told = " ".join([*([f"at {of_copy}"] if of_copy else []), *([f"on {when.isoformat()}"] if when else [])])
    capture = evolve(capture, url=of_copy or capture.url, retrieved=when or capture.retrieved)
    note = Note(code="capture-stated", text=f"captured {told}, as {by} states")
    return noted(evolve(blog, url=blog.url or of_copy, capture=capture), [note])


def noted(blog: LiveBlog, notes: Sequence[Note]) -> LiveBlog:
    """Return a blog with more notes on its capture."""
    capture = capture_of(blog)
    return evolve(blog, capture=evolve(capture, notes=[*capture.notes, *notes]))


def of_file(blog: LiveBlog, data: bytes, media_type: str) -> LiveBlog:
    """Return a blog whose capture is the file that carried what it was read from."""
    digest = hashlib.sha256(data).hexdigest()
    return evolve(blog, capture=evolve(capture_of(blog), sha256=digest, length=len(data), media_type=media_type))


class Captures(NamedTuple):
    """The captures of each blog in a file, the oldest first.

    With them: how many other pages of it were passed over, and what has to be noted of the file as a whole.
    """

    blogs: Sequence[Sequence[Captured]]
    passed_over: int = 0
    notes: Sequence[Note] = ()
