"""The outcomes of a resolution: which of them apply to a cited entry or quote, and which is the weightiest."""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Literal, cast, get_args

from attrs import evolve, frozen

from ..model import Entry, local_of
from .boundaries import parts_word
from .claims import claimed_time
from .differences import Piece, word_difference
from .finding import respaced
from .framing import Frame, beside_all, byline, frame_difference, summary
from .framing import named as frame_names
from .identifiers import VersionId
from .lasting import Lasting
from .ledger import Fate, Sighting, Step
from .locating import Located, locate
from .quotes import Quote
from .reading import Reading
from .sentences import Sentences, breaks
from .typography import form, typography
from .versions import version_id

# The weightiest first: where several apply, the first is the status, and the others are kept beside it.
Status = Literal[
    "tampered",
    "unknown",
    "ambiguous",
    "deleted",
    "absent",
    "beyond",
    "altered",
    "reframed",
    "merged",
    "split",
    "retimed",
    "moved",
    "present",
    "verified-in-later-version",
    "verified",
]
STATUSES: tuple[Status, ...] = get_args(Status)

_REASONS: dict[Status, str] = {
    "ambiguous": "{count} entries may carry it, none for certain: {now}",
    "deleted": "{when}",
    "absent": "last seen in capture {seen}: deleted since, or beyond the end of what was captured since",
    "beyond": "last seen in capture {seen}: what was captured since ends before it",
    "altered": "{change}",
    "reframed": "the words stand; changed around them: {frame}",
    "merged": "merged into {now}; the words stand there",
    "split": "split; the words stand in {now}",
    "retimed": "the words stand as cited; the time was changed",
    "moved": "the words stand as cited; the entry has another place among the others",
    "present": "the entry is here",
    "verified-in-later-version": "the words stand as cited in a later version",
    "verified": "stands as cited",
}
# Of an id alone: it claims no words that could stand.
_NAMED: dict[Status, str] = {
    "merged": "merged into {now}",
    "split": "split into {now}",
    "verified": "the entry is here, and was never changed",
}
_SHOWN = 8  # versions that are named, of more the first and the last


@frozen(kw_only=True)
class Resolution:
    """What became of a citation.

    `entry` and `version` are what was cited, in full: of an entry id alone no version, of a capture its snapshot id;
    None where nothing is known. `now` are the entries of the latest capture that carry it, of a quote the one where
    its words are; of an `ambiguous` one all that may. `current` is the version of the first of `now`, and `quote` the
    quote as it stands there, if it stands in one paragraph. `difference` is what was changed in the quoted words, or
    in the whole entry; of what is gone, until it was last seen. `steps` are the links since the capture number
    `since`. `also` are the outcomes that apply beside `status`, the weightiest first. `reason` is one line.
    """

    status: Status
    reason: str
    also: tuple[Status, ...] = ()
    entry: str | None = None
    version: VersionId | None = None
    now: tuple[str, ...] = ()
    current: VersionId | None = None
    quote: Quote | None = None
    difference: tuple[Piece, ...] = ()
    since: int | None = None
    steps: tuple[Step, ...] = ()


def gone(fate: Fate, version: VersionId | None) -> Resolution:
    """Return the outcome for an entry that certainly continues in no entry of the latest capture."""
    outcome = "ambiguous" if fate.candidates else fate.left[-1].link.kind
    return _resolution({cast("Status", outcome)}, fate, version, fate.candidates, None)


def named(
    fate: Fate, carriers: Sequence[Entry], happened: Collection[Lasting], sightings: Sequence[Sighting]
) -> Resolution:
    """Return the outcomes for an id alone, which says that there is an entry, and nothing of words, time or place.

    `sightings` are all that there are of it: which version was meant is not known, so those that may be are named.
    """
    own = _own(fate, carriers)
    outcomes = _among(happened, "merged", "split") | _marked(own)
    versions = _changes(sightings)
    whole: Status = "present" if len(versions) > 1 else "verified"
    result = _resolution(
        outcomes or {whole}, fate, None, (own.id, *(one for one in fate.now if one != own.id)), Located(own, None)
    )
    told = _NAMED.get(result.status, "{reason}").format(reason=result.reason, now=_places(result.now))
    if len(versions) > 1:
        times = "once" if len(versions) == 2 else f"{len(versions) - 1} times"
        told = f"{told}; no version was cited, and it was changed {times}: {versions_told(sightings)}"
    return evolve(result, current=version_id(own), reason=told)


def _changes(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return the first sighting, and those in another version than the one before."""
    return [*sightings[:1], *(one for last, one in pairwise(sightings) if one.version != last.version)]


def versions_told(sightings: Sequence[Sighting]) -> str:
    """Return the versions of an entry for people, each with the capture that first showed it, of many some."""
    shown = [f"v{one.capture} {one.version.short}" for one in _changes(sightings)]
    if len(shown) > _SHOWN:
        shown[_SHOWN // 2 : -_SHOWN // 2] = ["…"]
    return ", ".join(shown)


def present(
    fate: Fate, carriers: Sequence[Entry], happened: Collection[Lasting], cited: Entry, quote: Quote | None
) -> Resolution:
    """Return the outcomes for a version, or a quote of it, of an entry that `carriers` carry now.

    `happened` is what became of it and is still so.
    """
    own = _own(fate, carriers)
    if version_id(own) == version_id(cited):
        found, outcomes = Located(own, quote), _among(happened, "moved") | _marked(own)
        outcomes.add("verified")
    else:
        found = locate(quote, cited, carriers) if quote else _compared(cited, carriers, own, "merged" in happened)
        outcomes = _among(happened, "merged", "split", "moved") | _marked(found.entry, cited)
        outcomes |= _retimed(found.entry, cited) | _worded(found)
    current = found.entry
    is_one = quote is not None or current is not own
    now = (current.id,) if is_one else (current.id, *(one for one in fate.now if one != current.id))
    result = _resolution(outcomes, fate, version_id(cited), now, found)
    return evolve(result, current=version_id(current), quote=found.quote)


def _own(fate: Fate, carriers: Sequence[Entry]) -> Entry:
    """Return the cited entry itself where it is one of those that carry it, else the first of them."""
    return next((entry for entry in carriers if entry.id == fate.id), carriers[0])


def _among(happened: Collection[Lasting], *statuses: Lasting) -> set[Status]:
    return {status for status in statuses if status in happened}


def _marked(entry: Entry, cited: Entry | None = None) -> set[Status]:
    """Return `deleted` for an entry that is still listed, but marked as such: nobody stands by its words.

    That goes for one that became a draft, or a comment, since it was cited, too.
    """
    withdrawn = cited is not None and entry.status not in ("published", cited.status)
    return {"deleted"} if entry.status == "deleted" or withdrawn else set()


def _worded(found: Located) -> set[Status]:
    """Return what is to be told of the words themselves."""
    if found.frame:
        return {"reframed"}
    return {"altered" if found.difference else "verified-in-later-version"}


def _retimed(entry: Entry, cited: Entry) -> set[Status]:
    """Return `retimed` where an entry's time is another; a part of it, or what it was merged into, has its own."""
    return {"retimed"} if entry.id == cited.id and claimed_time(entry) != claimed_time(cited) else set()


def _compared(cited: Entry, carriers: Sequence[Entry], own: Entry, merged: bool) -> Located:
    """Compare all words of an entry with those of what carries it: of one that has them all, else of all together.

    Together they have them in either order; a merged one holds more.
    """
    old = Reading(cited).text
    for entry, ones in (*((one, [one]) for one in carriers), (own, carriers), (own, carriers[::-1])):
        new = _text(ones)
        sentence = _parted(old, new) if new.split() == old.split() else _sentence(old, new) if merged else None
        if sentence is not None:
            frame = sentence | beside_all(cited, ones, merged) | summary(cited, entry) | byline(cited, entry)
            return Located(entry, None, frame_difference(frame), frame)
    return Located(own, None, word_difference(old, _text(carriers)))


def _text(entries: Sequence[Entry]) -> str:
    return "\n\n".join(Reading(entry).text for entry in entries)


def _parted(old: str, new: str) -> Frame:
    """Return the change of all sentences where lines end elsewhere within them, between the same words."""
    return {} if breaks(old) == breaks(new) else {"the sentence": (old, new)}


def _sentence(old: str, new: str) -> Frame | None:
    """Return the change of the sentence that all words of a merged entry stand in; None where they stand in none.

    They stand as they did where they are sentences of their own.
    """
    sentences = Sentences(new)
    places = [place for place in respaced(new, old) if not any(parts_word(new, end) for end in place)]
    found = [sentences.told(place) for place in places]
    if not found:
        return None
    own = any(form(one).rstrip(".") == form(old).rstrip(".") for one in found)
    return {} if own else {"the sentence": (old, found[0])}


def _change(found: Located) -> str:
    """Return the reason that is given for a change of words."""
    old, new = (
        "".join(piece.text for piece in found.difference if piece.kind != kind) for kind in ("added", "removed")
    )
    if new and form(old) == form(new):
        return f"the words are the same but for their form: {', '.join(typography(old, new))}"
    change = "the words were changed" if new else "the words were taken out"
    return f"{change}; they stand in another sentence" if found.elsewhere else change


def _places(now: Sequence[str]) -> str:
    return ", ".join(map(local_of, now))


def _resolution(
    outcomes: Collection[Status], fate: Fate, version: VersionId | None, now: tuple[str, ...], found: Located | None
) -> Resolution:
    """Return the weightiest outcome, with its reason; `found` is where the words are, or nothing of an entry is."""
    status, *also = [one for one in STATUSES if one in outcomes]
    last = max((step.capture for step in fate.left), default=fate.since)
    facts = {"now": _places(now), "count": len(now), "seen": last - 1, "when": f"gone since capture {last}"}
    if found:
        facts |= {"change": _change(found), "frame": frame_names(found.frame)}
        facts["when"] = f"still listed, marked as {found.entry.status}"
    return Resolution(
        status=status,
        reason=_REASONS[status].format_map(facts),
        also=tuple(also),
        entry=fate.id,
        version=version,
        now=now,
        difference=found.difference if found else (),
        since=fate.since,
        steps=fate.steps,
    )
