"""Names beside the times of entries that are lines: `14:05 | Ada Example`, in a line of their own."""

from collections import Counter
from collections.abc import Mapping, Sequence

from .crediting import Credit, credited
from .printed import PrintedReader

_FEWEST = 3
_MOST_NAMES = 0.6  # of the lines that name somebody


def credits_of(lines: Sequence[str], times: PrintedReader) -> Mapping[int, Credit]:
    """Return the times and names that lines are, by their place, where the same names come again; else nothing."""
    found = {at: credit for at, text in enumerate(lines) if (credit := credited(text, times)) and credit.printed}
    names = Counter(name for credit in found.values() for name in credit.names)
    is_habit = len(found) >= _FEWEST and len(names) <= _MOST_NAMES * names.total()
    return found if is_habit else {}
