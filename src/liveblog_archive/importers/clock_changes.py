"""Local times of a night in which the clock is set: those that it shows twice, and those that it never shows."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Literal

from attrs import evolve

from ..model import Entry, Moment, Note
from ..model.moment import absolute, after
from ..model.order import Order

Change = Literal["repeated", "skipped"]


def change(value: datetime) -> Change | None:
    """Return what the clock did with the hour of a local time; None where it showed it once."""
    ahead, other = value.utcoffset(), value.replace(fold=1 - value.fold).utcoffset()
    if ahead is None or other is None or ahead == other:
        return None
    return "repeated" if (ahead > other) is (value.fold == 0) else "skipped"  # set back, it is less ahead of UTC


def change_of(moment: Moment | None) -> Change | None:
    """Return what `change` does of a time without an offset of its own, which is read on the clock of the blog."""
    if moment is None or moment.offset_source != "blog" or not isinstance(moment.value, datetime):
        return None
    return change(moment.value)


def note(what: Change, said: str, line: int | None = None) -> Note:
    """Return the note of a time, `said` in words, whose hour was repeated or skipped."""
    if what == "repeated":
        return Note(code="repeated-hour", text=f"{said} is a time that the clock showed twice that night", line=line)
    return Note(code="skipped-hour", text=f"{said} is a time that the clock skipped that night", line=line)


def in_passes(moments: Iterable[Moment | None], order: Order) -> list[Moment | None]:
    """Return the times of entries, those of the second pass of a repeated hour with their `fold`.

    A step back in the direction of time begins the second pass. Without such a step, or where editors ordered the
    entries by hand, nothing tells which pass is meant, and the first is kept.
    """
    found = list(moments)
    if order == "manual":
        return found
    second_pass: date | None = None
    previous: datetime | None = None
    for index in range(len(found)) if order != "newest-first" else range(len(found) - 1, -1, -1):
        moment = found[index]
        if moment is None or moment.offset_source != "blog" or not isinstance(moment.value, datetime):
            continue
        value = moment.value
        if change(value) == "repeated":
            back = previous is not None and previous.date() == value.date() and value.time() < previous.time()
            if back or second_pass == value.date():
                second_pass = value.date()
                found[index] = _in_second_pass(moment, value)
        previous = value
    return found


def _in_second_pass(moment: Moment, value: datetime) -> Moment:
    moved = value.replace(fold=1)
    apart = absolute(moved) - absolute(value)
    earliest, latest = (bound and after(bound, apart) for bound in (moment.earliest, moment.latest))
    return evolve(moment, value=moved, earliest=earliest, latest=latest)


def settled(entries: Sequence[Entry], order: Order, notes: list[Note]) -> Sequence[Entry]:
    """Return entries with each stated time of a repeated hour in its pass; note those, and skipped hours."""
    if not any(change_of(moment) for entry in entries for moment in (_stated(entry), entry.created, entry.modified)):
        return entries
    moments = in_passes(map(_stated, entries), order)
    return [_settled(entry, moment, notes) for entry, moment in zip(entries, moments, strict=True)]


def _stated(entry: Entry) -> Moment | None:
    """Return when data states that an entry was published; what was printed is told by the rules of text."""
    return entry.published or (entry.time if entry.time and not entry.time.text else None)


def _settled(entry: Entry, moment: Moment | None, notes: list[Note]) -> Entry:
    name = entry.native_id or entry.headline or (entry.span and entry.span.element)
    changes = {one.value: what for one in (moment, entry.created, entry.modified) if one and (what := change_of(one))}
    notes += [note(what, f"{name}: {value:%Y-%m-%d %H:%M:%S}") for value, what in changes.items()]
    return evolve(
        entry,
        published=entry.published and moment,
        modified=_as_late(entry.modified, moment),
        time=_as_late(entry.time, moment),
    )


def _as_late(later: Moment | None, published: Moment | None) -> Moment | None:
    """Return when an entry was changed or shown: where it was published in the second pass, in no earlier one."""
    if later is None or published is None or change_of(later) != "repeated":
        return later
    value, of_entry = later.value, published.value
    if isinstance(value, datetime) and isinstance(of_entry, datetime) and of_entry.fold:
        return _in_second_pass(later, value) if value.date() == of_entry.date() else later
    return later
