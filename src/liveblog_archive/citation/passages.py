"""The passage that a citation names: a paragraph of an entry, and words of it, made a quote again."""

from typing import NamedTuple

from ..identity import version_id
from ..identity.boundaries import parts_word
from ..identity.finding import Place, alike, respaced, verbatim
from ..identity.quotes import Quote, anchored, parts
from ..model import Entry
from .wording import one_line

# A quotation within quotation marks takes single ones: which ones stood there is not to be seen.
_ONE_MARK = str.maketrans(dict.fromkeys("“”„‟\"‘’‚‛'", '"'))


class Passage(NamedTuple):
    """A paragraph that a citation names, from 1, 0 for the headline; and the words, or None for all of it."""

    paragraph: int
    words: str | None

    def of(self, entry: Entry) -> Quote | None:
        """Return the quote of the passage in the version that `entry` is; None where the paragraph has no words.

        Of words that stand there several times the citation does not tell which are meant: it is the whole paragraph
        that has to stand. Words that it does not have are a quote that the version does not have either.
        """
        text = dict(parts(entry)).get(self.paragraph, "")
        whole = [(0, len(text))] if text else []
        places = whole if self.words is None else _places(text, self.words)
        if len(places) > 1 or (not places and self.words and self.words in one_line(text)):
            places = whole  # what is not printable stands in a citation in another form
        if places:
            return anchored(entry, self.paragraph, places[0], version_id(entry))
        if self.words is None:
            return None
        return Quote(
            entry=entry.id,
            version=version_id(entry),
            exact=self.words,
            paragraph=self.paragraph,
            start=0,
            end=len(self.words),
        )


def _places(text: str, words: str) -> list[Place]:
    """Return where the words stand, as whole ones where they do, by the strictest way of searching that finds any."""
    text, words = text.translate(_ONE_MARK), words.translate(_ONE_MARK)
    for finder in (verbatim, respaced, alike):
        places = finder(text, words)
        if places:
            return [place for place in places if not any(parts_word(text, end) for end in place)] or places
    return []
