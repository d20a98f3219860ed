"""What a calendar may be asked: the options of the format `ical`."""

from typing import TYPE_CHECKING, Literal, get_args

from attrs import frozen

from ..model import Entry
from .options import SelectingOptions
from .values import choice, past

if TYPE_CHECKING:
    from ..identity.history import History

ProfileName = Literal["events", "journal"]


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
        return super().shows(entry) or (entry.status == "deleted" and entry.id in self.history.told)
