"""What a calendar may be asked: the options of the format `ical`."""

from typing import TYPE_CHECKING, Any, Literal, get_args

from attrs import field, frozen

from ..model import Entry
from .options import RefusedError, SelectingOptions, choice

if TYPE_CHECKING:
    from ..identity.history import History

ProfileName = Literal["events", "journal"]


def past() -> Any:
    """Return a field that is a `History`, which no text can be; by default one without a past.

    The class is imported when a value is made: most formats do not ask for it.
    """

    def none() -> "History":
        from ..identity.history import History

        return History()

    def checked(value: object) -> "History":
        from ..identity.history import History

        if not isinstance(value, History):
            raise RefusedError(f"cannot be {value!r}", "export a version of an archive, which knows it")
        return value

    return field(factory=none, converter=checked)


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
