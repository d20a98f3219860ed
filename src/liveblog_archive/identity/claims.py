"""What an entry claims of its time, in a form that two versions can be compared by."""

from datetime import date

from ..model import Entry


def claimed_time(entry: Entry) -> tuple[date | str | None, ...]:
    """Return the time that readers were told, however it was printed; as printed where it has no value."""
    time = entry.time
    if time is None:
        return None, entry.day
    return time.value.isoformat() if time.value else time.text, entry.day
