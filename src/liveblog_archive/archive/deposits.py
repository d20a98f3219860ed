"""What a deposit adds to a blog: nothing, its first version, or one more whose entries carry their ids on."""

import hashlib
from datetime import UTC, datetime

from attrs import evolve, frozen

from ..canonical import entry_bytes
from ..errors import ArchiveError, instead
from ..identity.captures import LedgerCapture, Past, segment_path
from ..identity.ledger import next_capture
from ..identity.links import Matching
from ..identity.matching import match, renamed, revised, without_torn
from ..identity.matching.torn import like
from ..identity.segments import segment_bytes
from ..model import LiveBlog
from .crate import CRATE, crate_bytes
from .inventory import Inventory
from .layout import sha512
from .pasts import Left, past_of
from .record import blog_bytes
from .stored import (
    BLOG,
    CAPTURED,
    DEPOSITED,
    NO_TIME,
    SNAPSHOT,
    UNSTATED,
    StoredBlog,
    Version,
    entry_path,
    source_path,
)

# What is to be done about a page that was put back to what it had been, by whether any version has a time.
_WHEN_PUT_BACK = {
    True: "for a page that was put back, state when it was captured",
    False: "that a page was put back can only be told where the time of an earlier capture or deposit is known",
}


@frozen
class Deposit:
    """A version to be added: the inventory that has it as its head, and the bytes of its files by logical path."""

    inventory: Inventory
    files: dict[str, bytes]


def checked_source(blog: LiveBlog, source: str | bytes | None) -> bytes | None:
    """Return the bytes of a source; raise `ArchiveError` unless they are what the blog says that it was read from."""
    if source is None:
        return None
    if isinstance(source, str):
        data = source.encode(errors="surrogatepass")  # of a text that is none, nothing was read
    elif isinstance(source, bytes | bytearray | memoryview):
        data = bytes(source)
    else:
        what = instead(source, "text or bytes are")
        raise ArchiveError(what, "source", "give what was parsed, or leave it out")
    if blog.capture is None:
        raise ArchiveError("the blog does not say what it was read from", blog.id, "deposit it without a source")
    if hashlib.sha256(data).hexdigest() != blog.capture.sha256:
        raise ArchiveError(
            f"the source is not the one that the blog was read from, which is {blog.capture.sha256}",
            blog.id,
            "give what was parsed, or leave it out",
        )
    return data


def captured_at(blog: LiveBlog, created: datetime | None) -> datetime | None:
    """Return when a blog was captured, in UTC: at `created`, else when its capture says; None where neither does.

    Raises `ArchiveError` for what is no time, or none that the inventory can keep.
    """
    stated = created if created is not None or blog.capture is None else blog.capture.retrieved
    return None if stated is None else utc(stated)


def utc(time: object) -> datetime:
    """Return a time in UTC, as the inventory keeps it."""
    if not isinstance(time, datetime):
        raise ArchiveError(f"not a datetime, but of the type {type(time).__name__}", "created", "give a datetime")
    if time.utcoffset() is None:
        raise ArchiveError(f"a time without an offset: {time.isoformat()}", "created", "give one such as +00:00")
    try:
        return time.astimezone(UTC)
    except OverflowError as error:
        raise ArchiveError(
            f"in UTC, {time.isoformat()} is in no year from 1 to 9999", "created", "give the time of the capture"
        ) from error


def already(stored: StoredBlog, blog: LiveBlog, source: bytes | None, captured: datetime | None) -> Version | None:
    """Return the version that holds this capture already; None when it is a new one.

    What the latest version has is no new capture. Nor is what an older one has, unless the time that is stated for
    the new one is later than some that is known, and than all of these: then the page was put back. Where no time is
    known, it may as well be the older one with its time, and nobody is to make up an edit. Where several have it, it
    is the one that was shown at that time, else the newest. A source that an older one holds, and that is stated to
    be captured when that was, is that capture, in whatever way it is read now. Raises `ArchiveError` for a capture
    that comes too late.
    """
    latest = stored.latest
    digest = blog.capture.sha256 if blog.capture else None
    numbers = range(latest.number, 0, -1) if digest else [latest.number]
    same = [number for number in numbers if stored.source_of(number) == digest]
    shown = stored.last_captured(captured) if captured else None
    same.sort(key=lambda number: shown is None or number != shown[1])
    known = _met_at(stored, same, captured) if source is not None else None
    known = known or next((number for number in same if _holds(stored, number, blog, source)), None)
    last = stored.last_captured()
    if known == latest.number:
        return latest
    timed = last or stored.last_deposited()
    if captured is None or timed is None or captured <= timed[0]:
        if known:
            return stored.version(known)
        if same and digest != latest.source:
            raise _comes_too_late(stored, same[0], blog, timed=timed is not None)
    if captured and last and captured < last[0]:
        raise ArchiveError(
            f"captured at {captured.isoformat()}, before version {last[1]} at {last[0].isoformat()}",
            blog.id,
            "deposit captures in the order they were made in, into a new archive if need be",
        )
    return None


def _met_at(stored: StoredBlog, same: list[int], captured: datetime | None) -> int | None:
    """Return the version before the latest, of those of the `same` source, that holds it as captured at this time."""
    met = (number for number in same if captured and stored.version(number).captured == captured)
    number = next(met, stored.latest.number)
    return number if number < stored.latest.number and stored.source(number) is not None else None


def _holds(stored: StoredBlog, number: int, blog: LiveBlog, source: bytes | None) -> bool:
    """Tell whether a version of the same source has what was read in it, and has the source where that is given.

    Where and when the source was met tells two readings of the latest version apart, but makes no older one new.
    """
    latest = number == len(stored.inventory.versions)
    known = stored.blog(number)
    return _is_same(blog, known, met=latest) and (source is None or stored.source(number) is not None)


def _comes_too_late(stored: StoredBlog, number: int, blog: LiveBlog, *, timed: bool) -> ArchiveError:
    """Return the error for a source that an older version has, or only names; `timed` where any has a time."""
    how = "is that of" if stored.source(number) is not None else "is named, but not held, by"
    way = "" if is_same_reading(blog, stored.blog(number)) else ", read in another way"
    newer = f"version {len(stored.inventory.versions)} is newer"
    return ArchiveError(
        f"its source {how} version {number}{way}, and {newer}",
        blog.id,
        f"only the latest source can be read anew or added to its record; {_WHEN_PUT_BACK[timed]}",
    )


def is_same_reading(one: LiveBlog, other: LiveBlog) -> bool:
    """Tell whether the same was read in a source, wherever that was met; `other` is the version that has it."""
    return _is_same(one, other, met=False)


def _is_same(blog: LiveBlog, known: LiveBlog, *, met: bool) -> bool:
    return _read(like(known, blog), met=met) == _read(known, met=met)


def _read(blog: LiveBlog, *, met: bool) -> LiveBlog:
    """Return what was read in a source, whatever ids it was given, and whoever read it when; `met`, and where."""
    capture = blog.capture and evolve(blog.capture, retrieved=None, importer="any")
    entries = [entry.named("") for entry in blog.entries]
    return evolve(blog, entries=entries, capture=capture if met else None)


def prepare(
    stored: StoredBlog | None,
    blog: LiveBlog,
    source: bytes | None,
    captured: datetime | None,
    deposited: datetime | None,
) -> Deposit:
    """Return the deposit of a new capture."""
    dated = _dated(captured, deposited)
    past, left = past_of(stored) if stored else (Past(blog.id), Left())
    before = past.last
    blog, capture = _continued(stored, past, left, blog, held=source is not None)
    past.admit(capture)
    last = stored.segment(past.number - 1) if stored else None
    files = {
        segment_path(past.number): segment_bytes(blog.id, past.number, capture, last),
        SNAPSHOT: capture.sealed(blog.id, before.snapshot if before else None),
        BLOG: blog_bytes(blog),
    }
    if source is not None:
        files[source_path(hashlib.sha256(source).hexdigest())] = source
    versions = dict(capture.entries)
    files |= {entry_path(entry.id, versions[entry.id]): entry_bytes(entry) for entry in blog.entries}
    files[CRATE] = crate_bytes(blog, files, dated, f"v{past.number}", capture.snapshot)
    inventory = stored.inventory if stored else Inventory(blog.id)
    state = {path: sha512(data) for path, data in files.items()}
    return Deposit(inventory.extended(state, *dated), files)


def _dated(captured: datetime | None, deposited: datetime | None) -> tuple[datetime, str]:
    """Return the time of a version, and what it is the time of."""
    if captured:
        return captured, CAPTURED
    return (deposited, DEPOSITED) if deposited else (NO_TIME, UNSTATED)


def _continued(
    stored: StoredBlog | None, past: Past, left: Left, blog: LiveBlog, *, held: bool
) -> tuple[LiveBlog, LedgerCapture]:
    """Return the blog under its final ids, and what the ledger keeps of it."""
    if stored is None:
        return blog, next_capture(blog, None, Matching(), held=held)
    previous = stored.blog(past.number)
    blog = without_torn(previous.entries, blog)
    matching = match(previous, blog, gone=left.gone, merged=left.merged)
    final = revised(previous, blog, matching, reserved=past.minted)
    return final, next_capture(final, past.last, renamed(matching, blog, final), held=held)
