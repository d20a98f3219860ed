"""Initials below entries that were read as lines: they tell who wrote each, where few come again and again."""

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import evolve

from ....model import Embed, Entry, Media, Note, Paragraph
from ...agencies import author
from ..labels.printed import PrintedReader
from ..reading.signatures import needed, of_initials, signs
from .below_entries import of_page


def with_initials(entries: Sequence[Entry], times: PrintedReader, notes: list[Note]) -> list[Entry]:
    """Return entries with the initials below their texts as their authors, where half have some that come again.

    They close an entry: what stands below those of the last is the page's, and noted.
    """
    *before, last = entries
    places = {at: place for at, entry in enumerate(before) if (place := _closing(entry, times)) is not None}
    if (end := max(_places(last, times), default=None)) is not None:
        places[len(before)] = end
    names = {at: of_initials(entries[at].body[place].text).names for at, place in places.items()}
    counts = Counter(name for of_one in names.values() for name in of_one)
    again = [at for at, of_one in names.items() if any(counts[name] > 1 for name in of_one)]
    if len(again) < needed(len(entries)) or len(counts) == 1:
        return [*entries]
    found = [*entries]
    for at, place in places.items():
        body, authors = entries[at].body, [*entries[at].authors, *map(author, names[at])]
        found[at] = evolve(entries[at], body=[*body[:place], *body[place + 1 :]], authors=authors)
    if end is not None:
        notes += of_page(Entry(body=last.body[end + 1 :]))
        found[-1] = evolve(found[-1], body=last.body[:end])
    return found


def _places(entry: Entry, times: PrintedReader) -> Iterator[int]:
    """Yield where in the body of an entry lines of initials stand below a text."""
    for at, block in enumerate(entry.body):
        if at and isinstance(block, Paragraph) and signs(block.text, times):
            yield at


def _closing(entry: Entry, times: PrintedReader) -> int | None:
    """Return where in the body of an entry the initials stand that nothing but pictures follow; None without any."""
    at = max(_places(entry, times), default=None)
    is_last = at is not None and all(isinstance(block, Media | Embed) for block in entry.body[at + 1 :])
    return at if is_last else None
