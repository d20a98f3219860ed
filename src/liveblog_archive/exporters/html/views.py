"""What the templates are given: a blog as days, hours and entries, every text ready to be escaped and printed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from itertools import groupby

from attrs import frozen

from ...citation.wording import one_line
from ...hyperlinks import followable
from ...identity import VersionId, version_id
from ...model import Agent, Entry, LiveBlog, local_of
from ...overview.bounds import between
from ...overview.facts import is_undated
from ...overview.furniture import Furniture
from .blocks import BlockView, Piece, block_views, linked
from .citing import PageCitations, derivable, has_headline
from .safety import json_text, printable
from .setting import Setting
from .words import Words

# A longer printed time would not fit beside its entry: the clock stands there, and the printed time above the text.
_SHORT = 14


@frozen(kw_only=True)
class EntryView:
    """An entry. `facts` is JSON of what the script could not work out for its citation; mostly empty."""

    local: str
    headline: str
    stamp: str | None
    time: str
    remark: str
    printed: str
    flags: tuple[str, ...]
    key: bool
    byline: tuple[Piece, ...]
    summary: str
    blocks: tuple[BlockView, ...]
    version: str
    short: str
    facts: str
    original: str | None
    history: str | None


@frozen(kw_only=True)
class HourView:
    """An hour of a day, which leads to the first entry in it."""

    name: str
    local: str


@frozen(kw_only=True)
class DayView:
    """Entries in a row of one day; `anchor` is the element's id, `day` the date, empty where none is stated.

    `entries` are made as they are drawn, once.
    """

    anchor: str
    day: str
    name: str
    weekday: str
    entries: Iterator[EntryView]
    hours: tuple[HourView, ...]


class Viewer:
    """Makes the views of one blog."""

    def __init__(self, blog: LiveBlog, words: Words, setting: Setting) -> None:
        self._furniture, self._words, self._setting = words.furniture, words, setting
        self.citations = PageCitations(blog)
        # All that is held of every entry, as the page may run the other way: what only its neighbours tell.
        self._bounds = {
            entry.id: bounds
            for entry, bounds in zip(blog.entries, blog.iter_bounds(), strict=True)
            if bounds.basis == "neighbours"
        }

    def days(self, entries: Iterable[Entry]) -> Iterator[DayView]:
        """Yield the days of entries in the order given; a day that comes again is marked as continued."""
        seen: dict[date | None, int] = {}
        for day, run in groupby(entries, key=lambda entry: entry.calendar_day):
            number = seen[day] = seen.get(day, 0) + 1
            own = tuple(run)
            name = self._furniture.day(day) if day else self._words("undated")
            anchor = f"day-{day.isoformat() if day else 'undated'}{f'-{number}' if number > 1 else ''}"
            yield DayView(
                anchor=anchor,
                day=day.isoformat() if day else "",
                name=self._words("continued", day=name) if number > 1 else name,
                weekday=self._furniture.weekday(day) if day else "",
                entries=map(partial(self.entry, day=day), own),
                hours=tuple(_hours(own)),
            )

    def entry(self, entry: Entry, day: date | None) -> EntryView:
        """Return the view of an entry that stands under `day`."""
        version = version_id(entry)
        seen = derivable(entry, day.isoformat() if day else None)
        facts = self.citations.entry(entry, version, seen)
        time, printed = self._time(entry)
        local = local_of(entry.id)
        return EntryView(
            local=local,
            headline=printable(entry.headline or "") if has_headline(entry) else "",
            stamp=seen.stamp,
            time=time,
            remark=self._remark(entry),
            printed=printed,
            flags=tuple(self._flags(entry)),
            key=entry.key_event,
            byline=self._byline(entry.authors),
            summary=printable(entry.summary or ""),
            blocks=block_views(entry.body),
            version=base64_of(version),
            short=version.short,
            facts=json_text(facts) if facts else "",
            original=followable(entry.url),
            history=self._setting.histories.get(local),
        )

    def _byline(self, authors: Sequence[Agent]) -> tuple[Piece, ...]:
        return tuple(named(authors, self._furniture, lambda names: self._words("by", names=names))) if authors else ()

    def _time(self, entry: Entry) -> tuple[str, str]:
        """Return what stands beside an entry as its time, and the printed time where that is too long for it."""
        moment = entry.time
        if moment is None:
            return "", ""
        text = printable(one_line(moment.shown))
        if text and len(text) <= _SHORT:
            return text, ""
        clock = self._furniture.clock(moment.value) if isinstance(moment.value, datetime) else ""
        about = self._words("about") if clock and moment.qualifier == "approximate" else ""
        return f"{about} {clock}".strip(), text

    def _remark(self, entry: Entry) -> str:
        """Say how far the time is known, where it is not exact."""
        moment, words = entry.time, self._words
        if moment is not None and moment.value is not None:
            if moment.qualifier != "approximate":
                return words("inferred") if moment.qualifier == "inferred" else ""
            short = len(one_line(moment.shown)) <= _SHORT
            return words("about") if short or not isinstance(moment.value, datetime) else ""
        bounds, day = self._bounds.get(entry.id), entry.calendar_day
        if bounds is None:
            if is_undated(entry):
                return self._furniture.say("day-not-stated")
            return words("that-day") if day else words("untimed")
        return between(bounds, day, self._furniture)

    def _flags(self, entry: Entry) -> Iterator[str]:
        if entry.key_event:
            yield self._words("key")
        if entry.pinned:
            yield self._words("pinned")
        if entry.status != "published":
            yield self._words(f"status-{entry.status}")


def named(agents: Sequence[Agent], furniture: Furniture, said: Callable[[str], str] = str) -> Iterator[Piece]:
    """Yield names with their roles, each leading to its own address, in a list of which `said` says something."""
    names = [printable(one_line(agent.shown)) for agent in agents]
    *words, rest = furniture.around(names, said)
    for agent, name, before in zip(agents, names, words, strict=True):
        yield Piece(before)
        yield linked(name, agent.url)
    yield Piece(rest)


def _hours(entries: Sequence[Entry]) -> Iterator[HourView]:
    """Yield the hours that the times of entries name, each with its first entry."""
    last = None
    for entry in entries:
        value = entry.time.value if entry.time else None
        if isinstance(value, datetime) and value.hour != last:
            last = value.hour
            yield HourView(name=f"{value.hour:02d}", local=local_of(entry.id))


def base64_of(version: VersionId) -> str:
    """Return the 43 characters of a digest (RFC 6920): what the page carries of a version id."""
    return str(version).rpartition(";")[2]
