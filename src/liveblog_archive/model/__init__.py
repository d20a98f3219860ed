"""The canonical model: frozen values for a live blog, its entries, and how they were captured.

Nothing here does I/O, reads a clock, or depends on a locale. Every constructor validates, and its error names the
field. Values are changed with `attrs.evolve`. Names are those of schema.org where it has one.
"""

from .blocks import BLOCKS, Block, Embed, Heading, Link, ListBlock, Media, MediaKind, Paragraph, Quotation
from .blog import LiveBlog
from .capture import Capture, CapturedSource, Note
from .entry import Agent, AgentKind, Entry, Span, Status
from .local import local_of
from .moment import Moment, OffsetSource, Precision, Qualifier, after
from .order import Bounds, Order

__all__ = [
    "BLOCKS",
    "Agent",
    "AgentKind",
    "Block",
    "Bounds",
    "Capture",
    "CapturedSource",
    "Embed",
    "Entry",
    "Heading",
    "Link",
    "ListBlock",
    "LiveBlog",
    "Media",
    "MediaKind",
    "Moment",
    "Note",
    "OffsetSource",
    "Order",
    "Paragraph",
    "Precision",
    "Qualifier",
    "Quotation",
    "Span",
    "Status",
    "after",
    "local_of",
]
