"""Options of exporters: a frozen attrs class for each format, made from keywords or from the words of a command line.

A class names every option of its format once, with its default and what it may be, which `values` has the kinds of.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast, get_args

from attrs import evolve, fields, frozen

from ..errors import ExportError, amount
from ..model import Entry, LiveBlog, Note
from .values import NO_TEXT, RefusedError, choice, days, flag, ids, text, time

if TYPE_CHECKING:
    from ..identity.history import Withdrawn
    from ..overview import Selection

Entries = Literal["published", "all"]
Notify = Callable[[Note], object]

_Some = TypeVar("_Some", bound="CommonOptions")


@frozen(kw_only=True)
class CommonOptions:
    """What every format may be asked.

    `entries` are all, or those that are published: not deleted, not drafts, not comments of readers. A lossless
    format holds all of them, unless it is asked.
    """

    entries: Entries = choice("all", *get_args(Entries))

    def chosen(self, blog: LiveBlog) -> tuple[Entry, ...]:
        """Return the entries that are asked for, as they stand in the source.

        Raises `ExportError` where none is left of what there was, nor was any withdrawn that readers were told of.
        """
        entries = blog.entries if self.entries == "all" else published(blog.entries)
        if blog.entries and not entries and not self.withdrawn:
            raise ExportError("no entry is published", blog.title or blog.id, "ask for entries=all")
        return entries

    @property
    def withdrawn(self) -> tuple["Withdrawn", ...]:
        """What is told besides to readers who have it: the entries that were published, and are not any more."""
        return ()

    def check(self, format_name: str) -> None:
        """Raise `ExportError` for options that make no sense together."""

    @property
    def attaches_record(self) -> bool:
        """Tell whether the file has the whole record of what it shows attached to it, so that nothing is lost."""
        return False


@frozen(kw_only=True)
class ReaderOptions(CommonOptions):
    """Options of formats for readers. Only published entries are written unless `entries="all"`."""

    entries: Entries = choice("published", *get_args(Entries))


@frozen(kw_only=True)
class SelectingOptions(ReaderOptions):
    """Options of formats that can show a part of a blog; `overview.Selection` says what each of these means."""

    start: date | None = time()
    end: date | None = time()
    days: tuple[date, ...] = days()
    key: bool = flag(default=False)
    ids: tuple[str, ...] = ids()
    text: str = text()

    def chosen(self, blog: LiveBlog) -> tuple[Entry, ...]:
        """Return those of the entries asked for that are selected, as they stand in the source.

        Raises `ExportError` where a selection leaves nothing, or names an id that none of them has.
        """
        from ..overview import select

        return select(blog, self.selection, super().chosen(blog))

    @property
    def selection(self) -> "Selection":
        """What of the blog is asked for."""
        from ..overview import Selection

        return Selection(**{one.name: getattr(self, one.name) for one in fields(Selection)})


def made(kind: type[_Some], format_name: str, told: Mapping[str, object]) -> _Some:
    """Return the options of a format that `told` gives by name; raise `ExportError` for one it does not know.

    The same of a value that an option may not have: the error names format, option and what it may be. None asks for
    nothing: the option has its default.
    """
    known = names(kind)
    checked: dict[str, Any] = {}
    for name, value in told.items():
        if name not in known:
            raise ExportError(f"unknown option {name!r}", format_name, f"use one of: {', '.join(known)}")
        if value is None:
            continue
        try:
            checked[name] = getattr(cast("Any", kind)(**{name: value}), name)
        except RefusedError as error:
            raise ExportError(f"option {name} {error.what}", format_name, error.remedy) from error
    return kind(**checked)


def names(kind: type[CommonOptions]) -> tuple[str, ...]:
    """Return the names of the options of a format, in their order."""
    return tuple(one.name for one in fields(kind))


def worded(kind: type[CommonOptions]) -> tuple[str, ...]:
    """Return the names of those options of a format that a text can be."""
    return tuple(one.name for one in fields(kind) if one.metadata != NO_TEXT)


def published(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return those of the entries that are published, in the order given."""
    if all(entry.status == "published" for entry in entries):
        return entries  # most often: no list as long as the blog is made
    return tuple(entry for entry in entries if entry.status == "published")


def oldest_first(blog: LiveBlog, chosen: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return entries of a blog the oldest first, as its own order tells."""
    wanted = {id(entry) for entry in chosen}
    return tuple(entry for entry in blog.chronological() if id(entry) in wanted)


def part(blog: LiveBlog, entries: Sequence[Entry]) -> LiveBlog:
    """Return `blog` with these of its entries alone; as it is where those are all of them.

    A note names the capture that it is a part of, so that nobody takes what it lacks for deleted. Only of a blog that
    nobody captured nothing can be noted.
    """
    from ..identity import snapshot_id

    if len(entries) == len(blog.entries):
        return blog
    if blog.capture is None:
        return evolve(blog, entries=entries)
    every = amount(len(blog.entries), "entry", "entries")
    note = Note(code="part-of-capture", text=f"{len(entries):,} of {every} of the capture {snapshot_id(blog)}")
    return evolve(blog, entries=entries, capture=evolve(blog.capture, notes=(*blog.capture.notes, note)))


def demand_ids(blog: LiveBlog, format_name: str) -> None:
    """Raise `ExportError` where the blog or an entry has no id."""
    nameless = (f"entry {number}" for number, entry in enumerate(blog.entries, start=1) if not entry.id)
    what = next(nameless, None) if blog.id else "the blog"
    if what:
        raise ExportError(f"{what} has no id", format_name, "pass the blog through identify first")
