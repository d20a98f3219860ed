"""The archive: a folder that keeps blogs as they were captured, finds what was cited, and shows any damage."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from attrs import evolve

from ..citation.reading import cited_in
from ..errors import ArchiveError, instead
from ..identity import identify, version_id
from ..identity.captures import LedgerCapture
from ..identity.history import History
from ..identity.ledger import Ledger
from ..identity.outcomes import Resolution
from ..identity.quotes import Quote
from ..identity.quoting import Wanted
from ..identity.references import VERSION
from ..identity.resolution import resolve
from ..model import Entry, LiveBlog
from ..refusals import check_outside
from .bags import PAYLOAD, bag_files, object_data, object_files, open_bag
from .citing import earlier, naming, quote_of, quoted
from .deposits import Deposit, already, captured_at, checked_source, prepare, utc
from .histories import history_at
from .inventory import INVENTORY, SIDECAR, Inventory
from .layout import (
    CHECKSUMS,
    DECLARATION,
    OBJECT_DECLARATION,
    OBJECT_DECLARED,
    checksums_bytes,
    object_path,
    read_checksums,
)
from .mistaken import no_blog, nothing
from .opening import adding, make, opened
from .pasts import Left
from .storage import Files, Storage, write_folder
from .stored import Damaged, StoredBlog, Version
from .verification import Damage, contradictions, verify

if TYPE_CHECKING:
    from ..exporters import Notify

_LISTED = "take it from blogs()"
_OF_ARCHIVE = "take it from a blog of the archive"


class Archive:
    """A folder of blogs, each with all its captures: an OCFL 1.1 storage root.

    ``Archive(path)`` opens the folder. Where no archive is there, the first deposit makes it, and until then it can
    be asked nothing but whether a blog is ``in`` it; with ``create=False`` it must be there. ``clock`` is asked for
    the time of a deposit whose capture has none stated; without one, that time is written down as unknown. Whatever
    goes wrong is a `LiveBlogError` of one line, an `ArchiveError` where it is the archive or an id, and leaves the
    archive as it was.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        create: bool = True,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self._folder = Storage(path)
        self._clock = clock
        self._is_there = opened(self._folder)
        if not (create or self._is_there):
            raise self._absent()

    def __repr__(self) -> str:
        return f"Archive({self._folder.where!r})"

    def _look(self) -> bool:
        """Tell whether the archive is there: another process may have made it meanwhile."""
        self._is_there = self._is_there or opened(self._folder)
        return self._is_there

    @property
    def _storage(self) -> Storage:
        """The folder of the archive, which is there."""
        if not self._look():
            raise self._absent()
        return self._folder

    def _absent(self) -> ArchiveError:
        return ArchiveError("there is no archive here", self._folder.where, "check the path")

    @contextmanager
    def _adding(self) -> Iterator[None]:
        """Hold the lock of the archive to add to it; make it where it is not there."""
        if not self._look():
            check_outside(os.fspath(self._folder.root), above=True, called=self._folder.where)
            make(self._folder)
        with adding(self._folder):
            yield

    def deposit(self, blog: LiveBlog, source: str | bytes | None = None, created: datetime | None = None) -> Version:
        """Add a capture of a blog; return the version that holds it, under the ids of the captures before.

        `source` is the text or the bytes that the blog was read from; `created` is when they were captured, by
        default `blog.capture.retrieved`. The same source again is no new version; read in a better way it is a
        version of the kind `rederivation`, if it is the latest; an older one, stated to be captured when it was,
        stays as it was read. Without its bytes, a blog is but a record of what somebody read: it is not joined to a
        source that is here already, and is a `revision`. Entries that were there before keep their ids, whatever ids
        `blog` gives them.

        Raises `ArchiveError` for another source than the blog was read from, for a capture older than the latest one,
        for a damaged archive, and when another process adds to it or verifies it for longer than some seconds.
        """
        blog = identify(blog)
        data = checked_source(blog, source)
        captured = captured_at(blog, created)
        first = None if self._look() else self._deposited(captured)  # a clock that fails makes no archive
        with self._adding():
            stored = StoredBlog.find(self._storage, blog.id)
            if stored and (known := already(stored, blog, data, captured)):
                return known
            deposited = first if first and not stored else self._deposited(captured)
            new = prepare(stored, blog, data, captured, deposited)
            path = object_path(blog.id)
            self._add(path, new)
            return StoredBlog(self._storage, path, new.inventory).latest

    def _deposited(self, captured: datetime | None) -> datetime | None:
        """Return what the clock says, for a deposit whose capture has no time; within the lock, times run on."""
        return utc(self._clock()) if self._clock and not captured else None

    def _add(self, path: str, new: Deposit) -> None:
        """Write a version and all that seals it."""
        inventory, head, number = new.inventory, new.inventory.head, len(new.inventory.versions)
        seal = {INVENTORY: inventory.data, SIDECAR: inventory.sidecar}
        inside = {stored: new.files[name] for name, stored in inventory.new_files().items()}
        if number in inventory.kept():
            inside |= {f"{head}/{name}": data for name, data in seal.items()}
        if number == 1:
            self._commit(path, {path: ({OBJECT_DECLARATION: OBJECT_DECLARED} | inside | seal).items()}, inventory)
        else:
            version = [(name.partition("/")[2], data) for name, data in inside.items()]
            self._commit(path, {f"{path}/{head}": version}, inventory)

    def _commit(self, path: str, folders: Mapping[str, Files], inventory: Inventory) -> None:
        """Add folders, of a new object or of new versions, and what seals them."""
        seal = {f"{path}/{INVENTORY}": inventory.data, f"{path}/{SIDECAR}": inventory.sidecar}
        checksums = read_checksums(self._storage.read(CHECKSUMS)) | {f"{path}/{INVENTORY}": inventory.digest}
        files = {CHECKSUMS: checksums_bytes(checksums)}
        self._storage.commit(folders, files if path in folders else seal | files)

    # What it holds

    def blogs(self, damaged: Damaged | None = None) -> tuple[str, ...]:
        """Return the ids of all blogs, sorted.

        Raises `ArchiveError` where one cannot be read; with `damaged`, that is told it, and the others are returned.
        """
        return tuple(sorted(stored.id for stored in StoredBlog.every(self._storage, damaged=damaged)))

    def __contains__(self, blog_id: str) -> bool:
        """Tell whether there is a blog with this id; there is none where no archive is there yet."""
        return self._look() and StoredBlog.find(self._storage, blog_id) is not None

    def versions(self, blog_id: str | None = None) -> tuple[Version, ...]:
        """Return the versions of a blog, the oldest first; `blog_id` may be left out where there is one blog only."""
        return self._stored(self._named(blog_id)).versions()

    def latest(self, blog_id: str | None = None) -> Version:
        """Return the latest version of a blog; of its history no more is read than that."""
        return self._stored(self._named(blog_id)).latest

    def capture(self, version: Version) -> LedgerCapture:
        """Return what the ledger says of a version: its entries, and what joins them to those of the one before."""
        return self._of(version).capture(version.number)

    def ledger(self, blog_id: str | None = None) -> Ledger:
        """Return the ledger of a blog: what became of every entry from capture to capture."""
        return self._stored(self._named(blog_id)).ledger

    def blog(self, version: Version) -> LiveBlog:
        """Return the blog as it was deposited in this version, under its final ids.

        Where only the deposit said when it was captured, its capture says so.
        """
        blog = self._of(version).blog(version.number)
        if blog.capture is None or blog.capture.retrieved or version.captured is None:
            return blog
        return evolve(blog, capture=evolve(blog.capture, retrieved=version.captured))

    def title(self, version: Version) -> str | None:
        """Return the title of the blog in this version; None where it has none. No entry is read for it."""
        return self._of(version).head(version.number).title

    def gone(self, blog_id: str | None = None) -> tuple[Entry, ...]:
        """Return the entries that were deleted from a blog and have not come back, each in its last version."""
        return Left.of(self._stored(self._named(blog_id))).deleted

    def unseen(self, blog_id: str | None = None) -> tuple[Entry, ...]:
        """Return the entries that are not shown now, but need not have been deleted, each in its last version."""
        return Left.of(self._stored(self._named(blog_id))).unseen

    def source(self, version: Version) -> bytes | None:
        """Return the bytes that this version was read from; None when they were not deposited."""
        return self._of(version).source(version.number)

    def stream(
        self, version: Version, format: str, *, notify: "Notify | None" = None, **options: object
    ) -> Iterator[bytes]:
        """Yield the bytes of a version piece by piece, in a format and with options of it, as `lba.stream` does.

        A format that counts revisions, as a calendar does, is told what became of every entry until this version.
        """
        from ..exporters import exporter

        chosen = exporter(format)
        past = {"history": self.history(version)} if chosen.remembers else {}
        return chosen.write(self.blog(version), past | options, notify)

    def export(self, version: Version, format: str, *, notify: "Notify | None" = None, **options: object) -> bytes:
        """Return the bytes of a version in a format, as `stream` makes them."""
        return b"".join(self.stream(version, format, notify=notify, **options))

    def history(self, version: Version) -> History:
        """Return how often each entry was revised until this version, and which ones were withdrawn."""
        return history_at(self._of(version), version.number)

    def resolve(self, cited: Quote | Entry | str) -> Resolution:
        """Return what became of what was cited: a quote, an entry, or an id.

        An entry stands for the version that it is. An id is that of a blog, of an entry or its last 12 characters, of
        a version or a snapshot, or the 12 digits that a citation shows of either; it may be within a whole citation.
        Of an entry's id alone it can only be said what is here. Raises `ArchiveError` when nothing in the archive can
        be meant, when several blogs can, and for a record in JSON that was broken. A citation of a paragraph, or of
        words in it, is the quote of these.
        """
        read = cited_in(cited) if isinstance(cited, str) else None
        if isinstance(cited, Entry):
            cited = f"{_id(cited)}{VERSION}{version_id(cited)}"
        elif isinstance(cited, str):
            cited = (self._known(read.names) if read else None) or cited
        elif not isinstance(cited, Quote):
            remedy = "take it from an export, or from quote()"
            raise ArchiveError(instead(cited, "a quote, an entry or an id is"), remedy=remedy)
        stored = self._meant(cited)
        if read and isinstance(cited, str):
            cited = quote_of(read, cited, stored) or cited
        return resolve(cited, stored.ledger, stored.load, stored.show)

    def earlier(self, quote: Quote) -> tuple[Resolution, ...]:
        """Return what became of the same words in older versions that have them, where they do not stand so any more.

        The words of a quote may stand as cited, and have been another speaker's, or in another entry, before.
        """
        if not isinstance(quote, Quote):
            raise ArchiveError(instead(quote, "a quote is"), remedy="make one with quote()")
        return tuple(earlier(quote, self._stored(quote.blog)))

    def quote(
        self,
        exact: str,
        blog_id: str | None = None,
        *,
        entry: Entry | str | None = None,
        paragraph: int | None = None,
        occurrence: int | None = None,
    ) -> Quote:
        """Return the quote of `exact` in the latest version of a blog that has these words in one place.

        `entry` (itself, its id, or the last 12 characters of that) and `paragraph` (from 1; 0 is the headline) narrow
        the search; `occurrence` (from 1) takes one of several places. Raises `CitationError` when the latest version
        that has the words has them in several places, and when no version has them there, saying why, and which
        version has the nearest.
        """
        wanted = Wanted(exact, paragraph, occurrence)
        return quoted(wanted, self._stored(self._named(blog_id)), None if entry is None else _id(entry))

    def verify(self) -> tuple[Damage, ...]:
        """Check every file against every digest, and what they say against each other; return all damages.

        None for a sound archive. Raises `ArchiveError` when another process adds to it for longer than some seconds.
        """
        try:
            with self._storage.locked(DECLARATION, shared=True):
                return verify(self._storage)
        except ArchiveError:
            if self._storage.has(DECLARATION):
                raise
        return verify(self._storage)

    def bag(self, path: str | os.PathLike[str], blog_id: str | None = None) -> None:
        """Write a blog with all its versions as a bag (BagIt 1.0) into the new folder `path`, complete or absent."""
        stored = self._stored(self._named(blog_id))
        check_outside(os.fspath(path))
        write_folder(os.fspath(path), bag_files(self._storage, stored.path, stored.inventory))

    def unbag(self, path: str | os.PathLike[str]) -> str:
        """Take in the blog of a bag, or the versions of it that are new; return its id.

        Raises `ArchiveError` for a bag that is incomplete, changed or contradicts itself, and for a blog that has
        another history here.
        """
        bag = Storage(path)
        inventory = open_bag(bag)
        for damage in contradictions(StoredBlog(bag, PAYLOAD, inventory)):
            raise ArchiveError(damage.what, f"{bag.where}/{damage.path}", "do not trust the bag")
        with self._adding():
            stored = StoredBlog.find(self._storage, inventory.object_id)
            known = len(stored.inventory.versions) if stored else 0
            if stored and stored.inventory.at(len(inventory.versions)) != inventory.at(known):
                raise ArchiveError("the blog has another history here", bag.where, "keep both archives apart")
            if known < len(inventory.versions):
                self._take_in(bag, inventory, known)
        return inventory.object_id

    def _take_in(self, bag: Storage, inventory: Inventory, known: int) -> None:
        names = object_files(inventory)
        path = object_path(inventory.object_id)
        if not known:
            self._commit(path, {path: object_data(bag, PAYLOAD, inventory, names)}, inventory)
            return
        folders: dict[str, Files] = {}
        for number in range(known + 1, len(inventory.versions) + 1):
            own = [name for name in names if name.startswith(f"v{number}/")]
            data = object_data(bag, PAYLOAD, inventory, own)
            folders[f"{path}/v{number}"] = ((name.partition("/")[2], content) for name, content in data)
        self._commit(path, folders, inventory)

    def _known(self, names: Sequence[str]) -> str | None:
        """Return the first of several names that is of a blog in the archive, else the first."""
        known = (name for name in names if StoredBlog.find(self._storage, name.partition("#")[0]))
        return next(known, names[0] if names else None)

    def _meant(self, cited: Quote | str) -> StoredBlog:
        if isinstance(cited, Quote):
            return self._stored(cited.blog)
        blog_id, number_sign, _ = cited.partition("#")
        if number_sign or StoredBlog.find(self._storage, blog_id):
            return self._stored(blog_id, cited)
        found = naming(self._storage, cited)
        if not found:
            raise nothing(cited, self._storage)
        if len(found) > 1:
            names = " and ".join(sorted(stored.id for stored in found))
            raise ArchiveError(f"it may be of {names}", cited, "give the id in full")
        return found[0]

    def _named(self, blog_id: str | None) -> str:
        """Return `blog_id`, or the id of the one blog where it is left out."""
        if blog_id is not None:
            if not isinstance(blog_id, str):
                raise ArchiveError(instead(blog_id, "the id of a blog is"), remedy=_LISTED)
            return blog_id
        names = self.blogs()
        if len(names) != 1:
            what = f"it holds {len(names) or 'no'} blogs"
            remedy = "give the id of the one that is meant: blog_id=" if names else "deposit one first"
            raise ArchiveError(what, self._storage.where, remedy)
        return names[0]

    def _of(self, version: Version) -> StoredBlog:
        """Return the blog of a version; raise `ArchiveError` for what is no version, or one of another archive."""
        if not isinstance(version, Version):
            raise ArchiveError(instead(version, "a version is"), remedy="take it from versions() or latest()")
        stored = self._stored(version.blog_id)
        if not 1 <= version.number <= len(stored.inventory.versions):
            what = f"there is no version {version.number} of it here"
            raise ArchiveError(what, version.blog_id, "list its versions")
        return stored

    def _stored(self, blog_id: str, cited: str = "") -> StoredBlog:
        stored = StoredBlog.find(self._storage, blog_id)
        if stored is None:
            raise no_blog(blog_id, self._storage, cited)
        return stored


def _id(entry: Entry | str) -> str:
    """Return the id of an entry, which may be given itself; raise `ArchiveError` for what has none."""
    found = entry.id if isinstance(entry, Entry) else entry
    if not isinstance(found, str):
        raise ArchiveError(instead(entry, "an entry or its id is"), remedy=_OF_ARCHIVE)
    if not found:
        raise ArchiveError("an entry without an id", remedy=_OF_ARCHIVE)
    return found
