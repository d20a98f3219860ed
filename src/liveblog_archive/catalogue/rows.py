"""What the catalogue says of an entry, and where the entries come from: archives, and folders that `batch` wrote."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from typing import NamedTuple

from attrs import evolve

from ..archive import Archive
from ..archive.layout import DECLARATION
from ..archive.stored import Damaged
from ..batching.manifest import MANIFEST, Manifest
from ..batching.places import Destination
from ..batching.records import Record
from ..canonical import timestamp
from ..errors import ArchiveError, ImportFailure, LiveBlogError
from ..identity import version_id
from ..model import Entry, LiveBlog

# The status of a row with words that its entry no longer has.
EARLIER = "earlier"


class Row(NamedTuple):
    """An entry: its ids, where it is from, its day (ISO 8601), time (RFC 3339), status, and its words.

    What is not known is None; `authors` are names. `deleted` is the status of an entry, too, that later captures no
    longer had, unless they only end before it; `earlier` is that of words that an entry once had, and later captures
    changed.
    """

    id: str
    version: str
    blog: str
    title: str | None
    publisher: str | None
    day: str | None
    time: str | None
    status: str
    url: str | None
    headline: str | None
    text: str
    authors: tuple[str, ...] = ()


# What reads the rows of a blog: all of them, or none where it is damaged.
Blog = Callable[[], list[Row]]


def rows(sources: Iterable[str], *, earlier: bool = False, damaged: Damaged | None = None) -> Iterator[Row]:
    """Yield the entries of archives and of batches, each blog in its latest version.

    With `earlier`, those of an archive in all the words that they ever had, each with the version that had them last.
    Raises `ArchiveError` for a folder that is neither, or is damaged, `ImportFailure` for a damaged file in it. With
    `damaged`, that is told the error of each blog that cannot be read, and the others are yielded.
    """
    for source in sources:
        destination = Destination(source)
        names = set(destination.names())
        if DECLARATION in names:
            found = _of_archive(Archive(source, create=False), earlier, damaged)
        elif MANIFEST in names:
            found = _of_batch(destination, source)
        else:
            raise ArchiveError("neither an archive nor what batch wrote", source, "check the path")
        for blog in found:
            try:
                yield from blog()
            except LiveBlogError as error:
                if damaged is None:
                    raise
                damaged(error)


def of_blog(blog: LiveBlog) -> Iterator[Row]:
    """Yield the entries of a blog, in source order."""
    return (_row(blog, entry, entry.status) for entry in blog.entries)


def _row(blog: LiveBlog, entry: Entry, status: str) -> Row:
    moment, day = entry.time, entry.calendar_day
    value = moment.value if moment else None
    return Row(
        id=entry.id,
        version=str(version_id(entry)),
        blog=blog.id,
        title=blog.title,
        publisher=blog.publisher.name if blog.publisher else None,
        day=day.isoformat() if day else None,
        time=timestamp(value, moment.precision) if moment and isinstance(value, datetime) else None,
        status=status,
        url=entry.url,
        headline=entry.headline,
        text=entry.text,
        authors=tuple(one.name for one in entry.authors),
    )


def _of_archive(archive: Archive, earlier: bool, damaged: Damaged | None) -> Iterator[Blog]:
    for name in archive.blogs(damaged):
        yield partial(_of_stored, archive, name, earlier)


def _of_stored(archive: Archive, name: str, earlier: bool) -> list[Row]:
    blog = archive.blog(archive.versions(name)[-1])
    gone, unseen = archive.gone(name), archive.unseen(name)
    found = [*of_blog(blog)]
    found += (_row(blog, entry, "deleted") for entry in gone)
    found += (_row(blog, entry, entry.status) for entry in unseen)
    if earlier:
        found += _earlier(archive, name, (*blog.entries, *gone, *unseen))
    return found


def _earlier(archive: Archive, name: str, last: Iterable[Entry]) -> Iterator[Row]:
    """Yield the words that the entries of a blog had before their last ones, the latest first."""
    known = {_worded(entry) for entry in last}
    captures = archive.ledger(name).captures
    versions = set(captures[-1].entries)
    for version in reversed(archive.versions(name)[:-1]):
        shown = captures[version.number - 1].entries
        if versions.issuperset(shown):
            continue  # nothing that is not known: the capture need not be read
        versions.update(shown)
        blog = archive.blog(version)
        for entry in blog.entries:
            if _worded(entry) not in known:
                known.add(_worded(entry))
                yield _row(blog, entry, EARLIER)


def _worded(entry: Entry) -> tuple[str, str | None, str]:
    return entry.id, entry.headline, entry.text


def _of_batch(destination: Destination, where: str) -> Iterator[Blog]:
    from ..interchange import jsonld, xml

    readers: dict[str, Callable[[bytes], LiveBlog]] = {".jsonld": jsonld.read, ".xml": xml.read}
    for record in Manifest(destination).records():
        if record.outputs:
            path, suffix = _lossless(record, readers, where)
            yield partial(_of_file, destination, path, readers[suffix], where)


def _of_file(destination: Destination, path: str, read: Callable[[bytes], LiveBlog], where: str) -> list[Row]:
    try:
        return [*of_blog(read(b"".join(destination.lines(path))))]
    except ImportFailure as error:
        raise evolve(error, where=f"{where.rstrip('/')}/{path}") from error


def _lossless(record: Record, readers: Iterable[str], where: str) -> tuple[str, str]:
    """Return the path and the suffix of an output that holds the whole blog."""
    for output in record.outputs:
        for suffix in readers:
            if output.path.endswith(suffix):
                return output.path, suffix
    raise ArchiveError(
        f"{record.key} was written neither as JSON-LD nor as XML", where, "batch it once more with --to jsonld"
    )
