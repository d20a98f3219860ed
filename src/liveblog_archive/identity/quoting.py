"""The quote of words that somebody gives: where they stand in one place; else one line says why there is none."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from attrs import evolve, frozen

from ..errors import CitationError, instead
from ..model import Entry, LiveBlog, local_of
from .boundaries import parts_word
from .differences import marked, word_difference
from .finding import Place, alike, respaced, verbatim
from .heads import part_with
from .identifiers import BlogId
from .minting import identify
from .nearest import Nearest, Stretch
from .quotes import HEADLINE, Finder, Quote, anchored, parts, whole_characters
from .typography import rejoined, unwrapped
from .versions import snapshot_id, version_id

_SHOWN = 80
_STOPS = ".,:;!?…"
_ELLIPSIS = re.compile(r"…|\.(?:\s?\.){2,}")


class AbsentError(CitationError):
    """Words that stand nowhere."""


class RepeatedError(CitationError):
    """Words that stand in several places, of which none was chosen."""


class UnnamedError(CitationError):
    """Words that stand above all entries, where nothing has an identifier."""


Hit = tuple[Entry, int, Place]


@frozen
class Wanted:
    """Words to quote; the paragraph (from 1; 0 is the headline), and which of several places (from 1), if told."""

    exact: str
    paragraph: int | None = None
    occurrence: int | None = None

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.exact, str):
            raise CitationError(instead(self.exact, "words are"), remedy="give them as a text")
        _check_number("paragraph", self.paragraph, "give one from 1; 0 is the headline")
        _check_number("occurrence", self.occurrence, "give one from 1")
        if not self.exact.strip():
            raise CitationError("an empty quote", "", "give the words")

    def quoted(self, entries: Sequence[Entry], where: str) -> Quote:
        """Return the quote of the one place of the words in entries, or of the one that is told.

        Raises `CitationError` with `where` in it: `AbsentError` for none, `RepeatedError` for several.
        """
        bare = unwrapped(self.exact)
        tried = (words for words in dict.fromkeys((self.exact, bare, rejoined(bare))) if words)
        hits = next(filter(None, (_hits(entries, words, self.paragraph) for words in tried)), None)
        if not hits:
            raise self._missing(entries, where)
        if self.occurrence is None and len(hits) > 1:
            raise _repeated(hits, self.exact)
        number = 1 if self.occurrence is None else self.occurrence
        if not 1 <= number <= len(hits):
            what = f"there is no place {number}, of {len(hits)}"
            raise CitationError(what, _shortened(self.exact), f"give one from 1 to {len(hits)}")
        entry, paragraph, place = hits[number - 1]
        return anchored(entry, paragraph, place, version_id(entry))

    def _missing(self, entries: Sequence[Entry], where: str) -> CitationError:
        """Return what is wrong where the words are not in these entries, or not in the paragraph."""
        if self.paragraph is not None and (hits := _hits(entries, self.exact, None)):
            part = f"paragraph {self.paragraph}" if self.paragraph else "the headline"
            return CitationError(f"{_shortened(self.exact)} is not in {part}", where, f"it stands in {_places(hits)}")
        if any(respaced(entry.text, self.exact) for entry in entries):
            remedy = "quote each paragraph by itself"
            return CitationError("runs over several paragraphs", _shortened(self.exact), remedy)
        return absent(self.exact, where)

    def above(self, blog: LiveBlog) -> UnnamedError | None:
        """Return what is wrong where the words stand above the entries of a blog; None where they do not."""
        if part := part_with(blog, self.exact):
            what = f"stands in the {part}, which has no identifier"
            return UnnamedError(what, _shortened(self.exact), "cite the blog")
        return None


def quote(
    blog: LiveBlog,
    exact: str,
    *,
    entry: str | None = None,
    paragraph: int | None = None,
    occurrence: int | None = None,
) -> Quote:
    """Return the quote of `exact` in `blog`, whose entries must have ids.

    The words are looked for letter by letter, then with any blanks between them, then in any typography, then without
    quotation marks around them and the stop at their end, last without hyphens at the ends of lines; the quote holds
    what the entry says, verbatim, and `typography` tells in what that differs. `entry` (an id, or its last 12
    characters) and `paragraph` (from 1; 0 is the headline) narrow the search; `occurrence` (from 1, in the order of
    the source) takes one of several places.

    Words that stand there only as a part of longer ones do not count, as they do not when a quote is verified: nobody
    who says `12` has quoted `120`. Where a script sets no blanks between words, any character may begin one.

    Raises `CitationError` when the words are not there, or only within longer ones; of its kinds, `UnnamedError` when
    they stand above all entries, and `RepeatedError` in several places of which `occurrence` takes none.
    """
    wanted = Wanted(exact, paragraph, occurrence)
    entries = _looked_through(blog, entry)
    where = entry or blog.id
    if paragraph is not None and not any(paragraph in dict(parts(one)) for one in entries):
        part = f"paragraph {paragraph}" if paragraph else "headline"
        what = f"{'the entry has no' if len(entries) == 1 else 'no entry has a'} {part} with words"
        raise CitationError(what, where, "count its paragraphs from 1; 0 is the headline")
    try:
        return evolve(wanted.quoted(entries, where), snapshot=snapshot_id(blog))
    except AbsentError:
        other = wanted.above(blog) if entry is None else elsewhere(exact, where, partial(quote, blog, exact))
        if other:
            raise other from None
        nearest = Nearest(exact)
        for one in entries:
            nearest.look(one)
        raise absent(exact, where, nearest.found()) from None


def elsewhere(
    exact: str, where: str, search: Callable[[], Quote], when: Callable[[Quote], str] = lambda _: ""
) -> CitationError | None:
    """Return what is wrong with the entry `where` if a search in all finds the words; `when` tells of the version."""
    what = f"{_shortened(exact)} is not there"
    try:
        found = search()
    except RepeatedError as error:
        return AbsentError(what, where, f"elsewhere it {error.what}")
    except CitationError:
        return None
    return AbsentError(what, where, f"it stands in {_part(found.paragraph, found.entry)}{when(found)}")


def absent(exact: str, where: str, nearest: Stretch | None = None, when: str = "") -> AbsentError:
    """Return what is wrong where words stand nowhere; `when` says in which version the nearest stands."""
    what = f"{_shortened(exact)} is not there"
    sides = [side for side in _ELLIPSIS.split(exact) if any(map(str.isalnum, side))]
    hint = "where … leaves words out, quote each side of it by itself; " if len(sides) > 1 else ""
    if nearest is None:
        return AbsentError(what, where, f"{hint}quote the words as the entry has them")
    place = f"{_shortened(nearest.text)} in {_part(nearest.paragraph, nearest.entry.id)}{when}"
    given, said = (" ".join(text.split()) for text in (exact, nearest.text))
    if given[-1:].isalnum():
        said = said.rstrip(_STOPS)
    difference = marked(word_difference(given, said))
    return AbsentError(what, where, f"{hint}the nearest is {place}: {difference}")


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
        raise no_entry(entry, blog.entries)
    return entries


def find(blog: LiveBlog, entry_id: str) -> Entry:
    """Return the entry with this id, in full or just its last 12 characters; raise `CitationError` without one."""
    found = _looked_through(blog, entry_id)[0]
    if not BlogId(blog.id).owns(found.id):
        identify(blog)  # raises what is wrong with it, and where
    return found


def no_entry(given: str, entries: Iterable[Entry], nearest: str | None = None) -> CitationError:
    """Return what is wrong with an id that none of the entries has: it is an address of one, or nearly an id."""
    remedy = f"the nearest is {nearest}" if nearest else "take it from an export, or the last 12 characters of it"
    addressed = (f"it is the address of an entry: give its id, {one.id}" for one in entries if one.url == given)
    return CitationError("no entry with this id", given, next(addressed, remedy))


def _check_number(name: str, value: object, remedy: str) -> None:
    if value is not None and type(value) is not int:
        raise CitationError(f"{name} {value!r} is no number", remedy=remedy)


def _hits(entries: Sequence[Entry], exact: str, paragraph: int | None) -> list[Hit]:
    """Return every place of whole words, by the strictest way of searching that finds any."""
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
        place = f"{_shortened(_widened(within))} in {_places([within])}"
        what = f"stands there only within longer words: {place}"
        raise CitationError(what, _shortened(exact), "quote whole words")
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
    return f"“{words}”" if len(words) <= _SHOWN else f"“{words[: whole_characters(words, _SHOWN, -1)]}…”"


def _part(paragraph: int, entry: str) -> str:
    place = f"paragraph {paragraph}" if paragraph else "the headline"
    return f"{place} of {local_of(entry)}"


def _places(hits: list[Hit]) -> str:
    places = [_part(paragraph, entry.id) for entry, paragraph, _ in hits]
    return ", ".join(places[:5]) + (f" and {len(places) - 5} more" if len(places) > 5 else "")


def _repeated(hits: list[Hit], exact: str) -> RepeatedError:
    return RepeatedError(
        f"stands in {len(hits)} places: {_places(hits)}",
        _shortened(exact),
        "quote more words, or give entry, paragraph or occurrence",
    )
