"""Names beside the times of entries that are lines: `14:05 | Ada Example`, in a line of their own."""

from collections import Counter
from collections.abc import Mapping, Sequence

from ..labels.crediting import Credit, credited
from ..labels.printed import PrintedReader

_FEWEST = 3
_MOST_NAMES = 0.6  # of the lines that name somebody


def credits_of(lines: Sequence[str], times: PrintedReader) -> Mapping[int, Credit]:
    """Return the times and names that lines are, by their place, where names come again; else nothing.

    Most do, or one does and each time has a name beside it.
    """
    found = {at: credit for at, text in enumerate(lines) if (credit := credited(text, times)) and credit.printed}
    names = Counter(name for credit in found.values() for name in credit.names)
    are_few = len(names) <= _MOST_NAMES * names.total()
    are_all = len(names) < names.total() and len(found) == sum(map(times.begins, lines))
    return found if len(found) >= _FEWEST and (are_few or are_all) else {}
