"""One run: list the source, take what is known of it, let an engine do the shards, and finish the manifest."""

import posixpath
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from attrs import evolve, frozen

from ..errors import ExportError
from ..exporters import EXPORTERS
from ..litter import is_litter
from .documents import Listing, find
from .engines import Engine
from .engines import engine as engine_named
from .manifest import FAILED, MANIFEST, Manifest
from .map_shard import PARTS, Job
from .places import STAGING, Destination, is_private, real_folder, without_password
from .records import BLOGS, Result
from .shards import cut

LOCK = ".lock"
BEGUN = ".formats"  # a line for each format that runs were told which have not come to their end
_OURS = {LOCK, BEGUN, STAGING, BLOGS, PARTS, MANIFEST, FAILED}


@frozen(kw_only=True)
class Summary:
    """What a run did: how many documents there were, how many blogs were written, were there already, or failed.

    A web archive may hold several blogs; `empty` ones hold none. `others` are files of a folder whose suffix no
    importer has, and links to folders, which are not followed. `entries` and `bytes` are of what this run wrote.
    `parts` are files that a browser saved in a folder beside a page, and that are no pages of their own.
    `manifest` is the list of all, `failures` of what failed, in an earlier run also of what is no longer in the
    source; None where nothing did.
    """

    documents: int = 0
    written: int = 0
    kept: int = 0
    empty: int = 0
    failed: int = 0
    others: int = 0
    parts: int = 0
    entries: int = 0
    bytes: int = 0
    manifest: str
    failures: str | None = None


@frozen
class Progress:
    """How far a run has come: documents done, of how many, and the entries written."""

    done: int
    documents: int
    entries: int


def run(
    source: str | list[str],
    job: Job,
    *,
    engine: str,
    jobs: int | None,
    scheduler: str | None,
    progress: Callable[[Progress], object] | None,
) -> Summary:
    """Do a job for all documents of a source that are new, changed or failed before.

    Raises `ImportFailure` for a source that holds nothing, and `ExportError` for a destination that cannot be
    written, holds other things, or that another run is writing to. What failed of single documents is in the summary.
    """
    tell = progress or (lambda _: None)
    destination = Destination(job.destination)
    listing = find(source)
    _check_apart(listing, destination)
    _check_ours(destination)
    private = destination.at.private or any(
        is_private(one) for one in (source if isinstance(source, list) else [source])
    )
    chosen = engine_named(engine, jobs, scheduler, private)
    destination.make()
    with _locked(destination):
        destination.clear_staging()
        destination.make()
        try:
            job = evolve(job, begun=_begin(destination, {name for name, _ in job.formats}))
            summary = _counted(_done(job, chosen, destination, listing), listing, destination, tell)
            if Manifest(destination).finish():
                summary = evolve(summary, failures=f"{_where(destination)}/{FAILED}")
            destination.remove(BEGUN)
        finally:
            destination.clear_staging()
    return summary


def _begin(destination: Destination, formats: set[str]) -> frozenset[str]:
    """Write down, until the run has come to its end, what it writes; add what is left of runs that did not."""
    if destination.size(BEGUN) is not None:  # a full disk may have left anything in it
        known = {exporter.name for exporter in EXPORTERS}
        formats |= known & {line.decode(errors="replace").strip() for line in destination.lines(BEGUN)}
    destination.write(BEGUN, (f"{name}\n".encode() for name in sorted(formats)))
    return frozenset(formats)


def _done(job: Job, engine: Engine, destination: Destination, listing: Listing) -> Iterator[tuple[Result, ...]]:
    manifest = Manifest(destination)
    documents = manifest.join(listing.documents)
    shards = cut(documents, len(listing.documents), engine.workers, manifest.next_run)
    return engine.run(job, shards)


def _counted(
    done: Iterator[tuple[Result, ...]],
    listing: Listing,
    destination: Destination,
    progress: Callable[[Progress], object],
) -> Summary:
    total = len(listing.documents)
    summary = Summary(
        documents=total, others=listing.others, parts=listing.parts, manifest=f"{_where(destination)}/{MANIFEST}"
    )
    seen = 0
    progress(Progress(0, total, 0))
    for results in done:
        for result in results:
            summary = _added(summary, result)
        seen += len({result.record.document for result in results})
        progress(Progress(seen, total, summary.entries))
    return summary


def _where(destination: Destination) -> str:
    return destination.at.text.rstrip("/")


def _added(summary: Summary, result: Result) -> Summary:
    record = result.record
    if record.status != "done":
        return evolve(summary, **{record.status: getattr(summary, record.status) + 1})
    if not record.outputs:
        return summary  # a web archive, whose blogs have records of their own
    if not result.fresh:
        return evolve(summary, kept=summary.kept + 1)
    size = sum(output.bytes for output in record.outputs)
    return evolve(
        summary, written=summary.written + 1, entries=summary.entries + record.entries, bytes=summary.bytes + size
    )


def _check_apart(listing: Listing, destination: Destination) -> None:
    """Refuse to write into the source: what is written would be read the next time."""
    at, remedy = destination.at, "name a folder apart from the source"
    inside = f"{real_folder(at.full(at.path))}/"
    if (source := listing.folder) and source.fs == at.fs:
        folder = source.full(source.path)
        if inside.startswith(f"{real_folder(folder)}/"):
            raise ExportError(f"it is the source, {folder}, or in it", at.text, remedy)
    for document in listing.documents:
        is_near = document.at is None or document.at.fs == at.fs
        if is_near and f"{real_folder(posixpath.dirname(document.address))}/".startswith(inside):
            raise ExportError(f"{without_password(document.address)}, a source, is in it", at.text, remedy)


def _check_ours(destination: Destination) -> None:
    """Refuse a folder that holds other things than a batch, and what systems leave in any."""
    others = [name for name in destination.names() if name not in _OURS and not is_litter(name)]
    if others:
        raise ExportError(
            f"it holds other things, such as {others[0]}", destination.at.text, "name a new folder, or an empty one"
        )


@contextmanager
def _locked(destination: Destination) -> Iterator[None]:
    """Keep a second run out: by a lock of the kernel on a local disk, elsewhere by an object that marks the place."""
    where = destination.at.text
    if destination.at.local:
        destination.create(LOCK, b"")
        with destination.locked(LOCK):
            yield
        return
    if not destination.create(LOCK, b""):
        raise ExportError(
            f"another run is writing to it, or was killed and left {LOCK} behind",
            where,
            f"wait until it is done, or remove {where.rstrip('/')}/{LOCK} when none is under way",
        )
    try:
        yield
    finally:
        destination.remove(LOCK)
