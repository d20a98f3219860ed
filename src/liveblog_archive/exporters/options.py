"""Options of exporters: a frozen attrs class for each format, made from keywords or from the words of a command line.

A class names every option of its format once, with its default and what it may be. `choice`, `flag`, `number` and
`words` make fields that also take text, so that `paper=letter` and `paper="letter"` are the same request.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast, get_args

from attrs import define, evolve, field, fields, frozen

from ..errors import ExportError
from ..model import Entry, LiveBlog, Note

if TYPE_CHECKING:
    from ..overview import Selection

Entries = Literal["published", "all"]
Notify = Callable[[Note], None]

_Some = TypeVar("_Some", bound="Options")

_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


@define
class RefusedError(ValueError):
    """A value that an option may not have, before it is known whose option it is."""

    what: str
    remedy: str


def choice(default: str, *values: str) -> Any:
    """Return a field that is one of `values`."""

    def checked(value: object) -> str:
        if not isinstance(value, str) or value not in values:
            raise RefusedError(f"cannot be {value!r}", f"use one of: {', '.join(values)}")
        return value

    return field(default=default, converter=checked)


def flag(default: bool) -> Any:
    """Return a field that is true or false; as text `yes`, `true`, `no` or `false`."""

    def checked(value: object) -> bool:
        found = _YES_NO.get(value) if isinstance(value, str) else value
        if not isinstance(found, bool):
            raise RefusedError(f"cannot be {value!r}", "use yes or no")
        return found

    return field(default=default, converter=checked)


def words(default: tuple[str, ...] = ()) -> Any:
    """Return a field that is a tuple of texts; as one text, they stand between commas."""

    def checked(value: object) -> tuple[str, ...]:
        parts = value.split(",") if isinstance(value, str) else value
        if not isinstance(parts, list | tuple) or not all(isinstance(one, str) and one.strip() for one in parts):
            raise RefusedError(f"cannot be {value!r}", "give texts, between commas where they are one text")
        return tuple(one.strip() for one in parts)

    return field(default=default, converter=checked)


@frozen(kw_only=True)
class Options:
    """What every format may be asked.

    `entries` are all, or those that are published: not deleted, not drafts, not comments of readers. A lossless
    format holds all of them, unless it is asked.
    """

    entries: Entries = choice("all", *get_args(Entries))

    def shows(self, entry: Entry) -> bool:
        """Tell whether this entry is asked for."""
        return self.entries == "all" or entry.status == "published"


@frozen(kw_only=True)
class ReaderOptions(Options):
    """What a format for readers may be asked: it shows what is published, unless it is asked for all."""

    entries: Entries = choice("published", *get_args(Entries))


@frozen(kw_only=True)
class SelectingOptions(ReaderOptions):
    """What a format may be asked that shows a part of a blog: `overview.Selection` says what each of these means."""

    start: object = None
    end: object = None
    days: object = ()
    key: object = False
    ids: object = ()
    text: str = ""

    def __attrs_post_init__(self) -> None:
        self.selection  # noqa: B018 - what cannot be read is refused before anything is

    @property
    def selection(self) -> "Selection":
        """What is asked for; raises `ExportError` for a value that cannot be read."""
        from ..overview import Selection

        names = ("start", "end", "days", "key", "ids", "text")
        return Selection(**{name: getattr(self, name) for name in names})


def made(kind: type[_Some], format_name: str, told: Mapping[str, object]) -> _Some:
    """Return the options of a format that `told` gives by name; raise `ExportError` for one it does not know.

    The same of a value that an option may not have: the error names format, option and what it may be.
    """
    known = names(kind)
    checked: dict[str, Any] = {}
    for name, value in told.items():
        if name not in known:
            raise ExportError(f"unknown option {name!r}", format_name, f"use one of: {', '.join(known)}")
        try:
            checked[name] = getattr(cast("Any", kind)(**{name: value}), name)
        except RefusedError as error:
            raise ExportError(f"option {name} {error.what}", format_name, error.remedy) from error
    return kind(**checked)


def names(kind: type[Options]) -> tuple[str, ...]:
    """Return the names of the options of a format, in their order."""
    return tuple(one.name for one in fields(kind))


def shown(entries: tuple[Entry, ...], options: Options) -> tuple[Entry, ...]:
    """Return those of the entries that are asked for, in the order given."""
    if all(is_shown(entry, options) for entry in entries):
        return entries  # most often: no list as long as the blog is made
    return tuple(entry for entry in entries if is_shown(entry, options))


def part(blog: LiveBlog, options: Options) -> LiveBlog:
    """Return `blog` with the entries that are asked for alone; as it is where that is all of them."""
    entries = shown(blog.entries, options)
    return blog if entries is blog.entries else evolve(blog, entries=entries)


def demand_ids(blog: LiveBlog, format_name: str) -> None:
    """Raise `ExportError` where the blog or an entry has no id."""
    nameless = (f"entry {number}" for number, entry in enumerate(blog.entries, start=1) if not entry.id)
    what = next(nameless, None) if blog.id else "the blog"
    if what:
        raise ExportError(f"{what} has no id", format_name, "pass the blog through identify first")


def selected(blog: LiveBlog, options: SelectingOptions) -> tuple[Entry, ...]:
    """Return those of the entries asked for that are selected, as they stand in the source.

    Raises `ExportError` where a selection leaves nothing, or names an id that none of them has.
    """
    from ..overview import select

    return select(blog, options.selection, shown(blog.entries, options))


def is_shown(entry: Entry, options: Options) -> bool:
    """Tell whether this entry is asked for."""
    return options.shows(entry)
