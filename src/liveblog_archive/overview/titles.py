"""What a live blog is called for its readers."""

from ..citation.wording import first_words, one_line
from ..model import LiveBlog
from .furniture import Furniture


def titled(blog: LiveBlog, words: Furniture) -> str:
    """Return the title on one line, else the first words of the introduction in quotation marks."""
    if blog.title:
        return one_line(blog.title)
    first = first_words(" ".join(block.text for block in blog.introduction))
    return words.say("quote", text=first) if first else words.say("untitled")
