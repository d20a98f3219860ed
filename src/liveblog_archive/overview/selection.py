"""Which entries are wanted: by time, by day, key entries, by id, by words. All that is asked for must hold."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from attrs import fields_dict, frozen

from ..errors import ExportError
from ..model import Bounds, Entry, LiveBlog, local_of
from .instants import axis_zone, clock, midnight, placed, seconds
from .names import caseless

_NAMED = 5  # days that are named to one who asked for others


@frozen(kw_only=True)
class Selection:
    """What is asked for; the default is everything.

    `start` and `end` are a half-open interval of time; a day stands for its first moment, and a time without an
    offset is one of the blog's zone. An entry without a time of day is in it when what is known of its time is
    not outside. `days` are calendar days, `ids` full ids or their last part after the `#`, also several with commas
    between; `text` is words that stand in the headline, summary or body, whatever their case.
    """

    start: date | None = None
    end: date | None = None
    days: tuple[date, ...] = ()
    key: bool = False
    ids: tuple[str, ...] = ()
    text: str = ""

    @property
    def everything(self) -> bool:
        """True when nothing is asked for, so that every entry is wanted."""
        return all(getattr(self, name) == one.default for name, one in fields_dict(Selection).items())


def select(blog: LiveBlog, selection: Selection, entries: Sequence[Entry] | None = None) -> tuple[Entry, ...]:
    """Return those of `entries` (of all the blog's by default) that `selection` asks for, in the order given.

    Raises `ExportError` for an id that none of them has, for an interval that ends before it starts, and where
    nothing is left of what there was.
    """
    among = blog.entries if entries is None else entries
    if selection.everything:
        return tuple(among)
    tests = list(_tests(blog, selection, among))
    chosen = tuple(entry for entry in among if all(test(entry) for test in tests))
    if not chosen:
        remedy = f"ask for less, or for other days or words{_days_of(among)}"
        raise ExportError("no entry is selected", blog.title or blog.id, remedy)
    return chosen


def _days_of(entries: Sequence[Entry]) -> str:
    """Return the end of a sentence that names the days of entries, of many the first and the last."""
    days = sorted({entry.calendar_day.isoformat() for entry in entries if entry.calendar_day})
    shown = ", ".join(days) if len(days) <= _NAMED else f"{days[0]} to {days[-1]}"
    return f": the entries are of {shown}" if days else ""


def _tests(blog: LiveBlog, selection: Selection, among: Sequence[Entry]) -> list[Callable[[Entry], bool]]:
    tests: list[Callable[[Entry], bool]] = []
    if selection.start is not None or selection.end is not None:
        tests.append(_within(blog, selection))
    if selection.days:
        tests.append(lambda entry: entry.calendar_day in selection.days)
    if selection.key:
        tests.append(lambda entry: entry.key_event)
    if selection.ids:
        wanted = _known(selection.ids, among)
        tests.append(lambda entry: entry.id in wanted)
    if selection.text:
        words = _compared(selection.text)
        tests.append(lambda entry: words in _compared(_all_text(entry)))
    return tests


def _within(blog: LiveBlog, selection: Selection) -> Callable[[Entry], bool]:
    """Return a test whether an entry, as far as its time is known, lies in the interval."""
    shown_in = axis_zone(blog)

    def instant(value: date) -> float:
        return seconds(placed(value, shown_in) if isinstance(value, datetime) else midnight(value, shown_in))

    start = instant(selection.start) if selection.start is not None else float("-inf")
    end = instant(selection.end) if selection.end is not None else float("inf")
    if not start < end:
        raise ExportError("the selection ends before it starts", "end", "give a later end, or an earlier start")
    bounds = {entry.id: known for entry, known in zip(blog.entries, blog.iter_bounds(), strict=True)}

    def lies_within(entry: Entry) -> bool:
        value = clock(entry)
        if value is not None:
            return start <= instant(value) < end
        known: Bounds = bounds[entry.id]
        if known.earliest is None and known.latest is None:
            return False
        earliest = instant(known.earliest) if known.earliest is not None else float("-inf")
        latest = instant(known.latest) if known.latest is not None else float("inf")
        return earliest < end and start < latest

    return lies_within


def _known(ids: Sequence[str], among: Sequence[Entry]) -> set[str]:
    """Return the full ids that are meant; raise `ExportError` for the first that no entry has."""
    by_name = {name: entry.id for entry in among for name in (entry.id, local_of(entry.id))}
    meant = [part for one in ids for part in ([one] if one in by_name else one.split(",")) if part]
    for one in meant:
        if one not in by_name:
            of_address = (
                f"it is the address of an entry: give its id, {entry.id}" for entry in among if entry.url == one
            )
            remedy = next(of_address, "take ids from an export, in full or after the #")
            raise ExportError("no entry to select has the id", one, remedy)
    return {by_name[one] for one in meant}


def _all_text(entry: Entry) -> str:
    return "\n".join(filter(None, (entry.headline, entry.summary, entry.text)))


def _compared(text: str) -> str:
    return " ".join(caseless(text).split())
