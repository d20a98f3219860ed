"""A quote: words of one entry, bound to the version that says them, with enough around them to find them again.

It is made from the words alone (`quote`), and resolved later by `resolution`. Words must stand within one block of
the entry's body, or within its headline, which counts as paragraph 0; a passage over several paragraphs is several
quotes.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from attrs import Factory, field, frozen

from ..errors import CitationError, ModelError, instead
from ..model import Entry, LiveBlog, checks, local_of
from .boundaries import between_characters, parts_word
from .finding import Place, alike, respaced, verbatim
from .heads import part_with
from .identifiers import EntryId, VersionId
from .minting import fold
from .versions import snapshot_id, version_id

CONTEXT = 32  # characters before and after the words: three words are ambiguous in their blog one time in six
HEADLINE = 0

_SHOWN = 80


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@frozen(kw_only=True)
class Quote:
    """Characters `start` to `end` (half-open, in code points) of a paragraph's text in one version of an entry.

    `paragraph` counts the blocks of the body from 1; 0 is the headline. `exact` is verbatim; `prefix` and `suffix`
    are up to 32 characters around it, of the entry's plain text or of the headline. `sha256` is that of `exact` in
    UTF-8, and `snapshot` the id, without a past, of the capture that was quoted from, as a citation gives it. Whether
    the quote tells the truth is for `resolve` to say: one that came from elsewhere may hold anything of this form.
    """

    entry: str
    version: VersionId
    exact: str
    prefix: str = ""
    suffix: str = ""
    paragraph: int
    start: int
    end: int
    sha256: str = field(default=Factory(lambda self: _sha256(self.exact), takes_self=True))
    snapshot: VersionId | None = None

    def __attrs_post_init__(self) -> None:
        EntryId.parse(self.entry)
        checks.instance("Quote.version", self.version, VersionId)
        checks.instance("Quote.snapshot", self.snapshot, VersionId, optional=True)
        for name in ("exact", "prefix", "suffix", "sha256"):
            checks.text(f"Quote.{name}", getattr(self, name))
        for name in ("paragraph", "start", "end"):
            checks.natural(f"Quote.{name}", getattr(self, name))
        if self.end - self.start != len(self.exact) or not self.exact:
            raise ModelError(
                f"{len(self.exact)} characters at {self.start}..{self.end}",
                "Quote.exact",
                "give the words of the range",
            )

    @property
    def blog(self) -> str:
        """The id of the blog that was quoted."""
        return EntryId.parse(self.entry).blog.uri


def parts(entry: Entry) -> Iterator[tuple[int, str]]:
    """Yield the texts that can be quoted, each with its number: the headline's, then those of the body's blocks."""
    if entry.headline:
        yield HEADLINE, entry.headline
    for paragraph, block in enumerate(entry.body, 1):
        if block.text:
            yield paragraph, block.text


def context(entry: Entry, paragraph: int, place: Place) -> tuple[str, str]:
    """Return the text before and after a place in a part of `entry`, up to 32 characters each."""
    before, after = _around(entry, paragraph, place)
    return before[_cut(before, len(before) - CONTEXT, 1) :], after[: _cut(after, CONTEXT, -1)]


def _around(entry: Entry, paragraph: int, place: Place) -> tuple[str, str]:
    """Return all text before and after a place: of the headline, or of the plain text of the entry."""
    texts = dict(parts(entry))
    whole = texts[HEADLINE] if paragraph == HEADLINE else entry.text
    at = sum(len(text) + 2 for number, text in texts.items() if HEADLINE < number < paragraph)
    return whole[: at + place[0]], whole[at + place[1] :]


def anchored(
    entry: Entry, paragraph: int, place: Place, version: VersionId, snapshot: VersionId | None = None
) -> Quote:
    """Return the quote of a place in a part of `entry`, which must have the part, and the version given."""
    start, end = place
    prefix, suffix = context(entry, paragraph, place)
    return Quote(
        entry=entry.id,
        version=version,
        exact=dict(parts(entry))[paragraph][start:end],
        prefix=prefix,
        suffix=suffix,
        paragraph=paragraph,
        start=start,
        end=end,
        snapshot=snapshot,
    )


def _cut(text: str, position: int, step: int) -> int:
    """Return the nearest place, in the direction of `step`, where no visible character is cut."""
    position = max(0, position)
    while not between_characters(text, position):
        position += step
    return position


def stands(quote: Quote, entry: Entry) -> bool:
    """Tell whether `entry`, in the version of the quote, has its words and context there, letter by letter.

    A context may be of any length: one that was made elsewhere may be longer, and one that is empty claims nothing.
    """
    text = dict(parts(entry)).get(quote.paragraph)
    if entry.id != quote.entry or text is None or text[quote.start : quote.end] != quote.exact:
        return False
    before, after = _around(entry, quote.paragraph, (quote.start, quote.end))
    return before.endswith(quote.prefix) and after.startswith(quote.suffix) and quote.sha256 == _sha256(quote.exact)


class RepeatedError(CitationError):
    """Words that stand in several places, of which none was chosen."""


class UnnamedError(CitationError):
    """Words that stand above all entries, where nothing has an identifier."""


Finder = Callable[[str, str], list[Place]]
Hit = tuple[Entry, int, Place]


def quote(
    blog: LiveBlog,
    exact: str,
    *,
    entry: str | None = None,
    paragraph: int | None = None,
    occurrence: int | None = None,
) -> Quote:
    """Return the quote of `exact` in `blog`, whose entries must have ids.

    The words are looked for letter by letter, then with any blanks between them, then in any typography; the quote
    holds what the entry says, verbatim, and `typography` tells in what that differs. `entry`
    (an id, or its last 12 characters) and `paragraph` (from 1; 0 is the headline) narrow the search; `occurrence`
    (from 1, in the order of the source) takes one of several places.

    Words that stand there only as a part of longer ones do not count, as they do not when a quote is verified: nobody
    who says `12` has quoted `120`. Where a script sets no blanks between words, any character may begin one.

    Raises `CitationError` when the words are not there, or only within longer ones; of its kinds, `UnnamedError` when
    they stand above all entries, and `RepeatedError` in several places of which `occurrence` takes none.
    """
    if not isinstance(exact, str):
        raise CitationError(instead(exact, "words are"), remedy="give them as a text")
    _check_number("paragraph", paragraph, "give one from 1; 0 is the headline")
    _check_number("occurrence", occurrence, "give one from 1")
    entries = _looked_through(blog, entry)
    hits = _hits(entries, exact, paragraph)
    if not hits:
        if paragraph is not None and (elsewhere := _elsewhere(entries, exact, entry or blog.id, paragraph)):
            raise elsewhere
        if entry is None and (part := part_with(blog, exact)):
            raise UnnamedError(f"stands in the {part}, which has no identifier", _shortened(exact), "cite the blog")
        raise _absent(entries, exact, entry or blog.id)
    if occurrence is None:
        if len(hits) > 1:
            raise _repeated(hits, exact)
        occurrence = 1
    if not 1 <= occurrence <= len(hits):
        raise CitationError(
            f"there is no place {occurrence}, of {len(hits)}", _shortened(exact), f"give one from 1 to {len(hits)}"
        )
    found, number, place = hits[occurrence - 1]
    return anchored(found, number, place, version_id(found), snapshot_id(blog))


def quotes_in(entry: Entry, exact: str) -> list[Quote]:
    """Return the quotes of all places of `exact` in one version of an entry, as whole words."""
    try:
        hits = _hits([entry], exact, None)
    except CitationError:  # within longer words
        return []
    version = version_id(entry)
    return [anchored(entry, paragraph, place, version) for _, paragraph, place in hits]


def _looked_through(blog: LiveBlog, entry: str | None) -> list[Entry]:
    """Return the entries that a quote may be of: all, or the one that is named."""
    entries = [one for one in blog.entries if entry is None or entry in (one.id, local_of(one.id))]
    if not entries:
        if entry is None:
            raise CitationError("a blog without entries", blog.id, "quote one that has some")
        raise CitationError("no entry with this id", entry, "take it from an export, or the last 12 characters of it")
    return entries


def _check_number(name: str, value: object, remedy: str) -> None:
    if value is not None and type(value) is not int:
        raise CitationError(f"{name} {value!r} is no number", remedy=remedy)


def _hits(entries: list[Entry], exact: str, paragraph: int | None) -> list[Hit]:
    """Return every place of whole words, by the strictest way of searching that finds any."""
    if not exact.strip():
        raise CitationError("an empty quote", "", "give the words")
    finders: tuple[Finder, ...] = (verbatim, respaced, alike)
    within: Hit | None = None
    for finder in finders:
        hits = [
            (entry, number, place)
            for entry in entries
            for number, text in parts(entry)
            if paragraph in (None, number)
            for place in finder(text, exact)
        ]
        if whole := [hit for hit in hits if not any(parts_word(_text(hit), end) for end in hit[2])]:
            return whole
        within = within or next(iter(hits), None)
    if within:
        raise CitationError(
            f"stands there only within longer words: {_shortened(_widened(within))} in {_named(*within[:2])}",
            _shortened(exact),
            "quote whole words",
        )
    return []


def _widened(hit: Hit) -> str:
    """Return the whole words around a place."""
    text, (start, end) = _text(hit), hit[2]
    while parts_word(text, start):
        start -= 1
    while parts_word(text, end):
        end += 1
    return text[start:end]


def _text(hit: Hit) -> str:
    entry, paragraph, _ = hit
    return (entry.headline or "") if paragraph == HEADLINE else entry.body[paragraph - 1].text


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return f"“{words}”" if len(words) <= _SHOWN else f"“{words[: _cut(words, _SHOWN, -1)]}…”"


def _named(entry: Entry, paragraph: int) -> str:
    place = f"paragraph {paragraph}" if paragraph else "the headline"
    return f"{place} of {local_of(entry.id)}"


def _places(hits: list[Hit]) -> str:
    places = [_named(entry, paragraph) for entry, paragraph, _ in hits]
    return ", ".join(places[:5]) + (f" and {len(places) - 5} more" if len(places) > 5 else "")


def _repeated(hits: list[Hit], exact: str) -> RepeatedError:
    return RepeatedError(
        f"stands in {len(hits)} places: {_places(hits)}",
        _shortened(exact),
        "quote more words, or give entry, paragraph or occurrence",
    )


def _absent(entries: list[Entry], exact: str, where: str) -> CitationError:
    if any(respaced(entry.text, exact) for entry in entries):
        return CitationError("runs over several paragraphs", _shortened(exact), "quote each paragraph by itself")
    what = f"{_shortened(exact)} is not there"
    if nearest := _nearest(entries, exact):
        return CitationError(what, where, f"the nearest is {nearest}")
    return CitationError(what, where, "quote the words as the entry has them")


def _elsewhere(entries: list[Entry], exact: str, where: str, paragraph: int) -> CitationError | None:
    """Return what is wrong with the paragraph that was given; None where it is there and the words are nowhere."""
    wanted = f"paragraph {paragraph}" if paragraph != HEADLINE else "headline"
    if not any(paragraph in dict(parts(entry)) for entry in entries):
        what = "the entry has no" if len(entries) == 1 else "no entry has a"
        return CitationError(f"{what} {wanted} with words", where, "count its paragraphs from 1; 0 is the headline")
    if hits := _hits(entries, exact, None):
        what = f"{_shortened(exact)} is not in {wanted if paragraph else 'the headline'}"
        return CitationError(what, where, f"it stands in {_places(hits)}")
    return None


def _bare(word: str) -> str:
    return "".join(filter(str.isalnum, fold(word)))


def _nearest(entries: list[Entry], exact: str) -> str:
    """Return the stretch of text, with its place, that shares most words with `exact`; empty below half."""
    wanted = Counter(map(_bare, exact.split()))
    length, most, best = wanted.total(), 0, ""
    for entry in entries:
        for paragraph, text in parts(entry):
            words = text.split()
            known = [_bare(word) for word in words]
            if sum((wanted & Counter(known)).values()) <= most:
                continue
            for start, shared in enumerate(_shares(known, wanted, length)):
                if shared > most:
                    most = shared
                    best = f"{_shortened(' '.join(words[start : start + length]))} in {_named(entry, paragraph)}"
    return best if 2 * most >= length > 0 else ""


def _shares(words: Sequence[str], wanted: Counter[str], length: int) -> Iterator[int]:
    """Yield how many of the words `wanted` each stretch of `length` words has, from the first one on."""
    held: Counter[str] = Counter()
    shared = 0
    for end, word in enumerate(words, start=1):
        held[word] += 1
        shared += held[word] <= wanted[word]
        if end > length:
            left = words[end - length - 1]
            shared -= held[left] <= wanted[left]
            held[left] -= 1
        if end >= min(length, len(words)):
            yield shared
