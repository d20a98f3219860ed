"""How a model came to be: the captured source, and every note its importer made."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from attrs import field, frozen

from ..errors import ModelError
from . import checks
from .moment import same_instant
from .summaries import how_many

_DIGEST = re.compile(r"[0-9a-f]{64}")
_CODE = re.compile(r"[a-z]+(-[a-z]+)*")


@frozen(kw_only=True)
class Note:
    """Something inferred, contradicted or not understood: a stable `code` (docs/reference/notes.md), and what it was.

    `text` is for people, and nothing is read out of it again. `line` counts from 1 in the source; None where it has
    no lines, or the note is of no one of them. `page` and `pages` are of a note that the source is one page of
    several: which, from 1, and of how many; None where nobody knows.
    """

    code: str
    text: str
    line: int | None = None
    page: int | None = None
    pages: int | None = None

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.code, str) or not _CODE.fullmatch(self.code):
            raise ModelError(f"not a note code: {self.code!r}", "Note.code", "use lower-case words joined by hyphens")
        checks.text("Note.text", self.text)
        for name in ("line", "page", "pages"):
            checks.natural(f"Note.{name}", getattr(self, name), least=1, optional=True)


@frozen(kw_only=True)
class CapturedSource:
    """What was captured: bytes, and where and when they were met.

    `sha256` is the digest of the bytes, 64 lower-case hexadecimal digits; `length` is their number, and `media_type`
    their type (RFC 6838). `retrieved` is when they were captured, with an offset in whole minutes, and `url` where:
    None where nobody knows.
    """

    sha256: str
    media_type: str
    length: int
    retrieved: datetime | None = field(default=None, eq=same_instant)
    url: str | None = None

    def __attrs_post_init__(self) -> None:
        own = type(self).__name__
        if not isinstance(self.sha256, str) or not _DIGEST.fullmatch(self.sha256):
            raise ModelError(
                "not 64 lower-case hexadecimal digits", f"{own}.sha256", "give the SHA-256 of the source"
            )
        checks.text(f"{own}.media_type", self.media_type, empty=False)
        checks.natural(f"{own}.length", self.length)
        checks.instance(f"{own}.retrieved", self.retrieved, datetime, optional=True)
        if self.retrieved is not None:
            offset = self.retrieved.utcoffset()
            if offset is None:
                raise ModelError("naive time", f"{own}.retrieved", "give a time with an offset")
            if offset % timedelta(minutes=1):
                # As in Moment: RFC 3339 5.6 has no seconds in an offset.
                raise ModelError("offset is not in whole minutes", f"{own}.retrieved", "use an offset such as +04:00")
        checks.optional_text(f"{own}.url", self.url)


def _notes(values: Iterable[Note]) -> tuple[Note, ...]:
    return checks.as_tuple(values)


def _sources(values: Iterable[CapturedSource]) -> tuple[CapturedSource, ...]:
    return checks.as_tuple(values)


@frozen(kw_only=True)
class Capture(CapturedSource):
    """How a model came to be: what its source was, and what the importer had to note.

    `importer` is its name and version. `sources` are those of a blog that was merged of several captures, and empty
    of any other: then `sha256` is the digest of their digests, and `length` the sum of their lengths.
    """

    importer: str
    notes: tuple[Note, ...] = field(default=(), converter=_notes, repr=how_many)
    sources: tuple[CapturedSource, ...] = field(default=(), converter=_sources, repr=how_many)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        checks.text("Capture.importer", self.importer, empty=False)
        checks.items("Capture.notes", self.notes, Note)
        checks.items("Capture.sources", self.sources, CapturedSource)

    @property
    def captured(self) -> tuple[CapturedSource, ...]:
        """Each of what was captured: the bytes that a digest can be checked with."""
        return self.sources or (self,)
