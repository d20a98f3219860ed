"""What a calendar may be asked: the options of the format `ical`."""

from typing import Literal, get_args

from attrs import field, frozen

from ..identity.history import History
from ..model import Entry
from .options import RefusedError, SelectingOptions, choice

ProfileName = Literal["events", "journal"]


def past(value: object) -> History:
    """Return `value` where it is a `History`, which no text can be."""
    if not isinstance(value, History):
        raise RefusedError(f"cannot be {value!r}", "export a version of an archive, which knows it")
    return value


@frozen(kw_only=True)
class CalendarOptions(SelectingOptions):
    """`profile`: events, which every client shows, or journal notes, which fit better and few clients show.

    `history` is what an archive knows of the past of the entries: it raises sequences and cancels what is withdrawn,
    also where a part of the entries is selected: readers may have been told of it.
    """

    profile: ProfileName = choice("events", *get_args(ProfileName))
    history: History = field(factory=History, converter=past)

    def shows(self, entry: Entry) -> bool:
        """Tell whether this entry is asked for, or was withdrawn since readers of the calendar were told of it."""
        return super().shows(entry) or (entry.status == "deleted" and entry.id in self.history.told)
