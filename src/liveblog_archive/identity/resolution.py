"""Resolution: what became of what was cited, and whether it still says what it said.

It is pure: the ledger tells the history, and `load` gives an entry in a version, or None where it is lost. An entry
is followed by its id first; only then are the words looked for, in the entries that carry it and nowhere else.
"""

from collections.abc import Callable, Sequence
from itertools import chain

from attrs import evolve

from ..errors import ModelError
from ..model import Entry, LiveBlog, local_of
from .captures import LedgerCapture
from .differences import Piece, word_difference
from .heads import head_difference
from .identifiers import EntryId, VersionId
from .lasting import lasting
from .ledger import Ledger
from .links import ABSENCES
from .matching.torn import cut_off
from .outcomes import Resolution, gone, named, present, versions_told
from .quotes import Quote, parts, stands
from .references import VERSION, Target, entry_named, mistyped, targets
from .typography import form, typography
from .versions import version_id

Load = Callable[[VersionId], Entry | None]
Show = Callable[[int], LiveBlog | None]


class _TamperedError(Exception):
    """The content of what was cited, or of what it is compared with, does not match its id."""

    def __init__(self, what: str, difference: tuple[Piece, ...] = ()) -> None:
        super().__init__(what)
        self.difference = difference


def resolve(reference: Quote | str, ledger: Ledger, load: Load, show: Show | None = None) -> Resolution:
    """Return what became of a quote, or of whatever an identifier names.

    An identifier is a blog id, an entry id or its last 12 characters, a version or snapshot id in full or its first
    12 digits, or an entry and a version of it, as `references.identifier_in` writes them. Every version that the
    answer rests on is hashed again. `show` gives the blog of a capture, for what stands above its entries, or None
    where that is damaged; without it, nothing is said of that. Bad input is an outcome, never an error.
    """
    found = _cited(reference, ledger) if isinstance(reference, Quote) else targets(ledger, reference)
    if not found:
        return _unknown(reference, ledger)
    if len(found) > 1:
        entries = tuple(dict.fromkeys(target.entry for target in found if target.entry))
        reason = f"{len(found)} things have this short id; give the whole id"
        return Resolution(status="ambiguous", reason=reason, now=entries)
    target = found[0]
    quote = reference if isinstance(reference, Quote) else None
    try:
        target = _meant(target, ledger, show) if show and target.earlier else target
        since = ledger.captures[target.capture - 1 :]
        if target.entry is None:
            return _with_source(_capture(target.capture, ledger, load, show), since)
        return _with_source(_until_gone(target, target.entry, quote, ledger, load, show=show), since)
    except _TamperedError as damage:
        return Resolution(
            status="tampered",
            reason=str(damage),
            entry=target.entry,
            version=target.version,
            since=target.capture,
            difference=damage.difference,
        )


def _cited(quote: Quote, ledger: Ledger) -> tuple[Target, ...]:
    """Return the version that a quote is of: seen where it was quoted from, if that is known, else at first."""
    shown = [one.capture for one in ledger.sightings(quote.entry) if one.version == quote.version]
    quoted = [number for number in shown if ledger.unchained(number) == quote.snapshot]
    if not shown:
        return ()
    return (Target(capture=(quoted[-1:] or shown)[0], entry=quote.entry, version=quote.version),)


def _unknown(reference: Quote | str, ledger: Ledger) -> Resolution:
    """Return the outcome `unknown`, with the reason, for a reference to nothing in this ledger."""
    quote = reference if isinstance(reference, Quote) else None
    text, version, _ = (quote.entry, VERSION, "") if quote else str(reference).partition(VERSION)
    entry = entry_named(ledger, text)  # an entry that is here was cited in a version that is not
    try:
        blog = EntryId.parse(text).blog.uri if "#" in text else ledger.blog_id
        reason = f"an entry of another blog, {blog}"
        if entry:
            known = versions_told(ledger.sightings(entry))
            reason = f"the entry is here, but no capture shows it in this version; its versions are {known}"
        elif blog == ledger.blog_id:
            reason = f"no capture of this blog shows {'this version' if version else 'anything with this id'}"
    except ModelError as error:
        reason = str(error)
    if near := None if entry else mistyped(ledger, text):
        reason = f"{reason}; the nearest is {near}"
    cited = quote.entry if quote else entry
    return Resolution(status="unknown", reason=reason, entry=cited, version=quote.version if quote else None)


def _until_gone(
    target: Target, entry: str, quote: Quote | None, ledger: Ledger, load: Load, *, show: Show | None
) -> Resolution:
    """Resolve an entry, or words of it; where it is gone, with what had become of it when it was last seen."""
    result = _with_cut(_resolved(target, entry, quote, ledger, load), target, ledger, load, show)
    if target.version is None or result.current or result.status not in ABSENCES:
        return result
    seen = result.steps[-1].capture - 1
    then = evolve(ledger, captures=ledger.captures[:seen])
    before = _until_gone(target, entry, quote, then, load, show=show)
    if before.status in ("verified", "verified-in-later-version"):
        return result
    reason = f"{result.reason}; in capture {seen}: {before.reason}"
    return evolve(result, reason=reason, also=(before.status, *before.also), difference=before.difference)


def _resolved(target: Target, entry: str, quote: Quote | None, ledger: Ledger, load: Load) -> Resolution:
    sightings = ledger.sightings(entry)
    cited = _loaded(entry, target.version or sightings[-1].version, load)
    if quote is not None and not stands(quote, cited):
        raise _misquoted(quote, cited)
    fate = ledger.followed(entry, target.capture)
    latest = dict(ledger.captures[-1].entries)
    carriers = [_loaded(one, latest[one], load) for one in fate.now]
    if not carriers:
        return gone(fate, target.version)
    happened = lasting(fate, ledger.captures[target.capture - 1].ids, ledger.captures[-1].ids)
    if target.version is None:
        return named(fate, carriers, happened, sightings)
    result = present(fate, carriers, happened, cited, quote)
    if result.quote is None:
        return result
    return evolve(result, quote=evolve(result.quote, snapshot=ledger.unchained(len(ledger.captures))))


def _with_cut(result: Resolution, target: Target, ledger: Ledger, load: Load, show: Show | None) -> Resolution:
    """Say so where what was cited is the beginning of an entry in a capture that was cut within it."""
    entry = result.entry or ""
    shown = [one for one in ledger.sightings(entry) if one.capture >= target.capture]
    after = next((at for at, one in enumerate(shown) if one.version != shown[0].version), None)
    if show is None or after is None or result.current in (None, result.version):
        return result
    number = shown[after - 1].capture
    blog = show(number)
    if blog is None or not cut_off(blog, _loaded(entry, shown[after].version, load)):
        return result
    cut = f"capture {number} was cut off here, and the rest may have been there"
    return evolve(result, reason=f"{result.reason}; {cut}")


def _with_source(result: Resolution, captures: Sequence[LedgerCapture]) -> Resolution:
    """Mark a change as one of reading alone, or of records alone, where all `captures` since name the same source."""
    cited, *later = captures
    same = cited.source is not None and all(capture.source == cited.source for capture in later)
    if result.status == "verified" or not later or not same:
        return result
    anew = all(capture.kind == "rederivation" for capture in later)
    how = (
        "the source is the same, and was read anew" if anew else "the same source is named, but did not come with it"
    )
    return evolve(result, reason=f"{result.reason}; {how}")


def _loaded(entry: str, version: VersionId, load: Load) -> Entry:
    """Return an entry in a version; its digest is verified."""
    name = f"version {version.short} of {local_of(entry)}"
    found = load(version)
    if found is None:
        raise _TamperedError(f"{name} is missing")
    if found.id != entry or version_id(found) != version:
        raise _TamperedError(f"{name} is not what its id says")
    return found


def _shown(number: int, show: Show) -> LiveBlog:
    """Return the blog of a capture, for what stands above its entries."""
    if (blog := show(number)) is None:
        raise _TamperedError(f"what stands above the entries of capture {number} is missing or damaged")
    return blog


def _misquoted(quote: Quote, cited: Entry) -> _TamperedError:
    said = dict(parts(cited)).get(quote.paragraph, "")[quote.start : quote.end]
    if said == quote.exact:
        return _TamperedError("the digest or the context of the quote is not that of the cited version")
    what = "the cited version does not say this there"
    if said and form(said) == form(quote.exact):
        what = f"the cited version says this there with other {', '.join(typography(said, quote.exact))}"
    return _TamperedError(what, word_difference(said, quote.exact))


def _meant(target: Target, ledger: Ledger, show: Show) -> Target:
    """Return the first of the captures that an id may mean above whose entries anything was edited since; else it."""
    latest = _shown(len(ledger.captures), show)
    edited = (number for number in target.earlier if head_difference(_shown(number, show), latest))
    return evolve(target, capture=next(edited, target.capture))


def _capture(number: int, ledger: Ledger, load: Load, show: Show | None) -> Resolution:
    """Resolve a capture of the whole blog: the digest of every version in it is verified.

    What stands above the entries is in no digest but that of the source; an edit of it is told all the same.
    """
    cited, latest = ledger.captures[number - 1], ledger.captures[-1]
    for entry, version in cited.entries:
        _loaded(entry, version, load)
    same = cited.entries == latest.entries
    last = len(ledger.captures)
    above = head_difference(_shown(number, show), _shown(last, show)) if show and number < last else {}
    reason = "every entry is as it was cited" if same else "kept as it was cited; the blog was changed since"
    if above:
        reason = f"{reason}; edited above the entries since: {', '.join(above)}"
    return Resolution(
        status="altered" if above or not same else "verified",
        reason=reason,
        version=cited.snapshot,
        current=latest.snapshot,
        difference=tuple(chain.from_iterable(above.values())),
        since=number,
    )
