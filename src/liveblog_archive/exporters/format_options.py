"""The options of each format but the briefing, apart from the formats so that their rows are read without them.

Those of a briefing, which are many, have a module of their own: whoever writes one has no need of these.
"""

from typing import TYPE_CHECKING, Literal, get_args

from attrs import field, frozen

from .options import CommonOptions, ReaderOptions, SelectingOptions
from .values import RefusedError, choice, past

if TYPE_CHECKING:
    from ..identity.history import History, Withdrawn

Order = Literal["oldest", "newest"]
ProfileName = Literal["events", "journal"]


def _stylesheet(value: object) -> str:
    if not isinstance(value, str) or not value.isprintable():
        raise RefusedError(f"cannot be {value!r}", "give the address of a stylesheet, such as liveblog-1.xsl")
    return value


@frozen(kw_only=True)
class XmlOptions(CommonOptions):
    """`stylesheet` is where an XML document says that browsers find a stylesheet; none when it is empty."""

    stylesheet: str = field(default="", converter=_stylesheet)


@frozen(kw_only=True)
class JsonldOptions(CommonOptions):
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

    @property
    def withdrawn(self) -> tuple["Withdrawn", ...]:
        """What the history says was withdrawn."""
        return self.history.withdrawn


@frozen(kw_only=True)
class NewsOptions(ReaderOptions):
    """`history` is what an archive knows of the past of the entries: it counts versions, and withdraws items."""

    history: "History" = past()

    @property
    def withdrawn(self) -> tuple["Withdrawn", ...]:
        """What the history says was withdrawn."""
        return self.history.withdrawn
