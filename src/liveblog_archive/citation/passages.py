"""The passage that a citation of any style names: a paragraph of an entry, and words of it, read back to a quote."""

import re
from typing import NamedTuple

import orjson

from ..identity import version_id
from ..identity.boundaries import parts_word
from ..identity.finding import Place, alike, respaced, verbatim
from ..identity.quotes import HEADLINE, Quote, anchored, parts
from ..model import Entry
from .biblatex import unescaped
from .wording import one_line

# Of several citations in one text the last is meant.
_RECORD = re.compile(r'^TY  - |^@\w+\{|"type":\s*"post-weblog"', re.MULTILINE)
_IN_RECORDS = re.compile(
    r'"paragraph":\s*(\d+)|^N1  - Paragraph (\d+)\s*$|^\s*note\s*=.*\bpar\. (\d+)\},?\s*$', re.MULTILINE
)
_FOR_PEOPLE = re.compile(
    r"""
    ,\s+par\.\s+(\d+),\s+(?:version\s+[0-9a-f]{12},\s+)?\S+\#\w{12}(?:,\s+https?:\S+)?\.?(?:\s+Version\s+\w+\.?)?\s*\Z
    | \[Live\s+blog\s+entry,[^\[\]]*\bpara\.\s+(\d+)\](?!.*\[Live\s+blog)
    """,
    re.VERBOSE | re.DOTALL,
)
_JSON = re.compile(r'"quote":\s*("(?:[^"\\]|\\.)*")')
# Programs make straight marks of curly ones.
_RIS = re.compile(r'^N1  - [“"](.*)[”"]\s*$', re.MULTILINE)
_BIBLATEX = re.compile(r'^\s*annotation\s*=\s*\{[“"](.*)[”"]\},?\s*$', re.MULTILINE)
_ISOLATES = re.compile("[\u2066-\u2069]")
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


def passage_in(citation: str) -> Passage | None:
    """Return the passage that a whole citation names, as `cite` writes it in any style; None where it names none."""
    start = [0, *(match.start() for match in _RECORD.finditer(citation))][-1]
    text = citation[start:]
    words = (_words(text) or "").strip() or None
    found = _IN_RECORDS.search(text) or _FOR_PEOPLE.search(_ISOLATES.sub("", text))
    if found:
        return Passage(int(found[found.lastindex or 0]), words)
    return Passage(HEADLINE, words) if words else None


def _words(text: str) -> str | None:
    if found := _JSON.search(text):
        return str(orjson.loads(found[1]))
    if found := _RIS.search(text):
        return found[1]
    found = _BIBLATEX.search(text)
    return unescaped(found[1]) if found else None


def _places(text: str, words: str) -> list[Place]:
    """Return where the words stand, as whole ones where they do, by the strictest way of searching that finds any."""
    text, words = text.translate(_ONE_MARK), words.translate(_ONE_MARK)
    for finder in (verbatim, respaced, alike):
        places = finder(text, words)
        if places:
            return [place for place in places if not any(parts_word(text, end) for end in place)] or places
    return []
