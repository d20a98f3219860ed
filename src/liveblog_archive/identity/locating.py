"""Where the words of a quote are now: in their sentence, or by the difference of two versions.

The search never leaves the entries that carry the quoted one: a whole page holds too many words like these.
"""

from collections.abc import Sequence
from itertools import takewhile
from operator import eq

from attrs import evolve, field, frozen

from ..model import Block, Entry
from .boundaries import parts_word
from .differences import Piece, word_difference
from .finding import Place, alike, respaced, verbatim
from .framing import Frame, beside_words, byline, frame_difference
from .quotes import HEADLINE, Finder, Quote, anchored, context, parts
from .reading import Reading
from .versions import version_id


@frozen
class Located:
    """Where the words are now: in `entry`, and there as `quote`, unless they stand in no single paragraph.

    `difference` is what became of them: its pieces `same` and `removed` are the words of the quote. Where they are
    the same, but for blanks, it is what became of their `frame`, or empty where nothing did. `elsewhere` tells that
    words that were changed stand in other sentences as they were.
    """

    entry: Entry
    quote: Quote | None
    difference: tuple[Piece, ...] = ()
    frame: Frame = field(factory=dict)
    elsewhere: bool = False


def locate(quote: Quote, cited: Entry, entries: Sequence[Entry]) -> Located:
    """Return where `quote`, which stands in `cited`, is in `entries`, of which there must be one.

    Words stand as they did where the sentence that carries them does, as often as in `cited` or more often; of
    several places the one with the most similar context is theirs. Otherwise the differences of the two texts tell
    what became of them, and of their sentence. A place that parts a word or number where the quote does not is none:
    `12` does not stand in `120`.
    """
    old, news = Reading(cited), [Reading(entry) for entry in entries]
    text = dict(parts(cited))[quote.paragraph]
    search = _Search(quote.exact, parts_word(text, quote.start), parts_word(text, quote.end))
    own = old.place(quote.paragraph, (quote.start, quote.end))
    sentence, found = old.folded(own), False
    for finder in (verbatim, respaced):
        hits = search.hits(news, finder)
        found = found or bool(hits)
        kept = _carried(hits, sentence)
        if kept and len(kept) >= len(_carried(search.hits([old], finder), sentence)):
            return _framed(quote, cited, *_anchor(quote, kept))
    for new in news:
        if any(new.folded(place) == sentence and not new.part(place) for place in search.places(new.text, respaced)):
            return _framed(quote, cited, new.entry, None)
    if not found and (hits := search.hits(news, alike)):
        entry, anchor = _anchor(quote, hits)
        return Located(entry, anchor, word_difference(quote.exact, anchor.exact))
    best = max((_aligned(quote, own, old, new) for new in news), key=_kept)
    return evolve(best, elsewhere=found)


_Hit = tuple[Reading, int, Place]


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

    def hits(self, readings: Sequence[Reading], finder: Finder) -> list[_Hit]:
        return [
            (reading, paragraph, place)
            for reading in readings
            for paragraph, text in parts(reading.entry)
            for place in self.places(text, finder)
        ]


def _carried(hits: list[_Hit], sentence: str) -> list[_Hit]:
    """Return the places that a sentence carries, given in folded form."""
    return [hit for hit in hits if hit[0].folded(hit[0].place(*hit[1:])) == sentence]


def _anchor(quote: Quote, hits: list[_Hit]) -> tuple[Entry, Quote]:
    """Return the place with the context most like that of `quote`, else in the same paragraph, else the nearest."""

    def likeness(hit: _Hit) -> tuple[int, bool, int]:
        reading, paragraph, place = hit
        prefix, suffix = context(reading.entry, paragraph, place)
        alike = _shared(prefix[::-1], quote.prefix[::-1]) + _shared(suffix, quote.suffix)
        return alike, paragraph == quote.paragraph, -abs(place[0] - quote.start)

    reading, paragraph, place = max(hits, key=likeness)
    return reading.entry, anchored(reading.entry, paragraph, place, version_id(reading.entry))


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return sum(takewhile(bool, map(eq, one, other)))


def _framed(quote: Quote, cited: Entry, entry: Entry, found: Quote | None, sentence: Frame | None = None) -> Located:
    """Return where words stand that were not changed, with what was changed around them."""
    frame = (sentence or {}) | byline(cited, entry)
    if found:
        frame |= beside_words(_block(cited, quote.paragraph), _block(entry, found.paragraph))
    return Located(entry, found, frame_difference(frame), frame)


def _block(entry: Entry, paragraph: int) -> Block | None:
    return entry.body[paragraph - 1] if paragraph != HEADLINE else None


def _kept(located: Located) -> tuple[bool, int]:
    kept = sum(len(piece.text) for piece in located.difference if piece.kind == "same")
    return bool(located.frame) or not located.difference, kept


def _aligned(quote: Quote, own: Place, old: Reading, new: Reading) -> Located:
    """Return what the differences of the two texts say about the words of the quote."""
    pieces, place = _within(word_difference(old.text, new.text), *own)
    part = new.part(place) if place else None
    found = anchored(new.entry, *part, version_id(new.entry)) if part else None
    now = "".join(piece.text for piece in pieces if piece.kind != "removed")
    if not place or now.split() != quote.exact.split():
        return Located(new.entry, found, pieces)
    same = old.folded(own) == new.folded(place)
    sentence = {} if same else {"the sentence": (old.sentence(own), new.sentence(place))}
    return _framed(quote, old.entry, new.entry, found, sentence)


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
