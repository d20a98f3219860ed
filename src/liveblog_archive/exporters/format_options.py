"""The options of each format, apart from the formats so that their rows are read without them."""

from typing import TYPE_CHECKING, Any, Literal, get_args

from attrs import field, frozen

from ..model import Entry, LiveBlog
from .options import Options, ReaderOptions, SelectingOptions
from .values import RefusedError, choice, flag, past, paths, text

if TYPE_CHECKING:
    from ..identity.history import History

Order = Literal["oldest", "newest"]
ProfileName = Literal["events", "journal"]
ConformanceName = Literal["3a", "3b", "plain"]
Paper = Literal["a4", "letter"]
Density = Literal["comfortable", "compact"]
PrintedOrder = Literal["chronological", "source"]


def _stylesheet(value: object) -> str:
    if not isinstance(value, str) or not value.isprintable():
        raise RefusedError(f"cannot be {value!r}", "give the address of a stylesheet, such as liveblog-1.xsl")
    return value


@frozen(kw_only=True)
class XmlOptions(Options):
    """`stylesheet` is where an XML document says that browsers find a stylesheet; none when it is empty."""

    stylesheet: str = field(default="", converter=_stylesheet)


@frozen(kw_only=True)
class JsonldOptions(Options):
    """`history` is what an archive knows of the past: an entry names the version that it is a revision of."""

    history: "History" = past()


@frozen(kw_only=True)
class PageOptions(SelectingOptions):
    """What the reading page may be asked: which end of the blog it opens with; readers can turn it round."""

    order: Order = choice("oldest", *get_args(Order))


@frozen(kw_only=True)
class CalendarOptions(SelectingOptions):
    """`profile`: events, which every client shows, or journal notes, which fit better and few clients show.

    `history` is what an archive knows of the past of the entries: it raises sequences and cancels what is withdrawn,
    also where a part of the entries is selected: readers may have been told of it.
    """

    profile: ProfileName = choice("events", *get_args(ProfileName))
    history: "History" = past()

    def shows(self, entry: Entry) -> bool:
        """Tell whether this entry is asked for, or was withdrawn since readers of the calendar were told of it."""
        return super().shows(entry) or (entry.status == "deleted" and entry.id in self.history.announced)


@frozen(kw_only=True)
class NewsOptions(ReaderOptions):
    """`history` is what an archive knows of the past of the entries: it counts versions, and withdraws items."""

    history: "History" = past()


def _blog(value: object) -> Any:
    if value is not None and not isinstance(value, LiveBlog):
        raise RefusedError(f"cannot be {value!r}", "give a LiveBlog, or --since on the command line")
    return value


@frozen(kw_only=True)
class BriefingOptions(SelectingOptions):
    """How a briefing is set.

    `conformance`: 3a is PDF/A-3a and PDF/UA-1; 3b is PDF/A-3b, without tags; plain promises nothing and attaches
    nothing. `large_print` enlarges everything. `fonts` are paths of font files for characters that the fonts of the
    package lack; with `strict`, a character that no font has is an error, and not drawn as U+FFFD.

    `language` is a BCP 47 tag of the words around the blog; by default those of the blog's own language, or English.
    `dark_cover` sets the title on a dark ground; `order` is the order in which entries are printed. `previous` is an
    earlier capture of the blog: what changed since is counted, and told word by word with `mark_changes`.
    """

    conformance: ConformanceName = choice("3a", *get_args(ConformanceName))
    paper: Paper = choice("a4", *get_args(Paper))
    density: Density = choice("comfortable", *get_args(Density))
    large_print: bool = flag(default=False)
    fonts: tuple[str, ...] = paths()
    strict: bool = flag(default=False)
    dark_cover: bool = flag(default=True)
    order: PrintedOrder = choice("chronological", *get_args(PrintedOrder))
    previous: LiveBlog | None = field(default=None, converter=_blog)
    mark_changes: bool = flag(default=False)
    language: str = text()

    def __attrs_post_init__(self) -> None:
        if self.language:
            from ..overview import Furniture

            Furniture(self.language)
