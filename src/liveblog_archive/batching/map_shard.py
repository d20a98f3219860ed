"""The work itself: `map_shard(job, shard) -> results`, the same in any process of any machine.

It may be killed and done again at any moment, even twice at once: every output is complete or absent, the bytes are
the same each time, and the part of the manifest, which alone makes a shard count, is committed last.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import IO

from attrs import evolve, field, fields, frozen, has

from .. import garbage
from ..canonical import canonical_bytes
from ..errors import ExportError, ImportFailure, LiveBlogError, escaped_line
from ..exporters import common_options, exporter
from ..identity import identify
from ..importers import Options, importer, importer_for
from ..importers.source import Source
from ..model import LiveBlog, Note
from ..version import __version__
from .documents import Document
from .places import Destination, DestinationError, open_source, pieces
from .records import BLOGS, Output, Record, Result, Status, to_line
from .shards import Shard

PARTS = "parts"
_HEAD = 4096
_OF_ARCHIVE = re.compile(r"[0-9a-f]{16}\.[a-z.]+")  # the files of a blog in a web archive, in the folder of that


@frozen(kw_only=True)
class Job:
    """What is to be done with every document: where outputs go, in which formats, and what is known of the sources.

    Each format is named, with the options that it is told. `largest` is the most bytes that a document may have, but
    for a web archive, which is read piece by piece. `begun` names the formats that runs were told which have not come
    to their end. `settings` is the digest of all that the outputs depend on beside the sources; another one means to
    do all again.
    """

    destination: str
    formats: tuple[tuple[str, dict[str, object]], ...]
    options: Options
    importer: str | None = None
    largest: int = field()
    begun: frozenset[str] = frozenset()
    settings: str = field(init=False)

    @largest.validator
    def _check_largest(self, _attribute: object, value: object) -> None:
        if not isinstance(value, int) or value < 1:
            raise ExportError(f"largest is {value!r}", remedy="give a number of bytes from 1")

    @settings.default
    def _digest(self) -> str:
        told = {
            "version": __version__,
            "formats": [
                f"{name} {[(option, _in_full(value)) for option, value in sorted(told.items())]}"
                for name, told in self.formats
            ],
            "importer": self.importer or "",
            "options": [_in_full(self.options)],
        }
        return hashlib.sha256(canonical_bytes(told)).hexdigest()


def _in_full(value: object) -> str:
    """Return an option as a text that differs wherever the option does; what it is shown as may be shortened."""
    kind = type(value)
    if has(kind):
        return f"{kind.__name__}({', '.join(_in_full(getattr(value, one.name)) for one in fields(kind))})"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_in_full(key)}: {_in_full(one)}' for key, one in value.items())}}}"
    if isinstance(value, Set):
        return f"{{{', '.join(sorted(map(_in_full, value)))}}}"
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return f"[{', '.join(map(_in_full, value))}]"
    return repr(value)


def map_shard(job: Job, shard: Shard) -> tuple[Result, ...]:
    """Read and write the documents of a shard; return what became of each, once that is committed.

    Raises `DestinationError` when the destination cannot be written: then nothing of the shard counts.
    """
    destination = Destination(job.destination)
    results = [result for document in shard.documents for result in _results(job, destination, document)]
    destination.write(f"{PARTS}/{shard.part}", (to_line(result.record) for result in results))
    return tuple(results)


def give_up(job: Job, shard: Shard) -> tuple[Result, ...]:
    """Commit that the one document of a shard is one that kills whatever process reads it."""
    document = shard.documents[0]
    destination = Destination(job.destination)
    error = f"{document.key}: the process that read it was killed, each time; see whether it takes too much memory"
    result = Result(_failed(job, document, escaped_line(error)), fresh=True)
    _tidy(job, destination, document, [], is_archive=document.is_archive)
    destination.write(f"{PARTS}/{shard.part}", [to_line(result.record)])
    return (result,)


@frozen
class _Source:
    """What was read of a document: its bytes (none of a web archive, which is read once more), length and digest."""

    data: bytes
    size: int
    sha256: str
    is_archive: bool


def _results(job: Job, destination: Destination, document: Document) -> Iterator[Result]:
    """Do one document; whatever is wrong with it is a record, and the others are done all the same."""
    source: _Source | None = None
    written: list[Record] = []
    fresh = True
    try:
        source = _read(job, document)
        fresh = not _is_done(job, destination, document, source)
        written = list(_records(job, destination, document, source) if fresh else document.known)
    except DestinationError:
        raise  # the next document would fare no better, and what an earlier run wrote of this one is to stay
    except Exception as error:  # noqa: BLE001 - a defect that one blog shows must not stop a million others
        written = [_failed(job, document, _why(document.key, error), source)]
    if source is None:
        written = _unread(document, written)
    _tidy(job, destination, document, written, is_archive=source.is_archive if source else document.is_archive)
    yield from (Result(record, fresh) for record in written)


def _tidy(job: Job, destination: Destination, document: Document, written: list[Record], *, is_archive: bool) -> None:
    """Remove what stands of a document beside the outputs that were `written`: all of a blog's stand there, or none.

    That is what an earlier run wrote, and what came of a blog before a format failed, or before the process was
    killed that wrote it, in whatever formats.
    """
    kept = {output.path for record in written for output in record.outputs}
    found = {output.path for record in document.known for output in record.outputs}
    if is_archive:
        folder = f"{BLOGS}/{document.key}"
        found |= {f"{folder}/{name}" for name in destination.names(folder) if _OF_ARCHIVE.fullmatch(name)}
    else:
        found |= {_output(document.key, name) for name in job.begun.union(name for name, _ in job.formats)}
    for path in sorted(found - kept):
        destination.remove(path)


def _output(key: str, name: str) -> str:
    """Return the path of what is written of a blog in a format."""
    return f"{BLOGS}/{key}{exporter(name).suffixes[0]}"


def _unread(document: Document, failed: list[Record]) -> list[Record]:
    """Return what is to be said of a document that is out of reach, or too large for this run.

    Nothing tells that it is another one now. So what an earlier run wrote of it stays, under the records of that run,
    which say that it failed this time.
    """
    known = [record for record in document.known if record.outputs]
    return [evolve(record, status="failed", error=failed[0].error) for record in known] or failed


def _why(key: str, error: Exception) -> str:
    """Return in one line why a document, or a blog in a web archive, failed."""
    if isinstance(error, LiveBlogError):
        return str(error)
    return escaped_line(f"{key}: {type(error).__name__}: {error}; a defect of the library: please report it")


def _failed(job: Job, document: Document, error: str, source: _Source | None = None) -> Record:
    size, digest = (source.size, source.sha256) if source else (document.size, None)
    return Record(key=document.key, settings=job.settings, status="failed", bytes=size, sha256=digest, error=error)


def _read(job: Job, document: Document) -> _Source:
    """Read a document, as far as it may be held in memory; of a web archive only the digest is kept."""
    where = document.key
    is_archive = document.is_archive
    if not is_archive:
        _check_size(document.size or 0, job, where)
    digest, size, held = hashlib.sha256(), 0, bytearray()
    with open_source(document.address, document.at, key=document.key) as file:
        for piece in pieces(file, where):
            is_archive = is_archive or (not size and Source(piece[:_HEAD]).is_warc)
            digest.update(piece)
            size += len(piece)
            if not is_archive:
                _check_size(size, job, where)
                held += piece
    return _Source(bytes(held), size, digest.hexdigest(), is_archive)


def _check_size(size: int, job: Job, where: str) -> None:
    if size > job.largest:
        raise ImportFailure(
            f"larger than {job.largest / 2**20:g} MB, which is the most that a document may have",
            where,
            "raise --largest (largest=) if the memory allows it",
        )


def _is_done(job: Job, destination: Destination, document: Document, source: _Source) -> bool:
    """Whether all is written already, of the same bytes and under the same settings."""
    return bool(document.known) and all(
        record.status != "failed"
        and (record.sha256, record.settings) == (source.sha256, job.settings)
        and all(destination.size(output.path) == output.bytes for output in record.outputs)
        for record in document.known
    )


def _records(job: Job, destination: Destination, document: Document, source: _Source) -> Iterator[Record]:
    told = evolve(job.options, where=document.key)
    common = Record(key=document.key, settings=job.settings, status="done", bytes=source.size, sha256=source.sha256)
    if not source.is_archive:
        reader = importer(job.importer) if job.importer else importer_for(source.data, document.key)
        # A format that states everything itself needs to be told nothing, though others in the batch do.
        options = Options(where=document.key) if reader.complete else told
        with garbage.kept():
            blog = identify(reader.read(source.data, options))
        yield _write(job, destination, common, blog)
        return
    with open_source(document.address, document.at, key=document.key) as file:
        yield from _of_archive(job, destination, common, file, told)


def _of_archive(
    job: Job, destination: Destination, common: Record, file: IO[bytes], told: Options
) -> Iterator[Record]:
    """Yield a record for each live blog in a web archive; before them one of itself, where it has none, or is odd.

    One that is damaged has failed: what else was in it, nobody can tell.
    """
    from ..importers import warc

    found, notes = warc.blogs(file, told)
    if notes or not found:
        damage = next((note.text for note in notes if note.code == "damaged-archive"), None)
        status: Status = "failed" if damage else "done" if found else "empty"
        losses = tuple(note.text for note in notes)
        yield evolve(common, status=status, notes=len(notes), losses=losses, error=damage)
    for address, blog in found.items():
        key = f"{common.key}/{hashlib.sha256(address.encode()).hexdigest()[:16]}"
        record = evolve(common, key=key, archive=common.key, url=address)
        try:
            yield _write(job, destination, record, identify(blog))
        except DestinationError:
            raise
        except Exception as error:  # noqa: BLE001 - one bad blog must not end the archive that it is in
            yield evolve(record, status="failed", error=_why(key, error))


def _write(job: Job, destination: Destination, record: Record, blog: LiveBlog) -> Record:
    """Write a blog in every format."""
    outputs: list[Output] = []
    notes: list[Note] = []
    for name, options in job.formats:
        content = exporter(name).write(blog, options, notes.append)
        outputs.append(destination.write(_output(record.key, name), content))
    return evolve(
        record,
        blog=blog.id,
        title=blog.title,
        url=blog.url or record.url,
        entries=len(blog.entries),
        notes=len(blog.notes),
        losses=tuple(note.text for note in notes),
        outputs=tuple(outputs),
    )


def formats_of(names: Sequence[str], options: Mapping[str, object]) -> tuple[tuple[str, dict[str, object]], ...]:
    """Return the formats that names or suffixes (`ics`) mean, each once, with those of the options that it has."""
    found = list(dict.fromkeys(map(exporter, names)))
    if not found:
        raise ExportError("no format to write", remedy="name one or several, such as jsonld")
    told = common_options(found, options)
    for one, own in zip(found, told, strict=True):
        one.asked(own)  # or each document would be told to be at fault
    return tuple((one.name, own) for one, own in zip(found, told, strict=True))
