"""The head of a blog: the words above its entries. They have no identifier and no version, but edits of them show."""

from ..model import LiveBlog
from .differences import Piece, word_difference
from .finding import alike


def head(blog: LiveBlog) -> dict[str, str]:
    """Return the title, the description and the introduction of a blog as plain text; empty what it has not."""
    return {
        "title": blog.title or "",
        "description": blog.description or "",
        "introduction": "\n\n".join(block.text for block in blog.introduction if block.text),
    }


def head_difference(old: LiveBlog, new: LiveBlog) -> dict[str, tuple[Piece, ...]]:
    """Return the word differences of two captures, by the part of the head, for each part that was changed."""
    before, after = head(old), head(new)
    return {part: word_difference(text, after[part]) for part, text in before.items() if text != after[part]}


def part_with(blog: LiveBlog, words: str) -> str | None:
    """Return the part of the head that has these words, in whatever form; None where none has."""
    return next((part for part, text in head(blog).items() if alike(text, words)), None)
