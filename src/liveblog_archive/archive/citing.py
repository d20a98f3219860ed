"""What is cited in a blog that is kept: the words that somebody gives or a citation names, in all its versions."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial

from attrs import evolve

from ..citation.passages import Passage
from ..citation.reading import Cited, written
from ..errors import ArchiveError, CitationError, LiveBlogError, ModelError
from ..identity import VersionId, version_id
from ..identity.nearest import Nearest
from ..identity.outcomes import Resolution
from ..identity.quotes import Quote
from ..identity.quoting import AbsentError, RepeatedError, Wanted, absent, elsewhere, no_entry, quotes_in
from ..identity.references import VERSION, entry_named, nearest_entry, targets
from ..identity.resolution import resolve
from ..identity.typography import form, may_have
from ..model import Entry
from .storage import Storage
from .stored import Damaged, StoredBlog

# What tells that the words stand no more as an older version has them; a capture that ends before them tells nothing.
_OTHERWISE = frozenset({"tampered", "ambiguous", "deleted", "altered", "reframed"})


def quoted(wanted: Wanted, stored: StoredBlog, entry: str | None) -> Quote:
    """Return the quote of words in the latest version that has them, of a blog or of one entry of it.

    Every version of an entry is read once, however many captures show it. Raises `CitationError` as `Archive.quote`
    does; where the words stand nowhere, it tells which version has the nearest.
    """
    ledger, nearest = stored.ledger, Nearest(wanted.exact)
    within = entry_named(ledger, entry) if entry is not None else None
    if entry is not None and within is None:
        raise no_entry(entry, stored.blog(len(ledger.captures)).entries, nearest_entry(ledger, entry))
    where = entry or stored.id
    kept: dict[VersionId, Entry | None] = {}
    problems: dict[int, CitationError] = {}
    for number, capture in reversed([*enumerate(ledger.captures, start=1)]):
        shown = [(name, version) for name, version in capture.entries if within in (None, name)]
        for name, version in shown:
            if version not in kept:
                said = stored.said(name, version)
                nearest.look(said)
                kept[version] = said if any(may_have(text, wanted.exact) for text in _texts(said)) else None
        speaking = [*filter(None, (kept[version] for _, version in shown))]
        try:
            return evolve(wanted.quoted(speaking, where), snapshot=ledger.unchained(number))
        except RepeatedError:
            raise
        except AbsentError:
            continue
        except CitationError as error:
            problems[number] = error
    problem = _problem(problems, stored)
    if within is None:
        raise problem or _above(wanted, stored) or _nowhere(wanted, stored, where, nearest)

    def when(found: Quote) -> str:
        return _when(stored, found.entry, found.version)

    other = elsewhere(wanted.exact, where, partial(quoted, Wanted(wanted.exact), stored, None), when)
    raise problem or other or _nowhere(wanted, stored, where, nearest)


def _texts(entry: Entry) -> tuple[str, str]:
    return entry.headline or "", entry.text


def _problem(problems: Mapping[int, CitationError], stored: StoredBlog) -> CitationError | None:
    """Return what is wrong with the words in the latest version that has something like them."""
    if not problems:
        return None
    number = max(problems)
    error = problems[number]
    now = number == len(stored.ledger.captures)
    return error if now else CitationError(f"{error.what}, in version {number}", error.where, error.remedy)


def _above(wanted: Wanted, stored: StoredBlog) -> CitationError | None:
    """Return what is wrong where the words stand above the entries of a version, the latest that has them there."""
    for number in range(len(stored.ledger.captures), 0, -1):
        if error := wanted.above(stored.head(number)):
            return CitationError(f"in version {number} it {error.what}", error.where, error.remedy)
    return None


def _nowhere(wanted: Wanted, stored: StoredBlog, where: str, nearest: Nearest) -> CitationError:
    """Return what is wrong where no version has the words, with the version that has the nearest, and its time."""
    found = nearest.found()
    if found is None:
        return absent(wanted.exact, where)
    return absent(wanted.exact, where, found, _when(stored, found.entry.id, version_id(found.entry)))


def _when(stored: StoredBlog, entry: str, version: VersionId) -> str:
    """Return which version of the blog is the last that shows an entry in a version, and its time."""
    last = stored.version(max(one.capture for one in stored.ledger.sightings(entry) if one.version == version))
    when = f", {last.basis} {last.created.isoformat()}" if last.created else ""
    return f", in version {last.number}{when}"


def quote_of(cited: Cited, name: str, stored: StoredBlog) -> Quote | None:
    """Return the quote of the passage that a citation names, in the version that `name`, of the citation, means.

    None where it means none alone, or one that is missing or damaged: that is for its resolution to say.
    """
    if cited.passage is None and not cited.prose:
        return None
    found = targets(stored.ledger, name)
    target = found[0] if len(found) == 1 else None
    if target is None or target.entry is None or target.version is None:
        return None
    with suppress(ArchiveError):
        entry = stored.said(target.entry, target.version)
        passage = _passage(cited, entry, target.version, stored)
        return passage.of(entry) if passage else None
    return None


def _passage(cited: Cited, entry: Entry, version: VersionId, stored: StoredBlog) -> Passage | None:
    """Return the passage that is cited: for certain, where one of the captures that show the version is cited so."""
    shown = [one.capture for one in stored.ledger.sightings(entry.id) if one.version == version]
    for number in dict.fromkeys((shown[0], shown[-1])) if cited.prose else ():
        with suppress(LiveBlogError):  # what is damaged here is not what is cited
            if found := written(cited.prose, entry, stored.head(number)):
                return Passage(found[0], None) if found[0] else None
    return cited.passage


def earlier(cited: Quote, stored: StoredBlog) -> Iterator[Resolution]:
    """Yield what became of the words of a quote as older versions had them, where they do not stand so any more.

    Those are the versions that the latest capture with the quoted one does not show; each change is told once.
    """
    ledger = stored.ledger
    last = max((one.capture for one in ledger.sightings(cited.entry) if one.version == cited.version), default=1)
    shown = frozenset(ledger.captures[last - 1].entries)
    told = set()
    for entry in ledger.minted:
        for version in dict.fromkeys(one.version for one in ledger.sightings(entry) if one.capture < last):
            said = stored.load(version) if (entry, version) not in shown else None
            for quote in quotes_in(said, cited.exact) if said else ():
                found = resolve(quote, ledger, stored.load, stored.show)
                if found.quote and found.status == "altered" and form(found.quote.exact) == form(quote.exact):
                    continue  # the same words in another typography
                change = (entry, found.status, found.reason, found.difference)
                if found.status in _OTHERWISE and change not in told:
                    told.add(change)
                    yield found


def naming(storage: Storage, cited: str) -> list[StoredBlog]:
    """Return the blogs that an id is of, which names none; raise `ArchiveError` where it may be of a damaged one."""
    unread: list[LiveBlogError] = []
    for having in (_digits(cited), ""):  # no inventory names a snapshot
        every = StoredBlog.every(storage, having, unread.append)
        if found := [stored for stored in every if _has(stored, cited, unread.append)]:
            return found
    if unread:
        raise unread[0]
    entry, _, version = cited.partition(VERSION)
    return naming(storage, entry) if version else []  # whose entry is here, but not the version


def _has(stored: StoredBlog, cited: str, damaged: Damaged) -> bool:
    try:
        return bool(targets(stored.ledger, cited))
    except ArchiveError as error:
        damaged(error)
        return False


def _digits(cited: str) -> str:
    """Return what an inventory has of an id, in the names of files, where that is the id of an entry or a version."""
    try:
        return VersionId.parse(cited).hex
    except ModelError:
        return cited
