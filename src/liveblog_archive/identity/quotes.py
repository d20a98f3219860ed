"""A quote: words of one entry, bound to the version that says them, with enough around them to find them again.

It is made from the words alone by `quoting`, and resolved later by `resolution`. Words must stand within one block of
the entry's body, or within its headline, which counts as paragraph 0; a passage over several paragraphs is several
quotes.
"""

import hashlib
from collections.abc import Callable, Iterator

from attrs import Factory, field, frozen

from ..errors import ModelError
from ..model import Entry, checks
from .boundaries import between_characters
from .finding import Place
from .identifiers import EntryId, VersionId

CONTEXT = 32  # characters before and after the words: three words are ambiguous in their blog one time in six
HEADLINE = 0

Finder = Callable[[str, str], list[Place]]


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()  # what is no text is refused by its name


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
    return before[whole_characters(before, len(before) - CONTEXT, 1) :], after[: whole_characters(after, CONTEXT, -1)]


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


def whole_characters(text: str, position: int, step: int) -> int:
    """Return the nearest place to `position`, in the direction of `step`, where no visible character is cut."""
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
