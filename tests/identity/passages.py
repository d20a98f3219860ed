"""Passages to quote, drawn from any blog: no visible character is cut at their ends."""

from collections.abc import Callable
from typing import NamedTuple

from hypothesis import assume
from hypothesis import strategies as st

from liveblog_archive.identity.boundaries import between_characters
from liveblog_archive.identity.quotes import Quote, anchored, parts
from liveblog_archive.identity.versions import snapshot_id, version_id
from liveblog_archive.model import Entry, LiveBlog
from tests.strategies import blogs


class Passage(NamedTuple):
    """Characters `start` to `end` of a part of an entry, and the part's whole text."""

    blog: LiveBlog
    entry: Entry
    paragraph: int
    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    def quoted(self) -> Quote:
        """Return the quote of the passage, which may begin and end within words, as one made elsewhere may."""
        place = self.start, self.end
        return anchored(self.entry, self.paragraph, place, version_id(self.entry), snapshot_id(self.blog))


def cut(entry: Entry, words: str, paragraph: int = 1) -> Quote:
    """Return the quote of characters of an entry that begin or end within words, as one made elsewhere may."""
    start = dict(parts(entry))[paragraph].index(words)
    return anchored(entry, paragraph, (start, start + len(words)), version_id(entry))


@st.composite
def passages(draw: Callable[..., object]) -> Passage:
    blog = draw(blogs())
    places = [(one, paragraph, text) for one in blog.entries for paragraph, text in parts(one) if text.strip()]
    assume(places)
    entry, paragraph, text = draw(st.sampled_from(places))
    cuts = [place for place in range(len(text) + 1) if between_characters(text, place)]
    start, end = sorted(draw(st.lists(st.sampled_from(cuts), min_size=2, max_size=2, unique=True)))
    assume(text[start:end].strip())
    return Passage(blog, entry, paragraph, text, start, end)
