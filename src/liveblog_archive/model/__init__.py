"""The canonical model: frozen values for a live blog, its entries, and how they were captured.

Nothing here does I/O, reads a clock, or depends on a locale. Every constructor validates, and its error names the
field. Values are changed with `attrs.evolve`. Names are those of schema.org where it has one.
"""

from .blocks import BLOCKS, Block, Embed, Heading, Link, ListBlock, Media, Paragraph, Quotation
from .blog import LiveBlog
from .capture import Capture, Note
from .entry import Agent, Entry, Span
from .local import local_of
from .moment import Moment, after
from .order import Bounds

__all__ = [
    "BLOCKS",
    "Agent",
    "Block",
    "Bounds",
    "Capture",
    "Embed",
    "Entry",
    "Heading",
    "Link",
    "ListBlock",
    "LiveBlog",
    "Media",
    "Moment",
    "Note",
    "Paragraph",
    "Quotation",
    "Span",
    "after",
    "local_of",
]
