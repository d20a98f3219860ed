"""The time that an entry states, in a form in which two versions can be compared."""

from datetime import date

from ..model import Entry


def claimed_time(entry: Entry) -> tuple[date | str | None, ...]:
    """Return the meaning of the time that readers saw, whatever its form; its printed form where it has no value.

    About nine is another time than nine.
    """
    time = entry.time
    if time is None:
        return None, entry.day
    return time.value.isoformat() if time.value else time.text, time.qualifier, entry.day
