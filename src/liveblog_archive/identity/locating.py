"""Where the words of a quote are now: letter by letter, by their context, or by the difference of two versions.

The search never leaves the entries that carry the quoted one: a whole page holds too many words like these.
"""

from collections.abc import Sequence
from itertools import takewhile
from operator import eq

from attrs import frozen

from ..model import Entry
from .boundaries import parts_word
from .differences import Piece, word_difference
from .finding import Place, alike, respaced, verbatim
from .quotes import Finder, Hit, Quote, anchored, context, parts
from .versions import version_id


@frozen
class Located:
    """Where the words are now: in `entry`, and there as `quote`, unless they stand in no single paragraph.

    `difference` is what became of them: its pieces `same` and `removed` are the words of the quote. It is empty
    where they are the same, but for blanks.
    """

    entry: Entry
    quote: Quote | None
    difference: tuple[Piece, ...] = ()


def reading(entry: Entry) -> str:
    """Return all words of an entry: its headline and its plain text, a blank line between two parts."""
    return "\n\n".join(text for _, text in parts(entry))


def locate(quote: Quote, cited: Entry, entries: Sequence[Entry]) -> Located:
    """Return where `quote`, which stands in `cited`, is in `entries`, of which there must be one.

    Words that stand there as often as they stood in `cited`, or more often, are still there: of several places the
    one with the most similar context is theirs. If some are missing, the differences of the two texts tell which.
    A place that parts a word or number where the quote does not is none: `12` does not stand in `120`.
    """
    text = dict(parts(cited))[quote.paragraph]
    search = _Search(quote.exact, parts_word(text, quote.start), parts_word(text, quote.end))
    for finder in (verbatim, respaced):
        hits = search.hits(entries, finder)
        if hits and len(hits) >= len(search.hits([cited], finder)):
            return Located(*_anchor(quote, hits))
    for entry in entries:
        if not hits and search.places(reading(entry), respaced):
            return Located(entry, None)
    if not hits and (hits := search.hits(entries, alike)):
        entry, found = _anchor(quote, hits)
        return Located(entry, found, word_difference(quote.exact, found.exact))
    return max((_aligned(quote, cited, entry) for entry in entries), key=_kept)


@frozen
class _Search:
    """Words to look for, and whether they may begin and end inside of a word."""

    words: str
    parted_before: bool
    parted_after: bool

    def places(self, text: str, finder: Finder) -> list[Place]:
        return [
            (start, end)
            for start, end in finder(text, self.words)
            if (self.parted_before or not parts_word(text, start))
            and (self.parted_after or not parts_word(text, end))
        ]

    def hits(self, entries: Sequence[Entry], finder: Finder) -> list[Hit]:
        return [
            (entry, paragraph, place)
            for entry in entries
            for paragraph, text in parts(entry)
            for place in self.places(text, finder)
        ]


def _anchor(quote: Quote, hits: list[Hit]) -> tuple[Entry, Quote]:
    """Return the place with the context most like that of `quote`, else in the same paragraph, else the nearest."""

    def likeness(hit: Hit) -> tuple[int, bool, int]:
        prefix, suffix = context(*hit)
        _, paragraph, (start, _) = hit
        alike = _shared(prefix[::-1], quote.prefix[::-1]) + _shared(suffix, quote.suffix)
        return alike, paragraph == quote.paragraph, -abs(start - quote.start)

    entry, paragraph, place = max(hits, key=likeness)
    return entry, anchored(entry, paragraph, place, version_id(entry))


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return sum(takewhile(bool, map(eq, one, other)))


def _kept(located: Located) -> tuple[bool, int]:
    kept = sum(len(piece.text) for piece in located.difference if piece.kind == "same")
    return not located.difference, kept


def _aligned(quote: Quote, cited: Entry, entry: Entry) -> Located:
    """Return what the differences of the two texts say about the words of the quote."""
    texts = dict(parts(cited))
    start = sum(len(text) + 2 for number, text in texts.items() if number < quote.paragraph) + quote.start
    pieces, place = _within(word_difference(reading(cited), reading(entry)), start, start + len(quote.exact))
    now = "".join(piece.text for piece in pieces if piece.kind != "removed")
    same = now.split() == quote.exact.split()
    return Located(entry, place and _in_one_part(entry, place), () if same else pieces)


def _within(pieces: Sequence[Piece], start: int, end: int) -> tuple[tuple[Piece, ...], Place | None]:
    """Return the pieces of a range of the old text, and the range of the new text that they take up, if any.

    What was added counts where it stands inside the range, or takes the place of something that was removed there.
    """
    found: list[Piece] = []
    taken: list[Place] = []
    old = new = 0
    replacing = False
    for piece in pieces:
        length = len(piece.text)
        if piece.kind == "added":
            text = piece.text if replacing or start < old < end else ""
            shift = 0
        else:
            text = piece.text[max(start - old, 0) : max(end - old, 0)]
            shift = max(start - old, 0)
            old += length
        replacing = piece.kind == "removed" and bool(text)
        if text:
            found.append(Piece(piece.kind, text))
        if piece.kind != "removed":
            if text:
                taken.append((new + shift, new + shift + len(text)))
            new += length
    return tuple(found), (taken[0][0], taken[-1][1]) if taken else None


def _in_one_part(entry: Entry, place: Place) -> Quote | None:
    """Return the quote of a range of an entry's reading text; None where it runs over several parts."""
    at = 0
    for paragraph, text in parts(entry):
        start, end = place[0] - at, place[1] - at
        if 0 <= start < end <= len(text):
            return anchored(entry, paragraph, (start, end), version_id(entry))
        at += len(text) + 2
    return None
